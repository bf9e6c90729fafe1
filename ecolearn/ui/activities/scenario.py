"""A scenario or case: a scene, choices as rows, what is said about the one taken, and at the end
the way as a list from which another one can be tried.

Going back takes a choice back: what is summed up is always the way that was really taken.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import State
from ecolearn.content.activities.scenario import Meter, Scenario, Scene, Step
from ecolearn.content.markdown import blocks
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.even_flow import EvenFlow
from ecolearn.ui.activities.evidence import fact_cards, maker_for
from ecolearn.ui.activities.paper import activity_paper
from ecolearn.ui.activities.reveal import Reveal
from ecolearn.ui.activities.scenario_parts import MeterBar, StepEntry, WayButton
from ecolearn.ui.activities.scenario_words import ScenarioWords
from ecolearn.ui.items.base import digit_of, say
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import WrapLabel, plain
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.registry import Maker, Unit, gap_before, units
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading

_ENDS = {"good": ("ok", "award"), "mixed": ("note", "contrast"), "bad": ("warning", "undo-2")}


class ScenarioView(ActivityView[Scenario]):
    """See the module text. `state` is the way; the page shown follows from it."""

    def build(self) -> None:
        # state
        self._done: State = self.activity.clean({})
        self.words = ScenarioWords(self.activity, self.around)
        self._reveal = Reveal(self)
        self._ways: list[WayButton] = []
        self._meters: dict[str, MeterBar] = {}
        self._go_on: QPushButton | None = None
        self._first: QWidget | None = None
        self._head: QWidget | None = None
        self._column = Column()
        # layout
        self._page = Place(self)
        self.column.addWidget(self._page)
        self._show()

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        return dict(self._done) if self._done["path"] else {}

    def set_state(self, state: State) -> None:
        self._done = self.activity.clean(state)
        self._show()

    def focus_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── pages ─────────────────────────────────────────────────────────────────────────────────

    def _show(self) -> None:
        """Show the page that the state calls for."""
        self._ways = []
        self._meters = {}
        self._go_on = self._first = None
        self._column = Column(gap=14)
        scene = self.activity.here(self._done)
        self._head = self._make_head()
        self._column.add(self._head)
        if scene is not None:
            at_end = not scene.choices
            if self.activity.meters and not at_end:
                self._column.add(self._make_meters())
            self._add_scene(scene)
            if at_end:
                self._add_end(scene)
            else:
                self._add_choices(scene)
        self._page.put(self._column)
        pending = self.activity.pending(self._done)
        if pending is not None:
            self._show_chosen(pending)
        self.resized.emit()

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        steps = len(self._done["path"])
        at_end = self.activity.is_done(self._done)
        words = self.tr("The end") if at_end else self.tr("Scene {number}")
        if self.activity.style == "case" and not at_end:
            words = self.tr("Sheet {number} of the case")
        if self.activity.pending(self._done) is not None:
            steps -= 1
        label = QLabel(words.format(number=steps + 1), head)
        style.set_role(label, "muted")
        label.setMinimumHeight(style.px(40))
        row.addWidget(label)
        row.addStretch(1)
        self.back_button = QPushButton(self.tr("Back"), head)
        style.set_kind(self.back_button, "ghost")
        icons.set_button_icon(self.back_button, "undo-2")
        self.back_button.setToolTip(self.tr("Take the last choice back"))
        self.back_button.clicked.connect(self._on_back)
        self.back_button.setVisible(bool(self._done["path"]))
        row.addWidget(self.back_button)
        return head

    def _make_meters(self, since: dict[str, float] | None = None) -> QWidget:
        """Return the meters now; with `since` also how they have changed."""
        box = QWidget()
        flow = EvenFlow(box, min_item=150, spacing=10)
        pending = self.activity.pending(self._done)
        steps = len(self._done["path"]) - (1 if pending is not None else 0)
        values = self.activity.values(self._done, steps)
        for meter in self.activity.meters:
            value = values[meter.id]
            name = self.text(meter.label)
            bar = MeterBar(name, self.words.value(meter, value), _fraction(meter, value), box)
            if since is not None:
                self._show_meter(bar, meter, since[meter.id], value)
            flow.addWidget(bar)
            self._meters[meter.id] = bar
        return box

    def _show_meter(self, bar: MeterBar, meter: Meter, before: float, now: float) -> None:
        bar.show_value(self.words.value(meter, now), _fraction(meter, now))
        change = now - before
        if change:
            good = (change > 0) == (meter.better == "more")
            tone = "muted" if not meter.better else "ok" if good else "danger"
            bar.show_change(self.words.change(meter, change), change > 0, tone)

    def _add_scene(self, scene: Scene) -> None:
        content: list[b.Block] = []
        if scene.picture:
            content.append(b.Picture(scene.picture, self.text(scene.alt)))
        content.extend(blocks(self.text(scene.text)))
        column = self._column
        if self.activity.style == "case" and content:  # a sheet of a file
            column = Column(margins=(18, 16, 18, 18), gap=12)
            style.set_surface(column, "sunken")
            self._column.add(column)
        previous = None
        for unit in units(content):
            widget = self._maker().make(unit)
            column.add(widget, gap_before(unit, previous) or 14)
            previous = unit

    def _maker(self) -> Maker:
        maker = maker_for(self.around, self._column)
        maker.link_activated.connect(self.link_activated)
        return maker

    def _add_choices(self, scene: Scene) -> None:
        if not self.activity.can_choose(self._done):
            sentence = self.tr("This way has become very long. Go back, or start again.")
            self._column.add(Callout("note", sentence))
            return
        for number, choice in enumerate(scene.choices):
            words = self.text(choice.text)
            row = WayButton(words, number, self.around.media, self.around.titles)
            row.setEnabled(self.activity.scene(choice.next) is not None)
            row.clicked.connect(self._on_chosen)
            row.stepped.connect(self._on_stepped)
            self._column.add(row, 8 if number else 18)
            self._ways.append(row)
        self._first = next((row for row in self._ways if row.isEnabled()), None)

    def _show_chosen(self, step: Step) -> None:
        """Show on the page of its scene what was chosen, what is said about it, what changed."""
        for row in self._ways:
            row.set_taken(row.number == step.number, self.tr("Your choice"))
        count = len(self._done["path"])
        before = self.activity.values(self._done, count - 1)
        after = self.activity.values(self._done, count)
        for meter in self.activity.meters:
            bar = self._meters.get(meter.id)
            if bar is not None:
                self._show_meter(bar, meter, before[meter.id], after[meter.id])
        feedback = self.text(step.choice.feedback)
        changes = self.words.changes(before, after)
        if feedback or changes:
            box = Callout("note", self.tr("What happens"), icon="message-circle")
            if feedback:
                body = Column(gap=8)
                for unit in units(blocks(feedback)):
                    body.add(self._maker().make(unit))
                box.add_widget(body)
            for line in changes:
                box.add_widget(WrapLabel(line, role="strong", parent=box))
            self._column.add(box, 14)
        foot = QWidget()
        row_layout = QHBoxLayout(foot)
        row_layout.setContentsMargins(0, 0, 0, 0)
        self._go_on = QPushButton(self.tr("Go on"), foot)
        style.set_kind(self._go_on, "primary")
        icons.set_button_icon(self._go_on, "arrow-right", trailing=True)
        self._go_on.clicked.connect(self._on_go_on)
        row_layout.addStretch(1)
        row_layout.addWidget(self._go_on)
        self._column.add(foot, 12)
        self._first = self._go_on
        self.back_button.show()

    # ── the end ───────────────────────────────────────────────────────────────────────────────

    def _add_end(self, scene: Scene) -> None:
        tone, icon = _ENDS.get(scene.end, ("note", "flag"))
        self._column.add(
            Callout(tone, self.words.end(scene), self.words.points(self._done), icon=icon), 16
        )
        if self.activity.meters:
            self._column.add(Heading(self.tr("What became of it"), 3), 20)
            self._column.add(self._make_meters(self.activity.values(self._done, 0)), 8)
        way = self.activity.way(self._done)
        if way:
            self._add_again()
            self._column.add(Heading(self.tr("The way you took"), 3), 24)
        for number, step in enumerate(way):
            self._column.add(self._step(number, step), 12)
        cards = fact_cards(self.activity.facts, self.around)
        if cards:
            self._column.add(Heading(self.tr("What is known about it"), 3), 20)
        for card in cards:
            self._column.add(self._maker().make(Unit(0, (card,))), 10)

    def _add_again(self) -> None:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        again = QPushButton(self.tr("Try another way"), foot)
        style.set_kind(again, "primary")
        icons.set_button_icon(again, "refresh-cw")
        again.clicked.connect(self._on_again)
        row.addWidget(again)
        row.addStretch(1)
        self._column.add(foot, 16)
        self._first = again

    def _step(self, number: int, step: Step) -> StepEntry:
        scene, choice, _feedback = self.words.step(step)
        feedback = self.text(step.choice.feedback)
        entry = StepEntry(number, scene, choice, blocks(feedback), self._maker())
        entry.wanted.connect(self._on_back_to)
        entry.resized.connect(self.resized)
        return entry

    # ── doing ─────────────────────────────────────────────────────────────────────────────────

    def choose(self, number: int) -> None:
        """Take a choice, and show what is said about it; if nothing is, go on at once."""
        before = self._done
        self._done = self.activity.choose(self._done, number)
        step = self.activity.way(self._done)[-1] if self._done is not before else None
        if step is None:
            return
        count = len(self._done["path"])
        values = [self.activity.values(self._done, one) for one in (count - 1, count)]
        said = plain(self.text(step.choice.feedback))
        changes = self.words.changes(values[0], values[1])
        if not said and not changes:
            self._done = self.activity.go_on(self._done)
        if self.activity.pending(self._done) is None:
            self._turn()
        else:
            self._show_chosen(step)
            self.focus_first()
            if self._go_on is not None:
                self._reveal.show(self._go_on)
            say(self, " ".join([said, *changes]))
            self.resized.emit()
        self.changed.emit(True)

    def go_on(self) -> None:
        """Go to the scene the last choice leads to."""
        if self.activity.pending(self._done) is None:
            return
        self._done = self.activity.go_on(self._done)
        self._turn()
        self.changed.emit(self.activity.is_done(self._done))

    def _turn(self) -> None:
        """Show another scene, from its top."""
        self._show()
        self.focus_first()
        if self._head is not None:
            self._reveal.show(self._head)
        scene = self.activity.here(self._done)
        if scene is not None:
            said = plain(self.text(scene.text))
            if self.activity.is_done(self._done):
                said = f"{said} {self.words.end(scene)}. {self.words.points(self._done)}"
            say(self, said)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.sender()
        assert isinstance(row, WayButton)
        self.choose(row.number)

    @Slot()
    def _on_go_on(self) -> None:
        self.go_on()

    @Slot()
    def _on_back(self) -> None:
        self._done = self.activity.back(self._done)
        self._turn()
        self.changed.emit(False)

    @Slot(int)
    def _on_back_to(self, steps: int) -> None:
        self._done = self.activity.back_to(self._done, steps)
        self._turn()
        self.changed.emit(False)

    @Slot()
    def _on_again(self) -> None:
        self._done = self.activity.clean({})
        self._turn()
        self.changed.emit(False)

    # ── keys ──────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit takes the choice of that number; Enter presses a button as Space does."""
        digit = digit_of(event)
        focused = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        going_on = enter and not event.isAutoRepeat()  # a key held down skips no scenes
        if digit is not None and digit <= len(self._ways):
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            self.choose(digit - 1)
        elif going_on and isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            focused.click()
        else:
            event.ignore()

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        open_ways = [row for row in self._ways if row.isEnabled()]
        row = self.sender()
        if isinstance(row, WayButton) and row in open_ways:
            near = open_ways[(open_ways.index(row) + step) % len(open_ways)]
            near.setFocus(Qt.FocusReason.TabFocusReason)

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def paper(self) -> tuple[b.Block, ...]:
        return activity_paper(self.activity, self.around)

    def can_print(self) -> bool:
        return bool(self.activity.scenes)

    def can_copy(self) -> bool:
        return bool(self._done["path"])

    def as_text(self) -> str:
        return self.words.report(self._done) if self._done["path"] else ""


def _fraction(meter: Meter, value: float) -> float:
    """Return where in its range a meter is, 0–1."""
    span = meter.max - meter.min
    return max(0.0, min(1.0, (value - meter.min) / span)) if span > 0 else 0.0
