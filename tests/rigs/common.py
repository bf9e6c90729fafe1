"""What the rigs share: arguments, the hook on the acknowledgement, a look at the database.

A program in trouble is a fork of the rig: a real process that can be killed, without the half
second that Python takes to import everything. The rig has no database open when it forks.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from ecolearn.store import chain, views
from ecolearn.store.clock import utc_now
from ecolearn.store.engine import Journal
from ecolearn.store.events import Event
from ecolearn.store.store import Store
from ecolearn.study.study import Study
from tests.unit.study.courses_made import Shelf, a_course

JOURNALS: tuple[Journal, ...] = ("truncate", "wal")


@dataclass(frozen=True)
class Options:
    """What the command line says: how many, with which seed, only the control."""

    count: int
    seed: int
    control: bool


def options(name: str, count: int) -> Options:
    """Read `[N] [SEED] [--control]`, print the seed, keep the log quiet."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.rigs.{name}")
    parser.add_argument("count", type=int, nargs="?", default=count)
    parser.add_argument("seed", type=int, nargs="?")
    parser.add_argument("--control", action="store_true", help="run only the negative control")
    given = parser.parse_args()
    seed = random.SystemRandom().getrandbits(32) if given.seed is None else given.seed
    print(f"{name}: {given.count}, seed {seed}", flush=True)
    logging.disable(logging.CRITICAL)
    return Options(given.count, seed, given.control)


def only(names: Iterable[str]) -> list[str]:
    """Return the names, or those of them that `RIG_ONLY` lists."""
    wanted = {one for one in os.environ.get("RIG_ONLY", "").split(",") if one}
    return [name for name in names if not wanted or name in wanted]


def need(program: str, package: str) -> None:
    """Exit with 2 if a program is missing, naming the Debian package that brings it."""
    if shutil.which(program) is None and not Path(program).exists():
        print(f"needs {program}: apt-get install {package}")
        sys.exit(2)


def need_root() -> None:
    """Exit with 2 if this is not root."""
    if os.geteuid() != 0:
        print("needs root: it mounts file systems")
        sys.exit(2)


def memory() -> str | None:
    """Return a folder in memory, if there is one: a kill does not care where the files are."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


# ── a program in trouble ──────────────────────────────────────────────────────────────────────


def forked(work: Callable[[], None], stderr: Path | None = None) -> int:
    """Run `work` in a process of its own and return its pid; it ends with 0, or 1 on an error."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _work(work, stderr)
    return pid


