"""How a calculator came to its results: formulas in TeX, the same with numbers, constants used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecolearn.content.activities.calculator import Column, Input, Output, as_output, is_year
from ecolearn.content.activities.working import Result, Values, Worked, Working
from ecolearn.content.texts import Said, in_language
from ecolearn.quiz.formulas import parse
from ecolearn.quiz.numbers import shown_number
from ecolearn.quiz.unit_words import unit_words

if TYPE_CHECKING:
    from ecolearn.content.model import Constant

_UNSAFE = re.compile(r"[\\{}$&#^~_%]")
_INDEXED = re.compile(r"([^\W\d_]+)_([\w,]+)")


@dataclass(frozen=True, slots=True)
class Step:
    """A result: its formula with symbols, and with numbers where there are any; all TeX."""

    output: Output
    label: str
    #: "E = P · t"
    formula: str
    #: "60 · 0.25 mL = 21.6 L/day", "" where there is no result
    numbers: str
    result: Result | None


@dataclass(frozen=True, slots=True)
class Used:
    """A constant that was used."""

    id: str
    #: what it is, in words; "" where its author gave none
    label: str
    #: how it is written in formulas, TeX; "" where no formula has it or its label stands there
    symbol: str
    value: str
    #: the ends of its range as text, "" where there is none or it is left out
    low: str
    high: str
    unit: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything “how it is calculated” tells."""

    steps: tuple[Step, ...]
    constants: tuple[Used, ...]
    source: str


def explain(
    working: Working,
    worked: Worked,
    values: Values,
    language: str,
    order: tuple[str, ...] = (),
) -> Explanation:
    """Return how the results of `worked` came about, in a language; where it has no texts, in the
    next of `order`."""

    def said(text: Said) -> str:
        return in_language(text, language, order)[0]

    symbols = dict(_symbols(working, language, order))
    numbers = dict(_numbers(working, worked, values, language, order))
    steps = []
    table = working.calculator.table
    for at, column in enumerate(table.columns if table is not None else ()):
        in_row = working.formulas.get(("table", "columns", at, "formula"))
        if in_row is not None and in_row.formula is not None:
            tex = f"{symbols[column.id]} = {in_row.formula.tex(symbols, language)}"
            steps.append(Step(as_output(column), said(column.label), tex, "", None))
    for at, output in enumerate(working.calculator.outputs):
        formula = working.formulas["outputs", at, "formula"].formula
        if formula is None:
            continue
        result = worked.results.get(output.id)
        with_numbers = ""
        if result is not None:
            shown = _of_output(output, result, language, order)
            equal = parse("x").tex_with({"x": shown}, language=language)
            put_in = formula.tex_with(numbers, symbols, language)
            with_numbers = f"{put_in} = {equal}" if put_in != equal else equal
        symbol = symbols.get(output.id, "")
        tex = f"{symbol} = {formula.tex(symbols, language)}"
        steps.append(Step(output, said(output.label), tex, with_numbers, result))
    return Explanation(
        tuple(steps),
        tuple(_used(working, values, language, order)),
        said(working.calculator.source),
    )


def with_unit(value: float, unit: str, language: str, decimals: int | None = None) -> str:
    """Return a number with its unit as a reader of `language` is used to."""
    words = unit_words(unit, language)
    if words.startswith("1/"):  # 60 a minute, and not sixty-one
        words = words[1:]
    return f"{shown_number(value, language, decimals)} {words}".strip()


def symbol_tex(symbol: str) -> str:
    """Return a symbol an author wrote, such as `P` or `t_in`, as TeX: more than one letter of an
    index stands upright. What is TeX already stays."""
    match = _INDEXED.fullmatch(symbol)
    if match is None:
        return symbol
    return f"{match[1]}_{{\\text{{{match[2]}}}}}"


def _symbols(working: Working, language: str, order: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield name → TeX of constants, inputs, columns and outputs: the symbol, or else the label in
    words. A constant with neither is written by its id."""
    table = working.calculator.table
    named = [one for one in working.constants.values() if one.symbol or one.label]
    parts: list[Constant | Input | Column | Output] = [*named, *working.calculator.inputs]
    parts += table.columns if table is not None else ()
    parts += working.calculator.outputs
    for one in parts:
        if one.symbol:
            yield one.id, symbol_tex(one.symbol)
        else:
            words = _UNSAFE.sub(" ", in_language(one.label, language, order)[0] or one.id)
            yield one.id, rf"\text{{{words.strip()}}}"


def _numbers(
    working: Working, worked: Worked, values: Values, language: str, order: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield name → the number that was put in, with its unit."""
    for input_id, one in working.inputs.items():
        value = values.get(input_id, working.default(input_id))
        if isinstance(value, str):
            value = working.value_of(input_id, value)
        if value is not None and is_year(one):
            yield input_id, str(round(value))
        elif value is not None:
            yield input_id, with_unit(value, one.unit, language, one.decimals)
    for constant_id in working.used - working.inputs.keys():
        constant = working.constants[constant_id]
        yield constant_id, with_unit(constant.value, constant.unit, language)
    for output_id, result in worked.results.items():
        output = working.outputs[output_id]
        yield output_id, _of_output(output, result, language, order)


def _of_output(output: Output, result: Result, language: str, order: tuple[str, ...]) -> str:
    """Return a result with its unit, in the words it is shown with where there are any."""
    words = in_language(output.shown, language, order)[0]
    if words:
        number = shown_number(result.value, language, output.decimals)
        return f"{number} {_UNSAFE.sub(' ', words).strip()}"
    return with_unit(result.value, output.unit, language, output.decimals)


def _in_use(working: Working, values: Values) -> set[str]:
    """Return the constants that the results depend on now: those of formulas, of inputs that still
    have them, and of choices that are made."""
    names: set[str] = set()
    for compiled in working.formulas.values():
        names |= compiled.reach - working.inputs.keys()
    for input_id, one in working.inputs.items():
        value = values.get(input_id, working.default(input_id))
        chosen = next((choice.value for choice in one.choices if choice.id == value), None)
        if isinstance(chosen, str):
            names.add(chosen)
        elif isinstance(one.default, str) and value == working.default(input_id):
            names.add(one.default)
    return names & working.constants.keys()


def _used(
    working: Working, values: Values, language: str, order: tuple[str, ...]
) -> Iterator[Used]:
    in_use = _in_use(working, values)
    in_formulas = frozenset().union(
        *(
            one.formula.names
            for path, one in working.formulas.items()
            if one.formula is not None and path[0] in ("outputs", "table")
        )
    )
    for constant_id, one in working.constants.items():
        if constant_id not in in_use:
            continue
        ends = (one.low, one.high) if constant_id not in working.calculator.fixed else (None, None)
        low, high = (shown_number(end, language) if end is not None else "" for end in ends)
        label = in_language(one.label, language, order)[0]
        yield Used(
            constant_id,
            label,
            symbol_tex(one.symbol)
            if one.symbol and constant_id in in_formulas
            else ""
            if label
            else parse(constant_id).tex({}, language),
            shown_number(one.value, language),
            low or (shown_number(one.value, language) if high else ""),
            high or (shown_number(one.value, language) if low else ""),
            unit_words(one.unit, language),
            in_language(one.source, language, order)[0],
            in_language(one.note, language, order)[0],
        )
