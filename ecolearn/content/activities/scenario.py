"""A scenario or case: scenes with text and choices that lead on, and an end that sums up.

State: `{"path": [[scene id, choice index], …], "at": scene id}`: the way taken since the first
scene, choices counted from 0. `at` is the scene now: where the last choice leads, or still the
scene of that choice while what is said about it is being read. Going back shortens the way.

The score is the points of the way ÷ the most a way can have. A choice counts once, however often
one comes by, so going in circles wins nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from ecolearn.content.activities.base import (
    Activity,
    Fault,
    Part,
    State,
    World,
    doubled,
)
from ecolearn.content.activities.near import Near
from ecolearn.content.texts import Text

#: a way may have this many steps; one in a circle would never end
LONGEST_WAY = 300


class Meter(Part, frozen=True):
    """A number that choices change, such as money or trust, shown beside the scenes. `better` says
    which way is good, `shown` is the unit in other words (“million tenge”)."""

    id: str
    label: Text
    start: float = 0
    min: float = 0
    max: float = 100
    unit: str = ""
    shown: Text = {}
    better: Literal["more", "less", ""] = ""

    def within(self, value: float) -> float:
        """Return `value`, or the end of the range it is beyond."""
        return max(self.min, min(self.max, value))


class Choice(Part, frozen=True):
    """A way on: the words, the scene it leads to, what to say about it, and what it changes.
    `points` count for the score: a choice that is right has the most of its scene."""

    text: Text
    next: str
    feedback: Text = {}
    changes: dict[str, float] = {}
    points: float = 0


class Scene(Part, frozen=True):
    """A scene; one without choices is an end, and `end` says of which kind."""

    id: str
    text: Text
    picture: str = ""
    alt: Text = {}
    end: Literal["", "good", "mixed", "bad"] = ""
    choices: tuple[Choice, ...] = ()


class Step(NamedTuple):
    """A step of a way: the choice taken in a scene, counted from 0."""

    scene: Scene
    number: int

    @property
    def choice(self) -> Choice:
        """Return the choice."""
        return self.scene.choices[self.number]


class Scenario(Activity, frozen=True, tag="scenario"):
    """See the module text. Begins with the first scene. `style` "case" tells it as documents about
    a real place, "story" as a story. `facts` are shown at the end as evidence."""

    scenes: tuple[Scene, ...]
    meters: tuple[Meter, ...] = ()
    facts: tuple[str, ...] = ()
    style: Literal["story", "case"] = "story"

    scored = True

    # ── the way ───────────────────────────────────────────────────────────────────────────────

    @property
    def first(self) -> str:
        """Return the id of the scene it begins with, "" if there is none."""
        return self.scenes[0].id if self.scenes else ""

    def scene(self, scene_id: str) -> Scene | None:
        """Return the scene with this id."""
        return next((one for one in self.scenes if one.id == scene_id), None)

    def clean(self, state: State) -> State:
        """See `Activity.clean`. The way is cut where a step does not follow from the one before."""
        state = self.checked(state)
        path, at = state.get("path", []), state.get("at", "")
        if not isinstance(path, list) or not isinstance(at, str):
            raise self.bad("no way")
        kept: list[list[str | int]] = []
        here = self.first
        for step in path[:LONGEST_WAY]:
            scene = self.scene(here)
            if scene is None or not _is_step(step) or step[0] != here:
                break
            if not 0 <= step[1] < len(scene.choices):
                break
            following = scene.choices[step[1]].next
            if self.scene(following) is None:
                break
            kept.append([here, step[1]])
            here = following
        if kept and len(kept) == len(path) and at == kept[-1][0]:
            here = at
        return {"path": kept, "at": here}

    def way(self, state: State) -> list[Step]:
        """Return the steps of a cleaned `state`."""
        found = []
        for scene_id, index in state.get("path", []):
            scene = self.scene(scene_id)
            if scene is not None and 0 <= index < len(scene.choices):
                found.append(Step(scene, index))
        return found

    def here(self, state: State) -> Scene | None:
        """Return the scene of a cleaned `state`; the first one if nothing was done."""
        return self.scene(state.get("at", "") or self.first)

    def pending(self, state: State) -> Step | None:
        """Return the last step while what is said about it is being read."""
        way = self.way(state)
        if not way or state.get("at") != way[-1].scene.id:
            return None
        return way[-1] if way[-1].choice.next != way[-1].scene.id else None

    def choose(self, state: State, index: int) -> State:
        """Return a cleaned `state` after a choice was taken in its scene; `state` itself if it
        cannot be taken."""
        scene = self.here(state)
        if scene is None or self.pending(state) is not None or not self.can_choose(state):
            return state
        if not 0 <= index < len(scene.choices) or self.scene(scene.choices[index].next) is None:
            return state
        path = [*state.get("path", []), [scene.id, index]]
        return {"path": path, "at": scene.id}

    def can_choose(self, state: State) -> bool:
        """Tell whether the way may become longer."""
        return len(state.get("path", [])) < LONGEST_WAY

    def go_on(self, state: State) -> State:
        """Return a cleaned `state` after what was said about the last choice was read."""
        way = self.way(state)
        return {**state, "at": way[-1].choice.next} if way else state

    def back(self, state: State) -> State:
        """Return a cleaned `state` with the last choice taken back."""
        path = state.get("path", [])
        return {"path": path[:-1], "at": path[-1][0]} if path else state

    def back_to(self, state: State, steps: int) -> State:
        """Return a cleaned `state` as it was after the first `steps` choices."""
        path = state.get("path", [])
        if steps >= len(path):
            return state
        return {"path": path[:steps], "at": path[steps][0]}

    def values(self, state: State, steps: int | None = None) -> dict[str, float]:
        """Return the meters by id after the first `steps` choices of a cleaned `state`, after all
        of them without."""
        found = {one.id: one.within(one.start) for one in self.meters}
        for step in islice(self.way(state), steps):
            for meter in self.meters:
                change = step.choice.changes.get(meter.id, 0.0)
                found[meter.id] = meter.within(found[meter.id] + change)
        return found

    # ── judging ───────────────────────────────────────────────────────────────────────────────

    def is_done(self, state: State) -> bool:
        """See `Activity.is_done`."""
        scene = self.here(state)
        return bool(state) and scene is not None and not scene.choices

    def score(self, state: State) -> float | None:
        """See `Activity.score`."""
        best = self.best_points()
        if best <= 0 or not self.is_done(state):
            return None
        return max(0.0, min(1.0, self.points(state) / best))

    def points(self, state: State) -> float:
        """Return the points of the way of a cleaned `state`; a choice counts once."""
        taken = {(step.scene.id, step.number): step.choice.points for step in self.way(state)}
        return sum(taken.values())

    def best_points(self) -> float:
        """Return the most points that a way from the first scene to an end can have, 0 if none has
        an end.

        Scenes one can go to and fro between count together: all their choices can be taken before
        one leaves them, and those that cost points need not be.
        """
        graph = _Graph(self)
        if self.first not in graph.ending:
            return 0.0
        best: dict[int, float] = {}
        for number, group in enumerate(graph.groups):  # what leads on comes before
            inside, onward, is_end = 0.0, [], False
            for scene_id in group:
                scene = graph.scenes[scene_id]
                is_end = is_end or not scene.choices
                for choice in scene.choices:
                    there = graph.group_of.get(choice.next)
                    if there == number:
                        inside += max(0.0, choice.points)
                    elif there is not None and there in best:
                        onward.append(choice.points + best[there])
            if is_end or onward:
                best[number] = inside + max(onward, default=0.0)
        return best.get(graph.group_of[self.first], 0.0)

    # ── what is wrong with it ─────────────────────────────────────────────────────────────────

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        if not self.scenes:
            yield "A301", ("scenes",), {}
            return
        yield from doubled(self.scenes, "scenes")
        yield from doubled(self.meters, "meters")
        meters = {one.id for one in self.meters}
        for number, meter in enumerate(self.meters):
            if not meter.min < meter.max:
                facts = {"id": meter.id, "min": meter.min, "max": meter.max}
                yield "A105", ("meters", number, "min"), facts
        for at, fact_id in enumerate(self.facts):
            if fact_id not in world.facts:
                yield "A601", ("facts", at), {"id": fact_id}
            elif getattr(world.facts[fact_id], "grade", "") == "D":
                yield "A602", ("facts", at), {"id": fact_id}
        known = {one.id for one in self.scenes}
        near_scene, near_meter = Near(known), Near(meters)
        for number, scene in enumerate(self.scenes):
            if scene.picture and not world.has_media(scene.picture):
                yield "A307", ("scenes", number, "picture"), {"name": scene.picture}
            if not scene.choices and not scene.end:
                yield "A304", ("scenes", number, "id"), {"id": scene.id}
            for place, choice in enumerate(scene.choices):
                here = ("scenes", number, "choices", place)
                if choice.next not in known:
                    yield "A302", (*here, "next"), near_scene.facts(choice.next)
                for name in choice.changes:
                    if name not in meters:
                        yield "A306", (*here, "changes", name), near_meter.facts(name)
        yield from self._way_faults()

    def _way_faults(self) -> Iterator[Fault]:
        graph = _Graph(self)
        seen: set[str] = set()
        caught: set[str] = set()
        for number, scene in enumerate(self.scenes):
            path = ("scenes", number, "id")
            if scene.id in seen:
                continue
            seen.add(scene.id)
            if scene.id not in graph.reached:
                yield "A303", path, {"id": scene.id}
            elif scene.id not in graph.open and scene.id not in caught:
                yield "A305", path, {"id": scene.id}
                caught |= graph.after(scene.id)


class _Graph:
    """The scenes by id and where they lead."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenes: dict[str, Scene] = {}
        for scene in scenario.scenes:
            self.scenes.setdefault(scene.id, scene)
        self.next = {
            name: list(dict.fromkeys(one.next for one in scene.choices if one.next in self.scenes))
            for name, scene in self.scenes.items()
        }
        #: scenes that can be come to
        self.reached = self.after(scenario.first) if self.scenes else set()
        #: scenes from which an end can be come to
        self.ending = self._before({one.id for one in self.scenes.values() if not one.choices})
        #: those, and the ones from which a choice leads to a scene that is not there
        self.open = self._before(
            {
                name
                for name, one in self.scenes.items()
                if not one.choices or any(way.next not in self.scenes for way in one.choices)
            }
        )
        #: scenes one can go to and fro between, what leads on before what leads to it
        self.groups = self._groups()
        self.group_of = {name: n for n, group in enumerate(self.groups) for name in group}

    def after(self, start: str) -> set[str]:
        """Return the scenes one can come to from `start`, itself included."""
        found, waiting = {start}, [start]
        while waiting:
            for name in self.next.get(waiting.pop(), ()):
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def _before(self, goals: set[str]) -> set[str]:
        """Return the scenes from which one can come to one of `goals`, these included."""
        back: dict[str, list[str]] = {name: [] for name in self.scenes}
        for name, following in self.next.items():
            for one in following:
                back[one].append(name)
        found, waiting = set(goals), list(goals)
        while waiting:
            for name in back[waiting.pop()]:
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def _groups(self) -> list[list[str]]:
        """Return the strongly connected components in reverse topological order (R. Tarjan,
        "Depth-first search and linear graph algorithms", 1972), without recursion."""
        index: dict[str, int] = {}
        low: dict[str, int] = {}
        stack: list[str] = []
        found: list[list[str]] = []
        grouped: set[str] = set()
        for root in self.scenes:
            if root in index:
                continue
            index[root] = low[root] = len(index)
            stack.append(root)
            work = [(root, iter(self.next[root]))]
            while work:
                name, following = work[-1]
                for one in following:
                    if one not in index:
                        index[one] = low[one] = len(index)
                        stack.append(one)
                        work.append((one, iter(self.next[one])))
                        break
                    if one not in grouped:
                        low[name] = min(low[name], index[one])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[name])
                    if low[name] == index[name]:
                        group: list[str] = []
                        while not group or group[-1] != name:
                            group.append(stack.pop())
                            grouped.add(group[-1])
                        found.append(group)
        return found


def _is_step(step: object) -> bool:
    return (
        isinstance(step, list)
        and len(step) == 2
        and isinstance(step[0], str)
        and isinstance(step[1], int)
        and not isinstance(step[1], bool)
    )