def _work(work: Callable[[], None], stderr: Path | None) -> NoReturn:
    status = 1
    try:
        if stderr is not None:
            os.dup2(os.open(stderr, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        work()
        status = 0
    except BaseException:
        with suppress(OSError):
            os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


def wait(pid: int) -> int:
    """Return the exit code of a child, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def kill_after(pid: int, seconds: float) -> None:
    """Kill a child like a power cut does, and wait until it is gone."""
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


# ── the acknowledgement ───────────────────────────────────────────────────────────────────────


def line_of(event: Event) -> bytes:
    """Return what is printed when an event is acknowledged."""
    told = {
        "id": event.id.hex(),
        "kind": event.kind,
        "attempt": event.attempt.hex() if event.attempt else "",
        "item": event.item,
        "body": event.body.decode(),
    }
    return json.dumps(told).encode() + b"\n"


def hook(store: Store, tell: Callable[[Event], None], *, too_early: bool = False) -> None:
    """Tell each event once `acknowledge` has returned. With `too_early`, the negative control, it
    is told before it is saved."""
    real = store.log.acknowledge

    def acknowledge(events: Any) -> Any:
        if too_early:
            for event in events:
                tell(event)
        where = real(events)
        if not too_early:
            for event in events:
                tell(event)
        return where

    store.log.acknowledge = acknowledge  # type: ignore[method-assign]


def told(raw: bytes) -> list[dict[str, Any]]:
    """Return the whole lines; the last may be torn."""
    return [json.loads(line) for line in raw[: raw.rfind(b"\n") + 1].split(b"\n") if line]


# ── the core over a small course ──────────────────────────────────────────────────────────────


def shelf() -> Shelf:
    """Return a library with one small course."""
    library = Shelf()
    library.put(a_course())
    return library


def open_study(store: Store, seed: int = 0, library: Shelf | None = None) -> Study:
    """Return the acts over an open store."""
    return Study(store, library or shelf(), utc_now, random.Random(seed))


def pupil(study: Study) -> str:
    """Return the id of the one learner, made if need be."""
    there = study.learners()
    if there:
        return there[0].learner_id
    return study.create_learner("Aru", "leaf", 150, language="kk").value.learner_id


# ── afterwards ────────────────────────────────────────────────────────────────────────────────


class Broken(AssertionError):
    """The promise is broken, or the database is not what it should be."""


def check(good: bool, what: str) -> None:
    """Raise `Broken` if something is not so."""
    if not good:
        raise Broken(what)


def lost(store: Store, lines: Iterable[dict[str, Any]]) -> list[str]:
    """Return the ids of acknowledged events that are not there with the same content."""
    with store.reading() as connection:
        bodies = dict(connection.execute("SELECT event_id, body FROM payload"))
    return [
        one["id"]
        for one in lines
        if "id" in one and bodies.get(bytes.fromhex(one["id"])) != one["body"].encode()
    ]


def look(store: Store, *, rebuild: bool = True) -> None:
    """Look at the whole database: chain, bodies, pages and, with `rebuild`, views made anew.
    Raises `Broken`."""
    with store.reading() as connection:
        check(not list(chain.verify(connection)), "the chain is broken")
        complaint = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        check(complaint == "ok", f"SQLite complains: {complaint}")
        if not rebuild:
            return
        kept = views.digest(connection)
    store.rebuild()
    with store.reading() as connection:
        check(views.digest(connection) == kept, "the views are not what the log says")


def resumes(study: Study, lines: Iterable[dict[str, Any]]) -> None:
    """See that the attempt worked on last is found as it was acknowledged: same item, answers and
    time used, or more (what was saved but not yet told). Raises `Broken`."""
    wanted: dict[str, Any] = {}
    for one in lines:
        attempt = one.get("attempt", "")
        if one.get("kind") == "shown":
            wanted = {"attempt": attempt, "marks": {}, "elapsed": 0.0, "done": False}
        if not wanted or attempt != wanted["attempt"]:
            continue
        body = json.loads(one["body"]) if "body" in one else {"elapsed_ms": one["tick"] * 1000}
        wanted["elapsed"] = max(wanted["elapsed"], body.get("elapsed_ms", 0) / 1000)
        if one.get("kind") in ("answered", "drafted"):
            wanted["marks"][one["item"]] = body["response"]
        if one.get("kind") == "moved":
            wanted["position"] = body["position"]
        wanted["done"] = wanted["done"] or one.get("kind") == "finished"
        wanted["last"] = one.get("kind")
    if not wanted:
        return
    sitting = study.sitting(wanted["attempt"])
    if wanted["done"]:
        check(sitting.finished, "a finished attempt is open again")
        study.result(wanted["attempt"])
        return
    if not sitting.finished:
        waiting = [
            study.open_attempt(one.learner_id, "energy", module)
            for one in study.learners()
            for module in ("M1", "M2")
        ]
        check(
            any(one and one.attempt_id == wanted["attempt"] for one in waiting),
            "the attempt is not offered again",
        )
    check(sitting.elapsed_s >= wanted["elapsed"] - 0.001, "time used was forgotten")
    with study.store.reading() as connection:
        newest = connection.execute(
            "SELECT p.body FROM event AS e JOIN payload AS p ON p.event_id = e.id "
            "WHERE e.attempt = ? AND e.kind = 'moved' ORDER BY e.seq DESC LIMIT 1",
            (bytes.fromhex(wanted["attempt"]),),
        ).fetchone()
    if newest:
        check(sitting.position == json.loads(newest[0])["position"], "another item is shown")
    else:
        check("position" not in wanted and sitting.position == 0, "another item is shown")
    unseen = [item for item in wanted["marks"] if item not in sitting.marks]
    check(not unseen, f"answers are not shown: {unseen}")
