"""Diary sums: use per day from meter readings, before and after, and the file for a spreadsheet."""

from __future__ import annotations

import csv
import io
import math
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_sums import Comparison, Use, compare, csv_text, in_order, uses

MONDAY = date(2026, 11, 16)
WRITTEN = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
HEADINGS = ("Series", "Day", "Value", "Unit", "Note")


def day(number: int) -> date:
    """Return the day so many days after Monday."""
    return MONDAY + timedelta(days=number)


def readings(*pairs: tuple[int, float]) -> list[DiaryEntry]:
    """Return entries of (day, value), written in this order."""
    return [
        entry(number, value, written_at=WRITTEN + timedelta(minutes=place))
        for place, (number, value) in enumerate(pairs)
    ]


def entry(number: int, value: float, **more: Any) -> DiaryEntry:
    """Return one entry."""
    given_or_usual = {"series_id": "meter", "unit": "kWh", "note": "", "written_at": WRITTEN}
    return DiaryEntry(entry_id="aa" * 16, day=day(number), value=value, **given_or_usual | more)


# ── use per day ───────────────────────────────────────────────────────────────────────────────


def test_use_is_the_difference_of_readings() -> None:
    found = uses(readings((0, 100.0), (2, 107.0), (7, 117.0)))
    assert found == (Use(day(0), day(2), 7.0), Use(day(2), day(7), 10.0))
    assert [(one.days, one.per_day) for one in found] == [(2, 3.5), (5, 2.0)]


def test_one_reading_says_nothing() -> None:
    assert uses([]) == uses(readings((0, 100.0))) == uses(readings((0, 1.0), (0, 3.0))) == ()


def test_nothing_used_is_a_use_too() -> None:
    assert uses(readings((0, 100.0), (3, 100.0))) == (Use(day(0), day(3), 0.0),)


def test_a_lower_reading_is_a_new_meter() -> None:
    found = uses(readings((0, 980.0), (1, 990.0), (5, 2.0), (6, 5.0)))
    assert found == (Use(day(0), day(1), 10.0), Use(day(5), day(6), 3.0))


def test_an_exchange_read_on_both_meters_loses_nothing() -> None:
    found = uses(readings((0, 990.0), (2, 996.0), (2, 0.0), (3, 4.0)))
    assert found == (Use(day(0), day(2), 6.0), Use(day(2), day(3), 4.0))


def test_readings_of_one_day_belong_to_that_day() -> None:
    found = uses(readings((0, 10.0), (1, 12.0), (1, 13.0), (2, 15.0)))
    assert found == (Use(day(0), day(1), 3.0), Use(day(1), day(2), 2.0))


def test_readings_may_be_written_down_late() -> None:
    late = readings((3, 9.0), (0, 1.0), (1, 4.0))
    assert [one.value for one in in_order(late)] == [1.0, 4.0, 9.0]
    assert sum(one.amount for one in uses(late)) == 8.0


# ── before and after ──────────────────────────────────────────────────────────────────────────


def test_ten_lamps_use_less_after_the_change() -> None:
    meter = readings((0, 0.0), (7, 70.0), (14, 140.0), (21, 189.0))
    found = compare(meter, day(14), cumulative=True)
    assert found == Comparison(10.0, 7.0, 14, 7)
    assert found.change == pytest.approx(-30.0)


def test_a_use_on_both_sides_of_the_change_is_left_out() -> None:
    meter = readings((0, 0.0), (7, 70.0), (14, 105.0), (15, 110.0))
    assert compare(meter, day(10), cumulative=True) == Comparison(10.0, 5.0, 7, 1)


def test_the_mean_of_a_meter_is_by_days_not_by_readings() -> None:
    meter = readings((0, 0.0), (1, 10.0), (10, 19.0), (11, 19.0))
    assert compare(meter, day(10), cumulative=True).before == 1.9


def test_other_entries_are_averaged_as_they_are() -> None:
    minutes = readings((0, 12.0), (1, 8.0), (1, 10.0), (3, 6.0), (4, 4.0))
    found = compare(minutes, day(3), cumulative=False)
    assert found == Comparison(10.0, 5.0, 3, 2)
    assert found.change == pytest.approx(-50.0)


@pytest.mark.parametrize("cumulative", [True, False])
def test_without_a_side_there_is_no_change(cumulative: bool) -> None:
    entries = readings((0, 1.0), (1, 2.0))
    for since in (day(-9), day(9)):
        found = compare(entries, since, cumulative=cumulative)
        assert None in (found.before, found.after)
        assert found.change is None
    assert compare([], MONDAY, cumulative=cumulative) == Comparison(None, None, 0, 0)


@pytest.mark.parametrize("before", [0.0, -5.0])
def test_no_per_cent_of_nothing_or_less(before: float) -> None:
    assert Comparison(before, 3.0, 1, 1).change is None


