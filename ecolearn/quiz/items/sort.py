"""Sort things into bins: `- newspaper => dry`; `- => special` is a bin that stays empty.

Response: `{"bins": {"a": "c"}}`, thing id → bin id. A bin's id is that of the first thing in it;
bins that stay empty follow (see `pairs.right_sides`).
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
from ecolearn.quiz.items.match import shuffled
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


class Sort(Item, frozen=True, kw_only=True, tag="sort"):
    """Things to be sorted. Groups: "things" and "bins"."""

    things: tuple[Pair, ...]
    extras: tuple[Extra, ...] = ()

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`: pairs, two of which go to the same place."""
        pairs, _ = read_pairs(body)
        return len(set(right_ids(pairs))) < len(pairs)

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Sort | None:
        """See `Item.from_body`."""
        things, extras = read_pairs(body)
        return cls(**common, stem=body.stem(), things=things, extras=extras)

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        return write_pairs(self.things, self.extras)

    def bins(self) -> dict[str, str]:
        """Return id → text of every bin."""
        return right_sides(self.things, self.extras)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"bins": {}}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        given = self.take(response, "bins", dict)
        bins = set(self.bins())
        things = known_ids(len(self.things))
        kept = {name: given[name] for name in things if isinstance(given.get(name), str)}
        return {"bins": {name: where for name, where in kept.items() if where in bins}}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["bins"])

    def grade(self, response: Response) -> Grade:
        """Judge: things in the right bin ÷ things. Parts are the thing ids."""
        given = response["bins"]
        wanted = right_ids(self.things)
        parts = {option_id(i): given.get(option_id(i)) == name for i, name in enumerate(wanted)}
        share = sum(parts.values()) / len(parts) if parts else 0.0
        return Grade(score=self.score_of(share), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; things in the wrong bin come first."""
        parts = self.grade(response).parts
        found = pair_remarks(self.things, self.extras, response["bins"], parts)
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return {"bins": {option_id(i): name for i, name in enumerate(right_ids(self.things))}}

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, right_ids(self.things), list(self.bins())]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"things": (len(self.things), False), "bins": (len(self.bins()), False)}

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """See `Item.present`; a bin appears once."""
        order = super().present(rng, shuffle)
        bins = list(self.bins())
        order["bins"] = shuffled(bins, rng) if self.shuffle and shuffle else bins
        return order

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield from pair_texts(self.things, self.extras)

    def faults(self) -> Iterator[Fault]:
        """Yield also what `pairs.pair_faults` says, and that there is only one bin (Q105)."""
        yield from super().faults()
        yield from pair_faults(self.things, self.extras)
        if len(self.things) > 1 and len(self.bins()) < 2:
            yield "Q105", {"count": len(self.things)}
