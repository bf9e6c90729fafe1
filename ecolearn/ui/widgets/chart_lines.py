"""The drawing of lines over numbers or dates."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets import chart_data as cd
from ecolearn.ui.widgets.chart_draw import CENTRE, LEFT, RIGHT, Drawing, Spot, rounded_up

#: lines of more points than this are curves: only their ends are marked
_MOST_MARKED = 12


class Lines(Drawing):
    """One to four lines over numbers or dates; each has its own mark and dashes."""

    def height(self, width: float) -> float:
        below = self.fonts.small.line * (2 if self.data.x_label else 1)
        return self.head_height(width) + style.px(230) + below + style.px(8)

    @cached_property
    def _dates(self) -> bool:
        return any(isinstance(p.x, date) for line in self.data.series for p in line.points)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.spots = []
        small = self.fonts.small
        top = self.paint_head(painter, area) + small.line / 2
        label = small.line if self.data.x_label else 0
        bottom = self.snap_y(area.bottom() - small.line - label - style.px(8))
        ticks = self.value_ticks(5, from_zero=False)
        words = self.tick_words(ticks)
        axis = rounded_up(max(small.width(word) for word in words) + style.px(Space.S))
        ends = [self.words.value(s.points[-1].y) for s in self.data.series if s.points]
        after = rounded_up(max((small.width(word) for word in ends), default=0) + style.px(14))
        left, right = area.left() + axis, area.right() - after
        scale = (bottom - top) / (ticks[-1] - ticks[0])
        painter.setFont(small.font)

        def place(value: float) -> float:
            return bottom - (value - ticks[0]) * scale

        for tick, word in zip(ticks, words, strict=True):
            y = place(tick)
            strong = tick == (0.0 if 0.0 in ticks else ticks[0])
            self.grid_line(painter, QPointF(left, y), QPointF(right, y), strong=strong)
            box = QRectF(area.left(), y - small.line / 2, axis - style.px(Space.S), small.line)
            self.text(painter, box, RIGHT, word, "muted")
        xs = sorted({cd.x_number(p.x) for line in self.data.series for p in line.points})
        if not xs:
            return
        low, span = xs[0], xs[-1] - xs[0]

        def across(x: float) -> float:
            return left + (x - low) / span * (right - left) if span else (left + right) / 2

        self._paint_x(painter, area, xs, across, bottom)
        if self.data.target is not None:
            y = self.snap_y(place(self.data.target.value))
            self.target_pen(painter)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        places = [
            [QPointF(across(cd.x_number(p.x)), place(p.y)) for p in line.points]
            for line in self.data.series
        ]
        for number, points in enumerate(places):
            self._paint_line(painter, number, points)
        for number, line in enumerate(self.data.series):
            for point, at in zip(line.points, places[number], strict=True):
                reach = style.px(10)
                spot = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
                self.spots.append(Spot(spot, partial(self._say, line.label, point)))
        self._paint_ends(painter, places, right, top, bottom)

    def _say(self, label: str, point: cd.Point) -> str:
        x = self.words.along(cd.x_number(point.x), dates=self._dates, span=0, whole=True)
        return f"{label}, {x}: {self.words.with_unit(point.y)}"

    def _paint_x(
        self,
        painter: QPainter,
        area: QRectF,
        xs: list[float],
        across: Callable[[float], float],
        bottom: float,
    ) -> None:
        small, span = self.fonts.small, xs[-1] - xs[0]

        def word(x: float) -> str:
            return self.words.along(x, dates=self._dates, span=span)

        widest = max(small.width(word(x)) for x in (xs[0], xs[-1])) + style.px(Space.M)
        most = max(2, math.floor((across(xs[-1]) - across(xs[0])) / widest))
        if self._clear(xs, across, word) and len(xs) <= 12:
            ticks = xs
        elif self._dates:
            ticks = cd.date_ticks(xs[0], xs[-1], most)
        else:
            if all(float(x).is_integer() for x in xs):
                most = min(most, max(1, int(span)))
            ticks = cd.inner_ticks(xs[0], xs[-1], min(most, 10))
        painter.setFont(small.font)
        taken = -math.inf
        for x in ticks:
            text = word(x)
            width = small.width(text)
            left = across(x) - width / 2
            left = max(area.left(), min(left, area.right() - width))
            self.grid_line(
                painter,
                QPointF(across(x), bottom),
                QPointF(across(x), bottom + style.px(4)),
                strong=True,
            )
            if left < taken:
                continue
            box = QRectF(left, bottom + style.px(6), width, small.line)
            self.text(painter, box, CENTRE, text, "muted")
            taken = left + width + style.px(Space.S)
        if self.data.x_label:
            box = QRectF(area.left(), area.bottom() - small.line, area.width(), small.line)
            shown = small.elide(self.data.x_label, area.width())
            self.text(painter, box, CENTRE, shown, "muted")

    def _clear(
        self, xs: list[float], across: Callable[[float], float], word: Callable[[float], str]
    ) -> bool:
        """Tell whether every x of the data can be labelled."""
        gap, taken = style.px(Space.S), -math.inf
        for x in xs[:13]:
            half = self.fonts.small.width(word(x)) / 2
            if across(x) - half < taken:
                return False
            taken = across(x) + half + gap
        return True

    def _pen(self, number: int) -> QPen:
        pen = QPen(self.theme.colour(f"chart_{number + 1}"), max(2.0, style.px(2.5)))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if number:
            pen.setDashPattern([[5.0, 2.5], [1.0, 2.5], [6.0, 2.5, 1.0, 2.5]][number - 1])
        return pen

    def _paint_line(self, painter: QPainter, number: int, points: list[QPointF]) -> None:
        painter.setPen(self._pen(number))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        self._set_mark_pen(painter, number)
        marked = points if len(points) <= _MOST_MARKED else points[:1] + points[-1:]
        for point in marked:
            self._paint_mark(painter, number, point)

    def _set_mark_pen(self, painter: QPainter, number: int) -> None:
        painter.setBrush(self.theme.colour(f"chart_{number + 1}"))
        painter.setPen(QPen(self.theme.colour(self.ground), max(1.5, style.px(1.5))))

    def _paint_mark(self, painter: QPainter, number: int, at: QPointF) -> None:
        """Paint a mark with the pen of marks: circle, square, triangle, diamond."""
        r = float(style.px(5))
        x, y = at.x(), at.y()
        if number == 0:
            painter.drawEllipse(at, r, r)
        elif number == 1:
            painter.drawRect(QRectF(x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r))
        elif number == 2:
            r *= 1.25
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(x, y - r), QPointF(x + r, y + 0.8 * r), QPointF(x - r, y + 0.8 * r)]
                )
            )
        else:
            r *= 1.3
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]
                )
            )

    def paint_sample(self, painter: QPainter, number: int, x: float, y: float) -> None:
        painter.setPen(self._pen(number))
        painter.drawLine(QPointF(x + 1, y), QPointF(x + style.px(26), y))
        self._set_mark_pen(painter, number)
        self._paint_mark(painter, number, QPointF(x + style.px(13), y))

    def _paint_ends(
        self,
        painter: QPainter,
        places: list[list[QPointF]],
        right: float,
        top: float,
        bottom: float,
    ) -> None:
        """Write the last value of each line beside it; pushed apart where lines end together."""
        small = self.fonts.small
        ends = sorted(
            (points[-1].y(), number)
            for number, points in enumerate(places)
            if points and points[-1].x() >= right - 1
        )
        painter.setFont(small.font)
        y = -math.inf
        room = len(ends)
        for index, (wanted, number) in enumerate(ends):
            y = max(wanted - small.line / 2, y)
            y = min(y, bottom + small.line / 2 - (room - index) * small.line)
            word = self.words.value(self.data.series[number].points[-1].y)
            box = QRectF(right + style.px(10), y, small.width(word), small.line)
            self.text(painter, box, LEFT, word, "text")
            y += small.line
