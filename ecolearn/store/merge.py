"""Bundles into the database: the union of events by id, each whole or not at all (RELIABILITY 3.9).

What enters is what verifies: an envelope whose hash is that of its fields, a payload that is what
its envelope committed to. So the result is the same in any order and however often. An event that
does not verify stays out and is told as `changed`; a good copy may come later. Payloads of erased
learners do not come back.

One fact may have been chained twice: by a recovery behind a gap, or by two clones that took in the
same side journal. It stays one event, with the later of its seats; the others are noted, so that
no chain seems to have a gap there (`chains.note_seat`).

`fork` says which of several events of one (incarnation, number) came first *here*; it is no fact,
and neither views nor reports look at it.
"""

from __future__ import annotations

import gc
import logging
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa
from msgspec.structs import astuple

from ecolearn.store import chain, views
from ecolearn.store.bulk import Fold
from ecolearn.store.bundles import Bundle, Line, body_of
from ecolearn.store.chains import Chain, note_changed, note_seat, stored_chain
from ecolearn.store.clock import Moment
from ecolearn.store.events import read_body
from ecolearn.store.store import Store
from ecolearn.store.trouble import DatabaseBusy
from ecolearn.store.views import Happened, stamp

log = logging.getLogger(__name__)

#: pages kept in memory while bundles are merged, in KiB (a negative number for SQLite)
_CACHE_KIB = 64 * 1024

_COLUMNS = (
    "inc, id, seq, lamport, learner, attempt, kind, item, pkg_hash, wall_ms, tz_min, mono_ms, "
    "boot, flags, commit_h, prev_h, h, mac, fork"
)
_PUT_EVENT = f"INSERT OR IGNORE INTO event ({_COLUMNS}) VALUES ({', '.join('?' * 19)})"
_UNREADABLE = (
    "INSERT OR IGNORE INTO damaged (event_id, reason, found_ms) VALUES (?, 'unreadable', 0)"
)
_PUT_PAYLOAD = "INSERT OR IGNORE INTO payload (event_id, salt, body) VALUES (?, ?, ?)"


class Checked(NamedTuple):
    """A line whose hashes were looked at. `row` is that of `_PUT_EVENT`, without `fork`; `payload`
    is None if there is none, or it is not what was committed to."""

    row: tuple[Any, ...]
    payload: tuple[bytes, bytes, bytes] | None
    #: None if the payload says nothing a view could read
    happened: Happened | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bundle whose events were checked: those that verify, and (incarnation, number) of those
    that do not."""

    incs: tuple[bytes, ...]
    events: int
    good: list[Checked]
    bad: list[tuple[bytes, int]]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a bundle brought: events in it, events and payloads that were new, events that do not
    verify, learners it is about, and its chains as they are known now."""

    events: int
    new: int
    payloads: int
    refused: int
    learners: int
    chains: tuple[Chain, ...]


# ── checking, which needs no database ─────────────────────────────────────────────────────────


def prepare(bundle: Bundle) -> Prepared:
    """Return the bundle ready to be merged."""
    return Prepared(bundle.incs, len(bundle.lines), *check(bundle))


def check(bundle: Bundle) -> tuple[list[Checked], list[tuple[bytes, int]]]:
    """Return the events that verify, and (incarnation, number) of those that do not."""
    good: list[Checked] = []
    bad: list[tuple[bytes, int]] = []
    for line in bundle.lines:
        inc = bundle.incs[line.inc]
        moment = Moment(line.wall_ms, line.tz_min, line.mono_ms, line.boot, line.flags)
        try:
            real = chain.link(
                line.prev_h,
                line.id,
                inc,
                line.seq,
                line.lamport,
                line.learner,
                line.attempt,
                line.kind,
                line.item,
                line.pkg_hash,
                moment,
                line.commit_h,
            )
        except (struct.error, UnicodeEncodeError):
            real = b""
        if real != line.h:
            bad.append((inc, line.seq))
            continue
        payload, happened, sound = _payload(line)
        if not sound:
            bad.append((inc, line.seq))
        good.append(Checked((inc, *astuple(line)[1:18]), payload, happened))
    return good, bad


def _payload(line: Line) -> tuple[tuple[bytes, bytes, bytes] | None, Happened | None, bool]:
    """Return the payload, what happened, and whether the payload is what was committed to."""
    raw = body_of(line)
    if raw is None or line.salt is None:
        return None, None, True
    if chain.commitment(line.salt, raw) != line.commit_h:
        return None, None, False
    try:
        body = read_body(raw)
    except (ValueError, RecursionError):
        return (line.id, line.salt, raw), None, True
    happened = Happened(
        line.kind,
        line.learner or b"",
        line.attempt or b"",
        line.item or "",
        line.wall_ms,
        line.mono_ms,
        line.boot,
        body,
        stamp(line.lamport, line.id),
    )
    return (line.id, line.salt, raw), happened, True


# ── merging ───────────────────────────────────────────────────────────────────────────────────


