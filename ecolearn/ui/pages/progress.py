"""A learner's own progress: per course, per module and per outcome, in words and bars."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.content.model import Course
from ecolearn.errors import CourseGone
from ecolearn.ui import texts
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.progress_bar import ThinProgressBar

if TYPE_CHECKING:
    from ecolearn.study.api import CourseProgress, ModuleProgress, OutcomeProgress

_COLUMN_PX = 820


@dataclass(frozen=True)
class Line:
    """One course the learner has begun."""

    course: Course
    progress: CourseProgress
    outcomes: tuple[OutcomeProgress, ...]


class ProgressPage(Page):
    """See the module text."""

    name = "progress"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lines: tuple[Line, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        context.changed.connect(self._on_changed)
        style.notifier.changed.connect(self._fill)

    def open(self, route: Route) -> None:
        """Read the progress."""
        self._reload()

    def _reload(self) -> None:
        self.context.view(partial(_read, learner_id=self.context.learner_id), self._show)

    @Slot(object)
    def _show(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._fill()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.progress:
            self._reload()

    @Slot()
    def _fill(self) -> None:
        place = self._scroll.verticalScrollBar().value()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        body = QWidget()
        body.setMaximumWidth(style.px(_COLUMN_PX))
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(1)
        row.addWidget(body, 100)
        row.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        learner = self.context.learner
        column.addWidget(
            Heading(self.tr("Progress of {name}").format(name=learner.name if learner else ""), 1)
        )
        if self._lines:
            for line in self._lines:
                column.addWidget(self._course(line))
            column.addStretch(1)
        else:
            empty = EmptyState(
                "chart-column",
                self.tr("Here you will see what you have read and what you can do already."),
                self.tr("Choose a course"),
            )
            empty.action_requested.connect(self._on_choose)
            column.addWidget(empty, 1)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().setValue(place)

    def _course(self, line: Line) -> QWidget:
        card = QFrame()
        style.set_surface(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        language = self.context.language
        head = QHBoxLayout()
        head.addWidget(Heading(texts.pick(line.course.title, language), 2), 1)
        open_course = QPushButton(self.tr("Open the course"))
        style.set_kind(open_course, "ghost")
        route = Route("course", course_id=line.course.id)
        open_course.clicked.connect(partial(self.context.go, route))
        head.addWidget(open_course, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        words = f"{texts.course_state(line.progress.state)} · {percent_text(line.progress.share)}"
        if line.progress.last_at is not None:
            words += " · " + self.tr("last on {day}").format(day=texts.day(line.progress.last_at))
        state = QLabel(words)
        style.set_role(state, "muted")
        column.addWidget(state)
        column.addLayout(self._modules(line))
        if line.outcomes:
            column.addWidget(Heading(self.tr("What you can do"), 3))
            column.addLayout(self._outcomes(line))
        return card

    def _modules(self, line: Line) -> QGridLayout:
        grid = _grid()
        titles = {module.id: module.title for module in line.course.modules}
        for row, module in enumerate(line.progress.modules):
            title = texts.pick(titles.get(module.module_id, {}), self.context.language)
            _add_bar(grid, row, title or module.module_id, module.share, self._module_words(module))
        return grid

    def _module_words(self, module: ModuleProgress) -> str:
        read = sum(lesson.state == "done" for lesson in module.lessons)
        words = self.tr("{read} of {all} lessons").format(read=read, all=len(module.lessons))
        if module.quiz is not None:
            words += " · " + self._quiz_words(module.quiz.state, module.quiz.best)
        return words

    def _quiz_words(self, state: str, best: float | None) -> str:
        words = {
            "open": self.tr("quiz under way"),
            "tried": self.tr("quiz not passed yet"),
            "passed": self.tr("quiz passed"),
        }.get(state, self.tr("quiz not taken yet"))
        if best is None:
            return words
        return self.tr("{quiz}, best result {best}").format(quiz=words, best=percent_text(best))

    def _outcomes(self, line: Line) -> QGridLayout:
        grid = _grid()
        titles = {outcome.id: outcome.text for outcome in line.course.outcomes}
        for row, outcome in enumerate(line.outcomes):
            title = texts.pick(titles.get(outcome.outcome_id, {}), self.context.language)
            share = outcome.points / outcome.points_max if outcome.points_max else 0.0
            if not outcome.items_seen:
                words = self.tr("No question answered yet")
            else:
                words = self.tr("{percent} of what was asked").format(percent=percent_text(share))
            _add_bar(grid, row, title or outcome.outcome_id, share, words)
        return grid

    @Slot()
    def _on_choose(self) -> None:
        self.context.go(Route("library"))

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._fill()


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.M)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 4)
    return grid


def _add_bar(grid: QGridLayout, row: int, title: str, share: float, words: str) -> None:
    label = QLabel(title)
    label.setWordWrap(True)
    under = QLabel(words)
    under.setWordWrap(True)
    style.set_role(under, "muted")
    bar = ThinProgressBar()
    bar.set_fraction(share)
    bar.setAccessibleName(title)
    bar.setAccessibleDescription(words)
    right = QVBoxLayout()
    right.setSpacing(Space.XS)
    right.addStretch(1)
    right.addWidget(bar)
    right.addWidget(under)
    right.addStretch(1)
    grid.addWidget(label, row, 0)
    grid.addLayout(right, row, 1)


def _read(core: CoreLike, *, learner_id: str) -> tuple[Line, ...]:
    lines = []
    for course_id, progress in core.study.progress(learner_id).items():
        if progress.state == "new":
            continue
        try:
            course = core.library.open(course_id).course
        except CourseGone:
            continue
        lines.append(Line(course, progress, core.study.outcomes(learner_id, course_id)))
    latest = [line for line in lines if line.progress.last_at is not None]
    latest.sort(key=_last_at, reverse=True)
    return tuple(latest + [line for line in lines if line.progress.last_at is None])


def _last_at(line: Line) -> float:
    return line.progress.last_at.timestamp() if line.progress.last_at else 0.0
