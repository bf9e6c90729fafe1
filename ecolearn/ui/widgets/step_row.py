"""A row of a course: an icon that says how far, a title, a line below, a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Space, Weight
from ecolearn.ui.widgets.text_fit import wrap_lines

_ICON_PX = 22
_LEAST_PX = 52


class StepRow(QAbstractButton):
    """A whole row to click: a lesson or a quiz. The title wraps to as many as three lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty row; fill it with `set_content`."""
        super().__init__(parent)
        self._icon = "circle"
        self._icon_role = "muted"
        self._under = ""
        self._word = ""
        self._lines: list[str] = [""]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_content(
        self, icon: str, title: str, under: str = "", word: str = "", role: str = "muted"
    ) -> None:
        """Show `title` with `icon` (coloured by `role`), a muted line `under` it, and `word` at
        the row's end."""
        self._icon, self._icon_role = icon, role
        self._under, self._word = under, word
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in (under, word) if part))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height its lines need."""
        title = QFontMetricsF(style.font(FontSize.BODY, Weight.NAVIGATION)).lineSpacing()
        below = QFontMetricsF(style.font(FontSize.MUTED)).lineSpacing() if self._under else 0
        height = len(self._lines) * title + below + 2 * style.px(Space.S + 2)
        return QSize(style.px(320), round(max(height, style.px(_LEAST_PX))))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, never lower."""
        return QSize(style.px(200), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the title again."""
        super().resizeEvent(event)
        self._fit()

    def _text_width(self) -> float:
        word = 0.0 if self._stacked() else self._advance(self._word)
        icon = style.px(_ICON_PX) + 3 * style.px(Space.M)
        return self.width() - icon - word - 2 * style.px(Space.M)

    @staticmethod
    def _advance(words: str) -> float:
        return QFontMetricsF(style.font(FontSize.MUTED)).horizontalAdvance(words)

    def _stacked(self) -> bool:
        """Tell whether the word at the end stands below, as it would leave the title no room."""
        return bool(self._under and self._word) and self._advance(self._word) > self.width() * 0.25

    def _fit(self) -> None:
        font = style.font(FontSize.BODY, Weight.NAVIGATION)
        lines, _cut = wrap_lines(self.text(), font, max(self._text_width(), 40.0), 3)
        if lines != self._lines:
            self._lines = lines or [""]
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, title, line below and word."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        radius = style.px(Radius.CONTROL)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("border" if self.isDown() else "sunken"))
            painter.drawRoundedRect(area, radius, radius)
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
        gap, size = style.px(Space.M), style.px(_ICON_PX)
        box = QRectF(gap, (self.height() - size) / 2, size, size)
        icons.paint_icon(painter, self._icon, box, theme.colour(self._icon_role))
        left = box.right() + gap
        self._paint_words(painter, left)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        theme = style.current()
        title = style.font(FontSize.BODY, Weight.NAVIGATION)
        small = style.font(FontSize.MUTED)
        line = QFontMetricsF(title).lineSpacing()
        below = QFontMetricsF(small).lineSpacing() if self._under else 0.0
        top = (self.height() - len(self._lines) * line - below) / 2
        painter.setFont(title)
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        width = self._text_width()
        for index, words in enumerate(self._lines):
            box = QRectF(left, top + index * line, width + style.px(Space.S), line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        if self._under:
            box = QRectF(left, top + len(self._lines) * line, width, below)
            words = f"{self._under} · {self._word}" if self._stacked() else self._under
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        if self._word and not self._stacked():
            right = self.width() - style.px(Space.M)
            advance = QFontMetricsF(small).horizontalAdvance(self._word)
            box = QRectF(right - advance, 0, advance + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._word)
