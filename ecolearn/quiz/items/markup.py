"""The lines of a `:::item` body: which are structure, which are text, and how text is escaped.

A body is a stem and then *chunks*: lines at the left edge that begin with a mark (`- (x)`, `=`,
`(?)` …), each with its indented lines; quoted lines below a chunk are its feedback, quoted lines
at the left edge after the first chunk are feedback for everybody. Lines inside a closed code
fence or a `$$` block are never structure.

Escapes are made so that reading undoes writing for any text:

* where a backslash changes nothing for Markdown (`\\(x)`, `\\=>`, `\\=`, `\\:::`), writing adds
  one and reading takes one away;
* where it does (`\\>`, `1\\.`, ``\\``` ``), one backslash belongs to Markdown and stays; writing
  makes two out of none and adds one to two and more, reading does the reverse.
"""

from __future__ import annotations

import re

#: what a learner ticks: ( ), (x), [ ], [x]; Cyrillic х counts
MARK = r"(?:\([ \txXхХ]*\)|\[[ \txXхХ]*\])"
_ANY_MARK = rf"(?:{MARK}(?=\s|$)|\(\d+(?:[.,]\d+)?\)(?=\s|$)|\[\[\d+\]\][ \t]*$)"

_FENCE = re.compile(r"^\s*(`{3,}(?=[^`]*$)|~{3,})")

# (line prefix)(backslashes)(what would be structure)
_E_HINT = re.compile(r"^()(\\*)(\(\?[ \t]*(?:\d+(?:[.,]\d+)?[ \t]*%)?[ \t]*\))")
_E_ANSWER = re.compile(r"^()(\\*)(!?=(?![=>]))")
_E_LIST = re.compile(rf"^([-*+][ \t]+)(\\*)({_ANY_MARK})")
_E_BOX = re.compile(r"^([ \t]*)(\\*)(:::)")
_E_ARROW = re.compile(r"(?<!\\)()(\\*)(=>)")
_E_CELL = re.compile(rf"(\|[ \t]*)(\\*)({MARK})(?=[ \t]*(?:\||$))")
_E_FENCE = re.compile(r"^(\s*)(\\*)(```|~~~)")
_E_MATH = re.compile(r"^()(\\*)(\$\$)")
_E_QUOTE = re.compile(r"^()(\\*)(>)")
_E_STEP = re.compile(r"^(\d{1,9})(\\*)([.)](?=[ \t]|$))")
_E_FIRST = re.compile(rf"^()(\\*)({_ANY_MARK})")
_E_REGION = re.compile(r"^()(\\*)(@(?:rect|circle|polygon)\b)")

Pattern = re.Pattern[str]


def _more(pattern: Pattern, line: str) -> str:
    return pattern.sub(r"\1\\\2\3", line)


def _less(pattern: Pattern, line: str) -> str:
    return pattern.sub(lambda m: m[1] + m[2][1:] + m[3], line)


def _harder(pattern: Pattern, line: str, needed: bool) -> str:
    """Escape where one backslash has a meaning of its own: 0 → 2 (if needed), 1 → 1, n → n + 1."""

    def change(m: re.Match[str]) -> str:
        count = len(m[2])
        new = (2 if needed else 0) if count == 0 else count if count == 1 else count + 1
        return m[1] + "\\" * new + m[3]

    return pattern.sub(change, line, count=1)


def _softer(pattern: Pattern, line: str) -> str:
    def change(m: re.Match[str]) -> str:
        count = len(m[2])
        return m[1] + "\\" * (0 if count == 2 else count - 1 if count > 2 else count) + m[3]

    return pattern.sub(change, line, count=1)


