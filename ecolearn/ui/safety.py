"""What the window says about the safety of what is saved: what the start had to mend, copies that
fail, work that is open elsewhere. And how another database is put in place while it is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ecolearn.messages import sentence
from ecolearn.ui.banners import BannerStack
from ecolearn.ui.context import Context

if TYPE_CHECKING:
    from ecolearn.store.opening import Opening
    from ecolearn.store.recovery import Recovered
    from ecolearn.study.api import Learner

#: a database held by another program is asked for again after so many milliseconds
TRY_AGAIN_MS = 10_000
_KINDS = {"damaged": "danger", "no-backup": "warning", "no-second-copy": "warning"}


class SafetyWatch(QObject):
    """One per window. Lasting sentences are told again when the language changes."""

    #: a `Notice` of the keeper, from its thread
    _noticed = Signal(str)

    def __init__(self, context: Context, banners: BannerStack, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._banners = banners
        self._standing: dict[str, tuple[str, Callable[[str], str]]] = {}
        self._start: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._somebody = context.learner is not None
        self._noticed.connect(self._on_noticed)
        context.learner_changed.connect(self._on_learner_changed)

    def attach(self, core: Any) -> None:
        """Watch a core that was just built, and tell what opening it took."""
        self._timer.stop()
        keeper = getattr(core, "keeper", None)
        if keeper is None:
            return
        keeper.tell = self._noticed.emit
        self._tell_opening(core.opening)
        learner = self._context.learner
        if learner is not None:
            self._ask_elsewhere(learner.learner_id)

    def try_again(self, error: BaseException, start: Callable[[], None]) -> None:
        """Start again in a while if another program holds the database."""
        if getattr(error, "code", "") == "database-busy":
            self._start = start
            self._timer.start(TRY_AGAIN_MS)

    @Slot()
    def _on_time(self) -> None:
        if self._context.core is None and self._start is not None:
            if self._context.jobs.idle:
                self._start()
            else:
                self._timer.start(TRY_AGAIN_MS)  # somebody pressed the button just now

    def tell_again(self) -> None:
        """Tell what stands, in the language of now."""
        for kind, words in self._standing.values():
            self._banners.tell(kind, words(self._context.language), lasting=True)

    def _stand(self, key: str, kind: str, words: Callable[[str], str]) -> None:
        self._standing[key] = (kind, words)
        self._banners.tell(kind, words(self._context.language), lasting=True)

    def _tell_opening(self, opening: Opening) -> None:
        done = opening.recovered
        if done is not None:
            self._stand("opening", recovery_kind(done), lambda code: recovery_words(done, code))

    @Slot(str)
    def _on_noticed(self, notice: str) -> None:
        if notice == "backup-made":
            for key in ("no-backup", "no-second-copy"):
                self._standing.pop(key, None)
            text = sentence("doctor", "notice.backup-made", {}, self._context.language)
            self._banners.tell("ok", text)
            return
        self._stand(
            notice,
            _KINDS.get(notice, "warning"),
            lambda code: sentence("doctor", f"notice.{notice}", {}, code),
        )

    @Slot(object)
    def _on_learner_changed(self, learner: Learner | None) -> None:
        self._standing.pop("elsewhere", None)
        left, self._somebody = self._somebody, learner is not None
        core: Any = self._context.core
        keeper = getattr(core, "keeper", None)
        if keeper is None:
            return
        if left:
            keeper.ask()  # somebody else sits down, or nobody: keep what was done
        if learner is not None:
            self._ask_elsewhere(learner.learner_id)

    def _ask_elsewhere(self, learner_id: str) -> None:
        self._context.view(
            lambda core: core.study.in_use_elsewhere(learner_id),
            self._on_elsewhere,
            self._on_not_known,
        )

    @Slot(object)
    def _on_elsewhere(self, elsewhere: bool) -> None:
        if elsewhere:
            self._stand("elsewhere", "warning", self._elsewhere_words)

    def _elsewhere_words(self, _language: str) -> str:
        return self.tr(
            "Your work is open in another window on this PC. Both save what you answer, "
            "but one window at a time is easier to follow."
        )

    @Slot(object)
    def _on_not_known(self, _error: BaseException) -> None:
        """It was only a courtesy."""


def recovery_kind(done: Recovered) -> str:
    """Return the kind of the message about a repair."""
    if done.complete or done.why == "chosen":
        return "info"
    return "warning" if done.backup else "danger"


def recovery_words(done: Recovered, language: str) -> str:
    """Return what was put right, and what may be missing."""
    from ecolearn.store.doctor import in_words

    facts: dict[str, object] = {
        "last_ms": done.last_ms,
        "written_ms": done.written_ms,
        "backup": done.backup,
        "quarantine": done.quarantine or "-",
    }
    if done.why == "chosen":
        code = "chosen"
    elif done.complete:
        code = "missing-complete" if done.why == "missing" else "complete"
    elif not done.last_ms:
        code = "empty"
    else:
        code = "since" if done.why == "missing" or done.written_ms <= done.last_ms else "span"
    return sentence("doctor", f"start.{code}", in_words(facts, language), language)


def put_back(context: Context, copy: Path, keep_newer: bool) -> tuple[Any, Recovered]:
    """Close the core, go back to `copy`, build the core anew; return it, and what was done. On the
    database thread, so that no act comes in between. If going back fails, the core is as before."""
    from ecolearn.app import build_core
    from ecolearn.content.library import course_roots
    from ecolearn.store import recovery

    core: Any = context.core
    folder: Path = core.store.folder
    core.close()
    try:
        done = recovery.restore(folder, copy, keep_newer=keep_newer)
    finally:
        context.core = build_core(folder, course_roots(folder))
    return context.core, done
