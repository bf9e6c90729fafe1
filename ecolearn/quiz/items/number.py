"""A number with its unit: `= 6 kWh ± 1 %`, expected wrong numbers with `!=`.

Response: `{"text": "21,6 МДж"}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec

from ecolearn.quiz.items.base import Fault, Grade, Item, Remark, Response, cut_text
from ecolearn.quiz.items.body import Body, Chunk
from ecolearn.quiz.items.markup import chunk_lines
from ecolearn.quiz.items.target import Target, begins_like_number, read_target
from ecolearn.quiz.numbers import is_ambiguous
from ecolearn.quiz.units import Unit


class WrongNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A wrong number the author expects, and what to say to it. Without a unit, where the answer
    has one, it is the bare number, or the number in the unit of the answer."""

    target: Target
    feedback: str = ""


class Number(Item, frozen=True, kw_only=True, tag="number"):
    """A number to be computed. `otherwise` is the feedback to any other wrong answer (`!= *`)."""

    own_settings: ClassVar[frozenset[str]] = frozenset({"unit"})

    target: Target
    right_feedback: str = ""
    wrong: tuple[WrongNumber, ...] = ()
    otherwise: str = ""
    unit_optional: bool = False

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        answers = body.of("answer")
        return bool(answers) and begins_like_number(answers[0].text)

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Number | None:
        """See `Item.from_body`."""
        answers = body.of("answer")
        if len(answers) != 1:
            body.error("Q014", answers[1].line if answers else body.line, count=len(answers))
            return None
        target = target_of(body, answers[0])
        wrong: list[WrongNumber] = []
        otherwise = ""
        usable = target is not None
        for chunk in body.of("wrong"):
            if chunk.text.strip() == "*":
                otherwise = chunk.feedback
            elif (expected := target_of(body, chunk)) is not None:
                wrong.append(WrongNumber(target=expected, feedback=chunk.feedback))
            else:
                usable = False
        if target is None or not usable:
            return None
        return cls(
            **common,
            stem=body.stem(),
            target=target,
            right_feedback=answers[0].feedback,
            wrong=tuple(wrong),
            otherwise=otherwise,
            unit_optional=body.settings.get("unit") == "optional",
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        lines = chunk_lines("=", [self.target.written()], self.right_feedback)
        for wrong in self.wrong:
            lines += chunk_lines("!=", [wrong.target.written()], wrong.feedback)
        if self.otherwise:
            lines += chunk_lines("!=", ["*"], self.otherwise)
        return lines

    def own_settings_written(self) -> dict[str, str]:
        """See `Item.own_settings_written`."""
        return {"unit": "optional"} if self.unit_optional else {}

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"text": ""}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        return {"text": cut_text(self.take(response, "text", str), 100)}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["text"].strip())

    def grade(self, response: Response) -> Grade:
        """Judge: right or wrong. Parts "number" and "unit" say which of the two is right."""
        fit = self.target.fit(response["text"], bare=self._bare)
        return Grade(score=float(fit.right), parts={"number": fit.number, "unit": fit.unit})

    @property
    def _bare(self) -> Unit | None:
        """Return the unit a bare number is taken to be in, None if it must have its own."""
        return self.target.measure if self.unit_optional else None

    def _is_expected(self, wrong: WrongNumber, text: str) -> bool:
        """Tell whether `text` is the wrong answer `wrong`."""
        if wrong.target.unit or not self.target.unit:
            return wrong.target.fit(text, bare=self._bare).right
        target = msgspec.structs.replace(wrong.target, unit=self.target.unit)
        return target.fit(text, bare=self.target.measure).right

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`: the first expected wrong number that fits speaks."""
        text = response["text"]
        if self.grade(response).right:
            said, right = self.right_feedback, True
        else:
            fitting = (w.feedback for w in self.wrong if self._is_expected(w, text))
            said, right = next(fitting, self.otherwise), False
        found = [Remark(text=said, right=right)] if said and self.is_answered(response) else []
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        bare = msgspec.structs.replace(self.target, tolerance=0.0, relative=False)
        return {"text": bare.written()}

    def key(self) -> object:
        """See `Item.key`: value, kind and tolerance, and the expected wrong numbers."""
        wrong = [wrong.target.key() for wrong in self.wrong]
        return [self.type, self.target.key(), wrong]

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield self.right_feedback
        for wrong in self.wrong:
            yield wrong.feedback
        yield self.otherwise

    def faults(self) -> Iterator[Fault]:
        """Yield also: a tolerance that means nothing (Q109) or accepts nearly all (Q110), and
        expected wrong numbers that are right (Q111) or come second (Q112)."""
        yield from super().faults()
        yield from target_faults(self.target)
        for index, wrong in enumerate(self.wrong):
            written = msgspec.structs.replace(wrong.target, tolerance=0.0, relative=False)
            if self.target.fit(written.written(), bare=self._bare).right:
                yield "Q111", {"text": wrong.target.written()}
            elif any(self._is_expected(w, written.written()) for w in self.wrong[:index]):
                yield "Q112", {"text": wrong.target.written()}


def target_of(body: Body, chunk: Chunk) -> Target | None:
    """Read the number of an answer line; notes what is wrong, and a reading to check (Q021)."""
    target = read_target(chunk.text)
    if isinstance(target, tuple):
        body.error(target[0], chunk.line, **target[1])
        return None
    if is_ambiguous(chunk.text) and not body.decimal_comma:
        body.warning("Q021", chunk.line, text=chunk.text, value=target.value)
    return target


def target_faults(target: Target) -> Iterator[Fault]:
    """Yield what is wrong with the tolerance of a number."""
    if target.relative and target.value == 0:
        yield "Q109", {"text": target.written()}
    share = target.tolerance / 100 if target.relative else target.tolerance / abs(target.value or 1)
    if share >= 1 and target.value:
        yield "Q110", {"text": target.written()}
