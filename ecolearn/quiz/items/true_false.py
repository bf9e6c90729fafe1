"""True or false, with the reason: `= true` or `= false`, then options for the reason, if any.

Response: `{"verdict": true, "reason": "a"}`; `null` and "" = not chosen yet.
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
from ecolearn.quiz.items.markup import chunk_lines

_WORDS = {"true": True, "false": False}
#: words that are taken for those, to say what to write
_MEANT = {
    "верно": "true",
    "правда": "true",
    "да": "true",
    "дұрыс": "true",
    "иә": "true",
    "yes": "true",
    "неверно": "false",
    "ложь": "false",
    "нет": "false",
    "бұрыс": "false",
    "қате": "false",
    "дұрыс емес": "false",
    "жоқ": "false",
    "no": "false",
}


class TrueFalse(Item, frozen=True, kw_only=True, tag="true-false"):
    """A statement to be judged. The stem is the statement; `verdict_feedback` is for everybody
    who has chosen a verdict."""

    verdict: bool
    verdict_feedback: str = ""
    reasons: tuple[Option, ...] = ()

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        answers = body.of("answer")
        word = answers[0].text.strip(" .\n").casefold() if len(answers) == 1 else ""
        # such a word alone may be a short text to be typed; with reasons below it cannot be
        return word in _WORDS or (word in _MEANT and bool(body.of("option")))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> TrueFalse | None:
        """See `Item.from_body`."""
        answers = body.of("answer")
        word = answers[0].text.strip().casefold() if answers else ""
        if len(answers) != 1 or word not in _WORDS:
            line = answers[0].line if answers else body.line
            meant = _MEANT.get(word.strip(" ."), "")
            body.error("Q022", line, text=word, suggestion=f"= {meant}" if meant else "")
            return None
        if is_square(body):
            body.error("Q009", body.of("option")[0].line)
            return None
        return cls(
            **common,
            stem=body.stem(),
            verdict=_WORDS[word],
            verdict_feedback=answers[0].feedback,
            reasons=read_options(body.of("option")),
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        word = "true" if self.verdict else "false"
        lines = chunk_lines("=", [word], self.verdict_feedback)
        return lines + (["", *write_options(self.reasons)] if self.reasons else [])

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"verdict": None, "reason": ""}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        if not isinstance(response, dict) or "verdict" not in response:
            raise self.bad("no verdict")
        verdict = response["verdict"]
        if verdict is not None and not isinstance(verdict, bool):
            raise self.bad("verdict is neither true nor false")
        reason = response.get("reason", "")
        known = isinstance(reason, str) and reason in known_ids(len(self.reasons))
        return {"verdict": verdict, "reason": reason if known else ""}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return response["verdict"] is not None and bool(response["reason"] or not self.reasons)

    def grade(self, response: Response) -> Grade:
        """Judge: half for the verdict, half for the reason, which counts only with the right
        verdict. Parts: "verdict" and the option chosen or missed."""
        right = response["verdict"] is self.verdict
        parts = {"verdict": right}
        if not self.reasons:
            return Grade(score=float(right), parts=parts)
        reasons = {option_id(i): reason.right for i, reason in enumerate(self.reasons)}
        chosen = response["reason"]
        well = reasons.get(chosen, False)
        if chosen:
            parts[chosen] = well
        if not well:
            parts.update({name: False for name, is_right in reasons.items() if is_right})
        return Grade(score=self.score_of((right + (right and well)) / 2), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`."""
        found: list[Remark] = []
        if response["verdict"] is not None and self.verdict_feedback:
            right = response["verdict"] is self.verdict
            found.append(Remark(text=self.verdict_feedback, part="verdict", right=right))
        for index, reason in enumerate(self.reasons):
            if option_id(index) == response["reason"] and reason.feedback:
                found.append(
                    Remark(text=reason.feedback, part=option_id(index), right=reason.right)
                )
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        right = (option_id(i) for i, reason in enumerate(self.reasons) if reason.right)
        return {"verdict": self.verdict, "reason": next(right, "")}

    def key(self) -> object:
        """See `Item.key`."""
        return [self.type, self.verdict, [reason.right for reason in self.reasons]]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"reasons": (len(self.reasons), False)} if self.reasons else {}

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield self.verdict_feedback
        for reason in self.reasons:
            yield reason.text
            yield reason.feedback

    def faults(self) -> Iterator[Fault]:
        """See `Item.faults`."""
        yield from super().faults()
        if self.reasons:
            yield from option_faults(self.reasons, one=True)
