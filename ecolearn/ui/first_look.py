"""The library page's content: read from the core, and kept so that the next start can show it
before the core is built.

What is kept lies in the cache folder: cards, shares, and where the "continue" bar leads. It holds
no name and no answer, only the id of the profile it belongs to. The core replaces it within the
same second; if it cannot be read, the page says that it is looking for courses.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecolearn import paths
from ecolearn.content.summary import CourseSummary
from ecolearn.content.texts import Text

if TYPE_CHECKING:
    from ecolearn.study.api import ContinuePoint, Learner
    from ecolearn.ui.context import CoreLike

_log = logging.getLogger(__name__)
_FILE = "first-look.json"
_VERSION = 1
#: as many cards as a large window shows at once
MOST_CARDS = 18


@dataclass(frozen=True)
class GoOn:
    """The bar at the top: where it leads and what it says, in every language."""

    course_id: str
    module_id: str
    lesson_id: str
    attempt_id: str
    share: float
    title: Text
    course: Text

    @property
    def is_quiz(self) -> bool:
        """Tell whether it leads to a quiz: an open attempt, or one that comes next."""
        return not self.lesson_id


@dataclass(frozen=True)
class Shelf:
    """What the page shows: courses, progress by course (share, state), where to go on. `count`
    is the number of all courses, more than `courses` in a first look at a large library."""

    courses: tuple[CourseSummary, ...] = ()
    progress: dict[str, tuple[float, str]] | None = None
    go_on: GoOn | None = None
    count: int = 0


def learners(data: Path) -> tuple[Learner, ...] | None:
    """Return the profiles, most recently seen first; None if the database cannot be read."""
    from ecolearn.store import quick

    return quick.learners(paths.database(data))


# ── from the core ─────────────────────────────────────────────────────────────────────────────


def read_shelf(core: CoreLike, *, learner_id: str) -> Shelf:
    """Return the page's content from the core (on the database thread)."""
    courses = tuple(core.library.summaries())
    progress: dict[str, tuple[float, str]] = {}
    go_on = None
    if learner_id:
        for course_id, course in core.study.progress(learner_id).items():
            if course.state != "new":
                progress[course_id] = (course.share, course.state)
        point = core.study.continue_point(learner_id)
        if point is not None:
            go_on = name_point(core, point)
    return Shelf(courses, progress, go_on, len(courses))


def name_point(core: CoreLike, point: ContinuePoint) -> GoOn | None:
    """Return the bar for `point` with its titles in every language; None if it is gone."""
    from ecolearn.errors import CourseGone

    try:
        course = core.library.open(point.course_id).course
    except CourseGone:
        return None
    if point.lesson_id:
        lesson = course.lesson(point.lesson_id)
        title = {code: text.title for code, text in lesson.texts.items()} if lesson else {}
    else:
        module = course.module(point.module_id)
        title = module.title if module else {}
    if not title:
        return None
    where = (point.course_id, point.module_id, point.lesson_id, point.attempt_id)
    return GoOn(*where, point.share, title, course.title)


# ── kept for the next start ───────────────────────────────────────────────────────────────────


def keep(data: Path, learner_id: str, shelf: Shelf) -> None:
    """Keep what the page shows; a failure costs only the first look."""
    cards = shelf.courses[:MOST_CARDS]
    kept = {
        "version": _VERSION,
        "learner": learner_id,
        "count": shelf.count,
        "courses": [asdict(card) | {"folder": str(card.folder)} for card in cards],
        "progress": shelf.progress or {},
        "go_on": asdict(shelf.go_on) if shelf.go_on else None,
    }
    path = paths.cache_dir(data) / _FILE
    try:
        text = json.dumps(kept, ensure_ascii=False)
        if path.exists() and path.read_text("utf-8") == text:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(text, "utf-8")
        os.replace(part, path)
    except (OSError, ValueError) as error:
        _log.info("first look was not kept: %s", error.__class__.__name__)


def remembered(data: Path, learner_id: str) -> Shelf:
    """Return what the page last showed this learner; courses alone for somebody else."""
    try:
        found = json.loads((paths.cache_dir(data) / _FILE).read_text("utf-8"))
        if found["version"] != _VERSION:
            return Shelf()
        shelf = _shelf(found)
    except (OSError, ValueError, KeyError, TypeError):
        return Shelf()
    mine = found["learner"] == learner_id
    return shelf if mine else replace(shelf, progress=None, go_on=None)


def _shelf(found: dict[str, Any]) -> Shelf:
    courses = tuple(
        CourseSummary(
            **(
                card
                | {
                    "folder": Path(card["folder"]),
                    "languages": tuple(card["languages"]),
                    "tracks": tuple(card["tracks"]),
                }
            )
        )
        for card in found["courses"]
    )
    progress = {
        key: (float(share), str(state)) for key, (share, state) in found["progress"].items()
    }
    go_on = GoOn(**found["go_on"]) if found["go_on"] else None
    return Shelf(courses, progress, go_on, int(found["count"]))
