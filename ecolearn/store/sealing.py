"""Preparing a data folder to be copied to many PCs (`ecolearn seal-image`, RELIABILITY 3.6).

What says "this PC" is taken out: the place and the key of the database's life, who was here last,
the log, notes about runs. The first start of each copy begins a life of its own, even where PCs
cannot be told apart.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from ecolearn import paths
from ecolearn.store import incarnation
from ecolearn.store.backup import Contents, contents
from ecolearn.store.engine import Database
from ecolearn.store.places import sync_folder
from ecolearn.store.recovery import claim

#: what is forgotten besides
_FILES = ("safety.json", "preferences.json", "eco.restored.db", "reserve.bin", "backup.lock")
_FOLDERS = ("logs", "cache")
#: what belongs to learners
_PROGRESS = ("eco.db", "eco.db-wal", "eco.db-journal", "backups", "outbox", "quarantine")


def contents_of(folder: Path) -> Contents:
    """Return what the database of `folder` holds."""
    path = paths.database(folder)
    return contents(path, deep=False) if path.exists() else Contents()


def move_progress(folder: Path, target: Path) -> None:
    """Move everything of learners to `target`, which must not hold any yet.

    Raises `FileExistsError`, `OSError`; `DatabaseBusy` if EcoLearn is open.
    """
    alone = claim(folder)
    try:
        if any((target / name).exists() for name in _PROGRESS):
            raise FileExistsError(17, "there is progress already", str(target))
        with closing(sqlite3.connect(paths.database(folder), timeout=5)) as connection:
            # one file by itself, with what a journal beside it still holds
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target.mkdir(parents=True, exist_ok=True)
        for name in _PROGRESS[::-1]:
            if (folder / name).exists():
                shutil.move(folder / name, target / name)
        sync_folder(target)
        sync_folder(folder)
    finally:
        alone.release()


def seal(folder: Path) -> None:
    """Take out what says which PC this is. Raises `OSError`, `sqlite3.Error`, `DatabaseBusy`."""
    if not folder.is_dir():
        return
    alone = claim(folder)
    try:
        if paths.database(folder).exists():
            database = Database(paths.database(folder))
            try:
                with database.transaction() as connection:
                    incarnation.forget_place(connection)
            finally:
                database.close()
        for name in _FILES:
            (folder / name).unlink(missing_ok=True)
        for name in _FOLDERS:
            shutil.rmtree(folder / name, ignore_errors=True)
        sync_folder(folder)
    finally:
        alone.release()
    (folder / "eco.lock").unlink(missing_ok=True)
