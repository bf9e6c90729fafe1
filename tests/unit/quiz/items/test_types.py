"""What each item type does, by examples of docs/course-format.md."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from ecolearn.problems import Problems
from ecolearn.quiz.items import AnyItem, Cloze, Hotspot, Match, Order, Several
from ecolearn.quiz.items.syntax import parse_item, write_item


def read(body: str, args: str = "a") -> AnyItem:
    problems = Problems()
    item = parse_item(args, body.split("\n"), path="", line=1, problems=problems)
    assert list(problems) == []
    assert item is not None
    return item


def score(item: AnyItem, response: dict[str, Any]) -> float | None:
    return item.grade(item.clean(response)).score


def said(item: AnyItem, response: dict[str, Any]) -> list[str]:
    return [remark.text for remark in item.remarks(item.clean(response))]


def faults(item: AnyItem) -> list[str]:
    return [code for code, _ in item.faults()]


def test_single() -> None:
    item = read("?\n\n- (x) 6 kWh\n  > Right.\n- ( ) 6 kW\n  > kW is power.\n- ( ) 5\n\n> All.")
    assert score(item, {"choice": "a"}) == 1
    assert score(item, {"choice": "b"}) == 0
    assert score(item, {"choice": "z"}) == 0
    assert said(item, {"choice": "b"}) == ["kW is power.", "All."]
    assert item.grade({"choice": "b"}).parts == {"a": False, "b": False}
    assert item.present(Random(3), shuffle=False) == {"options": ["a", "b", "c"]}


SEVERAL = "?\n\n- [x] kWh\n- [x] MJ\n- [ ] kW\n  > Power.\n- [ ] W"


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [("ab", 1), ("a", 0.5), ("abc", 0.5), ("ac", 0), ("abcd", 0), ("c", 0), ("", 0)],
)
def test_several(choices: str, wanted: float) -> None:
    assert score(read(SEVERAL), {"choices": list(choices)}) == wanted
    assert score(read(SEVERAL, "a partial=no"), {"choices": list(choices)}) == int(wanted)


def test_how_many_are_right_is_public() -> None:
    item = read(SEVERAL)
    assert isinstance(item, Several)
    assert item.right_count == 2
    assert said(item, {"choices": ["a", "c"]}) == ["Power."]


@pytest.mark.parametrize(
    ("verdict", "reason", "wanted"),
    [(False, "a", 1), (False, "b", 0.5), (False, "", 0.5), (True, "a", 0), (None, "", 0)],
)
def test_true_or_false_with_reason(verdict: bool | None, reason: str, wanted: float) -> None:
    item = read("Always?\n\n= false\n  > It depends.\n\n- (x) Time counts.\n- ( ) No energy.")
    assert score(item, {"verdict": verdict, "reason": reason}) == wanted


def test_true_or_false_without_reason() -> None:
    item = read("So?\n\n= True")
    assert score(item, {"verdict": True}) == 1
    assert item.is_answered(item.clean({"verdict": True}))
    assert score(item, {"verdict": False}) == 0


NUMBER = """How much?

= 6 kWh ± 1 %
  > Yes.
!= 6 kW
  > kW is power.
!= 1.5 kWh
  > Multiply.
