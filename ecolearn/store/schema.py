"""Making the tables, and bringing older ones up to date (RELIABILITY 3.8).

A new database is made from today's tables in one transaction and stamped, so that a first start
does not load Alembic; a test holds that equal to what the migrations make.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ecolearn.errors import DamagedDatabase, NewerDatabase, path_fact
from ecolearn.store.trouble import trouble_of

#: revision id of the newest migration
HEAD = "0002"


@dataclass(frozen=True, slots=True)
class Found:
    """What a database says about itself. `version` 0 = it has no tables of ours yet."""

    version: int = 0
    application: int = 0
    tables: int = 0
    min_writer: int = 0
    journal: str = ""


def look(path: Path, wait_s: float = 5.0) -> Found:
    """Return what the file says, without changing it. A lock is waited for `wait_s` seconds.

    Raises `DamagedDatabase`; `Found()` if the file is not there, empty, or needs to be opened
    for writing first (a journal left by a power cut).
    """
    try:
        if path.stat().st_size == 0:
            return Found()
    except OSError:
        return Found()
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=wait_s)) as connection:
            return read_versions(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if trouble_of(error) == "damaged":
            raise DamagedDatabase(path=path_fact(path), reason=str(error)) from error
        return Found()


def read_versions(connection: sqlite3.Connection) -> Found:
    """Return the versions, of an open connection."""
    one = [
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("user_version", "application_id")
    ]
    journal = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    min_writer = 0
    if one[0]:
        row = connection.execute("SELECT value FROM meta WHERE key = 'min_writer'").fetchone()
        min_writer = int(row[0]) if row else one[0]
    return Found(one[0], one[1], tables, min_writer, journal)


def refuse_foreign(path: Path, found: Found) -> None:
    """Raise `NewerDatabase` if only a newer program may write the file, and `DamagedDatabase` if
    it is not ours at all."""
    from ecolearn.store.tables import APPLICATION_ID, SCHEMA

    if found.tables and found.application != APPLICATION_ID:
        raise DamagedDatabase(path=path_fact(path), reason="not-ecolearn")
    if found.version > SCHEMA and found.min_writer > SCHEMA:
        raise NewerDatabase(path=path_fact(path), found=found.version, known=SCHEMA)


def known() -> int:
    """Return the newest schema this program knows."""
    from ecolearn.store.tables import SCHEMA

    return SCHEMA


def create(connection: sqlite3.Connection) -> None:
    """Make all tables inside the caller's transaction, unless another program just has."""
    from ecolearn.store import tables

    if connection.execute("PRAGMA user_version").fetchone()[0]:
        return
    for statement in tables.create_statements():
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD,))
    stamp(connection)


def stamp(connection: sqlite3.Connection) -> None:
    """Write which program made the tables and which may use them."""
    from ecolearn.store import tables

    values = {
        "min_reader": tables.MIN_READER,
        "min_writer": tables.MIN_WRITER,
        "views": tables.VIEWS,
    }
    for key, value in values.items():
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, str(value)),
        )
    connection.execute(f"PRAGMA application_id={tables.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={tables.SCHEMA}")
