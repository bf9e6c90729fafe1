"""Facts for tests, short to write and easy to tell apart."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from ecolearn.store.clock import Clock
from ecolearn.store.events import Event, Fact, make_event
from ecolearn.store.store import Store


def an_id(name: str) -> bytes:
    """Return 16 bytes that stand for `name`."""
    return hashlib.sha256(name.encode()).digest()[:16]


def answer(
    item: str = "Q-1", choice: str = "a", score: float = 1.0, attempt: str = "first", at_s: int = 1
) -> Fact:
    """Return the fact that Aru answered an item."""
    body = {
        "course": "energy",
        "response": {"choice": choice},
        "grade": {"score": score, "parts": {choice: score == 1.0}},
        "score": score,
        "elapsed_ms": at_s * 1000,
    }
    return Fact("answered", body, an_id("Aru"), an_id(attempt), item, b"\x5a" * 32)


def profile(name: str = "Aru", learner: str = "Aru") -> Fact:
    """Return the fact that a profile is called `name`."""
    body = {"name": name, "picture": "leaf", "hue": 150, "language": "kk"}
    return Fact("learner_profile", body, an_id(learner))


def event(fact: Fact) -> Event:
    """Return the fact with an id and a time."""
    return make_event(fact, Clock().moment())


def count(store: Store, table: str) -> int:
    """Return the number of rows."""
    with store.reading() as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def ids(store: Store) -> list[bytes]:
    """Return the ids in the log, in the order of the chain."""
    return [row[0] for row in rows(store, "SELECT id FROM event ORDER BY inc, seq")]


def rows(store: Store, sql: str, *parameters: object) -> list[Any]:
    """Return what a question to the database is answered with."""
    with store.reading() as connection:
        return connection.execute(sql, parameters).fetchall()


def raw(store: Store) -> sqlite3.Connection:
    """Return a connection outside the store, as another program would have."""
    return sqlite3.connect(store.path, isolation_level=None, timeout=0)
