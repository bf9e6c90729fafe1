"""A thin rounded progress bar without words; put the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ecolearn.ui.theme import style

HEIGHT_PX = 8


def paint_progress(painter: QPainter, rect: QRectF, fraction: float) -> None:
    """Paint a bar into `rect` (logical pixels), filled to `fraction` (0 to 1)."""
    theme = style.current()
    radius = rect.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if theme.contrast:
        painter.setPen(QPen(theme.colour("border_strong"), 1))
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(rect, radius, radius)
    if fraction > 0:
        width = max(rect.height(), rect.width() * min(1.0, fraction))
        done = QRectF(rect.left(), rect.top(), width, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(done, radius, radius)


class ThinProgressBar(QProgressBar):
    """Progress from 0 to 1. Give it an accessible name: what it is the progress of."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """Make an empty bar with this accessible name."""
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float) -> None:
        """Show `fraction` (0 to 1) as done."""
        self.setValue(round(1000 * min(1.0, max(0.0, fraction))))

    def fraction(self) -> float:
        """Return the part shown as done, 0 to 1."""
        return self.value() / 1000

    def sizeHint(self) -> QSize:
        return QSize(style.px(160), style.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(24), style.px(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_progress(painter, QRectF(self.rect()), self.fraction())
