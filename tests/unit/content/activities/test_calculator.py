"""Calculators: what is kept, linked inputs, what is wrong with one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities import Calculator, World
from ecolearn.content.activities.calculator import (
    Choice,
    Column,
    Input,
    Linked,
    Output,
    Row,
    Table,
)
from ecolearn.content.activities.explaining import explain
from ecolearn.content.activities.linked import relink
from ecolearn.content.activities.working import Working
from ecolearn.errors import BadResponse
from ecolearn.messages import catalogue
from ecolearn.quiz.formulas import CODES

CALCULATOR = Calculator(
    id="calc",
    title={"en": "All of it"},
    inputs=(
        Input(id="power", label={"en": "Power"}, unit="W", default=60, max=5000),
        Input(
            id="side",
            label={"en": "Side"},
            default="south",
            choices=(
                Choice(id="south", label={"en": "South"}, value=1),
                Choice(id="north", label={"en": "North"}, value=0.55),
            ),
        ),
    ),
    table=Table(
        name={"en": "Lamp"},
        columns=(
            Column(id="hours", label={"en": "Hours"}, unit="h", default=2, max=24),
            Column(id="note", label={"en": "Note"}, words=True),
        ),
        rows=(Row(name={"en": "Hall"}),),
        most=3,
    ),
    outputs=(Output(id="all", formula="power * side * sum(hours)", label={}, unit="kWh"),),
    predict="all",
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
states = anything | st.fixed_dictionaries(
    {},
    optional={
        "inputs": anything | st.dictionaries(st.sampled_from(["power", "side", "x"]), anything),
        "rows": anything
        | st.lists(
            st.dictionaries(st.sampled_from(["name", "hours", "note"]), anything), max_size=5
        ),
        "prediction": anything,
        "shown": anything,
    },
)


@given(states)
def test_any_state_is_cleaned_or_refused(state: Any) -> None:
    try:
        kept = CALCULATOR.clean(state)
    except BadResponse:
        return
    assert CALCULATOR.clean(json.loads(json.dumps(kept))) == kept
    assert CALCULATOR.score(kept) is None
    CALCULATOR.is_done(kept)


def test_numbers_are_kept_within_their_ranges_and_unknown_things_left_out() -> None:
    odd = {
        "inputs": {"power": 1e9, "side": "west", "else": 3},
        "rows": [{"name": "A" * 500, "hours": -5, "more": 1}, "?", {}, {}],
        "prediction": 3,
        "more": 1,
    }
    kept = CALCULATOR.clean(odd)
    assert kept["inputs"] == {"power": 5000}
    assert kept["rows"] == [
        {"name": "A" * 80, "hours": 0, "note": ""},
        {"name": "", "hours": 2, "note": ""},
        {"name": "", "hours": 2, "note": ""},
    ]
    assert kept["prediction"] == 3


def test_it_is_done_when_something_was_tried() -> None:
    assert not CALCULATOR.is_done({})
    assert not CALCULATOR.is_done({"inputs": {"power": 60, "side": "south"}})
    assert not CALCULATOR.is_done({"shown": True})
    assert CALCULATOR.is_done({"inputs": {"power": 61}})
    assert CALCULATOR.is_done({"prediction": 3})


# ── linked ────────────────────────────────────────────────────────────────────────────────────


def mix(*shares: float, most: float = 100) -> Calculator:
    """Return a calculator of linked shares."""
    inputs = tuple(
        Input(id=f"s{at}", label={}, unit="%", default=share, max=most)
        for at, share in enumerate(shares)
    )
    return Calculator(
        id="mix",
        title={},
        inputs=inputs,
        linked=(Linked(inputs=tuple(one.id for one in inputs)),),
    )


def test_the_others_move_in_proportion() -> None:
    moved = relink(mix(60, 30, 10), {"s0": 80, "s1": 30, "s2": 10}, "s0")
    assert moved == pytest.approx({"s0": 80, "s1": 15, "s2": 5})


def test_others_at_nothing_share_equally() -> None:
    moved = relink(mix(100, 0, 0), {"s0": 40, "s1": 0, "s2": 0}, "s0")
    assert moved == pytest.approx({"s0": 40, "s1": 30, "s2": 30})


def test_none_leaves_its_range_and_the_moved_one_gives_way() -> None:
    moved = relink(mix(40, 30, 30, most=45), {"s0": 0, "s1": 30, "s2": 30}, "s0")
    assert moved == pytest.approx({"s0": 10, "s1": 45, "s2": 45})


@given(
    st.lists(st.floats(0, 100), min_size=2, max_size=6).filter(lambda found: sum(found) > 1),
    st.integers(0, 5),
    st.floats(-20, 200),
)
def test_shares_always_make_the_total(shares: list[float], at: int, value: float) -> None:
    calculator = mix(*shares)
    moved = f"s{at % len(shares)}"
    before = {f"s{n}": share for n, share in enumerate(shares)} | {moved: value}
    after = relink(calculator, before, moved)
    numbers = [float(number) for number in after.values() if number is not None]
    assert sum(numbers) == pytest.approx(100)
    assert all(-1e-6 <= number <= 100 + 1e-6 for number in numbers)


# ── what is wrong ─────────────────────────────────────────────────────────────────────────────


def codes(calculator: Calculator) -> list[str]:
    """Return the codes of what is wrong with a calculator."""
    return [code for code, _, _ in calculator.faults(World())]


def test_a_calculator_without_faults() -> None:
    assert codes(CALCULATOR) == []


def test_an_error_is_told_where_it_is_not_where_it_shows() -> None:
    inputs = (Input(id="x", label={}, default=1, max=10),)
    outputs = (
        Output(id="a", formula="1 / x", label={}),
        Output(id="b", formula="a + 1", label={}),
    )
    found = list(Calculator(id="c", title={}, inputs=inputs, outputs=outputs).faults(World()))
    assert [(code, path) for code, path, _ in found] == [("A112", ("outputs", 0, "formula"))]
    assert found[0][2]["where"] == "x = 0"


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf"), 1e308, -1e308])
def test_numbers_that_are_none_are_faults_and_nothing_breaks(bad: float) -> None:
    year = {"default": bad, "min": 1900.0, "max": 2100.0}
    for keys in ({"default": bad}, {"min": bad}, {"max": bad}, {"step": abs(bad)}, year):
        one = Input(id="x", label={}, **{"default": 1, "max": 10, **keys})  # type: ignore[arg-type]
        outputs = (Output(id="a", formula="x * x", label={}),)
        calculator = Calculator(id="c", title={}, inputs=(one,), outputs=outputs)
        codes(calculator)
        working = Working(calculator, {})
        explain(working, working.work(), working.defaults(), "ru")
        kept = calculator.clean({"inputs": {"x": 5}})
        assert calculator.clean(kept) == kept


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_reason_of_a_formula_has_a_sentence(language: str) -> None:
    texts = catalogue("problems", language)
    assert [code for code in CODES if f"hint:formula:{code}" not in texts] == []
