"""What a screen reader calls a widget whose class Qt has no fitting word for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "accessibleRole"


def set_accessible_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have `widget` announced as `role`; to be called before it is shown."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed = True
    widget.setProperty(_ROLE, role.value)


def _factory(name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or (role := thing.property(_ROLE)) is None:
        return None
    interface = QAccessibleWidget(thing, QAccessible.Role(role))
    # Qt owns an interface, but calls into Python need its wrapper alive as well.
    thing.interface = interface  # type: ignore[attr-defined]
    return interface


_installed = False
