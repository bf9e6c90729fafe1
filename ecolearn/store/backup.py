"""Copies of the database that can be trusted: made by SQLite, checked, and only then named
(RELIABILITY 3.7). Which ones stay is counted by their number, never by a clock that may be wrong.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ecolearn.errors import DamagedDatabase, path_fact
from ecolearn.store import chain, locks, schema
from ecolearn.store.places import sync_folder

#: the newest copies, whatever their dates
LAST = 5
#: then one for each of so many days, weeks and months in which copies were made
DAILY, WEEKLY, MONTHLY = 7, 4, 6
#: a copy made in steps begins anew whenever something is written; after this it is made at once
PATIENCE_S = 10.0
#: a database of so many bytes at most is copied by way of memory
IN_MEMORY = 64 * 1024 * 1024
_PIECE = 1024 * 1024
_WAIT_FOR_OTHERS_S = 30.0
_NAME = re.compile(r"eco-(\d{6,})\.db")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy, as far as its file tells without reading all of it. `made_at` is local time."""

    path: Path
    number: int
    made_at: datetime
    size: int

    @property
    def day(self) -> date:
        """Return the day it was made on."""
        return self.made_at.date()


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy; `trouble` is what is wrong with it ("" = nothing)."""

    events: int = 0
    learners: int = 0
    last_ms: int = 0
    trouble: str = ""


def make_backup(database: Path, folder: Path) -> Path:
    """Copy the database to a new `eco-NNNNNN.db` in `folder`, let old copies go, return its path.

    Raises:
        DamagedDatabase: the copy does not pass its checks; older copies stay.
        OSError, sqlite3.Error: the copy could not be made; older copies stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    turn = locks.claim(database.parent / "backup.lock", _WAIT_FOR_OTHERS_S)
    try:
        number = 1 + max((number_of(path) for path in backups(folder)), default=0)
        target = folder / f"eco-{number:06d}.db"
        if number == 1:
            sync_folder(folder.parent)  # the folder of copies is new as well
        copy_to(database, target)
        prune(folder)
    finally:
        if turn is not None:
            turn.release()
    return target


