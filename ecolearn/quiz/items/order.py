"""Put steps in order: a numbered list, written in the right order.

Response: `{"order": ["b", "a", "c"]}`; [] = not touched yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import msgspec

from ecolearn.quiz.items.base import (
    Fault,
    Grade,
    Item,
    Presentation,
    Remark,
    Response,
    duplicates,
    known_ids,
    option_id,
)
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.markup import chunk_lines, escape_part, escape_stem, unescape_part


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step, and what to say if it does not follow the step before it."""

    text: str
    feedback: str = ""


class Order(Item, frozen=True, kw_only=True, tag="order"):
    """Steps to be put in order. Group: "steps", always shuffled."""

    steps: tuple[Step, ...]

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`: nothing else to answer, and a numbered list."""
        body.take_last_quote()
        return bool(body.take_steps())

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Order | None:
        """See `Item.from_body`."""
        body.take_last_quote()
        steps = body.of("step") or body.take_steps()
        return cls(
            **common,
            stem=body.stem(),
            steps=tuple(Step(text=unescape_part(c.text), feedback=c.feedback) for c in steps),
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        lines: list[str] = []
        for number, step in enumerate(self.steps, start=1):
            width = len(str(number)) + 2
            lines += chunk_lines(f"{number}.", escape_part(step.text), step.feedback, width)
        return lines

    def stem_lines(self) -> list[str]:
        """See `Item.stem_lines`."""
        return escape_stem(self.stem, quotes=True, steps=True)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"order": []}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`; steps that are missing come last, in an order that gives nothing
        away."""
        given = self.take(response, "order", list)
        known = known_ids(len(self.steps))
        left = set(known)
        order = [str(name) for name in given if isinstance(name, str) and _taken(name, left)]
        if order:
            order += [name for name in reversed(known) if name in left]
        return {"order": order}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return len(response["order"]) == len(self.steps) > 0

    def grade(self, response: Response) -> Grade:
        """Judge: steps that directly follow the right one ÷ (steps − 1). Parts: every step,
        whether it follows the right one (the first: whether it is first)."""
        order = response["order"]
        before = dict(zip(order, ["", *order], strict=False))
        names = known_ids(len(self.steps))
        parts = {
            name: before.get(name) == previous
            for name, previous in zip(names, ["", *names], strict=False)
        }
        if len(names) < 2:
            return Grade(score=float(all(parts.values()) and bool(parts)), parts=parts)
        follow = sum(right for name, right in parts.items() if name != names[0])
        return Grade(score=self.score_of(follow / (len(names) - 1)), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`: steps that stand wrongly speak."""
        parts = self.grade(response).parts
        found = [
            Remark(text=step.feedback, part=option_id(index), right=False)
            for index, step in enumerate(self.steps)
            if step.feedback and not parts[option_id(index)] and self.is_answered(response)
        ]
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return {"order": known_ids(len(self.steps))}

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, len(self.steps)]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"steps": (len(self.steps), True)}

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """See `Item.present`; the order shown is never the right one."""
        order = super().present(rng, shuffle)
        if len(self.steps) > 1 and order["steps"] == known_ids(len(self.steps)):
            order["steps"].reverse()
        return order

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        for step in self.steps:
            yield step.text
            yield step.feedback

    def faults(self) -> Iterator[Fault]:
        """Yield also: fewer than two steps (Q107), the same step twice (Q103)."""
        yield from super().faults()
        if len(self.steps) < 2:
            yield "Q107", {"count": len(self.steps)}
        yield from duplicates([step.text for step in self.steps])


def _taken(name: str, left: set[str]) -> bool:
    """Take `name` out of `left`; tell whether it was there."""
    if name not in left:
        return False
    left.remove(name)
    return True
