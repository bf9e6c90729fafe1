"""What every page is handed: the way to the core, the learner, the language, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ecolearn.changes import Changes, Done
from ecolearn.ui.jobs import Job, Jobs
from ecolearn.ui.preferences import Preferences

if TYPE_CHECKING:
    from ecolearn.content.library import Library
    from ecolearn.study.api import Learner, StudyApi

T = TypeVar("T")


class CoreLike(Protocol):
    """What the window needs of `ecolearn.app.Core`."""

    @property
    def study(self) -> StudyApi: ...
    @property
    def library(self) -> Library: ...


@dataclass(frozen=True, slots=True)
class Route:
    """A wish to be somewhere: the page's name and what it shows.

    Pages: profiles, library, course, lesson, quiz, result, progress, diary (`anchor` is the
    series), settings, safety, collect.
    """

    page: str
    course_id: str = ""
    module_id: str = ""
    lesson_id: str = ""
    anchor: str = ""
    attempt_id: str = ""


class Context(QObject):
    """One per window. Pages call `act` and `view`, and listen to the signals."""

    #: a `Changes`: something was written; pages that show it reload
    changed = Signal(object)
    #: a learner signed in (`Learner`) or out (None)
    learner_changed = Signal(object)
    #: who is signed in has another name or picture (`Learner`)
    learner_renamed = Signal(object)
    #: the interface and content language changed ("kk", "ru", "en"); translators are in place
    language_changed = Signal(str)
    #: somebody asked for another language; the window switches
    language_wanted = Signal(str)
    #: somebody asked for other colours, or another size of text (1.0 is normal)
    theme_wanted = Signal(str)
    text_size_wanted = Signal(float)
    #: a `Route` that somebody asked for
    route_requested = Signal(object)
    #: another core took the place of the old one (a copy was put back)
    core_replaced = Signal(object)
    #: somebody asked to try the start of the core again
    start_wanted = Signal()
    #: (kind, text): kind "info", "ok", "warning" or "danger"; shown as a banner
    told = Signal(str, str)

    def __init__(
        self,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        preferences: Preferences | None = None,
        data: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.core: CoreLike | None = None
        #: why the core could not be built
        self.start_trouble: BaseException | None = None
        self.learner: Learner | None = None
        self.language = "en"
        #: what this window remembers between starts
        self.preferences = preferences or Preferences()
        #: the data folder; None in tests that bring their own core
        self.data = data

    @property
    def learner_id(self) -> str:
        """Return the id of who is signed in, "" if nobody is."""
        return self.learner.learner_id if self.learner else ""

    @property
    def study(self) -> StudyApi:
        """Return the study acts; only inside a job."""
        assert self.core is not None, "the core is built by the first database job"
        return self.core.study

    @property
    def library(self) -> Library:
        """Return the shelf; only inside a job, or after the core was built."""
        assert self.core is not None, "the core is built by the first database job"
        return self.core.library

    def act(
        self,
        work: Callable[[StudyApi], Done[T]],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run an act of the core after its turn; then `on_done(value)` and `changed`."""

        def finish(done: Done[T]) -> None:
            if on_done is not None:
                on_done(done.value)
            if done.changes:
                self.changed.emit(done.changes)

        return self.jobs.database(lambda: work(self.study), finish, on_error)

    def view(
        self,
        work: Callable[[CoreLike], T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Read something on the database thread; then `on_done(value)`."""

        def read() -> T:
            assert self.core is not None, "the core is built by the first database job"
            return work(self.core)

        return self.jobs.database(read, on_done, on_error)

    def sign_in(self, learner: Learner | None) -> None:
        """Go on as `learner` (None: nobody); the act itself has been done."""
        self.learner = learner
        self.learner_changed.emit(learner)

    def learner_updated(self, learner: Learner) -> None:
        """Take the new name and picture of who is signed in."""
        self.learner = learner
        self.learner_renamed.emit(learner)

    def first_learners(self) -> tuple[Learner, ...] | None:
        """Return the profiles before the core is built, or None."""
        if self.data is None:
            return None
        from ecolearn.ui import first_look

        return first_look.learners(self.data)

    def tell(self, kind: str, text: str) -> None:
        """Show a sentence as a banner."""
        self.told.emit(kind, text)

    def go(self, route: Route) -> None:
        """Ask for a page."""
        self.route_requested.emit(route)

    def announce(self, changes: Changes) -> None:
        """Tell listeners about changes that came from elsewhere (another window, the disk)."""
        self.changed.emit(changes)
