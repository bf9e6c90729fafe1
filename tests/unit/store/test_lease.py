"""Work that is open elsewhere is told; what a program left that was killed is not (3.3)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ecolearn.store.lease import Leases
from ecolearn.store.processes import is_alive, started_at
from ecolearn.store.store import Store
from tests.unit.store.facts_made import an_id

ARU = an_id("Aru")
_HOLD = """
import sys, time
from pathlib import Path
from ecolearn.store.lease import Leases
from ecolearn.store.store import Store
store = Store(Path(sys.argv[1]))
Leases(store).take(bytes.fromhex(sys.argv[2]))
print("taken", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(folder: Path, repository: Path) -> subprocess.Popen[bytes]:
    """Return another program that has Aru's work open."""
    command = [sys.executable, "-c", _HOLD, str(folder), ARU.hex()]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=repository)
    assert program.stdout is not None
    assert program.stdout.readline() == b"taken\n"
    return program


def test_another_living_program_is_told_and_a_killed_one_is_not(
    folder: Path, holder: subprocess.Popen[bytes]
) -> None:
    store = Store(folder)
    mine = Leases(store)
    try:
        assert mine.elsewhere(ARU)
        mine.take(ARU)
        assert mine.elsewhere(ARU)  # a living one keeps it
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        assert not mine.elsewhere(ARU)  # at once, not after 25 s
        mine = Leases(store)
        mine.take(ARU)
        assert Leases(store).elsewhere(ARU)  # and the next one is told about us
    finally:
        assert holder.stdout is not None
        holder.stdout.close()
        holder.kill()
        holder.wait()
        store.close()


def test_a_lease_that_is_given_back_is_nobodys(folder: Path) -> None:
    store = Store(folder)
    first, second = Leases(store), Leases(store)
    first.take(ARU)
    assert second.elsewhere(ARU)
    assert not first.elsewhere(ARU)
    first.release()
    assert not second.elsewhere(ARU)
    store.close()


def test_a_process_is_known_by_its_number_and_its_start() -> None:
    me = os.getpid()
    started = started_at(me)
    assert is_alive(me, started or 0)
    if started:
        assert not is_alive(me, started - 1)  # the number was given away again
    assert not is_alive(2**22 + 1, 7)


def test_a_holder_of_an_earlier_version_is_no_program(folder: Path) -> None:
    store = Store(folder)
    moment = store.clock.moment()
    row = (ARU, b"\xff" * 16, moment.boot, moment.mono_ms + 20_000)
    store.note("INSERT INTO lease (learner, holder, boot, until_ms) VALUES (?, ?, ?, ?)", row)
    assert not Leases(store).elsewhere(ARU)
    store.close()
