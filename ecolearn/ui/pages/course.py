"""A course: what it is about, its modules with lessons and quizzes, and how far one is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.content.model import Course, Lesson, Module
from ecolearn.content.texts import in_language
from ecolearn.errors import CourseGone
from ecolearn.ui import texts
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.cover import paint_cover
from ecolearn.ui.theme.tokens import Radius, Space
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.progress_bar import ThinProgressBar
from ecolearn.ui.widgets.step_row import StepRow

if TYPE_CHECKING:
    from ecolearn.study.api import CourseProgress, LessonProgress, ModuleProgress

_COLUMN_PX = 820
_LESSON_ICONS = {
    "new": ("circle", "muted"),
    "reading": ("circle-dot", "primary"),
    "done": ("circle-check", "primary"),
}
_QUIZ_ICONS = {
    "new": ("clipboard-check", "muted"),
    "open": ("circle-play", "primary"),
    "tried": ("rotate-ccw", "warn"),
    "passed": ("award", "primary"),
}


@dataclass(frozen=True)
class Shown:
    """What the page shows."""

    course: Course
    progress: CourseProgress


class CoursePage(Page):
    """See the module text."""

    name = "course"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._course_id = ""
        self._shown: Shown | None = None
        self._next: Route | None = None
        # widgets
        self._scroll = QScrollArea()
        self._gone = EmptyState("image-off", "")
        # layout
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._gone.setVisible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        outer.addWidget(self._gone)
        # connections
        self._gone.action_requested.connect(self._on_back)
        context.changed.connect(self._on_changed)
        style.notifier.changed.connect(self._fill)

    def open(self, route: Route) -> None:
        """Show the course of `route`."""
        if route.course_id != self._course_id:
            self._shown = None
            self._course_id = route.course_id
            self._scroll.takeWidget()
        self._reload()

    def _reload(self) -> None:
        course_id, learner_id = self._course_id, self.context.learner_id
        self.context.view(
            partial(_read, course_id=course_id, learner_id=learner_id), self._show, self._on_gone
        )

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        if shown.course.id != self._course_id:
            return
        self._gone.setVisible(False)
        self._scroll.setVisible(True)
        if shown != self._shown:
            self._shown = shown
            self._fill()

    @Slot(object)
    def _on_gone(self, error: BaseException) -> None:
        if not isinstance(error, CourseGone):
            raise error
        self._scroll.setVisible(False)
        self._gone.setVisible(True)
        self._gone.set_content(
            "folder-open", describe(error, self.context.language), self.tr("Back to the courses")
        )

    @Slot()
    def _on_back(self) -> None:
        self.context.go(Route("library"))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.library or self._course_id in changes.progress):
            self._reload()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _fill(self) -> None:
        if self._shown is None:
            return
        place = self._scroll.verticalScrollBar().value()
        course, progress = self._shown.course, self._shown.progress
        self._next = _next_step(course, progress)
        inside = QWidget()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._head(course, progress))
        by_id = {module.module_id: module for module in progress.modules}
        for number, module in enumerate(course.modules, 1):
            column.addWidget(self._module(course, module, by_id.get(module.id), number))
        if course.outcomes:
            column.addWidget(self._outcomes(course))
        column.addStretch(1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        row.addStretch(1)
        body = QWidget()
        body.setLayout(column)
        body.setMaximumWidth(style.px(_COLUMN_PX))
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(body, 100)
        row.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(place)

    def _head(self, course: Course, progress: CourseProgress) -> QWidget:
        card = QFrame()
        style.set_surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(_Cover(course.hue, course.icon))
        inner = QVBoxLayout()
        inner.setContentsMargins(Space.XL, Space.S, Space.XL, 0)
        inner.setSpacing(Space.S)
        column.addLayout(inner)
        language = self.context.language
        inner.addWidget(Heading(texts.pick(course.title, language) or course.id, 1))
        summary = QLabel(texts.pick(course.summary, language))
        summary.setWordWrap(True)
        inner.addWidget(summary)
        chips = QHBoxLayout()
        chips.setSpacing(Space.S)
        for name in course.tracks[:3]:
            chips.addWidget(Chip(texts.track(name)))
        if course.hours:
            chips.addWidget(Chip(texts.hours(course.hours), "neutral"))
        chips.addStretch(1)
        inner.addLayout(chips)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        bar = ThinProgressBar()
        bar.set_fraction(progress.share)
        bar.setAccessibleName(self.tr("Progress in this course"))
        words = QLabel(f"{texts.course_state(progress.state)} · {percent_text(progress.share)}")
        style.set_role(words, "muted")
        row.addWidget(bar, 1)
        row.addWidget(words)
        start = QPushButton(self._start_text(progress.state))
        style.set_kind(start, "primary")
        start.setEnabled(self._next is not None)
        start.clicked.connect(self._on_start)
        row.addWidget(start)
        inner.addLayout(row)
        return card

    def _module(
        self, course: Course, module: Module, progress: ModuleProgress | None, number: int
    ) -> QWidget:
        card = QFrame()
        style.set_surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.L, Space.M, Space.M)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, 0, Space.M, Space.S)
        language = self.context.language
        title = self.tr("{number}. {title}").format(
            number=number, title=texts.pick(module.title, language) or module.id
        )
        head.addWidget(Heading(title, 3), 1)
        if progress is not None and progress.done:
            head.addWidget(Chip(self.tr("Finished")))
        column.addLayout(head)
        lessons = {p.lesson_id: p for p in progress.lessons} if progress else {}
        for lesson in module.lessons:
            column.addWidget(self._lesson(course, module, lesson, lessons.get(lesson.id)))
        if module.quiz is not None:
            column.addWidget(self._quiz(course, module, progress))
        return card

    def _lesson(
        self, course: Course, module: Module, lesson: Lesson, progress: LessonProgress | None
    ) -> QWidget:
        state = progress.state if progress else "new"
        titles = {code: text.title for code, text in lesson.texts.items()}
        title, found = in_language(titles, self.context.language, course.languages)
        text = lesson.texts.get(found)
        parts = [texts.minutes(text.minutes)] if text and text.minutes else []
        if found and found != self.context.language:
            parts.append(self.tr("not in your language yet"))
        row = StepRow()
        icon, role = _LESSON_ICONS.get(state, _LESSON_ICONS["new"])
        word = texts.lesson_state(state)
        if state == "reading" and progress is not None:
            word = f"{word} · {percent_text(progress.share)}"
        row.set_content(icon, title or lesson.stem, " · ".join(parts), word, role)
        route = Route("lesson", course_id=course.id, module_id=module.id, lesson_id=lesson.id)
        row.clicked.connect(partial(self.context.go, route))
        return row

    def _quiz(self, course: Course, module: Module, progress: ModuleProgress | None) -> QWidget:
        quiz = progress.quiz if progress else None
        state = quiz.state if quiz else "new"
        row = StepRow()
        icon, role = _QUIZ_ICONS.get(state, _QUIZ_ICONS["new"])
        parts = []
        assert module.quiz is not None
        if module.quiz.draw:
            parts.append(texts.questions(module.quiz.draw))
        if quiz is not None and quiz.best is not None:
            parts.append(self.tr("best {percent}").format(percent=percent_text(quiz.best)))
        row.set_content(icon, self.tr("Quiz"), " · ".join(parts), texts.quiz_state(state), role)
        route = Route("quiz", course_id=course.id, module_id=module.id)
        row.clicked.connect(partial(self.context.go, route))
        return row

    def _outcomes(self, course: Course) -> QWidget:
        box = QFrame()
        style.set_surface(box, "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(Heading(self.tr("What you will be able to do"), 3))
        for outcome in course.outcomes:
            line = QLabel("•  " + texts.pick(outcome.text, self.context.language))
            line.setWordWrap(True)
            line.setIndent(0)
            column.addWidget(line)
        return box

    def _start_text(self, state: str) -> str:
        if state == "new":
            return self.tr("Start")
        return self.tr("Continue") if state == "going" else self.tr("Read again")

    @Slot()
    def _on_start(self) -> None:
        if self._next is not None:
            self.context.go(self._next)

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._fill()


class _Cover(QWidget):
    """The painted cover, round at the top."""

    def __init__(self, hue: int, icon: str) -> None:
        super().__init__()
        self._hue = hue
        self._icon = icon if icons.exists(icon) else "leaf"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its height at the zoom in force."""
        return QSize(style.px(320), style.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        dark = style.current().dark
        area = QRectF(self.rect())
        paint_cover(painter, area, self._hue, self._icon, dark, radius=style.px(Radius.CARD) - 1)
        painter.end()


def _next_step(course: Course, progress: CourseProgress) -> Route | None:
    """Return the first thing that is not done; the first lesson when all is."""
    by_id = {module.module_id: module for module in progress.modules}
    first: Route | None = None
    for module in course.modules:
        done = by_id.get(module.id)
        states = {p.lesson_id: p.state for p in done.lessons} if done else {}
        for lesson in module.lessons:
            route = Route("lesson", course.id, module.id, lesson.id)
            first = first or route
            if states.get(lesson.id) != "done":
                return route
        if module.quiz and not (done and done.quiz and done.quiz.state == "passed"):
            return Route("quiz", course.id, module.id)
    return first


def _read(core: CoreLike, *, course_id: str, learner_id: str) -> Shown:
    course = core.library.open(course_id).course
    return Shown(course, core.study.course_progress(learner_id, course_id))