!= *
  > Power times hours."""


@pytest.mark.parametrize(
    ("text", "wanted", "feedback"),
    [
        ("6 kWh", 1, "Yes."),
        ("6 кВт·ч", 1, "Yes."),
        ("6 кВт·сағ", 1, "Yes."),
        ("21,6 МДж", 1, "Yes."),
        ("21.6MJ", 1, "Yes."),
        ("E = 6 kWh", 1, "Yes."),
        ("≈6,05 kwh", 1, "Yes."),
        ("6000 Wh", 1, "Yes."),
        ("6,07 kWh", 0, "Power times hours."),
        ("6", 0, "Power times hours."),
        ("6 kW", 0, "kW is power."),
        ("1,5 кВт·ч", 0, "Multiply."),
        ("six", 0, "Power times hours."),
    ],
)
def test_number(text: str, wanted: float, feedback: str) -> None:
    item = read(NUMBER)
    assert score(item, {"text": text}) == wanted
    assert said(item, {"text": text}) == [feedback]


def test_a_number_tells_what_is_right_of_number_and_unit() -> None:
    assert read(NUMBER).grade({"text": "6 kW"}).parts == {"number": True, "unit": False}
    assert read(NUMBER).grade({"text": "6"}).parts == {"number": True, "unit": False}
    assert read(NUMBER).grade({"text": "5 kWh"}).parts == {"number": False, "unit": False}


@pytest.mark.parametrize(
    ("answer", "args", "text", "wanted"),
    [
        ("6 kWh", "a unit=optional", "6", 1),
        ("6 kWh", "a unit=optional", "6 kW", 0),
        ("1493 kWh", "a", "1,493 kWh", 1),
        ("1.493 kWh", "a", "1,493 kWh", 1),
        ("80 %", "a", "80 %", 1),
        ("80 %", "a", "0,8", 1),
        ("80 %", "a", "80", 0),
        ("80 %", "a unit=optional", "80", 1),
        ("80 %", "a unit=optional", "0,8", 1),
        ("20 °C", "a", "20 °C", 1),
        ("20 °C", "a", "293,15 K", 1),
        ("20 °C", "a", "20 K", 0),
        ("5 K", "a", "5 °C", 1),
        ("300 K", "a", "300 °C", 0),
        ("5", "a", "5 lamps", 1),
        ("5", "a", "5 kWh", 0),
        ("500 ₸", "a", "₸500", 1),
        ("500 ₸ ± 10", "a", "509 тг", 1),
        ("500 ₸ ± 10", "a", "511 тг", 0),
        ("0.333333333", "a", "0,333333333", 1),
        ("0.333333333", "a", "0,3333", 0),
        ("-3 °C", "a", "−3 °C", 1),
        ("2e5 J", "a", "0,2 MJ", 1),
        ("40 kg CO2", "a", "40 кг", 1),
    ],
)
def test_units_and_tolerances(answer: str, args: str, text: str, wanted: float) -> None:
    item = read(f"How much?\n\n= {answer}", args + " type=number" * ("type" not in args))
    assert score(item, {"text": text}) == wanted


EXPECTED = "How much?\n\n= 6 kWh\n!= 1.5 kWh\n  > one\n!= 9 MJ\n  > two\n!= 8 kW\n  > three"
EXPECTED += "\n!= *\n  > else"


@pytest.mark.parametrize(
    ("args", "text", "feedback"),
    [
        ("a", "1.5 kWh", "one"),
        ("a", "1.5", "else"),
        ("a unit=optional", "1.5", "one"),
        ("a unit=optional", "1,5 кВт·ч", "one"),
        ("a unit=optional", "2.5", "two"),
        ("a unit=optional", "9", "else"),  # a bare number is in the unit of the answer
        ("a unit=optional", "8", "else"),
        ("a unit=optional", "8 kW", "three"),
    ],
)
def test_expected_wrong_numbers_meet_bare_ones(args: str, text: str, feedback: str) -> None:
    item = read(EXPECTED, args)
    assert faults(item) == []
    assert said(item, {"text": text}) == [feedback]


@pytest.mark.parametrize(
    ("text", "feedback"),
    [
        ("6", "no unit"),
        ("6,0", "no unit"),
        ("6 kW", "else"),
        ("6 lamps", "else"),
        ("3", "half"),
        ("3.02", "half"),
        ("3 kWh", "half"),
        ("10,8 МДж", "half"),
        ("3 kW", "else"),
        ("6 kWh", "right"),
    ],
)
def test_an_expected_wrong_number_without_a_unit(text: str, feedback: str) -> None:
    item = read("?\n\n= 6 kWh\n  > right\n!= 6\n  > no unit\n!= 3 ± 1 %\n  > half\n!= *\n  > else")
    assert faults(item) == []
    assert said(item, {"text": text}) == [feedback]


@pytest.mark.parametrize(
    ("answers", "args", "wanted"),
    [
        ("= 6 kWh\n!= 6\n  > x", "a unit=optional", ["Q111"]),
        ("= 6 kWh\n!= 3\n  > x\n!= 3 kWh\n  > y", "a", ["Q112"]),
        ("= 6 kWh\n!= 3 kWh\n  > x\n!= 3\n  > y", "a", []),
        ("= 6 kWh\n!= 3 kWh\n  > x\n!= 3\n  > y", "a unit=optional", ["Q112"]),
    ],
)
def test_faults_of_expected_wrong_numbers(answers: str, args: str, wanted: list[str]) -> None:
    assert faults(read("?\n\n" + answers, args)) == wanted


@pytest.mark.parametrize(
    ("args", "text", "wanted"),
    [
        ("a", "watt", 1),
        ("a", "  WATT ", 1),
        ("a", "Ватт.", 1),
        ("a case=yes", "w", 0),
        ("a case=yes", "W", 1),
        ("a", "Вт", 1),
        ("a", "kWh", 0),
        ("a", "", 0),
        ("a", "ёлка", 1),
        ("a", "елка", 1),
        ("a lookalikes=yes", "ватт", 1),
        ("a lookalikes=yes", "вaтт", 1),
        ("a", "вaтт", 0),
    ],
)
def test_short(args: str, text: str, wanted: float) -> None:
    item = read("?\n\n= watt | W | ватт | Вт | Ёлка\n!= kWh\n  > Energy.\n!= *\n  > No.", args)
    assert score(item, {"text": text}) == wanted


def test_match() -> None:
    item = read("?\n\n- kW => power\n- kWh => energy\n  > The bill.\n- => length")
    assert isinstance(item, Match)
    assert item.rights() == {"a": "power", "b": "energy", "c": "length"}
    assert score(item, {"pairs": {"a": "a", "b": "c"}}) == 0.5
    assert said(item, {"pairs": {"b": "c"}}) == ["The bill."]
    shown = item.present(Random(1), shuffle=False)
    assert shown["left"] == ["a", "b"]
    assert sorted(shown["right"]) == ["a", "b", "c"]


def test_a_quote_inside_a_left_side_is_part_of_it() -> None:
    item = read("?\n\n- kW\n   > quoted\n  => power\n- kWh => energy")
    assert isinstance(item, Match)
    assert [pair.left for pair in item.pairs] == ["kW\n > quoted", "kWh"]


def test_a_right_side_too_many_speaks_to_those_who_use_it() -> None:
    item = read("?\n\n- kW => power\n  > Fast.\n- kWh => energy\n- => length\n  > Metres.")
    assert isinstance(item, Match)
    assert said(item, {"pairs": {"a": "c", "b": "b"}}) == ["Metres.", "Fast."]
    assert said(item, {"pairs": {"a": "a", "b": "c"}}) == ["Metres.", "Fast."]
    assert said(item, {"pairs": {"a": "a", "b": "b"}}) == ["Fast."]
    remarks = item.remarks(item.clean({"pairs": {"b": "c"}}))
    assert [(remark.part, remark.right) for remark in remarks] == [("b", False)]


def test_an_empty_bin_speaks_to_those_who_use_it() -> None:
    item = read("?\n\n- jar => dry\n- peel => wet\n- paper => dry\n- => special\n  > Batteries.")
    assert item.type == "sort"
    assert said(item, {"bins": {"a": "d", "b": "b"}}) == ["Batteries."]
    assert said(item, {"bins": {"a": "b", "b": "b"}}) == []


def test_equal_right_sides_are_one() -> None:
    item = read("?\n\n- a => x\n- b => y\n- c => x", "i type=match")
    assert isinstance(item, Match)
    assert item.solution() == {"pairs": {"a": "a", "b": "b", "c": "a"}}
    assert set(item.present(Random(1))["right"]) == {"a", "b"}


def test_sort() -> None:
    item = read("?\n\n- newspaper => dry\n- jar => dry\n- peel => wet\n- => special")
    assert item.type == "sort"
    assert item.solution() == {"bins": {"a": "a", "b": "a", "c": "c"}}
    assert score(item, {"bins": {"a": "a", "b": "d", "c": "c"}}) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [("abcd", 1), ("bcda", 2 / 3), ("abdc", 1 / 3), ("dcba", 0), ("a", 0), ("", 0)],
)
def test_order(order: str, wanted: float) -> None:
    item = read("Sort.\n\n1. one\n2. two\n3. three\n4. four")
    assert score(item, {"order": list(order)}) == pytest.approx(wanted)


def test_steps_are_never_shown_in_the_right_order() -> None:
    item = read("Sort.\n\n1. one\n2. two")
    assert isinstance(item, Order)
    for seed in range(20):
        assert item.present(Random(seed), shuffle=False) == {"steps": ["b", "a"]}


def test_a_list_in_the_stem_of_an_order_item_is_stem() -> None:
    item = read("Given:\n\n1. first\n2. second\n\nNow sort.\n\n1. one\n2. two\n\n> Done.")
    assert isinstance(item, Order)
    assert [step.text for step in item.steps] == ["one", "two"]
    assert item.feedback == "Done."


def test_cloze() -> None:
    item = read(
        "Energy is [[power]] times [[time | hours]], [[= 6 kWh]], [[( ) kW (x) kWh]].\n\n"
        "- [[1]]\n  > How fast.\n\n> All."
    )
    assert isinstance(item, Cloze)
    assert [piece for kind, piece in item.segments() if kind == "gap"] == ["a", "b", "c", "d"]
    right = {"a": "Power", "b": "hours", "c": "21.6 MJ", "d": "b"}
    assert score(item, {"gaps": right}) == 1
    assert score(item, {"gaps": right | {"a": "energy", "d": "a"}}) == 0.5
    assert said(item, {"gaps": {"a": "x"}}) == ["How fast.", "All."]
    assert set(item.present(Random(1))) == {"gap-d"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("2200", 1), ("2 200", 1), ("2200 тг", 1), ("2200 теңге", 1), ("2200 kWh", 0), ("220", 0)],
)
def test_the_unit_may_stand_after_a_gap(text: str, wanted: float) -> None:
    item = read("The family pays [[= 2200 tenge]] tenge.")
    assert score(item, {"gaps": {"a": text}}) == wanted


HOTSPOT = """Where?

