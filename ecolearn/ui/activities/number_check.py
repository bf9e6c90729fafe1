"""A number check: the claim, the numbers, a question after the other, the verdict, the working."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import State
from ecolearn.content.activities.number_check import NumberCheck
from ecolearn.content.markdown import inline
from ecolearn.content.texts import Said
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.evidence import evidence, fact_cards, maker_for
from ecolearn.ui.activities.marks import soften
from ecolearn.ui.activities.number_check_parts import StepView, VerdictRows
from ecolearn.ui.activities.paper import activity_paper
from ecolearn.ui.activities.reveal import Reveal
from ecolearn.ui.items.base import say
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import WrapLabel, plain
from ecolearn.ui.lesson.blocks_box import FoldView
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.lesson.registry import Unit
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.icon_label import IconLabel


class NumberCheckView(ActivityView[NumberCheck]):
    """See the module text."""

    def build(self) -> None:
        # state
        self._done: State = {}
        self._reveal = Reveal(self)
        self._maker = maker_for(self.around, self)
        self._maker.link_activated.connect(self.link_activated)
        # widgets
        self.steps: dict[str, StepView] = {}
        for number, step in enumerate(self.activity.steps, 1):
            self.steps[step.id] = StepView(step, number, self)
        self.verdicts = VerdictRows(self) if self.activity.verdicts else None
        self._ahead = WrapLabel("", role="muted", colour="muted", parent=self)
        self._facts = Place(self)
        self._facts_over = False
        self._end = QWidget(self)
        # layout
        self.column.setSpacing(style.px(18))
        self.column.addWidget(self._claim())
        if self.activity.data:
            self.column.addWidget(self._maker.make(Unit(0, (self._table(),))))
        if self.activity.evidence():
            self.column.addWidget(self._facts)
        for one in self.steps.values():
            self.column.addWidget(one)
        if self.verdicts is not None:
            self.column.addWidget(self.verdicts)
        self.column.addWidget(self._ahead)
        self.column.addWidget(self._end)
        end = QVBoxLayout(self._end)
        end.setContentsMargins(0, 0, 0, 0)
        end.setSpacing(style.px(12))
        self._score = Callout("ok", "", parent=self._end)
        end.addWidget(self._score)
        if self.text(self.activity.explanation):
            box = Callout("note", self.tr("What is behind it"), icon="search", parent=self._end)
            box.add_widget(self.words(self.activity.explanation))
            end.addWidget(box)
        # connections
        for one in self.steps.values():
            one.tried.connect(self._on_tried)
            one.look_wanted.connect(self._on_look_wanted)
            one.edited.connect(self._on_edited)
            one.left.connect(self._on_left)
        if self.verdicts is not None:
            self.verdicts.given.connect(self._on_given)
        self._show()

    def words(self, texts: Said, role: str = "body") -> QWidget:
        """Return a text of the activity as running text."""
        around = self.around
        words = prose(self.text(texts), role=role, media=around.media, language=around.language)
        words.link_activated.connect(self.link_activated)
        return words

    def _claim(self) -> QWidget:
        card = QFrame(self)
        soften(card)
        who = self.text(self.activity.said_by)
        down = QVBoxLayout()
        down.setSpacing(style.px(6))
        above = self.tr("The claim") if who else self.tr("Somebody wrote:")
        head = QLabel(above, card)
        style.set_role(head, "muted")
        down.addWidget(head)
        down.addWidget(self.words(self.activity.claim, "lead"))
        if who:
            down.addWidget(WrapLabel(f"— {who}", role="muted", colour="muted"))
        across = QHBoxLayout(card)
        across.setContentsMargins(style.px(18), style.px(14), style.px(18), style.px(14))
        across.setSpacing(style.px(12))
        icon = IconLabel("quote", 24, "primary", card)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(down, 1)
        card.setAccessibleName(above)
        return card

    def _table(self) -> b.Table:
        head = (inline(self.tr("What the sources say")), inline(self.tr("Number")))
        rows = tuple(
            (inline(self.text(one.label)), inline(self.text(one.value)))
            for one in self.activity.data
        )
        return b.Table(head, rows, ("left", "right"))

    def _show_facts(self, over: bool) -> None:
        """Show the facts; what is known against them only at the end, for that is the task."""
        ids = self.activity.evidence()
        old = self._facts.inside
        if not ids or (isinstance(old, FoldView) and over == self._facts_over):
            return
        title = self.tr("Where the numbers come from: %n fact(s)", "", len(ids))
        cards = fact_cards(ids, self.around, notes=over, doubtful=True)
        fold = evidence(title, cards, self._maker)
        fold.set_open(isinstance(old, FoldView) and old.is_open)
        self._facts_over = over
        self._facts.put(fold)

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        answers = {name: one.field.text() for name, one in self.steps.items()}
        return self.activity.clean({**self._done, "answers": answers})

    def set_state(self, state: State) -> None:
        self._done = self.activity.clean(state)
        for name, one in self.steps.items():
            one.field.setText(self._done.get("answers", {}).get(name, ""))
        self._show()

    def focus_first(self) -> None:
        at = self.activity.at(self._done)
        if at < len(self.activity.steps):
            self.steps[self.activity.steps[at].id].field.setFocus()
        elif self.verdicts is not None:
            next(iter(self.verdicts.rows.values())).setFocus()

    def _show(self) -> None:
        """Show everything up to the step that is to be answered now."""
        activity, done = self.activity, self._done
        at = activity.at(done)
        for number, step in enumerate(activity.steps):
            one = self.steps[step.id]
            one.setVisible(number <= at)
            if number <= at:
                solved = activity.is_solved(step, done)
                one.show_step(activity.tries(step, done), solved, step.id in done.get("shown", ()))
        over = activity.is_done(done)
        if self.verdicts is not None:
            self.verdicts.setVisible(at == len(activity.steps))
            self.verdicts.show_chosen(done.get("verdict", []), over)
        rest = len(activity.steps) - at - 1
        words = self._words_ahead(rest)
        self._ahead.set_text(words)
        self._ahead.setVisible(bool(words))
        self._show_facts(over)
        self._end.setVisible(over)
        if over:
            right, whole = activity.parts(done)
            title = self.tr("Right without help: {right} of {whole}")
            self._score.set_tone("ok" if right == whole else "note")
            self._score.set_title(title.format(right=right, whole=whole))
        self.resized.emit()

    def _words_ahead(self, rest: int) -> str:
        if rest < 0:
            return ""
        if self.verdicts is None:
            return self.tr("%n more question(s) after this one.", "", rest) if rest else ""
        if rest:
            return self.tr("%n more question(s) after this one, then your verdict.", "", rest)
        return self.tr("After this question you give your verdict.")

    def _keep(self, **changes: object) -> None:
        self._done = self.activity.clean({**self.state(), **changes})
        self._show()
        self.changed.emit(True)

    # ── what the learner does ─────────────────────────────────────────────────────────────────

    @Slot(str)
    def _on_tried(self, step_id: str) -> None:
        one = self.steps[step_id]
        tries = dict(self._done.get("tries", {}))
        tried = [*tries.get(step_id, ()), one.field.text()]
        at = self.activity.at(self._done)
        self._keep(tries={**tries, step_id: tried})
        say(self, one.spoken())
        if self.activity.at(self._done) > at:
            self._go_on()
        else:
            one.field.setFocus()
            one.field.selectAll()
            one.bring_verdict()

    @Slot(str)
    def _on_look_wanted(self, step_id: str) -> None:
        self._keep(shown=[*self._done.get("shown", ()), step_id])
        say(self, plain(self.text(self.steps[step_id].step.working)))
        self._go_on()

    def _go_on(self) -> None:
        """Put the keyboard where it goes on, and bring that into view."""
        self.focus_first()
        at = self.activity.at(self._done)
        if self.activity.is_done(self._done):
            self._reveal.show(self._score)
        elif at < len(self.activity.steps):
            self._reveal.show(self.steps[self.activity.steps[at].id])
        elif self.verdicts is not None:
            self._reveal.show(self.verdicts)

    @Slot(str)
    def _on_given(self, name: str) -> None:
        self._keep(verdict=[*self._done.get("verdict", ()), name])
        if self.verdicts is not None:
            said = [self.verdicts.spoken(name)]
            if self.activity.is_done(self._done):
                said.append(plain(self.text(self.activity.explanation)))
                self._reveal.show(self._score)
            else:
                free = (row for row in self.verdicts.rows.values() if not row.is_locked())
                next(free).setFocus()
            say(self, " ".join(said))

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit(False)

    @Slot()
    def _on_left(self) -> None:
        if self.state() != self._done:
            self._done = self.state()
            self.changed.emit(True)

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def paper(self) -> tuple[b.Block, ...]:
        return activity_paper(self.activity, self.around)

    def can_print(self) -> bool:
        return True

    def as_text(self) -> str:
        if not self._done.get("tries"):
            return ""
        rows = [plain(self.text(self.activity.claim))]
        for one in self.activity.data:
            rows.append(f"{plain(self.text(one.label))}: {plain(self.text(one.value))}")
        for step in self.activity.steps:
            tried = self.activity.tries(step, self._done)
            if tried:
                sign = "✓" if self.activity.is_solved(step, self._done) else "✗"
                rows.append(f"{plain(self.text(step.question))} {tried[-1]} {sign}")
        for verdict in self.activity.verdicts:
            if verdict.id in self._done.get("verdict", ()):
                rows.append(plain(self.text(verdict.text)))
        return "\n".join(rows)
