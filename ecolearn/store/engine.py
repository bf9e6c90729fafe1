"""The SQLite file behind the store: which journal it keeps, how it is opened, how it is written.

One writing connection, kept; reading connections for everybody else. Pragmas and journal modes
are those of RELIABILITY 3.2, transactions those of 3.3. Nothing else in the program opens
`eco.db` except `store.quick`, read-only.
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from ecolearn.errors import path_fact
from ecolearn.store.trouble import DatabaseBusy

Journal = Literal["wal", "truncate"]
Version = tuple[int, int, int]

BUSY_MS = 5000
#: SQLite's own naps double up to 100 ms, and a program that writes all the time starves the others
#: so it naps this long at most and is asked again until `wait_ms` are over
NAP_MS = 20
_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


def wal_allowed(version: Version) -> bool:
    """Tell whether this SQLite is free of the race that can corrupt WAL databases written by
    several connections (3.7.0–3.51.2; 3.52.0 was withdrawn; RELIABILITY 3.2)."""
    return (
        version >= (3, 53, 0)
        or (3, 51, 3) <= version < (3, 52, 0)
        or (3, 50, 7) <= version < (3, 51, 0)
        or (3, 44, 6) <= version < (3, 45, 0)
    )


def choose_journal(setting: str | None = None, version: Version | None = None) -> Journal:
    """Return the journal to use. `ECOLEARN_JOURNAL=truncate` forces the older one; nothing forces
    WAL on an SQLite that may corrupt it."""
    setting = setting if setting is not None else os.environ.get("ECOLEARN_JOURNAL", "")
    if setting.strip().lower() == "truncate":
        return "truncate"
    return "wal" if wal_allowed(version or sqlite3.sqlite_version_info[:3]) else "truncate"


class Database:
    """The open file. Use `transaction` from one thread at a time and `reading` from any."""

    def __init__(self, path: Path, journal: Journal | None = None) -> None:
        self.path = path
        self.journal: Journal = journal or choose_journal()
        url = sa.URL.create("sqlite+pysqlite", database=str(path))
        # connections are kept for good: closing the last one would checkpoint and drop the WAL
        self.write_engine = sa.create_engine(url, pool_size=1, max_overflow=0, pool_timeout=30)
        self.read_engine = sa.create_engine(url, pool_size=4, max_overflow=4)
        sa.event.listen(self.write_engine, "connect", self._on_connect)
        sa.event.listen(self.write_engine, "begin", _begin_immediate)
        sa.event.listen(self.read_engine, "connect", self._on_connect_reading)
        self._kept: sa.Connection | None = None
        self._driver: sqlite3.Connection | None = None
        self._patience_ms = BUSY_MS

    def _on_connect(self, connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN and COMMIT ourselves
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"PRAGMA busy_timeout={self._patience_ms}")
        self._set_journal(connection)
        # inside a transaction nothing waits: pages are written at COMMIT, which is asked again
        connection.execute("PRAGMA cache_spill=OFF")
        connection.execute(f"PRAGMA busy_timeout={NAP_MS}")

    def _on_connect_reading(self, connection: sqlite3.Connection, record: Any) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute("PRAGMA query_only=ON")

    def _set_journal(self, connection: sqlite3.Connection) -> None:
        try:
            row = connection.execute(f"PRAGMA journal_mode={self.journal.upper()}").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            row = ("locked",)
        if str(row[0]).lower() != self.journal:
            # somebody else has a WAL database open that this SQLite must not write
            raise DatabaseBusy(path=path_fact(self.path), reason=f"journal-{row[0]}")
        if self.journal == "wal":
            connection.execute("PRAGMA wal_autocheckpoint=1000")

    # ── writing ───────────────────────────────────────────────────────────────────────────────

    def writer(self) -> tuple[sa.Connection, sqlite3.Connection]:
        """Return the kept writing connection and the driver's connection inside it."""
        if self._kept is None or self._driver is None:
            kept = self.write_engine.connect()
            driver = kept.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            self._kept, self._driver = kept, driver
        return self._kept, self._driver

    @contextmanager
    def transaction(self, wait_ms: int = BUSY_MS) -> Iterator[sqlite3.Connection]:
        """Yield the driver's connection inside BEGIN IMMEDIATE; commit, or roll back on an error.
        A lock held by another program is waited for `wait_ms` milliseconds.

        After a failed COMMIT the transaction may or may not have happened (RELIABILITY 3.5).
        Said to the driver itself: SQLAlchemy's own BEGIN and COMMIT cost a fifth of an answer.
        """
        _, driver = self.writer()
        try:
            _ask(driver, "BEGIN IMMEDIATE", wait_ms)
            yield driver
            _ask(driver, "COMMIT", wait_ms)
        except BaseException as error:
            self._after_trouble(driver, error)
            raise

    def _after_trouble(self, driver: sqlite3.Connection, error: BaseException) -> None:
        """Leave no transaction open; drop the connection if even that fails."""
        try:
            if driver.in_transaction:
                driver.rollback()
        except sqlite3.Error:
            self.drop_writer()
            return
        original = getattr(error, "orig", error)
        if getattr(original, "sqlite_errorcode", 0) & 0xFF in (10, 14, 11, 26):
            self.drop_writer()  # what the page cache holds can no longer be believed

    def drop_writer(self) -> None:
        """Close the writing connection; the next transaction opens a new one."""
        kept, self._kept, self._driver = self._kept, None, None
        if kept is None:
            return
        try:
            kept.invalidate()
            kept.close()
        except (sqlite3.Error, sa.exc.SQLAlchemyError):
            pass
        self.write_engine.dispose()

    def settle(self) -> None:
        """Begin anew after an input/output error, trusting nothing that is only in memory.

        After a failed fsync the kernel may show what was written and yet never put it on the disk.
        So the connection is opened again and the write-ahead log copied into the database and
        emptied. A rollback journal needs no more than the next transaction that really writes
        (`touch`). Raises what SQLite raises if the disk still fails.
        """
        self.drop_writer()
        self._patience_ms = NAP_MS
        try:
            _, driver = self.writer()
        finally:
            self._patience_ms = BUSY_MS
        if self.journal == "wal":
            busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise DatabaseBusy(path=path_fact(self.path), reason="checkpoint")

    # ── reading ───────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that cannot write, in a state as of its first statement."""
        with self.read_engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN")
            try:
                yield driver
            finally:
                driver.rollback()

    def close(self) -> None:
        """Close every connection."""
        self.drop_writer()
        self.write_engine.dispose()
        self.read_engine.dispose()


def _ask(connection: sqlite3.Connection, sql: str, wait_ms: int) -> None:
    """Say BEGIN or COMMIT until no other program is in the way, or `wait_ms` are over."""
    try:
        connection.execute(sql)
        return
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    end = time.monotonic() + wait_ms / 1000
    while True:
        time.sleep(random.uniform(0, 0.002))  # not all at the same moment again
        try:
            connection.execute(sql)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise


def touch(connection: sqlite3.Connection) -> None:
    """Make the transaction one that writes, so that its commit flushes for certain: one that finds
    everything there already would flush nothing, and what it found may be in memory only."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('touched', '1') "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
