"""The result of an attempt: how far, what to look at again, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content.texts import in_language
from ecolearn.errors import CourseGone, EcoLearnError
from ecolearn.study.api import OutcomeScore, QuizResult, Sitting
from ecolearn.ui import texts
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.items.labels import score_text
from ecolearn.ui.items.overview import CentredColumn
from ecolearn.ui.items.questions import CourseQuestions, lesson_route
from ecolearn.ui.items.reviewed import ReviewedQuestion
from ecolearn.ui.items.score import OutcomeBar, ScoreRing
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from ecolearn.content.opened import OpenCourse


#: a card narrower than this (pixels at scale 1) has the ring above the words
_NARROW_PX = 560


@dataclass(frozen=True)
class Shown:
    """What the page reads when it opens; `opened` is None if the course is gone."""

    result: QuizResult
    opened: OpenCourse | None


def _read(core: CoreLike, *, attempt_id: str) -> Shown:
    """Read the result and its course; on the database thread."""
    result = core.study.result(attempt_id)
    opened: Any
    try:
        opened = core.library.open(result.course_id)
    except CourseGone:
        return Shown(result, None)
    for entry in result.items:
        opened.item(entry.item_id, "en")
    return Shown(result, opened)


class _ScoreCard(QFrame):
    """The ring beside the words, or above them where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        px = style.px
        style.set_surface(self, "card")
        self.across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.across.setContentsMargins(px(28), px(24), px(28), px(24))
        self.across.setSpacing(px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < style.px(_NARROW_PX)
        self.across.setDirection(way.TopToBottom if narrow else way.LeftToRight)


class ResultPage(Page):
    """See the module text."""

    name = "result"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._route = Route("result")
        self._shown: Shown | None = None
        self._body: CentredColumn | None = None
        self._questions: list[ReviewedQuestion] = []
        self._loading = False
        # widgets
        self._message = EmptyState("circle-alert", "", parent=self)
        # layout
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._message)
        # connections
        self._message.action_requested.connect(self._on_message_action)
        context.language_changed.connect(self._on_language_changed)
        style.notifier.changed.connect(self._fill)

    def open(self, route: Route) -> None:
        """Show the result of `route.attempt_id`."""
        self._route = route
        self._loading = True
        self.context.view(
            partial(_read, attempt_id=route.attempt_id), self._show, self._on_not_read
        )

    @property
    def busy(self) -> bool:
        """Tell whether something is still being read."""
        return self._loading

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        self._loading = False
        self._shown = shown
        self._fill()
        first = self.findChild(QPushButton, "main-action")
        if isinstance(first, QPushButton):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_not_read(self, error: BaseException) -> None:
        self._loading = False
        if not isinstance(error, EcoLearnError):
            raise error
        self._message.set_content(
            "circle-alert", describe(error, self.context.language), self.tr("Go to the courses")
        )
        self._stack.setCurrentWidget(self._message)

    # ── building ──────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _fill(self) -> None:
        """Show everything again: a new result, language or look."""
        shown = self._shown
        if shown is None:
            return
        opened_before = {q.row.property("place") for q in self._questions if q.is_open}
        body = CentredColumn()
        body.column.addWidget(self._score_card(shown))
        if shown.opened is None:
            words = self.tr("The course is not on this PC any more. Your result is kept.")
            body.column.addWidget(Callout("note", words))
        elif len(shown.result.outcomes) > 1 or any(o.outcome_id for o in shown.result.outcomes):
            body.column.addWidget(self._outcome_card(shown))
        self._questions = []
        if shown.opened is not None:
            body.column.addWidget(Heading(self.tr("Your answers"), 2))
            self._add_questions(shown, body, opened_before)
        body.column.addStretch(1)
        self._stack.addWidget(body)
        self._stack.setCurrentWidget(body)
        if self._body is not None:
            self._stack.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body

    def _score_card(self, shown: Shown) -> QWidget:
        px = style.px
        result = shown.result
        card = _ScoreCard()
        across = card.across
        ring = ScoreRing(result.score, result.pass_mark, result.passed)
        across.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(px(8))
        across.addLayout(down, 1)
        title = QLabel(self._title(shown))
        title.setWordWrap(True)
        style.set_role(title, "muted")
        down.addWidget(title)
        down.addWidget(Heading(self._verdict(result), 1))
        for line in self._lines(result):
            down.addWidget(WrapLabel(line))
        down.addSpacing(px(8))
        down.addWidget(self._actions(shown))
        return card

    def _title(self, shown: Shown) -> str:
        if shown.opened is None:
            return ""
        course = shown.opened.course
        module = course.module(shown.result.module_id)
        titles = module.title if module is not None else course.title
        return in_language(titles, self.context.language, course.languages)[0]

    def _verdict(self, result: QuizResult) -> str:
        if result.passed:
            return self.tr("Passed!")
        return self.tr("Not there yet")

    def _time_was_up(self, result: QuizResult) -> bool:
        """Tell whether the quiz was handed in because its time was over."""
        opened = self._shown.opened if self._shown is not None else None
        module = opened.course.module(result.module_id) if opened is not None else None
        minutes = module.quiz.minutes if module is not None and module.quiz is not None else 0
        return 0 < minutes * 60 <= result.elapsed_s

    def _lines(self, result: QuizResult) -> list[str]:
        """Return what there is to say about the score."""
        lines = [
            self.tr("{score}; {share} pass.").format(
                score=score_text(result.points, result.points_max),
                share=percent_text(result.pass_mark),
            )
        ]
        attempt = self.tr("Attempt {number}").format(number=result.number)
        best = self.tr("best so far: {best}").format(best=percent_text(result.best))
        minutes = texts.minutes(max(1, round(result.elapsed_s / 60)))
        lines.append(f"{attempt} · {best} · {minutes}")
        if self._time_was_up(result):
            lines.append(self.tr("The time was up; what you had answered by then counts."))
        if result.for_teacher:
            lines.append(self.tr("Your teacher reads %n answer(s).", "", result.for_teacher))
        if result.attempts_left is not None:
            lines.append(self.tr("%n attempt(s) left", "", result.attempts_left))
        return lines

    def _actions(self, shown: Shown) -> QWidget:
        """Return the buttons; the one that helps most is the main one."""
        result = shown.result
        box = QWidget()
        row = TileFlow(box, gap=10)
        may = shown.opened is not None and result.attempts_left != 0
        missed = any(outcome.missed for outcome in result.outcomes)
        main = "practise" if may and missed and not result.passed else "on"
        if may and missed:
            practise = self._button(self.tr("Practise what was missed"), main == "practise")
            icons.set_button_icon(practise, "target")
            practise.clicked.connect(self._on_practise_clicked)
            row.addWidget(practise)
        if may:
            again = self._button(self.tr("Try again"), False)
            icons.set_button_icon(again, "rotate-ccw")
            again.clicked.connect(self._on_again_clicked)
            row.addWidget(again)
        on = self._button(self.tr("Go on"), main == "on")
        icons.set_button_icon(on, "arrow-right", trailing=True)
        on.clicked.connect(self._on_go_on_clicked)
        row.addWidget(on)
        return box

    def _button(self, words: str, main: bool) -> QPushButton:
        button = QPushButton(words)
        if main:
            style.set_kind(button, "primary")
            button.setObjectName("main-action")
        return button

    def _outcome_card(self, shown: Shown) -> QWidget:
        px = style.px
        card = QFrame()
        style.set_surface(card, "card")
        down = QVBoxLayout(card)
        down.setContentsMargins(px(24), px(18), px(24), px(18))
        down.setSpacing(px(8))
        down.addWidget(Heading(self.tr("What you can do"), 3))
        for outcome in shown.result.outcomes:
            if outcome.points_max > 0:
                down.addWidget(self._outcome(shown, outcome))
        return card

    def _outcome(self, shown: Shown, outcome: OutcomeScore) -> OutcomeBar:
        text = self.tr("Other questions")
        if shown.opened is not None:
            course = shown.opened.course
            known = next((o for o in course.outcomes if o.id == outcome.outcome_id), None)
            if known is not None:
                text = in_language(known.text, self.context.language, course.languages)[0]
        words = score_text(outcome.points, outcome.points_max)
        return OutcomeBar(text, outcome.points / outcome.points_max, words)

    def _add_questions(self, shown: Shown, body: CentredColumn, before: set[Any]) -> None:
        assert shown.opened is not None
        source = CourseQuestions(shown.opened, self.context)
        for place, entry in enumerate(shown.result.items):
            question = ReviewedQuestion(
                place + 1,
                entry,
                shown.result.marks.get(entry.item_id),
                source,
                gone=entry.item_id in shown.result.gone,
            )
            question.row.setProperty("place", place)
            question.link_activated.connect(self._on_link_activated)
            if place in before:
                question.set_open(True)
            body.column.addWidget(question)
            self._questions.append(question)

    # ── what the learner does ─────────────────────────────────────────────────────────────────

    @Slot()
    def _on_practise_clicked(self) -> None:
        self._start(self._route.attempt_id)

    @Slot()
    def _on_again_clicked(self) -> None:
        self._start("")

    def _start(self, retry_of: str) -> None:
        """Begin another attempt: of what was missed, or of the whole quiz."""
        if self._shown is None or self._loading:
            return
        self._loading = True
        learner = self.context.learner_id
        result = self._shown.result

        def work(study: Any) -> Any:
            return study.start_quiz(learner, result.course_id, result.module_id, retry_of)

        self.context.act(work, self._on_started, self._on_not_started)

    def _on_started(self, sitting: Sitting) -> None:
        self._loading = False
        self.context.go(
            Route(
                "quiz",
                course_id=sitting.course_id,
                module_id=sitting.module_id,
                attempt_id=sitting.attempt_id,
            )
        )

    def _on_not_started(self, error: BaseException) -> None:
        self._loading = False
        if not isinstance(error, EcoLearnError):
            raise error
        self.context.tell("warning", describe(error, self.context.language))

    @Slot()
    def _on_go_on_clicked(self) -> None:
        if self._shown is not None and self._shown.opened is not None:
            result = self._shown.result
            self.context.go(Route("course", course_id=result.course_id, module_id=result.module_id))
        else:
            self.context.go(Route("library"))

    @Slot()
    def _on_message_action(self) -> None:
        self.context.go(Route("library"))

    @Slot(str)
    def _on_link_activated(self, link: str) -> None:
        course_id = self._shown.result.course_id if self._shown is not None else ""
        route = lesson_route(link, course_id)
        if route is not None:
            self.context.go(route)

    @Slot(str)
    def _on_language_changed(self, language: str) -> None:
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus; Esc goes on."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_go_on_clicked()
        else:
            super().keyPressEvent(event)


__all__ = ["ResultPage"]
