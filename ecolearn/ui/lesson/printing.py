"""A lesson on paper: one document in paper colours, pages with head and foot, formulas as
outlines, pictures sharp, questions as a worksheet to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.content.activities.base import Activity, World
from ecolearn.content.model import Fact
from ecolearn.content.texts import in_language
from ecolearn.quiz.items.base import Item
from ecolearn.ui.lesson import raster
from ecolearn.ui.lesson.blocks_table import alignments
from ecolearn.ui.lesson.fact_words import doubt, grade_word, origin
from ecolearn.ui.lesson.flow import Look, Writer, is_flow
from ecolearn.ui.lesson.picture_store import natural_size, raster_file
from ecolearn.ui.lesson.prose import MediaFinder
from ecolearn.ui.theme.fonts import CODE_FAMILY, UI_FAMILY, load_all_fonts

if TYPE_CHECKING:
    from ecolearn.ui.activities.base import Around

#: the document is laid out in pixels of 1/96 inch and scaled when it is painted
_DPI = 96.0
_MARGIN_MM = 17.0
_HEAD_PX, _FOOT_PX = 30.0, 30.0
#: room between a card and the line to cut along, and between its frame and its text
_CARD_GAP_PX, _CARD_PAD_PX = 14.0, 18.0
#: a card with little text is drawn larger, one with much smaller
_LARGEST_CARD, _LEAST_CARD = 1.3, 0.5
_BODY = 13.0
_INK, _MUTED, _LINE, _SOFT, _ACCENT = "#111111", "#4A4A4A", "#B8B8B8", "#F1F4F1", "#0B5A34"
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_TITLES = ("note", "tip", "warning", "example", "key", "action")


def paper_look(size: float = _BODY, weight: int = 400, colour: str = _INK) -> Look:
    """Return the look of text on paper."""
    return Look(
        size=size,
        text=colour,
        link=_INK,
        term=_INK,
        marker=_ACCENT,
        code_ground="#EEEEEE",
        weight=weight,
        line_height=135,
        underline=False,
    )


class PaperDocument(QTextDocument):
    """A document that knows which stretches of it belong on one page: (from, to) positions, and
    the cards that follow on pages of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.together: list[tuple[int, int]] = []
        self.sheets: list[CardSheet] = []


