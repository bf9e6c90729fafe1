"""A debate kit: a question, roles with arguments, evidence from the facts of the course, rounds.
Its role cards are made to be printed and cut.

State: `{"role": id, "before": number, "after": number, "dealt": [role ids], "deals": number,
"round": index, "left": seconds}`: the role taken, how far one agrees (0–10) before and after, the
role of each group and how often was dealt, the round and the time left in it. Keys that say
nothing are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Annotated

import msgspec

from ecolearn.content.activities.base import (
    Activity,
    Fault,
    Part,
    Path,
    State,
    World,
    doubled,
    is_number,
)
from ecolearn.content.texts import Text

#: the end of the scale of agreement; it begins at 0
AGREE = 10
#: groups that roles are dealt to, at most
MOST_GROUPS = 12
_MOST_DEALS = 1_000_000


class Role(Part, frozen=True):
    """Somebody to speak for: who they are, what they want, what they can say. `answers` are what
    they may reply to the other side, `facts` evidence on their card."""

    id: str
    name: Text
    brief: Text
    arguments: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()


class Round(Part, frozen=True):
    """A part of the debate."""

    title: Text
    minutes: Annotated[int, msgspec.Meta(ge=1, le=120)]
    text: Text = {}


class Debate(Activity, frozen=True, tag="debate"):
    """See the module text. `facts` are evidence cards for everybody."""

    question: Text
    roles: tuple[Role, ...]
    rounds: tuple[Round, ...] = ()
    facts: tuple[str, ...] = ()
    reflection: Text = {}

    @property
    def minutes(self) -> int:
        """Return how long all rounds take together, minutes."""
        return sum(one.minutes for one in self.rounds)

    def evidence(self) -> tuple[str, ...]:
        """Return the ids of all facts, those of the roles included, each once."""
        named = (*self.facts, *(fact for role in self.roles for fact in role.facts))
        return tuple(dict.fromkeys(named))

    def deal(self, groups: int, rng: Random) -> list[str]:
        """Return the role of each group. No role is given again before each was given once."""
        dealt: list[str] = []
        while self.roles and len(dealt) < min(groups, MOST_GROUPS):
            ids = [role.id for role in self.roles]
            rng.shuffle(ids)
            dealt += ids
        return dealt[: max(0, min(groups, MOST_GROUPS))]

    def clean(self, state: State) -> State:
        """See `Activity.clean`."""
        state = self.checked(state)
        known = {role.id for role in self.roles}
        kept: State = {}
        role = state.get("role")
        if isinstance(role, str) and role in known:
            kept["role"] = role
        for name in ("before", "after"):
            if name in state:
                kept[name] = self._whole(state[name], AGREE)
        dealt = state.get("dealt", [])
        if not isinstance(dealt, list):
            raise self.bad("no roles")
        dealt = [one for one in dealt if isinstance(one, str) and one in known][:MOST_GROUPS]
        if dealt:
            kept["dealt"] = dealt
            kept["deals"] = self._whole(state.get("deals", 1), _MOST_DEALS)
        if self.rounds and "round" in state:
            index = kept["round"] = self._whole(state["round"], len(self.rounds) - 1)
            whole = self.rounds[index].minutes * 60
            kept["left"] = self._whole(state.get("left", whole), whole)
        return kept

    def _whole(self, value: object, most: int) -> int:
        if not isinstance(value, int | float) or not is_number(value):
            raise self.bad("no number")
        return round(min(max(value, 0), most))

    def is_done(self, state: State) -> bool:
        """See `Activity.is_done`."""
        return "before" in state and "after" in state

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        yield from doubled(self.roles, "roles")
        named: list[tuple[Path, str]] = [
            (("facts", number), fact_id) for number, fact_id in enumerate(self.facts)
        ]
        for at, role in enumerate(self.roles):
            if not role.arguments:
                yield "A603", ("roles", at, "id"), {"id": role.id}
            named += [(("roles", at, "facts", n), fact) for n, fact in enumerate(role.facts)]
        for path, fact_id in named:
            fact = world.facts.get(fact_id)
            if fact is None:
                yield "A601", path, {"id": fact_id}
            elif fact.grade == "D":
                yield "A602", path, {"id": fact_id}
