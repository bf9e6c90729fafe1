"""Number checks: what counts, what is kept, what is wrong with one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities import World
from ecolearn.content.activities.number_check import (
    Datum,
    Judgement,
    NumberCheck,
    Step,
    Wrong,
)
from ecolearn.content.model import Fact
from ecolearn.errors import BadResponse

TREES = Step(
    id="trees",
    question={"en": "How many on a hectare?"},
    answer="1493 pcs/ha ± 1 %",
    working={"en": "1.1 billion ÷ 736.8 thousand"},
    wrong=(
        Wrong(answer="1.493 ± 1 %", feedback={"en": "Zeros!"}),
        Wrong(answer="*", feedback={"en": "Divide."}),
    ),
)
HOURS = Step(
    id="hours",
    question={"en": "How much energy?"},
    answer="6 kWh ± 5 %",
    optional_unit=False,
    working={"en": "2 kW × 3 h"},
)
CHECK = NumberCheck(
    id="check",
    title={"en": "Check"},
    claim={"en": "Many."},
    steps=(TREES, HOURS),
    verdicts=(
        Judgement(id="no", text={"en": "No"}, feedback={"en": "Right."}, right=True),
        Judgement(id="yes", text={"en": "Yes"}, feedback={"en": "Look."}),
    ),
)


def english(texts: Any) -> str:
    return str(texts["en"])


def state(**parts: Any) -> dict[str, Any]:
    return CHECK.clean(parts)


@pytest.mark.parametrize(
    ("answer", "right"),
    [("1493", True), ("1 493", True), ("1,493 pcs/ha", True), ("1500", True), ("1570", False)],
)
def test_answers_are_judged_as_in_number_questions(answer: str, right: bool) -> None:
    assert TREES.accepts(answer) is right


@pytest.mark.parametrize(
    ("answer", "right"), [("6", False), ("6 kWh", True), ("21,6 MJ", True), ("6 kW", False)]
)
def test_a_unit_that_is_asked_for_must_be_there(answer: str, right: bool) -> None:
    assert HOURS.accepts(answer) is right


@pytest.mark.parametrize(("answer", "said"), [("1.5", "Zeros!"), ("7", "Divide.")])
def test_expected_mistakes_are_spoken_to(answer: str, said: str) -> None:
    item = TREES.item(english)
    assert item is not None
    assert [remark.text for remark in item.remarks({"text": answer})] == [said]


@pytest.mark.parametrize(
    ("tries", "shown", "verdict", "score"),
    [
        ({"trees": ["1493"], "hours": ["6 kWh"]}, [], ["no"], 1.0),
        ({"trees": ["2", "1493"], "hours": ["6 kWh"]}, [], ["no"], 1.0),
        ({"trees": ["2", "3", "1493"], "hours": ["6 kWh"]}, [], ["no"], 2 / 3),
        ({"trees": ["1493"], "hours": ["5 kWh"]}, ["hours"], ["no"], 2 / 3),
        ({"trees": ["1493"], "hours": ["6 kWh"]}, [], ["yes", "no"], 2 / 3),
        ({}, ["trees", "hours"], ["yes", "no"], 0.0),
    ],
)
def test_each_step_and_the_first_verdict_are_one_part(
    tries: dict[str, list[str]], shown: list[str], verdict: list[str], score: float
) -> None:
    done = state(tries=tries, shown=shown, verdict=verdict)
    assert CHECK.is_done(done)
    assert CHECK.score(done) == pytest.approx(score)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"answers": {"trees": "1493"}},
        {"tries": {"trees": ["1493"], "hours": ["5 kWh"]}, "verdict": ["no"]},
        {"tries": {"trees": ["1493"], "hours": ["6 kWh"]}},
        {"tries": {"trees": ["1493"], "hours": ["6 kWh"]}, "verdict": ["yes"]},
    ],
)
def test_without_all_of_it_there_is_no_score(parts: dict[str, Any]) -> None:
    assert not CHECK.is_done(state(**parts))
    assert CHECK.score(state(**parts)) is None


def test_a_right_text_that_was_not_checked_is_no_try() -> None:
    done = state(answers={"trees": "1493"}, tries={"trees": ["2"]})
    assert not CHECK.is_solved(TREES, done)
    assert CHECK.at(done) == 0


def test_looking_after_solving_changes_nothing() -> None:
    assert "shown" not in state(tries={"trees": ["1493"]}, shown=["trees"])


def test_tries_end_with_the_right_one_and_the_first_are_kept() -> None:
    assert state(tries={"trees": ["1", "1493", "7"]})["tries"]["trees"] == ["1", "1493"]
    many = state(tries={"trees": [str(n) for n in range(2, 60)]})["tries"]["trees"]
    assert (len(many), many[:2], many[-1]) == (20, ["2", "3"], "59")


def test_what_is_not_known_is_left_out() -> None:
    odd = {"answers": {"else": "1"}, "tries": {"trees": [1, None]}, "shown": ["x"], "verdict": [3]}
    assert CHECK.clean(odd) == {}


@pytest.mark.parametrize(
    "odd", [None, [], {"answers": []}, {"tries": 1}, {"shown": {}}, {"verdict": "no"}]
)
def test_what_is_no_state_is_refused(odd: Any) -> None:
    with pytest.raises(BadResponse):
        CHECK.clean(odd)


json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["trees", "hours", "no", "yes", "1493", "6 kWh"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["answers", "tries", "shown", "verdict", "trees", "hours"]), inner
        )
    ),
)


@given(json)
def test_any_state_is_cleaned_or_refused(odd: Any) -> None:
    try:
        cleaned = CHECK.clean(odd)
    except BadResponse:
        return
    assert CHECK.clean(cleaned) == cleaned
    score = CHECK.score(cleaned)
    assert score is None or 0 <= score <= 1


def test_a_check_without_verdicts_ends_with_its_steps() -> None:
    check = NumberCheck(id="c", title={}, claim={"en": "Many."}, steps=(TREES,))
    assert check.score(check.clean({"tries": {"trees": ["1493"]}})) == 1.0


FACT = Fact(id="F-1", grade="D", source="A rumour", text={"en": "Many."})


def faults(**parts: Any) -> list[tuple[str, tuple[Any, ...]]]:
    check = NumberCheck(id="c", title={}, claim={"en": "Many."}, **parts)
    return [(code, path) for code, path, _ in check.faults(World(facts={"F-1": FACT}))]


def test_the_example_has_no_faults_and_may_use_doubtful_facts() -> None:
    assert faults(steps=CHECK.steps, verdicts=CHECK.verdicts, facts=("F-1",)) == []


def test_faults_name_their_place() -> None:
    odd = Step(id="a", question={"en": "?"}, answer="six", wrong=(Wrong(answer="", feedback={}),))
    assert faults() == [("A402", ("kind",))]
    assert faults(
        steps=(odd, odd), facts=("F-9",), data=(Datum(label={}, value={}, fact="F"),)
    ) == [
        ("A011", ("steps", 1, "id")),
        ("A403", ("facts", 0)),
        ("A405", ("data", 0, "fact")),
        ("A401", ("steps", 0, "answer")),
        ("A401", ("steps", 0, "wrong", 0, "answer")),
        ("A406", ("steps", 0, "id")),
        ("A401", ("steps", 1, "answer")),
        ("A401", ("steps", 1, "wrong", 0, "answer")),
        ("A406", ("steps", 1, "id")),
    ]
    assert faults(verdicts=CHECK.verdicts[1:]) == [("A404", ("verdicts",))]


def test_answers_that_no_reader_meets_are_found() -> None:
    same = Wrong(answer="1493 ± 1 %", feedback={"en": "No."})
    unclear = Step(id="b", question={}, answer="1,493 ± 1 %", working={"en": "…"})
    found = faults(steps=(Step(id="a", question={}, answer="1490 ± 1 %", wrong=(same,)), unclear))
    assert [code for code, _ in found] == ["Q111", "A406", "Q021"]
