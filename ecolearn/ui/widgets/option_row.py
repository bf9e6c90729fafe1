"""One answer to choose: a whole row that can be clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import OPTION_ROW_PX, FontSize, Radius, Space, Weight

_INDICATOR_PX = 22
_EDGE_PX = 16
_ICON_PX = 20
_STATES = (None, "right", "wrong")


class OptionRow(QAbstractButton):
    """A row with an indicator, a text that wraps, a verdict and the digit key that chooses it.

    Rows of one question share a parent of their own: single-choice rows exclude their siblings.
    The page handles the digit keys. A screen reader hears a radio button or check box with the
    text as its name and the verdict as its description.
    """

    def __init__(
        self,
        text: str = "",
        *,
        multiple: bool = False,
        key: str = "",
        rich: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row.

        Args:
            text: What can be chosen.
            multiple: Whether several rows can be chosen (check box) or only one (radio button).
            key: The key that chooses it, shown at the row's end.
            rich: Whether `text` is HTML.
            parent: Parent widget, one per question.
        """
        super().__init__(parent)
        self._multiple = multiple
        self._key = key
        self._state: str | None = None
        self._word = ""
        self._locked = False
        self._body: QWidget | None = None
        self._row = QHBoxLayout(self)
        self.setCheckable(True)
        self.setAutoExclusive(not multiple)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text, rich=rich)

    # What it says

    def set_text(self, text: str, *, rich: bool = False) -> None:
        """Show a text that wraps; with `rich` it is HTML."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        plain = QTextDocumentFragment.fromHtml(text).toPlainText() if rich else text
        self.set_label_widget(label, plain)

    def set_label_widget(self, widget: QWidget, accessible_text: str) -> None:
        """Show any widget as the text, for formulas and pictures.

        Args:
            widget: The widget; clicks go through it to the row, which takes it over.
            accessible_text: The same in words, for screen readers.
        """
        if self._body is not None:
            self._row.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = widget
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(widget, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(accessible_text)
        self._space()

    def set_key(self, key: str) -> None:
        """Show the key that chooses this row, or none for an empty string."""
        self._key = key
        self._space()
        self.update()

    # What became of it

    @property
    def multiple(self) -> bool:
        """Whether several rows can be chosen."""
        return self._multiple

    @property
    def state(self) -> str | None:
        """None, `right` or `wrong`."""
        return self._state

    def set_state(self, state: str | None, word: str = "") -> None:
        """Show a verdict.

        Args:
            state: `right`, `wrong`, or None for none.
            word: The verdict in words; a general one when left out.

        Raises:
            ValueError: `state` is something else.
        """
        if state not in _STATES:
            raise ValueError(f"no state called {state!r}")
        self._state = state
        self._word = word
        if state is not None and not word:
            self._word = self.tr("Right") if state == "right" else self.tr("Not right")
        self.setAccessibleDescription(self._word)
        self._space()
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Keep the choice as it is, without greying the row out."""
        self._locked = locked
        self.update()

    def is_locked(self) -> bool:
        """Return whether the choice can no longer be changed."""
        return self._locked

    def clear_choice(self) -> None:
        """Take the choice back; an exclusive button cannot be unchecked otherwise."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(exclusive)

    # Qt's side

    def nextCheckState(self) -> None:
        if not self._locked:
            super().nextCheckState()

    def hitButton(self, pos: QPoint) -> bool:
        return not self._locked and super().hitButton(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def _verdict_width(self) -> float:
        if not self._word:
            return 0.0
        metrics = QFontMetricsF(style.font(FontSize.MUTED, Weight.STRONG))
        return metrics.horizontalAdvance(self._word) + style.px(_ICON_PX + 6 + Space.M)

    def _key_width(self) -> float:
        return style.px(24 + Space.S) if self._key else 0.0

    def _space(self) -> None:
        """Leave room for what is painted beside the text."""
        px = style.px
        left = px(_EDGE_PX + _INDICATOR_PX + Space.M)
        right = round(px(_EDGE_PX) + self._verdict_width() + self._key_width())
        self._row.setContentsMargins(left, px(11), right, px(11))
        self.setMinimumHeight(px(OPTION_ROW_PX))

    def _colours(self) -> tuple[QColor, QColor, int]:
        """Return ground, border and the border's width in pixels."""
        theme = style.current()
        thick = 3 if theme.contrast else 2
        if self._state == "right":
            return theme.colour("ok_soft"), theme.colour("ok"), thick
        if self._state == "wrong":
            return theme.colour("danger_soft"), theme.colour("danger"), thick
        if self.isChecked():
            return theme.colour("primary_soft"), theme.colour("primary"), thick
        hovered = self.underMouse() and self.isEnabled() and not self._locked
        if hovered or self.isDown():
            border = theme.colour("primary" if theme.contrast else "muted")
            ground = "sunken" if not theme.dark or theme.contrast else "primary_soft"
            return theme.colour(ground), border, theme.border_px
        border = theme.colour("border" if self._locked else "border_strong")
        return theme.colour("surface"), border, theme.border_px

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        radius = float(px(Radius.CONTROL))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focus.is_visible_on(self):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
            rect.adjust(4, 4, -4, -4)
            radius -= 3
        ground, border, width = self._colours()
        half = width / 2
        painter.setBrush(ground)
        painter.setPen(QPen(border, width))
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
        self._paint_indicator(painter)
        self._paint_end(painter)

    def _paint_indicator(self, painter: QPainter) -> None:
        theme, px = style.current(), style.px
        side = px(_INDICATOR_PX)
        box = QRectF(px(_EDGE_PX), (self.height() - side) / 2, side, side)
        role = {"right": "ok", "wrong": "danger"}.get(self._state or "", "primary")
        on = theme.colour("on_danger" if role == "danger" else "on_primary")
        colour = theme.colour(role)
        corner = px(Radius.SMALL) if self._multiple else side / 2
        if not self.isChecked():
            painter.setPen(QPen(colour if self._state else theme.colour("border_strong"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, corner, corner)
        if self._multiple:
            inset = side * 0.15
            icons.paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), on)
        else:
            painter.setBrush(on)
            painter.drawEllipse(box.center(), side * 0.2, side * 0.2)

    def _paint_end(self, painter: QPainter) -> None:
        theme, px = style.current(), style.px
        height, right = self.height(), float(self.width() - px(_EDGE_PX))
        if self._key:
            side = px(24)
            cap = QRectF(right - side, (height - side) / 2, side, side)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(
                cap.adjusted(0.5, 0.5, -0.5, -0.5), px(Radius.SMALL), px(Radius.SMALL)
            )
            painter.setFont(style.font(FontSize.NAVIGATION, Weight.NAVIGATION))
            painter.setPen(theme.colour("muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
            right -= self._key_width()
        if self._word:
            colour = theme.colour("ok" if self._state == "right" else "danger")
            font = style.font(FontSize.MUTED, Weight.STRONG)
            width = QFontMetricsF(font).horizontalAdvance(self._word)
            painter.setFont(font)
            painter.setPen(colour)
            place = QRectF(right - width - 1, 0, width + 2, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._word)
            side = px(_ICON_PX)
            mark = QRectF(place.left() - side - px(5), (height - side) / 2, side, side)
            name = "circle-check" if self._state == "right" else "circle-x"
            icons.paint_icon(painter, name, mark, colour)
