"""The window: a rail on the left, one page at a time, a line for messages. Only assembles and
connects; what a page shows is the page's business."""

from __future__ import annotations

import gc
import importlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from ecolearn.changes import Changes
from ecolearn.ui import i18n
from ecolearn.ui.application import dress
from ecolearn.ui.banners import BannerStack
from ecolearn.ui.context import Context, CoreLike, Route
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.messages import ExceptionHook, describe, log_error, start_log
from ecolearn.ui.pages.page import Page
from ecolearn.ui.preferences import TEXT_SIZES, Preferences
from ecolearn.ui.rail import Rail
from ecolearn.ui.safety import SafetyWatch
from ecolearn.ui.theme import icons, style

if TYPE_CHECKING:
    from ecolearn.study.api import Learner

_log = logging.getLogger(__name__)
_QUICK_SWITCH_S, _USUAL_SWITCH_S = 0.001, 0.005
_TIDY_AFTER_MS = 2_500
DEFAULT_SIZE = QSize(1024, 680)
SMALLEST = QSize(800, 560)

#: page name → (module in `ecolearn.ui.pages`, class); imported when first shown
PAGES = {
    "profiles": ("profiles", "ProfilesPage"),
    "library": ("library", "LibraryPage"),
    "course": ("course", "CoursePage"),
    "lesson": ("lesson", "LessonPage"),
    "quiz": ("quiz", "QuizPage"),
    "result": ("result", "ResultPage"),
    "progress": ("progress", "ProgressPage"),
    "diary": ("diary", "DiaryPage"),
    "settings": ("settings", "SettingsPage"),
    "safety": ("safety", "SafetyPage"),
    "collect": ("collect", "CollectPage"),
    "closed": ("closed", "ClosedPage"),
}
#: pages that make sense before somebody has signed in
OPEN_TO_ALL = {"profiles", "settings", "safety", "collect", "closed"}
#: pages that make sense while the saved progress cannot be opened
OPEN_WITHOUT_CORE = {"settings", "safety", "closed"}


