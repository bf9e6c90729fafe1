"""Which copies stay, where a second one goes, and who makes them while the program runs."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ecolearn.store import backup, state
from ecolearn.store.backup import Copy, to_keep
from ecolearn.store.keeper import Keeper
from ecolearn.store.second import chosen_folder, second_folder
from ecolearn.store.store import Store
from tests.unit.store.facts_made import answer

MONDAY = datetime(2026, 3, 30, 15, tzinfo=UTC)


def made(number: int, when: datetime) -> Copy:
    return Copy(Path(f"eco-{number:06d}.db"), number, when, 1)


def a_year() -> list[Copy]:
    """Three copies on each day of a year, the newest last."""
    return [
        made(1 + 3 * day + part, MONDAY + timedelta(days=day, hours=part))
        for day in range(365)
        for part in range(3)
    ]


def test_five_last_seven_days_four_weeks_six_months_stay() -> None:
    kept = sorted((copy for copy in a_year() if copy.path in to_keep(a_year())), reverse=True,
                  key=lambda copy: copy.number)  # fmt: skip
    assert [copy.number for copy in kept[:5]] == [1095, 1094, 1093, 1092, 1091]
    days = {copy.day for copy in kept}
    newest = a_year()[-1].day
    assert {newest - timedelta(days=n) for n in range(7)} <= days
    assert len({tuple(day.isocalendar())[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 6
    assert len(kept) <= 5 + 7 + 4 + 6


def test_a_clock_that_jumps_makes_no_more_go() -> None:
    good = a_year()
    wrong = [made(2000 + n, datetime(1990, 1, 1, tzinfo=UTC)) for n in range(5)]
    kept = to_keep(good + wrong)
    assert {copy.path for copy in wrong} <= kept
    assert len(kept & {copy.path for copy in good}) >= 6
    same_day = [made(n, MONDAY) for n in range(1, 40)]
    assert len(to_keep(same_day)) == backup.LAST


def test_the_date_of_a_copy_is_its_own(store: Store) -> None:
    store.log.append([answer()])
    copy = store.backup()
    before = backup.copies(store.backups)[0].made_at
    os.utime(copy, (0, 0))
    assert backup.copies(store.backups)[0].made_at == before
    with sqlite3.connect(copy) as connection:
        connection.execute("DELETE FROM meta WHERE key = 'copied_ms'")
    connection.close()
    os.utime(copy, (86400, 86400))
    assert backup.copies(store.backups)[0].made_at.year == 1970


def test_two_programs_making_copies_take_turns(open_store: Callable[..., Store]) -> None:
    stores = [open_store(), open_store()]
    stores[0].log.append([answer()])
    troubles: list[BaseException] = []

    def work(store: Store) -> None:
        try:
            for _ in range(5):
                store.backup()
        except BaseException as error:
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert backup.number_of(backup.backups(stores[0].backups)[0]) == 10
    assert not list(stores[0].backups.glob("*.part"))


def test_a_copy_is_finished_although_somebody_writes_all_the_time(
    open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PATIENCE_S", 0.0)
    store = open_store("wal")
    store.log.append([answer()])
    assert backup.trouble_in(store.backup()) == ""


def test_a_second_copy_goes_to_the_place_that_was_chosen(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chosen_folder(store.folder) is None
    (store.folder / "preferences.json").write_text(f'{{"backup_folder": "{tmp_path / "a"}"}}')
    assert chosen_folder(store.folder) == tmp_path / "a"
    monkeypatch.setenv("ECOLEARN_BACKUP", str(tmp_path / "b"))
    assert chosen_folder(store.folder) == tmp_path / "b"
    second = second_folder(store.folder)
    assert second is not None
    store.log.append([answer()])
    copy = store.backup()
    assert (second / copy.name).read_bytes() == copy.read_bytes()
    assert store.second_trouble == ""


def test_a_second_place_that_is_away_is_told_and_tried_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("not a folder")
    monkeypatch.setenv("ECOLEARN_BACKUP", str(blocked))
    store.log.append([answer()])
    assert store.backup_if_changed(), "the copy here was made"
    assert store.second_trouble == "io"
    assert state.read(store.folder).second_trouble == "io"
    blocked.unlink()
    assert store.backup_if_changed(), "it is tried again although nothing was written"
    assert store.second_trouble == ""
    assert state.read(store.folder).second_trouble == ""


def test_a_second_copy_that_reads_back_wrong_does_not_count(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.log.append([answer()])
    copy = store.backup()

    def lie(_source: Path, target: Path) -> None:
        Path(target).write_bytes(b"something else")

    monkeypatch.setattr("shutil.copyfile", lie)
    with pytest.raises(OSError, match="second copy"):
        backup.copy_elsewhere(copy, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


# ── the keeper ────────────────────────────────────────────────────────────────────────────────


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def test_the_keeper_makes_copies_while_there_is_work(store: Store) -> None:
    keeper = Keeper(store, every_s=0.05, glance_s=0.01)
    keeper.start(0)
    store.log.append([answer("Q-1")])
    wait_for(lambda: len(backup.backups(store.backups)) == 1)
    time.sleep(0.2)
    assert len(backup.backups(store.backups)) == 1, "nothing was written since"
    store.log.append([answer("Q-2")])
    wait_for(lambda: len(backup.backups(store.backups)) == 2)
    keeper.stop()


def test_the_keeper_makes_a_copy_when_it_is_asked(store: Store) -> None:
    keeper = Keeper(store, every_s=1000, glance_s=1000)
    keeper.start(1000)
    store.log.append([answer("Q-1")])
    keeper.ask()
    wait_for(lambda: len(backup.backups(store.backups)) == 1)
    assert not store.reserve.path.exists(), "the rest of its work waits until the start is over"
    keeper.stop()


def test_the_keeper_tells_each_trouble_once_and_when_it_is_over(store: Store) -> None:
    told: list[str] = []
    keeper = Keeper(store, every_s=0.02, glance_s=0.01)
    keeper.tell = told.append
    store.backups.write_text("a file in the way")
    store.log.append([answer("Q-1")])
    keeper.start(0)
    wait_for(lambda: told == ["no-backup"])
    time.sleep(0.1)
    store.backups.unlink()
    wait_for(lambda: told == ["no-backup", "backup-made"])
    keeper.stop()


def test_the_keeper_tells_damage_and_notes_it_for_the_next_start(store: Store) -> None:
    told: list[str] = []
    keeper = Keeper(store, every_s=1000, glance_s=0.01)
    keeper.tell = told.append
    keeper.start(0)
    wait_for(lambda: keeper._store.reserve.path.exists())
    store.trouble = "page 3"
    wait_for(lambda: told == ["damaged"])
    wait_for(lambda: state.read(store.folder).damage == "page 3")
    keeper.stop()


def test_the_keeper_ends_with_the_store(open_store: Callable[..., Store]) -> None:
    store = open_store()
    keeper = Keeper(store, glance_s=0.01)
    keeper.start(0)
    store.close()
    assert keeper._thread is not None
    keeper._thread.join(5)
    assert not keeper._thread.is_alive()
