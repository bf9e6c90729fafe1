"""How charts are drawn: one class per kind, painting straight into a rectangle, nothing animated.

Text never overlaps and is never turned: it wraps, then is cut with an ellipsis (the whole text is
in the tooltip), and marks on axes are thinned out. Edges lie on device pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
)

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import FontSize, Space, Theme, Weight
from ecolearn.ui.widgets import chart_data as cd
from ecolearn.ui.widgets.text_fit import wrap_lines

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_PLAIN = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


class Type:
    """A font with its measures, which are remembered: measuring is what takes time."""

    _MOST: Final = 600

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.line = math.ceil(self.metrics.lineSpacing())
        self._widths: dict[str, float] = {}
        self._wrapped: dict[tuple[str, int, int], tuple[list[str], bool]] = {}

    def width(self, text: str) -> float:
        """Return the width of one line of `text`, in logical pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > self._MOST:
                self._widths.clear()
            found = self._widths[text] = math.ceil(self.metrics.horizontalAdvance(text))
        return found

    def wrap(self, text: str, width: float, most: int) -> tuple[list[str], bool]:
        """Break `text`, as `wrap_lines` does."""
        key = (text, math.floor(width), most)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) > self._MOST:
                self._wrapped.clear()
            if self.width(text) <= width:
                found = [text], False
            else:
                found = wrap_lines(text, self.font, max(width, 1.0), most)
            self._wrapped[key] = found
        return found

    def elide(self, text: str, width: float) -> str:
        """Cut `text` to `width`."""
        if self.width(text) <= width:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class Fonts:
    """The three kinds of type in a chart, at the zoom in force."""

    def __init__(self) -> None:
        self.body = Type(style.font(FontSize.BODY))
        self.small = Type(style.font(FontSize.MUTED))
        self.strong = Type(style.font(FontSize.BODY, Weight.STRONG))


@dataclass(frozen=True)
class Spot:
    """A place that says something when the pointer rests on it."""

    area: QRectF
    text: Callable[[], str]
    """Says it; asked only then, for painting has no time for words nobody reads."""


class Words(Protocol):
    """Texts a drawing needs from its chart, in the language of the interface."""

    def value(self, value: float) -> str:
        """Write a value without its unit."""

    def with_unit(self, value: float) -> str:
        """Write a value with its unit."""

    def along(self, x: float, *, dates: bool, span: float, whole: bool = False) -> str:
        """Write a place on the horizontal axis; a date as short as `span` days allow, unless it
        is wanted `whole`."""

    def percent(self, share: int, value: float) -> str:
        """Write a whole percentage."""

    def part(self, part: cd.Part) -> str:
        """Say a part in words."""

    def target(self, target: cd.Target) -> str:
        """Say the target in words, without the unit, which stands beside it."""


def rounded_up(width: float) -> float:
    """Return a width in steps of 8 px, so that a changed number moves nothing."""
    return math.ceil(width / 8) * 8


