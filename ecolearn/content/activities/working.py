"""What a calculator gives for what was entered: results with ranges, refusals, charts.

`Working` reads the formulas once; `Working.work` is called for every step of a slider and only
calculates. Whatever is wrong with a formula is kept, not raised: a learner still sees the rest, and
`Calculator.faults` tells the author.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from ecolearn.content.activities.base import is_number
from ecolearn.content.activities.calculator import (
    Calculator,
    Chart,
    Input,
    Output,
    Refusal,
    Remark,
    Row,
)
from ecolearn.content.texts import Said
from ecolearn.quiz.formulas import RESERVED, Formula, FormulaError, parse
from ecolearn.quiz.units import ONE, Unit, parse_unit

if TYPE_CHECKING:
    from ecolearn.content.model import Constant

#: points of a line in a chart, from the least to the greatest value of the input along
POINTS = 41

#: how many of each a calculator may have; `parts` are those of one chart
MOST = {"inputs": 60, "outputs": 60, "columns": 12, "charts": 6, "parts": 12}

#: value, low and high; in base units unless said otherwise
Triple = tuple[float, float, float]
#: input → number in its unit, id of a choice, or None while nothing was entered
Values = Mapping[str, "float | str | None"]
#: `name` → text; column → number in its unit, or text
TableRow = Mapping[str, Any]
#: path of a formula in the file, as in `base.Path`
FormulaPath = tuple[str | int, ...]


class Missing(Exception):
    """An input is needed that nothing was entered for; `args[0]` is its id."""


@dataclass(frozen=True, slots=True)
class Result:
    """A result in its unit: `low <= value <= high`."""

    value: float
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Tell whether there is no range to speak of."""
        return self.high - self.low <= 1e-9 * max(abs(self.low), abs(self.high))


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A bar or a share; the label is a text of the file or the name of a row."""

    label: Said
    result: Result


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line: points (value of the input along in its unit, value in the unit of the chart)."""

    label: Said
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The figures of a chart. Without parts and lines there is nothing to draw yet."""

    chart: Chart
    parts: tuple[DrawnPart, ...] = ()
    lines: tuple[DrawnLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """What `Working.work` found."""

    #: output → result; left out where there is none
    results: Mapping[str, Result]
    #: output → why it cannot be calculated
    errors: Mapping[str, FormulaError]
    #: inputs that must be entered before there are all results, in the order of the file
    wanted: tuple[str, ...]
    #: output → the input it waits for
    waiting: Mapping[str, str]
    refusal: Refusal | None
    remarks: tuple[Remark, ...]
    #: for each row, column with a formula → result
    rows: tuple[Mapping[str, Result], ...]
    charts: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula with the unit its result is wanted in, or what is wrong with it."""

    formula: Formula | None
    unit: Unit
    error: FormulaError | None = None
    #: the unit it has of itself, where that is of another kind
    found: Unit | None = None
    #: everything it depends on, through other outputs and columns too
    reach: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Known:
    """Names that formulas may use, with the units they have."""

    units: dict[str, Unit] = field(default_factory=dict)
    columns: dict[str, Unit] = field(default_factory=dict)


