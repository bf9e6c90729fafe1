"""Scenarios: the way and how it is cleaned, meters, the best way, what is wrong with a graph."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities.base import State, World
from ecolearn.content.activities.scenario import LONGEST_WAY, Choice, Meter, Scenario, Scene
from ecolearn.content.model import Fact
from ecolearn.errors import BadResponse

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 3) | st.sampled_from(["a", "b", "c", "end"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["path", "at"]), inner, max_size=3)
    ),
    max_leaves=12,
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", "end"]), st.integers(-1, 3)).map(list), max_size=6
)


def scene(name: str, *ways: str | tuple[str, float], **more: Any) -> Scene:
    """Return a scene whose choices lead to the scenes named, with points."""
    choices = []
    for way in ways:
        following, points = way if isinstance(way, tuple) else (way, 0.0)
        choices.append(Choice(text={"en": f"To {following}"}, next=following, points=points))
    if not ways:
        more.setdefault("end", "good")
    return Scene(id=name, text={"en": f"This is {name}."}, choices=tuple(choices), **more)


def case(*scenes: Scene, **more: Any) -> Scenario:
    """Return a scenario of these scenes."""
    return Scenario(id="case", title={"en": "Case"}, scenes=scenes, **more)


def walked(activity: Scenario, *choices: int) -> State:
    """Return the state after choices, the last one read."""
    state: State = activity.clean({})
    for number in choices:
        state = activity.go_on(activity.choose(state, number))
    return state


def forked(**more: Any) -> Scenario:
    """Return a → (b or c), b → end, c → back to a or the end."""
    return case(
        scene("a", ("b", 2), ("c", 0)),
        scene("b", ("end", 1)),
        scene("c", "a", "end"),
        scene("end"),
        **more,
    )


# ── the way ───────────────────────────────────────────────────────────────────────────────────


def test_what_is_said_about_a_choice_is_read_before_the_next_scene() -> None:
    activity = forked()
    start = activity.clean({})
    assert start == {"path": [], "at": "a"}
    assert activity.pending(start) is None
    chosen = activity.choose(start, 0)
    assert chosen == {"path": [["a", 0]], "at": "a"}
    step = activity.pending(chosen)
    assert step is not None
    assert step.choice.next == "b"
    assert activity.choose(chosen, 1) is chosen, "it was chosen already"
    on = activity.go_on(chosen)
    assert on == {"path": [["a", 0]], "at": "b"}
    assert activity.pending(on) is None
    assert activity.choose(on, 7) is on
    assert start["path"] == [], "states are not changed in place"


def test_going_back_shortens_the_way() -> None:
    activity = forked()
    state = walked(activity, 1, 0, 0)
    assert state == {"path": [["a", 1], ["c", 0], ["a", 0]], "at": "b"}
    assert activity.back(state) == {"path": [["a", 1], ["c", 0]], "at": "a"}
    assert activity.back_to(state, 1) == {"path": [["a", 1]], "at": "c"}
    assert activity.back_to(state, 0) == {"path": [], "at": "a"}
    assert activity.back_to(state, 3) is state
    start = activity.clean({})
    assert activity.back(start) is start
    assert activity.go_on(start) is start
    chosen = activity.choose(start, 1)
    assert activity.back(chosen) == start, "also what was just chosen"


def test_a_choice_that_leads_nowhere_cannot_be_taken() -> None:
    activity = case(scene("a", "nowhere", "end"), scene("end"))
    start = activity.clean({})
    assert activity.choose(start, 0) is start
    assert activity.clean({"path": [["a", 0]], "at": "nowhere"}) == start


def test_a_circle_ends_some_time() -> None:
    activity = case(scene("a", "a", "end"), scene("end"))
    state = activity.clean({})
    for _ in range(LONGEST_WAY + 5):
        state = activity.go_on(activity.choose(state, 0))
    assert len(state["path"]) == LONGEST_WAY
    assert not activity.can_choose(state)
    assert activity.clean(state) == state
    assert activity.can_choose(activity.back(state))


def test_meters_follow_the_way_and_stay_in_their_range() -> None:
    spend = Choice(text={"en": "Spend"}, next="a", changes={"money": -60, "else": 5})
    stop = Choice(text={"en": "Stop"}, next="end", changes={"money": 15, "trust": 1})
    activity = case(
        Scene(id="a", text={"en": "A"}, choices=(spend, stop)),
        scene("end"),
        meters=(
            Meter(id="money", label={"en": "Money"}, start=100),
            Meter(id="trust", label={"en": "Trust"}, start=-3, min=0, max=5),
        ),
    )
    state = walked(activity, 0, 0, 1)
    assert [activity.values(state, n) for n in range(4)] == [
        {"money": 100, "trust": 0},
        {"money": 40, "trust": 0},
        {"money": 0, "trust": 0},
        {"money": 15, "trust": 1},
    ]
    assert activity.values(state) == activity.values(state, 3)


# ── states ────────────────────────────────────────────────────────────────────────────────────


def test_a_way_is_cut_where_it_does_not_follow() -> None:
    clean = forked().clean
    whole = {"path": [["a", 1], ["c", 0]], "at": "c"}
    assert clean(whole) == whole, "the choice is still being read"
    assert clean({**whole, "at": "a"})["at"] == "a"
    assert clean({**whole, "at": "end"})["at"] == "a"
    assert clean({"path": [["a", 1], ["b", 0]], "at": "b"}) == {"path": [["a", 1]], "at": "c"}
    assert clean({"path": [["b", 0]]}) == {"path": [], "at": "a"}
    for bad in (["a", 9], ["a", -1], ["a", True], ["a"], "a", ["a", 0.0], None):
        assert clean({"path": [bad], "at": "b"}) == {"path": [], "at": "a"}


@pytest.mark.parametrize("state", [[], 1, {"path": {}}, {"at": 3}])
def test_what_is_no_way_is_refused(state: Any) -> None:
    with pytest.raises(BadResponse):
        forked().clean(state)


def test_no_scenes_no_way() -> None:
    activity = case()
    assert activity.clean({"path": [["a", 0]], "at": "a"}) == {"path": [], "at": ""}
    assert not activity.is_done(activity.clean({}))
    assert activity.best_points() == 0
    assert activity.choose(activity.clean({}), 0) == activity.clean({})


@given(JSON | st.fixed_dictionaries({"path": STEPS, "at": st.sampled_from(["a", "b", "x"])}))
def test_cleaning_takes_anything(state: Any) -> None:
    activity = forked()
    try:
        cleaned = activity.clean(state)
    except BadResponse:
        return
    assert activity.clean(cleaned) == cleaned
    way = activity.way(cleaned)
    assert all(one.choice.next == two.scene.id for one, two in pairwise(way))


# ── judging ───────────────────────────────────────────────────────────────────────────────────


def test_done_at_an_end() -> None:
    activity = forked()
    assert not activity.is_done({})
    assert not activity.is_done(activity.choose(walked(activity, 0), 0)), "not yet read"
    assert activity.is_done(walked(activity, 0, 0))


def test_points_of_the_way_over_the_most_there_are() -> None:
    activity = forked()
    assert activity.best_points() == 3
    assert activity.score(walked(activity, 0, 0)) == 1
    assert activity.score(walked(activity, 1, 1)) == 0
    assert activity.score(walked(activity, 1, 0, 0, 0)) == 1, "the story itself led back"
    assert activity.score(walked(activity, 0)) is None
    assert case(scene("a", "end"), scene("end")).score(walked(forked(), 0, 0)) is None


def test_the_best_way_is_not_the_best_choice_of_every_scene() -> None:
    activity = case(
        scene("a", ("b", 3), ("c", 1)),
        scene("b", ("end", 0)),
        scene("c", ("end", 5), ("b", -1)),
        scene("end"),
    )
    assert activity.best_points() == 6
    assert activity.score(walked(activity, 0, 0)) == pytest.approx(0.5)
    assert activity.score(walked(activity, 1, 1, 0)) == 0


def test_circles_win_nothing() -> None:
    activity = case(
        scene("hub", ("north", 1), ("south", 1), ("end", 2)),
        scene("north", ("hub", 0)),
        scene("south", ("hub", 0)),
        scene("end"),
    )
    assert activity.best_points() == 4
    state = walked(activity, 0, 0, 0, 0, 0, 0, 2)
    assert activity.points(state) == 3
    assert activity.score(state) == pytest.approx(0.75)
    assert activity.score(walked(activity, 0, 0, 1, 0, 2)) == 1


def test_ways_without_an_end_do_not_count() -> None:
    activity = case(
        scene("a", ("trap", 100), ("end", 2)),
        scene("trap", ("trap2", 50)),
        scene("trap2", ("trap", 50)),
        scene("end"),
    )
    assert activity.best_points() == 2
    assert case(scene("a", ("a", 9))).best_points() == 0


def some_graph(seed: int) -> Scenario:
    """Return scenes whose choices lead on to later ones, and sometimes back."""
    rng = Random(seed)
    names = [f"s{number}" for number in range(7)]
    scenes = []
    for number, name in enumerate(names[:-1]):
        count = rng.randint(1, 3)
        ways = [(rng.choice(names[number + 1 :]), float(rng.randint(-2, 3))) for _ in range(count)]
        scenes.append(scene(name, *ways))
    return case(*scenes, scene(names[-1]))


@pytest.mark.parametrize("seed", range(60))
def test_no_way_forward_has_more_than_the_best(seed: int) -> None:
    activity = some_graph(seed)

    def most(state: State) -> float:
        here = activity.here(state)
        assert here is not None
        if not here.choices:
            return activity.points(state)
        return max(
            most(activity.go_on(activity.choose(state, n))) for n in range(len(here.choices))
        )

    assert activity.best_points() == pytest.approx(
        max(0.0, most(activity.clean({}))), abs=1e-9
    ) or (most(activity.clean({})) < 0)


@given(st.integers(0, 1000), st.lists(st.integers(0, 2), max_size=9))
def test_scores_are_shares(seed: int, choices: list[int]) -> None:
    activity = some_graph(seed)
    state = activity.clean({})
    for number in choices:
        state = activity.choose(state, number)
        assert activity.clean(state) == state
        state = activity.go_on(state)
        assert activity.clean(state) == state
    score = activity.score(state)
    assert score is None or 0 <= score <= 1


def test_long_chains_and_large_circles_are_judged_quickly() -> None:
    count = 5_000
    chain = [scene(f"s{n}", (f"s{n + 1}", 1)) for n in range(count)]
    activity = case(*chain, scene(f"s{count}"))
    began = time.monotonic()
    assert activity.best_points() == count
    assert list(activity.faults(World())) == []
    circle = case(*chain, scene(f"s{count}", ("s0", 1), ("end", 1)), scene("end"))
    assert circle.best_points() == count + 2
    ways = (Choice(text={"en": "On"}, next=f"gone{n}", changes={f"m{n}": 1}) for n in range(count))
    bad = case(Scene(id="a", text={"en": "A"}, choices=tuple(ways)), *chain)
    assert len(list(bad.faults(World()))) > count
    assert time.monotonic() - began < 3


# ── what is wrong with a graph ────────────────────────────────────────────────────────────────


def codes(activity: Scenario, world: World | None = None) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the faults with their places."""
    return [(code, path) for code, path, _facts in activity.faults(world or World())]


