"""What a calculator found: results, remarks, or why there are none; and the guess before it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.content.activities.calculator import Output, as_output
from ecolearn.content.activities.working import Worked, Working
from ecolearn.quiz.numbers import format_number, read_number, shown_number
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.calculator_figures import Figure
from ecolearn.ui.activities.calculator_words import reason, shown, unit_of, worded
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.number_field import NumberField

_NOTHING = "–"
#: letters of a unit that stands in the field of a guess
_LONG_UNIT = 10


def _column(parent: QWidget, gap: int) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.px(gap))
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    parent.setSizePolicy(policy)
    return column


class ResultsPanel(QWidget):
    """Large results, a list of the others, notes and remarks; or a refusal in their place.

    Signals:
        wanted(str): The input with this id was asked for: somebody wants to enter it.
    """

    wanted = Signal(str)

    def __init__(self, working: Working, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working = working
        self.around = around
        self.figures: dict[str, Figure] = {}
        self._remarks: dict[int, Callout] = {}
        column = _column(self, Space.M)
        self._results = QWidget(self)
        inner = _column(self._results, Space.S)
        outputs = working.outputs.values()
        for output in sorted(outputs, key=lambda one: one.role != "main"):
            if output.role != "step":
                self._add(inner, output)
        self._trouble = WrapLabel("", role="muted", colour="danger", parent=self._results)
        self._trouble.hide()
        inner.addWidget(self._trouble)
        self._invitation = Callout("note", self.tr("One number is missing"), icon="pencil")
        self._invited = self._invitation.add_text("")
        self._enter = QPushButton(self.tr("Enter it"), self)
        self._enter.clicked.connect(self._on_enter)
        row = QHBoxLayout()
        row.addWidget(self._enter)
        row.addStretch(1)
        self._invitation.content.addLayout(row)
        self._refused = Callout("warning", self.tr("There is no result for these numbers"))
        self._refusal = self._refused.add_text("")
        column.addWidget(self._invitation)
        column.addWidget(self._refused)
        column.addWidget(self._results)
        tones = {"note": "note", "tip": "tip", "warning": "warning", "key": "ok"}
        titles = {
            "note": self.tr("Note"),
            "tip": self.tr("Tip"),
            "warning": self.tr("Watch out"),
            "key": self.tr("Remember"),
        }
        for number, remark in enumerate(working.calculator.remarks):
            text = worded(around, remark.text)
            box = Callout(tones[remark.tone], titles[remark.tone], text, parent=self)
            self._remarks[number] = box
            column.addWidget(box)
        column.addStretch(1)
        self._first_wanted = ""
        for part in (self._invitation, self._refused, *self._remarks.values()):
            part.hide()

    def _add(self, inner: QVBoxLayout, output: Output) -> None:
        label = worded(self.around, output.label)
        figure = Figure(label, large=output.role == "main", parent=self._results)
        self.figures[output.id] = figure
        inner.addWidget(figure)
        note = worded(self.around, output.note)
        if note:
            inner.addWidget(WrapLabel(note, role="muted", colour="muted", parent=self._results))

    def show_worked(self, worked: Worked) -> None:
        """Show what was found."""
        refused = worked.refusal is not None
        if worked.refusal is not None:
            self._refusal.setText(worded(self.around, worked.refusal.text))
        _show(self._refused, refused)
        _show(self._results, not refused)
        self._invite(() if refused else worked.wanted)
        for output_id, figure in self.figures.items():
            output = self.working.outputs[output_id]
            result = worked.results.get(output_id)
            if result is not None:
                number, unit, ends, spoken = shown(result, output, self.around)
                figure.set_number(number, unit, ends, spoken)
            else:
                nothing = self.tr("no result yet")
                figure.set_number(_NOTHING, unit_of(output, self.around), "", nothing, dim=True)
        error = next((worked.errors[one] for one in self.figures if one in worked.errors), None)
        if error is not None:
            self._trouble.set_text(reason(error))
        _show(self._trouble, error is not None)
        for at, remark in enumerate(self.working.calculator.remarks):
            _show(self._remarks[at], any(remark is one for one in worked.remarks))

    def _invite(self, wanted: tuple[str, ...]) -> None:
        if wanted:
            labels = [worded(self.around, self.working.inputs[one].label) for one in wanted]
            one, more = (
                self.tr("Enter “{name}” to see the rest."),
                self.tr("Enter these to see the rest: {name}."),
            )
            template = one if len(labels) == 1 else more
            words = template.format(name=", ".join(labels))
            if self._invited.text() != words:
                self._invited.setText(words)
                self._invitation.set_title(
                    self.tr("One number is missing")
                    if len(labels) == 1
                    else self.tr("Some numbers are missing")
                )
            self._first_wanted = wanted[0]
        _show(self._invitation, bool(wanted))

    @Slot()
    def _on_enter(self) -> None:
        self.wanted.emit(self._first_wanted)

    def spoken(self) -> str:
        """Return everything that is shown, for a screen reader."""
        if not self._refused.isHidden():
            return self._refusal.text()
        parts = [one.accessibleName() for one in self.figures.values()]
        if not self._invitation.isHidden():
            parts.append(self._invited.text())
        return ". ".join(part.rstrip(".") for part in parts) + "."


def _show(widget: QWidget, shown: bool) -> None:
    """Show or hide, only if that is a change: each change lays the page out."""
    if widget.isHidden() == shown:
        widget.setVisible(shown)


class PredictionBox(QWidget):
    """Asks what the result will be before it is shown, and compares afterwards.

    Signals:
        made(object): A guess (in the unit of the result), or None to see it without one.
    """

    made = Signal(object)

    def __init__(self, output: Output, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.output = output
        self.around = around
        self._unit = unit_of(output, around)
        self._label = worded(around, output.label)
        column = _column(self, Space.S)
        self._ask = QWidget(self)
        ask = _column(self._ask, Space.S)
        ask.addWidget(Heading(self.tr("First guess"), 3, self))
        long = len(self._unit) > _LONG_UNIT  # no room for it in the field
        asked = f"{self._label} ({self._unit})" if long else self._label
        words = self.tr("{label}: what do you think?").format(label=asked)
        ask.addWidget(WrapLabel(words, parent=self._ask))
        self.field = NumberField(0.0, -1e12, 1e12, 1.0)
        self.field.set_unit("" if long else self._unit)
        self.field.set_format(lambda value: format_number(value, around.language, 6))
        self.field.clear()
        self.field.setAccessibleName(words if long else f"{words} {self._unit}".strip())
        self.field.setMinimumWidth(style.px(180))
        self.compare = QPushButton(self.tr("Compare"), self)
        style.set_kind(self.compare, "primary")
        self.skip = QPushButton(self.tr("Show without guessing"), self)
        style.set_kind(self.skip, "ghost")
        line = QWidget(self._ask)
        across = TileFlow(line, gap=Space.S)
        across.addWidget(self.field)
        across.addWidget(self.compare)
        ask.addWidget(line)
        below = QHBoxLayout()
        below.addWidget(self.skip)
        below.addStretch(1)
        ask.addLayout(below)
        self._both = QWidget(self)
        both = _column(self._both, Space.XS)
        self._guess = Figure(self.tr("Your guess"), large=False, parent=self._both)
        self._verdict = QLabel(self._both)
        self._verdict.setWordWrap(True)
        style.set_role(self._verdict, "muted")
        both.addWidget(self._guess)
        both.addWidget(self._verdict)
        column.addWidget(self._ask)
        column.addWidget(self._both)
        self._both.hide()
        self.compare.setEnabled(False)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._on_compare)
        self.compare.clicked.connect(self._on_compare)
        self.skip.clicked.connect(self._on_skip)

    def show_state(self, prediction: float | None, *, uncovered: bool) -> None:
        """Ask, compare, or be out of the way."""
        _show(self._ask, not uncovered)
        _show(self._both, uncovered and prediction is not None)
        self.setVisible(not uncovered or prediction is not None)
        if not uncovered:
            self.field.clear()
            self.compare.setEnabled(False)
        if prediction is not None:
            number = shown_number(prediction, self.around.language)
            self._guess.set_number(number, self._unit)

    def show_result(self, prediction: float, value: float | None) -> None:
        """Say how far off the guess is."""
        self._verdict.setText("" if value is None else self.verdict(prediction, value))

    def verdict(self, guess: float, value: float) -> str:
        """Return how far a guess lies from the result, in per cent of the result; where that is in
        per cent itself, in percentage points."""
        if guess == value:
            return self.tr("Exactly what you guessed.")
        if self.output.unit.strip() == "%":
            return self._points(guess - value)
        if not value:
            return ""
        off = 100 * (guess - value) / abs(value)
        if abs(off) < 0.5:
            return self.tr("Your guess and the result are almost the same.")
        per_cent = format_number(abs(off), self.around.language, 2 if abs(off) < 1000 else 3)
        words = (
            self.tr("Your guess is {number} % above the result.")
            if off > 0
            else self.tr("Your guess is {number} % below the result.")
        )
        return words.format(number=per_cent)

    def _points(self, off: float) -> str:
        if abs(off) < 0.5:
            return self.tr("Your guess and the result are almost the same.")
        words = (
            self.tr("Your guess is {number} percentage points above the result.")
            if off > 0
            else self.tr("Your guess is {number} percentage points below the result.")
        )
        return words.format(number=format_number(abs(off), self.around.language, 2))

    def spoken(self) -> str:
        """Return the comparison for a screen reader."""
        return "" if self._both.isHidden() else self._verdict.text()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.compare.setEnabled(self._given() is not None)

    def _given(self) -> float | None:
        """Return the number that was typed, if it is one."""
        return read_number(self.field.text(), self.around.language)

    @Slot()
    def _on_compare(self) -> None:
        given = self._given()
        if given is not None and not self._ask.isHidden() and abs(given) <= 1e12:
            self.made.emit(given)

    @Slot()
    def _on_skip(self) -> None:
        self.made.emit(None)


class RowResults(QWidget):
    """What is worked out in each row of the table, where that is more than one number."""

    def __init__(self, working: Working, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working = working
        self.around = around
        table = working.calculator.table
        worked = [one for one in table.columns if one.formula] if table else []
        #: a single one stands in the rows themselves
        self._columns = worked if len(worked) > 1 else []
        self._lines: list[QWidget] = []
        self._column = _column(self, 0)

    def show_worked(self, worked: Worked, names: list[str]) -> None:
        """Show the results of each row; the widgets are made anew only when rows come or go."""
        wanted = [
            (name, number, index)
            for number, name in enumerate(names)
            for index in range(len(self._columns))
        ]
        labels = [self._label(name, index) for name, _, index in wanted]
        if [line.property("label") for line in self._lines] != labels:
            for line in self._lines:
                line.hide()
                line.deleteLater()
            self._lines = []
            for label in labels:
                figure = Figure(label, large=False, parent=self)
                figure.setProperty("label", label)
                self._lines.append(figure)
                self._column.addWidget(figure)
        for line, (_, number, index) in zip(self._lines, wanted, strict=True):
            column = self._columns[index]
            result = worked.rows[number].get(column.id) if number < len(worked.rows) else None
            if isinstance(line, Figure):
                if result is None:
                    line.set_number(_NOTHING, "", dim=True)
                else:
                    line.set_number(*shown(result, as_output(column), self.around))
        _show(self, bool(self._lines))

    def _label(self, name: str, index: int) -> str:
        label = worded(self.around, self._columns[index].label)
        return f"{name or _NOTHING}: {label}"
