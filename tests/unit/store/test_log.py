"""What is acknowledged is kept, whatever the disk and other programs do (RELIABILITY 3.5, F1–F7,
F19). Faults are put in where SQLite or the system would raise them."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from ecolearn.errors import DiskFull, NotSaved
from ecolearn.store import chain, engine, log
from ecolearn.store.engine import Database, Journal
from ecolearn.store.events import Event
from ecolearn.store.store import Store
from ecolearn.store.trouble import trouble_of
from tests.unit.store.facts_made import an_id, answer, count, event, ids, profile, raw, rows


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait 5 s for a lock in tests."""
    pragmas = tuple(p.replace("5000", "50") for p in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    monkeypatch.setattr(log, "BUSY_MS", 50)
    monkeypatch.setattr(log, "IMPATIENT_MS", 20)


def trouble(code: int, text: str = "trouble") -> sqlite3.OperationalError:
    """Return an error as SQLite raises it."""
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Make the next transactions fail: "before" or "after" the commit. Returns what happened."""

    def arrange(error: Exception, *when: str) -> list[str]:
        real = Database.transaction
        plan, seen = list(when), []

        @contextmanager
        def transaction(self: Database, wait_ms: int = 50) -> Iterator[sqlite3.Connection]:
            moment = plan.pop(0) if plan else "never"
            seen.append(moment)
            if moment == "before":
                raise error
            with real(self, wait_ms) as connection:
                yield connection
            if moment == "after":
                raise error

        monkeypatch.setattr(Database, "transaction", transaction)
        return seen

    return arrange


# ── the ordinary way ──────────────────────────────────────────────────────────────────────────


def test_an_answer_is_there_after_opening_again(
    open_store: Callable[..., Store], journal: Journal
) -> None:
    store = open_store(journal)
    (kept,) = store.log.append([answer()])
    store.close()
    assert ids(open_store(journal)) == [kept.id]


def test_events_and_views_change_together(store: Store) -> None:
    store.log.append([profile(), answer("Q-1", score=0.5)])
    assert rows(store, "SELECT name FROM learner") == [("Aru",)]
    assert rows(store, "SELECT item, best FROM item_best") == [("Q-1", 0.5)]


def test_an_event_that_cannot_be_projected_leaves_nothing(store: Store) -> None:
    broken = replace(answer("Q-2"), body={"response": {}})
    with pytest.raises(KeyError):
        store.log.append([answer("Q-1"), broken])
    assert count(store, "event") == count(store, "payload") == count(store, "item_best") == 0
    store.log.append([answer("Q-3")])
    assert rows(store, "SELECT seq FROM event") == [(1,)]


def test_sequence_has_no_gaps_and_logical_time_rises(store: Store) -> None:
    for number in range(5):
        store.log.append([answer(f"Q-{number}")])
    found = rows(store, "SELECT seq, lamport FROM event ORDER BY seq")
    assert found == [(n, n) for n in range(1, 6)]


def test_a_kind_from_a_newer_program_is_kept(store: Store) -> None:
    store.log.append([replace(answer(), kind="dreamt")])
    assert rows(store, "SELECT kind FROM event") == [("dreamt",)]


@pytest.mark.parametrize("table", ["event", "payload"])
@pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_facts_are_only_added(store: Store, table: str, sql: str) -> None:
    store.log.append([answer()])
    column = {"event": "kind = 'x'", "payload": "body = x''"}[table]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw(store).execute(sql.format(table, column))


def test_a_payload_goes_only_with_an_erasure(store: Store) -> None:
    store.log.append([answer(), profile("Dana", "Dana")])
    other = raw(store)
    other.execute("INSERT INTO erased VALUES (?, 1)", (an_id("Aru"),))
    other.execute(
        "DELETE FROM payload WHERE event_id IN (SELECT id FROM event WHERE learner = ?)",
        (an_id("Aru"),),
    )
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute("DELETE FROM payload")
    assert count(store, "event") == 2
    assert count(store, "payload") == 1


def test_two_programs_write_one_chain(open_store: Callable[..., Store], journal: Journal) -> None:
    one, two = open_store(journal), open_store(journal)
    for number in range(6):
        (one, two)[number % 2].log.append([answer(f"Q-{number}")])
    assert rows(one, "SELECT seq FROM event ORDER BY seq") == [(n,) for n in range(1, 7)]
    assert one.log.epoch > 0
    with one.reading() as connection:
        assert list(chain.verify(connection)) == []


# ── an unknown outcome ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("code", [10, 14, 8])  # IOERR, CANTOPEN, READONLY
def test_after_a_commit_error_the_same_ids_are_tried_again(
    store: Store, failing: Callable[..., list[str]], moment: str, code: int
) -> None:
    seen = failing(trouble(code), moment)
    kept = event(answer())
    assert store.log.acknowledge([kept]) == "database"
    assert seen == [moment, "never"]
    assert ids(store) == [kept.id]
    assert count(store, "payload") == 1
    store.log.append([answer("Q-2")])
    assert rows(store, "SELECT seq FROM event ORDER BY seq") == [(1,), (2,)]


def test_what_is_only_seen_is_written_again_before_it_is_acknowledged(
    open_store: Callable[..., Store],
    journal: Journal,
    failing: Callable[..., list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a failed flush the kernel may show what never reaches the disk: finding the event
    there is no proof. The connection is made anew, the log emptied, and something written."""
    store = open_store(journal)
    store.log.append([answer("Q-0")])
    settled: list[str] = []
    real = Database.settle

    def settle(self: Database) -> None:
        real(self)
        wal = Path(f"{self.path}-wal")
        settled.append("empty" if not wal.exists() or wal.stat().st_size == 0 else "full")

    monkeypatch.setattr(Database, "settle", settle)
    failing(trouble(10), "after")
    kept = event(answer("Q-1"))
    assert store.log.acknowledge([kept]) == "database"
    assert settled == ["empty"]
    assert rows(store, "SELECT value FROM meta WHERE key = 'touched'") == [("1",)]
    store.log.append([answer("Q-2")])
    assert settled == ["empty"]


def test_saving_the_same_event_again_changes_nothing(store: Store) -> None:
    kept = event(answer())
    for _ in range(3):
        store.log.acknowledge([kept])
    assert ids(store) == [kept.id]


# ── a full disk ───────────────────────────────────────────────────────────────────────────────


def test_on_a_full_disk_the_reserve_is_released_and_the_answer_kept(
    store: Store, failing: Callable[..., list[str]]
) -> None:
    store.reserve.path.write_bytes(b"x" * 100)
    failing(trouble(13), "before")
    store.log.append([answer()])
    assert count(store, "event") == 1
    assert not store.reserve.path.exists()


def test_on_a_disk_that_stays_full_the_answer_is_not_acknowledged(
    store: Store, failing: Callable[..., list[str]]
) -> None:
    failing(trouble(13), "before", "before")
    with pytest.raises(DiskFull) as caught:
        store.log.append([answer()])
    assert caught.value.facts["path"] == str(store.folder)
    assert caught.value.facts["needed"] == log.NEEDED
    assert not store.outbox.exists()
    store.log.append([answer()])  # and again by the learner, when there is space
    assert count(store, "event") == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting needs root")
def test_on_a_really_full_disk_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """F7, T5: a small disk fills; every answer is either kept or refused, and after space is made
    the sitting goes on."""
    import subprocess

    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(disk)], capture_output=True
    )
    if made.returncode:
        pytest.skip("no mounting here")
    try:
        store = Store(disk)
        store.reserve.path.write_bytes(b"x" * 200_000)
        (disk / "film").write_bytes(b"x" * 300_000)
        acked: list[Event] = []

        def answer_until_full() -> None:
            for number in range(10_000):
                acked.extend(store.log.append([answer(f"Q-{number}")]))

        with pytest.raises(DiskFull):
            answer_until_full()
        assert not store.reserve.path.exists()
        assert ids(store) == [one.id for one in acked]
        (disk / "film").unlink()
        acked += store.log.append([answer("Q-last")])
        store.close()
        again = Store(disk)
        assert ids(again) == [one.id for one in acked]
        again.close()
    finally:
        subprocess.run(["umount", str(disk)], check=False)


