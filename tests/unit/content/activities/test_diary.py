"""Values of the diary as they are typed, with and without units."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities.diary import Diary
from ecolearn.errors import BadResponse

METER = Diary(id="meter", title={}, label={}, unit="kWh", max=9_999_999, cumulative=True)
DRIPS = Diary(
    id="drips",
    title={},
    label={},
    unit="1/min",
    shown={"en": "per minute", "ru": "в минуту", "kk": "минутына"},
    max=400,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("412.5", 412.5),
        ("412,5", 412.5),
        ("120 Wh", 0.12),
        ("120 Вт·ч", 0.12),
        ("0,5 МВт·ч", 500.0),
        ("12 кВт·сағ", 12.0),
        ("412.5kWh", 412.5),
        (" 7 kwh. ", 7.0),
        ("3.6 MJ", 1.0),
    ],
)
def test_a_unit_of_the_same_kind_is_converted(text: str, value: float) -> None:
    read = METER.read(text, "en")
    assert read.fault == ""
    assert read.value == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("many", "no_number"),
        ("5 kg", "other_kind"),
        ("5 kW", "other_kind"),
        ("5 of them", "unknown_unit"),
        ("1e16", "too_large"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, fault: str) -> None:
    assert METER.read(text, "en").fault == fault


@pytest.mark.parametrize("text", ["30", "30 per minute", "30 в минуту", "30 минутына", "1800 1/h"])
def test_the_words_the_unit_is_shown_in_can_be_typed(text: str) -> None:
    assert DRIPS.read(text, "ru").value == 30


def test_a_number_with_two_readings_is_the_one_near_the_last_or_of_the_language() -> None:
    assert METER.read("1,493", "en").value == 1493
    assert METER.read("1,493", "ru").value == 1.493
    assert METER.read("1,493", "ru", near=1400).value == 1493
    assert METER.read("1,493", "en", near=1.4).value == 1.493
    small = Diary(id="water", title={}, label={}, unit="m³", max=100)
    assert small.read("1,493", "en").value == 1.493  # 1493 would not be believed


@given(st.text(max_size=70), st.sampled_from(["kk", "ru", "en", ""]))
def test_reading_never_raises_and_gives_numbers_or_a_fault(text: str, language: str) -> None:
    for diary in (METER, DRIPS):
        read = diary.read(text, language)
        assert math.isfinite(read.value) == (read.fault == "")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=9,
    )
)
def test_there_is_no_state(state: Any) -> None:
    try:
        cleaned = METER.clean(state)
    except BadResponse:
        return
    assert cleaned == {} == METER.clean(cleaned)
    assert METER.score(cleaned) is None
