"""Reading a `:::item` body into a stem, chunks and feedback; see `markup` for the terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ecolearn.problems import Place, Problems
from ecolearn.quiz.items.markup import MARK, protected, tidy, unescape_stem

_HINT = re.compile(r"^\(\?[ \t]*(?:(\d+(?:[.,]\d+)?)[ \t]*%)?[ \t]*\)[ \t]*(.*)$")
_ANSWER = re.compile(r"^(!?)=(?![=>])[ \t]*(.*)$")
_LIST = re.compile(r"^[-*+][ \t]+(.*)$")
_OPTION = re.compile(rf"^({MARK})(?:[ \t]+(.*))?$")
_POINTS = re.compile(r"^\((\d+(?:[.,]\d+)?)\)(?:[ \t]+(.*))?$")
_NOTE = re.compile(r"^\[\[(\d+)\]\][ \t]*$")
_STEP = re.compile(r"^(\d{1,9})[.)](?:[ \t]+(.*))?$")
_ARROW = re.compile(r"(?<!\\)=>")
_DELIMITER = re.compile(r"^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
_CELL_MARK = re.compile(rf"(?<=\|)[ \t]*{MARK}[ \t]*(?=\||$)")
#: lines that are no structure but were meant to be, and what is odd about them
_NEARLY = (
    ("dash", re.compile(rf"^ ?[–—−‐‑•·][ \t]*(?:{MARK}(?:\s|$)|\(\d+\)\s|[^|]*=>)")),
    ("mark", re.compile(r"^ ?[-*+][ \t]*[(\[][ \t]*[+vV*✓✔√☑][ \t]*[)\]](?:\s|$)")),
    ("space", re.compile(rf"^ ?[-*+]{MARK}(?=[^(:])")),
    ("per-cent", re.compile(r"^\(\?[ \t]*\d+(?:[.,]\d+)?[ \t]*\)")),
    ("gap", re.compile(r"(?<![\[\\])\[[ \t]*=[^=\[\]]+\](?![\](])")),
    ("arrow", re.compile(r"^ ?[-*+][ \t]+\S.*?(?:->|→|⇒|➔|=\\>).*\S")),
    ("points", re.compile(r"^ ?[-*+][ \t]+\d+(?:[.,]\d+)?[ \t]+\S")),
)


def nearly(line: str) -> str:
    """Return the hint for a line of text that was probably meant to be an answer, or ""."""
    if line.lstrip().startswith(">"):
        return ""
    return next((hint for hint, pattern in _NEARLY if pattern.search(line)), "")


@dataclass(slots=True)
class Chunk:
    """A piece of structure. `text` and `feedback` are as read, still escaped (feedback never is).

    kind: option (mark "(x)", "( )", "[x]", "[ ]"), points (mark the number), note (mark the
    number), pair, answer, wrong, hint (mark the per cent), table (text all its rows), step.
    """

    kind: str
    mark: str
    text: str
    line: int
    feedback: str = ""

    @property
    def chosen(self) -> bool:
        """Tell whether the mark has an x, Latin or Cyrillic."""
        return any(sign in "xXхХ" for sign in self.mark)


@dataclass(slots=True)
class Body:
    """A scanned body, the place to note problems in it, and the settings of the header."""

    path: str
    line: int
    problems: Problems
    stem_lines: list[tuple[int, str]] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    quotes: list[tuple[int, str]] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    #: lines that were read as text, though they look like answers: number, line, hint
    suspects: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def decimal_comma(self) -> bool:
        """Tell whether the file's name says that its language has a decimal comma."""
        return any(f".{language}." in self.path for language in ("kk", "ru"))

    def of(self, *kinds: str) -> list[Chunk]:
        """Return the chunks of these kinds."""
        return [chunk for chunk in self.chunks if chunk.kind in kinds]

    def stem(self) -> str:
        """Return the stem, unescaped."""
        return unescape_stem([line for _, line in self.stem_lines])

    def feedback(self) -> str:
        """Return the feedback for everybody."""
        return _unquote([line for _, line in self.quotes])

    def error(self, code: str, line: int, **facts: object) -> None:
        """Note something that keeps the item from loading."""
        self.problems.error(code, Place(self.path, line, 1), **facts)

    def warning(self, code: str, line: int, **facts: object) -> None:
        """Note a fault that a learner will meet."""
        self.problems.warning(code, Place(self.path, line, 1), **facts)

    def take_last_quote(self) -> None:
        """Make quoted lines at the end of the stem feedback for everybody, in types where a stem
        may be all there is."""
        if self.quotes:
            return
        lines = [line for _, line in self.stem_lines]
        inside = protected(lines)
        start = end = len(lines)
        while end and not lines[end - 1].strip():
            end -= 1
        start = end
        while start and lines[start - 1].startswith(">") and not inside[start - 1]:
            start -= 1
        if start < end:
            self.quotes = self.stem_lines[start:end]
            self.stem_lines = self.stem_lines[:start]

    def take_steps(self) -> list[Chunk]:
        """Take the last numbered list out of the stem."""
        lines = [line for _, line in self.stem_lines]
        inside = protected(lines)
        start: int | None = None
        blank = True
        for index, line in enumerate(lines):
            if _STEP.match(line) and not inside[index]:
                start = index if start is None else start
            elif line.strip() and (inside[index] or line[0] not in " \t") and blank:
                start = None
            blank = not line.strip()
        if start is None:
            return []
        rest, self.stem_lines = self.stem_lines[start:], self.stem_lines[:start]
        scanner = _Scanner(self, _match_step)
        for number, line in rest:
            scanner.take(number, line, False, None)
        scanner.close()
        return self.of("step")