VALUES = st.floats(-1e15, 1e15, allow_nan=False)
ENTRIES = st.lists(st.tuples(st.integers(-400, 400), VALUES), max_size=20).map(
    lambda pairs: readings(*pairs)
)


@given(entries=ENTRIES)
def test_uses_never_overlap_and_are_never_negative(entries: list[DiaryEntry]) -> None:
    found = uses(entries)
    for one in found:
        assert one.amount >= 0
        assert one.days >= 1
        assert math.isfinite(one.per_day)
    for one, two in pairwise(found):
        assert one.end <= two.start


@given(entries=ENTRIES, data=st.data())
def test_the_order_of_entries_makes_no_difference(
    entries: list[DiaryEntry], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(entries))
    assert uses(entries) == uses(other)


@given(
    steps=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10**6)), min_size=1, max_size=20)
)
def test_a_meter_that_only_grows_loses_nothing_between_its_days(
    steps: list[tuple[int, int]],
) -> None:
    pairs, at, value = [], 0, 0
    for days, grown in steps:
        at, value = at + days, value + grown
        pairs.append((at, float(value)))
    first_day_last = [one for number, one in pairs if number == pairs[0][0]][-1]
    assert sum(one.amount for one in uses(readings(*pairs))) == value - first_day_last


@given(entries=ENTRIES, since=st.integers(-400, 400), cumulative=st.booleans())
def test_a_comparison_is_a_number_or_nothing(
    entries: list[DiaryEntry], since: int, cumulative: bool
) -> None:
    found = compare(entries, day(since), cumulative=cumulative)
    assert (found.before is None) == (found.weight_before == 0)
    assert (found.after is None) == (found.weight_after == 0)
    assert found.change is None or math.isfinite(found.change)
    if not cumulative:
        assert found.weight_before + found.weight_after == len(entries)


@given(
    early=st.lists(st.floats(0.5, 1e6), min_size=1, max_size=9),
    factor=st.floats(0.1, 10),
)
def test_all_values_times_a_factor_is_that_change(early: list[float], factor: float) -> None:
    entries = readings(
        *((number, value) for number, value in enumerate(early)),
        *((number + 100, value * factor) for number, value in enumerate(early)),
    )
    change = compare(entries, day(50), cumulative=False).change
    assert change == pytest.approx(100 * (factor - 1), abs=1e-6)


# ── a file for a spreadsheet ──────────────────────────────────────────────────────────────────


def test_a_file_for_english_spreadsheets() -> None:
    entries = [entry(0, 1204.5, note="rain, wind"), entry(1, -3.0, series_id="out", unit="°C")]
    assert csv_text(entries, {"meter": "Electricity"}, HEADINGS, "en") == (
        "\ufeffSeries,Day,Value,Unit,Note\r\n"
        'Electricity,2026-11-16,1204.5,kWh,"rain, wind"\r\n'
        "out,2026-11-17,-3,°C,\r\n"
    )


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_file_for_kazakh_and_russian_spreadsheets(language: str) -> None:
    text = csv_text([entry(0, 1.5, note='„жаңбыр“; "жел"')], {}, HEADINGS, language)
    assert text.endswith('\r\nmeter;2026-11-16;1,5;kWh;"„жаңбыр“; ""жел"""\r\n')


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'=1+1"),
        ("+7 701 000", "'+7 701 000"),
        ("-5 outside", "'-5 outside"),
        ("@name", "'@name"),
        ("＝1", "'＝1"),
        ("x;=cmd", "x;'=cmd"),
        ('x,"=cmd', "x,\"'=cmd"),
        ("a\n=b", "a =b"),
        ("a-b = c", "a-b = c"),
    ],
)
def test_nothing_is_taken_for_a_formula(typed: str, kept: str) -> None:
    text = csv_text([entry(0, 1.0, note=typed)], {"meter": typed}, HEADINGS, "en")
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[0] == row[4] == kept


@given(
    notes=st.lists(st.text(max_size=30) | st.text("=+-@;,\"' \n1x", max_size=12), max_size=5),
    value=VALUES,
    language=st.sampled_from(["kk", "ru", "en"]),
)
def test_whatever_is_noted_the_file_has_its_rows_and_no_formulas(
    notes: list[str], value: float, language: str
) -> None:
    entries = [entry(0, value, note=note, series_id=note or "-") for note in notes]
    text = csv_text(entries, {}, HEADINGS, language)
    assert text[0] == "\ufeff"
    comma = language != "en"
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";" if comma else ","))
    assert len(rows) == 1 + len(notes)
    for row in rows:
        assert len(row) == 5
        for cell in (row[0], row[3], row[4]):
            assert not cell.startswith(tuple("=+-@\t\r\n"))
    for row in rows[1:]:
        assert float(row[2].replace(",", ".")) == value
    for other in ";,":  # also when the other separator is taken
        for line in csv.reader(io.StringIO(text[1:]), delimiter=other):
            assert not [cell for cell in line if cell.startswith(("=", "@"))]
