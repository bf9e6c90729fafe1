"""Whose work is open where: one row per learner, so that a second program can say so (3.3).

A lease is only a notice. Two programs that write for one learner stay correct without it.
"""

from __future__ import annotations

import os

from ecolearn.store.clock import Clock
from ecolearn.store.store import Store

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
        self._holder = os.urandom(16)

    def take(self, learner: bytes) -> None:
        """Take or renew the lease, unless another living program has it."""
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
                "SELECT 1 FROM lease WHERE learner = ? AND holder <> ? AND boot = ? "
                "AND until_ms >= ?",
                (learner, self._holder, moment.boot, moment.mono_ms),
            ).fetchone()
        return row is not None