class Drawing:
    """The drawing of one chart. `height` measures, `paint` paints and fills `spots`."""

    def __init__(self, data: cd.ChartData, fonts: Fonts, words: Words, ground: str) -> None:
        """Draw `data` on the colour of the role `ground`."""
        self.data = data
        self.fonts = fonts
        self.words = words
        self.ground = ground
        self.spots: list[Spot] = []
        self._scale = 1.0
        self._origin = QPointF()

    def height(self, width: float) -> float:
        """Return the height the drawing needs at `width`, in logical pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint into `area`."""
        raise NotImplementedError

    @property
    def theme(self) -> Theme:
        """Colours in force."""
        return style.current()

    def aim(self, painter: QPainter) -> None:
        """Learn where the pixels of the device are that `painter` paints on."""
        where = painter.deviceTransform()
        self._scale = where.m11() or 1.0
        self._origin = QPointF(where.dx(), where.dy())

    def snap_x(self, x: float) -> float:
        """Return `x` moved to the nearest edge of a device pixel."""
        return (round(x * self._scale + self._origin.x()) - self._origin.x()) / self._scale

    def snap_y(self, y: float) -> float:
        """Return `y` moved to the nearest edge of a device pixel."""
        return (round(y * self._scale + self._origin.y()) - self._origin.y()) / self._scale

    def text(
        self, painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag, text: str, role: str
    ) -> None:
        """Write one line in the painter's font."""
        painter.setPen(self.theme.colour(role))
        painter.drawText(box, int(flags.value) | int(_PLAIN.value), text)

    def grid_line(
        self, painter: QPainter, one: QPointF, two: QPointF, *, strong: bool = False
    ) -> None:
        """Draw a hair line along an axis, exactly on device pixels."""
        hair = max(1, math.floor(self._scale)) / self._scale
        colour = self.theme.colour("border_strong" if strong else "border")
        if self.theme.contrast and not strong:
            colour.setAlphaF(0.35)
        x, y = self.snap_x(one.x()), self.snap_y(one.y())
        wide = one.y() == two.y()
        size = (two.x() - x, hair) if wide else (hair, two.y() - y)
        painter.fillRect(QRectF(x, y, *size), colour)

    # head: unit, keys of series, target

    def _keys(self) -> list[tuple[str, int, str]]:
        """Return (sort, number, words) of what stands above the drawing."""
        found = [("unit", 0, self.data.unit)] if self.data.unit else []
        if len(self.data.series) > 1:
            found += [("line", i, line.label) for i, line in enumerate(self.data.series)]
        if self.data.target is not None and self.data.kind != "shares":
            found.append(("target", 0, self.words.target(self.data.target)))
        return found

    def _head_lines(self, width: float) -> list[list[tuple[str, int, str]]]:
        lines: list[list[tuple[str, int, str]]] = []
        used = 0.0
        for key in self._keys():
            need = min(width, self._key_width(key))
            if lines and used + style.px(Space.L) + need <= width:
                lines[-1].append(key)
                used += style.px(Space.L) + need
            else:
                lines.append([key])
                used = need
        return lines

    def _key_width(self, key: tuple[str, int, str]) -> float:
        sample = 0 if key[0] == "unit" else style.px(32)
        return sample + self.fonts.small.width(key[2])

    def head_height(self, width: float) -> float:
        """Return the height of what stands above the drawing."""
        lines = len(self._head_lines(width))
        return lines * (self.fonts.small.line + style.px(4)) + style.px(6) if lines else 0.0

    def paint_head(self, painter: QPainter, area: QRectF) -> float:
        """Paint unit, keys and target; return where the drawing below begins."""
        small, y = self.fonts.small, area.top()
        for line in self._head_lines(area.width()):
            x = area.left()
            for key in line:
                sort, number, words = key
                middle = y + small.line / 2
                left = x
                if sort == "line":
                    self.paint_sample(painter, number, x, middle)
                    left += style.px(32)
                elif sort == "target":
                    self.target_pen(painter)
                    painter.drawLine(QPointF(x, middle), QPointF(x + style.px(26), middle))
                    left += style.px(32)
                room = area.right() - left
                painter.setFont(small.font)
                box = QRectF(left, y, room, small.line)
                shown = small.elide(words, room)
                self.text(painter, box, LEFT, shown, "muted" if sort == "unit" else "text")
                if shown != words:
                    self.spots.append(Spot(box, partial(str, words)))
                x += self._key_width(key) + style.px(Space.L)
            y += small.line + style.px(4)
        return area.top() + self.head_height(area.width())

    def paint_sample(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """Paint a short piece of line `number`; only lines have samples."""

    def target_pen(self, painter: QPainter) -> None:
        """Set the dashes of the target line."""
        pen = QPen(self.theme.colour("text"), max(2, style.px(2)))
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)

    # what bars and lines share

    def value_ticks(self, most: int, *, from_zero: bool = True) -> list[float]:
        """Return the ticks of the value axis."""
        values = self.data.values() or [0.0, 1.0]
        low, high = min(values), max(values)
        if from_zero or (low >= 0 and low < 0.5 * high):
            low, high = min(0.0, low), max(0.0, high)
        if low == high == 0:
            high = 1.0
        return cd.nice_ticks(low, high, most)

    def tick_words(self, ticks: list[float]) -> list[str]:
        """Return the labels of ticks, each different from the others."""
        found = [self.words.value(tick) for tick in ticks]
        if len(set(found)) < len(found):  # written too coarsely for this axis
            found = [cd.local_number(tick) for tick in ticks]
        return found

    def thinned(self, ticks: list[float], words: list[str], length: float) -> int:
        """Return the step, in ticks, at which labels stand clear of each other in `length`."""
        if len(ticks) < 2:
            return 1
        widest = max(self.fonts.small.width(word) for word in words) + style.px(Space.M)
        each = length / (len(ticks) - 1)
        return max(1, math.ceil(widest / each)) if each > 0 else len(ticks)
