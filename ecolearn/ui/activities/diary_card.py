"""The card of a series on the page of the diary: its last value, and how it went."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Space, Weight
from ecolearn.ui.widgets.text_fit import wrap_lines

_HEIGHT_PX = 168
_DISC_PX = 40


@dataclass(frozen=True)
class SeriesContent:
    """What a card says."""

    title: str
    icon: str
    value: str = ""  #: the last value with its unit, "" if there is none yet
    words: str = ""  #: day and number of entries, or an invitation
    trend: tuple[float, ...] = ()  #: what the small line shows
    trend_words: str = ""  #: the same for a screen reader


class SeriesCard(QAbstractButton):
    """An icon and a title, the last value large, the trend as a small line."""

    def __init__(self, content: SeriesContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(content.title)
        parts = [content.value, content.words, content.trend_words]
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        return QSize(style.px(280), style.px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(220), style.px(_HEIGHT_PX))

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, content = style.current(), style.px, self.content
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        if focus.is_visible_on(self):
            width, border = 3, "focus"
        elif hovered:
            width, border = (3 if theme.contrast else 2), "primary"
        else:
            width, border = theme.border_px, "border"
        half = width / 2
        painter.setPen(QPen(theme.colour(border), width))
        painter.setBrush(theme.colour("surface"))
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, px(Radius.CARD), px(Radius.CARD))

        edge = float(px(Space.L))
        disc = QRectF(edge, edge, px(_DISC_PX), px(_DISC_PX))
        painter.setPen(theme.colour("border") if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft"))
        painter.drawEllipse(disc)
        inset = px(_DISC_PX) * 0.24
        icons.paint_icon(
            painter,
            content.icon,
            disc.adjusted(inset, inset, -inset, -inset),
            theme.colour("primary_text"),
        )
        self._paint_title(painter, disc.right() + px(Space.M), edge)
        self._paint_value(painter, edge)

    def _paint_title(self, painter: QPainter, left: float, top: float) -> None:
        font = style.font(FontSize.BODY, Weight.STRONG)
        room = self.width() - left - style.px(Space.L)
        lines, cut = wrap_lines(self.content.title, font, int(room), 2)
        hint = self.content.title if cut else ""
        if self.toolTip() != hint:
            self.setToolTip(hint)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(style.current().colour("text"))
        y = top + (style.px(_DISC_PX) - len(lines) * metrics.lineSpacing()) / 2
        for line in lines:
            box = QRectF(left, y, room + 2, metrics.lineSpacing())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, line)
            y += metrics.lineSpacing()

    def _paint_value(self, painter: QPainter, left: float) -> None:
        theme, px = style.current(), style.px
        room = self.width() - 2 * left
        bottom = self.height() - left
        muted = style.font(FontSize.MUTED)
        metrics = QFontMetricsF(muted)
        painter.setFont(muted)
        painter.setPen(theme.colour("muted" if self.content.value else "primary_text"))
        line = QRectF(left, bottom - metrics.lineSpacing(), room, metrics.lineSpacing())
        words = metrics.elidedText(self.content.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        if not self.content.value:
            return
        wide = room * 0.36 if len(self.content.trend) > 1 else 0.0
        size = FontSize.H2
        while size > FontSize.BODY and (
            QFontMetricsF(style.font(size, Weight.STRONG)).horizontalAdvance(self.content.value)
            > room - wide - px(Space.M)
        ):
            size -= 1
        font = style.font(size, Weight.STRONG)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        value = metrics.elidedText(self.content.value, Qt.TextElideMode.ElideRight, room - wide)
        top = line.top() - px(4) - metrics.lineSpacing()
        painter.drawText(
            QRectF(left, top, room - wide, metrics.lineSpacing()), Qt.AlignmentFlag.AlignLeft, value
        )
        if wide:
            high = px(38)
            area = QRectF(left + room - wide, line.top() - px(6) - high, wide - px(4), high)
            self._paint_trend(painter, area)

    def _paint_trend(self, painter: QPainter, area: QRectF) -> None:
        theme, values = style.current(), self.content.trend
        low, high = min(*values, 0.0), max(values)
        span = (high - low) or 1.0
        step = area.width() / (len(values) - 1)
        points = [
            QPointF(
                area.left() + number * step, area.bottom() - (value - low) / span * area.height()
            )
            for number, value in enumerate(values)
        ]
        ground = QPolygonF([*points, area.bottomRight(), area.bottomLeft()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft"))
        painter.drawPolygon(ground)
        pen = QPen(theme.colour("chart_1"), max(2.0, style.px(2)))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(points)
        painter.setBrush(theme.colour("chart_1"))
        painter.drawEllipse(points[-1], style.px(2.5), style.px(2.5))
