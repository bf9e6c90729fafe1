"""What a file that was set aside still yields: every event that is whole, added to its successor.

Whole means: its hash, its body's hash and, where the key is known, its seal agree. An event that
follows on the chain keeps its number and its links; one behind a gap is chained anew, in the new
incarnation, and marked as recovered.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import struct
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ecolearn.store import chain, incarnation
from ecolearn.store.clock import RECOVERED, Moment
from ecolearn.store.events import Event, read_body
from ecolearn.store.log import put
from ecolearn.store.tables import create_statements

log = logging.getLogger(__name__)

#: the files that belong to a database and must move together; the database itself first
PARTS = ("", "-wal", "-shm", "-journal")

_COLUMNS = (
    "id, inc, seq, lamport, learner, attempt, kind, item, pkg_hash, wall_ms, tz_min, mono_ms, "
    "boot, flags, commit_h, prev_h, h, mac, fork"
)
_LIFE = "inc, place_h, device_key, reason, created_ms"
_H, _FORK, _SALT, _BODY = 16, 18, 19, 20
_PUT_EVENT = f"INSERT INTO event ({_COLUMNS}) VALUES ({', '.join('?' * 19)}) ON CONFLICT DO NOTHING"
_PUT_PAYLOAD = "INSERT INTO payload (event_id, salt, body) VALUES (?, ?, ?)"

#: what a damaged file may answer; the driver cannot even read SQLite's message about a table whose
#: declaration is no text any more
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


@dataclass(slots=True)
class Yield:
    """What was read. `rows` are those whose hashes agree; `complete` tells whether every page
    could be read and every row agreed."""

    rows: list[Any] = field(default_factory=list)
    erased: list[Any] = field(default_factory=list)
    lives: list[Any] = field(default_factory=list)
    pace: list[Any] = field(default_factory=list)
    complete: bool = False
    spoilt: int = 0


def read(damaged: Path) -> Yield:
    """Return what can be read of a database. A copy is read: a journal beside the file is rolled
    back in it, and what was found stays as it was."""
    found = Yield()
    working = damaged.parent / "working"
    try:
        shutil.rmtree(working, ignore_errors=True)
        working.mkdir()
        for part in PARTS:
            if part != "-shm":
                with suppress(FileNotFoundError):
                    shutil.copyfile(f"{damaged}{part}", working / f"{damaged.name}{part}")
        if not _opens(working / damaged.name):
            _declare_anew(working / damaged.name)
        with closing(sqlite3.connect(working / damaged.name)) as source:
            found.lives = _all(source, "incarnation")
            found.erased = _all(source, "erased")
            found.pace = _all(source, "pace")
            _read_events(source, found)
    except (*UNREADABLE, OSError) as error:
        log.warning("damaged file not read: %s", error.__class__.__name__)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return found


def _opens(path: Path) -> bool:
    """Tell whether SQLite understands the declarations of the tables that are read."""
    try:
        with closing(sqlite3.connect(path)) as source:
            for table in _TABLES:
                source.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
    except UNREADABLE:
        return False
    return True


def _declare_anew(path: Path) -> None:
    """Put today's declarations in place of those that one flipped bit makes SQLite refuse, and
    drop what is not read. Should a table have been another, its hashes will not agree."""
    known = {sql.split()[2]: sql for sql in create_statements() if sql.startswith("CREATE TABLE")}
    with suppress(*UNREADABLE), closing(sqlite3.connect(path)) as source:
        source.execute("PRAGMA writable_schema=ON")  # which also lets SQLite go on after an error
        for table in _TABLES:
            source.execute(
                "UPDATE sqlite_master SET type = 'table', name = ?1, tbl_name = ?1, sql = ?2 "
                "WHERE sql IS NOT NULL AND (type = 'table' AND ?1 IN (name, tbl_name) "
                "OR CAST(sql AS BLOB) LIKE 'CREATE TABLE ' || ?1 || ' (%')",
                (table, known[table]),
            )
        names = ", ".join("?" * len(_TABLES))
        source.execute(f"DELETE FROM sqlite_master WHERE tbl_name NOT IN ({names})", _TABLES)
        source.execute("DELETE FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'table'")
        source.commit()


#: columns and their types: a damaged page knows no STRICT and no NOT NULL
_TYPES: dict[str, dict[str, type]] = {
    "incarnation": {
        "inc": bytes,
        "place_h": bytes,
        "device_key": bytes,
        "reason": str,
        "created_ms": int,
    },
    "erased": {"learner": bytes, "at_ms": int},
    "pace": {"attempt": bytes, "elapsed_ms": int},
}

_TABLES = ("event", "payload", *_TYPES)


def _all(source: sqlite3.Connection, table: str) -> list[Any]:
    rows: list[Any] = []
    types = _TYPES[table]
    order = " ORDER BY ord" if table == "incarnation" else ""
    with suppress(*UNREADABLE):
        for row in source.execute(f"SELECT {', '.join(types)} FROM {table}{order}"):
            if all(isinstance(one, kind) for one, kind in zip(row, types.values(), strict=True)):
                rows.append(row)  # what came before an error stays
    return rows


def _read_events(source: sqlite3.Connection, found: Yield) -> None:
    """Row after row, and never by searching for a key: one flipped bit in an id leads a search past
    all that lie behind it. Only what lies between two pages that cannot be read is searched for."""
    keys = {row[0]: row[2] for row in found.lives}
    erased = {row[0] for row in found.erased}
    events, all_events = _from_both_ends(source, _COLUMNS, "event", "id")
    payloads, all_bodies = _from_both_ends(source, "event_id, salt, body", "payload", "event_id")
    bodies = {row[0]: row[1:] for row in payloads}
    if not all_events:
        events += _between(source, {row[0] for row in events})
    whole: set[bytes] = set()
    for row in events:
        if row[0] in whole:
            continue
        salt, body = bodies.get(row[0]) or _body(source, row[0], look=not all_bodies)
        if _judge((*row, salt, body), keys, erased, found):
            whole.add(row[0])
    found.complete = all_events and all_bodies and not found.spoilt


def _from_both_ends(
    source: sqlite3.Connection, columns: str, table: str, key: str
) -> tuple[list[Any], bool]:
    """Return the rows of a table from its first page on and, where a page cannot be read, from its
    last page back; and whether all pages could be read."""
    rows: list[Any] = []
    sql = f"SELECT {columns} FROM {table}"
    try:
        for row in source.execute(sql):
            rows.append(row)  # what came before an error stays
        return rows, True
    except UNREADABLE as error:
        log.warning("damaged file read up to a point: %s", error.__class__.__name__)
    seen = {row[0] for row in rows}
    with suppress(*UNREADABLE):
        for row in source.execute(f"{sql} ORDER BY {key} DESC"):
            if row[0] in seen:
                break
            rows.append(row)
    return rows, False


def _between(source: sqlite3.Connection, seen: set[Any]) -> list[Any]:
    """Return the events that only the numbers and the bodies still name."""
    rows = []
    named: dict[Any, None] = {}
    for sql in ("SELECT id FROM event ORDER BY inc, seq, fork", "SELECT event_id FROM payload"):
        with suppress(*UNREADABLE):
            for row in source.execute(sql):
                named[row[0]] = None
    for event_id in named:
        if event_id not in seen:
            with suppress(*UNREADABLE):
                sql = f"SELECT {_COLUMNS} FROM event WHERE id = ?"
                rows += source.execute(sql, (event_id,)).fetchall()
    return rows


def _body(source: sqlite3.Connection, event_id: Any, *, look: bool) -> tuple[Any, Any]:
    if look:
        with suppress(*UNREADABLE):
            sql = "SELECT salt, body FROM payload WHERE event_id = ?"
            return source.execute(sql, (event_id,)).fetchone() or (None, None)
    return None, None


def _judge(row: Any, keys: dict[bytes, bytes], erased: set[bytes], found: Yield) -> bool:
    """Take a row in if it is whole; tell whether it is."""
    if not isinstance(row[_FORK], int):  # no hash covers it
        row = (*row[:_FORK], 0, *row[_FORK + 1 :])
    if not _is_whole(row, keys.get(row[1], b""), row[4] in erased):
        found.spoilt += 1
        return False
    found.rows.append(row)
    return True


def _is_whole(row: Any, key: bytes, may_be_empty: bool) -> bool:
    event_id, inc, seq, lamport, learner, attempt, kind, item, pkg_hash = row[:9]
    commit_h, prev_h, h, mac, _fork, salt, body = row[14:]
    try:
        moment = Moment(*row[9:14])
        real = chain.link(
            prev_h,
            event_id,
            inc,
            seq,
            lamport,
            learner,
            attempt,
            kind,
            item,
            pkg_hash,
            moment,
            commit_h,
        )
        if real != h or (key and chain.seal(key, h) != mac):
            return False
        if body is None:
            return may_be_empty
        read_body(body)
        return bool(chain.commitment(salt, body) == commit_h)
    except (TypeError, ValueError, AttributeError, struct.error):
        return False


# ── adding it ─────────────────────────────────────────────────────────────────────────────────


def add(connection: sqlite3.Connection, found: Yield, place: bytes, *, events: bool = True) -> int:
    """Add what was read to the database of `connection`, begin its new incarnation, return how
    many events were new. Inside the caller's transaction; the views are made anew afterwards.

    Without `events` only erasures are taken over: nobody who was erased comes back.
    """
    for row in found.erased:
        connection.execute(
            "INSERT INTO erased (learner, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING", row
        )
    connection.execute(
        "DELETE FROM payload WHERE event_id IN "
        "(SELECT e.id FROM event AS e JOIN erased AS x ON x.learner = e.learner)"
    )
    loose: list[Any] = []
    added = 0
    if events:
        added, loose = _follow_on(connection, found)
        for attempt, elapsed_ms in found.pace:
            connection.execute(
                "INSERT INTO pace (attempt, elapsed_ms) VALUES (?, ?) "
                "ON CONFLICT (attempt) DO UPDATE "
                "SET elapsed_ms = max(elapsed_ms, excluded.elapsed_ms)",
                (attempt, elapsed_ms),
            )
    incarnation.begin(connection, place, "restored")
    life = incarnation.living(connection)
    for row in loose:
        life = put(connection, life, _again(row))
    return added + len(loose)


def _follow_on(connection: sqlite3.Connection, found: Yield) -> tuple[int, list[Any]]:
    """Add the events that go on where a chain ends here, and those of other PCs, whose chains are
    not kept here; return how many, and the others."""
    known = {row[0] for row in connection.execute("SELECT id FROM event")}
    lives = {row[0] for row in connection.execute("SELECT inc FROM incarnation")}
    own = lives | {life[0] for life in found.lives}
    erased = {row[0] for row in connection.execute("SELECT learner FROM erased")}
    heads = _heads(connection)
    added, loose, highest = 0, [], 0
    for row in sorted(found.rows, key=lambda one: one[1:3]):
        event_id, inc, seq = row[:3]
        if event_id in known:
            continue
        bare = row[_BODY] is None or row[4] in erased
        if inc in own and row[_FORK] == 0:
            if heads.get(inc, (0, chain.first_link(inc))) != (seq - 1, row[15]):
                if not bare:
                    loose.append(row)
                continue
            if inc not in lives:
                _add_life(connection, found, inc)
                lives.add(inc)
            heads[inc] = (seq, row[_H])
        else:
            highest = max(highest, row[3])
        if connection.execute(_PUT_EVENT, row[: _FORK + 1]).rowcount:
            added += 1
            if not bare:
                connection.execute(_PUT_PAYLOAD, (event_id, row[_SALT], row[_BODY]))
    if highest:
        connection.execute(
            "INSERT INTO meta (key, value) VALUES ('lamport', ?) ON CONFLICT (key) DO UPDATE "
            "SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
            (str(highest),),
        )
    return added, loose


def _heads(connection: sqlite3.Connection) -> dict[bytes, tuple[int, bytes]]:
    rows = connection.execute(
        "SELECT e.inc, e.seq, e.h FROM event AS e WHERE e.fork = 0 AND e.seq = "
        "(SELECT max(seq) FROM event WHERE inc = e.inc AND fork = 0)"
    )
    return {inc: (seq, h) for inc, seq, h in rows}


def _add_life(connection: sqlite3.Connection, found: Yield, inc: bytes) -> None:
    for life in found.lives:
        if life[0] == inc:
            connection.execute(
                "INSERT INTO incarnation (inc, ord, place_h, device_key, reason, created_ms) "
                "SELECT ?, 1 + coalesce(max(ord), 0), ?, ?, ?, ? FROM incarnation",
                life,
            )


def _again(row: Any) -> Event:
    moment = Moment(*row[9:14])
    moment = replace(moment, flags=moment.flags | RECOVERED)
    return Event(
        row[0],
        row[6],
        row[4],
        row[5],
        row[7],
        row[8],
        moment,
        row[_SALT],
        row[_BODY],
        read_body(row[_BODY]),
    )


def missing(connection: sqlite3.Connection, found: Yield) -> int:
    """Return how many numbers, up to the highest one of each chain, came from nowhere."""
    have: dict[bytes, set[int]] = {}
    own = {row[0] for row in connection.execute("SELECT inc FROM incarnation")}
    own |= {life[0] for life in found.lives}
    for inc, seq in connection.execute("SELECT inc, seq FROM event"):
        have.setdefault(inc, set()).add(seq)
    for row in found.rows:
        have.setdefault(row[1], set()).add(row[2])
    have = {inc: numbers for inc, numbers in have.items() if inc in own}
    return sum(max(numbers) - len(numbers) for numbers in have.values())
