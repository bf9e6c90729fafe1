"""A pupil measures for four weeks, at two PCs and in two languages; a teacher collects it all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from ecolearn.store.carrying import collect, export
from ecolearn.store.clock import utc_now
from ecolearn.store.store import Store
from ecolearn.study.diary_sums import compare, csv_text, uses
from ecolearn.study.study import Study
from tests.unit.store.bundles_made import digest_of, rebuilt_digest_of
from tests.unit.study.courses_made import Shelf, a_course

FIRST = date(2026, 11, 2)
OpenPc = Callable[[str], Study]


@pytest.fixture
def open_pc(tmp_path: Path) -> Iterator[OpenPc]:
    """Return a way to start EcoLearn on the PC of a name, again and again."""
    shelf = Shelf()
    shelf.put(a_course())
    running: dict[str, Store] = {}

    def start(name: str) -> Study:
        if name in running:
            running[name].close()
        (tmp_path / name).mkdir(exist_ok=True)
        running[name] = Store(tmp_path / name)
        return Study(running[name], shelf, utc_now, Random(3))

    yield start
    for store in running.values():
        store.close()


def test_a_pupil_measures_at_two_pcs_and_a_teacher_collects(
    open_pc: OpenPc, tmp_path: Path
) -> None:
    sticks = [tmp_path / "stick one", tmp_path / "stick two"]
    for stick in sticks:
        stick.mkdir()

    # the first two weeks, at one PC; a reading is mistyped, corrected, and one removed by mistake
    one = open_pc("one")
    aru = one.create_learner("Aru", "leaf", 150, language="kk").value.learner_id
    one.write_diary(aru, "meter", FIRST, 100.0, "kWh")
    wrong = one.write_diary(aru, "meter", FIRST + timedelta(days=7), 710.0, "kWh").value
    one.save_activity(aru, "energy", "L1", "guess", {"guess": 7})
    one.save_activity(aru, "energy", "L1", "walk", {"ticked": ["a"]})
    one = open_pc("one")
    one.change_learner(aru, language="ru")
    one.write_diary(aru, "meter", wrong.day, 170.0, "kWh", "исправлено", wrong.entry_id)
    one.remove_diary_entry(aru, wrong.entry_id)
    one.remove_diary_entry(aru, wrong.entry_id, removed=False)
    export(one.store, sticks[0])

    # two more weeks, at another PC that has fetched what there was
    two = open_pc("two")
    collect(two.store, [sticks[0]])
    assert two.diary(aru) == one.diary(aru)
    assert two.activities(aru, "energy") == one.activities(aru, "energy")
    two.write_diary(aru, "meter", FIRST + timedelta(days=14), 219.0, "kWh", "=тест")
    two.save_activity(aru, "energy", "L1", "guess", {"guess": 5})
    two.save_activity(aru, "energy", "L1", "walk", {"ticked": ["a", "b", "c"]})
    export(two.store, sticks[1])

    # the teacher collects in either order, and twice
    seen = []
    for name, order in (("teacher", sticks), ("deputy", [*reversed(sticks), *sticks])):
        school = open_pc(name)
        assert all(collect(school.store, [stick]).good for stick in order)
        seen.append(digest_of(school.store))
        assert rebuilt_digest_of(school.store) == seen[-1]
        assert school.diary(aru) == two.diary(aru)
        found = school.activities(aru, "energy")
        assert (found["guess"].state, found["guess"].best) == ({"guess": 5}, 1.0)
        assert found["walk"].done
    assert seen[0] == seen[1]

    # what came of it
    entries = school.diary(aru)
    assert [step.per_day for step in uses(entries)] == [10.0, 7.0]
    change = compare(entries, FIRST + timedelta(days=7), cumulative=True).change
    assert change == pytest.approx(-30.0)
    text = csv_text(entries, {"meter": "Счётчик"}, ("Ряд", "День", "", "", ""), "ru")
    assert text.splitlines()[-1] == "Счётчик;2026-11-16;219;kWh;'=тест"


def test_removed_at_one_pc_and_corrected_at_another(open_pc: OpenPc, tmp_path: Path) -> None:
    """Removing wins until it is undone, whatever comes first to the teacher."""
    (tmp_path / "stick").mkdir()
    one, two = open_pc("one"), open_pc("two")
    aru = one.create_learner("Aru", "leaf", 150).value.learner_id
    entry = one.write_diary(aru, "meter", FIRST, 1.0, "kWh").value
    export(one.store, tmp_path / "stick")
    collect(two.store, [tmp_path / "stick"])
    two.write_diary(aru, "meter", FIRST, 2.0, "kWh", entry_id=entry.entry_id)
    one.remove_diary_entry(aru, entry.entry_id)
    for study in (one, two):
        export(study.store, tmp_path / "stick")
    for study in (one, two):
        collect(study.store, [tmp_path / "stick"])
        assert study.diary(aru) == ()
    one.remove_diary_entry(aru, entry.entry_id, removed=False)
    assert [found.value for found in one.diary(aru)] == [2.0]
