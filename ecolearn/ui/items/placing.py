"""What matching and sorting have in common: things that are put into places.

One thing is always the active one. A number key puts it into the place of that number, and the
next thing without a place becomes active, so sorting seven things takes seven keys. With the
mouse a thing is dragged, or clicked and then its place.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from ecolearn.quiz.items.base import Response
from ecolearn.ui.items.base import ItemView, say
from ecolearn.ui.items.tiles import Ghost, Tile
from ecolearn.ui.theme import icons, style

_HISTORY = 50


class PlacingView(ItemView):
    """Base of the two. `placed` is thing → place; subclasses draw it in `show_placed`."""

    placed: dict[str, str]
    #: whether a place holds only one thing
    one_each = False

    def start(self) -> None:
        """Prepare the state; called first by `build`."""
        self.placed = {}
        self.active = ""
        self._history: list[dict[str, str]] = []
        self._ghost: Ghost | None = None

    def make_foot(self) -> QWidget:
        """Return the line below: how to do it by keys, and the way back."""
        foot = QWidget(self)
        across = QHBoxLayout(foot)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(8))
        self.help_label = QLabel(foot)
        self.help_label.setWordWrap(True)
        style.set_role(self.help_label, "muted")
        self.undo_button = QPushButton(foot)
        style.set_kind(self.undo_button, "ghost")
        icons.set_button_icon(self.undo_button, "undo-2")
        self.undo_button.clicked.connect(self._on_undo_clicked)
        across.addWidget(self.help_label, 1)
        across.addWidget(self.undo_button)
        self._foot = foot
        return foot

    # ── what subclasses say ───────────────────────────────────────────────────────────────────

    def things(self) -> list[str]:
        """Return the ids of the things, as the learner sees them."""
        raise NotImplementedError

    def places(self) -> list[str]:
        """Return the ids of the places, as the learner sees them."""
        raise NotImplementedError

    def tile_of(self, thing: str) -> Tile:
        """Return the tile of a thing."""
        raise NotImplementedError

    def words_of_place(self, place: str) -> str:
        """Return the words of a place."""
        raise NotImplementedError

    def show_placed(self) -> None:
        """Show `placed` and `active`."""
        raise NotImplementedError

    def place_at(self, screen: QPoint) -> str | None:
        """Return the place under a point of the screen, "" for none of them but the pool, None
        for elsewhere."""
        raise NotImplementedError

    # ── doing ─────────────────────────────────────────────────────────────────────────────────

    def put(self, thing: str, place: str) -> None:
        """Put a thing into a place ("" = take it back), and go on to the next thing."""
        if self.locked or not thing or self.placed.get(thing, "") == place:
            return
        self._remember()
        if self.one_each and place:
            self.placed = {t: p for t, p in self.placed.items() if p != place}
        if place:
            self.placed[thing] = place
        else:
            self.placed.pop(thing, None)
        self._say_placed(thing, place)
        had_focus = self._has_keyboard()
        self.active = self._next_after(thing) if place else thing
        self.show_placed()
        if had_focus:
            self.focus_first()
        self._show_undo()
        self.changed()

    def _has_keyboard(self) -> bool:
        """Tell whether a tile has the keyboard, be it a thing or a place to choose."""
        now = QApplication.focusWidget()
        return isinstance(now, Tile) and self.isAncestorOf(now)

    def _say_placed(self, thing: str, place: str) -> None:
        name = self.tile_of(thing).accessibleName()
        if place:
            text = self.tr("{thing}: {place}").format(thing=name, place=self.words_of_place(place))
        else:
            text = self.tr("{thing}: taken back").format(thing=name)
        say(self, text)

    def _next_after(self, thing: str) -> str:
        """Return the next thing without a place, or `thing` itself if all have one."""
        order = self.things()
        start = order.index(thing) if thing in order else -1
        for name in order[start + 1 :] + order[: start + 1]:
            if name not in self.placed:
                return name
        return thing

    def _remember(self) -> None:
        self._history.append(dict(self.placed))
        del self._history[:-_HISTORY]

    def undo(self) -> None:
        """Go one step back."""
        if self._history and not self.locked:
            had_focus = self._has_keyboard()
            self.placed = self._history.pop()
            self.active = self._next_after("")
            self.show_placed()
            if had_focus:
                self.focus_first()
            self._show_undo()
            self.changed()

    def _show_undo(self) -> None:
        self.undo_button.setEnabled(bool(self._history) and not self.locked)
        self._foot.setVisible(not self.locked)

    def activate(self, thing: str) -> None:
        """Make a thing the one that number keys act on."""
        if thing != self.active:
            self.active = thing
            self.show_active()

    def show_active(self) -> None:
        """Show which thing is active."""
        for name in self.things():
            self.tile_of(name).set_active(name == self.active and not self.locked)

    # ── as every view ─────────────────────────────────────────────────────────────────────────

    def take_response(self, found: dict[str, str]) -> None:
        """Show what is placed, without telling anybody."""
        known_things, known_places = set(self.things()), set(self.places())
        self.placed = {t: p for t, p in found.items() if t in known_things and p in known_places}
        self._history.clear()
        self.active = self._next_after("")
        self.show_placed()
        self._show_undo()

    def response_of(self, name: str) -> Response:
        """Return the response with the things in the order of the file."""
        return {name: dict(sorted(self.placed.items(), key=lambda pair: (len(pair[0]), pair[0])))}

    def show_locked(self) -> None:
        for name in self.things():
            self.tile_of(name).set_locked(self.locked)
        self.show_active()
        self._show_undo()

    def key_digit(self, digit: int) -> bool:
        places = self.places()
        if digit > len(places):
            return False
        self.put(self.active, places[digit - 1])
        return True

    def focus_first(self) -> None:
        order = self.things()
        if order:
            self.activate(self.active or order[0])
            self.tile_of(self.active).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with the usual keys."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            event.accept()
            return
        super().keyPressEvent(event)

    # ── the mouse ─────────────────────────────────────────────────────────────────────────────

    def connect_tile(self, tile: Tile) -> None:
        """Listen to a tile."""
        tile.clicked.connect(self._on_tile_clicked)
        tile.entered.connect(self._on_tile_clicked)
        tile.carried.connect(self._on_tile_carried)
        tile.put_down.connect(self._on_tile_put_down)
        tile.taken_back.connect(self._on_tile_taken_back)
        tile.moved.connect(self._on_tile_moved)

    def sender_tile(self) -> Tile:
        """Return the tile whose signal is being handled."""
        tile = self.sender()
        assert isinstance(tile, Tile)
        return tile

    def _on_tile_clicked(self) -> None:
        if not self.locked:
            self.activate(self.sender_tile().name)

    def _on_tile_carried(self, screen: QPoint) -> None:
        tile = self.sender_tile()
        if self._ghost is None:
            self._ghost = Ghost(tile.grab(), tile.grip, self)
        self._ghost.follow(screen)
        self.show_target(self.place_at(screen))

    def _on_tile_put_down(self, screen: QPoint) -> None:
        tile = self.sender_tile()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        self.show_target(None)
        self.dropped(tile, self.place_at(screen))

    def dropped(self, tile: Tile, place: str | None) -> None:
        """Put the thing of `tile` where it was let go."""
        if place is not None:
            self.put(tile.name, place)

    def show_target(self, place: str | None) -> None:
        """Show where a carried thing would go."""

    def _on_tile_taken_back(self) -> None:
        self.put(self.sender_tile().name, "")

    def _on_tile_moved(self, step: int) -> None:
        order = self.things()
        name = self.sender_tile().name
        if name in order:
            near = order[(order.index(name) + step) % len(order)]
            self.activate(near)
            self.tile_of(near).setFocus(
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )

    def _on_undo_clicked(self) -> None:
        self.undo()


__all__ = ["PlacingView"]
