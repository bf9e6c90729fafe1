"""Looks after an open store on a thread of its own: checks it once, makes copies while there is
work, and says what goes wrong (RELIABILITY 3.7). It writes nothing into the database."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Literal

from ecolearn.store import state
from ecolearn.store.store import Store

log = logging.getLogger(__name__)

#: what is told: the file is damaged; no copy could be made, or none at the second place; a copy
#: was made again after trouble
Notice = Literal["damaged", "no-backup", "no-second-copy", "backup-made"]

EVERY_S = 30 * 60.0
_GLANCE_S = 5.0


class Keeper:
    """One per window. `tell` is called from the keeper's thread, once for each change."""

    def __init__(self, store: Store, every_s: float = EVERY_S, glance_s: float = _GLANCE_S) -> None:
        self._store = store
        self._every_s = every_s
        self._glance_s = glance_s
        self.tell: Callable[[Notice], None] = _nobody
        self._wake = threading.Event()
        self._asked = False
        self._ended = False
        self._told: set[Notice] = set()
        self._thread: threading.Thread | None = None

    def start(self, after_s: float) -> None:
        """Begin, once the first pages have had the disk to themselves for `after_s` seconds."""
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, args=(after_s,), name="store-keeper", daemon=True
            )
            self._thread.start()

    def ask(self) -> None:
        """Make a copy soon if something was written: somebody signs out."""
        self._asked = True
        self._wake.set()

    def stop(self, wait_s: float = 10.0) -> None:
        """End; a copy that is being made is waited for."""
        self._ended = True
        self._wake.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(wait_s)

    def _run(self, after_s: float) -> None:
        end = time.monotonic() + after_s
        while self._goes_on and (left := end - time.monotonic()) > 0:
            if self._asked:
                self._asked = False
                self._copy()
                self._glance()
            self._wait(min(left, self._glance_s))
        if not self._goes_on:
            return
        self._store.look_after()
        self._glance()
        last = time.monotonic()
        while self._goes_on:
            if self._asked or time.monotonic() - last >= self._every_s:
                self._asked = False
                last = time.monotonic()
                self._copy()
            self._glance()
            self._wait(self._glance_s)

    @property
    def _goes_on(self) -> bool:
        return not (self._ended or self._store.closed)

    def _wait(self, seconds: float) -> None:
        if self._wake.wait(seconds):
            self._wake.clear()

    def _copy(self) -> None:
        try:
            self._store.backup_if_changed()
        except Exception as error:  # a bug here must not end the looking after
            log.error("no backup: %s", error.__class__.__name__)
            self._store.backup_trouble = self._store.backup_trouble or "other"

    def _glance(self) -> None:
        """Tell what has changed since the last glance."""
        store = self._store
        if store.trouble or store.log.damaged:
            if "damaged" not in self._told:
                state.write(store.folder, damage=store.trouble or store.log.damaged)
            self._say("damaged")
        copies: dict[Notice, str] = {
            "no-backup": store.backup_trouble,
            "no-second-copy": store.second_trouble,
        }
        for notice, trouble in copies.items():
            if trouble:
                self._say(notice)
            elif notice in self._told:
                self._told.discard(notice)
                self.tell("backup-made")

    def _say(self, notice: Notice) -> None:
        if notice not in self._told:
            self._told.add(notice)
            self.tell(notice)


def _nobody(_notice: Notice) -> None:
    """Nobody listens."""