def merge(store: Store, bundle: Bundle) -> Merged:
    """Take a bundle in, all of it or nothing; on the thread that writes.

    Raises what SQLite raises; then nothing was taken in.
    """
    (merged,) = merge_all(store, [prepare(bundle)])
    return merged


def merge_all(store: Store, bundles: Sequence[Prepared]) -> list[Merged]:
    """Take in several bundles in one transaction, a savepoint for each; on the thread that writes.

    Their events lie between each other in time, so each commit writes nearly every page again:
    fewer commits are worth more than anything else here. Raises what SQLite raises; then none of
    them was taken in.
    """
    merged = []
    try:
        with store.database.transaction() as connection:
            for bundle in bundles:
                connection.execute("SAVEPOINT bundle")
                try:
                    one = _merge(connection, bundle, careful=False)
                except _Again:
                    connection.execute("ROLLBACK TO bundle")
                    one = _merge(connection, bundle, careful=True)
                connection.execute("RELEASE bundle")
                merged.append(one)
    finally:
        store.log.forget_head()
    for one in merged:
        log.info("bundle merged: %d events, %d new, %d refused", one.events, one.new, one.refused)
    return merged


@contextmanager
def in_bulk(store: Store) -> Iterator[None]:
    """Make room for merging many bundles: pages stay in memory from one to the next, and the
    garbage collector is held back. Tens of thousands of new rows that live until the commit make
    it look at all of them again and again, which costs a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    _, driver = store.database.writer()
    pages = driver.execute("PRAGMA cache_size").fetchone()[0]
    driver.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        with suppress(sqlite3.Error, sa.exc.SQLAlchemyError, DatabaseBusy):
            _, driver = store.database.writer()  # perhaps a new one, after trouble
            driver.execute(f"PRAGMA cache_size={pages}")


class _Again(Exception):
    """An id of the bundle is in the database under another incarnation: look at each."""


def _merge(connection: sqlite3.Connection, bundle: Prepared, *, careful: bool) -> Merged:
    known = _Known(connection, bundle.incs)
    good = bundle.good
    new, seats, bad_here = known.sort_out(good, careful)
    bad = bundle.bad + bad_here
    if _put_events(connection, new) != len(new):
        raise _Again
    payloads = _put_payloads(connection, known, good)
    if _put_seats(connection, known, seats):
        views.rebuild(connection)  # an event moved in time, which happens once in a school year
    for inc, seq in bad:
        if inc not in known.own:  # nobody else can say that of our own chain
            note_changed(connection, inc, seq)
    _note_lamport(connection, new)
    chains = tuple(stored_chain(connection, inc) for inc in sorted(set(bundle.incs)))
    learners = {one.row[4] for one in good if one.row[4] is not None}
    return Merged(bundle.events, len(new), payloads, len(bad), len(learners), chains)


class _Known:
    """What the database has of the incarnations of a bundle."""

    def __init__(self, connection: sqlite3.Connection, incs: Iterable[bytes]) -> None:
        self._connection = connection
        #: (incarnation, number) → how many events it has
        self.taken: dict[tuple[bytes, int], int] = {}
        self.own = dict(connection.execute("SELECT inc, device_key FROM incarnation"))
        self.erased = {row[0] for row in connection.execute("SELECT learner FROM erased")}
        self.damaged = {row[0] for row in connection.execute("SELECT event_id FROM damaged")}
        #: ids that had a payload before this bundle
        self.told: set[bytes] = set()
        self.links: dict[bytes, bytes] = {}
        #: what is about to be added, by id
        self.coming: dict[bytes, tuple[Any, ...]] = {}
        #: the newest event of each of our own incarnations: its number and hash
        self.heads: dict[bytes, tuple[int, bytes]] = {}
        for inc in set(incs):
            self._look(inc)

    def _look(self, inc: bytes) -> None:
        rows = self._connection.execute(
            "SELECT e.id, e.seq, e.fork, e.h, p.event_id IS NOT NULL FROM event AS e "
            "LEFT JOIN payload AS p ON p.event_id = e.id WHERE e.inc = ? ORDER BY e.seq",
            (inc,),
        )
        head = (0, chain.first_link(inc))
        for event_id, seq, fork, h, told in rows:
            place = (inc, seq)
            self.taken[place] = max(self.taken.get(place, 0), fork + 1)
            self.links[event_id] = h
            if told:
                self.told.add(event_id)
            if fork == 0:
                head = (seq, h)
        self.heads[inc] = head

    def sort_out(
        self, good: list[Checked], careful: bool
    ) -> tuple[list[tuple[Any, ...]], list[Checked], list[tuple[bytes, int]]]:
        """Return the rows that are new, in the order of their ids, `fork` included; the events that
        are known with another seat; and (incarnation, number) of those that say something else
        under an id that is known.

        `careful` looks for each id in the whole database, not only in these incarnations.
        """
        elsewhere = self._elsewhere(good) if careful else {}
        seats: list[Checked] = []
        bad: list[tuple[bytes, int]] = []
        for one in good:  # in the order of numbers, so that our own chain may grow by it
            row = one.row
            inc, event_id, seq, row_h = row[0], row[1], row[2], row[16]
            h = self.links.get(event_id) or elsewhere.get(event_id)
            key = self.own.get(inc)
            if h == row_h:
                continue
            if key is not None and chain.seal(key, row_h) != row[17]:
                bad.append((inc, seq))  # under our name, not by us
            elif h is None:
                self.links[event_id] = row_h
                self.coming[event_id] = (*row, self.fork(inc, seq, row[15], row_h))
            elif self.is_same_fact(row):
                seats.append(one)
            else:
                bad.append((inc, seq))
        return sorted(self.coming.values(), key=itemgetter(1)), seats, bad

    def stored(self, event_id: bytes) -> tuple[Any, ...]:
        """Return the row of an event that is here, or about to be."""
        found = self.coming.get(event_id)
        if found is None:
            sql = f"SELECT {_COLUMNS} FROM event WHERE id = ?"
            found = self._connection.execute(sql, (event_id,)).fetchone()
        assert found is not None
        return found

    def is_same_fact(self, row: tuple[Any, ...]) -> bool:
        """Tell whether the event that is here says the same, only at another place of a chain."""
        other = self.stored(row[1])
        return other[4:13] == row[4:13] and other[14] == row[14]

    def fork(self, inc: bytes, seq: int, prev_h: bytes, h: bytes) -> int:
        """Return the place of a new event among those of its number."""
        place = (inc, seq)
        fork = self.taken.get(place, 0)
        if inc in self.own and fork == 0:
            # only what follows on lengthens the chain that is being lived
            if self.heads[inc] == (seq - 1, prev_h):
                self.heads[inc] = (seq, h)
            else:
                fork = 1
        self.taken[place] = fork + 1
        return fork

    def _elsewhere(self, good: list[Checked]) -> dict[bytes, bytes]:
        """Return the hashes of ids of the bundle that the database has under other incarnations."""
        hashes: dict[bytes, bytes] = {}
        for event_id in {one.row[1] for one in good if one.row[1] not in self.links}:
            row = self._connection.execute(
                "SELECT h FROM event WHERE id = ?", (event_id,)
            ).fetchone()
            if row:
                hashes[event_id] = row[0]
        return hashes


def _put_events(connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> int:
    return connection.executemany(_PUT_EVENT, rows).rowcount if rows else 0


def _put_payloads(connection: sqlite3.Connection, known: _Known, good: list[Checked]) -> int:
    """Add the payloads that are new and not erased, and what they change in the views."""
    fold = Fold()
    rows = []
    unreadable = []
    for one in good:
        event_id, learner, h = one.row[1], one.row[4], one.row[16]
        if (
            one.payload is None
            or event_id in known.told
            or learner in known.erased
            or known.links.get(event_id) != h
        ):
            continue
        known.told.add(event_id)
        rows.append(one.payload)
        if event_id in known.damaged:
            continue
        if one.happened is None or not fold.add(one.happened):
            unreadable.append((event_id,))
    rows.sort(key=itemgetter(0))
    connection.executemany(_PUT_PAYLOAD, rows)
    # kept as it is; the views leave it out, also when they are made anew
    connection.executemany(_UNREADABLE, unreadable)
    fold.write(connection)
    return len(rows)


def _put_seats(connection: sqlite3.Connection, known: _Known, seats: list[Checked]) -> bool:
    """Give each of these events the seat that comes last, whichever came here first, and note the
    other; tell whether the views must be made anew. Our own chain keeps what it has."""
    changed = False
    for one in seats:
        row, event_id = one.row, one.row[1]
        here = known.stored(event_id)
        if here[0] not in known.own and (row[0] in known.own or _order(row) > _order(here)):
            fork = known.fork(row[0], row[2], row[15], row[16])
            # REPLACE asks no trigger: what is said stays, only its place is another
            connection.execute(_PUT_EVENT.replace("IGNORE", "REPLACE"), (*row, fork))
            known.coming[event_id] = (*row, fork)
            _note_lamport(connection, [row])
            row, changed = here, True
        note_seat(connection, row[0], row[2], event_id, row[15], row[16])
        if one.payload and event_id not in known.told and row[4] not in known.erased:
            connection.execute(_PUT_PAYLOAD, one.payload)
            if one.happened is None:
                connection.execute(_UNREADABLE, (event_id,))
            known.told.add(event_id)
            changed = True
    return changed


def _order(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what seats are compared by: logical time first."""
    return row[3], row[0], row[2], row[16]


def _note_lamport(connection: sqlite3.Connection, new: list[tuple[Any, ...]]) -> None:
    """Remember the highest logical time that came, so that what is written next is later."""
    if not new:
        return
    highest = max(row[3] for row in new)
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('lamport', ?) ON CONFLICT (key) DO UPDATE SET "
        "value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
        (str(highest),),
    )
