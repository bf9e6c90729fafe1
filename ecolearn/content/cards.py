"""What the card of a course says, read from its manifests alone."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from typing import Any

from ecolearn.content import manifest as m
from ecolearn.content.model import FORMAT
from ecolearn.content.text_file import MAX_BYTES, decode, read_toml
from ecolearn.content.texts import LANGUAGES
from ecolearn.problems import Place, Problems, Severity

#: good enough for a number on a card, and ten times as fast as looking for beginnings of lines
_ITEM = re.compile(rb":::[ \t]*item[ \t]")
_LESSONS = re.compile(r"^lessons[ \t]*=[ \t]*\[([^\]#\\]*)\]", re.M)
_NAME = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_ODD = re.compile(r"^[ \t]*(?:quiz|\"quiz|'quiz)[ \t]*[.=\"']|\"\"\"|'''", re.M)
_QUIZ = re.compile(r"^\[quiz\][ \t]*$", re.M)


@dataclass(slots=True)
class Card:
    """`facts` are fields of `library.Entry`. `files` are those that the facts come from, as they
    were when they were read: (path in the course, bytes, time in ns), -1 bytes if not there."""

    files: list[tuple[str, int, int]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def read_card(folder: str) -> Card:
    """Return the card of the course in `folder`. Never raises for what is in the files.

    A course that does not open still has a card: what can be read of it, and `trouble`.
    """
    problems = Problems()
    card = Card()
    name = os.path.basename(folder)
    data = _toml(folder, "course.toml", problems, card)
    if data is None:
        card.facts = {"course_id": name, "version": "", "trouble": _trouble(problems)}
        return card
    version = data.get("format", FORMAT)
    newer = isinstance(version, int) and version > FORMAT
    # the id comes first and decides about the rest, so it is looked at by itself
    given = data.get("id")
    course_id = given if isinstance(given, str) and m.ID.match(given) else ""
    head = m.Reader(m.Places("course.toml", ""), problems).read(data, m.CourseFile)
    if newer or head is None or not course_id:
        card.facts = {
            "course_id": course_id or name,
            "version": str(data.get("version", "")),
            "title": _texts(data.get("title")),
            "trouble": "M005" if newer else _trouble(problems) if head is None else "M006",
        }
        return card
    lessons = items = modules = 0
    for module_name in dict.fromkeys(head.modules):
        module = _module(folder, module_name, card) if m.is_plain(module_name) else None
        if module is None:
            continue
        modules += 1
        lessons += module[0]
        if module[1]:
            items += _items(folder, module_name, head.languages, card)
    card.facts = {
        "course_id": head.id,
        "version": head.version,
        "languages": tuple(code for code in head.languages if code in LANGUAGES),
        "title": head.title,
        "summary": head.summary,
        "tracks": head.tracks,
        "hours": head.hours,
        "icon": head.icon,
        "hue": head.hue,
        "modules": modules,
        "lessons": lessons,
        "items": items,
    }
    return card


def _bytes(folder: str, name: str, problems: Problems, card: Card) -> bytes | None:
    """Return a file, noted in `card.files`, or None with a problem.

    Leaner than `text_file.read_bytes` (no `Path`, no second look): a file that changes meanwhile
    has another time, so the next scan reads it again.
    """
    path = f"{folder}/{name}"
    place = Place(name)
    try:
        status = os.stat(path)
        card.files.append((name, status.st_size, status.st_mtime_ns))
        if not stat.S_ISREG(status.st_mode):
            problems.error("F008", place, name=name)
        elif status.st_size > MAX_BYTES:
            problems.error("F006", place, size=status.st_size, limit=MAX_BYTES)
        else:
            with open(path, "rb", buffering=0) as file:
                return file.read(MAX_BYTES)
    except FileNotFoundError:
        card.files.append((name, -1, 0))
        problems.error("F001", place, name=name)
    except OSError as error:
        if not card.files or card.files[-1][0] != name:
            card.files.append((name, -1, 0))
        problems.error("F002", place, name=name, reason=error.strerror or "")
    return None


def _toml(folder: str, name: str, problems: Problems, card: Card) -> dict[str, Any] | None:
    data = _bytes(folder, name, problems, card)
    text = None if data is None else decode(data, name, problems)
    return None if text is None else read_toml(text, name, problems)


def _module(folder: str, module: str, card: Card) -> tuple[int, bool] | None:
    """Return (number of lessons, whether there is a quiz) of a module, or None.

    There are thousands on a large shelf: a manifest of the usual look is not parsed.
    """
    name = f"{module}/module.toml"
    bytes_read = _bytes(folder, name, Problems(), card)
    text = None if bytes_read is None else decode(bytes_read, name, Problems())
    if text is None:
        return None
    listed = _LESSONS.search(text)
    if listed is not None and not _ODD.search(text):
        return len(_NAME.findall(listed[1])), _QUIZ.search(text) is not None
    data = read_toml(text, name, Problems())
    if data is None:
        return None
    lessons = data.get("lessons")
    return (len(lessons) if isinstance(lessons, list) else 0), "quiz" in data


def _items(folder: str, module: str, languages: tuple[str, ...], card: Card) -> int:
    """Return how many questions the first quiz file there is has."""
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        problems = Problems()
        data = _bytes(folder, f"{module}/quiz.{language}.md", problems, card)
        if data is not None:
            return len(_ITEM.findall(data.replace(b"\0", b"")))
        if any(one.code != "F001" for one in problems):
            return 0
    return 0


def _trouble(problems: Problems) -> str:
    return next((one.code for one in problems if one.severity is Severity.ERROR), "F001")


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}
