"""The line scanner: finds the boxes of a text without reading the Markdown between them.

A box begins with at least three colons and a kind, and ends with as many colons alone in a line.
Code blocks are skipped, so that a text can show how a box is written. Every text has a reading:
what is not as it should be becomes a problem, and no text gets lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from ecolearn.content.model import CALLOUTS
from ecolearn.problems import Place, Problems

#: levels of boxes in one another (RELIABILITY 3.15)
MAX_DEPTH = 20
#: kinds that hold other boxes, kinds that hold a question, kinds that only name something
CONTAINERS = (*CALLOUTS, "fold")
QUESTIONS = ("item", "predict")
NAMED = ("fact", "compare", "activity")
KINDS = (*CONTAINERS, *QUESTIONS, *NAMED)

_COLONS = re.compile(r" {0,3}(:{3,})[ \t]*(?:([^\W\d_][\w-]*)(?:[ \t]+(.*?))?)?[ \t]*\Z", re.S)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)\Z", re.S)


@dataclass(slots=True)
class Found:
    """A stretch of text (`kind` "") or a box. `rows` are lines of text or of a question; `inside`
    is what a container holds. `line` is where it begins: for a question its `:::` line."""

    kind: str
    line: int
    args: str = ""
    rows: list[str] = field(default_factory=list)
    inside: list[Found] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    colons: int
    box: Found


def scan(body: str, shown: str, problems: Problems, first_line: int = 1) -> list[Found]:
    """Return the text and the boxes of `body` in order."""
    return _Scanner(body.split("\n"), shown, problems, first_line).run()


def fence_ends(rows: list[str]) -> tuple[dict[int, int], str]:
    """Return (row a code block begins → row it ends, what would close an open one or "")."""
    ends: dict[int, int] = {}
    at = 0
    while at < len(rows):
        match = _fence(rows[at])
        if match is not None:
            sign, length = match[1][0], len(match[1])
            end = _fence_close(rows, at, sign, length)
            if end < 0:
                return ends, sign * length
            ends[at] = at = end
        at += 1
    return ends, ""


def _fence(row: str) -> re.Match[str] | None:
    """Return the match of a line that may begin a code block."""
    if row.lstrip()[:3] not in ("```", "~~~"):
        return None
    match = _FENCE.match(row)
    return None if match is None or (match[1][0] == "`" and "`" in match[2]) else match


def _fence_close(rows: list[str], at: int, sign: str, length: int) -> int:
    for row in range(at + 1, len(rows)):
        text = rows[row].strip()
        if text[:3] == sign * 3 and len(text) >= length and not text.strip(sign):
            return row
    return -1


class _Scanner:
    def __init__(self, rows: list[str], shown: str, problems: Problems, first_line: int) -> None:
        self._rows = rows
        self._shown = shown
        self._problems = problems
        self._first = first_line
        self._top: list[Found] = []
        self._open: list[_Open] = []
        self._text_start = -1
        # (character, length) of code blocks known not to end
        self._endless: dict[str, int] = {}

    def run(self) -> list[Found]:
        at = 0
        rows = self._rows
        while at < len(rows):
            row = rows[at]
            mark = row.lstrip()[:3]
            if mark in ("```", "~~~"):
                at = self._past_fence(at)
                continue
            match = _COLONS.match(row) if mark == ":::" else None
            if match is None:
                self._text(at)
                at += 1
                continue
            self._flush(at)
            colons, kind, args = len(match[1]), match[2], (match[3] or "").strip()
            if kind is None:
                self._close(colons, at)
                at += 1
            else:
                at = self._begin(colons, kind, args, at)
        self._flush(len(rows))
        for opened in self._open:
            self._problems.error("T001", self._place(opened.box.line), kind=opened.box.kind)
        return self._top

    # text

    def _place(self, line: int) -> Place:
        return Place(self._shown, line)

    def _here(self) -> list[Found]:
        return self._open[-1].box.inside if self._open else self._top

    def _text(self, at: int) -> None:
        if self._text_start < 0:
            self._text_start = at

    def _flush(self, at: int) -> None:
        """End the stretch of text before row `at`: without the empty lines around it."""
        start, self._text_start = self._text_start, -1
        if start < 0:
            return
        rows = self._rows
        while start < at and not rows[start].strip():
            start += 1
        while at > start and not rows[at - 1].strip():
            at -= 1
        if start < at:
            self._here().append(Found("", self._first + start, rows=rows[start:at]))

    def _fence_end(self, at: int) -> int:
        """Return the row that ends the code block that begins at `at`; -1 if there is none."""
        match = _fence(self._rows[at])
        if match is None:
            return -1
        sign, length = match[1][0], len(match[1])
        if length >= self._endless.get(sign, 1 << 30):
            return -1
        end = _fence_close(self._rows, at, sign, length)
        if end < 0:
            self._endless[sign] = length
            self._problems.warning("T012", self._place(self._first + at))
        return end

    def _past_fence(self, at: int) -> int:
        self._text(at)
        return max(at, self._fence_end(at)) + 1

    # boxes

    def _begin(self, colons: int, kind: str, args: str, at: int) -> int:
        """Take the box that opens at row `at`; return the row to go on with."""
        line = self._first + at
        # an outer box has more colons: one with fewer cannot be around this one
        while self._open and self._open[-1].colons < colons:
            box = self._open.pop().box
            self._problems.error("T001", self._place(box.line), kind=box.kind)
        if kind not in KINDS:
            near = get_close_matches(kind.lower(), KINDS, 1)
            suggestion = near[0] if near else ""
            self._problems.error("T003", self._place(line), kind=kind, suggestion=suggestion)
            kind = suggestion or "note"
        if kind in QUESTIONS:
            return self._question(colons, kind, args, at)
        if self._open and self._open[-1].colons == colons:
            outer = self._open[-1].box
            if outer.kind in NAMED:
                # a card takes no boxes: it was not closed
                self._open.pop()
                self._problems.error("T001", self._place(outer.line), kind=outer.kind)
            else:
                self._problems.warning("T009", self._place(line), kind=kind)
        if len(self._open) >= MAX_DEPTH:
            self._problems.error("T005", self._place(line), limit=MAX_DEPTH)
            self._here().append(Found("", line, rows=self._rows[at:]))
            return len(self._rows)
        box = Found(kind, line, args)
        self._here().append(box)
        self._open.append(_Open(colons, box))
        return at + 1

    def _question(self, colons: int, kind: str, args: str, at: int) -> int:
        """Take a question: all lines up to its end, or up to the box that shows it has none.

        Code blocks are not looked at here: a question that shows boxes has more colons itself.
        """
        line = self._first + at
        end = at + 1
        after = -1
        while end < len(self._rows):
            row = self._rows[end]
            match = _COLONS.match(row) if row.lstrip()[:3] == ":::" else None
            found = len(match[1]) if match else 0
            if match is None or found < colons:
                end += 1
                continue
            if match[2] is None:
                if found == colons:
                    after = end + 1
                elif not self._is_open(found):
                    place = self._place(self._first + end)
                    self._problems.warning("T008", place, found=found, expected=colons)
                    after = end + 1
                break
            if match[2] in KINDS:
                break
            end += 1
        if after < 0:
            self._problems.error("T001", self._place(line), kind=kind)
            after = end
        self._here().append(Found(kind, line, args, rows=self._rows[at + 1 : end]))
        return after

    def _is_open(self, colons: int) -> bool:
        return any(opened.colons == colons for opened in self._open)

    def _close(self, colons: int, at: int) -> None:
        place = self._place(self._first + at)
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].colons != colons:
                continue
            for opened in self._open[depth + 1 :]:
                self._problems.error("T001", self._place(opened.box.line), kind=opened.box.kind)
            del self._open[depth:]
            return
        if not self._open:
            self._problems.warning("T002", place)
            return
        opened = self._open.pop()
        self._problems.warning("T008", place, found=colons, expected=opened.colons)
