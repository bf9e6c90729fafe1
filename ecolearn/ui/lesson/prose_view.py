"""The widget of running text: links, formulas on the baseline, a height for each width."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from ecolearn.content import spoken
from ecolearn.content.blocks import Block, Inline, ListBlock, MathRun, Paragraph, Run
from ecolearn.ui.lesson.flow import (
    Flow,
    FormulaObject,
    Look,
    Writer,
    depth_below,
    look_for,
    slack_below,
)
from ecolearn.ui.theme import style

#: the file that serves a `media/…` path, or None
MediaFinder = Callable[[str], Path | None]
Content = Inline | Sequence[Block]


def as_blocks(content: Content) -> tuple[Block, ...]:
    """Return inline text as one paragraph, blocks as they are."""
    if content and isinstance(content[0], Run | MathRun):
        return (Paragraph(tuple(content)),)  # type: ignore[arg-type]
    return tuple(content)  # type: ignore[arg-type]


def spoken_blocks(blocks: Sequence[Block], language: str = "") -> str:
    """Return running text as a screen reader should say it."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(spoken.inline(block.text, language))
        elif isinstance(block, ListBlock):
            lines.extend(spoken_blocks(item.blocks, language) for item in block.items)
    return "\n".join(line for line in lines if line)


def look_key(role: str) -> tuple[str, float, str]:
    return (style.current().name, style.scale(), role)


class ProseView(QTextBrowser):
    """A run of paragraphs and lists: no frame, no scroll bars, as high as its text.

    The wheel and the keys of the page pass through. It is a tab stop only if it has links; then
    Tab goes from link to link and Enter opens one. It follows theme and zoom by itself.

    Signals:
        link_activated(str): A link was opened: `https://…`, `term:ID`, `lesson:ID#anchor`.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        content: Content,
        parent: QWidget | None = None,
        *,
        role: str = "body",
        language: str = "",
    ) -> None:
        super().__init__(parent)
        self._blocks = as_blocks(content)
        self._role = role
        self._language = language
        self._key: tuple[str, float, str] | None = None
        self._heights: dict[int, int] = {}
        self._flow = Flow()
        self._drawn_by: FormulaObject | None = None
        self._look: Look = look_for(role)
        self._below = 0

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._fill()
        self.setAccessibleName(spoken_blocks(self._blocks, language))
        if self._flow.links:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # ── contents ──────────────────────────────────────────────────────────────────────────────

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return what is shown."""
        return self._blocks

    def set_content(self, content: Content) -> None:
        """Show something else."""
        self._blocks = as_blocks(content)
        self._fill()
        self.setAccessibleName(spoken_blocks(self._blocks, self._language))
        self.updateGeometry()

    def _remember_look(self) -> None:
        self._key = look_key(self._role)
        self._look = look_for(self._role)

    def _empty(self) -> None:
        self.document().clear()
        if self._drawn_by is not None:
            self._drawn_by.formulas.clear()

    def _fill(self) -> None:
        self._remember_look()
        document = self.document()
        self._empty()
        document.setDefaultFont(self._look.font())
        writer = Writer(document, self._look, self._language, self._drawn_by)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # lay out once, not after every run
        self._flow = writer.blocks(cursor, self._blocks)
        cursor.endEditBlock()
        self._drawn_by = writer.drawn_by
        self._below = math.ceil(depth_below(self._flow.formulas, self._look))
        self._below -= slack_below(self._look)
        self._heights.clear()

    def block_tops(self) -> list[float]:
        """Return where each block begins, in pixels from the top of the widget."""
        layout = self.document().documentLayout()
        return [
            layout.blockBoundingRect(self.document().findBlockByNumber(number)).top()
            for number in self._flow.starts
        ]

    # ── size ──────────────────────────────────────────────────────────────────────────────────

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the text needs."""
        height = self._heights.get(width)
        if height is None:
            document = self.document()
            before = document.textWidth()
            if before != width:  # Qt lays the document out anew even for the same width
                document.setTextWidth(width)
                if document.textWidth() != width:  # QTextEdit's first layout is at its own width
                    document.setTextWidth(width)
            height = math.ceil(document.size().height()) + self._below
            self._heights[width] = height
            if before > 0 and before != width and self.isVisible():
                document.setTextWidth(before)
        return height

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 480
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out anew."""
        super().resizeEvent(event)
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())

    # ── events ────────────────────────────────────────────────────────────────────────────────

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and self._key not in (None, look_key(self._role)):
            self._fill()
            self.document().setTextWidth(self.viewport().width())
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take only what belongs to links and selection; the rest is the page's."""
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        copies = event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection()
        if copies or (opens and self._flow.links):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link at once (to the last, coming from below): no empty stop."""
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if self._flow.links and event.reason() in reasons:
            forward = event.reason() == Qt.FocusReason.TabFocusReason
            cursor = self.textCursor()
            move = QTextCursor.MoveOperation
            cursor.movePosition(move.Start if forward else move.End)
            self.setTextCursor(cursor)
            super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around the link that has the focus."""
        super().paintEvent(event)
        if self._flow.links and self.hasFocus():
            place = self._focused_link()
            if place is not None:
                painter = QPainter(self.viewport())
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(style.current().colour("focus"), 2))
                painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)

    def _focused_link(self) -> QRect | None:
        cursor = self.textCursor()
        if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return None
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        start, end = self.cursorRect(first), self.cursorRect(last)
        if start.top() == end.top():
            place = start.united(end)
        else:
            place = QRect(0, start.top(), self.viewport().width(), end.bottom() - start.top())
        grown = place.adjusted(-3, -1, 3, 1)
        return grown.intersected(self.viewport().rect())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy formulas as TeX instead of a box."""
        data = super().createMimeDataFromSelection()
        text = data.text()
        if "\ufffc" in text:
            start = self.textCursor().selectionStart()
            before = QTextCursor(self.document())
            before.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            skipped = before.selectedText().count("\ufffc")
            for shown in self._flow.formulas[skipped:]:
                text = text.replace("\ufffc", f"${shown.tex}$", 1)
        plain = QMimeData()
        plain.setText(text.replace("\t", " "))
        return plain

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: text names no files."""
        return None

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        """Never scroll inside: the widget is lower than its document by an empty strip."""
        if most > 0:
            self.verticalScrollBar().setMaximum(0)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())
