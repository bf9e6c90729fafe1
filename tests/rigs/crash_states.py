"""T3: every state in which a power cut could leave the disk, each opened with the program.

`python -m tests.rigs.crash_states [STATES] [SEED] [--control]`: STATES in all, over the scenarios
and both journals (recipe 4.2); `RIG_ONLY=restore,merge` in the environment runs only these. What a
program does to its folder is recorded; a replay then builds, after each operation, folders as a cut
could leave them: nothing of what was not flushed, all of it, or names up to a random moment with a
random part of the data, some writes torn at a sector. A flush of a file makes its data durable, one
of a folder its names; files are inodes, not names.

Control: the same with a disk that lies about flushing. It must lose; and whatever opens and passes
the checks must still hold only true facts (detected, not prevented).
"""

from __future__ import annotations

import gc
import hashlib
import itertools
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ecolearn.errors import EcoLearnError
from ecolearn.store import checks
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.rigs import common, disk
from tests.rigs.scenarios import SCENARIOS, Scenario

SECTOR = 512
FOLDER = -1
#: random states after each operation that leaves something unflushed
GUESSES = 6
#: one state in so many is looked at closely: views made anew, work goes on, migrated, installed
CLOSELY = 25
PROCESSES = 2

Names = dict[str, int]
Files = dict[int, bytes]
Tree = dict[str, bytes | None]


@dataclass
class Disk:
    """What a disk holds for certain, what is on its way, and what the program sees."""

    names: Names
    files: Files
    sure_names: Names = field(default_factory=dict)
    sure_files: Files = field(default_factory=dict)
    waiting_names: list[tuple[str, str, str, int]] = field(default_factory=list)
    waiting_data: dict[int, list[tuple[str, int, bytes]]] = field(default_factory=dict)
    lying: bool = False

    def __post_init__(self) -> None:
        self.sure_names, self.sure_files = dict(self.names), dict(self.files)

    def do(self, one: disk.Op, root: str) -> None:
        """Take in an operation."""
        path = one.first.decode("utf-8", "surrogateescape")[len(root) :]
        if one.op == "O":
            if one.number & 1 or path not in self.names:
                self._name(("link", path, "", one.inode))
                self.files.setdefault(one.inode, b"")
            if one.number & 2:
                self._data(one.inode, ("T", 0, b""))
        elif one.op == "W":
            self._data(one.inode, ("W", one.number, one.first))
        elif one.op == "T":
            self._data(one.inode, ("T", one.number, b""))
        elif one.op == "U":
            self._name(("unlink", path, "", 0))
        elif one.op == "M":
            self._name(("link", path, "", FOLDER))
        elif one.op == "R":
            target = one.second.decode("utf-8", "surrogateescape")[len(root) :]
            self._name(("rename", path, target, 0))
        elif one.op == "S" and not self.lying:
            if one.number == 1:
                self._sync_folder(path)
            else:
                self.waiting_data.pop(one.inode, None)
                self.sure_files[one.inode] = self.files.get(one.inode, b"")

    def _name(self, change: tuple[str, str, str, int]) -> None:
        rename(self.names, change)
        self.waiting_names.append(change)

    def _data(self, inode: int, change: tuple[str, int, bytes]) -> None:
        self.files[inode] = changed(self.files.get(inode, b""), change)
        self.waiting_data.setdefault(inode, []).append(change)

    def _sync_folder(self, folder: str) -> None:
        kept = []
        for change in self.waiting_names:
            if folder in {above(path) for path in change[1:3] if path}:
                rename(self.sure_names, change)
            else:
                kept.append(change)
        self.waiting_names = kept

    # ── states ────────────────────────────────────────────────────────────────────────────────

    def nothing(self) -> Tree:
        """Only what is certain."""
        return tree(self.sure_names, self.sure_files)

    def everything(self) -> Tree:
        """All that the program did."""
        return tree(self.names, self.files)

    def something(self, rng: random.Random) -> Tree:
        """Names up to a random moment, a random part of the data."""
        names, files = dict(self.sure_names), dict(self.sure_files)
        for change in self.waiting_names[: rng.randint(0, len(self.waiting_names))]:
            rename(names, change)
        for inode, waiting in self.waiting_data.items():
            share = rng.choice((0.2, 0.5, 0.8, 1.0))
            for change in waiting:
                if rng.random() < share:
                    files[inode] = changed(files.get(inode, b""), torn(change, rng))
        return tree(names, files)


