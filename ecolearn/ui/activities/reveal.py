"""Bringing a part of an activity into view: after its page was made anew, and while dragging."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from ecolearn.ui.theme import style

#: a page around it is laid out in several steps; after so many it is taken for finished
_MOST_STEPS = 12
_STEP_MS = 16


class Reveal(QObject):
    """Scrolls as little as needed, until everything has found its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._place: tuple[int, int] | None = None
        self._steps = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_step)

    def show(self, widget: QWidget) -> None:
        """Bring `widget` into view if it is in something that scrolls."""
        self._wanted, self._place, self._steps = widget, None, 0
        self._timer.start()

    @Slot()
    def _on_step(self) -> None:
        widget = self._wanted
        self._steps += 1
        area = area_of(widget) if widget is not None and shiboken6.isValid(widget) else None
        inside = area.widget() if area is not None else None
        if widget is None or area is None or inside is None or self._steps > _MOST_STEPS:
            self._timer.stop()
            return
        place = (widget.mapTo(inside, QPoint(0, 0)).y(), inside.height())
        if place != self._place:
            self._place = place
            area.ensureWidgetVisible(widget, 0, style.px(24))


def area_of(widget: QWidget) -> QScrollArea | None:
    """Return what scrolls `widget`; None if nothing does or it is not shown."""
    above = widget.parentWidget() if widget.isVisible() else None
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def scroll_near_edge(widget: QWidget, screen: QPoint) -> None:
    """Scroll on while something is dragged to the upper or lower edge of what can be seen."""
    area = area_of(widget)
    if area is None:
        return
    y, high, rim = area.viewport().mapFromGlobal(screen).y(), area.viewport().height(), style.px(40)
    bar = area.verticalScrollBar()
    if y < rim:
        bar.setValue(bar.value() - style.px(16))
    elif y > high - rim:
        bar.setValue(bar.value() + style.px(16))


__all__ = ["Reveal", "area_of", "scroll_near_edge"]
