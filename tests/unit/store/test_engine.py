"""How the file is opened: journal, pragmas, one state for a reader (RELIABILITY 3.2, 3.3)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from ecolearn.errors import NoPlaceForData
from ecolearn.store.engine import Database, Journal, Version, choose_journal, wal_allowed
from ecolearn.store.store import Store
from ecolearn.store.trouble import DatabaseBusy
from tests.unit.store.facts_made import answer, count, raw


@pytest.mark.parametrize(
    ("version", "allowed"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), False),  # withdrawn
        ((3, 53, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_only_where_sqlite_does_not_corrupt_it(version: Version, allowed: bool) -> None:
    assert wal_allowed(version) is allowed


def test_a_setting_forces_the_older_journal_but_never_wal() -> None:
    assert choose_journal("truncate", (3, 53, 0)) == "truncate"
    assert choose_journal("wal", (3, 40, 1)) == "truncate"
    assert choose_journal("", (3, 53, 0)) == "wal"


def test_the_setting_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOLEARN_JOURNAL", " TRUNCATE ")
    assert choose_journal(version=(3, 53, 0)) == "truncate"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("secure_delete", 1),
        ("temp_store", 2),  # MEMORY
    ],
)
def test_every_connection_has_the_pragmas(
    open_store: Callable[..., Store], journal: Journal, pragma: str, value: int
) -> None:
    store = open_store(journal)
    _, driver = store.database.writer()
    if pragma != "busy_timeout":  # the writer asks again and again instead
        assert driver.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    assert driver.execute("PRAGMA journal_mode").fetchone()[0] == journal
    with store.reading() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_reading_connection_cannot_write(store: Store) -> None:
    with store.reading() as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM meta")


def test_a_reader_sees_one_state_while_answers_go_on(
    open_store: Callable[..., Store], journal: Journal
) -> None:
    store = open_store("wal")
    store.log.append([answer("Q-1")])
    with store.reading() as connection:
        before = connection.execute("SELECT count(*) FROM event").fetchone()
        store.log.append([answer("Q-2")])
        assert connection.execute("SELECT count(*) FROM event").fetchone() == before


def test_a_wal_database_is_copied_and_converted_when_wal_is_not_allowed(
    open_store: Callable[..., Store],
) -> None:
    store = open_store("wal")
    store.log.append([answer()])
    store.close()
    store = open_store("truncate")
    assert count(store, "event") == 1
    assert [path.name for path in store.backups.iterdir()] == ["eco-000001.db"]


def test_a_wal_database_in_use_is_not_converted(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecolearn.store.engine._PRAGMAS", ("PRAGMA busy_timeout=50",))
    first = open_store("wal")
    first.log.append([answer()])
    with pytest.raises(DatabaseBusy):
        open_store("truncate")
    first.log.append([answer("Q-2")])
    assert count(first, "event") == 2


@pytest.mark.parametrize(
    ("code", "reason"), [(sqlite3.SQLITE_IOERR, "io"), (sqlite3.SQLITE_READONLY, "read-only")]
)
def test_a_disk_that_fails_at_the_start_is_a_trouble_we_know(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    """It ended in the error of SQLite itself (`rigs.io_faults`)."""

    def fail(self: Database, wait_ms: int = 0) -> object:
        error = sqlite3.OperationalError("the disk")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(Database, "transaction", fail)
    with pytest.raises(NoPlaceForData) as caught:
        open_store()
    assert caught.value.facts["reason"] == reason


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.database.transaction() as connection:
            connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(store, "meta") == 3
    raw(store).execute("INSERT INTO meta VALUES ('free', 'again')")


def test_readers_may_be_on_any_thread(store: Store) -> None:
    store.log.append([answer()])
    assert count(store, "event") == 1
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda _: count(store, "event"), range(12))) == [1] * 12
