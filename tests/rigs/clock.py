"""T12: forty wrong clocks. Nobody is blocked, order stays, jumps are flagged.

`python -m tests.rigs.clock [SCENARIOS] [SEED] [--control]`. A learner answers under libfaketime
while the wall clock is what the scenario says: years off, jumping ahead or back between two
answers, crossing a change of zone, standing at the end of 32 bits. Every answer must be saved, the
order of events must be that of answering, a jump of more than 2 min must carry a flag and a steady
clock none, and the next start must go on. Control: ordering by wall time must be wrong where the
clock went back.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ecolearn.store.clock import BACKWARDS, JUMPED
from ecolearn.store.store import Store
from tests.rigs import common
from tests.unit.store.facts_made import answer

LIBRARY = "libfaketime.so.1"
PLACES = ("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")
ANSWERS = 4
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Scenario:
    """What the clock shows at the first answer, how far it jumps before each other one (seconds,
    beside the time that passes), and the zone."""

    name: str
    begin: datetime
    jumps: tuple[float, ...]
    zone: str = "UTC"

    @property
    def flags(self) -> tuple[int, ...]:
        """Return the flags each answer must carry."""
        latest, now, wanted = 0.0, 0.0, [0]
        for jump in self.jumps:
            now += jump
            flag = JUMPED if abs(jump) > 120 else 0
            if now < latest - 120:
                flag |= BACKWARDS
            latest = max(latest, now)
            wanted.append(flag)
        return tuple(wanted)


def scenarios(rng: random.Random) -> list[Scenario]:
    """Return the forty."""
    steady = (0.0,) * (ANSWERS - 1)
    years = (1971, 1995, 2000, 2024, 2030, 2037, 2038, 2040, 2050, 2099)
    found = [
        Scenario(f"the year {year}", datetime(year, 1, 20, 3, 14, tzinfo=UTC), steady)
        for year in years
    ]
    for jump in (60, 119, 600, 3600, 86400, 40_000_000):
        found.append(Scenario(f"ahead by {jump} s", START, (0.0, float(jump), 0.0)))
        found.append(Scenario(f"back by {jump} s", START, (0.0, float(-jump), 0.0)))
    found.append(Scenario("back to 1971", START, (0.0, -1.73e9, 0.0)))
    found.append(Scenario("ahead to 2099", START, (0.0, 2.28e9, 0.0)))
    found.append(Scenario("to and fro", START, (7200.0, -7200.0, 7200.0)))
    found.append(Scenario("back and back", START, (-3600.0, -3600.0, -3600.0)))
    zones = ("Asia/Almaty", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")
    for zone in zones:
        found.append(Scenario(f"zone {zone}", START, steady, zone))
    found.append(
        Scenario("summer time", datetime(2026, 3, 29, 0, 59, 58, tzinfo=UTC), steady, "CET")
    )
    found.append(
        Scenario("winter time", datetime(2026, 10, 25, 0, 59, 58, tzinfo=UTC), steady, "CET")
    )
    while len(found) < 40:
        jumps = tuple(rng.choice((0.0, rng.uniform(-1e6, 1e6))) for _ in steady)
        found.append(Scenario(f"by chance {len(found)}", START, jumps))
    return found


def learner(folder: Path, clock_file: Path, begin: float, jumps: list[float]) -> None:
    """Answer (the program under libfaketime); the clock is turned before each answer."""

    def turn(offset: float) -> None:
        clock_file.write_text(f"{begin + offset - _real():+.3f}")

    offset = 0.0
    turn(offset)
    store = Store(folder, journal="truncate")
    for number, jump in enumerate([0.0, *jumps]):
        offset += jump
        turn(offset)
        (event,) = store.log.append([answer(f"Q-{number}")])
        print(event.id.hex(), event.moment.flags, event.moment.wall_ms, flush=True)
    store.close()


def _real() -> float:
    """Return the real time, which libfaketime leaves alone in files."""
    return float(os.environ["RIG_REAL"])


def run(one: Scenario, library: str, folder: Path) -> tuple[str, bool]:
    """Return what is wrong ("" = nothing), and whether wall time would order wrongly."""
    clock_file = folder.with_name("clock")
    clock_file.write_text("+0")
    environment = {
        **os.environ,
        "LD_PRELOAD": library,
        "FAKETIME_TIMESTAMP_FILE": str(clock_file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "RIG_REAL": str(datetime.now(UTC).timestamp()),
        "TZ": one.zone,
    }
    jumps = [str(jump) for jump in one.jumps]
    command = [sys.executable, "-m", "tests.rigs.clock", "--child", str(folder), str(clock_file)]
    command += [str(one.begin.timestamp()), *jumps]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"blocked: {done.stderr[-800:]}", False
    lines = [line.split() for line in done.stdout.splitlines()]
    ids, flags = [line[0] for line in lines], tuple(int(line[1]) for line in lines)
    walls = [int(line[2]) for line in lines]
    first = timedelta(milliseconds=walls[0]).total_seconds() - one.begin.timestamp()
    store = Store(folder, journal="truncate")  # the next start, with the clock put right
    try:
        with store.reading() as connection:
            stored = [
                row[0].hex() for row in connection.execute("SELECT id FROM event ORDER BY inc, seq")
            ]
        common.look(store)
        store.log.append([answer("Q-next")])
    finally:
        store.close()
    wrong = ""
    if stored != ids:
        wrong = "order or number of events"
    elif flags != one.flags:
        wrong = f"flags {flags}, wanted {one.flags}"
    elif not -2 <= first <= 20:
        wrong = f"the first answer is {first:.1f} s off"
    return wrong, walls != sorted(walls)


def main() -> int:
    """Run all; 1 if one is wrong or the control sees nothing."""
    if "--child" in sys.argv:
        folder, clock_file, begin, *jumps = sys.argv[2:]
        learner(Path(folder), Path(clock_file), float(begin), [float(jump) for jump in jumps])
        return 0
    given = common.options("clock", 40)
    found = [Path(place, LIBRARY) for place in PLACES if Path(place, LIBRARY).exists()]
    if not found:
        common.need(f"{PLACES[0]}/{LIBRARY}", "faketime")
    bad = blind = 0
    todo = scenarios(random.Random(given.seed))[: given.count]
    for one in todo:
        with tempfile.TemporaryDirectory(dir=common.memory()) as work:
            folder = Path(work, "data")
            folder.mkdir()
            wrong, misordered = run(one, str(found[0]), folder)
        blind += misordered
        bad += bool(wrong)
        if wrong:
            print(f"{one.name}: {wrong}", flush=True)
    print(f"control, order by wall time: wrong in {blind} scenarios (must be some)")
    print(f"clock: {len(todo)} scenarios, {bad} wrong, lost {bad}")
    return 1 if bad or not blind else 0


if __name__ == "__main__":
    sys.exit(main())
