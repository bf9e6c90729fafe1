"""What calculators give: results with ranges, refusals, charts, what is missing."""

from __future__ import annotations

import time
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities import Calculator, World
from ecolearn.content.activities.calculator import (
    Bar,
    Chart,
    Choice,
    Column,
    Input,
    Output,
    Refusal,
    Remark,
    Row,
    Table,
)
from ecolearn.content.activities.explaining import explain, symbol_tex
from ecolearn.content.activities.working import MOST, POINTS, Working, steps
from ecolearn.content.model import Constant

DROP = Constant(id="v_drop", value=0.25, low=0.05, high=0.35, unit="mL", source="A usual value")
CONSTANTS = {"v_drop": DROP}
DROPS = Input(id="drops", label={"en": "Drops"}, unit="1/min", default=60, min=1, max=300)


def output(id_: str, formula: str, unit: str = "", **keys: Any) -> Output:
    """Return a result called after its id."""
    return Output(id=id_, formula=formula, label={"en": id_.title()}, unit=unit, **keys)


def tap(**keys: Any) -> Calculator:
    """Return a calculator of a dripping tap with other parts."""
    parts: dict[str, Any] = {
        "id": "calc-drip",
        "title": {"en": "Tap"},
        "inputs": (DROPS,),
        "outputs": (
            output("day", "drops * v_drop", "L/day"),
            output("year", "day * 365 [days]", "L"),
        ),
    }
    return Calculator(**(parts | keys))


def test_units_are_converted_and_later_results_use_earlier_ones() -> None:
    worked = Working(tap(fixed=("v_drop",)), CONSTANTS).work({"drops": 60})
    assert worked.results["day"].value == pytest.approx(21.6)
    assert worked.results["year"].value == pytest.approx(7_884)
    assert worked.results["year"].exact


def test_the_range_of_a_constant_becomes_a_range() -> None:
    day = Working(tap(), CONSTANTS).work().results["day"]
    assert (day.low, day.high) == pytest.approx((4.32, 30.24))
    assert not day.exact


def test_what_was_not_entered_is_asked_for_and_the_rest_is_there() -> None:
    tariff = Input(id="tariff", label={"en": "Tariff"}, unit="KZT/m³", min=1)
    outputs = (*tap().outputs, output("cost", "year * tariff", "KZT"))
    working = Working(tap(inputs=(DROPS, tariff), outputs=outputs), CONSTANTS)
    worked = working.work()
    assert worked.wanted == ("tariff",)
    assert worked.waiting == {"cost": "tariff"}
    assert set(worked.results) == {"day", "year"}
    paid = working.work({"tariff": 100}).results["cost"]
    assert paid.value == pytest.approx(788.4)


def test_only_the_branch_that_counts_asks_for_its_inputs() -> None:
    depth = Input(id="depth", label={"en": "Depth"}, unit="m")
    outputs = (output("way", "if(drops > 1000 [1/min], depth, 2 [m])", "m"),)
    worked = Working(tap(inputs=(DROPS, depth), outputs=outputs), {}).work()
    assert worked.results["way"].value == 2
    assert worked.wanted == ()


def test_the_first_refusal_that_holds_takes_the_place_of_the_results() -> None:
    refusals = (
        Refusal(when="drops > 250 [1/min]", text={"en": "That is a jet."}),
        Refusal(when="day > 1 [L/day]", text={"en": "Too much."}),
    )
    working = Working(tap(refusals=refusals), CONSTANTS)
    assert working.work({"drops": 300}).refusal is refusals[0]
    assert working.work({"drops": 60}).refusal is refusals[1]
    assert working.work({"drops": 1}).refusal is None


def test_a_refusal_stands_before_what_cannot_be_calculated() -> None:
    rest = Input(id="rest", label={"en": "Rest"}, default=0, max=10)
    calculator = tap(
        inputs=(rest,),
        outputs=(output("part", "1 / rest"),),
        refusals=(Refusal(when="rest == 0", text={"en": "Nothing left."}),),
    )
    working = Working(calculator, {})
    assert working.work().refusal is not None
    assert working.work({"rest": 2}).results["part"].value == 0.5
    without = Working(tap(inputs=(rest,), outputs=calculator.outputs), {}).work()
    assert without.errors["part"].code == "divided_by_zero"


def test_remarks_stand_always_or_when_they_hold() -> None:
    remarks = (
        Remark(text={"en": "Measure it."}),
        Remark(text={"en": "Much."}, when="day > 20 [L/day]"),
    )
    working = Working(tap(remarks=remarks), CONSTANTS)
    assert working.work({"drops": 60}).remarks == remarks
    assert working.work({"drops": 10}).remarks == remarks[:1]


def test_a_default_that_names_a_constant_has_its_range_until_it_is_changed() -> None:
    drop = Input(id="drop", label={"en": "Drop"}, unit="mL", default="v_drop", max=1)
    calculator = tap(inputs=(DROPS, drop), outputs=(output("day", "drops * drop", "L/day"),))
    working = Working(calculator, CONSTANTS)
    assert working.default("drop") == 0.25
    assert not working.work().results["day"].exact
    assert working.work({"drop": 0.2}).results["day"].exact


