"""A text with gaps: typed words `[[power | capacity]]`, numbers `[[= 6 kWh]]`, drop-downs
`[[( ) power (x) energy]]`. Feedback names a gap by its number: `- [[1]]`.

Response: `{"gaps": {"a": "power", "c": "b"}}`: what was typed, or the id of the chosen option of
a drop-down. The stem holds `[[a]]` where gap a stands; `segments` takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any, ClassVar, Union

import msgspec

from ecolearn.quiz.items.base import (
    Fault,
    Grade,
    Item,
    Presentation,
    Remark,
    Response,
    cut_text,
    duplicates,
    known_ids,
    option_id,
)
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.markup import (
    chunk_lines,
    escape_stem,
    escape_word,
    protected,
    split_unescaped,
    tidy,
    unescape_word,
)
from ecolearn.quiz.items.number import target_faults
from ecolearn.quiz.items.target import Target, read_target
from ecolearn.quiz.words import same

_GAP = re.compile(r"(?<!\\)((?:\\\\)*)\[\[((?:\\.|[^\\\[\]]|\[(?!\[)|\](?!\])){0,500})\]\]")
_MARK = re.compile(r"(?<!\\)\(([ \txXхХ]?)\)(?=\s|$)")
_SPECIAL = "\\|[]("


class WordGap(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="word"):
    """A gap to be filled with a word; any of `words` is right."""

    words: tuple[str, ...]
    feedback: str = ""


class NumberGap(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="number"):
    """A gap to be filled with a number."""

    target: Target
    feedback: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a drop-down; plain text."""

    text: str
    right: bool = False


