"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.quiz.numbers import (
    format_number,
    is_ambiguous,
    leading_number,
    plain_number,
    read_number,
    readings,
    shown_number,
)

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6", [6]),
        ("21,6", [21.6]),
        ("21.6", [21.6]),
        ("1 493,5", [1493.5]),
        ("1\u00a0493,5", [1493.5]),
        ("1\u202f493\u2009000", [1493000]),
        ("1,493.5", [1493.5]),
        ("1.493,5", [1493.5]),
        ("1,493", [1.493, 1493]),
        ("1.493", [1.493]),
        ("0,125", [0.125]),
        ("12,5", [12.5]),
        ("1234,567", [1234.567]),
        ("1,493,000", [1493000]),
        ("1.493.000", [1493000]),
        ("2·10^5", [2e5]),
        ("2*10^5", [2e5]),
        ("2 × 10⁵", [2e5]),
        ("2,5·10⁻³", [0.0025]),
        ("2e5", [2e5]),
        ("1,5E-3", [0.0015]),
        ("10^5", [1e5]),
        ("½", [0.5]),
        ("1½", [1.5]),
        ("3/4", [0.75]),
        ("−5", [-5]),
        ("- 5", [-5]),
        ("+5", [5]),
        (",5", [0.5]),
        ("12 5", []),
        ("1,2,3", []),
        ("five", []),
        ("", []),
        ("1/0", []),
        ("1e999", []),
    ],
)
def test_readings(text: str, values: list[float]) -> None:
    assert list(readings(text)) == values


def test_a_comma_before_three_digits_has_two_readings() -> None:
    assert is_ambiguous("1,493 kWh")
    assert read_number("1,493") == 1.493
    assert read_number("1,493", "ru") == 1.493
    assert read_number("1,493", "en") == 1493


@pytest.mark.parametrize(
    ("value", "kazakh", "english"),
    [
        (21.6, "21,6", "21.6"),
        (1493.5, "1493,5", "1,493.5"),
        (-3, "−3", "−3"),
        (0, "0", "0"),
        (1e6, "1\u00a0000\u00a0000", "1,000,000"),
        (1.5e21, "1,5·10²¹", "1.5·10²¹"),
        (2e-9, "2·10⁻⁹", "2·10⁻⁹"),
    ],
)
def test_formatting(value: float, kazakh: str, english: str) -> None:
    assert format_number(value, "kk") == format_number(value, "ru") == kazakh
    assert format_number(value, "en") == english


def test_formatting_rounds() -> None:
    assert format_number(1234.5678, "ru", 3) == "1230"
    assert format_number(1234.5678, "ru", decimals=1) == "1234,6"
    assert format_number(0.00123456, "en", 2) == "0.0012"
    assert format_number(-0.001, "en", decimals=1) == "0"
    assert format_number(float("nan"), "en") == "–"


@pytest.mark.parametrize(
    ("value", "kazakh", "english"),
    [
        (21.599999999999998, "21,6", "21.6"),
        (558.4523, "558,5", "558.5"),
        (13961.25, "13\u00a0960", "13,960"),
        (15415, "15\u00a0415", "15,415"),
        (0.13147377, "0,1315", "0.1315"),
        (0.00123456, "0,001235", "0.001235"),
        (957_379_000_123.4, "957\u00a0400\u00a0000\u00a0000", "957,400,000,000"),
        (-2.5, "−2,5", "−2.5"),
        (0.0, "0", "0"),
    ],
)
def test_results_are_shown_with_four_digits(value: float, kazakh: str, english: str) -> None:
    assert shown_number(value, "kk") == shown_number(value, "ru") == kazakh
    assert shown_number(value, "en") == english


def test_results_are_shown_with_the_decimals_asked_for() -> None:
    assert shown_number(21.6489, "kk", 1) == "21,6"
    assert shown_number(719_825.7, "en", 0) == "719,826"
    assert shown_number(float("nan"), "en") == shown_number(float("inf"), "kk") == "–"


@given(st.floats(1e-3, 1e12), st.sampled_from(["kk", "ru", "en"]))
def test_results_of_usual_size_have_no_powers_of_ten(value: float, language: str) -> None:
    assert "10⁻" not in shown_number(value, language)
    assert "·" not in shown_number(-value, language)


@given(finite, st.sampled_from(["kk", "ru", "en"]))
def test_what_is_formatted_reads_back(value: float, language: str) -> None:
    assert value in readings(format_number(value, language))
    assert read_number(format_number(value, language), language) == value


@given(finite)
def test_plain_numbers_read_back(value: float) -> None:
    assert readings(plain_number(value))[0] == value


@given(st.text(max_size=80))
def test_reading_never_raises(text: str) -> None:
    leading_number(text)
    readings(text)


@given(st.text(st.sampled_from("0123456789.,  −-+eE·*×x10^⁻⁵½/()' \u00a0"), max_size=24))
def test_reading_number_like_texts_never_raises(text: str) -> None:
    leading_number(text)
