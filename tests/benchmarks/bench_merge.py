"""Merging bundles, against the bare inserts that any merge must do.

The floor is raw sqlite3: `INSERT OR IGNORE` of the same rows into the same two tables (envelopes
and payloads, ids ordered by time), prepared in memory beforehand, same pragmas. Ours reads the
files, checks every hash, inserts, and brings the views up to date.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
import time
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Any

from ecolearn.store import chain, views
from ecolearn.store.bundles import Packer, read_bundle
from ecolearn.store.carrying import BATCH_EVENTS, collect
from ecolearn.store.clock import Moment
from ecolearn.store.engine import _PRAGMAS
from ecolearn.store.events import canonical
from ecolearn.store.merge import _PUT_EVENT, _PUT_PAYLOAD, check
from ecolearn.store.store import Store
from ecolearn.store.tables import create_statements
from tests.benchmarks.figures import Figure, table

#: each takes a minute or more
ROUNDS = 1


@dataclass(frozen=True)
class Class:
    """PCs × learners × answers: every 40 answers are one sitting."""

    pcs: int
    learners: int
    answers: int


FORTY = Class(40, 25, 400)
SCHOOL = Class(40, 30, 200)


class _Pc:
    """One PC's chain, made without a database: only the bundle counts here."""

    def __init__(self, number: int, random: Random) -> None:
        self.inc = random.randbytes(16)
        self.key = random.randbytes(32)
        self.boot = random.randbytes(16)
        self.random = random
        self.seq = 0
        self.h = chain.first_link(self.inc)
        self.now_ms = 1_790_000_000_000 + number * 7
        self.packer = Packer()

    def add(
        self, kind: str, learner: bytes, attempt: bytes | None, item: str | None, body: Any
    ) -> None:
        self.seq += 1
        self.now_ms += self.random.randrange(20, 9000)
        raw = canonical(body)
        salt = self.random.randbytes(16)
        tail = self.random.getrandbits(62)
        number = (self.now_ms << 80) | (7 << 76) | (2 << 62) | tail
        event_id = number.to_bytes(16, "big")
        moment = Moment(self.now_ms, 300, self.now_ms - 1_789_000_000_000, self.boot, 0)
        commit_h = chain.commitment(salt, raw)
        content = b"\x5a" * 32
        fixed = (learner, attempt, kind, item, content)
        h = chain.link(
            self.h, event_id, self.inc, self.seq, self.seq, *fixed, moment=moment, commit_h=commit_h
        )
        when = (moment.wall_ms, moment.tz_min, moment.mono_ms, moment.boot, moment.flags)
        mac = chain.seal(self.key, h)
        row = (self.inc, event_id, self.seq, self.seq, *fixed, *when, commit_h, self.h, h, mac)
        self.packer.add((*row, salt, raw))
        self.h = h


def _answered(random: Random, number: int) -> dict[str, Any]:
    right = random.random() < 0.7
    choice = random.choice("abcd")
    return {
        "course": "home-energy",
        "response": {"choice": choice},
        "grade": {"score": float(right), "parts": {choice: right}},
        "score": float(right),
        "elapsed_ms": number * 9000,
    }


def make_bundles(folder: Path, size: Class, seed: int = 1) -> int:
    """Write a bundle for each PC; return the number of events."""
    random = Random(seed)
    events = 0
    for number in range(size.pcs):
        pc = _Pc(number, random)
        for _ in range(size.learners):
            learner = random.randbytes(16)
            pc.add("learner_profile", learner, None, None, _profile(random))
            for start in range(0, size.answers - 3, 40):
                attempt = random.randbytes(16)
                place = {"course": "home-energy", "module": f"M{start // 40}"}
                settings = {"pass": 0.8, "show": "one", "feedback": "at-once", "attempts": 0}
                begun = {**place, "quiz": "Q", "number": 1, "retry_of": "", "parts": 40}
                pc.add("started", learner, attempt, None, {**begun, "settings": settings})
                for index in range(min(38, size.answers - start - 2)):
                    item = f"HE{start // 40}-Q-{index:03d}"
                    pc.add("answered", learner, attempt, item, _answered(random, index))
                over = {**place, "parts": 40, "marks": {}, "score": 0.7, "passed": False}
                result = {"points": 7.0, "points_max": 10.0, "ledger": [], "outcomes": []}
                pc.add(
                    "finished",
                    learner,
                    attempt,
                    None,
                    {**over, "elapsed_ms": 400_000, "result": result},
                )
        events += pc.packer.count
        packed = pc.packer.finish(pc.inc, pc.now_ms)
        (folder / packed.name).write_bytes(packed.data)
    return events


