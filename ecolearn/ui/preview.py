"""`ecolearn preview`: the learner's view of files that somebody is writing, with what is wrong
beside it. Follows every save; a file that is only half typed leaves the last good text in view."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.content.loader import MANIFEST
from ecolearn.messages import sentence
from ecolearn.problems import Problem, Severity
from ecolearn.study.api import ActivityState, Marked, Spot
from ecolearn.ui.activities.desk import ActivityDesk, around_of
from ecolearn.ui.activities.diary_book import DiaryBook
from ecolearn.ui.i18n import LANGUAGES
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.lesson import picture_store, preview_source
from ecolearn.ui.lesson.desk import QuestionDesk
from ecolearn.ui.lesson.header import LessonHeader
from ecolearn.ui.lesson.links import ask_and_open
from ecolearn.ui.lesson.popover import show_term
from ecolearn.ui.lesson.preview_source import Snapshot
from ecolearn.ui.lesson.view import LessonView
from ecolearn.ui.messages import log_error
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.heading import Heading

#: an editor saves in several steps; wait for the last
_SETTLE_MS = 150
#: for folders on a network or a stick, which send no notice of changes
_POLL_MS = 700
#: problems are listed up to this number: who mends a thousand sees the next ones then
_MOST_ROWS = 1_000
_LINE_ROLE = Qt.ItemDataRole.UserRole
_PATH_ROLE = Qt.ItemDataRole.UserRole + 1
_ICONS = {
    Severity.ERROR: ("circle-x", "danger"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("info", "info"),
}


class PreviewWindow(QMainWindow):
    """See the module text."""

    def __init__(self, path: Path, language: str) -> None:
        super().__init__()
        # state
        self._path = path
        wanted, found = preview_source.wanted_at_first(path)
        self._wanted = wanted
        self._language = found or language
        self._snapshot = Snapshot()
        self._stamp: tuple[tuple[str, int, int], ...] = ()
        self._reading = False
        self._again = False
        self._line_after = 0
        self._answers: dict[str, Marked] = {}
        self.jobs = Jobs(self)
        # widgets
        self.lessons = QComboBox()
        self.lessons.setAccessibleName(self.tr("Lesson"))
        self.lessons.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.languages = QComboBox()
        self.languages.setAccessibleName(self.tr("Language of the lesson"))
        self.languages.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.languages.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.theme_button = QToolButton()
        self.theme_button.setIcon(icons.icon("contrast"))
        self.theme_button.setToolTip(self.tr("Light or dark"))
        self.theme_button.setAccessibleName(self.tr("Light or dark"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        style.set_tone(self.note, "warning")
        self.note.hide()
        self.view = LessonView()
        self.count = Heading("", 3)
        style.set_role(self.count, "strong")
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName(self.tr("Problems"))
        self.desk = QuestionDesk(self)
        self.activities = ActivityDesk(self)
        self.diary = DiaryBook(self)
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._poll = QTimer(self, interval=_POLL_MS)
        # layout
        self._lay_out()
        # connections
        self.lessons.activated.connect(self._on_lesson)
        self.languages.activated.connect(self._on_language)
        self.theme_button.clicked.connect(self._on_theme)
        self.problems.itemActivated.connect(self._on_problem)
        self.problems.itemClicked.connect(self._on_problem)
        self.view.link_activated.connect(self._on_link)
        self.desk.link_activated.connect(self._on_link)
        self.activities.link_activated.connect(self._on_link)
        self.activities.state_changed.connect(self._on_activity)
        self.desk.answered.connect(self._on_answered)
        self.desk.hint_wanted.connect(self._on_hint)
        self._watcher.fileChanged.connect(self._on_disk)
        self._watcher.directoryChanged.connect(self._on_disk)
        self._settle.timeout.connect(self.reload)
        self._poll.timeout.connect(self._on_poll)
        self.setWindowTitle(self.tr("Preview: {name}").format(name=path.name))
        self.resize(1180, 760)
        self._poll.start()
        self.reload()

    def _lay_out(self) -> None:
        px = style.px
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(10), px(16), px(10))
        top.setSpacing(px(8))
        top.addWidget(self.lessons, 1)
        top.addWidget(self.languages)
        top.addWidget(self.theme_button)
        bar = QFrame()
        bar.setLayout(top)
        style.set_surface(bar, "surface")
        side = QFrame()
        style.set_surface(side, "surface")
        down = QVBoxLayout(side)
        down.setContentsMargins(px(12), px(12), px(12), px(12))
        down.addWidget(self.count)
        down.addWidget(self.problems, 1)
        middle = QSplitter()
        middle.addWidget(self.view)
        middle.addWidget(side)
        middle.setStretchFactor(0, 1)
        middle.setSizes([820, 340])
        middle.setChildrenCollapsible(False)
        page = QWidget()
        style.set_surface(page, "page")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        self.note.setContentsMargins(px(24), px(8), px(24), px(4))
        whole.addWidget(self.note)
        whole.addWidget(middle, 1)
        self.setCentralWidget(page)

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    @Slot()
    def reload(self) -> None:
        """Read the files again, off the GUI thread; one reading at a time."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        work = partial(preview_source.read, self._path, self._wanted, self._language)
        self.jobs.aside(work, self._on_read, self._on_failed)

    def _on_read(self, snapshot: Snapshot) -> None:
        self._reading = False
        self._stamp = snapshot.stamp
        self._watch()
        self._show(snapshot)
        self._next()

    def _on_failed(self, error: BaseException) -> None:
        """A bug or an unreadable disk: the last good text stays."""
        self._reading = False
        log_error(error)
        self._say(self.tr("The files cannot be read at the moment. This is how they were before."))
        self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self._settle.start()

    def _watch(self) -> None:
        """Watch all files and their folders; a file that was replaced has to be added again."""
        files = {name for name, _, _ in self._stamp}
        wanted = files | {str(Path(name).parent) for name in files}
        known = {*self._watcher.files(), *self._watcher.directories()}
        gone, new = known - wanted, wanted - known
        if gone:
            self._watcher.removePaths(sorted(gone))
        if new:
            self._watcher.addPaths(sorted(new))

    @Slot(str)
    def _on_disk(self, _path: str) -> None:
        self._settle.start()

    @Slot()
    def _on_poll(self) -> None:
        if not self._reading:
            self.jobs.aside(partial(preview_source.stamp_of, self._path), self._on_stamp, _ignore)

    def _on_stamp(self, stamp: tuple[tuple[str, int, int], ...]) -> None:
        if stamp != self._stamp:
            self._settle.start()

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def _show(self, snapshot: Snapshot) -> None:
        before, self._snapshot = self._snapshot, snapshot
        self._fill_pickers(snapshot)
        self._fill_problems(snapshot)
        if snapshot.blocks is None or snapshot.text is None:
            self._snapshot = before
            self._say(
                self.tr("This lesson cannot be shown as it is now. This is how it was before.")
                if before.blocks is not None
                else self._why(snapshot)
            )
            return
        self.note.hide()
        same = before.lesson_id == snapshot.lesson_id and before.blocks is not None
        if same and before.blocks == snapshot.blocks and before.text == snapshot.text:
            for path in _changed_files(before, snapshot):
                picture_store.store().forget(path)
            if not self._line_after and before.language == snapshot.language:
                self.view.viewport().update()
                return
        spot = self.view.spot if same else Spot()
        if same:
            self.desk.renew(snapshot.media, snapshot.titles)
        else:
            self._answers = {}
            self.desk.begin({}, "preview")
            self.desk.renew(snapshot.media, snapshot.titles)
            self.activities.begin({})
        if snapshot.course is not None:
            self.activities.renew(
                around_of(
                    snapshot.course,
                    snapshot.language,
                    snapshot.media,
                    snapshot.titles,
                    diary=self.diary,
                    preview=True,
                )
            )
        header = LessonHeader(snapshot.text.title or self.tr("No title"), snapshot.text.minutes)
        self.view.setAccessibleName(snapshot.text.title)
        self.view.set_blocks(
            snapshot.blocks,
            language=snapshot.language,
            media=snapshot.media,
            question=self.desk.widget,
            activity=self.activities.widget,
            header=header,
            spot=spot,
            same=same,
        )
        if self._line_after:
            self.view.go_to_line(self._line_after)
            self._line_after = 0

    def _fill_pickers(self, snapshot: Snapshot) -> None:
        if snapshot.choices:
            self.lessons.clear()
            for choice in snapshot.choices:
                self.lessons.addItem(choice.title, choice.lesson_id)
            self.lessons.setCurrentIndex(max(0, self.lessons.findData(snapshot.lesson_id)))
        self.languages.clear()
        for code in snapshot.languages:
            self.languages.addItem(LANGUAGES.get(code, code), code)
        self.languages.setCurrentIndex(self.languages.findData(snapshot.language))

    def _fill_problems(self, snapshot: Snapshot) -> None:
        self.problems.clear()
        here = [one for one in snapshot.problems if one.place.path == snapshot.path]
        others = [one for one in snapshot.problems if one.place.path != snapshot.path]
        for problem in here[:_MOST_ROWS]:
            self.problems.addItem(self._row(problem, True))
        for problem in others[: max(0, _MOST_ROWS - len(here))]:
            self.problems.addItem(self._row(problem, False))
        if snapshot.problems:
            self.count.setText(self.tr("%n problem(s)", "", len(snapshot.problems)))
        else:
            self.count.setText(self.tr("No problems found"))

    def _row(self, problem: Problem, here: bool) -> QListWidgetItem:
        place = problem.place
        where = "" if here else place.path
        if place.line:
            line = self.tr("line {number}").format(number=place.line)
            where = f"{where}, {line}" if where else line
        text = sentence("problems", problem.code, problem.facts, self._interface_language())
        row = QListWidgetItem(f"{where}\n{text}" if where else text)
        name, role = _ICONS[problem.severity]
        row.setIcon(icons.icon(name, role))
        row.setData(_LINE_ROLE, place.line)
        row.setData(_PATH_ROLE, place.path)
        return row

    @staticmethod
    def _interface_language() -> str:
        from PySide6.QtCore import QLocale

        return QLocale().name().split("_")[0]

    def _why(self, snapshot: Snapshot) -> str:
        """Return why there is nothing to show."""
        if snapshot.why == "package":
            return self.tr(
                "This is a packed course. Install it (ecolearn install), or unpack it and preview "
                "the folder."
            )
        if snapshot.why == "no-course":
            words = self.tr("This folder is no course: there is no {file} in it.")
            return words.format(file=MANIFEST)
        if snapshot.why == "no-lesson":
            return self.tr("This file is neither a lesson nor a quiz: their names end in .md.")
        if not snapshot.problems:
            return self.tr("There is no lesson in this course yet.")
        return self.tr("There is no lesson to show yet. See the problems on the right.")

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()

    # ── what the author does ──────────────────────────────────────────────────────────────────

    @Slot(int)
    def _on_lesson(self, index: int) -> None:
        self._wanted = str(self.lessons.itemData(index))
        self.reload()

    @Slot(int)
    def _on_language(self, index: int) -> None:
        self._language = str(self.languages.itemData(index))
        self.reload()

    @Slot()
    def _on_theme(self) -> None:
        from PySide6.QtWidgets import QApplication

        from ecolearn.ui.theme.tokens import load_theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        name = "light" if style.current().dark else "dark"
        style.apply(app, load_theme(name), style.scale())

    @Slot(QListWidgetItem)
    def _on_problem(self, row: QListWidgetItem) -> None:
        """Show the block the problem is about, in another lesson if need be."""
        line, path = int(row.data(_LINE_ROLE) or 0), str(row.data(_PATH_ROLE) or "")
        if path == self._snapshot.path:
            if line:
                self.view.go_to_line(line)
            return
        stem, _, language = path.removesuffix(".md").rpartition(".")
        if any(choice.stem == stem for choice in self._snapshot.choices):
            self._wanted, self._language, self._line_after = stem, language, line
            self.reload()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link.startswith("lesson:"):
            lesson_id, _, anchor = link.removeprefix("lesson:").partition("#")
            if lesson_id == self._snapshot.lesson_id:
                self.view.go_to_anchor(anchor)
            else:
                self._wanted = lesson_id
                self.reload()
        elif link.startswith("term:") and self._snapshot.course is not None:
            for term in self._snapshot.course.glossary:
                if term.id == link.removeprefix("term:"):
                    show_term(term, self._snapshot.language, self.view, self.view.link_place())
        elif link.startswith("https://"):
            ask_and_open(link, self)

    @Slot(str, object)
    def _on_answered(self, item_id: str, response: dict[str, object]) -> None:
        """Judge at once; nothing is kept."""
        item = self._item(item_id)
        if item is None:
            return
        known = self._answers.get(item_id)
        predicted = item_id in self._predictions()
        grade = None if predicted else item.grade(item.clean(response))
        marked = Marked(item_id, response, grade, known.hints if known else 0)
        self._answers[item_id] = marked
        self.desk.show_marked(marked)

    @Slot(str)
    def _on_hint(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is not None:
            known = self._answers.get(item_id) or Marked(item_id, item.empty())
            marked = Marked(item_id, known.response, known.grade, known.hints + 1)
            self._answers[item_id] = marked
            self.desk.show_hints(marked)

    @Slot(str, object)
    def _on_activity(self, activity_id: str, state: dict[str, object]) -> None:
        """Judge at once; nothing is kept."""
        course = self._snapshot.course
        activity = course.activity(activity_id) if course else None
        if activity is not None:
            cleaned = activity.clean(state)
            done = activity.is_done(cleaned)
            kept = ActivityState(activity_id, cleaned, activity.score(cleaned), done=done)
            self.activities.show_kept(kept)

    def _item(self, item_id: str):  # type: ignore[no-untyped-def]
        text = self._snapshot.text
        return next((one for one in text.items() if one.id == item_id), None) if text else None

    def _predictions(self) -> set[str]:
        text = self._snapshot.text
        return {q.item.id for q in text.questions() if q.use == "predict"} if text else set()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the threads."""
        self._poll.stop()
        self._settle.stop()
        self.jobs.close(2.0)
        super().closeEvent(event)


def _ignore(error: BaseException) -> None:
    """A folder that cannot be looked at now is looked at again in a moment."""


def _changed_files(before: Snapshot, after: Snapshot) -> list[Path]:
    old = {name: (size, time) for name, size, time in before.stamp}
    return [Path(name) for name, size, time in after.stamp if old.get(name) != (size, time)]


def show(path: Path, language: str = "") -> int:
    """Open the window and stay until it is closed; return the exit code."""
    from ecolearn.ui.application import make_application
    from ecolearn.ui.preferences import Preferences

    preferences = Preferences.load()
    app = make_application(preferences)
    window = PreviewWindow(path, language or preferences.language)
    window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = app.exec()
    picture_store.store().close()
    return code
