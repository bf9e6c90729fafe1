"""A sitting on the screen: steps above, the question in the middle, the way on below.

It knows neither the store nor the clock: it says what the learner does, and shows what it is
told. The question that comes next is made while the program is idle.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.study.api import Marked, Sitting, SittingItem
from ecolearn.ui.items.base import is_answered, is_begun, say
from ecolearn.ui.items.overview import CentredColumn
from ecolearn.ui.items.panel import Mode, QuestionPanel
from ecolearn.ui.items.questions import Questions
from ecolearn.ui.items.steps import StepList, StepState
from ecolearn.ui.items.text import runs
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.timer_label import TimerLabel

#: so many questions are kept ready besides the one on the screen
_KEPT = 6
_IDLE_MS = 40
#: so long after a step the page may still change its height
_SETTLE_MS = 400
_FLAG_KEYS = (Qt.Key.Key_F, 0x0410)  # the same key with Cyrillic letters


class _Card(QFrame):
    """A question, or the sentence that it is gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        style.set_surface(self, "card")
        self.panel: QuestionPanel | None = None
        self.notice: Callout | None = None
        self.column = QVBoxLayout(self)
        px = style.px
        self.column.setContentsMargins(px(28), px(18), px(28), px(20))
        self.column.setSpacing(px(14))


