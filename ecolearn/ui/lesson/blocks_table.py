"""Tables: one document with the cells, on a rounded card whose corners clip the header."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.content import spoken
from ecolearn.content.inline import plain_inline
from ecolearn.ui.lesson.flow import Flow, Writer, depth_below, look_for
from ecolearn.ui.lesson.prose import ProseView
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Radius

#: a number, perhaps with sign, unit, range or currency: such columns stand right-aligned
_NUMBER = re.compile(r"[−–+±≈~<>≤≥-]?\s*[\d][\d\s  .,:/×·–−-]*(?:[^\W\d_]{0,4}[²³/·%°]?){0,4}\s*\Z")
#: design pixels above and below the text of a cell; the line height adds some below
_ABOVE, _BELOW = 10, 6
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def alignments(block: b.Table) -> tuple[str, ...]:
    """Return how each column is aligned: as written, and numbers right where nothing is said."""
    out = []
    for column in range(len(block.head)):
        align = block.align[column] if column < len(block.align) else "left"
        cells = [plain_inline(row[column]) for row in block.rows if column < len(row)]
        filled = [cell for cell in cells if cell.strip(" —–-")]
        if align == "left" and column and filled and all(_NUMBER.match(one) for one in filled):
            align = "right"
        out.append(align)
    return tuple(out)


class TableView(ProseView):
    """A table. Cells can hold links and formulas; the text can be selected."""

    def __init__(self, block: b.Table, language: str) -> None:
        self._table_block = block
        self._align = alignments(block)
        self._table: QTextTable | None = None
        super().__init__((), language=language)
        self.setAccessibleName(self._spoken(block, language))
        self.viewport().setAutoFillBackground(False)

    @staticmethod
    def _spoken(block: b.Table, language: str) -> str:
        head = [spoken.inline(cell, language) for cell in block.head]
        lines = []
        for row in block.rows:
            cells = [spoken.inline(cell, language) for cell in row]
            pairs = [
                f"{name}: {cell}" if name.strip() else cell
                for name, cell in zip(head, cells, strict=False)
            ]
            lines.append("; ".join(pairs))
        return "\n".join([", ".join(one for one in head if one.strip()), *lines])

    def _fill(self) -> None:
        block = self._table_block
        self._remember_look()
        document = self.document()
        self._empty()
        document.setDefaultFont(self._look.font())
        columns = max(1, len(block.head))
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setMargin(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setHeaderRowCount(1)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._table = cursor.insertTable(len(block.rows) + 1, columns, form)
        self._flow = Flow()
        self._row(0, block.head, "head")
        for number, row in enumerate(block.rows, start=1):
            self._row(number, row, "body")
        self._below = math.ceil(depth_below(self._flow.formulas, self._look))
        # the empty paragraph after a table would make the card too high
        last = QTextCursor(document)
        last.movePosition(QTextCursor.MoveOperation.End)
        thin = QTextBlockFormat()
        thin.setLineHeight(0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        last.setBlockFormat(thin)
        cursor.endEditBlock()
        self._heights.clear()

    def _row(self, number: int, cells: tuple[b.Inline, ...], role: str) -> None:
        assert self._table is not None
        writer = Writer(self.document(), look_for(role), self._language, self._drawn_by)
        for column in range(self._table.columns()):
            cell = self._table.cellAt(number, column)
            rim = QTextTableCellFormat()
            rim.setTopPadding(style.px(_ABOVE))
            rim.setBottomPadding(style.px(_BELOW))
            rim.setLeftPadding(style.px(16 if column == 0 else 10))
            rim.setRightPadding(style.px(16 if column == self._table.columns() - 1 else 10))
            cell.setFormat(rim)
            cursor = cell.firstCursorPosition()
            form = QTextBlockFormat()
            form.setAlignment(_ALIGN.get(self._align[column], Qt.AlignmentFlag.AlignLeft))
            form.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(form)
            if column < len(cells):
                writer.inline(cursor, cells[column])
        self._drawn_by = writer.drawn_by
        self._flow.formulas.extend(writer.flow.formulas)
        self._flow.links += writer.flow.links

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw card, header and lines under the text."""
        if self._table is not None:
            self._paint_card()
        super().paintEvent(event)

    def _paint_card(self) -> None:
        assert self._table is not None
        theme = style.current()
        layout = self.document().documentLayout()
        edge = theme.border_px
        card = QRectF(self.viewport().rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        path = QPainterPath()
        path.addRoundedRect(card, style.px(Radius.CONTROL), style.px(Radius.CONTROL))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, theme.colour("surface"))
        painter.save()
        painter.setClipPath(path)
        pen = QPen(theme.colour("border"), edge)
        for row in range(1, self._table.rows()):
            tops = [
                layout.blockBoundingRect(
                    self._table.cellAt(row, column).firstCursorPosition().block()
                ).top()
                for column in range(self._table.columns())
            ]
            line = min(tops) - style.px(_ABOVE)
            if row == 1:
                painter.fillRect(QRectF(0, 0, card.right() + 2, line), theme.colour("sunken"))
            painter.setPen(pen)
            painter.drawLine(
                QRectF(0, line, card.right() + 2, 0).topLeft(),
                QRectF(0, line, card.right() + 2, 0).topRight(),
            )
        painter.restore()
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _table_view(block: b.Table, maker: Maker) -> QWidget:
    view = TableView(block, maker.language)
    view.link_activated.connect(maker.link_activated)
    return view


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {b.Table: _table_view}
