"""Copies of the database that can be trusted: made by SQLite, checked, and only then named
(RELIABILITY 3.7). Five are kept; daily, weekly and monthly ones come with the school's backups."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ecolearn.errors import DamagedDatabase, path_fact
from ecolearn.store import chain
from ecolearn.store.places import sync_folder

KEEP = 5
_NAME = re.compile(r"eco-(\d{6,})\.db")


def make_backup(database: Path, folder: Path, keep: int = KEEP) -> Path:
    """Copy the database to a new `eco-NNNNNN.db` in `folder` and return its path.

    Raises:
        DamagedDatabase: the copy does not pass its checks; older copies stay.
        OSError, sqlite3.Error: the copy could not be made; older copies stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    existing = backups(folder)
    number = 1 + max((_number(path) for path in existing), default=0)
    partial = folder / f"eco-{number:06d}.part"
    target = partial.with_suffix(".db")
    try:
        _copy(database, partial)
        if reason := trouble_in(partial):
            raise DamagedDatabase(path=path_fact(database), reason=reason)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
        sync_folder(folder)
    finally:
        for left in (partial, Path(f"{partial}-journal"), Path(f"{partial}-wal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
    for old in backups(folder)[keep:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def backups(folder: Path) -> list[Path]:
    """Return the copies in `folder`, newest first."""
    try:
        found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(found, key=_number, reverse=True)


def good_backups(folder: Path) -> Iterator[Path]:
    """Yield the copies that pass their checks, newest first."""
    for path in backups(folder):
        if not trouble_in(path):
            yield path


def trouble_in(path: Path) -> str:
    """Return what is wrong with a copy ("" = nothing): pages, chain, bodies."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            answer = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if answer != "ok":
                return str(answer)
            broken = next(chain.verify(copy), None)
            return f"chain-{broken.reason}" if broken else ""
    except sqlite3.Error as error:
        return str(error)


def _copy(database: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    uri = f"{database.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True, timeout=5)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        # in steps: a reader keeps a rollback journal's writer waiting
        source.backup(copy, pages=2048, sleep=0.001)
        # one file by itself, whatever journal the original keeps
        copy.execute("PRAGMA journal_mode=DELETE")


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name)
    return int(match[1]) if match else 0
