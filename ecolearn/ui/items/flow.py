"""Text that flows around things: formulas, links, and the fields of a cloze.

A `QTextDocument` can hold no widgets, and one document an answer is slow; here words are painted
and the few things one can reach by keyboard are child widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ecolearn.content.blocks import MathRun, Run
from ecolearn.content.tex_words import readable
from ecolearn.ui.lesson.math import Formula
from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.fonts import code_font

_LEADING = 1.18
Piece = Run | MathRun | QWidget


@dataclass(slots=True)
class _Box:
    """A word, a formula or a widget; `gap` is the space before it, None where no line may end."""

    width: float
    ascent: float
    descent: float
    gap: float | None
    text: str = ""
    font: QFont | None = None
    formula: Formula | None = None
    widget: QWidget | None = None
    newline: bool = False
    x: float = 0.0
    baseline: float = 0.0


class InlineLink(QAbstractButton):
    """A link in a line, reached with Tab.

    Signals:
        followed(str): Its target.
    """

    followed = Signal(str)

    def __init__(self, words: str, target: str, pixels: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self.target = target
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.followed.emit(self.target)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(style.font(self._pixels, 500))
        return QSize(ceil(metrics.horizontalAdvance(self.text())), round(metrics.height()) + 2)

    def keyPressEvent(self, event: QEvent) -> None:
        """Enter follows a link, as everywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = style.current().colour("info")
        font = style.font(self._pixels, 500)
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() + 1)
        painter.drawText(QPointF(0, 1 + metrics.ascent()), words)
        if focus.is_visible_on(self):
            painter.setPen(QPen(style.current().colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class FlowText(QLabel):
    """Runs, formulas and widgets in lines. The widgets become its children.

    Signals:
        link_activated(str): A link was followed.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        pieces: Sequence[Piece],
        *,
        pixels: float = 15,
        weight: int = 400,
        colour: str = "text",
        leading: float = _LEADING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pieces = tuple(pieces)
        self._pixels = pixels
        self._weight = weight
        self._colour = colour
        self._leading = leading
        self._links: dict[int, InlineLink] = {}
        self._boxes: list[_Box] = []
        self._height_of: dict[int, float] = {}
        self._laid_out = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = [
            p.text if isinstance(p, Run) else readable(p.tex) if isinstance(p, MathRun) else "…"
            for p in self._pieces
        ]
        self.setText("".join(words))
        for number, piece in enumerate(self._pieces):
            if isinstance(piece, QWidget):
                piece.setParent(self)
                piece.show()
            elif isinstance(piece, Run) and piece.link:
                link = InlineLink(piece.text.strip(), piece.link, pixels, self)
                link.followed.connect(self.link_activated)
                link.show()
                self._links[number] = link
        self._stale = True  # measured when first needed: being put somewhere changes the font

    # ── boxes ─────────────────────────────────────────────────────────────────────────────────

    def _font(self, run: Run) -> QFont:
        if run.code:
            return code_font(style.px(self._pixels * 0.93))
        font = style.font(self._pixels, 700 if run.strong and self._weight > 500 else self._weight)
        if run.strong and self._weight <= 500:
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(run.emphasis)
        font.setStrikeOut(run.strike)
        return font

    def _measure(self) -> None:
        """Make the boxes again: after a change of theme, zoom or a widget's size."""
        self._stale = False
        base = QFontMetricsF(style.font(self._pixels, self._weight))
        space = base.horizontalAdvance(" ")
        boxes: list[_Box] = []
        pending: float | None = 0.0
        for number, piece in enumerate(self._pieces):
            if isinstance(piece, MathRun):
                made = Formula(piece.tex, style.px(self._pixels), style.current().hex(self._colour))
                boxes.append(_Box(made.width, made.ascent, made.descent, pending, formula=made))
                pending = None
                continue
            widget = piece if isinstance(piece, QWidget) else self._links.get(number)
            if widget is not None:
                if isinstance(piece, Run) and piece.text[:1] == " ":
                    pending = space
                size = widget.sizeHint()
                middle = (base.ascent() - base.descent()) / 2
                up = size.height() / 2 + middle
                if isinstance(piece, Run):
                    up = base.ascent() + 1
                boxes.append(_Box(size.width(), up, size.height() - up, pending, widget=widget))
                pending = space if isinstance(piece, Run) and piece.text[-1:] == " " else None
                continue
            assert isinstance(piece, Run)
            font = self._font(piece)
            metrics = QFontMetricsF(font)
            for line_number, line in enumerate(piece.text.split("\n")):
                if line_number:
                    boxes.append(_Box(0, base.ascent(), base.descent(), 0, newline=True))
                    pending = 0.0
                for word_number, word in enumerate(line.split(" ")):
                    if word_number:
                        pending = space
                    if not word:
                        continue
                    width = metrics.horizontalAdvance(word)
                    boxes.append(
                        _Box(width, metrics.ascent(), metrics.descent(), pending, word, font)
                    )
                    pending = None
        self._boxes = boxes
        self._height_of.clear()
        self._laid_out = -1

    def _split(self, width: float) -> list[_Box]:
        """Return the boxes, words wider than a line cut into pieces that fit."""
        out: list[_Box] = []
        for box in self._boxes:
            if box.widget is not None and box.width > width:
                out.append(replace(box, width=width))
                continue
            if not box.text or box.width <= width:
                out.append(box)
                continue
            metrics = QFontMetricsF(box.font or self.font())
            rest, gap = box.text, box.gap
            while rest:
                count = len(rest)
                while count > 1 and metrics.horizontalAdvance(rest[:count]) > width:
                    count -= 1
                piece, rest = rest[:count], rest[count:]
                advance = metrics.horizontalAdvance(piece)
                out.append(_Box(advance, box.ascent, box.descent, gap, piece, box.font))
                gap = 0.0
        return out

    def _lay_out(self, width: int) -> tuple[float, list[_Box]]:
        if self._stale:
            self._measure()
        boxes = self._split(max(24, width))
        lines: list[list[_Box]] = [[]]
        x = 0.0
        number = 0
        while number < len(boxes):
            unit = [boxes[number]]
            number += 1
            while number < len(boxes) and boxes[number].gap is None:
                unit.append(boxes[number])
                number += 1
            needed = sum(box.width for box in unit)
            gap = (unit[0].gap or 0.0) if lines[-1] else 0.0
            if unit[0].newline or (lines[-1] and x + gap + needed > width):
                lines.append([])
                x = gap = 0.0
            for place, box in enumerate(unit):
                step = gap if place == 0 else 0.0
                if lines[-1] and x + step + box.width > width + 0.5:
                    lines.append([])
                    x = step = 0.0
                box.x = x + step
                x = box.x + box.width
                lines[-1].append(box)
        y = 0.0
        for line in lines:
            if not line:
                continue
            ascent = max(box.ascent for box in line)
            descent = max(box.descent for box in line)
            extra = (ascent + descent) * (self._leading - 1)
            if any(box.widget is not None and box.descent > 12 for box in line):
                extra = style.px(8)
            for box in line:
                box.baseline = y + extra / 2 + ascent
            y += ascent + descent + extra
        return y, boxes

    # ── Qt's side ─────────────────────────────────────────────────────────────────────────────

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        found = None if self._stale else self._height_of.get(width)
        if found is None:
            found = self._lay_out(width)[0]
            self._height_of[width] = found
            self._laid_out = -1
        return int(found) + 1

    def sizeHint(self) -> QSize:
        if self._stale:
            self._measure()
        natural = sum(box.width + (box.gap or 0.0) for box in self._boxes)
        width = min(int(natural) + 2, style.px(640))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(64), self.fontMetrics().height())

    def _place(self) -> list[_Box]:
        _, boxes = self._lay_out(self.width())
        self._laid_out = self.width()
        self._placed = boxes
        for box in boxes:
            if box.widget is not None:
                top = box.baseline - box.ascent
                box.widget.setGeometry(
                    round(box.x), round(top), round(box.width), round(box.ascent + box.descent)
                )
        return boxes

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        boxes = self._placed if self._laid_out == self.width() else self._place()
        painter = QPainter(self)
        painter.setPen(style.current().colour(self._colour))
        for box in boxes:
            if box.formula is not None:
                box.formula.paint(painter, box.x, box.baseline)
            elif box.text:
                if box.font is not None:
                    painter.setFont(box.font)
                painter.drawText(QPointF(box.x, box.baseline), box.text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "_boxes"
        ):
            self.measure_again()
        super().changeEvent(event)

    def measure_again(self) -> None:
        """Follow a change of theme, zoom, or the size of a widget in the text."""
        self._stale = True
        self._height_of.clear()
        self._laid_out = -1
        self.updateGeometry()
        if self.isVisible() and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._place()
        self.update()


__all__ = ["FlowText", "InlineLink", "Piece"]
