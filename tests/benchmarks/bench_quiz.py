"""From the key that hands in an answer to the painted tick, its commit included; and on to the
next question painted. The real window on the real core, offscreen, driven by keys."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.screen import bare_environment, python

ANSWERS = 500
ITEMS = 20


def run() -> list[Figure]:
    """Measure in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder) / "shelf"
        make_quiz(shelf / "quiz")
        environment = {
            "ECOLEARN_DATA": str(Path(folder) / "data"),
            "ECOLEARN_COURSES": str(shelf),
            "QT_QPA_PLATFORM": "offscreen",
        }
        done = subprocess.run(
            python("-m", "tests.benchmarks.bench_quiz"),
            env=bare_environment(environment),
            cwd=Path(__file__).resolve().parents[2],
            check=True,
            capture_output=True,
            text=True,
        )
    found = json.loads(done.stdout.splitlines()[-1])
    tick, next_one = found["tick_ms"], found["next_ms"]
    return [
        Figure("answer key to painted, saved tick, p50", percentile(tick, 0.5), "ms", most=12),
        Figure("answer key to painted, saved tick, p95", percentile(tick, 0.95), "ms", most=25),
        Figure("on to the next question painted, p50", percentile(next_one, 0.5), "ms", most=12),
        Figure(
            "on to the next question painted, p95",
            percentile(next_one, 0.95),
            "ms",
            most=25,
            note=f"{len(tick)} answers in sittings of {ITEMS} questions.",
        ),
    ]


def make_quiz(folder: Path) -> None:
    """Write a course whose only module has a quiz of `ITEMS` single-choice questions."""
    from tests.benchmarks.made_courses import item_source, lesson_source

    rng = random.Random(7)
    (folder / "m1").mkdir(parents=True)
    (folder / "course.toml").write_text(
        'format = 1\nid = "quiz"\nversion = "1"\nlanguages = ["en"]\nlicence = "CC0-1.0"\n'
        'modules = ["m1"]\ntitle.en = "Quiz"\n',
        "utf-8",
    )
    (folder / "m1" / "module.toml").write_text(
        'id = "M1"\nlessons = ["1-one"]\ntitle.en = "One"\n\n[quiz]\nid = "M1-Q"\ndraw = 0\n'
        "shuffle_items = false\n",
        "utf-8",
    )
    (folder / "m1" / "1-one.en.md").write_text(lesson_source(rng, "M1-L1", 120, 0), "utf-8")
    items = "\n".join(item_source(rng, f"M1-Q-{number:03}") for number in range(ITEMS))
    (folder / "m1" / "quiz.en.md").write_text(
        f'+++\nid = "M1-Q"\ntitle = "Quiz"\n+++\n\n{items}', "utf-8"
    )


def _drive() -> None:
    """Answer with keys and print the times."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ecolearn import paths
    from ecolearn.ui.application import make_application
    from ecolearn.ui.context import Route
    from ecolearn.ui.main_window import MainWindow
    from ecolearn.ui.pages.quiz import QuizPage
    from ecolearn.ui.preferences import Preferences

    data = paths.user_data()
    preferences = Preferences(language="en")
    app = make_application(preferences)
    marked: list[float] = []
    show_marked = QuizPage._on_marked

    def note_marked(page: QuizPage, item_id: str, value: object) -> None:
        show_marked(page, item_id, value)  # type: ignore[arg-type]
        marked.append(time.perf_counter())

    QuizPage._on_marked = note_marked  # type: ignore[method-assign]
    window = MainWindow(data, preferences)
    window.show_first()
    window.resize(1024, 680)
    window.activateWindow()
    window.start_core()

    def settle(seconds: float = 0.0) -> None:
        end = time.perf_counter() + seconds
        while not window.jobs.idle or window.page.busy or time.perf_counter() < end:
            app.processEvents()
            time.sleep(0.0002)
        app.processEvents()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key)

    settle(0.5)
    core = window.context.core
    assert core is not None
    window.context.sign_in(core.study.create_learner("Asel", "cat", 30, "", "en").value)
    settle()
    tick: list[float] = []
    following: list[float] = []
    while len(tick) < ANSWERS:
        who = window.context.learner_id
        sitting = core.study.start_quiz(who, "quiz", "M1").value
        window.go(Route("library"))
        window.go(Route("quiz", "quiz", "M1", attempt_id=sitting.attempt_id))
        settle(0.3)
        for number in range(ITEMS):
            press(Qt.Key.Key_2)
            settle(0.03)  # a person reads and thinks; what is idle work gets done
            marked.clear()
            began = time.perf_counter()
            press(Qt.Key.Key_Return)
            while not marked:
                app.processEvents()
                if time.perf_counter() - began > 5:
                    raise RuntimeError(f"no tick for question {number + 1}")
            app.processEvents()  # what was marked is painted now
            tick.append(1000 * (time.perf_counter() - began))
            settle(0.03)
            if number + 1 < ITEMS:
                began = time.perf_counter()
                press(Qt.Key.Key_Return)
                app.processEvents()
                following.append(1000 * (time.perf_counter() - began))
                settle(0.03)
        core.study.finish(sitting.attempt_id, 60.0)
    print(json.dumps({"tick_ms": tick, "next_ms": following}))
    sys.stdout.flush()
    window.close()
    window.shut_down()
    os._exit(0)


if __name__ == "__main__":
    _drive()
