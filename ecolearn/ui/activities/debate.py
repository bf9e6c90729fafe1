"""A debate kit: how far one agrees before, roles to take or to deal, rounds with a clock, how far
one agrees after, and what to think about. What is printed are cards to be cut."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import State
from ecolearn.content.activities.debate import MOST_GROUPS, Debate, Role
from ecolearn.content.texts import Said
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.debate_rounds import RoundsView
from ecolearn.ui.activities.debate_scale import AgreeScale
from ecolearn.ui.activities.evidence import evidence, fact_cards, maker_for
from ecolearn.ui.activities.marks import soften
from ecolearn.ui.activities.paper import bullets, debate_cards
from ecolearn.ui.items.base import say
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import WrapLabel, plain
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.option_row import OptionRow

#: an answer or a role is kept after this pause, ms
PAUSE_MS = 800


class DebateView(ActivityView[Debate]):
    """See the module text."""

    def build(self) -> None:
        # state
        self._dealt: list[str] = []
        self._deals = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._maker = maker_for(self.around, self)
        self._maker.link_activated.connect(self.link_activated)
        # widgets
        self.before = AgreeScale(self.tr("Before the debate: how far do you agree?"), self)
        self.rows: dict[str, OptionRow] = {}
        self._card = Place(self)
        self._table = Place(self)
        self.rounds: RoundsView | None = None
        self.after = AgreeScale(self.tr("After the debate: how far do you agree now?"), self)
        self._change = Callout("note", self.tr("You before and after"), parent=self)
        self._change_words = self._change.add_text("")
        # layout
        self.column.setSpacing(style.px(16))
        self.column.addWidget(self._question())
        self.column.addWidget(self.before)
        if self.activity.roles:
            self.column.addWidget(Heading(self.tr("The roles"), 3, self))
            if len(self.activity.roles) > 1:
                self.column.addWidget(self._dealer())
                self.column.addWidget(self._table)
            self.column.addWidget(self._roles())
        facts = fact_cards(self.activity.facts, self.around)
        if facts:
            title = self.tr("Evidence for everybody: %n fact(s)", "", len(facts))
            self.column.addWidget(evidence(title, facts, self._maker))
        if self.activity.rounds:
            minutes = self.tr("%n minute(s) altogether", "", self.activity.minutes)
            title = self.tr("The rounds: {minutes}").format(minutes=minutes)
            self.column.addWidget(Heading(title, 3, self))
            self.rounds = RoundsView(self.activity.rounds, self.text, self)
            self.column.addWidget(self.rounds)
        self.column.addWidget(self.after)
        self.column.addWidget(self._change)
        if self.text(self.activity.reflection):
            box = Callout("tip", self.tr("Think about it"), parent=self)
            box.add_widget(self._words(self.activity.reflection))
            self.column.addWidget(box)
        # connections
        self._pause.timeout.connect(self._on_pause)
        self.before.answered.connect(self._on_agreed)
        self.after.answered.connect(self._on_agreed)
        if self.rounds is not None:
            self.rounds.moved.connect(self.changed)
        self._show_change()

    def _words(self, texts: Said, role: str = "body") -> QWidget:
        around = self.around
        words = prose(self.text(texts), role=role, media=around.media, language=around.language)
        words.link_activated.connect(self.link_activated)
        return words

    def _question(self) -> QWidget:
        card = QFrame(self)
        soften(card)
        across = QHBoxLayout(card)
        across.setContentsMargins(*[style.px(18)] * 4)
        across.setSpacing(style.px(14))
        icon = IconLabel("message-circle", 28, "primary", card)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        question = Heading(plain(self.text(self.activity.question)), 2, card)
        across.addWidget(question, 1)
        return card

    def _dealer(self) -> QWidget:
        """Return the row that deals roles to groups."""
        holder = QWidget(self)
        words = QLabel(self.tr("Groups:"), holder)
        self.groups = QSpinBox(holder)
        self.groups.setRange(2, MOST_GROUPS)
        self.groups.setValue(min(MOST_GROUPS, max(2, len(self.activity.roles))))
        self.groups.setMinimumWidth(style.px(84))
        self.groups.setAccessibleName(self.tr("Number of groups"))
        words.setBuddy(self.groups)
        self.deal_button = QPushButton(self.tr("Deal the roles"), holder)
        icons.set_button_icon(self.deal_button, "shapes")
        self.deal_button.clicked.connect(self._on_deal)
        across = TileFlow(holder, gap=10)
        for widget in (words, self.groups, self.deal_button):
            across.addWidget(widget)
        return holder

    def _roles(self) -> QWidget:
        holder = QWidget(self)
        holder.setAccessibleName(self.tr("Choose your role"))
        down = self._role_rows = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(style.px(8))
        down.addWidget(WrapLabel(self.tr("Choose your role:"), colour="muted", parent=holder))
        for role in self.activity.roles:
            row = OptionRow(parent=holder)
            name, brief = plain(self.text(role.name)), plain(self.text(role.brief))
            words = QWidget()
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(style.px(2))
            column.addWidget(WrapLabel(name, role="strong"))
            column.addWidget(WrapLabel(brief, role="muted", colour="muted"))
            row.set_label_widget(words, f"{name}. {brief}")
            row.clicked.connect(self._on_role)
            self.rows[role.id] = row
            down.addWidget(row)
        down.addWidget(self._card)
        return holder

    # ── a role ────────────────────────────────────────────────────────────────────────────────

    def _role_card(self, role: Role) -> QWidget:
        card = QFrame()
        soften(card)
        name = plain(self.text(role.name))
        title = Heading(self.tr("You are: {name}").format(name=name), 3, card)
        down = QVBoxLayout(card)
        down.setContentsMargins(*[style.px(18)] * 4)
        down.setSpacing(style.px(10))
        head = QHBoxLayout()
        head.setSpacing(style.px(10))
        head.addWidget(IconLabel("user", 22, "primary", card), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        down.addLayout(head)
        down.addWidget(self._words(role.brief))
        for words, texts in (
            (self.tr("What you can say"), role.arguments),
            (self.tr("What you can answer the others"), role.answers),
        ):
            if texts:
                down.addWidget(WrapLabel(words, role="strong", parent=card))
                down.addWidget(prose((bullets([self.text(one) for one in texts]),)))
        facts = fact_cards(role.facts, self.around)
        if facts:
            words = self.tr("Your evidence: %n fact(s)", "", len(facts))
            down.addWidget(evidence(words, facts, self._maker))
        return card

    def _role(self) -> str:
        return next((name for name, row in self.rows.items() if row.isChecked()), "")

    def _show_role(self) -> None:
        chosen = self._role()
        role = next((one for one in self.activity.roles if one.id == chosen), None)
        self._card.put(self._role_card(role) if role is not None else None)
        if role is not None:  # below the row it belongs to, or it would come out of sight
            self._role_rows.removeWidget(self._card)
            self._role_rows.insertWidget(
                self._role_rows.indexOf(self.rows[role.id]) + 1, self._card
            )
        self.resized.emit()

    def _show_dealt(self) -> None:
        if not self._dealt:
            self._table.put(None)
            return
        names = {role.id: plain(self.text(role.name)) for role in self.activity.roles}
        holder = QWidget()
        grid = FlowLayout(holder, min_item=190, spacing=8)
        for number, role_id in enumerate(self._dealt, 1):
            tile = QFrame(holder)
            soften(tile)
            down = QVBoxLayout(tile)
            down.setContentsMargins(*[style.px(10)] * 4)
            down.setSpacing(style.px(2))
            group = self.tr("Group {number}").format(number=number)
            down.addWidget(WrapLabel(group, role="muted", colour="muted", parent=tile))
            down.addWidget(WrapLabel(names[role_id], role="strong", parent=tile))
            grid.addWidget(tile)
        holder.setAccessibleName(self._spoken_deal())
        self._table.put(holder)
        self.resized.emit()

    def _spoken_deal(self) -> str:
        names = {role.id: plain(self.text(role.name)) for role in self.activity.roles}
        words = self.tr("Group {number}: {role}")
        return ". ".join(
            words.format(number=number, role=names[role_id])
            for number, role_id in enumerate(self._dealt, 1)
        )

    def _show_change(self) -> None:
        """Say how the learner's own view has moved."""
        before, after = self.before.answer, self.after.answer
        self.after.line.set_earlier(before)
        both = before is not None and after is not None
        if before is not None and after is not None:
            if after == before:
                words = self.tr("Before {before}, after {after}: you still agree as far as before.")
            elif after > before:
                words = self.tr("Before {before}, after {after}: you agree more than before.")
            else:
                words = self.tr("Before {before}, after {after}: you agree less than before.")
            self._change_words.setText(words.format(before=before, after=after))
        if both == self._change.isHidden():
            self._change.setVisible(both)
            self.resized.emit()

    # ── state ─────────────────────────────────────────────────────────────────────────────────

    def state(self) -> State:
        state: State = {}
        if self._role():
            state["role"] = self._role()
        for name, scale in (("before", self.before), ("after", self.after)):
            if scale.answer is not None:
                state[name] = scale.answer
        if self._dealt:
            state["dealt"], state["deals"] = list(self._dealt), self._deals
        at = self.rounds.at() if self.rounds is not None else None
        if at is not None:
            state["round"], state["left"] = at
        return state

    def set_state(self, state: State) -> None:
        state = self.activity.clean(state)
        self.before.set_answer(state.get("before"))
        self.after.set_answer(state.get("after"))
        for name, row in self.rows.items():
            if name == state.get("role"):
                row.setChecked(True)
            elif "role" not in state:
                row.clear_choice()
        self._dealt, self._deals = state.get("dealt", []), state.get("deals", 0)
        if self._dealt:
            self.groups.setValue(len(self._dealt))
        if self.rounds is not None:
            self.rounds.show_round(state.get("round"), state.get("left"))
        self._show_role()
        self._show_dealt()
        self._show_change()

    def focus_first(self) -> None:
        self.before.line.setFocus()

    # ── what the learner does ─────────────────────────────────────────────────────────────────

    @Slot()
    def _on_agreed(self) -> None:
        self._show_change()
        if not self._change.isHidden():
            say(self, self._change_words.text())
        self._keep_soon()

    @Slot()
    def _on_role(self) -> None:
        self._show_role()
        self._keep_soon()

    def _keep_soon(self) -> None:
        """Have it kept after a pause of one's own: a clock that runs is a change that never ends,
        and is kept only when it is stopped or the page is left."""
        self._pause.start()
        self.changed.emit(False)

    @Slot()
    def _on_pause(self) -> None:
        self.changed.emit(True)

    @Slot()
    def _on_deal(self) -> None:
        self._deals += 1
        rng = Random(f"{self.around.seed}/{self.activity.id}/{self._deals}")
        self._dealt = self.activity.deal(self.groups.value(), rng)
        self._show_dealt()
        say(self, self._spoken_deal())
        self.changed.emit(True)

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    def paper(self) -> tuple[b.Block, ...]:
        return debate_cards(self.activity, self.around)

    def can_print(self) -> bool:
        return True

    def as_text(self) -> str:
        rows = [plain(self.text(self.activity.question))]
        rows += self._spoken_deal().split(". ") if self._dealt else []
        if self.before.answer is not None and self.after.answer is not None:
            rows.append(self._change_words.text())
        return "\n".join(rows) if len(rows) > 1 else ""
