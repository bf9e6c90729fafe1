"""The parts of a scenario: choices as rows, meters as small bars with words, steps of the way."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ecolearn.content.blocks import Block
from ecolearn.ui.items.rows import paint_frame, paint_key, paint_word
from ecolearn.ui.items.text import MediaFinder, Titles, WrapLabel, plain, text_widget
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.registry import Maker, units
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import OPTION_ROW_PX, FontSize, Radius, Weight
from ecolearn.ui.widgets.accessible_role import set_accessible_role
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.progress_bar import paint_progress
from ecolearn.ui.widgets.text_fit import wrap_lines

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WayButton(QAbstractButton):
    """A choice as a row: a click, Enter, Space or its digit takes it.

    Signals:
        stepped(int): An arrow key: to the next row (1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(
        self,
        text: str,
        number: int,
        media: MediaFinder,
        titles: Titles,
        parent: QWidget | None = None,
    ) -> None:
        """Show Markdown `text`; `number` counts from 0."""
        super().__init__(parent)
        self._number = number
        self._chosen = False
        self._word = ""
        self._open = True
        self.setAccessibleName(plain(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._label = text_widget(text, media, titles=titles)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._space()

    @property
    def number(self) -> int:
        """Return which choice it is, counted from 0."""
        return self._number

    def set_taken(self, chosen: bool, word: str) -> None:
        """Close it after a choice: this one with a word, or one of the others."""
        self._chosen, self._word = chosen, word if chosen else ""
        self._open = False
        self.setAccessibleDescription(self._word)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if not chosen and isinstance(self._label, WrapLabel):
            self._label.set_colour("muted")
        self._space()
        self.update()

    def nextCheckState(self) -> None:
        """It is never checked."""

    def hitButton(self, pos: object) -> bool:
        return self._open

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

    # ── looks ─────────────────────────────────────────────────────────────────────────────────

    def _shown_word(self) -> str:
        """Return the word for the choice taken; "" in a narrow row, where the mark is enough."""
        metrics = QFontMetricsF(style.font(FontSize.MUTED, Weight.STRONG))
        return self._word if 4 * metrics.horizontalAdvance(self._word) <= self.width() else ""

    def _space(self) -> None:
        px = style.px
        right = px(16)
        if self._word:
            metrics = QFontMetricsF(style.font(FontSize.MUTED, Weight.STRONG))
            right += math.ceil(metrics.horizontalAdvance(self._shown_word())) + px(20 + 5 + 12)
        elif self._number < 9:
            right += px(24 + 8)
        self._row.setContentsMargins(px(16 + 20 + 12), px(11), right, px(11))
        self.setMinimumHeight(px(OPTION_ROW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(style.px(OPTION_ROW_PX), self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        hint = self._row.totalSizeHint()
        return QSize(hint.width(), max(style.px(OPTION_ROW_PX), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(120), style.px(OPTION_ROW_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._space()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._open and (self.underMouse() or self.isDown())
        if self._chosen:
            paint_frame(painter, self, "primary_soft", "primary", strong=True)
        elif not self._open:
            paint_frame(painter, self, "surface", "border")
        else:
            border = "primary" if lit else "border_strong"
            paint_frame(painter, self, "sunken" if lit else "surface", border)
        side = px(20)
        box = QRectF(px(16), (self.height() - side) / 2, side, side)
        role = "primary" if self._open or self._chosen else "border"
        icons.paint_icon(painter, "arrow-right", box, theme.colour(role))
        right = float(self.width() - px(16))
        if self._word:
            high = float(self.height())
            paint_word(painter, self._shown_word(), "check", "primary_text", right, 0.0, high)
        elif self._open and self._number < 9:
            paint_key(painter, str(self._number + 1), right, float(self.height()))


class MeterBar(QWidget):
    """A meter: its name, its value, a bar, and how it changed, in words."""

    def __init__(
        self, name: str, value: str, fraction: float, parent: QWidget | None = None
    ) -> None:
        """Show `value` (with unit) and the `fraction` (0–1) of the range it is at."""
        super().__init__(parent)
        self._name = name
        self._value = value
        self._fraction = fraction
        self._change = ""
        self._tone = "muted"
        self._up = True
        set_accessible_role(self, QAccessible.Role.StaticText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def show_value(self, value: str, fraction: float) -> None:
        """Show another value."""
        self._value, self._fraction = value, fraction
        self._tell()

    def show_change(self, words: str, up: bool, tone: str = "muted") -> None:
        """Show how it changed; `tone` is the role of the colour: ok, danger or muted."""
        self._change, self._up, self._tone = words, up, tone
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._value}")
        self.setAccessibleDescription(self._change)
        self.updateGeometry()
        self.update()

    # ── looks ─────────────────────────────────────────────────────────────────────────────────

    def _fonts(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        return (
            QFontMetricsF(style.font(FontSize.MUTED)),
            QFontMetricsF(style.font(FontSize.BODY, Weight.STRONG)),
        )

    def _value_width(self) -> float:
        return self._fonts()[1].horizontalAdvance(self._value)

    def _lines(self, width: float) -> list[str]:
        room = width - 2 * style.px(12) - self._value_width() - style.px(8)
        font = style.font(FontSize.MUTED)
        return wrap_lines(self._name, font, max(room, style.px(48)), 3)[0]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        small, large = self._fonts()
        words = max(len(self._lines(width)) * small.lineSpacing(), large.lineSpacing())
        return math.ceil(words + small.lineSpacing()) + style.px(10 + 6 + 8 + 4 + 8)

    def sizeHint(self) -> QSize:
        width = style.px(160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(120), style.px(64))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(theme.colour("border") if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(
            rect.adjusted(0.5, 0.5, -0.5, -0.5), px(Radius.CONTROL), px(Radius.CONTROL)
        )
        small = self._fonts()[0]
        left, top, right = px(12), float(px(10)), self.width() - px(12)
        lines = self._lines(self.width())
        # bars of meters side by side stand at one height, however many lines their names have
        words = self.height() - small.lineSpacing() - px(10 + 6 + 8 + 4 + 8)
        painter.setFont(style.font(FontSize.MUTED))
        painter.setPen(theme.colour("muted"))
        y = top + (words - len(lines) * small.lineSpacing()) / 2
        for line in lines:
            painter.drawText(
                QRectF(left, y, right - left, small.lineSpacing()),
                Qt.AlignmentFlag.AlignVCenter,
                line,
            )
            y += small.lineSpacing()
        painter.setFont(style.font(FontSize.BODY, Weight.STRONG))
        painter.setPen(theme.colour("text"))
        wide = self._value_width()
        place = QRectF(right - wide - 1, top, wide + 2, words)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._value)
        bar = QRectF(left, top + words + px(6), right - left, px(8))
        paint_progress(painter, bar, self._fraction)
        if self._change:
            self._paint_change(painter, bar.bottom() + px(4), small)

    def _paint_change(self, painter: QPainter, top: float, metrics: QFontMetricsF) -> None:
        theme, px = style.current(), style.px
        side = px(16)
        high = metrics.lineSpacing()
        spot = QRectF(px(12) - px(2), top + (high - side) / 2, side, side)
        name = "arrow-up" if self._up else "arrow-down"
        icons.paint_icon(painter, name, spot, theme.colour(self._tone))
        painter.setFont(style.font(FontSize.MUTED, Weight.STRONG))
        painter.setPen(theme.colour(self._tone))
        room = QRectF(spot.right() + px(4), top, self.width() - spot.right() - px(14), high)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._change)


class StepEntry(QWidget):
    """A step of the way taken: how the scene began, what was chosen, what was said about it on a
    click, and a button to choose differently.

    Signals:
        wanted(int): Another choice is wanted after so many steps of the way.
        resized: It shows more or less than before.
    """

    wanted = Signal(int)
    resized = Signal()

    def __init__(
        self,
        number: int,
        scene: str,
        choice: str,
        feedback: tuple[Block, ...],
        maker: Maker,
        parent: QWidget | None = None,
    ) -> None:
        """Show a step; `number` counts from 0."""
        super().__init__(parent)
        self._number = number
        self._feedback = feedback
        self._maker = maker
        self._body: Column | None = None
        # widgets
        self._inside = Column(gap=4)
        self.more = QPushButton(self.tr("What happened"))
        self.more.setCheckable(True)
        self.differently = QPushButton(self.tr("Choose differently here"))
        for button, icon in ((self.more, "chevron-right"), (self.differently, "undo-2")):
            style.set_kind(button, "ghost")
            icons.set_button_icon(button, icon)
        name = self.tr("Choose differently here: {scene}").format(scene=scene)
        self.differently.setAccessibleName(name)
        self.more.setAccessibleName(self.tr("What happened: {choice}").format(choice=choice))
        # layout
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(12))
        row.addWidget(Chip(str(number + 1), "neutral"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._inside, 1)
        self._inside.add(WrapLabel(scene, role="muted", colour="muted"))
        self._inside.add(WrapLabel(choice, role="strong"))
        tools = QWidget()
        flow = TileFlow(tools, gap=0)
        if feedback:
            flow.addWidget(self.more)
        flow.addWidget(self.differently)
        self._inside.add(tools, 2)
        # connections
        self.more.toggled.connect(self._on_toggled)
        self.differently.clicked.connect(self._on_clicked)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        if self._body is None:
            self._body = Column(margins=(16, 0, 0, 8), gap=8)
            for unit in units(self._feedback):
                self._body.add(self._maker.make(unit))
            self._inside.add(self._body, 0)
        self._body.setVisible(is_open)
        icons.set_button_icon(self.more, "chevron-down" if is_open else "chevron-right")
        self.updateGeometry()
        self.resized.emit()

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._number)


__all__ = ["MeterBar", "StepEntry", "WayButton"]
