"""A quantity to set: label, slider and number field together, with unit, help and complaint."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.chart_data import NumberFormat
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.number_field import NumberField

_MOST_POSITIONS = 1000
_LOG_POSITIONS = 200
_TRACK_PX = 8
_HANDLE_PX = 22
_LEAST_FIELD_PX = 132


@dataclass(frozen=True)
class Scale:
    """How positions of a slider, counted from 0, are values."""

    low: float
    high: float
    step: float = 1.0
    logarithmic: bool = False
    """Whether equal ways multiply rather than add. Where `low` is 0 or less, the first position
    is `low` and the second is `step`."""

    @property
    def positions(self) -> int:
        """Number of the last position."""
        if self.high <= self.low:
            return 0
        if self.logarithmic:
            return _LOG_POSITIONS
        return max(1, min(_MOST_POSITIONS, round((self.high - self.low) / self.step)))

    def value(self, position: int) -> float:
        """Return the value at `position`, on a step of the scale."""
        if position <= 0:
            return self.low
        if position >= self.positions:
            return self.high
        if not self.logarithmic:
            return self._stepped(self.low + (self.high - self.low) * position / self.positions)
        least, first = self._least()
        share = (position - first) / (self.positions - first)
        value = least * math.exp(math.log(self.high / least) * share)
        step = 10.0 ** (math.floor(math.log10(value)) - 1)
        rounded = round(round(value / step) * step, 12)
        return min(self.high, max(self.low, rounded))

    def position(self, value: float) -> int:
        """Return the position nearest to `value`."""
        if value <= self.low or self.high <= self.low:
            return 0
        if value >= self.high:
            return self.positions
        if not self.logarithmic:
            return round((value - self.low) / (self.high - self.low) * self.positions)
        least, first = self._least()
        if value <= least:
            return first
        share = math.log(value / least) / math.log(self.high / least)
        return first + round(share * (self.positions - first))

    def _least(self) -> tuple[float, int]:
        """Return the least value above 0, and its position."""
        return (self.low, 0) if self.low > 0 else (min(self.step, self.high / 10), 1)

    def _stepped(self, value: float) -> float:
        stepped = self.low + round((value - self.low) / self.step) * self.step
        return min(self.high, round(stepped, 12))


class Slider(QSlider):
    """A slider in the house style: a thick track, filled from zero, with a large handle.

    A press on the track takes the handle there. Give `spoken` the value in words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        _install()
        self.spoken = ""
        self.zero = 0
        self.interface: QAccessibleInterface | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Have the value announced as `words`."""
        if words != self.spoken:
            self.spoken = words
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, words))

    def sizeHint(self) -> QSize:
        return QSize(style.px(160), style.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(96), style.px(32))

    def _ends(self) -> tuple[float, float]:
        """Return where the centre of the handle is at both ends."""
        half = style.px(_HANDLE_PX) / 2 + style.px(2)
        return half, self.width() - half

    def _place(self, position: int) -> float:
        left, right = self._ends()
        span = self.maximum() - self.minimum()
        return left + (right - left) * (position - self.minimum()) / span if span else left

    def _position_at(self, x: float) -> int:
        left, right = self._ends()
        share = (x - left) / (right - left) if right > left else 0.0
        span = self.maximum() - self.minimum()
        return self.minimum() + round(min(1.0, max(0.0, share)) * span)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to the place that is pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self._position_at(event.position().x()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the handle where it is."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, filled part, handle and focus ring."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        thick = style.px(_TRACK_PX)
        track = QRectF(2, middle - thick / 2, self.width() - 4, thick)
        live = self.isEnabled()
        painter.setPen(QPen(theme.colour("border_strong"), 1 if not theme.contrast else 2))
        painter.setBrush(theme.colour("track"))
        inset = 0.5 if not theme.contrast else 1.0
        rim = track.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rim, thick / 2, thick / 2)
        accent = theme.colour("primary" if live else "border_strong")
        if live and (self.isSliderDown() or self.underMouse()):
            accent = theme.colour("primary_hover")
        at, zero = self._place(self.sliderPosition()), self._place(self.zero)
        start = track.left() if self.zero <= self.minimum() else zero
        filled = QRectF(min(start, at), track.top(), abs(at - start), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(filled, thick / 2, thick / 2)
        if self.minimum() < self.zero < self.maximum():
            painter.setBrush(theme.colour("text"))
            painter.drawRect(QRectF(zero - 1, track.top() - 3, 2, thick + 6))
        radius = style.px(_HANDLE_PX) / 2 - 1
        centre = QPointF(at, middle)
        if focus.is_visible_on(self):
            painter.setBrush(theme.colour("surface"))
            painter.setPen(QPen(theme.colour("focus"), max(2, style.px(2))))
            painter.drawEllipse(centre, radius + 2, radius + 2)
            radius -= 1
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(accent, style.px(5) if not self.isSliderDown() else style.px(7)))
        inner = radius - painter.pen().widthF() / 2
        painter.drawEllipse(centre, inner, inner)
        painter.end()


class _SliderInterface(QAccessibleWidget):
    """Says the value with its unit, where a plain slider would say the number of a position."""

    def __init__(self, slider: Slider) -> None:
        super().__init__(slider, QAccessible.Role.Slider)
        self._slider = slider

    def text(self, what: QAccessible.Text) -> str:
        if what == QAccessible.Text.Value:
            return self._slider.spoken
        return str(super().text(what))


_installed = False


def _factory(name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Slider):
        # Qt owns an interface, but calls into Python need its wrapper alive as well.
        thing.interface = _SliderInterface(thing)
        return thing.interface
    return None


def _install() -> None:
    global _installed
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed = True


class NumberSlider(QWidget):
    """A labelled quantity: drag it, step it by keyboard, or type it.

    Signals:
        value_changed: Another value, also while the handle is being dragged.
        value_settled: The person let go of the handle, pressed Enter or a key of the slider, or
            left the field.
    """

    value_changed = Signal(float)
    value_settled = Signal(float)

    def __init__(
        self,
        value: float = 0.0,
        low: float = 0.0,
        high: float = 100.0,
        step: float = 1.0,
        *,
        whole: bool = False,
        logarithmic: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show `value`; see `NumberField` for the arguments.

        Args:
            value: The first value.
            low: Least value.
            high: Greatest value.
            step: Distance of positions of the slider.
            whole: Whether only whole numbers make sense.
            logarithmic: Whether the slider multiplies rather than adds, for wide ranges.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._scale = Scale(low, high, step, logarithmic)
        self._settled = value
        self._key_held = False
        self.label = QLabel()
        self.field = NumberField(value, low, high, step, whole=whole)
        self.slider = Slider()
        self._help = QLabel()
        self._trouble_icon = IconLabel("circle-alert", 18, "danger")
        self._trouble = QLabel()

        for text in (self.label, self._help, self._trouble):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
        self.label.setBuddy(self.field)
        self._head = QHBoxLayout()
        self._head.addWidget(self.label, 1)
        self._head.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        self._below = QHBoxLayout()
        self._below.addWidget(self._trouble_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._trouble, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._below)
        self._column.addWidget(self.slider)
        self._column.addWidget(self._help)
        self._column.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._help.hide()
        self._trouble.hide()
        self._trouble_icon.hide()

        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderReleased.connect(self._on_released)
        self.slider.installEventFilter(self)
        self.field.value_changed.connect(self._on_typed)
        self.field.value_settled.connect(self._on_field_settled)
        self.field.trouble_changed.connect(self._on_trouble)
        style.set_role(self._help, "muted")
        style.set_tone(self._trouble, "danger")
        self._space()
        self.set_range(low, high, step, logarithmic=logarithmic)
        self.set_value(value)

    # values

    def value(self) -> float:
        """Return the last good value."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show `value`, brought into the range, and tell nobody."""
        before = self.field.value()
        self.field.set_value(value)
        if self.field.value() != before:
            self._settled = self.field.value()
        self._follow()

    def range(self) -> tuple[float, float]:
        """Return the least and the greatest value."""
        return self.field.range()

    def set_range(
        self, low: float, high: float, step: float = 1.0, *, logarithmic: bool = False
    ) -> None:
        """Accept other values; raise `ValueError` if `low` is above `high`."""
        self.field.set_range(low, high, step, logarithmic=logarithmic)
        self._scale = Scale(low, high, step, logarithmic)
        positions = self._scale.positions
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, positions)
            self.slider.setPageStep(max(1, positions // 10))
        self.slider.zero = self._scale.position(0.0) if low < 0 < high else 0
        self._settled = self.field.value()
        self._follow()

    def set_texts(self, label: str, unit: str = "", help: str = "") -> None:
        """Show what the quantity is, its unit, and a line of help."""
        self.label.setText(label)
        self.field.set_unit(unit)
        self.field.set_help(help)
        self._help.setText(help)
        self._help.setVisible(bool(help))
        name = self.tr("{label}, {unit}").format(label=label, unit=unit) if unit else label
        self.field.setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(help)
        self._space()
        self._follow()

    def set_format(self, write: NumberFormat) -> None:
        """Write values with `write`."""
        self.field.set_format(write)
        self._space()
        self._follow()

    def trouble(self) -> str:
        """Return the sentence below the field, or nothing."""
        return self.field.trouble()

    # from one part to the other

    def _follow(self) -> None:
        """Take the slider to the value."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._scale.position(self.field.value()))
        self.slider.say(self.field.written())
        self.slider.update()

    def _on_slid(self, position: int) -> None:
        value = self._scale.value(position)
        self.field.set_value(value)
        self.slider.say(self.field.written())
        self.value_changed.emit(value)
        if not self.slider.isSliderDown() and not self._key_held:
            self._settle()

    def _on_released(self) -> None:
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle when a key of the slider is let go, not at each of its repetitions."""
        if watched is self.slider and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            self._key_held = event.type() == QEvent.Type.KeyPress
        elif watched is self.slider and event.type() == QEvent.Type.KeyRelease:
            self._key_held = False
            self._settle()
        return False

    def _on_typed(self, value: float) -> None:
        self._follow()
        self.value_changed.emit(value)

    def _on_field_settled(self, value: float) -> None:
        self._settle()

    def _settle(self) -> None:
        value = self.value()
        if value != self._settled:
            self._settled = value
            self.value_settled.emit(value)

    def _on_trouble(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self._trouble_icon.setVisible(bool(words))

    def _space(self) -> None:
        px = style.px
        self._column.setSpacing(px(Space.XS))
        self._head.setSpacing(px(Space.M))
        self._below.setSpacing(px(Space.S))
        self.field.setFixedWidth(max(px(_LEAST_FIELD_PX), self.field.sizeHint().width()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
        elif event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self.slider.say(self.field.written())
