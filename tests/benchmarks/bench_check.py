"""`ecolearn check` of 500 lessons against markdown-it-py alone on the same files."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from markdown_it import MarkdownIt

from ecolearn.authoring.check import check_paths
from tests.benchmarks.figures import Figure, median_of
from tests.benchmarks.made_courses import make_course

COURSES, LESSONS = 10, 50


def run() -> list[Figure]:
    """Check ten courses of fifty lessons."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        courses = [make_course(folder, n, LESSONS, words=500, items=3) for n in range(COURSES)]
        ours = median_of(lambda: _check(courses), 3)
        floor = median_of(lambda: _markdown(folder), 3)
    return [
        Figure(
            f"check of {COURSES * LESSONS} lessons",
            ours,
            "s",
            floor,
            "markdown-it-py alone",
            most=2.0,
            note=f"The goal is half the speed of markdown-it-py; {os.cpu_count()} cores.",
        )
    ]


def _check(courses: list[Path]) -> float:
    began = time.perf_counter()
    check_paths(courses)
    return time.perf_counter() - began


def _markdown(folder: Path) -> float:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    began = time.perf_counter()
    for path in folder.rglob("*.md"):
        parser.render(path.read_text("utf-8"))
    return time.perf_counter() - began
