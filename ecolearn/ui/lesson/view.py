"""The lesson: one column of widgets, built in steps, that remembers where the learner is.

What is above the fold is there after one paint; the rest follows while the learner reads. Theme
and zoom are followed in place by every widget; for another language the blocks are set again and
the place is kept.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.markdown import plain_blocks
from ecolearn.study.api import Spot
from ecolearn.ui.lesson.blocks_box import FoldView
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import MediaFinder, ProseView
from ecolearn.ui.lesson.reading_area import Body, ReadingArea
from ecolearn.ui.lesson.registry import ActivityFactory, Maker, OpenFolds, QuestionFactory
from ecolearn.ui.lesson.stack import Stack
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import COLUMN_PX
from ecolearn.ui.widgets.accessible_role import set_accessible_role

#: seconds of building before the first paint, and in each step after it
FIRST_S = 0.060
STEP_S = 0.012
_SETTLE_MS = 1_000


class LessonView(ReadingArea):
    """Shows blocks. Signals:

    spot_changed(Spot, float): where the learner is and the largest share seen, a second after it
        changed.
    heading_changed(str): the anchor of the heading the learner is under ("" = above the first).
    reached_end: the end of the lesson came into view.
    link_activated(str): a link was opened: `https://…`, `term:ID`, `lesson:ID#anchor`.
    progressed(float): the share of the lesson that lies above the lower edge, 0–1.
    built: everything is there.
    """

    spot_changed = Signal(object, float)
    heading_changed = Signal(str)
    reached_end = Signal()
    link_activated = Signal(str)
    progressed = Signal(float)
    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_accessible_role(self, QAccessible.Role.Document)
        # state
        self._blocks: tuple[b.Block, ...] = ()
        self._stack: Stack | None = None
        self._maker: Maker | None = None
        self._opened = OpenFolds()
        self._spot = Spot()
        self._furthest = 0.0
        self._heading = ""
        self._ended = False
        self._restoring = False
        self._language = ""
        self._footer: QWidget | None = None
        # widgets
        self.body = self._new_body()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        # connections
        self._settle.timeout.connect(self._on_settled)
        self._next.timeout.connect(self._on_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        style.notifier.changed.connect(self._on_look_changed)

    def _new_body(self) -> Column:
        body = Body(margins=(24, 28, 24, 48), gap=16, widest=COLUMN_PX)
        body.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # growing repaints nothing above
        self.setWidget(body)
        body.resized_self = self._fit
        return body

    # ── contents ──────────────────────────────────────────────────────────────────────────────

    def set_blocks(
        self,
        blocks: Sequence[b.Block],
        *,
        language: str = "",
        media: MediaFinder | None = None,
        question: QuestionFactory | None = None,
        activity: ActivityFactory | None = None,
        header: QWidget | None = None,
        footer: QWidget | None = None,
        spot: Spot | None = None,
        furthest: float = 0.0,
        anchor: str = "",
        same: bool = False,
    ) -> None:
        """Show a lesson.

        Args:
            blocks: Its blocks.
            language: The language they are in.
            media: Finds the files of pictures and recordings.
            question: Makes the widgets of questions and comparisons.
            activity: Makes the widgets of activities.
            header: What stands above the first block.
            footer: What stands below the last one.
            spot: Where to begin; the top if left out.
            furthest: The share that was seen before, 0–1.
            anchor: A heading to begin at instead.
            same: It is the lesson that is shown already, in another language for instance:
                folds that are open stay open.
        """
        self._next.stop()
        self._settle.stop()
        self._restoring = True
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.body = self._new_body()
        self._blocks = tuple(blocks)
        self._language = language
        self._furthest = furthest
        self._ended = False
        self._heading = ""
        self._footer = footer
        if header is not None:
            self.body.add(header, 0)
        if self._maker is not None:
            self._maker.deleteLater()
        self._maker = Maker(
            self, media=media, question=question, activity=activity, language=language
        )
        self._maker.link_activated.connect(self.link_activated)
        self._maker.host = self.body
        self._opened = self._opened.again(self._blocks) if same else OpenFolds(self._blocks)
        self._maker.opened = self._opened
        self._spot = self._spot_of(anchor) if anchor else (spot or Spot())
        self._clamp_spot()
        self.body.resize(self.viewport().width(), self.viewport().height())
        self.body.show()
        self._stack = Stack(self._blocks, self.body, self._maker, self._spot.block)
        self._build(FIRST_S)
        self._restore()

    @property
    def blocks(self) -> tuple[b.Block, ...]:
        """Return what is shown."""
        return self._blocks

    @property
    def complete(self) -> bool:
        """Tell whether everything is built."""
        return self._stack is None or self._stack.complete

    @property
    def spot(self) -> Spot:
        """Return where the learner is."""
        return self._spot

    @property
    def furthest(self) -> float:
        """Return the largest share seen, 0–1."""
        return self._furthest

    def headings(self) -> list[b.Heading]:
        """Return the headings of the lesson that stand by themselves."""
        return [block for block in self._blocks if isinstance(block, b.Heading)]

    def build_all(self) -> None:
        """Build what is missing at once (print preview, tests)."""
        self._build(None)

    # ── building ──────────────────────────────────────────────────────────────────────────────

    def _build(self, seconds: float | None) -> None:
        """Make widgets: what is in view at the spot first, then for `seconds` (None = all)."""
        start = time.perf_counter()
        stack = self._stack
        assert stack is not None
        filled = self._fills_view(stack)
        anchor = stack.widgets[0] if stack.widgets else None
        before = anchor.y() if anchor is not None else 0
        above = False
        while not stack.complete:
            late = seconds is not None and time.perf_counter() - start > seconds
            if filled and late:
                break
            if not filled and seconds is not None and self._fills_view(stack):
                break  # something new to paint
            upwards = stack.at_end or (filled and not stack.at_top)
            if upwards:
                stack.make_above()
                above = True
                if not filled:  # near the end: the screen is filled from above
                    self.body.place()
            else:
                stack.make_below()
        if above:
            self.body.place()
        self._add_footer(stack)
        self._fit()
        if above and anchor is not None:  # what is in view stays where it is
            self._restoring = True
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.y() - before)
            self._restoring = False
        if not stack.complete:
            self._next.start(0)
        else:
            self.built.emit()

    def _add_footer(self, stack: Stack) -> None:
        if stack.at_end and self._footer is not None:
            footer, self._footer = self._footer, None
            self.body.add(footer, 40)

    def _fills_view(self, stack: Stack) -> bool:
        """Tell whether what is built fills a screen from the spot on."""
        if not stack.has(self._spot.block):
            return False
        if not self.isVisible():
            return stack.high > stack.unit_of(self._spot.block) + 6
        high = self.viewport().height()
        if self.body.bottom > self._y_of(self._spot) + high:
            return True
        return stack.at_end and (stack.at_top or stack.top + high <= self.body.bottom)

    @Slot()
    def _on_next(self) -> None:
        self._build(STEP_S)
        if self.complete:
            self._note_place()

    @Slot()
    def _fit(self) -> None:
        """Give the body the width of the window and the height it needs."""
        width = self.viewport().width()
        if self.body.width() != width:
            self.body.resize(width, self.body.height())
        height = self.body.bottom if self.isVisible() else self.body.heightForWidth(width)
        height = max(height, self.viewport().height())
        if self.body.height() != height:
            self.body.resize(width, height)

    # ── where we are ──────────────────────────────────────────────────────────────────────────

    def _clamp_spot(self) -> None:
        if self._spot.block >= len(self._blocks):
            self._spot = Spot()

    def _y_of(self, spot: Spot) -> int:
        assert self._stack is not None
        top, bottom = self._stack.edges(spot.block)
        return round(top + (bottom - top) * spot.offset)

    def _spot_of(self, anchor: str) -> Spot:
        for index, block in enumerate(self._blocks):
            if isinstance(block, b.Heading) and block.anchor == anchor:
                return Spot(index, 0.0)
        return Spot()

    def _margin(self) -> int:
        """Return how far below the upper edge a place is put that is gone to."""
        return style.px(12)

    def _restore(self) -> None:
        """Scroll to the spot."""
        self._restoring = True
        top = self._spot == Spot()
        if not top and self._stack is not None and self._stack.has(self._spot.block):
            self.verticalScrollBar().setValue(self._y_of(self._spot) - self._margin())
        else:
            self.verticalScrollBar().setValue(0)
        self._restoring = False
        self._note_place()

    def go_to(self, spot: Spot) -> None:
        """Scroll to a place, building up to it first."""
        self._spot = spot
        self._clamp_spot()
        stack = self._stack
        if stack is not None and not stack.complete:
            wanted = stack.unit_of(self._spot.block)
            while wanted < stack.low or (self._spot == Spot() and not stack.at_top):
                stack.make_above()
            self.body.place()
            while not stack.at_end and not self._fills_view(stack):
                stack.make_below()
            self._add_footer(stack)
            self._fit()
        self._restore()

    def to_top(self) -> None:
        """Scroll to the upper end."""
        self.go_to(Spot())

    def to_end(self) -> None:
        """Scroll to the lower end, building up to it."""
        self.build_all()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def go_to_anchor(self, anchor: str) -> bool:
        """Scroll to a heading; tell whether there is one."""
        spot = self._spot_of(anchor)
        if spot == Spot() and not any(h.anchor == anchor for h in self.headings()):
            return False
        self.go_to(spot)
        return True

    def go_to_line(self, line: int) -> None:
        """Scroll to the last block that begins at or above `line` of the source file."""
        best = 0
        for index, block in enumerate(self._blocks):
            if 0 < block.line <= line:
                best = index
        self.go_to(Spot(best, 0.0))

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if not self._restoring:
            self._note_place()

    def _note_place(self) -> None:
        """Work out spot, share and heading from the scroll bar."""
        stack = self._stack
        if stack is None or not stack.widgets:
            return
        y = self.verticalScrollBar().value()
        at = y + self._margin()
        block = stack.block_at(at)
        spot = Spot()
        if block >= 0 and (y > 0 or not stack.at_top):
            top, bottom = stack.edges(block)
            share = (at - top) / (bottom - top) if bottom > top else 0.0
            spot = Spot(block, round(min(1.0, max(0.0, share)), 4))
        lower = y + self.viewport().height()
        last = max(0, stack.block_at(lower))
        top, bottom = stack.edges(last)
        inside = min(1.0, max(0.0, (lower - top) / (bottom - top))) if bottom > top else 1.0
        seen = min(1.0, (last + inside) / len(self._blocks))
        end = stack.at_end and lower >= stack.bottom
        seen = 1.0 if end else min(seen, 0.999)
        changed = spot != self._spot or seen > self._furthest
        self._spot = spot
        self._furthest = max(self._furthest, seen)
        self.progressed.emit(seen)
        if changed:
            self._settle.start()
        self._note_heading(max(block, stack.block_at(y + self.viewport().height() / 3)))
        if end and not self._ended and self.isVisible():
            self._ended = True
            self.reached_end.emit()

    def _note_heading(self, block: int) -> None:
        anchor = ""
        for one in reversed(self._blocks[: block + 1]):
            if isinstance(one, b.Heading):
                anchor = one.anchor
                break
        if anchor != self._heading:
            self._heading = anchor
            self.heading_changed.emit(anchor)

    @property
    def current_anchor(self) -> str:
        """Return the anchor of the heading the learner is under."""
        return self._heading

    @Slot()
    def _on_settled(self) -> None:
        self.spot_changed.emit(self._spot, self._furthest)

    def settle(self) -> None:
        """Say at once what `spot_changed` would say in a moment."""
        if self._settle.isActive():
            self._settle.stop()
            self._on_settled()

    # ── events ────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_look_changed(self) -> None:
        """Place everything at the new zoom and stay where we were."""
        spot = self._spot
        if self.isVisible():
            self.body.place()
            self._fit()
            self._spot = spot
            self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place while lines break anew."""
        spot = self._spot
        self._restoring = True
        super().resizeEvent(event)
        self._fit()
        self._spot = spot
        if event.oldSize().width() != event.size().width():
            self._restore()
        self._restoring = False

    def showEvent(self, event: object) -> None:
        """Place what was built before the view had a size."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.body.place()
        self._fit()
        self._restore()

    # ── copying a section ─────────────────────────────────────────────────────────────────────

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the section."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        focused = QApplication.focusWidget()
        if isinstance(focused, ProseView) and focused.textCursor().hasSelection():
            menu.addAction(self.tr("Copy"), focused.copy)
        y = self.body.mapFromGlobal(event.globalPos()).y()
        self._menu_block = max(0, self._stack.block_at(y)) if self._stack else 0
        menu.addAction(self.tr("Copy this section"), self._on_copy_section)
        menu.popup(event.globalPos())

    @Slot()
    def _on_copy_section(self) -> None:
        QGuiApplication.clipboard().setText(self.section_text(self._menu_block))

    def section_text(self, block: int) -> str:
        """Return the section around a block as plain text: from its heading to the next."""
        first = last = block
        while first > 0 and not isinstance(self._blocks[first], b.Heading):
            first -= 1
        last += 1
        while last < len(self._blocks) and not isinstance(self._blocks[last], b.Heading):
            last += 1
        return plain_blocks(self._blocks[first:last], self._language)

    # ── finding ───────────────────────────────────────────────────────────────────────────────

    def find_blocks(self, words: str) -> list[int]:
        """Return the blocks whose text has `words`, whatever the case."""
        wanted = words.casefold().strip()
        if not wanted:
            return []
        return [
            index
            for index, block in enumerate(self._blocks)
            if wanted in plain_blocks((block,), self._language).casefold()
        ]

    def show_found(self, block: int, words: str) -> None:
        """Scroll to a block and mark the words in it."""
        self.go_to(Spot(block, 0.0))
        widget = self.widget_of(block)
        if isinstance(widget, ProseView) and self._stack is not None:
            top, _ = self._stack.edges(block)
            start = widget.cursorForPosition(QPoint(0, round(top) - widget.y() + 2))
            found = widget.document().find(words.strip(), start.block().position())
            if not found.isNull():
                widget.setTextCursor(found)

    def end_search(self) -> None:
        """Take the mark of what was found away."""
        for prose in self.body.findChildren(ProseView):
            cursor = prose.textCursor()
            if cursor.hasSelection():
                cursor.clearSelection()
                prose.setTextCursor(cursor)

    # ── for others ────────────────────────────────────────────────────────────────────────────

    def link_place(self) -> QRect:
        """Return where the link that was opened last is, in the view: at the keyboard's link or
        under the mouse."""
        focused = QApplication.focusWidget()
        if isinstance(focused, ProseView) and self.isAncestorOf(focused):
            place = focused.cursorRect()
            origin = focused.viewport().mapTo(self, place.topLeft())
            return QRect(origin, place.size())
        return QRect(self.mapFromGlobal(QCursor.pos()), self.mapFromGlobal(QCursor.pos()))

    def widget_of(self, block: int) -> QWidget | None:
        """Return the widget that shows a block, if it is built."""
        return self._stack.widget_of(block) if self._stack is not None else None

    def folds(self) -> list[FoldView]:
        """Return the folds that are built."""
        return self.body.findChildren(FoldView)
