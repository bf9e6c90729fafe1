"""Series of the diary: which there are, what is doubtful, what charts and comparisons show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities.diary import Diary
from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import (
    CHANGES,
    MOST_POINTS,
    Series,
    before_after,
    doubt,
    series_of,
    trend,
)

FIRST = date(2026, 11, 2)
METER = Diary(id="meter", title={"en": "Meter"}, label={}, unit="kWh", max=9999, cumulative=True)
BAGS = Diary(id="bags", title={}, label={}, unit="pcs", max=20)


def entry(
    series_id: str, day: int, value: float, unit: str = "kWh", entry_id: str = ""
) -> DiaryEntry:
    written = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=day)
    name = entry_id or f"{series_id}-{day}-{value}"
    return DiaryEntry(name, series_id, FIRST + timedelta(days=day), value, unit, "", written)


def meter(*readings: tuple[int, float]) -> Series:
    entries = [entry("meter", day, value) for day, value in readings]
    return series_of([(METER, ("en",))], entries)[0]


def bags(*values: tuple[int, float]) -> Series:
    entries = [entry("bags", day, value, "pcs") for day, value in values]
    return series_of([(BAGS, ("en",))], entries)[0]


def test_each_id_is_a_series_once_and_series_of_gone_courses_stay() -> None:
    entries = [entry("meter", 1, 5), entry("old", 3, 7, "L"), entry("old", 2, 6, "L")]
    found = series_of([(METER, ("en",)), (BAGS, ()), (METER, ("kk",))], entries)
    assert [one.id for one in found] == ["meter", "bags", "old"]
    assert [one.gone for one in found] == [False, False, True]
    assert found[0].languages == ("en",)
    assert [one.value for one in found[2].entries] == [6, 7]
    assert found[2].diary.unit == "L"


def test_the_change_is_an_entry_of_a_companion_series() -> None:
    entries = [entry("meter", 1, 5), entry("meter" + CHANGES, 4, 1, "")]
    (series,) = series_of([(METER, ())], entries)
    assert series.change is not None
    assert series.change.day == FIRST + timedelta(days=4)
    assert len(series.entries) == 1
    assert series_of([], [entry("gone" + CHANGES, 4, 1, "")]) == ()


def test_entries_in_another_unit_are_converted_and_of_another_kind_left_out() -> None:
    entries = [entry("meter", 1, 5000, "Wh"), entry("meter", 2, 7, "kg"), entry("meter", 3, 9)]
    (series,) = series_of([(METER, ())], entries)
    assert [one.value for one in series.counted()] == [5, 9]
    assert len(series.entries) == 3


@pytest.mark.parametrize(
    ("value", "day", "code"),
    [
        (260, 10, None),
        (199, 10, "lower"),
        (12345, 10, "unlikely"),
        (-1, 10, "unlikely"),
        (150, 3, None),
        (90, 3, "lower"),
        (201, 3, "higher"),
        (50, -5, None),
    ],
)
def test_doubts_about_a_reading(value: float, day: int, code: str | None) -> None:
    found = doubt(meter((0, 100), (7, 200)), value, FIRST + timedelta(days=day))
    assert (found.code if found else None) == code


def test_a_correction_is_not_judged_by_itself_nor_an_old_meter_by_the_new_one() -> None:
    series = meter((0, 100), (7, 2000), (14, 5))
    wrong = series.entries[1]
    assert doubt(series, 200, wrong.day, wrong.entry_id) is None
    assert doubt(series, 2100, FIRST + timedelta(days=9)) is None
    assert doubt(bags((0, 5)), 1, FIRST) is None


def test_a_trend_is_the_use_per_day_of_a_meter_and_the_values_of_others() -> None:
    points = trend(meter((0, 100), (7, 170), (14, 205))).points
    assert points == ((FIRST + timedelta(days=7), 10), (FIRST + timedelta(days=14), 5))
    assert [value for _, value in trend(bags((0, 3), (7, 1), (7, 2))).points] == [3, 1.5]


def test_many_points_become_means_of_weeks_months_years() -> None:
    for count, step in ((60, ""), (61, "week"), (61 * 7, "month"), (366 * 6, "year")):
        found = trend(bags(*((day, 2.0) for day in range(count))))
        assert found.step == step
        assert len(found.points) <= MOST_POINTS
        assert {value for _, value in found.points} == {2.0}


def test_before_and_after_says_what_is_missing() -> None:
    change = FIRST + timedelta(days=14)
    found = before_after(meter((0, 100), (7, 170), (14, 240), (21, 275), (28, 310)), change)
    assert found.enough
    assert (found.comparison.before, found.comparison.after) == (10, 5)
    assert found.comparison.change == -50
    found = before_after(meter((0, 100), (7, 170)), change)
    assert (found.missing_before, found.missing_after, found.between) == (0, 2, True)
    found = before_after(meter((14, 240), (21, 275)), change)
    assert (found.missing_before, found.missing_after, found.between) == (1, 0, False)
    found = before_after(bags((0, 3), (7, 3), (14, 2)), change)
    assert (found.missing_before, found.missing_after, found.between) == (0, 1, False)
    assert not found.enough


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.floats(0, 1e6)), max_size=200),
    st.booleans(),
    st.integers(0, 4000),
)
def test_whatever_was_written_can_be_shown(
    values: list[tuple[int, float]], cumulative: bool, change: int
) -> None:
    series = meter(*values) if cumulative else bags(*values)
    found = trend(series)
    assert len(found.points) <= MOST_POINTS
    assert [day for day, _ in found.points] == sorted({day for day, _ in found.points})
    judged = before_after(series, FIRST + timedelta(days=change))
    if judged.enough:
        assert judged.comparison.before is not None
        assert judged.comparison.after is not None
