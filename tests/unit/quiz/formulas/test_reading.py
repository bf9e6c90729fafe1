"""What can be written in a formula, and what is said about what cannot."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecolearn.quiz.formulas import CODES, FormulaError, Quantity, parse


def value(text: str, **names: float) -> float:
    scope = {name: Quantity.of(number) for name, number in names.items()}
    return parse(text).evaluate(scope).value


def error(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.code in CODES
    return caught.value


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 3 - 2", 5),
        ("8 / 4 / 2", 1),
        ("2 ^ 3 ^ 2", 512),
        ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5),
        ("2 * -3", -6),
        ("+3", 3),
        ("1e-3 * 2.5E+3", 2.5),
        (".5 + 1.", 1.5),
        ("x³ + x²", 12),
        ("10⁻³", 0.001),
        ("2 × 3 · 4 ÷ 6 − 1", 3),
        ("6 : 3", 2),
        ("2 ** 3", 8),
        ("min(3, x, 5)", 2),
        ("max(3, x, 5)", 5),
        ("floor(2.7) + ceil(2.1)", 5),
        ("floor(-2.5)", -3),
        ("round(2.5) + round(-2.5)", 0),
        ("round(3.14159, 2)", 3.14),
        ("round(1234, -2)", 1200),
        ("abs(-3)", 3),
        ("sqrt(16)", 4),
        ("log10(1000)", 3),
        ("ln(exp(2))", 2),
        ("if(x > 1, 10, 20)", 10),
        ("if(x > 1 and not x >= 2 or x == 3, 10, 20)", 20),
        ("if(x ≤ 2 and x ≠ 3, 1, 0)", 1),
        ("if(x == 2, 0, 1 / (x - 2))", 0),
        ("pi - π", 0),
        ("5 [min] / 1 [s]", 300),
        ("1000 [mol/L] / 1 [mol/m³]", 1e6),
        ("90 [km/h] / 1 [m/s]", 25),
        ("1 - 10 % - 5 [%]", 0.85),
        ("ceil(350 / 0.7)", 500),
        ("floor(0.1 * 3 / 0.1)", 3),
    ],
)
def test_what_can_be_written(text: str, result: float) -> None:
    assert value(text, x=2) == pytest.approx(result, rel=1e-12)


def test_names_take_letters_of_any_alphabet() -> None:
    assert value("қуат_2 * жылы + O₂_ref", **{"қуат_2": 3, "жылы": 4, "O₂_ref": 1}) == 13
    assert value("android + orbit + nothing", android=1, orbit=2, nothing=3) == 6
    assert parse("й").names == parse("и\u0306").names


def test_names_are_told_apart_by_where_they_stand() -> None:
    formula = parse("sum(p * hours) * tariff + rows * 0 + pi * 0")
    assert formula.names == {"p", "hours", "tariff"}
    assert formula.column_names() == {"p", "hours"}


@pytest.mark.parametrize(
    ("text", "code", "start", "end"),
    [
        ("", "empty", 0, 0),
        ("1 +", "expected", 3, 3),
        ("1 2", "expected", 2, 3),
        ("2x", "expected", 1, 2),
        ("* 2", "expected", 0, 1),
        ("min(1, 2", "bracket_open", 3, 4),
        ("((1)", "bracket_open", 0, 1),
        ("1 + 2)", "bracket_extra", 5, 6),
        ("0,25 * x", "decimal_comma", 0, 4),
        ("x = 2", "single_equals", 2, 3),
        ("0 < x < 2", "chained_comparison", 6, 7),
        ("x.real", "unexpected_character", 1, 2),
        ("'x'", "unexpected_character", 0, 1),
        ("x[0]", "unit_without_number", 1, 4),
        ("5 [lampz]", "unit_unknown", 2, 9),
        ("eval(x)", "unknown_function", 0, 4),
        ("min()", "wrong_count", 0, 5),
        ("if(x > 1, 2)", "wrong_count", 0, 12),
        ("round(x, 1.5)", "digits_expected", 9, 12),
        ("round(x, n)", "digits_expected", 9, 10),
        ("sum(sum(x))", "sum_inside_sum", 4, 10),
        ("if(x, 1, 2)", "condition_expected", 3, 4),
        ("(x > 1) + 1", "number_expected", 1, 6),
        ("1e999", "not_finite", 0, 5),
    ],
)
def test_what_cannot_is_named_with_its_place(text: str, code: str, start: int, end: int) -> None:
    found = error(text)
    assert (found.code, found.start, found.end) == (code, start, end)


def test_an_error_says_what_could_stand_there() -> None:
    assert error("1 +").facts == {"found": "", "wanted": ("value",)}
    assert error("1 2").facts == {"found": "2", "wanted": ("operator", "end")}
    assert error("floot(2)").facts == {"name": "floot", "suggestion": "floor"}
    assert error("0,25").facts == {"found": "0,25"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1" * 1001, "too_long"),
        ("+".join("1" * 301), "too_many_parts"),
        ("-" * 50 + "1", "too_deep"),
        ("abs(" * 50 + "1" + ")" * 50, "too_deep"),
        (f"sum({'+'.join('a' * 80)})", "sum_too_big"),
    ],
)
def test_limits(text: str, code: str) -> None:
    assert error(text).code == code


def test_brackets_and_long_sums_are_not_deep() -> None:
    assert value("(" * 400 + "1" + ")" * 400) == 1
    assert value("+".join("1" * 100)) == 100


@given(st.text(max_size=1100))
def test_reading_raises_nothing_but_formula_errors(text: str) -> None:
    is_read_or_refused(text)


def is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except FormulaError as error:
        found = error
    else:
        return
    assert found.code in CODES
    assert 0 <= found.start <= found.end <= len(text)


_PIECES = st.sampled_from(
    [*"+-*/^()<>=,.²[]eé ", "1", "0.5", "1e9", "x", "[kg]", "min(", "if(", "sum(", " and ", "not "]
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_reading_what_looks_like_a_formula_raises_nothing_else(text: str) -> None:
    is_read_or_refused(text)


def test_the_parser_is_imported_with_the_first_formula_and_not_before() -> None:
    code = (
        "import sys, ecolearn.quiz.formulas as f;"
        "early = 'lark' in sys.modules; f.parse('1');"
        "sys.exit(early or 'lark' not in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_formula_can_be_read_and_calculated_in_many_threads() -> None:
    texts = [f"sum(x * {number}) + n ^ 2" for number in range(200)]
    rows = [{"x": Quantity.of(1)}, {"x": Quantity.of(2)}]
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda text: parse(text).evaluate({"n": Quantity.of(3)}, rows), texts)
    assert [one.value for one in found] == [3 * number + 9 for number in range(200)]
