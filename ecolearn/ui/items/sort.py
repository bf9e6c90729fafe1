"""Sort: numbered bins, and things to put into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.placing import PlacingView
from ecolearn.ui.items.rows import paint_frame, paint_key
from ecolearn.ui.items.text import WrapLabel, plain, runs
from ecolearn.ui.items.tiles import Tile, TileFlow
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Radius

if TYPE_CHECKING:
    from ecolearn.quiz.items.sort import Sort


class _Bin(QAbstractButton):
    """A place with its number, name and contents; a click puts the active thing into it."""

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._key = key
        self.lit = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        px = style.px
        self.title = WrapLabel("", role="strong", parent=self)
        self.title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.title.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(10), px(10), px(10))
        column.setSpacing(px(8))
        head = QWidget(self)
        head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(px(34) if key else px(4), px(3), 0, px(3))
        inside.addWidget(self.title)
        column.addWidget(head)
        self.contents = QVBoxLayout()
        self.contents.setSpacing(px(6))
        column.addLayout(self.contents)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = style.px
        hover = self.underMouse() and self.isEnabled()
        ground = "primary_soft" if self.lit else "sunken"
        border = "primary" if self.lit else "border_strong" if hover else "border"
        paint_frame(
            painter, self, ground, border, strong=self.lit, dashed=not self.lit, radius=Radius.CARD
        )
        if self._key:
            paint_key(painter, self._key, px(10 + 24), px(24), px(11))


class SortView(PlacingView):
    """Digits put the active thing into the bin of that number."""

    item: Sort

    def build(self) -> None:
        self.start()
        self._thing_order = self.order("things", known_ids(len(self.item.things)))
        self._bin_order = self.order("bins", list(self.item.bins()))
        self._pool = QWidget(self)
        self._pool_flow = TileFlow(self._pool)
        self._tiles: dict[str, Tile] = {}
        for name in self._thing_order:
            tile = Tile(name, parent=self._pool)
            self.connect_tile(tile)
            self._tiles[name] = tile
        self.column.addWidget(self._pool)
        self.column.addSpacing(style.px(6))
        self._bins: dict[str, _Bin] = {}
        grid_widget = QWidget(self)
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.px(10))
        columns = len(self._bin_order) if len(self._bin_order) <= 3 else 2
        if len(self._bin_order) > 4:
            columns = 3
        if style.scale() > 1.5:  # no room for two names side by side
            columns = 1
        for number, name in enumerate(self._bin_order, 1):
            place = _Bin(name, str(number) if number < 10 else "", grid_widget)
            place.setMinimumHeight(style.px(104))
            place.clicked.connect(self._on_bin_clicked)
            row, column = divmod(number - 1, columns)
            grid.addWidget(place, row, column)
            grid.setColumnStretch(column, 1)
            self._bins[name] = place
        self.column.addWidget(grid_widget)
        self.column.addWidget(self.make_foot())
        self.show_texts()
        self.take_response({})

    # ── the base asks ─────────────────────────────────────────────────────────────────────────

    def things(self) -> list[str]:
        return self._thing_order

    def places(self) -> list[str]:
        return self._bin_order

    def tile_of(self, thing: str) -> Tile:
        return self._tiles[thing]

    def words_of_place(self, place: str) -> str:
        return plain(self.item.bins().get(place, ""))

    def show_texts(self) -> None:
        for index, thing in enumerate(self.item.things):
            self._tiles[option_id(index)].set_text(thing.left, self.media, self.titles)
        for name, text in self.item.bins().items():
            place = self._bins[name]
            place.title.set_text(runs(text))
            place.setAccessibleName(plain(text))
        self.help_label.setText(
            self.tr("A number key puts the marked thing into a place; Delete takes it back.")
        )
        self.undo_button.setText(self.tr("Undo"))
        self.show_placed()

    def show_placed(self) -> None:
        for name in self._thing_order:
            tile = self._tiles[name]
            target = self.placed.get(name, "")
            home: QWidget = self._bins.get(target, self._pool)
            if tile.parentWidget() is not home or tile.property("home") != target:
                tile.setProperty("home", target)
                self._pool_flow.removeWidget(tile)
                for place in self._bins.values():
                    place.contents.removeWidget(tile)
                tile.setParent(home)
                if isinstance(home, _Bin):
                    home.contents.addWidget(tile)
                else:
                    self._pool_flow.addWidget(tile)
                tile.show()
            words = self.words_of_place(target) if target else self.tr("not placed yet")
            if self.grade is None:
                tile.setAccessibleDescription(words)
        self._pool.setVisible(any(name not in self.placed for name in self._thing_order))
        self.show_active()

    def place_at(self, screen: QPoint) -> str | None:
        for name, place in self._bins.items():
            if place.rect().contains(place.mapFromGlobal(screen)):
                return name
        return "" if self.rect().contains(self.mapFromGlobal(screen)) else None

    def show_target(self, place: str | None) -> None:
        for name, widget in self._bins.items():
            if widget.lit != (name == place):
                widget.lit = name == place
                widget.update()

    # ── as every view ─────────────────────────────────────────────────────────────────────────

    def response(self) -> Response:
        return self.response_of("bins")

    def unfinished(self) -> str:
        count = len(self.item.things)
        empty = count - len(self.response()["bins"])
        words = self.tr("{empty} of {all} are not sorted yet. Check anyway?")
        return words.format(empty=empty, all=count) if empty > 0 else ""

    def set_response(self, response: Response) -> None:
        self.take_response(response.get("bins", {}))

    def show_marks(self) -> None:
        if self.grade is None:
            for tile in self._tiles.values():
                tile.set_mark("")
            self.show_placed()
            return
        solution = self.item.solution().get("bins", {})
        for name, tile in self._tiles.items():
            mark = self.mark_of(name)
            if mark is None:
                tile.set_mark("")
                continue
            word = self.word_right() if mark else self.word_wrong()
            if not mark and name not in self.placed:
                word = self.tr("Not placed")
            if not mark and self.revealed:
                word = self.tr("{verdict}. Right: {answer}").format(
                    verdict=word, answer=self.words_of_place(str(solution.get(name, "")))
                )
            said = "right" if mark else "wrong" if name in self.placed else "missed"
            tile.set_mark(said, word, self.remark_on(name), self.titles)

    def _on_bin_clicked(self) -> None:
        place = self.sender()
        assert isinstance(place, _Bin)
        self.put(self.active, place.name)
