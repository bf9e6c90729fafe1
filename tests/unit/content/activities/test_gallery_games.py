"""Games, cases, debates, walks and diaries of the gallery, played through as a class will."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

import pytest

from ecolearn.content.activities import Checklist, Debate, Diary, Scenario, Sorting
from ecolearn.content.activities.base import State
from ecolearn.content.activities.scenario import Scene
from ecolearn.content.loader import load_course
from ecolearn.content.model import Course
from ecolearn.quiz.items.hotspot import Hotspot
from ecolearn.quiz.units import parse_unit

LANGUAGES = ("kk", "ru", "en")
CASES = ("act-scenario-park", "act-scenario-way", "act-case-inspection")
WALKS = ("check-energy", "check-waste-water")
SERIES = (
    "diary-electricity",
    "diary-water",
    "diary-drips",
    "diary-waste-bags",
    "diary-trees-planted",
    "diary-trees-alive",
)


@pytest.fixture(scope="module")
def gallery(courses: Path) -> Course:
    course = load_course(courses / "activities")
    assert course is not None
    return course


# ── the sorting game ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def game(gallery: Course) -> Sorting:
    found = gallery.activity("game-sort")
    assert isinstance(found, Sorting)
    return found


def _sorted(game: Sorting, set_id: str = "", wrong: str = "") -> State:
    """Return a game played to the end; the thing `wrong` goes into the dry bin."""
    state = game.draw_game(set_id, Random(7))
    if wrong and wrong not in state["order"]:
        others = [one for one in state["order"] if _bin(game, one) == _bin(game, wrong)]
        state["order"][state["order"].index(others[0])] = wrong
    for thing_id in list(state["order"]):
        state = game.read(game.put(state, "dry" if thing_id == wrong else _bin(game, thing_id)))
    return game.clean(state)


def _bin(game: Sorting, thing_id: str) -> str:
    found = game.thing(thing_id)
    assert found is not None
    return found.bin


def test_the_game_has_the_things_of_the_curriculum(game: Sorting) -> None:
    assert [one.id for one in game.things] == [f"s{number:02}" for number in range(1, 29)]
    assert [one.id for one in game.bins] == ["dry", "wet", "special", "reuse"]
    junior = [one.id for one in game.things_of("junior")]
    assert junior == [f"s{n:02}" for n in (1, 2, 3, 4, 5, 9, 10, 11, 15, 18, 22, 23)]
    assert (game.size(), game.size("junior")) == (20, 12)
    (beginners,) = game.sets
    assert beginners.bins["special"]["en"] == "Ask an adult"


def test_every_thing_has_its_own_reason(game: Sorting) -> None:
    for language in LANGUAGES:
        reasons = [one.why[language] for one in game.things]
        assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize("set_id", ["", "junior"])
def test_a_game_without_mistakes_is_mastered(game: Sorting, set_id: str) -> None:
    state = _sorted(game, set_id)
    assert game.score(state) == 1
    assert game.is_mastered(state)


def test_one_greasy_box_spoils_the_dry_bin(game: Sorting) -> None:
    state = _sorted(game, wrong="s14")
    found = game.contamination(state)
    assert found.wrong == 1
    assert found.share > game.pass_mark
    assert not game.is_mastered(state)
    assert game.score(state) == pytest.approx(19 / 20)


# ── stories and cases ─────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module", params=CASES)
def case(gallery: Course, request: pytest.FixtureRequest) -> Scenario:
    return _case(gallery, request.param)


@pytest.fixture(scope="module")
def ended(case: Scenario) -> list[tuple[Scene, State]]:
    """Every way through the case, with the scene it ends in."""
    return [(_here(case, state), state) for state in _ways(case)]


def _here(case: Scenario, state: State) -> Scene:
    found = case.here(state)
    assert found is not None
    return found


def _case(gallery: Course, case_id: str) -> Scenario:
    found = gallery.activity(case_id)
    assert isinstance(found, Scenario)
    return found


def _ways(case: Scenario, state: State | None = None) -> Iterator[State]:
    """Yield every way from the first scene to an end, as one clicks through it."""
    state = case.clean({}) if state is None else state
    scene = _here(case, state)
    if not scene.choices:
        yield state
    for index in range(len(scene.choices)):
        yield from _ways(case, case.go_on(case.choose(state, index)))


def test_a_case_has_the_size_of_a_lesson(case: Scenario) -> None:
    assert 8 <= len(case.scenes) <= 15
    for scene in case.scenes:
        assert not scene.choices or 2 <= len(scene.choices) <= 3
        for choice in scene.choices:
            assert set(choice.feedback) == set(LANGUAGES), scene.id


def test_every_end_of_a_case_is_reached(case: Scenario, ended: list[tuple[Scene, State]]) -> None:
    ends = {scene.id for scene, _state in ended}
    assert ends == {one.id for one in case.scenes if not one.choices}
    assert {scene.end for scene, _state in ended} == {"good", "mixed", "bad"}
    for _scene, state in ended[::97]:
        assert case.is_done(state)
        assert case.clean(state) == state


def test_the_best_way_ends_well_and_a_bad_end_is_never_the_best(
    case: Scenario, ended: list[tuple[Scene, State]]
) -> None:
    most = {"good": 0.0, "mixed": 0.0, "bad": 0.0}
    for scene, state in ended:
        most[scene.end] = max(most[scene.end], case.score(state) or 0.0)
    assert most["good"] == 1 > most["mixed"] > most["bad"]


def test_the_best_choice_has_no_fixed_place(case: Scenario) -> None:
    places = set()
    for scene in case.scenes:
        points = [choice.points for choice in scene.choices]
        if points and points.count(max(points)) == 1:
            places.add(points.index(max(points)))
    assert len(places) > 1
    state = case.clean({})
    while not case.is_done(state):
        state = case.go_on(case.choose(state, 0))
    assert (case.score(state) or 0.0) < 0.7


def test_every_bar_moves_and_a_bar_of_harm_begins_empty(case: Scenario) -> None:
    for meter in case.meters:
        assert any(
            choice.changes.get(meter.id) for scene in case.scenes for choice in scene.choices
        )
        assert meter.better != "less" or meter.start == meter.min


def test_a_day_in_the_park_can_leave_no_trace_and_be_a_good_one(gallery: Course) -> None:
    case = _case(gallery, "act-scenario-park")
    best = next(state for state in _ways(case) if case.score(state) == 1)
    values = case.values(best)
    assert values["trace"] == 0
    assert values["joy"] > 5
    assert _here(case, best).end == "good"


def test_the_grams_of_the_way_to_school_are_right(gallery: Course) -> None:
    """1.8 km each way; 200 g per kilometre of a car, 70 g of a seat in a bus."""
    case = _case(gallery, "act-scenario-way")
    monday, tuesday = case.scenes[0], case.scene("tuesday")
    assert tuesday is not None
    walk, bus, car = sorted(choice.changes.get("co2", 0.0) for choice in monday.choices)
    assert walk == 0
    assert bus == pytest.approx(2 * 1.8 * 70)
    assert car == pytest.approx(2 * 1.8 * 200)
    assert pytest.approx(car / 4) in [one.changes.get("co2", 0.0) for one in tuesday.choices]


def test_on_the_worst_day_walking_is_not_what_scores(gallery: Course) -> None:
    case = _case(gallery, "act-scenario-way")
    tuesday = case.scene("tuesday")
    assert tuesday is not None
    walking = [one for one in tuesday.choices if "co2" not in one.changes]
    assert [one.points for one in walking] == [0]
    assert [one.points for one in tuesday.choices if one not in walking] == [2, 2]


def test_the_number_of_the_inspection_is_right(gallery: Course) -> None:
    case = _case(gallery, "act-case-inspection")
    data = case.scene("data")
    assert data is not None
    found = 60 * (21 - 6) / (21 - 11)
    for language in LANGUAGES:
        assert any(f"= {found:.0f} " in one.feedback[language] for one in data.choices)


# ── the debate, the walks, the diary ──────────────────────────────────────────────────────────


def test_the_debate_fills_a_lesson_and_names_good_evidence(gallery: Course) -> None:
    debate = gallery.activity("debate-deposit")
    assert isinstance(debate, Debate)
    assert debate.minutes == 40
    assert len(debate.roles) == 8
    assert set(debate.deal(8, Random(1))) == {one.id for one in debate.roles}
    grades = {one.id: one.grade for one in gallery.facts}
    assert {grades[one] for one in debate.evidence()} <= {"A", "B", "C"}
    for role in debate.roles:
        assert len(role.arguments) == 2
        assert role.answers


@pytest.mark.parametrize("walk_id", WALKS)
def test_a_walk_is_done_with_most_of_its_entries(gallery: Course, walk_id: str) -> None:
    walk = gallery.activity(walk_id)
    assert isinstance(walk, Checklist)
    assert 0 < walk.enough < len(walk.entries)
    state = walk.clean({"ticked": [one.id for one in walk.entries[: walk.enough]]})
    assert walk.is_done(state)


@pytest.mark.parametrize("series_id", SERIES)
def test_a_series_has_a_unit_and_tells_how_to_measure(gallery: Course, series_id: str) -> None:
    series = gallery.activity(series_id)
    assert isinstance(series, Diary)
    assert parse_unit(series.unit) is not None
    assert set(series.help) == set(LANGUAGES)
    assert series.cumulative == (series_id in ("diary-electricity", "diary-water"))
    assert series.better == ("more" if "trees" in series_id else "less")


# ── the picture ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_places_are_to_be_found_and_none_hides_another(
    gallery: Course, language: str
) -> None:
    lesson = gallery.lesson("A9-L6")
    assert lesson is not None
    (found,) = [one for one in lesson.texts[language].items() if isinstance(one, Hotspot)]
    assert found.right_count == 8
    boxes = [region.numbers for region in found.regions]
    for x, y, width, height in boxes:
        assert 0 <= x <= x + width <= 100
        assert 0 <= y <= y + height <= 100
    for (ax, ay, aw, ah), (bx, by, bw, bh) in product(boxes, boxes):
        if (ax, ay) < (bx, by):
            apart = ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay
            assert apart, f"{(ax, ay)} and {(bx, by)}"
