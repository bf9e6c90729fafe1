"""T15: the stick is pulled, breaks, is full or lies about its size while progress is written to it.

`python -m tests.rigs.lost_stick [TIMES] [SEED] [--control]`, as root. Four ways in turn: the n-th
call fails with ENODEV or EIO (`disk.c`), the stick is an ext4 whose power is cut at a random
moment, it is too small, or it claims more room than it has. Afterwards every bundle there is whole
or absent; what was written before is as it was; what `export` returned (so "you may remove it" was
said) is there; and a good stick collects everything. Control: writing straight to the name, without
a temporary file and flushes, must leave halves.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from ecolearn.errors import EcoLearnError
from ecolearn.store import bundles, carrying
from ecolearn.store.store import Store
from tests.rigs import common, disk, pupil
from tests.rigs.power_cut import mounted, new_disk, shut_down

WAYS = ("fails", "cut", "small", "fake")


def work(folder: Path, acts: int, seed: int) -> Store:
    """Return an open store with so many acts more."""
    store = Store(folder, journal="truncate")
    study = common.open_study(store, seed)
    for act in itertools.islice(pupil.acts(study, random.Random(seed), lambda line: None), acts):
        act()
    return store


def export(folder: Path, stick: Path, out: Path, *, control: bool) -> None:
    """Write progress to the stick; say what was promised in `out`. Known troubles are told."""
    store = Store(folder, journal="truncate")
    try:
        if control:
            for packed in carrying.pack(store):
                (stick / packed.name).write_bytes(packed.data)
                out.write_text(json.dumps([packed.name]))
        else:
            done = carrying.export(store, stick)
            out.write_text(json.dumps([path.name for path in done.files]))
    except EcoLearnError:
        pass
    except OSError:
        if not control:
            raise
    finally:
        store.close()


def unmount(at: Path) -> None:
    """Unmount a file system; a loop device on it lets go a moment after it was unmounted itself."""
    end = time.monotonic() + 10
    while subprocess.run(["umount", "-q", str(at)], check=False).returncode:
        common.check(time.monotonic() < end, f"{at} cannot be unmounted")
        time.sleep(0.05)


def halves(stick: Path) -> list[str]:
    """Return the names of bundles that are not whole."""
    bad = []
    for path in bundles.bundles_in([stick]) if stick.is_dir() else ():
        try:
            bundles.read_bundle(path)
        except bundles.BundleProblem:
            bad.append(path.name)
    return bad


class Bench:
    """A PC with progress, and sticks."""

    def __init__(self, work_folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.data = work_folder / "data"
        self.data.mkdir()
        self.old = work_folder / "old"
        self.old.mkdir()
        store = work(self.data, 20, seed)
        carrying.export(store, self.old)
        store.close()
        work(self.data, 200, seed + 1).close()
        self.image, self.at = work_folder / "image", work_folder / "stick"
        self.at.mkdir()
        self.out, self.said = work_folder / "out", work_folder / "said"

    def once(self, way: str, *, control: bool) -> tuple[list[str], list[str]]:
        """Lose the stick once; return the halves, and what was promised and is not there."""
        for path in (self.out, self.said):
            path.unlink(missing_ok=True)
        halves_, missing = getattr(self, f"_{way}")(control)
        said = self.said.read_text() if self.said.exists() else ""
        common.check(not said, said[-1500:])
        return halves_, missing

    def _look(self, stick: Path) -> tuple[list[str], list[str]]:
        there = {path.name for path in stick.iterdir()}
        promised = json.loads(self.out.read_text()) if self.out.exists() else []
        before = [path.name for path in self.old.glob(f"*{bundles.SUFFIX}")]
        return halves(stick), [name for name in (*promised, *before) if name not in there]

    def _start(self, stick: Path, control: bool, layer: Any = None) -> int:
        def child() -> None:
            if layer is not None:
                layer()
            export(self.data, stick, self.out, control=control)

        return common.forked(child, self.said)

    def _fails(self, control: bool) -> tuple[list[str], list[str]]:
        stick = self.at / "fails"
        shutil.rmtree(stick, ignore_errors=True)
        shutil.copytree(self.old, stick)
        call = ord(self.rng.choice("wsord"))
        error = self.rng.choice((errno.ENODEV, errno.EIO))
        when, for_good = self.rng.randint(1, 6), self.rng.random() < 0.7

        def layer() -> None:
            found = disk.library()
            found.disk_begin(str(stick).encode(), b"")
            found.disk_fail(call, error, when, for_good)

        common.wait(self._start(stick, control, layer))
        result = self._look(stick)
        shutil.rmtree(stick)
        return result

    def _cut(self, control: bool) -> tuple[list[str], list[str]]:
        new_disk(self.image, self.at, "16M")
        with mounted(self.image, self.at) as stick:
            shutil.copytree(self.old, stick, dirs_exist_ok=True)
            subprocess.run(["sync", "-f", str(stick)], check=True)
            pid = self._start(stick, control)
            time.sleep(self.rng.uniform(0.005, 0.06))
            promised = self.out.read_text() if self.out.exists() else "[]"
            shut_down(stick.parent)
            common.kill_after(pid, 0)
        self.out.write_text(promised or "[]")  # what was said before the cut
        self.said.unlink(missing_ok=True)
        with mounted(self.image, self.at) as stick:
            return self._look(stick)

    def _small(self, control: bool) -> tuple[list[str], list[str]]:
        size = self.rng.randint(4, 20) * 4096
        run = subprocess.run
        run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(self.at)], check=True)
        try:
            return self._on_mounted(control)
        finally:
            run(["umount", str(self.at)], check=True)

    def _on_mounted(self, control: bool) -> tuple[list[str], list[str]]:
        for path in self.old.iterdir():
            with suppress(OSError):
                shutil.copy(path, self.at)
        if {path.name for path in self.at.iterdir()} != {path.name for path in self.old.iterdir()}:
            return [], []  # not even the older bundle fits
        if halves(self.at):
            return [], []
        common.wait(self._start(self.at, control))
        return self._look(self.at)

    def _fake(self, control: bool) -> tuple[list[str], list[str]]:
        """Mount an ext4 of 64 MB that lies in a memory of 6 MB and less: flushes fail."""
        small = self.at.with_name("small")
        small.mkdir(exist_ok=True)
        run = subprocess.run
        size = self.rng.randint(1250, 1400)
        run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(small)], check=True)
        try:
            image = small / "image"
            run(["truncate", "-s", "64M", image], check=True)
            made = run(["mkfs.ext4", "-q", "-F", "-O", "^has_journal", image], check=False)
            if made.returncode:
                return [], []
            if run(["mount", "-o", "loop", image, self.at], check=False).returncode:
                return [], []
            try:
                stick = self.at / "data"
                stick.mkdir()
                common.wait(self._start(stick, control))
            finally:
                run(["umount", str(self.at)], check=True)
            promised = json.loads(self.out.read_text()) if self.out.exists() else []
            if run(["mount", "-o", "loop", image, self.at], check=False).returncode:
                return [], promised
            try:
                if not (self.at / "data").is_dir():
                    return [], promised
                there = {path.name for path in (self.at / "data").iterdir()}
                return halves(self.at / "data"), [one for one in promised if one not in there]
            finally:
                run(["umount", str(self.at)], check=True)
        finally:
            unmount(small)

    def collects(self) -> bool:
        """Tell whether a good stick brings everything to another PC."""
        stick, other = self.data.with_name("good"), self.data.with_name("other")
        stick.mkdir()
        other.mkdir()
        store = Store(self.data, journal="truncate")
        carrying.export(store, stick)
        with store.reading() as connection:
            wanted = {row[0] for row in connection.execute("SELECT id FROM event")}
        store.close()
        teacher = Store(other, journal="truncate")
        carrying.collect(teacher, [stick])
        with teacher.reading() as connection:
            there = {row[0] for row in connection.execute("SELECT id FROM event")}
        teacher.close()
        return wanted <= there


def main() -> int:
    """Run the control and the ways in turn; 1 if a half was there or a promise was broken."""
    common.need_root()
    common.need("mkfs.ext4", "e2fsprogs")
    disk.preload("tests.rigs.lost_stick")
    given = common.options("lost_stick", 40)
    with tempfile.TemporaryDirectory(dir=common.memory()) as folder:
        bench = Bench(Path(folder), given.seed)
        results: dict[str, list[int]] = {}
        for control in (True, False):
            for number in range(40 if control else 0 if given.control else given.count):
                way = WAYS[number % len(WAYS)]
                half, missing = bench.once(way, control=control)
                name = f"control {way}" if control else way
                line = results.setdefault(name, [0, 0, 0])
                line[0] += 1
                line[1] += bool(half)
                line[2] += bool(missing)
        for name, (times, half, missing) in results.items():
            print(f"{name}: {times} times, halves {half}, promised and gone {missing}")
        good = given.control or bench.collects()
    ours = [line for name, line in results.items() if not name.startswith("control")]
    seen = sum(line[1] + line[2] for name, line in results.items() if name.startswith("control"))
    bad = sum(line[1] for line in ours)
    lost = sum(line[2] for line in ours)
    print(f"lost_stick: {sum(line[0] for line in ours)} times, halves {bad}, lost {lost}")
    return 0 if good and seen and not bad and not lost and os.geteuid() == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
