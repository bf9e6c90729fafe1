"""The parts of a number check: a question with its answer and working, and the verdicts."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ecolearn.content.activities.number_check import Judgement, Step
from ecolearn.quiz.unit_words import unit_words
from ecolearn.ui.activities.marks import Badge, soften
from ecolearn.ui.activities.paper import shown_answer
from ecolearn.ui.activities.reveal import Reveal
from ecolearn.ui.items.base import digit_of, say
from ecolearn.ui.items.fields import AnswerField, VerdictLine
from ecolearn.ui.items.slot import Slot as Place
from ecolearn.ui.items.text import WrapLabel, plain, text_widget
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.option_row import OptionRow

if TYPE_CHECKING:
    from ecolearn.ui.activities.number_check import NumberCheckView


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
