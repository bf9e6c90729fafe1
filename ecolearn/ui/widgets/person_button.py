"""Buttons with a round picture: a profile, and a picture to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Space, Weight
from ecolearn.ui.widgets.avatar import paint_avatar
from ecolearn.ui.widgets.text_fit import wrap_lines

_PICTURE_PX = 76
_CHOICE_PX = 56


class PersonButton(QAbstractButton):
    """A tile: picture above name. A negative `hue` draws a dashed circle with the icon."""

    def __init__(
        self,
        name: str,
        picture: str,
        hue: int,
        *,
        locked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `picture` (an icon) on `hue` (degrees) above `name`; `locked` adds a lock."""
        super().__init__(parent)
        self._picture = picture if icons.exists(picture) else "user"
        self._hue = hue
        self._locked = locked
        self.setText(name)
        self.setToolTip(name)
        self.setAccessibleName(name)
        if locked:
            self.setAccessibleDescription(self.tr("Protected by a PIN"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a tile at the zoom in force."""
        return QSize(style.px(168), style.px(164))

    def minimumSizeHint(self) -> QSize:
        """A tile may be narrower, never lower."""
        return QSize(style.px(120), style.px(164))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, picture, name and lock."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = style.px(Radius.CARD)
        hovered = self.underMouse()
        painter.setPen(QPen(theme.colour("primary" if hovered else "border"), theme.border_px))
        painter.setBrush(theme.colour("sunken" if self.isDown() else "surface"))
        painter.drawRoundedRect(area, radius, radius)
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
        size = style.px(_PICTURE_PX)
        circle = QRectF((self.width() - size) / 2, style.px(Space.L), size, size)
        if self._hue < 0:
            painter.setPen(QPen(theme.colour("border_strong"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
            third = size / 3
            icons.paint_icon(
                painter,
                self._picture,
                circle.adjusted(third, third, -third, -third),
                theme.colour("primary"),
            )
        else:
            paint_avatar(painter, circle, self._picture, self._hue)
        self._paint_name(painter, circle.bottom())
        if self._locked:
            lock = style.px(16)
            corner = QRectF(circle.right() - lock, circle.bottom() - lock, lock, lock)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(corner.adjusted(-4, -4, 4, 4))
            icons.paint_icon(painter, "lock", corner, theme.colour("muted"))
        painter.end()

    def _paint_name(self, painter: QPainter, top: float) -> None:
        theme = style.current()
        font = style.font(FontSize.BODY, Weight.STRONG)
        width = self.width() - 2 * style.px(Space.M)
        lines, _cut = wrap_lines(self.text(), font, width, 2)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        box = QRectF(style.px(Space.M), top + style.px(Space.S), width, style.px(48))
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, where, "\n".join(lines))


class PictureButton(QAbstractButton):
    """One of several pictures to choose from."""

    def __init__(self, picture: str, hue: int, parent: QWidget | None = None) -> None:
        """Show `picture` (an icon) on `hue` (degrees)."""
        super().__init__(parent)
        self._picture = picture
        self._hue = hue
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square at the zoom in force."""
        return QSize(style.px(_CHOICE_PX + 8), style.px(_CHOICE_PX + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; a ring and a tick say that it is chosen."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        paint_avatar(painter, area, self._picture, self._hue)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("primary"), 3))
            painter.drawEllipse(area.adjusted(-2, -2, 2, 2))
            tick = style.px(18)
            corner = QRectF(area.right() - tick + 4, area.bottom() - tick + 4, tick, tick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawEllipse(corner)
            inset = corner.adjusted(4, 4, -4, -4)
            icons.paint_icon(painter, "check", inset, theme.colour("on_primary"))
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()
