"""Drawings of bars: lying ones, and standing ones for few short labels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets import chart_data as cd
from ecolearn.ui.widgets.chart_draw import CENTRE, LEFT, RIGHT, Drawing, Spot, rounded_up
from ecolearn.ui.widgets.text_fit import longest_word_width


class _Bars(Drawing):
    """What lying and standing bars have in common."""

    def whisker(self, painter: QPainter, one: QPointF, two: QPointF) -> None:
        """Draw a range between two points, with caps across its ends and a halo."""
        cap = style.px(5)
        upright = one.x() == two.x()
        dx, dy = (cap, 0) if upright else (0, cap)
        width = max(2.0, style.px(2))
        for role, pen_width in ((self.ground, width + style.px(3)), ("text", width)):
            pen = QPen(self.theme.colour(role), pen_width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(one, two)
            for end in (one, two):
                painter.drawLine(
                    QPointF(end.x() - dx, end.y() - dy), QPointF(end.x() + dx, end.y() + dy)
                )

    def fill(self, painter: QPainter, part: cd.Part) -> None:
        """Set brush and pen for a bar."""
        if part.reference:
            colour = self.theme.colour("border_strong")
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour, max(1, style.px(1.5))))
        else:
            painter.setBrush(self.theme.colour("primary"))
            painter.setPen(Qt.PenStyle.NoPen)


class LyingBars(_Bars):
    """Bars one below the other; labels beside them, or above them where it is narrow."""

    def _beside(self, width: float) -> float:
        """Return the width of the column of labels; 0 if labels stand above the bars."""
        if width < style.px(400):
            return 0.0
        widest = max((self.fonts.body.width(part.label) for part in self.data.parts), default=0)
        return min(widest, round(width * 0.36))

    def _rows(self, width: float) -> list[tuple[list[str], float]]:
        """Return (lines of the label, height) of each bar."""
        column, body = self._beside(width), self.fonts.body
        found = []
        for part in self.data.parts:
            lines, _cut = body.wrap(part.label, column or width, 3)
            if column:
                height = max(style.px(36), len(lines) * body.line + style.px(10))
            else:
                height = len(lines) * body.line + style.px(34)
            found.append((lines, float(height)))
        return found

    def height(self, width: float) -> float:
        rows = sum(row[1] for row in self._rows(width))
        return self.head_height(width) + rows + self.fonts.small.line + style.px(8)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.spots = []
        top = self.snap_y(self.paint_head(painter, area))
        parts, rows = self.data.parts, self._rows(area.width())
        column = self._beside(area.width())
        ticks = self.value_ticks(5)
        words = [self.words.value(part.value) for part in parts]
        after, before = self._margin(words, 1), self._margin(words, -1)
        left = area.left() + (column + style.px(Space.M) if column else 0) + before
        right = max(left + style.px(40), area.right() - after)
        scale = (right - left) / (ticks[-1] - ticks[0])

        def place(value: float) -> float:
            return left + (value - ticks[0]) * scale

        bottom = top + sum(row[1] for row in rows)
        self._paint_axis(painter, ticks, place, top, bottom)
        y = top
        bars: list[QRectF] = []
        labels: list[tuple[QRectF, list[str]]] = []
        for part, (lines, height) in zip(parts, rows, strict=True):
            label = len(lines) * self.fonts.body.line
            box = QRectF(area.left(), y + style.px(4), area.width(), label)
            if column:
                box = QRectF(area.left(), y + (height - label) / 2, column, label)
            labels.append((box, lines))
            thick = float(style.px(20))
            bar_top = y + (height - thick) / 2 if column else box.bottom() + style.px(3)
            bar = QRectF(0, self.snap_y(bar_top), 0, thick)
            bar.setLeft(self.snap_x(min(place(0), place(part.value))))
            bar.setRight(self.snap_x(max(place(0), place(part.value))))
            self._paint_bar(painter, bar, part)
            bars.append(bar)
            whole = QRectF(area.left(), y, area.width(), height)
            self.spots.append(Spot(whole, partial(self.words.part, part)))
            y += height
        zero = place(0)
        self.grid_line(painter, QPointF(zero, top), QPointF(zero, bottom), strong=True)
        if self.data.target is not None:
            x = self.snap_x(place(self.data.target.value))
            self.target_pen(painter)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        for box, lines in labels:
            self._paint_label(painter, box, lines, over_lines=not column)
        for part, bar, word in zip(parts, bars, words, strict=True):
            self._paint_value(painter, bar, part, word, place)

    @staticmethod
    def _ends(part: cd.Part) -> tuple[float, float]:
        """Return the least and the greatest value the bar and its range reach."""
        values = [0.0, part.value]
        values += [n for n in (part.low, part.high) if n is not None]
        return min(values), max(values)

    def _margin(self, words: list[str], sign: int) -> float:
        """Return the room for values written after (1) or before (-1) their bars."""
        widths = [
            self.fonts.body.width(word)
            for word, part in zip(words, self.data.parts, strict=True)
            if (part.value < 0) == (sign < 0)
        ]
        return rounded_up(max(widths) + style.px(Space.S)) if widths else 0.0

    def _paint_axis(
        self,
        painter: QPainter,
        ticks: list[float],
        place: Callable[[float], float],
        top: float,
        bottom: float,
    ) -> None:
        words, small = self.tick_words(ticks), self.fonts.small
        step = self.thinned(ticks, words, place(ticks[-1]) - place(ticks[0]))
        zero = ticks.index(0.0) if 0.0 in ticks else 0
        painter.setFont(small.font)
        for index, (tick, word) in enumerate(zip(ticks, words, strict=True)):
            if (index - zero) % step:
                continue
            x = place(tick)
            self.grid_line(painter, QPointF(x, top), QPointF(x, bottom))
            half = small.width(word) / 2
            box = QRectF(max(0.0, x - half), bottom + style.px(4), 2 * half, small.line)
            self.text(painter, box, CENTRE, word, "muted")

    def _paint_label(
        self, painter: QPainter, box: QRectF, lines: list[str], *, over_lines: bool
    ) -> None:
        body = self.fonts.body
        painter.setFont(body.font)
        for index, words in enumerate(lines):
            line = QRectF(box.left(), box.top() + index * body.line, box.width(), body.line)
            if over_lines:
                width = body.width(words) + style.px(3)
                painter.fillRect(
                    QRectF(line.left(), line.top(), width, body.line),
                    self.theme.colour(self.ground),
                )
            self.text(painter, line, LEFT, words, "text")

    def _paint_bar(self, painter: QPainter, bar: QRectF, part: cd.Part) -> None:
        if bar.width() <= 0:
            return
        self.fill(painter, part)
        painter.drawPath(end_rounded(bar, "left" if part.value < 0 else "right"))

    def _paint_value(
        self,
        painter: QPainter,
        bar: QRectF,
        part: cd.Part,
        word: str,
        place: Callable[[float], float],
    ) -> None:
        """Draw the range and write the value, over whatever lines pass there."""
        middle = bar.center().y()
        if part.low is not None and part.high is not None:
            one, two = QPointF(place(part.low), middle), QPointF(place(part.high), middle)
            self.whisker(painter, one, two)
        least, greatest = self._ends(part)
        painter.setFont(self.fonts.body.font)
        width, line = self.fonts.body.width(word) + 2, self.fonts.body.line
        gap = style.px(6)
        x = place(least) - gap - width if part.value < 0 else place(greatest) + gap
        box = QRectF(x, middle - line / 2, width, line)
        painter.fillRect(box, self.theme.colour(self.ground))
        self.text(painter, box, RIGHT if part.value < 0 else LEFT, word, "text")


def end_rounded(bar: QRectF, end: str) -> QPainterPath:
    """Return a bar with round corners at its end only: `left`, `right` or `top`, `bottom`."""
    radius = min(style.px(4), (bar.width() if end in ("left", "right") else bar.height()))
    size = 2.0 * radius
    box = {
        "right": bar.adjusted(-size, 0, 0, 0),
        "left": bar.adjusted(0, 0, size, 0),
        "top": bar.adjusted(0, 0, 0, size),
        "bottom": bar.adjusted(0, -size, 0, 0),
    }[end]
    rounded, whole = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(box, radius, radius)
    whole.addRect(bar)
    return rounded.intersected(whole)


class StandingBars(_Bars):
    """Bars side by side, for few parts with short labels."""

    def fits(self, width: float) -> bool:
        """Tell whether every label fits below its bar, words unbroken."""
        band = self._band(width)
        if band < style.px(40):
            return False
        room, small = band - style.px(6), self.fonts.small
        return all(
            longest_word_width(part.label, small.font) <= room
            and not small.wrap(part.label, room, 3)[1]
            for part in self.data.parts
        )

    def _band(self, width: float) -> float:
        return (width - style.px(72)) / max(1, len(self.data.parts))

    def height(self, width: float) -> float:
        return self.head_height(width) + style.px(220) + self._label_height(self._band(width))

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.spots = []
        small = self.fonts.small
        top = self.paint_head(painter, area) + small.line
        bottom = self.snap_y(area.bottom() - self._label_height(self._band(area.width())))
        ticks = self.value_ticks(5)
        words = self.tick_words(ticks)
        labels = bottom
        if any(part.value < 0 for part in self.data.parts):
            bottom -= small.line
        axis = rounded_up(max(small.width(word) for word in words) + style.px(Space.S))
        left = area.left() + axis
        scale = (bottom - top) / (ticks[-1] - ticks[0])

        def place(value: float) -> float:
            return bottom - (value - ticks[0]) * scale

        painter.setFont(small.font)
        for tick, word in zip(ticks, words, strict=True):
            y = place(tick)
            self.grid_line(painter, QPointF(left, y), QPointF(area.right(), y), strong=tick == 0.0)
            box = QRectF(area.left(), y - small.line / 2, axis - style.px(Space.S), small.line)
            self.text(painter, box, RIGHT, word, "muted")
        band = (area.right() - left) / max(1, len(self.data.parts))
        columns = [
            QRectF(left + index * band, top, band, labels - top)
            for index in range(len(self.data.parts))
        ]
        bars = [
            self._paint_bar(painter, column, part, place)
            for column, part in zip(columns, self.data.parts, strict=True)
        ]
        if self.data.target is not None:
            y = self.snap_y(place(self.data.target.value))
            self.target_pen(painter)
            painter.drawLine(QPointF(left, y), QPointF(area.right(), y))
        painter.setFont(small.font)
        for column, bar, part in zip(columns, bars, self.data.parts, strict=True):
            self._paint_words(painter, column, bar, part, place)
            whole = column.adjusted(0, 0, 0, area.bottom() - labels)
            self.spots.append(Spot(whole, partial(self.words.part, part)))

    def _paint_bar(
        self, painter: QPainter, column: QRectF, part: cd.Part, place: Callable[[float], float]
    ) -> QRectF:
        """Paint the bar of `part` and return its place."""
        thick = min(style.px(56), column.width() * 0.62)
        bar = QRectF()
        bar.setLeft(self.snap_x(column.center().x() - thick / 2))
        bar.setRight(self.snap_x(column.center().x() + thick / 2))
        bar.setTop(self.snap_y(min(place(0), place(part.value))))
        bar.setBottom(self.snap_y(max(place(0), place(part.value))))
        if bar.height() > 0:
            self.fill(painter, part)
            painter.drawPath(end_rounded(bar, "bottom" if part.value < 0 else "top"))
        return bar

    def _paint_words(
        self,
        painter: QPainter,
        column: QRectF,
        bar: QRectF,
        part: cd.Part,
        place: Callable[[float], float],
    ) -> None:
        """Draw the range, write the value beyond the bar and the label below the axis."""
        small, down = self.fonts.small, part.value < 0
        reach = [bar.top(), bar.bottom()]
        if part.low is not None and part.high is not None:
            x = column.center().x()
            self.whisker(painter, QPointF(x, place(part.low)), QPointF(x, place(part.high)))
            reach += [place(part.low), place(part.high)]
        word = self.words.value(part.value)
        if small.width(word) <= column.width() - style.px(2):
            y = max(reach) + style.px(3) if down else min(reach) - style.px(3) - small.line
            width = small.width(word) + style.px(4)
            box = QRectF(column.center().x() - width / 2, y, width, small.line)
            painter.fillRect(box, self.theme.colour(self.ground))
            self.text(painter, box, CENTRE, word, "text")
        y = column.bottom() + style.px(6)
        for line in small.wrap(part.label, column.width() - style.px(6), 3)[0]:
            box = QRectF(column.left(), y, column.width(), small.line)
            self.text(painter, box, CENTRE, line, "text")
            y += small.line

    def _label_height(self, band: float) -> float:
        """Return the height of the labels below bands of this width."""
        room, small = band - style.px(6), self.fonts.small
        lines = [len(small.wrap(part.label, room, 3)[0]) for part in self.data.parts]
        return max(lines, default=1) * small.line + style.px(8)