def copy_to(database: Path, target: Path) -> None:
    """Copy the database to `target`: checked, flushed, and only then called so.

    Raises as `make_backup` does.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        _copy(database, partial)
        if reason := trouble_in(partial):
            raise DamagedDatabase(path=path_fact(database), reason=reason)
        _put(partial, target)
    finally:
        for left in (partial, Path(f"{partial}-journal"), Path(f"{partial}-wal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def copy_elsewhere(copy: Path, folder: Path) -> Path:
    """Put a second copy of a finished copy into `folder`, read it back, return its path.

    Raises `OSError`; also when what is read back is not what was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / copy.name
    partial = folder / f"{copy.name}.part"
    try:
        shutil.copyfile(copy, partial)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        if _digest(partial) != _digest(copy):
            raise OSError("the second copy is not what was written")
        shutil.copystat(copy, partial)
        _put(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    prune(folder)
    return target


def _put(partial: Path, target: Path) -> None:
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(target)
    sync_folder(target.parent)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


# ── which copies there are, and which stay ────────────────────────────────────────────────────


def backups(folder: Path) -> list[Path]:
    """Return the copies in `folder`, newest first."""
    try:
        found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(found, key=number_of, reverse=True)


def copies(folder: Path) -> list[Copy]:
    """Return the copies in `folder` with their dates, newest first."""
    found = []
    for path in backups(folder):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append(Copy(path, number_of(path), _made_at(path, status.st_mtime), status.st_size))
    return found


def good_backups(folder: Path) -> Iterator[Path]:
    """Yield the copies that pass their checks, newest first."""
    for path in backups(folder):
        if not trouble_in(path):
            yield path


def to_keep(found: Sequence[Copy]) -> set[Path]:
    """Return the copies that stay: the last 5, and the newest of each of 7 days, 4 weeks and 6
    months. Counted from the highest number down: a clock that jumped cannot make more go."""
    ordered = sorted(found, key=lambda copy: copy.number, reverse=True)
    kept = {copy.path for copy in ordered[:LAST]}
    for most, span in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        seen: set[tuple[int, ...]] = set()
        for copy in ordered:
            if span(copy.day) not in seen and len(seen) < most:
                seen.add(span(copy.day))
                kept.add(copy.path)
    return kept


def _day(day: date) -> tuple[int, ...]:
    return (day.toordinal(),)


def _week(day: date) -> tuple[int, ...]:
    return tuple(day.isocalendar())[:2]


def _month(day: date) -> tuple[int, ...]:
    return (day.year, day.month)


def prune(folder: Path) -> None:
    """Delete the copies that need not stay."""
    found = copies(folder)
    kept = to_keep(found)
    for copy in found:
        if copy.path not in kept:
            with contextlib.suppress(OSError):
                copy.path.unlink()


def number_of(path: Path) -> int:
    """Return the number in the name of a copy; 0 if it has none."""
    match = _NAME.fullmatch(path.name)
    return int(match[1]) if match else 0


def _made_at(path: Path, mtime: float) -> datetime:
    """Return when a copy was made: what it says itself, because copying files changes their
    dates; the date of the file if it says nothing."""
    try:
        with _reading(path) as copy:
            row = copy.execute("SELECT value FROM meta WHERE key = 'copied_ms'").fetchone()
        return datetime.fromtimestamp(int(row[0]) / 1000).astimezone()
    except (sqlite3.Error, TypeError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(mtime).astimezone()


# ── making and checking one ───────────────────────────────────────────────────────────────────


def trouble_in(path: Path) -> str:
    """Return what is wrong with a copy ("" = nothing): pages, chain, bodies."""
    try:
        with _reading(path) as copy:
            answer = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer != "ok":
                return str(answer)
            if int(copy.execute("PRAGMA user_version").fetchone()[0]) > schema.known():
                return ""  # a newer program's: its tables are not ours to judge
            broken = next(chain.verify(copy), None)
            return f"chain-{broken.reason}" if broken else ""
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)


def contents(path: Path, *, deep: bool = True) -> Contents:
    """Return what is in a copy; `deep` checks every page and event of it."""
    trouble = trouble_in(path) if deep else ""
    try:
        with _reading(path) as copy:
            events, last_ms = copy.execute("SELECT count(*), max(wall_ms) FROM event").fetchone()
            learners = copy.execute(
                "SELECT count(*) FROM learner WHERE removed = 0 AND profile_at <> x''"
            ).fetchone()[0]
    except sqlite3.Error as error:
        return Contents(trouble=trouble or str(error))
    return Contents(events, learners, last_ms or 0, trouble)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


class _Restless(Exception):
    """Somebody writes all the time: the copy begins anew again and again."""


def _copy(database: Path, target: Path) -> None:
    """Copy so that nobody who answers waits for the disk of the copy: a reader keeps a rollback
    journal's writer waiting, and a large flush keeps every other flush waiting."""
    target.unlink(missing_ok=True)
    uri = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=5)) as source:
        pages, size = (
            int(source.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "page_size")
        )
        if pages * size <= IN_MEMORY:
            _by_memory(source, target)
        else:
            _in_steps(source, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # one file by itself, whatever journal the original keeps
        copy.execute("PRAGMA journal_mode=DELETE")
        with contextlib.suppress(sqlite3.Error):  # one that a newer program wrote stays as it is
            copy.execute(
                "INSERT INTO meta (key, value) VALUES ('copied_ms', ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (str(time.time_ns() // 1_000_000),),
            )


def _by_memory(source: sqlite3.Connection, target: Path) -> None:
    """Read at once, which takes milliseconds, and write bit by bit."""
    with closing(sqlite3.connect(":memory:")) as copy:
        source.backup(copy, pages=-1)
        data = memoryview(copy.serialize())
    with target.open("wb") as file:
        for begin in range(0, len(data), _PIECE):
            file.write(data[begin : begin + _PIECE])
            file.flush()
            os.fsync(file.fileno())


def _in_steps(source: sqlite3.Connection, target: Path) -> None:
    """Copy what is too large for memory; flushed by `_put`, not while the source is held."""
    end = time.monotonic() + PATIENCE_S

    def watch(_status: int, _left: int, _all: int) -> None:
        if time.monotonic() > end:
            raise _Restless

    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        try:
            source.backup(copy, pages=2048, sleep=0.001, progress=watch)
        except _Restless:
            source.backup(copy, pages=-1)
