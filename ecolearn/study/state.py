"""A sitting as it is kept in memory between two clicks, and how it is read from the database."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any

import msgspec

from ecolearn.quiz.items.base import Grade, Item, Response
from ecolearn.study.api import Marked, Sitting, SittingItem
from ecolearn.study.desk import OpenCourseLike, grade_of, item_versions
from ecolearn.study.planning import from_body


@dataclass(slots=True)
class Mark:
    """How an item of a sitting stands. `final` = handed in; `grade` None = not judged yet."""

    response: Response = field(default_factory=dict)
    final: bool = False
    grade: Grade | None = None
    score: float | None = None
    hints: int = 0

    def marked(self, item_id: str) -> Marked:
        """Return it as pages see it."""
        return Marked(item_id, self.response, self.grade, self.hints, self.score)


@dataclass(slots=True)
class State:
    """An attempt. `settings` is what the quiz was when it began: the criterion it is judged by."""

    attempt: bytes
    learner: bytes
    course_id: str
    module_id: str
    quiz_id: str
    number: int
    retry_of: bytes
    settings: dict[str, Any]
    items: tuple[SittingItem, ...]
    position: int = 0
    marks: dict[str, Mark] = field(default_factory=dict)
    flagged: set[str] = field(default_factory=set)
    elapsed_ms: int = 0
    finished_ms: int | None = None
    started_ms: int = 0
    #: the course as it was when this was last read, and the items asked, by id
    opened: OpenCourseLike | None = None
    language: str = ""
    parts: int = 0
    #: score, passed and body of the result, once finished in this run
    result: tuple[float, bool, dict[str, Any]] | None = None
    _versions: dict[str, list[Item]] = field(default_factory=dict)

    @property
    def attempt_id(self) -> str:
        """The id as pages know it."""
        return self.attempt.hex()

    @property
    def at_once(self) -> bool:
        """Tell whether an answer is judged when it is given, and then final."""
        return self.settings.get("feedback") != "at-end"

    def has(self, item_id: str) -> bool:
        """Tell whether the item is one of this sitting."""
        return any(item.item_id == item_id for item in self.items)

    def versions(self, item_id: str) -> list[Item]:
        """Return the item in every language, the learner's first; empty if it is gone."""
        found = self._versions.get(item_id)
        if found is None:
            found = item_versions(self.opened, item_id, self.language) if self.opened else []
            self._versions[item_id] = found
        return found

    def spend(self, elapsed_s: float) -> int:
        """Take the time used, in seconds, and return it in ms. It never shrinks, so pulling the
        plug gives no time back (C12); what is no number of seconds changes nothing."""
        if 0 <= elapsed_s < 1e9:
            self.elapsed_ms = max(self.elapsed_ms, round(elapsed_s * 1000))
        return self.elapsed_ms

    def sitting(self) -> Sitting:
        """Return it as pages see it."""
        limit = self.settings.get("limit_s")
        return Sitting(
            self.attempt_id,
            self.learner.hex(),
            self.course_id,
            self.module_id,
            self.quiz_id,
            self.number,
            self.items,
            min(self.position, max(0, len(self.items) - 1)),
            {item_id: mark.marked(item_id) for item_id, mark in self.marks.items()},
            frozenset(self.flagged),
            self.elapsed_ms / 1000,
            float(limit) if limit else None,
            str(self.settings.get("show", "one")),
            str(self.settings.get("feedback", "at-once")),
            self.retry_of.hex(),
            self.finished_ms is not None,
        )


_ATTEMPT = """
SELECT a.attempt, a.learner, a.course, a.module, a.quiz, a.number, a.retry_of, a.settings, a.plan,
       a.position, max(a.elapsed_ms, coalesce(p.elapsed_ms, 0)), a.finished_ms, a.started_ms
FROM attempt AS a LEFT JOIN pace AS p ON p.attempt = a.attempt
WHERE a.attempt = ? AND a.started_at <> x'' AND a.plan_at <> x''
"""


def load(connection: sqlite3.Connection, attempt: bytes) -> State | None:
    """Return the attempt as the database has it, or None if there is none."""
    row = connection.execute(_ATTEMPT, (attempt,)).fetchone()
    if row is None:
        return None
    plan = msgspec.json.decode(row[8])
    state = State(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        row[6],
        msgspec.json.decode(row[7]),
        tuple(from_body(body) for body in plan["items"]),
        row[9],
        elapsed_ms=row[10],
        finished_ms=row[11],
        started_ms=row[12],
    )
    rows = connection.execute(
        "SELECT item, response, final, grade, score, hints, flagged, elapsed_ms "
        "FROM attempt_item WHERE attempt = ?",
        (attempt,),
    )
    for item, response, final, grade, score, hints, flagged, elapsed_ms in rows:
        state.elapsed_ms = max(state.elapsed_ms, elapsed_ms)
        if flagged:
            state.flagged.add(item)
        if response or grade or hints:
            state.marks[item] = Mark(
                msgspec.json.decode(response) if response else {},
                bool(final),
                grade_of(msgspec.json.decode(grade)) if grade else None,
                score,
                hints,
            )
    return state
