"""A store in a folder of its own, in both journal modes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ecolearn.store.engine import Journal
from ecolearn.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty data folder."""
    data = tmp_path / "data"
    data.mkdir()
    return data


@pytest.fixture(params=["truncate", "wal"])
def journal(request: pytest.FixtureRequest) -> Journal:
    """Return each journal mode in turn."""
    mode: Journal = request.param
    return mode


@pytest.fixture
def open_store(folder: Path) -> Iterator[Callable[..., Store]]:
    """Return a way to open the store of `folder`, again and again; all are closed at the end."""
    opened: list[Store] = []

    def again(journal: Journal = "truncate") -> Store:
        store = Store(folder, journal=journal)
        opened.append(store)
        return store

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    """Return an open store."""
    return open_store()
