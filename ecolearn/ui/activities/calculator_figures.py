"""Results as they are painted: they change sixty times a second while a slider is dragged, so a
new number only paints and never lays anything out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import FontSize, Radius, Space, Weight
from ecolearn.ui.widgets.accessible_role import set_accessible_role

_WRAP = int(Qt.TextFlag.TextWordWrap)
_NUMBER_PX = 26
_UNIT_GAP_PX = 6


def tabular(font: QFont) -> QFont:
    """Return the font with digits of one width, so that a number does not tremble."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Figure(QWidget):
    """A result: label, number with unit, and the range it lies in.

    A large one has the number below its label, a small one beside it.
    """

    def __init__(self, label: str, *, large: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_accessible_role(self, QAccessible.Role.StaticText)
        self._label = label
        self._large = large
        self._number = self._unit = self._range = ""
        self._dim = False
        self._ranged = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_number(
        self, number: str, unit: str, ends: str = "", spoken: str = "", *, dim: bool = False
    ) -> None:
        """Show a number; once there was a range, its room stays."""
        told = (number, unit, ends, dim)
        if told == (self._number, self._unit, self._range, self._dim):
            return
        self._number, self._unit, self._range, self._dim = told
        self.setAccessibleName(f"{self._label}: {spoken or f'{number} {unit}'.strip()}")
        if ends and not self._ranged:
            self._ranged = True
            self.updateGeometry()
        self.update()

    def texts(self) -> tuple[str, str, str]:
        """Return number, unit and range as they are shown."""
        return self._number, self._unit, self._range

    # ── size ──────────────────────────────────────────────────────────────────────────────────

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        """Return the fonts of label, number and unit."""
        if self._large:
            label = style.font(FontSize.MUTED, Weight.NAVIGATION)
            number = style.font(_NUMBER_PX, Weight.STRONG)
            return label, tabular(number), style.font(FontSize.BODY, Weight.NAVIGATION)
        body = style.font(FontSize.BODY)
        number = style.font(FontSize.BODY, Weight.STRONG)
        return body, tabular(number), style.font(FontSize.MUTED)

    def _inset(self) -> int:
        return style.px(Space.L) if self._large else 0

    def _label_width(self, width: int) -> float:
        if self._large:
            return width - 2 * self._inset()
        return max(width * 0.56, width - style.px(190))

    def _label_height(self, width: int) -> float:
        metrics = QFontMetricsF(self._fonts()[0])
        room = QRectF(0, 0, max(10.0, self._label_width(width)), 10_000)
        return metrics.boundingRect(room, _WRAP, self._label).height()

    def _range_height(self) -> float:
        return QFontMetricsF(style.font(FontSize.MUTED)).height() if self._ranged else 0.0

    def hasHeightForWidth(self) -> bool:
        """The label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height; it does not depend on the number."""
        number = QFontMetricsF(self._fonts()[1]).height()
        label = self._label_height(width)
        if self._large:
            inner = label + style.px(2) + number + self._range_height()
            return round(inner) + 2 * style.px(Space.M)
        return round(max(label, number + self._range_height())) + 2 * style.px(6)

    def sizeHint(self) -> QSize:
        """Return a usual width with its height."""
        width = self.width() if self.width() > 100 else style.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: numbers get smaller then."""
        return QSize(style.px(120), self.sizeHint().height())

    # ── painting ──────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._large:
            self._paint_large(painter)
        else:
            self._paint_small(painter)
        painter.end()

    def _paint_large(self, painter: QPainter) -> None:
        theme = style.current()
        wide = theme.border_px
        ground = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(theme.colour("border_strong") if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft"))
        painter.drawRoundedRect(ground, style.px(Radius.CONTROL), style.px(Radius.CONTROL))
        label, number, unit = self._fonts()
        inset, y = self._inset(), float(style.px(Space.M))
        room = self.width() - 2 * inset
        painter.setFont(label)
        painter.setPen(theme.colour("muted"))
        high = self._label_height(self.width())
        painter.drawText(QRectF(inset, y, room, high + 1), _WRAP, self._label)
        y += high + style.px(2)
        self._paint_number(painter, inset, y, room, number, unit, right=False)
        if self._range:
            y += QFontMetricsF(number).height()
            place = QRectF(inset, y, room, self._range_height())
            self._paint_range(painter, f"{self._range} {self._unit}".rstrip(), place, right=False)

    def _paint_small(self, painter: QPainter) -> None:
        theme = style.current()
        label, number, unit = self._fonts()
        y = float(style.px(6))
        wide = self._label_width(self.width())
        painter.setFont(label)
        painter.setPen(theme.colour("text"))
        high = self._label_height(self.width())
        painter.drawText(QRectF(0, y, wide, high + 1), _WRAP, self._label)
        left = wide + style.px(Space.S)
        room = self.width() - left
        self._paint_number(painter, left, y, room, number, unit, right=True)
        if self._range:
            y += QFontMetricsF(number).height()
            place = QRectF(left, y, room, self._range_height())
            self._paint_range(painter, self._range, place, right=True)
        painter.setPen(theme.colour("border"))
        bottom = self.height() - 1
        painter.drawLine(0, bottom, self.width(), bottom)

    def _paint_number(
        self,
        painter: QPainter,
        left: float,
        top: float,
        room: float,
        number: QFont,
        unit: QFont,
        *,
        right: bool,
    ) -> None:
        """Paint number and unit on one baseline; smaller where they would not fit."""
        theme = style.current()
        gap = style.px(_UNIT_GAP_PX) if self._unit else 0
        ascent = QFontMetricsF(number).ascent()
        number, unit = QFont(number), QFont(unit)
        for _ in range(12):
            first = QFontMetricsF(number).horizontalAdvance(self._number)
            second = QFontMetricsF(unit).horizontalAdvance(self._unit)
            if first + gap + second <= room:
                break
            number.setPixelSize(max(9, number.pixelSize() - (2 if self._large else 1)))
            unit.setPixelSize(max(9, unit.pixelSize() - 1))
        x = left + max(0.0, room - first - gap - second) if right else left
        baseline = top + ascent
        painter.setFont(number)
        painter.setPen(theme.colour("muted" if self._dim else "text"))
        painter.drawText(int(x), int(baseline), self._number)
        painter.setFont(unit)
        painter.setPen(theme.colour("muted"))
        painter.drawText(int(x + first + gap), int(baseline), self._unit)

    def _paint_range(self, painter: QPainter, text: str, place: QRectF, *, right: bool) -> None:
        font = tabular(style.font(FontSize.MUTED))
        painter.setFont(font)
        painter.setPen(style.current().colour("muted"))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignTop), shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow zoom and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
