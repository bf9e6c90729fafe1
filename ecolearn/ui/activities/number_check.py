"""A number check: the claim, the numbers, a question after the other, the verdict, the working."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import State
from ecolearn.content.activities.number_check import Judgement, NumberCheck, Step
from ecolearn.content.markdown import inline
from ecolearn.content.texts import Said
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.evidence import evidence, fact_cards, maker_for
from ecolearn.ui.activities.paper import activity_paper, shown_answer
from ecolearn.ui.activities.reveal import Reveal
from ecolearn.ui.items.base import digit_of, say
from ecolearn.ui.items.fields import AnswerField, VerdictLine
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import WrapLabel, plain, text_widget
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.lesson.blocks_box import FoldView
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.lesson.registry import Unit
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import FontSize, Weight
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.option_row import OptionRow

_BADGE_PX = 30


def soften(frame: QFrame) -> None:
    """Set a part apart by its ground, or by a frame where grounds are all alike."""
    style.set_surface(frame, "card" if style.current().contrast else "sunken")


class Badge(QWidget):
    """The number of a step, later a tick or an eye. Says nothing: the words beside it do."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._mark = ""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(style.px(_BADGE_PX), style.px(_BADGE_PX))

    def set_mark(self, mark: str) -> None:
        """Show "solved", "shown" or "" for the number."""
        self._mark = mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, edge = {
            "solved": ("ok", "ok"),
            "shown": ("sunken", "border_strong"),
        }.get(self._mark, ("primary_soft", "primary"))
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour(edge), 1.5))
        painter.drawEllipse(rect)
        inset = rect.width() * 0.22
        inner = rect.adjusted(inset, inset, -inset, -inset)
        if self._mark == "solved":
            icons.paint_icon(painter, "check", inner, theme.colour("on_primary"))
        elif self._mark == "shown":
            icons.paint_icon(painter, "eye", inner, theme.colour("muted"))
        else:
            painter.setFont(style.font(FontSize.MUTED, Weight.STRONG))
            painter.setPen(theme.colour("primary_text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepView(QWidget):
    """One question with a field, a hint, and the working afterwards.

    Signals:
        tried(str): The answer in the field of the step with this id is to be judged.
        look_wanted(str): The working is to be shown without solving it.
        edited: Something was typed.
        left: The field was left.
    """

    tried = Signal(str)
    look_wanted = Signal(str)
    edited = Signal()
    left = Signal()

    def __init__(self, step: Step, number: int, view: NumberCheckView) -> None:
        super().__init__(view)
        # state
        self.step = step
        self.item = step.item(view.text)
        self._language = view.around.language
        self._hint_text = plain(view.text(step.hint))
        self._reveal = Reveal(self)
        # widgets
        whole = len(view.activity.steps)
        question = view.text(step.question)
        self._badge = Badge(number, self)
        self._question = text_widget(question, view.around.media, titles=view.around.titles)
        place = self.tr("Question {number} of {whole}").format(number=number, whole=whole)
        self._question.setAccessibleName(f"{place}. {plain(question)}")
        self.field = AnswerField(self)
        self.field.setMaximumWidth(style.px(220))
        self.field.setPlaceholderText(self.tr("Your answer"))
        self.field.setAccessibleName(self.tr("Answer: {question}").format(question=plain(question)))
        self.field.setAccessibleDescription(self._reminder())
        self.check = QPushButton(self.tr("Check"), self)
        style.set_kind(self.check, "primary")
        self._reminder_label = WrapLabel(self._reminder(), role="muted", colour="muted")
        self._verdict = VerdictLine(self)
        self.hint_button = QPushButton(self.tr("Hint"), self)
        icons.set_button_icon(self.hint_button, "lightbulb")
        self.look_button = QPushButton(self.tr("Show the working"), self)
        icons.set_button_icon(self.look_button, "eye")
        self.look_button.setToolTip(self.tr("The question then does not count as solved."))
        self.look_button.setAccessibleDescription(self.look_button.toolTip())
        for button in (self.hint_button, self.look_button):
            style.set_kind(button, "ghost")
        self._hint = Callout("tip", self.tr("Hint"), parent=self)
        self._hint.add_widget(view.words(step.hint))
        self._working = QFrame(self)
        # layout
        self._entry = QWidget(self)
        entry = QHBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(style.px(8))
        entry.addWidget(self.field, 3)
        entry.addWidget(self.check)
        entry.addStretch(1)
        self._helps = QWidget(self)
        helps = TileFlow(self._helps, gap=4)
        helps.addWidget(self.hint_button)
        helps.addWidget(self.look_button)
        self._fill_working(view)
        down = QVBoxLayout()
        down.setSpacing(style.px(8))
        down.addSpacing(style.px(4))
        for widget in (
            self._question,
            self._entry,
            self._reminder_label,
            self._verdict,
            self._helps,
            self._hint,
            self._working,
        ):
            down.addWidget(widget)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(12))
        across.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(down, 1)
        self._hint.hide()
        # connections
        self.field.textEdited.connect(self._on_edited)
        self.field.submitted.connect(self._on_check)
        self.field.left.connect(self.left)
        self.check.clicked.connect(self._on_check)
        self.hint_button.clicked.connect(self._on_hint)
        self.look_button.clicked.connect(self._on_look)

    def _fill_working(self, view: NumberCheckView) -> None:
        soften(self._working)
        down = QVBoxLayout(self._working)
        down.setContentsMargins(style.px(14), style.px(10), style.px(14), style.px(12))
        down.setSpacing(style.px(4))
        title = self.tr("How it is calculated")
        head = QLabel(title, self._working)
        style.set_role(head, "muted")
        down.addWidget(head)
        if view.text(self.step.working):
            down.addWidget(view.words(self.step.working))
        if self.item is not None:
            answer = self.tr("Answer: {answer}").format(
                answer=shown_answer(self.item, self._language)
            )
            down.addWidget(WrapLabel(answer, role="strong"))
        self._working.setAccessibleName(title)

    def _reminder(self) -> str:
        unit = unit_words(self.item.target.unit, self._language) if self.item is not None else ""
        if not unit:
            return self.tr("A number. Comma and point both work.")
        if self.step.optional_unit:
            return self.tr("A number in {unit}. Comma and point both work.").format(unit=unit)
        return self.tr("A number and its unit. Comma and point both work.")

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def show_step(self, tries: list[str], solved: bool, looked: bool) -> None:
        """Show how far the step is: what was tried, whether it is over and how."""
        over = solved or looked
        if solved:
            self.field.setText(tries[-1])
        self._badge.set_mark("solved" if solved else "shown" if looked else "")
        self.field.setReadOnly(over)
        self.check.setVisible(not over)
        self._reminder_label.setVisible(not over)
        self.hint_button.setVisible(not over and bool(self.step.hint) and self._hint.isHidden())
        self.look_button.setVisible(not over)
        self._helps.setVisible(not over)
        self._working.setVisible(over)
        if over:
            self._hint.hide()
        typed = self.field.text().strip()
        if looked:
            style.set_state(self.field, None)
            self._verdict.show_verdict(None, self.tr("You looked at the working."))
        elif solved or (tries and typed == tries[-1]):
            self._show_verdict(tries[-1], solved)
        else:
            style.set_state(self.field, None)
            self._verdict.clear()
        self.field.setVisible(not over or solved)
        self._entry.setVisible(not over or solved)

    def _show_verdict(self, text: str, solved: bool) -> None:
        style.set_state(self.field, "right" if solved else "wrong")
        word, feedback = self._words_for(text, solved)
        self._verdict.show_verdict(solved, word, feedback)
        self.field.setAccessibleDescription(self._verdict.accessibleName())

    def _words_for(self, text: str, solved: bool) -> tuple[str, str]:
        if solved:
            return self.tr("Right"), ""
        if self.item is None:
            return self.tr("Not right yet"), ""
        parts = self.item.grade({"text": text}).parts
        if parts.get("number") and not parts.get("unit"):
            return self.tr("The number is right, the unit is not"), ""
        said = "\n\n".join(remark.text for remark in self.item.remarks({"text": text}))
        return self.tr("Not right yet"), said

    def spoken(self) -> str:
        """Return the verdict as it is read aloud."""
        return self._verdict.accessibleName()

    def bring_verdict(self) -> None:
        """Scroll so far that the verdict is seen."""
        self._reveal.show(self._verdict)

    # ── buttons ───────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_edited(self) -> None:
        style.set_state(self.field, None)
        self._verdict.clear()
        self.field.setAccessibleDescription(self._reminder())
        self.edited.emit()

    @Slot()
    def _on_check(self) -> None:
        if self.field.isReadOnly():
            return
        if self.field.text().strip():
            self.tried.emit(self.step.id)
            return
        self._verdict.show_verdict(None, self.tr("Give an answer first."))
        say(self, self.spoken())
        self.field.setFocus()
        self.bring_verdict()

    @Slot()
    def _on_hint(self) -> None:
        self.field.setFocus()  # before the button goes, and the focus with it
        self._hint.show()
        self.hint_button.hide()
        say(self, self._hint_text)
        self._reveal.show(self._hint)

    @Slot()
    def _on_look(self) -> None:
        self.look_wanted.emit(self.step.id)


class VerdictRows(QWidget):
    """The verdicts to choose from; number keys choose.

    Signals:
        given(str): The verdict with this id was given.
    """

    given = Signal(str)

    def __init__(self, view: NumberCheckView) -> None:
        super().__init__(view)
        self._view = view
        question = view.text(view.activity.question) or self.tr("What is your verdict?")
        heading = Heading(plain(question), 3, self)
        self.rows: dict[str, OptionRow] = {}
        self._remarks: dict[str, Place] = {}
        rows = QWidget(self)
        rows.setAccessibleName(plain(question))
        down = QVBoxLayout(rows)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(style.px(6))
        rng = Random(f"{view.around.seed}/{view.activity.id}")
        for number, verdict in enumerate(view.activity.mixed(rng), 1):
            words = plain(view.text(verdict.text))
            row = OptionRow(words, key=str(number) if number < 10 else "", parent=rows)
            remark = Place(rows)
            row.toggled.connect(self._on_toggled)
            self.rows[verdict.id] = row
            self._remarks[verdict.id] = remark
            down.addWidget(row)
            down.addWidget(remark)
        self.button = QPushButton(self.tr("Give the verdict"), self)
        style.set_kind(self.button, "primary")
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(4), 0, 0)
        column.setSpacing(style.px(10))
        column.addWidget(heading)
        column.addWidget(rows)
        column.addLayout(line)
        self.button.clicked.connect(self._on_given)

    def show_chosen(self, chosen: list[str], over: bool) -> None:
        """Mark the verdicts that were given."""
        for verdict in self._view.activity.verdicts:
            row, remark = self.rows[verdict.id], self._remarks[verdict.id]
            taken = verdict.id in chosen
            row.set_locked(over or taken)
            row.set_key("" if over or taken else row_key(self.rows, verdict.id))
            row.set_state(("right" if verdict.right else "wrong") if taken else None)
            if not taken:
                remark.put(None)
            elif remark.inside is None:
                remark.put(self._said(verdict))
            if taken:
                row.setAccessibleDescription(self.spoken(verdict.id))
        last = chosen[-1] if chosen else ""
        for name, row in self.rows.items():
            if name == last and over:
                row.setChecked(True)
            elif name in chosen or over or not chosen:
                row.clear_choice()
        self.button.setVisible(not over)
        self._refresh()

    def _said(self, verdict: Judgement) -> QWidget:
        box = QWidget()
        down = QVBoxLayout(box)
        down.setContentsMargins(style.px(50), 0, style.px(8), style.px(6))
        down.addWidget(self._view.words(verdict.feedback))
        return box

    def spoken(self, name: str) -> str:
        """Return what is said about the verdict `name`."""
        verdict = next(one for one in self._view.activity.verdicts if one.id == name)
        word = self.tr("Right") if verdict.right else self.tr("Not right")
        return f"{word}. {plain(self._view.text(verdict.feedback))}"

    def _chosen(self) -> str:
        for name, row in self.rows.items():
            if row.isChecked() and not row.is_locked():
                return name
        return ""

    def _refresh(self) -> None:
        self.button.setEnabled(bool(self._chosen()))

    @Slot()
    def _on_toggled(self) -> None:
        self._refresh()

    @Slot()
    def _on_given(self) -> None:
        name = self._chosen()
        if name:
            self.given.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number keys, give the verdict by Enter."""
        digit = digit_of(event)
        if digit is not None and digit <= len(self.rows):
            row = list(self.rows.values())[digit - 1]
            if not row.is_locked():
                row.setChecked(True)
                row.setFocus()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen():
            self._on_given()
            return
        super().keyPressEvent(event)


def row_key(rows: dict[str, OptionRow], name: str) -> str:
    """Return the number key of a row, "" beyond nine."""
    place = list(rows).index(name) + 1
    return str(place) if place < 10 else ""


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
