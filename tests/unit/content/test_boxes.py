"""The line scanner: where boxes begin and end, and what it says when they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.boxes import Found, scan
from ecolearn.problems import Problems


def outline(found: list[Found]) -> list[object]:
    """Return what was found in short: text as it is, boxes as [kind, what is inside …]."""
    out: list[object] = []
    for one in found:
        if not one.kind:
            out.append("|".join(one.rows))
        elif one.kind in ("item", "predict"):
            out.append([f"{one.kind} {one.args}".strip(), "|".join(one.rows)])
        else:
            out.append([f"{one.kind} {one.args}".strip(), *outline(one.inside)])
    return out


def read(text: str) -> tuple[list[object], list[tuple[str, int]]]:
    """Return (outline, problems as (code, line))."""
    problems = Problems()
    found = scan(text, "x.md", problems)
    return outline(found), [(p.code, p.place.line) for p in problems]


class TestWellFormed:
    def test_text_and_boxes(self) -> None:
        text = "a\n\nb\n\n:::note Watch the unit\nc\n:::\nd\n"
        assert read(text) == (["a||b", ["note Watch the unit", "c"], "d"], [])

    def test_box_in_a_box(self) -> None:
        text = "::::fold Example\n1\n:::tip\n2\n:::\n3\n::::\n4"
        assert read(text) == ([["fold Example", "1", ["tip", "2"], "3"], "4"], [])

    def test_question_keeps_its_lines_as_they_are(self) -> None:
        text = ":::item Q1 points=2\nStem?\n\n- (x) yes\n  > Right.\n:::"
        assert read(text) == ([["item Q1 points=2", "Stem?||- (x) yes|  > Right."]], [])

    def test_named_boxes(self) -> None:
        assert read(":::fact F-007\n:::\n:::compare P1\n:::") == (
            [["fact F-007"], ["compare P1"]],
            [],
        )

    def test_spaces_do_not_matter(self) -> None:
        assert read("  :::  note   Title  \nx\n ::: ") == ([["note Title", "x"]], [])

    def test_code_shows_how_boxes_are_written(self) -> None:
        text = "```\n:::note\n```\n\n~~~~\n:::\n~~~\n~~~~"
        assert read(text) == ([text.replace("\n", "|")], [])

    def test_a_question_that_shows_boxes_has_more_colons(self) -> None:
        text = "::::item Q\n```\n:::note\n:::\n```\n::::"
        assert read(text) == ([["item Q", "```|:::note|:::|```"]], [])

    def test_an_open_code_block_ends_with_its_question(self) -> None:
        text = ":::item A\n```\n:::\n:::item B\n```\n:::"
        assert read(text) == ([["item A", "```"], ["item B", "```"]], [])

    def test_lines(self) -> None:
        problems = Problems()
        found = scan("\na\n\n:::note\n\nb\n:::\n", "x.md", problems, first_line=10)
        assert [(one.kind, one.line) for one in found] == [("", 11), ("note", 13)]
        assert found[1].inside[0].line == 15

    @pytest.mark.parametrize(
        "text", ["", "\n\n", ":::3 apples", "a ::: b", "::note", "    :::note"]
    )
    def test_not_boxes(self, text: str) -> None:
        assert read(text) == ([text] if text.strip() else [], [])


class TestMistakes:
    """A mistake is named where it is, and the text around it is still shown."""

    def test_never_closed(self) -> None:
        assert read(":::note\na") == ([["note", "a"]], [("T001", 1)])

    def test_inner_box_not_closed(self) -> None:
        text = "::::fold\n:::note\na\n::::\nb"
        assert read(text) == ([["fold", ["note", "a"]], "b"], [("T001", 2)])

    def test_a_box_with_more_colons_shows_that_the_one_before_is_open(self) -> None:
        text = ":::note\na\n::::fold\nb\n::::\n"
        assert read(text) == ([["note", "a"], ["fold", "b"]], [("T001", 1)])

    def test_closes_nothing(self) -> None:
        assert read("a\n:::\nb") == (["a", "b"], [("T002", 2)])

    def test_unknown_kind_is_taken_for_the_nearest(self) -> None:
        assert read(":::wraning\na\n:::") == ([["warning", "a"]], [("T003", 1)])

    def test_kind_like_no_other_is_a_note(self) -> None:
        assert read(":::xyzzy T\na\n:::") == ([["note T", "a"]], [("T003", 1)])

    def test_same_number_of_colons_inside(self) -> None:
        text = ":::note\n:::tip\na\n:::\nb\n:::"
        assert read(text) == ([["note", ["tip", "a"], "b"]], [("T009", 2)])

    def test_closed_by_another_number(self) -> None:
        assert read("::::note\na\n:::\nb") == ([["note", "a"], "b"], [("T008", 3)])

    def test_question_not_closed_ends_at_the_next(self) -> None:
        text = ":::item Q1\na\n:::item Q2\nb\n:::"
        assert read(text) == ([["item Q1", "a"], ["item Q2", "b"]], [("T001", 1)])

    def test_question_not_closed_in_a_box(self) -> None:
        text = "::::note\n:::item Q1\na\n::::\nb"
        assert read(text) == ([["note", ["item Q1", "a"]], "b"], [("T001", 2)])

    def test_card_not_closed(self) -> None:
        text = ":::fact F\n:::note\na\n:::"
        assert read(text) == ([["fact F"], ["note", "a"]], [("T001", 1)])

    def test_code_block_without_end_hides_nothing(self) -> None:
        text = "```\na\n:::note\nb\n:::"
        assert read(text) == (["```|a", ["note", "b"]], [("T012", 1)])

    def test_twenty_levels(self) -> None:
        opening = "\n".join(":" * (40 - n) + "note" for n in range(21))
        closing = "\n".join(":" * (20 + n) for n in range(21))
        made, problems = read(f"{opening}\nx\n{closing}")
        assert problems[0] == ("T005", 21)
        assert "x" in str(made)


_LINE = st.sampled_from(
    ["", "text", ":::", "::::", ":::::", ":::note", "::::fold T", ":::item Q", ":::fact F",
     ":::::key", "```", "~~~", ":::odd", "  :::", "- x"]
)  # fmt: skip


def _all_rows(found: list[Found]) -> list[str]:
    return [row for one in found for row in (*one.rows, *_all_rows(one.inside))]


@given(st.lists(_LINE, max_size=40))
def test_no_text_gets_lost(rows: list[str]) -> None:
    found = scan("\n".join(rows), "x.md", Problems())
    assert _all_rows(found).count("text") == rows.count("text")
    assert _all_rows(found).count("- x") == rows.count("- x")