class ChoiceGap(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """A gap to be filled from a list."""

    choices: tuple[Choice, ...]
    feedback: str = ""


Gap = Union[WordGap, NumberGap, ChoiceGap]  # noqa: UP007 - msgspec reads it at run time


class Cloze(Item, frozen=True, kw_only=True, tag="cloze"):
    """A text with gaps. Groups: "gap-a" … for each drop-down, its entries. In a gap for a number
    the unit may be left out: it often stands after the gap."""

    own_settings: ClassVar[frozenset[str]] = frozenset({"case", "lookalikes"})

    gaps: tuple[Gap, ...]
    case: bool = False
    lookalikes: bool = False

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`: a gap in the stem."""
        return any(kind == "gap" for kind, _ in _pieces(body.stem()))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Cloze | None:
        """See `Item.from_body`."""
        body.take_last_quote()
        notes = {int(chunk.mark): chunk for chunk in body.of("note")}
        stem, gaps, usable = "", list[Gap](), True
        for kind, text in _pieces(body.stem()):
            if kind == "text":
                stem += text
                continue
            note = notes.pop(len(gaps) + 1, None)
            gap = _read_gap(text, note.feedback if note else "", body)
            usable = usable and gap is not None
            stem += f"[[{option_id(len(gaps))}]]"
            gaps.append(gap or WordGap(words=()))
        for number, chunk in notes.items():
            body.error("Q018", chunk.line, number=number, count=len(gaps))
        if not usable:
            return None
        return cls(
            **common,
            stem=stem,
            gaps=tuple(gaps),
            case=body.settings.get("case") == "yes",
            lookalikes=body.settings.get("lookalikes") == "yes",
        )

    def segments(self) -> list[tuple[str, str]]:
        """Return the stem as ("text", Markdown) and ("gap", id) in turn."""
        return _pieces(self.stem)

    def gap(self, gap_id: str) -> Gap | None:
        """Return the gap with this id."""
        return dict(zip(known_ids(len(self.gaps)), self.gaps, strict=True)).get(gap_id)

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        lines: list[str] = []
        for number, gap in enumerate(self.gaps, start=1):
            if gap.feedback:
                lines += chunk_lines(f"- [[{number}]]", [""], gap.feedback)
        return lines

    def stem_lines(self) -> list[str]:
        """See `Item.stem_lines`."""
        text = ""
        gaps = dict(zip(known_ids(len(self.gaps)), self.gaps, strict=True))
        for kind, piece in self.segments():
            gap = gaps.get(piece) if kind == "gap" else None
            text += piece if kind == "text" else _write_gap(gap) if gap else f"[[{piece}]]"
        return escape_stem(text, quotes=True)

    def own_settings_written(self) -> dict[str, str]:
        """See `Item.own_settings_written`."""
        flags = {"case": self.case, "lookalikes": self.lookalikes}
        return {name: "yes" for name, wanted in flags.items() if wanted}

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"gaps": {}}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`."""
        given = self.take(response, "gaps", dict)
        kept: dict[str, str] = {}
        for name, gap in zip(known_ids(len(self.gaps)), self.gaps, strict=True):
            text = given.get(name)
            if not isinstance(text, str) or not text.strip():
                continue
            if not isinstance(gap, ChoiceGap):
                text = cut_text(text, 100)
            elif text not in known_ids(len(gap.choices)):
                continue
            if text.strip():
                kept[name] = text
        return {"gaps": kept}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["gaps"])

    def _fits(self, gap: Gap, text: str) -> bool:
        if isinstance(gap, NumberGap):
            return gap.target.fit(text, bare=gap.target.measure).right
        if isinstance(gap, ChoiceGap):
            ids = known_ids(len(gap.choices))
            return any(c.right and name == text for name, c in zip(ids, gap.choices, strict=True))
        return bool(text.strip()) and any(
            same(text, word, case=self.case, lookalikes=self.lookalikes) for word in gap.words
        )

    def grade(self, response: Response) -> Grade:
        """Judge: right gaps ÷ gaps. Parts are the gap ids."""
        given = response["gaps"]
        names = known_ids(len(self.gaps))
        parts = {
            name: self._fits(gap, given.get(name, ""))
            for name, gap in zip(names, self.gaps, strict=True)
        }
        share = sum(parts.values()) / len(parts) if parts else 0.0
        return Grade(score=self.score_of(share), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; wrong gaps come first."""
        parts = self.grade(response).parts
        found = [
            Remark(text=gap.feedback, part=name, right=parts[name])
            for name, gap in zip(known_ids(len(self.gaps)), self.gaps, strict=True)
            if gap.feedback and name in response["gaps"]
        ]
        return sorted(found, key=lambda remark: bool(remark.right)) + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        names = known_ids(len(self.gaps))
        return {"gaps": {n: _right(gap) for n, gap in zip(names, self.gaps, strict=True)}}

    def key(self) -> object:
        """See `Item.key`: the kind of each gap, its number or its right entries."""
        return [self.type, [_gap_key(gap) for gap in self.gaps]]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {
            f"gap-{option_id(index)}": (len(gap.choices), False)
            for index, gap in enumerate(self.gaps)
            if isinstance(gap, ChoiceGap)
        }

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """See `Item.present`."""
        return super().present(rng, shuffle)

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        for gap in self.gaps:
            yield gap.feedback
            if isinstance(gap, ChoiceGap):
                yield from (choice.text for choice in gap.choices)

    def faults(self) -> Iterator[Fault]:
        """Yield also: no gap (Q107), a gap nothing is right for (Q104), a drop-down with all
        entries right (Q105), several right (Q106) or the same twice (Q103)."""
        yield from super().faults()
        if not self.gaps:
            yield "Q107", {"count": 0}
        for gap in self.gaps:
            if isinstance(gap, NumberGap):
                yield from target_faults(gap.target)
            elif isinstance(gap, WordGap):
                if not gap.words:
                    yield "Q104", {}
            else:
                yield from _choice_faults(gap)


def _choice_faults(gap: ChoiceGap) -> Iterator[Fault]:
    right = sum(choice.right for choice in gap.choices)
    if not right:
        yield "Q104", {}
    elif right == len(gap.choices):
        yield "Q105", {"count": right}
    elif right > 1:
        yield "Q106", {"count": right}
    yield from duplicates([choice.text for choice in gap.choices])


def _right(gap: Gap) -> str:
    if isinstance(gap, NumberGap):
        return msgspec.structs.replace(gap.target, tolerance=0.0, relative=False).written()
    if isinstance(gap, ChoiceGap):
        return next((option_id(i) for i, c in enumerate(gap.choices) if c.right), "")
    return next(iter(gap.words), "")


def _gap_key(gap: Gap) -> list[object]:
    if isinstance(gap, NumberGap):
        return ["number", gap.target.key()]
    if isinstance(gap, ChoiceGap):
        return ["choice", [choice.right for choice in gap.choices]]
    return ["word"]


def _pieces(stem: str) -> list[tuple[str, str]]:
    """Split a stem into texts and the insides of gaps; code fences and `$$` blocks have none."""
    lines = stem.split("\n")
    pieces: list[tuple[str, str]] = []
    text = ""
    for line, inside in zip(lines, protected(lines), strict=True):
        at = 0
        for match in () if inside else _GAP.finditer(line):
            text += line[at : match.start()] + match[1]
            if text:
                pieces.append(("text", text))
            pieces.append(("gap", match[2]))
            text, at = "", match.end()
        text += line[at:] + "\n"
    if text[:-1]:
        pieces.append(("text", text[:-1]))
    return pieces


def _read_gap(text: str, feedback: str, body: Body) -> Gap | None:
    text = tidy(text)
    if text.startswith("="):
        target = read_target(text[1:])
        if isinstance(target, tuple):
            body.error(target[0], _line_of(text, body), **target[1])
            return None
        return NumberGap(target=target, feedback=feedback)
    if _MARK.match(text):
        marks = list(_MARK.finditer(text))
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        choices = tuple(
            Choice(text=unescape_word(text[mark.end() : end]), right=bool(mark[1].strip()))
            for mark, end in zip(marks, ends, strict=True)
        )
        return ChoiceGap(choices=choices, feedback=feedback)
    words = tuple(filter(None, (unescape_word(part) for part in split_unescaped(text, "|"))))
    if not words:
        body.error("Q019", _line_of(text, body))
        return None
    return WordGap(words=words, feedback=feedback)


def _line_of(gap: str, body: Body) -> int:
    return next((n for n, source in body.stem_lines if f"[[{gap}" in source), body.line)


def _write_gap(gap: Gap) -> str:
    if isinstance(gap, NumberGap):
        return f"[[= {gap.target.written()}]]"
    if isinstance(gap, ChoiceGap):
        marks = ("( )", "(x)")
        entries = (f"{marks[c.right]} {escape_word(c.text, _SPECIAL)}" for c in gap.choices)
        return f"[[{' '.join(entries)}]]"
    text = " | ".join(escape_word(word, _SPECIAL) for word in gap.words)
    if text.isdigit():  # `- [[1]]` alone would be feedback about gap 1
        text += "|"
    return f"[[{chr(92) + text if text.startswith('=') else text}]]"
