"""Match: each left side gets a right side, from a bank of numbered tiles below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.placing import PlacingView
from ecolearn.ui.items.rows import paint_frame
from ecolearn.ui.items.text import plain
from ecolearn.ui.items.tiles import Tile, TileFlow
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from ecolearn.quiz.items.match import Match


class _Left(Tile):
    """A left side; it stays where it is."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()


class _Slot(Tile):
    """Where the right side of a left side goes; `name` is the left side's."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.filled = ""
        self.lit = False  #: something carried would be put here
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.filled:
            super().mouseMoveEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), style.px(160)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mark or (self.filled and not self.lit):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.lit or self.active
        border = "primary" if lit else "border_strong"
        ground = "primary_soft" if self.lit else "surface"
        paint_frame(painter, self, ground, border, strong=lit, dashed=True)
        if not self.filled and not self.text():
            side = style.px(18)
            spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            role = "primary" if lit else "border_strong"
            icons.paint_icon(painter, "plus", spot, style.current().colour(role))


class MatchView(PlacingView):
    """Digits choose the right side for the active left one; arrows go to another left one."""

    item: Match

    def build(self) -> None:
        self.start()
        # two left sides may share a right one if the author says that this is matching
        self.one_each = len(self.item.rights()) >= len(self.item.pairs)
        self._left_order = self.order("left", known_ids(len(self.item.pairs)))
        self._right_order = self.order("right", list(self.item.rights()))
        self._lefts: dict[str, _Left] = {}
        self._slots: dict[str, _Slot] = {}
        self._rights: dict[str, Tile] = {}
        pairs = QWidget(self)
        grid = QGridLayout(pairs)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.px(8))
        grid.setVerticalSpacing(style.px(8))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for row, name in enumerate(self._left_order):
            left, slot = _Left(name, parent=pairs), _Slot(name, parent=pairs)
            left.setCursor(Qt.CursorShape.PointingHandCursor)
            self.connect_tile(left)
            slot.clicked.connect(self._on_slot_clicked)
            slot.carried.connect(self._on_tile_carried)
            slot.put_down.connect(self._on_tile_put_down)
            grid.addWidget(left, row, 0)
            arrow = IconLabel("arrow-right", 18, "muted", pairs)
            grid.addWidget(arrow, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(slot, row, 2)
            self._lefts[name], self._slots[name] = left, slot
        self.column.addWidget(pairs)
        self._bank_title = QLabel(self)
        style.set_role(self._bank_title, "muted")
        self._bank = QWidget(self)
        flow = TileFlow(self._bank)
        for number, name in enumerate(self._right_order, 1):
            tile = Tile(name, key=str(number) if number < 10 else "", parent=self._bank)
            tile.clicked.connect(self._on_right_clicked)
            tile.carried.connect(self._on_tile_carried)
            tile.put_down.connect(self._on_tile_put_down)
            flow.addWidget(tile)
            self._rights[name] = tile
        self.column.addSpacing(style.px(8))
        self.column.addWidget(self._bank_title)
        self.column.addWidget(self._bank)
        self.column.addWidget(self.make_foot())
        self.show_texts()
        self.take_response({})

    # ── the base asks ─────────────────────────────────────────────────────────────────────────

    def things(self) -> list[str]:
        return self._left_order

    def places(self) -> list[str]:
        return self._right_order

    def tile_of(self, thing: str) -> Tile:
        return self._lefts[thing]

    def words_of_place(self, place: str) -> str:
        return plain(self._right_text(place))

    def _right_text(self, place: str) -> str:
        return self.item.rights().get(place, "")

    def show_texts(self) -> None:
        for index, pair in enumerate(self.item.pairs):
            self._lefts[option_id(index)].set_text(pair.left, self.media, self.titles)
        for name, text in self.item.rights().items():
            self._rights[name].set_text(text, self.media, self.titles)
        self._bank_title.setText(self.tr("Choose from these:"))
        self.help_label.setText(
            self.tr("A number key puts an answer beside the marked line; ↑ ↓ go to another line.")
        )
        self.undo_button.setText(self.tr("Undo"))
        for slot in self._slots.values():
            slot.filled = ""
        self.show_placed()

    def show_placed(self) -> None:
        used = set(self.placed.values())
        for name, slot in self._slots.items():
            place = self.placed.get(name, "")
            if slot.filled != place:
                slot.filled = place
                slot.set_text(self._right_text(place) if place else "", self.media, self.titles)
            left = self._lefts[name]
            words = self.words_of_place(place) if place else self.tr("nothing chosen yet")
            slot.setAccessibleName(
                self.tr("{left}: {right}").format(left=left.accessibleName(), right=words)
            )
            left.setAccessibleDescription(words)
            slot.update()
        for name, tile in self._rights.items():
            tile.set_used(name in used)
        self.show_active()

    def show_active(self) -> None:
        super().show_active()
        for name, slot in self._slots.items():
            slot.set_active(name == self.active and not self.locked)

    def place_at(self, screen: QPoint) -> str | None:
        for name, slot in self._slots.items():
            for widget in (slot, self._lefts[name]):
                if widget.rect().contains(widget.mapFromGlobal(screen)):
                    return name
        return "" if self._bank.rect().contains(self._bank.mapFromGlobal(screen)) else None

    def show_target(self, place: str | None) -> None:
        for name, slot in self._slots.items():
            if slot.lit != (name == place):
                slot.lit = name == place
                slot.update()

    def dropped(self, tile: Tile, place: str | None) -> None:
        """A right side was let go over a left one (`place`), or a slot was emptied."""
        right = tile.filled if isinstance(tile, _Slot) else tile.name
        if place:
            self.put(place, right)
        elif isinstance(tile, _Slot):
            self.put(tile.name, "")

    # ── as every view ─────────────────────────────────────────────────────────────────────────

    def response(self) -> Response:
        return self.response_of("pairs")

    def unfinished(self) -> str:
        count = len(self.item.pairs)
        empty = count - len(self.response()["pairs"])
        words = self.tr("{empty} of {all} are still without a partner. Check anyway?")
        return words.format(empty=empty, all=count) if empty > 0 else ""

    def set_response(self, response: Response) -> None:
        self.take_response(response.get("pairs", {}))

    def show_marks(self) -> None:
        if self.grade is None:
            for slot in self._slots.values():
                slot.set_mark("")
        else:
            solution = self.item.solution().get("pairs", {})
            for name, slot in self._slots.items():
                self._mark(name, slot, str(solution.get(name, "")))
        self._bank.setVisible(self.grade is None or not self.revealed)
        self._bank_title.setVisible(self.grade is None or not self.revealed)
        self.show_placed()

    def _mark(self, name: str, slot: _Slot, wanted: str) -> None:
        mark = self.mark_of(name)
        if mark is None:
            slot.set_mark("")
        elif mark:
            slot.set_mark("right", self.word_right(), self.remark_on(name), self.titles)
        else:
            word = self.word_wrong() if name in self.placed else self.tr("Nothing chosen")
            if self.revealed and wanted:
                word = self.tr("{verdict}. Right: {answer}").format(
                    verdict=word, answer=self.words_of_place(wanted)
                )
            slot.set_mark("wrong", word, self.remark_on(name), self.titles)

    def show_locked(self) -> None:
        super().show_locked()
        for tile in (*self._rights.values(), *self._slots.values()):
            tile.set_locked(self.locked)

    def _on_right_clicked(self) -> None:
        self.put(self.active, self.sender_tile().name)

    def _on_slot_clicked(self) -> None:
        if not self.locked:
            self.activate(self.sender_tile().name)
            self._lefts[self.active].setFocus(Qt.FocusReason.MouseFocusReason)
