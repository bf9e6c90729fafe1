"""T4: the n-th call to the system fails, once or for good, while a program works.

`python -m tests.rigs.io_faults [RUNS] [SEED] [--control]`: about RUNS in all, over all scenarios in
both journals (or those of `RIG_ONLY`); calls write, fsync, fdatasync, openat, rename, unlink,
ftruncate, mkdir; errors ENOSPC, EIO, EROFS, EACCES, EDQUOT, ENODEV. First each scenario runs once
to count its calls. Every failure must be a trouble we know (no traceback), nothing acknowledged may
be lost, and the next start, with a disk that works, must go on. Some runs use strace instead of the
layer under the program (`disk.c`), so that the kernel's side is covered by another tool.

Control: a program that tells before it saves must lose.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecolearn.errors import EcoLearnError
from ecolearn.store.engine import Journal
from tests.rigs import common, disk
from tests.rigs.scenarios import SCENARIOS, Scenario

CALLS = {
    "w": "write,pwrite64",
    "s": "fsync",
    "d": "fdatasync",
    "o": "openat",
    "r": "rename",
    "u": "unlink",
    "t": "ftruncate",
    "m": "mkdir",
}
ERRORS = {code: errno.errorcode[code] for code in (28, 5, 30, 13, 122, 19)}
#: one run in so many is under strace, which takes seconds
STRACED = 25
#: answers and their journal are in these; strace knows paths, not folders
_FILES = ("", "/eco.db", "/eco.db-journal", "/eco.db-wal", "/backups", "/outbox", "/packages")


@dataclass(frozen=True)
class Fault:
    """What fails: the call (a letter of `CALLS`), the error, the how-manyth, all after it too."""

    call: str
    error: int
    when: int
    for_good: bool

    def __str__(self) -> str:
        more = "+" if self.for_good else ""
        return f"{CALLS[self.call]} {ERRORS[self.error]} at {self.when}{more}"


class Surprise(Exception):
    """An error that is none of the known troubles."""


def work(scenario: Scenario, folder: Path, told: Path, *, too_early: bool = False) -> None:
    """Run the scenario; lines in `told` are what was acknowledged. Raises what is a bug."""
    out = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def ack(line: dict[str, Any]) -> None:
        os.write(out, json.dumps(line).encode() + b"\n")

    def trouble(error: Exception) -> None:
        if not isinstance(error, EcoLearnError | OSError) and scenario.name != "backup":
            # copies tell sqlite3.Error too, see `make_backup`
            raise Surprise(f"{type(error).__name__}: {error}") from error

    if too_early:
        real = common.hook
        common.hook = lambda store, tell: real(store, tell, too_early=True)
    scenario.run(folder, ack, trouble)


def one(
    scenario: Scenario, before: Path, folder: Path, fault: Fault | None, *, early: bool = False
) -> dict[str, Any]:
    """Run once with a fault, then open as the next start would; return what came of it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)
    told, said, counts = (folder.with_name(name) for name in ("told", "said", "counts"))
    for path in (told, said, counts):
        path.unlink(missing_ok=True)

    def run() -> None:
        layer = disk.library()
        layer.disk_begin(str(folder).encode(), b"")
        calls = {}
        if fault is not None:
            layer.disk_fail(ord(fault.call), fault.error, fault.when, fault.for_good)
            work(scenario, folder, told, too_early=early)
            calls[fault.call] = layer.disk_failed()
            layer.disk_fail(0, 0, 0, 0)
        counts.write_text(json.dumps(calls))

    status = common.wait(common.forked(run, said))
    failed = sum(json.loads(counts.read_text()).values()) if counts.exists() else 0
    return {"failed": failed, **_after(scenario, folder, status, told, said)}


def _after(scenario: Scenario, folder: Path, status: int, told: Path, said: Path) -> dict[str, Any]:
    lines = common.told(told.read_bytes()) if told.exists() else []
    text = said.read_text(errors="replace") if said.exists() else ""
    result: dict[str, Any] = {"acked": len(lines), "bug": "", "lost": ""}
    if status != 0 or "Traceback" in text:
        result["bug"] = text[-600:] or f"ended with {status}"
    try:
        scenario.judge(folder, lines, closely=True)
    except Exception as error:
        result["lost"] = repr(error)
    return result


def count_calls(scenario: Scenario, before: Path, folder: Path) -> dict[str, int]:
    """Return how often each call comes in the scenario."""
    shutil.rmtree(folder, ignore_errors=True)
    counts = {}
    for call in CALLS:
        shutil.copytree(before, folder)
        out = folder.with_name("counts")

        def run(call: str = call, out: Path = out) -> None:
            layer = disk.library()
            layer.disk_begin(str(folder).encode(), b"")
            layer.disk_fail(ord(call), errno.EIO, 10**9, 0)
            work(scenario, folder, folder.with_name("told"))
            out.write_text(str(layer.disk_calls()))

        common.check(common.wait(common.forked(run)) == 0, "the scenario itself failed")
        counts[call] = int(out.read_text())
        shutil.rmtree(folder)
    return counts


