"""A button of the navigation rail: an icon above a label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Weight
from ecolearn.ui.widgets.text_fit import longest_word_width, wrap_lines

WIDTH_PX = 80
HEIGHT_PX = 60
_ICON_PX = 22
_LEAST_FONT_PX = 10
_MOST_LINES = 3


class RailButton(QAbstractButton):
    """A checkable button 80 px wide whose label is never cut.

    A label too wide for one line wraps; a word too wide for a line makes the type smaller, down
    to 10 px, and is broken only after that.
    """

    def __init__(
        self, icon_name: str, text: str, *, checkable: bool = True, parent: QWidget | None = None
    ) -> None:
        """Show `icon_name` above `text`. A checkable button shows where one is: the rail checks it,
        a press does not."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._fitted: tuple[tuple[str, float], QFont, list[str]] | None = None
        self.setText(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def _fit(self) -> tuple[QFont, list[str]]:
        """Return the font and the lines of the label."""
        key = (self.text(), style.scale())
        if self._fitted is None or self._fitted[0] != key:
            width = style.px(WIDTH_PX - 6)
            size = float(FontSize.NAVIGATION)
            font = style.font(size, Weight.NAVIGATION)
            while longest_word_width(self.text(), font) > width and size > _LEAST_FONT_PX:
                size -= 0.5
                font = style.font(size, Weight.NAVIGATION)
            lines, _cut = wrap_lines(self.text(), font, width, _MOST_LINES)
            self._fitted = (key, font, lines)
        return self._fitted[1], self._fitted[2]

    def lines(self) -> list[str]:
        """Return the lines the label is shown in."""
        return self._fit()[1]

    def sizeHint(self) -> QSize:
        font, lines = self._fit()
        extra = max(0, len(lines) - 1) * QFontMetricsF(font).lineSpacing()
        if not self.text():
            return QSize(style.px(WIDTH_PX), style.px(44))
        return QSize(style.px(WIDTH_PX), round(style.px(HEIGHT_PX) + extra))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Leave it to the rail: a page may refuse to be left."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours without opening anything."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rail = self.parentWidget()
        if step is None or rail is None:
            super().keyPressEvent(event)
            return
        buttons = [b for b in rail.findChildren(RailButton) if b.isEnabled() and b.isVisible()]
        buttons.sort(key=_top)
        place = buttons.index(self) + step
        if 0 <= place < len(buttons):
            reason = (
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )
            buttons[place].setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        radius = px(Radius.CONTROL)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour("primary_soft"))
            if theme.contrast:
                painter.setPen(QPen(theme.colour("primary"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(theme.colour("sunken"))
            if theme.contrast:
                painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        if focus.is_visible_on(self):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)

        role = "primary_text" if self.isChecked() else "muted"
        if not self.isEnabled():
            role = "border_strong"
        font, lines = self._fit()
        spacing = QFontMetricsF(font).lineSpacing()
        side = px(_ICON_PX)
        gap = px(3) if self.text() else 0
        if side + gap + spacing * len(lines) > rect.height():
            gap, lines = 0, []  # a low window at a high zoom: half a word would say less
        top = (rect.height() - side - gap - spacing * len(lines)) / 2
        place = QRectF((rect.width() - side) / 2, top, side, side)
        icons.paint_icon(painter, self._icon_name, place, theme.colour(role))
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        y = top + side + gap
        for line in lines:
            painter.drawText(
                QRectF(0, y, rect.width(), spacing), Qt.AlignmentFlag.AlignCenter, line
            )
            y += spacing


def _top(button: RailButton) -> int:
    return button.y()
