"""Calculates a formula that was read and whose units were found right."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ecolearn.quiz.formulas import intervals as i
from ecolearn.quiz.formulas import nodes as n
from ecolearn.quiz.formulas.errors import FormulaError
from ecolearn.quiz.formulas.intervals import Triple

_PI: Triple = (math.pi, math.pi, math.pi)
_ZERO: Triple = (0.0, 0.0, 0.0)


@dataclass(slots=True)
class Numbers:
    """The numbers of names and of the rows, in base units; `row` is the one `sum` is at."""

    scope: Mapping[str, Triple]
    rows: Sequence[Mapping[str, Triple]]
    row: Mapping[str, Triple] = field(default_factory=dict)


def run(node: n.Node, numbers: Numbers) -> Triple:
    """Return value, low and high of a part. Raises `FormulaError` with the place."""
    try:
        return _RUN[type(node)](node, numbers)
    except i.Trouble as trouble:
        raise FormulaError(str(trouble.args[0]), node.start, node.end) from None


def _number(node: n.Number, numbers: Numbers) -> Triple:
    return node.value, node.value, node.value


def _name(node: n.Name, numbers: Numbers) -> Triple:
    name = node.name
    if name == "rows":
        count = float(len(numbers.rows))
        return count, count, count
    if name in ("pi", "π"):
        return _PI
    found = numbers.row.get(name)
    return numbers.scope[name] if found is None else found


def _negative(node: n.Negative, numbers: Numbers) -> Triple:
    return i.negative(run(node.inner, numbers))


def _terms(node: n.Terms, numbers: Numbers) -> Triple:
    total = run(node.first, numbers)
    for sign, part in node.rest:
        total = (i.add if sign == "+" else i.subtract)(total, run(part, numbers))
    return total


def _factors(node: n.Factors, numbers: Numbers) -> Triple:
    total = run(node.first, numbers)
    for sign, part in node.rest:
        other = run(part, numbers)
        if sign == "*":
            total = i.multiply(total, other)
            continue
        try:
            total = i.divide(total, other)
        except i.Trouble as trouble:  # the divisor is the place to look at
            raise FormulaError(str(trouble.args[0]), part.start, part.end) from None
    return total


def _power(node: n.Power, numbers: Numbers) -> Triple:
    return i.power(run(node.base, numbers), run(node.exponent, numbers))


def _comparison(node: n.Comparison, numbers: Numbers) -> Triple:
    return i.compare(node.sign, run(node.left, numbers), run(node.right, numbers))


def _logic(node: n.Logic, numbers: Numbers) -> Triple:
    """Parts after one that settles the matter are not looked at: `x != 0 and 1 / x > 2`."""
    settled, choose = (i.FALSE, i.smallest) if node.word == "and" else (i.TRUE, i.largest)
    found: list[Triple] = []
    for part in node.parts:
        found.append(run(part, numbers))
        if found[-1] == settled:
            break
    return choose(found)


def _not(node: n.Not, numbers: Numbers) -> Triple:
    return i.opposite(run(node.inner, numbers))


def _call(node: n.Call, numbers: Numbers) -> Triple:
    name, arguments = node.name, node.arguments
    if name == "if":
        return _if(node, numbers)
    if name == "sum":
        return _sum(arguments[0], numbers)
    values = [run(argument, numbers) for argument in arguments]
    if name == "round":
        digits = int(values[1][0]) if len(values) == 2 else 0
        return i.each(values[0], lambda x: i.rounded(x, digits))
    return _FUNCTIONS[name](values)


def _if(node: n.Call, numbers: Numbers) -> Triple:
    """Only the branch that counts is calculated; where the condition depends on values within the
    ranges, both are, and the result is the value of one with the range of both."""
    condition = run(node.arguments[0], numbers)
    chosen, other = node.arguments[1:] if condition[0] else node.arguments[:0:-1]
    result = run(chosen, numbers)
    return result if condition[1] == condition[2] else i.hull(result, run(other, numbers))


def _sum(inner: n.Node, numbers: Numbers) -> Triple:
    total = _ZERO
    for row in numbers.rows:
        total = i.add(total, run(inner, Numbers(numbers.scope, numbers.rows, row)))
    return total


_RUN: dict[type, Callable[[Any, Numbers], Triple]] = {
    n.Number: _number,
    n.Name: _name,
    n.Negative: _negative,
    n.Terms: _terms,
    n.Factors: _factors,
    n.Power: _power,
    n.Call: _call,
    n.Comparison: _comparison,
    n.Logic: _logic,
    n.Not: _not,
}
_FUNCTIONS: dict[str, Callable[[list[Triple]], Triple]] = {
    "min": i.smallest,
    "max": i.largest,
    "floor": lambda values: i.each(values[0], i.floor),
    "ceil": lambda values: i.each(values[0], i.ceil),
    "abs": lambda values: i.absolute(values[0]),
    "sqrt": lambda values: i.root(values[0]),
    "log10": lambda values: i.logarithm(values[0], math.log10),
    "ln": lambda values: i.logarithm(values[0], math.log),
    "exp": lambda values: i.exponential(values[0]),
}
