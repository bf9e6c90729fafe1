"""Lessons: the place, how far, what was answered on the way."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import msgspec

from ecolearn.changes import Changes, Done
from ecolearn.content.model import Course, Module
from ecolearn.errors import CourseGone
from ecolearn.quiz.items.base import Item, Response
from ecolearn.quiz.scoring import after_hints
from ecolearn.store.events import Fact
from ecolearn.study.api import LessonVisit, Marked, Spot
from ecolearn.study.desk import (
    Desk,
    find_question,
    grade_body,
    grade_of,
    judge,
    key,
    parts_of,
    pkg,
    unmarked,
)


class Reading(Desk):
    """The acts about lessons."""

    def open_lesson(self, learner_id: str, course_id: str, lesson_id: str) -> Done[LessonVisit]:
        """Note the visit; return the place and the answers given so far."""
        opened = self.course(course_id)
        module = _module(opened.course, lesson_id)
        body = {
            "course": course_id,
            "module": module.id,
            "lesson": lesson_id,
            "parts": parts_of(opened.course),
        }
        self.store.log.append(
            [Fact("lesson_opened", body, key(learner_id), None, None, pkg(opened))]
        )
        row = self._lesson_row(learner_id, course_id, lesson_id)
        marks = self._marks(learner_id, course_id, lesson_id)
        visit = LessonVisit(
            course_id,
            lesson_id,
            Spot(row[0], row[1]) if row else Spot(),
            row[2] if row else 0.0,
            bool(row and row[3]),
            marks,
        )
        return Done(visit, Changes(progress=frozenset({course_id})))

    def save_spot(
        self, learner_id: str, course_id: str, lesson_id: str, spot: Spot, furthest: float
    ) -> Done[None]:
        """Remember the place; `furthest` only grows. A place that is kept already is not written
        again, and pages are told only of a share that grew."""
        furthest = min(1.0, max(0.0, furthest))
        row = self._lesson_row(learner_id, course_id, lesson_id)
        if row and (row[0], row[1]) == (spot.block, spot.offset) and furthest <= row[2]:
            return Done(None)
        body = {
            "course": course_id,
            "lesson": lesson_id,
            "block": spot.block,
            "shift": spot.offset,
            "furthest": furthest,
        }
        self.store.log.append([Fact("lesson_spot", body, key(learner_id))])
        grew = row is None or furthest > row[2]
        return Done(None, Changes(progress=frozenset({course_id})) if grew else Changes())

    def finish_lesson(self, learner_id: str, course_id: str, lesson_id: str) -> Done[None]:
        """Mark the lesson as done (also when done already)."""
        opened = self.course(course_id)
        module = _module(opened.course, lesson_id)
        body = {
            "course": course_id,
            "module": module.id,
            "lesson": lesson_id,
            "parts": parts_of(opened.course),
        }
        fact = Fact("lesson_finished", body, key(learner_id), None, None, pkg(opened))
        self.store.log.append([fact])
        return Done(None, Changes(progress=frozenset({course_id})))

    def answer_in_lesson(
        self, learner_id: str, course_id: str, lesson_id: str, item_id: str, response: Response
    ) -> Done[Marked]:
        """Keep and judge a response inside a lesson; predictions, and responses with too little
        to judge, are kept, not judged. A learner may answer again: the latest is shown, the best
        counts as evidence."""
        opened = self.course(course_id)
        versions, use = self._asked(opened.course, learner_id, lesson_id, item_id)
        cleaned, grade = judge(versions, response)
        old = self._mark(learner_id, course_id, lesson_id, item_id)
        judged = grade if use == "item" and versions[0].is_answered(cleaned) else None
        score = after_hints(judged.score if judged else None, versions[0], old.hints)
        body = {
            "course": course_id,
            "lesson": lesson_id,
            "response": cleaned,
            "grade": grade_body(judged),
            "score": score,
        }
        fact = Fact("lesson_answered", body, key(learner_id), None, item_id, pkg(opened))
        self.store.log.append([fact])
        marked = Marked(item_id, cleaned, judged, old.hints, score)
        return Done(marked, Changes(progress=frozenset({course_id})))

    def hint_in_lesson(
        self, learner_id: str, course_id: str, lesson_id: str, item_id: str
    ) -> Done[Marked]:
        """Take the next hint; when there is none left, nothing happens."""
        opened = self.course(course_id)
        versions, _ = self._asked(opened.course, learner_id, lesson_id, item_id)
        old = self._mark(learner_id, course_id, lesson_id, item_id)
        if old.hints >= len(versions[0].hints):
            return Done(old)
        marked = replace(old, hints=old.hints + 1)
        body = {"course": course_id, "lesson": lesson_id, "hints": marked.hints}
        fact = Fact("lesson_hinted", body, key(learner_id), None, item_id, pkg(opened))
        self.store.log.append([fact])
        return Done(marked)

    def _asked(
        self, course: Course, learner_id: str, lesson_id: str, item_id: str
    ) -> tuple[list[Item], str]:
        """Return the item in every language, the learner's first, and what it is used for."""
        language = self.language_of(learner_id)
        question = find_question(course, lesson_id, item_id, language)
        if question is None:
            raise CourseGone(course_id=course.id, id=item_id)
        others = (
            find_question(course, lesson_id, item_id, code)
            for code in course.languages
            if code != language
        )
        items: list[Item] = [question.item, *(other.item for other in others if other is not None)]
        return items, question.use

    def _mark(self, learner_id: str, course_id: str, lesson_id: str, item_id: str) -> Marked:
        marks = self._marks(learner_id, course_id, lesson_id, item_id)
        return marks.get(item_id) or unmarked(item_id)

    def _marks(
        self, learner_id: str, course_id: str, lesson_id: str, item_id: str = ""
    ) -> dict[str, Marked]:
        """Return the answers by item id, those that wait in the side journal included; with
        `item_id` that one is enough."""
        with self.store.reading() as connection:
            marks = _marks(connection, learner_id, course_id, lesson_id, item_id)
        for event in self.waiting(learner_id, "lesson_answered", "lesson_hinted"):
            body, item = event.data, event.item or ""
            if (body["course"], body["lesson"]) != (course_id, lesson_id):
                continue
            old = marks.get(item) or unmarked(item)
            if event.kind == "lesson_hinted":
                marks[item] = replace(old, hints=max(old.hints, body["hints"]))
            else:
                grade = grade_of(body["grade"])
                marks[item] = replace(
                    old, response=body["response"], grade=grade, score=body["score"]
                )
        return marks

    def _lesson_row(self, learner_id: str, course_id: str, lesson_id: str) -> Any:
        """Return block, shift, share seen and when the lesson was finished (ms), or None; what
        waits in the side journal included."""
        with self.store.reading() as connection:
            row = _lesson_row(connection, learner_id, course_id, lesson_id)
        for event in self.waiting(learner_id, "lesson_spot", "lesson_finished"):
            body = event.data
            if (body["course"], body["lesson"]) != (course_id, lesson_id):
                continue
            block, shift, furthest, finished_ms = row or (0, 0.0, 0.0, None)
            if event.kind == "lesson_spot":
                furthest = max(furthest, body["furthest"])
                row = (body["block"], body["shift"], furthest, finished_ms)
            else:
                row = (block, shift, 1.0, finished_ms or event.moment.wall_ms)
        return row


def _module(course: Course, lesson_id: str) -> Module:
    module = course.module_of_lesson(lesson_id)
    if module is None:
        raise CourseGone(course_id=course.id, id=lesson_id)
    return module


def _lesson_row(
    connection: sqlite3.Connection, learner_id: str, course_id: str, lesson_id: str
) -> Any:
    return connection.execute(
        "SELECT block, shift, furthest, finished_ms FROM lesson_progress "
        "WHERE learner = ? AND course = ? AND lesson = ?",
        (key(learner_id), course_id, lesson_id),
    ).fetchone()


def _marks(
    connection: sqlite3.Connection,
    learner_id: str,
    course_id: str,
    lesson_id: str,
    item_id: str = "",
) -> dict[str, Marked]:
    rows = connection.execute(
        "SELECT item, response, grade, hints, score FROM lesson_mark "
        "WHERE learner = ? AND course = ? AND lesson = ? AND (? = '' OR item = ?)",
        (key(learner_id), course_id, lesson_id, item_id, item_id),
    )
    return {
        item: Marked(item, _json(response) or {}, grade_of(_json(grade)), hints, score)
        for item, response, grade, hints, score in rows
    }


def _json(text: str) -> Any:
    return msgspec.json.decode(text) if text else None
