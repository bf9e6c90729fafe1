"""The parts of a sorting game: the thing in hand, the bins, and the choice of a set.

A bin is told by its words, icon, shape and colour together, so that none of them is needed alone.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.ui.items.pictures import PictureView
from ecolearn.ui.items.rows import paint_frame, paint_key
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Weight
from ecolearn.ui.widgets.text_fit import wrap_lines

#: sides of the shapes a bin's badge can have, 0 = a circle; and how far each is turned, in degrees
_SHAPES = ((0, 0), (4, 45), (6, 0), (4, 0), (3, -90), (5, -90), (8, 22.5))
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_BADGE_PX = 48
#: a bin is never narrower, in pixels at scale 1
BIN_PX = 124
#: the thing in hand and what is said about it share a place that does not change its height often
STAGE_PX = 132


class Hues(NamedTuple):
    """The colours of a bin."""

    ground: QColor
    strong: QColor
    on: QColor


def hues(hue: int) -> Hues:
    """Return the colours for a hue (0–359) in the theme in force; contrast themes have none."""
    theme = style.current()
    if theme.contrast:
        return Hues(theme.colour("surface"), theme.colour("text"), theme.colour("surface"))
    turn = (hue % 360) / 360
    if theme.dark:
        return Hues(
            QColor.fromHslF(turn, 0.26, 0.16),
            QColor.fromHslF(turn, 0.48, 0.70),
            theme.colour("bg"),
        )
    return Hues(
        QColor.fromHslF(turn, 0.48, 0.955),
        QColor.fromHslF(turn, 0.55, 0.32),
        QColor("#FFFFFF"),
    )


def mixed(one: QColor, two: QColor, share: float) -> QColor:
    """Return a colour between two: `share` (0–1) of the first."""
    rest = 1 - share
    return QColor.fromRgbF(
        share * one.redF() + rest * two.redF(),
        share * one.greenF() + rest * two.greenF(),
        share * one.blueF() + rest * two.blueF(),
    )


def badge(box: QRectF, number: int) -> QPainterPath:
    """Return the shape of the bin with this number, counted from 0, inside `box`."""
    path = QPainterPath()
    sides, turned = _SHAPES[number % len(_SHAPES)]
    if not sides:
        path.addEllipse(box)
        return path
    reach = box.width() / 2 * {3: 1.16, 4: 1.22 if turned else 1.08}.get(sides, 1.05)
    low = box.width() * 0.08 if sides == 3 else 0
    for corner in range(sides):
        angle = math.radians(turned + 360 * corner / sides)
        point = box.center() + QPointF(reach * math.cos(angle), reach * math.sin(angle) + low)
        if corner:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


class ThingCard(QAbstractButton):
    """The thing in hand: it can be dragged, and the keys that choose a bin start from it.

    Signals:
        carried(object): It is being dragged; the place of the pointer on the screen (QPoint).
        put_down(object): It was let go there; None if dragging was given up.
        stepped(int): An arrow key: 1 to the first bin, -1 to the last.
    """

    carried = Signal(object)
    put_down = Signal(object)
    stepped = Signal(int)

    def __init__(self, words: str, picture: PictureView | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self._carrying = False
        self._picture = picture
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if picture is not None:
            picture.setParent(self)
            picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def small(self) -> QPixmap:
        """Return what is seen while it is dragged: small, so that the bins stay in sight."""
        px, theme = style.px, style.current()
        font = style.font(FontSize.H3, Weight.STRONG)
        metrics = QFontMetricsF(font)
        lines = wrap_lines(self.text(), font, px(220), 3)[0]
        wide = max([metrics.horizontalAdvance(one) for one in lines] or [0.0])
        high = len(lines) * metrics.lineSpacing()
        picture = self._picture.grab() if self._picture is not None else QPixmap()
        thumb = QRectF()
        if not picture.isNull():
            natural = picture.deviceIndependentSize()
            scale = min(px(120) / natural.width(), px(80) / natural.height(), 1.0)
            thumb = QRectF(0, px(10), natural.width() * scale, natural.height() * scale)
        top = px(12) + (thumb.height() + px(6) if not picture.isNull() else 0)
        size = QSizeF(max(wide, thumb.width()) + 2 * px(18), top + high + px(12))
        ratio = self.devicePixelRatioF()
        found = QPixmap((size * ratio).toSize())
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(theme.colour("primary"), 2))
        painter.setBrush(theme.colour("surface"))
        corner = px(Radius.CONTROL)
        box = QRectF(1, 1, size.width() - 2, size.height() - 2)
        painter.drawRoundedRect(box, corner, corner)
        if not picture.isNull():
            thumb.moveLeft((size.width() - thumb.width()) / 2)
            painter.drawPixmap(thumb, picture, QRectF(picture.rect()))
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        for number, line in enumerate(lines):
            place = QRectF(0, top + number * metrics.lineSpacing(), size.width(), high / len(lines))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
        painter.end()
        return found

    # ── dragging ──────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._carrying or far >= QApplication.startDragDistance():
            self.carried.emit(event.globalPosition().toPoint())
            self._carry(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self._pressed_at = self._carrying, None
        self._carry(False)
        super().mouseReleaseEvent(event)
        if carrying:
            self.put_down.emit(event.globalPosition().toPoint())

    def _carry(self, carrying: bool) -> None:
        if carrying != self._carrying:
            self._carrying = carrying
            shape = Qt.CursorShape.ClosedHandCursor if carrying else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            if self._picture is not None:
                self._picture.setVisible(not carrying)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if key == Qt.Key.Key_Escape and self._carrying:
            self._pressed_at = None
            self._carry(False)
            self.put_down.emit(None)
        elif key in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.stepped.emit(1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    # ── looks ─────────────────────────────────────────────────────────────────────────────────

    def _lines(self, width: int) -> list[str]:
        font = style.font(FontSize.H2, Weight.STRONG)
        return wrap_lines(self.text(), font, max(40, width - style.px(2 * 44)), 8)[0]

    def _line_height(self) -> float:
        return QFontMetricsF(style.font(FontSize.H2, Weight.STRONG)).lineSpacing()

    def _picture_height(self, width: int) -> int:
        if self._picture is None:
            return 0
        return min(style.px(150), self._picture.heightForWidth(width - style.px(88)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = len(self._lines(width)) * self._line_height()
        picture = self._picture_height(width)
        inside = words + (picture + style.px(10) if picture else 0)
        return max(style.px(STAGE_PX), math.ceil(inside) + style.px(2 * 20))

    def sizeHint(self) -> QSize:
        width = max(self.width(), style.px(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(160), style.px(STAGE_PX))

    def resizeEvent(self, event: object) -> None:
        if self._picture is not None:
            high = self._picture_height(self.width())
            natural = self._picture.natural
            wide = high * natural.width() // max(1, natural.height()) if natural.height() else high
            wide = min(max(wide, 1), self.width() - style.px(88))
            self._picture.setGeometry((self.width() - wide) // 2, style.px(18), wide, high)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._carrying:
            paint_frame(painter, self, "sunken", "border_strong", dashed=True, radius=Radius.CARD)
            return
        lit = self.underMouse() or self.isDown()
        border = "primary" if lit else "border_strong"
        paint_frame(painter, self, "surface", border, strong=True, radius=Radius.CARD)
        side = px(22)
        grip = QRectF(px(14), (self.height() - side) / 2, side, side)
        icons.paint_icon(painter, "grip-vertical", grip, theme.colour("muted"))
        lines, high = self._lines(self.width()), self._line_height()
        picture = self._picture_height(self.width())
        room = self.height() - (picture + px(10) if picture else 0)
        top = self.height() - room + (room - len(lines) * high) / 2
        if picture:
            top = px(18) + picture + px(10)
        painter.setFont(style.font(FontSize.H2, Weight.STRONG))
        painter.setPen(theme.colour("text"))
        for number, line in enumerate(lines):
            box = QRectF(px(40), top + number * high, self.width() - 2 * px(40), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)


class BinButton(QAbstractButton):
    """A bin: a click, Enter, Space or its digit puts the thing in hand into it.

    Signals:
        stepped(int): An arrow key: to the next bin (1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(
        self,
        bin_id: str,
        number: int,
        words: str,
        help_text: str = "",
        icon: str = "trash-2",
        hue: int = 150,
        parent: QWidget | None = None,
    ) -> None:
        """Make a bin; `number` counts from 0 and gives it its shape and its digit key."""
        super().__init__(parent)
        self.bin_id = bin_id
        self._number = number
        self._help = help_text
        self._icon = icon if icons.exists(icon) else "trash-2"
        self._hue = hue
        self._lit = False
        self._mark = ""
        self._word = ""
        self._open = True
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(help_text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_lit(self, lit: bool) -> None:
        """Show whether what is dragged would fall into it."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def set_mark(self, mark: str, word: str = "") -> None:
        """Show "right" or "wrong" with a word for it, or "" for nothing."""
        self._mark, self._word = mark, word
        said = word or self._help
        self.setAccessibleDescription(said)
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Let things be put into it, or not while a reason is read."""
        self._open = is_open
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_open else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self._open and super().hitButton(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not self._open:
            event.ignore()
        elif key in _STEPS and not event.modifiers():
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)
        self.update()

    # ── looks ─────────────────────────────────────────────────────────────────────────────────

    def _texts(self, width: int) -> tuple[list[str], list[str]]:
        room = max(40, width - style.px(2 * 12))
        strong = style.font(FontSize.BODY, Weight.STRONG)
        small = style.font(FontSize.MUTED)
        words = wrap_lines(self.text(), strong, room, 8)[0]
        return words, wrap_lines(self._help, small, room, 12)[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, helps = self._texts(width)
        strong = QFontMetricsF(style.font(FontSize.BODY, Weight.STRONG)).lineSpacing()
        small = QFontMetricsF(style.font(FontSize.MUTED)).lineSpacing()
        lines = len(words) * strong + max(1, len(helps)) * small
        return math.ceil(lines) + style.px(20 + _BADGE_PX + 12 + 4 + 14)

    def sizeHint(self) -> QSize:
        width = style.px(BIN_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(96), style.px(120))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _frame(self, colours: Hues) -> tuple[QColor, QColor, float]:
        """Return ground, border and the border's width."""
        theme = style.current()
        if self._mark:
            role = "ok" if self._mark == "right" else "danger"
            return theme.colour(f"{role}_soft"), theme.colour(role), 3.0
        if self._lit:
            return theme.colour("primary_soft"), theme.colour("primary"), 3.0
        hover = self._open and (self.underMouse() or self.isDown())
        if hover:
            return colours.ground, colours.strong, 2.0
        border = QColor(colours.strong)
        if not theme.contrast:
            border.setAlphaF(0.45)
        return colours.ground, border, float(theme.border_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = hues(self._hue)
        ground, border, thick = self._frame(colours)
        rect, corner = QRectF(self.rect()), float(px(Radius.CARD))
        if focus.is_visible_on(self):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner)
            rect.adjust(4, 4, -4, -4)
            corner -= 3
        half = thick / 2
        painter.setPen(QPen(border, thick))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)
        faded = not self._open and not self._mark
        strong = mixed(colours.strong, ground, 0.45) if faded else colours.strong
        side = float(px(_BADGE_PX))
        box = QRectF((self.width() - side) / 2, px(20), side, side)
        painter.setPen(QPen(strong, px(4), j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(strong)
        inset = px(4)
        painter.drawPath(badge(box.adjusted(inset, inset, -inset, -inset), self._number))
        small = side * 0.46
        sign = QRectF(0, 0, small, small)
        sign.moveCenter(box.center() + QPointF(0, side * 0.04 if self._number % 7 == 4 else 0))
        icons.paint_icon(painter, self._icon, sign, colours.on)
        if self._open and self._number < 9:
            paint_key(painter, str(self._number + 1), self.width() - px(12), px(44))
        self._paint_words(painter, box.bottom() + px(12), faded)

    def _paint_words(self, painter: QPainter, top: float, faded: bool) -> None:
        theme, px = style.current(), style.px
        words, helps = self._texts(self.width())
        left, wide = px(12), self.width() - 2 * px(12)
        strong = style.font(FontSize.BODY, Weight.STRONG)
        high = QFontMetricsF(strong).lineSpacing()
        painter.setFont(strong)
        painter.setPen(theme.colour("muted" if faded else "text"))
        for line in words:
            painter.drawText(QRectF(left, top, wide, high), Qt.AlignmentFlag.AlignCenter, line)
            top += high
        top += px(4)
        if self._mark and self._word:
            self._paint_mark(painter, top)
            return
        small = style.font(FontSize.MUTED)
        high = QFontMetricsF(small).lineSpacing()
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        for line in helps:
            painter.drawText(QRectF(left, top, wide, high), Qt.AlignmentFlag.AlignCenter, line)
            top += high

    def _paint_mark(self, painter: QPainter, top: float) -> None:
        theme, px = style.current(), style.px
        role = "ok" if self._mark == "right" else "danger"
        icon = "circle-check" if self._mark == "right" else "circle-x"
        font = style.font(FontSize.MUTED, Weight.STRONG)
        metrics = QFontMetricsF(font)
        side = px(18)
        room = self.width() - 2 * px(8) - side - px(5)
        word = metrics.elidedText(self._word, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(word)
        left = (self.width() - wide - side - px(5)) / 2
        high = max(metrics.lineSpacing(), float(side))
        spot = QRectF(left, top + (high - side) / 2, side, side)
        icons.paint_icon(painter, icon, spot, theme.colour(role))
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        place = QRectF(spot.right() + px(5), top, wide + 2, high)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)


class SetButton(QAbstractButton):
    """A game to begin: a name, and how many things it has."""

    def __init__(self, words: str, count: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(words)
        self.setAccessibleDescription(count)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        px = style.px
        down = QVBoxLayout(self)
        down.setContentsMargins(px(64), px(18), px(16), px(18))
        down.setSpacing(px(4))
        for text, role, colour in ((words, "h3", "text"), (count, "muted", "muted")):
            label = WrapLabel(text, role=role, colour=colour, parent=self)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            down.addWidget(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        ground = "primary_soft" if lit else "surface"
        border = "primary" if lit else "border_strong"
        paint_frame(painter, self, ground, border, strong=lit, radius=Radius.CARD)
        side = style.px(28)
        box = QRectF(style.px(20), (self.height() - side) / 2, side, side)
        icons.paint_icon(painter, self._icon, box, style.current().colour("primary"))


__all__ = ["BIN_PX", "STAGE_PX", "BinButton", "SetButton", "ThingCard", "badge", "hues"]
