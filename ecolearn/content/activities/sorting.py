"""A sorting game: things appear one by one and go into bins; after each the reason is told.

State: `{"set": id, "order": [thing ids], "put": {thing id: bin id}, "at": number}`: `set` is "" for
all things, `order` what was drawn, `put` the first choices, made in that order, and `at` counts the
things whose reason was read. Score of a whole game: right first choices ÷ things. A game with fewer
things than are drawn is practice, with what went wrong for instance, and has no score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Annotated

import msgspec

from ecolearn.content.activities.base import (
    MOST_PARTS,
    Activity,
    Fault,
    Part,
    State,
    World,
    doubled,
)
from ecolearn.content.activities.near import Near
from ecolearn.content.texts import Text


class Bin(Part, frozen=True):
    """A place things go to. `icon` is a line icon, `hue` 0–359 its colour."""

    id: str
    label: Text
    help: Text = {}
    icon: str = "trash-2"
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] = 150


class Thing(Part, frozen=True):
    """A thing to be put away: where it goes, and why. `picture` is optional."""

    id: str
    label: Text
    bin: str
    why: Text
    picture: str = ""
    sets: tuple[str, ...] = ()


class Set(Part, frozen=True):
    """A smaller game: the things that name it. `bins` gives bins other words, by id."""

    id: str
    label: Text
    draw: Annotated[int, msgspec.Meta(ge=0)] = 0
    bins: dict[str, Text] = {}


@dataclass(frozen=True, slots=True)
class Contamination:
    """What landed in the watched bin: `wrong` of `count` things do not belong there."""

    wrong: int
    count: int

    @property
    def share(self) -> float:
        """Return the wrong share, 0–1; 0 for an empty bin."""
        return self.wrong / self.count if self.count else 0.0


class Sorting(Activity, frozen=True, tag="sorting"):
    """See the module text. `draw` things a game (0 = all). `watch` is the bin whose purity counts:
    contamination = wrong things in it ÷ all things in it; `pass` is the largest share that is
    mastery. Without `watch` all bins together are watched."""

    bins: tuple[Bin, ...]
    things: tuple[Thing, ...]
    sets: tuple[Set, ...] = ()
    draw: Annotated[int, msgspec.Meta(ge=0)] = 0
    watch: str = ""
    pass_mark: float = msgspec.field(default=0.05, name="pass")

    scored = True

    # ── the things of a game ──────────────────────────────────────────────────────────────────

    def thing(self, thing_id: str) -> Thing | None:
        """Return the thing with this id."""
        return next((one for one in self.things if one.id == thing_id), None)

    def bin(self, bin_id: str) -> Bin | None:
        """Return the bin with this id."""
        return next((one for one in self.bins if one.id == bin_id), None)

    def set(self, set_id: str) -> Set | None:
        """Return the set with this id."""
        return next((one for one in self.sets if one.id == set_id), None)

    def things_of(self, set_id: str = "") -> tuple[Thing, ...]:
        """Return the things of a set that have a bin to go to; "" is all of them."""
        bins = {one.id for one in self.bins}
        seen: dict[str, Thing] = {}
        for one in self.things[:MOST_PARTS]:
            if one.bin in bins and (not set_id or set_id in one.sets):
                seen.setdefault(one.id, one)
        return tuple(seen.values())

    def size(self, set_id: str = "") -> int:
        """Return how many things are drawn for a game with a set."""
        count = len(self.things_of(set_id))
        found = self.set(set_id)
        wanted = found.draw if found is not None else self.draw
        return min(wanted, count) if wanted else count

    def draw_game(self, set_id: str, rng: Random) -> State:
        """Return the state a game with a set begins with: every bin gets something to do."""
        things = list(self.things_of(set_id))
        rng.shuffle(things)
        chosen: dict[str, Thing] = {}
        for one in self.bins:  # the first thing of each bin, then whatever comes
            first = next((thing for thing in things if thing.bin == one.id), None)
            if first is not None:
                chosen[first.id] = first
        for thing in things:
            chosen.setdefault(thing.id, thing)
        order = list(chosen)[: self.size(set_id)]
        rng.shuffle(order)
        return {"set": set_id, "order": order, "put": {}, "at": 0}

    def practice(self, state: State, rng: Random) -> State:
        """Return the state of a game with what went wrong in a cleaned `state`."""
        order = [thing.id for thing, _bin in self.mistakes(state)]
        rng.shuffle(order)
        return {"set": state["set"], "order": order, "put": {}, "at": 0}

    # ── playing ───────────────────────────────────────────────────────────────────────────────

    def clean(self, state: State) -> State:
        """See `Activity.clean`."""
        state = self.checked(state)
        set_id, order = state.get("set", ""), state.get("order", [])
        put, at = state.get("put", {}), state.get("at", 0)
        if not isinstance(set_id, str) or not isinstance(order, list) or not isinstance(put, dict):
            raise self.bad("no game")
        if not isinstance(at, int) or isinstance(at, bool):
            raise self.bad("no place")
        if self.set(set_id) is None:
            set_id = ""
        known = {one.id for one in self.things_of(set_id)}
        kept = [one for one in dict.fromkeys(filter(_is_text, order)) if one in known]
        bins = {one.id for one in self.bins}
        done: dict[str, str] = {}
        for thing_id in kept:
            chosen = put.get(thing_id)
            if not isinstance(chosen, str) or chosen not in bins:
                break
            done[thing_id] = chosen
        return {
            "set": set_id if kept else "",
            "order": kept,
            "put": done,
            "at": min(max(at, len(done) - 1, 0), len(done)),
        }

    def put(self, state: State, bin_id: str) -> State:
        """Return a cleaned `state` after the thing in hand was put into a bin, `state` itself if
        there is none in hand or no such bin."""
        thing_id = self.in_hand(state)
        if not thing_id or self.bin(bin_id) is None:
            return state
        return {**state, "put": {**state["put"], thing_id: bin_id}}

    def read(self, state: State) -> State:
        """Return a cleaned `state` after the reason for the last thing was read."""
        return {**state, "at": len(state["put"])}

    def in_hand(self, state: State) -> str:
        """Return the id of the thing to be put away now, "" if there is none or the reason for
        the one before is being read."""
        order, done = state.get("order", []), len(state.get("put", {}))
        return str(order[done]) if done < len(order) and state.get("at", 0) == done else ""

    def just_put(self, state: State) -> str:
        """Return the id of the thing whose reason is being read, "" if there is none."""
        order, done = state.get("order", []), len(state.get("put", {}))
        return str(order[done - 1]) if done and state.get("at", 0) < done else ""

    def is_right(self, state: State, thing_id: str) -> bool:
        """Tell whether a thing was put where it belongs."""
        thing = self.thing(thing_id)
        return thing is not None and state.get("put", {}).get(thing_id) == thing.bin

    def streak(self, state: State) -> int:
        """Return how many of the last things were right without a mistake between."""
        count = 0
        for thing, bin_id in reversed(self.played(state)):
            if bin_id != thing.bin:
                break
            count += 1
        return count

    def played(self, state: State) -> list[tuple[Thing, str]]:
        """Return the things that were put away, in that order, with the bins chosen."""
        put = state.get("put", {})
        found = [(self.thing(one), str(put[one])) for one in state.get("order", []) if one in put]
        return [(thing, bin_id) for thing, bin_id in found if thing is not None]

    # ── judging ───────────────────────────────────────────────────────────────────────────────

    def is_done(self, state: State) -> bool:
        """See `Activity.is_done`."""
        order = state.get("order", [])
        return bool(order) and len(state.get("put", {})) == len(order)

    def is_practice(self, state: State) -> bool:
        """Tell whether a state is a game with fewer things than are drawn for a whole one."""
        order = state.get("order", [])
        return bool(order) and len(order) < self.size(state.get("set", ""))

    def right_count(self, state: State) -> int:
        """Return how many first choices were right."""
        return sum(bin_id == thing.bin for thing, bin_id in self.played(state))

    def score(self, state: State) -> float | None:
        """See `Activity.score`."""
        if not self.is_done(state) or self.is_practice(state):
            return None
        return self.right_count(state) / len(state["order"])

    def mistakes(self, state: State) -> list[tuple[Thing, str]]:
        """Return the things that were put wrong, with the bin they were put into."""
        return [(thing, bin_id) for thing, bin_id in self.played(state) if bin_id != thing.bin]

    def contamination(self, state: State) -> Contamination:
        """Return what is wrong in the watched bin."""
        inside = [
            thing.bin == bin_id
            for thing, bin_id in self.played(state)
            if not self.watch or bin_id == self.watch
        ]
        return Contamination(inside.count(False), len(inside))

    def is_mastered(self, state: State) -> bool:
        """Tell whether a whole game was finished and the watched bin is clean enough. An empty bin
        shows nothing."""
        if not self.is_done(state) or self.is_practice(state):
            return False
        found = self.contamination(state)
        return found.count > 0 and found.share <= self.pass_mark

    # ── what is wrong with it ─────────────────────────────────────────────────────────────────

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        yield from doubled(self.bins, "bins")
        yield from doubled(self.things, "things")
        yield from doubled(self.sets, "sets")
        bins = {one.id for one in self.bins}
        sets = {one.id for one in self.sets}
        near_bin, near_set, near_icon = Near(bins), Near(sets), Near(world.icons)
        for number, thing in enumerate(self.things):
            if thing.bin not in bins:
                yield "A201", ("things", number, "bin"), near_bin.facts(thing.bin)
            for place, set_id in enumerate(thing.sets):
                if set_id not in sets:
                    yield "A204", ("things", number, "sets", place), near_set.facts(set_id)
            if thing.picture and not world.has_media(thing.picture):
                yield "A206", ("things", number, "picture"), {"name": thing.picture}
        used = {thing.bin for thing in self.things}
        for number, one in enumerate(self.bins):
            if one.id not in used:
                yield "A202", ("bins", number, "id"), {"id": one.id}
            if world.icons and one.icon not in world.icons:
                yield "M015", ("bins", number, "icon"), near_icon.facts(one.icon, "name")
        yield from self._draw_faults()
        for number, one_set in enumerate(self.sets):
            for bin_id in one_set.bins:
                if bin_id not in bins:
                    yield "A201", ("sets", number, "bins", bin_id), near_bin.facts(bin_id)
        if self.watch and self.watch not in bins:
            yield "A205", ("watch",), {"key": "watch", "value": self.watch}
        if not 0 <= self.pass_mark < 1:
            yield "A205", ("pass",), {"key": "pass", "value": self.pass_mark}

    def _draw_faults(self) -> Iterator[Fault]:
        count = len(self.things_of())
        if not count or self.draw > count:
            yield "A203", ("draw",) if self.draw else ("things",), _few(max(self.draw, 1), count)
        for number, one in enumerate(self.sets):
            count = len(self.things_of(one.id))
            if not count or one.draw > count:
                key = "draw" if one.draw else "id"
                yield "A203", ("sets", number, key), _few(max(one.draw, 1), count)


def _few(draw: int, count: int) -> dict[str, object]:
    return {"draw": draw, "count": count}


def _is_text(value: object) -> bool:
    return isinstance(value, str)
