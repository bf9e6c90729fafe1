"""Putting another database in place: after damage, or because somebody chose a copy
(RELIABILITY 3.7). Nothing is deleted and nothing is overwritten.

The new file is made whole beside the old one: the newest good copy, then what the old file still
yields, then its views. Only then the old files go to quarantine together, and the new one takes
the name. A power cut leaves the old file, or a finished new one that the next start puts in place.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from ecolearn import paths
from ecolearn.errors import DamagedDatabase, NewerDatabase, path_fact
from ecolearn.store import incarnation, locks, rescue, schema, state, views
from ecolearn.store.backup import good_backups, trouble_in
from ecolearn.store.engine import Database
from ecolearn.store.places import sync_folder
from ecolearn.store.reserve import LOW, Reserve
from ecolearn.store.tables import SCHEMA
from ecolearn.store.trouble import DatabaseBusy, known

log = logging.getLogger(__name__)

_WAIT_FOR_OTHERS_S = 2.0


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was done. Times are milliseconds since 1970, 0 = unknown."""

    #: where the files that were in place are now; None if there were none
    quarantine: Path | None
    #: name of the copy that was the beginning ("" = none: begun empty)
    backup: str
    #: events that the copy had, and that the old file gave besides
    restored: int
    rescued: int
    #: events of which only the number is known
    missing: int
    #: `damaged`, `missing` (there was no database) or `chosen` (somebody asked for a copy)
    why: str = "damaged"
    #: whether it is certain that nothing is missing
    complete: bool = False
    #: the newest event that is there, and the last time the old file was written to
    last_ms: int = 0
    written_ms: int = 0


def recover(folder: Path, why: str = "damaged") -> Recovered:
    """Put the database of `folder` right from the newest good copy; the store must be closed.
    Open it afterwards as usual: side journals are taken in then.

    Raises:
        DatabaseBusy: another program has it open.
        OSError, EcoLearnError: it did not work; the old files are where they were.
    """
    alone = claim(folder)
    try:
        return put_in_place(folder, why, next(usable(folder), None), keep_newer=True)
    finally:
        alone.release()


def restore(folder: Path, copy: Path, *, keep_newer: bool = True) -> Recovered:
    """Go back to `copy`; what is in place goes to quarantine. With `keep_newer`, what the present
    database holds beyond the copy is added to it; erasures are in any case.

    Raises:
        DamagedDatabase, NewerDatabase: the copy is not good, or too new; nothing has changed.
        DatabaseBusy, OSError, EcoLearnError: see `recover`.
    """
    check(copy)
    alone = claim(folder)
    try:
        return put_in_place(folder, "chosen", copy, keep_newer=keep_newer)
    finally:
        alone.release()


def claim(folder: Path) -> locks.Lock:
    """Return the right to put another database in place. Raises `DatabaseBusy`."""
    alone = locks.claim(locks.presence(folder), _WAIT_FOR_OTHERS_S)
    if alone is None:
        raise DatabaseBusy(path=path_fact(paths.database(folder)), reason="in-use")
    return alone


def check(copy: Path) -> None:
    """Raise if `copy` cannot be put in place: `OSError`, `DamagedDatabase`, `NewerDatabase`."""
    copy.stat()
    if reason := trouble_in(copy):
        raise DamagedDatabase(path=path_fact(copy), reason=reason)
    found = schema.look(copy)
    schema.refuse_foreign(copy, found)
    if found.version > SCHEMA:
        raise NewerDatabase(path=path_fact(copy), found=found.version, known=SCHEMA)


def usable(folder: Path) -> Iterator[Path]:
    """Yield the good copies, newest first; those at the second place when the first has none."""
    from ecolearn.store.second import second_folder

    second = second_folder(folder)
    for place in (folder / "backups", second):
        for copy in good_backups(place) if place is not None else ():
            with suppress(DamagedDatabase, NewerDatabase, OSError):
                check(copy)
                yield copy


# ── making the new file, putting it in place ──────────────────────────────────────────────────


def _ready(folder: Path) -> Path:
    return folder / "eco.restored.db"


def put_in_place(folder: Path, why: str, copy: Path | None, *, keep_newer: bool) -> Recovered:
    """Do it; the caller has claimed the folder."""
    try:
        return _put_in_place(folder, why, copy, keep_newer=keep_newer)
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        raise known(error, paths.database(folder)) from error


