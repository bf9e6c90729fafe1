"""Which widgets of a lesson are built, and where its blocks are in the column.

What is built is one stretch of the lesson: it begins where the learner is and grows at both ends.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import ProseView
from ecolearn.ui.lesson.registry import Maker, Unit, gap_before, units

#: design pixels between the header and the first block
_FIRST_GAP = 20


class Stack:
    """The widgets of `blocks` in `body`, made by `maker`, from the block `start` on."""

    def __init__(self, blocks: Sequence[b.Block], body: Column, maker: Maker, start: int) -> None:
        self.units = units(blocks)
        self.body = body
        self._maker = maker
        self._header = len(body.widgets())
        #: index of the first unit that is built
        self.low = self.unit_of(start)
        self.widgets: list[QWidget] = []

    @property
    def high(self) -> int:
        """Return the index of the unit after the last one that is built."""
        return self.low + len(self.widgets)

    @property
    def at_top(self) -> bool:
        """Tell whether the first unit is built."""
        return self.low == 0

    @property
    def at_end(self) -> bool:
        """Tell whether the last unit is built."""
        return self.high >= len(self.units)

    @property
    def complete(self) -> bool:
        """Tell whether everything is built."""
        return self.at_top and self.at_end

    def has(self, block: int) -> bool:
        """Tell whether the unit of a block is built."""
        return self.low <= self.unit_of(block) < self.high

    # ── making ────────────────────────────────────────────────────────────────────────────────

    def make_below(self) -> None:
        """Make the next unit below."""
        index = self.high
        widget = self._maker.make(self.units[index])
        self.body.add(widget, self._gap(index))
        self.widgets.append(widget)

    def make_above(self) -> None:
        """Make the next unit above; the caller has the column placed again."""
        index = self.low - 1
        widget = self._maker.make(self.units[index])
        self.body.insert(self._header, widget, self._gap(index))
        self.low = index
        self.widgets.insert(0, widget)

    def _gap(self, index: int) -> int:
        if index == 0:
            return _FIRST_GAP
        return gap_before(self.units[index], self.units[index - 1])

    # ── places ────────────────────────────────────────────────────────────────────────────────

    def unit_of(self, block: int) -> int:
        """Return the index of the unit that shows the block."""
        return max(0, bisect.bisect_right(self.units, block, key=_first) - 1)

    def widget_of(self, block: int) -> QWidget | None:
        """Return the widget that shows the block, if it is built."""
        return self.widgets[self.unit_of(block) - self.low] if self.has(block) else None

    def edges(self, block: int) -> tuple[float, float]:
        """Return upper and lower edge of a built block, in the column."""
        index = self.unit_of(block)
        unit, widget = self.units[index], self.widgets[index - self.low]
        if isinstance(widget, ProseView) and len(unit.blocks) > 1:
            inside = block - unit.first
            tops = [*widget.block_tops(), float(widget.height())]
            if inside + 1 < len(tops):
                return widget.y() + tops[inside], widget.y() + tops[inside + 1]
        return widget.y(), widget.y() + widget.height()

    def block_at(self, y: float) -> int:
        """Return the last built block that begins at or above `y`, -1 if none does."""
        place = bisect.bisect_right(self.widgets, y, key=QWidget.y) - 1
        if place < 0:
            return -1 if self.at_top or not self.widgets else self.units[self.low].first
        unit, widget = self.units[self.low + place], self.widgets[place]
        inside = 0
        if isinstance(widget, ProseView) and len(unit.blocks) > 1:
            inside = max(0, bisect.bisect_right(widget.block_tops(), y - widget.y()) - 1)
        return unit.first + inside

    @property
    def top(self) -> int:
        """Return the upper edge of what is built."""
        return self.widgets[0].y() if self.widgets else 0

    @property
    def bottom(self) -> int:
        """Return the lower edge of the last widget."""
        return self.widgets[-1].y() + self.widgets[-1].height() if self.widgets else 0


def _first(unit: Unit) -> int:
    return unit.first
