"""What stands in the TOML parts of a course, as types, and reading them with every fault named.

The structs are the format: the reader walks over their fields, the JSON Schema is made from them
(`schema`), and `writer` writes in their order.
"""

from __future__ import annotations

import datetime
import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import msgspec

from ecolearn.content.activities import AnyActivity
from ecolearn.content.model import FORMAT, TRACKS, Constant, Fact, Outcome, QuizSettings, Term
from ecolearn.content.texts import LANGUAGES, Said, Text
from ecolearn.problems import Place, Problems

#: an id: progress hangs on it, and it becomes part of file names
ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,63}\Z")


def is_plain(name: str) -> bool:
    """Tell whether a name stays in its folder, on every system."""
    return (
        0 < len(name) <= 120
        and not name.startswith(".")
        and name == name.strip()
        and not any(sign in name for sign in '/\\:*?"<>|')
        and name.isprintable()
    )


_T = TypeVar("_T", bound=msgspec.Struct)
_Track = Literal["primary", "secondary", "senior-tech", "chemistry", "public", "professional"]
_Goal = Annotated[int, msgspec.Meta(ge=1, le=17)]
_Hue = Annotated[int, msgspec.Meta(ge=0, le=359)]
_Hours = Annotated[float, msgspec.Meta(ge=0)]
_Count = Annotated[int, msgspec.Meta(ge=0)]

assert get_args(_Track) == TRACKS


class CourseFile(msgspec.Struct, frozen=True):
    """`course.toml`."""

    id: str
    version: str
    languages: tuple[str, ...]
    modules: tuple[str, ...]
    format: int = FORMAT
    date: datetime.date | None = None
    title: Text = {}
    summary: Text = {}
    licence: str = ""
    tracks: tuple[_Track, ...] = ()
    hours: _Hours = 0
    sdg: tuple[_Goal, ...] = ()
    icon: str = "leaf"
    hue: _Hue = 150
    authors: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class ModuleFile(msgspec.Struct, frozen=True):
    """`module.toml`."""

    id: str
    lessons: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    greencomp: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    title: Text = {}
    quiz: QuizSettings | None = None


class LessonHead(msgspec.Struct, frozen=True):
    """The header of a lesson."""

    id: str
    title: str
    minutes: _Count = 0
    outcomes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class QuizHead(msgspec.Struct, frozen=True):
    """The header of a quiz file."""

    id: str
    title: str = ""


class GlossaryFile(msgspec.Struct, frozen=True):
    """`glossary.toml`."""

    terms: tuple[Term, ...] = ()


class FactsFile(msgspec.Struct, frozen=True):
    """`facts.toml`."""

    facts: tuple[Fact, ...] = ()


class ConstantsFile(msgspec.Struct, frozen=True):
    """`constants.toml`."""

    constants: tuple[Constant, ...] = ()


FILES: dict[str, type[msgspec.Struct]] = {
    "course.toml": CourseFile,
    "module.toml": ModuleFile,
    "lesson": LessonHead,
    "quiz": QuizHead,
    "glossary.toml": GlossaryFile,
    "facts.toml": FactsFile,
    "constants.toml": ConstantsFile,
}


def schema() -> dict[str, Any]:
    """Return the JSON Schemas of the TOML parts, by file."""
    return {name: msgspec.json.schema(kind) for name, kind in FILES.items()} | {
        "activity": msgspec.json.schema(AnyActivity)
    }


# ── where a key stands ────────────────────────────────────────────────────────────────────────

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")

Path = tuple[str | int, ...]


