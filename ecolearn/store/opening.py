"""Opening the store of a data folder without anybody's help: what is damaged is put right first,
what another program holds is asked for again, and what was done is told (RELIABILITY 3.7)."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ecolearn import paths
from ecolearn.errors import DamagedDatabase
from ecolearn.store import locks, recovery, schema, state
from ecolearn.store.backup import backups
from ecolearn.store.clock import utc_now
from ecolearn.store.engine import Journal
from ecolearn.store.recovery import Recovered
from ecolearn.store.store import Store
from ecolearn.store.tables import SCHEMA
from ecolearn.store.trouble import DatabaseBusy, trouble_of

log = logging.getLogger(__name__)

#: a database held by another program is asked for again until so many seconds have gone by; the
#: window then says so, and goes on asking
PATIENCE_S = 8.0
#: a larger file is not looked through before it is opened; the look in the background does it
QUICK_LOOK_BYTES = 64 * 1024 * 1024
#: a lock is waited for no longer than this before the database is opened; then it is
_GLANCE_S = 0.2
#: damage that another file would have too: the update itself failed and changed nothing
_NOT_OURS_TO_MEND = ("foreign-key-check", "migration-changed-facts")


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening the store took. `unclean` counts the runs, one after another, that ended
    without goodbye before this one; `taken_in` the answers that came from side journals."""

    recovered: Recovered | None = None
    taken_in: int = 0
    unclean: int = 0


def open_store(
    folder: Path, now: Callable[[], datetime] = utc_now, journal: Journal | None = None
) -> tuple[Store, Opening]:
    """Return the open store, and what it took.

    Raises what `Store` raises, but `DamagedDatabase` only if mending did not help.
    """
    recovered, unclean = _look_first(folder)
    waiting = _side_files(folder)
    try:
        store = _ask(folder, now, journal)
    except DamagedDatabase as error:
        if recovered is not None or error.facts.get("reason") in _NOT_OURS_TO_MEND:
            raise
        log.error("database damaged when it was opened")
        recovered = recovery.recover(folder)
        store = _ask(folder, now, journal)
    taken_in = waiting and _from_side(store, recovered)
    state.write(folder, running=True)
    return store, Opening(recovered, taken_in, unclean)


def say_goodbye(store: Store) -> None:
    """Note that this run ended as it should; after the store was closed."""
    alone = locks.claim(locks.presence(store.folder))
    if alone is None:
        return  # another window goes on
    try:
        inc, seq = store.log.head
        state.write(store.folder, running=False, last_inc=inc.hex(), last_seq=seq)
    finally:
        alone.release()


def _look_first(folder: Path) -> tuple[Recovered | None, int]:
    """Put right what can be seen before the database is opened; return what was done, and how
    many runs before this one ended without goodbye."""
    alone = locks.claim(locks.presence(folder))
    if alone is None:
        return None, 0  # another program has it open: it was looked at then
    try:
        before = state.read(folder)
        unclean = before.unclean_in_a_row + 1 if before.running else 0
        state.write(
            folder,
            starts=before.starts + 1,
            unclean_in_a_row=unclean,
            unclean=before.unclean + (1 if before.running else 0),
        )
        recovery.finish(folder)
        why = _reason(folder, before)
        if not why:
            return None, unclean
        log.error("database to be put right: %s", why)
        copy = next(recovery.usable(folder), None)
        return recovery.put_in_place(folder, why, copy, keep_newer=True), unclean
    finally:
        alone.release()


def _reason(folder: Path, before: state.State) -> str:
    """Return why the database must be put right: `missing`, `damaged`; "" if it need not be."""
    path = paths.database(folder)
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    if size == 0:
        return "missing" if backups(folder / "backups") else ""
    try:
        found = schema.look(path, _GLANCE_S)
        schema.refuse_foreign(path, found)
    except DamagedDatabase:
        return "damaged"
    except Exception:
        return ""  # a newer program's: the store says so
    if found.version > SCHEMA:
        return ""
    if before.damage:
        return "damaged"
    if before.running and size <= QUICK_LOOK_BYTES:
        return "damaged" if _quick_look(path) else ""
    return ""


def _quick_look(path: Path) -> str:
    """Return SQLite's first complaint, after it has rolled back what a power cut left."""
    try:
        with closing(sqlite3.connect(path, timeout=_GLANCE_S)) as connection:
            answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            return "" if answer == "ok" else answer
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error) if trouble_of(error) == "damaged" else ""


def _ask(folder: Path, now: Callable[[], datetime], journal: Journal | None) -> Store:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            return Store(folder, now, journal)
        except DatabaseBusy:
            if time.monotonic() > end:
                raise
            log.info("database is held by another program")


def _side_files(folder: Path) -> int:
    return sum(1 for _ in (folder / "outbox").glob("side-*.jsonl"))


def _from_side(store: Store, recovered: Recovered | None) -> int:
    """Return how many answers came from side journals after a recovery; without one it is of no
    interest to anybody."""
    if recovered is None:
        return 0
    with store.reading() as connection:
        count = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
    return count - recovered.restored - recovered.rescued
