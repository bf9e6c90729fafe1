"""A number is not parted from its unit at the end of a line."""

from __future__ import annotations

import time

import pytest

from ecolearn.content.blocks import MathRun, Paragraph, Run
from ecolearn.content.markdown import blocks, inline, plain
from ecolearn.content.no_break import keep_units


@pytest.mark.parametrize(
    "text",
    [
        "60~Вт",
        "A lamp says 9~W.",
        "5~кВт·сағ болды",
        "6~kWh, 21.6~MJ",
        "12~% of it",
        "25~теңге 1~кВт·сағ үшін",
        "25~тенге, 500~₸",
        "20~°C; 20~°С",
        "12,5~%",
        "9~Вт-қа дейін",
        "0,8~кг CO₂",
        "1~493,5~кВт·ч",
        "15~410~kWh",
        "10~m², 10~м²",
        "2·10⁵~J",
        "½~h",
        "from 8 to 12~W",
        "(60~W)",
        "24~часа 8~сағат 8~hours",
        "2024 60~W",
        "5 lamps",
        "Chapter 3 Watts",
        "9 w",
        "W 9",
        "A 9, W",
        "kW2 9a W",
        "page 12 345",
        "9\u00a0W",
        "9\nW",
        "no numbers W",
    ],
)
def test_numbers_keep_their_units(text: str) -> None:
    typed = text.replace("~", " ")
    assert keep_units(typed) == text.replace("~", "\u00a0")


def test_where_text_becomes_runs() -> None:
    assert inline("9 W") == (Run("9\u00a0W"),)
    assert inline("a *60 W* lamp") == (
        Run("a "),
        Run("60\u00a0W", emphasis=True),
        Run(" lamp"),
    )
    (paragraph,) = blocks("A lamp of 9\nW and *more*.")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text[0] == Run("A lamp of 9\u00a0W and ")
    assert inline("[9 W](term:w)") == (Run("9\u00a0W", link="term:w"),)


def test_never_in_code_or_formulas() -> None:
    assert inline("`9 W` and $9 W$") == (
        Run("9 W", code=True),
        Run(" and "),
        MathRun("9 W"),
    )
    (code,) = blocks("```\n9 W\n```")
    assert plain("```\n9 W\n```") == "9 W"
    assert "\u00a0" not in str(code)


def test_plain_text_has_plain_spaces() -> None:
    assert plain("A *60 W* lamp") == "A 60 W lamp"


def test_giant_texts_are_no_trouble() -> None:
    for text in ("9 " * 200_000, "9 W " * 100_000, "1 000" * 100_000, "9 " + "а" * 400_000):
        started = time.process_time()
        keep_units(text)
        assert time.process_time() - started < 1