def key_lines(text: str) -> dict[Path, int]:
    """Return path of a key → its line, from 0. Good enough for messages: keys inside inline
    tables are not listed (ask for the nearest, `Places.of`)."""
    found: dict[Path, int] = {}
    counts: dict[tuple[str, ...], int] = {}
    table: Path = ()
    for number, row in enumerate(text.split("\n")):
        head = _TABLE.match(row)
        if head:
            names = tuple(name.strip(" \"'") for name in head[2].split("."))
            if head[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                table = (*names, counts[names])
            else:
                table = names
            found.setdefault(table, number)
            continue
        key = _KEY.match(row)
        if key:
            path: Path = table
            for name in key[1].split("."):
                path = (*path, name.strip(" \"'"))
                found.setdefault(path, number)
    return found


class Places:
    """Where the keys of a TOML text stand; worked out when first asked, that is for problems."""

    def __init__(self, shown: str, text: str, first_line: int = 1) -> None:
        self._shown = shown
        self._text = text
        self._first = first_line
        self._lines: dict[Path, int] | None = None

    def of(self, *path: str | int) -> Place:
        """Return the place of the key, or of the nearest table around it."""
        if self._lines is None:
            self._lines = key_lines(self._text)
        while path:
            if path in self._lines:
                return Place(self._shown, self._first + self._lines[path])
            path = path[:-1]
        return Place(self._shown, self._first)

    def of_word(self, word: str, *path: str | int) -> Place:
        """Return the place where `word` is quoted, else the place of the key."""
        pattern = re.compile(rf"[\"']{re.escape(word)}[\"']")
        for number, row in enumerate(self._text.split("\n")):
            if pattern.search(row):
                return Place(self._shown, self._first + number)
        return self.of(*path)


# ── reading ───────────────────────────────────────────────────────────────────────────────────


class Reader:
    """Reads structs out of parsed TOML, key by key, so that one wrong value does not hide the
    others. A wrong value is a problem and the field keeps its default."""

    def __init__(self, places: Places, problems: Problems) -> None:
        self._places = places
        self._problems = problems

    def read(self, data: dict[str, Any], kind: type[_T], *path: str | int) -> _T | None:
        """Return a `kind` made of `data`, or None if a key that is needed is missing or wrong."""
        values: dict[str, Any] = {}
        complete = True
        fields = _fields(kind)
        names = {field.encode_name for field in fields}
        for key in data.keys() - names:
            near = get_close_matches(str(key), sorted(names), 1)
            place = self._places.of(*path, key)
            self._problems.note("M004", place, key=str(key), suggestion=near[0] if near else "")
        for field in fields:
            name = field.encode_name
            if name not in data:
                if field.required:
                    self._problems.error("M002", self._places.of(*path), key=shown_key(*path, name))
                    complete = False
                continue
            ok, value = self._value(data[name], field.type, *path, name)
            if ok:
                values[field.name] = value
            elif field.required:
                complete = False
        return kind(**values) if complete else None

    def _value(self, value: Any, kind: Any, *path: str | int) -> tuple[bool, Any]:
        inner = _struct_in(kind)
        if inner is not None and get_origin(kind) is tuple:
            if not isinstance(value, list):
                return self._wrong(value, "a list of tables", *path)
            read = [
                self.read(one, inner, *path, number)
                if isinstance(one, dict)
                else self._wrong(one, "a table", *path, number)[1]
                for number, one in enumerate(value)
            ]
            return True, tuple(one for one in read if one is not None)
        if inner is not None:
            if not isinstance(value, dict):
                return self._wrong(value, "a table", *path)
            one = self.read(value, inner, *path)
            return one is not None, one
        if kind == Said and isinstance(value, datetime.date | int) and not isinstance(value, bool):
            value = str(value)  # date = 2026-11-21, as in course.toml, or a year
        try:
            converted = msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            return self._wrong(value, _expected(str(error), kind), *path)
        if kind in (Text, Said) and isinstance(value, dict):
            for language in value:
                if language not in LANGUAGES:
                    near = get_close_matches(language.lower(), LANGUAGES, 1, 0.4)
                    self._problems.warning(
                        "M011",
                        self._places.of(*path, language),
                        language=language,
                        suggestion=near[0] if near else "",
                    )
        return True, converted

    def _wrong(self, value: Any, expected: str, *path: str | int) -> tuple[bool, None]:
        found = _as_toml(value)
        slip = isinstance(value, str) and re.fullmatch(r"\s*\d+,\d+\s*", value)
        hint = {"hint": "toml:decimal-comma"} if slip and "number" in expected else {}
        self._problems.error(
            "M003",
            self._places.of(*path),
            key=shown_key(*path),
            expected=expected,
            found=found if len(found) <= 60 else found[:57] + "…",
            **hint,
        )
        return False, None


@lru_cache(maxsize=64)
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    # asked for each table of a course, and it evaluates the annotations each time
    return msgspec.structs.fields(kind)


@lru_cache(maxsize=256)
def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    candidates = (kind, *get_args(kind))
    return next(
        (one for one in candidates if isinstance(one, type) and issubclass(one, msgspec.Struct)),
        None,
    )


def shown_key(*path: str | int) -> str:
    """Return a key as an author would say it: `outcomes[2].kind`, counted from 1."""
    out = ""
    for part in path:
        out += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if out else part
    return out


def _as_toml(value: Any) -> str:
    """Return a value as an author would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_as_toml, value))}]"
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {_as_toml(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return str(value)


def _expected(message: str, kind: Any) -> str:
    """Return what was expected, in a word of TOML."""
    if get_origin(kind) is Literal:
        return ", ".join(f'"{one}"' for one in get_args(kind))
    item = get_args(kind)[0] if get_origin(kind) is tuple else None
    if get_origin(item) is Literal and "Invalid enum" in message:
        return "a list of " + ", ".join(f'"{one}"' for one in get_args(item))
    if "RFC3339" in message:
        return "a date such as 2026-11-21"
    match = re.match(r"Expected `([^`]*)`(?:, got|( [<>]=? [\d.]+))?", message)
    if match is None:
        return message.split(" - at")[0]
    words = {
        "str": "text in quotes",
        "int": "a whole number",
        "float": "a number",
        "array": "a list",
        "object": "a table",
        "str | object": "text in quotes or a table",
        "bool": "true or false",
        "date | null": "a date such as 2026-11-21",
        "date": "a date such as 2026-11-21",
    }
    return words.get(match[1], match[1]) + (match[2] or "")
