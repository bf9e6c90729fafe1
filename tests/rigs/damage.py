"""T7: a damaged file. A changed fact must be noticed, and the way back must bring no wrong one.

`python -m tests.rigs.damage [TIMES] [SEED] [--control]`: TIMES for each kind: a flipped bit, a
zeroed sector, a zeroed page, two pages swapped, a cut-off end. Each damaged copy of a database with
answers, a copy and a side journal is opened and looked at closely. If a fact that can be read is
another, or one is gone, that must have been noticed. Then it is recovered: what is there must be
true, and all of the copy and the side journal must be there.

Control: the look without the chain (SQLite's own check alone) must miss changed facts.
"""

from __future__ import annotations

import gc
import itertools
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from ecolearn.errors import EcoLearnError
from ecolearn.store import checks, recovery
from ecolearn.store.opening import open_store
from tests.rigs import common, pupil

PAGE, SECTOR = 4096, 512
PROCESSES = 2
Fact = tuple[Any, ...]


def flip_bit(data: bytearray, rng: random.Random) -> None:
    """Flip a bit."""
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def zero_sector(data: bytearray, rng: random.Random) -> None:
    """Zero 512 bytes."""
    at = rng.randrange(len(data) // SECTOR) * SECTOR
    data[at : at + SECTOR] = bytes(SECTOR)


def zero_page(data: bytearray, rng: random.Random) -> None:
    """Zero a page."""
    at = rng.randrange(len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)


def swap_pages(data: bytearray, rng: random.Random) -> None:
    """Swap two pages."""
    one, two = (n * PAGE for n in rng.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]


def truncate(data: bytearray, rng: random.Random) -> None:
    """Cut the end off."""
    del data[rng.randrange(len(data)) :]


KINDS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip_bit,
    zero_sector,
    zero_page,
    swap_pages,
    truncate,
)


def prepare(folder: Path, seed: int) -> tuple[dict[bytes, Fact], set[bytes]]:
    """Make the data; return the true facts, and those that are in the copy and beside."""
    store, _ = open_store(folder, journal="truncate")
    acts = pupil.acts(common.open_study(store, seed), random.Random(seed), lambda line: None)
    for act in itertools.islice(acts, 60):
        act()
    store.backup()
    safe = set(facts(store.path))
    for act in itertools.islice(acts, 20):
        act()
    true = facts(store.path)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        aside = store.log.append([pupil.aside(seed)])
    store.close()
    for event in aside:
        true[event.id] = (event.kind, event.learner, event.attempt, event.item, event.body)
        safe.add(event.id)
    return true, safe


def facts(path: Path) -> dict[bytes, Fact]:
    """Return id → what happened, as far as it can be read."""
    found = {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        for row in connection.execute(
            "SELECT e.id, e.kind, e.learner, e.attempt, e.item, p.body "
            "FROM event AS e JOIN payload AS p ON p.event_id = e.id"
        ):
            found[row[0]] = row[1:]
    return found


def look(folder: Path, *, chain: bool = True) -> bool:
    """Open and look closely; tell whether something was noticed."""
    try:
        store, opening = open_store(folder, journal="truncate")
        try:
            if opening.recovered is not None:
                return True
            if not chain:
                with store.reading() as connection:
                    row = connection.execute("PRAGMA integrity_check(1)").fetchone()
                    return bool(row[0] != "ok")
            return not checks.look_closely(store).good
        finally:
            store.close()
    except EcoLearnError:
        return True
    except sqlite3.DatabaseError:
        if chain:
            raise
        return True


def one(
    before: Path,
    folder: Path,
    true: dict[bytes, Fact],
    safe: set[bytes],
    kind: Callable[[bytearray, random.Random], None],
    rng: random.Random,
    *,
    chain: bool = True,
) -> dict[str, int]:
    """Damage a copy, look, recover. Raises `Broken`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)
    path = folder / "eco.db"
    data = bytearray(path.read_bytes())
    kind(data, rng)
    path.write_bytes(data)
    try:
        seen = facts(path)
        changed = any(seen.get(event_id) != true[event_id] for event_id in _in_file(true, before))
        changed = changed or any(event_id not in true for event_id in seen)
    except (sqlite3.Error, OSError, UnicodeDecodeError):
        changed = True
    noticed = look(folder, chain=chain)
    result = {"changed": int(changed), "noticed": int(noticed), "missed": 0}
    if changed and not noticed:
        result["missed"] = 1
        return result
    if noticed and chain:
        recovery.recover(folder)
        store, _ = open_store(folder, journal="truncate")
        try:
            common.look(store)
            there = facts(store.path)
        finally:
            store.close()
        wrong = [event_id for event_id in there if there[event_id] != true.get(event_id)]
        common.check(not wrong, f"{len(wrong)} wrong facts after recovery")
        common.check(safe <= set(there), f"{len(safe - set(there))} facts of the copy are gone")
    return result


def _in_file(true: dict[bytes, Fact], before: Path) -> set[bytes]:
    return set(facts(before / "eco.db")) & set(true)


def series(times: int, seed: int, work: Path, *, chain: bool = True) -> dict[str, Any]:
    """Damage in every way, so often each."""
    folder, before = work / "data", work / "before"
    folder.mkdir()
    true, safe = prepare(folder, seed)
    folder.rename(before)
    total: dict[str, Any] = {"times": 0, "changed": 0, "noticed": 0, "missed": 0, "broken": 0}
    for kind in KINDS:
        rng = random.Random(f"{seed} {kind.__name__}")
        for number in range(times):
            try:
                result = one(before, folder, true, safe, kind, rng, chain=chain)
            except Exception as error:
                total["broken"] += 1
                print(f"{kind.__name__} number {number}, seed {seed}: {error!r}", flush=True)
                continue
            total["times"] += 1
            for name, value in result.items():
                total[name] += value
            if result["missed"] and chain:
                print(f"{kind.__name__} number {number}, seed {seed}: not noticed", flush=True)
    return total


def _work(times: int, seed: int, out: Path) -> None:
    gc.freeze()
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        total = series(times, seed, Path(work))
    with out.open("a") as file:
        file.write(json.dumps(total) + "\n")


def main() -> int:
    """Run the control, then all kinds in two processes; 1 if anything was missed or broke."""
    given = common.options("damage", 50)
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        blind = series(60, given.seed, Path(work), chain=False)
    print(f"control, without the chain: {blind} (must miss some)", flush=True)
    if given.control:
        return 1 if not blind["missed"] else 0
    with tempfile.TemporaryDirectory() as work:
        out = Path(work, "lines")
        share = -(-given.count // PROCESSES)
        children = [
            common.forked(lambda n=n: _work(share, given.seed + n, out)) for n in range(PROCESSES)
        ]
        failed = sum(common.wait(child) != 0 for child in children)
        lines = [json.loads(line) for line in out.read_text().splitlines()]
    sums = {name: sum(line[name] for line in lines) for name in lines[0]}
    print(
        f"damage: {sums['times'] + sums['broken']} times, facts changed {sums['changed']}, "
        f"not noticed {sums['missed']}, broken recoveries {sums['broken']}, lost {sums['broken']}"
    )
    return 1 if sums["missed"] or sums["broken"] or failed or not blind["missed"] else 0


if __name__ == "__main__":
    sys.exit(main())
