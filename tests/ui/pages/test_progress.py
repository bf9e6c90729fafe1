"""The words of the progress page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ecolearn.ui.context import Context
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.pages.progress import ProgressPage


@pytest.mark.parametrize(
    ("state", "best", "words"),
    [
        ("new", None, "quiz not taken yet"),
        ("open", None, "quiz under way"),
        ("tried", 0.5, "quiz not passed yet, best result 50%"),
        ("passed", 0.9, "quiz passed, best result 90%"),
    ],
)
def test_the_state_of_a_quiz_is_part_of_its_line(
    qtbot: QtBot, state: str, best: float | None, words: str
) -> None:
    jobs = Jobs()
    page = ProgressPage(Context(jobs))
    qtbot.addWidget(page)
    assert page._quiz_words(state, best).replace("\u00a0", "") == words
    jobs.close()
