"""What the chart of a series shows: the trend, in two colours if something was changed between."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from ecolearn.study.diary_series import MOST_POINTS, Series, Trend, trend
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.widgets.chart_data import ChartData, Point
from ecolearn.ui.widgets.chart_data import Series as Line

#: points of the small chart in a lesson
FEW_POINTS = 12


def chart_of(
    series: Series, words: SeriesWords, *, since: date | None = None, few: bool = False
) -> ChartData | None:
    """Return the chart, None if there are fewer than two points. `few`: the last ones alone."""
    found = trend(series, MOST_POINTS)
    points = found.points[-FEW_POINTS:] if few else found.points
    if len(points) < 2:
        return None
    title = _title(words, found)
    lines = [Line(title, _points(points))]
    if since is not None and not few:
        early = tuple(one for one in points if _is_early(one[0], since, series))
        late = points[len(early) :]
        mixed = late[:1] if not found.step and _is_across(since, series) else ()
        late = late[len(mixed) :]
        if early and (late or mixed):
            translate = QCoreApplication.translate
            before, after = translate("diary", "Before"), translate("diary", "After")
            parts = ((before, early), (f"{before} / {after}", mixed), (after, late))
            lines = [Line(label, _points(part)) for label, part in parts if part]
    return ChartData("lines", title, words.rate_unit, series=tuple(lines), axis_low=_low(points))


def _is_early(day: date, since: date, series: Series) -> bool:
    """A meter's use ends with its day; that of the day of the change is still before it."""
    return day <= since if series.diary.cumulative else day < since


def _is_across(since: date, series: Series) -> bool:
    """Tell whether a use began before the day of the change and ended after it: no comparison
    counts it."""
    days = [one.day for one in series.counted()]
    return series.diary.cumulative and since not in days and any(day < since for day in days)


def _points(points: tuple[tuple[date, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(day, value) for day, value in points)


def _low(points: tuple[tuple[date, float], ...]) -> float | None:
    """Axes begin at 0, or a small change would look large."""
    return 0.0 if all(value >= 0 for _, value in points) else None


def _title(words: SeriesWords, found: Trend) -> str:
    translate = QCoreApplication.translate
    meter = words.series.diary.cumulative
    title = translate("diary", "Use per day") if meter else translate("diary", "Values")
    step = {
        "week": translate("diary", "means of weeks"),
        "month": translate("diary", "means of months"),
        "year": translate("diary", "means of years"),
    }.get(found.step, "")
    return f"{title} ({step})" if step else title
