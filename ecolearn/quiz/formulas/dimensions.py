"""Which dimension a formula has, found without calculating: a power is not added to an energy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ecolearn.quiz.formulas import nodes as n
from ecolearn.quiz.formulas.errors import FormulaError
from ecolearn.quiz.formulas.quantity import unit_of
from ecolearn.quiz.units import NOTHING, Dimension

#: functions whose argument and result have no unit
_BARE = frozenset({"floor", "ceil", "round", "log10", "ln", "exp"})
#: names without a unit that every formula knows
_KNOWN = frozenset({"rows", "pi", "π"})


@dataclass(frozen=True, slots=True)
class Names:
    """The dimensions of names, and of the columns inside `sum`."""

    scope: Mapping[str, Dimension]
    columns: Mapping[str, Dimension]


def dimension_of(tree: n.Node, names: Names) -> Dimension:
    """Return the dimension of a formula; of a condition `NOTHING`. Raises `FormulaError`."""
    return _of(tree, names, False) or NOTHING


def _of(node: n.Node, names: Names, in_sum: bool) -> Dimension | None:
    """Return the dimension of a part, None for the literal 0, which goes with every one."""
    if isinstance(node, n.Number):
        return None if node.value == 0 and not node.unit else node.dimension
    if isinstance(node, n.Name):
        return _name(node, names, in_sum)
    if isinstance(node, n.Negative):
        return _of(node.inner, names, in_sum)
    if isinstance(node, n.Terms):
        return _same([node.first, *(part for _, part in node.rest)], names, in_sum)
    if isinstance(node, n.Factors):
        return _product(node, names, in_sum)
    if isinstance(node, n.Power):
        return _power(node, names, in_sum)
    if isinstance(node, n.Call):
        return _call(node, names, in_sum)
    if isinstance(node, n.Comparison):
        _same([node.left, node.right], names, in_sum)
    else:
        for part in n.children(node):
            _of(part, names, in_sum)
    return NOTHING


def _name(node: n.Name, names: Names, in_sum: bool) -> Dimension:
    if node.name in _KNOWN:
        return NOTHING
    if in_sum and node.name in names.columns:
        return names.columns[node.name]
    if node.name in names.scope:
        return names.scope[node.name]
    if node.name in names.columns:
        raise FormulaError("column_outside_sum", node.start, node.end, name=node.name)
    from ecolearn.quiz.formulas.reading import close_to

    known = [*names.scope, *(names.columns if in_sum else ())]
    suggestion = close_to(node.name, known)
    raise FormulaError("unknown_name", node.start, node.end, name=node.name, suggestion=suggestion)


def _same(parts: Sequence[n.Node], names: Names, in_sum: bool) -> Dimension | None:
    """Return the dimension that all parts share. The place of an error reaches from the first
    part to the one that does not fit."""
    shared: Dimension | None = None
    for part in parts:
        dimension = _of(part, names, in_sum)
        if shared is None:
            shared = dimension
        elif dimension is not None and dimension != shared:
            raise FormulaError(
                "units_differ",
                parts[0].start,
                part.end,
                left=unit_of(shared),
                right=unit_of(dimension),
            )
    return shared


def _product(node: n.Factors, names: Names, in_sum: bool) -> Dimension:
    total = list(_of(node.first, names, in_sum) or NOTHING)
    for sign, part in node.rest:
        step = 1 if sign == "*" else -1
        for base, exponent in enumerate(_of(part, names, in_sum) or NOTHING):
            total[base] += step * exponent
    return tuple(total)


def _bare(node: n.Node, names: Names, in_sum: bool, name: str) -> None:
    dimension = _of(node, names, in_sum) or NOTHING
    if dimension != NOTHING:
        unit = unit_of(dimension)
        raise FormulaError("no_unit_here", node.start, node.end, unit=unit, name=name)


def _power(node: n.Power, names: Names, in_sum: bool) -> Dimension:
    base = _of(node.base, names, in_sum) or NOTHING
    _bare(node.exponent, names, in_sum, "^")
    if base == NOTHING:
        return NOTHING
    exponent = _constant(node.exponent)
    raised = [] if exponent is None else [power * exponent for power in base]
    whole = tuple(round(power) for power in raised)
    if not raised or any(abs(a - b) > 1e-9 for a, b in zip(raised, whole, strict=True)):
        raise FormulaError("power_with_unit", node.start, node.end, unit=unit_of(base))
    return whole


def _constant(node: n.Node) -> float | None:
    """Return the number a part always is, None if it depends on names or is out of bounds."""
    from ecolearn.quiz.formulas.evaluation import Numbers, run

    if any(isinstance(part, n.Name) for part in n.walk(node)):
        return None
    value = run(node, Numbers({}, ()))[0]
    return value if abs(value) <= 100 else None


def _call(node: n.Call, names: Names, in_sum: bool) -> Dimension | None:
    if node.name in _BARE:
        _bare(node.arguments[0], names, in_sum, node.name)
        return NOTHING
    if node.name == "sum":
        return _of(node.arguments[0], names, True)
    if node.name == "if":
        _of(node.arguments[0], names, in_sum)
        return _same(node.arguments[1:], names, in_sum)
    if node.name == "sqrt":
        inner = _of(node.arguments[0], names, in_sum) or NOTHING
        if any(power % 2 for power in inner):
            raise FormulaError("root_with_unit", node.start, node.end, unit=unit_of(inner))
        return tuple(power // 2 for power in inner)
    return _same(node.arguments, names, in_sum)  # abs, min, max
