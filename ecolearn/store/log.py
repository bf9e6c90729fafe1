"""The event log: the only way anything about a learner is written, and the only place that may
say "saved" (RELIABILITY 3.4, 3.5)."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from ecolearn.errors import DiskFull, NotSaved, path_fact
from ecolearn.store import chain, views
from ecolearn.store.clock import Clock
from ecolearn.store.engine import BUSY_MS, Database, touch
from ecolearn.store.events import Event, Fact, make_event
from ecolearn.store.incarnation import Life, living
from ecolearn.store.reserve import Reserve
from ecolearn.store.side import SideJournal, left_behind
from ecolearn.store.trouble import NEEDED, DatabaseBusy, Trouble, trouble_of

log = logging.getLogger(__name__)

Where = Literal["database", "side"]

#: while answers wait in the side journal, a held lock is waited for this long, not 5 s each time
IMPATIENT_MS = 250

_ERRORS = (sqlite3.Error, sa.exc.DBAPIError, OSError, DatabaseBusy)
#: kinds of trouble after which what can be read is perhaps not on the disk
_DISK = ("io", "cannot-open", "read-only", "damaged")
#: kinds of trouble after which a bug, not the disk, is the likelier cause
_OURS = ("other", "conflict")

_PUT_EVENT = """
INSERT INTO event (id, inc, seq, fork, lamport, learner, attempt, kind, item, pkg_hash, wall_ms,
                   tz_min, mono_ms, boot, flags, commit_h, prev_h, h, mac)
VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
_PUT_PAYLOAD = "INSERT INTO payload (event_id, salt, body) VALUES (?, ?, ?)"


