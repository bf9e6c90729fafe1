"""T2: cut the power under a program that answers, and count what was acknowledged and is gone.

`python -m tests.rigs.power_cut [CUTS] [SEED]`, as root on Linux. Each cut has a file system of its
own: ext4 in a file in memory, shut down by the kernel without writing its log out. `file` is the
control: one line, one flush, no database. What was printed before the cut must be there after it;
an answer under way at that very moment may be lost though its flush succeeded, by the control too.
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
from pathlib import Path

from ecolearn.store import chain, views
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store

EXT4_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = struct.pack("I", 2)
LONGEST_S = 0.4
_PLAIN = """
import os, sys
file = os.open(sys.argv[1] + "/plain", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
os.fsync(file); os.fsync(os.open(sys.argv[1], os.O_RDONLY))
for number in range(10**9):
    line = b"%032x\\n" % number
    os.write(file, line); os.fdatasync(file); os.write(1, line)
"""


@dataclass
class Count:
    """What a series gave."""

    acked: int = 0
    lost: int = 0
    cuts_with_loss: int = 0


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """Mount an image for a while."""
    subprocess.run(["mount", "-o", "loop", image, at], check=True)
    try:
        yield at / "data"
    finally:
        subprocess.run(["umount", at], check=True)


def new_disk(image: Path, at: Path) -> None:
    """Make an empty disk with a data folder."""
    image.unlink(missing_ok=True)
    subprocess.run(["truncate", "-s", "64M", image], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    with mounted(image, at) as data:
        data.mkdir()


def cut(data: Path, kind: str, acks: Path, after_s: float) -> set[bytes]:
    """Let a program write, cut the power, return the ids it had printed by then."""
    program = ["-c", _PLAIN] if kind == "file" else ["-m", "tests.unit.store.writer"]
    with acks.open("wb") as out:
        command = [sys.executable, *program, str(data), kind]
        writer = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        while acks.stat().st_size == 0:
            time.sleep(0.005)
        time.sleep(after_s)
        disk = os.open(data.parent, os.O_RDONLY)
        printed = acks.read_bytes()
        fcntl.ioctl(disk, EXT4_IOC_SHUTDOWN, NO_LOG_FLUSH)
        os.close(disk)
        writer.kill()
        writer.wait()
    return set(printed[: printed.rfind(b"\n") + 1].split())


def found(data: Path, kind: str) -> set[bytes]:
    """Return the ids that are there, after opening as the program would."""
    if kind == "file":
        text = (data / "plain").read_bytes()
        return set(text[: text.rfind(b"\n") + 1].split())
    journal: Journal = "wal" if kind == "wal" else "truncate"
    store = Store(data, journal=journal)
    with store.reading() as connection:
        ids = {row[0].hex().encode() for row in connection.execute("SELECT id FROM event")}
        assert not list(chain.verify(connection)), "the chain is broken"
        kept = views.digest(connection)
    store.rebuild()
    with store.reading() as connection:
        assert views.digest(connection) == kept, "the views are not what the log says"
    assert store.quick_check() == ""
    store.close()
    return ids


def series(kind: str, cuts: int, rng: random.Random, work: Path) -> Count:
    """Cut `cuts` times."""
    count = Count()
    image, at, acks = work / "image", work / "disk", work / "acks"
    at.mkdir(exist_ok=True)
    for _ in range(cuts):
        new_disk(image, at)
        with mounted(image, at) as data:
            acked = cut(data, kind, acks, rng.uniform(0, LONGEST_S))
        with mounted(image, at) as data:
            gone = acked - found(data, kind)
        count.acked += len(acked)
        count.lost += len(gone)
        count.cuts_with_loss += bool(gone)
    return count


def main() -> int:
    """Run all series; 1 if the program lost anything."""
    cuts = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().getrandbits(32)
    print(f"{cuts} cuts each, seed {seed}")
    lost = 0
    with tempfile.TemporaryDirectory(dir="/dev/shm") as work:
        for kind in ("file", "truncate", "wal"):
            count = series(kind, cuts, random.Random(seed), Path(work))
            print(f"{kind}: acked {count.acked}, lost {count.lost} in {count.cuts_with_loss} cuts")
            lost += count.lost if kind != "file" else 0
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
