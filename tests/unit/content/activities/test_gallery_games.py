"""The games and cases of the gallery course can be won, lost and come to an end."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from ecolearn.content.activities.base import State, World
from ecolearn.content.activities.scenario import Scenario
from ecolearn.content.activities.sorting import Sorting
from ecolearn.content.loader import load_course
from ecolearn.content.model import Course
from ecolearn.problems import Problems

GALLERY = Path(__file__).resolve().parents[4] / "courses" / "activities"


@pytest.fixture(scope="module")
def gallery() -> Course:
    """Return the gallery course."""
    course = load_course(GALLERY, Problems())
    assert course is not None
    return course


@pytest.fixture(scope="module")
def game(gallery: Course) -> Sorting:
    """Return the sorting game."""
    found = gallery.activity("game-sort")
    assert isinstance(found, Sorting)
    return found


@pytest.fixture(scope="module")
def cases(gallery: Course) -> list[Scenario]:
    """Return the scenarios."""
    found = [one for one in gallery.activities if isinstance(one, Scenario)]
    assert len(found) >= 3
    return found


def test_the_game_is_that_of_the_curriculum(game: Sorting) -> None:
    """CURRICULUM section 11: 28 things, of which 12 for juniors; 20 a game, dry is watched."""
    assert len(game.things) == 28
    assert len(game.things_of("junior")) == 12
    assert game.size() == 20
    assert (game.watch, game.pass_mark) == ("dry", 0.05)
    count = {one.id: sum(thing.bin == one.id for thing in game.things) for one in game.bins}
    assert count == {"dry": 8, "wet": 9, "special": 8, "reuse": 3}


@pytest.mark.parametrize("seed", range(10))
def test_the_game_can_be_mastered_and_lost(seed: int, game: Sorting) -> None:
    right = wrong = game.draw_game("", Random(seed))
    for thing_id in right["order"]:
        thing = game.thing(thing_id)
        assert thing is not None
        right = game.read(game.put(right, thing.bin))
        wrong = game.read(game.put(wrong, "dry"))
    assert game.score(right) == 1
    assert game.is_mastered(right)
    assert game.contamination(wrong).count == 20
    assert not game.is_mastered(wrong)


def test_the_cases_have_no_fault(cases: list[Scenario], gallery: Course) -> None:
    facts = {one.id: one for one in gallery.facts}
    world = World(facts=facts, languages=gallery.languages)
    for case in cases:
        assert list(case.faults(world)) == [], case.id


def test_every_end_of_a_case_is_come_to_and_the_best_way_is_there(cases: list[Scenario]) -> None:
    for case in cases:
        ends: dict[str, float] = {}
        best = 0.0
        waiting: list[State] = [case.clean({})]
        seen: set[tuple[str, float]] = set()
        while waiting:
            state = waiting.pop()
            here = case.here(state)
            assert here is not None
            points = case.points(state)
            if case.is_done(state):
                ends[here.id] = max(points, ends.get(here.id, points))
                best = max(best, points)
                continue
            if (here.id, points) in seen or len(state["path"]) > 2 * len(case.scenes):
                continue
            seen.add((here.id, points))
            waiting += [
                case.go_on(case.choose(state, number)) for number in range(len(here.choices))
            ]
        assert set(ends) == {one.id for one in case.scenes if not one.choices}, case.id
        assert case.best_points() == pytest.approx(best), case.id
        assert best > 0, case.id
