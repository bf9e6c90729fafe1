"""T9: a school's bundles collected in any order, twice, with clones, forks and bad files between.

`python -m tests.rigs.merge [ORDERS] [SEED] [--pcs 40] [--learners 30] [--events 200] [--machine 25]
[--control]`: every PC writes learners × events facts and carries them on a stick, some of them
twice, from clones, reset images and restored copies; five bundles are copied and five are bad.
Then a teacher's PC collects everything in ORDERS random orders, at once, in parts, or again. After
each order the events and payloads must be those of the set union that SQL makes of the sources, the
views those made anew from that union, and the chains the same; one collect may take 30 s.

Before that the state machine of `school` runs `--machine` examples: few PCs, all acts mixed.
Control: with stamps by arrival in place of logical time, orders must be seen to differ.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import logging
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import seed as seeded
from hypothesis.stateful import run_state_machine_as_test

from ecolearn.store import merge, views
from ecolearn.store.carrying import collect
from ecolearn.store.chains import stored_chains
from ecolearn.store.store import Store
from ecolearn.store.views import stamp
from tests.rigs import common, school
from tests.rigs.school import COLUMNS, Carried, School

PROCESSES = 2
LIMIT_S = 30.0
CONTROL_ORDERS = 8


def digests(store: Store) -> dict[str, str]:
    """Return what must be the same in any order."""
    with store.reading() as connection:
        found = {
            "events": _digest(connection, f"SELECT {COLUMNS} FROM event ORDER BY id"),
            "payloads": _digest(connection, "SELECT * FROM payload ORDER BY event_id"),
            "views": views.digest(connection),
        }
        chains = repr(stored_chains(connection)).encode()
        return {**found, "chains": hashlib.sha256(chains).hexdigest()}


def _digest(connection: sqlite3.Connection, sql: str) -> str:
    total = hashlib.sha256()
    for row in connection.execute(sql):
        total.update(repr(row).encode())
    return total.hexdigest()


def wanted(carried: Carried, work: Path) -> dict[str, str]:
    """Return the digests of the set union, and of the views made from it. Its chains are those
    that the orders have in common."""
    folder = work / "wanted"
    folder.mkdir()
    store = Store(folder)
    try:
        with (
            store.database.transaction() as connection,
            closing(sqlite3.connect(carried.union)) as union,
        ):
            connection.executemany(
                f"INSERT INTO event ({COLUMNS}, fork) VALUES ({', '.join('?' * 19)})",
                union.execute(
                    f"SELECT {COLUMNS}, row_number() OVER (PARTITION BY inc, seq ORDER BY id) - 1 "
                    "FROM event"
                ),
            )
            rows = union.execute("SELECT event_id, salt, body FROM payload")
            connection.executemany("INSERT INTO payload VALUES (?, ?, ?)", rows)
            views.rebuild(connection)
        found = digests(store)
    finally:
        store.close()
        shutil.rmtree(folder)
    del found["chains"]
    return found


def one_order(carried: Carried, folder: Path, rng: random.Random) -> dict[str, Any]:
    """Collect everything in a random order; return digests, the longest collect in seconds, and
    what was wrong with the outcomes."""
    order = carried.files()
    rng.shuffle(order)
    way = rng.random()
    parts = [order]
    if way < 0.4:  # in parts, some files again
        cut = rng.randrange(1, len(order))
        parts = [order[:cut], order[cut // 2 :]]
    elif way < 0.6:  # all of it twice
        parts = [order, rng.sample(order, len(order))]
    folder.mkdir()
    store = Store(folder, journal=rng.choice(common.JOURNALS))
    try:
        longest = 0.0
        wrong = []
        for part in parts:
            begin = time.perf_counter()
            done = collect(store, part, receipts=False)
            longest = max(longest, time.perf_counter() - begin)
            for one in done.outcomes:
                bad = one.path.name.startswith("bad-")
                if bad != (one.state in ("refused", "odd")):
                    wrong.append(f"{one.path.name} {one.state} {one.reason}")
        return {**digests(store), "longest": longest, "wrong": wrong}
    finally:
        store.close()
        shutil.rmtree(folder)


def orders(carried: Carried, numbers: range, seed: int, out: Path, work: Path) -> None:
    """Collect in these orders; a line for each."""
    gc.freeze()
    for number in numbers:
        rng = random.Random(f"{seed} {number}")
        line = one_order(carried, work / f"order{number}", rng)
        with out.open("a") as file:
            file.write(json.dumps({"number": number, **line}) + "\n")


def run(carried: Carried, count: int, seed: int, work: Path) -> list[dict[str, Any]]:
    """Collect in so many orders, in two processes; return the lines."""
    out = work / f"lines-{time.monotonic_ns()}"
    children = [
        common.forked(lambda n=n: orders(carried, range(n, count, PROCESSES), seed, out, work))
        for n in range(PROCESSES)
    ]
    failed = [child for child in children if common.wait(child)]
    common.check(not failed, "collecting failed")
    return [json.loads(line) for line in out.read_text().splitlines()]


def by_arrival() -> None:
    """Let what comes last count as latest (the control)."""
    arrived = iter(range(10**9))
    merge.stamp = lambda lamport, event_id: stamp(next(arrived), event_id)  # type: ignore[attr-defined]


def control(work: Path, seed: int) -> int:
    """Return how many of a few orders do not give the views of the union."""
    folder = work / "control"
    folder.mkdir()
    carried = school.build(folder, 8, 3, 20, seed)
    truth = wanted(carried, folder)
    out = folder / "lines"

    def blind() -> None:
        by_arrival()
        orders(carried, range(CONTROL_ORDERS), seed, out, folder)

    common.check(common.wait(common.forked(blind)) == 0, "the control failed")
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    shutil.rmtree(folder)
    return sum(line["views"] != truth["views"] for line in lines)


def machine(examples: int, seed: int) -> None:
    """Run the state machine; an exception tells the shortest way to what broke."""
    often = settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(seeded(seed)(School), settings=often)


def main() -> int:
    """Run control, machine and orders; 1 if an order differs or a collect takes too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.rigs.merge")
    parser.add_argument("orders", type=int, nargs="?", default=20)
    parser.add_argument("seed", type=int, nargs="?")
    for name, default in (("pcs", 40), ("learners", 30), ("events", 200), ("machine", 25)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--control", action="store_true", help="run only the negative control")
    given = parser.parse_args()
    seed = random.SystemRandom().getrandbits(32) if given.seed is None else given.seed
    print(f"merge: {given.orders}, seed {seed}", flush=True)
    logging.disable(logging.CRITICAL)
    school.anywhere()
    with tempfile.TemporaryDirectory(dir=common.memory()) as folder:
        work = Path(folder)
        seen = control(work, seed)
        print(f"control, by arrival: {seen} of {CONTROL_ORDERS} orders differ (must be some)")
        if given.control:
            return 0 if seen else 1
        if given.machine:
            machine(given.machine, seed)
            print(f"state machine: {given.machine} examples, all the same", flush=True)
        carried = school.build(work, given.pcs, given.learners, given.events, seed)
        print(
            f"{given.pcs} PCs, {given.learners} learners each, {given.events} events: "
            f"{carried.events} events in {len(carried.files())} files, {carried.forked} forks",
            flush=True,
        )
        truth = wanted(carried, work)
        lines = run(carried, given.orders, seed, work)
    common_chains = lines[0]["chains"]
    bad = 0
    for line in lines:
        differs = [name for name in truth if line[name] != truth[name]]
        differs += ["chains"] if line["chains"] != common_chains else []
        differs += line["wrong"]
        if differs:
            bad += 1
            print(f"order {line['number']}: {differs}")
    longest = max(line["longest"] for line in lines)
    print(
        f"merge: {len(lines)} orders of {carried.events} events, longest collect {longest:.1f} s, "
        f"{os.cpu_count()} CPUs, lost {bad}"
    )
    return 1 if bad or not seen or longest > LIMIT_S else 0


if __name__ == "__main__":
    sys.exit(main())
