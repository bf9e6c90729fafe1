"""Asking for a PIN."""

from __future__ import annotations

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
    """A name, a field, two buttons."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("PIN"))
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(12)
        self._pin.setAccessibleName(self.tr("PIN of {name}").format(name=name))
        hint = QLabel(self.tr("Forgotten? Your teacher can help."))
        style.set_role(hint, "muted")
        buttons = QDialogButtonBox()
        enter = QPushButton(self.tr("Go in"))
        style.set_kind(enter, "primary")
        buttons.addButton(enter, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Back")), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Heading(self.tr("{name}, your PIN please").format(name=name), 3))
        column.addWidget(self._pin)
        column.addWidget(hint)
        column.addWidget(buttons)
        enter.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.setMinimumWidth(style.px(360))
        self._pin.setFocus()

    def pin(self) -> str:
        """Return what was typed."""
        return self._pin.text()


def ask_pin(parent: QWidget, name: str) -> str | None:
    """Return the PIN that was typed, or None if the learner went back."""
    dialog = PinDialog(name, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    pin = dialog.pin()
    dialog.deleteLater()
    return pin if accepted else None
