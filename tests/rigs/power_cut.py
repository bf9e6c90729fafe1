"""T2: cut the power under a program that answers, and count what was acknowledged and is gone.

`python -m tests.rigs.power_cut [CUTS] [SEED] [--control]`, as root on Linux: CUTS in each journal.
Each cut has a file system of its own: ext4 in a file in memory, shut down by the kernel without
writing its log out. What was told before the cut must be there after it; an answer under way at
that very moment may be lost though its flush succeeded.

Controls, which must lose in the series: WAL with synchronous NORMAL, and DELETE with FULL (Python's
default). `file` only shows the measure: one line, one flush, no database.
"""

from __future__ import annotations

import fcntl
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from ecolearn.store import engine
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.rigs import common, pupil

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = struct.pack("I", 2)
LONGEST_S = 0.4
CONTROLS = ("wal-normal", "delete-full")


@dataclass
class Count:
    """What a series gave."""

    acked: int = 0
    lost: int = 0
    cuts_with_loss: int = 0

    def __str__(self) -> str:
        return f"acknowledged {self.acked}, lost {self.lost} in {self.cuts_with_loss} cuts"


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """Mount an image for a while; its data folder."""
    subprocess.run(["mount", "-o", "loop", image, at], check=True)
    try:
        yield at / "data"
    finally:
        subprocess.run(["umount", at], check=True)


def new_disk(image: Path, at: Path, size: str = "64M") -> None:
    """Make an empty disk with a data folder."""
    image.unlink(missing_ok=True)
    subprocess.run(["truncate", "-s", size, image], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    with mounted(image, at) as data:
        data.mkdir()


def shut_down(disk: Path) -> None:
    """Cut the power of a mounted ext4."""
    handle = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(handle, EXT4_IOC_SHUTDOWN, NO_LOG_FLUSH)
    os.close(handle)


def write(data: Path, kind: str, acks: Path, seed: int) -> None:
    """Write until the power goes, as the program or as one of the controls."""
    if kind == "file":
        _plain(data, acks)
    if kind == "wal-normal":
        engine._PRAGMAS = ("PRAGMA synchronous=NORMAL", *engine._PRAGMAS[1:])
    journal: Any = kind.partition("-")[0]
    pupil.work(data, journal, acks, seed)


def _plain(data: Path, acks: Path) -> None:
    out = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    file = os.open(data / "plain", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    os.fsync(file)
    os.fsync(os.open(data, os.O_RDONLY))
    for number in count():
        line = b'{"id": "%032x"}\n' % number
        os.write(file, line)
        os.fdatasync(file)
        os.write(out, line)


def cut(data: Path, kind: str, acks: Path, rng: random.Random) -> list[dict[str, Any]]:
    """Let a program write, cut the power, return what it had told by then."""
    acks.unlink(missing_ok=True)
    acks.touch()
    seed, after_s = rng.getrandbits(32), rng.uniform(0, LONGEST_S)
    writer = common.forked(lambda: write(data, kind, acks, seed), acks.with_name("errors"))
    end = time.monotonic() + 20
    while acks.stat().st_size == 0 and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(after_s)
    disk = os.open(data.parent, os.O_RDONLY)
    raw = acks.read_bytes()
    fcntl.ioctl(disk, EXT4_IOC_SHUTDOWN, NO_LOG_FLUSH)
    os.close(disk)
    common.kill_after(writer, 0)
    return common.told(raw)


def gone(data: Path, kind: str, lines: list[dict[str, Any]]) -> int:
    """Open as the program would after the cut; return how many of the lines are lost."""
    if kind == "file":
        text = (data / "plain").read_bytes() if (data / "plain").exists() else b""
        there = {one["id"] for one in common.told(text)}
        return sum(one["id"] not in there for one in lines)
    journal: Journal = "wal" if kind.startswith("wal") else "truncate"
    store = Store(data, journal=journal)
    try:
        lost = len(common.lost(store, lines))
        common.look(store)
        if not lost and kind in common.JOURNALS:
            common.resumes(common.open_study(store), lines)
    finally:
        store.close()
    return lost


def series(kind: str, cuts: int, seed: int, work: Path) -> Count:
    """Cut `cuts` times."""
    rng = random.Random(seed)
    total = Count()
    image, at, acks = work / "image", work / "disk", work / "acks"
    at.mkdir(exist_ok=True)
    for _ in range(cuts):
        new_disk(image, at)
        with mounted(image, at) as data:
            lines = cut(data, kind, acks, rng)
        with mounted(image, at) as data:
            lost = gone(data, kind, lines)
        total.acked += sum("id" in one for one in lines)
        total.lost += lost
        total.cuts_with_loss += bool(lost)
    return total


def main() -> int:
    """Run all series; 1 if the program lost anything or a control did not."""
    given = common.options("power_cut", 40)
    common.need_root()
    common.need("mkfs.ext4", "e2fsprogs")
    blind = 0
    cuts = acked = lost = 0
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        for kind in (*CONTROLS, "file"):
            result = series(kind, min(40, max(10, given.count)), given.seed, Path(work))
            print(f"control {kind}: {result}", flush=True)
            blind += kind in CONTROLS and result.lost == 0
        for kind in () if given.control else common.JOURNALS:
            result = series(kind, given.count, given.seed, Path(work))
            print(f"{kind}: {given.count} cuts, {result}", flush=True)
            cuts, acked, lost = cuts + given.count, acked + result.acked, lost + result.lost
    print(f"power_cut: {cuts} cuts, acknowledged {acked}, lost {lost}, blind controls {blind}")
    return 1 if lost or blind else 0


if __name__ == "__main__":
    sys.exit(main())
