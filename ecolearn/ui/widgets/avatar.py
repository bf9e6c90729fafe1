"""A learner's round picture: a line icon on a colour of their choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.cover import cover_colours

AVATAR_ICONS = (
    "leaf",
    "sprout",
    "tree-pine",
    "flower-2",
    "apple",
    "bird",
    "fish",
    "cat",
    "rabbit",
    "turtle",
    "squirrel",
    "bike",
    "mountain",
    "sun",
    "droplets",
    "flame",
)
"""Icons that make good profile pictures."""


def paint_avatar(painter: QPainter, rect: QRectF, icon_name: str, hue: int) -> None:
    """Paint a profile picture into the square `rect` (logical pixels); `hue` in degrees."""
    theme = style.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(255, 255, 255)
    if theme.contrast:
        ink = theme.colour("text")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    else:
        first, last = cover_colours(hue, dark=False)
        if theme.dark:
            first, last = first.darker(135), last.darker(125)
        gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
        gradient.setColorAt(0.0, first)
        gradient.setColorAt(1.0, last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawEllipse(rect)
    inset = rect.width() * 0.22
    icons.paint_icon(painter, icon_name, rect.adjusted(inset, inset, -inset, -inset), ink)
    painter.restore()


def avatar_pixmap(icon_name: str, hue: int, size: int, dpr: float = 1.0) -> QPixmap:
    """Return a profile picture `size` logical pixels wide, for lists and menus."""
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_avatar(painter, QRectF(0, 0, size, size), icon_name, hue)
    painter.end()
    return pixmap


class Avatar(QWidget):
    """A profile picture of fixed size."""

    def __init__(
        self,
        icon_name: str = "leaf",
        hue: int = 150,
        size: int = 40,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show `icon_name` on `hue` (degrees), `size` pixels wide at scale 1.

        `name` is whose picture it is, for screen readers.
        """
        super().__init__(parent)
        self._icon = icon_name
        self._hue = hue
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, icon_name: str, hue: int) -> None:
        """Show another picture."""
        self._icon, self._hue = icon_name, hue
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
        paint_avatar(painter, QRectF(self.rect()), self._icon, self._hue)
