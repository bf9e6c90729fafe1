"""A new life begins where the database is found at another place (RELIABILITY 3.6, F11)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.store import chain, incarnation
from ecolearn.store.store import Store
from tests.unit.store.facts_made import answer, ids, rows

REASONS = "SELECT reason FROM incarnation ORDER BY ord"


def test_a_new_database_begins_its_first_life(store: Store) -> None:
    assert rows(store, REASONS) == [("created",)]


def test_at_the_same_place_the_life_goes_on(open_store: Callable[..., Store]) -> None:
    first = open_store()
    first.log.append([answer("Q-1")])
    first.close()
    again = open_store()
    again.log.append([answer("Q-2")])
    assert rows(again, REASONS) == [("created",)]
    assert rows(again, "SELECT seq FROM event ORDER BY seq") == [(1,), (2,)]


def test_a_copied_folder_begins_a_new_life_and_keeps_the_old_events(
    open_store: Callable[..., Store], tmp_path: Path
) -> None:
    first = open_store()
    first.log.append([answer("Q-1")])
    first.close()
    shutil.copytree(first.folder, tmp_path / "copy")
    second = Store(tmp_path / "copy")
    second.log.append([answer("Q-2")])
    assert rows(second, REASONS) == [("created",), ("moved",)]
    found = rows(second, "SELECT seq, lamport, item FROM event ORDER BY lamport")
    assert found == [(1, 1, "Q-1"), (1, 2, "Q-2")]
    with second.reading() as connection:
        assert list(chain.verify(connection)) == []
    assert second.log.inc != first.log.inc
    second.close()


def test_another_pc_is_another_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = incarnation.place_of(tmp_path / "eco.db")
    assert here == incarnation.place_of(tmp_path / "eco.db")
    assert here != incarnation.place_of(tmp_path / "other" / "eco.db")
    monkeypatch.setattr(incarnation, "_machine", lambda: "another PC")
    assert here != incarnation.place_of(tmp_path / "eco.db")


def test_what_a_merge_brought_in_is_earlier_than_what_comes_next(
    open_store: Callable[..., Store],
) -> None:
    store = open_store()
    with store.database.transaction() as connection:
        connection.execute("INSERT INTO meta VALUES ('lamport', '500')")
    store.close()
    store = open_store()
    store.log.append([answer()])
    assert rows(store, "SELECT seq, lamport FROM event") == [(1, 501)]
    assert len(ids(store)) == 1


def test_pcs_made_from_one_image_are_told_apart_by_their_network_cards(tmp_path: Path) -> None:
    from ecolearn.store.machine import hardware

    def card(name: str, bus: str, address: str, assigned: str = "0") -> None:
        device = tmp_path / "devices" / bus / name
        device.mkdir(parents=True)
        folder = tmp_path / "net" / name
        folder.mkdir(parents=True)
        (folder / "device").symlink_to(device)
        (folder / "address").write_text(f"{address}\n")
        (folder / "addr_assign_type").write_text(f"{assigned}\n")

    (tmp_path / "net" / "lo").mkdir(parents=True)
    assert hardware(tmp_path / "net") == ""
    card("eth0", "pci0000:00", "00:11:22:33:44:55")
    card("phone", "pci0000:00/usb1", "66:66:66:66:66:66")
    card("random", "pci0000:00", "77:77:77:77:77:77", "1")
    assert hardware(tmp_path / "net") == "00:11:22:33:44:55"
    assert hardware(tmp_path / "nothing") == ""


def test_a_sealed_image_gives_every_pc_a_life_and_a_key_of_its_own(
    open_store: Callable[..., Store],
) -> None:
    from ecolearn.store import sealing

    first = open_store()
    first.log.append([answer("Q-1")])
    first.close()
    (first.folder / "preferences.json").write_text('{"last_learner_id": "aru"}')
    sealing.seal(first.folder)
    assert not (first.folder / "preferences.json").exists()
    again = open_store()
    again.log.append([answer("Q-2")])
    assert rows(again, REASONS) == [("created",), ("sealed",)]
    keys = [row[0] for row in rows(again, "SELECT device_key FROM incarnation ORDER BY ord")]
    assert keys[0] == b""
    assert len(keys[1]) == 32
    with again.reading() as connection:
        assert list(chain.verify(connection)) == []
    assert again.backup()


def test_an_image_is_not_sealed_under_an_open_window(store: Store) -> None:
    from ecolearn.store import sealing
    from ecolearn.store.trouble import DatabaseBusy

    with pytest.raises(DatabaseBusy):
        sealing.seal(store.folder)


def test_the_command_asks_what_to_do_with_progress(
    open_store: Callable[..., Store],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from ecolearn import cli

    store = open_store()
    store.log.append([answer("Q-1")])
    store.backup()
    store.close()
    monkeypatch.setenv("ECOLEARN_DATA", str(store.folder))
    assert cli.main(["seal-image"]) == 1
    assert "--keep-progress" in capsys.readouterr().err
    assert rows(open_store(), REASONS) == [("created",)]


def test_progress_is_moved_away_whole(
    open_store: Callable[..., Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ecolearn import cli

    store = open_store("wal")
    store.log.append([answer("Q-1")])
    store.backup()
    store.close()
    monkeypatch.setenv("ECOLEARN_DATA", str(store.folder))
    target = tmp_path / "kept"
    assert cli.main(["seal-image", "--move-progress", str(target)]) == 0
    assert not (store.folder / "eco.db").exists()
    assert not (store.folder / "backups").exists()
    moved = Store(target)
    assert rows(moved, "SELECT item FROM event") == [("Q-1",)]
    moved.close()
    assert cli.main(["seal-image"]) == 0


def test_the_head_is_found_without_reading_all_events(store: Store) -> None:
    """After each answer of another program all events were read: 12 ms with 16,000 of them, and
    99 of 100 answers took 300 ms (`rigs.many_processes`)."""

    def steps() -> int:
        count = [0]

        def tick() -> int:
            count[0] += 1
            return 0

        with store.reading() as connection:
            connection.set_progress_handler(tick, 1)
            incarnation.living(connection)
            connection.set_progress_handler(None, 1)
        return count[0]

    store.log.append([answer(f"Q-{number}") for number in range(20)])
    few = steps()
    store.log.append([answer(f"Q-{number}") for number in range(400)])
    assert steps() <= few + 5
