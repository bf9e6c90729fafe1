"""How far a learner is, and where to go on. Views only: nothing here writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ecolearn.content.model import Course, Module
from ecolearn.errors import CourseGone
from ecolearn.study.api import (
    ContinuePoint,
    CourseProgress,
    LessonProgress,
    ModuleProgress,
    OutcomeProgress,
    QuizProgress,
    Spot,
)
from ecolearn.study.desk import Desk, instant, key


@dataclass(slots=True)
class _Tries:
    """The attempts at one quiz."""

    count: int = 0
    best: float | None = None
    passed: bool = False
    open_id: str = ""


class Progress(Desk):
    """The views of progress."""

    def progress(self, learner_id: str) -> dict[str, CourseProgress]:
        """Return the progress in every course of the library, by course id.

        Courses the learner has not begun are not opened: theirs is "new" and has no modules.
        """
        with self.store.reading() as connection:
            begun = {
                row[0]
                for row in connection.execute(
                    "SELECT course FROM place WHERE learner = ?", (key(learner_id),)
                )
            }
        found: dict[str, CourseProgress] = {}
        for summary in self.library.summaries():
            course_id = summary.course_id
            found[course_id] = CourseProgress(course_id, 0.0, "new", ())
            if course_id in begun:
                try:
                    found[course_id] = self.course_progress(learner_id, course_id)
                except CourseGone:
                    continue
        return found

    def course_progress(self, learner_id: str, course_id: str) -> CourseProgress:
        """Return the progress in one course. Raises `CourseGone`."""
        course = self.course(course_id).course
        with self.store.reading() as connection:
            lessons = _lessons(connection, learner_id, course_id)
            tries = _tries(connection, learner_id, course_id)
            place = connection.execute(
                "SELECT at_ms FROM place WHERE learner = ? AND course = ?",
                (key(learner_id), course_id),
            ).fetchone()
        modules = tuple(_module(module, lessons, tries) for module in course.modules)
        parts = done = 0
        for module in modules:
            parts += len(module.lessons) + (module.quiz is not None)
            done += sum(lesson.state == "done" for lesson in module.lessons)
            done += module.quiz is not None and module.quiz.state == "passed"
        state = "new"
        if place or lessons or tries:
            state = "done" if parts and done == parts else "going"
        return CourseProgress(
            course_id,
            done / parts if parts else 0.0,
            state,
            modules,
            instant(place[0]) if place else None,
        )

    def outcomes(self, learner_id: str, course_id: str) -> tuple[OutcomeProgress, ...]:
        """Return the evidence per outcome of the course, in the course's order: points of the
        best response to each item seen. Items that are gone, and those without an outcome, do not
        count."""
        opened = self.course(course_id)
        with self.store.reading() as connection:
            best = connection.execute(
                "SELECT item, best FROM item_best WHERE learner = ? AND course = ? ORDER BY item",
                (key(learner_id), course_id),
            ).fetchall()
        points = {outcome.id: [0.0, 0.0, 0] for outcome in opened.course.outcomes}
        for item_id, score in best:
            found = opened.item(item_id, "")
            line = points.get(found[0].outcome) if found else None
            if found and line:
                line[0] += score * found[0].points
                line[1] += found[0].points
                line[2] += 1
        return tuple(
            OutcomeProgress(outcome_id, line[0], line[1], int(line[2]))
            for outcome_id, line in points.items()
        )

    def continue_point(self, learner_id: str) -> ContinuePoint | None:
        """Return where the learner was last, if the course is still there.

        When that lesson or quiz is finished, it is what comes next in the course; when all of it
        is done, or the course is gone, the course before that.
        """
        with self.store.reading() as connection:
            places = connection.execute(
                "SELECT course, module, lesson, attempt, at_ms FROM place WHERE learner = ? "
                "ORDER BY at DESC",
                (key(learner_id),),
            ).fetchall()
        for course_id, module_id, lesson_id, attempt, at_ms in places:
            try:
                course = self.course(course_id).course
                progress = self.course_progress(learner_id, course_id)
            except CourseGone:
                continue
            place = (module_id, lesson_id, attempt.hex())
            if point := _go_on(course, progress, place, at_ms):
                return point
        return None


def _lessons(connection: sqlite3.Connection, learner_id: str, course_id: str) -> dict[str, Any]:
    rows = connection.execute(
        "SELECT lesson, furthest, finished_ms, block, shift FROM lesson_progress "
        "WHERE learner = ? AND course = ?",
        (key(learner_id), course_id),
    )
    return {row[0]: row for row in rows}


def _tries(connection: sqlite3.Connection, learner_id: str, course_id: str) -> dict[str, _Tries]:
    found: dict[str, _Tries] = {}
    rows = connection.execute(
        "SELECT module, attempt, finished_ms, score, passed FROM attempt "
        "WHERE learner = ? AND course = ? AND plan_at <> x'' ORDER BY started_at",
        (key(learner_id), course_id),
    )
    for module, attempt, finished_ms, score, passed in rows:
        tries = found.setdefault(module, _Tries())
        tries.count += 1
        if finished_ms is None:
            tries.open_id = attempt.hex()
        elif score is not None:
            tries.best = score if tries.best is None else max(tries.best, score)
            tries.passed = tries.passed or bool(passed)
    return found


def _module(module: Module, lessons: dict[str, Any], tries: dict[str, _Tries]) -> ModuleProgress:
    shown = tuple(_lesson(lesson.id, lessons.get(lesson.id)) for lesson in module.lessons)
    quiz = None
    if module.quiz is not None:
        mine = tries.get(module.id, _Tries())
        state = "open" if mine.open_id else "tried" if mine.count else "new"
        if mine.passed:
            state = "passed"
        quiz = QuizProgress(module.quiz.id, state, mine.best, mine.count, mine.open_id)
    parts = len(shown) + (quiz is not None)
    done = sum(lesson.state == "done" for lesson in shown)
    done += quiz is not None and quiz.state == "passed"
    return ModuleProgress(
        module.id, done / parts if parts else 0.0, bool(parts) and done == parts, shown, quiz
    )


def _lesson(lesson_id: str, row: Any) -> LessonProgress:
    if row is None:
        return LessonProgress(lesson_id, "new")
    state = "done" if row[2] is not None else "reading"
    return LessonProgress(
        lesson_id, state, 1.0 if state == "done" else row[1], Spot(row[3], row[4])
    )


def _go_on(
    course: Course, progress: CourseProgress, place: tuple[str, str, str], at_ms: int
) -> ContinuePoint | None:
    """Return the place itself if it is not finished, else the next part that is not."""
    module_id, lesson_id, attempt_id = place
    at = instant(at_ms)
    steps = list(_steps(progress))
    for module in progress.modules:
        if module.quiz and attempt_id and module.quiz.open_attempt_id == attempt_id:
            return ContinuePoint(course.id, module.module_id, "", attempt_id, at)
    start = 0
    for index, (module, lesson) in enumerate(steps):
        if lesson_id and lesson is not None and lesson.lesson_id == lesson_id:
            if lesson.state != "done":
                return ContinuePoint(course.id, module.module_id, lesson_id, "", at, lesson.share)
            start = index + 1
        elif not lesson_id and lesson is None and module.module_id == module_id:
            start = index + 1
    for module, lesson in steps[start:] + steps[:start]:
        if lesson is not None and lesson.state != "done":
            share = lesson.share
            return ContinuePoint(course.id, module.module_id, lesson.lesson_id, "", at, share)
        if lesson is None and module.quiz is not None and module.quiz.state != "passed":
            return ContinuePoint(course.id, module.module_id, "", module.quiz.open_attempt_id, at)
    return None


def _steps(progress: CourseProgress) -> Iterator[tuple[ModuleProgress, LessonProgress | None]]:
    for module in progress.modules:
        for lesson in module.lessons:
            yield module, lesson
        if module.quiz is not None:
            yield module, None
