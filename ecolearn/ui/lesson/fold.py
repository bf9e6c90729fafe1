"""A card that opens on a click; what it shows is the business of those who derive from it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.lesson.column import Column
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.ground import paint_ground
from ecolearn.ui.theme.tokens import FontSize, Radius, Weight


class FoldButton(QAbstractButton):
    """The line that opens and closes a fold: a chevron and the title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.open = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Say and show whether the fold is open."""
        self.open = is_open
        words = (
            self.tr("Open. Press Space to close it.")
            if is_open
            else self.tr("Closed. Press Space to open it.")
        )
        self.setAccessibleDescription(words)
        self.update()

    def _text_width(self, width: int) -> int:
        return max(10, width - style.px(16 + 20 + 10 + 16))

    def hasHeightForWidth(self) -> bool:
        """Say that a long title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped title, at least that of a button."""
        metrics = QFontMetrics(style.font(FontSize.BODY, Weight.STRONG))
        flags = Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(0, 0, self._text_width(width), 10_000, flags, self.text())
        return max(style.px(48), box.height() + 2 * style.px(13))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, style.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hover ground, the chevron, the title, and the ring of the focus."""
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), px(8), px(8))
        side = px(20)
        place = QRectF(px(16), (rect.height() - side) / 2, side, side)
        name = "chevron-down" if self.open else "chevron-right"
        icons.paint_icon(painter, name, place, theme.colour("primary_text"))
        painter.setPen(theme.colour("primary_text"))
        painter.setFont(style.font(FontSize.BODY, Weight.STRONG))
        left = px(16 + 20 + 10)
        painter.drawText(
            QRectF(left, 0, self._text_width(self.width()), rect.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
            self.text(),
        )
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), px(8), px(8))


class FoldCard(Column):
    """A title that opens and closes what stands below it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(1, 1, 1, 1), gap=0)
        self.button = FoldButton(title)
        self.button.clicked.connect(self._on_clicked)
        self.add(self.button)

    @property
    def is_open(self) -> bool:
        """Tell whether the text shows."""
        return self.button.open

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self.button.set_open(is_open)
        self.show_body(is_open)
        self.settle()

    def show_body(self, is_open: bool) -> None:
        """Show or hide what stands in the fold; made here at the latest."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take the height that is needed now."""
        self._heights.clear()
        self.place()
        self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and a line below the title of an open one."""
        paint_ground(self, Radius.CONTROL)
        if self.is_open:
            painter = QPainter(self)
            theme = style.current()
            painter.setPen(QPen(theme.colour("border"), theme.border_px))
            line = self.button.geometry().bottom() + 1
            inset = style.px(16)
            painter.drawLine(QPointF(inset, line), QPointF(self.width() - inset, line))
