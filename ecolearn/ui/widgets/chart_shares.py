"""The drawing of shares of a whole."""

from __future__ import annotations

import math
from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets import chart_data as cd
from ecolearn.ui.widgets.chart_draw import CENTRE, LEFT, RIGHT, Drawing, Spot, rounded_up

COLOURS: Final = 6
"""Roles `chart_1` to `chart_6`; parts beyond begin again, hatched."""
_HATCHES: Final = (
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
)


class Shares(Drawing):
    """One bar of parts, and below it a list in the same order: its key and its figures."""

    @cached_property
    def _percents(self) -> list[int]:
        return cd.whole_percents([part.value for part in self.data.parts])

    def _percent(self, index: int) -> str:
        return self.words.percent(self._percents[index], self.data.parts[index].value)

    def _columns(self, width: float) -> tuple[float, float, float]:
        """Return the widths of label, percentage and value."""
        body, gap = self.fonts.body, style.px(Space.L)
        percent = max(
            (self.fonts.strong.width(self._percent(i)) for i in range(len(self.data.parts))),
            default=0,
        )
        value = max((body.width(self.words.with_unit(p.value)) for p in self.data.parts), default=0)
        percent, value = rounded_up(percent), rounded_up(value)
        room = width - style.px(24) - percent - value - 2 * gap
        widest = max((body.width(p.label) for p in self.data.parts), default=0)
        return max(style.px(60), min(widest, room)), percent, value

    def _rows(self, width: float) -> list[tuple[list[str], float]]:
        label = self._columns(width)[0]
        found = []
        for part in self.data.parts:
            lines, _cut = self.fonts.body.wrap(part.label, label, 2)
            found.append((lines, float(len(lines) * self.fonts.body.line + style.px(8))))
        return found

    def height(self, width: float) -> float:
        return style.px(40 + Space.M) + sum(height for _lines, height in self._rows(width))

    def brush(self, painter: QPainter, index: int) -> str:
        """Set the brush of part `index`; return the role of text upon it."""
        role = f"chart_{index % COLOURS + 1}"
        turn = index // COLOURS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(role))
        self._hatch = _HATCHES[(turn - 1) % len(_HATCHES)] if turn else None
        return "on_chart_odd" if index % 2 == 0 else "on_chart_even"

    def _box(self, painter: QPainter, box: QRectF, radius: float, index: int) -> str:
        ink = self.brush(painter, index)
        painter.drawRoundedRect(box, radius, radius)
        if self._hatch is not None:
            painter.setBrush(QBrush(self.theme.colour(ink), self._hatch))
            painter.drawRoundedRect(box, radius, radius)
        return ink

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.spots = []
        parts = self.data.parts
        total = math.fsum(part.value for part in parts)
        bar = QRectF(area.left(), self.snap_y(area.top()), area.width(), style.px(40))
        if total <= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("track"))
            painter.drawRoundedRect(bar, style.px(6), style.px(6))
        else:
            self._paint_bar(painter, bar, total)
        rows = self._rows(area.width())
        label, percent, value = self._columns(area.width())
        y, gap = bar.bottom() + style.px(Space.M), style.px(Space.L)
        body = self.fonts.body
        for index, (part, (lines, height)) in enumerate(zip(parts, rows, strict=True)):
            swatch = QRectF(
                area.left(),
                self.snap_y(y + style.px(4) + (body.line - style.px(14)) / 2),
                style.px(14),
                style.px(14),
            )
            self._box(painter, swatch, style.px(4), index)
            x = area.left() + style.px(24.0)
            painter.setFont(body.font)
            for number, line in enumerate(lines):
                box = QRectF(x, y + style.px(4) + number * body.line, label, body.line)
                self.text(painter, box, LEFT, line, "text")
            x += label + gap
            box = QRectF(x, y + style.px(4), percent, body.line)
            painter.setFont(self.fonts.strong.font)
            self.text(painter, box, RIGHT, self._percent(index), "text")
            x += percent + gap
            painter.setFont(body.font)
            box = QRectF(x, y + style.px(4), value, body.line)
            self.text(painter, box, RIGHT, self.words.with_unit(part.value), "muted")
            whole = QRectF(area.left(), y, area.width(), height)
            self.spots.append(Spot(whole, partial(self._said, index)))
            y += height

    def _said(self, index: int) -> str:
        return f"{self.words.part(self.data.parts[index])}, {self._percent(index)}"

    def _paint_bar(self, painter: QPainter, bar: QRectF, total: float) -> None:
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(bar, style.px(8), style.px(8))
        painter.setClipPath(clip)
        strong = self.fonts.strong
        shown = [i for i, part in enumerate(self.data.parts) if part.value > 0]
        gap = 2.0
        room = bar.width() - gap * (len(shown) - 1)
        x = bar.left()
        for index in shown:
            width = room * self.data.parts[index].value / total
            left, right = self.snap_x(x), self.snap_x(max(x + width, x + 1))
            box = QRectF(left, bar.top(), right - left, bar.height())
            ink = self._box(painter, box, 0, index)
            word = self._percent(index)
            if strong.width(word) + style.px(12) <= box.width() and self._hatch is None:
                painter.setFont(strong.font)
                self.text(painter, box, CENTRE, word, ink)
            self.spots.append(Spot(box, partial(self._said, index)))
            x += width + gap
        painter.restore()