class EventLog:
    """Appends facts to the chain of the living incarnation, and keeps the views with it.

    All calls come from one thread at a time.
    """

    def __init__(
        self, database: Database, life: Life, outbox: Path, reserve: Reserve, clock: Clock
    ) -> None:
        self._db = database
        self._life = life
        self._reserve = reserve
        self.clock = clock
        self.outbox = outbox
        self._side = SideJournal(outbox, life.inc)
        #: events of this run that are in the side journal and not yet in the database
        self.waiting: list[Event] = []
        #: set when SQLite said during this run that the file is damaged
        self.damaged = ""
        #: grows when another program has written to the database: what was read may be old
        self.epoch = 0
        self._seen: tuple[sqlite3.Connection, int] | None = None
        #: the disk has failed under the database, and nothing was committed for certain since
        self._in_doubt = False

    # ── saying "saved" ────────────────────────────────────────────────────────────────────────

    def append(self, facts: Sequence[Fact]) -> list[Event]:
        """Write what happened, all of it or nothing, and return it once it cannot be lost.

        Raises `DiskFull` or `NotSaved`; then nothing may be shown as saved.
        """
        events = [make_event(fact, self.clock.moment()) for fact in facts]
        self.acknowledge(events)
        return events

    def acknowledge(self, events: Sequence[Event]) -> Where:
        """Save the events; return where, and only when they survive a power cut.

        That is after COMMIT, or after the line in the side journal (and the file's entry in its
        folder, when new) is flushed. After an error of COMMIT the outcome is unknown: the same
        ids are tried again, and those that are there already stay as they are. Seeing them there
        is not enough: the kernel shows what a failed flush never put on the disk. So after trouble
        with the disk the connection is made anew, and something is written for certain
        (`Database.settle`, `touch`).

        Raises:
            DiskFull: there is no space, the reserve released included.
            NotSaved: neither the database nor the side journal could take them.
        """
        trouble = self._try(events)
        if trouble == "full":
            self._reserve.release()
            trouble = self._try(events)
            if trouble == "full":
                raise self._full()
        elif trouble in _DISK:
            trouble = self._try(events)
            if trouble == "full":
                raise self._full()
        if trouble is None:
            return "database"
        log.warning("database cannot be written (%s): side journal", trouble)
        if trouble == "damaged":
            self.damaged = trouble
        self._to_side(events, trouble)
        return "side"

    def _try(self, events: Sequence[Event]) -> Trouble | None:
        """Commit; return the kind of trouble, if any. A bug rises as what it is."""
        known = self._seen is not None
        try:
            self._commit(events)
        except _ERRORS as error:
            self._seen = None
            trouble = trouble_of(error)
            self._in_doubt = self._in_doubt or trouble in _DISK
            if trouble == "conflict" and known:
                return self._try(events)  # the head of the chain was not what we thought
            if trouble in _OURS:
                raise
            return trouble
        return None

    def _to_side(self, events: Sequence[Event], trouble: Trouble) -> None:
        for event in events:  # a bug shows now, not when everything else waits behind it
            views.rehearse(_happened(event, 0))
        try:
            try:
                self._side.append(events)
            except OSError as error:
                if trouble_of(error) != "full" or not self._reserve.release():
                    raise
                self._side.append(events)
        except OSError as error:
            if trouble_of(error) == "full":
                raise self._full() from error
            raise NotSaved(reason=trouble) from error
        self.waiting.extend(events)

    def _full(self) -> DiskFull:
        return DiskFull(path=path_fact(self._db.path.parent), needed=NEEDED)

    # ── the transaction ───────────────────────────────────────────────────────────────────────

    def _commit(self, events: Sequence[Event]) -> None:
        """Commit the events, after those that wait. In doubt, what is found there already is not
        believed to be on the disk."""
        waiting = self.waiting
        if self._in_doubt:
            self._db.settle()
        with self._db.transaction(IMPATIENT_MS if waiting else BUSY_MS) as connection:
            life = self._head(connection)
            if waiting or self._in_doubt:
                touch(connection)
            for event in (*waiting, *events):
                life = put(connection, life, event)
        self._in_doubt = False
        self._life = life
        if waiting:
            log.info("side journal taken in: %d", len(waiting))
            self.waiting = []
            self._side.discard()

    def _head(self, connection: sqlite3.Connection) -> Life:
        """Return the head of the chain; read again only if another connection has written."""
        version = int(connection.execute("PRAGMA data_version").fetchone()[0])
        if self._seen is None or self._seen[0] is not connection or self._seen[1] != version:
            life = living(connection)
            if life != self._life:
                self.epoch += 1
            self._life = life
            self._seen = (connection, version)
        return self._life

    def forget_head(self) -> None:
        """Read the head of the chain and the views anew before the next act: a merge has written
        past this log."""
        self._seen = None
        self.epoch += 1

    # ── what an earlier run left ──────────────────────────────────────────────────────────────

    def take_in(self, quarantine: Path) -> int:
        """Take in the side journals of earlier runs; return how many events were new.

        Each file in one transaction, then it is deleted. A file that comes twice changes nothing;
        one that cannot be taken in stays, and keeps nobody from starting.
        """
        new = 0
        waiting = left_behind(self.outbox)
        if waiting and self._is_damaged():
            log.error("side journal stays until the database is put right")
            for found in waiting:
                found.leave()
            return 0
        for found in waiting:
            before = self._life.seq
            self._in_doubt = True  # an earlier run had trouble: perhaps with the disk
            try:
                self._commit(found.events)
            except Exception as error:
                self._seen = None
                log.exception("side journal not taken in (%s)", trouble_of(error))
                found.leave()
                continue
            new += self._life.seq - before
            found.done(quarantine)
        return new

    def _is_damaged(self) -> bool:
        """Tell whether what is committed now might be lost with a damaged file. Only the long check
        of SQLite sees that an id is not where a search would find it."""
        try:
            with self._db.reading() as connection:
                if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                    return True
                return any(one.reason in ("changed", "body") for one in chain.verify(connection))
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            return trouble_of(error) in ("damaged", "other")

    @property
    def receipt(self) -> str:
        """The last 8 hex digits of the head of the chain, to be written down (3.6)."""
        return self._life.h.hex()[-8:]

    @property
    def head(self) -> tuple[bytes, int]:
        """The incarnation that is being lived, and the number of its newest event."""
        return self._life.inc, self._life.seq

    @property
    def inc(self) -> bytes:
        """The incarnation that is being lived."""
        return self._life.inc

    def close(self) -> None:
        """Leave the side journal to the next start."""
        self._side.close()


def put(connection: sqlite3.Connection, life: Life, event: Event) -> Life:
    """Add one event to the chain and the views, inside the caller's transaction; return the new
    head. An event that is there already changes nothing."""
    seq, lamport = life.seq + 1, life.lamport + 1
    moment = event.moment
    commit_h = chain.commitment(event.salt, event.body)
    h = chain.link(
        life.h,
        event.id,
        life.inc,
        seq,
        lamport,
        event.learner,
        event.attempt,
        event.kind,
        event.item,
        event.pkg_hash,
        moment,
        commit_h,
    )
    row = (
        event.id,
        life.inc,
        seq,
        lamport,
        event.learner,
        event.attempt,
        event.kind,
        event.item,
        event.pkg_hash,
        moment.wall_ms,
        moment.tz_min,
        moment.mono_ms,
        moment.boot,
        moment.flags,
        commit_h,
        life.h,
        h,
        chain.seal(life.device_key, h),
    )
    if connection.execute(_PUT_EVENT, row).rowcount == 0:
        return life
    connection.execute(_PUT_PAYLOAD, (event.id, event.salt, event.body))
    views.project(connection, _happened(event, lamport))
    return Life(life.inc, life.device_key, seq, h, lamport)


def _happened(event: Event, lamport: int) -> views.Happened:
    return views.Happened(
        event.kind,
        event.learner or b"",
        event.attempt or b"",
        event.item or "",
        event.moment.wall_ms,
        event.moment.mono_ms,
        event.moment.boot,
        event.data,
        views.stamp(lamport, event.id),
    )
