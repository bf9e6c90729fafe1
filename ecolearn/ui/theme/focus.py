"""The ring around a button that was reached by keyboard.

The ring and the main colour differ too little to touch each other, so it lies around the button
with a gap. A style sheet can only draw inside a button, and a focus rule with other padding
changes its size hint; therefore one overlay, a sibling of the focused button, follows the focus.
As in a browser, a click with the mouse shows no ring. Fields and painted widgets show their
focus themselves.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Radius

GAP_PX = 2
WIDTH_PX = 2
_RINGED = (QPushButton, QToolButton, QCheckBox, QRadioButton)


_keyboard = False


def note_reason(reason: Qt.FocusReason) -> None:
    """Remember that the focus was moved by keyboard, if `reason` says so.

    Painted widgets call it from `focusInEvent`, so that arrow keys count as well.
    """
    global _keyboard
    if reason in (
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    ):
        _keyboard = True
    elif reason == Qt.FocusReason.MouseFocusReason:
        _keyboard = False


def is_visible_on(widget: QWidget) -> bool:
    """Return whether a widget has the focus and should show it.

    True while the keyboard was last used to move the focus, also for a focus that the program
    then sets itself; in high contrast themes always.
    """
    return widget.hasFocus() and (_keyboard or style.current().contrast)


class _Ring(QWidget):
    """A rounded frame that lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.current().colour("focus"), WIDTH_PX))
        half = WIDTH_PX / 2
        radius = style.px(Radius.CONTROL) + GAP_PX + half
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)


class FocusRing(QObject):
    """Keeps the ring around the focused button of the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        if new is None:
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            note_reason(Qt.FocusReason.MouseFocusReason)
        elif new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            note_reason(Qt.FocusReason.TabFocusReason)  # what the attribute stands for
        if isinstance(new, _RINGED) and is_visible_on(new):
            self._surround(new)

    def _drop(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.setParent(None)
            self._ring.deleteLater()
        self._ring = None

    def _surround(self, target: QWidget) -> None:
        """Lay the ring over the nearest ancestor that has room for it."""
        out = GAP_PX + WIDTH_PX
        chain = [target]
        parent = target.parentWidget()
        while parent is not None:
            place = QRect(target.mapTo(parent, QPoint()), target.size())
            room = parent.rect().contains(place.adjusted(-out, -out, out, out))
            if (room and not isinstance(parent, QSplitter)) or parent.isWindow():
                break
            chain.append(parent)
            parent = parent.parentWidget()
        if parent is None:
            return
        self._ring = _Ring(parent)
        self._watched = chain
        for widget in chain:
            widget.installEventFilter(self)
        self._place()
        self._ring.show()

    def _place(self) -> None:
        if self._ring is None or not shiboken6.isValid(self._ring):
            return
        target, parent = self._watched[0], self._ring.parentWidget()
        if parent is None:
            return
        out = GAP_PX + WIDTH_PX
        place = QRect(target.mapTo(parent, QPoint()), target.size())
        self._ring.setGeometry(place.adjusted(-out, -out, out, out))
        self._ring.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused button, and its ancestors up to the ring's parent."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif kind in (QEvent.Type.Hide, QEvent.Type.ParentAboutToChange):
            self._drop()
        return False


_ring: FocusRing | None = None


def install(app: QApplication) -> None:
    """Let the ring follow the focus of `app`, once."""
    global _ring
    if _ring is None or not shiboken6.isValid(_ring) or _ring.parent() is not app:
        _ring = FocusRing(app)
