"""Headings that a screen reader announces as headings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from ecolearn.ui.theme import style


class Heading(QLabel):
    """A heading of level 1, 2 or 3 that wraps."""

    def __init__(self, text: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        """Show plain `text` as a heading of `level`."""
        super().__init__(text, parent)
        _install()
        self._level = level
        self.interface: QAccessibleInterface | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        style.set_role(self, f"h{level}")

    @property
    def level(self) -> int:
        """Level of the heading, 1 to 3."""
        return self._level


class _HeadingInterface(QAccessibleWidget):
    """Says "heading" where a plain label would say "text"."""

    def __init__(self, widget: Heading) -> None:
        super().__init__(widget, QAccessible.Role.Heading)
        self._heading = widget

    def text(self, what: QAccessible.Text) -> str:
        if what == QAccessible.Text.Name:
            return self._heading.accessibleName() or self._heading.text()
        return str(super().text(what))


_installed = False


def _factory(name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Heading):
        # Qt owns an interface, but calls into Python need its wrapper alive as well.
        thing.interface = _HeadingInterface(thing)
        return thing.interface
    return None


def _install() -> None:
    global _installed
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed = True
