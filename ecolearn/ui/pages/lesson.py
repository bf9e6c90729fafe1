"""A lesson: what there is to read and to answer, the outline beside it, the way on below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ecolearn.changes import Changes, Done
from ecolearn.content.blocks import Block, Heading
from ecolearn.content.inline import plain_inline
from ecolearn.content.model import Course, LessonText, Module
from ecolearn.errors import CourseGone
from ecolearn.ui import texts
from ecolearn.ui.activities.desk import ActivityDesk, around_of
from ecolearn.ui.activities.diary_book import KeptDiary
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.lesson import picture_store, tabbing
from ecolearn.ui.lesson.bar import LessonBar
from ecolearn.ui.lesson.desk import QuestionDesk
from ecolearn.ui.lesson.find_bar import FindBar
from ecolearn.ui.lesson.header import LessonHeader, NextCard
from ecolearn.ui.lesson.links import ask_and_open
from ecolearn.ui.lesson.outline import Entry, Outline
from ecolearn.ui.lesson.popover import GlossaryPopover, show_term
from ecolearn.ui.lesson.view import LessonView
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pathlib import Path

    from ecolearn.content.activities.base import State
    from ecolearn.content.opened import OpenCourse
    from ecolearn.quiz.items.base import Response
    from ecolearn.study.api import (
        ActivityState,
        CourseProgress,
        LessonVisit,
        Marked,
        Spot,
        StudyApi,
    )

_OUTLINE_PX = 208
#: narrower than this (window pixels), or zoomed to this, the outline hides behind a button
_NARROW_PX = 900
_ZOOMED = 1.5


@dataclass(frozen=True)
class Material:
    """What was read for a lesson, in one language."""

    opened: OpenCourse
    module: Module
    text: LessonText
    blocks: tuple[Block, ...]
    language: str
    wanted: str
    progress: CourseProgress | None
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def course(self) -> Course:
        """Return the course."""
        return self.opened.course

    def media(self, source: str) -> Path | None:
        """Return the file that serves a picture."""
        return self.opened.media(source, self.language)


class LessonPage(Page):
    """See the module text."""

    name = "lesson"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # state
        self._route = Route("lesson")
        self._material: Material | None = None
        self._visit: LessonVisit | None = None
        self._generation = 0  # of the visit: answers to older wishes are dropped
        self._learner = ""  # who the visit belongs to
        self._anchor = ""  # the heading to begin at, while the visit is awaited
        self._narrow: bool | None = None
        # widgets
        self.outline = Outline()
        self.view = LessonView()
        self.bar = LessonBar()
        self.find_bar = FindBar(self.view)
        self.desk = QuestionDesk(self)
        self.activities = ActivityDesk(self)
        self.diary = KeptDiary(context, self)
        self._gone = EmptyState("folder-open", "")
        self._reading = QWidget()
        # layout
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.view, 1)
        right.addWidget(self.find_bar)
        right.addWidget(self.bar)
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addLayout(right, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._reading)
        self._stack.addWidget(self._gone)
        # connections
        self.view.link_activated.connect(self._on_link)
        self.view.spot_changed.connect(self._on_spot_changed)
        self.view.heading_changed.connect(self.outline.mark_heading)
        self.view.progressed.connect(self.bar.set_share)
        self.view.reached_end.connect(self._on_reached_end)
        self.outline.lesson_chosen.connect(self._on_lesson_chosen)
        self.outline.heading_chosen.connect(self._on_heading_chosen)
        self.outline.quiz_chosen.connect(self._on_quiz)
        self.outline.course_chosen.connect(self._on_course)
        self.bar.previous_wanted.connect(self._on_previous)
        self.bar.next_wanted.connect(self._on_next)
        self.bar.print_wanted.connect(self._on_print)
        self.bar.outline_wanted.connect(self._on_outline)
        self.bar.text_size_wanted.connect(context.text_size_wanted)
        self.desk.answered.connect(self._on_answered)
        self.desk.hint_wanted.connect(self._on_hint_wanted)
        self.desk.link_activated.connect(self._on_link)
        self.activities.state_changed.connect(self._on_activity)
        self.activities.link_activated.connect(self._on_link)
        self._gone.action_requested.connect(self._on_library)
        context.language_changed.connect(self._on_language_changed)
        context.changed.connect(self._on_changed)
        style.notifier.changed.connect(self._arrange)
        shortcut = QShortcut(QKeySequence.StandardKey.Print, self)
        shortcut.activated.connect(self._on_print)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.find_bar.begin)
        self._arrange()

    # ── opening ───────────────────────────────────────────────────────────────────────────────

    def open(self, route: Route) -> None:
        """Show the lesson of `route`; the place and answers come from the study."""
        same = (
            self._material is not None
            and self._visit is not None
            and (route.course_id, route.lesson_id) == (self._route.course_id, self._route.lesson_id)
            and self._visit_is_mine()
        )
        self._route = route
        if same and route.anchor:
            self.view.go_to_anchor(route.anchor)
        self._generation += 1
        self._visit = None if not same else self._visit
        self._read(anchor="" if same else route.anchor)
        if not same:
            learner, course, lesson = self.context.learner_id, route.course_id, route.lesson_id
            self.context.act(
                partial(_visit, learner=learner, course_id=course, lesson_id=lesson),
                partial(self._on_visit, self._generation),
                self._on_error,
            )

    def _visit_is_mine(self) -> bool:
        return self._learner == self.context.learner_id

    def _read(self, anchor: str = "") -> None:
        route, language = self._route, self.context.language
        self.context.view(
            partial(
                _material,
                course_id=route.course_id,
                lesson_id=route.lesson_id,
                language=language,
                learner_id=self.context.learner_id,
            ),
            partial(self._on_material, self._generation, anchor),
            self._on_error,
        )

    def _on_material(self, generation: int, anchor: str, material: Material) -> None:
        if generation != self._generation:
            return
        old, self._material = self._material, material
        if self._visit is None:
            self._anchor = anchor
            return
        if old is None or old.blocks is not material.blocks or old.wanted != material.wanted:
            self._show(self.view.spot, self.view.furthest, anchor, same=True)
        else:
            self._fill_outline()

    def _on_visit(
        self, generation: int, opened: tuple[LessonVisit, dict[str, ActivityState]]
    ) -> None:
        visit, kept = opened
        if generation != self._generation or self._material is None:
            return
        self._visit = visit
        self._learner = self.context.learner_id
        self.desk.begin(visit.answers, f"{self._learner}:{visit.lesson_id}")
        self.activities.begin(kept)
        self._show(visit.spot, visit.furthest, self._anchor)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, spot: Spot, furthest: float, anchor: str = "", *, same: bool = False) -> None:
        material = self._material
        assert material is not None
        self._stack.setCurrentWidget(self._reading)
        self.desk.renew(material.media, material.titles)
        seed = f"{self._learner}:{material.text.id}"
        self.activities.renew(
            around_of(
                material.course,
                material.language,
                material.media,
                material.titles,
                seed,
                self.diary,
            )
        )
        lessons = [lesson.id for lesson in material.module.lessons]
        number = lessons.index(material.text.id) + 1 if material.text.id in lessons else 1
        place = self.tr("Lesson {number} of {count}").format(number=number, count=len(lessons))
        other = material.language if material.language != material.wanted else ""
        header = LessonHeader(material.text.title, material.text.minutes, other, place)
        self.view.setAccessibleName(material.text.title)
        footer = NextCard(*self._next_step())
        footer.chosen.connect(self._on_next)
        self.view.set_blocks(
            material.blocks,
            language=material.language,
            media=material.media,
            question=self.desk.widget,
            activity=self.activities.widget,
            header=header,
            footer=footer,
            spot=spot,
            furthest=furthest,
            anchor=anchor,
            same=same,
        )
        self._fill_outline()
        self._fill_bar()

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, CourseGone):
            self.context.jobs.failed.emit(error)
            return
        self._material = None
        self._visit = None
        self._gone.set_content(
            "folder-open", describe(error, self.context.language), self.tr("Back to the courses")
        )
        self._stack.setCurrentWidget(self._gone)

    def leave(self) -> bool:
        """Keep the place."""
        self.view.settle()
        self.activities.settle()
        self._close_cards()
        return True

    def _close_cards(self) -> None:
        for card in self.view.findChildren(GlossaryPopover):
            card.dismiss()

    @property
    def busy(self) -> bool:
        """Tell whether parts of the lesson or its pictures are still to come."""
        return not (self.view.complete and picture_store.store().idle)

    # ── outline and bar ───────────────────────────────────────────────────────────────────────

    def _fill_outline(self) -> None:
        material = self._material
        if material is None:
            return
        language = self.context.language
        course, module = material.course, material.module
        states = {}
        quiz_state = "new"
        if material.progress is not None:
            for one in material.progress.modules:
                if one.module_id == module.id:
                    states = {lesson.lesson_id: lesson.state for lesson in one.lessons}
                    quiz_state = one.quiz.state if one.quiz else "new"
        entries = [Entry("course", "", texts.pick(course.title, language) or course.id)]
        for lesson in module.lessons:
            state = states.get(lesson.id, "new")
            title = material.titles.get(lesson.id, lesson.stem)
            entries.append(Entry(state, lesson.id, title, texts.lesson_state(state)))
            if lesson.id == material.text.id:
                entries += [
                    Entry("heading", block.anchor, plain_inline(block.text))
                    for block in material.blocks
                    if isinstance(block, Heading) and block.level == 2
                ]
        if module.quiz is not None:
            kind = "passed" if quiz_state == "passed" else "quiz"
            entries.append(Entry(kind, "", self.tr("Quiz"), texts.quiz_state(quiz_state)))
        title = texts.pick(module.title, language) or module.id
        self.outline.show_entries(title, entries, material.text.id)
        self.outline.mark_heading(self.view.current_anchor)

    def _neighbours(self) -> tuple[str, str]:
        """Return the ids of the lessons before and after, within the module; "" for none."""
        material = self._material
        assert material is not None
        ids = [lesson.id for lesson in material.module.lessons]
        if material.text.id not in ids:
            return "", ""
        place = ids.index(material.text.id)
        return (ids[place - 1] if place else ""), (ids[place + 1] if place + 1 < len(ids) else "")

    def _fill_bar(self) -> None:
        material = self._material
        assert material is not None
        before, _ = self._neighbours()
        self.bar.set_previous(material.titles.get(before, "") if before else "")
        self.bar.set_next(*self._next_step())

    def _next_step(self) -> tuple[str, str]:
        """Return what comes next, `lesson`, `quiz` or `course`, and its title."""
        material = self._material
        assert material is not None
        _, after = self._neighbours()
        if after:
            return "lesson", material.titles.get(after, after)
        if material.module.quiz is not None:
            return "quiz", texts.pick(material.module.title, self.context.language)
        return "course", texts.pick(material.course.title, self.context.language)

    @Slot()
    def _arrange(self) -> None:
        """Show the outline beside the text, or behind a button where there is no room."""
        window = self.window().width() if self.window() is not self else self.width() + 96
        narrow = window < _NARROW_PX or style.scale() >= _ZOOMED
        self.bar.set_outline_offered(narrow)
        self.outline.setFixedWidth(style.px(_OUTLINE_PX))
        if narrow != self._narrow:
            self._narrow = narrow
            self.outline.setVisible(not narrow)

    @Slot()
    def _on_outline(self) -> None:
        self.outline.setVisible(not self.outline.isVisible())
        if self.outline.isVisible():
            rows = [row for row in self.outline.rows() if row.current]
            (rows[0] if rows else self.outline).setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._arrange()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Pass the parts of the lesson over: they belong to the lesson's own order."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return super().focusNextPrevChild(forward)
        target = tabbing.outside(focused, forward, self.view.body)
        if target is None:
            return False
        tabbing.give(target, forward)
        return True

    def minimumSizeHint(self) -> QSize:
        """The page never forces the window to be larger."""
        return QSize(320, 240)

    # ── where to go ───────────────────────────────────────────────────────────────────────────

    def _go_lesson(self, lesson_id: str, anchor: str = "") -> None:
        course_id = self._route.course_id
        module_id = self._route.module_id
        if self._material is not None:
            module = self._material.course.module_of_lesson(lesson_id)
            module_id = module.id if module else module_id
        self.context.go(Route("lesson", course_id, module_id, lesson_id, anchor))

    @Slot(str)
    def _on_lesson_chosen(self, lesson_id: str) -> None:
        self._go_lesson(lesson_id)

    @Slot(str)
    def _on_heading_chosen(self, anchor: str) -> None:
        if not anchor or not self.view.go_to_anchor(anchor):
            self.view.verticalScrollBar().setValue(0)
        if self._narrow:
            self.outline.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_quiz(self) -> None:
        if self._material is not None:
            course, module = self._material.course.id, self._material.module.id
            self.context.go(Route("quiz", course, module))

    @Slot()
    def _on_course(self) -> None:
        self.context.go(Route("course", self._route.course_id))

    @Slot()
    def _on_library(self) -> None:
        self.context.go(Route("library"))

    @Slot()
    def _on_previous(self) -> None:
        if self._material is not None:
            before, _ = self._neighbours()
            if before:
                self._go_lesson(before)

    @Slot()
    def _on_next(self) -> None:
        """Mark the lesson as done, then go on to what comes next."""
        if self._material is None:
            return
        self.view.settle()
        learner, course = self.context.learner_id, self._route.course_id
        lesson = self._material.text.id
        self.context.act(
            lambda study: study.finish_lesson(learner, course, lesson), self._on_finished
        )

    @Slot()
    def _on_reached_end(self) -> None:
        """A lesson seen to its end is done, whichever way the learner leaves it."""
        if self._material is None:
            return
        learner, course = self.context.learner_id, self._route.course_id
        lesson = self._material.text.id
        self.context.act(lambda study: study.finish_lesson(learner, course, lesson))

    def _on_finished(self, _: object) -> None:
        if self._material is None:
            return
        _before, after = self._neighbours()
        if after:
            self._go_lesson(after)
        elif self._material.module.quiz is not None:
            self._on_quiz()
        else:
            self._on_course()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link.startswith("term:"):
            self._show_term(link.removeprefix("term:"))
        elif link.startswith("lesson:"):
            lesson_id, _, anchor = link.removeprefix("lesson:").partition("#")
            if self._material is not None and lesson_id == self._material.text.id:
                self._on_heading_chosen(anchor)
            else:
                self._go_lesson(lesson_id, anchor)
        elif link.startswith("https://"):
            ask_and_open(link, self.window())

    def _show_term(self, term_id: str) -> None:
        material = self._material
        if material is None:
            return
        term = next((one for one in material.course.glossary if one.id == term_id), None)
        if term is None:
            self.context.tell("info", self.tr("This term is not in the glossary of the course."))
            return
        self._close_cards()
        show_term(term, material.language, self.view, self.view.link_place())

    # ── saving ────────────────────────────────────────────────────────────────────────────────

    @Slot(object, float)
    def _on_spot_changed(self, spot: Spot, furthest: float) -> None:
        if self._visit is None or self._material is None:
            return
        learner, visit = self._learner, self._visit
        self.context.act(
            lambda study: study.save_spot(learner, visit.course_id, visit.lesson_id, spot, furthest)
        )

    @Slot(str, object)
    def _on_answered(self, item_id: str, response: Response) -> None:
        if self._visit is None:
            return
        learner, visit = self._learner, self._visit
        self.context.act(
            lambda study: study.answer_in_lesson(
                learner, visit.course_id, visit.lesson_id, item_id, response
            ),
            self._on_marked,
            partial(self._on_not_kept, item_id),
        )

    def _on_marked(self, marked: Marked) -> None:
        self.desk.show_marked(marked)

    def _on_not_kept(self, item_id: str, error: BaseException) -> None:
        self.desk.show_trouble(item_id, describe(error, self.context.language))

    @Slot(str)
    def _on_hint_wanted(self, item_id: str) -> None:
        if self._visit is None:
            return
        learner, visit = self._learner, self._visit
        self.context.act(
            lambda study: study.hint_in_lesson(learner, visit.course_id, visit.lesson_id, item_id),
            self.desk.show_hints,
            partial(self._on_not_kept, item_id),
        )

    @Slot(str, object)
    def _on_activity(self, activity_id: str, state: State) -> None:
        if self._visit is None:
            return
        learner, visit = self._learner, self._visit
        self.context.act(
            lambda study: study.save_activity(
                learner, visit.course_id, visit.lesson_id, activity_id, state
            ),
            self.activities.show_kept,
            partial(self._on_activity_not_kept, activity_id),
        )

    def _on_activity_not_kept(self, activity_id: str, error: BaseException) -> None:
        self.activities.show_trouble(activity_id, describe(error, self.context.language))

    # ── what changes around us ────────────────────────────────────────────────────────────────

    @Slot(str)
    def _on_language_changed(self, language: str) -> None:
        if self._material is not None and self.isVisible():
            self._read()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible() or self._material is None:
            return
        if changes.library or self._route.course_id in changes.progress:
            self._read()

    def retranslate(self) -> None:
        """Nothing of its own: bar and outline follow by themselves and with the lesson."""

    # ── paper ─────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_print(self) -> None:
        if self._material is None:
            return
        from ecolearn.ui.lesson.print_dialog import PrintDialog

        material = self._material
        dialog = PrintDialog(
            material.text.title,
            material.blocks,
            material.language,
            material.media,
            course_title=texts.pick(material.course.title, material.language),
            parent=self.window(),
        )
        dialog.open()


def _visit(
    study: StudyApi, *, learner: str, course_id: str, lesson_id: str
) -> Done[tuple[LessonVisit, dict[str, ActivityState]]]:
    """Open a lesson, with what was done in the activities of its course."""
    done = study.open_lesson(learner, course_id, lesson_id)
    return Done((done.value, study.activities(learner, course_id)), done.changes)


def _material(
    core: CoreLike, *, course_id: str, lesson_id: str, language: str, learner_id: str
) -> Material:
    """Read a lesson and the progress in its course, on the database thread."""
    from ecolearn.content.markdown import lesson_titles

    opened = core.library.open(course_id)
    course = opened.course
    module = course.module_of_lesson(lesson_id)
    if module is None:
        raise CourseGone(course_id=course_id, id=lesson_id)
    blocks, used = opened.blocks(lesson_id, language)
    _, text = opened.lesson_text(lesson_id, language)
    progress = core.study.course_progress(learner_id, course_id) if learner_id else None
    titles = lesson_titles(course, language)
    return Material(opened, module, text, blocks, used, language, progress, titles)
