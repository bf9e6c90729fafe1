"""What the shelf says of a course. Light: the first page of the window is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ecolearn.content.texts import Text


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """What a card needs, without the course being parsed."""

    course_id: str
    version: str
    folder: Path
    languages: tuple[str, ...]
    title: Text
    summary: Text
    tracks: tuple[str, ...]
    hours: float
    icon: str
    hue: int
    modules: int
    lessons: int
    #: questions in the banks of the quizzes
    items: int
    #: "bundled", "installed" or "folder"
    origin: str = "folder"
    #: code of what keeps the course from opening ("" = fine), shown on the card
    trouble: str = ""
