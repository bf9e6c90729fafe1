"""Bringing a database up to date: copy first, then all steps in one transaction (RELIABILITY 3.8).

SQLite can undo DDL, but neither the driver nor Alembic's defaults let it: here BEGIN IMMEDIATE is
said by hand and Alembic is told not to commit, so a power cut leaves the old schema or the new.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from ecolearn.errors import DamagedDatabase, path_fact
from ecolearn.store import views
from ecolearn.store.backup import make_backup
from ecolearn.store.schema import read_versions, stamp

log = logging.getLogger(__name__)


def migrate(
    path: Path,
    backups: Path,
    scripts: Path | None = None,
    finish: Callable[[sqlite3.Connection], None] = stamp,
) -> None:
    """Take the database at `path` to the newest schema in `scripts`.

    Raises `DamagedDatabase` if the rows do not come through whole; then nothing has changed.
    """
    with closing(sqlite3.connect(path, timeout=5)) as connection:
        old = read_versions(connection)
    if old.tables:
        make_backup(path, backups)
    engine = sa.create_engine(sa.URL.create("sqlite+pysqlite", database=str(path)))
    sa.event.listen(engine, "connect", _on_connect)
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("BEGIN IMMEDIATE")
            try:
                before = _facts(driver)
                _upgrade(connection, scripts or Path(__file__).parent)
                _check(driver, before, path)
                finish(driver)
                views.rebuild(driver)
                driver.execute("COMMIT")
            except BaseException:
                if driver.in_transaction:
                    driver.rollback()
                raise
    finally:
        engine.dispose()
    log.info("database migrated from schema %d", old.version)


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    # SQLite: a table can only be made anew by batch steps while keys are not enforced
    for pragma in (
        "foreign_keys=OFF",
        "busy_timeout=5000",
        "trusted_schema=OFF",
        # EXTRA: the journal is deleted here, and FULL does not flush that (RELIABILITY 3.2)
        "synchronous=EXTRA",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _upgrade(connection: sa.Connection, scripts: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    directory = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: Any) -> Iterable[Any]:
        return directory._upgrade_revs("head", revision)

    with EnvironmentContext(config, directory, fn=steps) as environment:
        environment.configure(
            connection=connection, transactional_ddl=True, transaction_per_migration=False
        )
        environment.run_migrations()


def _facts(connection: sqlite3.Connection) -> str:
    """Return a hash of what must come through a migration unchanged."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    total = hashlib.sha256()
    if {"event", "payload"} <= tables:
        for row in connection.execute("SELECT id, h, mac FROM event ORDER BY id"):
            total.update(b"".join(row))
        for row in connection.execute("SELECT event_id, salt, body FROM payload ORDER BY event_id"):
            total.update(b"".join(row))
    return total.hexdigest()


def _check(connection: sqlite3.Connection, before: str, path: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedDatabase(path=path_fact(path), reason="foreign-key-check")
    if _facts(connection) != before:
        raise DamagedDatabase(path=path_fact(path), reason="migration-changed-facts")
