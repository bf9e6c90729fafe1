"""Getting back to work after the file was damaged, without deleting anything (RELIABILITY 3.7).

Nothing here runs by itself: somebody asks for it, after `DamagedDatabase` was told. Steps: the
damaged files go to quarantine together; the newest good copy becomes the new file; what the
damaged file still yields whole, and the side journals, are added; views are made anew.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import struct
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ecolearn import paths
from ecolearn.store import chain, incarnation, schema, views
from ecolearn.store.backup import good_backups
from ecolearn.store.clock import RECOVERED, Moment
from ecolearn.store.engine import Database
from ecolearn.store.events import Event, read_body
from ecolearn.store.log import put
from ecolearn.store.places import sync_folder

log = logging.getLogger(__name__)

#: the files that belong to a database and must move together
_PARTS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was done: where the damaged files are, which copy was used ("" = none: begun empty),
    how many events it had, how many more were saved from the damaged file, and the longest span
    (events of the damaged file's chain that came from nowhere; 0 = none known to be missing)."""

    quarantine: Path
    backup: str
    restored: int
    rescued: int
    missing: int


def recover(folder: Path) -> Recovered:
    """Put the database of `folder` right; the store must be closed. Open it afterwards as usual:
    side journals are taken in then.

    Raises `OSError` or `sqlite3.Error` if that does not work; the damaged files stay in quarantine.
    """
    path = paths.database(folder)
    damaged = to_quarantine(path, folder / "quarantine")
    copy = next(good_backups(folder / "backups"), None)
    partial = path.with_name("eco.restoring")
    for part in _PARTS:
        Path(f"{partial}{part}").unlink(missing_ok=True)
    if copy is not None:
        shutil.copyfile(copy, partial)
    database = Database(partial, "truncate")
    try:
        with database.transaction() as connection:
            if copy is None:
                schema.create(connection)
            restored = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
            incarnation.begin(connection, incarnation.place_of(path), "restored")
            rescued, missing = _rescue(connection, damaged)
            views.rebuild(connection)
    finally:
        database.close()
    Path(f"{partial}-journal").unlink(missing_ok=True)
    handle = os.open(partial, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    partial.replace(path)
    sync_folder(folder)
    log.warning("database recovered: %d events restored, %d rescued", restored, rescued)
    return Recovered(damaged.parent, copy.name if copy else "", restored, rescued, missing)


def to_quarantine(path: Path, quarantine: Path) -> Path:
    """Move a database and its journals to a folder of their own; return the new path."""
    place = quarantine / f"{path.stem}-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**6}"
    place.mkdir(parents=True)
    for part in _PARTS[::-1]:
        with suppress(FileNotFoundError):
            Path(f"{path}{part}").replace(place / f"{path.name}{part}")
    sync_folder(place)
    sync_folder(path.parent)
    return place / path.name


_WHOLE = """
SELECT e.id, e.inc, e.seq, e.lamport, e.learner, e.attempt, e.kind, e.item, e.pkg_hash,
       e.wall_ms, e.tz_min, e.mono_ms, e.boot, e.flags, e.commit_h, e.prev_h, e.h, p.salt, p.body
FROM event AS e JOIN payload AS p ON p.event_id = e.id WHERE e.id > ? ORDER BY e.id LIMIT 1
"""


def _rescue(connection: sqlite3.Connection, damaged: Path) -> tuple[int, int]:
    """Add the events of the damaged file that are whole and not there yet, as events of the new
    incarnation; return how many, and how many of its chain's numbers are missing."""
    found: list[tuple[bytes, int, Event]] = []
    working = damaged.parent / "working"
    try:
        # a copy: a journal beside the file is rolled back in it, what was found stays as it was
        working.mkdir()
        for part in _PARTS:
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{damaged}{part}", working / f"{damaged.name}{part}")
        with closing(sqlite3.connect(working / damaged.name)) as source:
            last = b""
            while row := source.execute(_WHOLE, (last,)).fetchone():
                last = row[0]
                if event := _whole(row):
                    found.append((row[1], row[2], event))
    except sqlite3.Error as error:
        log.warning("damaged file read up to a point: %s", error)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    known = {row[0] for row in connection.execute("SELECT id FROM event")}
    life = incarnation.living(connection)
    rescued = 0
    for _, _, event in sorted(found, key=lambda one: one[:2]):
        if event.id not in known:
            life = put(connection, life, event)
            rescued += 1
    return rescued, _gaps(connection, found)


def _whole(row: Any) -> Event | None:
    """Return the event of a row whose hashes agree, marked as recovered; else None."""
    event_id, inc, seq, lamport, learner, attempt, kind, item, pkg_hash = row[:9]
    commit_h, prev_h, h, salt, body = row[14:]
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
        if real != h or chain.commitment(salt, body) != commit_h:
            return None
        moment = replace(moment, flags=moment.flags | RECOVERED)
        data = read_body(body)
    except (TypeError, ValueError, AttributeError, struct.error):
        return None
    return Event(event_id, kind, learner, attempt, item, pkg_hash, moment, salt, body, data)


def _gaps(connection: sqlite3.Connection, found: list[tuple[bytes, int, Event]]) -> int:
    """Return how many numbers up to the highest one seen came from nowhere."""
    have: dict[bytes, set[int]] = {}
    for inc, seq in connection.execute("SELECT inc, seq FROM event"):
        have.setdefault(inc, set()).add(seq)
    for inc, seq, _ in found:
        have.setdefault(inc, set()).add(seq)
    return sum(max(numbers) - len(numbers) for numbers in have.values())
