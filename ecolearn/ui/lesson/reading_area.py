"""A scroll area for reading: its keys, its order of Tab, and how it shows that it has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ecolearn.ui.lesson import tabbing
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.theme import focus, style


class ReadingArea(QScrollArea):
    """Scrolls down, never sideways; `body` is what is read."""

    body: Column

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = _FocusMark(self)

    def to_top(self) -> None:
        """Scroll to the upper end."""
        self.verticalScrollBar().setValue(0)

    def to_end(self) -> None:
        """Scroll to the lower end."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark at the left edge."""
        super().resizeEvent(event)
        self._mark.setGeometry(0, 0, style.px(4), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys scroll the lesson now."""
        super().focusInEvent(event)
        self._mark.setVisible(focus.is_visible_on(self))
        self._mark.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self._mark.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on with Space, back with Shift+Space; Home and End go to the ends."""
        bar = self.verticalScrollBar()
        page = self.viewport().height() - style.px(48)
        key = event.key()
        if key == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-page if back else page))
        elif key == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + page)
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - page)
        elif key == Qt.Key.Key_Home:
            self.to_top()
        elif key == Qt.Key.Key_End:
            self.to_end()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = style.px(48)
            bar.setValue(bar.value() + (step if key == Qt.Key.Key_Down else -step))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the lesson from top to bottom, whatever was made when, and bring what has
        the focus into view; then on to what follows the lesson."""
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.body.isAncestorOf(focused)):
            return super().focusNextPrevChild(forward)
        found = tabbing.stops(self.body)
        target: QWidget | None = None
        if focused is self:
            if forward:
                top = self.verticalScrollBar().value()
                target = next((one for one in found if self._bottom_of(one) > top), None)
        else:
            inside = [
                n for n, one in enumerate(found) if one is focused or one.isAncestorOf(focused)
            ]
            place = (inside[0] if inside else -1) + (1 if forward else -1)
            if not inside:  # it was hidden just now: nobody pressed Tab, so nothing scrolls
                target = tabbing.next_to(focused, self.body)
                if target is not None:
                    tabbing.give(target, forward)
                    return True
            elif 0 <= place < len(found):
                target = found[place]
            elif place < 0:
                target = self
        if target is None:
            target = tabbing.outside(self, forward, self)
        if target is None:
            return False
        tabbing.give(target, forward)
        if self.body.isAncestorOf(target):
            self._show_widget(target)
        return True

    def _bottom_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.body, QPoint(0, 0)).y() + widget.height()

    def _show_widget(self, widget: QWidget) -> None:
        top = widget.mapTo(self.body, QPoint(0, 0)).y()
        self._show_span(top, top + widget.height())

    def _show_span(self, top: int, bottom: int) -> None:
        """Scroll as little as needed to see the span; its top if it is too high."""
        bar, rim, high = self.verticalScrollBar(), style.px(24), self.viewport().height()
        if top - rim < bar.value():
            bar.setValue(top - rim)
        elif bottom + rim > bar.value() + high:
            bar.setValue(min(top - rim, bottom + rim - high))


class _FocusMark(QWidget):
    """A line at the left edge while the lesson itself has the focus. A frame around the lesson
    would have to be painted anew with every step of scrolling."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), style.current().colour("focus"))


class Body(Column):
    """The column of a lesson: tells the view when its height changed."""

    resized_self: Callable[[], None] | None = None

    def event(self, event: QEvent) -> bool:
        """Follow a widget that needs another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.resized_self is not None:
            self.resized_self()
        return done