def test_choices_are_numbers_or_constants() -> None:
    size = Input(
        id="size",
        label={"en": "Drop"},
        unit="mL",
        default="small",
        choices=(
            Choice(id="small", label={"en": "small"}, value=0.1),
            Choice(id="usual", label={"en": "usual"}, value="v_drop"),
        ),
    )
    calculator = tap(inputs=(DROPS, size), outputs=(output("day", "drops * size", "L/day"),))
    working = Working(calculator, CONSTANTS)
    assert working.work().results["day"].value == pytest.approx(8.64)
    usual = working.work({"size": "usual"}).results["day"]
    assert (usual.value, usual.low) == pytest.approx((21.6, 4.32))
    assert working.work({"size": "gone"}).wanted == ("size",)


HOME = tap(
    inputs=(),
    table=Table(
        name={"en": "Appliance", "ru": "Прибор"},
        columns=(
            Column(id="power", label={"en": "Power"}, unit="W", default=60, max=5000),
            Column(id="hours", label={"en": "Hours"}, unit="h/day", default=2, max=24),
            Column(id="energy", label={"en": "Energy"}, unit="kWh/yr", formula="power * hours"),
        ),
        rows=(
            Row(name={"en": "Standby"}, values={"power": 5, "hours": 24}),
            Row(name={"en": "Lamp", "ru": "Лампа"}),
        ),
    ),
    outputs=(output("all", "sum(energy)", "kWh/yr"), output("count", "rows")),
    charts=(Chart(kind="shares", title={"en": "Who"}, unit="kWh/yr", each="energy"),),
)


def test_rows_have_columns_that_are_worked_out_and_are_summed() -> None:
    worked = Working(HOME, {}).work()
    assert [row["energy"].value for row in worked.rows] == pytest.approx([43.8, 43.8])
    assert worked.results["all"].value == pytest.approx(87.6)
    assert worked.results["count"].value == 2
    assert [part.label for part in worked.charts[0].parts] == ["Standby", "Lamp"]


def test_a_table_without_rows_sums_to_nothing() -> None:
    worked = Working(HOME, {}).work(rows=[])
    assert worked.results["all"].value == 0
    assert worked.charts[0].parts == ()


def test_rows_begin_in_the_language_of_the_reader() -> None:
    assert [row["name"] for row in Working(HOME, {}).first_rows("ru")] == ["Standby", "Лампа"]


LINES = Chart(
    kind="lines",
    title={"en": "Water"},
    unit="L/day",
    along="drops",
    parts=(Bar(formula="day", label={"en": "day"}),),
)


def test_lines_go_through_the_range_of_an_input() -> None:
    drawn = Working(tap(charts=(LINES,)), CONSTANTS).work({"drops": 7}).charts[0]
    points = drawn.lines[0].points
    assert (len(points), points[0][0], points[-1][0]) == (POINTS, 1, 300)
    assert points[-1][1] == pytest.approx(108)


def test_lines_leave_out_what_is_refused() -> None:
    refusals = (Refusal(when="drops > 150 [1/min]", text={"en": "A jet."}),)
    drawn = Working(tap(charts=(LINES,), refusals=refusals), CONSTANTS).work().charts[0]
    assert drawn.lines[0].points[-1][0] <= 150


def test_steps_of_a_wide_range_multiply() -> None:
    wide = Input(id="x", label={"en": "x"}, min=1, max=10_000, scale="log")
    values = steps(wide)
    assert (values[0], values[20], values[-1]) == pytest.approx((1, 100, 10_000))
    assert steps(Input(id="x", label={}, min=3, max=3)) == []
    assert steps(Input(id="x", label={}, min=float("-inf"), max=float("nan"))) == []


def test_a_formula_that_cannot_be_used_leaves_the_others_alone() -> None:
    outputs = (output("bad", "drops *"), output("good", "drops", "1/min"), output("next", "bad"))
    worked = Working(tap(outputs=outputs), CONSTANTS).work()
    assert worked.results["good"].value == pytest.approx(60)
    assert set(worked.errors) == {"bad", "next"}


def test_what_the_unit_does_not_fit_gives_no_result() -> None:
    worked = Working(tap(outputs=(output("day", "drops * v_drop", "kWh"),)), CONSTANTS).work()
    assert worked.errors["day"].code == "units_differ"


@given(st.floats(1, 300), st.floats(0.05, 0.35))
def test_the_range_holds_every_value_of_the_constant(drops: float, volume: float) -> None:
    day = Working(tap(), CONSTANTS).work({"drops": drops}).results["day"]
    assert day.low <= drops * volume * 1.44 * (1 + 1e-9)
    assert drops * volume * 1.44 <= day.high * (1 + 1e-9)


