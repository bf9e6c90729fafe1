"""One of a few choices with a label: buttons side by side where they fit, else a list to open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX, FontSize, Radius, Space, Weight

MOST_SEGMENTS = 4
_CHECK_PX = 16
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
#: room of the open list beside its words: frame, scroll bar
_POPUP_EXTRA_PX = 32


class Segment(QRadioButton):
    """One of the buttons side by side; the chosen one has a tick and a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole segment can be pressed."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return the room for words and tick."""
        metrics = QFontMetrics(style.font(FontSize.BODY, Weight.STRONG))
        width = metrics.horizontalAdvance(self.text()) + style.px(_CHECK_PX + 6)
        return QSize(width + 2 * style.px(Space.M), style.px(TARGET_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(TARGET_PX), style.px(TARGET_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, frame, tick and words."""
        theme, chosen = style.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = style.px(Radius.CONTROL) - 3
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if chosen:
            painter.setPen(QPen(theme.colour("primary"), 2 if theme.contrast else 1.5))
            painter.setBrush(theme.colour("surface" if theme.contrast else "primary_soft"))
            painter.drawRoundedRect(area, radius, radius)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("border" if self.isDown() else "sunken"))
            painter.drawRoundedRect(area, radius, radius)
        font = style.font(FontSize.BODY, Weight.STRONG if chosen else Weight.NAVIGATION)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        role = "primary_text" if chosen else "text"
        colour = theme.colour(role if self.isEnabled() else "muted")
        tick = style.px(_CHECK_PX + 6) if chosen else 0
        room = area.width() - 2 * style.px(Space.S) - tick
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        width = metrics.horizontalAdvance(words)
        left = area.center().x() - (width + tick) / 2
        if chosen:
            size = style.px(_CHECK_PX)
            box = QRectF(left, area.center().y() - size / 2, size, size)
            icons.paint_icon(painter, "check", box, colour)
        painter.setPen(colour)
        box = QRectF(left + tick, area.top(), width + 2, area.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class _Segments(QWidget):
    """The ground the segments lie on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = style.border_px(theme, style.scale())
        painter.setPen(QPen(theme.colour("border_strong"), width))
        painter.setBrush(theme.colour("surface"))
        half = width / 2
        radius = style.px(Radius.CONTROL)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, radius, radius)
        painter.end()


class ChoiceList(QComboBox):
    """A list of choices to open; it leaves the wheel to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # not WheelFocus: who scrolls chooses nothing

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class _WrappedList(ChoiceList):
    """A list whose chosen words stand in several lines where they are long; the list that opens is
    as wide as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _option(self, width: int) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect.setWidth(width)
        return option

    def _room(self, option: QStyleOptionComboBox) -> QRect:
        """Return where the words stand."""
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words chosen, no less than that of one line."""
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(40, self._room(self._option(width)).width()), 10_000)
        high = metrics.boundingRect(room, _WRAPPED, self.currentText()).height()
        one = super().sizeHint().height()
        return int(max(one, one + high - metrics.height()))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the size at the present width, narrow."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and arrow as the style does, and the words in lines."""
        painter = QStylePainter(self)
        option = self._option(self.width())
        room = self._room(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        live = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(live, QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | _WRAPPED, self.currentText())
        painter.end()

    def showPopup(self) -> None:
        """Open the list wide enough for its words, within the window."""
        view = self.view()
        wanted = view.sizeHintForColumn(0) + style.px(_POPUP_EXTRA_PX)
        view.setMinimumWidth(min(max(wanted, self.width()), self.window().width()))
        super().showPopup()


class ChoiceInput(QWidget):
    """One of several choices. Up to four whose words fit stand side by side.

    Signals:
        value_changed: The id of another choice was chosen by a person.
        value_settled: The same; for those who listen to `NumberSlider` likewise.
    """

    value_changed = Signal(str)
    value_settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty; give it choices with `set_choices`."""
        super().__init__(parent)
        self._choices: dict[str, str] = {}
        self._value = ""
        self.label = QLabel()
        self._help = QLabel()
        self._segments = _Segments()
        self.segments: list[Segment] = []
        self.list = _WrappedList()
        for text in (self.label, self._help):
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self._segments, self.list, self._help):
            self._column.addWidget(part)
        self._column.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._help.hide()
        self.list.activated.connect(self._on_activated)
        style.set_role(self._help, "muted")
        self._space()
        self._arrange()

    def set_texts(self, label: str, help: str = "") -> None:
        """Show what is chosen, and a line of help."""
        self.label.setText(label)
        self._help.setText(help)
        self._help.setVisible(bool(help))
        self._segments.setAccessibleName(label)
        self.list.setAccessibleName(label)
        self.list.setAccessibleDescription(help)
        self._name_segments()

    def set_choices(self, choices: dict[str, str]) -> None:
        """Offer `choices`, words by id; what was chosen stays, else the first is."""
        same = list(choices) == list(self._choices)
        self._choices = dict(choices)
        if not same:
            self._rebuild()
        for segment, words in zip(self.segments, choices.values(), strict=False):
            segment.setText(words)
        for index, words in enumerate(choices.values()):
            self.list.setItemText(index, words)
        if self._value not in choices:
            self._value = next(iter(choices), "")
        self._name_segments()
        self._show()
        self._arrange()

    def value(self) -> str:
        """Return the id of the choice."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another choice and tell nobody; raise `KeyError` for an unknown id."""
        if value not in self._choices:
            raise KeyError(value)
        self._value = value
        self._show()

    def side_by_side(self) -> bool:
        """Tell whether the choices stand side by side."""
        return not self._segments.isHidden()

    def _rebuild(self) -> None:
        for segment in self.segments:
            self._segments.row.removeWidget(segment)
            segment.deleteLater()
        self.segments = []
        with QSignalBlocker(self.list):
            self.list.clear()
            for choice in self._choices:
                self.list.addItem("", choice)
        if len(self._choices) > MOST_SEGMENTS:
            return
        for _choice in self._choices:
            segment = Segment(self._segments)
            segment.toggled.connect(self._on_toggled)
            self._segments.row.addWidget(segment)
            self.segments.append(segment)

    def _name_segments(self) -> None:
        for segment in self.segments:
            segment.setAccessibleName(segment.text())
            segment.setAccessibleDescription(self.label.text())

    def _show(self) -> None:
        ids = list(self._choices)
        with QSignalBlocker(self.list):
            self.list.setCurrentIndex(ids.index(self._value) if self._value in ids else -1)
        self.list.updateGeometry()  # other words may need more lines
        for choice, segment in zip(ids, self.segments, strict=False):
            with QSignalBlocker(segment):
                segment.setChecked(choice == self._value)
            segment.update()

    def _fits(self) -> bool:
        count = len(self.segments)
        if not 1 < count <= MOST_SEGMENTS:
            return False
        return sum(segment.sizeHint().width() for segment in self.segments) <= self.width()

    def _arrange(self) -> None:
        fits = self._fits()
        focused = self.list.hasFocus() or any(segment.hasFocus() for segment in self.segments)
        self._segments.setVisible(fits)
        self.list.setHidden(fits)
        chosen = next((segment for segment in self.segments if segment.isChecked()), None)
        target = chosen if fits and chosen is not None else self.list
        self.label.setBuddy(target)
        if focused:
            target.setFocus()

    def _on_toggled(self, on: bool) -> None:
        if on:
            for choice, segment in zip(self._choices, self.segments, strict=False):
                if segment is self.sender():
                    self._choose(choice)

    def _on_activated(self, index: int) -> None:
        self._choose(str(self.list.itemData(index)))

    def _choose(self, choice: str) -> None:
        if choice != self._value:
            self._value = choice
            self._show()
            self.value_changed.emit(choice)
            self.value_settled.emit(choice)

    def _space(self) -> None:
        self._column.setSpacing(style.px(6))

    def minimumSizeHint(self) -> QSize:
        """The choices may become a list, so it may be narrow."""
        return QSize(style.px(140), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the choices fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
            self._arrange()