def _stops(widget: QWidget) -> list[QWidget]:
    """Return what Tab can stop at in `widget`, as it is laid out from top to bottom."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        return [widget]
    found: list[QWidget] = []
    waiting: list[QLayout | QWidget] = []
    layout = widget.layout()
    if layout is not None:
        waiting.append(layout)
    inside: list[QWidget] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, QWidget):
            inside.append(one)
            continue
        entries = [one.itemAt(index) for index in range(one.count())]
        parts = [entry.widget() or entry.layout() for entry in entries if entry is not None]
        waiting += [part for part in reversed(parts) if part is not None]
    others = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    inside += [child for child in others if child not in inside]
    for child in inside:
        found += _stops(child)
    return found


class SittingView(QWidget):
    """See the module text.

    Signals:
        answered(str, object): Item id and response: judge it.
        drafted(str, object): Item id and response: keep it.
        hint_wanted(str): Item id.
        flag_wanted(str, bool): Item id; mark it to come back to, or no longer.
        moved(int): Another question is on the screen, from 0.
        overview_wanted: The learner wants to hand in.
        left: Esc was pressed.
        link_activated(str): A link was followed.
    """

    answered = Signal(str, object)
    drafted = Signal(str, object)
    hint_wanted = Signal(str)
    flag_wanted = Signal(str, bool)
    moved = Signal(int)
    overview_wanted = Signal()
    left = Signal()
    link_activated = Signal(str)

    def __init__(
        self, sitting: Sitting, questions: Questions, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # state
        self._items: tuple[SittingItem, ...] = sitting.items
        self._questions = questions
        self._marks: dict[str, Marked] = dict(sitting.marks)
        self._flagged = set(sitting.flagged)
        self._mode = Mode.AT_ONCE if sitting.feedback == "at-once" else Mode.AT_END
        self._all = sitting.show == "all"
        self._cards: dict[int, _Card] = {}
        self._at = min(max(0, sitting.position), len(sitting.items) - 1)
        # widgets
        self._title = Heading(title, 2)
        self.timer = TimerLabel(self)
        self.timer.setVisible(sitting.limit_s is not None)
        self.steps = StepList(len(sitting.items))
        self._place = QLabel(self)
        style.set_role(self._place, "muted")
        self._scroll = CentredColumn(margins=(24, 6, 24, 16), parent=self)
        self._middle = self._scroll.middle
        self.flag_button = QPushButton(self)
        self.flag_button.setCheckable(True)
        self.previous_button = QPushButton(self)
        self.next_button = QPushButton(self)
        style.set_kind(self.flag_button, "ghost")
        icons.set_button_icon(self.flag_button, "flag")
        icons.set_button_icon(self.previous_button, "arrow-left")
        self._primary: bool | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.setInterval(0)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        # layout, connections, texts
        self._lay_out()
        self._connect()
        for index, entry in enumerate(self._items):
            self.steps.set_state(index, self._state_of(entry.item_id))
        self._retranslate()
        if self._all:
            self._build_all()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._on_focus_changed)
        self._show(self._at, focus=False)

    def _lay_out(self) -> None:
        px = style.px
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(px(24), px(12), px(24), px(4))
        top.setSpacing(px(2))
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self.timer)
        second = QHBoxLayout()
        second.setSpacing(px(12))
        second.addWidget(self.steps, 1)
        second.addWidget(self._place, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(first)
        top.addLayout(second)
        self._cards_column = self._scroll.column
        self._cards_column.addStretch(1)
        bar = QFrame()
        style.set_surface(bar, "bar")
        across = QHBoxLayout(bar)
        across.setContentsMargins(px(24), px(10), px(24), px(10))
        across.setSpacing(px(12))
        across.addWidget(self.flag_button)
        across.addStretch(1)
        across.addWidget(self.previous_button)
        across.addWidget(self.next_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(bar)

    def _connect(self) -> None:
        self.steps.chosen.connect(self._on_step_chosen)
        self.flag_button.clicked.connect(self._on_flag_clicked)
        self.previous_button.clicked.connect(self._on_previous_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self._idle.timeout.connect(self._on_idle)
        self._tabs.timeout.connect(self._order_tabs)
        self._reveal.timeout.connect(self._on_reveal)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    # ── questions ─────────────────────────────────────────────────────────────────────────────

    @property
    def position(self) -> int:
        """Return which question is on the screen, from 0."""
        return self._at

    @property
    def panel(self) -> QuestionPanel | None:
        """Return the question on the screen, None if it is gone from the course."""
        card = self._cards.get(self._at)
        return card.panel if card is not None else None

    def item_id(self, index: int) -> str:
        """Return the id of the question at `index`."""
        return self._items[index].item_id

    def _card(self, index: int) -> _Card:
        """Return the card of a question, made now if need be."""
        card = self._cards.get(index)
        if card is None:
            card = self._make_card(index)
            self._cards[index] = card
        return card

    def _make_card(self, index: int) -> _Card:
        entry = self._items[index]
        card = _Card(self._middle)
        card.hide()
        found = self._questions.item(entry.item_id)
        if found is None:
            words = self.tr("This question is no longer in the course. It does not count.")
            card.column.addWidget(Callout("note", words, parent=card))
            self.steps.set_state(index, StepState("gone"))
            return card
        item, notice = found
        panel = QuestionPanel(
            item,
            entry.presentation,
            self._questions.media,
            self._mode,
            points=entry.points,
            titles=self._questions.titles,
            own_button=self._all and self._mode is Mode.AT_ONCE,
            parent=card,
        )
        marked = self._marks.get(entry.item_id)
        if marked is not None:
            panel.show_marked(marked)
        panel.setObjectName(f"question-{entry.item_id}")
        panel.answered.connect(self._on_answered)
        panel.drafted.connect(self._on_drafted)
        panel.hint_wanted.connect(self._on_hint_wanted)
        panel.link_activated.connect(self.link_activated)
        panel.state_changed.connect(self._on_state_changed)
        panel.enter_pressed.connect(self._on_enter_pressed)
        card.panel = panel
        card.column.addWidget(panel)
        self._show_notice(card, notice)
        return card

    def _show_notice(self, card: _Card, notice: str) -> None:
        if card.notice is not None:
            card.notice.hide()
            card.notice.deleteLater()
            card.notice = None
        if notice:
            card.notice = Callout("note", notice, icon="languages", parent=card)
            card.column.insertWidget(0, card.notice)

    def _build_all(self) -> None:
        for index in range(len(self._items)):
            card = self._card(index)
            self._cards_column.insertWidget(index, card, 0)
            card.show()

    def _show(self, index: int, *, focus: bool = True) -> None:
        """Put a question on the screen."""
        old = self._cards.get(self._at)
        card = self._card(index)
        self._at = index
        if not self._all:
            if old is not None and old is not card:
                self._cards_column.removeWidget(old)
                old.hide()
            if self._cards_column.indexOf(card) < 0:
                self._cards_column.insertWidget(0, card)
            card.show()
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self._show_card()
        self.steps.set_current(index)
        self._show_place()
        self._show_buttons()
        if focus:
            self.focus_question()
        self._idle.start()

    def _show_card(self) -> None:
        """Scroll to the current question of many, and again while the page is being laid out."""
        self._reveal.start()
        self._settling.start()

    def _on_range_changed(self) -> None:
        if self._settling.isActive():
            self._reveal.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the current question."""
        super().showEvent(event)
        if self._all and not event.spontaneous():
            self._show_card()

    def _on_reveal(self) -> None:
        """Scroll to the current question of many, once its place is known."""
        card, bar = self._cards[self._at], self._scroll.verticalScrollBar()
        top = card.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
        if not 0 <= top <= top + card.height() <= self._scroll.viewport().height():
            bar.setValue(bar.value() + top - style.px(8))

    def focus_question(self) -> None:
        """Put the keyboard where answering begins, or on the way on."""
        panel = self.panel
        if panel is not None and (self._all or not panel.view.locked):
            panel.focus_first()
        else:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        now, card = QApplication.focusWidget(), self._cards[self._at]
        if now is not None and self._middle.isAncestorOf(now) and not card.isAncestorOf(now):
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)  # never another question

    def go_to(self, index: int) -> None:
        """Go to the question at `index`, keeping what was typed in this one."""
        if not 0 <= index < len(self._items):
            return
        self.flush()
        changed = index != self._at
        self._show(index)
        if changed:
            say(self, self._place.text())
            self.moved.emit(index)

    def _on_idle(self) -> None:
        """Make the next question ready, and let go of far ones."""
        if self._all:
            return
        near = self._at + 1
        if near < len(self._items) and near not in self._cards:
            card = self._card(near)
            width = self._middle.width()
            card.resize(width, card.heightForWidth(width))
            if card.panel is not None:
                for text in card.panel.item.texts():  # what the feedback will need
                    runs(text, self._questions.titles)
        far = sorted(self._cards, key=self._distance)[_KEPT:]
        for index in far:
            card = self._cards[index]
            if card.panel is None or not card.panel.waiting:
                self._cards.pop(index).deleteLater()

    def _distance(self, index: int) -> int:
        return abs(index - self._at)

    def flush(self) -> None:
        """Have every draft that is still waiting kept now."""
        for card in self._cards.values():
            if card.panel is not None:
                card.panel.flush()

    # ── what came of it ───────────────────────────────────────────────────────────────────────

    def _panel_of(self, item_id: str) -> QuestionPanel | None:
        for index, entry in enumerate(self._items):
            if entry.item_id == item_id and index in self._cards:
                return self._cards[index].panel
        return None

    def _index_of(self, item_id: str) -> int:
        return next(i for i, entry in enumerate(self._items) if entry.item_id == item_id)

    def show_marked(self, item_id: str, marked: Marked) -> None:
        """Show that an answer was kept, and how it was judged."""
        self._marks[item_id] = marked
        panel = self._panel_of(item_id)
        if panel is not None:
            panel.show_marked(marked)
        self._show_step(item_id)
        self._show_buttons()

    def show_kept(self, item_id: str, marked: Marked) -> None:
        """Show that a draft was kept."""
        self._marks[item_id] = marked
        panel = self._panel_of(item_id)
        if panel is not None:
            panel.show_kept()
        self._show_step(item_id)

    def show_hints(self, item_id: str, marked: Marked) -> None:
        """Show the hints taken."""
        self._marks[item_id] = marked
        panel = self._panel_of(item_id)
        if panel is not None:
            panel.show_hints(marked)

    def show_trouble(self, item_id: str, text: str) -> None:
        """Show that something was not kept."""
        panel = self._panel_of(item_id)
        if panel is not None:
            panel.show_trouble(text)

    def show_flag(self, item_id: str, flagged: bool) -> None:
        """Show that a question was flagged, or no longer."""
        (self._flagged.add if flagged else self._flagged.discard)(item_id)
        self._show_step(item_id)
        self._show_buttons()

    def change_language(self) -> None:
        """Show every question again in the language of the moment; answers stay."""
        for index, card in self._cards.items():
            found = self._questions.item(self._items[index].item_id)
            if found is not None and card.panel is not None:
                card.panel.set_item(found[0], self._questions.titles)
                self._show_notice(card, found[1])
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the order of the questions: fields made anew come last by themselves."""
        before: QWidget = self.next_button
        for _, card in sorted(self._cards.items()):
            for widget in _stops(card):
                QWidget.setTabOrder(before, widget)
                before = widget

    def set_title(self, title: str) -> None:
        """Show the title of the quiz."""
        self._title.setText(title)

    def snapshot(self, sitting: Sitting) -> Sitting:
        """Return `sitting` as it stands now: marks, flags, position."""
        return replace(
            sitting,
            marks=dict(self._marks),
            flagged=frozenset(self._flagged),
            position=self._at,
        )

    def take_drafts(self, other: SittingView) -> None:
        """Show what stands unsaved on the screen of `other`, a view of the same sitting."""
        for index, card in other._cards.items():
            if card.panel is not None and not card.panel.judged:
                panel = self._card(index).panel
                if panel is not None and panel.response() != card.panel.response():
                    panel.view.set_response(card.panel.response())

    # ── states ────────────────────────────────────────────────────────────────────────────────

    def _state_of(self, item_id: str) -> StepState:
        marked = self._marks.get(item_id)
        flagged = item_id in self._flagged
        if marked is None:
            return StepState("open", flagged)
        if marked.grade is not None and self._mode is Mode.AT_ONCE:
            verdict = marked.grade.verdict
            return StepState("answered" if verdict == "open" else verdict, flagged)
        found = self._questions.item(item_id)
        if found is None or not is_answered(found[0], marked.response):
            return StepState("open", flagged)
        return StepState("begun" if is_begun(found[0], marked.response) else "answered", flagged)

    def _show_step(self, item_id: str) -> None:
        self.steps.set_state(self._index_of(item_id), self._state_of(item_id))

    def states(self) -> list[StepState]:
        """Return how far every question is."""
        return [self.steps.state(index) for index in range(len(self._items))]

    @property
    def to_come_back_to(self) -> bool:
        """Tell whether a question is open, flagged, or answered but not handed in yet."""
        waiting = self._mode is Mode.AT_ONCE
        return any(
            state.flagged or state.kind in {"open", "begun"} or (waiting and self._waits(index))
            for index, state in enumerate(self.states())
        )

    @property
    def answered_any(self) -> bool:
        """Tell whether the learner has answered anything, even if it is not kept yet."""
        return any(state.kind not in {"open", "gone"} for state in self.states()) or any(
            card.panel is not None and card.panel.waiting for card in self._cards.values()
        )

    def _waits(self, index: int) -> bool:
        marked = self._marks.get(self._items[index].item_id)
        return self.steps.state(index).kind == "answered" and (
            marked is None or marked.grade is None
        )

    def _checks(self) -> bool:
        """Tell whether the button below hands in this answer (rather than going on)."""
        panel = self.panel
        return (
            not self._all and self._mode is Mode.AT_ONCE and panel is not None and not panel.judged
        )

    def _show_buttons(self) -> None:
        last = self._all or self._at == len(self._items) - 1
        panel = self.panel
        checks = self._checks()
        if checks:
            words = self.tr("Check") if panel and panel.item.scored else self.tr("Hand in")
        else:
            words = self.tr("Finish") if last else self.tr("Next")
        if self._primary != checks:
            self._primary = checks
            style.set_kind(self.next_button, "primary")
            icons.set_button_icon(
                self.next_button, "check" if checks else "arrow-right", trailing=not checks
            )
            if checks:
                self.next_button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if self.next_button.text() != words:
            self.next_button.setText(words)
        self.next_button.setEnabled(not (checks and panel is not None and not panel.can_check))
        self.previous_button.setVisible(not self._all)
        self.previous_button.setEnabled(self._at > 0)
        flagged = self.item_id(self._at) in self._flagged
        self.flag_button.setChecked(flagged)
        self.flag_button.setAccessibleName(self.tr("Flagged") if flagged else self.tr("Flag"))
        self._fit()

    def _show_place(self) -> None:
        self._place.setText(
            self.tr("Question {number} of {count}").format(
                number=self._at + 1, count=len(self._items)
            )
        )

    def _retranslate(self) -> None:
        self.previous_button.setAccessibleName(self.tr("Previous"))
        self._fit()
        self.flag_button.setToolTip(self.tr("Mark this question to come back to it (F)"))
        self.previous_button.setToolTip(self.tr("Ctrl+←"))
        self._show_place()
        self._show_buttons()

    # ── what the learner does ─────────────────────────────────────────────────────────────────

    def go_on(self) -> None:
        """Do what the main button says: hand in this answer, go on, or finish."""
        panel = self.panel
        if self._checks() and panel is not None:
            panel.check()
        elif self._all or self._at == len(self._items) - 1:
            self.flush()
            self.overview_wanted.emit()
        else:
            self.go_to(self._at + 1)

    def _sender_item(self) -> str:
        panel = self.sender()
        assert isinstance(panel, QuestionPanel)
        return panel.item.id

    def _on_answered(self, response: object) -> None:
        self._show_buttons()
        self.answered.emit(self._sender_item(), response)

    def _on_drafted(self, response: object) -> None:
        self.drafted.emit(self._sender_item(), response)

    def _on_hint_wanted(self) -> None:
        self.hint_wanted.emit(self._sender_item())

    def _on_state_changed(self) -> None:
        if self.sender() is self.panel:
            self._show_buttons()

    def _on_enter_pressed(self) -> None:
        self._enter()

    def _enter(self) -> None:
        """Do what Enter means: as the main button, but on a page of all questions go down."""
        if self._all and self._at < len(self._items) - 1:
            self.go_to(self._at + 1)
        else:
            self.go_on()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Where all questions are on the page, the one with the keyboard is the current one."""
        if now is None or not self._middle.isAncestorOf(now):
            return
        for index, card in self._cards.items():
            if index != self._at and card.isAncestorOf(now):
                self._at = index
                self.steps.set_current(index)
                self._show_place()
                self._show_buttons()
                self.moved.emit(index)
                return

    def _on_step_chosen(self, index: int) -> None:
        self.go_to(index)

    def _on_previous_clicked(self) -> None:
        self.go_to(self._at - 1)

    def _on_next_clicked(self) -> None:
        self.go_on()

    def _on_flag_clicked(self) -> None:
        item_id = self.item_id(self._at)
        self.flag_wanted.emit(item_id, item_id not in self._flagged)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field wanted: Enter, F, digits, Ctrl with arrows, Esc."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (plain or control):
            focused = QApplication.focusWidget()
            if plain and isinstance(focused, QPushButton) and focused is not self.next_button:
                focused.click()
            else:
                self._enter()
        elif plain and key in _FLAG_KEYS:
            self._on_flag_clicked()
        elif control and key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.go_to(self._at + 1)
        elif control and key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.go_to(self._at - 1)
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self._digit(key - Qt.Key.Key_0):
            pass
        else:
            event.ignore()
            return
        event.accept()

    def _digit(self, digit: int) -> bool:
        panel = self.panel
        return panel is not None and not panel.view.locked and panel.view.key_digit(digit)

    def _fit(self) -> None:
        """Leave out words of the lower bar, one after the other, until the rest has room."""
        spare = (self.previous_button, self.flag_button)
        for button in spare:
            button.setText(button.accessibleName())
        for button in spare:
            shown = [one for one in (*spare, self.next_button) if not one.isHidden()]
            needed = sum(one.sizeHint().width() for one in shown)
            if needed + style.px(24 * 2 + 12 * 3) <= self.width():
                break
            button.setText("")  # its name and tooltip say what it does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._tabs.start()  # after the questions have set their texts again
        super().changeEvent(event)


__all__ = ["SittingView"]
