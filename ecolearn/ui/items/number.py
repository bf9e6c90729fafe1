"""A number with its unit: one field, and a reminder of what belongs into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ecolearn.ui.items.short_text import ShortView
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from ecolearn.quiz.items.number import Number


class NumberView(ShortView):
    """A field for a number and, unless it is optional, its unit."""

    item: Number

    def build_below(self) -> None:
        self._field.setMaximumWidth(style.px(300))
        self._reminder = QLabel(self)
        self._reminder.setWordWrap(True)
        style.set_role(self._reminder, "muted")
        self.column.addWidget(self._reminder)

    def show_texts(self) -> None:
        super().show_texts()
        self._reminder.setText(self._reminder_text())
        self._field.setAccessibleDescription(self._reminder.text())

    def _reminder_text(self) -> str:
        unit = self.item.target.unit
        if not unit:
            return self.tr("A number. Comma and point both work.")
        if self.item.unit_optional:
            return self.tr("A number in {unit}. Comma and point both work.").format(unit=unit)
        return self.tr("A number and its unit. Comma and point both work.")

    def wrong_words(self) -> str:
        parts = self.grade.parts if self.grade is not None else {}
        if parts.get("number") and parts.get("unit") is False:
            return self.tr("The number is right, the unit is not")
        return super().wrong_words()
