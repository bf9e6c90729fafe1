"""What is wrong with a calculator: names, units, ranges, and what a try at its corners shows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from ecolearn.content.activities.base import Fault, Path, World, doubled
from ecolearn.content.activities.calculator import Calculator, Column, Input
from ecolearn.content.activities.calculator_units import (
    PLAIN,
    hidden_times,
    unit_names,
    units_differ,
    unknown_unit,
)
from ecolearn.content.activities.working import MOST, Working, usable_name
from ecolearn.quiz.formulas import FUNCTIONS, FormulaError
from ecolearn.quiz.units import parse_unit

#: a slider with more steps than this cannot be set
MOST_STEPS = 1_000_000
#: what `max` is where nobody wrote it
_NO_MAX = 1_000_000
#: shares of a mix may miss their total by this part of it: they are rounded in the file
_NEAR = 1e-6


def _short(formula: str) -> str:
    """Return a formula for a sentence: its beginning, if it is long."""
    return formula if len(formula) <= 60 else formula[:59].rstrip() + "…"


def faults(calculator: Calculator, world: World) -> Iterator[Fault]:
    """Yield what is wrong; see docs/problems.md, A101 to A118."""
    working = Working(calculator, world.constants)
    names = list(_names(calculator, world))
    yield from names
    yield from _limits(calculator)
    for at, unit in working.unknown_units.items():
        yield "A103", at, unknown_unit(unit)
    yield from _formulas(working)
    for number, one in enumerate(working.calculator.inputs):
        yield from _input(working, one, number)
    yield from _table(working.calculator)
    yield from _unused(working)
    yield from _others(working)
    for number, chart in enumerate(working.calculator.charts):
        yield from _chart(working, number, chart.along, chart.each)
    if not any(code in ("A011", "A109") for code, _, _ in names):
        yield from _tried(working)


def _names(calculator: Calculator, world: World) -> Iterator[Fault]:
    yield from doubled(calculator.inputs, "inputs")
    for number, one in enumerate(calculator.inputs):
        yield from doubled(one.choices, "inputs", number, "choices")
    yield from doubled(calculator.outputs, "outputs")
    columns = calculator.table.columns if calculator.table is not None else ()
    yield from doubled(columns, "table", "columns")
    named: list[tuple[str, Path]] = [
        *((one.id, ("inputs", number, "id")) for number, one in enumerate(calculator.inputs)),
        *((one.id, ("table", "columns", number, "id")) for number, one in enumerate(columns)),
        *((one.id, ("outputs", number, "id")) for number, one in enumerate(calculator.outputs)),
    ]
    seen: dict[str, str | int] = {}
    for name, path in named:
        shared = seen.setdefault(name, path[0]) != path[0] or name in world.constants
        if shared or (name == "name" and path[0] == "table"):
            yield "A109", path, {"id": name}
        if not usable_name(name) or name in FUNCTIONS:
            yield "A114", path, {"id": name}


def _limits(calculator: Calculator) -> Iterator[Fault]:
    """Say what is beyond the limits and left out."""
    table = calculator.table
    counts: list[tuple[str, int, Path]] = [
        ("inputs", len(calculator.inputs), ("inputs", MOST["inputs"])),
        ("outputs", len(calculator.outputs), ("outputs", MOST["outputs"])),
        ("charts", len(calculator.charts), ("charts", MOST["charts"])),
        ("columns", len(table.columns) if table is not None else 0, ("table", "columns")),
    ]
    counts += [
        ("parts", len(chart.parts), ("charts", number, "parts"))
        for number, chart in enumerate(calculator.charts)
    ]
    for name, count, path in counts:
        if count > MOST[name]:
            yield "A116", path, {"id": name, "hint": "table:many", "limit": MOST[name]}


def _reason(error: FormulaError) -> dict[str, object]:
    """Return the facts of an error; the sentence for its code is added as a hint."""
    facts = {
        name: ", ".join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in error.facts.items()
    }
    for name in ("left", "right"):
        if facts.get(name) == "1":
            facts[name] = PLAIN
    suggestion = facts.pop("suggestion", "")
    return {**facts, "hint": f"formula:{error.code}", "suggestion": suggestion}


def _formulas(working: Working) -> Iterator[Fault]:
    names = unit_names(working)
    for path, compiled in working.formulas.items():
        text = _text_at(working.calculator, path)
        if compiled.error is not None:
            place = compiled.error.start + 1
            yield "A101", path, {"text": _short(text), "place": place, **_reason(compiled.error)}
        elif compiled.found is not None and not _under(working.unknown_units, path):
            differ = units_differ(names, compiled.found.dimension, _unit_at(working, path))
            yield "A102", path, {"text": _short(text), **differ}
    yield from hidden_times(working)


def _under(unknown: Mapping[Path, str], path: Path) -> bool:
    """Tell whether the unit beside a formula is unknown, so that nothing can be compared."""
    return any(path[: len(one) - 1] == one[:-1] for one in unknown)


def _text_at(calculator: Calculator, path: Path) -> str:
    found: object = calculator
    for step in path:
        found = found[step] if isinstance(found, tuple) else getattr(found, str(step))  # type: ignore[index]
    return str(found)


def _unit_at(working: Working, path: Path) -> str:
    """Return the unit that stands beside a formula; conditions have none."""
    if path[-1] == "when":
        return ""
    above = path[:2] if path[0] == "charts" else path[:-1]
    return _text_at(working.calculator, (*above, "unit"))


def _finite(*numbers: float) -> bool:
    return all(math.isfinite(number) for number in numbers)


def _range(one: Input | Column, *path: str | int) -> Iterator[Fault]:
    if not _finite(one.min, one.max) or one.min >= one.max:
        yield "A105", (*path, "min"), {"id": one.id, "min": one.min, "max": one.max}
    elif not _finite(one.step) or (
        one.step and not one.step <= one.max - one.min <= one.step * MOST_STEPS
    ):
        if one.max == _NO_MAX:
            yield "A118", path, {"id": one.id, "max": one.max}
        else:
            yield "A106", (*path, "step"), {"id": one.id, "step": one.step}


def _input(working: Working, one: Input, number: int) -> Iterator[Fault]:
    path = ("inputs", number)
    if one.choices:
        for at, choice in enumerate(one.choices):
            if isinstance(choice.value, str):
                yield from _constant(working, one, choice.value, *path, "choices", at, "value")
            elif not math.isfinite(choice.value):
                yield "A108", (*path, "choices", at, "value"), {"id": choice.id}
        ids = [choice.id for choice in one.choices]
        if one.default is not None and one.default not in ids:
            yield "A108", (*path, "default"), {"id": one.default}
        return
    bad = list(_range(one, *path))
    yield from bad
    if isinstance(one.default, str):
        missing = list(_constant(working, one, one.default, *path, "default"))
        yield from missing
        if missing:
            return
    default = one.default if isinstance(one.default, int | float) else working.default(one.id)
    if (
        isinstance(default, int | float)
        and not any(code == "A105" for code, _, _ in bad)
        and not one.min <= default <= one.max
    ):
        facts = {"id": one.id, "default": default, "min": one.min, "max": one.max}
        yield "A104", (*path, "default"), facts


def _constant(working: Working, one: Input, constant_id: str, *path: str | int) -> Iterator[Fault]:
    """Say if an input cannot have the value of a constant: it is not there, or of another kind."""
    constant = working.constants.get(constant_id)
    unit = parse_unit(constant.unit) if constant is not None else None
    wanted = parse_unit(one.unit)
    if constant is None or (
        unit is not None and wanted is not None and unit.dimension != wanted.dimension
    ):
        yield "A108", path, {"id": constant_id}


def _table(calculator: Calculator) -> Iterator[Fault]:
    table = calculator.table
    if table is None:
        return
    for number, column in enumerate(table.columns):
        if column.words or column.formula:
            continue
        bad = list(_range(column, "table", "columns", number))
        yield from bad
        if not bad and not column.min <= column.default <= column.max:
            facts = {
                "id": column.id,
                "default": column.default,
                "min": column.min,
                "max": column.max,
            }
            yield "A104", ("table", "columns", number, "default"), facts
    numbers = {one.id: one for one in table.columns if not one.words and not one.formula}
    if len(table.rows) > table.most:
        yield "A116", ("table", "most"), {"id": table.most, "hint": "table:most"}
    for at, row in enumerate(table.rows):
        for name, value in row.values.items():
            path = ("table", "rows", at, "values", name)
            known = numbers.get(name)
            if known is None:
                yield "A116", path, {"id": name, "hint": "table:column"}
            elif not known.min <= value <= known.max:
                yield "A116", path, {"id": name, "hint": "table:range"}


def _unused(working: Working) -> Iterator[Fault]:
    """Say which inputs and `fixed` constants nothing depends on."""
    used = frozenset().union(
        *(
            compiled.formula.names if compiled.formula is not None else frozenset({"*"})
            for compiled in working.formulas.values()
        )
    )
    if "*" in used:  # a formula that cannot be read may well name them
        return
    along = {chart.along for chart in working.calculator.charts}
    for number, one in enumerate(working.calculator.inputs):
        if one.id not in used | along and usable_name(one.id):
            yield "A107", ("inputs", number, "id"), {"id": one.id}
    for number, name in enumerate(working.calculator.fixed):
        if name not in working.used:
            yield "A107", ("fixed", number), {"id": name}


def _others(working: Working) -> Iterator[Fault]:
    calculator = working.calculator
    if calculator.predict and calculator.predict not in working.outputs:
        yield "A110", ("predict",), {"id": calculator.predict}
    taken: set[str] = set()
    for number, linked in enumerate(calculator.linked):
        inputs = [working.inputs.get(name) for name in linked.inputs]
        here = [one for one in inputs if one is not None]
        units = {one.unit for one in here}
        defaults = [one.default for one in here]
        numbers = [value for value in defaults if isinstance(value, int | float)]
        wrong = (
            "unknown"
            if len(here) != len(inputs) or len(set(linked.inputs)) != len(inputs)
            else "few"
            if len(here) < 2
            else "choices"
            if any(one.choices for one in here)
            else "twice"
            if taken & set(linked.inputs)
            else "units"
            if len(units) > 1
            else "total"
            if len(numbers) != len(here)
            or abs(sum(numbers) - linked.total) > _NEAR * abs(linked.total)
            else ""
        )
        taken |= set(linked.inputs)
        if wrong:
            facts = {"hint": f"linked:{wrong}", "total": linked.total}
            yield "A115", ("linked", number), facts


def _chart(working: Working, number: int, along: str, each: str) -> Iterator[Fault]:
    chart = working.calculator.charts[number]
    path = ("charts", number)
    one = working.inputs.get(along)
    if chart.kind == "lines":
        if one is None or one.choices:
            yield "A113", (*path, "along"), {"hint": "chart:along"}
    elif along:
        yield "A113", (*path, "along"), {"hint": "chart:no-lines"}
    if each and (working.calculator.table is None or chart.kind == "lines"):
        yield "A113", (*path, "each"), {"hint": "chart:each"}
    elif bool(each) == bool(chart.parts):
        yield "A113", (*path, "parts"), {"hint": "chart:parts"}
    elif chart.kind == "lines" and len(chart.parts) > 4:
        yield "A113", (*path, "parts"), {"hint": "chart:many"}


# ── trying ────────────────────────────────────────────────────────────────────────────────────


def _tried(working: Working) -> Iterator[Fault]:
    """Calculate at the defaults and at the ends of the ranges, as learners will."""
    outputs = {one.id: number for number, one in enumerate(working.calculator.outputs)}
    told: set[str] = set()
    for number, values in enumerate(_situations(working)):
        worked = working.work(values)
        if worked.refusal is not None:
            if number == 0:
                at = working.calculator.refusals.index(worked.refusal)
                yield "A111", ("refusals", at, "when"), {"text": worked.refusal.when}
            continue
        seen: set[int] = set()
        for output_id, error in worked.errors.items():
            passed_on = id(error) in seen  # an earlier output it depends on is the cause
            seen.add(id(error))
            compiled = working.formulas["outputs", outputs[output_id], "formula"]
            if passed_on or compiled.formula is None or output_id in told:
                continue
            told.add(output_id)
            path = ("outputs", outputs[output_id], "formula")
            facts = {"id": output_id, "where": _where(values, compiled.reach), **_reason(error)}
            yield "A112", path, facts


def _where(values: Mapping[str, float | str | None], reach: frozenset[str]) -> str:
    """Return the values a formula depends on, in no language: `tariff = 0, hours = 3`."""
    shown = [
        f"{name} = {value:.6g}" if isinstance(value, int | float) else f"{name} = {value}"
        for name, value in values.items()
        if name in reach
    ]
    return ", ".join(shown[:6] + ["…"] * (len(shown) > 6))


def _situations(working: Working) -> Iterator[dict[str, float | str | None]]:
    """Yield the defaults, each input at either end, all at their least and all at their greatest.
    Inputs without a default are in the middle."""
    start = working.defaults()
    ends: dict[str, tuple[float | str, float | str]] = {}
    linked = {name for one in working.calculator.linked for name in one.inputs}
    for input_id, one in working.inputs.items():
        if one.choices:
            ends[input_id] = one.choices[0].id, one.choices[-1].id
        else:
            ends[input_id] = one.min, one.max
        if start[input_id] is None:
            middle = one.choices[0].id if one.choices else one.min / 2 + one.max / 2
            start[input_id] = middle
    yield start
    for input_id, one in working.inputs.items():
        values = [choice.id for choice in one.choices] if one.choices else ends[input_id]
        for value in values:
            yield _moved(working, start, input_id, value)
    for at in (0, 1):
        all_of = {id_: pair[at] for id_, pair in ends.items() if id_ not in linked}
        if all_of:
            yield {**start, **all_of}


def _moved(
    working: Working, start: Mapping[str, float | str | None], input_id: str, value: float | str
) -> dict[str, float | str | None]:
    from ecolearn.content.activities.linked import relink

    return relink(working.calculator, {**start, input_id: value}, input_id)