class MainWindow(QMainWindow):
    """See the module text."""

    def __init__(self, data: Path, preferences: Preferences) -> None:
        super().__init__()
        # state
        self._data = data
        self._preferences = preferences
        self._pages: dict[str, Page] = {}
        self._route = Route("")
        self._hook = ExceptionHook(self)
        self._visit_to_note = ""
        #: errors that reached the window, for the tour and tests
        self.troubles: list[BaseException] = []
        self.jobs = Jobs(self)
        self.context = Context(self.jobs, self, preferences=preferences, data=data)
        self.context.language = preferences.language
        # widgets
        self._rail = Rail(self.context)
        self._stack = QStackedWidget()
        # layout
        middle = QWidget()
        style.set_surface(middle, "page")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._banners = BannerStack(middle, self._stack)
        self._safety = SafetyWatch(self.context, self._banners, self)
        self.setMinimumSize(SMALLEST)
        self.setWindowIcon(icons.app_icon())
        self.setWindowTitle("EcoLearn")
        # connections
        self._hook.install(self._on_trouble)
        self.jobs.failed.connect(self._on_trouble)
        self.context.route_requested.connect(self.go)
        self.context.core_replaced.connect(self._on_core_ready)
        self.context.start_wanted.connect(self.start_core)
        self.context.told.connect(self._on_told)
        self.context.learner_changed.connect(self._on_learner_changed)
        self.context.learner_renamed.connect(self._rail.set_learner)
        self.context.language_wanted.connect(self.set_language)
        self.context.theme_wanted.connect(self.set_theme)
        self.context.text_size_wanted.connect(self.set_text_size)
        self._rail.language_chosen.connect(self.set_language)
        self._rail.theme_chosen.connect(self.set_theme)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_look_changed)
        self._make_shortcuts()

    # ── starting and stopping ────────────────────────────────────────────────────────────────

    def show_first(self) -> None:
        """Show the window with its first page, from what can be read without the core."""
        self._restore_size()
        self._sign_in_alone()
        if self.context.learner is None:
            self.go(Route("profiles"))
        self.show()

    def _sign_in_alone(self) -> None:
        """The only profile of a PC that nobody shares needs no choosing."""
        learners = self.context.first_learners() or ()
        if len(learners) == 1 and not learners[0].has_pin:
            alone = learners[0]
            self._visit_to_note = alone.learner_id
            self.context.sign_in(alone)

    def start_core(self) -> None:
        """Build the core on the database thread; pages that asked already are served then."""
        start_log(self._data)
        sys.setswitchinterval(_QUICK_SWITCH_S)  # the window answers while modules are imported
        self.jobs.database(self._build_core, self._on_core_ready, self._on_no_core)

    def shut_down(self) -> None:
        """Let pages keep what is unsaved, finish the jobs, close the core."""
        page = self._pages.get(self._route.page)
        if page is not None:
            page.leave()
        self.jobs.database(self._close_core)  # behind the building of it, if that goes on
        self.jobs.close()
        self._preferences.save()
        self._hook.remove()

    def _close_core(self) -> None:
        core: Any = self.context.core
        if core is not None:
            core.close()

    def _build_core(self) -> CoreLike:
        from ecolearn.app import build_core
        from ecolearn.content.library import course_roots

        if self.context.core is not None:
            return self.context.core  # asked for twice: by the timer and by the button
        core = build_core(self._data, course_roots(self._data))
        self.context.core = core
        return core

    @Slot(object)
    def _on_core_ready(self, core: CoreLike) -> None:
        _log.info("core ready")
        self._end_start()
        if self._visit_to_note:
            learner_id, self._visit_to_note = self._visit_to_note, ""
            self.context.act(lambda study: study.sign_in(learner_id))
        self._safety.attach(core)
        self.context.start_trouble = None
        if self._route.page == "closed":
            self.go(Route("library" if self.context.learner else "profiles"))
        for page in self._pages.values():
            page.core_ready()
        self.context.view(_scan, self._on_scanned)

    @Slot(bool)
    def _on_scanned(self, changed: bool) -> None:
        """The shelf on disk is not what the index remembered: pages that show it reload."""
        if changed:
            self.context.announce(Changes(library=True))

    def _end_start(self) -> None:
        """The start is over: threads take turns as usual, garbage is collected again soon."""
        sys.setswitchinterval(_USUAL_SWITCH_S)
        if not gc.isenabled():
            QTimer.singleShot(_TIDY_AFTER_MS, self, self._tidy)

    @Slot()
    def _tidy(self) -> None:
        """Collect what the start left behind, once it is over and nothing is under way: 40 ms
        that would be a stall earlier. What stays need not be looked at by later collections."""
        if not self.jobs.idle:
            QTimer.singleShot(_TIDY_AFTER_MS, self, self._tidy)
            return
        gc.collect()
        gc.freeze()
        gc.enable()

    @Slot(object)
    def _on_no_core(self, error: BaseException) -> None:
        """The database cannot be opened: say so instead of asking for what could not be kept."""
        self._end_start()
        log_error(error)
        self.troubles.append(error)
        self.context.start_trouble = error
        self._safety.try_again(error, self.start_core)
        if self._route.page not in {"settings", "safety"}:
            self.go(Route("closed"))

    # ── pages ────────────────────────────────────────────────────────────────────────────────

    @Slot(object)
    def go(self, route: Route) -> None:
        """Show the page that `route` names."""
        if self.context.learner is None and route.page not in OPEN_TO_ALL:
            route = Route("profiles")
        if self.context.start_trouble is not None and route.page not in OPEN_WITHOUT_CORE:
            route = Route("closed")
        self._banners.leave_page()
        current = self._pages.get(self._route.page)
        if current is not None and not current.leave():
            return
        page = self._page(route.page)
        self._route = route
        self._rail.mark(route)
        self._rail.setVisible(page.shows_rail and self.context.learner is not None)
        self._stack.setCurrentWidget(page)
        page.open(route)
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            page.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab goes on from the page's start
        self.setWindowTitle("EcoLearn")

    def messages(self) -> list[str]:
        """Return the sentences that are shown as banners."""
        return self._banners.texts()

    def clear_messages(self) -> None:
        """Take all banners away."""
        self._banners.clear()

    @property
    def route(self) -> Route:
        """Return where the window is."""
        return self._route

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages[self._route.page]

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            module_name, class_name = PAGES[name]
            module = importlib.import_module(f"ecolearn.ui.pages.{module_name}")
            page: Page = getattr(module, class_name)(self.context)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    # ── language and look ────────────────────────────────────────────────────────────────────

    @Slot(str)
    def set_language(self, language: str) -> None:
        """Switch interface and content; the open lesson or quiz keeps its place."""
        if language == self.context.language:
            return
        self._preferences.language = language
        self._preferences.save()
        self.context.language = language
        i18n.install(language)
        self.context.language_changed.emit(language)
        learner = self.context.learner
        if learner is not None and self.context.core is not None:
            learner_id = learner.learner_id
            self.context.act(lambda study: study.change_learner(learner_id, language=language))

    @Slot(str)
    def set_theme(self, choice: str) -> None:
        """Switch the colours; `choice` as in `Preferences.theme`."""
        self._preferences.theme = choice
        self._dress()

    def set_text_size(self, size: float) -> None:
        """Zoom everything: 1.0 is the normal size, 0.8 to 2.0."""
        self._preferences.text_size = min(max(size, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self._dress()

    @Slot()
    def _on_larger(self) -> None:
        bigger = [size for size in TEXT_SIZES if size > self._preferences.text_size + 0.01]
        self.set_text_size(bigger[0] if bigger else TEXT_SIZES[-1])

    @Slot()
    def _on_smaller(self) -> None:
        less = [size for size in TEXT_SIZES if size < self._preferences.text_size - 0.01]
        self.set_text_size(less[-1] if less else TEXT_SIZES[0])

    @Slot()
    def _on_normal_size(self) -> None:
        self.set_text_size(1.0)

    @Slot()
    def _on_system_look_changed(self) -> None:
        if self._preferences.theme == "system":
            self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app, self._preferences)
        self._preferences.save()

    # ── messages ─────────────────────────────────────────────────────────────────────────────

    @Slot(str, str)
    def _on_told(self, kind: str, text: str) -> None:
        self._banners.tell(kind, text)

    @Slot(object)
    def _on_trouble(self, error: BaseException) -> None:
        log_error(error)
        self.troubles.append(error)
        self._banners.tell("danger", describe(error, self.context.language))

    @Slot(object)
    def _on_learner_changed(self, learner: Learner | None) -> None:
        self._preferences.last_learner_id = learner.learner_id if learner else ""
        self._rail.set_learner(learner)
        if learner is not None and learner.language and learner.language != self.context.language:
            self.set_language(learner.language)
        self.go(Route("library" if learner else "profiles"))

    # ── the window itself ────────────────────────────────────────────────────────────────────

    def _make_shortcuts(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.ZoomIn, self._on_larger),
            (QKeySequence("Ctrl+="), self._on_larger),
            (QKeySequence.StandardKey.ZoomOut, self._on_smaller),
            (QKeySequence("Ctrl+0"), self._on_normal_size),
            (QKeySequence("Alt+1"), self._rail.open_library),
            (QKeySequence("Alt+2"), self._rail.open_current),
            (QKeySequence("Alt+3"), self._rail.open_progress),
            (QKeySequence("Alt+4"), self._rail.open_diary),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(slot)
            self.addAction(action)

    def _restore_size(self) -> None:
        remembered = self._preferences.window
        screen = QGuiApplication.primaryScreen().availableGeometry()
        if remembered:
            x, y, width, height = remembered
            self.resize(min(width, screen.width()), min(height, screen.height()))
            if screen.contains(x, y):
                self.move(x, y)
        else:
            self.resize(DEFAULT_SIZE.boundedTo(screen.size()))
        if self._preferences.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses whatever card, row or button has the focus: Qt knows only Space."""
        focused = QApplication.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        if not self.isMaximized():
            place = self.geometry()
            self._preferences.window = [place.x(), place.y(), place.width(), place.height()]
        self._preferences.maximised = self.isMaximized()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep banners readable in the new language: the old ones go."""
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._tell_again)
        super().changeEvent(event)

    @Slot()
    def _tell_again(self) -> None:
        self._banners.clear()
        self._safety.tell_again()


def _scan(core: CoreLike) -> bool:
    return core.library.scan()