def _profile(random: Random) -> dict[str, Any]:
    return {"name": f"Pupil {random.random()}", "picture": "leaf", "hue": 9, "language": "kk"}


def _ours(bundles: Path, data: Path) -> tuple[float, Store]:
    """Return the seconds that collecting takes, and the store."""
    store = Store(data)
    begin = time.perf_counter()
    done = collect(store, [bundles], receipts=False)
    spent = time.perf_counter() - begin
    assert done.good
    return spent, store


def _raw(bundles: Path, data: Path, a_transaction: int = 1) -> float:
    """Return the seconds that the bare inserts take, with so many bundles a transaction."""
    connection = sqlite3.connect(data / "raw.db", isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA cache_size=-65536")
    for statement in create_statements():
        connection.execute(statement)
    spent = 0.0
    files = sorted(bundles.iterdir())
    for number, path in enumerate(files):
        good, _ = check(read_bundle(path))
        rows = sorted(((*one.row, 0) for one in good), key=itemgetter(1))
        payloads = sorted(one.payload for one in good if one.payload)
        begin = time.perf_counter()
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_PUT_EVENT, rows)
        connection.executemany(_PUT_PAYLOAD, payloads)
        if (number + 1) % a_transaction == 0 or number + 1 == len(files):
            connection.execute("COMMIT")
        spent += time.perf_counter() - begin
    connection.close()
    return spent


def measure(size: Class, rounds: int = ROUNDS) -> tuple[int, float, float, float]:
    """Return the number of events, and seconds, medians of rounds taken in turn: ours, raw with a
    commit for each bundle, raw with as few commits as ours."""
    ours, raw, raw_grouped = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        bundles = Path(folder) / "bundles"
        bundles.mkdir()
        events = make_bundles(bundles, size)
        grouped = max(1, BATCH_EVENTS * size.pcs // events)
        for number in range(rounds):
            places = [Path(folder) / f"{kind}{number}" for kind in ("raw", "ours", "grouped")]
            for place in places:
                place.mkdir()
            raw.append(_raw(bundles, places[0]))
            spent, store = _ours(bundles, places[1])
            ours.append(spent)
            store.close()
            raw_grouped.append(_raw(bundles, places[2], grouped))
            for place in places:
                shutil.rmtree(place)
    return events, *map(statistics.median, (ours, raw, raw_grouped))


def rebuild_agrees(size: Class) -> bool:
    """Tell whether the views after collecting are those made anew from the log."""
    with tempfile.TemporaryDirectory() as folder:
        bundles, data = Path(folder) / "bundles", Path(folder) / "data"
        bundles.mkdir()
        data.mkdir()
        make_bundles(bundles, size)
        _, store = _ours(bundles, data)
        with store.reading() as connection:
            before = views.digest(connection)
        store.rebuild()
        with store.reading() as connection:
            after = views.digest(connection)
        store.close()
        return before == after


def run() -> list[Figure]:
    """Return the speed of a merge beside both floors, and the seconds for a school."""
    events, ours, raw, grouped = measure(FORTY)
    school, spent, _, _ = measure(SCHOOL)
    name = f"merge 40 bundles, {events:,} events, views included"
    speed = events / ours
    return [
        Figure(
            name,
            speed,
            "/s",
            floor=events / raw,
            floor_name="bare INSERT OR IGNORE of the rows, a commit a bundle",
            least=0.5,
            note="one round; hashes of every event are checked",
        ),
        Figure(
            "the same",
            speed,
            "/s",
            floor=events / grouped,
            floor_name="bare inserts with as few commits as ours",
        ),
        Figure(f"collect 40 PCs × 30 learners, {school:,} events", spent, "s", most=30.0),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare the views with a rebuild")
    if parser.parse_args().check:
        print("equal" if rebuild_agrees(Class(4, 5, 120)) else "NOT EQUAL")
    print(table(run()))
