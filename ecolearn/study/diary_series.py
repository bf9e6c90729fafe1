"""The series of a diary as a learner sees them: what the courses say of each, with its entries.

Pure: courses and entries come in, plain data goes out. What was changed, and when, is an entry of
a companion series, so that it travels, merges and can be taken back like every other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from math import fsum
from typing import Final, Literal

from ecolearn.content.activities.diary import Diary
from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_sums import Comparison, compare, in_order, uses

#: behind the id of a series: the series of what was changed (ids of activities have no such sign)
CHANGES: Final = "#change"
#: entries needed on each side of a change, before anything is said of it
ENOUGH: Final = 2
#: points a chart shows at most; more become means of weeks, months or years
MOST_POINTS: Final = 60
#: an entry farther from 0 than this is not kept (`study.diary`)
_FARTHEST = 1e15

Step = Literal["", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Series:
    """A series with its entries. `gone`: no course that is here says anything of it."""

    diary: Diary
    entries: tuple[DiaryEntry, ...] = ()  #: by day
    languages: tuple[str, ...] = ()  #: of the course that describes it
    gone: bool = False
    change: DiaryEntry | None = None  #: the day something was changed; its note says what

    @property
    def id(self) -> str:
        """Return the id of the series."""
        return self.diary.id

    @property
    def last(self) -> DiaryEntry | None:
        """Return the entry of the latest day."""
        return self.entries[-1] if self.entries else None

    def counted(self) -> list[DiaryEntry]:
        """Return the entries in the unit of the series; those of another kind cannot be counted
        with and are left out."""
        found = []
        for entry in self.entries:
            if entry.unit == self.diary.unit:
                found.append(entry)
                continue
            value = self.diary.value_of(entry.value, entry.unit)
            if value is not None:
                found.append(replace(entry, value=value, unit=self.diary.unit))
        return found


@dataclass(frozen=True, slots=True)
class Trend:
    """What a chart shows: a value per day of entry, or means of each `step`."""

    points: tuple[tuple[date, float], ...]
    step: Step = ""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """What can be said of a change, and how many entries are missing on each side."""

    comparison: Comparison
    missing_before: int = 0
    missing_after: int = 0
    #: whether a meter was not read on the day itself, so that days around it tell nothing
    between: bool = False

    @property
    def enough(self) -> bool:
        """Tell whether both means are known."""
        return not self.missing_before and not self.missing_after


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value should be looked at again before it is kept: it is outside of what is believed
    (`unlikely`), or a meter would run backwards (`lower`, `higher`) against the entry `other`."""

    code: Literal["unlikely", "lower", "higher"]
    other: DiaryEntry | None = None


def series_of(
    described: Iterable[tuple[Diary, tuple[str, ...]]], entries: Iterable[DiaryEntry]
) -> tuple[Series, ...]:
    """Return the series: those described, in order and each id once, then those of which only
    entries are left."""
    by_id: dict[str, list[DiaryEntry]] = {}
    for entry in entries:
        by_id.setdefault(entry.series_id, []).append(entry)
    found: dict[str, Series] = {}
    for diary, languages in described:
        if diary.id not in found:
            found[diary.id] = with_entries(Series(diary, (), languages), by_id)
    for series_id in sorted(by_id):
        own = series_id.removesuffix(CHANGES)
        if own not in found and by_id.get(own):
            found[own] = with_entries(_gone(own, by_id[own]), by_id)
    return tuple(found.values())


def with_entries(series: Series, by_id: dict[str, list[DiaryEntry]]) -> Series:
    """Return the series with its entries and its change out of all entries by series."""
    changes = by_id.get(series.id + CHANGES, ())
    latest = max(changes, key=lambda one: (one.written_at, one.entry_id), default=None)
    return replace(series, entries=tuple(in_order(by_id.get(series.id, ()))), change=latest)


def _gone(series_id: str, entries: list[DiaryEntry]) -> Series:
    unit = in_order(entries)[-1].unit
    diary = Diary(
        id=series_id,
        title={},
        label={},
        unit=unit,
        min=-_FARTHEST,
        max=_FARTHEST,
        decimals=6,
        better="",
    )
    return Series(diary, gone=True)


def doubt(series: Series, value: float, day: date, entry_id: str = "") -> Doubt | None:
    """Return what is doubtful about `value` on `day`, None if nothing is. The entry `entry_id` is
    the one that is being corrected."""
    diary = series.diary
    if not diary.min <= value <= diary.max:
        return Doubt("unlikely")
    if not diary.cumulative:
        return None
    others = [one for one in series.counted() if one.entry_id != entry_id]
    before = [one for one in others if one.day <= day]
    if before and value < before[-1].value:
        return Doubt("lower", before[-1])
    after = next((one for one in others if one.day > day), None)
    exchanged = after is not None and before and after.value < before[-1].value
    if after is not None and value > after.value and not exchanged:
        return Doubt("higher", after)
    return None


def trend(series: Series, most: int = MOST_POINTS) -> Trend:
    """Return what a chart shows: of meters the use per day between readings, on the day of the
    later one; otherwise the values, several of one day as their mean.

    More than `most` points become means of weeks (from Monday), of months or of years; of a
    meter, the use of all days divided by the days.
    """
    weighted: list[tuple[date, float, int]]
    if series.diary.cumulative:
        weighted = [(one.end, one.amount, one.days) for one in uses(series.counted())]
    else:
        weighted = [(one.day, one.value, 1) for one in series.counted()]
    steps: tuple[tuple[Step, Callable[[date], date]], ...] = (
        ("", lambda day: day),
        ("week", lambda day: day - timedelta(days=day.weekday())),
        ("month", lambda day: day.replace(day=1)),
        ("year", lambda day: day.replace(month=1, day=1)),
    )
    points: tuple[tuple[date, float], ...] = ()
    for step, begin in steps:
        points = tuple(_means(weighted, begin))
        if len(points) <= most:
            return Trend(points, step)
    return Trend(points[-most:], "year")


def _means(
    weighted: Iterable[tuple[date, float, int]], begin: Callable[[date], date]
) -> Iterator[tuple[date, float]]:
    """Yield the mean of each stretch of time that `begin` gives the same first day."""
    for day, group in groupby(weighted, key=lambda one: begin(one[0])):
        kept = list(group)
        yield day, fsum(one[1] for one in kept) / sum(one[2] for one in kept)


def before_after(series: Series, since: date) -> BeforeAfter:
    """Return the means before and after the day `since`, if `ENOUGH` entries are on each side.

    A meter's reading of the day itself ends the time before and begins the time after, so it
    counts for both; several readings of one day count as one.
    """
    entries = series.counted()
    meter = series.diary.cumulative
    comparison = compare(entries, since, cumulative=meter)
    if meter:
        days = {one.day for one in entries}
        early, late = sum(day <= since for day in days), sum(day >= since for day in days)
        between = since not in days
    else:
        early, late = comparison.weight_before, comparison.weight_after
        between = False
    missing_before = max(0, ENOUGH - early) or int(comparison.before is None)
    missing_after = max(0, ENOUGH - late) or int(comparison.after is None)
    return BeforeAfter(comparison, missing_before, missing_after, between)