def test_a_good_graph_has_no_fault() -> None:
    assert codes(forked()) == []


def test_no_scene() -> None:
    assert codes(case()) == [("A301", ("scenes",))]


def test_a_scene_that_is_not_there() -> None:
    (fault,) = case(scene("a", "ende", "end"), scene("end")).faults(World())
    wanted = {"id": "ende", "suggestion": "end"}
    assert fault == ("A302", ("scenes", 0, "choices", 0, "next"), wanted)
    only = case(scene("a", "nowhere"))
    assert codes(only) == [("A302", ("scenes", 0, "choices", 0, "next"))], "said once"


def test_a_scene_nobody_comes_to() -> None:
    activity = case(scene("a", "end"), scene("end"), scene("island", "end"))
    assert codes(activity) == [("A303", ("scenes", 2, "id"))]


def test_an_end_says_of_which_kind() -> None:
    activity = case(scene("a", "end"), scene("end", end=""))
    assert codes(activity) == [("A304", ("scenes", 1, "id"))]


def test_a_circle_without_a_way_out_is_told_once() -> None:
    activity = case(
        scene("a", "x", "p", "end"),
        scene("x", "y"),
        scene("y", "x"),
        scene("p", "p"),
        scene("end"),
    )
    assert codes(activity) == [("A305", ("scenes", 1, "id")), ("A305", ("scenes", 3, "id"))]


def test_meters_pictures_facts_and_ids() -> None:
    change = Choice(text={"en": "Go"}, next="end", changes={"mony": 1})
    activity = case(
        Scene(id="a", text={"en": "A"}, choices=(change,), picture="media/a.svg"),
        scene("end"),
        scene("end"),
        meters=(
            Meter(id="money", label={"en": "Money"}),
            Meter(id="odd", label={"en": "Odd"}, min=5, max=5),
        ),
        facts=("F-1", "F-2", "F-3"),
    )
    facts = {
        "F-1": Fact(id="F-1", grade="B", source="", text={"en": "A fact."}),
        "F-3": Fact(id="F-3", grade="D", source="", text={"en": "A rumour."}),
    }
    assert codes(activity, World(facts=facts, has_media=lambda source: False)) == [
        ("A011", ("scenes", 2, "id")),
        ("A105", ("meters", 1, "min")),
        ("A601", ("facts", 1)),
        ("A602", ("facts", 2)),
        ("A307", ("scenes", 0, "picture")),
        ("A306", ("scenes", 0, "choices", 0, "changes", "mony")),
    ]
