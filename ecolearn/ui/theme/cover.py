"""Painting the cover of a course: a gradient, a translucent circle and a line icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from ecolearn.ui.theme import style
from ecolearn.ui.theme.icons import paint_icon


def cover_colours(hue: int, dark: bool) -> tuple[QColor, QColor]:
    """Return the gradient's colours at its upper left and lower right.

    Args:
        hue: Degrees on the colour circle, 0 to 359.
        dark: Whether for a dark theme.
    """
    if dark:
        return (
            QColor.fromHslF((hue % 360) / 360, 0.34, 0.30),
            QColor.fromHslF(((hue + 34) % 360) / 360, 0.42, 0.17),
        )
    return (
        QColor.fromHslF((hue % 360) / 360, 0.42, 0.62),
        QColor.fromHslF(((hue + 34) % 360) / 360, 0.50, 0.40),
    )


def top_rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Return `rect` with its two upper corners rounded by `radius` pixels."""
    path = QPainterPath()
    path.moveTo(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * radius, 2 * radius), 180, -90)
    path.lineTo(rect.right() - radius, rect.top())
    path.arcTo(QRectF(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def paint_cover(
    painter: QPainter,
    rect: QRectF,
    hue: int,
    icon_name: str,
    dark: bool,
    *,
    radius: float = 0.0,
    contrast: bool | None = None,
) -> None:
    """Paint a cover.

    Args:
        painter: Where to; its state is kept.
        rect: The cover, in logical pixels.
        hue: Degrees on the colour circle, 0 to 359.
        icon_name: Name of the line icon.
        dark: Whether for a dark theme.
        radius: Radius of the two upper corners, in pixels.
        contrast: Whether for a high contrast theme: plain ground and icon. None asks the
            current theme.
    """
    theme = style.current()
    if contrast is None:
        contrast = theme.contrast
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shape = top_rounded(rect, radius) if radius else QPainterPath()
    if not radius:
        shape.addRect(rect)
    height = rect.height()
    side = min(height * 0.74, rect.width() * 0.5)
    place = QRectF(rect.right() - side - height * 0.16, rect.center().y() - side / 2, side, side)
    if contrast:
        painter.fillPath(shape, theme.colour("surface"))
        paint_icon(painter, icon_name, place, theme.colour("text"))
        painter.restore()
        return
    first, last = cover_colours(hue, dark)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomRight())
    gradient.setColorAt(0.0, first)
    gradient.setColorAt(1.0, last)
    painter.fillPath(shape, gradient)
    light = QColor(255, 255, 255, 26 if dark else 46)
    circle = QPainterPath()
    circle.addEllipse(
        QPointF(rect.left() + height * 0.45, rect.top()), height * 0.95, height * 0.95
    )
    painter.fillPath(circle.intersected(shape), light)
    small = QPainterPath()
    small.addEllipse(
        QPointF(rect.right() - height * 0.1, rect.bottom()), height * 0.72, height * 0.72
    )
    painter.fillPath(small.intersected(shape), QColor(255, 255, 255, 12 if dark else 22))
    paint_icon(painter, icon_name, place, QColor(255, 255, 255, 235))
    painter.restore()