def straced(scenario: Scenario, before: Path, folder: Path, fault: Fault) -> dict[str, Any]:
    """Run once under strace, which lets the call fail in the kernel."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(before, folder)
    told, said = folder.with_name("told"), folder.with_name("said")
    told.unlink(missing_ok=True)
    when = f"{fault.when}{'+' if fault.for_good else ''}"
    inject = f"inject={CALLS[fault.call]}:error={ERRORS[fault.error]}:when={when}"
    paths = [part for name in _FILES for part in ("-P", f"{folder}{name}")]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", *paths, "-e", inject, sys.executable]
    command += ["-m", "tests.rigs.io_faults", "--child", scenario.name, scenario.journal]
    command += [str(scenario.seed), str(folder), str(told)]
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    with said.open("wb") as stderr:
        status = subprocess.run(command, stderr=stderr, env=environment, check=False).returncode
    return {"failed": 1, **_after(scenario, folder, status, told, said)}


def series(
    name: str, journal: Journal, runs: int, rng: random.Random, folder: Path, *, strace: bool
) -> dict[str, int]:
    """Let calls fail in one scenario; print what breaks."""
    scenario = SCENARIOS[name](journal, rng.getrandbits(32) | 1)
    before = folder / "before"
    shutil.rmtree(before, ignore_errors=True)
    before.mkdir(parents=True)
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    scenario.prepare(data)  # at the place where it is used, or it would be another PC's
    before.rmdir()
    data.rename(before)
    counts = count_calls(scenario, before, data)
    total = {"runs": 0, "failed": 0, "acked": 0, "lost": 0, "bugs": 0}
    faults = [
        Fault(call, error, when, for_good)
        for call, most in counts.items()
        for error in ERRORS
        for for_good in (False, True)
        for when in range(1, most + 1)
    ]
    rng.shuffle(faults)
    for number, fault in enumerate(faults[:runs]):
        by_strace = strace and number % STRACED == STRACED - 1
        result = (straced if by_strace else one)(scenario, before, data, fault)
        total["runs"] += 1
        total["failed"] += bool(result["failed"])
        total["acked"] += result["acked"]
        total["lost"] += bool(result["lost"])
        total["bugs"] += bool(result["bug"])
        if result["lost"] or result["bug"]:
            how = "strace" if by_strace else "layer"
            print(f"{name} {journal} {fault} ({how}): {result['lost']} {result['bug']}")
    return total


def control(seed: int, folder: Path) -> int:
    """Return in how many of 40 runs a program that tells too early lost something."""
    scenario = SCENARIOS["answer"]("truncate", seed)
    before = folder / "before"
    before.mkdir(exist_ok=True)
    losses = 0
    for when in range(20, 60):
        fault = Fault("w", errno.EIO, when, True)
        losses += bool(one(scenario, before, folder / "data", fault, early=True)["lost"])
    shutil.rmtree(before)
    return losses


def child() -> int:
    """Be the program under strace."""
    name, journal, seed, folder, told = sys.argv[2:7]
    mode: Journal = "wal" if journal == "wal" else "truncate"
    work(SCENARIOS[name](mode, int(seed)), Path(folder), Path(told))
    return 0


def main() -> int:
    """Run the control and the scenarios; 1 if anything was lost or came as a surprise."""
    if "--child" in sys.argv:
        return child()
    common.need("strace", "strace")
    disk.preload("tests.rigs.io_faults")
    given = common.options("io_faults", 1000)
    rng = random.Random(given.seed)
    sums: dict[str, int] = {}
    names = common.only(SCENARIOS)
    share = given.count // (2 * len(names))
    with tempfile.TemporaryDirectory(dir=common.memory()) as work_folder:
        losses = control(given.seed, Path(work_folder))
        print(f"control, told too early: lost in {losses} of 40 runs (must lose)", flush=True)
        for name in () if given.control else names:
            for journal in common.JOURNALS:
                total = series(name, journal, share, rng, Path(work_folder), strace=True)
                print(f"{name} {journal}: {total}", flush=True)
                sums = {key: sums.get(key, 0) + value for key, value in total.items()}
    if given.control:
        return 1 if not losses else 0
    print(
        f"io_faults: {sums['runs']} runs, {sums['failed']} with a fault, acknowledged "
        f"{sums['acked']}, lost {sums['lost']}, tracebacks {sums['bugs']}"
    )
    return 1 if sums["lost"] or sums["bugs"] or not losses else 0


if __name__ == "__main__":
    sys.exit(main())
