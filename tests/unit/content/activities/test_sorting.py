"""Sorting games: drawing, putting, contamination, mastery, what is wrong with a game."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities.base import State, World
from ecolearn.content.activities.sorting import Bin, Set, Sorting, Thing
from ecolearn.errors import BadResponse

BINS = ("dry", "wet", "special", "reuse")
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["set", "order", "put", "at", "t1"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def bin_of(name: str, **more: Any) -> Bin:
    """Return a bin."""
    return Bin(id=name, label={"en": name}, **more)


def thing(name: str, target: str, *sets: str, **more: Any) -> Thing:
    """Return a thing."""
    return Thing(id=name, label={"en": name}, bin=target, why={"en": f"{name}!"}, sets=sets, **more)


def game(**more: Any) -> Sorting:
    """Return a game of 28 things, seven for each bin, 20 drawn, 12 in the junior set."""
    values: dict[str, Any] = {
        "id": "game",
        "title": {"en": "Sort"},
        "bins": tuple(bin_of(one) for one in BINS),
        "things": tuple(
            thing(f"t{number}", BINS[number % 4], *(["junior"] if number < 12 else []))
            for number in range(28)
        ),
        "sets": (Set(id="junior", label={"en": "Junior"}),),
        "draw": 20,
        "watch": "dry",
    }
    return Sorting(**(values | more))


def played(activity: Sorting, order: list[str], wrong: dict[str, str] | None = None) -> State:
    """Return the state of a game in which `wrong` things went where they do not belong."""
    state: State = {"set": "", "order": order, "put": {}, "at": 0}
    for one in order:
        found = activity.thing(one)
        assert found is not None
        state = activity.read(activity.put(state, (wrong or {}).get(one, found.bin)))
    return state


def of_bin(activity: Sorting, name: str) -> list[str]:
    """Return the ids of the things that belong into a bin."""
    return [one.id for one in activity.things if one.bin == name]


# ── drawing ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", range(40))
def test_a_game_has_as_many_things_as_are_drawn_and_something_for_every_bin(seed: int) -> None:
    activity = game()
    state = activity.draw_game("", Random(seed))
    assert len(state["order"]) == len(set(state["order"])) == 20
    found = [activity.thing(one) for one in state["order"]]
    assert {one.bin for one in found if one is not None} == set(BINS)
    assert activity.clean(state) == state


def test_chance_is_an_argument() -> None:
    draws = [game().draw_game("", Random(seed))["order"] for seed in (1, 1, 2)]
    assert draws[0] == draws[1] != draws[2]


def test_a_set_is_a_smaller_game() -> None:
    activity = game()
    state = activity.draw_game("junior", Random(1))
    assert sorted(state["order"]) == sorted(one.id for one in activity.things_of("junior"))
    assert activity.size("junior") == 12
    few = game(sets=(Set(id="junior", label={"en": "Junior"}, draw=5),))
    assert len(few.draw_game("junior", Random(1))["order"]) == few.size("junior") == 5
    assert game(draw=0).size() == 28
    assert game(draw=99).size() == 28


def test_a_thing_without_a_place_is_not_drawn() -> None:
    activity = game(draw=0, things=(thing("a", "dry"), thing("b", "nowhere")))
    assert activity.draw_game("", Random(1))["order"] == ["a"]


# ── playing ───────────────────────────────────────────────────────────────────────────────────


def test_the_first_choice_counts_and_is_read_before_the_next_thing() -> None:
    activity = game()
    start: State = {"set": "", "order": ["t0", "t1"], "put": {}, "at": 0}
    assert (activity.in_hand(start), activity.just_put(start)) == ("t0", "")
    put = activity.put(start, "wet")
    assert (activity.in_hand(put), activity.just_put(put)) == ("", "t0")
    assert activity.put(put, "dry") is put, "a second choice changes nothing"
    on = activity.read(put)
    assert (activity.in_hand(on), activity.just_put(on)) == ("t1", "")
    assert activity.put(on, "no such bin") is on
    last = activity.put(on, "wet")
    assert activity.is_done(last)
    assert activity.just_put(last) == "t1"
    assert activity.in_hand(activity.read(last)) == ""
    assert activity.mistakes(last) == [(activity.things[0], "wet")]
    assert start["put"] == {}, "states are not changed in place"


def test_a_streak_ends_with_a_mistake() -> None:
    activity = game()
    assert activity.streak(played(activity, ["t0", "t1", "t2"], {"t0": "wet"})) == 2
    assert activity.streak(played(activity, ["t0", "t1"], {"t1": "dry"})) == 0
    assert activity.streak({}) == 0


def test_nothing_done_is_no_game() -> None:
    activity = game()
    assert activity.clean({}) == {"set": "", "order": [], "put": {}, "at": 0}
    assert not activity.is_done({})
    assert activity.score({}) is None
    assert not activity.is_mastered({})


# ── judging ───────────────────────────────────────────────────────────────────────────────────


def test_one_of_ten_in_dry_is_ten_per_cent_and_no_mastery() -> None:
    """CURRICULUM section 9: 20 items, dry received 10 of which 1 wrong."""
    things = [thing(f"d{n}", "dry") for n in range(9)] + [thing(f"w{n}", "wet") for n in range(11)]
    activity = game(things=tuple(things))
    state = played(activity, [one.id for one in things], {"w3": "dry"})
    found = activity.contamination(state)
    assert (found.wrong, found.count) == (1, 10)
    assert found.share == pytest.approx(0.10)
    assert not activity.is_mastered(state)
    assert activity.score(state) == pytest.approx(19 / 20)


def test_five_per_cent_is_mastery() -> None:
    things = [thing(f"d{n}", "dry") for n in range(19)] + [thing("w", "wet")]
    activity = game(things=tuple(things))
    state = played(activity, [one.id for one in things], {"w": "dry"})
    assert activity.contamination(state).share == pytest.approx(0.05)
    assert activity.is_mastered(state)


def test_a_bin_nothing_was_put_into_shows_nothing() -> None:
    activity = game(draw=0)
    elsewhere = dict.fromkeys((one.id for one in activity.things), "wet")
    state = played(activity, [one.id for one in activity.things], elsewhere)
    assert activity.contamination(state).count == 0
    assert activity.contamination(state).share == 0
    assert not activity.is_mastered(state)


def test_without_a_watched_bin_all_are_watched() -> None:
    activity = game(watch="", draw=0)
    order = [one.id for one in activity.things]
    assert activity.is_mastered(played(activity, order))
    wrong = {order[0]: "reuse", order[1]: "reuse"}
    found = activity.contamination(played(activity, order, wrong))
    assert (found.wrong, found.count) == (2, 28)


def test_practice_has_no_score_and_is_no_mastery() -> None:
    activity = game()
    whole = activity.draw_game("", Random(5))
    dry = [one for one in whole["order"] if one in of_bin(activity, "dry")]
    state = played(activity, whole["order"], dict.fromkeys(dry[:2], "special"))
    again = activity.practice(state, Random(1))
    assert sorted(again["order"]) == sorted(dry[:2])
    done = played(activity, again["order"])
    assert activity.is_practice(done)
    assert activity.is_done(done)
    assert activity.score(done) is None
    assert not activity.is_mastered(done)
    assert not activity.is_practice(state)


# ── states ────────────────────────────────────────────────────────────────────────────────────


def test_a_game_is_gone_on_with_in_the_middle() -> None:
    activity = game()
    state = activity.draw_game("junior", Random(3))
    state = activity.put(activity.read(activity.put(state, "dry")), "wet")
    kept = activity.clean(json.loads(json.dumps(state, sort_keys=True)))
    assert kept == state
    assert activity.just_put(kept) == state["order"][1]
    assert list(kept["put"]) == state["order"][:2]


def test_what_the_course_has_no_more_is_left_out() -> None:
    activity = game()
    state = {"set": "junior", "order": ["t0", "gone", 7, "t0", "t1"], "put": {"t0": "dry"}, "at": 9}
    wanted = {"set": "junior", "order": ["t0", "t1"], "put": {"t0": "dry"}, "at": 1}
    assert activity.clean(state) == wanted
    assert activity.clean({"order": ["t0", "t1"], "put": {"t1": "dry"}})["put"] == {}
    assert activity.clean({"order": ["t0"], "put": {"t0": "gone"}})["put"] == {}
    assert activity.clean({"set": "gone", "order": ["t0"]})["set"] == ""


@pytest.mark.parametrize(
    "state", [[], "x", {"order": 1}, {"put": []}, {"set": 1}, {"at": "x"}, {"at": True}]
)
def test_what_is_no_game_is_refused(state: Any) -> None:
    with pytest.raises(BadResponse):
        game().clean(state)


@given(JSON)
def test_cleaning_takes_anything(state: Any) -> None:
    activity = game()
    try:
        cleaned = activity.clean(state)
    except BadResponse:
        return
    assert activity.clean(cleaned) == cleaned


@given(st.lists(st.sampled_from(BINS), max_size=25), st.sampled_from(["", "junior"]))
def test_scores_are_shares(chosen: list[str], set_id: str) -> None:
    activity = game()
    state = activity.draw_game(set_id, Random(len(chosen)))
    for bin_id in chosen:
        state = activity.read(activity.put(state, bin_id))
        assert activity.clean(state) == state
        score = activity.score(state)
        assert (score is not None) == activity.is_done(state)
        assert score is None or 0 <= score <= 1
        assert 0 <= activity.contamination(state).share <= 1


# ── what is wrong with a game ─────────────────────────────────────────────────────────────────


def codes(activity: Sorting, world: World | None = None) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the faults with their places."""
    return [(code, path) for code, path, _facts in activity.faults(world or World())]


