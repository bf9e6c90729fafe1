"""Tiles to move about, with the mouse or by keys: for matching and sorting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.items.rows import paint_frame, paint_key
from ecolearn.ui.items.slot import Slot
from ecolearn.ui.items.text import MediaFinder, Titles, WrapLabel, plain, text_widget
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX

_MARKS = {
    "right": ("ok_soft", "ok", "circle-check"),
    "wrong": ("danger_soft", "danger", "circle-x"),
    "missed": ("surface", "muted", "circle-minus"),
}


class Tile(QAbstractButton):
    """A thing that can be picked up, carried and put down.

    Signals:
        carried(object): It is being carried; the place of the pointer on the screen (QPoint).
        put_down(object): It was let go there.
        taken_back: Delete or Backspace was pressed on it.
        moved(int): An arrow key: -1 to the one before, 1 to the next.
        entered: It got the focus.
    """

    carried = Signal(object)
    put_down = Signal(object)
    taken_back = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, name: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.key = key
        self.active = False  #: number keys act on it
        self.used = False  #: it stands somewhere else already
        self.mark = ""
        self._word = ""
        self._locked = False
        self._carrying = False
        self._pressed_at: QPoint | None = None
        self._widget: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._across = QHBoxLayout(self)
        self._across.setSpacing(0)
        self._down = QVBoxLayout()
        self._down.setSpacing(0)
        self._below = Slot(self, gap=2)
        self._down.addStretch(1)
        self._down.addWidget(self._below)
        self._down.addStretch(1)
        self._across.addLayout(self._down)
        self._set_margins()

    def set_text(
        self, text: str, media: MediaFinder | None = None, titles: Titles | None = None
    ) -> None:
        """Show Markdown `text`."""
        if self._widget is not None:
            self._down.removeWidget(self._widget)
            self._widget.hide()
            self._widget.deleteLater()
        self._widget = text_widget(text, media, titles=titles)
        self._widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._down.insertWidget(1, self._widget)
        self.setAccessibleName(plain(text))

    def set_mark(
        self, mark: str, word: str = "", feedback: str = "", titles: Titles | None = None
    ) -> None:
        """Show "right", "wrong", "missed" or "" with a word for it and feedback."""
        self.mark, self._word = mark, word
        said = [text for text in (word, plain(feedback)) if text]
        if not (mark and word):
            if self._below.inside is not None:
                self._below.put(None)
        else:
            box = QWidget()
            down = QVBoxLayout(box)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(style.px(2))
            ink = {"right": "ok", "wrong": "danger"}.get(mark, "muted")
            down.addWidget(WrapLabel(word, role="verdict", colour=ink))
            if feedback:
                down.addWidget(text_widget(feedback, titles=titles, role="muted"))
            self._below.put(box)
        self.setAccessibleDescription(". ".join(said))
        self._set_margins()
        self.update()

    def set_active(self, active: bool) -> None:
        """Show whether number keys act on it."""
        if active != self.active:
            self.active = active
            self.update()

    def set_used(self, used: bool) -> None:
        """Show whether it stands somewhere else already."""
        if used != self.used:
            self.used = used
            self._set_margins()
            self.update()

    def set_locked(self, locked: bool) -> None:
        """Keep it where it is."""
        self._locked = locked
        shape = Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
        self.update()

    @property
    def grip(self) -> QPoint:
        """Return where it was taken."""
        return self._pressed_at if self._pressed_at is not None else self.rect().center()

    # ── picking up ────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._locked:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            far = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if self._carrying or far >= QApplication.startDragDistance():
                self._carrying = True
                self.setDown(False)
                self.carried.emit(event.globalPosition().toPoint())
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self._carrying, self._pressed_at = self._carrying, False, None
        if carrying:
            self.setDown(False)
            self.put_down.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._locked:
            self.taken_back.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left) and not event.modifiers():
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right) and not event.modifiers():
            self.moved.emit(1)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    # ── looks ─────────────────────────────────────────────────────────────────────────────────

    def _set_margins(self) -> None:
        px = style.px
        left = px(12) + (px(32) if self.key else 0)
        right = px(12) + (px(26) if self.mark or self.used else 0)
        self._across.setContentsMargins(left, px(9), right, px(9))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(style.px(TARGET_PX + 4), self._across.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        hint = self._across.totalSizeHint()
        return QSize(max(hint.width(), style.px(72)), max(style.px(TARGET_PX + 4), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(72), style.px(TARGET_PX + 4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = style.current(), style.px
        first = float(min(self.height(), px(TARGET_PX + 4)))
        if self.mark:
            ground, border, icon = _MARKS[self.mark]
            paint_frame(painter, self, ground, border, strong=self.mark != "missed")
            place = QRectF(self.width() - px(12 + 20), (first - px(20)) / 2, px(20), px(20))
            icons.paint_icon(painter, icon, place, theme.colour(border))
        else:
            if self.active and not self._locked:
                paint_frame(painter, self, "primary_soft", "primary", strong=True)
            elif self.used:
                paint_frame(painter, self, "sunken", "border")
                place = QRectF(self.width() - px(12 + 18), (first - px(18)) / 2, px(18), px(18))
                icons.paint_icon(painter, "check", place, theme.colour("muted"))
            else:
                hover = self.underMouse() and not self._locked
                ground = "sunken" if hover else "surface"
                paint_frame(painter, self, ground, "border" if self._locked else "border_strong")
        if self.key:
            paint_key(painter, self.key, px(12 + 24), first)


class Ghost(QWidget):
    """The picture of a tile under the pointer while it is carried, at the spot it was taken by."""

    def __init__(self, picture: QPixmap, grip: QPoint, parent: QWidget) -> None:
        super().__init__(_page_of(parent))
        self._picture = picture
        self._grip = grip
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(picture.deviceIndependentSize().toSize())
        self.show()
        self.raise_()

    def follow(self, screen: QPoint) -> None:
        """Lie under the pointer."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.mapFromGlobal(screen) - self._grip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.85)
        painter.drawPixmap(0, 0, self._picture)


def _page_of(widget: QWidget) -> QWidget:
    """Return the page that scrolls with `widget`, so that nothing carried is cut off at its edge;
    `widget` itself where nothing scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return above.viewport()
        above = above.parentWidget()
    return widget


class TileFlow(QLayout):
    """Tiles side by side, as wide as they are, in as many rows as they need.

    From the tile `trailing` on they stand at the end of the row; -1 = none does.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, trailing: int = -1) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._trailing = trailing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, True)

    def sizeHint(self) -> QSize:
        width = style.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(style.px(96), style.px(TARGET_PX))

    def _lay_out(self, room: QRect, place: bool) -> int:
        gap = style.px(self._gap)
        rows: list[list[tuple[QLayoutItem, int]]] = [[]]
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room.width())
            if rows[-1] and x + width > room.width():
                rows.append([])
                x = 0
            rows[-1].append((item, width))
            x += width + gap
        y = room.top()
        for row in rows:
            if not row:
                continue
            height = max(
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, width in row
            )
            x = room.left()
            spare = room.width() - sum(width + gap for _, width in row) + gap
            for item, width in row:
                if 0 <= self._trailing <= self._items.index(item):
                    x, spare = x + spare, 0
                if place:
                    item.setGeometry(QRect(x, y, width, height))
                x += width + gap
            y += height + gap
        return max(0, y - gap - room.top()) if rows[0] else 0


__all__ = ["Ghost", "Tile", "TileFlow"]
