"""What the gallery's calculators of wind, chemistry, clean air and planting must give, and what its
number checks must accept: the worked examples of the curriculum, through the real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.content.activities import Calculator, NumberCheck
from ecolearn.content.activities.number_check import Step
from ecolearn.content.activities.working import Result, Worked, Working
from ecolearn.content.loader import load_course
from ecolearn.content.model import Course
from ecolearn.quiz.items.target import read_target

#: calculators agree with the curriculum to 0.5 %
TOLERANCE = 0.005

Work = Callable[..., Worked]


@pytest.fixture(scope="module")
def course(courses: Path) -> Course:
    course = load_course(courses / "activities")
    assert course is not None
    return course


@pytest.fixture(scope="module")
def work(course: Course) -> Work:
    constants = {one.id: one for one in course.constants}
    made: dict[str, Working] = {}

    def run(activity_id: str, **values: float | str | None) -> Worked:
        if activity_id not in made:
            calculator = course.activity(activity_id)
            assert isinstance(calculator, Calculator), activity_id
            made[activity_id] = Working(calculator, constants)
        known = made[activity_id].inputs
        assert values.keys() <= known.keys(), f"{values.keys() - known.keys()} are no inputs"
        worked = made[activity_id].work(values)
        assert worked.refusal is not None or not worked.errors
        return worked

    return run


def of(worked: Worked, name: str) -> Result:
    assert worked.refusal is None
    return worked.results[name]


def value(worked: Worked, name: str) -> float:
    return of(worked, name).value


def about(number: float) -> object:
    return pytest.approx(number, rel=TOLERANCE)


# ── wind ──────────────────────────────────────────────────────────────────────────────────────


def test_wind(work: Work) -> None:
    worked = work("calc-wind", rho=1.225, d=20, v=7, cp=0.40, eta=90)
    assert value(worked, "power") == about(23.76)
    assert value(worked, "half") == about(2.97)


def test_half_the_wind_gives_one_eighth(work: Work) -> None:
    slow = work("calc-wind", rho=1.225, d=20, v=3.5, cp=0.40, eta=90)
    fast = work("calc-wind", rho=1.225, d=20, v=7, cp=0.40, eta=90)
    assert value(slow, "power") == about(2.97)
    assert value(slow, "power") == pytest.approx(value(fast, "power") / 8)


def test_wind_as_it_is_opened_is_the_example(work: Work) -> None:
    assert value(work("calc-wind"), "power") == about(23.76)


def test_nobody_takes_more_than_betz_allows(work: Work) -> None:
    assert work("calc-wind", cp=0.593).refusal is None
    assert work("calc-wind", cp=0.60).refusal is not None


# ── chemistry ─────────────────────────────────────────────────────────────────────────────────


def test_e_factor(work: Work) -> None:
    worked = work("calc-e-factor", inputs=120, product=40, recovered=50, water=200)
    assert value(worked, "e") == about(0.75)
    assert value(worked, "without") == about(2.0)


def test_water_is_reported_beside_the_e_factor(work: Work) -> None:
    dry = work("calc-e-factor", inputs=120, product=40, recovered=50, water=0)
    wet = work("calc-e-factor", inputs=120, product=40, recovered=50, water=400)
    assert value(dry, "e") == value(wet, "e")
    assert value(wet, "e_water") == about(10)


def test_more_cannot_come_out_than_goes_in(work: Work) -> None:
    assert work("calc-e-factor", inputs=80, product=40, recovered=50).refusal is not None


def test_atom_economy_of_aspirin(work: Work) -> None:
    worked = work("calc-atom-economy", m_product=180.16, m_a=138.12, m_b=102.09, n_c=0)
    assert value(worked, "ae") == about(75.0)
    assert value(worked, "other") == about(60.05)


def test_an_equation_that_is_not_balanced(work: Work) -> None:
    assert work("calc-atom-economy", n_product=2).refusal is not None


MINE = {
    "q": 1000,
    "ph": 3.0,
    "fe2": 50,
    "fe3": 10,
    "al": 20,
    "mn": 5,
    "zn": 10,
    "cu": 2,
    "fe_out": 1,
    "al_out": 0.5,
    "mn_out": 1,
    "zn_out": 0.5,
    "cu_out": 0.1,
    "p": 90,
    "u": 80,
    "s": 3,
    "kind": "hydrated",
}


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("acidity", 305.1),
        ("load", 305.1),
        ("lime_theory", 225.9),
        ("lime", 313.7),
        ("removed", 93.9),
        ("dry", 193.1),
        ("wet", 6.44),
    ],
)
def test_mine_water(work: Work, output: str, expected: float) -> None:
    assert value(work("calc-mine-water", **MINE), output) == about(expected)
    assert value(work("calc-mine-water"), output) == about(expected), "as it is opened"


@pytest.mark.parametrize(
    "given", [{}, {"q": 20000, "fe2": 500}, {"fe_out": 10, "fe2": 3, "fe3": 1}, {"cu": 0}]
)
def test_the_balance_of_metals_is_closed(work: Work, given: dict[str, float]) -> None:
    worked = work("calc-mine-water", **{**MINE, **given})
    out = value(worked, "metal_out") + value(worked, "removed")
    assert value(worked, "metal_in") == pytest.approx(out)
    assert value(worked, "difference") == pytest.approx(0, abs=1e-6)


def test_quicklime_is_needed_less(work: Work) -> None:
    quick = work("calc-mine-water", **{**MINE, "kind": "quick"})
    assert value(quick, "lime_theory") == about(305.1 * 0.5603)


def test_much_sulphate_brings_a_warning(work: Work) -> None:
    def warnings(sulphate: float) -> int:
        worked = work("calc-mine-water", **{**MINE, "sulphate": sulphate})
        return sum(one.tone == "warning" for one in worked.remarks)

    assert warnings(1500) == 0
    assert warnings(1600) == 1


def test_slag(work: Work) -> None:
    saved = of(work("calc-slag", binder=1000, share=50), "saved")
    assert saved.value == about(391.5)
    # constants: cement 800–850, slag 50–67 kg/t
    assert saved.low == about(366.5)
    assert saved.high == about(400)


@pytest.mark.parametrize("slag", ["copper", "lead", "phosphorus"])
def test_other_slags_are_excluded(work: Work, slag: str) -> None:
    assert work("calc-slag", slag=slag).refusal is not None


# ── clean air ─────────────────────────────────────────────────────────────────────────────────


def test_reference_oxygen(work: Work) -> None:
    assert value(work("calc-o2", c=250, meas=8, ref=6), "c_ref") == about(288.5)


def test_plain_air_is_refused(work: Work) -> None:
    assert work("calc-o2", meas=20.9).refusal is None
    assert work("calc-o2", meas=21).refusal is not None


BAT = {"v": 1e6, "h": 7000, "c1": 200, "c2": 10, "capex": 5000, "opex": 300, "r": 10, "n": 15}


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("now", 1400),
        ("new", 70),
        ("avoided", 1330),
        ("a", 0.13147),
        ("cost", 957.4),
        ("per_tonne", 719_826),
    ],
)
def test_bat(work: Work, output: str, expected: float) -> None:
    assert value(work("calc-bat", **BAT), output) == about(expected)
    assert value(work("calc-bat"), output) == about(expected), "as it is opened"


def test_techniques_at_different_oxygen_are_not_compared(work: Work) -> None:
    assert work("calc-bat", o2_1=6, o2_2=6).refusal is None
    assert work("calc-bat", o2_1=6, o2_2=11).refusal is not None


def test_a_technique_that_lowers_nothing(work: Work) -> None:
    assert work("calc-bat", c1=10, c2=10).refusal is not None


def test_what_moves_into_other_media_stands_beside_it(work: Work) -> None:
    worked = work("calc-bat", el_1=6, el_2=14, water_1=20, water_2=5, rest_1=200, rest_2=350)
    assert value(worked, "power") == about(8)
    assert value(worked, "d_water") == about(-15)
    assert value(worked, "d_rest") == about(150)
    co2 = of(worked, "co2")  # 0.53–0.82 kg/kWh
    assert (co2.low, co2.value, co2.high) == (about(4240), about(6400), about(6560))
    assert [len(one.parts) for one in worked.charts] == [2, 2, 2, 2]


# ── planting ──────────────────────────────────────────────────────────────────────────────────


def test_planting(work: Work) -> None:
    assert value(work("calc-planting", planted=500, kind="own", own=27), "alive") == about(135)
    assert value(work("calc-planting", target=350, kind="own", own=70), "needed") == 500
    assert value(work("calc-planting", target=350, kind="tended"), "needed") == 500


def test_saxaul_from_seed_is_a_range(work: Work) -> None:
    alive = of(work("calc-planting", planted=500, kind="sown"), "alive")
    assert (alive.low, alive.value, alive.high) == (about(125), about(130), about(135))


def test_survival_has_no_value_of_its_own(work: Work) -> None:
    assert work("calc-planting").wanted[0] == "kind"
    assert "alive" not in work("calc-planting").results
    assert work("calc-planting", kind="own").wanted == ("own",)
    assert work("calc-planting", kind="sown").wanted == ()


def test_uptake_of_trees_is_a_wide_range(work: Work) -> None:
    uptake = of(work("calc-planting-co2", trees=100), "uptake")
    assert (uptake.low, uptake.high) == (about(200), about(2200))


@pytest.mark.parametrize(
    "activity_id",
    [
        *("calc-wind", "calc-e-factor", "calc-atom-economy", "calc-mine-water", "calc-slag"),
        *("calc-o2", "calc-bat", "calc-planting", "calc-planting-co2"),
    ],
)
def test_each_says_where_its_formulas_come_from(course: Course, activity_id: str) -> None:
    calculator = course.activity(activity_id)
    assert isinstance(calculator, Calculator)
    assert isinstance(calculator.source, dict)
    assert all(calculator.source.get(language) for language in ("kk", "ru", "en"))


# ── check the number ──────────────────────────────────────────────────────────────────────────

#: number of the task, step, the key of the curriculum (section 12) as a learner types it
KEYS = [
    ("02", "billion", "1493"),
    ("02", "billion", "1 493 pcs/ha"),
    ("02", "million", "1.5"),
    ("02", "million", "1,5"),
    ("03", "y2024", "1491"),
    ("04", "removed-2018", "4959"),
    ("04", "removed-2024", "4368"),
    ("04", "removed-2024", "4 368"),
    ("04", "left-2018", "3741"),
    ("04", "left-2024", "432"),
    ("05", "share", "30.6"),
    ("05", "share", "30,6 %"),
    ("06", "kg-2024", "177"),
    ("06", "kg-2024", "177 кг"),
    ("06", "kg-2024", "0.177 t"),
    ("06", "kg-before", "375 kg"),
    ("07", "sum", "903"),
    ("07", "sum", "903 мың га"),
    ("07", "short", "197"),
    ("07", "pace", "3.6"),
    ("08", "count", "65"),
    ("08", "money", "307"),
    ("09", "each", "6"),
    ("10", "share", "90.7"),
    ("10", "share", "90,7 %"),
]
NUMBERS = [f"{number:02}" for number in range(1, 13)]


def check_of(course: Course, number: str) -> NumberCheck:
    check = course.activity(f"number-{number}")
    assert isinstance(check, NumberCheck)
    return check


def step_of(course: Course, number: str, step_id: str) -> Step:
    return next(one for one in check_of(course, number).steps if one.id == step_id)


def test_there_are_twelve(course: Course) -> None:
    found = [one.id for one in course.activities if isinstance(one, NumberCheck)]
    assert sorted(found) == [f"number-{number}" for number in NUMBERS]


@pytest.mark.parametrize(("number", "step_id", "typed"), KEYS)
def test_key_of_the_curriculum(course: Course, number: str, step_id: str, typed: str) -> None:
    assert step_of(course, number, step_id).accepts(typed)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("factor", [0.95, 1.05])
def test_a_number_wrong_by_five_per_cent(course: Course, number: str, factor: float) -> None:
    for step in check_of(course, number).steps:
        target = read_target(step.answer)
        assert not isinstance(target, tuple)
        assert step.accepts(f"{target.value:.10g}"), step.id
        assert not step.accepts(f"{target.value * factor:.10g}"), step.id


@pytest.mark.parametrize("number", NUMBERS)
def test_expected_mistakes_are_answered(course: Course, number: str) -> None:
    """The feedback for a mistake is heard: the mistake is not right, and is itself recognised."""
    for step in check_of(course, number).steps:
        item = step.item(lambda texts: texts["en"] if isinstance(texts, dict) else texts)
        assert item is not None
        for wrong, written in zip(item.wrong, step.wrong, strict=True):
            typed = f"{wrong.target.value:.10g}"
            assert not step.accepts(typed), (step.id, typed)
            said = [remark.text for remark in item.remarks({"text": typed})]
            assert written.feedback["en"] in said, (step.id, typed)


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("01", "no"),  # a part exceeds the whole (C-04)
        ("03", "yes"),  # it supports the task before
        ("04", "coverage"),  # C-08
        ("05", "participations"),  # C-06
        ("06", "machines"),
        ("07", "no"),  # C-07
        ("08", "fits"),
        ("09", "target"),  # C-11
        ("10", "open"),
        ("11", "dollars"),  # C-09
        ("12", "programmes"),  # C-05
    ],
)
def test_verdict(course: Course, number: str, verdict: str) -> None:
    right = [one.id for one in check_of(course, number).verdicts if one.right]
    assert right == [verdict]


@pytest.mark.parametrize("number", NUMBERS)
def test_whoever_knows_gets_full_points(course: Course, number: str) -> None:
    check = check_of(course, number)
    state = check.clean(
        {
            "tries": {
                step.id: [step.answer.partition("±")[0].strip().split()[0]] for step in check.steps
            },
            "verdict": [one.id for one in check.verdicts if one.right],
        }
    )
    assert check.is_done(state)
    assert check.score(state) == 1


def test_doubtful_facts_stand_in_number_checks_only(course: Course) -> None:
    doubtful = {one.id for one in course.facts if one.grade == "D"}
    used = {
        one.id
        for one in course.activities
        if isinstance(one, NumberCheck) and doubtful & set(one.evidence())
    }
    assert used == {"number-01", "number-02"}
