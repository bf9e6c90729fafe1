"""From a step of a slider to the repainted results of a calculator: numbers, bars and lines.

The largest calculator of the gallery course stands in a lesson as learners see it, in a window so
tall that all of it is painted; offscreen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.screen import bare_environment, python

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "courses" / "activities"
CALCULATOR = "calc-mine-water"
STEPS = 600


def run() -> list[Figure]:
    """Measure in a process of its own."""
    done = subprocess.run(
        python("-m", "tests.benchmarks.bench_activities"),
        env=bare_environment({"QT_QPA_PLATFORM": "offscreen"}),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    steps = found["steps_ms"]
    note = (
        f"{CALCULATOR}: {found['inputs']} inputs, {found['outputs']} results, {len(steps)} steps."
    )
    return [
        Figure("slider step to repainted results, p50", percentile(steps, 0.5), "ms", most=8),
        Figure(
            "slider step to repainted results, p95",
            percentile(steps, 0.95),
            "ms",
            most=16,
            note=note,
        ),
        Figure(
            "of these, the calculation, p95",
            percentile(found["work_ms"], 0.95),
            "ms",
            most=5,
        ),
    ]


def _drive(folder: Path = COURSE, calculator: str = CALCULATOR) -> None:
    """Drag every slider in turn and print the times."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from ecolearn.content.blocks import ActivityCard, Paragraph, Run
    from ecolearn.content.loader import load_course
    from ecolearn.problems import Problems
    from ecolearn.ui.activities.calculator import CalculatorView
    from ecolearn.ui.activities.desk import ActivityDesk, around_of
    from ecolearn.ui.lesson.view import LessonView
    from ecolearn.ui.theme import fonts, style, tokens

    app = QApplication([])
    fonts.load_all_fonts()
    style.apply(app, tokens.load_theme("light"))
    course = load_course(folder, Problems())
    assert course is not None
    activity = next(one for one in course.activities if one.id == calculator)
    window = QMainWindow()
    lesson = LessonView()
    window.setCentralWidget(lesson)
    desk = ActivityDesk(lesson)
    desk.begin({})
    desk.renew(around_of(course, "kk", lambda source: None, {}))
    window.resize(1024, 3200)  # so tall that every chart is in view and painted
    window.show()
    words = Paragraph((Run("A paragraph of the lesson. " * 20),))
    blocks = (*[words] * 5, ActivityCard(activity.id, activity), *[words] * 20)
    lesson.set_blocks(blocks, language="kk", media=lambda source: None, activity=desk.widget)

    def settle(seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            app.processEvents()
            time.sleep(0.001)

    settle(1.5)
    view = lesson.findChildren(CalculatorView)[0]
    if not view.uncovered and view.guess is not None:
        view.guess.skip.click()
        settle(0.3)
    sliders = [one.slider for one in view.inputs.sliders.values()]
    steps: list[float] = []
    work: list[float] = []
    at = 0
    while len(steps) < STEPS:
        slider = sliders[at % len(sliders)]
        at += 1
        slider.setFocus()
        lesson.ensureWidgetVisible(slider, 0, 300)
        settle(0.05)
        slider.setSliderDown(True)
        count = min(20, slider.maximum())
        for number in range(count):
            position = slider.minimum() + (slider.maximum() - slider.minimum()) * number // count
            began = time.perf_counter()
            slider.setSliderPosition(position)
            app.processEvents()  # what the step changed is painted now
            steps.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
            view.working.work(view.inputs.values, [])
            work.append(1000 * (time.perf_counter() - began))
        slider.setSliderDown(False)
        settle(0.02)
    found = {
        "steps_ms": steps,
        "work_ms": work,
        "inputs": len(view.working.inputs),
        "outputs": len(view.working.outputs),
    }
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _drive()
