"""Reading a text file that anybody may have saved, with any editor, at any moment.

Returns text with `\\n` line ends and no byte order mark, or None if there is nothing to show.
What was odd goes to the problems; nothing here raises for the contents of a file.
"""

from __future__ import annotations

import os
import re
import stat
import time
from pathlib import Path
from typing import Any

from ecolearn.content import plain_toml
from ecolearn.problems import Place, Problems

#: bytes and characters (RELIABILITY 3.15)
MAX_BYTES = 1_000_000
MAX_LINE = 20_000
#: names in one dotted key
MAX_KEY_PARTS = 100
#: how often, and how many seconds apart, a file is read again that changes while it is read
_TRIES = 3
_PAUSE_S = 0.02

_KAZAKH_IN_1048 = frozenset(
    b"\x8d\x8e\x9d\x9e\xa1\xa2\xa3\xa5\xaa\xaf\xb2\xb3\xb4\xba\xbc\xbd\xbe\xbf"
)
_OFTEN_IN_1251 = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa7\xa8\xab\xb0\xb1\xb8\xb9\xbb")
#: Latin, Greek, Cyrillic, general punctuation, signs
_USUAL = re.compile("[\t\n\r -\u024f\u0370-\u052f\u2000-\u22ff]")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def read_bytes(path: Path, shown: str, problems: Problems) -> bytes | None:
    """Return the bytes of an ordinary file of at most `MAX_BYTES`, or None with a problem.

    `shown` is the path inside the course. A file that changes while it is read is read again.
    """
    place = Place(shown)
    name = shown.rpartition("/")[2]
    try:
        for _ in range(_TRIES):
            before = path.stat()
            if not stat.S_ISREG(before.st_mode):
                problems.error("F008", place, name=name)
                return None
            if before.st_size > MAX_BYTES:
                problems.error("F006", place, size=before.st_size, limit=MAX_BYTES)
                return None
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
                after = os.fstat(file.fileno())
            same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
            if same and len(data) == after.st_size:
                return data
            time.sleep(_PAUSE_S)
    except FileNotFoundError:
        problems.error("F001", place, name=name)
        return None
    except OSError as error:
        problems.error("F002", place, name=name, reason=error.strerror or str(error))
        return None
    problems.warning("F007", place, name=name)
    return data[:MAX_BYTES]


def read_text(path: Path, shown: str, problems: Problems) -> str | None:
    """Return the text of a file, or None with a problem that says why not."""
    data = read_bytes(path, shown, problems)
    return None if data is None else decode(data, shown, problems)


def decode(data: bytes, shown: str, problems: Problems) -> str | None:
    """Return `data` as text: UTF-8, else UTF-16, else a Windows code page, with a problem."""
    name = shown.rpartition("/")[2]
    if not data.strip():
        problems.error("F005", Place(shown), name=name)
        return None
    text = _decoded(data, shown, problems)
    if text is None or "\0" in text:
        problems.error("F004", Place(shown), name=name)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.error("F005", Place(shown), name=name)
        return None
    return text


def _decoded(data: bytes, shown: str, problems: Problems) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    for mark, encoding in (
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            problems.warning("F003", Place(shown, 1), encoding=encoding.upper())
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        return _utf16_without_mark(data, shown, problems)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, shown, problems)


def _utf16_without_mark(data: bytes, shown: str, problems: Problems) -> str | None:
    """Return the text if nearly all of it are letters of our languages; else it is binary."""
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        sample = text[:4000]
        usual = len(_USUAL.findall(sample))
        if usual >= 0.95 * len(sample):
            problems.warning("F003", Place(shown, 1), encoding="UTF-16")
            return text
    return None


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str, problems: Problems) -> str | None:
    line = data.count(b"\n", 0, error.start) + 1
    if error.reason == "unexpected end of data" and error.start >= len(data) - 3 and error.start:
        text = data[: error.start].decode("utf-8")
        if len(text) < error.start or error.start > 40:  # else a word in a code page, ending so
            problems.warning("F009", Place(shown, line))
            return text
    replaced = data.decode("utf-8", errors="replace")
    lost = replaced.count("\ufffd")
    good = sum(c > "\x7f" for c in replaced) - lost
    if good > lost:
        problems.warning("F010", Place(shown, line))
        return replaced
    high = [byte for byte in data if byte > 0x7F]
    kazakh = sum(byte in _KAZAKH_IN_1048 for byte in high)
    letters = sum(byte >= 0xC0 or byte in _OFTEN_IN_1251 for byte in high)
    if letters + kazakh < 0.9 * len(high) or _control_characters(data):
        return None
    # KZ-1048 is Windows-1251 with the letters of Kazakh in the places of letters that neither
    # Kazakh nor Russian has (STRK 1048–2002)
    problems.warning("F003", Place(shown, line), encoding="KZ-1048" if kazakh else "Windows-1251")
    return data.decode("kz1048", errors="replace")


