"""What the card of a course says, read from its manifests alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ecolearn.content import manifest as m
from ecolearn.content.model import FORMAT
from ecolearn.content.text_file import read_text, read_toml
from ecolearn.content.texts import LANGUAGES
from ecolearn.problems import Problems, Severity

#: good enough for a number on a card, and ten times as fast as looking for beginnings of lines
_ITEM = re.compile(r":::[ \t]*item[ \t]")
_LESSONS = re.compile(r"^lessons[ \t]*=[ \t]*\[([^\]#\\]*)\]", re.M)
_NAME = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_QUIZ = re.compile(r"^\[quiz\][ \t]*$", re.M)


@dataclass(slots=True)
class Card:
    """`facts` are fields of `library.Entry`; `files` those that the facts come from."""

    files: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def read_card(folder: Path) -> Card:
    """Return the card of the course in `folder`. Never raises for what is in the files.

    A course that does not open still has a card: what can be read of it, and `trouble`.
    """
    problems = Problems()
    card = Card(files=["course.toml"])
    data = _toml(folder, "course.toml", problems)
    if data is None:
        card.facts = {"course_id": folder.name, "version": "", "trouble": _trouble(problems)}
        return card
    version = data.get("format", FORMAT)
    newer = isinstance(version, int) and version > FORMAT
    # the id comes first and decides about the rest, so it is looked at by itself
    given = data.get("id")
    course_id = given if isinstance(given, str) and m.ID.match(given) else ""
    head = m.Reader(m.Places("course.toml", ""), problems).read(data, m.CourseFile)
    if newer or head is None or not course_id:
        title = data.get("title")
        card.facts = {
            "course_id": course_id or folder.name,
            "version": str(data.get("version", "")),
            "title": _texts(title),
            "trouble": "M005" if newer else _trouble(problems) if head is None else "M006",
        }
        return card
    lessons = items = modules = 0
    for name in dict.fromkeys(head.modules):
        shown = f"{name}/module.toml"
        card.files.append(shown)
        module = _module(folder, shown) if m.is_plain(name) else None
        if module is None:
            continue
        modules += 1
        lessons += module[0]
        if module[1]:
            items += _items(folder, name, head.languages, card)
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


def _module(folder: Path, shown: str) -> tuple[int, bool] | None:
    """Return (number of lessons, whether there is a quiz) of a module, or None.

    There are thousands on a large shelf: a manifest of the usual look is not parsed.
    """
    text = read_text(folder / shown, shown, Problems())
    if text is None:
        return None
    listed = _LESSONS.search(text)
    if listed is not None and "[[lessons" not in text and "quiz." not in text[: listed.start()]:
        return len(_NAME.findall(listed[1])), _QUIZ.search(text) is not None
    data = read_toml(text, shown, Problems())
    if data is None:
        return None
    lessons = data.get("lessons")
    return (len(lessons) if isinstance(lessons, list) else 0), "quiz" in data


def _items(folder: Path, module: str, languages: tuple[str, ...], card: Card) -> int:
    """Return how many questions the first quiz file there is has."""
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        name = f"{module}/quiz.{language}.md"
        card.files.append(name)
        problems = Problems()
        text = read_text(folder / name, name, problems)
        if text is not None:
            return len(_ITEM.findall(text))
        if any(one.code != "F001" for one in problems):
            return 0
    return 0


def _toml(folder: Path, name: str, problems: Problems) -> dict[str, Any] | None:
    text = read_text(folder / name, name, problems)
    return None if text is None else read_toml(text, name, problems)


def _trouble(problems: Problems) -> str:
    return next((one.code for one in problems if one.severity is Severity.ERROR), "F001")


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}
