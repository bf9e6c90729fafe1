"""Copies that can be trusted, and the way back from a damaged file (RELIABILITY 3.7, F12, F15)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.errors import DamagedDatabase
from ecolearn.store import backup, chain, recovery
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.unit.store.facts_made import answer, ids, profile, raw, rows


def test_a_copy_holds_what_was_written(open_store: Callable[..., Store], journal: Journal) -> None:
    store = open_store(journal)
    store.log.append([profile(), answer()])
    copy = store.backup()
    assert backup.trouble_in(copy) == ""
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (2,)
    assert [path.name for path in store.backups.iterdir()] == ["eco-000001.db"]


def test_five_copies_are_kept_and_numbers_go_on(store: Store) -> None:
    for number in range(7):
        store.log.append([answer(f"Q-{number}")])
        store.backup()
    names = [path.name for path in backup.backups(store.backups)]
    assert names == [f"eco-{n:06d}.db" for n in (7, 6, 5, 4, 3)]


def test_a_copy_is_made_only_when_something_was_written(store: Store) -> None:
    assert not store.backup_if_changed()
    store.log.append([answer()])
    assert store.backup_if_changed()
    assert not store.backup_if_changed()


def test_a_copy_that_cannot_be_made_is_told_and_harms_nobody(store: Store) -> None:
    store.log.append([answer()])
    store.backups.write_text("a file in the way")
    assert not store.backup_if_changed()
    assert store.backup_trouble == "io"
    store.backups.unlink()
    assert store.backup_if_changed()
    assert store.backup_trouble == ""


def test_a_log_that_was_tampered_with_is_no_good_copy(store: Store) -> None:
    store.log.append([answer("Q-1")])
    store.backup()
    other = raw(store)
    other.execute("DROP TRIGGER event_never_changes")
    other.execute("UPDATE event SET item = 'Q-2'")
    with pytest.raises(DamagedDatabase) as caught:
        store.backup()
    assert caught.value.facts["reason"] == "chain-changed"
    assert len(backup.backups(store.backups)) == 1


def spoil(path: Path, keep: int = 8192) -> None:
    """Overwrite the file but for its first bytes, as a dying disk might."""
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(keep)
        file.write(b"\xa5" * (size - keep))


def test_a_damaged_copy_is_passed_over(store: Store) -> None:
    store.log.append([answer("Q-1")])
    good = store.backup()
    store.log.append([answer("Q-2")])
    spoil(store.backup())
    assert next(backup.good_backups(store.backups)) == good


def test_the_check_finds_a_damaged_file(store: Store) -> None:
    for number in range(40):
        store.log.append([answer(f"Q-{number}")])
    assert store.quick_check() == ""
    root = rows(store, "SELECT rootpage FROM sqlite_master WHERE name = 'payload'")[0][0]
    store.database.close()
    with store.path.open("rb+") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    assert store.quick_check() != ""


def test_recovery_begins_with_the_newest_good_copy_and_takes_the_side_journal_in(
    open_store: Callable[..., Store],
) -> None:
    store = open_store()
    store.log.append([profile(), answer("Q-1")])
    store.backup()
    in_copy = ids(store)
    lost = store.log.append([answer("Q-2")])
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    aside = store.log.append([answer("Q-3")])
    other.close()
    store.close()
    spoil(store.path, 0)
    with pytest.raises(DamagedDatabase):
        open_store()
    done = recovery.recover(store.folder)
    assert (done.backup, done.restored, done.rescued) == ("eco-000001.db", 2, 0)
    again = open_store()
    assert set(ids(again)) == {*in_copy, aside[0].id}
    assert lost[0].id not in ids(again)
    assert rows(again, "SELECT reason FROM incarnation ORDER BY ord") == [
        ("created",),
        ("restored",),
    ]
    assert (done.quarantine / "eco.db").exists()
    with again.reading() as connection:
        assert list(chain.verify(connection)) == []


def test_recovery_saves_what_is_whole_in_the_damaged_file(
    open_store: Callable[..., Store],
) -> None:
    store = open_store()
    store.log.append([answer("Q-1")])
    store.backup()
    later = store.log.append([answer("Q-2")]) + store.log.append([answer("Q-3")])
    other = raw(store)
    other.execute("DROP TRIGGER event_never_changes")
    other.execute("UPDATE event SET item = 'Q-9' WHERE seq = 2")
    other.close()
    store.close()
    done = recovery.recover(store.folder)
    assert (done.restored, done.rescued) == (1, 1)
    again = open_store()
    assert later[1].id in ids(again)
    assert rows(again, "SELECT item, flags & 8 FROM event ORDER BY lamport") == [
        ("Q-1", 0),
        ("Q-3", 8),
    ]


def test_recovery_without_any_copy_begins_empty(open_store: Callable[..., Store]) -> None:
    store = open_store()
    store.log.append([answer("Q-1")])
    store.close()
    spoil(store.path, 0)
    done = recovery.recover(store.folder)
    assert (done.backup, done.restored, done.rescued) == ("", 0, 0)
    open_store().log.append([answer("Q-1")])


def test_the_reserve_is_made_only_where_there_is_room(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ecolearn.store import reserve

    monkeypatch.setattr(reserve, "_free", lambda folder: 1024)
    assert not store.reserve.ensure()
    monkeypatch.undo()
    assert store.reserve.ensure()
    assert store.reserve.path.stat().st_size == reserve.SIZE
    monkeypatch.setattr(reserve, "_free", lambda folder: 1024)
    assert store.reserve.release_if_low()
    assert not store.reserve.path.exists()


def test_the_background_checks_the_file_and_makes_the_reserve(store: Store) -> None:
    store.start_background()
    store.start_background()
    assert store._background is not None
    store._background.join()
    assert store.trouble == ""
    assert store.reserve.path.exists()


def test_the_folder_of_copies_is_made_durable_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut the first copy was gone with its folder (`rigs.crash_states`)."""
    flushed: list[Path] = []
    monkeypatch.setattr(backup, "sync_folder", flushed.append)
    store.backup()
    store.backup()
    assert flushed == [store.folder, store.backups, store.backups]
