"""What learners have done, as a table; scores of quizzes are counted again from the answers.

A score in an event is what a PC said of itself. Here each finished attempt is judged again by the
course's own key, so that a changed score has no effect (RELIABILITY C2). That needs the version of
the course the attempt was made with; where it is not on this PC, the score is told as not checked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from ecolearn.errors import EcoLearnError
from ecolearn.quiz.scoring import CLOSE
from ecolearn.study import marking
from ecolearn.study.desk import OpenCourseLike, pkg
from ecolearn.study.state import Mark, load

#: course id → the opened course; raises `EcoLearnError` if it is not here
OpenCourse = Callable[[str], OpenCourseLike]


@dataclass(frozen=True, slots=True)
class Row:
    """A learner's work in a module. Scores are fractions 0–1, after hints; None = no finished
    attempt. `checked` tells whether every score was counted again; `differs` whether one of them
    was stated otherwise: then the one counted here is shown."""

    learner_id: str
    name: str
    course_id: str
    module_id: str
    lessons: int  #: finished
    lessons_all: int  #: 0 = the course is not on this PC
    activities: int  #: done, in the lessons of the module, as that PC said
    attempts: int
    best: float | None
    passed: bool
    checked: bool
    differs: bool


@dataclass(slots=True)
class _Work:
    lessons: int = 0
    activities: int = 0
    attempts: int = 0
    best: float | None = None
    passed: bool = False
    checked: bool = True
    differs: bool = False


def table(connection: sqlite3.Connection, open_course: OpenCourse) -> list[Row]:
    """Return a row for each learner and module they have begun, by name, course and module.

    Learners of the same name stay apart. Hidden profiles are left out.
    """
    opened = _Courses(open_course, _versions(connection))
    names = dict(
        connection.execute(
            "SELECT learner, name FROM learner WHERE removed = 0 AND profile_at <> x''"
        ).fetchall()
    )
    work: dict[tuple[bytes, str, str], _Work] = {}
    lessons = connection.execute(
        "SELECT learner, course, lesson FROM lesson_progress WHERE finished_ms IS NOT NULL"
    )
    for learner, course, lesson in lessons.fetchall():
        module = opened.module_of(course, lesson)
        work.setdefault((learner, course, module), _Work()).lessons += 1
    activities = connection.execute("SELECT learner, course, lesson FROM activity WHERE done > 0")
    for learner, course, lesson in activities.fetchall():
        module = opened.module_of(course, lesson)
        work.setdefault((learner, course, module), _Work()).activities += 1
    attempts = connection.execute(
        "SELECT attempt, learner, course, module, score, passed, finished_ms FROM attempt "
        "WHERE plan_at <> x'' ORDER BY learner, course, module, started_at"
    )
    for attempt, learner, course, module, score, passed, finished_ms in attempts.fetchall():
        mine = work.setdefault((learner, course, module), _Work())
        mine.attempts += 1
        if finished_ms is None or learner not in names:
            continue
        counted = recount(connection, opened, attempt)
        if counted is None:
            mine.checked = False
            counted = (float(score or 0.0), bool(passed))
        elif abs(counted[0] - float(score or 0.0)) > CLOSE:
            mine.differs = True
        mine.best = counted[0] if mine.best is None else max(mine.best, counted[0])
        mine.passed = mine.passed or counted[1]
    rows = [
        Row(
            learner.hex(),
            names[learner],
            course,
            module,
            mine.lessons,
            opened.lessons_of(course, module),
            mine.activities,
            mine.attempts,
            mine.best,
            mine.passed,
            mine.checked,
            mine.differs,
        )
        for (learner, course, module), mine in work.items()
        if learner in names
    ]
    return sorted(
        rows,
        key=lambda row: (
            row.name.casefold(),
            row.learner_id,
            row.course_id,
            opened.place_of(row.course_id, row.module_id),
            row.module_id,
        ),
    )


def _versions(connection: sqlite3.Connection) -> dict[bytes, bytes]:
    """Return the content hash of each attempt, as it was begun."""
    return dict(
        connection.execute("SELECT attempt, pkg_hash FROM event WHERE kind = 'started'").fetchall()
    )


class _Courses:
    """Opened courses, each asked for once, and the content each attempt was made with."""

    def __init__(self, open_course: OpenCourse, versions: dict[bytes, bytes]) -> None:
        self._open = open_course
        self.versions = versions
        self._opened: dict[str, OpenCourseLike | None] = {}

    def get(self, course_id: str) -> OpenCourseLike | None:
        """Return the course, or None if it is not on this PC."""
        if course_id not in self._opened:
            try:
                self._opened[course_id] = self._open(course_id)
            except EcoLearnError:
                self._opened[course_id] = None
        return self._opened[course_id]

    def module_of(self, course_id: str, lesson_id: str) -> str:
        """Return the module of a lesson ("" = not known here)."""
        opened = self.get(course_id)
        module = opened.course.module_of_lesson(lesson_id) if opened else None
        return module.id if module else ""

    def lessons_of(self, course_id: str, module_id: str) -> int:
        """Return how many lessons a module has (0 = not known here)."""
        opened = self.get(course_id)
        module = opened.course.module(module_id) if opened else None
        return len(module.lessons) if module else 0

    def place_of(self, course_id: str, module_id: str) -> int:
        """Return the place of a module in its course."""
        opened = self.get(course_id)
        ids = [module.id for module in opened.course.modules] if opened else []
        return ids.index(module_id) if module_id in ids else len(ids)


def recount(
    connection: sqlite3.Connection, courses: _Courses, attempt: bytes
) -> tuple[float, bool] | None:
    """Return the score (0–1) and whether it passes, judged again from the answers; None if the
    version of the course is not here, or the attempt is not as one must be."""
    try:
        counted = _ledger(connection, courses, attempt, 0)
        if counted is None:
            return None
        out, pass_mark = counted
        return out.total.share, out.total.passes(pass_mark)
    except (KeyError, TypeError, ValueError, AttributeError, LookupError, EcoLearnError):
        return None  # what came from elsewhere may say anything


def _ledger(
    connection: sqlite3.Connection, courses: _Courses, attempt: bytes, depth: int
) -> tuple[marking.Outturn, float] | None:
    state = load(connection, attempt)
    opened = courses.get(state.course_id) if state else None
    if state is None or opened is None or depth > 100:
        return None
    if courses.versions.get(attempt) != pkg(opened):
        return None
    state.opened = opened
    for item_id, mark in state.marks.items():
        versions = state.versions(item_id)
        if versions and versions[0].scored:  # what a person judges stays as judged
            state.marks[item_id] = Mark(mark.response, True, None, None, mark.hints)
    parent: list[marking.Line] = []
    if state.retry_of:
        before = _ledger(connection, courses, state.retry_of, depth + 1)
        if before is None:
            return None
        parent = before[0].ledger
    return marking.close(state, parent), float(state.settings["pass"])
