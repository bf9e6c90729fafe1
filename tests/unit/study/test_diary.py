"""The diary: entries written, corrected, removed and brought back."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ecolearn.changes import Changes
from ecolearn.store import engine, log
from ecolearn.store.carrying import collect, export
from ecolearn.store.events import Fact
from ecolearn.store.ids import to_bytes
from ecolearn.store.store import Store
from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary import NOTE_MAX, VALUE_MAX
from ecolearn.study.study import Study
from ecolearn.study.trouble import LearnerGone
from tests.unit.study.conftest import Hands
from tests.unit.study.courses_made import Shelf

MONDAY = date(2026, 11, 16)
DIARY = Changes(diary=True)


def write(study: Study, learner: str, value: float, days: int = 0, **more: Any) -> DiaryEntry:
    """Write a reading of the meter, so many days after Monday."""
    day = MONDAY + timedelta(days=days)
    return study.write_diary(learner, "meter", day, value, "kWh", **more).value


def test_an_entry_is_kept(begin: Callable[[], Study], aru: str, hands: Hands) -> None:
    study = begin()
    assert study.diary(aru) == ()
    done = study.write_diary(aru, "meter", MONDAY, 1204.5, "kWh", "before breakfast")
    assert done.changes == DIARY
    entry = done.value
    wanted = ("meter", MONDAY, 1204.5, "kWh", "before breakfast", hands.at)
    assert (entry.series_id, entry.day, entry.value, entry.unit, entry.note) == wanted[:-1]
    assert entry.written_at == hands.at
    assert begin().diary(aru) == (entry,)


def test_entries_come_by_series_day_and_time_of_writing(
    study: Study, aru: str, hands: Hands
) -> None:
    def later(value: float, days: int, series: str) -> DiaryEntry:
        hands.at += timedelta(minutes=1)
        day = MONDAY + timedelta(days=days)
        return study.write_diary(aru, series, day, value, "").value

    third, fourth = later(1, 2, "meter"), later(2, 2, "meter")
    second, first, fifth = later(3, 1, "meter"), later(4, 9, "bags"), later(5, 3, "meter")
    assert study.diary(aru) == (first, second, third, fourth, fifth)
    fixed = write(study, aru, 7, 2, entry_id=third.entry_id)
    assert study.diary(aru)[2] == fixed  # a correction is no later reading


def test_a_correction_has_the_same_id(begin: Callable[[], Study], aru: str, hands: Hands) -> None:
    study = begin()
    entry = write(study, aru, 12.0, note="rainy")
    hands.at += timedelta(hours=1)
    fixed = write(study, aru, 21.0, 1, entry_id=entry.entry_id.upper())
    assert (fixed.entry_id, fixed.written_at) == (entry.entry_id, entry.written_at)
    assert (fixed.day, fixed.value, fixed.note) == (MONDAY + timedelta(days=1), 21.0, "")
    assert begin().diary(aru) == (fixed,)


def test_what_is_there_already_is_not_written_again(study: Study, aru: str) -> None:
    entry = write(study, aru, 12.0)
    head = study.store.log.head
    again = study.write_diary(aru, "meter", MONDAY, 12.0, "kWh", "", entry.entry_id)
    assert (again.value, again.changes, study.store.log.head) == (entry, Changes(), head)
    assert write(study, aru, 12.0).entry_id != entry.entry_id  # two readings may be equal


def test_removing_can_be_undone(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    entry, other = write(study, aru, 12.0), write(study, aru, 13.0, 1)
    done = study.remove_diary_entry(aru, entry.entry_id)
    assert (done.value, done.changes) == (None, DIARY)
    assert study.diary(aru) == (other,)
    again = begin()
    assert again.diary(aru) == (other,)
    again.remove_diary_entry(aru, entry.entry_id, removed=False)
    assert again.diary(aru) == (entry, other)


def test_correcting_a_removed_entry_brings_it_back(study: Study, aru: str) -> None:
    entry = write(study, aru, 12.0)
    study.remove_diary_entry(aru, entry.entry_id)
    assert write(study, aru, 12.0, entry_id=entry.entry_id) == entry
    assert study.diary(aru) == (entry,)


def test_learners_stay_apart(study: Study, aru: str) -> None:
    dana = study.create_learner("Dana", "leaf", 10).value.learner_id
    entry = write(study, aru, 12.0)
    write(study, dana, 99.0, entry_id=entry.entry_id)
    study.remove_diary_entry(dana, entry.entry_id)
    assert study.diary(aru) == (entry,)
    assert study.diary(dana) == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two\n lines\t ", "two lines"),
        ("bell\x07, nul\x00", "bell, nul"),
        ("\u202egnorw", "gnorw"),
        ("half \ud800", "half"),
        ("=1+1", "=1+1"),
        ("құмыра 🌱", "құмыра 🌱"),
        ("a" * 300, "a" * NOTE_MAX),
    ],
)
def test_a_note_is_one_harmless_line(study: Study, aru: str, typed: str, kept: str) -> None:
    assert write(study, aru, 1.0, note=typed).note == kept
    assert study.diary(aru)[0].note == kept


def test_an_instant_is_a_day_too(study: Study, aru: str) -> None:
    noon = datetime(2026, 11, 16, 12, tzinfo=UTC)
    assert study.write_diary(aru, "meter", noon, 1, "").value.day == MONDAY
    assert study.diary(aru)[0].day == MONDAY


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400, 2 * VALUE_MAX])
def test_what_is_no_number_is_refused(study: Study, aru: str, value: float) -> None:
    with pytest.raises(ValueError, match="number"):
        write(study, aru, value)
    assert study.diary(aru) == ()


def test_what_is_no_id_is_refused(study: Study, aru: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        write(study, aru, 1.0, entry_id="../x")
    with pytest.raises(ValueError, match=r"."):
        study.remove_diary_entry(aru, "")
    for series in ("", " ", "a" * 201):
        with pytest.raises(ValueError, match="series"):
            study.write_diary(aru, series, MONDAY, 1.0, "")
    with pytest.raises(LearnerGone):
        write(study, "nobody", 1.0)


def test_a_day_that_is_none_and_a_removal_without_entry_stop_nothing(
    study: Study, aru: str
) -> None:
    """As a program that is not ours might write them."""
    entry = write(study, aru, 12.0)
    body = {"entry": "aa" * 16, "day": "yesterday", "value": 1.0, "unit": "", "note": ""}
    study.store.log.append([Fact("diary_written", body, to_bytes(aru), None, "meter")])
    study.remove_diary_entry(aru, "bb" * 16)
    assert study.diary(aru) == (entry,)


def test_the_largest_value_is_taken_by_another_pc(
    study: Study, aru: str, tmp_path: Path, shelf: Shelf, hands: Hands
) -> None:
    write(study, aru, -VALUE_MAX)
    write(study, aru, VALUE_MAX, 1)
    for name in ("stick", "teacher"):
        (tmp_path / name).mkdir()
    export(study.store, tmp_path / "stick")
    teacher = Store(tmp_path / "teacher")
    assert collect(teacher, [tmp_path / "stick"]).good
    assert Study(teacher, shelf, hands.now, Random(1)).diary(aru) == study.diary(aru)
    teacher.close()


def test_an_erased_learner_leaves_nothing_in_the_views(study: Study, aru: str) -> None:
    """RELIABILITY 3.12: payloads go, the views are made anew without them."""
    dana = study.create_learner("Dana", "leaf", 10).value.learner_id
    for learner in (aru, dana):
        study.remove_diary_entry(learner, write(study, learner, 12.0).entry_id)
        write(study, learner, 13.0)
        study.save_activity(learner, "energy", "L1", "guess", {"guess": 1})
    with study.store.database.transaction() as connection:
        connection.execute("INSERT INTO erased VALUES (?, 1)", (to_bytes(aru),))
        connection.execute(
            "DELETE FROM payload WHERE event_id IN (SELECT id FROM event WHERE learner = ?)",
            (to_bytes(aru),),
        )
    study.store.rebuild()
    assert study.diary(aru) == ()
    assert study.activities(aru, "energy") == {}
    with study.store.reading() as reading:
        for table in ("activity", "diary"):
            owners = reading.execute(f"SELECT DISTINCT learner FROM {table}").fetchall()
            assert owners == [(to_bytes(dana),)]


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_writing_goes_on_while_the_database_is_held(
    begin: Callable[[], Study], aru: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F19: entries go to the side journal, are shown, and are there later."""
    pragmas = tuple(p.replace("5000", "50") for p in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
    for module in (engine, log):
        monkeypatch.setattr(module, "BUSY_MS", 50)
    monkeypatch.setattr(log, "IMPATIENT_MS", 20)
    study = begin()
    first = write(study, aru, 1.0)
    other = sqlite3.connect(study.store.path, isolation_level=None)
    other.execute(f"BEGIN {how}")
    study.remove_diary_entry(aru, first.entry_id)
    second = write(study, aru, 2.0, 1)
    third = write(study, aru, 3.0, 2)
    write(study, aru, 2.5, 1, entry_id=second.entry_id)
    assert study.store.log.waiting
    other.close()
    shown = study.diary(aru)
    assert [(one.entry_id, one.value) for one in shown] == [
        (second.entry_id, 2.5),
        (third.entry_id, 3.0),
    ]
    study.store.close()
    assert begin().diary(aru) == shown
