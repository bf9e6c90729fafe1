"""Committed answers a second through `study.answer`, against raw sqlite3 with the same pragmas.

Ours writes the event, its payload, the chain and the views; raw writes one row with the same
response. Each is one transaction, durable when it returns. Both run in turn, on the same disk.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

from ecolearn.content.model import (
    Course,
    Module,
    QuizSettings,
    QuizText,
)
from ecolearn.quiz.items.base import Option
from ecolearn.quiz.items.single_choice import Single
from ecolearn.store.clock import utc_now
from ecolearn.store.engine import _PRAGMAS, Journal, choose_journal
from ecolearn.store.events import canonical
from ecolearn.store.store import Store
from ecolearn.study.study import Study
from tests.benchmarks.figures import Figure, table

JOURNALS: tuple[Journal, ...] = ("truncate", "wal")
ITEMS = 40
ROUNDS = 5
SITTINGS = 10


class _Opened:
    content_hash = "5a" * 32

    def __init__(self, course: Course) -> None:
        self.course = course
        self._items = {item.id: item for item in course.modules[0].bank["en"].items}

    def item(self, item_id: str, language: str) -> tuple[Single, str] | None:
        found = self._items.get(item_id)
        return (found, "en") if found else None

    def bank(self, module_id: str, language: str = "") -> tuple[Single, ...]:
        return tuple(self._items.values())


class _Library:
    def __init__(self, opened: _Opened) -> None:
        self._opened = opened

    def open(self, course_id: str) -> _Opened:
        return self._opened

    def summaries(self) -> tuple[()]:
        return ()


def _library() -> _Library:
    options = tuple(Option(text=f"Answer {n}", right=n == 0) for n in range(4))
    items = tuple(
        Single(id=f"Q-{n:03d}", stem="Which?", options=options, outcome="O1") for n in range(ITEMS)
    )
    module = Module(
        folder="m",
        id="M",
        quiz=QuizSettings(id="M-Q"),
        bank={"en": QuizText(id="M-Q", items=items)},
    )
    return _Library(_Opened(Course(id="c", version="1", languages=("en",), modules=(module,))))


def _ours(folder: Path, journal: Journal) -> float:
    """Return answers a second; starting and finishing the sittings is not counted."""
    store = Store(folder, journal=journal)
    study = Study(store, _library(), utc_now, Random(1))
    learner = study.create_learner("Someone", "leaf", 150).value.learner_id
    spent = 0.0
    for _ in range(SITTINGS):
        sitting = study.start_quiz(learner, "c", "M").value
        begin = time.perf_counter()
        for number, item in enumerate(sitting.items):
            study.answer(sitting.attempt_id, item.item_id, {"choice": "b"}, float(number))
        spent += time.perf_counter() - begin
        study.finish(sitting.attempt_id, 99.0)
    store.close()
    return ITEMS * SITTINGS / spent


def _raw(folder: Path, journal: Journal) -> float:
    """Return rows a second: sqlite3, one table, the same pragmas, BEGIN IMMEDIATE and COMMIT."""
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.execute(f"PRAGMA journal_mode={journal}")
    connection.execute("CREATE TABLE answer (id BLOB PRIMARY KEY, body BLOB) WITHOUT ROWID")
    body = canonical({"item": "Q-001", "response": {"choice": "b"}, "score": 0.0})
    begin = time.perf_counter()
    for number in range(ITEMS * SITTINGS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO answer VALUES (?, ?)", (number.to_bytes(16, "big"), body))
        connection.execute("COMMIT")
    spent = time.perf_counter() - begin
    connection.close()
    return ITEMS * SITTINGS / spent


def measure(journal: Journal | None = None) -> tuple[float, float]:
    """Return (ours, raw) in answers a second, medians of rounds taken in turn."""
    mode = journal or choose_journal()
    ours, raw = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            raw.append(_raw(Path(folder), mode))
            ours.append(_ours(Path(folder), mode))
    return statistics.median(ours), statistics.median(raw)


def run() -> list[Figure]:
    """Return a figure for each journal."""
    figures = []
    for mode in JOURNALS:
        ours, raw = measure(mode)
        figures.append(
            Figure(
                f"durable answers through the study act, {mode.upper()}",
                ours,
                "/s",
                floor=raw,
                floor_name="raw sqlite3",
                least=0.5,
            )
        )
    return figures


if __name__ == "__main__":
    print(table(run()))
