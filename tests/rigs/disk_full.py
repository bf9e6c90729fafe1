"""T5: a disk with less and less room, in steps of 4 kB.

`python -m tests.rigs.disk_full [SIZES] [SEED] [--control]`, as root: SIZES in each journal. Each
size is a small file system in memory with so much room; a learner answers until it is full. What
follows must be `DiskFull` and nothing else, whether at the start or at an answer; what was
acknowledged can still be read; once somebody has made room, the very same answer is given again and
the attempt handed in. Every third size has a reserve to give back. Control: a program that tells
before it saves must lose.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecolearn.errors import DiskFull
from ecolearn.store.engine import Journal
from ecolearn.store.events import Event
from ecolearn.store.store import Store
from ecolearn.study.study import Study
from tests.rigs import common, pupil

STEP = 4096
RESERVE = 512 * 1024
#: acts after which a learner stops: after the disk was full, and at any rate
AFTERWARDS = 25
ACTS = 4000


@dataclass
class Count:
    """What a series gave."""

    acked: int = 0
    lost: int = 0
    full: int = 0
    finished: int = 0


@contextmanager
def disk(at: Path, room: int) -> Iterator[Path]:
    """Mount a file system of `room` bytes in memory; its data folder."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={room + 2 * STEP}", "tmpfs", at], check=True
    )
    try:
        (at / "data").mkdir()
        yield at / "data"
    finally:
        subprocess.run(["umount", at], check=True)


def make_room(at: Path) -> None:
    """Be the person who deletes something."""
    subprocess.run(["mount", "-o", "remount,size=64M", at], check=True)


def one_size(
    at: Path, room: int, journal: Journal, seed: int, reserve: bool, *, too_early: bool = False
) -> Count:
    """Work on a disk of this size. Raises `Broken`, or whatever the program let through."""
    count = Count()
    told: list[Event] = []
    with disk(at, room + (RESERVE if reserve else 0)) as data:
        if reserve:
            (data / "reserve.bin").write_bytes(b"\1" * RESERVE)
        store = _open(at, data, journal, count)
        try:
            common.hook(store, told.append, too_early=too_early)
            _work(at, store, seed, count)
            lines = [common.told(common.line_of(event))[0] for event in told]
            if not too_early:
                _hand_in(at, store)
        finally:
            store.close()
        make_room(at)
        store = Store(data, journal=journal)
        try:
            count.lost = len(common.lost(store, lines))
            common.look(store)
        finally:
            store.close()
    count.acked = len(lines)
    return count


def _open(at: Path, data: Path, journal: Journal, count: Count) -> Store:
    try:
        return Store(data, journal=journal)
    except DiskFull as error:
        count.full += 1
        common.check(int(str(error.facts["needed"])) > 0, "not told how much is needed")
        make_room(at)
        return Store(data, journal=journal)


def _work(at: Path, store: Store, seed: int, count: Count) -> None:
    acts = pupil.acts(_study(at, store, count), random.Random(seed), lambda line: None)
    left = ACTS
    for act in _next(at, acts, count):
        try:
            act()
        except DiskFull:
            count.full += 1
            with store.reading() as connection:
                connection.execute("SELECT count(*) FROM event").fetchone()
            make_room(at)
            act()  # the button "once more"
        left = min(left - 1, AFTERWARDS if count.full else ACTS)
        if left <= 0:
            return


def _study(at: Path, store: Store, count: Count) -> Study:
    study = common.open_study(store)
    try:
        common.pupil(study)
    except DiskFull:
        count.full += 1
        make_room(at)
        common.pupil(study)
    return study


def _next(at: Path, acts: Iterator[pupil.Act], count: Count) -> Iterator[pupil.Act]:
    while True:
        try:
            yield next(acts)
        except DiskFull:  # the acts themselves begin a quiz
            return


def _hand_in(at: Path, store: Store) -> None:
    """See that the attempt can be finished."""
    study = common.open_study(store)
    for one in study.learners():
        for module in ("M1", "M2"):
            sitting = study.open_attempt(one.learner_id, "energy", module)
            if sitting is not None:
                try:
                    study.finish(sitting.attempt_id, 999.0)
                except DiskFull:
                    make_room(at)
                    study.finish(sitting.attempt_id, 999.0)


def series(journal: Journal, sizes: int, seed: int, at: Path) -> Count:
    """Work on every size."""
    total = Count()
    for number in range(sizes):
        one = one_size(at, number * STEP, journal, seed + number, reserve=number % 3 == 2)
        total.acked += one.acked
        total.lost += one.lost
        total.full += one.full
        total.finished += 1
    return total


def control(seed: int, at: Path) -> int:
    """Return how many events a program loses that tells too early."""
    return sum(
        one_size(at, room * STEP, "truncate", seed, False, too_early=True).lost
        for room in range(30, 56, 4)
    )


def main() -> int:
    """Run the control and both journals; 1 if something was lost or the control saw nothing."""
    given = common.options("disk_full", 40)
    common.need_root()
    total: dict[str, Any] = {"sizes": 0, "acked": 0, "lost": 0, "full": 0}
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        at = Path(work)
        seen = control(given.seed, at)
        print(f"control, told too early: lost {seen} (must lose)")
        for journal in () if given.control else common.JOURNALS:
            one = series(journal, given.count, given.seed, at)
            print(f"{journal}: {one}", flush=True)
            total["sizes"] += one.finished
            total["acked"] += one.acked
            total["lost"] += one.lost
            total["full"] += one.full
    print(
        f"disk_full: {total['sizes']} sizes, full {total['full']} times, acknowledged "
        f"{total['acked']}, lost {total['lost']}"
    )
    return 1 if total["lost"] or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
