"""A table of choices: one row per thing, (x) in the right column; with [x] there may be several.

Response: `{"rows": {"a": ["b"]}}`, row id → ids of the columns chosen.
"""

from __future__ import annotations

import re
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
from ecolearn.quiz.items.markup import MARK, chunk_lines, one_line, tidy

_PIPES = re.compile(r"(?<!\\)(\\*)\|")
_IS_MARK = re.compile(rf"^{MARK}$")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row: its text, and the ids of the columns that are right for it."""

    text: str
    right: tuple[str, ...] = ()
    feedback: str = ""


class Matrix(Item, frozen=True, kw_only=True, tag="matrix"):
    """A table of choices. Groups: "rows", and "columns", which keep the author's order: they are
    often a scale. Cell texts are one line."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    multiple: bool = False

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """See `Item.looks_like`."""
        return bool(body.of("table"))

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Matrix | None:
        """See `Item.from_body`."""
        tables = body.of("table")
        if len(tables) != 1:
            body.error("Q017", tables[1].line if tables else body.line, row=0)
            return None
        table = tables[0]
        lines = table.text.split("\n")
        header = _cells(lines[0])
        notes = {int(chunk.mark): chunk for chunk in body.of("note")}
        rows: list[Row] = []
        shapes: set[str] = set()
        usable = True
        for number, line in enumerate(lines[2:], start=1):
            cells = _cells(line)
            marks = cells[1:]
            if len(cells) != len(header) or not all(map(_IS_MARK.match, marks)):
                body.error("Q017", table.line + number + 1, row=number)
                usable = False
                continue
            shapes |= {mark[0] for mark in marks}
            right = tuple(
                option_id(i) for i, mark in enumerate(marks) if any(c in "xXхХ" for c in mark)
            )
            note = notes.pop(number, None)
            rows.append(Row(text=cells[0], right=right, feedback=note.feedback if note else ""))
        if len(shapes) > 1:
            body.error("Q009", table.line)
            usable = False
        for number, chunk in notes.items():
            body.error("Q018", chunk.line, number=number, count=len(lines) - 2)
        if not usable:
            return None
        return cls(
            **common,
            stem=body.stem(),
            columns=tuple(header[1:]),
            rows=tuple(rows),
            corner=header[0],
            multiple=shapes == {"["},
        )

    def to_lines(self) -> list[str]:
        """See `Item.to_lines`."""
        off, on = ("[ ]", "[x]") if self.multiple else ("( )", "(x)")
        names = known_ids(len(self.columns))
        table = [[self.corner, *self.columns], ["---"] * (len(names) + 1)]
        for row in self.rows:
            table.append([row.text, *(on if name in row.right else off for name in names)])
        lines = [f"| {' | '.join(_escape(cell) for cell in cells)} |" for cells in table]
        lines[1] = lines[1].replace(" ", "")
        notes: list[str] = []
        for number, row in enumerate(self.rows, start=1):
            if row.feedback:
                notes += chunk_lines(f"- [[{number}]]", [""], row.feedback)
        return lines + (["", *notes] if notes else [])

    def empty(self) -> Response:
        """See `Item.empty`."""
        return {"rows": {}}

    def clean(self, response: Response) -> Response:
        """See `Item.clean`; with one right answer a row, the last chosen column counts."""
        given = self.take(response, "rows", dict)
        columns = known_ids(len(self.columns))
        rows: dict[str, list[str]] = {}
        for name in known_ids(len(self.rows)):
            chosen = given.get(name, [])
            if not isinstance(chosen, list):
                raise self.bad("a row is no list")
            kept = [column for column in columns if column in chosen]
            if len(kept) > 1 and not self.multiple:
                kept = [next(column for column in reversed(chosen) if column in kept)]
            if kept:
                rows[name] = kept
        return {"rows": rows}

    def is_answered(self, response: Response) -> bool:
        """See `Item.is_answered`."""
        return bool(response["rows"])

    def grade(self, response: Response) -> Grade:
        """Judge: right rows ÷ rows. A row is right if exactly its right columns are chosen."""
        given = response["rows"]
        names = known_ids(len(self.rows))
        parts = {
            name: sorted(given.get(name, [])) == sorted(row.right)
            for name, row in zip(names, self.rows, strict=True)
        }
        if not given:  # an untouched table earns nothing for rows without a right column
            parts = dict.fromkeys(parts, False)
        share = sum(parts.values()) / len(parts) if parts else 0.0
        return Grade(score=self.score_of(share), parts=parts)

    def remarks(self, response: Response) -> list[Remark]:
        """See `Item.remarks`; wrong rows come first."""
        parts = self.grade(response).parts
        found = [
            Remark(text=row.feedback, part=name, right=parts[name])
            for name, row in zip(known_ids(len(self.rows)), self.rows, strict=True)
            if row.feedback and name in response["rows"]
        ]
        return sorted(found, key=lambda remark: bool(remark.right)) + self.general_remark()

    def solution(self) -> Response:
        """See `Item.solution`."""
        names = known_ids(len(self.rows))
        pairs = zip(names, self.rows, strict=True)
        return {"rows": {name: list(row.right) for name, row in pairs if row.right}}

    def key(self) -> object:
        """See `Item.key`."""
        rights = [list(row.right) for row in self.rows]
        return [self.type, len(self.columns), rights, self.multiple]

    def groups(self) -> dict[str, tuple[int, bool]]:
        """See `Item.groups`."""
        return {"rows": (len(self.rows), False), "columns": (len(self.columns), False)}

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """See `Item.present`; columns are not shuffled."""
        return super().present(rng, shuffle) | {"columns": known_ids(len(self.columns))}

    def texts(self) -> Iterator[str]:
        """See `Item.texts`."""
        yield from super().texts()
        yield self.corner
        yield from self.columns
        for row in self.rows:
            yield row.text
            yield row.feedback

    def faults(self) -> Iterator[Fault]:
        """Yield also: fewer than two columns (Q107), a row without a right column (Q114) or with
        several where one is asked for (Q106), rows or columns that say the same (Q103)."""
        yield from super().faults()
        if len(self.columns) < 2:
            yield "Q107", {"count": len(self.columns)}
        for number, row in enumerate(self.rows, start=1):
            if not row.right:
                yield "Q114", {"number": number}
            elif len(row.right) > 1 and not self.multiple:
                yield "Q106", {"count": len(row.right)}
        yield from duplicates([row.text for row in self.rows])
        yield from duplicates(list(self.columns))


def _escape(cell: str) -> str:
    return _PIPES.sub(r"\1\\|", one_line(cell))


def _cells(line: str) -> list[str]:
    line = line.strip()
    line = line[1:] if line.startswith("|") else line
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    cells = re.split(r"(?<!\\)\|", line)
    return [one_line(tidy(_PIPES.sub(lambda m: m[1][1:] + "|", cell))) for cell in cells]
