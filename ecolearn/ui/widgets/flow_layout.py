"""A grid of equal cards with as many columns as fit."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space

MIN_ITEM_PX = 270


class FlowLayout(QLayout):
    """Lays items out in rows of equal columns; items of a row are equally high.

    Three columns fit the smallest window, a scroll bar included. Widths are zoomed, so a larger
    text gets fewer columns rather than a sideways scroll bar.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        min_item: int = MIN_ITEM_PX,
        spacing: int = Space.L,
        max_columns: int = 0,
    ) -> None:
        """Make an empty grid.

        Args:
            parent: Widget to lay out. Never nest it in another layout with `addLayout`: while such
                a tree is destroyed PySide 6.11 clears the items of the inner layout first, Qt
                still asks for its size, and the program crashes.
            min_item: Least width of a column, in pixels at scale 1.
            spacing: Distance of items, in pixels at scale 1.
            max_columns: Most columns; 0 for as many as fit.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._min_item = min_item
        self._gap = spacing
        self._max_columns = max_columns
        self.setContentsMargins(QMargins())

    def columns(self, width: int) -> int:
        """Return how many columns fit `width` logical pixels; at least one."""
        gap = style.px(self._gap)
        fit = max(1, (width + gap) // (style.px(self._min_item) + gap))
        return min(fit, self._max_columns) if self._max_columns else fit

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Remove every item and delete its widget."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        width = 3 * style.px(self._min_item) + 2 * style.px(self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        width = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(width + margins.left() + margins.right(), 0)

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        """Lay the visible items out in `rect`, or only measure; return the height needed."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        gap = style.px(self._gap)
        columns = self.columns(area.width())
        width = (area.width() - gap * (columns - 1)) / columns
        visible = [item for item in self._items if not item.isEmpty()]
        y = area.top()
        for first in range(0, len(visible), columns):
            row = visible[first : first + columns]
            height = max(self._height(item, int(width)) for item in row)
            if apply:
                for column, item in enumerate(row):
                    left = round(area.left() + column * (width + gap))
                    right = round(area.left() + column * (width + gap) + width)
                    item.setGeometry(QRect(left, y, right - left, height))
            y += height + gap
        if visible:
            y -= gap
        return y - area.top() + margins.top() + margins.bottom()

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        if item.hasHeightForWidth():
            return item.heightForWidth(width)
        return item.sizeHint().height()
