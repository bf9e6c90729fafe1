"""A small course in three languages, made in memory, and a library that can change it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from ecolearn.content.activities import Activity, Checklist
from ecolearn.content.activities.checklist import Entry, Group
from ecolearn.content.model import (
    Course,
    Lesson,
    LessonText,
    Module,
    Outcome,
    Question,
    QuizSettings,
    QuizText,
)
from ecolearn.errors import CourseGone
from ecolearn.quiz.items import Open, Short, Single
from ecolearn.quiz.items.base import Hint, Item, Option
from ecolearn.quiz.items.short_text import Words

LANGUAGES = ("kk", "ru", "en")
RIGHT, WRONG = {"choice": "a"}, {"choice": "b"}


def choice(item_id: str, language: str = "en", **more: Any) -> Single:
    """Return a question whose first answer is right."""
    options = tuple(
        Option(text=f"{language} {n}", right=n == 0, feedback=f"because {n}") for n in range(3)
    )
    return Single(id=item_id, stem=f"{language}: {item_id}?", options=options, **more)


def word(item_id: str, language: str) -> Short:
    """Return a question for a word that each language writes its own way."""
    words = {"kk": "ватт (kk)", "ru": "ватт (ru)", "en": "watt"}[language]
    return Short(id=item_id, stem="Unit of power?", answers=(Words(words=(words,)),))


def lesson(lesson_id: str, **items: str) -> Lesson:
    """Return a lesson with questions: id → "item" or "predict"."""
    texts = {
        code: LessonText(
            id=lesson_id,
            title=f"{lesson_id} {code}",
            parts=tuple(
                Question(
                    item=choice(item_id.replace("_", "-"), code, hints=HINTS),
                    use="predict" if use == "predict" else "item",
                )
                for item_id, use in items.items()
            ),
        )
        for code in LANGUAGES
    }
    return Lesson(stem=lesson_id.lower(), texts=texts)


HINTS = (Hint(text="Think.", cost=0.25), Hint(text="Think again.", cost=0.5))


def bank(quiz_id: str, *kinds: str) -> dict[str, QuizText]:
    """Return a bank: "choice", "word" or "open", with ids Q1, Q2, … after the quiz's."""
    texts = {}
    for code in LANGUAGES:
        items: list[Item] = []
        for number, kind in enumerate(kinds, 1):
            item_id = f"{quiz_id}{number}"
            outcome = "O1" if number % 2 else "O2"
            if kind == "word":
                items.append(word(item_id, code))
            elif kind == "open":
                items.append(Open(id=item_id, stem="Why?"))
            else:
                parallel = kind if kind != "choice" else ""
                items.append(choice(item_id, code, outcome=outcome, hints=HINTS, parallel=parallel))
        texts[code] = QuizText(id=quiz_id, items=tuple(items))  # type: ignore[arg-type]
    return texts


class Guess(Activity, frozen=True, tag="guess"):
    """An activity with a score: guess a number. State: `{"guess": number}`."""

    right: int = 7
    scored = True

    def clean(self, state: dict[str, Any]) -> dict[str, Any]:
        """Return what was guessed, and nothing else."""
        if not isinstance(self.checked(state).get("guess", 0), int):
            raise self.bad("no number")
        return {"guess": state["guess"]} if "guess" in state else {}

    def score(self, state: dict[str, Any]) -> float | None:
        """Return 1 for the number, less for one beside it."""
        if "guess" not in state:
            return None
        return max(0.0, 1 - 0.25 * abs(self.right - state["guess"]))

    def is_done(self, state: dict[str, Any]) -> bool:
        """Tell whether it is the number."""
        return self.score(state) == 1.0


GUESS = Guess(id="guess", title={"en": "Guess"})
CHECKLIST = Checklist(
    id="walk",
    title={"en": "Walk"},
    groups=(Group(entries=tuple(Entry(id=one, text={"en": one}) for one in "abc")),),
)


def with_activities(*activities: Activity) -> Course:
    """Return the course with these activities only."""
    return msgspec.structs.replace(a_course(), activities=activities)


def a_course(**quiz: Any) -> Course:
    """Return the course: two modules of two lessons, each with a quiz of four choices, and two
    activities."""
    settings = {"shuffle_items": False, "shuffle_options": False, **quiz}
    return Course(
        id="energy",
        version="1",
        languages=LANGUAGES,
        title={"en": "Energy"},
        activities=(GUESS, CHECKLIST),  # type: ignore[arg-type]
        outcomes=(
            Outcome(id="O1", kind="c", text={"en": "tell"}),
            Outcome(id="O2", kind="c", text={"en": "count"}),
        ),
        modules=(
            Module(
                folder="m1",
                id="M1",
                lessons=(lesson("L1", L1_1="item", L1_P="predict"), lesson("L2")),
                quiz=QuizSettings(id="M1-Q", **settings),
                bank=bank("Q", "choice", "choice", "choice", "choice"),
            ),
            Module(
                folder="m2",
                id="M2",
                lessons=(lesson("L3"),),
                quiz=QuizSettings(id="M2-Q", **settings),
                bank=bank("R", "twin", "twin", "word", "open"),
            ),
        ),
    )


def without(course: Course, *gone: str) -> Course:
    """Return the course as it is after its author took items out."""

    def kept(text: QuizText) -> QuizText:
        items = tuple(item for item in text.items if item.id not in gone)
        return msgspec.structs.replace(text, items=items)

    modules = tuple(
        msgspec.structs.replace(
            module, bank={code: kept(text) for code, text in module.bank.items()}
        )
        for module in course.modules
    )
    return msgspec.structs.replace(course, modules=modules)


@dataclass
class Opened:
    """An open course, as `content.opened.OpenCourse` is."""

    course: Course

    @property
    def content_hash(self) -> str:
        return hashlib.sha256(msgspec.json.encode(self.course)).hexdigest()

    def item(self, item_id: str, language: str) -> tuple[Item, str] | None:
        for code in (language, *self.course.languages):
            for module in self.course.modules:
                for one in module.lessons:
                    for item in one.texts[code].items() if code in one.texts else ():
                        if item.id == item_id:
                            return item, code
                for item in module.bank[code].items if code in module.bank else ():
                    if item.id == item_id:
                        return item, code
        return None

    def bank(self, module_id: str, language: str = "") -> tuple[Item, ...]:
        module = self.course.module(module_id)
        assert module is not None
        return module.bank[language or "kk"].items if module.bank else ()


@dataclass(frozen=True)
class Card:
    """A summary."""

    course_id: str


@dataclass
class Shelf:
    """A library of courses that a test puts there."""

    courses: dict[str, Opened] = field(default_factory=dict)

    def put(self, course: Course) -> None:
        """Put a course there, or replace it."""
        self.courses[course.id] = Opened(course)

    def open(self, course_id: str) -> Opened:
        if course_id not in self.courses:
            raise CourseGone(course_id=course_id, id=course_id)
        return self.courses[course_id]

    def summaries(self) -> Iterable[Card]:
        return [Card(course_id) for course_id in self.courses]
