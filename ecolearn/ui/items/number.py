"""A number with its unit: one field, and a reminder of what belongs into it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from ecolearn.ui.items.short import ShortView
from ecolearn.ui.theme import style


class NumberView(ShortView):
    """A field for a number and, unless it is optional, its unit."""

    def build_below(self) -> None:
        self._field.setMaximumWidth(style.px(280))
        self._reminder = QLabel(self)
        self._reminder.setWordWrap(True)
        style.set_role(self._reminder, "muted")
        self.column.addWidget(self._reminder)

    def show_texts(self) -> None:
        super().show_texts()
        self._reminder.setText(self._reminder_text())
        self._field.setAccessibleDescription(self._reminder.text())

    def _reminder_text(self) -> str:
        if not self.item.unit:
            return self.tr("A number. Comma and point both work.")
        if self.item.unit_optional:
            return self.tr("A number, in {unit}. Comma and point both work.").format(
                unit=self.item.unit
            )
        return self.tr("A number and its unit. Comma and point both work.")
