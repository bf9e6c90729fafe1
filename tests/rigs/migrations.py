"""T11: programs killed while they bring a database to a newer schema.

`python -m tests.rigs.migrations [KILLS] [SEED] [--control]`: KILLS in each journal, at random
moments. Only schema 1 exists, so the rig brings a second step along (a column, a table, a table
made anew). After a kill the database must be old or new, its facts the same to the byte, and the
next start must finish the step. Control: the same step as Alembic's defaults do it, without one
transaction around it, must leave databases that are neither.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from ecolearn.store.engine import Journal
from tests.rigs import common
from tests.rigs.scenarios import Migrate


def as_by_default(path: Path) -> None:
    """Do what the step does, one statement after another, each committed by itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE place ADD COLUMN room TEXT DEFAULT ''")
        connection.execute("CREATE TABLE more (a INTEGER)")
        connection.execute("CREATE TABLE lease_new AS SELECT *, '' AS note FROM lease")
        connection.execute("DROP TABLE lease")
        connection.execute("ALTER TABLE lease_new RENAME TO lease")
        connection.execute("PRAGMA user_version=2")


def whole(path: Path) -> bool:
    """Tell whether the database is all old or all new."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(place)")}
        notes = {row[1] for row in connection.execute("PRAGMA table_info(lease)")}
    signs = {version == 2, "more" in names, "room" in columns, "note" in notes}
    return len(signs) == 1 and "lease_new" not in names


def series(journal: Journal, kills: int, seed: int, work: Path, *, control: bool = False) -> int:
    """Kill, look, try again; return how many databases were neither old nor new."""
    rng = random.Random(seed)
    scenario = Migrate(journal, seed)
    folder, before = work / "data", work / "before"
    for path in (folder, before):
        shutil.rmtree(path, ignore_errors=True)
    folder.mkdir()
    scenario.prepare(folder)
    folder.rename(before)
    shutil.copytree(before, folder)
    begin = time.perf_counter()
    common.wait(common.forked(lambda: _step(scenario, folder, control)))
    longest = time.perf_counter() - begin
    broken = 0
    for _ in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(before, folder)
        pid = common.forked(lambda: _step(scenario, folder, control))
        common.kill_after(pid, rng.uniform(0, longest))
        if control:
            broken += not whole(folder / "eco.db")
            continue
        common.check(whole(folder / "eco.db"), "neither old nor new")
        scenario.judge(folder, [], closely=True)
    return broken


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
        seen = series("truncate", 200, given.seed, Path(work), control=True)
        print(f"control, no transaction: {seen} of 200 neither old nor new (must be some)")
        for journal in () if given.control else common.JOURNALS:
            series(journal, given.count, given.seed, Path(work))
            print(f"{journal}: {given.count} kills, all old or new, all finished", flush=True)
    print(f"migrations: {0 if given.control else 2 * given.count} kills, lost 0")
    return 0 if seen else 1


if __name__ == "__main__":
    sys.exit(main())
