"""A question of a finished attempt: a row that opens to the answer, the right one and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Item
from ecolearn.study.api import Marked, SittingItem
from ecolearn.ui.items.base import is_answered
from ecolearn.ui.items.panel import Mode, QuestionPanel
from ecolearn.ui.items.questions import Questions
from ecolearn.ui.items.text import short_stem
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.step_row import StepRow

_ICONS = {
    "right": ("circle-check", "ok"),
    "partly": ("circle-dot", "warn"),
    "wrong": ("circle-x", "danger"),
    "open": ("user", "info"),
    "none": ("circle", "muted"),
    "gone": ("circle-minus", "muted"),
}


class ReviewedQuestion(QWidget):
    """The row, and below it the question when it is open. The question is made at first opening.

    Signals:
        link_activated(str): A link was followed.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        number: int,
        entry: SittingItem,
        marked: Marked | None,
        questions: Questions,
        *,
        gone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._entry = entry
        self._marked = marked
        self._questions = questions
        self._gone = gone
        self._card: QFrame | None = None
        self.row = StepRow(self)
        self.row.setCheckable(True)
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(style.px(6))
        self._down.addWidget(self.row)
        self.row.toggled.connect(self.set_open)
        self._retranslate()

    def kind(self) -> str:
        """Return right, partly, wrong, open (for the teacher), none (no answer) or gone."""
        found = self._questions.item(self._entry.item_id)
        if self._gone or found is None:
            return "gone"
        if self._marked is None or not is_answered(found[0], self._marked.response):
            return "none"
        grade = self._marked.grade
        return grade.verdict if grade is not None else "open"

    def set_open(self, is_open: bool) -> None:
        """Show or hide the question."""
        if self.row.isChecked() != is_open:
            self.row.setChecked(is_open)  # comes back here
            return
        if is_open and self._card is None:
            self._card = self._make_card()
            self._down.addWidget(self._card)
        if self._card is not None:
            self._card.setVisible(is_open)
        self._retranslate()

    @property
    def is_open(self) -> bool:
        """Tell whether the question is shown."""
        return self.row.isChecked()

    def _make_card(self) -> QFrame:
        card = QFrame(self)
        style.set_surface(card, "card")
        column = QVBoxLayout(card)
        px = style.px
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        found = self._questions.item(self._entry.item_id)
        if found is None:
            words = self.tr("This question is no longer in the course. It does not count.")
            column.addWidget(Callout("note", words))
            return card
        item, notice = found
        if notice:
            column.addWidget(Callout("note", notice, icon="languages"))
        panel = QuestionPanel(
            item,
            self._entry.presentation,
            self._questions.media,
            Mode.REVIEW,
            points=self._entry.points,
            titles=self._questions.titles,
            own_button=False,
            parent=card,
        )
        panel.show_marked(self._judged(item))
        panel.link_activated.connect(self.link_activated)
        column.addWidget(panel)
        return card

    def _judged(self, item: Item) -> Marked:
        """Return the mark; no answer is judged too, so that the right one is shown."""
        marked = self._marked
        if marked is None or not marked.response:
            marked = Marked(item.id, item.empty(), hints=marked.hints if marked else 0)
        if marked.grade is None:
            grade = item.grade(marked.response)
            return Marked(item.id, marked.response, grade, marked.hints, marked.score)
        return marked

    def _retranslate(self) -> None:
        kind = self.kind()
        words = {
            "right": self.tr("right"),
            "partly": self.tr("partly right"),
            "wrong": self.tr("not right yet"),
            "open": self.tr("your teacher reads this"),
            "none": self.tr("no answer"),
            "gone": self.tr("does not count"),
        }[kind]
        found = self._questions.item(self._entry.item_id)
        stem = short_stem(found[0]) if found is not None else "…"
        number = self.tr("Question {number}").format(number=self._number)
        more = self.tr("close") if self.is_open else self.tr("show")
        icon, role = _ICONS[kind]
        self.row.set_content(icon, stem, f"{number} · {words}", more, role)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the open question is made again by the page."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


__all__ = ["ReviewedQuestion"]
