"""Several right answers: `- [x]` and `- [ ]`. How many are right is told to the learner.

Response: `{"choices": ["a", "c"]}`, in the order of the file.
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


class Several(Item, frozen=True, kw_only=True, tag="several"):
    """A choice of several."""

    options: tuple[Option, ...]

    @property
    def right_count(self) -> int:
        """Return how many options are right; the learner may know."""
        return sum(option.right for option in self.options)

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        options = body.of("option")
        return bool(options) and options[0].mark[0] == "["

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Several | None:
        """See `Item.from_body`."""
        if is_square(body) is None:
            return None
        return cls(**common, stem=body.stem(), options=read_options(body.of("option")))

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        return write_options(self.options, square=True)

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"choices": []}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        choices = self.take(response, "choices", list)
        return {"choices": [name for name in known_ids(len(self.options)) if name in choices]}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["choices"])

    def grade(self, response: Response) -> Grade:
        """Judge: (right ones chosen − wrong ones chosen) ÷ right ones, never below zero."""
        parts: dict[str, bool] = {}
        for index, option in enumerate(self.options):
            chosen = option_id(index) in response["choices"]
            if chosen or option.right:
                parts[option_id(index)] = chosen and option.right
        hits = sum(parts.values())
        wrong = len(response["choices"]) - hits
        if not self.right_count:
            return Grade(score=0.0, parts=parts)
        return Grade(score=self.score_of((hits - wrong) / self.right_count), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; what was chosen wrongly comes first."""
        found = [
            Remark(text=option.feedback, part=option_id(index), right=option.right)
            for index, option in enumerate(self.options)
            if option_id(index) in response["choices"] and option.feedback
        ]
        return sorted(found, key=lambda remark: bool(remark.right)) + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return {"choices": [option_id(i) for i, option in enumerate(self.options) if option.right]}

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
        yield from option_faults(self.options, one=False)
