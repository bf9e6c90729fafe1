"""A place for something that comes later, such as feedback.

Showing a child makes Qt lay out every ancestor that has a layout, at once and for each child
again: a question with six answers took 15 ms to show its marks. A slot has no layout, so the walk
stops there, and everything is laid out together a moment later.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecolearn.ui.theme import style


class Slot(QWidget):
    """Holds one widget or none; empty it takes no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 0) -> None:
        """Make an empty slot; filled, it keeps `gap` pixels (at scale 1) above the widget."""
        super().__init__(parent)
        self._gap = gap
        self._inside: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def inside(self) -> QWidget | None:
        """Return what it holds."""
        return self._inside

    def put(self, widget: QWidget | None) -> None:
        """Hold `widget` instead of what it held, which is deleted."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        if widget is not None:
            widget.setParent(self)
            self._place()
            widget.show()
        self.updateGeometry()

    def _space(self) -> int:
        return style.px(self._gap)

    def _place(self) -> None:
        if self._inside is not None and self.width() > 0:
            top = self._space()
            height = max(self.height() - top, self._height_inside(self.width()))
            self._inside.setGeometry(0, top, self.width(), height)

    def _height_inside(self, width: int) -> int:
        inside = self._inside
        if inside is None:
            return 0
        if inside.hasHeightForWidth():
            return inside.heightForWidth(width)
        return inside.sizeHint().height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._space() + self._height_inside(width) if self._inside is not None else 0

    def sizeHint(self) -> QSize:
        if self._inside is None:
            return QSize(0, 0)
        hint = self._inside.sizeHint()
        return QSize(hint.width(), hint.height() + self._space())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        """Pass on that the widget inside wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)


__all__ = ["Slot"]
