"""What becomes of Markdown: a text above, the blocks it makes below."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecolearn.content.blocks import (
    Code,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Math,
    MathRun,
    Media,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    Table,
)
from ecolearn.content.markdown import blocks, inline, plain, plain_blocks, slug
from ecolearn.problems import Problems

TITLES = {"HE1-L1": "Power and energy", "HE1-L2": "Reading a meter"}


def words(text: str) -> Inline:
    """Return plain words as the runs they make."""
    return (Run(text),)


class TestInline:
    def test_looks(self) -> None:
        assert inline("a **b** *c* ~~d~~ `e`") == (
            Run("a "),
            Run("b", strong=True),
            Run(" "),
            Run("c", emphasis=True),
            Run(" "),
            Run("d", strike=True),
            Run(" "),
            Run("e", code=True),
        )

    def test_looks_in_one_another(self) -> None:
        assert inline("**a *b***") == (Run("a ", strong=True), Run("b", strong=True, emphasis=True))

    def test_line_ends_are_spaces_and_two_spaces_break(self) -> None:
        assert inline("a\nb  \nc") == words("a b\nc")

    @pytest.mark.parametrize("text", ["", " ", "\n", "** **"])
    def test_nothing_makes_nothing_that_hurts(self, text: str) -> None:
        assert all(run.text for run in inline(text) if isinstance(run, Run))

    def test_html_is_shown_as_typed(self) -> None:
        assert inline("<b>x</b> &amp; <!-- y -->") == words("<b>x</b> & <!-- y -->")

    def test_formula(self) -> None:
        assert inline(r"$E = P \cdot t$ is all") == (MathRun(r"E = P \cdot t"), Run(" is all"))

    @pytest.mark.parametrize("text", ["costs $5 and $10", "5$ a day, 10$ a week", r"a \$ b \$ c"])
    def test_money_is_not_a_formula(self, text: str) -> None:
        assert inline(text) == words(text.replace("\\", ""))


class TestLinks:
    def test_reference_takes_the_title_of_the_lesson(self) -> None:
        assert inline("see [HE1-L2].", lesson_titles=TITLES) == (
            Run("see "),
            Run("Reading a meter", link="lesson:HE1-L2"),
            Run("."),
        )

    def test_reference_to_a_part(self) -> None:
        (run,) = inline("[HE1-L2#meter]", lesson_titles=TITLES)
        assert run == Run("Reading a meter", link="lesson:HE1-L2#meter")

    def test_without_a_course_the_usual_shape_is_a_reference(self) -> None:
        assert inline("[HE1-L2] [note] [x] [1]") == (
            Run("HE1-L2", link="lesson:HE1-L2"),
            Run(" [note] [x] [1]"),
        )

    def test_any_id_of_the_course_is_a_reference(self) -> None:
        (run,) = inline("[waste]", lesson_titles={"waste": "Waste"})
        assert run == Run("Waste", link="lesson:waste")

    def test_reference_with_words_of_its_own_is_an_ordinary_link(self) -> None:
        (run,) = inline("[HE1-L2](https://example.org)", lesson_titles=TITLES)
        assert run == Run("HE1-L2", link="https://example.org")

    @pytest.mark.parametrize(
        "address",
        ["https://example.org/ц?a=1", "term:kilowatt_hour", "lesson:HE1-L2", "lesson:HE1-L2#метр"],
    )
    def test_links_we_follow(self, address: str) -> None:
        assert inline(f"[words]({address})") == (Run("words", link=address),)

    @pytest.mark.parametrize(
        "address",
        [
            "http://example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "mailto:a@b.kz",
            "//example.org",
            "../secret.md",
            "term:two#parts",
            "lesson:",
            "https:example.org",
        ],
    )
    def test_links_we_do_not_follow_are_shown(self, address: str) -> None:
        assert inline(f"[words]({address})") == words(f"words ({address})")

    def test_looks_inside_a_link(self) -> None:
        assert inline("[a **b**](term:t)") == (
            Run("a ", link="term:t"),
            Run("b", strong=True, link="term:t"),
        )

    def test_link_without_words(self) -> None:
        assert inline("[](lesson:HE1-L2)", lesson_titles=TITLES) == (
            Run("Reading a meter", link="lesson:HE1-L2"),
        )

    def test_anchor_in_the_lesson_at_hand(self) -> None:
        (block,) = blocks("[up](#power)", lesson_id="HE1-L1")
        assert block == Paragraph((Run("up", link="lesson:HE1-L1#power"),), 1)


class TestBlocks:
    def test_every_block_knows_its_line(self) -> None:
        text = "one\n\n- two\n\n> three\n\n---\n\n```py\nfour\n```\n"
        assert blocks(text, first_line=11) == (
            Paragraph(words("one"), 11),
            ListBlock((ListItem((Paragraph(words("two"), 13),)),), line=13),
            Quote((Paragraph(words("three"), 15),), 15),
            Rule(17),
            Code("four", "py", 19),
        )

    def test_headings_are_between_two_and_four(self) -> None:
        levels = [
            block.level for block in blocks("# a\n## b\n##### c") if isinstance(block, Heading)
        ]
        assert levels == [2, 2, 4]

    def test_anchor_given(self) -> None:
        assert blocks("## How fast {#power}") == (Heading(2, words("How fast"), "power", 1),)

    def test_anchor_made_of_cyrillic_words(self) -> None:
        (heading,) = blocks("## Қанша ватт, 2 кВт?")
        assert isinstance(heading, Heading)
        assert heading.anchor == "қанша-ватт-2-квт"

    def test_anchors_are_unique(self) -> None:
        found = [
            b.anchor for b in blocks("## a\n## a\n## A {#a-2}\n## a") if isinstance(b, Heading)
        ]
        assert found == ["a", "a-2", "a-2-2", "a-3"]

    def test_numbered_list_keeps_its_first_number(self) -> None:
        (block,) = blocks("3. c\n4. d")
        assert isinstance(block, ListBlock)
        assert (block.start, block.tight, len(block.items)) == (3, True, 2)

    def test_loose_list(self) -> None:
        (block,) = blocks("- a\n\n- b\n")
        assert isinstance(block, ListBlock)
        assert not block.tight

    def test_a_loose_list_inside_leaves_the_outer_one_tight(self) -> None:
        (block,) = blocks("- a\n  - b\n\n    c\n- d\n")
        assert isinstance(block, ListBlock)
        assert block.tight

    def test_table(self) -> None:
        (block,) = blocks("| a | b | c |\n|---|--:|:-:|\n| **1** | 2 |")
        assert block == Table(
            (words("a"), words("b"), words("c")),
            (((Run("1", strong=True),), words("2"), ()),),
            ("left", "right", "center"),
            1,
        )

    def test_formula_on_its_own(self) -> None:
        assert blocks("text\n$$\na\n= b\n$$\nmore") == (
            Paragraph(words("text"), 1),
            Math("a\n= b", 2),
            Paragraph(words("more"), 6),
        )
        assert blocks("$$a = b$$") == (Math("a = b", 1),)

    def test_picture_alone(self) -> None:
        (block,) = blocks('![five *digits*](media/метр.svg "the **red** one")')
        caption = (Run("the "), Run("red", strong=True), Run(" one"))
        assert block == Picture("media/метр.svg", "five digits", caption, 1)

    def test_sound_and_video_by_ending(self) -> None:
        sound, video = blocks("![a](media/a.OGG)\n\n![b](media/b.webm)")
        assert sound == Media("media/a.OGG", "audio", "a", (), 1)
        assert video == Media("media/b.webm", "video", "b", (), 3)

    def test_picture_between_words_stands_between_paragraphs(self) -> None:
        assert blocks("a ![p](media/p.png) b") == (
            Paragraph(words("a"), 1),
            Picture("media/p.png", "p", (), 1),
            Paragraph(words("b"), 1),
        )

    def test_picture_in_a_cell_is_its_words(self) -> None:
        (block,) = blocks("| ![p](media/p.png) |\n|---|")
        assert isinstance(block, Table)
        assert block.head == (words("p"),)

    def test_a_heading_is_not_made_of_a_line_below_nothing(self) -> None:
        assert blocks("===\n") == (Paragraph(words("==="), 1),)


class TestPlain:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("plain", "plain"),
            ("a **b** [c](term:d) `e`", "a b c e"),
            (r"$E = P \cdot t$", "E = P · t"),
            ("# Title\n\n- one\n- two", "Title\none\ntwo"),
            ("![seen](media/a.png)", "seen"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a · b\n1 · 2"),
            ("5 < 6 & 7", "5 < 6 & 7"),
            ("", ""),
        ],
    )
    def test_marks_are_gone(self, text: str, said: str) -> None:
        assert plain(text) == said

    def test_slug(self) -> None:
        assert slug("  «Ватт» — 100 %!  ") == "ватт-100"


class TestLimits:
    """Beyond the limits a text is shown as typed, with a problem; nothing is lost."""

    def test_a_giant_line_does_not_hide_the_others(self) -> None:
        found = Problems()
        made = blocks("## a\n" + "*" * 20_001 + "\n**b**", problems=found, path="x.md")
        assert made[0] == Heading(2, words("a"), "a", 1)
        assert made[-1] == Paragraph((Run("b", strong=True),), 3)
        assert "".join(r.text for b in made[1:-1] for r in b.text) == "*" * 20_001  # type: ignore[union-attr]
        assert [(p.code, p.place.path, p.place.line) for p in found] == [("T030", "x.md", 2)]

    def test_quotations_twenty_deep(self) -> None:
        found = Problems()
        assert plain("> " * 20 + "a") == "a"
        blocks("> " * 20 + "a", problems=found)
        assert not len(found)
        blocks("> " * 21 + "a", problems=found)
        assert [p.code for p in found] == ["T032"]
        assert plain("> " * 25 + "a").endswith("a")

    def test_lists_deeper_than_twenty(self) -> None:
        text = "\n".join("  " * level + "- x" for level in range(30))
        assert plain(text).count("x") == 30

    def test_table_of_too_many_cells(self) -> None:
        found = Problems()
        made = blocks("|a|\n|-|\n" + "|b|\n" * 6_000, problems=found)
        assert not any(isinstance(block, Table) for block in made)
        assert [p.code for p in found] == ["T033"]

    def test_formula_without_end(self) -> None:
        found = Problems()
        blocks("$$\na = b\n\ntext", problems=found)
        assert [p.code for p in found] == ["T014"]


_MARKS = st.sampled_from(
    ["*", "**", "_", "~~", "`", "``", "$", "$$", "[", "]", "](", ")", "![", "<", ">", "\\", "&amp;",
     "{#a}", "|", "|-|", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n```\n", "\n$$\n", "    ",
     "term:x", "https://a.kz", "[HE1-L1]", "media/a.png", '"', " ", "x", "ә", "\0", "\u2028", "\r",
     "\ud800", "﻿", "\x0b"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.lists(_MARKS, max_size=30).map("".join), st.text(max_size=60)))
@example("$\\")
@example("![](\n)")
@example("[](#a)")
def test_no_text_raises(text: str) -> None:
    made = blocks(text, lesson_titles=TITLES, lesson_id="HE1-L1", problems=Problems())
    plain_blocks(made)
    inline(text)
    plain(text)
    for block in made:
        if isinstance(block, Paragraph):
            assert block.text
