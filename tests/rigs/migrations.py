"""T11: programs killed while they bring a database to a newer schema.

`python -m tests.rigs.migrations [KILLS] [SEED] [--control]`: KILLS in each journal, at random
moments. The kept sample of the first released schema is opened by today's program. After a kill it
must be old or new, its facts the same to the byte, and the next start must finish the step.
Control: the same statements as Alembic's defaults run them, without one transaction around them,
must leave databases that are neither.
"""

from __future__ import annotations

import random
import runpy
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from ecolearn.store import schema, views
from ecolearn.store.engine import Journal
from ecolearn.store.migrations import run
from ecolearn.store.tables import SCHEMA
from tests.rigs import common
from tests.rigs.scenarios import Migrate, versions


def as_by_default(path: Path) -> None:
    """Do what the step does, one statement after another, each committed by itself."""
    step = Path(run.__file__).parent / "versions" / "0002_activities_and_diary.py"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in runpy.run_path(str(step))["STATEMENTS"]:
            connection.execute(statement)
        views.rebuild(connection)
        connection.execute("UPDATE alembic_version SET version_num = ?", (schema.HEAD,))
        schema.stamp(connection)


def whole(path: Path) -> bool:
    """Tell whether the database is all old or all new."""
    return len(versions(path)[1]) == 1


def series(
    journal: Journal, kills: int, seed: int, work: Path, *, control: bool = False
) -> tuple[int, int]:
    """Kill, look, try again; return how many databases were neither old nor new, and how many new
    already."""
    rng = random.Random(seed)
    scenario = Migrate(journal, seed)
    folder, before = work / "data", work / "before"
    for path in (folder, before):
        shutil.rmtree(path, ignore_errors=True)
    folder.mkdir()
    scenario.prepare(folder)
    folder.rename(before)
    shutil.copytree(before, folder)
    longest = min(_time(scenario, before, folder, control) for _ in range(3))
    broken = new = 0
    for _ in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(before, folder)
        pid = common.forked(lambda: _step(scenario, folder, control))
        common.kill_after(pid, rng.uniform(0, longest))
        if control:
            broken += not whole(folder / "eco.db")
            continue
        common.check(whole(folder / "eco.db"), "neither old nor new")
        new += versions(folder / "eco.db")[0] == SCHEMA
        scenario.judge(folder, [], closely=True)
    return broken, new


def _time(scenario: Migrate, before: Path, folder: Path, control: bool) -> float:
    shutil.rmtree(folder)
    shutil.copytree(before, folder)
    begin = time.perf_counter()
    common.wait(common.forked(lambda: _step(scenario, folder, control)))
    return time.perf_counter() - begin


def _step(scenario: Migrate, folder: Path, control: bool) -> None:
    if control:
        as_by_default(folder / "eco.db")
    else:
        scenario.run(folder, lambda line: None, _rise)


def _rise(error: Exception) -> None:
    raise error


def main() -> int:
    """Run the control and both journals; an exception tells what broke."""
    given = common.options("migrations", 30)
    with tempfile.TemporaryDirectory(dir=common.memory()) as work:
        seen = series("truncate", 200, given.seed, Path(work), control=True)[0]
        print(f"control, no transaction: {seen} of 200 neither old nor new (must be some)")
        for journal in () if given.control else common.JOURNALS:
            _, new = series(journal, given.count, given.seed, Path(work))
            print(f"{journal}: {given.count - new} old, {new} new, all finished", flush=True)
    print(f"migrations: {0 if given.control else 2 * given.count} kills, lost 0")
    return 0 if seen else 1


if __name__ == "__main__":
    sys.exit(main())
