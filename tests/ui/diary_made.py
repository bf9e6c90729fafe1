"""A diary made in memory, and a context on it, for tests of its widgets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from ecolearn.changes import Changes, Done
from ecolearn.content.activities.diary import Diary
from ecolearn.errors import CourseGone
from ecolearn.study.api import DiaryEntry, Learner
from ecolearn.ui.context import Context, CoreLike
from ecolearn.ui.jobs import Jobs

TODAY = date(2026, 11, 22)
METER = Diary(
    id="diary-electricity",
    title={"en": "Electricity meter", "ru": "Счётчик", "kk": "Есептегіш"},
    intro={"en": "Once a week."},
    label={"en": "Reading", "ru": "Показание", "kk": "Көрсеткіш"},
    help={"en": "Look, do not touch."},
    unit="kWh",
    max=99_999,
    cumulative=True,
    icon="zap",
)
DRIPS = Diary(
    id="diary-drips",
    title={"en": "Drips of a tap"},
    label={"en": "Drips"},
    unit="1/min",
    shown={"en": "per minute"},
    max=400,
    decimals=0,
    icon="droplets",
)


class FakeStudy:
    """The acts of the diary, on lists."""

    def __init__(self) -> None:
        self.kept: dict[str, DiaryEntry] = {}
        self.removed: set[str] = set()
        self.trouble: BaseException | None = None
        self.reads = 0

    def put(self, series_id: str, days_ago: int, value: float, unit: str, note: str = "") -> str:
        """Have an entry there from the beginning."""
        day = TODAY - timedelta(days=days_ago)
        return self.write_diary("aru", series_id, day, value, unit, note).value.entry_id

    def diary(self, learner_id: str) -> tuple[DiaryEntry, ...]:
        self.reads += 1
        return tuple(one for key, one in self.kept.items() if key not in self.removed)

    def write_diary(
        self,
        learner_id: str,
        series_id: str,
        day: date,
        value: float,
        unit: str,
        note: str = "",
        entry_id: str = "",
    ) -> Done[DiaryEntry]:
        if self.trouble is not None:
            raise self.trouble
        number = len(self.kept)
        entry_id = entry_id or f"{number:032x}"
        written = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=number)
        entry = DiaryEntry(entry_id, series_id, day, value, unit, note, written)
        self.kept[entry_id] = entry
        self.removed.discard(entry_id)
        return Done(entry, Changes(diary=True))

    def remove_diary_entry(
        self, learner_id: str, entry_id: str, removed: bool = True
    ) -> Done[None]:
        (self.removed.add if removed else self.removed.discard)(entry_id)
        return Done(None, Changes(diary=True))


class FakeCore:
    """A study, and a library of courses of which only the activities are there."""

    def __init__(self, *diaries: Diary) -> None:
        self.study: Any = FakeStudy()
        self.courses = {"one": SimpleNamespace(activities=diaries, languages=("en", "ru", "kk"))}
        self.library: Any = self

    def summaries(self) -> tuple[Any, ...]:
        return tuple(SimpleNamespace(course_id=key) for key in (*self.courses, "broken"))

    def open(self, course_id: str) -> Any:
        if course_id not in self.courses:
            raise CourseGone(course_id=course_id)
        return SimpleNamespace(course=self.courses[course_id])


def context_on(core: FakeCore, jobs: Jobs) -> Context:
    """Return a context in which somebody is signed in."""
    context = Context(jobs)
    made: CoreLike = core
    context.core = made
    context.learner = Learner("aru", "Aru", "leaf", 150)
    return context
