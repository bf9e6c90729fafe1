"""A row to choose: the whole row is the button, and afterwards it says whether it was right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.ui.items.slot import Slot
from ecolearn.ui.items.text import MediaFinder, Titles, WrapLabel, plain, text_widget
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import OPTION_ROW_PX, FontSize, Radius

#: mark → (ground, border, text colour of the word, icon)
_MARKS = {
    "right": ("ok_soft", "ok", "ok", "circle-check"),
    "wrong": ("danger_soft", "danger", "danger", "circle-x"),
    "missed": ("surface", "ok", "ok", "circle-check"),
    "slip": ("surface", "danger", "danger", "circle-x"),
    "other": ("surface", "border", "muted", ""),
}
_INDICATOR_PX = 22
_ICON_PX = 20
_CAP_PX = 24


class ChoiceRow(QAbstractButton):
    """An answer as a row, at least 48 px high; a radio button, or a check box with `several`.

    Signals:
        link_activated(str): A link in its text or feedback was followed.
    """

    link_activated = Signal(str)

    def __init__(
        self, *, several: bool = False, digit: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._digit = digit
        self._mark = ""
        self._word = ""
        self._locked = False
        self._titles: Titles | None = None
        self._text_widget: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)
        self.setAutoExclusive(not several)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._across = QHBoxLayout(self)
        self._across.setSpacing(0)
        self._down = QVBoxLayout()
        self._down.setSpacing(0)
        self._feedback = Slot(self, gap=2)
        self._down.addWidget(self._feedback)
        self._down.addStretch(1)
        self._across.addLayout(self._down)
        self._set_margins()

    # ── contents ──────────────────────────────────────────────────────────────────────────────

    def set_text(
        self, text: str, media: MediaFinder | None = None, titles: Titles | None = None
    ) -> None:
        """Show Markdown `text`."""
        self._titles = titles
        self.setAccessibleName(plain(text))
        made = text_widget(text, media, titles=titles)
        # a single line stands in the middle of a row of normal height
        made.setMinimumHeight(style.px(OPTION_ROW_PX) - 2 * style.px(11))
        if self._text_widget is not None:
            self._down.removeWidget(self._text_widget)
            self._text_widget.hide()
            self._text_widget.deleteLater()
        self._text_widget = made
        if isinstance(made, WrapLabel):
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if hasattr(made, "link_activated"):
            made.link_activated.connect(self.link_activated)
        self._down.insertWidget(0, made)
        made.show()

    def set_mark(self, mark: str, word: str = "", feedback: str = "") -> None:
        """Show how this answer was judged.

        Args:
            mark: "right", "wrong" (both chosen), "missed" (right, not chosen), "slip" (wrong, not
                chosen), "other", or "" for none.
            word: The word for it, shown at the end of the row and read aloud.
            feedback: What `show_feedback` will show, for screen readers.
        """
        if (mark, word) != (self._mark, self._word):
            self._mark, self._word = mark, word
            self._set_margins()
            self.update()
        spoken = [word, plain(feedback)] if feedback else [word]
        self.setAccessibleDescription(". ".join(part for part in spoken if part))

    def show_feedback(self, feedback: str) -> None:
        """Show Markdown inside the row, or nothing."""
        if feedback:
            quiet = self._mark in ("other", "slip")
            made = text_widget(
                feedback,
                titles=self._titles,
                role="muted" if quiet else "body",
                colour="muted" if quiet else "text",
            )
            if isinstance(made, WrapLabel):
                made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if hasattr(made, "link_activated"):
                made.link_activated.connect(self.link_activated)
            self._feedback.put(made)
        elif self._feedback.inside is not None:
            self._feedback.put(None)

    def set_locked(self, locked: bool) -> None:
        """Keep the choice from being changed; the row stays readable."""
        self._locked = locked
        shape = Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.update()

    # ── behaviour ─────────────────────────────────────────────────────────────────────────────

    def nextCheckState(self) -> None:
        """Change the choice unless locked."""
        if not self._locked:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the panel; show the ring once keys are used."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        super().keyPressEvent(event)
        self.update()

    # ── geometry ──────────────────────────────────────────────────────────────────────────────

    def _set_margins(self) -> None:
        px = style.px
        left = px(16 + _INDICATOR_PX + 12)
        self._across.setContentsMargins(left, px(11), px(16) + self._tail_width(), px(11))

    def _tail_width(self) -> int:
        if self._word:
            metrics = QFontMetricsF(style.font(FontSize.MUTED, 600))
            return int(metrics.horizontalAdvance(self._word)) + style.px(_ICON_PX + 5 + 12)
        return style.px(_CAP_PX + 8) if self._digit and not self._mark else style.px(8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(style.px(OPTION_ROW_PX), self._across.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        hint = self._across.totalSizeHint()
        return QSize(hint.width(), max(style.px(OPTION_ROW_PX), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._across.totalMinimumSize().width(), style.px(OPTION_ROW_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()

    # ── painting ──────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, strong = self._look()
        paint_frame(painter, self, ground, border, strong=strong, dashed=self._mark == "missed")
        first = float(min(self.height(), style.px(OPTION_ROW_PX)))
        self._paint_indicator(painter, first)
        self._paint_tail(painter, first)

    def _look(self) -> tuple[str, str, bool]:
        """Return the roles of ground and border, and whether the border is strong."""
        if self._mark:
            ground, border, _, _ = _MARKS[self._mark]
            return ground, border, self._mark in ("right", "wrong", "missed")
        if self.isChecked():
            return "primary_soft", "primary", True
        if self._locked:
            return "surface", "border", False
        if self.underMouse() or self.isDown():
            return "sunken", "muted", False
        return "surface", "border_strong", False

    def _paint_indicator(self, painter: QPainter, first: float) -> None:
        theme, px = style.current(), style.px
        side = px(_INDICATOR_PX)
        box = QRectF(px(16), (first - side) / 2, side, side)
        role = {"right": "ok", "wrong": "danger"}.get(self._mark, "primary")
        on = theme.colour("on_danger" if role == "danger" else "on_primary")
        corner = px(Radius.SMALL) if self._several else side / 2
        if not self.isChecked():
            empty = "border" if self._mark == "other" else "border_strong"
            painter.setPen(QPen(theme.colour("ok" if self._mark == "missed" else empty), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(role))
        painter.drawRoundedRect(box, corner, corner)
        if self._several:
            inset = side * 0.15
            icons.paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), on)
        else:
            painter.setBrush(on)
            painter.drawEllipse(box.center(), side * 0.2, side * 0.2)

    def _paint_tail(self, painter: QPainter, first: float) -> None:
        right = float(self.width() - style.px(16))
        if self._word:
            _, _, colour, icon = _MARKS[self._mark or "other"]
            paint_word(painter, self._word, icon, colour, right, 0.0, first)
        elif self._digit and not self._mark:
            paint_key(painter, str(self._digit), right, first)


def paint_frame(
    painter: QPainter,
    widget: QWidget,
    ground: str,
    border: str,
    *,
    strong: bool = False,
    dashed: bool = False,
    radius: float = Radius.CONTROL,
) -> None:
    """Paint the rounded frame of something to choose, and the ring around its inside if it has
    the focus and was reached by keyboard. `ground` and `border` are roles of colours."""
    theme = style.current()
    rect = QRectF(widget.rect())
    corner = float(style.px(radius))
    if focus.is_visible_on(widget):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner)
        rect.adjust(4, 4, -4, -4)
        corner -= 3
    thick = (3.0 if theme.contrast else 2.0) if strong else float(theme.border_px)
    pen = QPen(theme.colour(border), thick)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    half = thick / 2
    painter.setPen(pen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)


def paint_key(painter: QPainter, key: str, right: float, height: float, top: float = 0.0) -> None:
    """Paint the cap of the key that chooses something, ending at `right`."""
    theme, px = style.current(), style.px
    side = px(_CAP_PX)
    cap = QRectF(right - side, top + (height - side) / 2, side, side)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("surface"))
    corner = px(Radius.SMALL)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    painter.setFont(style.font(FontSize.NAVIGATION, 500))
    painter.setPen(theme.colour("muted"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def paint_word(
    painter: QPainter, word: str, icon: str, colour: str, right: float, top: float, height: float
) -> float:
    """Paint a verdict, icon and word, ending at `right`; return where it begins."""
    ink = style.current().colour(colour)
    painter.setFont(style.font(FontSize.MUTED, 600))
    painter.setPen(ink)
    width = QFontMetricsF(painter.font()).horizontalAdvance(word)
    place = QRectF(right - width - 1, top, width + 2, height)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
    if not icon:
        return place.left()
    side = style.px(_ICON_PX)
    mark = QRectF(place.left() - side - style.px(5), top + (height - side) / 2, side, side)
    icons.paint_icon(painter, icon, mark, ink)
    return mark.left()


__all__ = ["ChoiceRow", "paint_frame", "paint_key", "paint_word"]
