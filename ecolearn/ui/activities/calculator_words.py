"""Numbers of a calculator in words: results with ranges, reasons, the working as blocks to read,
print and copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ecolearn.content.activities.calculator import Output
from ecolearn.content.activities.explaining import Explanation, Used
from ecolearn.content.activities.working import Result
from ecolearn.content.blocks import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Math,
    MathRun,
    Paragraph,
    Run,
)
from ecolearn.content.no_break import keep_units
from ecolearn.content.texts import Said
from ecolearn.quiz.formulas import FormulaError
from ecolearn.quiz.numbers import shown_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.base import Around
from ecolearn.ui.items.text import plain

#: a formula with more signs than this is broken into several lines
_LONG = 64
_SIGNS = {"+": "+", "-": "−", "=": "=", r"\cdot": "·"}
_COMMAND = re.compile(r"\\(?:text|frac|cdot|left|right|,)|[{}]")
_BREAK = re.compile(r"[{}]|\\(?:left|right|begin|end)(?![a-z])|(?<= )(?:\+|-|=|\\cdot)(?= )")


def worded(around: Around, text: Said) -> str:
    """Return a text of the file in the language wanted, in words only, numbers beside their
    units."""
    return keep_units(plain(around.text(text)))


def unit_of(output: Output, around: Around) -> str:
    """Return the unit of a result in words."""
    return around.text(output.shown) or unit_words(output.unit, around.language)


def ends_of(result: Result, decimals: int | None, language: str) -> tuple[str, str] | None:
    """Return the ends of the range as they are shown, None if they look the same."""
    low, high = (shown_number(end, language, decimals) for end in (result.low, result.high))
    return None if result.exact or low == high else (low, high)


def shown(result: Result, output: Output, around: Around) -> tuple[str, str, str, str]:
    """Return number, unit, range and all of it in a sentence for screen readers."""
    unit = unit_of(output, around)
    number = shown_number(result.value, around.language, output.decimals)
    ends = ends_of(result, output.decimals, around.language)
    if ends is None:
        return number, unit, "", f"{number} {unit}".strip()
    low, high = ends
    spoken = QCoreApplication.translate(
        "calculator", "{number} {unit}, between {low} and {high}"
    ).format(number=number, unit=unit, low=low, high=high)
    return number, unit, f"{low} … {high}", " ".join(spoken.split())


def reason(error: FormulaError) -> str:
    """Return why there is no result, for a learner."""
    translate = QCoreApplication.translate
    if error.code in ("divided_by_zero", "range_has_zero"):
        return translate("calculator", "That would be a division by zero.")
    if error.code in ("root_of_negative", "range_has_negative", "power_of_negative"):
        return translate("calculator", "That would be a root of a number below zero.")
    if error.code == "log_of_not_positive":
        return translate("calculator", "That would be a logarithm of zero or less.")
    if error.code == "not_finite":
        return translate("calculator", "The numbers become too large.")
    return translate(
        "calculator", "There is a mistake in the formula. Please tell the author of the course."
    )


# ── how it is calculated ──────────────────────────────────────────────────────────────────────


def working_blocks(explanation: Explanation, around: Around) -> tuple[Block, ...]:
    """Return the formulas with their numbers, the constants used and the source."""
    blocks: list[Block] = []
    for step in explanation.steps:
        blocks.append(Paragraph((Run(plain(step.label), strong=True),)))
        blocks.append(_formula(step.formula))
        if step.numbers:
            blocks.append(_formula(f"= {step.numbers}"))
        if step.result is not None:
            ends = ends_of(step.result, step.output.decimals, around.language)
            if ends is not None:
                words = QCoreApplication.translate(
                    "calculator", "With the ranges of the constants: {low} … {high} {unit}"
                ).format(low=ends[0], high=ends[1], unit=unit_of(step.output, around))
                blocks.append(Paragraph((Run(words.strip()),)))
    if explanation.constants:
        title = QCoreApplication.translate("calculator", "Numbers used")
        blocks.append(Heading(4, (Run(title),), "numbers-used"))
        blocks.append(ListBlock(tuple(_constants(explanation)), tight=False))
        if around.preview:
            words = QCoreApplication.translate(
                "calculator",
                "To use other values, change them in {file}. Only the preview says so.",
            ).format(file="constants.toml")
            blocks.append(Paragraph((Run(words, emphasis=True),)))
    if explanation.source:
        words = QCoreApplication.translate("calculator", "Source: {source}")
        line = words.format(source=plain(explanation.source))
        blocks.append(Paragraph((Run(line, emphasis=True),)))
    return tuple(blocks)


def _formula(tex: str) -> Block:
    """Return a formula on a line of its own; one that would be made tiny to fit, as a line that
    breaks between its terms."""
    pieces = _pieces(tex) if len(_COMMAND.sub("", tex)) > _LONG else []
    if len(pieces) < 3:
        return Math(tex)
    runs: list[Run | MathRun] = []
    for piece in pieces:
        sign, _, rest = piece.partition(" ")
        if sign in _SIGNS:
            runs += [Run(f" {_SIGNS[sign]}\u00a0"), MathRun(rest)]
        else:
            runs.append(MathRun(piece))
    return Paragraph(tuple(runs))


def _pieces(tex: str) -> list[str]:
    """Return the terms and factors of a formula, each with the sign before it."""
    pieces: list[str] = []
    depth = start = 0
    for match in _BREAK.finditer(tex):
        word = match[0]
        if word in ("{", r"\left", r"\begin"):
            depth += 1
        elif word in ("}", r"\right", r"\end"):
            depth -= 1
        elif depth == 0 and match.start() > start:
            pieces.append(tex[start : match.start()].strip())
            start = match.start()
    return [*pieces, tex[start:].strip()]


def constant_name(one: Used) -> tuple[Run | MathRun, ...]:
    """Return the label and symbol of a constant, up to where its value stands."""
    name: list[Run | MathRun] = []
    if one.label:
        name.append(Run(f"{plain(one.label)}: ", strong=True))
    if one.symbol:
        name += [MathRun(one.symbol), Run(" = ")]
    return tuple(name)


def _constants(explanation: Explanation) -> Iterator[ListItem]:
    source_words = QCoreApplication.translate("calculator", "Source: {source}")
    for one in explanation.constants:
        value = f"{one.value} {one.unit}".rstrip()
        if one.low:
            value += f" ({one.low} … {one.high})"
        rest = [source_words.format(source=one.source)] if one.source else []
        rest += [plain(one.note)] if one.note else []
        first = Paragraph((*constant_name(one), Run(value)))
        yield ListItem((first, *(Paragraph((Run(text),)) for text in rest)))
