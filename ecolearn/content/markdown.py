"""Markdown to blocks: what a lesson, a stem or an answer says, as plain data for every view.

Nothing here raises for any text, and no text takes much longer than its length allows: what is
beyond the limits (RELIABILITY 3.15) is shown as typed, and said as a problem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from ecolearn.content import blocks as b
from ecolearn.content import model
from ecolearn.content.activities.base import World
from ecolearn.content.inline import InlineMaker, Piece, plain_inline
from ecolearn.content.lines import Lines
from ecolearn.content.no_break import keep_units
from ecolearn.content.texts import in_language
from ecolearn.content.titles import Titles
from ecolearn.problems import Place, Problems
from ecolearn.quiz.numbers import NBSP

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: characters; a longer text is a refused file (RELIABILITY 3.15), a longer line is shown as typed
MAX_TEXT = 1_000_000
MAX_LINE = 20_000
#: lines of one Markdown text; with the budget below it keeps the worst case under two seconds
MAX_LINES = 10_000
#: marks (`[`, `*`, `$` …) in one paragraph and in one text, about 40 µs each at worst
MAX_MARKS_PARAGRAPH = 1_000
MAX_MARKS_TEXT = 20_000
#: signs of quotation in a text: ten thousand lines, each twenty deep, took four seconds
MAX_QUOTING = 20_000
#: cells of a table; Qt lays out a table as a whole
MAX_CELLS = 5_000
#: characters of a stretch that is shown as typed, so that no view meets a giant paragraph
_CHUNK = 4_000

AUDIO = frozenset({"ogg", "oga", "opus", "mp3", "wav", "m4a", "flac"})
VIDEO = frozenset({"mp4", "webm", "ogv", "mkv", "mov", "avi", "m4v"})

_MARKS = "[!*_~`<&$\\"
_ANY_MARK = re.compile(r"[\[!*_~`<&$\\\n]")
_BLOCK_START = re.compile(r"[#>+\-=|~`:]|\d|\s")
_ANCHOR = re.compile(r"(.*?)\s*\{#([\w.:-]{1,80})\}\s*\Z", re.S)
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from ecolearn.content.markdown_rules import parser

    return parser()


# ── what others call ──────────────────────────────────────────────────────────────────────────


def inline(text: str, *, lesson_titles: Mapping[str, str] | None = None) -> b.Inline:
    """Return `text` as runs, for a line such as an answer or a title.

    `lesson_titles` (see the function of that name) gives references their words; without it only
    references of the conventional shape (`[HE1-L2]`) become links, with the id as words.
    """
    return _Maker(titles=lesson_titles).inline(text.strip())


def blocks(
    text: str,
    *,
    first_line: int = 1,
    lesson_titles: Mapping[str, str] | None = None,
    lesson_id: str = "",
    problems: Problems | None = None,
    path: str = "",
) -> tuple[b.Block, ...]:
    """Return Markdown without boxes as blocks.

    `first_line` is the line of the file in which `text` begins; `lesson_id` lets `#anchor` links
    point into the lesson at hand. What is beyond the limits goes to `problems`.
    """
    maker = _Maker(lesson_titles, lesson_id, problems, path)
    return maker.blocks(text, first_line)


def plain(text: str) -> str:
    """Return Markdown as plain text: no marks, formulas in words, one line per block."""
    if not _ANY_MARK.search(text) and not _BLOCK_START.match(text):
        return text.strip()
    return plain_blocks(blocks(text))


def plain_blocks(parts: Iterable[b.Block], language: str = "") -> str:
    """Return the plain text of blocks, one line each, for searching and copying: its spaces are
    plain ones. Facts are in `language`, or any."""
    lines = (line for part in parts for line in _plain(part, language) if line)
    return "\n".join(lines).replace(NBSP, " ")


def lesson_titles(course: model.Course, language: str) -> Titles:
    """Return lesson id → title in `language`, or in the next best language; it knows the headings
    of their parts as well."""
    return Titles(course, language)


def lesson_blocks(
    text: model.LessonText,
    course: model.Course | None,
    *,
    language: str = "",
    titles: Mapping[str, str] | None = None,
    lines: Lines | None = None,
    problems: Problems | None = None,
    path: str = "",
) -> tuple[b.Block, ...]:
    """Return a lesson as blocks: boxes, facts, questions and comparisons resolved.

    `course` gives titles of other lessons and facts; None for a lesson looked at alone. `language`
    is the language of `text`; if empty it is looked up in the course. `titles` saves working
    out `lesson_titles` again. `lines` gives the blocks their place in the file.
    """
    if course is not None and titles is None:
        titles = lesson_titles(course, language or _language_of(text, course))
    maker = _Maker(titles, text.id, problems, path)
    resolver = _Resolver(text, course, maker, lines or Lines())
    return resolver.parts(text.parts, 0)


def slug(text: str) -> str:
    """Return an anchor made from a title: lower case, letters and digits of any script, hyphens."""
    kept = "".join(c if c.isalnum() else "-" for c in unicodedata.normalize("NFC", text).casefold())
    return re.sub("-+", "-", kept).strip("-")[:60].rstrip("-")


def _language_of(text: model.LessonText, course: model.Course) -> str:
    lesson = course.lesson(text.id)
    if lesson is None:
        return ""
    return next((code for code, one in lesson.texts.items() if one is text), "")


# ── boxes ─────────────────────────────────────────────────────────────────────────────────────


class _Resolver:
    """Turns the parts of a lesson into blocks."""

    def __init__(
        self, text: model.LessonText, course: model.Course | None, maker: _Maker, lines: Lines
    ) -> None:
        self._maker = maker
        self._lines = lines
        self._facts = {fact.id: fact for fact in course.facts} if course else {}
        self._items = {item.id: item for item in text.items()}
        self._activities = {one.id: one for one in course.activities} if course else {}
        constants = {one.id: one for one in course.constants} if course else {}
        languages = course.languages if course else ()
        self._world = World(constants=constants, facts=self._facts, languages=languages)

    def parts(self, parts: tuple[model.Part, ...], depth: int) -> tuple[b.Block, ...]:
        out: list[b.Block] = []
        for part in parts:
            line = self._lines.of(part)
            if isinstance(part, model.Prose):
                out += self._maker.blocks(part.text, line or 1, known=bool(line), depth=depth)
            elif isinstance(part, model.Question):
                out.append(b.Question(part.item, part.use, line))
            elif isinstance(part, model.Compare):
                out.append(b.Compare(part.item_id, self._items.get(part.item_id), line))
            elif isinstance(part, model.ActivityRef):
                found = self._activities.get(part.activity_id)
                out.append(b.ActivityCard(part.activity_id, found, line, self._world))
            elif isinstance(part, model.FactRef):
                fact = self._facts.get(part.fact_id)
                shown = None if fact is None or fact.grade == "D" else fact
                out.append(b.FactCard(part.fact_id, shown, line))
            else:
                inside = self.parts(part.parts, depth + 1)
                if part.kind == "fold":
                    out.append(b.Fold(part.title, inside, line))
                else:
                    out.append(b.Callout(part.kind, part.title, inside, line))
        return tuple(out)


# ── Markdown ──────────────────────────────────────────────────────────────────────────────────


class _Maker:
    """Makes blocks of Markdown texts that belong together: anchors are unique and the budget is
    shared over all texts of one maker."""

    def __init__(
        self,
        titles: Mapping[str, str] | None = None,
        lesson_id: str = "",
        problems: Problems | None = None,
        path: str = "",
    ) -> None:
        self._titles = titles
        self._runs = InlineMaker(titles, lesson_id)
        self._problems = problems
        self._path = path
        self._anchors: dict[str, int] = {}  # anchor → the highest number given to it
        self._said: set[str] = set()
        self._marks_left = MAX_MARKS_TEXT
        self._env: dict[str, object] = {"titles": titles}
        # of the text at hand
        self._tokens: list[Token] = []
        self._at = 0
        self._offset = 0
        self._source: list[str] = []

    # texts

    def inline(self, text: str) -> b.Inline:
        pieces = self._pieces(text, 0, pictures=False)
        return pieces[0] if pieces and isinstance(pieces[0], tuple) else ()

    def blocks(
        self, text: str, first_line: int, *, known: bool = True, depth: int = 0
    ) -> tuple[b.Block, ...]:
        """Return `text` as blocks; `known` tells whether `first_line` is to be believed."""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        rows = text.split("\n")
        if len(text) > MAX_TEXT or len(rows) > MAX_LINES or text.count(">") > MAX_QUOTING:
            self._beyond("T031", first_line, length=len(text), lines=len(rows))
            return self._as_typed(rows, first_line if known else 0)
        if len(text) <= MAX_LINE or max(map(len, rows)) <= MAX_LINE:
            return self._parse(text, rows, first_line if known else None, depth)
        out: list[b.Block] = []
        start = 0
        for number, row in enumerate([*rows, None]):
            if row is not None and len(row) <= MAX_LINE:
                continue
            before = rows[start:number]
            at = first_line + start if known else None
            out += self._parse("\n".join(before), before, at, depth)
            if row is not None:
                self._beyond("T030", first_line + number, length=len(row), limit=MAX_LINE)
                out += self._as_typed([row], first_line + number if known else 0)
            start = number + 1
        return tuple(out)

    def _parse(
        self, text: str, rows: list[str], first_line: int | None, depth: int
    ) -> tuple[b.Block, ...]:
        if not text.strip():
            return ()
        env: dict[str, object] = {"titles": self._titles}
        self._env = env
        self._tokens = _parser().parse(text, env)
        self._at = 0
        # token lines count from 0; an unknown place stays unknown
        self._offset = first_line if first_line is not None else -MAX_TEXT
        self._source = rows
        return self._until("", depth)

    def _line(self, token: Token) -> int:
        return max(0, self._offset + token.map[0]) if token.map else 0

    def _beyond(self, code: str, line: int, **facts: object) -> None:
        """Say that a limit was met; where a text has more marks than all its limits, only once."""
        if self._problems is None or (code == "T035" and code in self._said):
            return
        self._said.add(code)
        self._problems.warning(code, Place(self._path, max(0, line)), **facts)

    def _as_typed(self, rows: list[str], line: int) -> tuple[b.Block, ...]:
        """Return lines as they are, in paragraphs of bearable length."""
        text = "\n".join(rows)
        return tuple(
            b.Paragraph((b.Run(text[at : at + _CHUNK]),), line)
            for at in range(0, len(text), _CHUNK)
            if text[at : at + _CHUNK].strip()
        )

    # blocks

    def _until(self, close: str, depth: int) -> tuple[b.Block, ...]:
        """Return the blocks up to the token `close` (or the end), which is taken too."""
        out: list[b.Block] = []
        tokens = self._tokens
        while self._at < len(tokens):
            token = tokens[self._at]
            self._at += 1
            kind = token.type
            if kind == close:
                break
            if kind == "paragraph_open":
                self._paragraph(token, out)
            elif kind == "heading_open":
                out.append(self._heading(token))
            elif kind in ("bullet_list_open", "ordered_list_open", "blockquote_open"):
                out += self._nested(token, depth)
            elif kind in ("fence", "code_block"):
                language = token.info.strip().split(" ")[0] if kind == "fence" else ""
                out.append(b.Code(token.content.rstrip("\n"), language, self._line(token)))
            elif kind == "math_block":
                out.append(b.Math(token.content, self._line(token)))
            elif kind == "table_open":
                out += self._table(token)
            elif kind == "hr":
                out.append(b.Rule(self._line(token)))
        return tuple(out)

    def _paragraph(self, token: Token, out: list[b.Block]) -> None:
        line = self._line(token)
        content = self._tokens[self._at].content
        if content.startswith("$$"):
            self._beyond("T014", line)
        pieces = self._pieces(content, line)
        self._at += 2
        for piece in pieces:
            if isinstance(piece, tuple):
                out.append(b.Paragraph(piece, line))
                continue
            caption = self.inline(piece.caption) if piece.caption else ()
            ending = piece.source.rpartition(".")[2].lower()
            if ending in AUDIO or ending in VIDEO:
                kind = "audio" if ending in AUDIO else "video"
                out.append(b.Media(piece.source, kind, piece.alt, caption, line))
            else:
                out.append(b.Picture(piece.source, piece.alt, caption, line))

    def _heading(self, token: Token) -> b.Heading:
        content = self._tokens[self._at].content
        self._at += 2
        line = self._line(token)
        given = _ANCHOR.match(content) if content.endswith("}") else None
        if given:
            content = given[1]
        pieces = self._pieces(content, line, pictures=False)
        text = pieces[0] if pieces and isinstance(pieces[0], tuple) else ()
        anchor = given[2] if given else slug(plain_inline(text)) or "part"
        if given and anchor in self._anchors:
            self._beyond("T034", line, anchor=anchor)
        anchor = self._unique(anchor)
        return b.Heading(min(4, max(2, int(token.tag[1]))), text, anchor, line)

    def _unique(self, anchor: str) -> str:
        name = anchor
        while name in self._anchors:
            self._anchors[anchor] += 1
            name = f"{anchor}-{self._anchors[anchor]}"
        self._anchors[name] = 1
        return name

    def _nested(self, token: Token, depth: int) -> tuple[b.Block, ...]:
        from ecolearn.content.markdown_rules import MAX_NESTING

        line = self._line(token)
        close = token.type.replace("_open", "_close")
        if depth >= MAX_NESTING:
            self._beyond("T032", line, limit=MAX_NESTING)
            self._skip(close, token.level)
            first, last = token.map or (0, 0)
            return self._as_typed([row.strip() for row in self._source[first:last]], line)
        if token.type == "blockquote_open":
            return (b.Quote(self._until(close, depth + 1), line),)
        items: list[b.ListItem] = []
        tight = True
        while self._at < len(self._tokens) and self._tokens[self._at].type != close:
            opened = self._tokens[self._at]
            start = self._at = self._at + 1
            items.append(b.ListItem(self._until("list_item_close", depth + 1)))
            tight = tight and all(
                inner.hidden
                for inner in self._tokens[start : self._at]
                if inner.type == "paragraph_open" and inner.level == opened.level + 1
            )
        self._at += 1
        first_number = None
        if token.type == "ordered_list_open":
            given = token.attrs.get("start", 1)
            first_number = int(given)
        return (b.ListBlock(tuple(items), first_number, tight, line),)

    def _skip(self, close: str, level: int) -> None:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == close and token.level == level:
                return

    def _table(self, token: Token) -> tuple[b.Block, ...]:
        line = self._line(token)
        start = self._at
        self._skip("table_close", token.level)
        inside = self._tokens[start : self._at]
        cells = sum(one.type in ("th_open", "td_open") for one in inside)
        if cells > MAX_CELLS:
            self._beyond("T033", line, cells=cells, limit=MAX_CELLS)
            first, last = token.map or (0, 0)
            return self._as_typed(self._source[first:last], line)
        head: list[b.Inline] = []
        align: list[str] = []
        rows: list[tuple[b.Inline, ...]] = []
        row: list[b.Inline] = []
        for one in inside:
            if one.type == "th_open":
                side = str(one.attrs.get("style", "")).rpartition(":")[2]
                align.append(side if side in ("right", "center") else "left")
            elif one.type == "inline":
                pieces = self._pieces(one.content, self._line(one) or line, pictures=False)
                row.append(pieces[0] if pieces and isinstance(pieces[0], tuple) else ())
            elif one.type == "thead_close":
                head, row = row, []
            elif one.type == "tr_close" and head:
                rows.append(tuple(row))
                row = []
        return (b.Table(tuple(head), tuple(rows), tuple(align), line),)

    # inline

    def _pieces(self, text: str, line: int, *, pictures: bool = True) -> list[Piece]:
        """Return inline text as runs and, if `pictures`, pictures between them."""
        if not _ANY_MARK.search(text):
            return [(b.Run(keep_units(text)),)] if text else []
        marks = sum(map(text.count, _MARKS))
        self._marks_left -= marks
        if len(text) > MAX_LINE or marks > MAX_MARKS_PARAGRAPH or self._marks_left < 0:
            self._beyond("T035", line, marks=marks, length=len(text))
            return [
                (b.Run(_SPACES.sub(" ", text[at : at + _CHUNK])),)
                for at in range(0, len(text), _CHUNK)
            ]
        tokens: list[Token] = []
        md = _parser()
        md.inline.parse(text, md, self._env, tokens)
        return self._runs.pieces(tokens, pictures)


# ── plain text ────────────────────────────────────────────────────────────────────────────────


def _plain(part: b.Block, language: str) -> Iterable[str]:
    if isinstance(part, b.Heading | b.Paragraph):
        yield plain_inline(part.text)
    elif isinstance(part, b.ListBlock):
        for item in part.items:
            yield from (line for one in item.blocks for line in _plain(one, language))
    elif isinstance(part, b.Table):
        for row in (part.head, *part.rows):
            yield " · ".join(plain_inline(cell) for cell in row)
    elif isinstance(part, b.Picture | b.Media):
        yield part.alt
        yield plain_inline(part.caption)
    elif isinstance(part, b.Code):
        yield part.text
    elif isinstance(part, b.Math):
        from ecolearn.content.tex_words import readable

        yield readable(part.tex)
    elif isinstance(part, b.Quote):
        yield from (line for one in part.blocks for line in _plain(one, language))
    elif isinstance(part, b.Callout | b.Fold):
        yield part.title
        yield from (line for one in part.blocks for line in _plain(one, language))
    elif isinstance(part, b.FactCard) and part.fact:
        yield plain(in_language(part.fact.text, language)[0])
    elif isinstance(part, b.ActivityCard) and part.activity:
        yield in_language(part.activity.title, language)[0]
        yield plain(in_language(part.activity.intro, language)[0])
    elif isinstance(part, b.Question):
        yield plain(part.item.stem)
