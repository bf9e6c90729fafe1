"""The shelf: which courses there are, and a course when one is opened.

Contract (implemented here): summaries come from an index file in the cache folder, keyed by
path, size and time of the manifest files, so a second start parses nothing; `open` loads and
parses one course, and a lesson's blocks are made when asked for and kept while the course is
unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ecolearn.content.model import Text


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
    items: int
    #: "bundled", "installed" or "folder"
    origin: str = "folder"
    #: code of what keeps the course from opening ("" = fine), shown on the card
    trouble: str = ""
