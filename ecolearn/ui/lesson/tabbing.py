"""The order of the Tab key in a column that is built piece by piece.

Qt's own order is that of making: parts of a lesson made later (an opened fold, a chunk below)
would come after the buttons under the lesson. Here it is the order on the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

#: stops whose middles are nearer than this stand in one line, pixels
_LINE = 24


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
        x = one.mapTo(root, QPoint(0, 0)).x()
        places.append((_middle(one, root), x, number, one))
    places.sort(key=lambda place: place[:3])
    lined: list[tuple[int, int, int, QWidget]] = []
    line = 0
    for middle, x, number, one in places:
        if not lined or middle - line >= _LINE:
            line = middle
        lined.append((line, x, number, one))
    lined.sort(key=lambda place: place[:3])
    return [place[-1] for place in lined]


def next_to(gone: QWidget, root: QWidget) -> QWidget | None:
    """Return the stop inside `root` at or below the place of a widget that is hidden by now, else
    the last one, None if there is none."""
    found = stops(root)
    below = _middle(gone, root) - _LINE
    return next((one for one in found if _middle(one, root) > below), found[-1] if found else None)


def _middle(widget: QWidget, root: QWidget) -> int:
    """Return how far down the first line of a widget is, pixels."""
    return widget.mapTo(root, QPoint(0, 0)).y() + min(widget.height(), 40) // 2


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
