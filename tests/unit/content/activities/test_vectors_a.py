"""What the calculators of energy, water, waste, climate and land in the gallery must give: the
worked examples of the curriculum, through the real files, to 0.5 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from ecolearn.content.activities import Calculator
from ecolearn.content.activities.working import Result, Worked, Working
from ecolearn.content.loader import load_course

TOLERANCE = 0.005

Work = Callable[..., Worked]


@pytest.fixture(scope="module")
def work(courses: Path) -> Work:
    course = load_course(courses / "activities")
    assert course is not None
    constants = {one.id: one for one in course.constants}
    made: dict[str, Working] = {}

    def run(
        activity_id: str,
        rows: Sequence[Mapping[str, Any]] | None = None,
        **values: float | str | None,
    ) -> Worked:
        if activity_id not in made:
            calculator = course.activity(activity_id)
            assert isinstance(calculator, Calculator), activity_id
            made[activity_id] = Working(calculator, constants)
        known = made[activity_id].inputs
        assert values.keys() <= known.keys(), f"{values.keys() - known.keys()} are no inputs"
        worked = made[activity_id].work(values, rows)
        assert not worked.errors
        return worked

    return run


def is_about(
    found: Result, value: float, low: float | None = None, high: float | None = None
) -> None:
    assert found.value == pytest.approx(value, rel=TOLERANCE)
    if low is not None:
        assert found.low == pytest.approx(low, rel=TOLERANCE)
    if high is not None:
        assert found.high == pytest.approx(high, rel=TOLERANCE)


def of(worked: Worked, name: str) -> Result:
    assert worked.refusal is None
    return worked.results[name]


# ── calc-drip ─────────────────────────────────────────────────────────────────────────────────


def test_a_drip_each_second_fills_two_buckets_a_day(work: Work) -> None:
    worked = work("calc-drip", drips=60, taps=1)
    is_about(of(worked, "day"), 21.6)
    is_about(of(worked, "year"), 7884)


def test_the_size_of_a_drip_gives_pupils_no_range(work: Work) -> None:
    assert of(work("calc-drip"), "day").exact


# ── calc-home-energy, calc-lamps, calc-kettle ─────────────────────────────────────────────────


def test_a_television_on_standby_for_a_year(work: Work) -> None:
    asleep = {"name": "standby", "p": 5, "n": 1, "h": 24, "d": 365}
    worked = work("calc-home-energy", rows=[asleep])
    is_about(of(worked, "total"), 43.8)
    is_about(worked.rows[0]["e"], 43.8)


def test_rows_add_up_and_carbon_has_a_range(work: Work) -> None:
    old = {"name": "old lamps", "p": 51, "n": 10, "h": 3, "d": 365}
    worked = work("calc-home-energy", rows=[old], tariff=25)
    is_about(of(worked, "total"), 558.45)
    is_about(of(worked, "co2"), 446.8, 296.0, 457.9)
    is_about(of(worked, "cost"), 13_961)


def test_a_home_costs_nothing_before_the_tariff_is_known(work: Work) -> None:
    worked = work("calc-home-energy")
    assert worked.wanted == ("tariff",)
    assert "cost" not in worked.results
    assert "total" in worked.results


def test_ten_lamps(work: Work) -> None:
    worked = work("calc-lamps", n=10, p_old=60, p_new=9, h=3, price=900, tariff=25)
    is_about(of(worked, "saved"), 558.45)
    is_about(of(worked, "co2"), 446.8, 296.0, 457.9)
    is_about(of(worked, "money"), 13_961)
    is_about(of(worked, "payback"), 0.645)


def test_a_lamp_with_more_watts_saves_nothing(work: Work) -> None:
    assert work("calc-lamps", p_old=60, p_new=60).refusal is not None
    assert work("calc-lamps", p_old=60, p_new=75).refusal is not None
    assert work("calc-lamps", p_old=60, p_new=59).refusal is None


def test_a_tariff_is_built_in_nowhere(work: Work) -> None:
    for activity_id in ("calc-home-energy", "calc-lamps"):
        assert "tariff" in work(activity_id).wanted
    assert "tariff" in work("calc-solar-roof", cost=3_000_000).wanted


def test_a_kettle(work: Work) -> None:
    worked = work("calc-kettle", m=1.5, t1=15, t2=100, eta=85)
    is_about(of(worked, "one"), 0.1744)


def test_a_kettle_does_not_cool(work: Work) -> None:
    assert work("calc-kettle", t1=80, t2=60).refusal is not None


# ── calc-heat-loss ────────────────────────────────────────────────────────────────────────────


def test_better_windows(work: Work) -> None:
    worked = work("calc-heat-loss", a=6, u1=2.8, u2=1.4, place="astana")
    is_about(of(worked, "days"), 5800, 5500, 6200)
    is_about(of(worked, "saved"), 1169.3)


def test_half_the_u_value_loses_half_the_heat(work: Work) -> None:
    worked = work("calc-heat-loss", u1=2.8, u2=1.4)
    is_about(of(worked, "after"), of(worked, "before").value / 2)


def test_degree_days_of_ones_own_season(work: Work) -> None:
    worked = work("calc-heat-loss", place="own", t_in=20, t_out=-7, z=200)
    found = of(worked, "days")
    is_about(found, 5400)
    assert found.exact


def test_heat_losses_that_make_no_sense_are_refused(work: Work) -> None:
    assert work("calc-heat-loss", u1=1.1, u2=2.8).refusal is not None
    assert work("calc-heat-loss", place="own", t_in=15, t_out=15).refusal is not None
    assert work("calc-heat-loss", place="astana", t_in=15, t_out=15).refusal is None


# ── act-mix-slider ────────────────────────────────────────────────────────────────────────────


def test_the_mix_of_2023(work: Work) -> None:
    found = of(work("act-mix-slider"), "factor")
    assert found.value == pytest.approx(650, abs=2)


def test_older_coal_plants_explain_most_of_the_gap(work: Work) -> None:
    found = of(work("act-mix-slider", plant="older"), "factor")
    assert 800 < found.low < found.value < found.high < 830


def test_a_mix_of_one_kind_has_its_factor(work: Work) -> None:
    sun = {"coal": 0, "gas": 0, "hydro": 0, "wind": 0, "solar": 100}
    is_about(of(work("act-mix-slider", **sun), "factor"), 45)


# ── calc-water-footprint ──────────────────────────────────────────────────────────────────────


def test_a_week_of_food_outweighs_the_tap(work: Work) -> None:
    tap = {"shower": 8, "flow": 9, "flushes": 5, "flush": 6, "tap": 6, "loads": 3}
    food = {"beef": 0.5, "chicken": 0.5, "bread": 2, "potatoes": 1.5, "vegetables": 2, "apples": 1}
    none = {"sheep": 0, "milk": 0, "eggs": 0, "own": 0}
    worked = work("calc-water-footprint", **tap, **food, **none, tea=21)
    is_about(of(worked, "direct"), 159.4)
    is_about(of(worked, "virtual"), 2243.1)
    assert round(of(worked, "share").value, 1) == 6.6


def test_horse_meat_has_a_value_of_its_own(work: Work) -> None:
    before = of(work("calc-water-footprint"), "virtual").value
    after = of(work("calc-water-footprint", own=0.7, wf_own=10_000), "virtual").value
    assert after - before == pytest.approx(1000)


# ── calc-saxaul ───────────────────────────────────────────────────────────────────────────────


def test_the_aral_task(work: Work) -> None:
    worked = work("calc-saxaul", target=1100, done=475, plan=428, years=4)
    is_about(of(worked, "done_share"), 43.2)
    is_about(of(worked, "plan_share"), 82.1)
    is_about(of(worked, "gap"), 197)
    is_about(of(worked, "pace"), 118.75)
    is_about(of(worked, "times"), 3.60)


def test_the_aral_task_always_comes_with_its_caveat(work: Work) -> None:
    for done in (1, 475, 5000):
        assert any("544.5" in one.text["en"] for one in work("calc-saxaul", done=done).remarks)


# ── calc-landfill-gas ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("report", "equivalent"), [("ar5", 1.40), ("ar6", 1.35)])
def test_a_tonne_of_food_waste(work: Work, report: str, equivalent: float) -> None:
    worked = work("calc-landfill-gas", w=1, site="managed", caught=0, gwp=report)
    methane = of(worked, "ch4")
    is_about(methane, 50.0)  # kilograms: 0.0500 t
    assert methane.low == pytest.approx(45.0)  # a tenth may burn up in the soil cover
    is_about(of(worked, "co2e"), equivalent)


def test_gas_that_is_caught_does_not_escape(work: Work) -> None:
    is_about(of(work("calc-landfill-gas", caught=50), "ch4"), 25.0)


# ── calc-carbon-budget ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("goal", "years", "straight", "rate"),
    [("t15p50", 3.07, 6.13, 32.6), ("t20p67", 20.5, 41.0, 4.87)],
)
def test_how_long_a_budget_lasts(
    work: Work, goal: str, years: float, straight: float, rate: float
) -> None:
    worked = work("calc-carbon-budget", goal=goal, e=42.4)
    is_about(of(worked, "years"), years)
    is_about(of(worked, "straight"), straight)
    is_about(of(worked, "rate"), rate)


def test_an_equal_share_for_every_person(work: Work) -> None:
    worked = work("calc-carbon-budget", goal="t20p67", pop=20.29)
    is_about(of(worked, "people_share"), 0.2474)
    is_about(of(worked, "equal"), 2.153)


def test_three_rules_of_fairness_and_none_is_called_right(work: Work) -> None:
    worked = work("calc-carbon-budget")
    shares = [of(worked, name).value for name in ("equal", "present", "able")]
    assert len({round(share, 3) for share in shares}) == 3
    assert any("several rules" in one.text["en"] for one in worked.remarks)


def test_years_that_have_passed_are_subtracted_and_it_is_said(work: Work) -> None:
    worked = work("calc-carbon-budget", goal="t20p67", year=2030, e=42.4)
    is_about(of(worked, "left"), 870 - 5 * 42.4)
    assert any("subtracted" in one.text["en"] for one in worked.remarks)
    at_start = work("calc-carbon-budget", goal="t20p67")
    assert not any("subtracted" in one.text["en"] for one in at_start.remarks)


def test_a_budget_that_is_used_up_is_refused(work: Work) -> None:
    assert work("calc-carbon-budget", goal="t15p83", year=2026).refusal is not None


def test_a_higher_probability_shrinks_the_budget(work: Work) -> None:
    for limit in ("t15", "t17", "t20"):
        left = [
            of(work("calc-carbon-budget", goal=f"{limit}p{p}"), "left").value for p in (50, 67, 83)
        ]
        assert left == sorted(left, reverse=True)


# ── calc-solar-roof, calc-solar-demand ────────────────────────────────────────────────────────

ROOF = {"length": 10, "width": 8, "usable": 60, "panel_a": 2.0, "panel_p": 0.40, "shade": 0}


def test_a_roof_in_almaty(work: Work) -> None:
    worked = work("calc-solar-roof", **ROOF, place="almaty", facing="south")
    is_about(of(worked, "area"), 48)
    assert of(worked, "n").value == 24
    is_about(of(worked, "p"), 9.6)
    is_about(of(worked, "e"), 12_480, 10_560, 13_920)
    is_about(of(worked, "co2"), 9_984)


@pytest.mark.parametrize(
    ("facing", "factor"),
    [("south", 1.00), ("southeast", 0.95), ("east", 0.80), ("north", 0.55), ("flat", 0.88)],
)
def test_a_roof_turned(work: Work, facing: str, factor: float) -> None:
    worked = work("calc-solar-roof", **ROOF, place="astana", facing=facing)
    is_about(of(worked, "e"), 12_480 * factor)


def test_payback_counts_only_what_is_used(work: Work) -> None:
    worked = work("calc-solar-roof", **ROOF, cost=3_120_000, tariff=25, own=50)
    is_about(of(worked, "payback"), 20)


def test_a_roof_too_small_for_a_panel(work: Work) -> None:
    assert work("calc-solar-roof", length=1, width=1, usable=60).refusal is not None


def test_panels_for_a_home(work: Work) -> None:
    worked = work("calc-solar-demand", demand=3000, place="astana", facing="south", panel_p=0.40)
    is_about(of(worked, "p"), 2.31)
    assert of(worked, "n").value == 6


# ── the same calculators in another course ────────────────────────────────────────────────────


@pytest.mark.parametrize("activity_id", ["calc-home-energy", "calc-lamps", "calc-kettle"])
def test_the_course_on_energy_has_the_calculators_of_the_gallery(
    courses: Path, activity_id: str
) -> None:
    name = f"activities/{activity_id}.toml"
    gallery = (courses / "activities" / name).read_text(encoding="utf-8")
    assert (courses / "home-energy" / name).read_text(encoding="utf-8") == gallery
    worked = {}
    for folder in ("activities", "home-energy"):
        course = load_course(courses / folder)
        assert course is not None
        calculator = course.activity(activity_id)
        assert isinstance(calculator, Calculator)
        constants = {one.id: one for one in course.constants}
        worked[folder] = Working(calculator, constants).work({"tariff": 25}).results
    assert worked["activities"] == worked["home-energy"]


def test_no_two_numbers_of_a_calculator_share_a_symbol(courses: Path) -> None:
    course = load_course(courses / "activities")
    assert course is not None
    for calculator in course.activities:
        if isinstance(calculator, Calculator):
            columns = calculator.table.columns if calculator.table is not None else ()
            parts = (*calculator.inputs, *columns, *calculator.outputs)
            symbols = [one.symbol for one in parts if one.symbol]
            assert len(symbols) == len(set(symbols)), calculator.id
