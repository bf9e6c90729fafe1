"""A short text to be typed: `= watt | W | ватт`, expected wrong ones with `!=`.

Response: `{"text": "watt"}`. Compared as `quiz.words` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec

from ecolearn.quiz.items.base import Fault, Grade, Item, Remark, Response, cut_text
from ecolearn.quiz.items.body import Body, Chunk
from ecolearn.quiz.items.markup import chunk_lines, escape_word, split_unescaped, unescape_word
from ecolearn.quiz.words import normal, same


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Texts that count as the same answer, and what to say to it."""

    words: tuple[str, ...]
    feedback: str = ""


class Short(Item, frozen=True, kw_only=True, tag="short"):
    """A text to be typed. `otherwise` is the feedback to any other wrong answer (`!= *`)."""

    own_settings: ClassVar[frozenset[str]] = frozenset({"case", "lookalikes"})

    answers: tuple[Words, ...]
    wrong: tuple[Words, ...] = ()
    otherwise: str = ""
    case: bool = False
    lookalikes: bool = False

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        return bool(body.of("answer"))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Short | None:
        """See `Item.from_body`."""
        wrong = body.of("wrong")
        otherwise = next((c.feedback for c in wrong if c.text.strip() == "*"), "")
        return cls(
            **common,
            stem=body.stem(),
            answers=tuple(_read(chunk) for chunk in body.of("answer")),
            wrong=tuple(_read(chunk) for chunk in wrong if chunk.text.strip() != "*"),
            otherwise=otherwise,
            case=body.settings.get("case") == "yes",
            lookalikes=body.settings.get("lookalikes") == "yes",
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        lines: list[str] = []
        for answer in self.answers:
            lines += chunk_lines("=", [written_words(answer.words)], answer.feedback)
        for wrong in self.wrong:
            text = written_words(wrong.words)
            lines += chunk_lines("!=", ["\\*" if text == "*" else text], wrong.feedback)
        if self.otherwise:
            lines += chunk_lines("!=", ["*"], self.otherwise)
        return lines

    def own_settings_written(self) -> dict[str, str]:
        """See `Item.own_settings_written`."""
        found = {"case": self.case, "lookalikes": self.lookalikes}
        return {name: "yes" for name, wanted in found.items() if wanted}

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"text": ""}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        return {"text": cut_text(self.take(response, "text", str))}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["text"].strip())

    def _matching(self, text: str, groups: tuple[Words, ...]) -> Words | None:
        for group in groups:
            for word in group.words:
                if same(text, word, case=self.case, lookalikes=self.lookalikes):
                    return group
        return None

    def grade(self, response: Response) -> Grade:
        """Judge: right or wrong."""
        text = response["text"]
        right = self.is_answered(response) and self._matching(text, self.answers) is not None
        return Grade(score=float(right), parts={"text": right})

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`."""
        found: list[Remark] = []
        if self.is_answered(response):
            good = self._matching(response["text"], self.answers)
            bad = self._matching(response["text"], self.wrong)
            said = good.feedback if good else bad.feedback if bad else self.otherwise
            found = [Remark(text=said, right=good is not None)] if said else []
        return found + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        return {"text": next((word for a in self.answers for word in a.words), "")}

    def key(self) -> object:
        """See `Item.key`: words differ between languages, so only the rules of comparison."""
        return [self.type, self.case]

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        for group in (*self.answers, *self.wrong):
            yield group.feedback
        yield self.otherwise

    def faults(self) -> Iterator[Fault]:
        """Yield also: no text to be right (Q104), the same text twice (Q103), an expected wrong
        text that is right (Q111) or comes second (Q112)."""
        yield from super().faults()
        if not any(answer.words for answer in self.answers):
            yield "Q104", {}
        seen: dict[str, tuple[bool, str]] = {}
        for right, groups in ((True, self.answers), (False, self.wrong)):
            for word in (word for group in groups for word in group.words):
                form = normal(word, case=self.case, lookalikes=self.lookalikes)
                if form not in seen:
                    seen[form] = right, word
                elif right:
                    alike = {"hint": "same", "other": seen[form][1]}
                    yield "Q103", {"text": word, **(alike if alike["other"] != word else {})}
                else:
                    yield "Q111" if seen[form][0] else "Q112", {"text": word}


def _read(chunk: Chunk) -> Words:
    return Words(words=read_words(chunk.text), feedback=chunk.feedback)


def read_words(text: str) -> tuple[str, ...]:
    """Read `watt | W`; a backslash makes `|` part of a word."""
    words = (unescape_word(part) for part in split_unescaped(one_spaced(text), "|"))
    return tuple(word for word in words if word)


def one_spaced(text: str) -> str:
    """Return `text` on one line."""
    return " ".join(text.split("\n"))


def written_words(words: tuple[str, ...]) -> str:
    """Return words as they stand in a course file."""
    return " | ".join(escape_word(word) for word in words)
