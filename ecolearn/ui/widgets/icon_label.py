"""An icon that stands by itself, following theme and zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecolearn.ui.theme import icons, style


class IconLabel(QWidget):
    """A decorative icon of fixed size; give it an accessible name if it says something."""

    def __init__(
        self, name: str, size: int = 20, role: str = "text", parent: QWidget | None = None
    ) -> None:
        """Show the icon `name`, `size` pixels high at scale 1, in the colour of `role`."""
        super().__init__(parent)
        self._name = name
        self._size = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str | None = None) -> None:
        """Show another icon, and in another colour if `role` is given."""
        self._name = name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(self._size), style.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = style.current()
        role = self._role if self.isEnabled() else "border_strong"
        icons.paint_icon(painter, self._name, QRectF(self.rect()), theme.colour(role))
