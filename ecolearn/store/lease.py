"""Whose work is open where: one row per learner, so that a second program can say so (3.3).

A lease is only a notice. Two programs that write for one learner stay correct without it. Its
holder is a process, so that one that was killed is not taken for another window.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress

from ecolearn.errors import EcoLearnError
from ecolearn.store.clock import Clock
from ecolearn.store.processes import is_alive, started_at
from ecolearn.store.store import Store

#: process id, start of the process, and what tells two holders in one process apart
_HOLDER = struct.Struct(">IQ4s")
#: renewed every 5 to 10 s; after this many milliseconds without that it is void
VALID_MS = 25_000

_TAKE = """
INSERT INTO lease (learner, holder, boot, until_ms) VALUES (?, ?, ?, ?)
ON CONFLICT (learner) DO UPDATE
SET holder = excluded.holder, boot = excluded.boot, until_ms = excluded.until_ms
WHERE lease.holder = excluded.holder OR lease.boot <> excluded.boot OR lease.until_ms < ?
"""


class Leases:
    """The leases that this program takes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._clock: Clock = store.clock
        self._holder = _HOLDER.pack(os.getpid(), started_at(os.getpid()) or 0, os.urandom(4))
        self._looked: set[bytes] = set()

    def take(self, learner: bytes) -> None:
        """Take or renew the lease, unless another living program has it."""
        if learner not in self._looked:  # once: what is left by a dead one is not renewed
            self._looked.add(learner)
            self._forget_the_dead(learner)
        moment = self._clock.moment()
        until = moment.mono_ms + VALID_MS
        row = (learner, self._holder, moment.boot, until, moment.mono_ms)
        self._store.note(_TAKE, row)

    def release(self) -> None:
        """Give all leases back: the program ends, and the next need not wait for them."""
        self._store.note("DELETE FROM lease WHERE holder = ?", (self._holder,))

    def elsewhere(self, learner: bytes) -> bool:
        """Tell whether another program on this PC has the learner's work open."""
        moment = self._clock.moment()
        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT holder FROM lease WHERE learner = ? AND holder <> ? AND boot = ? "
                "AND until_ms >= ?",
                (learner, self._holder, moment.boot, moment.mono_ms),
            ).fetchone()
        return row is not None and _lives(row[0])

    def _forget_the_dead(self, learner: bytes) -> None:
        row = None
        with suppress(EcoLearnError), self._store.reading() as connection:
            row = connection.execute(
                "SELECT holder FROM lease WHERE learner = ?", (learner,)
            ).fetchone()
        if row is not None and not _lives(row[0]):
            sql = "DELETE FROM lease WHERE learner = ? AND holder = ?"
            self._store.note(sql, (learner, row[0]))


def _lives(holder: bytes) -> bool:
    """Tell whether the process that holds a lease is there; of this boot, says the caller."""
    if len(holder) != _HOLDER.size:
        return False
    pid, started, _ = _HOLDER.unpack(holder)
    return is_alive(pid, started)
