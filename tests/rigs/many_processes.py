"""T8: many programs on one database at once, with copies and collecting going on beside them.

`python -m tests.rigs.many_processes [ANSWERS] [SEED] [--control]`: eight programs of ANSWERS each,
in each journal, on a real disk (TMPDIR), while a ninth makes copies without pause and a tenth
collects bundles of other PCs, 200 events each. No answer may be refused or lost, nothing may go to
the side journal, the chain must stay one, and 99 of 100 answers must be saved within 100 ms. The
learners think for 20 to 60 ms between two answers, which is a hundred times faster than pupils do.

Control: the same with plain BEGIN in place of BEGIN IMMEDIATE must give errors.
"""

from __future__ import annotations

import gc
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ecolearn.store import carrying, engine
from ecolearn.store.engine import Journal
from ecolearn.store.events import make_event
from ecolearn.store.store import Store
from tests.rigs import common
from tests.unit.store.facts_made import answer

PROGRAMS = 8
BUNDLES = 12
LIMIT_MS = 100
THINK_S = (0.02, 0.06)


def write(folder: Path, journal: Journal, number: int, answers: int, seed: int) -> None:
    """Answer; a line of figures for the rig at the end."""
    gc.freeze()
    rng = random.Random(seed + number)
    store = Store(folder, journal=journal)
    took, ids, aside, errors = [], [], 0, 0
    for one in range(answers):
        time.sleep(rng.uniform(*THINK_S))
        event = make_event(answer(f"Q-{one % 50}", attempt=str(number)), store.clock.moment())
        begin = time.perf_counter()
        try:
            aside += store.log.acknowledge([event]) == "side"
        except Exception:
            errors += 1
            continue
        took.append((time.perf_counter() - begin) * 1000)
        ids.append(event.id.hex())
    store.close()
    line = {"took": took, "ids": ids, "aside": aside, "errors": errors}
    (folder / f"figures-{number}").write_text(json.dumps(line))


def copy(folder: Path, journal: Journal) -> None:
    """Make copies until everybody has finished."""
    store = Store(folder, journal=journal)
    made = 0
    while not (folder / "stop").exists():
        store.backup()
        made += 1
        time.sleep(0.2)
    (folder / "copies").write_text(str(made))
    store.close()


def bundles(work: Path) -> list[Path]:
    """Return bundles of other PCs."""
    stick = work / "stick"
    stick.mkdir()
    for number in range(BUNDLES):
        folder = work / f"other{number}"
        folder.mkdir()
        store = Store(folder)
        store.log.append([answer(f"Q-{n}", attempt=f"{number} {n}") for n in range(200)])
        carrying.export(store, stick)
        store.close()
    return sorted(stick.iterdir())


def collect(folder: Path, journal: Journal, files: list[Path]) -> None:
    """Collect one bundle after another, again from the first, until everybody has finished."""
    store = Store(folder, journal=journal)
    made = 0
    while not (folder / "stop").exists():
        done = carrying.collect(store, [files[made % len(files)]], receipts=False)
        common.check(done.good, "a bundle was not collected")
        made += 1
        time.sleep(0.3)
    (folder / "collected").write_text(str(made))
    store.close()


def plain_begin() -> None:
    """Make the store begin without a lock (the control)."""
    real = engine._ask

    def ask(connection: Any, sql: str, wait_ms: int) -> None:
        real(connection, "BEGIN" if sql == "BEGIN IMMEDIATE" else sql, wait_ms)

    engine._ask = ask


def series(
    journal: Journal, answers: int, seed: int, prepare: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    """Run all programs; return the figures."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "data")
        folder.mkdir()
        files = bundles(Path(work))
        Store(folder, journal=journal).close()

        def program(number: int) -> None:
            prepare()
            write(folder, journal, number, answers, seed)

        beside = [
            common.forked(lambda: copy(folder, journal), folder / "errors"),
            common.forked(lambda: collect(folder, journal, files), folder / "errors"),
        ]
        children = [
            common.forked(lambda n=number: program(n), folder / "errors")
            for number in range(PROGRAMS)
        ]
        failed = sum(common.wait(child) != 0 for child in children)
        (folder / "stop").touch()
        failed += sum(common.wait(child) != 0 for child in beside)
        errors = folder / "errors"
        if failed or (errors.exists() and errors.read_text()):
            print(errors.read_text()[-1500:])
        lines = [json.loads(path.read_text()) for path in folder.glob("figures-*")]
        store = Store(folder, journal=journal)
        try:
            with store.reading() as connection:
                there = {row[0].hex() for row in connection.execute("SELECT id FROM event")}
            common.look(store)
        finally:
            store.close()
        copies, collected = (_count(folder / name) for name in ("copies", "collected"))
    took = sorted(one for line in lines for one in line["took"])
    return {
        "answers": len(took),
        "copies": copies,
        "collected": collected,
        "errors": failed + sum(line["errors"] for line in lines),
        "aside": sum(line["aside"] for line in lines),
        "lost": sum(one not in there for line in lines for one in line["ids"]),
        "median_ms": round(statistics.median(took), 1) if took else 0,
        "p99_ms": round(took[int(len(took) * 0.99)], 1) if took else 0,
        "longest_ms": round(took[-1], 1) if took else 0,
    }


def _count(path: Path) -> int:
    return int(path.read_text()) if path.exists() else 0


def main() -> int:
    """Run the control and both journals; 1 for any error, loss or slowness."""
    given = common.options("many_processes", 200)
    blind = series("truncate", 60, given.seed, plain_begin)
    print(f"control, plain BEGIN: {blind} (must have errors or answers aside)", flush=True)
    seen = blind["errors"] + blind["aside"] > 0
    if given.control:
        return 0 if seen else 1
    bad, lost, answers = 0, 0, 0
    for journal in common.JOURNALS:
        one = series(journal, given.count, given.seed)
        print(f"{journal}: {one}", flush=True)
        lost, answers = lost + one["lost"], answers + one["answers"]
        bad += one["errors"] + one["aside"] + one["lost"] + (one["p99_ms"] > LIMIT_MS)
    print(f"many_processes: {os.cpu_count()} CPUs, {answers} answers, lost {lost}")
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