def tidy(text: str) -> str:
    """Return `text` as an item holds it: `\\n` line ends, no blank lines or spaces at the ends,
    lines of spaces empty."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line if line.strip() else "" for line in text.split("\n")).strip()


def one_line(text: str) -> str:
    """Return `text` without line breaks, for words and table cells."""
    return " ".join(text.split())


def protected(lines: list[str]) -> list[str]:
    """Tell of each line whether it lies in a closed code fence ("code") or `$$` block ("math"),
    borders included; "" elsewhere. Fences are found as `content.boxes` finds them."""
    inside = [""] * len(lines)
    endless: dict[str, int] = {}  # sign → length of a fence known never to be closed from here on
    index = 0
    while index < len(lines):
        kind, end = _block(lines, index, endless)
        if kind:
            inside[index : end + 1] = [kind] * (end + 1 - index)
            index = end
        index += 1
    return inside


def _block(lines: list[str], start: int, endless: dict[str, int]) -> tuple[str, int]:
    """Return the kind of closed block that begins here and its last line, or ("", start)."""
    line = lines[start]
    if line.startswith("$$"):
        rest = line[2:].strip()
        if len(rest) > 2 and rest.endswith("$$"):
            return "math", start
        if "$" in endless:
            return "", start
        for index in range(start + 1, len(lines)):
            if lines[index].rstrip().endswith("$$"):
                return "math", index
        endless["$"] = 2
    elif match := _FENCE.match(line):
        sign, length = match[1][0], len(match[1])
        if length >= endless.get(sign, length + 1):
            return "", start
        for index in range(start + 1, len(lines)):
            text = lines[index].strip()
            if len(text) >= length and not text.strip(sign):
                return "code", index
        endless[sign] = length
    return "", start


# ── stems ─────────────────────────────────────────────────────────────────────────────────────


def escape_stem(text: str, *, quotes: bool = False, steps: bool = False) -> list[str]:
    """Return the lines of a stem, escaped. `quotes`: quoted lines too, where a stem may be
    followed by nothing but feedback; `steps`: numbered lines too, before an order list."""
    lines = tidy(text).split("\n")
    return [
        _escape_line(line, inside, quotes, steps)
        for line, inside in zip(lines, protected(lines), strict=True)
    ]


def _escape_line(line: str, inside: str, quotes: bool, steps: bool) -> str:
    if inside:
        line = _more(_E_BOX, line)
        return line if inside == "code" else _harder(_E_FENCE, line, True)
    for pattern in (_E_HINT, _E_ANSWER, _E_LIST, _E_BOX):
        line = _more(pattern, line)
    if line[:1] in ("-", "*", "+", " ", "\t"):
        line = _more(_E_ARROW, line)
    if line.startswith("|"):
        line = _more(_E_CELL, line)
    line = _harder(_E_MATH, _harder(_E_FENCE, line, True), True)
    line = _harder(_E_QUOTE, line, quotes)
    return _harder(_E_STEP, line, steps)


def unescape_stem(lines: list[str]) -> str:
    """Return the stem that `lines` hold: `escape_stem` undone."""
    return tidy(
        "\n".join(
            _unescape_line(line, inside)
            for line, inside in zip(lines, protected(lines), strict=True)
        )
    )


def _unescape_line(line: str, inside: str) -> str:
    if inside:
        line = line if inside == "code" else _softer(_E_FENCE, line)
        return _less(_E_BOX, line)
    line = _softer(_E_STEP, line)
    line = _softer(_E_QUOTE, line)
    line = _softer(_E_FENCE, _softer(_E_MATH, line))
    if line.startswith("|"):
        line = _less(_E_CELL, line)
    if line[:1] in ("-", "*", "+", " ", "\t"):
        line = _less(_E_ARROW, line)
    for pattern in (_E_BOX, _E_LIST, _E_ANSWER, _E_HINT):
        line = _less(pattern, line)
    return line


# ── texts of chunks ───────────────────────────────────────────────────────────────────────────


def escape_part(text: str, *, pair: bool = False) -> list[str]:
    """Return the lines of an option, step or side of a pair, escaped."""
    lines = [_harder(_E_QUOTE, line, True) for line in escape_plain(text)]
    lines[0] = _more(_E_REGION, lines[0])
    if pair:
        lines[0] = _more(_E_FIRST, lines[0])
        lines = [_more(_E_ARROW, line) for line in lines]
    return lines


def unescape_part(text: str, *, pair: bool = False) -> str:
    """Undo `escape_part`."""
    lines = tidy(text).split("\n")
    if pair:
        lines = [_less(_E_ARROW, line) for line in lines]
        lines[0] = _less(_E_FIRST, lines[0])
    lines[0] = _less(_E_REGION, lines[0])
    return unescape_plain("\n".join(_softer(_E_QUOTE, line) for line in lines))


def escape_plain(text: str) -> list[str]:
    """Return the lines of a hint or a rubric, escaped."""
    return [_harder(_E_FENCE, _more(_E_BOX, line), True) for line in tidy(text).split("\n")]


def unescape_plain(text: str) -> str:
    """Undo `escape_plain`."""
    return tidy("\n".join(_less(_E_BOX, _softer(_E_FENCE, li)) for li in text.split("\n")))


def escape_word(text: str, special: str = "\\|") -> str:
    """Return a plain word with a backslash before each of `special`."""
    return "".join("\\" + sign if sign in special else sign for sign in one_line(text))


def unescape_word(text: str) -> str:
    """Return a plain word: a backslash before ASCII punctuation is dropped."""
    return one_line(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


def split_unescaped(text: str, sign: str) -> list[str]:
    """Split `text` at each `sign` that has no backslash before it."""
    parts = [""]
    escaped = False
    for letter in text:
        if letter == sign and not escaped:
            parts.append("")
        else:
            parts[-1] += letter
        escaped = letter == "\\" and not escaped
    return parts


def chunk_lines(head: str, text: list[str], feedback: str = "", width: int = 2) -> list[str]:
    """Return the lines of a chunk: `head` and text, indented lines, quoted feedback."""
    indent = " " * width
    lines = [f"{head} {text[0]}" if text[0] else head]
    lines += [indent + line if line else "" for line in text[1:]]
    if feedback:
        lines += [f"{indent}> {li}" if li else f"{indent}>" for li in tidy(feedback).split("\n")]
    return lines


def quote_lines(feedback: str) -> list[str]:
    """Return feedback for everybody as quoted lines at the left edge, after a blank line."""
    if not feedback:
        return []
    return ["", *(f"> {li}" if li else ">" for li in tidy(feedback).split("\n"))]