@dataclass(slots=True)
class CardSheet:
    """Cards to be cut out, so many side by side and below each other on a page."""

    columns: int
    rows: int
    cards: list[PaperDocument]

    @property
    def pages(self) -> int:
        """Return how many pages they take."""
        return -(-len(self.cards) // (self.columns * self.rows))


class Paper:
    """Builds the document of a lesson."""

    def __init__(self, width: float, media: MediaFinder, language: str) -> None:
        load_all_fonts()
        self.document = PaperDocument()
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self.document.setDefaultFont(paper_look().font())
        self.cursor = QTextCursor(self.document)
        self.width = width
        self.media = media
        self.language = language
        self._pictures = 0
        self.items: list[Item] = []
        self.activities: list[tuple[Activity, Around]] = []
        self._fresh = True
        #: one object draws the formulas of all looks
        self._drawn_by = Writer(self.document, paper_look()).formula_object()
        self._writers: dict[tuple[float, int, str], Writer] = {}

    # ── text ──────────────────────────────────────────────────────────────────────────────────

    def writer(self, size: float = _BODY, weight: int = 400, colour: str = _INK) -> Writer:
        """Return the writer of a look, made ready for the cursor's place."""
        key = (size, weight, colour)
        if key not in self._writers:
            look = paper_look(size, weight, colour)
            self._writers[key] = Writer(self.document, look, self.language, self._drawn_by)
        writer = self._writers[key]
        writer.set_first(self._fresh)
        self._fresh = False
        return writer

    def line(
        self,
        text: b.Inline | str,
        size: float = _BODY,
        weight: int = 400,
        colour: str = _INK,
        *,
        above: float = 0,
        below: float = 8,
        indent: float = 0,
        keep: bool = False,
    ) -> None:
        """Write one paragraph."""
        inline = (b.Run(text),) if isinstance(text, str) else text
        writer = self.writer(size, weight, colour)
        writer.blocks(self.cursor, (b.Paragraph(inline),), close=False)
        form = self.cursor.blockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setLeftMargin(indent)
        if keep:
            form.setNonBreakableLines(True)
        self.cursor.setBlockFormat(form)

    def blocks(self, blocks: Sequence[b.Block]) -> None:
        """Write blocks of any kind."""
        heading = -1
        for block in blocks:
            if is_flow(block):
                self.writer().blocks(self.cursor, (block,), close=False)
            else:
                before = len(self.document.together)
                start = self.mark()
                self._other(block)
                if isinstance(block, b.Heading):
                    heading = self._begun(start)
                    continue
                if heading >= 0 and isinstance(block, b.Question):
                    self.document.together[before:] = []
            if heading >= 0:
                self.document.together.append((heading, self._end_of(heading, block)))
                heading = -1

    def _end_of(self, heading: int, block: b.Block) -> int:
        """Return up to where what follows a heading stays with it."""
        if isinstance(block, (b.Question, b.Picture)):
            return self.cursor.position()
        after = self.document.findBlock(heading).next()
        return (after.next() if after.next().isValid() else after).position()

    # ── what stays on one page ────────────────────────────────────────────────────────────────

    def mark(self) -> int:
        """Return the place where the next paragraph begins."""
        return -1 - self.cursor.position() if self._fresh else self.cursor.position()

    def _begun(self, mark: int) -> int:
        """Return where the paragraph written first after `mark` begins."""
        if mark < 0:
            return -1 - mark
        return self.document.findBlock(mark).next().position()

    def keep(self, mark: int) -> None:
        """Keep what was written since `mark` on one page."""
        self.document.together.append((self._begun(mark), self.cursor.position()))

    def begin_page(self) -> None:
        """Begin a page with the paragraph that was written last."""
        form = self.cursor.blockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        self.cursor.setBlockFormat(form)

    def _other(self, block: b.Block) -> None:
        from ecolearn.ui.lesson import worksheet

        if isinstance(block, b.Heading):
            size = {2: 19.0, 3: 16.0}.get(block.level, 14.0)
            self.line(block.text, size, 600, above=size, below=6)
        elif isinstance(block, b.Math):
            self.writer().display(self.cursor, block.tex)
        elif isinstance(block, b.Table):
            self.table(block)
        elif isinstance(block, b.Picture):
            self.picture(block.source, block.alt, block.caption)
        elif isinstance(block, b.Media):
            self.line(f"▶ {block.alt}", colour=_MUTED)
        elif isinstance(block, b.Code):
            self.code(block.text)
        elif isinstance(block, b.Rule):
            self.line("* * *", colour=_MUTED, above=6)
        elif isinstance(block, b.Quote):
            self.box(None, block.blocks, ground="#FFFFFF")
        elif isinstance(block, b.Callout):
            start = self.mark()
            self.box(block.title or callout_word(block.kind), block.blocks)
            self.keep(start)
        elif isinstance(block, b.Fold):
            self.box(block.title, block.blocks, ground="#FFFFFF")
        elif isinstance(block, b.FactCard) and block.fact is not None:
            self.fact(block.fact)
        elif isinstance(block, b.ActivityCard) and block.activity is not None:
            self.activity(block.activity, block.world or World())
        elif isinstance(block, b.Cards):
            self.cards(block)
        elif isinstance(block, b.Question):
            self.items.append(block.item)
            worksheet.write(self, block, len(self.items))
        elif isinstance(block, b.ListBlock):
            for item in block.items:
                self.blocks(item.blocks)

    # ── facts and activities ──────────────────────────────────────────────────────────────────

    def fact(self, fact: Fact) -> None:
        """Write a fact with how sure it is, what speaks against it, its source and date."""
        word = QCoreApplication.translate("printing", "Fact")
        title = f"{word} · {grade_word(fact.grade)}"
        text, note = (in_language(one, self.language)[0] for one in (fact.text, fact.note))
        inside = list(markdown.blocks(text))
        if fact.grade == "D":
            inside.insert(0, b.Paragraph((b.Run(doubt(), strong=True),)))
        if note:
            inside += markdown.blocks(note)
        inside.append(b.Paragraph((b.Run(origin(fact, self.language), emphasis=True),)))
        start = self.mark()
        self.box(title, inside)
        self.keep(start)

    def activity(self, activity: Activity, world: World) -> None:
        """Write an activity as something to do with a pencil."""
        from ecolearn.ui.activities.card import kind_name
        from ecolearn.ui.activities.paper import activity_paper, around_on_paper

        around = around_on_paper(world, self.language, self.media)
        self.activities.append((activity, around))
        self.line(kind_name(activity.kind), 11.0, 600, _ACCENT, above=12, below=0)
        title: b.Block = b.Heading(3, (b.Run(around.text(activity.title)),), "")
        intro = markdown.blocks(around.text(activity.intro))
        self.blocks((title, *intro, *activity_paper(activity, around)))

    def cards(self, block: b.Cards) -> None:
        """Keep cards for pages of their own, behind the others."""
        wide = (self.width - (block.columns - 1) * 2 * _CARD_GAP_PX) / block.columns
        documents = []
        for card in block.cards:
            paper = Paper(wide - 2 * _CARD_PAD_PX, self.media, self.language)
            paper.line(card.kicker, 11.0, 600, _ACCENT, below=4)
            if card.title:
                paper.line(card.title, 19.0, 700, below=6)
            paper.blocks(card.blocks)
            documents.append(paper.document)
        self.document.sheets.append(CardSheet(block.columns, block.rows, documents))

    # ── things ────────────────────────────────────────────────────────────────────────────────

    def code(self, text: str) -> None:
        """Write preformatted text in a grey box."""
        self._begin_box("#F4F4F4")
        form = QTextCharFormat()
        font = QFont([CODE_FAMILY, UI_FAMILY])
        font.setPixelSize(11)
        form.setFont(font)
        self.cursor.insertText(text.rstrip("\n").replace("\n", "\u2028"), form)
        self._end_box()

    def box(self, title: str | None, blocks: Sequence[b.Block], ground: str = _SOFT) -> None:
        """Write blocks in a box with a bar at its left."""
        self._begin_box(ground)
        if title:
            self.line(title, weight=700, colour=_ACCENT, below=4)
        self.blocks(blocks)
        last = self.cursor.blockFormat()
        last.setBottomMargin(0)
        self.cursor.setBlockFormat(last)
        self._end_box()

    def _begin_box(self, ground: str) -> None:
        self._gap(4)
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self.cursor.insertTable(1, 1, form)
        cell = QTextTableCellFormat()
        cell.setBackground(QColor(ground))
        cell.setLeftBorder(3)
        cell.setLeftBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setLeftBorderBrush(QBrush(QColor(_ACCENT)))
        cell.setLeftPadding(12)
        cell.setRightPadding(10)
        cell.setTopPadding(8)
        cell.setBottomPadding(8)
        table.cellAt(0, 0).setFormat(cell)
        self.cursor = table.cellAt(0, 0).firstCursorPosition()
        self._fresh = True

    def _end_box(self) -> None:
        table = self.cursor.currentTable()
        if table is not None:
            self.cursor = table.lastCursorPosition()
            self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._gap(10, here=True)

    def _gap(self, height: float, here: bool = False) -> None:
        """Leave an empty strip; Qt wants a block between tables anyway."""
        form = QTextBlockFormat()
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        small = QTextCharFormat()
        tiny = QFont(UI_FAMILY)
        tiny.setPixelSize(1)
        small.setFont(tiny)
        if here or self._fresh:
            self.cursor.setBlockFormat(form)
            self.cursor.setBlockCharFormat(small)
        else:
            self.cursor.insertBlock(form, small)
        self.cursor.insertText("\u00a0", small)  # Qt hides an empty block beside a table
        self._fresh = False

    def table(self, block: b.Table) -> None:
        """Write a table with thin lines."""
        rows = [block.head, *block.rows]
        self.grid(rows, alignments(block))

    def grid(self, rows: Sequence[Sequence[b.Inline]], align: Sequence[str]) -> None:
        """Write cells in rows; the first row is the header."""
        self._gap(4)
        columns = max(1, len(align))
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(QColor(_LINE)))
        form.setBorderCollapse(True)
        form.setCellPadding(5)
        form.setCellSpacing(0)
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self.cursor.insertTable(len(rows), columns, form)
        for number, row in enumerate(rows):
            for column in range(columns):
                cell = table.cellAt(number, column)
                if number == 0:
                    shade = QTextTableCellFormat()
                    shade.setBackground(QColor(_SOFT))
                    cell.setFormat(shade)
                self.cursor = cell.firstCursorPosition()
                self._fresh = True
                writer = self.writer(12.0, 600 if number == 0 else 400)
                text = tuple(row[column]) if column < len(row) else ()
                writer.blocks(self.cursor, (b.Paragraph(text),))
                block_form = self.cursor.blockFormat()
                block_form.setAlignment(_ALIGN.get(align[column], Qt.AlignmentFlag.AlignLeft))
                block_form.setLineHeight(0, 0)
                self.cursor.setBlockFormat(block_form)
        self.cursor = table.lastCursorPosition()
        self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._gap(16, here=True)

    def picture(self, source: str, alt: str, caption: b.Inline = (), widest: float = 0) -> None:
        """Write a picture as wide as the page at most; its words if it is missing."""
        path = self.media(source)
        image = _image(path)
        if path is None or image is None:
            self.line(f"[{alt}]", colour=_MUTED)
            return
        natural = natural_size(path)
        drawn = path.suffix.lower() == ".svg"
        wide = min(widest or self.width * 0.86, float(natural.width()) if not drawn else 10_000.0)
        high = wide * image.height() / image.width()
        highest = 420.0
        if high > highest:
            wide, high = wide * highest / high, highest
        self._pictures += 1
        name = f"picture-{self._pictures}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        block = QTextBlockFormat()  # at 100 % line height, or a gap opens above the picture
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        block.setTopMargin(6)
        block.setBottomMargin(4 if caption else 10)
        if self._fresh:
            self.cursor.setBlockFormat(block)
            self._fresh = False
        else:
            self.cursor.insertBlock(block)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(wide)
        form.setHeight(high)
        self.cursor.insertImage(form)
        if caption:
            self.line(caption, 11.0, colour=_MUTED, below=12)
            centred = self.cursor.blockFormat()
            centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.cursor.setBlockFormat(centred)