![A room](media/room.svg)

- (x) @rect 10 20 30 15: television
  > Right.
- ( ) @circle 50 12 8: lamp
  > Needed."""


def test_hotspot() -> None:
    item = read(HOTSPOT)
    assert isinstance(item, Hotspot)
    assert (item.picture, item.alt) == ("media/room.svg", "A room")
    assert score(item, {"points": [[0.2, 0.3]]}) == 1
    assert score(item, {"points": [[0.2, 0.3], [0.9, 0.9]]}) == 0
    assert said(item, {"points": [[0.5, 0.12]]}) == ["Needed."]
    # on a picture twice as wide as high, the circle reaches twice as far down in fractions
    assert said(item, {"points": [[0.5, 0.25]]}) == []
    assert said(item, {"points": [[0.5, 0.25]], "aspect": 0.5}) == ["Needed."]


def test_several_places() -> None:
    item = read(HOTSPOT.replace("(x)", "[x]").replace("( )", "[x]"))
    found, other, wrong = [0.2, 0.3], [0.5, 0.12], [0.9, 0.9]
    assert score(item, {"points": [found]}) == 0.5
    assert score(item, {"points": [found, [0.21, 0.3]]}) == 0.5
    assert score(item, {"points": [found, other]}) == 1
    assert score(item, {"points": [found, other, wrong]}) == 0.5


def test_matrix() -> None:
    item = read(
        "?\n\n| | power | energy |\n|--|--|--|\n| kW | (x) | ( ) |\n| kWh | ( ) | (x) |\n\n"
        "- [[2]]\n  > The bill."
    )
    assert score(item, {"rows": {"a": ["a"], "b": ["a"]}}) == 0.5
    assert score(item, {"rows": {"a": ["b", "a"], "b": ["b"]}}) == 1
    assert said(item, {"rows": {"b": ["a"]}}) == ["The bill."]


def test_rows_are_shuffled_and_columns_are_not() -> None:
    table = "| | never | rarely | often |\n|--|--|--|--|\n"
    item = read("?\n\n" + table + "".join(f"| r{n} | (x) | ( ) | ( ) |\n" for n in range(6)))
    shown = [item.present(Random(seed)) for seed in range(20)]
    assert {tuple(one["columns"]) for one in shown} == {("a", "b", "c")}
    assert len({tuple(one["rows"]) for one in shown}) > 10
    assert item.present(Random(1), shuffle=False)["rows"] == list("abcdef")


def test_open() -> None:
    item = read("Why?\n\n- (2) names both\n- (1) example\n\n> One possible answer.")
    grade = item.grade(item.clean({"text": "Because."}))
    assert (grade.score, grade.verdict, grade.right) == (None, "open", False)
    assert said(item, {"text": "x"}) == ["One possible answer."]


@pytest.mark.parametrize(
    ("body", "args", "points"),
    [
        ("Why?\n\n- (2) both\n- (0,5) example", "a", 2.5),
        ("Why?\n\n- (2) both\n- (1) example", "a points=1", 1),
        ("Why?\n\n- (0) nothing", "a", 1),
        ("Why?", "a type=open", 1),
    ],
)
def test_an_open_answer_is_worth_its_rubric(body: str, args: str, points: float) -> None:
    item = read(body, args)
    assert item.points == points
    head, *lines, _ = write_item(item)
    assert ("points=" in head) == ("points=" in args)
    assert read("\n".join(lines), head.removeprefix(":::item ")) == item


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("- (x) a\n- ( ) b", "Q101"),
        ("?\n\n(? 60 %) a\n(? 60 %) b\n\n= 6", "Q102"),
        ("?\n\n- (x) a\n- ( ) a", "Q103"),
        ("?\n\n- ( ) a\n- ( ) b", "Q104"),
        ("?\n\n- [x] a\n- [x] b", "Q105"),
        ("?\n\n- (x) a\n- (x) b\n- ( ) c", "Q106"),
        ("?\n\n- (x) a", "Q107"),
        ("?\n\n- (x) a\n- ( )", "Q108"),
        ("?\n\n= 0 °C ± 5 %", "Q109"),
        ("?\n\n= 6 kWh ± 100 %", "Q110"),
        ("?\n\n= 6 kWh\n!= 21.6 MJ\n  > x", "Q111"),
        ("?\n\n= 6 kWh\n!= 5 kWh ± 1\n!= 5.5 kWh", "Q112"),
        ("?\n\n= watt\n!= Watt", "Q111"),
        ("?\n\n- a => Dry\n- b => dry\n- c => wet", "Q113"),
        ("?\n\n| | a | b |\n|--|--|--|\n| r | ( ) | ( ) |\n| s | (x) | ( ) |", "Q114"),
        ("?\n\n![a](b.svg)\n\n- (x) @rect 1 1 9 9", "Q115"),
        ("?\n\n![a](b.svg)\n\n- (x) @rect 101 1 9 9: a", "Q116"),
        ("?\n\n![a](b.svg)\n\n- ( ) @rect 0 0 90 90: b\n- (x) @rect 1 1 9 9: a", "Q117"),
    ],
)
def test_faults(body: str, code: str) -> None:
    assert faults(read(body)) == [code]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("= 6 kWh ± 1 %", "= 6 кВт·сағ ± 1 %"),
        ("= 6 kWh", "= 21,6 МДж"),
        ("= 500 ₸ ± 10", "= 500 тг ± 10"),
        ("- (x) yes\n- ( ) no", "- (x) иә\n- ( ) жоқ"),
        ("= watt | W", "= ватт"),
    ],
)
def test_keys_do_not_hang_on_the_language(one: str, other: str) -> None:
    assert read("?\n\n" + one).key() == read("?\n\n" + other).key()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("= 6 kWh ± 1 %", "= 6 kW ± 1 %"),
        ("= 6 kWh ± 1 %", "= 6 kWh ± 2 %"),
        ("- (x) yes\n- ( ) no", "- ( ) жоқ\n- (x) иә"),
        ("- (x) yes\n- ( ) no", "- [x] yes\n- [ ] no"),
        ("- a => x\n- b => y", "- a => x\n- b => y\n- => z"),
    ],
)
def test_keys_tell_different_answers(one: str, other: str) -> None:
    assert read("?\n\n" + one).key() != read("?\n\n" + other).key()