def rename(names: Names, change: tuple[str, str, str, int]) -> None:
    """Apply a change of names; a renamed folder takes along what is in it."""
    kind, path, target, inode = change
    if kind == "link":
        names[path] = inode
    elif kind == "unlink":
        names.pop(path, None)
    else:
        for name in [one for one in names if one == path or one.startswith(path + "/")]:
            names[target + name[len(path) :]] = names.pop(name)


def changed(data: bytes, change: tuple[str, int, bytes]) -> bytes:
    """Return a file's content after a write or a truncation."""
    kind, at, new = change
    if kind == "T":
        return data[:at].ljust(at, b"\0")
    return data[:at].ljust(at, b"\0") + new + data[at + len(new) :]


def torn(change: tuple[str, int, bytes], rng: random.Random) -> tuple[str, int, bytes]:
    """Return a write, in one of four cases cut off at a sector."""
    kind, at, new = change
    if kind == "T" or len(new) <= SECTOR or rng.random() < 0.75:
        return change
    sectors = rng.randrange(1, -(-len(new) // SECTOR))
    if rng.random() < 0.5:
        return kind, at, new[: sectors * SECTOR]
    return kind, at + sectors * SECTOR, new[sectors * SECTOR :]


def tree(names: Names, files: Files) -> Tree:
    """Return path → content (None for a folder) of all that can be reached."""
    found: Tree = {"": None}
    for name in sorted(names):  # folders before what is in them
        if name.endswith("-shm") or (name and found.get(above(name), b"") is not None):
            continue
        inode = names[name]
        found[name] = None if inode == FOLDER else files.get(inode, b"")
    return found


def above(name: str) -> str:
    """Return the folder that a name is in; "" is the top."""
    return name.rpartition("/")[0]


# ── recording ─────────────────────────────────────────────────────────────────────────────────


def start(folder: Path) -> Disk:
    """Return the disk as the prepared folder is: all of it durable."""
    names: Names = {"": FOLDER}
    files: Files = {}
    for path in sorted(folder.rglob("*")):
        name = "/" + str(path.relative_to(folder))
        names[name] = FOLDER if path.is_dir() else path.stat().st_ino
        if path.is_file():
            files[path.stat().st_ino] = path.read_bytes()
    return Disk(names, files)


def record(scenario: Scenario, folder: Path) -> tuple[Disk, list[disk.Op]]:
    """Run the scenario in a process of its own; return the disk before, and what was done."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    scenario.prepare(folder)
    before = start(folder)
    log = folder.with_name(f"{folder.name}.log")
    log.unlink(missing_ok=True)

    def work() -> None:
        layer = disk.library()
        layer.disk_begin(str(folder).encode(), str(log).encode())

        def ack(line: dict[str, Any]) -> None:
            text = json.dumps(line).encode()
            layer.disk_ack(text, len(text))

        def rise(error: Exception) -> None:
            raise error

        scenario.run(folder, ack, rise)

    common.check(common.wait(common.forked(work)) == 0, "the scenario itself failed")
    return before, disk.read_log(log.read_bytes())


# ── replaying ─────────────────────────────────────────────────────────────────────────────────


@dataclass
class Count:
    """What was looked at: states built, those among them that differ, those that broke."""

    states: int = 0
    opened: int = 0
    lost: int = 0
    refused: int = 0
    first: str = ""


def put(folder: Path, state: Tree) -> None:
    """Make the folder what the state says."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in state.items():
        if name and content is None:
            Path(f"{folder}{name}").mkdir()
        elif content is not None:
            Path(f"{folder}{name}").write_bytes(content)


def key(state: Tree, told: int) -> bytes:
    """Return what tells states apart."""
    total = hashlib.blake2b(str(told).encode(), digest_size=16)
    for name, content in state.items():
        total.update(f"\0{name}\0{-1 if content is None else len(content)}\0".encode())
        total.update(content or b"")
    return total.digest()


def replay(
    scenario: Scenario, folder: Path, limit: int, rng: random.Random, *, lying: bool = False
) -> Count:
    """Record once, then build and open states, up to `limit`."""
    now, ops = record(scenario, folder)
    now.lying = lying
    count = Count()
    seen: set[bytes] = set()
    told: list[dict[str, Any]] = []
    for one in ops:
        if one.op == "A":
            told.append(json.loads(one.first))
        else:
            now.do(one, str(folder))
        for state in states(now, rng):
            if count.states >= limit:
                return count
            count.states += 1
            mark = key(state, len(told))
            if mark in seen:
                continue
            seen.add(mark)
            count.opened += 1
            put(folder, state)
            closely = count.opened % CLOSELY == 1
            if lying:
                _judge_lies(scenario, folder, told, count)
            else:
                _judge(scenario, folder, told, count, closely=closely)
    return count


def states(now: Disk, rng: random.Random) -> Iterator[Tree]:
    """Yield states in which a cut at this moment could leave the disk."""
    yield now.nothing()
    if not now.waiting_names and not now.waiting_data:
        return
    yield now.everything()
    for _ in range(GUESSES):
        yield now.something(rng)


def _judge(
    scenario: Scenario, folder: Path, told: list[dict[str, Any]], count: Count, *, closely: bool
) -> None:
    try:
        scenario.judge(folder, told, closely=closely)
    except Exception as error:
        count.lost += 1
        count.first = count.first or f"{scenario.name} {scenario.journal}: {error!r}"


def _judge_lies(scenario: Scenario, folder: Path, told: list[dict[str, Any]], count: Count) -> None:
    """Count what is lost, and break only if something untrue passes for good."""
    true = {bytes.fromhex(one["id"]): one["body"].encode() for one in told}
    try:
        store = Store(folder, journal=scenario.journal)
        try:
            count.lost += bool(common.lost(store, told))
            if not checks.look_closely(store).good:
                count.refused += 1
                return
            with store.reading() as connection:
                there = dict(connection.execute("SELECT event_id, body FROM payload"))
            wrong = [one for one in true if one in there and there[one] != true[one]]
            if wrong:
                count.first = count.first or f"{scenario.journal}: untrue and not noticed"
        finally:
            store.close()
    except EcoLearnError:
        count.refused += 1
        count.lost += bool(told)


def series(
    name: str, journal: Journal, limit: int, seed: int, work: Path, *, lying: bool = False
) -> Count:
    """Replay recordings with one seed after another until there are enough states."""
    total = Count()
    for number in itertools.count():
        if total.states >= limit:
            return total
        scenario = SCENARIOS[name](journal, seed + number)
        rng = random.Random(seed + number)
        one = replay(scenario, work / "data", limit - total.states, rng, lying=lying)
        total.states += one.states
        total.opened += one.opened
        total.lost += one.lost
        total.refused += one.refused
        total.first = total.first or one.first
    raise AssertionError


#: how the states are shared out
SHARES = {
    "answer": 30,
    "finish": 16,
    "settings": 14,
    "backup": 8,
    "import": 2,
    "migrate": 4,
    "restore": 6,
    "export": 8,
    "merge": 6,
    "erase": 6,
}


def _work(jobs: list[tuple[str, Journal, int]], seed: int, out: Path) -> None:
    gc.freeze()
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        for name, journal, limit in jobs:
            one = series(name, journal, limit, seed, Path(work))
            line = [name, journal, one.states, one.opened, one.lost, one.first]
            print(
                f"{name} {journal}: {one.states} states, {one.opened} different, lost {one.lost} "
                f"{one.first}",
                flush=True,
            )
            with out.open("a") as file:
                file.write(json.dumps(line) + "\n")


def main() -> int:
    """Run the control, then the scenarios in two processes; 1 if something was lost."""
    disk.preload("tests.rigs.crash_states")
    given = common.options("crash_states", 20_000)
    blind = 0
    few = min(1500, max(900, given.count))
    with tempfile.TemporaryDirectory(dir=common.memory()) as folder:
        for journal in common.JOURNALS:
            lies = series("answer", journal, few, given.seed, Path(folder), lying=True)
            print(
                f"control, lying disk, {journal}: {lies.states} states, lost in {lies.lost}, "
                f"noticed as damaged {lies.refused} {lies.first}",
                flush=True,
            )
            blind += lies.lost == 0 or bool(lies.first)
        if given.control:
            return 1 if blind else 0
        out = Path(folder, "lines")
        shared = {name: SHARES[name] for name in common.only(SHARES)}
        shares: list[list[tuple[str, Journal, int]]] = [[], []]
        for name, share in shared.items():
            for number, journal in enumerate(common.JOURNALS):
                limit = given.count * share // (2 * sum(shared.values()))
                shares[number].append((name, journal, limit))
        children = [
            common.forked(lambda jobs=jobs: _work(jobs, given.seed, out)) for jobs in shares
        ]
        failed = [one for one in children if common.wait(one)]
        lines = [json.loads(one) for one in out.read_text().splitlines()]
    states_, opened, lost = (sum(line[n] for line in lines) for n in (2, 3, 4))
    print(f"crash_states: {states_} states, {opened} different, each opened, lost {lost}")
    return 1 if lost or blind or failed else 0


if __name__ == "__main__":
    sys.exit(main())