# ── a locked database ─────────────────────────────────────────────────────────────────────────


def test_a_held_lock_sends_the_answer_to_the_side_journal(
    open_store: Callable[..., Store], journal: Journal
) -> None:
    store = open_store(journal)
    other = raw(store)
    other.execute("BEGIN IMMEDIATE")
    kept = event(answer())
    assert store.log.acknowledge([kept]) == "side"
    (side,) = store.outbox.iterdir()
    assert kept.id.hex() in side.read_text()
    other.execute("ROLLBACK")
    assert ids(store) == []


def test_what_waits_comes_first_when_the_lock_is_gone(store: Store) -> None:
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    first = store.log.append([answer("Q-1")]) + store.log.append([answer("Q-2")])
    assert [one.id for one in store.log.waiting] == [one.id for one in first]
    other.execute("ROLLBACK")
    last = store.log.append([answer("Q-3")])
    assert ids(store) == [one.id for one in first + last]
    assert list(store.outbox.iterdir()) == []
    assert store.log.waiting == []


def test_a_bug_does_not_wait_in_the_side_journal_and_keep_others_out(store: Store) -> None:
    other = raw(store)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(KeyError):
        store.log.append([replace(answer(), body={})])
    assert store.log.waiting == []
    store.log.append([answer()])
    other.close()
    store.log.append([answer("Q-2")])
    assert count(store, "event") == 2


