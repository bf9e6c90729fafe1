"""An open answer, kept for the teacher with a list of points to look for; not marked here.

Response: `{"text": "…"}`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec

from ecolearn.quiz.items.base import Fault, Grade, Item, Remark, Response, cut_text
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.markup import chunk_lines, escape_plain, escape_stem, unescape_plain
from ecolearn.quiz.numbers import plain_number

#: an open answer is kept up to this many characters
LONGEST_ANSWER = 20_000


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """What a teacher looks for, and the points it is worth."""

    points: float
    text: str


class Open(Item, frozen=True, kw_only=True, tag="open"):
    """A question for a person to judge. `feedback` is one possible answer. Where the author states
    no points, they are the sum of the rubric."""

    scored: ClassVar[bool] = False

    rubric: tuple[Criterion, ...] = ()

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        return bool(body.of("points"))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Open | None:
        """See `Item.from_body`."""
        body.take_last_quote()
        rubric = tuple(
            Criterion(points=float(c.mark.replace(",", ".")), text=unescape_plain(c.text))
            for c in body.of("points")
        )
        item = cls(**common, stem=body.stem(), rubric=rubric)
        if "points" in body.settings:
            return item
        return msgspec.structs.replace(item, points=item.usual_points)

    @property
    def usual_points(self) -> float:
        """See `Item.usual_points`."""
        return math.fsum(criterion.points for criterion in self.rubric) or 1.0

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        lines: list[str] = []
        for criterion in self.rubric:
            head = f"- ({plain_number(criterion.points)})"
            lines += chunk_lines(head, escape_plain(criterion.text))
        return lines

    def stem_lines(self) -> list[str]:
        """See `Item.stem_lines`."""
        return escape_stem(self.stem, quotes=True)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"text": ""}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        return {"text": cut_text(self.take(response, "text", str), LONGEST_ANSWER)}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["text"].strip())

    def grade(self, response: Response) -> Grade:
        """Return no score: a person must judge."""
        return Grade(score=None)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`."""
        return self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return self.empty()

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, [criterion.points for criterion in self.rubric]]

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        for criterion in self.rubric:
            yield criterion.text

    def faults(self) -> Iterator[Fault]:
        """Yield also an empty line of the rubric (Q108)."""
        yield from super().faults()
        for number, criterion in enumerate(self.rubric, start=1):
            if not criterion.text:
                yield "Q108", {"number": number}
