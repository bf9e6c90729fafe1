"""A shelf of 1,000 courses with 20,000 lessons: the first scan against reading the files, and the
second start against one with two courses."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from ecolearn.content.library import Library
from tests.benchmarks.bench_start import HERE, prepare, restore
from tests.benchmarks.figures import Figure
from tests.benchmarks.made_courses import make_course
from tests.benchmarks.screen import Screen, bare_environment, python

COURSES, LESSONS = 1_000, 20
DROP = Path("/proc/sys/vm/drop_caches")


def run() -> list[Figure]:
    """Make the shelf, scan it, start on it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shelf = folder / "shelf"
        for number in range(COURSES):
            make_course(shelf, number, LESSONS, words=120, items=1)
        figures = [_scan(folder, shelf, dropped=False)]
        if os.access(DROP, os.W_OK):
            figures.append(_scan(folder, shelf, dropped=True))
        figures += [_again(folder, shelf), _second_start(folder, shelf)]
    return figures


def _scan(folder: Path, shelf: Path, *, dropped: bool) -> Figure:
    ours, floor = [], []
    for turn in range(3):
        cache = folder / f"cache-{dropped}-{turn}"
        for work, times in (
            (lambda c=cache: _first_scan(shelf, c), ours),
            (lambda: _read(shelf), floor),
        ):
            if dropped:
                DROP.write_text("3")
            times.append(_timed(work))
    what = ", page cache dropped" if dropped else ""
    return Figure(
        f"first scan of {COURSES:,} courses{what}",
        1000 * median(ours),
        "ms",
        1000 * median(floor),
        "reading the files",
        most=1.5,
    )


def _again(folder: Path, shelf: Path) -> Figure:
    cache = folder / "cache-False-0"
    times = [_timed(lambda: Library([(shelf, "folder")], cache).summaries()) for _ in range(7)]
    return Figure("index of the shelf read again", 1000 * median(times), "ms", most=15)


def _second_start(folder: Path, shelf: Path) -> Figure:
    environment = prepare(folder / "data")
    many = {**environment, "ECOLEARN_COURSES": str(shelf)}
    subprocess.run(
        python(str(HERE / "probe_window.py"), "stall"),
        env=bare_environment({**many, "QT_QPA_PLATFORM": "offscreen"}),
        check=True,
        capture_output=True,
    )
    few_environment = prepare(folder / "few")
    times: dict[str, list[float]] = {"many": [], "few": []}
    with Screen() as screen:
        for turn in range(6):
            for key, variables in (("many", many), ("few", few_environment)):
                restore(Path(variables["ECOLEARN_DATA"]))
                _first, painted, process = screen.watch(python("-m", "ecolearn"), variables)
                process.kill()
                process.wait()
                if turn:
                    times[key].append(painted)
    return Figure(
        f"second start with {COURSES:,} courses",
        1000 * median(times["many"]),
        "ms",
        1000 * median(times["few"]),
        "the bundled course alone",
        most=1.3,
    )


def _first_scan(shelf: Path, cache: Path) -> None:
    Library([(shelf, "folder")], cache).scan()


def _read(shelf: Path) -> None:
    for path in shelf.rglob("*"):
        if path.is_file():
            path.read_bytes()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
