"""T1 in short: a program killed at any moment has lost nothing it acknowledged (F1, F2).

The long form, with thousands of kills and real power cuts, is a rig of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.store import chain, views
from ecolearn.store.engine import Journal
from ecolearn.store.store import Store
from tests.unit.store.facts_made import ids

KILLS = 6
ROOT = Path(__file__).resolve().parents[3]


def killed_writer(folder: Path, journal: Journal, after_s: float) -> list[bytes]:
    """Let a program answer for a while after its first answer, kill it, and return what it had
    acknowledged."""
    command = [sys.executable, "-m", "tests.unit.store.writer", str(folder), journal]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(after_s)
        writer.kill()
        rest = writer.stdout.read()
    return whole_ids(first + rest)


def whole_ids(printed: bytes) -> list[bytes]:
    """Return the ids of the whole lines; the last may be torn."""
    lines = printed[: printed.rfind(b"\n") + 1].split()
    return [bytes.fromhex(line.decode()) for line in lines]


@pytest.mark.slow
def test_whoever_is_killed_has_lost_nothing_acknowledged(
    open_store: Callable[..., Store], folder: Path, journal: Journal
) -> None:
    seed = random.SystemRandom().getrandbits(32)
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails, so that it can be repeated
    rng = random.Random(seed)
    acked: list[bytes] = []
    for _ in range(KILLS):
        acked += killed_writer(folder, journal, rng.uniform(0, 0.15))
        store = open_store(journal)
        assert set(acked) <= set(ids(store))
        with store.reading() as connection:
            assert list(chain.verify(connection)) == []
            kept = views.digest(connection)
        store.rebuild()
        with store.reading() as connection:
            assert views.digest(connection) == kept
        assert store.quick_check() == ""
        store.close()
    assert len(acked) >= KILLS


@pytest.mark.slow
def test_several_programs_at_once_all_get_their_turn(
    open_store: Callable[..., Store], folder: Path, journal: Journal
) -> None:
    """T8 in short: no answer is refused, and the chain stays one."""
    open_store(journal).close()
    command = [sys.executable, "-m", "tests.unit.store.writer", str(folder), journal]
    with (folder / "stderr").open("wb") as stderr:
        writers = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, cwd=ROOT)
            for _ in range(3)
        ]
        first = [writer.stdout.readline() for writer in writers if writer.stdout]
        time.sleep(0.3)
        for writer in writers:
            writer.kill()
        rest = [writer.stdout.read() for writer in writers if writer.stdout]
        for writer in writers:
            writer.wait()
            assert writer.stdout is not None
            writer.stdout.close()
    acked = [one for pair in zip(first, rest, strict=True) for one in whole_ids(b"".join(pair))]
    assert len(acked) > len(writers)
    assert (folder / "stderr").read_bytes() == b""
    store = open_store(journal)
    assert set(acked) <= set(ids(store))
    with store.reading() as connection:
        assert list(chain.verify(connection)) == []