def _image(path: Path | None) -> QImage | None:
    if path is None or natural_size(path).isEmpty():
        return None
    try:
        image = QImage(str(raster_file(path)))
    except (OSError, raster.NotDrawn):
        return None
    return None if image.isNull() else image


def callout_word(kind: str) -> str:
    """Return the title of a box that has none."""
    return {
        "note": QCoreApplication.translate("printing", "Note"),
        "tip": QCoreApplication.translate("printing", "Tip"),
        "warning": QCoreApplication.translate("printing", "Watch out"),
        "example": QCoreApplication.translate("printing", "Example"),
        "key": QCoreApplication.translate("printing", "Remember"),
        "action": QCoreApplication.translate("printing", "Do it"),
    }.get(kind, "")


# ── pages ─────────────────────────────────────────────────────────────────────────────────────


def build_document(
    title: str,
    blocks: Sequence[b.Block],
    language: str,
    media: MediaFinder,
    *,
    width: float,
    worksheet: bool = True,
    answers: bool = False,
) -> PaperDocument:
    """Return the lesson as one document, `width` pixels of 1/96 inch wide.

    `worksheet` puts lines for name, class and date under the title, and the questions in;
    `answers` adds a page with the right answers.
    """
    paper = Paper(width, media, language)
    paper.line(title, 24.0, 700, below=6)
    if worksheet:
        line = QCoreApplication.translate(
            "printing", "Name: {line}    Class: {short}    Date: {short}"
        )
        paper.line(line.format(line="_" * 30, short="_" * 10), 12.0, colour=_MUTED, below=10)
    kinds = () if worksheet else (b.Question, b.Compare)
    paper.blocks([block for block in blocks if not isinstance(block, (*kinds, b.Compare))])
    if answers and (paper.items or paper.activities):
        from ecolearn.ui.lesson import answer_key

        answer_key.write(paper, paper.items, paper.activities)
    return paper.document