class Working:
    """A calculator made ready. It knows nothing of what was entered last.

    Args:
        calculator: What to calculate.
        constants: The constants of the course by id.
    """

    def __init__(self, calculator: Calculator, constants: Mapping[str, Constant]) -> None:
        self.calculator = calculator = trimmed(calculator)
        self.constants = constants
        self.inputs: dict[str, Input] = {}
        self.outputs: dict[str, Output] = {}
        #: path in the file → formula
        self.formulas: dict[FormulaPath, Compiled] = {}
        #: path in the file → unit that nobody knows
        self.unknown_units: dict[FormulaPath, str] = {}
        self.known = Known()
        #: ids of the constants that formulas, inputs and choices use
        self.used: set[str] = set()
        self._units: dict[str, Unit] = {}
        self._of_output: dict[str, Compiled] = {}
        self._of_column: dict[str, Compiled] = {}
        self._constants: dict[str, Triple] = {}
        self._compile()

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    def _compile(self) -> None:
        calculator = self.calculator
        for id_, constant in self.constants.items():
            unit = parse_unit(constant.unit)
            if unit is not None:
                self.known.units[id_] = unit
        for number, one in enumerate(calculator.inputs):
            self.inputs.setdefault(one.id, one)
            unit = self._unit(one.unit, "inputs", number, "unit")
            self._units.setdefault(one.id, unit)
            self.known.units[one.id] = unit
            names = (one.default, *(choice.value for choice in one.choices))
            self.used |= {name for name in names if isinstance(name, str)} & set(self.constants)
        self._compile_table()
        for number, output in enumerate(calculator.outputs):
            path = ("outputs", number)
            unit = self._unit(output.unit, *path, "unit")
            compiled = self._formula(output.formula, unit, *path, "formula")
            if self.outputs.setdefault(output.id, output) is output:
                self._of_output[output.id] = compiled
                self.known.units[output.id] = unit
        for number, refusal in enumerate(calculator.refusals):
            self._condition(refusal.when, "refusals", number, "when")
        for number, remark in enumerate(calculator.remarks):
            if remark.when:
                self._condition(remark.when, "remarks", number, "when")
        for number, chart in enumerate(calculator.charts):
            unit = self._unit(chart.unit, "charts", number, "unit")
            if chart.each:
                self._formula(chart.each, unit, "charts", number, "each", in_row=True)
            for at, part in enumerate(chart.parts):
                self._formula(part.formula, unit, "charts", number, "parts", at, "formula")

    def _compile_table(self) -> None:
        table = self.calculator.table
        if table is None:
            return
        for number, column in enumerate(table.columns):
            path = ("table", "columns", number)
            if column.words:
                continue
            unit = self._unit(column.unit, *path, "unit")
            if column.formula:
                compiled = self._formula(column.formula, unit, *path, "formula", in_row=True)
                self._of_column.setdefault(column.id, compiled)
            self.known.columns.setdefault(column.id, unit)
            self._units.setdefault(column.id, unit)

    def _unit(self, text: str, *path: str | int) -> Unit:
        unit = parse_unit(text)
        if unit is None:
            self.unknown_units[path] = text
            return ONE
        return unit

    def _condition(self, text: str, *path: str | int) -> None:
        self._formula(text, ONE, *path)
        formula = self.formulas[path].formula
        if formula is not None and not formula.is_condition:
            error = FormulaError("condition_expected", 0, len(text))
            self.formulas[path] = Compiled(None, ONE, error)

    def _formula(self, text: str, unit: Unit, *path: str | int, in_row: bool = False) -> Compiled:
        """Read a formula and keep it under its path."""
        formula: Formula | None = None
        error: FormulaError | None = None
        found: Unit | None = None
        reach: frozenset[str] = frozenset()
        scope = {**self.known.units, **self.known.columns} if in_row else self.known.units
        try:
            formula = parse(text)
            kind = formula.unit(scope, self.known.columns)
            if not kind.same_kind(unit) and text.strip() != "0":
                found = kind
            self.used |= formula.names & self.constants.keys() - self.inputs.keys()
            reach = self._reach(formula.names)
        except FormulaError as raised:
            error = raised
        usable = formula if error is None and found is None else None
        compiled = self.formulas[path] = Compiled(usable, unit, error, found, reach)
        return compiled

    def _reach(self, names: frozenset[str]) -> frozenset[str]:
        through = [
            compiled.reach
            for name in names
            for compiled in (self._of_output.get(name), self._of_column.get(name))
            if compiled is not None
        ]
        return names.union(*through)

    # ── values ────────────────────────────────────────────────────────────────────────────────

    def default(self, input_id: str) -> float | str | None:
        """Return what an input begins with: a number in its unit, a choice, or None."""
        one = self.inputs[input_id]
        if one.choices:
            return one.default if isinstance(one.default, str) else None
        if isinstance(one.default, str):
            constant = self.constants.get(one.default)
            if constant is None:
                return None
            triple = self.constant(constant.id)
            return None if triple is None else self._in_unit(input_id, triple[0])
        return one.default if is_number(one.default) else None

    def defaults(self) -> dict[str, float | str | None]:
        """Return what all inputs begin with."""
        return {input_id: self.default(input_id) for input_id in self.inputs}

    def _in_unit(self, name: str, base: float) -> float:
        unit = self._units[name]
        value = (base - unit.offset) / unit.factor
        return float(f"{value:.12g}")  # 0.25 mL is not to become 0.25000000000000006 mL

    def constant(self, constant_id: str) -> Triple | None:
        """Return a constant with its range (none if it is `fixed`) in base units; None if it
        cannot be used."""
        if constant_id not in self._constants:
            one = self.constants.get(constant_id)
            unit = parse_unit(one.unit) if one is not None else None
            if one is None or unit is None:
                return None
            ends = [one.value]
            if constant_id not in self.calculator.fixed:
                ends += [end for end in (one.low, one.high) if end is not None]
            numbers = [unit.base(one.value), unit.base(min(ends)), unit.base(max(ends))]
            if not all(math.isfinite(number) for number in numbers):
                return None
            self._constants[constant_id] = (numbers[0], numbers[1], numbers[2])
        return self._constants[constant_id]

    def number(self, input_id: str, value: float | str | None) -> Triple | None:
        """Return a value of an input in base units, None if there is none to calculate with.

        A default that names a constant keeps the range of the constant until it is changed: it
        is a guess then, and no longer once the learner has entered a number.
        """
        one = self.inputs[input_id]
        unit = self._units[input_id]
        if one.choices:
            chosen = next((choice for choice in one.choices if choice.id == value), None)
            if chosen is None:
                return None
            value = chosen.value
            if isinstance(value, str):
                return self._constant_as(value, unit)
        elif isinstance(one.default, str) and value == self.default(input_id):
            found = self._constant_as(one.default, unit)
            if found is not None:
                return found
        if value is None or isinstance(value, str):
            return None
        base = unit.base(value)
        return (base, base, base) if math.isfinite(base) else None

    def value_of(self, input_id: str, choice_id: str) -> float | None:
        """Return what a choice stands for, in the unit of the input."""
        triple = self.number(input_id, choice_id)
        return None if triple is None else self._in_unit(input_id, triple[0])

    def _constant_as(self, constant_id: str, unit: Unit) -> Triple | None:
        one = self.constants.get(constant_id)
        its_unit = parse_unit(one.unit) if one is not None else None
        if its_unit is None or not its_unit.same_kind(unit):
            return None
        return self.constant(constant_id)

    def first_rows(self, language: str = "en", order: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        """Return the rows the table begins with, with names in a language."""
        table = self.calculator.table
        if table is None:
            return []
        return [self.row_of(row, language, order) for row in table.rows[: table.most]]

    def row_of(
        self, row: Row | None, language: str = "en", order: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Return a row of the file, or an empty one, as rows of a state are."""
        from ecolearn.content.texts import in_language

        table = self.calculator.table
        found: dict[str, Any] = {"name": in_language(row.name, language, order)[0] if row else ""}
        for column in table.columns if table is not None else ():
            if column.words:
                found[column.id] = ""
            elif not column.formula:
                found[column.id] = (row.values if row else {}).get(column.id, column.default)
        return found

    # ── working ───────────────────────────────────────────────────────────────────────────────

    def work(self, values: Values | None = None, rows: Sequence[TableRow] | None = None) -> Worked:
        """Return results, ranges and charts.

        Args:
            values: What was entered; inputs that are left out have their default.
            rows: Rows of the table; None = those of the file.
        """
        if rows is None:
            rows = self.first_rows()
        entered = {**self.defaults(), **(values or {})}
        run = self._run(entered, rows)
        refusal = self._refused(run)
        results: dict[str, Result] = {}
        errors: dict[str, FormulaError] = {}
        waiting: dict[str, str] = {}
        for output_id, output in self._of_output.items():
            try:
                results[output_id] = _result(run[output_id], output.unit)
            except Missing as missing:
                waiting[output_id] = missing.args[0]
            except FormulaError as error:
                errors[output_id] = error
        wanted = self._wanted(entered, rows, set(waiting.values())) if waiting else set()
        return Worked(
            results,
            errors,
            tuple(name for name in self.inputs if name in wanted),
            waiting,
            refusal,
            tuple(self._remarks(run)) if refusal is None else (),
            tuple(self._row_results(run, row) for row in range(len(rows))),
            tuple(self._draw(run, entered, rows)) if refusal is None else (),
        )

    def _wanted(self, entered: Values, rows: Sequence[TableRow], found: set[str]) -> set[str]:
        """Return every input that must be entered: those that are missed first, and those missed
        when the first have a value from the middle of their range. What depends on a choice that
        was not made is not asked for yet."""
        guessed = dict(entered)
        asked = found
        while asked:
            for input_id in asked:
                one = self.inputs[input_id]
                guessed[input_id] = None if one.choices else one.min / 2 + one.max / 2
            run = self._run(guessed, rows)
            asked = set()
            for output_id in self._of_output:
                try:
                    run[output_id]
                except Missing as missing:
                    asked.add(missing.args[0])
                except FormulaError:
                    continue
            asked -= found
            found = found | asked
        return found

    def _run(
        self, entered: Values, rows: Sequence[TableRow], start: Mapping[str, Triple] | None = None
    ) -> _Run:
        run = _Run(self)
        run.update(start or {})
        for input_id in self.inputs:
            number = self.number(input_id, entered.get(input_id))
            if number is not None:
                run[input_id] = number
        for row in rows:
            run.rows.append(dict(self._row_numbers(row)))
        for column_id, compiled in self._of_column.items():
            for at in range(len(rows)):
                try:
                    run.rows[at][column_id] = run.of(compiled, at)
                except (FormulaError, Missing) as error:
                    run.failed.setdefault(column_id, error)
        return run

    def _row_numbers(self, row: TableRow) -> Iterator[tuple[str, Triple]]:
        table = self.calculator.table
        for column in table.columns if table is not None else ():
            if column.words or column.formula:
                continue
            value = row.get(column.id, column.default)
            base = self._units[column.id].base(value) if isinstance(value, int | float) else 0.0
            if not math.isfinite(base):
                base = 0.0
            yield column.id, (base, base, base)

    def _row_results(self, run: _Run, row: int) -> dict[str, Result]:
        found: dict[str, Result] = {}
        for column_id, compiled in self._of_column.items():
            if column_id in run.rows[row]:
                with suppress(FormulaError):  # too big in its unit
                    found[column_id] = _result(run.rows[row][column_id], compiled.unit)
        return found

    def _holds(self, run: _Run, *path: str | int) -> bool:
        """Tell whether a condition holds; one that cannot be told does not."""
        try:
            return run.of(self.formulas[path])[0] == 1.0
        except (FormulaError, Missing):
            return False

    def _refused(self, run: _Run) -> Refusal | None:
        for number, refusal in enumerate(self.calculator.refusals):
            if self._holds(run, "refusals", number, "when"):
                return refusal
        return None

    def _remarks(self, run: _Run) -> Iterator[Remark]:
        for number, remark in enumerate(self.calculator.remarks):
            if not remark.when or self._holds(run, "remarks", number, "when"):
                yield remark

    # ── charts ────────────────────────────────────────────────────────────────────────────────

    def _draw(self, run: _Run, entered: Values, rows: Sequence[TableRow]) -> Iterator[Drawn]:
        for number, chart in enumerate(self.calculator.charts):
            try:
                if chart.kind == "lines":
                    yield Drawn(chart, lines=tuple(self._lines(run, number, entered, rows)))
                else:
                    yield Drawn(chart, parts=tuple(self._parts(run, number, rows)))
            except (FormulaError, Missing):
                yield Drawn(chart)

    def _parts(self, run: _Run, number: int, rows: Sequence[TableRow]) -> Iterator[DrawnPart]:
        chart = self.calculator.charts[number]
        if chart.each:
            compiled = self.formulas["charts", number, "each"]
            for at, row in enumerate(rows):
                yield self._part(chart, str(row.get("name", "")), run.of(compiled, at), compiled)
            return
        for at, part in enumerate(chart.parts):
            compiled = self.formulas["charts", number, "parts", at, "formula"]
            yield self._part(chart, part.label, run.of(compiled), compiled)

    def _part(self, chart: Chart, label: Said, triple: Triple, compiled: Compiled) -> DrawnPart:
        result = _result(triple, compiled.unit)
        if chart.kind == "shares" and result.low < 0:  # nothing has a share below none
            result = Result(*(max(0.0, n) for n in (result.value, result.low, result.high)))
        return DrawnPart(label, result)

    def _lines(
        self, run: _Run, number: int, entered: Values, rows: Sequence[TableRow]
    ) -> Iterator[DrawnLine]:
        chart = self.calculator.charts[number]
        along = self.inputs.get(chart.along)
        if along is None or along.choices:
            return
        compiled = [
            self.formulas["charts", number, "parts", at, "formula"]
            for at in range(len(chart.parts))
        ]
        # what does not depend on the input along stays as it is
        start = {name: run[name] for name in self.inputs if name in run and name != along.id}
        start |= {
            name: run[name]
            for name in frozenset().union(*(one.reach for one in compiled))
            if (output := self._of_output.get(name)) is not None
            and along.id not in output.reach
            and name in run
        }
        refusing = [
            path
            for path, one in self.formulas.items()
            if path[0] == "refusals" and along.id in one.reach
        ]
        points: list[list[tuple[float, float]]] = [[] for _ in compiled]
        columns_move = any(along.id in one.reach for one in self._of_column.values())
        for x in steps(along):
            there = self._run({**entered, along.id: x}, rows, start) if columns_move else _Run(self)
            if not columns_move:
                there.update(start)
                there.rows = run.rows
                there.failed = {k: v for k, v in run.failed.items() if k in self._of_column}
                moved = self.number(along.id, x)
                if moved is not None:
                    there[along.id] = moved
            if any(self._holds(there, *path) for path in refusing):
                continue
            for line, one in zip(points, compiled, strict=True):
                try:
                    line.append((x, _result(there.of(one), one.unit).value))
                except FormulaError:
                    continue
        for part, line in zip(chart.parts, points, strict=True):
            yield DrawnLine(part.label, tuple(line))


class _Run(dict[str, Triple]):
    """Numbers by name in base units, each worked out when it is first asked for."""

    def __init__(self, working: Working) -> None:
        super().__init__()
        self.working = working
        self.rows: list[dict[str, Triple]] = []
        #: outputs and columns that cannot be calculated
        self.failed: dict[str, FormulaError | Missing] = {}

    def of(self, compiled: Compiled, row: int = -1) -> Triple:
        """Return what a formula gives. Raises `FormulaError` or `Missing`."""
        if compiled.formula is None:
            raise compiled.error or FormulaError("units_differ")
        return compiled.formula.triple(self, self.rows, row)

    def __missing__(self, name: str) -> Triple:
        failed = self.failed.get(name)
        if failed is not None:
            raise failed
        compiled = self.working._of_output.get(name)
        if compiled is None:
            constant = self.working.constant(name) if name not in self.working.inputs else None
            if constant is None:
                raise Missing(name)
            self[name] = constant
            return constant
        try:
            found = self[name] = self.of(compiled)
        except (FormulaError, Missing) as error:
            self.failed[name] = error
            raise
        return found


def _result(triple: Triple, unit: Unit) -> Result:
    """Return a number of base units in a unit. Raises `FormulaError` if it becomes too big."""
    value, low, high = ((number - unit.offset) / unit.factor + 0.0 for number in triple)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise FormulaError("not_finite")
    return Result(value, low, high)


def steps(one: Input) -> list[float]:
    """Return values of an input from the least to the greatest: those of its step, not all where
    they are more than `POINTS`; without a step `POINTS` evenly spaced, on a logarithmic scale by
    ratio. None if its range is not one."""
    low, high = float(one.min), float(one.max)
    if not (math.isfinite(low) and math.isfinite(high) and math.isfinite(high - low)):
        return []
    if low >= high:
        return []
    if not one.scale and 0 < one.step <= high - low and math.isfinite((high - low) / one.step):
        every = one.step * math.ceil((high - low) / one.step / (POINTS - 1) - 1e-9)
        whole = int((high - low) / every + 1e-9)
        found = [float(f"{low + at * every:.10g}") for at in range(whole + 1)]
        return found if high - found[-1] <= 1e-9 * (high - low) else [*found, high]
    parts = [at / (POINTS - 1) for at in range(POINTS)]
    if one.scale == "log" and low > 0:
        ratio = math.log(high / low) if math.isfinite(high / low) else 700.0
        found = [low * math.exp(ratio * part) for part in parts]
    else:
        found = [low + (high - low) * part for part in parts]
    return [min(max(float(f"{value:.10g}"), low), high) for value in found]


def trimmed(calculator: Calculator) -> Calculator:
    """Return a calculator without what is beyond the limits, so that one step of a slider is never
    slow; `calculator_faults` tells the author."""
    table = calculator.table
    if table is not None and len(table.columns) > MOST["columns"]:
        table = msgspec.structs.replace(table, columns=table.columns[: MOST["columns"]])
    return msgspec.structs.replace(
        calculator,
        inputs=calculator.inputs[: MOST["inputs"]],
        outputs=calculator.outputs[: MOST["outputs"]],
        charts=tuple(
            msgspec.structs.replace(one, parts=one.parts[: MOST["parts"]])
            for one in calculator.charts[: MOST["charts"]]
        ),
        table=table,
    )


def usable_name(name: str) -> bool:
    """Tell whether formulas can use an id: letters, digits and `_`, none of the words that mean
    something by themselves."""
    if name in RESERVED:
        return False
    try:
        return parse(name).names == {name}
    except FormulaError:
        return False
