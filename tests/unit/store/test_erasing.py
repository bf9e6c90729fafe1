"""A learner who is erased is in no file of the data folder any more, and nobody else loses a thing
(RELIABILITY 3.12, P3)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ecolearn.store import chain, log, recovery
from ecolearn.store.carrying import collect, export
from ecolearn.store.erasing import erase, learners
from ecolearn.store.events import Fact
from ecolearn.store.store import Store
from ecolearn.store.trouble import DatabaseBusy
from tests.unit.store.bundles_made import digest_of, rebuilt_digest_of
from tests.unit.store.facts_made import an_id, answer, count, profile, raw, rows

CANARY = "Kanareika-7f3a"
ARU, DANA = an_id("Aru"), an_id("Dana")


def dana(item: str) -> Fact:
    """Return an answer of somebody else."""
    fact = answer(item, "b")
    return Fact(fact.kind, fact.body, DANA, an_id("Dana's"), item, fact.pkg_hash)


@pytest.fixture
def used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with two learners, two copies and a side journal."""
    monkeypatch.setattr(log, "BUSY_MS", 50)
    store = Store(folder)
    store.log.append([profile(CANARY), profile("Dana", "Dana"), answer("Q-1", CANARY)])
    store.backup()
    store.log.append([answer("Q-2", CANARY), dana("Q-1")])
    store.backup()
    note = Fact("diary_written", diary(CANARY), ARU, None, "meter")
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    store.log.append([note])
    other.close()
    store.close()
    return folder


def diary(note: str) -> dict[str, object]:
    """Return the body of a diary entry."""
    return {"entry": "ab" * 16, "day": "2026-11-22", "value": 1.0, "unit": "kWh", "note": note}


def files_with(folder: Path, text: str) -> list[str]:
    """Return the files in which the text stands."""
    found = [one for one in folder.rglob("*") if one.is_file()]
    return [one.name for one in found if text.encode() in one.read_bytes()]


def test_nothing_of_the_learner_stays_and_nothing_of_others_goes(used: Path) -> None:
    assert files_with(used, CANARY)
    done = erase(used, ARU)
    assert (done.events, done.copies, done.left) == (4, 2, ())
    assert files_with(used, CANARY) == []
    store = Store(used)
    assert [one.name for one in learners(store)] == ["Dana"]
    assert count(store, "event") == 6  # that something happened stays in the chain
    assert rows(store, "SELECT learner, item FROM item_best") == [(DANA, "Q-1")]
    with store.reading() as connection:
        assert list(chain.verify(connection)) == []
    kept = digest_of(store)
    assert rebuilt_digest_of(store) == kept
    assert erase_again(store) == 0
    store.close()


def erase_again(store: Store) -> int:
    """Erase once more; return what there was."""
    store.close()
    return erase(store.folder, ARU).events


def test_no_copy_and_no_bundle_brings_anything_back(used: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    store = Store(used)
    export(store, stick)
    old = store.backup()
    before = old.read_bytes()
    store.close()
    erase(used, ARU)
    old.write_bytes(before)  # somebody had put it elsewhere
    recovery.restore(used, old, keep_newer=False)
    store = Store(used)
    collect(store, [stick])
    assert [one.name for one in learners(store)] == ["Dana"]
    with store.reading() as connection:
        bodies = [row[0] for row in connection.execute("SELECT body FROM payload")]
    assert not any(CANARY.encode() in body for body in bodies)
    store.close()


def test_files_in_quarantine_are_named(used: Path) -> None:
    (used / "quarantine").mkdir()
    (used / "quarantine" / "eco-1").mkdir()
    assert erase(used, ARU).left == (used / "quarantine" / "eco-1",)


def test_nobody_is_erased_under_an_open_window(used: Path) -> None:
    store = Store(used)
    with pytest.raises(DatabaseBusy):
        erase(used, ARU)
    store.close()


def test_what_was_interrupted_is_finished_by_the_next_try(
    used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_copy: Path, _learner: bytes) -> bool:
        raise OSError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("ecolearn.store.erasing._erase_in_copy", cut)
        with pytest.raises(OSError, match="power cut"):
            erase(used, ARU)
    assert files_with(used, CANARY)
    assert erase(used, ARU).copies == 2
    assert files_with(used, CANARY) == []


def test_a_copy_of_an_older_schema_is_erased_too(used: Path) -> None:
    copy = sorted((used / "backups").glob("eco-*.db"))[-1]
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(
            "DROP TABLE activity; DROP TABLE diary; UPDATE meta SET value = '1' WHERE key = "
            "'min_writer'; UPDATE alembic_version SET version_num = '0001'; PRAGMA user_version=1;"
        )
    erase(used, ARU)
    assert files_with(used, CANARY) == []
    recovery.restore(used, copy, keep_newer=False)
    store = Store(used)
    assert [one.name for one in learners(store)] == ["Dana"]
    store.close()
