"""Where the texts of questions come from, in the language of the moment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ecolearn.quiz.items.base import Item
from ecolearn.ui import texts
from ecolearn.ui.context import Context, Route
from ecolearn.ui.items.text import Titles

if TYPE_CHECKING:
    from ecolearn.content.opened import OpenCourse


class Questions(Protocol):
    """Where the texts come from, in the language of the moment."""

    @property
    def titles(self) -> Titles:
        """Lesson id → title."""
        ...

    def item(self, item_id: str) -> tuple[Item, str] | None:
        """Return (item, notice); the notice says that it is in another language, "" if not."""
        ...

    def media(self, source: str) -> Path | None:
        """Return the file of a picture."""
        ...


class CourseQuestions:
    """The texts of a course in the language of the moment; see `Questions`."""

    def __init__(self, opened: OpenCourse, context: Context) -> None:
        self._opened = opened
        self._context = context
        self._titles: dict[str, Titles] = {}

    @property
    def titles(self) -> Titles:
        """Return lesson id → title."""
        language = self._context.language
        if language not in self._titles:
            from ecolearn.content.markdown import lesson_titles

            self._titles[language] = lesson_titles(self._opened.course, language)
        return self._titles[language]

    def item(self, item_id: str) -> tuple[Item, str] | None:
        """Return the item, and a notice if it is in another language."""
        found = self._opened.item(item_id, self._context.language)
        if found is None:
            return None
        item, language = found
        return item, "" if language == self._context.language else texts.other_language(language)

    def media(self, source: str) -> Path | None:
        """Return the file of a picture."""
        return self._opened.media(source, self._context.language)


def lesson_route(link: str, course_id: str) -> Route | None:
    """Return where `lesson:ID#anchor` leads, None for other links."""
    scheme, _, target = link.partition(":")
    if scheme != "lesson":
        return None
    lesson_id, _, anchor = target.partition("#")
    return Route("lesson", course_id=course_id, lesson_id=lesson_id, anchor=anchor)


__all__ = ["CourseQuestions", "Questions", "lesson_route"]