def test_how_it_is_calculated_shows_symbols_numbers_and_constants() -> None:
    named = Input(id="drops", label={"en": "Drops"}, unit="1/min", default=60, symbol="n")
    working = Working(tap(inputs=(named,), source={"en": "A book"}), CONSTANTS)
    told = explain(working, working.work(), {"drops": 60}, "ru", ("en",))
    day = told.steps[0]
    assert day.formula == r"\text{Day} = n \cdot v_{\text{drop}}"
    assert day.numbers.endswith(r"0{,}25\,\text{мл} = 21{,}6\,\text{л/сут}")
    used = told.constants[0]
    assert (used.id, used.value, used.low, used.high) == ("v_drop", "0,25", "0,05", "0,35")
    assert told.source == "A book"


def test_constants_have_a_symbol_in_formulas_and_a_label_in_the_list() -> None:
    constants = {
        "v_drop": msgspec.structs.replace(
            CONSTANTS["v_drop"], label={"en": "Size", "ru": "Объём"}, symbol="V_0"
        )
    }
    working = Working(tap(), constants)
    told = explain(working, working.work(), {}, "ru", ("en",))
    assert told.steps[0].formula.endswith(r"\cdot V_{\text{0}}")
    assert [(one.label, one.symbol) for one in told.constants] == [("Объём", r"V_{\text{0}}")]
    bare = {"v_drop": msgspec.structs.replace(constants["v_drop"], symbol="")}
    working = Working(tap(), bare)
    told = explain(working, working.work(), {}, "ru", ("en",))
    assert told.steps[0].formula.endswith(r"\cdot \text{Объём}")
    assert [(one.label, one.symbol) for one in told.constants] == [("Объём", "")]


def test_columns_are_explained_before_what_sums_them() -> None:
    working = Working(HOME, {})
    told = explain(working, working.work(), {}, "en")
    assert [step.label for step in told.steps] == ["Energy", "All", "Count"]
    assert told.steps[0].formula == r"\text{Energy} = \text{Power} \cdot \text{Hours}"


def test_symbols_of_authors_become_tex() -> None:
    assert symbol_tex("P") == "P"
    assert symbol_tex("t_in") == r"t_{\text{in}}"
    assert symbol_tex(r"\eta") == r"\eta"


def test_rows_that_become_too_large_in_their_unit_have_no_result() -> None:
    column = Column(id="mass", label={}, unit="mg", formula="1e307 [kg] * power / 1 [W]")
    power = Column(id="power", label={}, unit="W", default=1)
    table = Table(name={}, columns=(power, column), rows=(Row(),))
    worked = Working(tap(table=table, outputs=()), {}).work()
    assert worked.rows == ({},)


def test_what_is_beyond_the_limits_is_left_out_and_said() -> None:
    inputs = tuple(
        Input(id=f"x{at}", label={}, default=1, max=9) for at in range(MOST["inputs"] + 1)
    )
    outputs = tuple(output(f"y{at}", f"x{at}") for at in range(MOST["outputs"]))
    calculator = tap(inputs=inputs, outputs=outputs)
    assert len(Working(calculator, {}).work().results) == MOST["outputs"]
    codes = [(code, path) for code, path, _ in calculator.faults(World())]
    assert codes == [("A116", ("inputs", MOST["inputs"]))]


def test_lines_follow_columns_that_depend_on_the_input_along() -> None:
    hours = Input(id="hours", label={}, unit="h", default=2, min=0, max=10)
    column = Column(id="energy", label={}, unit="kWh", formula="power * hours")
    power = Column(id="power", label={}, unit="W", default=500)
    line = Bar(formula="sum(energy)", label={"en": "all"})
    calculator = tap(
        inputs=(hours,),
        table=Table(name={}, columns=(power, column), rows=(Row(), Row())),
        outputs=(output("all", "sum(energy)", "kWh"),),
        charts=(Chart(kind="lines", title={}, unit="kWh", along="hours", parts=(line,)),),
    )
    points = Working(calculator, {}).work().charts[0].lines[0].points
    assert points[-1] == pytest.approx((10, 10))


def test_a_large_table_is_quick() -> None:
    rows = [{"name": str(n), "power": n, "hours": 3} for n in range(100)]
    working = Working(HOME, {})
    began = time.perf_counter()
    working.work(rows=rows)
    assert time.perf_counter() - began < 0.1


def test_lines_go_by_the_steps_of_their_input() -> None:
    years = Input(id="year", label={}, min=2025, max=2050, step=1)
    assert steps(years) == [float(year) for year in range(2025, 2051)]
    many = msgspec.structs.replace(years, min=1, max=300)
    found = steps(many)
    assert len(found) <= POINTS + 1
    assert all(x == round(x) for x in found)
    assert (found[0], found[-1]) == (1, 300)


def test_results_are_explained_in_the_words_they_are_shown_with() -> None:
    shown = Output(
        id="day",
        label={"en": "Day"},
        formula="drops * v_drop",
        unit="L/day",
        shown={"en": "litres"},
    )
    working = Working(tap(outputs=(shown,)), CONSTANTS)
    told = explain(working, working.work({"drops": 60}), {"drops": 60}, "en")
    assert told.steps[0].numbers.endswith(r"= 21.6\,\text{litres}")
