"""A calculator: inputs, constants of the course, formulas, results with a range.

State: `{"inputs": {id: number or id of a choice}, "rows": [{"name": text, column: number or text}],
"prediction": number, "shown": true}`, all numbers in the units of the file. `inputs` has those
that were moved, `rows` the whole table once it was changed, `prediction` what was guessed first,
`shown` that results were wanted without a guess.

`working` calculates, `calculator_faults` finds what is wrong with one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec

from ecolearn.content.activities.base import (
    Activity,
    Fault,
    Part,
    State,
    World,
    cut_text,
    is_number,
)
from ecolearn.content.texts import Said, Text

#: names and texts in the table are cut to this many characters
LONGEST_NAME = 80

_Places = Annotated[int, msgspec.Meta(ge=0, le=9)]


class Choice(Part, frozen=True):
    """One of a few values of an input. `value` is a number in the unit of the input, or the id of
    a constant."""

    id: str
    label: Text
    value: float | str


class Input(Part, frozen=True):
    """A number the learner chooses. Without `default` it must be entered before there is a
    result; it may name a constant or, with `choices`, one of them. `step` 0 = what fits the range.
    `shown` is the unit in other words (“drips per minute”); `scale` "log" for wide ranges."""

    id: str
    label: Text
    unit: str = ""
    shown: Text = {}
    default: float | str | None = None
    min: float = 0
    max: float = 1_000_000
    step: Annotated[float, msgspec.Meta(ge=0)] = 0
    decimals: _Places | None = None
    help: Text = {}
    group: Text = {}
    symbol: str = ""
    scale: Literal["", "log"] = ""
    choices: tuple[Choice, ...] = ()


class Column(Part, frozen=True):
    """A column of the table. One with `formula` is worked out in each row; `words` makes it a
    column of texts, such as a name."""

    id: str
    label: Text
    unit: str = ""
    shown: Text = {}
    default: float = 0
    min: float = 0
    max: float = 1_000_000
    step: Annotated[float, msgspec.Meta(ge=0)] = 0
    decimals: _Places | None = None
    help: Text = {}
    words: bool = False
    formula: str = ""
    symbol: str = ""


class Row(Part, frozen=True):
    """A row the table begins with: a name, and numbers by column."""

    name: Text = {}
    values: dict[str, float] = {}


class Table(Part, frozen=True):
    """Rows the learner adds: an appliance list, a week's food. `name` heads the column of names."""

    name: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    add: Text = {}
    most: Annotated[int, msgspec.Meta(ge=1, le=100)] = 30


class Output(Part, frozen=True):
    """A result. Later ones may use earlier ones. `role` "main" is large, "step" only appears in
    “how it is calculated”. `decimals` None = three digits that count."""

    id: str
    formula: str
    label: Text
    unit: str = ""
    shown: Text = {}
    decimals: _Places | None = None
    role: Literal["main", "plain", "step"] = "plain"
    symbol: str = ""
    note: Text = {}


class Refusal(Part, frozen=True):
    """When there is no result, and why."""

    when: str
    text: Text


class Remark(Part, frozen=True):
    """A sentence that stands below the results, always or `when` a condition holds."""

    text: Text
    when: str = ""
    tone: Literal["note", "tip", "warning", "key"] = "note"


class Bar(Part, frozen=True):
    """A bar, a share, or a line of a chart."""

    formula: str
    label: Text


class Chart(Part, frozen=True):
    """A picture of results. "bars" and "shares" show `parts` (or, with `each`, a formula for every
    row of the table); "lines" shows them while the input `along` goes through its range."""

    kind: Literal["bars", "shares", "lines"]
    title: Text
    unit: str = ""
    shown: Text = {}
    parts: tuple[Bar, ...] = ()
    each: str = ""
    along: str = ""


class Linked(Part, frozen=True):
    """Inputs that always make `total` together, such as shares of a mix: moving one moves the
    others."""

    inputs: tuple[str, ...]
    total: float = 100


class Calculator(Activity, frozen=True, tag="calculator"):
    """See the module text. `fixed` names constants whose range is left out; `predict` an output
    the learner guesses before it is shown; `source` is where the formulas come from."""

    inputs: tuple[Input, ...] = ()
    table: Table | None = None
    outputs: tuple[Output, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    charts: tuple[Chart, ...] = ()
    linked: tuple[Linked, ...] = ()
    fixed: tuple[str, ...] = ()
    predict: str = ""
    source: Said = ""

    def clean(self, state: State) -> State:
        """See `Activity.clean`. Numbers outside their range move to its end."""
        state = self.checked(state)
        inputs, rows = state.get("inputs", {}), state.get("rows")
        if not isinstance(inputs, dict) or not isinstance(rows, list | None):
            raise self.bad("no inputs")
        kept: State = {}
        cleaned = {
            one.id: value
            for one in self.inputs
            if (value := _clean_input(one, inputs.get(one.id))) is not None
        }
        if cleaned:
            kept["inputs"] = cleaned
        if rows is not None and self.table is not None:
            table = self.table
            kept["rows"] = [_clean_row(table, row) for row in rows[: table.most]]
        if self.predict:
            prediction = state.get("prediction")
            if is_number(prediction):
                kept["prediction"] = prediction
            elif state.get("shown") is True:
                kept["shown"] = True
        return kept

    def is_done(self, state: State) -> bool:
        """Tell whether a guess was compared or anything was tried."""
        if "prediction" in state or "rows" in state:
            return True
        given = state.get("inputs", {})
        return any(one.id in given and given[one.id] != one.default for one in self.inputs)

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        from ecolearn.content.activities.calculator_faults import faults

        yield from faults(self, world)


def as_output(column: Column) -> Output:
    """Return a column with a formula as the result it is in each row."""
    return Output(
        id=column.id,
        formula=column.formula,
        label=column.label,
        unit=column.unit,
        shown=column.shown,
        decimals=column.decimals,
        symbol=column.symbol,
    )


def is_year(one: Input | Column) -> bool:
    """Tell whether an input is a year of the calendar, which is written without a gap."""
    return not one.unit and one.min >= 1000 and one.max < 3000


def clamped(value: float, low: float, high: float) -> float:
    """Return `value` within a range; ends that are no usable numbers are none."""
    if is_number(low):
        value = max(value, low)
    return min(value, high) if is_number(high) else value


def _clean_input(one: Input, value: Any) -> float | str | None:
    if one.choices:
        known = isinstance(value, str) and any(choice.id == value for choice in one.choices)
        return value if known else None
    return clamped(value, one.min, one.max) if is_number(value) else None


def _clean_row(table: Table, row: Any) -> dict[str, Any]:
    given = row if isinstance(row, dict) else {}
    name = given.get("name")
    kept: dict[str, Any] = {"name": cut_text(name, LONGEST_NAME) if isinstance(name, str) else ""}
    for column in table.columns:
        value = given.get(column.id)
        if column.words:
            kept[column.id] = cut_text(value, LONGEST_NAME) if isinstance(value, str) else ""
        elif not column.formula:
            number: float = value if is_number(value) else column.default  # type: ignore[assignment]
            number = number if is_number(number) else 0
            kept[column.id] = clamped(number, column.min, column.max)
    return kept
