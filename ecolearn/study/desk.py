"""What every act of study needs: the store, the library, the time, and chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from random import Random
from typing import Protocol

from ecolearn.content.model import Course, Module, Question
from ecolearn.errors import CourseGone
from ecolearn.quiz.items.base import Grade, Item, Response
from ecolearn.store.events import Event
from ecolearn.store.ids import to_bytes
from ecolearn.store.lease import Leases
from ecolearn.store.store import Store
from ecolearn.study.api import Marked
from ecolearn.study.trouble import LearnerGone


class OpenCourseLike(Protocol):
    """What the acts need of an opened course."""

    @property
    def course(self) -> Course: ...
    @property
    def content_hash(self) -> str: ...
    def item(self, item_id: str, language: str) -> tuple[Item, str] | None: ...
    def bank(self, module_id: str, language: str = "") -> tuple[Item, ...]: ...


class SummaryLike(Protocol):
    """What the acts need of a course's card."""

    @property
    def course_id(self) -> str: ...


class LibraryLike(Protocol):
    """What the acts need of `content.library.Library`."""

    def open(self, course_id: str) -> OpenCourseLike: ...
    def summaries(self) -> Iterable[SummaryLike]: ...


class Desk:
    """Base of the acts."""

    def __init__(
        self,
        store: Store,
        library: LibraryLike,
        now: Callable[[], datetime],
        rng: Random,
    ) -> None:
        self.store = store
        self.library = library
        self.now = now
        self.rng = rng
        self.leases = Leases(store)
        self._languages: dict[str, str] = {}

    def course(self, course_id: str) -> OpenCourseLike:
        """Return the opened course. Raises `CourseGone`."""
        return self.library.open(course_id)

    def language_of(self, learner_id: str) -> str:
        """Return the language the learner used last ("" = not known)."""
        if learner_id not in self._languages:
            with self.store.reading() as connection:
                row = connection.execute(
                    "SELECT language FROM learner WHERE learner = ?", (key(learner_id),)
                ).fetchone()
            self._languages[learner_id] = str(row[0]) if row else ""
        return self._languages[learner_id]

    def waiting(self, learner_id: str, *kinds: str) -> list[Event]:
        """Return the learner's events of these kinds that lie in the side journal, oldest first:
        what is read from the database does not know of them yet."""
        learner = key(learner_id)
        events = self.store.log.waiting
        return [one for one in events if one.learner == learner and one.kind in kinds]


def key(learner_id: str) -> bytes:
    """Return the 16 bytes of a learner's id. Raises `LearnerGone` if it is no id."""
    try:
        return to_bytes(learner_id)
    except ValueError as error:
        raise LearnerGone(learner_id=learner_id) from error


def pkg(opened: OpenCourseLike) -> bytes:
    """Return the content hash of a course as bytes."""
    try:
        return bytes.fromhex(opened.content_hash)
    except ValueError:
        return opened.content_hash.encode()


def parts_of(course: Course) -> int:
    """Return how many lessons and quizzes a course has: what its share is counted in."""
    return sum(len(m.lessons) + (m.quiz is not None) for m in course.modules)


def find_module(course: Course, module_id: str) -> Module:
    """Return the module. Raises `CourseGone`."""
    module = course.module(module_id)
    if module is None:
        raise CourseGone(course_id=course.id, id=module_id)
    return module


def item_versions(opened: OpenCourseLike, item_id: str, language: str) -> list[Item]:
    """Return the item in every language of the course, the learner's first; empty if the course
    has it no more."""
    found: dict[str, Item] = {}
    for code in (language, *opened.course.languages):
        answer = opened.item(item_id, code)
        if answer is not None:
            found.setdefault(answer[1], answer[0])
    return list(found.values())


def find_question(course: Course, lesson_id: str, item_id: str, language: str) -> Question | None:
    """Return a question of a lesson, in the language wanted or the next best."""
    lesson = course.lesson(lesson_id)
    if lesson is None:
        raise CourseGone(course_id=course.id, id=lesson_id)
    order = sorted(lesson.texts, key=lambda code: code != language)
    for code in order:
        for question in lesson.texts[code].questions():
            if question.item.id == item_id:
                return question
    return None


def judge(versions: Iterable[Item], response: Response) -> tuple[Response, Grade]:
    """Return the response in canonical form and its best grade in any of the item's languages.

    The first version is the learner's own. Keys are the same in all languages but for words to be
    typed: who reads the Russian page and types the Kazakh word has it right.
    """
    best: Grade | None = None
    cleaned: Response = {}
    for item in versions:
        given = item.clean(response)
        grade = item.grade(given)
        if best is None:
            cleaned, best = given, grade
        elif grade.score is not None and (best.score is None or grade.score > best.score):
            best = grade
        if best.right or best.score is None:
            break
    assert best is not None, "an item has at least one language"
    return cleaned, best


def grade_body(grade: Grade | None) -> dict[str, object] | None:
    """Return a grade as it is kept in an event."""
    return None if grade is None else {"score": grade.score, "parts": dict(grade.parts)}


def grade_of(body: object) -> Grade | None:
    """Return the grade that `grade_body` made."""
    if not isinstance(body, dict):
        return None
    return Grade(score=body.get("score"), parts=dict(body.get("parts") or {}))


def unmarked(item_id: str) -> Marked:
    """Return the mark of an item that nobody has touched."""
    return Marked(item_id, {})


def instant(milliseconds: int | None) -> datetime | None:
    """Return an aware UTC instant of milliseconds since 1970; None for 0 and None."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
