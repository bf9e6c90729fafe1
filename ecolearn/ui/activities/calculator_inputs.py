"""What is entered into a calculator: sliders with fields, choices, and the table of rows."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content.activities.calculator import Column, Input, Table, as_output, is_year
from ecolearn.content.activities.linked import relink
from ecolearn.content.activities.working import Worked, Working
from ecolearn.quiz.numbers import format_number, readings
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.calculator_words import shown, worded
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.chart_data import nice_step
from ecolearn.ui.widgets.choice_input import ChoiceInput
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.number_slider import NumberSlider
from ecolearn.ui.widgets.row_table import RowColumn, RowTable

#: steps of a slider whose author did not say
_STEPS = 200
#: digits of a number whose author did not say; a share that was moved along has many
_DIGITS = 6


def number_format(one: Input | Column, language: str) -> Callable[[float], str]:
    """Return what writes the numbers of an input."""
    decimals = one.decimals
    if is_year(one):
        return lambda value: str(round(value))
    if decimals is not None:
        return lambda value: format_number(value, language, decimals=decimals)
    return lambda value: format_number(value, language, _DIGITS)


def range_of(one: Input | Column) -> tuple[float, float, float]:
    """Return least, greatest and step as widgets can use them, whatever the file says."""
    low, high, step = float(one.min), float(one.max), float(one.step)
    if not (math.isfinite(low) and math.isfinite(high) and math.isfinite(high - low)):
        low, high = 0.0, 1_000_000.0
    if low >= high:
        high = low + max(1.0, abs(low))
    if not math.isfinite(step) or not 0 < step <= high - low:
        step = nice_step(high - low, _STEPS)
    return low, high, step


class InputsPanel(QWidget):
    """All inputs in groups. It holds the values.

    Signals:
        changed: Another value; `values` has it.
        settled: The person is done with a change.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, working: Working, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working = working
        self.around = around
        self.values = working.defaults()
        #: inputs that were moved, by hand or along with others
        self.moved: set[str] = set()
        self.sliders: dict[str, NumberSlider] = {}
        self.choices: dict[str, ChoiceInput] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.px(Space.L))
        group = ""
        for one in working.inputs.values():
            title = around.text(one.group)
            if title and title != group:
                self._column.addWidget(Heading(title, 3, self))
            group = title or group
            self._column.addWidget(self._choice(one) if one.choices else self._slider(one))
        self._column.addStretch(1)
        self.show_values()

    def _text(self, one: Input | Column) -> tuple[str, str, str]:
        """Return label, unit in words and help."""
        unit = self.around.text(one.shown) or unit_words(one.unit, self.around.language)
        return worded(self.around, one.label), unit, worded(self.around, one.help)

    def _slider(self, one: Input) -> NumberSlider:
        low, high, step = range_of(one)
        whole = one.decimals == 0 and step == int(step)
        slider = NumberSlider(
            low, low, high, step, whole=whole, logarithmic=one.scale == "log", parent=self
        )
        slider.set_texts(*self._text(one))
        slider.set_format(number_format(one, self.around.language))
        slider.value_changed.connect(partial(self._on_moved, one.id))
        slider.value_settled.connect(self.settled)
        slider.field.textEdited.connect(partial(self._on_first, one.id))
        self.sliders[one.id] = slider
        return slider

    def _choice(self, one: Input) -> ChoiceInput:
        choice = ChoiceInput(self)
        label, _, help_text = self._text(one)
        choice.set_texts(label, help_text)
        words = {each.id: worded(self.around, each.label) for each in one.choices}
        if self.working.default(one.id) is None:
            words = {"": self.tr("Choose"), **words}
        choice.set_choices(words)
        choice.value_changed.connect(partial(self._on_chosen, one.id))
        self.choices[one.id] = choice
        return choice

    # ── values ────────────────────────────────────────────────────────────────────────────────

    def set_moved(self, given: dict[str, Any]) -> None:
        """Show the defaults, but for what was moved; tell nobody."""
        self.values = {**self.working.defaults(), **given}
        self.moved = set(given) & self.working.inputs.keys()
        self.show_values()

    def show_values(self) -> None:
        """Show `values`."""
        for input_id, slider in self.sliders.items():
            value = self.values.get(input_id)
            if isinstance(value, int | float) and math.isfinite(value):
                slider.set_value(value)
                slider.field.setPlaceholderText("")
            else:
                slider.set_value(slider.range()[0])
                slider.field.setText("")  # `clear` would count as typed
                slider.field.setPlaceholderText(self.tr("enter"))
        for input_id, choice in self.choices.items():
            value = self.values.get(input_id)
            ids = [one.id for one in self.working.inputs[input_id].choices]
            if value in ids:
                choice.set_value(str(value))
            elif self.working.default(input_id) is None:
                choice.set_value("")

    def focus_on(self, input_id: str) -> None:
        """Put the keyboard on an input."""
        if input_id in self.sliders:
            self.sliders[input_id].field.setFocus()
        elif input_id in self.choices:
            self.choices[input_id].list.setFocus()

    def _on_moved(self, input_id: str, value: float) -> None:
        self.values[input_id] = value
        self.moved.add(input_id)
        linked = relink(self.working.calculator, self.values, input_id)
        for other, share in linked.items():
            if share != self.values.get(other) and isinstance(share, float):
                self.moved.add(other)
                if other in self.sliders:
                    self.sliders[other].set_value(share)
        self.values = linked
        self.changed.emit()

    def _on_first(self, input_id: str, text: str) -> None:
        """Take the first number for an input without a default, even where it is the one that
        the slider shows already."""
        slider = self.sliders[input_id]
        if self.values.get(input_id) is None and slider.value() in readings(text):
            self._on_moved(input_id, slider.value())

    def _on_chosen(self, input_id: str, choice_id: str) -> None:
        self.values[input_id] = choice_id or None
        self.moved.add(input_id)
        self.changed.emit()
        self.settled.emit()


