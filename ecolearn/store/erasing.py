"""Erasing a learner on this PC: what was answered, written and called goes, from the database and
from its copies; that something happened stays in the chain (RELIABILITY 3.12).

The learner's id is kept in `erased`, so that no copy and no bundle brings anything back. That note
does not travel: an unsigned bundle must not be able to erase a classmate (decision 7), so erasing
is done on each PC. Bundles on sticks and files set aside in quarantine are the teacher's to delete.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ecolearn import paths
from ecolearn.errors import DamagedDatabase, path_fact
from ecolearn.store import schema, state, views
from ecolearn.store.backup import backups, trouble_in
from ecolearn.store.places import sync_folder
from ecolearn.store.recovery import claim
from ecolearn.store.second import second_folder
from ecolearn.store.store import Store
from ecolearn.store.tables import SCHEMA, VIEW_CLASSES
from ecolearn.store.trouble import DatabaseBusy, known

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """A learner of whom something is kept. `events` counts what can still be read."""

    learner: bytes
    name: str
    removed: bool
    events: int


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased: events of the database, copies that were written anew, and files that
    nobody but a person may delete and that may still hold something."""

    events: int
    copies: int
    left: tuple[Path, ...]


_KNOWN = """
SELECT e.learner, coalesce(l.name, ''), coalesce(l.removed, 0), count(p.event_id)
FROM event AS e LEFT JOIN payload AS p ON p.event_id = e.id
LEFT JOIN learner AS l ON l.learner = e.learner
WHERE e.learner IS NOT NULL GROUP BY e.learner HAVING count(p.event_id) OR l.name
"""


def learners(store: Store) -> list[Known]:
    """Return everybody of whom something is kept, hidden profiles too, by name."""
    with store.reading() as connection:
        rows = connection.execute(_KNOWN).fetchall()
    found = [Known(learner, name, bool(removed), count) for learner, name, removed, count in rows]
    return sorted(found, key=lambda one: (one.name, one.learner))


def erase(folder: Path, learner: bytes) -> Gone:
    """Erase a learner; the store must be closed. May be repeated: it finishes what a power cut
    interrupted.

    Raises:
        DatabaseBusy: EcoLearn is open.
        DamagedDatabase: a copy does not pass its checks; it is as it was.
        OSError, EcoLearnError: it did not work; try again.
    """
    try:
        return _erase(folder, learner)
    except sqlite3.Error as error:
        raise known(error, paths.database(folder)) from error


def _erase(folder: Path, learner: bytes) -> Gone:
    _take_in(folder)
    alone = claim(folder)
    try:
        events = _erase_in(paths.database(folder), learner)
        second = second_folder(folder)
        copies = 0
        for place in (folder / "backups", second):
            for copy in backups(place) if place is not None else ():
                copies += _erase_in_copy(copy, learner)
    finally:
        alone.release()
    log.info("erased: %d events, %d copies", events, copies)
    quarantine = folder / "quarantine"
    left = sorted(quarantine.iterdir()) if quarantine.is_dir() else []
    return Gone(events, copies, tuple(left))


def _take_in(folder: Path) -> None:
    """Bring what lies in side journals into the database, so that it is erased there."""
    store = Store(folder)
    waiting = any(store.outbox.glob("side-*.jsonl"))
    store.close()
    if waiting:
        raise DatabaseBusy(path=path_fact(store.path), reason="side-journal")


def _erase_in(path: Path, learner: bytes) -> int:
    """Erase in a database or copy; return how many events could be read until now."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
        for pragma in ("secure_delete=ON", "synchronous=EXTRA", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        version = schema.read_versions(connection).version
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO erased (learner, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (learner, state.now_ms()),
        )
        mine = "(SELECT id FROM event WHERE learner = ?)"
        done = connection.execute(f"DELETE FROM payload WHERE event_id IN {mine}", (learner,))
        attempts = "(SELECT attempt FROM event WHERE learner = ? AND attempt IS NOT NULL)"
        connection.execute(f"DELETE FROM pace WHERE attempt IN {attempts}", (learner,))
        connection.execute("DELETE FROM lease WHERE learner = ?", (learner,))
        if version == SCHEMA:
            views.rebuild(connection)
        else:
            _empty_views(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return done.rowcount


def _empty_views(connection: sqlite3.Connection) -> None:
    """Leave no view in a copy of another schema; they are made anew when it is put in place."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    for view in VIEW_CLASSES:
        if view.__tablename__ in there:
            connection.execute(f"DELETE FROM {view.__tablename__}")
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'views'")


def _erase_in_copy(copy: Path, learner: bytes) -> bool:
    """Write a copy anew without the learner; tell whether there was anything to erase."""
    uri = f"{copy.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        row = connection.execute(
            "SELECT 1 FROM event AS e LEFT JOIN payload AS p ON p.event_id = e.id "
            "LEFT JOIN erased AS x ON x.learner = e.learner "
            "WHERE e.learner = ? AND (p.event_id IS NOT NULL OR x.learner IS NULL) LIMIT 1",
            (learner,),
        ).fetchone()
    if row is None:
        return False
    partial = copy.with_name(f"{copy.name}.part")
    try:
        shutil.copyfile(copy, partial)
        _erase_in(partial, learner)
        if reason := trouble_in(partial):
            raise DamagedDatabase(path=path_fact(copy), reason=reason)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        shutil.copystat(copy, partial)
        partial.replace(copy)
        sync_folder(copy.parent)
    finally:
        for left in (partial, Path(f"{partial}-journal"), Path(f"{partial}-wal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
    return True
