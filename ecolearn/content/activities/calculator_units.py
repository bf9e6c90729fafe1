"""Units of a calculator as its author would name them, and those that are easily got wrong.

Formulas count in base units; a message that says m³ to somebody who wrote litres helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecolearn.content.activities.base import Fault
from ecolearn.content.activities.working import Compiled, Working
from ecolearn.quiz.formulas import unit_of
from ecolearn.quiz.units import NOTHING, Dimension, Unit, parse_unit

#: a word of the catalogue of problems, for what has no unit
PLAIN = "a plain number"
_TIME = parse_unit("s") or Unit()
#: a number inside a unit, which belongs into the formula: “L/100 km”
_NUMBER_IN = re.compile(r"(\d[\d\s.,]*)\s*([^\W\d][^/·*]*)")
#: factors that make no count of something: a whole, and a hundred per cent
_NO_COUNT = (1.0, 100.0)


def unit_names(working: Working) -> dict[Dimension, str]:
    """Return dimension → the unit the file itself has for it."""
    calculator = working.calculator
    columns = calculator.table.columns if calculator.table is not None else ()
    texts = [one.unit for one in calculator.outputs]
    texts += [one.unit for one in calculator.inputs] + [one.unit for one in columns]
    texts += [chart.unit for chart in calculator.charts]
    texts += [
        working.constants[name].unit for name in sorted(working.used & set(working.constants))
    ]
    found: dict[Dimension, str] = {}
    for text in texts:
        unit = parse_unit(text)
        if unit is not None:
            found.setdefault(unit.dimension, text)
    return found


def units_differ(names: dict[Dimension, str], found: Dimension, unit: str) -> dict[str, object]:
    """Return the facts of a formula that gives another kind of quantity than `unit`: both named,
    and a hint where only a time lies between them."""
    wanted = (parse_unit(unit) or Unit()).dimension
    shown = unit if wanted != NOTHING else PLAIN
    if found == NOTHING:
        facts: dict[str, object] = {"found": PLAIN, "wanted": shown}
    elif found in names:
        facts = {"found": names[found], "wanted": shown}
    elif wanted != NOTHING and found == _times(wanted, 1):
        facts = {"found": f"{unit}·day", "wanted": shown}
    elif wanted != NOTHING and found == _times(wanted, -1) and "/" not in unit:
        facts = {"found": f"{unit}/day", "wanted": shown}
    else:
        facts = {"found": unit_of(found), "wanted": shown}
    if found == _times(wanted, 1):
        facts["hint"] = "units:time-much"
    elif found == _times(wanted, -1):
        facts["hint"] = "units:time-little"
    return facts


def _times(dimension: Dimension, power: int) -> Dimension:
    """Return a dimension multiplied by a power of time."""
    return tuple(a + power * b for a, b in zip(dimension, _TIME.dimension, strict=True))


def unknown_unit(text: str) -> dict[str, object]:
    """Return the facts of a unit that nobody knows."""
    match = _NUMBER_IN.search(text)
    if match is None or parse_unit(match[2].strip()) is None:
        return {"unit": text}
    number = f"{match[1].strip()} [{match[2].strip()}]"
    return {"unit": text, "hint": "units:number", "number": number}


def is_time_a_time(text: str) -> bool:
    """Tell whether a unit is one time over another (`days/week`): a plain number that is not the
    one before it."""
    unit = parse_unit(text)
    if unit is None or unit.dimension != NOTHING or unit.factor == 1:
        return False
    above, slash, below = text.partition("/")
    parts = [parse_unit(part) for part in (above, below)]
    return bool(slash) and all(part is not None and part.same_kind(_TIME) for part in parts)


def hidden_times(working: Working) -> Iterator[Fault]:
    """Say where a time over a time silently makes a result too small.

    `days * 34 * way` with `days` in days/week is 5/7 · 34 · way. Where the time is meant to be
    there, something else in the formula has a time, too (a power, a flow, `52 [weeks]`), or the
    result is a share. So this tells of formulas in which nothing else has a time, and of results
    without unit only where something is counted.
    """
    calculator = working.calculator
    table = calculator.table
    units = {one.id: one.unit for one in calculator.inputs}
    units |= {one.id: one.unit for one in (table.columns if table is not None else ())}
    units |= {name: one.unit for name, one in working.constants.items() if name not in units}
    suspects = {name: unit for name, unit in units.items() if is_time_a_time(unit)}
    if not suspects:
        return
    for path, compiled in working.formulas.items():
        if compiled.formula is None or path[-1] == "when":
            continue
        names = sorted(compiled.formula.names & suspects.keys())
        if names and not _has_time(working, compiled) and _counts(compiled):
            yield "A117", path, {"id": names[0], "unit": suspects[names[0]]}


def _has_time(working: Working, compiled: Compiled) -> bool:
    """Tell whether anything a formula is made of has a time in its unit."""
    assert compiled.formula is not None
    known = {**working.known.units, **working.known.columns}
    dimensions = [known[name].dimension for name in compiled.formula.names if name in known]
    dimensions += [dimension for _, dimension in compiled.formula.numbers()]
    at = next(number for number, power in enumerate(_TIME.dimension) if power)
    return any(dimension[at] for dimension in dimensions)


def _counts(compiled: Compiled) -> bool:
    """Tell whether a formula counts something: it has a unit, or multiplies by a number."""
    assert compiled.formula is not None
    if compiled.unit.dimension != NOTHING:
        return True
    numbers = (value for value, dimension in compiled.formula.numbers() if dimension == NOTHING)
    return compiled.unit.factor == 1 and any(n > 1 and n not in _NO_COUNT for n in numbers)
