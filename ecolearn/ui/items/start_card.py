"""What awaits in a quiz, before it begins: questions, pass mark, time, attempts so far."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ecolearn.content.model import QuizSettings
from ecolearn.study.api import AttemptLine, Sitting
from ecolearn.ui import texts
from ecolearn.ui.items.overview import CentredColumn
from ecolearn.ui.items.text import MediaFinder
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.step_row import StepRow


@dataclass(frozen=True, slots=True)
class QuizFacts:
    """What the start card says."""

    title: str
    subtitle: str
    intro: str
    settings: QuizSettings
    questions: int
    attempts: tuple[AttemptLine, ...]
    waiting: Sitting | None
    notice: str = ""
    retry_of: str = ""

    @property
    def finished(self) -> list[AttemptLine]:
        """Return the attempts that were handed in, newest first."""
        return [line for line in reversed(self.attempts) if line.finished_at is not None]

    @property
    def best(self) -> float | None:
        """Return the best score so far."""
        scores = [line.score for line in self.attempts if line.score is not None]
        return max(scores) if scores else None

    @property
    def left(self) -> int | None:
        """Return how many attempts are left; None = as many as one likes."""
        allowed = self.settings.attempts
        return max(0, allowed - len(self.attempts)) if allowed else None


class StartCard(CentredColumn):
    """The card with the button that begins.

    Signals:
        start_wanted: Begin, or go on where one stopped.
        result_wanted(str): Show the result of this attempt.
        link_activated(str): A link in the introduction was followed.
    """

    start_wanted = Signal()
    result_wanted = Signal(str)
    link_activated = Signal(str)

    def __init__(self, facts: QuizFacts, media: MediaFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = style.px
        card = QFrame()
        style.set_surface(card, "card")
        down = QVBoxLayout(card)
        down.setContentsMargins(px(32), px(28), px(32), px(28))
        down.setSpacing(px(14))
        if facts.subtitle:
            over = QLabel(facts.subtitle)
            over.setWordWrap(True)
            style.set_role(over, "muted")
            down.addWidget(over)
        down.addWidget(Heading(facts.title, 1))
        if facts.notice:
            down.addWidget(Callout("note", facts.notice, icon="languages"))
        if facts.intro:
            from ecolearn.ui.lesson.prose import prose

            intro = prose(facts.intro, card, media=media)
            intro.link_activated.connect(self.link_activated)
            down.addWidget(intro)
        for icon, words in self._lines(facts):
            down.addLayout(_line(icon, words))
        down.addSpacing(px(6))
        self.start_button = QPushButton()
        style.set_kind(self.start_button, "primary")
        icons.set_button_icon(self.start_button, "arrow-right", trailing=True)
        self._add_start(facts, down)
        self.column.addStretch(1)
        self.column.addWidget(card)
        if facts.finished:
            self.column.addWidget(Heading(self.tr("Your attempts"), 3))
            for line in facts.finished[:5]:
                self.column.addWidget(self._attempt(line))
        self.column.addStretch(2)
        self.start_button.clicked.connect(self.start_wanted)

    def _lines(self, facts: QuizFacts) -> list[tuple[str, str]]:
        """Return the facts, each with its icon."""
        quiz = facts.settings
        lines = [("list-checks", texts.questions(facts.questions))]
        share = percent_text(quiz.pass_mark)
        lines.append(("target", self.tr("{share} of the points pass").format(share=share)))
        if quiz.minutes:
            lines.append(("timer", self.tr("%n minute(s), then it is handed in", "", quiz.minutes)))
        else:
            lines.append(("clock", self.tr("No time limit: take your time")))
        if quiz.feedback == "at-once":
            lines.append(("lightbulb", self.tr("You see after each question whether it is right")))
        else:
            lines.append(("lightbulb", self.tr("You see at the end what was right")))
        best = facts.best
        if best is not None:
            done = self.tr("%n attempt(s) so far", "", len(facts.finished))
            lines.append(
                (
                    "trophy",
                    self.tr("{attempts}, best: {best}").format(
                        attempts=done, best=percent_text(best)
                    ),
                )
            )
        if facts.left is not None:
            lines.append(("refresh-cw", self.tr("%n attempt(s) left", "", facts.left)))
        return lines

    def _add_start(self, facts: QuizFacts, down: QVBoxLayout) -> None:
        across = QHBoxLayout()
        if facts.waiting is not None:
            words = self.tr("You stopped at question {number} of {count}. All answers are kept.")
            down.addWidget(
                Callout(
                    "tip",
                    words.format(number=facts.waiting.position + 1, count=len(facts.waiting.items)),
                    icon="save",
                )
            )
            self.start_button.setText(self.tr("Continue where you stopped"))
        elif facts.left == 0:
            words = self.tr("All attempts are used. Your best result counts.")
            down.addWidget(Callout("note", words))
            self.start_button.hide()
        else:
            self.start_button.setText(self.tr("Start"))
        across.addWidget(self.start_button)
        across.addStretch(1)
        down.addLayout(across)

    def _attempt(self, line: AttemptLine) -> StepRow:
        row = StepRow()
        icon, role = ("award", "primary") if line.passed else ("circle-dot", "warn")
        when = texts.day(line.finished_at) if line.finished_at else ""
        word = self.tr("passed") if line.passed else self.tr("not yet passed")
        title = self.tr("Attempt {number}: {share}").format(
            number=line.number, share=percent_text(line.score or 0.0)
        )
        row.set_content(icon, title, when, word, role)
        row.setProperty("attempt", line.attempt_id)
        row.clicked.connect(self._on_attempt_clicked)
        return row

    def set_busy(self, busy: bool) -> None:
        """Keep the button from being pressed twice."""
        self.start_button.setEnabled(not busy)

    def focus_first(self) -> None:
        """Put the keyboard on the button that begins."""
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_attempt_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, StepRow)
        self.result_wanted.emit(str(row.property("attempt")))


def _line(icon: str, words: str) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(style.px(12))
    label = QLabel(words)
    label.setWordWrap(True)
    across.addWidget(IconLabel(icon, 20, "primary"), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(label, 1)
    return across


__all__ = ["QuizFacts", "StartCard"]
