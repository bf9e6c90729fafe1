"""Match left sides with right sides: `- kW => power`; `- => length` is a right side too many.

Response: `{"pairs": {"a": "c"}}`, left id → right id. See `pairs.right_sides` for the ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from ecolearn.quiz.items.base import (
    Fault,
    Grade,
    Item,
    Presentation,
    Remark,
    Response,
    known_ids,
    option_id,
)
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.pairs import (
    Extra,
    Pair,
    pair_faults,
    pair_remarks,
    pair_texts,
    read_pairs,
    right_ids,
    right_sides,
    write_pairs,
)


class Match(Item, frozen=True, kw_only=True, tag="match"):
    """Pairs to be found. Groups: "left" and "right"; the right side is always shuffled."""

    pairs: tuple[Pair, ...]
    extras: tuple[Extra, ...] = ()

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`: pairs, no two of which go to the same place."""
        pairs, _ = read_pairs(body)
        return bool(body.of("pair")) and len(set(right_ids(pairs))) == len(pairs)

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Match | None:
        """See `Item.from_body`."""
        pairs, extras = read_pairs(body)
        return cls(**common, stem=body.stem(), pairs=pairs, extras=extras)

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        return write_pairs(self.pairs, self.extras)

    def rights(self) -> dict[str, str]:
        """Return id → text of every different right side."""
        return right_sides(self.pairs, self.extras)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"pairs": {}}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        given = self.take(response, "pairs", dict)
        rights = set(self.rights())
        lefts = known_ids(len(self.pairs))
        kept = {name: given[name] for name in lefts if isinstance(given.get(name), str)}
        return {"pairs": {name: right for name, right in kept.items() if right in rights}}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["pairs"])

    def grade(self, response: Response) -> Grade:
        """Judge: right rows ÷ rows. Parts are the left ids."""
        given = response["pairs"]
        wanted = right_ids(self.pairs)
        parts = {option_id(i): given.get(option_id(i)) == name for i, name in enumerate(wanted)}
        share = sum(parts.values()) / len(parts) if parts else 0.0
        return Grade(score=self.score_of(share), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; wrong rows come first."""
        parts = self.grade(response).parts
        found = pair_remarks(self.pairs, self.extras, response["pairs"], parts)
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return {"pairs": {option_id(i): name for i, name in enumerate(right_ids(self.pairs))}}

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, right_ids(self.pairs), list(self.rights())]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"left": (len(self.pairs), False), "right": (len(self.rights()), True)}

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """See `Item.present`; right sides that are the same appear once."""
        return {
            "left": super().present(rng, shuffle)["left"],
            "right": shuffled(list(self.rights()), rng),
        }

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield from pair_texts(self.pairs, self.extras)

    def faults(self) -> Iterator[Fault]:
        """See `Item.faults` and `pairs.pair_faults`."""
        yield from super().faults()
        yield from pair_faults(self.pairs, self.extras)


def shuffled(ids: list[str], rng: Random) -> list[str]:
    """Return `ids` in a random order."""
    rng.shuffle(ids)
    return ids
