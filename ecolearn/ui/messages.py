"""The way to tell the user something: an error becomes a sentence in their language with a next
step; a bug is logged and reported without names or answers."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from ecolearn.errors import EcoLearnError
from ecolearn.messages import error_sentence

_log = logging.getLogger("ecolearn")
_LOG_BYTES = 1_000_000
_LOG_FILES = 4  # 5 MB in all, RELIABILITY 3.12


def describe(error: BaseException, language: str) -> str:
    """Return what happened and what to do next, for a banner."""
    if isinstance(error, EcoLearnError):
        return error_sentence(error, language)
    return QCoreApplication.translate(
        "messages",
        "Something went wrong in EcoLearn. What was saved is safe; please go on, "
        "and tell your teacher if it happens again.",
    )


def start_log(data: Path) -> None:
    """Log to a file in the data folder: ids only, no names, no answers."""
    if _log.handlers:
        return
    from logging.handlers import RotatingFileHandler

    _log.setLevel(logging.INFO)
    try:
        folder = data / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "ecolearn.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _log.addHandler(handler)


def log_error(error: BaseException) -> None:
    """Log where an error came from: the places in the code and its kind, not its text, which may
    hold what a learner typed."""
    places = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(places))
    facts = sorted(error.facts) if isinstance(error, EcoLearnError) else ""
    _log.error("%s %s at %s", type(error).__name__, facts, where or "?")


class ExceptionHook(QObject):
    """Catches what nobody caught, from any thread, logs it and passes it to the window."""

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous = sys.excepthook
        self.count = 0

    def install(self, receiver: Callable[[BaseException], None]) -> None:
        """Take the place of Python's hooks; `receiver` is called on the GUI thread."""
        self.caught.connect(receiver, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._previous
        threading.excepthook = threading.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._previous(kind, error, trace)
            return
        self.count += 1
        log_error(error)
        self._previous(kind, error, trace)
        self.caught.emit(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
