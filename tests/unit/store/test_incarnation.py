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
