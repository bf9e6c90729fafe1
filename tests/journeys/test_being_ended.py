"""The system asks the program to end: signing out, shutting down, `kill`. What is typed is kept,
and the next start need not think that anything went wrong."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ecolearn.store import state
from ecolearn.ui.application import make_application
from ecolearn.ui.context import Route
from ecolearn.ui.ending import Ending
from ecolearn.ui.main_window import MainWindow
from ecolearn.ui.pages.quiz import QuizPage
from ecolearn.ui.preferences import Preferences
from tests.journeys.conftest import Journey

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
_WINDOW = "import sys; from ecolearn.ui.main import main; sys.exit(main([]))"


@pytest.fixture
def ending() -> Iterator[Ending]:
    """Return what listens to the system."""
    made = Ending()
    yield made
    made.give_up()
    signal.signal(signal.SIGINT, signal.default_int_handler)


def a_field(learner: Journey) -> QLineEdit:
    """Go to the first question that is answered by typing; return its field."""
    core = learner.window.context.core
    assert core is not None
    who = learner.window.context.learner_id
    sitting = core.study.start_quiz(who, "home-energy", "HE1").value
    learner.window.go(Route("quiz", "home-energy", "HE1", attempt_id=sitting.attempt_id))
    learner.settle()
    page = learner.window.page
    assert isinstance(page, QuizPage)
    view = page._view
    assert view is not None
    for index in range(len(view._items)):
        view.go_to(index)
        learner.settle()
        for field in view.findChildren(QLineEdit):
            if field.isVisible() and field.isEnabled():
                return field
    raise AssertionError("no question is answered by typing")


def test_what_was_typed_is_kept_when_the_system_ends_it(
    learner: Journey, qtbot: QtBot, ending: Ending
) -> None:
    field = a_field(learner)
    field.setFocus()
    learner.type("42")
    ending.asked.connect(learner.window.close)
    with qtbot.waitSignal(ending.asked, timeout=5000):
        os.kill(os.getpid(), signal.SIGTERM)
    learner.close()
    with closing(sqlite3.connect(learner.data / "eco.db")) as connection:
        bodies = connection.execute(
            "SELECT p.body FROM event AS e JOIN payload AS p ON p.event_id = e.id "
            "WHERE e.kind = 'drafted'"
        ).fetchall()
        assert connection.execute("SELECT count(*) FROM lease").fetchone() == (0,)
    assert any("42" in json.dumps(json.loads(body)) for (body,) in bodies)
    assert not state.read(learner.data).running


def test_a_second_time_ends_it_at_once(qtbot: QtBot, ending: Ending) -> None:
    with qtbot.waitSignal(ending.asked, timeout=5000):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_it_may_be_ended_before_it_is_ready(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences.load(tmp_path)
    make_application(preferences)
    window = MainWindow(tmp_path, preferences)
    window.show_first()
    window.start_core()
    window.close()
    window.shut_down()
    found = state.read(tmp_path)
    assert (found.starts, found.running, found.unclean) == (1, False, 0)
    window.deleteLater()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_the_program_ends_with_goodbye(name: str, tmp_path: Path, repository: Path) -> None:
    env = {**os.environ, "ECOLEARN_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen([sys.executable, "-c", _WINDOW], cwd=repository, env=env)
    try:
        end = time.monotonic() + 60
        while not state.read(tmp_path).running and time.monotonic() < end:
            assert program.poll() is None
            time.sleep(0.05)
        program.send_signal(getattr(signal, name))
        assert program.wait(timeout=60) == 0
    finally:
        program.kill()
        program.wait()
    found = state.read(tmp_path)
    assert (found.starts, found.running, found.unclean) == (1, False, 0)
