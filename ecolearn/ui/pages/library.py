"""The first page of a learner: go on where you were, and all courses as cards."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.content.summary import CourseSummary
from ecolearn.ui import first_look, texts
from ecolearn.ui.context import Context, Route
from ecolearn.ui.first_look import MOST_CARDS, GoOn, Shelf, read_shelf
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Space
from ecolearn.ui.widgets.card import CardContent, CourseCard, percent_text
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel

#: seconds after which showing the page looks at the disk again
_LOOK_AGAIN_S = 3.0


class LibraryPage(Page):
    """See the module text."""

    name = "library"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._shown: Shelf | None = None
        self._matching: list[CourseSummary] = []
        self._cards: dict[str, CourseCard] = {}
        self.now: Callable[[], float] = time.monotonic
        self._looked_at = -_LOOK_AGAIN_S
        # widgets
        self._title = Heading("", 1)
        self._count = QLabel()
        style.set_role(self._count, "muted")
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._bar = _ContinueBar()
        self._grid = QWidget()
        self._flow = FlowLayout(self._grid)
        self._empty = EmptyState("library", "")
        self._scroll = QScrollArea()
        # layout
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._count)
        head.addLayout(words, 1)
        head.addWidget(self._search, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._grid)
        column.addWidget(self._empty, 1)
        column.addStretch(0)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        # connections
        self._search.textChanged.connect(self._on_search)
        self._bar.wanted.clicked.connect(self._on_go_on)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._empty.action_requested.connect(self._on_empty_action)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        context.changed.connect(self._on_changed)
        context.learner_changed.connect(self._on_learner_changed)
        style.notifier.changed.connect(self._on_style_changed)
        # texts
        self._on_style_changed()
        self.retranslate()

    # ── showing ──────────────────────────────────────────────────────────────────────────────

    def open(self, route: Route) -> None:
        """Show the shelf; before the core is built, what is remembered of it."""
        if self.context.core is not None:
            self._reload()
            self._look_at_disk()
        elif self._shown is None:
            self.show_shelf(_remembered(self.context))

    def core_ready(self) -> None:
        """Replace the first look by the truth."""
        self._reload()

    def show_shelf(self, shown: Shelf) -> None:
        """Show courses, progress and where to go on."""
        if shown == self._shown:
            return
        self._shown = shown
        self._fill()

    def _look_at_disk(self) -> None:
        """Find courses that were installed, changed or removed while the window was open."""
        core = self.context.core
        if core is not None and self.now() - self._looked_at >= _LOOK_AGAIN_S:
            self._looked_at = self.now()
            self.context.jobs.aside(core.library.scan, self._on_looked)

    @Slot(bool)
    def _on_looked(self, changed: bool) -> None:
        if changed:
            self.context.announce(Changes(library=True))

    def _reload(self) -> None:
        self.context.view(partial(read_shelf, learner_id=self.context.learner_id), self._on_read)

    @Slot(object)
    def _on_read(self, shelf: Shelf) -> None:
        self.show_shelf(shelf)
        if self.context.data is not None and self.context.learner_id:
            keep = partial(first_look.keep, self.context.data, self.context.learner_id, shelf)
            self.context.jobs.aside(keep)

    def _fill(self) -> None:
        if self._shown is None:
            return
        wanted = self._search.text().casefold().split()
        language = self.context.language
        self._matching = [
            course
            for course in self._shown.courses
            if all(word in _searchable(course) for word in wanted)
        ]
        self._flow.clear()
        self._cards.clear()
        self._add_cards()
        self._bar.show_point(self._shown.go_on if not wanted else None, language)
        self._say_count(searching=bool(wanted))

    def _add_cards(self) -> None:
        assert self._shown is not None
        progress = self._shown.progress or {}
        start = len(self._cards)
        for course in self._matching[start : start + MOST_CARDS]:
            share, state = progress.get(course.course_id, (0.0, "new"))
            card = CourseCard(self._content(course, share, state))
            card.clicked.connect(partial(self._on_card, course.course_id))
            card.setEnabled(not course.trouble)
            self._cards[course.course_id] = card
            self._flow.addWidget(card)

    def _content(self, course: CourseSummary, share: float, state: str) -> CardContent:
        parts = [texts.lessons(course.lessons)]
        if course.items:
            parts.append(texts.questions(course.items))
        return CardContent(
            title=texts.pick(course.title, self.context.language) or course.course_id,
            meta=" · ".join(parts) if not course.trouble else course.folder.name,
            chip=texts.track(course.tracks[0]) if course.tracks else "",
            hue=course.hue,
            icon=course.icon if icons.exists(course.icon) else "leaf",
            progress=None if course.trouble else share,
            words=texts.course_trouble(course.trouble)
            if course.trouble
            else texts.course_state(state),
        )

    def _say_count(self, *, searching: bool) -> None:
        assert self._shown is not None
        count = max(self._shown.count, len(self._shown.courses))
        found = len(self._matching) if searching else count
        self._count.setText(self.tr("%n course(s)", "", found))
        self._search.setVisible(count > 3)
        self._grid.setVisible(bool(self._matching))
        self._empty.setVisible(not self._matching)
        if searching:
            self._empty.set_content(
                "search", self.tr("No course has these words."), self.tr("Show all courses")
            )
        elif self.context.core is None:
            self._empty.set_content("library", self.tr("Looking for courses …"))
        else:
            self._empty.set_content(
                "library",
                self.tr(
                    "There are no courses on this PC yet. Ask your teacher to install one "
                    "(ecolearn install), or bring a .ecocourse file."
                ),
            )

    # ── wishes ───────────────────────────────────────────────────────────────────────────────

    def _on_card(self, course_id: str) -> None:
        self.context.go(Route("course", course_id=course_id))

    @Slot()
    def _on_go_on(self) -> None:
        if self._shown is None or self._shown.go_on is None:
            return
        point = self._shown.go_on
        self.context.go(
            Route(
                "quiz" if point.is_quiz else "lesson",
                course_id=point.course_id,
                module_id=point.module_id,
                lesson_id=point.lesson_id,
                attempt_id=point.attempt_id,
            )
        )

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._fill()

    @Slot()
    def _on_empty_action(self) -> None:
        self._search.clear()
        self._search.setFocus()

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        bar = self._scroll.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep() and len(self._cards) < len(self._matching):
            self._add_cards()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if (changes.library or changes.progress or changes.attempt_id) and self.isVisible():
            self._reload()

    @Slot(object)
    def _on_learner_changed(self, _learner: object) -> None:
        self._shown = None
        with QSignalBlocker(self._search):
            self._search.clear()

    @Slot()
    def _on_style_changed(self) -> None:
        self._search.setFixedWidth(style.px(240))

    def retranslate(self) -> None:
        """Set every visible text again."""
        self._title.setText(self.tr("Courses"))
        self._search.setPlaceholderText(self.tr("Search courses"))
        self._search.setAccessibleName(self.tr("Search courses"))
        self._bar.retranslate()
        self._fill()


class _ContinueBar(QFrame):
    """Where the learner was, and the way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point: GoOn | None = None
        self._icon = IconLabel("circle-play", 32, "primary")
        self._title = Heading("", 3)
        self._where = QLabel()
        self._where.setWordWrap(True)
        style.set_role(self._where, "muted")
        self.wanted = QPushButton()
        style.set_kind(self.wanted, "primary")
        style.set_surface(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L + 4, Space.M, Space.L + 4, Space.M)
        row.setSpacing(Space.L)
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._where)
        row.addLayout(words, 1)
        row.addWidget(self.wanted)
        self.setVisible(False)

    def show_point(self, point: GoOn | None, language: str) -> None:
        """Show where it leads; nothing without a point."""
        self._point = point
        self.setVisible(point is not None)
        if point is None:
            return
        title = texts.pick(point.title, language)
        if point.is_quiz and not point.attempt_id:
            self._title.setText(self.tr("Start the quiz: {title}").format(title=title))
            what = self.tr("This comes next")
        elif point.is_quiz:
            self._title.setText(self.tr("Continue the quiz: {title}").format(title=title))
            what = self.tr("Your answers so far are kept")
        else:
            self._title.setText(self.tr("Continue: {title}").format(title=title))
            what = self.tr("{percent} read").format(percent=percent_text(point.share))
        self._where.setText(f"{texts.pick(point.course, language)} · {what}")
        self.wanted.setAccessibleDescription(self._title.text())
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again."""
        point = self._point
        begins = point is not None and point.is_quiz and not point.attempt_id
        self.wanted.setText(self.tr("Start") if begins else self.tr("Continue"))


def _remembered(context: Context) -> Shelf:
    """Return what can be shown before the core is built."""
    if context.data is None:
        return Shelf()
    return first_look.remembered(context.data, context.learner_id)


def _searchable(course: CourseSummary) -> str:
    return " ".join([*course.title.values(), *course.summary.values()]).casefold()
