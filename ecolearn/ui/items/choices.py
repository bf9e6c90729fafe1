"""A group of answer rows, shared by the types that let one choose among options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Option, option_id
from ecolearn.ui.items.rows import ChoiceRow
from ecolearn.ui.items.text import MediaFinder, Titles
from ecolearn.ui.theme import style


class Choices(QWidget):
    """Rows for options, in the order the learner sees them.

    Signals:
        chosen_changed: The learner chose something else.
        link_activated(str): A link in a row was followed.
    """

    chosen_changed = Signal()
    link_activated = Signal(str)

    def __init__(
        self,
        order: Sequence[str],
        *,
        several: bool = False,
        first_digit: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._first_digit = first_digit
        self._quiet = False
        self._feedback: dict[str, str] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)
        self.rows: dict[str, ChoiceRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(8))
        for number, name in enumerate(order, first_digit):
            row = ChoiceRow(several=several, digit=number if number < 10 else 0, parent=self)
            row.setObjectName(f"option-{name}")
            row.toggled.connect(self._on_toggled)
            row.link_activated.connect(self.link_activated)
            column.addWidget(row)
            self.rows[name] = row

    def set_texts(
        self, options: Sequence[Option], media: MediaFinder, titles: Titles | None
    ) -> None:
        """Show the texts of `options` (in the order of the file)."""
        for index, option in enumerate(options):
            row = self.rows.get(option_id(index))
            if row is not None:
                row.set_text(option.text, media, titles)

    def chosen(self) -> list[str]:
        """Return the chosen ids, in the order of the file."""
        return sorted(
            (name for name, row in self.rows.items() if row.isChecked()),
            key=lambda name: (len(name), name),
        )

    def set_chosen(self, names: Sequence[str]) -> None:
        """Choose exactly `names`, without telling anybody."""
        self._quiet = True
        for name, row in self.rows.items():
            if row.isChecked() != (name in names):
                row.setAutoExclusive(False)
                row.setChecked(name in names)
                row.setAutoExclusive(not self._several)
        self._quiet = False

    def set_marks(self, marks: Mapping[str, tuple[str, str, str]]) -> None:
        """Show (mark, word, feedback) per id; ids left out lose theirs."""
        self._feedback = {name: mark[2] for name, mark in marks.items() if mark[2]}
        for name, row in self.rows.items():
            mark, word, feedback = marks.get(name, ("", "", ""))
            row.set_mark(mark, word, feedback)
        # the marks are painted first; making the texts takes longer than painting
        self._later.start()

    def _on_later(self) -> None:
        for name, row in self.rows.items():
            row.show_feedback(self._feedback.get(name, ""))

    def set_locked(self, locked: bool) -> None:
        """Keep the choice as it is."""
        for row in self.rows.values():
            row.set_locked(locked)

    def press(self, digit: int) -> bool:
        """Choose the row of this number key; tell whether there is one."""
        place = digit - self._first_digit
        rows = list(self.rows.values())
        if not 0 <= place < len(rows):
            return False
        row = rows[place]
        row.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the chosen row, or the first."""
        rows = list(self.rows.values())
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, checked: bool) -> None:
        # of the two rows that change in a single choice, only the chosen one tells
        if not self._quiet and (checked or self._several):
            self.chosen_changed.emit()


__all__ = ["Choices"]
