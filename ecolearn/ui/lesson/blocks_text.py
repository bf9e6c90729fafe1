"""Blocks of text that are not running text: headings, formulas, quotations, rules, and lists
with more in them than text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ecolearn.content import blocks as b
from ecolearn.content import spoken
from ecolearn.content.inline import plain_inline
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.flow import Writer, look_for
from ecolearn.ui.lesson.math import Formula, formula
from ecolearn.ui.lesson.registry import Maker, gap_before, units
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import FontSize
from ecolearn.ui.widgets.heading import Heading


def add_blocks(column: Column, blocks: tuple[b.Block, ...], maker: Maker) -> None:
    """Add the widgets of `blocks` to a box, a quotation or an entry of a list."""
    previous = None
    for unit in units(blocks):
        column.add(maker.make(unit), min(16, gap_before(unit, previous)))
        previous = unit


class HeadingView(Heading):
    """A heading, whose formulas are typeset. `anchor` is its name in links."""

    def __init__(self, block: b.Heading, language: str) -> None:
        self._block = block
        super().__init__(plain_inline(block.text), min(3, block.level))
        self.anchor = block.anchor
        self._document: QTextDocument | None = None
        if any(isinstance(run, b.MathRun) for run in block.text):
            self.setAccessibleName(spoken.inline(block.text, language))
            self._fill()
        if block.level > 3:
            self.setProperty("role", "strong")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _fill(self) -> None:
        look = look_for({2: "h2", 3: "h3"}.get(self._block.level, "strong"))
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(look.font())
        paragraph = b.Paragraph(self._block.text)
        Writer(self._document, look).blocks(QTextCursor(self._document), (paragraph,))

    def heightForWidth(self, width: int) -> int:
        """Return the height the heading needs."""
        if self._document is None:
            return super().heightForWidth(width)
        self._document.setTextWidth(width)
        return int(self._document.size().height()) + 1

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_document", None):
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the typeset text if there is one."""
        if self._document is None:
            super().paintEvent(event)
            return
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        self._document.drawContents(painter)


class FormulaView(QLabel):
    """A formula on a line of its own, centred; made smaller where the column is too narrow."""

    def __init__(self, block: b.Math, language: str) -> None:
        super().__init__()
        self._block = block
        self._key: tuple[str, float] | None = None
        self._shown: Formula = self._formula()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._shown.bad:
            self.setAccessibleName(spoken.bad_formula(block.tex, language))
        else:
            self.setAccessibleName(spoken.formula(block.tex, language))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _formula(self) -> Formula:
        theme = style.current()
        self._key = (theme.name, style.scale())
        size = style.px(FontSize.BODY + 3)
        return formula(self._block.tex, size, theme.hex("text"), display=True)

    def _fit(self, width: int) -> float:
        room = max(20, width - 2 * style.px(8))
        return min(1.0, room / self._shown.width) if self._shown.width else 1.0

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the formula needs."""
        return int(self._shown.height * self._fit(width)) + 2 * style.px(6)

    def sizeHint(self) -> QSize:
        """Return the natural size."""
        width = int(self._shown.width) + 2 * style.px(8)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        key = getattr(self, "_key", None)
        if key is not None and key != (style.current().name, style.scale()):
            self._shown = self._formula()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formula; its source, if bad, on the ground of code."""
        painter = QPainter(self)
        fit = self._fit(self.width())
        width, height = self._shown.width * fit, self._shown.height * fit
        x, y = (self.width() - width) / 2, (self.height() - height) / 2
        if self._shown.bad:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.current().colour("code_bg"))
            painter.drawRoundedRect(QRectF(x - 8, y - 4, width + 16, height + 8), 6, 6)
        self._shown.paint(painter, x, y + self._shown.ascent * fit, fit)


class QuoteView(Column):
    """A quotation: its blocks beside a bar."""

    def __init__(self, block: b.Quote, maker: Maker) -> None:
        super().__init__(margins=(18, 4, 0, 4))
        add_blocks(self, block.blocks, maker)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.current().colour("border_strong"))
        wide = style.px(3)
        painter.drawRoundedRect(QRectF(0, 0, wide, self.height()), wide / 2, wide / 2)


class RuleView(QFrame):
    """A line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(max(1, style.current().border_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), style.current().colour("border"))


class ListView(Column):
    """A list whose entries hold more than text: each sign stands beside a column of blocks."""

    def __init__(self, block: b.ListBlock, maker: Maker) -> None:
        super().__init__(gap=8)
        self._signs: list[str] = []
        number = block.start
        for item in block.items:
            self._signs.append("•" if number is None else f"{number}.")
            if number is not None:
                number += 1
            entry = Column(gap=8)
            add_blocks(entry, item.blocks, maker)
            self.add(entry, 8, indent=26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the signs beside the first lines."""
        painter = QPainter(self)
        look = look_for()
        font = look.font()
        if any(sign != "•" for sign in self._signs):
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.current().colour("primary"))
        high = int(painter.fontMetrics().height() * look.line_height / 100)
        for sign, entry in zip(self._signs, self.widgets(), strict=True):
            place = QRectF(style.px(6), entry.y(), style.px(40), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, sign)


def _heading(block: b.Heading, maker: Maker) -> QWidget:
    return HeadingView(block, maker.language)


def _math(block: b.Math, maker: Maker) -> QWidget:
    return FormulaView(block, maker.language)


def _quote(block: b.Quote, maker: Maker) -> QWidget:
    return QuoteView(block, maker)


def _rule(block: b.Rule, maker: Maker) -> QWidget:
    return RuleView()


def _list(block: b.ListBlock, maker: Maker) -> QWidget:
    return ListView(block, maker)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {
    b.Heading: _heading,
    b.Math: _math,
    b.Quote: _quote,
    b.Rule: _rule,
    b.ListBlock: _list,
}
