"""Titles of lessons and of their parts: what a reference such as `[HE1-L1#power]` shows.

Headings are found line by line, without parsing Markdown, and only in the lessons that a
reference asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecolearn.content.boxes import fence_ends
from ecolearn.content.model import Box, Course, LessonText, Part, Prose
from ecolearn.content.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_GIVEN = re.compile(r"(.*?)\s*\{#([\w.:-]{1,80})\}\Z")


class Titles(dict[str, str]):
    """Lesson id → title. `titles["HE1-L1#power"]` is the heading of that part (`KeyError` if there
    is none), looked for when it is asked for first; `in` and `get` know lessons only."""

    def __init__(self, course: Course, language: str) -> None:
        super().__init__()
        self._texts: dict[str, LessonText] = {}
        self._headings: dict[str, dict[str, str]] = {}
        for module in course.modules:
            for lesson in module.lessons:
                titles = {code: text.title for code, text in lesson.texts.items()}
                title, code = in_language(titles, language, course.languages)
                self[lesson.id] = title
                if code:
                    self._texts[lesson.id] = lesson.texts[code]

    def __missing__(self, target: str) -> str:
        """Return the heading of a part."""
        lesson_id, _, anchor = target.partition("#")
        if lesson_id not in self._headings:
            text = self._texts.get(lesson_id)
            self._headings[lesson_id] = headings(text.parts) if text else {}
        return self._headings[lesson_id][anchor]


def headings(parts: Iterable[Part]) -> dict[str, str]:
    """Return anchor → heading, in plain text, of a lesson."""
    from ecolearn.content.inline import plain_inline
    from ecolearn.content.markdown import inline, slug

    found: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for row in _rows(parts):
        given = _GIVEN.match(row) if row.endswith("}") else None
        words = plain_inline(inline(given[1] if given else row))
        anchor = name = given[2] if given else slug(words) or "part"
        while name in found:
            numbers[anchor] = numbers.get(anchor, 1) + 1
            name = f"{anchor}-{numbers[anchor]}"
        found[name] = words
    return found


def _rows(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the headings of a text as typed, without their signs."""
    for part in parts:
        if isinstance(part, Box):
            yield from _rows(part.parts)
        elif isinstance(part, Prose) and "#" in part.text:
            rows = part.text.split("\n")
            ends, _ = fence_ends(rows)
            at = 0
            while at < len(rows):
                if at in ends:
                    at = ends[at]
                elif match := _HEADING.match(rows[at]):
                    yield match[1]
                at += 1
