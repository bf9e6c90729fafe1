"""Reading and writing items: what is written reads back as the same item, whatever its texts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ecolearn.content import boxes
from ecolearn.problems import Problems
from ecolearn.quiz.items import BY_NAME, AnyItem, Item, Single
from ecolearn.quiz.items.base import Option
from ecolearn.quiz.items.syntax import parse_item, write_item
from tests.unit.quiz import items_made

calm = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def read(text: str) -> AnyItem:
    """Read an item that must be without problems."""
    item, codes = read_with_codes(text)
    assert codes == []
    assert item is not None
    return item


def read_with_codes(text: str) -> tuple[AnyItem | None, list[str]]:
    """Read an item; return it and the codes of its problems."""
    lines = text.strip("\n").split("\n")
    assert lines[-1] == ":::"
    _, _, args = lines[0].partition(" ")
    problems = Problems()
    item = parse_item(args, lines[1:-1], path="quiz.en.md", line=1, problems=problems)
    return item, [problem.code for problem in problems]


@pytest.mark.parametrize("kind", sorted(BY_NAME))
@calm
@given(data=st.data())
def test_what_is_written_reads_back(kind: str, data: st.DataObject) -> None:
    item = data.draw(items_made.items(kind))
    written = write_item(item)
    inner = written[1:-1]
    assert not any(line.lstrip().startswith(":::") for line in inner)
    problems = Problems()
    _, _, args = written[0].partition(" ")
    again = parse_item(args, inner, path="quiz.en.md", line=1, problems=problems)
    assert [p for p in problems if p.code not in ("Q021", "Q025")] == []
    assert again == item


@calm
@given(data=st.data())
def test_items_do_not_run_into_each_other_in_a_file(data: st.DataObject) -> None:
    items = data.draw(st.lists(items_made.items(), min_size=2, max_size=3))
    lines: list[str] = []
    for item in items:
        lines += [*write_item(item), ""]
    problems = Problems()
    found = boxes.scan("\n".join(lines), "quiz.en.md", problems)
    assert [(box.kind, box.rows) for box in found] == [
        ("item", write_item(item)[1:-1]) for item in items
    ]
    assert list(problems) == []


@given(st.lists(items_made.pieces, max_size=12))
@calm
@example(["= "])
@example(["- [[0]]", "[[a]]"])
@example(["- (x)", "- =>", "1."])
@example(["![a](b)", "- (x) @polygon 1 2 3"])
def test_any_body_is_read_without_raising(lines: list[str]) -> None:
    problems = Problems()
    item = parse_item("id", "\n".join(lines).split("\n"), path="", line=1, problems=problems)
    assert (item is None) == problems.has_errors
    if item is not None:
        list(item.faults())
        assert list(item.texts()) is not None


@given(args=st.text(max_size=40))
@calm
def test_any_header_is_read_without_raising(args: str) -> None:
    problems = Problems()
    item = parse_item(args, ["- (x) a", "- ( ) b"], path="", line=1, problems=problems)
    assert (item is None) == problems.has_errors


def test_the_header_holds_the_settings() -> None:
    item = read(
        """
:::item Q-1 points=2,5 partial=no shuffle=no parallel=heater outcome=O1 tags="a 2.1" lesson=L1#power
Which?

- (x) this
- ( ) that
:::"""
    )
    assert item == Single(
        id="Q-1",
        stem="Which?",
        points=2.5,
        partial=False,
        shuffle=False,
        parallel="heater",
        outcome="O1",
        tags=("a", "2.1"),
        lesson="L1#power",
        options=(Option(text="this", right=True), Option(text="that")),
    )


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ("", "Q001"),
        ("1st", "Q002"),
        ("a b", "Q003"),
        ("a pionts=2", "Q003"),
        ("a points=many", "Q004"),
        ("a points=0", "Q004"),
        ("a partial=maybe", "Q004"),
        ("a type=guess", "Q005"),
        ("a type=match", "Q007"),
        ("a points=1 points=2", "Q023"),
        ("a case=yes", "Q020"),
    ],
)
def test_a_bad_header_is_told(args: str, code: str) -> None:
    problems = Problems()
    parse_item(args, ["- (x) a", "- ( ) b"], path="quiz.md", line=7, problems=problems)
    assert {p.code for p in problems} == {code}
    assert {(p.place.path, p.place.line) for p in problems} == {("quiz.md", 7)}


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("Just a text.", "Q006", 1),
        ("- (x) a\n- [ ] b", "Q009", 3),
        ("- (x) a\n\n> for all\n\n- ( ) b", "Q010", 4),
        ("- (x) a\n- ( ) b\n\nMore text.", "Q008", 5),
        ("- (x) a\n= 6", "Q024", 2),
        ("= 6 hours ± x", "Q013", 2),
        ("= 6 lampz", "Q012", 2),
        ("= 6 kWh\n!= six", "Q011", 3),
        ("= 6 kWh\n= 7 kWh", "Q014", 3),
        ("= 1,493 kWh", "Q021", 2),
        ("![a](b.svg)\n\n- (x) @rect 1 2 3: a", "Q015", 4),
        ("- (x) @rect 1 2 3 4: a", "Q016", 1),
        ("| | a |\n|---|---|\n| b | (x) | ( ) |", "Q017", 4),
        ("A [[gap]].\n\n- [[2]]\n  > x", "Q018", 4),
        ("A [[ ]].", "Q019", 2),
        ("- a => b\n- c", "Q008", 3),
    ],
)
def test_a_bad_body_is_told_with_its_line(body: str, code: str, line: int) -> None:
    problems = Problems()
    parse_item("a", body.split("\n"), path="quiz.md", line=1, problems=problems)
    assert [(p.code, p.place.line) for p in problems] == [(code, line)]


def test_cyrillic_ha_is_an_x() -> None:
    item = read(":::item a\n?\n\n- (х) да\n- ( ) нет\n:::")
    assert isinstance(item, Single)
    assert [option.right for option in item.options] == [True, False]


def test_stems_keep_their_markdown() -> None:
    stem = (
        "Look:\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n= 6\n- (x) no\n```\n\n"
        "$$\nE = P \\cdot t\n= 6\n$$\n\n> a quote"
    )
    item = read(f":::item a\n{stem}\n\n- (x) yes\n- ( ) no\n:::")
    assert item.stem == stem
    assert "\n".join(write_item(item)).count("\\") == stem.count("\\")


def test_a_wrapped_option_goes_on() -> None:
    item = read(":::item a\n?\n\n- (x) a long\nline\n  > said\n  over two lines\n- ( ) no\n:::")
    assert isinstance(item, Single)
    assert item.options[0] == Option(
        text="a long\nline", right=True, feedback="said\nover two lines"
    )


def test_a_type_is_stated_only_where_the_shape_misleads() -> None:
    plain: Item = read(":::item a\n?\n\n= watt\n:::")
    assert write_item(plain)[0] == ":::item a"
    six = read(":::item a type=short\n?\n\n= 6\n:::")
    assert write_item(six)[0] == ":::item a type=short"
    assert write_item(plain, "predict")[0] == ":::predict a"
