"""The rigs in small: each runs, holds the promise, and its control sees a loss."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rigs import damage, fuzz_activities, fuzz_formulas, kill_loop, migrations
from tests.rigs.crash_states import FOLDER, Disk
from tests.rigs.disk import Op


@pytest.fixture
def seed() -> int:
    """Return a seed that is printed when the test fails."""
    number = random.SystemRandom().getrandbits(32)
    print(f"seed {number}")  # noqa: T201
    return number


@pytest.mark.slow
def test_kills_lose_nothing_and_the_control_loses(seed: int) -> None:
    acked = lost = 0
    for more in range(8):  # on a busy machine a program may be killed before its first answer
        here, gone = kill_loop.series("truncate", 5, seed + more)
        assert gone == 0
        acked += here
        lost += kill_loop.series("wal", 20, seed + more, too_early=True)[1]
        if acked and lost:
            return
    assert acked
    assert lost


@pytest.mark.slow
def test_damage_is_noticed_and_mended(seed: int, tmp_path: Path) -> None:
    total = damage.series(1, seed, tmp_path)
    assert (total["missed"], total["broken"]) == (0, 0)


@pytest.mark.slow
def test_a_small_school_is_collected_in_any_order(repository: Path) -> None:
    sizes = ["--pcs", "9", "--learners", "3", "--events", "12", "--machine", "0"]
    command = [sys.executable, "-m", "tests.rigs.merge", "6", *sizes]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith("lost 0")


@pytest.mark.slow
def test_a_migration_that_is_killed_is_old_or_new(seed: int, tmp_path: Path) -> None:
    assert migrations.series("truncate", 1, seed, tmp_path)[0] == 0
    assert migrations.series("truncate", 60, seed, tmp_path, control=True)[0] > 0


@pytest.mark.slow
@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("gcc") is None, reason="compiles for Linux"
)
def test_crash_states_lose_nothing_and_a_lying_disk_does(seed: int, repository: Path) -> None:
    command = [sys.executable, "-m", "tests.rigs.crash_states", "200", str(seed)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith("lost 0")


def test_formulas_by_chance_raise_nothing_else_and_end_in_time(seed: int) -> None:
    found = fuzz_formulas.series(300, seed)
    assert (found["uncaught"], found["late"]) == (0, 0)
    assert found["ends"]["calculated"]


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="stops itself by an alarm")
def test_formulas_without_limits_do_not_end_in_time(seed: int) -> None:
    assert fuzz_formulas.without_limits(5, seed) > 0


@pytest.mark.slow
def test_broken_activity_files_give_problems_in_time(seed: int, tmp_path: Path) -> None:
    found = fuzz_activities.series(60, seed, tmp_path / "fuzz")
    assert (found["uncaught"], found["late"]) == (0, 0)
    assert found["ends"]["calculator"]


def test_a_clean_that_trusts_states_is_seen_to_fail(seed: int) -> None:
    assert fuzz_activities.trusting(20, seed) > 0


# ── the model of a disk ───────────────────────────────────────────────────────────────────────


def a_disk(*ops: Op, lying: bool = False) -> Disk:
    """Return an empty disk after some operations in `/d`."""
    disk = Disk({"": FOLDER}, {}, lying=lying)
    for op in ops:
        disk.do(op, "/d")
    return disk


MADE = Op("O", 1, 1, b"/d/a", b"")
WRITTEN = Op("W", 1, 0, b"text", b"")
FLUSHED = Op("S", 1, 0, b"", b"")
FOLDER_FLUSHED = Op("S", 0, 1, b"/d", b"")


def test_a_file_is_certain_once_it_and_its_folder_are_flushed() -> None:
    assert a_disk(MADE, WRITTEN, FLUSHED).nothing() == {"": None}
    assert a_disk(MADE, WRITTEN, FOLDER_FLUSHED).nothing() == {"": None, "/a": b""}
    assert a_disk(MADE, WRITTEN, FLUSHED, FOLDER_FLUSHED).nothing() == {"": None, "/a": b"text"}


def test_what_a_program_sees_is_everything() -> None:
    assert a_disk(MADE, WRITTEN).everything() == {"": None, "/a": b"text"}


def test_a_lying_disk_is_certain_of_nothing() -> None:
    assert a_disk(MADE, WRITTEN, FLUSHED, FOLDER_FLUSHED, lying=True).nothing() == {"": None}


def test_a_new_file_under_an_old_name_is_another_one() -> None:
    """Files are inodes: a journal that was deleted does not merge with the next one."""
    again = Op("O", 2, 1, b"/d/a", b"")
    gone = Op("U", 0, 0, b"/d/a", b"")
    disk = a_disk(MADE, WRITTEN, FLUSHED, FOLDER_FLUSHED, gone, again)
    assert disk.nothing() == {"": None, "/a": b"text"}
    assert disk.everything() == {"": None, "/a": b""}


def test_a_renamed_folder_takes_its_files_along() -> None:
    disk = a_disk(
        Op("M", 0, 0, b"/d/x", b""),
        Op("O", 1, 1, b"/d/x/a", b""),
        Op("R", 0, 0, b"/d/x", b"/d/y"),
    )
    assert disk.everything() == {"": None, "/y": None, "/y/a": b""}
    assert disk.nothing() == {"": None}
