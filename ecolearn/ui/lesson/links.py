"""Addresses on the internet: opened only by the learner's own browser, and only after asking."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.heading import Heading


class LinkDialog(QDialog):
    """Shows an address in full and asks before it is opened; it can be copied instead."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = address
        self.setWindowTitle(self.tr("Leave EcoLearn?"))
        heading = Heading(self.tr("This link leads to the internet"), 3)
        words = QLabel(
            self.tr("It opens in the browser of this computer. Ask an adult if you are not sure.")
        )
        words.setWordWrap(True)
        self.field = QLineEdit(address)
        self.field.setReadOnly(True)
        self.field.setCursorPosition(0)
        self.field.setAccessibleName(self.tr("Address"))
        self.copy_button = QPushButton(self.tr("Copy the address"))
        self.cancel_button = QPushButton(self.tr("Stay here"))
        self.open_button = QPushButton(self.tr("Open the link"))
        style.set_kind(self.open_button, "primary")
        row = QHBoxLayout()
        row.setSpacing(style.px(Space.S))
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[style.px(Space.XL)] * 4)
        down.setSpacing(style.px(Space.M))
        down.addWidget(heading)
        down.addWidget(words)
        down.addWidget(self.field)
        down.addSpacing(style.px(Space.S))
        down.addLayout(row)
        needed = sum(one.sizeHint().width() for one in self.findChildren(QPushButton))
        room = 2 * style.px(Space.XL) + 3 * style.px(Space.S) + style.px(Space.L)
        self.setMinimumWidth(max(style.px(520), needed + room))
        self.copy_button.clicked.connect(self._on_copy)
        self.cancel_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self.accept)
        self.accepted.connect(self._on_accepted)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)

    @Slot()
    def _on_accepted(self) -> None:
        QDesktopServices.openUrl(QUrl(self.address))


def ask_and_open(address: str, parent: QWidget) -> LinkDialog | None:
    """Ask whether to open an `https` address; other schemes are never opened."""
    if not address.lower().startswith("https://") or not QUrl(address).isValid():
        return None
    dialog = LinkDialog(address, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