def test_a_good_game_has_no_fault() -> None:
    assert codes(game()) == []
    assert codes(game(draw=0, watch="", sets=())) == [
        ("A204", ("things", number, "sets", 0)) for number in range(12)
    ]


def test_faults() -> None:
    junior = Set(id="junior", label={"en": "Junior"}, draw=13, bins={"drry": {"en": "Dry"}})
    assert codes(game(sets=(junior,))) == [
        ("A203", ("sets", 0, "draw")),
        ("A201", ("sets", 0, "bins", "drry")),
    ]
    assert codes(game(draw=29)) == [("A203", ("draw",))]
    assert codes(game(watch="drry")) == [("A205", ("watch",))]
    assert codes(game(pass_mark=5)) == [("A205", ("pass",))]
    more = (*game().bins, bin_of("extra"))
    assert codes(game(bins=more)) == [("A202", ("bins", 4, "id"))]
    twice = (*game().bins, bin_of("dry"))
    assert codes(game(bins=twice)) == [("A011", ("bins", 4, "id"))]
    empty = (*game().sets, Set(id="other", label={"en": "Other"}))
    assert codes(game(sets=empty)) == [("A203", ("sets", 1, "id"))]
    assert codes(game(bins=(), things=(), watch="", sets=(), draw=0)) == [("A203", ("things",))]


def test_a_bin_that_is_not_there_is_named_with_the_nearest() -> None:
    things = (*game().things, thing("x", "dyr"))
    (fault,) = game(things=things).faults(World())
    assert fault == ("A201", ("things", 28, "bin"), {"id": "dyr", "suggestion": "dry"})


def test_pictures_must_be_there() -> None:
    things = (*game().things, thing("x", "dry", picture="media/x.svg"))
    world = World(has_media=lambda source: False)
    assert codes(game(things=things), world) == [("A206", ("things", 28, "picture"))]
    assert codes(game(things=things)) == []


def test_icons_must_be_there() -> None:
    bins = (bin_of("dry", icon="pakage"), *game().bins[1:])
    world = World(icons=frozenset({"package", "trash-2"}))
    (fault,) = game(bins=bins).faults(world)
    assert fault == ("M015", ("bins", 0, "icon"), {"name": "pakage", "suggestion": "package"})
    assert codes(game(bins=bins)) == []
