"""Runs the real window inside a process that watches itself: how long the event loop was away,
and how much memory a page takes. Prints one line of JSON."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from ecolearn import paths
from ecolearn.ui.application import make_application
from ecolearn.ui.context import Route
from ecolearn.ui.main_window import MainWindow
from ecolearn.ui.preferences import Preferences

SETTLE_S = 1.5
REST_S = 3.0  # after this the window has tidied up


def main(what: str) -> None:
    gc.disable()  # as `ecolearn.ui.main` does; the window turns it on with the core
    data = paths.user_data()
    preferences = Preferences.load(data)
    app = make_application(preferences)
    window = MainWindow(data, preferences)
    window.show_first()
    app.processEvents()  # the first paint
    beat = Heartbeat()
    QTimer.singleShot(0, window.start_core)
    _wait(window, SETTLE_S)
    if what == "stall":
        print(json.dumps({"longest_ms": beat.longest_ms}))
    else:
        _wait(window, REST_S)
        figures = {"library_mb": pss_mb()}
        core = window.context.core
        course = core.library.open(core.library.summaries()[0].course_id).course
        lesson = course.modules[0].lessons[0]
        window.go(Route("lesson", course.id, course.modules[0].id, lesson.id))
        _wait(window, SETTLE_S)
        figures["lesson_mb"] = pss_mb()
        print(json.dumps(figures))
    sys.stdout.flush()
    window.shut_down()


class Heartbeat:
    """Notes the longest time between two beats that should come every millisecond."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now


def _wait(window: MainWindow, seconds: float) -> None:
    app = QCoreApplication.instance()
    end = time.monotonic() + seconds
    while time.monotonic() < end or not window.jobs.idle:
        app.processEvents()
        time.sleep(0.0005)


def pss_mb() -> float:
    """Return the proportional set size of this process and its children, in MB."""
    own = os.getpid()
    return sum(_pss_mb(pid) for pid in [own, *_children(own)])


def _pss_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


main(sys.argv[1])
