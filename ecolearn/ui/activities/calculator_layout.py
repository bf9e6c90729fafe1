"""Inputs beside results where there is room, below each other where there is not.

Beside long inputs the results stay in sight while the page is scrolled.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from ecolearn.ui.lesson.column import height_of
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space

#: from this width on, at scale 1, results stand beside inputs; a card in a
#: window of 1024×768 has it
WIDE_PX = 600
#: inputs that are taller than this, at scale 1, are scrolled with the results in sight
TALL_PX = 720


class Beside(QWidget):
    """Two widgets beside each other or below each other, a third below both; see the module text.

    The third goes below the second where the first leaves room for it and a page shows all.
    """

    def __init__(self, left: QWidget, right: QWidget, below: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._left, self._right, self._below = left, right, below
        self._scroll: QAbstractScrollArea | None = None
        #: what stays in sight, with its top while nothing is scrolled, and how far it may sink
        self._stuck: list[tuple[QWidget, int]] = []
        self._most = 0
        for part in (left, right, below):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ── heights ───────────────────────────────────────────────────────────────────────────────

    def is_wide(self, width: int = -1) -> bool:
        """Tell whether the two stand beside each other: where no long word or unit is cut."""
        width = self.width() if width < 0 else width
        if self._left.isHidden() or width < style.px(WIDE_PX):
            return False
        return self._left.minimumSizeHint().width() <= self._columns(width)[0]

    def hasHeightForWidth(self) -> bool:
        """Everything in it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all three need."""
        return max(bottom for _, _, bottom in self._places(width).values())

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = self.width() if self.width() > 0 else style.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never force a window to be wide."""
        return QSize(40, 1)

    def _columns(self, width: int) -> tuple[int, int]:
        gap = style.px(Space.XL)
        left = (width - gap) // 2
        return left, width - gap - left

    def _places(self, width: int) -> dict[QWidget, tuple[int, int, int]]:
        """Return widget → (top, height, bottom of the whole up to it)."""
        gap = style.px(Space.L)
        parts = [one for one in (self._left, self._right, self._below) if not one.isHidden()]
        if not parts:
            return {self._left: (0, 0, 0)}
        found: dict[QWidget, tuple[int, int, int]] = {}
        if not self.is_wide(width):
            top = 0
            for part in parts:
                high = height_of(part, width)
                found[part] = (top, high, top + high)
                top += high + gap
            return found
        left, right = self._columns(width)
        high = height_of(self._left, left)
        results = height_of(self._right, right) if not self._right.isHidden() else 0
        found[self._left] = (0, high, high)
        found[self._right] = (0, results, results)
        if not self._below.isHidden():
            narrow = height_of(self._below, right)
            if results + gap + narrow <= high <= style.px(TALL_PX):
                found[self._below] = (results + gap, narrow, results + gap + narrow)
            else:
                top = max(high, results) + gap
                whole = height_of(self._below, width)
                found[self._below] = (top, whole, top + whole)
        return found

    # ── placing ───────────────────────────────────────────────────────────────────────────────

    def place(self) -> None:
        """Place everything at the present width."""
        width = self.width()
        places = self._places(width)
        wide = self.is_wide(width)
        left, right = self._columns(width)
        x = width - right
        self._stuck, tall = [], 0
        for part, (top, high, bottom) in places.items():
            beside = wide and part is not self._left and bottom <= places[self._left][2]
            column = wide and (part is self._right or (beside and part is self._below))
            if column:
                part.setGeometry(x, top, right, high)
            else:
                part.setGeometry(0, top, left if wide and part is self._left else width, high)
            if beside:
                self._stuck.append((part, top))
                tall = max(tall, bottom)
        self._most = max(0, places[self._left][2] - tall) if self._stuck else 0
        self._follow()

    def _follow(self) -> None:
        """Keep the results in sight: no higher than the top of the page, no lower than the
        inputs."""
        if self._scroll is None or not self._stuck:
            return
        port = self._scroll.viewport()
        top = -self.mapTo(port, QPoint(0, 0)).y() + style.px(Space.S)
        sunk = min(max(top, 0), self._most)
        for part, at in self._stuck:
            if part.y() != at + sunk:
                part.move(part.x(), at + sunk)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the page that is scrolled."""
        super().showEvent(event)
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        if parent is not self._scroll:
            self._scroll = parent
            if parent is not None:
                parent.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.place()

    @Slot()
    def _on_scrolled(self) -> None:
        self._follow()

    def event(self, event: QEvent) -> bool:
        """Follow a part that needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
            self.updateGeometry()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
