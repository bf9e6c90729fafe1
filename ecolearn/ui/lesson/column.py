"""A column of widgets whose heights follow from its width, without a QLayout.

A QVBoxLayout asks all its widgets again whenever one is added or changes; a lesson grows by
hundreds of widgets in small steps, so here adding one places only that one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ecolearn.ui.theme import style


def height_of(widget: QWidget, width: int) -> int:
    """Return the height `widget` needs at `width`, within its own limits."""
    if widget.hasHeightForWidth():
        height = widget.heightForWidth(width)
    else:
        height = widget.sizeHint().height()
    return min(max(height, widget.minimumHeight()), widget.maximumHeight())


class Column(QFrame):
    """Widgets below each other, each as wide as the column.

    Distances are design pixels: they are multiplied by the zoom in force.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        gap: int = 12,
        widest: int = 0,
    ) -> None:
        """Make an empty column.

        Args:
            parent: Parent widget.
            margins: Left, top, right, bottom, in design pixels.
            gap: Distance between widgets that were added without one.
            widest: Greatest width of the widgets, which are then centred; 0 means no limit.
        """
        super().__init__(parent)
        self._margins = margins
        self._gap = gap
        self._widest = widest
        self._entries: list[tuple[QWidget, int, int]] = []
        self._heights: dict[int, int] = {}
        self._bottom = 0
        self._placed_width = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ── contents ──────────────────────────────────────────────────────────────────────────────

    def add(self, widget: QWidget, gap: int | None = None, indent: int = 0) -> None:
        """Add `widget` below the last one, `gap` design pixels away and `indent` in."""
        if self._take(widget, len(self._entries), gap, indent) and self._is_placed():
            self._bottom = self._place_one(len(self._entries) - 1, self._bottom)

    def insert(self, index: int, widget: QWidget, gap: int | None = None) -> None:
        """Put `widget` before the one at `index`; nothing moves until `place` is called."""
        self._take(widget, index, gap, 0)

    def _is_placed(self) -> bool:
        return self._placed_width == self.width() and self.isVisible()

    def _take(self, widget: QWidget, index: int, gap: int | None, indent: int) -> bool:
        """Take a widget in; tell whether it shows."""
        asked_to_hide = widget.isHidden() and widget.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        )
        if widget.parent() is not self:
            widget.setParent(self)
        self._entries.insert(index, (widget, self._gap if gap is None else gap, indent))
        self._heights.clear()
        if asked_to_hide:
            return False
        inner, _ = self._inner(self.width())
        widget.resize(max(1, inner - style.px(indent)), widget.height())  # wraps once, not twice
        widget.show()  # before measuring: fonts of the style sheet come with it
        return True

    def widgets(self) -> list[QWidget]:
        """Return what was added, in order."""
        return [entry[0] for entry in self._entries]

    def clear(self) -> None:
        """Remove everything."""
        for widget, _, _ in self._entries:
            widget.hide()
            widget.deleteLater()
        self._entries.clear()
        self._heights.clear()
        self._bottom = 0
        self._placed_width = -1

    @property
    def bottom(self) -> int:
        """Return where the last placed widget ends, margin included."""
        return self._bottom + style.px(self._margins[3])

    # ── size ──────────────────────────────────────────────────────────────────────────────────

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all widgets need."""
        found = self._heights.get(width)
        if found is not None:
            return found
        top, bottom = style.px(self._margins[1]), style.px(self._margins[3])
        inner, _ = self._inner(width)
        height = top
        first = True
        for widget, gap, indent in self._entries:
            if widget.isHidden():
                continue
            height += 0 if first else style.px(gap)
            first = False
            height += height_of(widget, max(1, inner - style.px(indent)))
        height += bottom
        if self.isVisible():
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 480
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 1)

    def _inner(self, width: int) -> tuple[int, int]:
        """Return width and left edge of the widgets."""
        left, _, right, _ = (style.px(one) for one in self._margins)
        inner = max(1, width - left - right)
        if self._widest and inner > style.px(self._widest):
            narrowed = style.px(self._widest)
            return narrowed, left + (inner - narrowed) // 2
        return inner, left

    # ── placing ───────────────────────────────────────────────────────────────────────────────

    def place(self) -> int:
        """Place every widget at the present width; return the height that is needed."""
        self._placed_width = self.width()
        self._bottom = style.px(self._margins[1])
        for index in range(len(self._entries)):
            self._bottom = self._place_one(index, self._bottom)
        return self.bottom

    def _place_one(self, index: int, y: int) -> int:
        widget, gap, indent = self._entries[index]
        if widget.isHidden():
            return y
        inner, x = self._inner(self.width())
        if y > style.px(self._margins[1]):
            y += style.px(gap)
        inset = style.px(indent)
        height = height_of(widget, max(1, inner - inset))
        widget.setGeometry(x + inset, y, max(1, inner - inset), height)
        return y + height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything if the width changed."""
        super().resizeEvent(event)
        if self.width() != self._placed_width:
            self.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self._heights.clear()
        self.place()

    def event(self, event: QEvent) -> bool:
        """Follow a widget that needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.place()
            self.updateGeometry()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._heights.clear()
            self._placed_width = -1
