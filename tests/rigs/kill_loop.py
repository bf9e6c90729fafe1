"""T1: kill a program that answers, at random moments, again and again on the same data.

`python -m tests.rigs.kill_loop [KILLS] [SEED] [--control]`: KILLS in each journal. The program is
the real `Study`. After every kill all that was acknowledged must be there with its content, the
chain whole, the views what the log says, SQLite content; and the attempt goes on at the item and
with the time used that were acknowledged. Control: a program that says "saved" before it saves.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.rigs import common, pupil

LONGEST_S = 0.08
#: a new folder after so many kills: looking grows with the log
FRESH = 10


def one_kill(
    folder: Path, journal: Journal, acks: Path, rng: random.Random, *, too_early: bool = False
) -> None:
    """Let the program work for a moment and kill it."""
    seed, after_s = rng.getrandbits(32), rng.uniform(0.005, LONGEST_S)
    pid = common.forked(
        lambda: pupil.work(folder, journal, acks, seed, too_early=too_early), folder / "errors"
    )
    common.kill_after(pid, after_s)


def look(folder: Path, journal: Journal, acks: Path) -> tuple[int, int]:
    """Open as the next start would; return how many were acknowledged and how many are lost."""
    lines = common.told(acks.read_bytes()) if acks.exists() else []
    errors = folder / "errors"
    said = errors.read_text() if errors.exists() else ""
    common.check(not said, f"an error before the kill: {said}")
    store = Store(folder, journal=journal)
    try:
        gone = common.lost(store, lines)
        common.look(store)
        if not gone:
            common.resumes(common.open_study(store), lines)
    finally:
        store.close()
    return sum("id" in one for one in lines), len(gone)


def series(journal: Journal, kills: int, seed: int, *, too_early: bool = False) -> tuple[int, int]:
    """Kill again and again; return (acknowledged, lost)."""
    rng = random.Random(seed)
    total = lost = 0
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        for number in range(kills):
            if number % FRESH == 0:
                known = 0
                folder = Path(work, str(number))
                folder.mkdir()
            acks = folder / "acks"
            one_kill(folder, journal, acks, rng, too_early=too_early)
            acked, gone = look(folder, journal, acks)
            total, known = total + acked - known, acked
            if gone:
                acks.unlink()
                lost, known = lost + gone, 0
    return total, lost


def main() -> int:
    """Run the control and the series; 1 if something was lost or the control saw nothing."""
    given = common.options("kill_loop", 200)
    controls = 0
    for journal in common.JOURNALS:
        acked, lost = series(journal, 25, given.seed, too_early=True)
        print(f"control, told too early, {journal}: acknowledged {acked}, lost {lost} (must lose)")
        controls += lost == 0
    if given.control:
        return 1 if controls else 0
    acked = lost = 0
    for journal in common.JOURNALS:
        here, gone = series(journal, given.count, given.seed)
        print(f"{journal}: {given.count} kills, acknowledged {here}, lost {gone}", flush=True)
        acked, lost = acked + here, lost + gone
    print(f"kill_loop: {2 * given.count} kills, acknowledged {acked}, lost {lost}")
    return 1 if lost or controls else 0


if __name__ == "__main__":
    sys.exit(main())
