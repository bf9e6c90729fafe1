"""From the start of the process to a library one can use, seen on a virtual screen from outside;
and the longest time the window does not answer while the core is built behind it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import Figure
from tests.benchmarks.screen import Screen, bare_environment, python

RUNS = 7
HERE = Path(__file__).resolve().parent


def run() -> list[Figure]:
    """Start EcoLearn and a bare window in turn."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        data = Path(folder) / "data"
        environment = prepare(data)
        for turn in range(RUNS + 1):
            for command, times in (
                (python("-m", "ecolearn"), ours),
                (python(str(HERE / "floor_window.py")), bare),
            ):
                restore(data)
                _first, painted, process = screen.watch(command, environment)
                process.kill()
                process.wait()
                if turn:
                    times.append(painted)
        stalls = [_stall(environment) for _ in range(5)]
    return [
        Figure(
            "start to painted, usable library",
            1000 * median(ours),
            "ms",
            1000 * median(bare),
            "bare PySide6 window",
            most=1.5,
        ),
        Figure("longest stall after the first paint", median(stalls), "ms", most=20),
    ]


def prepare(data: Path) -> dict[str, str]:
    """Make a data folder with one profile, as a PC has that was used before; return the
    environment that leads there."""
    environment = {"ECOLEARN_DATA": str(data), "ECOLEARN_LANGUAGE": "en"}
    subprocess.run(
        python(str(HERE / "make_past.py"), str(data)),
        env=bare_environment({**environment, "QT_QPA_PLATFORM": "offscreen"}),
        check=True,
    )
    _stall(environment)  # a first start and a proper end, as before every second start
    return environment


def restore(data: Path) -> None:
    """Put the folder back as `prepare` left it: the start before was ended without a goodbye, and
    the next one would rightly speak of it."""
    kept = data.with_name(data.name + "-kept")
    if not kept.exists():
        shutil.copytree(data, kept)
    shutil.rmtree(data)
    shutil.copytree(kept, data)


def _stall(environment: dict[str, str]) -> float:
    done = subprocess.run(
        python(str(HERE / "probe_window.py"), "stall"),
        env=bare_environment({**environment, "QT_QPA_PLATFORM": "offscreen"}),
        check=True,
        capture_output=True,
        text=True,
    )
    return float(json.loads(done.stdout.splitlines()[-1])["longest_ms"])
