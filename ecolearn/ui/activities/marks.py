"""What cards of several kinds of activities mark their parts with: numbers, soft panels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import FontSize, Weight

_BADGE_PX = 30


def soften(frame: QFrame) -> None:
    """Set a part apart by its ground, or by a frame where grounds are all alike."""
    style.set_surface(frame, "card" if style.current().contrast else "sunken")


class Badge(QWidget):
    """The number of a step, later a tick or an eye. Says nothing: the words beside it do."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._mark = ""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(style.px(_BADGE_PX), style.px(_BADGE_PX))

    def set_mark(self, mark: str) -> None:
        """Show "solved", "shown" or "" for the number."""
        self._mark = mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, edge = {
            "solved": ("ok", "ok"),
            "shown": ("sunken", "border_strong"),
        }.get(self._mark, ("primary_soft", "primary"))
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour(edge), 1.5))
        painter.drawEllipse(rect)
        inset = rect.width() * 0.22
        inner = rect.adjusted(inset, inset, -inset, -inset)
        if self._mark == "solved":
            icons.paint_icon(painter, "check", inner, theme.colour("on_primary"))
        elif self._mark == "shown":
            icons.paint_icon(painter, "eye", inner, theme.colour("muted"))
        else:
            painter.setFont(style.font(FontSize.MUTED, Weight.STRONG))
            painter.setPen(theme.colour("primary_text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))
