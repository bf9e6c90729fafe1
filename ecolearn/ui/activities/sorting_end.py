"""The end of a sorting game: what was right, how clean the watched bin is, what went elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ecolearn.content.activities.base import State
from ecolearn.content.activities.sorting import Sorting
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.sorting_words import SortingWords, capital, share_text
from ecolearn.ui.items.text import WrapLabel, text_widget
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel


class SortingEnd(QWidget):
    """See the module text.

    Signals:
        again: Another game with the same things is wanted.
        practice: A game with what went wrong is wanted.
        choose: Another set is wanted.
        link_activated(str): A link in a reason was followed.
    """

    again = Signal()
    practice = Signal()
    choose = Signal()
    link_activated = Signal(str)

    def __init__(
        self, activity: Sorting, around: Around, state: State, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._activity = activity
        self._around = around
        self._state = state
        self.words = SortingWords(activity, around, state)
        self._best = QLabel(self)
        style.set_role(self._best, "muted")
        self._best.setWordWrap(True)
        self._best.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(14))
        self.verdict = self._verdict()
        column.addWidget(self.verdict)
        column.addWidget(self._figures())
        column.addWidget(self._best)
        mistakes = activity.mistakes(state)
        if mistakes:
            column.addWidget(Heading(self.tr("What went into another bin"), 3, self))
            for thing, bin_id in mistakes:
                column.addWidget(self._mistake(thing.id, bin_id))
        column.addWidget(self._buttons(bool(mistakes)))

    # ── parts ─────────────────────────────────────────────────────────────────────────────────

    def _verdict(self) -> Callout:
        activity, state = self._activity, self._state
        if activity.is_practice(state):
            whole = activity.right_count(state) == len(state["order"])
            title = self.tr("Well practised!") if whole else self.tr("Practised")
            return Callout(
                "ok" if whole else "note", title, self.words.contamination(), parent=self
            )
        if activity.is_mastered(state):
            title = self.tr("Mastered: this is clean enough to be recycled.")
            return Callout("ok", title, self.words.contamination(), icon="award", parent=self)
        title = self.tr("Not clean enough yet")
        return Callout("note", title, self.words.contamination(), icon="lightbulb", parent=self)

    def _figures(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, min_item=200, spacing=12, max_columns=2)
        count = len(self._state["order"])
        right = self._activity.right_count(self._state)
        numbers = self.tr("{count} of {whole}").format(count=right, whole=count)
        flow.addWidget(self._figure(numbers, self.tr("right at the first try"), "circle-check"))
        found = self._activity.contamination(self._state)
        share = share_text(found.share) if found.count else "–"
        flow.addWidget(self._figure(share, self.words.watched(), "funnel"))
        return box

    def _figure(self, number: str, words: str, icon: str) -> QWidget:
        box = QWidget(self)
        style.set_surface(box, "sunken")
        row = QHBoxLayout(box)
        row.setContentsMargins(style.px(16), style.px(12), style.px(16), style.px(12))
        row.setSpacing(style.px(12))
        row.addWidget(IconLabel(icon, 26, "primary", box), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(style.px(2))
        large = QLabel(number, box)
        style.set_role(large, "h2")
        down.addWidget(large)
        down.addWidget(WrapLabel(words, role="muted", colour="muted", parent=box))
        row.addLayout(down, 1)
        return box

    def _mistake(self, thing_id: str, bin_id: str) -> QWidget:
        thing = self._activity.thing(thing_id)
        assert thing is not None
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, style.px(4))
        row.setSpacing(style.px(10))
        row.addWidget(IconLabel("circle-x", 20, "danger", box), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(style.px(2))
        name = capital(self._around.text(thing.label))
        down.addWidget(WrapLabel(name, role="strong", parent=box))
        where = self.tr("You: {chosen}. Right: {right}.").format(
            chosen=self.words.bin(bin_id), right=self.words.bin(thing.bin)
        )
        down.addWidget(WrapLabel(where, role="muted", colour="muted", parent=box))
        why = text_widget(self._around.text(thing.why), self._around.media)
        if hasattr(why, "link_activated"):
            why.link_activated.connect(self.link_activated)
        down.addWidget(why)
        row.addLayout(down, 1)
        return box

    def _buttons(self, mistakes: bool) -> QWidget:
        box = QWidget(self)
        flow = TileFlow(box, gap=10)
        found = []
        if mistakes:
            found.append((self.tr("Again with what I missed"), "target", self._on_practice))
        found.append((self.tr("Again"), "refresh-cw", self._on_again))
        if self._activity.sets:
            found.append((self.tr("Choose another game"), "list", self._on_choose))
        self.first: QPushButton | None = None
        for words, icon, slot in found:
            button = QPushButton(words, box)
            style.set_kind(button, "primary" if self.first is None else None)
            icons.set_button_icon(button, icon)
            button.clicked.connect(slot)
            flow.addWidget(button)
            self.first = self.first or button
        return box

    def show_best(self, best: float | None) -> None:
        """Show the best score of all games, if there is one."""
        if best is not None and not self._activity.is_practice(self._state):
            self._best.setText(
                self.tr("Your best game so far: {share} right").format(share=percent_text(best))
            )
        self._best.setVisible(bool(self._best.text()))

    @Slot()
    def _on_again(self) -> None:
        self.again.emit()

    @Slot()
    def _on_practice(self) -> None:
        self.practice.emit()

    @Slot()
    def _on_choose(self) -> None:
        self.choose.emit()
