"""A first look into the database with the standard library alone, before SQLAlchemy is loaded.

Read-only: the file is never made or changed. Whatever keeps it from being read (not there, locked,
another version, a journal that a power cut left) gives None, and the store says what is wrong when
it opens a moment later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from ecolearn.store.people import Learner

T = TypeVar("T")

#: the first page does not wait for a lock longer than this, in seconds
PATIENCE_S = 0.02
_APPLICATION_ID = 0x45434F4C  # `store.tables.APPLICATION_ID`, which would load SQLAlchemy


@dataclass(frozen=True, slots=True)
class QuickPlace:
    """Where a learner was last. `open` = the lesson or sitting is not finished; `share` is that
    of the lesson."""

    course_id: str
    module_id: str
    lesson_id: str
    attempt_id: str
    at: datetime
    share: float
    open: bool


@dataclass(frozen=True, slots=True)
class QuickProgress:
    """`courses` has (share 0–1, "going" or "done") by course id; courses not begun are left out.

    Shares count the lessons and quizzes that the course had when the learner was last in it.
    """

    courses: dict[str, tuple[float, str]] = field(default_factory=dict)
    place: QuickPlace | None = None


def learners(path: Path) -> tuple[Learner, ...] | None:
    """Return the profiles, most recently seen first; None if the database cannot be read."""
    return _read(path, _learners)


def progress(path: Path, learner_id: str) -> QuickProgress | None:
    """Return the shares of a learner's courses and the last place; None if it cannot be read."""
    try:
        learner = bytes.fromhex(learner_id)
    except ValueError:
        return None
    return _read(path, lambda connection: _progress(connection, learner))


def _read(path: Path, work: Callable[[sqlite3.Connection], T]) -> T | None:
    try:
        if path.stat().st_size == 0:
            return None
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(
            sqlite3.connect(uri, uri=True, timeout=PATIENCE_S, isolation_level=None)
        ) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
                return None
            connection.execute("BEGIN")
            return work(connection)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _learners(connection: sqlite3.Connection) -> tuple[Learner, ...]:
    rows = connection.execute(
        "SELECT learner, name, picture, hue, pin <> '', language, seen_ms FROM learner "
        "WHERE removed = 0 AND profile_at <> x'' "
        "ORDER BY max(seen_ms, coalesce(created_ms, 0)) DESC, name, learner"
    )
    return tuple(
        Learner(row[0].hex(), row[1], row[2], row[3], bool(row[4]), row[5], _instant(row[6]))
        for row in rows
    )


_DONE = """
SELECT course, sum(done) FROM (
    SELECT course, count(*) AS done FROM lesson_progress
    WHERE learner = :learner AND finished_ms IS NOT NULL GROUP BY course
    UNION ALL
    SELECT course, count(DISTINCT module) FROM attempt
    WHERE learner = :learner AND passed = 1 GROUP BY course
) GROUP BY course
"""


def _progress(connection: sqlite3.Connection, learner: bytes) -> QuickProgress:
    mine = {"learner": learner}
    done = dict(connection.execute(_DONE, mine).fetchall())
    courses: dict[str, tuple[float, str]] = {}
    rows = connection.execute("SELECT course, parts FROM place WHERE learner = :learner", mine)
    for course, parts in rows:
        share = min(1.0, done.get(course, 0) / parts) if parts else 0.0
        courses[course] = (share, "done" if share >= 1 else "going")
    row = connection.execute(
        "SELECT p.course, p.module, p.lesson, p.attempt, p.at_ms, "
        "coalesce(l.furthest, 0), l.finished_ms IS NULL AND a.finished_ms IS NULL "
        "AND (p.lesson <> '' OR p.attempt <> x'') "
        "FROM place AS p "
        "LEFT JOIN lesson_progress AS l ON l.learner = p.learner AND l.course = p.course "
        "AND l.lesson = p.lesson LEFT JOIN attempt AS a ON a.attempt = p.attempt "
        "WHERE p.learner = :learner ORDER BY p.at DESC LIMIT 1",
        mine,
    ).fetchone()
    place = None
    if row:
        at = _instant(row[4]) or datetime.fromtimestamp(0, UTC)
        place = QuickPlace(row[0], row[1], row[2], row[3].hex(), at, row[5], bool(row[6]))
    return QuickProgress(courses, place)


def _instant(milliseconds: int) -> datetime | None:
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
