"""Hypothesis strategies for items with nasty texts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ecolearn.quiz.items import (
    Cloze,
    Hotspot,
    Match,
    Matrix,
    Number,
    Open,
    Order,
    Several,
    Short,
    Single,
    Sort,
    TrueFalse,
)
from ecolearn.quiz.items.base import Hint, Item, Option, option_id
from ecolearn.quiz.items.cloze import Choice, ChoiceGap, NumberGap, WordGap
from ecolearn.quiz.items.hotspot import Region
from ecolearn.quiz.items.markup import one_line, tidy
from ecolearn.quiz.items.matrix import Row
from ecolearn.quiz.items.number import WrongNumber
from ecolearn.quiz.items.open_answer import Criterion
from ecolearn.quiz.items.order import Step
from ecolearn.quiz.items.pairs import Extra, Pair
from ecolearn.quiz.items.short_text import Words
from ecolearn.quiz.items.target import Target

NASTY = [
    "A 2 kW heater.",
    "- (x) an option",
    "- \\(x) escaped",
    "* [ ] box",
    "- [x]",
    "- (2) rubric",
    "- [[1]]",
    "- a => b",
    "- a \\=> b",
    "  c => d",
    "- plain",
    "  - nested",
    "1. step",
    "1\\. not a step",
    "2) step",
    "> quote",
    "\\> no quote",
    "\\\\> two",
    "\\\\\\> three",
    "= 6 kWh ± 1 %",
    "\\= 6",
    "!= *",
    "===",
    "(?) hint",
    "(? 25 %) dear hint",
    "\\(?)",
    ":::",
    "\\:::",
    "::::fold x",
    "  :::",
    "```",
    "```text",
    "   ```",
    "  ~~~~",
    "``` `` ",
    "~~~",
    "\\```",
    "$$",
    "$$ x = 1 $$",
    "= 3 \\cdot 4",
    "$a = b$ and \\$5",
    "| a | (x) | ( ) |",
    "|---|:-:|---|",
    "| b | \\(x) | [x] |",
    "|",
    "[[gap]]",
    "\\[[no gap]]",
    "[[= 6]] [[( ) a (x) b]]",
    "@rect 1 2 3 4: x",
    "\\@circle 1 1 1",
    "![a](b.svg)",
    "(x) bare",
    "+++",
    "true",
    "# Heading {#a}",
    "    code",
    "\tcode",
    "trailing  ",
    "back\\",
    "\\",
    "<b>html</b>",
    "Қуат — ұ ө і ң",
    '"quotes" «» “”',
    "*",
    "=",
    "- ",
    "",
    " ",
]
pieces = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(NASTY),
    st.text(st.sampled_from("ab x(?)[]=>-|\\`$:!@*#123.%±хқ"), max_size=12),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
texts = st.lists(pieces, max_size=7).map("\n".join).map(tidy)
some_text = texts.filter(bool)
lines = pieces.map(one_line)
words = lines.filter(bool)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,12}", fullmatch=True)
tags = st.lists(st.from_regex(r'[^\s"“”«»\\=,]{1,8}', fullmatch=True), max_size=3).map(tuple)
settings = st.one_of(st.just(""), lines, names)
amounts = st.one_of(
    st.integers(-(10**9), 10**9).map(float),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
).map(lambda x: x + 0.0)
sizes = st.one_of(st.just(0.0), st.floats(0.001, 200), st.sampled_from([1.0, 0.5, 10.0]))
units = st.sampled_from(["", "kWh", "кВт·ч", "кВт·сағ", "°C", "%", "kg CO2", "W/(m²·K)", "₸", "lm"])


@st.composite
def targets(draw: st.DrawFn) -> Target:
    tolerance = draw(sizes)
    relative = bool(tolerance) and draw(st.booleans())
    return Target(value=draw(amounts), unit=draw(units), tolerance=tolerance, relative=relative)


def options(least: int = 0) -> st.SearchStrategy[tuple[Option, ...]]:
    option = st.builds(Option, text=texts, right=st.booleans(), feedback=texts)
    return st.lists(option, min_size=least, max_size=5).map(tuple)


pairs = st.lists(
    st.builds(Pair, left=some_text, right=st.one_of(texts, words), feedback=texts),
    min_size=1,
    max_size=5,
)
gaps = st.lists(
    st.one_of(
        st.builds(
            WordGap, words=st.lists(words, min_size=1, max_size=3).map(tuple), feedback=texts
        ),
        st.builds(NumberGap, target=targets(), feedback=texts),
        st.builds(
            ChoiceGap,
            choices=st.lists(
                st.builds(Choice, text=lines, right=st.booleans()), min_size=1, max_size=4
            ).map(tuple),
            feedback=texts,
        ),
    ),
    min_size=1,
    max_size=4,
)
percents = st.floats(0, 100).map(lambda x: round(x, 2))


@st.composite
def regions(draw: st.DrawFn) -> Region:
    shape = draw(st.sampled_from(["rect", "circle", "polygon"]))
    count = {"rect": 4, "circle": 3}.get(shape) or 2 * draw(st.integers(3, 5))
    numbers = draw(st.lists(percents, min_size=count, max_size=count))
    return Region(
        shape=shape,
        numbers=tuple(numbers),
        text=draw(texts),
        right=draw(st.booleans()),
        feedback=draw(texts),
    )


@st.composite
def common(draw: st.DrawFn) -> dict[str, Any]:
    cost = st.sampled_from([0.0, 0.25, 0.1, 0.333, 1.0])
    hint = st.builds(Hint, text=texts, cost=cost)
    return {
        "id": draw(names),
        "stem": draw(texts),
        "points": draw(st.sampled_from([1.0, 2.0, 0.5])),
        "partial": draw(st.booleans()),
        "shuffle": draw(st.booleans()),
        "parallel": draw(settings),
        "outcome": draw(settings),
        "tags": draw(tags),
        "lesson": draw(settings),
        "hints": tuple(draw(st.lists(hint, max_size=2))),
        "feedback": draw(texts),
    }


@st.composite
def items(draw: st.DrawFn, only: str = "") -> Item:
    """Items of every type, or of one."""
    kind = only or draw(st.sampled_from(sorted(MAKERS)))
    return MAKERS[kind](draw, draw(common()))


def _several_words(draw: st.DrawFn, least: int) -> tuple[Words, ...]:
    group = st.builds(
        Words, words=st.lists(words, min_size=1, max_size=3).map(tuple), feedback=texts
    )
    return tuple(draw(st.lists(group, min_size=least, max_size=3)))


def _short(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    return Short(
        **base,
        answers=_several_words(draw, 1),
        wrong=_several_words(draw, 0),
        otherwise=draw(texts),
        case=draw(st.booleans()),
        lookalikes=draw(st.booleans()),
    )


def _number(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    wrong = st.builds(WrongNumber, target=targets(), feedback=texts)
    return Number(
        **base,
        target=draw(targets()),
        right_feedback=draw(texts),
        wrong=tuple(draw(st.lists(wrong, max_size=3))),
        otherwise=draw(texts),
        unit_optional=draw(st.booleans()),
    )


def _cloze(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    made = draw(gaps)
    stem = ""
    for index in range(len(made)):
        before = draw(lines).replace("[", "(").replace("```", "")
        before = before.replace("~~~", "").replace("$$", "").rstrip("\\")
        stem += f"{before}{draw(st.sampled_from(['', ' ', chr(10), chr(10) + '- ', '| ']))}"
        stem += f"[[{option_id(index)}]]"
    stem += draw(texts).replace("[", "(")
    flags = {name: draw(st.booleans()) for name in ("case", "lookalikes")}
    base["stem"] = tidy(stem)
    return Cloze(**base, gaps=tuple(made), **flags)


def _matrix(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    columns = tuple(draw(st.lists(lines, min_size=1, max_size=3)))
    multiple = draw(st.booleans())
    ids = [option_id(i) for i in range(len(columns))]
    row = st.builds(
        Row,
        text=lines,
        right=st.lists(st.sampled_from(ids), unique=True).map(sorted).map(tuple),
        feedback=texts,
    )
    rows = tuple(draw(st.lists(row, min_size=1, max_size=4)))
    return Matrix(**base, columns=columns, rows=rows, corner=draw(lines), multiple=multiple)


def _hotspot(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    return Hotspot(
        **base,
        picture=draw(st.sampled_from(["media/a.svg", "media/two words.svg"])),
        alt=draw(lines),
        caption=draw(lines),
        regions=tuple(draw(st.lists(regions(), min_size=1, max_size=3))),
        multiple=draw(st.booleans()),
    )


def _open(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    points = st.sampled_from([1.0, 2.0, 0.5])
    rubric = st.lists(st.builds(Criterion, points=points, text=texts), max_size=3)
    return Open(**base, rubric=tuple(draw(rubric)))


def _order(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    steps = st.lists(st.builds(Step, text=texts, feedback=texts), min_size=1, max_size=11)
    return Order(**base, steps=tuple(draw(steps)))


def _true_false(draw: st.DrawFn, base: dict[str, Any]) -> Item:
    return TrueFalse(
        **base,
        verdict=draw(st.booleans()),
        verdict_feedback=draw(texts),
        reasons=draw(options()),
    )


extras = st.lists(st.builds(Extra, right=texts, feedback=texts), max_size=2).map(tuple)
MAKERS = {
    "single": lambda draw, base: Single(**base, options=draw(options(1))),
    "several": lambda draw, base: Several(**base, options=draw(options(1))),
    "true-false": _true_false,
    "number": _number,
    "short": _short,
    "match": lambda draw, base: Match(**base, pairs=tuple(draw(pairs)), extras=draw(extras)),
    "sort": lambda draw, base: Sort(**base, things=tuple(draw(pairs)), extras=draw(extras)),
    "order": _order,
    "cloze": _cloze,
    "hotspot": _hotspot,
    "matrix": _matrix,
    "open": _open,
}
