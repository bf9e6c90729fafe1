"""The page of a quiz: what awaits, the questions, and the last look before handing in.

It connects the views in `ui/items` with the acts of `study`: an answer is shown as saved only
after its act has returned; what could not be saved stays on the screen with a way to try again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.content.model import Course, Module
from ecolearn.content.texts import in_language
from ecolearn.errors import CourseGone, EcoLearnError
from ecolearn.quiz.items.base import Response
from ecolearn.study.api import AttemptLine, Marked, QuizResult, Sitting
from ecolearn.ui import texts
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.items.base import say
from ecolearn.ui.items.overview import Overview
from ecolearn.ui.items.questions import CourseQuestions, lesson_route
from ecolearn.ui.items.sitting import SittingView
from ecolearn.ui.items.start_card import QuizFacts, StartCard
from ecolearn.ui.items.text import short_stem
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.banner import Banner
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.timer_label import TimerLabel

if TYPE_CHECKING:
    from ecolearn.content.opened import OpenCourse

#: the time used is kept this often (RELIABILITY 3.3)
TICK_MS = 5_000
_SECOND_MS = 1_000


@dataclass(frozen=True)
class Shown:
    """What the page reads when it opens."""

    opened: OpenCourse
    module: Module
    sitting: Sitting | None
    attempts: tuple[AttemptLine, ...]


def _read(
    core: CoreLike, *, learner_id: str, course_id: str, module_id: str, attempt_id: str
) -> Shown:
    """Read everything the page shows; on the database thread."""
    study = core.study
    sitting: Sitting | None
    if attempt_id:
        sitting = study.sitting(attempt_id)
        course_id, module_id = sitting.course_id, sitting.module_id
    else:
        sitting = study.open_attempt(learner_id, course_id, module_id)
    opened: Any = core.library.open(course_id)
    course: Course = opened.course
    module = course.module(module_id)
    if module is None or (module.quiz is None and sitting is None):
        raise CourseGone(course_id=course_id, id=module_id)
    for entry in sitting.items if sitting is not None else ():
        opened.item(entry.item_id, "en")  # builds the index of items off the GUI thread
    return Shown(opened, module, sitting, study.attempts(learner_id, course_id, module_id))


class QuizPage(Page):
    """See the module text."""

    name = "quiz"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self.now: Callable[[], float] = time.monotonic
        self._route = Route("quiz")
        self._shown: Shown | None = None
        self._sitting: Sitting | None = None
        self._questions: CourseQuestions | None = None
        self._view: SittingView | None = None
        self._elapsed_before = 0.0
        self._running_since: float | None = None
        self._loading = False
        self._finishing = False
        self._time_over = False
        self._clock: TimerLabel | None = None  #: the time left, beside the last look
        # widgets
        self._banner = Banner(parent=self)
        self._banner.hide()
        self._stack = QStackedLayout()
        self._message = EmptyState("circle-alert", "", parent=self)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        # layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        above = QVBoxLayout()  # takes no room while the banner is hidden
        above.setContentsMargins(style.px(24), style.px(12), style.px(24), 0)
        above.addWidget(self._banner)
        self._above = above
        outer.addLayout(above)
        outer.addLayout(self._stack, 1)
        self._stack.addWidget(self._message)
        self._message.hide()
        # connections
        self._tick.timeout.connect(self._on_tick)
        self._second.timeout.connect(self._on_second)
        self._message.action_requested.connect(self._on_message_action)
        self._banner.action_requested.connect(self._on_banner_action)
        context.changed.connect(self._on_changed)
        context.language_changed.connect(self._on_language_changed)
        context.learner_changed.connect(self._on_learner_changed)
        style.notifier.changed.connect(self._on_look_changed)

    # ── coming and going ──────────────────────────────────────────────────────────────────────

    def open(self, route: Route) -> None:
        """Show the quiz of `route`; with an attempt id go straight to its questions."""
        self._banner.hide()
        same = self._sitting is not None and (
            route.attempt_id == self._sitting.attempt_id
            or (not route.attempt_id and route.module_id == self._sitting.module_id)
        )
        if same and self._running_since is not None:
            self._route = route
            self._show_timer()
            return  # a timed sitting went on while another page was shown
        self._route = route
        self._loading = True
        read = partial(
            _read,
            learner_id=self.context.learner_id,
            course_id=route.course_id,
            module_id=route.module_id,
            attempt_id=route.attempt_id,
        )
        self.context.view(read, self._on_read, self._on_not_read)

    def leave(self) -> bool:
        """Keep what is typed; a sitting without a time limit stops its clock."""
        if self._view is not None and self._sitting is not None and not self._finishing:
            answered = self._view.answered_any
            self._view.flush()
            self._on_tick()
            if self._sitting.limit_s is None:
                self._stop_clock()
            self._say_what_waits(self._sitting, answered=answered)
        return True

    def _say_what_waits(self, sitting: Sitting, *, answered: bool) -> None:
        """Say what becomes of a quiz that is left, and of its clock."""
        if sitting.limit_s is not None and not self._time_over:
            self.context.tell(
                "info",
                self.tr("Your answers are saved. The time of this quiz goes on.")
                if answered
                else self.tr("The time of this quiz goes on."),
            )
        elif answered:
            self.context.tell("info", self.tr("Your answers are saved. You can continue later."))

    @property
    def busy(self) -> bool:
        """Tell whether something is still being read."""
        return self._loading or self._finishing

    @Slot(object)
    def _on_read(self, shown: Shown) -> None:
        self._loading = False
        self._shown = shown
        self._questions = CourseQuestions(shown.opened, self.context)
        sitting = shown.sitting
        if sitting is not None and sitting.finished:
            self._go_to_result(sitting.attempt_id)
        elif sitting is not None and self._route.attempt_id:
            self._begin(sitting)
        else:
            self._show_start()

    @Slot(object)
    def _on_not_read(self, error: BaseException) -> None:
        self._loading = False
        if not isinstance(error, EcoLearnError):
            raise error
        self._say_trouble(error)

    def _say_trouble(self, error: BaseException) -> None:
        """Show what is wrong instead of the quiz, with the way out."""
        self._drop_view()
        self._message.set_content(
            "circle-alert", describe(error, self.context.language), self.tr("Go to the courses")
        )
        self._stack.setCurrentWidget(self._message)
        self._message.button.setFocus()

    # ── the start card ────────────────────────────────────────────────────────────────────────

    def _title(self) -> tuple[str, str]:
        """Return the title of the quiz, and the language it is in."""
        assert self._shown is not None
        bank = {code: text.title for code, text in self._shown.module.bank.items()}
        course = self._shown.opened.course
        title, language = in_language(bank, self.context.language, course.languages)
        if title:
            return title, language
        return in_language(self._shown.module.title, self.context.language, course.languages)

    def _show_start(self) -> None:
        shown = self._shown
        assert shown is not None
        assert shown.module.quiz is not None
        assert self._questions is not None
        self._drop_view()
        title, language = self._title()
        bank = shown.module.bank.get(language)
        course = shown.opened.course
        size = len(shown.opened.bank(shown.module.id))
        drawn = shown.module.quiz.draw or size
        facts = QuizFacts(
            title=title,
            subtitle=in_language(course.title, self.context.language, course.languages)[0],
            intro=bank.intro if bank is not None else "",
            settings=shown.module.quiz,
            questions=len(shown.sitting.items) if shown.sitting else min(drawn, max(size, drawn)),
            attempts=shown.attempts,
            waiting=shown.sitting,
            notice="" if language == self.context.language else texts.other_language(language),
        )
        card = StartCard(facts, self._questions.media)
        card.start_wanted.connect(self._on_start_wanted)
        card.result_wanted.connect(self._go_to_result)
        card.link_activated.connect(self._on_link_activated)
        self._put(card)
        card.focus_first()

    @Slot()
    def _on_start_wanted(self) -> None:
        shown = self._shown
        if shown is None or self._loading:
            return
        if shown.sitting is not None:
            self._begin(shown.sitting)
            return
        self._loading = True
        learner, course = self.context.learner_id, shown.opened.course.id
        module = shown.module.id

        def start(study: Any) -> Any:
            return study.start_quiz(learner, course, module)

        self.context.act(start, self._on_started, self._on_not_read)

    @Slot(object)
    def _on_started(self, sitting: Sitting) -> None:
        self._loading = False
        self._begin(sitting)

    # ── the sitting ───────────────────────────────────────────────────────────────────────────

    def _begin(self, sitting: Sitting) -> None:
        """Show the questions and start the clock."""
        self._sitting = sitting
        self._elapsed_before = sitting.elapsed_s
        self._running_since = self.now()
        self._finishing = self._time_over = False
        self._make_view(sitting)
        self._tick.start()
        self._second.start()
        if self._view is not None:
            if sitting.limit_s is not None:
                self._view.timer.start(sitting.limit_s - self._elapsed())
            self._view.focus_question()

    def _make_view(self, sitting: Sitting) -> None:
        assert self._questions is not None
        self._drop_view()
        view = SittingView(sitting, self._questions, self._title()[0])
        view.answered.connect(self._on_answered)
        view.drafted.connect(self._on_drafted)
        view.hint_wanted.connect(self._on_hint_wanted)
        view.flag_wanted.connect(self._on_flag_wanted)
        view.moved.connect(self._on_moved)
        view.overview_wanted.connect(self._on_overview_wanted)
        view.left.connect(self._on_left)
        view.link_activated.connect(self._on_link_activated)
        view.timer.warned.connect(self._on_time_warned)
        view.timer.expired.connect(self._on_time_expired)
        self._view = view
        self._show_timer()
        self._put(view)

    def _show_timer(self) -> None:
        """Show the time left, if there is a limit and the learner wants to see it. Hidden, it
        still warns."""
        if self._view is not None and self._sitting is not None:
            wanted = self.context.preferences.show_timer
            shown = self._sitting.limit_s is not None and wanted
            self._view.timer.setVisible(shown)
            if self._clock is not None:
                self._clock.setVisible(shown)

    def _show_clock(self) -> None:
        """Show the time left above the last look, which has none of its own."""
        view, sitting = self._view, self._sitting
        if view is None or sitting is None or sitting.limit_s is None:
            return
        clock = TimerLabel(self)
        clock.hide_time(view.timer.hidden_time)
        clock.hidden_changed.connect(view.timer.hide_time)
        clock.set_left(sitting.limit_s - self._elapsed())
        self._above.addWidget(clock, 0, Qt.AlignmentFlag.AlignRight)
        self._clock = clock
        self._show_timer()

    def _drop_clock(self) -> None:
        if self._clock is not None:
            self._above.removeWidget(self._clock)
            self._clock.hide()
            self._clock.deleteLater()
            self._clock = None

    def _put(self, widget: QWidget) -> None:
        """Show `widget` instead of whatever is shown but the message and the questions."""
        self._drop_clock()
        for index in range(self._stack.count() - 1, -1, -1):
            old = self._stack.widget(index)
            if old is not None and old is not self._message and old is not self._view:
                self._stack.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _drop_view(self) -> None:
        self._drop_clock()
        if self._view is not None:
            self._stack.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    # ── the clock ─────────────────────────────────────────────────────────────────────────────

    def _elapsed(self) -> float:
        """Return the seconds used so far."""
        if self._running_since is None:
            return self._elapsed_before
        return self._elapsed_before + max(0.0, self.now() - self._running_since)

    def _stop_clock(self) -> None:
        self._elapsed_before = self._elapsed()
        self._running_since = None
        self._tick.stop()
        self._second.stop()

    @Slot()
    def _on_tick(self) -> None:
        if self._sitting is None or self._finishing or self._running_since is None:
            return
        attempt_id, elapsed = self._sitting.attempt_id, self._elapsed()

        def keep(core: CoreLike) -> None:
            core.study.tick(attempt_id, elapsed)

        self.context.view(keep, _nothing, _nothing)

    @Slot()
    def _on_second(self) -> None:
        if self._view is not None and self._sitting is not None:
            limit = self._sitting.limit_s
            if limit is not None and not self._time_over:
                left = limit - self._elapsed()
                if self._clock is not None:
                    self._clock.set_left(left)
                self._view.timer.set_left(left)

    @Slot(int)
    def _on_time_warned(self, minutes: int) -> None:
        words = self.tr("%n minute(s) left.", "", minutes)
        self._banner.show_message(words, "warning" if minutes > 1 else "danger")
        say(self, words)

    @Slot()
    def _on_time_expired(self) -> None:
        self._time_over = True
        if self._view is not None:
            self._view.flush()
        self.context.tell("info", self.tr("The time is over. Your answers were handed in."))
        self._finish()

    # ── acts ──────────────────────────────────────────────────────────────────────────────────

    def _on_answered(self, item_id: str, response: Response) -> None:
        self._act_on("answer", item_id, partial(self._on_marked, item_id), response)

    def _on_drafted(self, item_id: str, response: Response) -> None:
        self._act_on("draft", item_id, partial(self._on_kept, item_id), response)

    def _on_hint_wanted(self, item_id: str) -> None:
        self._act_on("hint", item_id, partial(self._on_hinted, item_id))

    def _act_on(self, name: str, item_id: str, done: Callable[[Any], None], *more: Any) -> None:
        """Run an act of the study on an item of this sitting."""
        if self._sitting is None:
            return
        attempt_id, elapsed = self._sitting.attempt_id, self._elapsed()

        def work(study: Any) -> Any:
            return getattr(study, name)(attempt_id, item_id, *more, elapsed)

        self.context.act(work, done, partial(self._on_not_kept, item_id))

    def _on_marked(self, item_id: str, marked: Marked) -> None:
        if self._view is not None:
            self._view.show_marked(item_id, marked)

    def _on_kept(self, item_id: str, marked: Marked) -> None:
        if self._view is not None:
            self._view.show_kept(item_id, marked)

    def _on_hinted(self, item_id: str, marked: Marked) -> None:
        if self._view is not None:
            self._view.show_hints(item_id, marked)

    def _on_not_kept(self, item_id: str, error: BaseException) -> None:
        if not isinstance(error, EcoLearnError):
            if self._view is not None:
                self._view.show_trouble(item_id, describe(error, self.context.language))
            raise error
        if isinstance(error, CourseGone):
            self._say_gone(error)
        elif self._view is not None:
            self._view.show_trouble(item_id, describe(error, self.context.language))

    def _on_flag_wanted(self, item_id: str, flagged: bool) -> None:
        assert self._sitting is not None
        attempt_id = self._sitting.attempt_id

        def work(study: Any) -> Any:
            return study.flag(attempt_id, item_id, flagged)

        self.context.act(
            work,
            partial(self._on_flagged, item_id, flagged),
            partial(self._on_not_kept, item_id),
        )

    def _on_flagged(self, item_id: str, flagged: bool, value: None) -> None:
        if self._view is not None:
            self._view.show_flag(item_id, flagged)

    def _on_moved(self, position: int) -> None:
        assert self._sitting is not None
        attempt_id, elapsed = self._sitting.attempt_id, self._elapsed()

        def work(study: Any) -> Any:
            return study.move_to(attempt_id, position, elapsed)

        self.context.act(work, None, _nothing)

    # ── handing in ────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_overview_wanted(self) -> None:
        view, sitting = self._view, self._sitting
        if view is None or sitting is None or self._questions is None:
            return
        if sitting.feedback == "at-once" and not view.to_come_back_to:
            self._finish()
            return
        titles = []
        for entry in sitting.items:
            found = self._questions.item(entry.item_id)
            titles.append(short_stem(found[0]) if found is not None else "…")
        overview = Overview(view.states(), titles, view.steps)
        overview.question_wanted.connect(self._on_question_wanted)
        overview.hand_in_wanted.connect(self._finish)
        overview.back_wanted.connect(self._on_back_wanted)
        self._put(overview)
        self._show_clock()
        overview.focus_first()

    @Slot(int)
    def _on_question_wanted(self, index: int) -> None:
        if self._view is not None:
            self._put(self._view)
            self._view.go_to(index)

    @Slot()
    def _on_back_wanted(self) -> None:
        if self._view is not None:
            self._put(self._view)
            self._view.focus_question()

    @Slot()
    def _finish(self) -> None:
        """Hand in, once."""
        if self._sitting is None or self._finishing:
            return
        if self._view is not None:
            self._view.flush()
        self._finishing = True
        attempt_id, elapsed = self._sitting.attempt_id, self._elapsed()

        def work(study: Any) -> Any:
            return study.finish(attempt_id, elapsed)

        self.context.act(work, self._on_finished, self._on_not_finished)

    def _on_finished(self, result: QuizResult) -> None:
        self._end()
        self._go_to_result(result.attempt_id)

    def _on_not_finished(self, error: BaseException) -> None:
        self._finishing = False
        if not isinstance(error, EcoLearnError):
            raise error
        if isinstance(error, CourseGone):
            self._say_gone(error)
            return
        words = describe(error, self.context.language)
        self._banner.show_message(words, "danger", self.tr("Hand in again"))

    @Slot()
    def _on_banner_action(self) -> None:
        self._banner.hide()
        self._finish()

    def _end(self) -> None:
        """Forget the sitting: it is handed in, or its course is gone."""
        self._stop_clock()
        self._drop_view()
        self._sitting = None
        self._finishing = False
        self._banner.hide()

    @Slot(str)
    def _go_to_result(self, attempt_id: str) -> None:
        self.context.go(
            Route(
                "result",
                course_id=self._route.course_id,
                module_id=self._route.module_id,
                attempt_id=attempt_id,
            )
        )

    # ── what happens around ───────────────────────────────────────────────────────────────────

    def _say_gone(self, error: BaseException) -> None:
        self._end()
        self._say_trouble(error)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """See whether the course is still there after the library changed."""
        if changes.library and self._shown is not None and self.isVisible():
            course_id = self._shown.opened.course.id

            def look(core: CoreLike) -> Any:
                return core.library.open(course_id)

            self.context.view(look, _nothing, self._on_course_gone)

    def _on_course_gone(self, error: BaseException) -> None:
        if isinstance(error, CourseGone):
            if self._view is not None:
                self._view.flush()
            self._say_gone(error)

    @Slot(object)
    def _on_learner_changed(self, learner: object) -> None:
        """Put away the sitting of whoever was here; it waits for them."""
        if self._view is not None:
            self._view.flush()
        if self._sitting is not None:
            self._on_tick()
            self._end()
        self._shown = None

    @Slot(str)
    def _on_language_changed(self, language: str) -> None:
        if self._view is not None:
            self._view.change_language()
            self._view.set_title(self._title()[0])
            if self._stack.currentWidget() is not self._view:
                self._on_overview_wanted()
        elif self._shown is not None and isinstance(self._stack.currentWidget(), StartCard):
            self._show_start()

    @Slot()
    def _on_look_changed(self) -> None:
        """Rebuild after a change of theme or zoom; answers are saved, the place is kept."""
        if self._view is not None and self._sitting is not None:
            self._view.flush()
            shown = self._stack.currentWidget() is self._view
            old, at = self._view, self._view.position
            sitting = old.snapshot(self._sitting)
            self._make_view(sitting)
            self._view.take_drafts(old)
            self._view.go_to(at)
            self._on_second()
            if not shown:
                self._on_overview_wanted()
        elif self._shown is not None and isinstance(self._stack.currentWidget(), StartCard):
            self._show_start()

    @Slot()
    def _on_left(self) -> None:
        self.context.go(
            Route("course", course_id=self._route.course_id, module_id=self._route.module_id)
        )

    @Slot()
    def _on_message_action(self) -> None:
        self.context.go(Route("library"))

    @Slot(str)
    def _on_link_activated(self, link: str) -> None:
        route = lesson_route(link, self._route.course_id)
        if route is not None:
            self.context.go(route)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, or begins; Esc goes back."""
        shown = self._stack.currentWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
                focused.click()
            elif isinstance(shown, StartCard):
                shown.start_button.click()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._view is not None and shown is not self._view:
            self._on_back_wanted()
        else:
            self._on_left()


def _nothing(value: object) -> None:
    """Take a result that nobody waits for."""


__all__ = ["TICK_MS", "QuizPage"]
