"""Running text as a QTextDocument: paragraphs and lists with links and formulas on the baseline.

Used on the screen (`prose`) and on paper (`printing`); what differs stands in a `Look`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from ecolearn.content.blocks import Block, Inline, ListBlock, MathRun, Paragraph
from ecolearn.ui.lesson.math import Formula, formula
from ecolearn.ui.theme import style
from ecolearn.ui.theme.fonts import CODE_FAMILY, UI_FAMILY, load_all_fonts
from ecolearn.ui.theme.tokens import LINE_HEIGHT_PERCENT, FontSize

#: the kind of text object a formula is
FORMULA_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_WHICH = QTextFormat.Property.UserProperty.value + 1
_PIXELS = QTextFormat.Property.FontPixelSize.value
_BULLETS = ("•", "◦", "▪")
_REPLACEMENT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Look:
    """How running text looks. Sizes in pixels of the document, colours as `#RRGGBB`."""

    size: float
    text: str
    link: str
    term: str
    marker: str
    code_ground: str
    weight: int = 400
    line_height: int = LINE_HEIGHT_PERCENT
    family: str = UI_FAMILY
    centred: bool = False
    underline: bool = True

    def font(self) -> QFont:
        """Return the font of plain text."""
        font = QFont(self.family)
        font.setPixelSize(max(1, round(self.size)))
        font.setWeight(QFont.Weight(self.weight))
        return font

    @property
    def gap(self) -> float:
        """Return the distance between paragraphs."""
        return round(self.size * 0.75)

    @property
    def indent(self) -> float:
        """Return how far a list stands in."""
        return round(self.size * 1.7)


#: role → (size, weight, colour role)
_ROLES = {
    "body": (FontSize.BODY, 400, "text"),
    "lead": (FontSize.BODY + 1, 400, "text"),
    "stem": (FontSize.BODY + 2, 600, "text"),
    "option": (FontSize.BODY, 400, "text"),
    "strong": (FontSize.BODY, 600, "text"),
    "h3": (FontSize.H3, 600, "text"),
    "h2": (FontSize.H2, 600, "text"),
    "h1": (FontSize.H1, 700, "text"),
    "muted": (FontSize.MUTED, 400, "muted"),
    "head": (FontSize.MUTED, 600, "muted"),
    "caption": (FontSize.MUTED, 400, "muted"),
}


def look_for(role: str = "body") -> Look:
    """Return the look of a role in the theme and zoom in force; unknown roles are body text."""
    size, weight, colour = _ROLES.get(role, _ROLES["body"])
    theme = style.current()
    tight = 130 if size > FontSize.BODY else LINE_HEIGHT_PERCENT
    return Look(
        size=style.px(size),
        text=theme.hex(colour),
        link=theme.hex("info"),
        term=theme.hex("primary_text"),
        marker=theme.hex("primary"),
        code_ground=theme.hex("sunken"),
        weight=weight,
        line_height=tight,
        centred=role == "caption",
    )


class FormulaObject(QPyTextObject):
    """Draws the formulas of one document. Only the ascent counts as height, so the baseline is
    the text's; the descent hangs into the line spacing."""

    def __init__(self, parent: QTextDocument) -> None:
        super().__init__(parent)
        self.formulas: list[Formula] = []

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """Return advance and ascent."""
        shown = self._formula(form)
        fit = self._fit(doc, shown)
        return QSizeF(shown.width * fit, shown.ascent * fit)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        """Draw ascent and descent."""
        shown = self._formula(form)
        place = QRectF(rect)
        shown.paint(painter, place.x(), place.bottom(), self._fit(doc, shown))

    def _formula(self, form: QTextFormat) -> Formula:
        return self.formulas[form.intProperty(_WHICH)]

    @staticmethod
    def _fit(doc: QTextDocument, shown: Formula) -> float:
        """Return the scale at which a long formula fits into a narrow column."""
        room = doc.textWidth() - 2
        return min(1.0, room / shown.width) if room > 0 and shown.width > room else 1.0


