"""One right answer among several: `- (x)` and `- ( )`.

Response: `{"choice": "b"}`; "" = nothing chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecolearn.quiz.items.base import (
    Fault,
    Grade,
    Item,
    Option,
    Remark,
    Response,
    known_ids,
    option_id,
)
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.choices import is_square, option_faults, read_options, write_options


class Single(Item, frozen=True, kw_only=True, tag="single"):
    """A choice of one."""

    options: tuple[Option, ...]

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        options = body.of("option")
        return bool(options) and options[0].mark[0] == "("

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Single | None:
        """See `Item.from_body`."""
        if is_square(body) is None:
            return None
        return cls(**common, stem=body.stem(), options=read_options(body.of("option")))

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        return write_options(self.options)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"choice": ""}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        choice = self.take(response, "choice", str)
        return {"choice": choice if choice in known_ids(len(self.options)) else ""}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["choice"])

    def grade(self, response: Response) -> Grade:
        """Judge: the chosen option is a part, and the right one if it was missed."""
        parts = {option_id(i): False for i, option in enumerate(self.options) if option.right}
        for index, option in enumerate(self.options):
            if option_id(index) == response["choice"]:
                if option.right:
                    return Grade(score=1.0, parts={option_id(index): True})
                parts[option_id(index)] = False
        return Grade(score=0.0, parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`."""
        found = [
            Remark(text=option.feedback, part=option_id(index), right=option.right)
            for index, option in enumerate(self.options)
            if option_id(index) == response["choice"] and option.feedback
        ]
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        right = (option_id(i) for i, option in enumerate(self.options) if option.right)
        return {"choice": next(right, "")}

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, [option.right for option in self.options]]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"options": (len(self.options), False)}

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        for option in self.options:
            yield option.text
            yield option.feedback

    def faults(self) -> Iterator[Fault]:
        """See `Item.faults`."""
        yield from super().faults()
        yield from option_faults(self.options, one=True)