def keep_together(document: QTextDocument, high: float) -> None:
    """Begin a new page before what would be torn apart by the end of a page of height `high`."""
    layout = document.documentLayout()
    for first, last in getattr(document, "together", ()):
        block = document.findBlock(first)
        top = layout.blockBoundingRect(block).top()
        bottom = layout.blockBoundingRect(document.findBlock(last)).bottom()
        torn = int(top // high) != int((bottom - 1) // high)
        if not torn or bottom - top > high * 0.9 or top % high < 8:
            continue
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            form = block.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(form)
            # Qt lays out only a part anew, and then leaves lines out when it paints
            document.markContentsDirty(0, document.characterCount())


def picture_files(blocks: Sequence[b.Block], media: MediaFinder) -> list[Path]:
    """Return the files of all pictures that will be printed, those in boxes and questions too."""
    found: list[Path] = []
    for block in blocks:
        source = block.source if isinstance(block, b.Picture) else ""
        if isinstance(block, b.Question):
            source = getattr(block.item, "picture", "")
        path = media(source) if source else None
        if path is not None:
            found.append(path)
        if isinstance(block, b.ListBlock):
            for item in block.items:
                found += picture_files(item.blocks, media)
        elif isinstance(block, (b.Callout, b.Fold, b.Quote)):
            found += picture_files(block.blocks, media)
        elif isinstance(block, b.Cards):
            for card in block.cards:
                found += picture_files(card.blocks, media)
        elif isinstance(block, b.ActivityCard) and block.activity is not None:
            from ecolearn.ui.activities.paper import activity_paper, around_on_paper

            around = around_on_paper(block.world or World(), "", media)
            found += picture_files(activity_paper(block.activity, around), media)
    return list(dict.fromkeys(found))


def paint_pages(document: QTextDocument, device: QPagedPaintDevice, head: str, foot: str) -> int:
    """Paint the document on the pages of a printer or PDF; return how many there were."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / _DPI
    area = QRectF(0, 0, device.width() / scale, device.height() / scale)
    inner = area.adjusted(0, _HEAD_PX, 0, -_FOOT_PX)
    document.setPageSize(QSizeF(inner.width(), inner.height()))
    keep_together(document, inner.height())
    own = document.pageCount()
    sheets = document.sheets if isinstance(document, PaperDocument) else []
    pages = own + sum(sheet.pages for sheet in sheets)
    painter.scale(scale, scale)
    for page in range(own):
        if page:
            device.newPage()
        _head_and_foot(painter, area, head, foot, page + 1, pages)
        painter.save()
        painter.translate(0, inner.top() - page * inner.height())
        view = QRectF(0, page * inner.height(), inner.width(), inner.height())
        view.adjust(0, 0, 0, -2)  # the picture that begins the next page ends just above it
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = view
        document.documentLayout().draw(painter, context)
        painter.restore()
    for sheet in sheets:
        for page in range(sheet.pages):
            device.newPage()
            _paint_cards(painter, area, sheet, page)
    painter.end()
    return pages


def _paint_cards(painter: QPainter, area: QRectF, sheet: CardSheet, page: int) -> None:
    """Paint a page of cards with the lines to cut along. Margins are the same on both sides, so
    the lines part the sheet evenly."""
    painter.setPen(QPen(QColor(_MUTED), 1, Qt.PenStyle.DashLine))
    wide, high = area.width() / sheet.columns, area.height() / sheet.rows
    for column in range(1, sheet.columns):
        painter.drawLine(QLineF(column * wide, 0, column * wide, area.height()))
    for row in range(1, sheet.rows):
        painter.drawLine(QLineF(0, row * high, area.width(), row * high))
    many = sheet.columns * sheet.rows
    for place, card in enumerate(sheet.cards[page * many : (page + 1) * many]):
        row, column = divmod(place, sheet.columns)
        cell = QRectF(column * wide, row * high, wide, high)
        left = _CARD_GAP_PX if column else 0.0
        right = _CARD_GAP_PX if column + 1 < sheet.columns else 0.0
        top = _CARD_GAP_PX if row else 0.0
        bottom = _CARD_GAP_PX if row + 1 < sheet.rows else 0.0
        _paint_card(painter, cell.adjusted(left, top, -right, -bottom), card)


def _paint_card(painter: QPainter, frame: QRectF, card: PaperDocument) -> None:
    """Paint a card in its frame, as large as it goes in."""
    painter.setPen(QPen(QColor(_LINE), 1))
    painter.drawRoundedRect(frame, 10, 10)
    pad = _CARD_PAD_PX
    inner = frame.adjusted(pad, pad, -pad, -pad)
    size = _LARGEST_CARD
    while True:
        card.setTextWidth(inner.width() / size)
        if card.size().height() * size <= inner.height() or size <= _LEAST_CARD:
            break
        size -= 0.05
    painter.save()
    painter.translate(inner.topLeft())
    painter.scale(size, size)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, 0, inner.width() / size, inner.height() / size)
    painter.setClipRect(context.clip)
    card.documentLayout().draw(painter, context)
    painter.restore()


def _head_and_foot(
    painter: QPainter, area: QRectF, head: str, foot: str, page: int, pages: int
) -> None:
    font = QFont(UI_FAMILY)
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(QColor(_MUTED))
    flags = Qt.AlignmentFlag
    if page > 1:
        painter.drawText(area, int(flags.AlignTop | flags.AlignLeft), head)
    painter.drawText(area, int(flags.AlignBottom | flags.AlignLeft), foot)
    number = QCoreApplication.translate("printing", "Page {page} of {pages}").format(
        page=page, pages=pages
    )
    painter.drawText(area, int(flags.AlignBottom | flags.AlignRight), number)


def page_layout() -> QPageLayout:
    """Return A4 upright with margins that every printer can do."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM * 0.8, _MARGIN_MM, _MARGIN_MM * 0.8)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def text_width(layout: QPageLayout) -> float:
    """Return the width of the text in pixels of 1/96 inch."""
    return layout.paintRect(QPageLayout.Unit.Inch).width() * _DPI


def write_pdf(
    path: Path,
    title: str,
    blocks: Sequence[b.Block],
    language: str,
    media: MediaFinder,
    *,
    course_title: str = "",
    worksheet: bool = True,
    answers: bool = False,
) -> int:
    """Write a lesson as a PDF file; return the number of pages.

    Raises:
        OSError: The file cannot be written.
    """
    with path.open("wb"):  # a clear error now instead of a silent one from Qt
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setTitle(title)
    writer.setCreator("EcoLearn")
    writer.setPageLayout(page_layout())
    document = build_document(
        title,
        blocks,
        language,
        media,
        width=text_width(page_layout()),
        worksheet=worksheet,
        answers=answers,
    )
    return paint_pages(document, writer, title, course_title)