@dataclass(slots=True)
class Flow:
    """What was written: which text block each block begins at, and the depth that formulas
    reach below the last line."""

    starts: list[int] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    links: int = 0


def is_flow(block: Block) -> bool:
    """Tell whether a block can be part of running text: a paragraph, or a list of such."""
    if isinstance(block, Paragraph):
        return True
    if isinstance(block, ListBlock):
        return all(is_flow(inner) for item in block.items for inner in item.blocks)
    return False


class Writer:
    """Writes blocks into a document at a cursor."""

    def __init__(
        self,
        document: QTextDocument,
        look: Look,
        language: str = "",
        drawn_by: FormulaObject | None = None,
    ) -> None:
        """Make a writer.

        Args:
            document: Where to.
            look: How it looks.
            language: Language of the text.
            drawn_by: What draws the formulas of this document, if there is something already:
                each document can have only one.
        """
        self.document = document
        self.look = look
        self.flow = Flow()
        self._plain = QTextCharFormat()
        self._plain.setFont(look.font())
        self._plain.setForeground(QColor(look.text))
        self._first = True
        self.drawn_by = drawn_by
        self._bottom = 0.0

    def blocks(self, cursor: QTextCursor, blocks: Sequence[Block], close: bool = True) -> Flow:
        """Write running text; if `close`, the space after the last block is left out."""
        for block in blocks:
            self.flow.starts.append(0 if self._first else cursor.blockNumber() + 1)
            self._block(cursor, block, 0)
        if close:
            self._end(cursor)
        return self.flow

    def set_first(self, first: bool) -> None:
        """Say whether the empty block at the cursor is to be used (a cell, a new document)."""
        self._first = first

    def formula_object(self) -> FormulaObject:
        """Return what draws the formulas of this document."""
        if self.drawn_by is None:
            self.drawn_by = FormulaObject(self.document)
            self.document.documentLayout().registerHandler(FORMULA_OBJECT, self.drawn_by)
        return self.drawn_by

    def _end(self, cursor: QTextCursor) -> None:
        last = cursor.blockFormat()
        last.setBottomMargin(0)
        cursor.setBlockFormat(last)

    def _block(self, cursor: QTextCursor, block: Block, depth: int) -> None:
        if isinstance(block, Paragraph):
            form = self._format(depth)
            form.setBottomMargin(self.look.gap)
            self._start(cursor, form)
            self.inline(cursor, block.text)
        elif isinstance(block, ListBlock):
            self._list(cursor, block, depth)

    def _list(self, cursor: QTextCursor, block: ListBlock, depth: int) -> None:
        gap = round(self.look.size * (0.3 if block.tight else 0.55))
        number = block.start
        for item in block.items:
            sign = _BULLETS[min(depth, 2)] if number is None else f"{number}."
            if number is not None:
                number += 1
            for place, inner in enumerate(item.blocks or (Paragraph(()),)):
                if isinstance(inner, Paragraph):
                    form = self._format(depth + 1)
                    form.setBottomMargin(gap)
                    if place == 0:
                        self._hang(form, sign)
                    self._start(cursor, form)
                    if place == 0:
                        self._sign(cursor, sign, number is not None)
                    self.inline(cursor, inner.text)
                else:
                    if place == 0:
                        form = self._format(depth + 1)
                        self._hang(form, sign)
                        self._start(cursor, form)
                        self._sign(cursor, sign, number is not None)
                    self._block(cursor, inner, depth + 1)
        if depth == 0:
            last = cursor.blockFormat()
            last.setBottomMargin(self.look.gap)
            cursor.setBlockFormat(last)

    def _hang(self, form: QTextBlockFormat, sign: str) -> None:
        """Let the sign of a list stand to the left of its text."""
        width = QFontMetricsF(self.look.font()).horizontalAdvance(sign)
        hang = max(round(self.look.size * 1.15), round(width + self.look.size * 0.55))
        form.setTextIndent(-hang)
        form.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        if hang > form.leftMargin():
            form.setLeftMargin(hang)

    def _sign(self, cursor: QTextCursor, sign: str, numbered: bool) -> None:
        form = QTextCharFormat(self._plain)
        form.setForeground(QColor(self.look.marker))
        if numbered:
            form.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(sign + "\t", form)

    def _format(self, depth: int) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(
            self.look.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        form.setLeftMargin(self.look.indent * depth)
        if self.look.centred:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return form

    def _start(self, cursor: QTextCursor, form: QTextBlockFormat) -> None:
        if self._first:
            self._first = False
            cursor.setBlockFormat(form)
            if cursor.currentTable() is None:  # there it would undo the format of the cell
                cursor.setBlockCharFormat(self._plain)
        else:
            cursor.insertBlock(form, self._plain)

    # ── inside a line ─────────────────────────────────────────────────────────────────────────

    def inline(self, cursor: QTextCursor, text: Inline) -> None:
        """Write inline text at the cursor."""
        for run in text:
            if isinstance(run, MathRun):
                self._math(cursor, run)
                continue
            form = self._plain
            if run.strong or run.emphasis or run.strike or run.code or run.link:
                form = QTextCharFormat(self._plain)
                if run.strong:
                    form.setFontWeight(QFont.Weight.Bold)
                if run.emphasis:
                    load_all_fonts()
                    form.setFontItalic(True)
                if run.strike:
                    form.setFontStrikeOut(True)
                if run.code:
                    load_all_fonts()
                    form.setFontFamilies([CODE_FAMILY, self.look.family])
                    form.setProperty(_PIXELS, max(1, round(self.look.size * 0.93)))
                    form.setBackground(QColor(self.look.code_ground))
                if run.link:
                    self._link(form, run.link)
            cursor.insertText(run.text.replace("\n", "\u2028"), form)

    def _link(self, form: QTextCharFormat, link: str) -> None:
        self.flow.links += 1
        form.setAnchor(True)
        form.setAnchorHref(link)
        if not self.look.underline:
            return
        if link.startswith("term:"):
            form.setForeground(QColor(self.look.term))
            form.setUnderlineColor(QColor(self.look.term))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        else:
            form.setForeground(QColor(self.look.link))
            form.setFontUnderline(True)

    def display(self, cursor: QTextCursor, tex: str) -> None:
        """Write a formula of its own, centred, in a block of its own."""
        form = QTextBlockFormat()
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._start(cursor, form)
        shown = self._math(cursor, MathRun(tex), display=True)
        form.setTopMargin(self.look.gap / 2)
        form.setBottomMargin(self.look.gap + shown.descent)
        cursor.setBlockFormat(form)

    def _math(self, cursor: QTextCursor, run: MathRun, display: bool = False) -> Formula:
        drawn_by = self.formula_object()
        colour = self.look.link if run.link else self.look.text
        size = self.look.size * (1.15 if display else 1.0)
        shown = formula(run.tex, size, colour, display)
        form = QTextCharFormat(self._plain)
        form.setObjectType(FORMULA_OBJECT)
        form.setProperty(_WHICH, len(drawn_by.formulas))
        if run.link:
            self._link(form, run.link)
        drawn_by.formulas.append(shown)
        self.flow.formulas.append(shown)
        cursor.insertText(_REPLACEMENT, form)
        return shown


def slack_below(look: Look) -> int:
    """Return the space that the line height adds below the last line: too much in a box."""
    high = QFontMetricsF(look.font()).height()
    return max(0, math.floor(high * (look.line_height - 110) / 100))


def depth_below(formulas: Sequence[Formula], look: Look) -> float:
    """Return how far formulas may reach below the line that a font of this look needs."""
    if not formulas:
        return 0.0
    room = QFontMetricsF(look.font()).descent() + 2
    return max(0.0, max(one.descent for one in formulas) - room)