def _unquote(lines: list[str]) -> str:
    return tidy("\n".join(re.sub(r"^> ?", "", line) for line in lines))


def scan(lines: list[str], path: str, line: int, problems: Problems) -> Body:
    """Split a body whose first line has the number `line` + 1."""
    body = Body(path, line, problems)
    scanner = _Scanner(body, None)
    inside = protected(lines)
    tables = dict(_tables(lines, inside))
    index = 0
    while index < len(lines):
        if index in tables:
            scanner.table(line + 1 + index, lines[index : tables[index]])
            index = tables[index]
            continue
        start = None if inside[index] else _match(lines, index)
        if start is None and not inside[index] and (hint := nearly(lines[index])):
            body.suspects.append((line + 1 + index, lines[index].strip(), hint))
        scanner.take(line + 1 + index, lines[index], bool(inside[index]), start)
        index += 1
    scanner.close()
    return body


Start = tuple[str, str, str, int]


def _match(lines: list[str], index: int) -> Start | None:
    """Return (kind, mark, text, width of the indentation) if a chunk begins here."""
    line = lines[index]
    if match := _HINT.match(line):
        return "hint", match[1] or "", match[2], 2
    if match := _ANSWER.match(line):
        return "wrong" if match[1] else "answer", "", match[2], 2
    if not (match := _LIST.match(line)):
        return None
    text = match[1]
    if match := _OPTION.match(text):
        return "option", match[1], match[2] or "", 2
    if match := _POINTS.match(text):
        return "points", match[1], match[2] or "", 2
    if match := _NOTE.match(text):
        return "note", match[1], "", 2
    if _ARROW.search("\n".join([text, *_indented(lines, index)])):
        return "pair", "", text, 2
    return None


def _match_step(line: str) -> Start | None:
    match = _STEP.match(line)
    return ("step", match[1], match[2] or "", len(match[1]) + 2) if match else None


def _indented(lines: list[str], index: int) -> Iterator[str]:
    """Yield the lines after `index` that belong to it, without its feedback."""
    for at in range(index + 1, len(lines)):
        line = lines[at]
        if line.strip() and not _is_indented(line):
            return
        if line and _outdent(line, 2).startswith(">"):
            return
        yield line


