"""T1: kill a program that answers, at random moments, again and again on the same data.

`python -m tests.rigs.kill_loop [KILLS] [SEED]`. After every kill all that was acknowledged must be
there, the chain whole, the views what the log says, and SQLite content.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from ecolearn.store import chain, views
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.unit.store.test_kill import killed_writer


def look(folder: Path, journal: Journal, acked: set[bytes]) -> None:
    """Open as after a power cut and look at everything. Raises `AssertionError`."""
    store = Store(folder, journal=journal)
    try:
        with store.reading() as connection:
            there = {row[0] for row in connection.execute("SELECT id FROM event")}
            assert acked <= there, f"{len(acked - there)} lost"
            assert not list(chain.verify(connection)), "the chain is broken"
            kept = views.digest(connection)
        store.rebuild()
        with store.reading() as connection:
            assert views.digest(connection) == kept, "the views are not what the log says"
        assert store.quick_check() == "", "SQLite complains"
    finally:
        store.close()


def main() -> int:
    """Run; an exception tells what broke, with the seed to repeat it."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().getrandbits(32)
    print(f"{kills} kills in each journal, seed {seed}")
    journals: tuple[Journal, ...] = ("truncate", "wal")
    for journal in journals:
        rng = random.Random(seed)
        acked: set[bytes] = set()
        with tempfile.TemporaryDirectory() as work:
            for number in range(kills):
                if number % 20 == 0:  # a new folder now and then: looking grows with the log
                    folder, acked_here = Path(work, str(number)), set[bytes]()
                    folder.mkdir()
                acked_here |= set(killed_writer(folder, journal, rng.uniform(0, 0.2)))
                look(folder, journal, acked_here)
                acked |= acked_here
        print(f"{journal}: {len(acked)} acknowledged, 0 lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
