"""The way off the GUI thread.

One worker thread runs everything that touches the database, one job after another (RELIABILITY
3.3: one writer); a second one runs reading and computing that must not wait behind it. A job is
a plain function; it never touches a widget. What it returns, or the error it raises, comes back
to the GUI thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Job(QObject):
    """A handle on work under way: `cancel()` drops its result; `cancelled` may be asked by the
    work itself; `report(done, total)` shows progress."""

    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Tell the work that nobody waits for it any more."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Drop the result; work that asks `cancelled` ends early."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is (from the worker thread)."""
        self.progressed.emit(done, total)


class _Lane:
    """A thread that takes work from a queue."""

    def __init__(self, name: str, back: Callable[[Any], None]) -> None:
        self._queue: SimpleQueue[Any] = SimpleQueue()
        self._back = back
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._started = False

    def put(self, entry: tuple[Job, Callable[[], Any], Any, Any]) -> None:
        if not self._started:
            self._started = True
            self._thread.start()
        self._queue.put(entry)

    def stop(self, timeout_s: float) -> None:
        if self._started:
            self._queue.put(None)
            self._thread.join(timeout_s)

    def _run(self) -> None:
        while (entry := self._queue.get()) is not None:
            job, work, on_done, on_error = entry
            if job.cancelled:
                continue
            try:
                value = work()
            except BaseException as error:  # handed to the GUI thread, which decides
                self._back((job, on_error, error, True))
            else:
                self._back((job, on_done, value, False))
            del entry, work, on_done, on_error


class Jobs(QObject):
    """Runs jobs and brings back their results. `failed` gets errors nobody else took."""

    failed = Signal(object)
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)
        self._database = _Lane("database", self._returned.emit)
        self._aside = _Lane("aside", self._returned.emit)
        self._waiting = 0

    def database(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run `work` on the database thread, after all database work asked for before."""
        return self._put(self._database, work, on_done, on_error)

    def aside(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run `work` (reading files, typesetting) beside the database thread."""
        return self._put(self._aside, work, on_done, on_error)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is under way (tests and the tour wait for this)."""
        return self._waiting == 0

    def close(self, timeout_s: float = 10.0) -> None:
        """Finish what was asked for, then end the threads."""
        self._database.stop(timeout_s)
        self._aside.stop(timeout_s)

    def _put(self, lane: _Lane, work: Any, on_done: Any, on_error: Any) -> Job:
        job = Job()
        self._waiting += 1
        lane.put((job, work, on_done, on_error))
        return job

    @Slot(object)
    def _on_returned(self, entry: tuple[Job, Any, Any, bool]) -> None:
        job, receiver, value, is_error = entry
        self._waiting -= 1
        if job.cancelled:
            return
        if is_error and receiver is None:
            self.failed.emit(value)
        elif receiver is not None:
            receiver(value)
