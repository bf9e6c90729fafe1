"""The order of the Tab key in a column that is built piece by piece.

Qt's own order is that of making: parts of a lesson made later (an opened fold, a chunk below)
would come after the buttons under the lesson. Here it is the order on the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def is_stop(widget: QWidget) -> bool:
    """Tell whether Tab stops at `widget`."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def stops(root: QWidget) -> list[QWidget]:
    """Return where Tab stops inside `root`, from top to bottom, from left to right."""
    found = [one for one in root.findChildren(QWidget) if is_stop(one)]
    inner = {id(one) for one in found}
    places: list[tuple[int, int, int, QWidget]] = []
    for number, one in enumerate(found):
        parent = one.parentWidget()
        if parent is not None and id(parent) in inner and parent is not root:
            continue  # a part of something that is a stop itself
        place = one.mapTo(root, QPoint(0, 0))
        middle = place.y() + min(one.height(), 40) // 2
        places.append((middle // 24, place.x(), number, one))
    return [place[-1] for place in sorted(places, key=_place)]


def _place(entry: tuple[int, int, int, QWidget]) -> tuple[int, int, int]:
    return entry[:3]


def outside(start: QWidget, forward: bool, root: QWidget) -> QWidget | None:
    """Return the next stop of the window's own order that is not inside `root`."""
    widget = start
    for _ in range(20_000):
        step = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if step is None or step is start:
            return None
        widget = step
        if widget is not root and not root.isAncestorOf(widget) and is_stop(widget):
            return widget if widget.window() is start.window() else None
    return None


def give(widget: QWidget, forward: bool) -> None:
    """Give the focus to `widget` as Tab would."""
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    widget.setFocus(reason)
