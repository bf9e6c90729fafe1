"""A small chart painted by itself: bars, lines or shares of a whole, with a text twin.

It is made for figures that change while a slider is dragged: new data repaints, and lays nothing
out again unless there are other parts. `ChartBox` adds the title and the same figures as a table.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QAccessible, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.widgets import chart_data as cd
from ecolearn.ui.widgets.accessible_role import set_accessible_role
from ecolearn.ui.widgets.chart_bars import LyingBars, StandingBars
from ecolearn.ui.widgets.chart_data import ChartData, NumberFormat, Part, Point, Series, Target
from ecolearn.ui.widgets.chart_draw import Drawing, Fonts, Words
from ecolearn.ui.widgets.chart_lines import Lines
from ecolearn.ui.widgets.chart_shares import Shares

__all__ = ["Chart", "ChartData", "NumberFormat", "Part", "Point", "Series", "Target"]

_MOST_SAID = 8


class Chart(QWidget):
    """Paints a `ChartData`. Its accessible name is the title, its description all the figures."""

    def __init__(self, data: ChartData | None = None, parent: QWidget | None = None) -> None:
        """Show `data`; nothing yet if there is none."""
        super().__init__(parent)
        set_accessible_role(self, QAccessible.Role.Chart)
        self._data = data if data is not None else ChartData("bars", "")
        self._format: NumberFormat = cd.local_number
        self._format_x: NumberFormat = cd.plain_number
        self._ground = "surface"
        self._fonts: Fonts | None = None
        self._drawing: Drawing | None = None
        self._drawn_width = -1.0
        self._height = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    # data

    def data(self) -> ChartData:
        """Return what is shown."""
        return self._data

    def set_data(self, data: ChartData) -> None:
        """Show other data; the height changes only if there are other parts or labels."""
        if data == self._data:
            return
        self._data = data
        self._renew()

    def set_format(self, values: NumberFormat, x: NumberFormat | None = None) -> None:
        """Write values with `values`, and numbers along the horizontal axis with `x`."""
        self._format = values
        self._format_x = x or cd.plain_number
        self._renew()

    def set_ground(self, role: str) -> None:
        """Say which role the colour beneath the chart has (`surface` unless told); figures are
        laid over lines with it."""
        self._ground = role
        self._renew()

    def headers(self) -> tuple[str, ...]:
        """Return the headers of `as_rows`."""
        data = self._data
        value = data.unit or self.tr("Value")
        if data.kind == "lines":
            first = data.x_label or (self.tr("Date") if self._has_dates() else "x")
            return (first, *(line.label for line in data.series))
        if data.kind == "shares":
            return (self.tr("Part"), value, self.tr("Share"))
        if any(part.low is not None for part in data.parts):
            return (self.tr("Name"), value, self.tr("Range"))
        return (self.tr("Name"), value)

    def as_rows(self) -> list[tuple[str, ...]]:
        """Return the figures as a table, written as in the chart."""
        data = self._data
        if data.kind == "lines":
            return self._line_rows()
        ranges = any(part.low is not None for part in data.parts)
        percents = cd.whole_percents([part.value for part in data.parts])
        rows: list[tuple[str, ...]] = []
        for part, percent in zip(data.parts, percents, strict=True):
            row: tuple[str, ...] = (part.label, self.value(part.value))
            if data.kind == "shares":
                row += (self.percent(percent, part.value),)
            elif ranges:
                row += (self._range(part),)
            rows.append(row)
        if data.target is not None and data.kind == "bars":
            value = self.value(data.target.value)
            rows.append((data.target.label, value, *([""] if ranges else [])))
        return rows

    def _line_rows(self) -> list[tuple[str, ...]]:
        xs: dict[float, float | date] = {}
        for line in self._data.series:
            xs.update({cd.x_number(point.x): point.x for point in line.points})
        columns = [
            {cd.x_number(point.x): self.value(point.y) for point in line.points}
            for line in self._data.series
        ]
        span = max(xs) - min(xs) if xs else 0.0
        rows = [
            (
                self.along(x, dates=isinstance(xs[x], date), span=span, whole=True),
                *(column.get(x, "") for column in columns),
            )
            for x in sorted(xs)
        ]
        if self._data.target is not None:
            target = self._data.target
            rows.append((target.label, *(self.value(target.value) for _ in columns)))
        return rows

    # words for the drawing

    def value(self, value: float) -> str:
        """Write a value without its unit."""
        return self._format(value)

    def with_unit(self, value: float) -> str:
        """Write a value with its unit."""
        number = self._format(value)
        if not self._data.unit:
            return number
        return self.tr("{number} {unit}").format(number=number, unit=self._data.unit)

    def along(self, x: float, *, dates: bool, span: float, whole: bool = False) -> str:
        """Write a place on the horizontal axis; a date as short as `span` days allow, unless it
        is wanted `whole`."""
        if dates:
            return cd.local_day(date.fromordinal(round(x)), 0 if whole else span, year=whole)
        return self._format_x(x)

    def percent(self, share: int, value: float) -> str:
        """Write a whole percentage; a part that is there is never 0 %."""
        if share == 0 and value > 0:
            return self.tr("<1%")
        return self.tr("{number}%").format(number=share)

    def part(self, part: Part) -> str:
        """Say a bar or a part: "Fridge: 350 kWh (300–400)"."""
        words = self.tr("{name}: {value}").format(name=part.label, value=self.with_unit(part.value))
        return f"{words} ({self._range(part)})" if part.low is not None else words

    def target(self, target: Target) -> str:
        """Say the target; the unit stands beside it."""
        return self.tr("{name}: {value}").format(name=target.label, value=self.value(target.value))

    def _range(self, part: Part) -> str:
        if part.low is None or part.high is None:
            return ""
        return f"{self.value(part.low)}–{self.value(part.high)}"

    def _has_dates(self) -> bool:
        return any(isinstance(p.x, date) for line in self._data.series for p in line.points)

    # the text twin

    def sentence(self) -> str:
        """Return everything the chart says in words."""
        data = self._data
        if data.kind == "lines":
            found = self.tr("Lines: {items}").format(
                items="; ".join(self._say_line(line) for line in data.series)
            )
        elif data.kind == "shares":
            percents = cd.whole_percents([part.value for part in data.parts])
            found = self.tr("Shares: {items}").format(
                items="; ".join(
                    f"{self.part(part)}, {self.percent(percent, part.value)}"
                    for part, percent in zip(data.parts, percents, strict=True)
                )
            )
        else:
            found = self.tr("Bars: {items}").format(
                items="; ".join(self.part(part) for part in data.parts)
            )
        if data.target is not None and data.kind != "shares":
            target = data.target
            found += ". " + self.part(Part(target.label, target.value))
        return found

    def _say_line(self, line: Series) -> str:
        if not line.points:
            return self.tr("{name}: nothing yet").format(name=line.label)
        dates = self._has_dates()

        def say(point: Point) -> str:
            where = self.along(cd.x_number(point.x), dates=dates, span=0, whole=True)
            return self.tr("{place}: {value}").format(place=where, value=self.with_unit(point.y))

        if len(line.points) <= _MOST_SAID:
            return f"{line.label} – " + ", ".join(say(point) for point in line.points)
        least = min(line.points, key=lambda point: point.y)
        greatest = max(line.points, key=lambda point: point.y)
        return self.tr(
            "{name} – first {first}, last {last}, lowest {lowest}, highest {highest}"
        ).format(
            name=line.label,
            first=say(line.points[0]),
            last=say(line.points[-1]),
            lowest=say(least),
            highest=say(greatest),
        )

    def _describe(self) -> None:
        self.setAccessibleName(self._data.title)
        self.setAccessibleDescription(self.sentence())

    # size and painting

    def _renew(self) -> None:
        self._drawing = None
        self._describe()
        if self._needed(self.width()) != self._height:
            self._height = self._needed(self.width())
            self.updateGeometry()
        self.update()

    def _draw(self, width: float) -> Drawing:
        """Return the drawing at `width`, the one in use if it still fits."""
        if self._drawing is None or self._drawn_width != width:
            if self._fonts is None:
                self._fonts = Fonts()
            self._drawing = drawing(self._data, self._fonts, self, width, self._ground)
            self._drawn_width = width
        return self._drawing

    def _needed(self, width: float) -> int:
        if self._fonts is None:
            self._fonts = Fonts()
        return round(drawing(self._data, self._fonts, self, width, self._ground).height(width))

    def hasHeightForWidth(self) -> bool:
        """Labels wrap, so the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the drawing needs."""
        return self._needed(width)

    def sizeHint(self) -> QSize:
        """Return a usual width and the height that goes with the one in force."""
        wide = style.px(560)
        return QSize(wide, self._needed(self.width() if self.isVisible() else wide))

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as a sidebar."""
        return QSize(style.px(200), style.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything anew."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = self._draw(self.width())
        drawn.aim(painter)
        drawn.paint(painter, QRectF(self.rect()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say what lies beneath the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.spot_at(event.pos().x(), event.pos().y())
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def spot_at(self, x: float, y: float) -> str:
        """Return what is said about the place (`x`, `y`), or nothing."""
        if self._drawing is None:
            return ""
        for spot in reversed(self._drawing.spots):
            if spot.area.contains(x, y):
                return spot.text()
        return ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow zoom, theme and language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fonts = None
            self._renew()
        elif event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self._renew()


def drawing(data: cd.ChartData, fonts: Fonts, words: Words, width: float, ground: str) -> Drawing:
    """Return the drawing of `data` that reads best at `width` logical pixels."""
    if data.kind == "lines":
        return Lines(data, fonts, words, ground)
    if data.kind == "shares":
        return Shares(data, fonts, words, ground)
    if data.vertical:
        standing = StandingBars(data, fonts, words, ground)
        if standing.fits(width):
            return standing
    return LyingBars(data, fonts, words, ground)
