"""The steps of a sitting: one mark a question, its state told by shape, colour and words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import focus, icons, style


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a question is. `kind` is open, begun (some parts are answered), answered, right,
    partly (right), wrong or gone."""

    kind: str = "open"
    flagged: bool = False


class _Step(QAbstractButton):
    """A step; only the current one is a tab stop, arrows go to the others.

    Signals:
        walked(int): An arrow key: -1 or 1.
    """

    walked = Signal(int)

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.state = StepState()
        self.current = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(style.px(40), style.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = style.current(), style.px
        side = px(30)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ground, border, ink = {
            "open": ("surface", "border_strong", "muted"),
            "begun": ("surface", "primary", "primary_text"),
            "answered": ("primary_soft", "primary", "primary_text"),
            "right": ("ok", "ok", "on_primary"),
            "partly": ("warn_soft", "warn", "warn"),
            "wrong": ("danger_soft", "danger", "danger"),
            "gone": ("sunken", "border", "muted"),
        }[self.state.kind]
        if self.current:
            painter.setPen(QPen(theme.colour("text"), max(2, px(2))))
            y = self.height() - px(1.5)
            painter.drawLine(QPointF(box.left() + px(3), y), QPointF(box.right() - px(3), y))
        painter.setPen(QPen(theme.colour(border), theme.border_px if ground != "ok" else 0.1))
        hover = self.underMouse() and self.state.kind == "open"
        painter.setBrush(theme.colour("sunken" if hover else ground))
        self._paint_shape(painter, box)
        if self.state.kind in ("right", "wrong"):
            inset = side * 0.24
            name = "check" if self.state.kind == "right" else "x"
            mark = box.adjusted(inset, inset, -inset, -inset)
            icons.paint_icon(painter, name, mark, theme.colour(ink))
        else:
            painter.setFont(style.font(13, 600))
            painter.setPen(theme.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.index + 1))
        if self.state.flagged:
            spot = QRectF(box.right() - px(9), box.top() - px(4), px(16), px(16))
            painter.setPen(QPen(theme.colour("bg"), 2))
            painter.setBrush(theme.colour("warn"))
            painter.drawEllipse(spot)
            inset = px(3.5)
            flag = spot.adjusted(inset, inset, -inset, -inset)
            icons.paint_icon(painter, "flag", flag, theme.colour("surface"))
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, px(10), px(10))

    def _paint_shape(self, painter: QPainter, box: QRectF) -> None:
        """Round: open, begun or right; square: answered or wrong; a diamond: partly right."""
        if self.state.kind in ("open", "begun", "right", "gone"):
            painter.drawEllipse(box)
        elif self.state.kind == "partly":
            middle = box.center()
            corners = [
                QPointF(middle.x(), box.top() - 1),
                QPointF(box.right() + 1, middle.y()),
                QPointF(middle.x(), box.bottom() + 1),
                QPointF(box.left() - 1, middle.y()),
            ]
            painter.drawPolygon(QPolygonF(corners))
        else:
            painter.drawRoundedRect(box, style.px(8), style.px(8))


class StepList(QWidget):
    """The steps of all questions.

    Signals:
        chosen(int): The learner wants to go to this question, from 0.
    """

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = TileFlow(self, gap=2)
        self._steps = [_Step(index, self) for index in range(count)]
        for step in self._steps:
            step.clicked.connect(self._on_clicked)
            step.walked.connect(self._on_walked)
            self._flow.addWidget(step)
        self._retranslate()

    def set_state(self, index: int, state: StepState) -> None:
        """Show how far a question is."""
        step = self._steps[index]
        if step.state != state:
            step.state = state
            self._name(step)
            step.update()

    def state(self, index: int) -> StepState:
        """Return what is shown of a question."""
        return self._steps[index].state

    def set_current(self, index: int) -> None:
        """Show which question is on the screen."""
        for step in self._steps:
            now = step.index == index
            if step.current != now:
                step.current = now
                step.setFocusPolicy(Qt.FocusPolicy.TabFocus if now else Qt.FocusPolicy.NoFocus)
                self._name(step)
                step.update()

    def words(self, state: StepState) -> str:
        """Return a state in words."""
        text = {
            "open": self.tr("not answered"),
            "begun": self.tr("partly answered"),
            "answered": self.tr("answered"),
            "right": self.tr("right"),
            "partly": self.tr("partly right"),
            "wrong": self.tr("not right"),
            "gone": self.tr("no longer in the course"),
        }[state.kind]
        return self.tr("{state}, flagged").format(state=text) if state.flagged else text

    def _name(self, step: _Step) -> None:
        name = self.tr("Question {number}: {state}").format(
            number=step.index + 1, state=self.words(step.state)
        )
        if step.current:
            name = self.tr("{name}, on the screen").format(name=name)
        step.setAccessibleName(name)
        step.setToolTip(name)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Questions"))
        for step in self._steps:
            self._name(step)

    def _on_clicked(self) -> None:
        step = self.sender()
        assert isinstance(step, _Step)
        self.chosen.emit(step.index)

    def _on_walked(self, direction: int) -> None:
        step = self.sender()
        assert isinstance(step, _Step)
        near = step.index + direction
        if 0 <= near < len(self._steps):
            target = self._steps[near]
            target.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


__all__ = ["StepList", "StepState"]
