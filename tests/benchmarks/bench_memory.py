"""Memory (PSS) on the library page and in a lesson with formulas."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.bench_start import HERE, prepare
from tests.benchmarks.figures import Figure
from tests.benchmarks.screen import bare_environment, python

#: GCompris and Anki as measured in PERFORMANCE.md, in MB
GCOMPRIS_MB, ANKI_MB = 96.0, 473.0


def run() -> list[Figure]:
    """Measure three times."""
    seen: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        environment = prepare(Path(folder))
        for _ in range(3):
            done = subprocess.run(
                python(str(HERE / "probe_window.py"), "memory"),
                env=bare_environment({**environment, "QT_QPA_PLATFORM": "offscreen"}),
                check=True,
                capture_output=True,
                text=True,
            )
            seen.append(json.loads(done.stdout.splitlines()[-1]))
    return [
        Figure(
            "memory on the library page",
            median(s["library_mb"] for s in seen),
            "MB",
            GCOMPRIS_MB,
            "GCompris, published",
            most=1.0,
        ),
        Figure(
            "memory in a lesson with formulas",
            median(s["lesson_mb"] for s in seen),
            "MB",
            ANKI_MB,
            "Anki, published",
            most=0.3,
        ),
    ]
