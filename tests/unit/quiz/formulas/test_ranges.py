"""Ranges: what is certain, what is not, and that no possible value is ever outside."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecolearn.quiz.formulas import CODES, FormulaError, Quantity, parse
from tests.unit.quiz.formulas.formulas_made import (
    COLUMNS,
    SCOPE,
    inside,
    mutated,
    numbers,
    rescaled,
    right,
    scale_of,
    units,
)

Ends = tuple[float, float, float]
#: codes of faults that `unit` must find beforehand
UNITS = {"units_differ", "no_unit_here", "power_with_unit", "root_with_unit", "unknown_name"}


def ranged(text: str, **names: float | Ends) -> Ends:
    scope = {
        name: Quantity.of(*one[:1], "", *one[1:]) if isinstance(one, tuple) else Quantity.of(one)
        for name, one in names.items()
    }
    found = parse(text).evaluate(scope)
    return found.value, found.low, found.high


A, B, C = (2, 1, 3), (-1, -2, 4), (5, 5, 8)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + c", (7, 6, 11)),
        ("a - c", (-3, -7, -2)),
        ("a * b", (-2, -6, 12)),
        ("c / a", (2.5, 5 / 3, 8)),
        ("b ^ 2", (1, 0, 16)),
        ("b ^ 3", (-1, -8, 64)),
        ("a ^ -1", (0.5, 1 / 3, 1)),
        ("a ^ b", (0.5, 1 / 9, 81)),
        ("-a", (-2, -3, -1)),
        ("abs(b)", (1, 0, 4)),
        ("sqrt(a)", (2**0.5, 1, 3**0.5)),
        ("min(a, b)", (-1, -2, 3)),
        ("max(a, b)", (2, 1, 4)),
        ("floor(a / 2)", (1, 0, 1)),
        ("ceil(a / 2)", (1, 1, 2)),
        ("round(a / 2)", (1, 1, 2)),
        ("log10(a * 10)", (1.30103, 1, 1.47712)),
        ("a < c", (1, 1, 1)),
        ("a < 2.5", (1, 0, 1)),
        ("a == 2", (1, 0, 1)),
        ("a == 4", (0, 0, 0)),
        ("a != 4 and c > 4", (1, 1, 1)),
        ("a > 2 or b > 100", (0, 0, 1)),
        ("not a > 2", (1, 0, 1)),
        ("if(c > 4, a, 1 / 0)", (2, 1, 3)),
        ("if(a > 1.5, 10, c)", (10, 5, 10)),
        ("a - a", (0, -2, 2)),
        ("a / (a + c)", (2 / 7, 1 / 11, 3 / 6)),
        ("1 / (1 + c / a)", (2 / 7, 1 / 9, 3 / 8)),
    ],
)
def test_ranges(text: str, result: Ends) -> None:
    assert ranged(text, a=A, b=B, c=C) == pytest.approx(result, rel=1e-5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 / (a - 2)", "divided_by_zero"),
        ("1 / b", "range_has_zero"),
        ("b ^ -2", "range_has_zero"),
        ("0 ^ -1", "divided_by_zero"),
        ("sqrt(0 - a)", "root_of_negative"),
        ("sqrt(b + 1.5)", "range_has_negative"),
        ("b ^ 0.5", "power_of_negative"),
        ("(b + 1.5) ^ 0.5", "range_has_negative"),
        ("ln(0)", "log_of_not_positive"),
        ("ln(b + 1.5)", "range_has_negative"),
        ("10 ^ 10 ^ 10", "not_finite"),
        ("exp(1000)", "not_finite"),
        ("1e300 * 1e300", "not_finite"),
        ("1e300 / 1e-300", "not_finite"),
        ("1e308 + 1e308", "not_finite"),
    ],
)
def test_what_cannot_be_calculated(text: str, code: str) -> None:
    with pytest.raises(FormulaError) as caught:
        ranged(text, a=A, b=B)
    assert caught.value.code == code
    assert caught.value.end > caught.value.start


def test_the_place_of_a_division_by_zero_is_the_divisor() -> None:
    with pytest.raises(FormulaError) as caught:
        ranged("1 + 2 / (n - 3)", n=3)
    assert (caught.value.start, caught.value.end) == (9, 14)


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("p + e", "units_differ", {"left": "W", "right": "J"}),
        ("2 + e", "units_differ", {"left": "1", "right": "J"}),
        ("p * t - e + d", "units_differ", {"left": "J", "right": "m"}),
        ("min(p, e)", "units_differ", {"left": "W", "right": "J"}),
        ("if(p < e, 1, 2)", "units_differ", {"left": "W", "right": "J"}),
        ("if(n > 1, p, e)", "units_differ", {"left": "W", "right": "J"}),
        ("floor(e)", "no_unit_here", {"unit": "J", "name": "floor"}),
        ("exp(t)", "no_unit_here", {"unit": "s", "name": "exp"}),
        ("2 ^ t", "no_unit_here", {"unit": "s", "name": "^"}),
        ("d ^ n", "power_with_unit", {"unit": "m"}),
        ("d ^ 0.5", "power_with_unit", {"unit": "m"}),
        ("sqrt(d)", "root_with_unit", {"unit": "m"}),
        ("pover * t", "unknown_name", {"name": "pover", "suggestion": "power"}),
        ("q + 1", "column_outside_sum", {"name": "q"}),
        ("sum(q + e)", "units_differ", {"left": "W", "right": "J"}),
    ],
)
def test_units_are_checked_without_calculating(text: str, code: str, facts: object) -> None:
    scope = units({**SCOPE, "power": ("kW", 0, 1)})
    with pytest.raises(FormulaError) as caught:
        parse(text).unit(scope, units(COLUMNS))
    assert (caught.value.code, caught.value.facts) == (code, facts)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("p * t + e", "kWh"),
        ("d^2 * d", "m³"),
        ("d²", "m²"),
        ("sqrt(d * d)", "km"),
        ("(d * d * d) ^ (1/3)", "m"),
        ("max(0, e)", "J"),
        ("if(e > 0, e / t, 0)", "W"),
        ("0", ""),
        ("sum(q) * t", "Wh"),
        ("rows * pi", ""),
        ("e > 0", ""),
        ("round(e / 1 [kWh]) * 1 [kWh]", "J"),
    ],
)
def test_units_of_results(text: str, unit: str) -> None:
    found = parse(text).unit(units(SCOPE), units(COLUMNS))
    assert found.dimension == Quantity.of(1, unit).dimension


def test_tables() -> None:
    rows = [{"p": Quantity.of(60, "W"), "h": Quantity.of(n, "h")} for n in (1, 2, 3)]
    scope = {"k": Quantity.of(2)}
    energy = parse("sum(k * p * h) / rows")
    assert energy.evaluate(scope, rows).in_unit("Wh")[0] == pytest.approx(240)
    empty = parse("sum(p * h)")
    columns = {name: Quantity.of(1, unit) for name, unit in (("p", "W"), ("h", "h"))}
    kinds = {name: units({name: ("W" if name == "p" else "h", 0, 1)})[name] for name in columns}
    assert empty.evaluate({}, (), kinds).in_unit("kWh") == (0, 0, 0)
    for many, given_rows, code in (
        (empty, (), "no_rows"),
        (empty, rows * 70, "too_many_rows"),
        (empty, [*rows, {"p": Quantity.of(1, "W")}], "unknown_name"),
        (empty, [*rows, {"p": Quantity.of(1, "J"), "h": rows[0]["h"]}], "units_differ"),
        (parse("p * 2"), rows, "column_outside_sum"),
    ):
        with pytest.raises(FormulaError, match=code):
            many.evaluate({}, given_rows)


def test_temperatures() -> None:
    scope = {"inside": Quantity.of(20, "°C", 18, 22), "outside": Quantity.of(-5, "°C")}
    assert parse("inside - outside").evaluate(scope).in_unit("K") == pytest.approx((25, 23, 27))
    mean = parse("(inside + outside) / 2").evaluate(scope)
    assert mean.in_unit("°C") == pytest.approx((7.5, 6.5, 8.5))


def test_quantities_refuse_what_is_no_range() -> None:
    assert Quantity.of(3, "kW").exact
    for arguments, code in (
        ((1, "", 2, 3), "bad_range"),
        ((float("nan"),), "not_finite"),
        ((10**400,), "not_finite"),
        ((1, "lampz"), "unit_unknown"),
    ):
        with pytest.raises(FormulaError, match=code):
            Quantity.of(*arguments)  # type: ignore[arg-type]
    with pytest.raises(FormulaError, match="units_differ"):
        Quantity.of(1, "kW").in_unit("kWh")


# ── properties ────────────────────────────────────────────────────────────────────────────────


def fault_of(act: Callable[[], object]) -> str:
    """Return the code of the error that `act` raises, "" if it raises none."""
    try:
        act()
    except FormulaError as error:
        return error.code
    return ""


chances = st.integers(0, 2**32).map(random.Random)


@settings(max_examples=800, deadline=None)
@given(chances)
def test_no_possible_value_lies_outside_the_range(rng: random.Random) -> None:
    formula = parse(right(rng, rng.randrange(1, 5)))
    scope = numbers(rng, SCOPE)
    rows = [numbers(rng, COLUMNS) for _ in range(rng.randrange(1, 4))]
    fault = fault_of(lambda: formula.evaluate(scope, rows))
    assert fault != "bad_range"
    if fault:
        return
    found = formula.evaluate(scope, rows)
    assert found.low <= found.value <= found.high
    slack = 1e-9 * max(abs(found.low), abs(found.high))
    for _ in range(5):
        point = formula.evaluate(
            {name: inside(rng, one) for name, one in scope.items()},
            [{name: inside(rng, one) for name, one in row.items()} for row in rows],
        )
        assert point.low <= point.value <= point.high
        assert found.low - slack <= point.value <= found.high + slack, formula.text


@settings(max_examples=400, deadline=None)
@given(chances)
def test_a_formula_with_right_units_does_not_depend_on_the_base_units(rng: random.Random) -> None:
    """The proof that the check of units is right: told in inches and pounds, so to say, the result
    must be the same amount."""
    formula = parse(right(rng, rng.randrange(1, 5)))
    scales = [rng.choice((0.5, 2.0, 4.0, 0.25)) for _ in range(8)]
    scope = numbers(rng, SCOPE)
    rows = [numbers(rng, COLUMNS) for _ in range(2)]
    fault = fault_of(lambda: formula.unit(units(SCOPE), units(COLUMNS)))
    later = fault_of(lambda: formula.evaluate(scope, rows))
    assert fault == later or (not fault and later not in UNITS)
    if later:
        return
    dimension = formula.unit(units(SCOPE), units(COLUMNS)).dimension
    one = formula.evaluate(scope, rows)
    other = formula.evaluate(
        {name: rescaled(quantity, scales) for name, quantity in scope.items()},
        [{name: rescaled(quantity, scales) for name, quantity in row.items()} for row in rows],
    )
    assert one.dimension == other.dimension == dimension
    expected = rescaled(one, scales)
    assert scale_of(dimension, scales) > 0
    ends = (expected.value, expected.low, expected.high)
    assert (other.value, other.low, other.high) == pytest.approx(ends, rel=1e-9, abs=1e-12)


@settings(max_examples=300, deadline=None)
@given(chances)
def test_calculating_raises_nothing_but_formula_errors(rng: random.Random) -> None:
    text = mutated(rng, right(rng, rng.randrange(1, 4)))
    code = fault_of(lambda: parse(text).evaluate(numbers(rng, SCOPE), [numbers(rng, COLUMNS)]))
    assert not code or code in CODES
    assert code != "bad_range"