def _control_characters(data: bytes) -> bool:
    return any(byte < 9 or 14 <= byte < 27 for byte in data[:4000])


# ── TOML ──────────────────────────────────────────────────────────────────────────────────────

#: what is wrong with a line of TOML most often → hint of the sentence
_SLIPS = (
    ("quotes", re.compile(r"[=\[,{][ \t]*[«“”„‘’]")),
    ("decimal-comma", re.compile(r"=[ \t]*[+-]?\d+,\d+[ \t]*(?:#.*)?$")),
    ("true-false", re.compile(r"=[ \t]*(?:True|False|TRUE|FALSE)\b")),
    ("date", re.compile(r"=[ \t]*(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2})\b")),
    ("text", re.compile(r"^[ \t]*[\w.-]+[ \t]*=[ \t]*(?!true|false|inf|nan)[^\W\d_]")),
    ("one-quote", re.compile(r'^[^"#]*"[^"]*$')),
)


def _slip(rows: list[str], line: int) -> dict[str, str]:
    """Return the hint for the line (from 1) that could not be read, as facts."""
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    return next(({"hint": f"toml:{hint}"} for hint, sign in _SLIPS if sign.search(row)), {})


def read_toml(
    text: str, shown: str, problems: Problems, *, first_line: int = 1
) -> dict[str, Any] | None:
    """Return TOML as a dict, or None with a problem at the right line of the file."""
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        number = next(n for n, row in enumerate(text.split("\n")) if len(row) > MAX_LINE)
        place = Place(shown, first_line + number)
        problems.error("F011", place, length=longest, limit=MAX_LINE)
        return None
    everyday = plain_toml.loads(text)
    if everyday is not None:
        return everyday
    import tomllib

    for number, row in enumerate(text.split("\n")):
        # tomllib takes seconds for a key of thousands of parts, in time quadratic in them
        if row.count(".") > MAX_KEY_PARTS and row.partition("=")[0].count(".") > MAX_KEY_PARTS:
            reason = "Too many parts in a key"
            problems.error("M001", Place(shown, first_line + number), reason=reason)
            return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _TOML_PLACE.search(message)
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (0, 0)
        if not line:
            line = text.count("\n", 0, len(text.rstrip())) + 1
        reason = _TOML_PLACE.sub("", message)
        place = Place(shown, first_line + line - 1, column)
        problems.error("M001", place, reason=reason, **_slip(text.split("\n"), line))
    except (RecursionError, ValueError, OverflowError) as error:
        # a thousand brackets in one another; an integer of ten thousand digits; 29 February
        reason = str(error).split(";")[0][:200]
        problems.error("M001", Place(shown, first_line), reason=reason)
    return None


def split_header(text: str, shown: str, problems: Problems) -> tuple[str, int, str, int]:
    """Split a text at its `+++` lines.

    Returns (header, its first line, body, its first line). Without a header, or without its end,
    the header is empty and there is a problem; the body is then what is left to show.
    """
    rows = text.split("\n")
    start = next((n for n, row in enumerate(rows) if row.strip()), 0)
    if rows[start].rstrip() != "+++":
        problems.error("T006", Place(shown, start + 1))
        return "", 1, text, 1
    for number in range(start + 1, len(rows)):
        if rows[number].rstrip() == "+++":
            header = "\n".join(rows[start + 1 : number])
            return header, start + 2, "\n".join(rows[number + 1 :]), number + 2
    problems.error("T007", Place(shown, start + 1))
    # what follows the first empty line is probably the text
    for number in range(start + 1, len(rows)):
        if not rows[number].strip():
            header = "\n".join(rows[start + 1 : number])
            return header, start + 2, "\n".join(rows[number + 1 :]), number + 2
    return "\n".join(rows[start + 1 :]), start + 2, "", len(rows)
