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

_ITEM = re.compile(r"^ {0,3}:{3,}[ \t]*item[ \t]", re.M)


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
        module = _toml(folder, shown, Problems()) if m.is_plain(name) else None
        if module is None:
            continue
        modules += 1
        listed = module.get("lessons")
        lessons += len(listed) if isinstance(listed, list) else 0
        if "quiz" in module:
            count = _items(folder, name, head.languages, card)
            items += count
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


def _items(folder: Path, module: str, languages: tuple[str, ...], card: Card) -> int:
    """Return how many questions the first quiz file there is has."""
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        name = f"{module}/quiz.{language}.md"
        card.files.append(name)
        if (folder / name).is_file():
            text = read_text(folder / name, name, Problems())
            return len(_ITEM.findall(text)) if text else 0
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
