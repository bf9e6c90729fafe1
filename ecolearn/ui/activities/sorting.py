"""A sorting game: a thing on a card, bins below it, and after each the reason.

A thing is dragged onto a bin, or the bin is clicked, or its digit pressed; with arrow keys one goes
to a bin and presses Enter. Then Enter, Space or the button goes on: two keys a thing.
"""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ecolearn.content.activities.base import State
from ecolearn.content.activities.sorting import Sorting
from ecolearn.content.blocks import Block
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.even_flow import EvenFlow
from ecolearn.ui.activities.reveal import Reveal, scroll_near_edge
from ecolearn.ui.activities.sorting_end import SortingEnd
from ecolearn.ui.activities.sorting_paper import sorting_paper
from ecolearn.ui.activities.sorting_parts import (
    BIN_PX,
    STAGE_PX,
    BinButton,
    SetButton,
    ThingCard,
)
from ecolearn.ui.activities.sorting_words import SortingWords, capital
from ecolearn.ui.items.base import digit_of, say
from ecolearn.ui.items.pictures import PictureView
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import plain, text_widget
from ecolearn.ui.items.tiles import Ghost
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.progress_bar import ThinProgressBar

#: so many right ones in a row are worth a word
_STREAK = 3


class SortingView(ActivityView[Sorting]):
    """See the module text. `state` is what was done; the page shown follows from it."""

    def build(self) -> None:
        # state
        self._done: State = self.activity.clean({})
        self._begun = False  # a game that was only looked at is none
        self._best: float | None = None
        self._ghost: Ghost | None = None
        self._bins: dict[str, BinButton] = {}
        self._card: ThingCard | None = None
        self._next: QPushButton | None = None
        self._end: SortingEnd | None = None
        self._first: QWidget | None = None
        self._reveal = Reveal(self)
        # layout
        self._page = Place(self)
        self.column.addWidget(self._page)
        self._show()

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        return dict(self._done) if self._begun or self._done["put"] else {}

    def set_state(self, state: State) -> None:
        self._done = self.activity.clean(state)
        self._begun = bool(self._done["order"])
        self._show()

    def show_kept(self, kept: ActivityState) -> None:
        self._best = kept.best
        if self._end is not None:
            self._end.show_best(self._best)

    def focus_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def restart(self) -> None:
        """Begin again: choose a set, or draw other things."""
        before = self._done
        self._done = self.activity.clean({})
        self._begun = False
        if not self.activity.sets:
            self._done = self._drawn("", before)
        self._show()
        self.changed.emit(True)

    def _drawn(self, set_id: str, before: State) -> State:
        """Return a new game that does not come in the order of the one before."""
        words = [self.around.seed, self.activity.id, set_id, *before["order"]]
        return self.activity.draw_game(set_id, Random("/".join(words)))

    # ── pages ─────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        """Show the page that the state calls for."""
        self._card = self._next = self._end = self._first = None
        self._bins = {}
        if not self._done["order"] and not self.activity.sets:
            self._done = self._drawn("", self._done)
        if not self._done["order"]:
            self._page.put(self._choice() if self.activity.sets else QWidget())
        elif self._done["at"] >= len(self._done["order"]):
            self._page.put(self._result())
        else:
            self._page.put(self._game())
        self.resized.emit()

    def _choice(self) -> QWidget:
        """Return the page on which a set is chosen."""
        page = QWidget()
        flow = FlowLayout(page, min_item=230, spacing=12)
        for one in self.activity.sets:
            self._add_set(flow, one.id, self.text(one.label))
        self._add_set(flow, "", self.tr("Everything"))
        return page

    def _add_set(self, flow: FlowLayout, set_id: str, words: str) -> None:
        size, whole = self.activity.size(set_id), len(self.activity.things_of(set_id))
        if size < whole:
            count = self.tr("{count} of %n thing(s)", "", whole).format(count=size)
        else:
            count = self.tr("%n thing(s)", "", whole)
        button = SetButton(words, count, "sprout" if set_id else "recycle")
        button.setProperty("set", set_id)
        button.clicked.connect(self._on_set_chosen)
        flow.addWidget(button)
        self._first = self._first or button

    def _game(self) -> QWidget:
        """Return the page with a thing, or the reason for the last one, and the bins."""
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(style.px(12))
        down.addWidget(self._head())
        put = self.activity.just_put(self._done)
        stage = self._reason(put) if put else self._thing()
        stage.setMinimumHeight(style.px(STAGE_PX))
        down.addWidget(stage)
        down.addWidget(self._make_bins(put))
        drag = self.tr("Drag it into a bin, click the bin, or press its number.")
        hint = QLabel(self.tr("Enter goes on.") if put else drag, page)
        hint.setWordWrap(True)
        style.set_role(hint, "muted")
        down.addWidget(hint)
        return page

    def _head(self) -> QWidget:
        done, whole = len(self._done["put"]), len(self._done["order"])
        at = self._done["at"] + 1
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(12))
        words = self.tr("{number} of {whole}").format(number=at, whole=whole)
        count = QLabel(words, head)
        style.set_role(count, "muted")
        bar = ThinProgressBar(self.tr("Things sorted"), head)
        bar.set_fraction(done / whole)
        bar.setAccessibleDescription(words)
        row.addWidget(count)
        row.addWidget(bar, 1)
        streak = self.activity.streak(self._done)
        if streak >= _STREAK:
            row.addWidget(Chip(self.tr("%n right in a row", "", streak)))
        return head

    def _thing(self) -> QWidget:
        thing = self.activity.thing(self.activity.in_hand(self._done))
        assert thing is not None
        words = capital(self.text(thing.label))
        picture = None
        if thing.picture:
            picture = PictureView(self.around.media(thing.picture), words, widest=240)
        card = ThingCard(words, picture, self)
        number, whole = self._done["at"] + 1, len(self._done["order"])
        card.setAccessibleDescription(
            self.tr("Thing {number} of {whole}. Press the number of a bin.").format(
                number=number, whole=whole
            )
        )
        card.carried.connect(self._on_carried)
        card.put_down.connect(self._on_put_down)
        card.stepped.connect(self._on_card_stepped)
        self._card = self._first = card
        return card

    def _reason(self, thing_id: str) -> QWidget:
        thing = self.activity.thing(thing_id)
        assert thing is not None
        right = self.activity.is_right(self._done, thing_id)
        name = capital(self.text(thing.label))
        place = self._words().bin(thing.bin)
        if right:
            title = self.tr("Right: {thing} → {bin}").format(thing=name, bin=place)
        else:
            title = self.tr("Not there. It goes here: {thing} → {bin}").format(
                thing=name, bin=place
            )
        box = Callout("ok" if right else "note", title, icon=None if right else "lightbulb")
        why = text_widget(self.text(thing.why), self.around.media, titles=self.around.titles)
        if hasattr(why, "link_activated"):
            why.link_activated.connect(self.link_activated)
        box.add_widget(why)
        row = QHBoxLayout()
        last = len(self._done["put"]) == len(self._done["order"])
        button = QPushButton(self.tr("See the result") if last else self.tr("Next"), box)
        style.set_kind(button, "primary")
        icons.set_button_icon(button, "arrow-right", trailing=True)
        button.clicked.connect(self._on_next)
        row.addStretch(1)
        row.addWidget(button)
        box.content.addStretch(1)
        box.content.addLayout(row)
        self._next = self._first = button
        return box

    def _make_bins(self, put: str) -> QWidget:
        box = QWidget()
        grid = EvenFlow(box, min_item=BIN_PX, spacing=10)
        words = self._words()
        thing = self.activity.thing(put)
        chosen = self._done["put"].get(put, "")
        for number, one in enumerate(self.activity.bins):
            button = BinButton(
                one.id,
                number,
                words.bin(one.id),
                plain(self.text(one.help)),
                one.icon,
                one.hue,
                box,
            )
            button.set_open(not put)
            if thing is not None and one.id == thing.bin:
                button.set_mark("right", self.tr("Right place"))
            elif thing is not None and one.id == chosen:
                button.set_mark("wrong", self.tr("Not here"))
            button.clicked.connect(self._on_bin_clicked)
            button.stepped.connect(self._on_bin_stepped)
            grid.addWidget(button)
            self._bins[one.id] = button
        return box

    def _result(self) -> QWidget:
        end = SortingEnd(self.activity, self.around, self._done)
        end.again.connect(self._on_again)
        end.practice.connect(self._on_practice)
        end.choose.connect(self.restart)
        end.link_activated.connect(self.link_activated)
        end.show_best(self._best)
        self._end, self._first = end, end.first
        return end

    def _words(self) -> SortingWords:
        return SortingWords(self.activity, self.around, self._done)

    # ── doing ─────────────────────────────────────────────────────────────────────────────────

    def put(self, bin_id: str) -> None:
        """Put the thing in hand into a bin and show the reason."""
        before = self._done
        self._done = self.activity.put(self._done, bin_id)
        if self._done is before:
            return
        self._show()
        self.focus_first()
        if self._next is not None:
            self._reveal.show(self._next.parentWidget() or self._next)  # all of the reason
        self._say_reason()
        self.changed.emit(True)

    def go_on(self) -> None:
        """Leave the reason for the next thing, or for the result."""
        if not self.activity.just_put(self._done):
            return
        self._done = self.activity.read(self._done)
        self._show()
        self.focus_first()
        if self._card is not None:
            self._reveal.show(self._card)
            say(self, f"{self._card.accessibleName()}. {self._card.accessibleDescription()}")
        elif self._end is not None:
            self._reveal.show(self._end.verdict)
            say(self, self._words().report())

    def _say_reason(self) -> None:
        thing = self.activity.thing(self.activity.just_put(self._done))
        if thing is None:
            return
        why = plain(self.text(thing.why))
        place = self._words().bin(thing.bin)
        if self.activity.is_right(self._done, thing.id):
            say(self, self.tr("Right: {bin}. {why}").format(bin=place, why=why))
        else:
            say(self, self.tr("Not right. It belongs in {bin}. {why}").format(bin=place, why=why))

    @Slot()
    def _on_set_chosen(self) -> None:
        button = self.sender()
        assert isinstance(button, SetButton)
        self._begin(self._drawn(str(button.property("set")), self._done))

    @Slot()
    def _on_again(self) -> None:
        self._begin(self._drawn(self._done["set"], self._done))

    @Slot()
    def _on_practice(self) -> None:
        words = [self.around.seed, self.activity.id, *self._done["order"]]
        self._begin(self.activity.practice(self._done, Random("/".join(words))))

    def _begin(self, state: State) -> None:
        self._done = state
        self._begun = True
        self._show()
        self.focus_first()
        if self._card is not None:
            self._reveal.show(self._card)
        self.changed.emit(False)

    @Slot()
    def _on_next(self) -> None:
        self.go_on()

    @Slot()
    def _on_bin_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, BinButton)
        self.put(button.bin_id)

    # ── keys ──────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses the bin of that number; Enter goes on, or presses a button."""
        focused = QApplication.focusWidget()
        digit = digit_of(event)
        going_on = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if digit is not None and digit <= len(self._bins):
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            self.put(self.activity.bins[digit - 1].id)
        elif going_on and self._next is not None:
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            self.go_on()
        elif going_on and isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            focused.click()
        else:
            event.ignore()

    @Slot(int)
    def _on_card_stepped(self, step: int) -> None:
        self._focus_bin(0 if step > 0 else -1)

    @Slot(int)
    def _on_bin_stepped(self, step: int) -> None:
        buttons = list(self._bins.values())
        button = self.sender()
        assert isinstance(button, BinButton)
        self._focus_bin((buttons.index(button) + step) % len(buttons))

    def _focus_bin(self, number: int) -> None:
        buttons = list(self._bins.values())
        if buttons:
            buttons[number].setFocus(Qt.FocusReason.TabFocusReason)

    # ── dragging ──────────────────────────────────────────────────────────────────────────────

    @Slot(object)
    def _on_carried(self, screen: QPoint) -> None:
        card = self._card
        if card is None:
            return
        if self._ghost is None:
            small = card.small()
            size = small.deviceIndependentSize()
            grip = QPoint(round(size.width() / 2), round(size.height() * 0.8))
            self._ghost = Ghost(small, grip, self)
        scroll_near_edge(self, screen)
        self._ghost.follow(screen)
        under = self._bin_at(screen)
        for bin_id, button in self._bins.items():
            button.set_lit(bin_id == under)

    @Slot(object)
    def _on_put_down(self, screen: QPoint | None) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        for button in self._bins.values():
            button.set_lit(False)
        under = self._bin_at(screen) if screen is not None else ""
        if under:
            self.put(under)

    def _bin_at(self, screen: QPoint) -> str:
        for bin_id, button in self._bins.items():
            if button.rect().contains(button.mapFromGlobal(screen)):
                return bin_id
        return ""

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def paper(self) -> tuple[Block, ...]:
        done = self.activity.is_done(self._done)  # who has not played yet gets no answers
        return sorting_paper(self.activity, self.text, self._done["set"], key=done)

    def can_print(self) -> bool:
        return bool(self.activity.things)

    def can_copy(self) -> bool:
        return self.activity.is_done(self._done)

    def as_text(self) -> str:
        return self._words().report() if self.activity.is_done(self._done) else ""
