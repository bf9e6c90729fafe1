"""Asking for a PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.heading import Heading


class PinDialog(QDialog):
    """A name, a field, two buttons. It stays until the PIN was right or the learner goes back.

    Signals:
        entered(str): This PIN is to be tried; answer with `accept` or `show_trouble`.
    """

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("PIN"))
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(12)
        self._pin.setAccessibleName(self.tr("PIN of {name}").format(name=name))
        self._trouble = QLabel()
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        style.set_tone(self._trouble, "warning")
        hint = QLabel(self.tr("A forgotten PIN cannot be reset yet. You can make a new profile."))
        style.set_role(hint, "muted")
        for label in (self._trouble, hint):
            label.setWordWrap(True)
        buttons = QDialogButtonBox()
        self._enter = QPushButton(self.tr("Go in"))
        style.set_kind(self._enter, "primary")
        buttons.addButton(self._enter, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Back")), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Heading(self.tr("{name}, your PIN please").format(name=name), 3))
        column.addWidget(self._pin)
        column.addWidget(self._trouble)
        column.addWidget(hint)
        column.addWidget(buttons)
        self._enter.setDefault(True)
        self._enter.setEnabled(False)
        self._trouble.hide()
        buttons.accepted.connect(self._on_enter)
        buttons.rejected.connect(self.reject)
        self._pin.textChanged.connect(self._on_typed)
        self.setMinimumWidth(style.px(360))
        self._pin.setFocus()

    def show_trouble(self, text: str) -> None:
        """Say why it was not let in; the field is empty for the next try."""
        self._pin.clear()
        self._trouble.setText(text)
        self._trouble.show()
        self._pin.setAccessibleDescription(text)
        self._pin.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pin, text))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._enter.setEnabled(bool(text))

    @Slot()
    def _on_enter(self) -> None:
        if self._pin.text():
            self._enter.setEnabled(False)
            self.entered.emit(self._pin.text())
