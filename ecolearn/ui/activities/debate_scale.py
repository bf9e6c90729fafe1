"""How far somebody agrees, 0 to 10: a line to point at, empty until it was answered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ecolearn.content.activities.debate import AGREE
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.tokens import FontSize, Weight

_HANDLE_PX = 30
_MIDDLE = AGREE // 2
_ANSWERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class AgreeLine(QSlider):
    """The line with its eleven marks. Without an answer the handle is an empty ring.

    Signals:
        answered: The learner chose a number, which may be the one it stood at.
    """

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.given = False
        self._earlier: int | None = None
        self.setRange(0, AGREE)
        self.setValue(_MIDDLE)
        self.setSingleStep(1)
        self.setPageStep(2)
        self.setMinimumHeight(style.px(48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_answer(self, value: int | None) -> None:
        """Show an answer, or none."""
        self.given = value is not None
        self.setValue(_MIDDLE if value is None else value)
        self.update()

    def set_earlier(self, value: int | None) -> None:
        """Mark what was answered before, to see the way from there."""
        self._earlier = value
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(320), style.px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(160), style.px(48))

    # ── answering ─────────────────────────────────────────────────────────────────────────────

    def _answer(self, value: int) -> None:
        self.given = True
        self.setValue(value)
        self.update()
        self.answered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the number under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._answer(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._answer(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left to do."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nobody means to answer by scrolling."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, take the number it stands at by Enter or Space."""
        if event.key() in _ANSWERS:
            self._answer(self.value())
            return
        before = self.value()
        super().keyPressEvent(event)
        if self.value() != before:
            self._answer(self.value())

    # ── drawing ───────────────────────────────────────────────────────────────────────────────

    def _x(self, value: float) -> float:
        inset = style.px(_HANDLE_PX) / 2 + 4
        share = value / AGREE
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return inset + (self.width() - 2 * inset) * share

    def _value_at(self, x: float) -> int:
        first, last = self._x(0), self._x(AGREE)
        return round(min(1.0, max(0.0, (x - first) / (last - first))) * AGREE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        high = px(6)
        line = QRectF(self._x(0), middle - high / 2, self._x(AGREE) - self._x(0), high)
        edge = QPen(theme.colour("border_strong"), 1)
        painter.setPen(edge if theme.contrast else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(line, high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border_strong"))
        for value in range(AGREE + 1):
            painter.drawEllipse(QPointF(self._x(value), middle), px(2), px(2))
        here = QPointF(self._x(self.value()), middle)
        if self.given and self._earlier is not None:
            start = QPointF(self._x(self._earlier), middle)
            painter.setPen(QPen(theme.colour("primary"), high))
            painter.drawLine(start, here)
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(start, px(9), px(9))
        radius = px(_HANDLE_PX) / 2
        if focus.is_visible_on(self):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(here, radius + 3, radius + 3)
        painter.setPen(QPen(theme.colour("primary"), 2))
        painter.setBrush(theme.colour("primary" if self.given else "surface"))
        painter.drawEllipse(here, radius - 1, radius - 1)
        painter.setFont(style.font(FontSize.BODY, Weight.STRONG))
        painter.setPen(theme.colour("on_primary" if self.given else "primary_text"))
        box = QRectF(here.x() - radius, here.y() - radius, 2 * radius, 2 * radius)
        words = str(self.value()) if self.given else "?"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class AgreeScale(QWidget):
    """The line with its question and the words at its ends.

    Signals:
        answered: The learner chose a number.
    """

    answered = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        none, all_of_it = self.tr("0: not at all"), self.tr("10: completely")
        heading = WrapLabel(question, role="strong", parent=self)
        self.line = AgreeLine(self)
        self.line.setAccessibleName(question)
        ends = QHBoxLayout()
        ends.addWidget(self._end(none))
        ends.addStretch(1)
        ends.addWidget(self._end(all_of_it))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addWidget(heading)
        column.addWidget(self.line)
        column.addLayout(ends)
        self._ends = f"{none}, {all_of_it}"
        self.line.answered.connect(self._on_answered)
        self._describe()

    def _end(self, words: str) -> QLabel:
        label = QLabel(words, self)
        style.set_role(label, "muted")
        return label

    @property
    def answer(self) -> int | None:
        """The number that was chosen, None if there is none yet."""
        return self.line.value() if self.line.given else None

    def set_answer(self, value: int | None) -> None:
        """Show an answer, or none."""
        self.line.set_answer(value)
        self._describe()

    def _describe(self) -> None:
        words = ""
        if not self.line.given:
            words = self.tr("Not answered yet. Choose with the arrow keys; Enter takes the middle.")
        self.line.setAccessibleDescription(f"{self._ends}. {words}".rstrip())

    def _on_answered(self) -> None:
        self._describe()
        self.answered.emit()