class TablePanel(QWidget):
    """The table of rows.

    Signals:
        changed: Rows were changed, added or removed; `rows` has them.
    """

    changed = Signal()

    def __init__(
        self, table: Table, working: Working, around: Around, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.working = working
        self.around = around
        self.columns = [one for one in table.columns if not one.formula]
        self._worked = [one for one in table.columns if one.formula]
        name = worded(around, table.name)
        columns = [RowColumn("name", name, stretch=2, longest=60)]
        columns += [self._column_of(one) for one in self.columns]
        self.table = RowTable(columns, table.most, self)
        self.table.set_texts(name, worded(around, table.add))
        self.rows: list[dict[str, Any]] = []
        #: whether the rows are not those of the file any more
        self.touched = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.rows_changed.connect(self._on_changed)
        self.set_rows(None)

    def _column_of(self, one: Column) -> RowColumn:
        label = worded(self.around, one.label)
        if one.words:
            return RowColumn(one.id, label)
        low, high, step = range_of(one)
        unit = self.around.text(one.shown) or unit_words(one.unit, self.around.language)
        first = min(max(one.default, low), high)
        return RowColumn(one.id, label, "number", unit, low, high, step, default=first)

    def show_worked(self, worked: Worked | None) -> None:
        """Show what is worked out in each row, if that is one number; None covers it."""
        if len(self._worked) != 1 or worked is None:
            self.table.set_results("", [])
            return
        column = self._worked[0]
        found = [row.get(column.id) for row in worked.rows]
        texts = [
            " ".join(shown(one, as_output(column), self.around)[:2]).strip() if one else "–"
            for one in found
        ]
        self.table.set_results(worded(self.around, column.label), texts)

    def set_rows(self, rows: list[dict[str, Any]] | None) -> None:
        """Show rows, None = those of the file; tell nobody."""
        self.touched = rows is not None
        if rows is None:
            rows = self.working.first_rows(self.around.language, self.around.languages)
        self.table.set_rows(rows)
        self.rows = list(self.table.rows())

    def _on_changed(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows
        self.touched = True
        self.changed.emit()