def _put_in_place(folder: Path, why: str, copy: Path | None, *, keep_newer: bool) -> Recovered:
    path = paths.database(folder)
    there = _is_there(path)
    written_ms = _written_ms(path)
    _make_room(folder, path, copy)
    partial = path.with_name("eco.restoring")
    for part in rescue.PARTS:
        Path(f"{partial}{part}").unlink(missing_ok=True)
    if copy is not None:
        shutil.copyfile(copy, partial)
        _bring_up_to_date(partial, folder)
    found = rescue.read(path) if there else rescue.Yield()
    before = state.read(folder)
    database = Database(partial, "truncate")
    try:
        with database.transaction() as connection:
            if copy is None:
                schema.create(connection)
            restored = _count(connection)
            rescued = rescue.add(connection, found, incarnation.place_of(path), events=keep_newer)
            views.rebuild(connection)
            connection.execute("DELETE FROM lease")
            missing = rescue.missing(connection, found)
            last_ms = int(connection.execute("SELECT max(wall_ms) FROM event").fetchone()[0] or 0)
            whole = found.complete or _holds_the_last(connection, before)
    finally:
        database.close()
    _flush(partial)
    partial.replace(_ready(folder))
    sync_folder(folder)
    quarantine = _swap(folder)
    state.write(folder, damage="", running=False, replaced_ms=state.now_ms(), replaced_why=why)
    log.info("database replaced (%s): %d events, %d rescued", why, restored, rescued)
    name = copy.name if copy else ""
    complete = whole and not missing
    return Recovered(
        quarantine, name, restored, rescued, missing, why, complete, last_ms, written_ms
    )


def finish(folder: Path) -> bool:
    """Finish what a power cut interrupted; tell whether there was anything. The caller has
    claimed the folder."""
    ready = _ready(folder)
    if not ready.exists():
        return False
    if paths.database(folder).exists():
        ready.unlink()  # the old file never left: what to do is decided anew
        return False
    _swap(folder)
    state.write(folder, damage="", running=False, replaced_ms=state.now_ms())
    return True


def _swap(folder: Path) -> Path | None:
    path = paths.database(folder)
    quarantine = None
    if _is_there(path):
        quarantine = to_quarantine(path, folder / "quarantine").parent
    _ready(folder).replace(path)
    sync_folder(folder)
    return quarantine


def to_quarantine(path: Path, quarantine: Path) -> Path:
    """Move a database and its journals to a folder of their own; return the new path.

    The database first: where it cannot be moved, its journals stay with it.
    """
    place = quarantine / f"{path.stem}-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**6}"
    place.mkdir(parents=True)
    sync_folder(quarantine)  # before anything moves there: a file in no folder is lost
    sync_folder(quarantine.parent)
    try:
        for part in rescue.PARTS:
            with suppress(FileNotFoundError):
                Path(f"{path}{part}").replace(place / f"{path.name}{part}")
    except OSError:
        with suppress(OSError):
            place.rmdir()
        raise
    sync_folder(place)
    sync_folder(path.parent)
    return place / path.name


def _is_there(path: Path) -> bool:
    return any(Path(f"{path}{part}").exists() for part in rescue.PARTS)


def _written_ms(path: Path) -> int:
    times = []
    for part in rescue.PARTS:
        with suppress(OSError):
            times.append(Path(f"{path}{part}").stat().st_mtime_ns // 1_000_000)
    return max(times, default=0)


def _make_room(folder: Path, path: Path, copy: Path | None) -> None:
    """Give the reserve back if there may be no room for two more files of this size."""
    sizes = [one.stat().st_size for one in (path, copy) if one is not None and one.exists()]
    if shutil.disk_usage(folder).free < 2 * max(sizes, default=0) + LOW:
        Reserve(folder).release()


def _bring_up_to_date(partial: Path, folder: Path) -> None:
    with closing(sqlite3.connect(partial)) as connection:
        version = schema.read_versions(connection).version
    if version < SCHEMA:
        from ecolearn.store.migrations.run import migrate

        beside = folder / "eco.migrating"
        migrate(partial, beside)
        shutil.rmtree(beside, ignore_errors=True)


def _flush(path: Path) -> None:
    Path(f"{path}-journal").unlink(missing_ok=True)
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _holds_the_last(connection: sqlite3.Connection, before: state.State) -> bool:
    """Tell whether the event is here that was the newest when the last run said goodbye."""
    if before.running or not before.last_inc:
        return False
    row = connection.execute(
        "SELECT 1 FROM event WHERE hex(inc) = upper(?) AND seq = ?",
        (before.last_inc, before.last_seq),
    ).fetchone()
    return row is not None or before.last_seq == 0


def incomplete(database: sqlite3.Connection, copy: Path) -> bool:
    """Tell whether `copy`, made earlier from this database, knows events that it has lost: then
    the PC has forgotten what it was told, as one does that is reset every night."""
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as other:
            heads = other.execute("SELECT inc, max(seq) FROM event GROUP BY inc").fetchall()
    except sqlite3.Error:
        return False
    return any(
        (database.execute("SELECT max(seq) FROM event WHERE inc = ?", (inc,)).fetchone()[0] or 0)
        < seq
        for inc, seq in heads
    )