def _tables(lines: list[str], inside: list[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each table that has marks in its rows."""
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and lines[end].startswith("|") and not inside[end]:
            end += 1
        is_table = end - index > 2 and _DELIMITER.match(lines[index + 1])
        if is_table and any(_CELL_MARK.search(line) for line in lines[index + 2 : end]):
            yield index, end
        index = max(end, index + 1)


class _Scanner:
    """Gathers lines into the stem, chunks and quotes of a body."""

    def __init__(self, body: Body, match: Callable[[str], Start | None] | None) -> None:
        self.body = body
        self.match = match
        self.chunk: Chunk | None = None
        self.lines: list[str] = []
        self.width = 2
        self.blank = False
        self.in_quote = False

    def take(self, number: int, line: str, inside: bool, start: Start | None) -> None:
        """Take one line."""
        if self.match is not None:
            start = self.match(line)
        if start is not None:
            self.close()
            kind, mark, text, self.width = start
            self._warn_of_early_quote()
            self.chunk = Chunk(kind, mark, "", number)
            self.lines = [text]
        elif not line.strip():
            self._blank(number)
            return
        elif self.chunk is None and not self.body.chunks:
            self.body.stem_lines.append((number, line))
        else:
            self._after(number, line, inside)
        self.blank = False

    def _blank(self, number: int) -> None:
        self.blank = True
        if self.chunk is not None:
            self.lines.append("")
        elif not self.body.chunks:
            self.body.stem_lines.append((number, ""))
        elif self.body.quotes:
            self.body.quotes.append((number, ">"))
        elif self._only_hints():
            self.body.stem_lines.append((number, ""))
        self.in_quote = False

    def _after(self, number: int, line: str, inside: bool) -> None:
        """Take a line that begins no chunk, after one has begun."""
        if self.chunk is not None and _is_indented(line):
            self.lines.append(_outdent(line, self.width))
        elif line.startswith(">") and not inside:
            self.close()
            self.body.quotes.append((number, line))
            self.in_quote = True
        elif self.in_quote:
            self.body.quotes.append((number, line))
        elif self.chunk is not None and not (self.blank or inside or _LIST.match(line)):
            self.lines.append(line.lstrip())
        elif self._only_hints() and not self.body.quotes:
            self.close()
            self.body.stem_lines.append((number, line))
        else:
            self.close()
            text, hint = line.strip()[:60], "" if inside else nearly(line)
            self.body.error("Q008", number, text=text, **({"hint": hint} if hint else {}))

    def table(self, number: int, rows: list[str]) -> None:
        """Take a whole table with marks."""
        self.close()
        self._warn_of_early_quote()
        self.body.chunks.append(Chunk("table", "", "\n".join(rows), number))
        self.blank = False

    def _only_hints(self) -> bool:
        kinds = {chunk.kind for chunk in self.body.chunks}
        if self.chunk is not None:
            kinds.add(self.chunk.kind)
        return kinds <= {"hint"}

    def _warn_of_early_quote(self) -> None:
        if self.body.quotes and self.match is None:
            self.body.warning("Q010", self.body.quotes[0][0])

    def close(self) -> None:
        """Finish the chunk that is open."""
        chunk, self.chunk = self.chunk, None
        self.in_quote = False
        if chunk is None:
            return
        text, quote = self.lines, []
        if chunk.kind not in ("hint", "points"):
            cut = next((i for i, li in enumerate(text) if i and li.startswith(">")), len(text))
            text, quote = text[:cut], text[cut:]
        chunk.text = tidy("\n".join(text))
        chunk.feedback = _unquote(quote)
        self.body.chunks.append(chunk)


def _is_indented(line: str) -> bool:
    return not line[:2].strip() or line[0] == "\t"


def _outdent(line: str, width: int) -> str:
    if line[0] == "\t":
        return line[1:]
    return line[min(width, len(line) - len(line.lstrip(" \t"))) :]
