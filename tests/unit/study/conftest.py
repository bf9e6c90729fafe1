"""A study over a real store and a small course, with a clock that a test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from ecolearn.store.clock import Clock
from ecolearn.store.store import Store
from ecolearn.study.study import Study
from tests.unit.study.courses_made import Shelf, a_course


@dataclass
class Hands:
    """The wall clock and the monotonic clock."""

    at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    mono_s: float = 1000.0
    boot: bytes = b"first boot......"
    store: list[Store] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def pass_s(self, seconds: float) -> None:
        """Let time go by."""
        self.at += timedelta(seconds=seconds)
        self.mono_s += seconds

    def clock(self) -> Clock:
        return Clock(self.now, lambda: self.mono_s, lambda: 0.0, self.boot)


@pytest.fixture
def hands() -> Hands:
    """Return the clocks."""
    return Hands()


@pytest.fixture
def shelf() -> Shelf:
    """Return a library with one course."""
    library = Shelf()
    library.put(a_course())
    return library


@pytest.fixture
def begin(tmp_path: Path, shelf: Shelf, hands: Hands) -> Iterator[Callable[[], Study]]:
    """Return a way to start the program, again and again, on the same data. The one before is not
    closed: it was killed."""
    opened: list[Store] = []
    folder = tmp_path / "data"
    folder.mkdir()

    def start() -> Study:
        store = Store(folder, hands.now, clock=hands.clock())
        opened.append(store)
        return Study(store, shelf, hands.now, Random(7))

    yield start
    for store in opened:
        store.close()


@pytest.fixture
def study(begin: Callable[[], Study]) -> Study:
    """Return the acts."""
    return begin()


@pytest.fixture
def aru(study: Study) -> str:
    """Return the id of a learner."""
    return study.create_learner("Aru", "leaf", 150, language="kk").value.learner_id
