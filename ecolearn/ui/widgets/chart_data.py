"""What a chart shows, as plain data, and the arithmetic of its axes; nothing here is painted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from PySide6.QtCore import QDate, QLocale

from ecolearn.quiz.numbers import NBSP, format_number

Kind = Literal["bars", "lines", "shares"]
NumberFormat = Callable[[float], str]
"""Writes a number as the reader's language does."""

MOST_SERIES: Final = 4


@dataclass(frozen=True)
class Part:
    """One bar, or one share of a whole."""

    label: str
    value: float
    low: float | None = None
    """Lower end of the range the value is known within; None where none is given."""
    high: float | None = None
    """Upper end of that range."""
    reference: bool = False
    """Whether it is shown for comparison only: hatched and pale."""


@dataclass(frozen=True)
class Point:
    """One point of a line."""

    x: float | date
    y: float


@dataclass(frozen=True)
class Series:
    """One line; its points in the order of x."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Target:
    """A value to compare with: a dashed line across the chart."""

    label: str
    value: float


@dataclass(frozen=True)
class ChartData:
    """A small chart. `bars` and `shares` have parts, `lines` have series."""

    kind: Kind
    title: str
    """What is shown; painted by `ChartBox`, spoken by the chart."""
    unit: str = ""
    """Unit of the values, in words or as a sign."""
    parts: tuple[Part, ...] = ()
    series: tuple[Series, ...] = ()
    """One to MOST_SERIES lines."""
    target: Target | None = None
    """Of bars and lines."""
    vertical: bool = False
    """Whether bars should stand; they lie all the same where their labels do not fit below."""
    x_label: str = ""
    """What the horizontal axis of lines counts."""
    axis_low: float | None = None
    """Least value the axis has to reach; holds the scale still while values change."""
    axis_high: float | None = None
    """Greatest value the axis has to reach."""

    def __post_init__(self) -> None:
        """Check what the painter relies on.

        Raises:
            ValueError: Too many series, a range without its value, a share below 0, or a number
                that is none.
        """
        if len(self.series) > MOST_SERIES:
            raise ValueError(f"{len(self.series)} series, the most is {MOST_SERIES}")
        for part in self.parts:
            if (part.low is None) != (part.high is None):
                raise ValueError(f"half a range: {part.label}")
            if part.low is not None and part.high is not None and part.low > part.high:
                raise ValueError(f"a range upside down: {part.label}")
            if self.kind == "shares" and part.value < 0:
                raise ValueError(f"a share below 0: {part.label}")
        numbers = [n for p in self.parts for n in (p.value, p.low, p.high) if n is not None]
        numbers += [point.y for line in self.series for point in line.points]
        if not all(math.isfinite(number) for number in numbers):
            raise ValueError("a value that is no number")

    def values(self) -> list[float]:
        """Return every value the axis has to reach, ranges and target included."""
        found = [n for n in (self.axis_low, self.axis_high) if n is not None]
        if self.kind == "lines":
            found += [point.y for line in self.series for point in line.points]
        else:
            for part in self.parts:
                found += [n for n in (part.value, part.low, part.high) if n is not None]
        if self.target is not None:
            found.append(self.target.value)
        return found

    def with_values(self, values: Sequence[float]) -> ChartData:
        """Return the same chart with other values of its parts; ranges are dropped."""
        parts = tuple(
            replace(part, value=value, low=None, high=None)
            for part, value in zip(self.parts, values, strict=True)
        )
        return replace(self, parts=parts)


def nice_step(span: float, most: int) -> float:
    """Return a step of 1, 2 or 5 times a power of ten with at most `most` steps in `span`."""
    if span <= 0 or not math.isfinite(span):
        return 1.0
    rough = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1.0, 2.0, 5.0):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def nice_ticks(low: float, high: float, most: int) -> list[float]:
    """Return ticks from at or below `low` to at or above `high`, about `most` steps.

    The ends are ticks as well, so an axis is a little longer than its values.
    """
    if high <= low:
        high = low + (abs(low) or 1.0)
    step = nice_step(high - low, most)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return [_clean(number * step, step) for number in range(first, last + 1)]


def inner_ticks(low: float, high: float, most: int) -> list[float]:
    """Return the ticks that lie between `low` and `high`; at least one where they differ."""
    if high <= low:
        return [low]
    step = nice_step(high - low, most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [_clean(number * step, step) for number in range(first, last + 1)] or [low]


def _clean(value: float, step: float) -> float:
    """Drop the dust of binary fractions: 0.30000000000000004 becomes 0.3."""
    places = max(0, 1 - math.floor(math.log10(step)))
    return round(value, places) + 0.0


def whole_percents(values: Sequence[float]) -> list[int]:
    """Return whole percents of the sum that add up to 100 (largest remainders, Hamilton)."""
    total = math.fsum(values)
    if total <= 0:
        return [0 for _ in values]
    exact = [100 * value / total for value in values]
    found = [math.floor(share) for share in exact]
    missing = 100 - sum(found)
    order = sorted(range(len(exact)), key=lambda i: (found[i] - exact[i], i))
    for index in order[:missing]:
        found[index] += 1
    return found


def language() -> str:
    """Return the language numbers are written in: that of the interface."""
    found = QLocale().name()[:2]
    return found if found in ("kk", "ru") else "en"


def local_number(value: float) -> str:
    """Write a number as the language of the interface does, with at most four digits."""
    return format_number(value, language(), 4)


def plain_number(value: float) -> str:
    """Write a number without groups, as years are."""
    found = language()
    return format_number(value, found, 6).replace("," if found == "en" else NBSP, "")


def local_day(value: date, span_days: float, *, year: bool = False) -> str:
    """Write a date as short as an axis of `span_days` days allows; with its `year` if wished."""
    if span_days > 3 * 366:
        return str(value.year)
    form = "MMM yyyy" if span_days > 92 else "d MMM yyyy" if year else "d MMM"
    day = QDate(value.year, value.month, value.day)
    return QLocale().toString(day, form)


def x_number(x: float | date) -> float:
    """Return the place of `x` on its axis; of a date, its day number."""
    return float(x.toordinal()) if isinstance(x, date) else float(x)


def date_ticks(low: float, high: float, most: int) -> list[float]:
    """Return day numbers to mark between two: whole days, months or years, at most `most`."""
    first, last = date.fromordinal(math.ceil(low)), date.fromordinal(math.floor(high))
    days = last.toordinal() - first.toordinal()
    for step in (1, 2, 7, 14):
        if days / step <= most:
            return [float(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600):
        found = _months(first, last, months)
        if len(found) <= most:
            return found or [low]
    return [low]


def _months(first: date, last: date, step: int) -> list[float]:
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number = -(-number // step) * step
    found = []
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        found.append(float(day.toordinal()))
        number += step
    return found
