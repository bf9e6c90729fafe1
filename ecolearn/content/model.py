"""The course model: what a folder on disk means. Plain immutable data, one language per text.

`loader` reads it, `writer` writes it back, and `load(write(course)) == course`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal, Union

import msgspec

from ecolearn.content.activities import Activity, AnyActivity
from ecolearn.content.texts import Said as Said
from ecolearn.content.texts import Text as Text
from ecolearn.quiz.items import AnyItem
from ecolearn.quiz.items.base import Item

#: what this program reads and writes; a course that says more is from a newer program
FORMAT = 1
TRACKS = ("primary", "secondary", "senior-tech", "chemistry", "public", "professional")
CALLOUTS = ("note", "tip", "warning", "example", "key", "action")


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the parts of the model."""


# ── a lesson's body: boxes and questions, with Markdown between them ──────────────────────────


class Prose(Frozen, tag="prose", frozen=True):
    """Markdown without boxes."""

    text: str


class Box(Frozen, tag="box", frozen=True):
    """A callout or a fold. `kind` is one of `CALLOUTS` or "fold"."""

    kind: str
    title: str = ""
    parts: tuple[Part, ...] = ()


class FactRef(Frozen, tag="fact", frozen=True):
    """A card with the fact `fact_id` of `facts.toml`."""

    fact_id: str


class Question(Frozen, tag="question", frozen=True):
    """An item inside a lesson. `use` is "item" or "predict"."""

    item: AnyItem
    use: Literal["item", "predict"] = "item"


class Compare(Frozen, tag="compare", frozen=True):
    """The learner's prediction `item_id` beside the right answer."""

    item_id: str


class ActivityRef(Frozen, tag="activity", frozen=True):
    """The activity `activity_id` of `activities/`, to be used inside a lesson."""

    activity_id: str


Part = Union[Prose, Box, FactRef, Question, Compare, ActivityRef]  # noqa: UP007 - msgspec resolves by name


class LessonText(Frozen, frozen=True):
    """A lesson in one language."""

    id: str
    title: str
    minutes: int = 0
    outcomes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def questions(self) -> Iterator[Question]:
        """Yield the questions of the lesson, in order, those in boxes included."""
        yield from _questions(self.parts)

    def activities(self) -> Iterator[str]:
        """Yield the ids of the activities of the lesson, in order."""
        yield from _activities(self.parts)

    def items(self) -> Iterator[Item]:
        """Yield the items of the lesson, predictions included."""
        for question in self.questions():
            yield question.item


def _activities(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, ActivityRef):
            yield part.activity_id
        elif isinstance(part, Box):
            yield from _activities(part.parts)


def _questions(parts: tuple[Part, ...]) -> Iterator[Question]:
    for part in parts:
        if isinstance(part, Question):
            yield part
        elif isinstance(part, Box):
            yield from _questions(part.parts)


class Lesson(Frozen, frozen=True):
    """A lesson: `stem` is its file name without language; `texts` by language."""

    stem: str
    texts: dict[str, LessonText] = {}

    @property
    def id(self) -> str:
        """Return the id, the same in all languages (checked)."""
        return next((text.id for text in self.texts.values()), self.stem)


# ── quizzes ───────────────────────────────────────────────────────────────────────────────────


_Count = Annotated[int, msgspec.Meta(ge=0)]


class Pool(Frozen, frozen=True):
    """Draw `draw` items that carry `tag`."""

    tag: str
    draw: _Count


class QuizSettings(Frozen, frozen=True):
    """How a module's quiz runs; see docs/course-format.md, module.toml."""

    id: str
    draw: _Count = 0
    earlier: _Count = 0
    pass_mark: float = msgspec.field(default=0.8, name="pass")
    attempts: _Count = 0
    minutes: _Count = 0
    show: Literal["one", "all"] = "one"
    feedback: Literal["at-once", "at-end"] = "at-once"
    shuffle_items: bool = True
    shuffle_options: bool = True
    pools: tuple[Pool, ...] = ()


class QuizText(Frozen, frozen=True):
    """A module's item bank in one language."""

    id: str
    title: str = ""
    intro: str = ""
    items: tuple[AnyItem, ...] = ()


class Module(Frozen, frozen=True):
    """A module: folder name, titles, lessons in order, quiz settings and bank, teacher notes."""

    folder: str
    id: str
    title: Text = {}
    lessons: tuple[Lesson, ...] = ()
    outcomes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    greencomp: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    quiz: QuizSettings | None = None
    bank: dict[str, QuizText] = {}
    notes: Text = {}


# ── glossary, facts, constants, the course ────────────────────────────────────────────────────


class Term(Frozen, frozen=True):
    """A glossary entry."""

    id: str
    term: Text
    text: Text = {}


class Fact(Frozen, frozen=True):
    """A fact with its grade (A–D), source and date ("" = undated); `note` explains a grade C."""

    id: str
    grade: Literal["A", "B", "C", "D"]
    source: Said
    text: Text
    date: Said = ""
    note: Text = {}


class Constant(Frozen, frozen=True):
    """A number with unit, range and source. Where a calculator says how it calculates, `symbol`
    stands in formulas (without one the label, without that the id), and `label` in the list."""

    id: str
    value: float
    unit: str
    source: Said
    low: float | None = None
    high: float | None = None
    note: Text = {}
    label: Text = {}
    symbol: str = ""


class Outcome(Frozen, frozen=True):
    """What a learner can do afterwards. `kind`: c knowing, s feeling, b doing."""

    id: str
    kind: Literal["c", "s", "b"]
    text: Text


class Course(Frozen, frozen=True):
    """A whole course."""

    id: str
    version: str
    languages: tuple[str, ...]
    format: int = FORMAT
    date: datetime.date | None = None
    title: Text = {}
    summary: Text = {}
    licence: str = ""
    tracks: tuple[str, ...] = ()
    hours: float = 0
    sdg: tuple[int, ...] = ()
    icon: str = "leaf"
    hue: int = 150
    authors: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    modules: tuple[Module, ...] = ()
    glossary: tuple[Term, ...] = ()
    facts: tuple[Fact, ...] = ()
    constants: tuple[Constant, ...] = ()
    activities: tuple[AnyActivity, ...] = ()

    def activity(self, activity_id: str) -> Activity | None:
        """Return the activity with this id, or None."""
        return next((one for one in self.activities if one.id == activity_id), None)

    def lesson(self, lesson_id: str) -> Lesson | None:
        """Return the lesson with this id, or None."""
        return next((le for mod in self.modules for le in mod.lessons if le.id == lesson_id), None)

    def module_of_lesson(self, lesson_id: str) -> Module | None:
        """Return the module that holds the lesson, or None."""
        return next((m for m in self.modules if any(le.id == lesson_id for le in m.lessons)), None)

    def module(self, module_id: str) -> Module | None:
        """Return the module with this id, or None."""
        return next((m for m in self.modules if m.id == module_id), None)