def test_a_lock_given_back_in_time_is_waited_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "BUSY_MS", 5000)
    other = sqlite3.connect(store.path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    giving_back = threading.Timer(0.2, other.rollback)
    giving_back.start()
    assert store.log.acknowledge([event(answer())]) == "database"
    giving_back.join()
    other.close()


def test_the_next_start_takes_the_side_journal_in_once(open_store: Callable[..., Store]) -> None:
    store = open_store()
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    kept = store.log.append([answer()])
    (side,) = store.outbox.iterdir()
    copy = side.read_bytes()
    other.close()
    store.close()
    store = open_store()
    assert ids(store) == [kept[0].id]
    assert rows(store, "SELECT item, final FROM attempt_item") == [("Q-1", 1)]
    assert rows(store, "SELECT flags & 4 FROM event") == [(4,)]
    assert not side.exists()
    store.close()
    side.write_bytes(copy)  # it comes back, say from a copy of the folder
    assert ids(open_store()) == [kept[0].id]


def test_a_side_journal_of_a_living_program_is_left_alone(open_store: Callable[..., Store]) -> None:
    one = open_store()
    other = raw(one)
    other.execute("BEGIN EXCLUSIVE")
    one.log.append([answer("Q-1")])
    other.close()
    two = open_store()
    assert ids(two) == []
    one.log.append([answer("Q-2")])
    assert len(ids(two)) == 2


def test_when_nothing_can_be_written_it_is_not_saved(
    store: Store, failing: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(trouble(5), "before")

    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSaved) as caught:
        store.log.append([answer()])
    assert caught.value.facts == {"reason": "locked"}
    assert store.log.waiting == []
    assert list(store.outbox.iterdir()) == []


def test_a_damaged_file_does_not_swallow_the_answer(
    store: Store, failing: Callable[..., list[str]]
) -> None:
    failing(trouble(11), "before", "before")
    store.log.append([answer()])
    assert store.log.damaged == "damaged"
    assert len(list(store.outbox.iterdir())) == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "full"), "full"),
        (OSError(errno.EIO, "io"), "io"),
        (trouble(5), "locked"),
        (trouble(266), "io"),  # IOERR_READ
        (trouble(13), "full"),
        (sqlite3.ProgrammingError("bug"), "other"),
        (ValueError("bug"), "other"),
    ],
)
def test_errors_are_told_apart(error: Exception, kind: str) -> None:
    assert trouble_of(error) == kind


def test_no_room_for_the_index_of_the_log_is_a_full_disk() -> None:
    """A WAL database on a full disk cannot even be opened (`rigs.disk_full`)."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert trouble_of(error) == "full"
