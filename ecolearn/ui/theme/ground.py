"""The ground of a card: surface and border, painted by the widget that stands on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ecolearn.ui.theme import style


def paint_ground(
    widget: QWidget, radius: int, ground: str = "surface", border: str = "border"
) -> None:
    """Paint a rounded card as large as `widget`, in its `paintEvent`.

    Args:
        widget: What is painted.
        radius: Of the corners, in pixels at scale 1.
        ground: Role of the colour inside.
        border: Role of the colour of the border, which is as wide as the theme wants it.
    """
    theme = style.current()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = theme.border_px
    painter.setPen(QPen(theme.colour(border), wide))
    painter.setBrush(theme.colour(ground))
    rect = QRectF(widget.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.drawRoundedRect(rect, style.px(radius), style.px(radius))
    painter.end()
