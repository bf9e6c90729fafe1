"""A field for one number: reads it as people write it, and keeps the last good value.

Comma and point both are decimal signs whatever the language is. What is typed counts as soon as it
is a number within the range; a complaint waits until the field is left or Enter is pressed.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from ecolearn.quiz.numbers import format_number, leading_number
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.chart_data import NumberFormat, language

_PAGE_STEPS = 10


def exact_number(value: float) -> str:
    """Write a number as the language of the interface does, all its digits kept."""
    return format_number(value, language(), 12)


class NumberField(QLineEdit):
    """A number with its unit inside the field; also for the cells of a table.

    Signals:
        value_changed: A good value was typed or stepped to, or arrived at otherwise by a person.
        value_settled: The person is done with it: Enter, an arrow key, or another place in focus.
        trouble_changed: The sentence about what is wrong, empty when nothing is.
    """

    value_changed = Signal(float)
    value_settled = Signal(float)
    trouble_changed = Signal(str)

    def __init__(
        self,
        value: float = 0.0,
        low: float = 0.0,
        high: float = 100.0,
        step: float = 1.0,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `value`.

        Args:
            value: The first value.
            low: Least value that is accepted.
            high: Greatest value that is accepted.
            step: What Up and Down add and take away; other values may be typed all the same.
            whole: Whether only whole numbers make sense.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._low, self._high, self._step, self._whole = low, high, step, whole
        self._logarithmic = False
        self._value = self._settled = min(high, max(low, value))
        self._format: NumberFormat = exact_number
        self._unit = ""
        self._trouble = ""
        self._help = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_edited)
        self._show_value()

    # values

    def value(self) -> float:
        """Return the last good value."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show `value`, brought into the range, and tell nobody; a complaint is withdrawn.

        What is being typed stays as it is when `value` is what it means: a page may hand every
        change back.
        """
        value = min(self._high, max(self._low, value))
        if value == self._value and self.hasFocus() and self.isModified():
            return
        self._value = self._settled = value
        self._show_value()
        self._complain("")

    def range(self) -> tuple[float, float]:
        """Return the least and the greatest value."""
        return self._low, self._high

    def set_range(
        self, low: float, high: float, step: float = 1.0, *, logarithmic: bool = False
    ) -> None:
        """Accept other values; raise `ValueError` if `low` is above `high`."""
        if low > high:
            raise ValueError(f"{low} is above {high}")
        self._low, self._high, self._step = low, high, step
        self._logarithmic = logarithmic
        self.set_value(self._value)
        self.updateGeometry()

    def set_format(self, write: NumberFormat) -> None:
        """Write values with `write`."""
        self._format = write
        self._show_value()
        self.updateGeometry()

    def unit(self) -> str:
        """Return the unit."""
        return self._unit

    def set_unit(self, unit: str) -> None:
        """Show `unit` inside the field, behind the number."""
        self._unit = unit
        self._space()
        self.updateGeometry()

    def set_help(self, words: str) -> None:
        """Have a screen reader say `words` along with the range."""
        self._help = words
        self._describe()

    def trouble(self) -> str:
        """Return the sentence about what is wrong, or nothing."""
        return self._trouble

    def written(self, value: float | None = None) -> str:
        """Return the value (or another one) with its unit, as it is spoken."""
        number = self._format(self._value if value is None else value)
        if not self._unit:
            return number
        return self.tr("{number} {unit}").format(number=number, unit=self._unit)

    def step_by(self, steps: int) -> None:
        """Go `steps` steps up, or down if it is negative, and settle there."""
        step = self._step
        if self._logarithmic and self._value > 0:
            step = max(step, 10.0 ** (math.floor(math.log10(self._value)) - 1))
        value = self._low + round((self._value - self._low) / step + steps) * step
        value = min(self._high, max(self._low, round(value, 12)))
        self._take(value)
        self._show_value()
        self._complain("")
        self._settle()

    # reading

    def _read(self, text: str) -> float | None:
        """Return the number `text` means; of two readings the one within the range."""
        found = leading_number(text.strip().rstrip(".,"))  # "12," is on the way to "12,5"
        if found is None:
            return None
        values, rest = found
        if rest.strip() and rest.strip().casefold() != self._unit.casefold():
            return None
        if language() == "en":
            values = values[::-1]
        inside = [value for value in values if self._low <= value <= self._high]
        return inside[0] if inside else values[0]

    def _fault(self, value: float | None) -> str:
        """Return what is wrong with a number that was read."""
        if value is None:
            if not self.text().strip():
                return self.tr("Please enter a number.")
            return self.tr("This is not a number. Digits, a comma or a point are understood.")
        if not self._low <= value <= self._high:
            return self.tr("Please enter a number from {low} to {high}.").format(
                low=self._format(self._low), high=self.written(self._high)
            )
        if self._whole and not float(value).is_integer():
            return self.tr("Please enter a whole number.")
        return ""

    def _on_edited(self, text: str) -> None:
        value = self._read(text)
        if value is not None and not self._fault(value):
            self._take(value)
            self._complain("")

    def _take(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def finish(self) -> None:
        """Read what is typed: show it in good form, or say what is wrong with it."""
        if self.isModified():
            value = self._read(self.text())
            fault = self._fault(value)
            self._complain(fault)
            if fault:
                return
            self._show_value()
        self._settle()

    def _settle(self) -> None:
        if self._value != self._settled:
            self._settled = self._value
            self.value_settled.emit(self._value)

    def _complain(self, words: str) -> None:
        if words == self._trouble:
            return
        self._trouble = words
        style.set_state(self, "error" if words else None)
        self._describe()
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.trouble_changed.emit(words)

    def _describe(self) -> None:
        bounds = self.tr("From {low} to {high}").format(
            low=self._format(self._low), high=self.written(self._high)
        )
        parts = [self._trouble, self._help, bounds]
        self.setAccessibleDescription(" ".join(part for part in parts if part))

    def _show_value(self) -> None:
        with QSignalBlocker(self):
            text = self._format(self._value)
            if self.text() != text:
                self.setText(text)
            self.setModified(False)
        self._describe()

    # keys and look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up, Down and the page keys; settle with Enter; Escape takes typing back."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: _PAGE_STEPS,
            Qt.Key.Key_PageDown: -_PAGE_STEPS,
        }.get(Qt.Key(event.key()))
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif steps is not None:
            self.step_by(steps)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._take(self._settled)
            self._show_value()
            self._complain("")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything when it is reached by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read what is typed."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.finish()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the room for the longest number of the range and the unit."""
        metrics = self.fontMetrics()
        longest = max(
            metrics.horizontalAdvance(self._format(bound)) for bound in (self._low, self._high)
        )
        digits = max(longest + metrics.horizontalAdvance("0,0"), metrics.horizontalAdvance("0000"))
        unit = metrics.horizontalAdvance(self._unit) + style.px(Space.S) if self._unit else 0
        width = digits + unit + 2 * style.px(Space.M) + style.px(Space.XS)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It is not narrower than its longest number."""
        return QSize(
            min(self.sizeHint().width(), style.px(120)), super().minimumSizeHint().height()
        )

    def _shown_unit(self) -> str:
        room = self.width() - style.px(72)
        return self.fontMetrics().elidedText(self._unit, Qt.TextElideMode.ElideRight, room)

    def _space(self) -> None:
        unit = self.fontMetrics().horizontalAdvance(self._shown_unit()) if self._unit else 0
        self.setTextMargins(0, 0, unit + style.px(6) if unit else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the unit behind the number."""
        super().paintEvent(event)
        if not self._unit:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(style.current().colour("muted"))
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        metrics, unit = self.fontMetrics(), self._shown_unit()
        baseline = inside.y() + (inside.height() - metrics.height() + 1) // 2 + metrics.ascent()
        left = self.width() - style.px(Space.M) - metrics.horizontalAdvance(unit)
        painter.drawText(left, baseline, unit)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep the room for the unit right."""
        if event.type() == QEvent.Type.Resize:
            self._space()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow zoom and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._space()
            self.updateGeometry()
        elif event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            if not self.isModified():
                self._show_value()
            elif self._trouble:
                self._complain(self._fault(self._read(self.text())))
