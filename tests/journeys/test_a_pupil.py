"""From a fresh PC to a finished quiz, by keyboard alone, and back again after a power cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from ecolearn.ui.context import Route
from tests.journeys.conftest import Journey

NAMES = {"en": "Aruzhan", "ru": "Данияр", "kk": "Айгерім"}


def is_button(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: (
        isinstance(widget, QAbstractButton) and name in (widget.text() or widget.accessibleName())
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_first_start_to_first_lesson_by_keyboard(
    start: Callable[..., Journey], language: str
) -> None:
    pupil = start(language)
    assert pupil.page == "profiles"
    pupil.type(NAMES[language])  # the cursor is in the name already
    pupil.key(Qt.Key.Key_Return)
    assert pupil.page == "library"
    assert pupil.window.context.learner is not None
    assert pupil.window.context.learner.name == NAMES[language]

    core = pupil.window.context.core
    assert core is not None
    title = core.library.summaries()[0].title[language]
    pupil.tab_to(lambda widget: widget.accessibleName() == title)
    pupil.key(Qt.Key.Key_Space)
    assert pupil.page == "course"

    lesson = core.library.open("home-energy").course.modules[0].lessons[0].texts[language].title
    pupil.tab_to(lambda widget: widget.accessibleName() == lesson)
    pupil.key(Qt.Key.Key_Space)
    assert pupil.page == "lesson"
    progress = core.study.course_progress(pupil.window.context.learner_id, "home-energy")
    assert progress.state == "going"


def test_close_in_the_middle_of_a_lesson_and_go_on(
    learner: Journey, start: Callable[..., Journey]
) -> None:
    learner.window.go(Route("lesson", "home-energy", "HE1", "HE1-L1"))
    learner.settle()
    learner.close()

    again = start()
    assert again.page == "library"  # the only profile, no PIN: no question
    again.tab_to(is_button("Continue"))
    again.key(Qt.Key.Key_Space)
    assert again.window.route.lesson_id == "HE1-L1"


def test_the_plug_is_pulled_in_a_quiz(learner: Journey, start: Callable[..., Journey]) -> None:
    learner.window.go(Route("quiz", "home-energy", "HE1"))
    learner.settle()
    core = learner.window.context.core
    assert core is not None
    who = learner.window.context.learner_id
    sitting = core.study.start_quiz(who, "home-energy", "HE1").value
    first = sitting.items[0]
    found = core.library.open("home-energy").item(first.item_id, "en")
    assert found is not None
    core.study.answer(sitting.attempt_id, first.item_id, found[0].solution(), 33.0)
    core.study.move_to(sitting.attempt_id, 1, 34.0)
    learner.pull_the_plug()

    again = start()
    core = again.window.context.core
    assert core is not None
    kept = core.study.open_attempt(who, "home-energy", "HE1")
    assert kept is not None
    assert kept.attempt_id == sitting.attempt_id
    assert kept.position == 1
    assert kept.elapsed_s == pytest.approx(34.0, abs=5.0)
    assert first.item_id in kept.marks
    again.tab_to(is_button("Continue"))
    again.key(Qt.Key.Key_Space)
    assert again.page == "quiz"


def test_switch_the_language_in_the_middle_of_a_lesson(learner: Journey) -> None:
    learner.window.go(Route("lesson", "home-energy", "HE1", "HE1-L1"))
    learner.settle()
    for language in ("kk", "ru", "en"):
        learner.window.set_language(language)
        learner.settle()
        assert learner.window.route.lesson_id == "HE1-L1"


def test_two_learners_share_a_pc(start: Callable[..., Journey]) -> None:
    pc = start()
    pc.type("Timur")
    pc.key(Qt.Key.Key_Return)
    pc.window.go(Route("profiles"))
    pc.settle()
    pc.tab_to(is_button("New profile"))
    pc.key(Qt.Key.Key_Space)
    pc.tab_to(lambda widget: isinstance(widget, QLineEdit))
    pc.type("Asel")
    pc.key(Qt.Key.Key_Return)
    core = pc.window.context.core
    assert core is not None
    assert {one.name for one in core.study.learners()} == {"Timur", "Asel"}
    pc.close()

    again = start()
    assert again.page == "profiles"  # two profiles: somebody has to choose


def test_a_wrong_pin_is_a_sentence(
    start: Callable[..., Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = start()
    core = pc.window.context.core
    assert core is not None
    core.study.create_learner("Timur", "bird", 210, "2468", "en")
    core.study.create_learner("Asel", "cat", 30, "", "en")
    pc.window.page.open(Route("profiles"))
    pc.settle()
    asked = iter(["1111", "2468"])
    monkeypatch.setattr("ecolearn.ui.pages.profiles.ask_pin", lambda *_args: next(asked))
    pc.tab_to(is_button("Timur"))
    pc.key(Qt.Key.Key_Space)
    assert pc.page == "profiles"
    assert pc.window.messages()
    pc.tab_to(is_button("Timur"))
    pc.key(Qt.Key.Key_Space)
    assert pc.page == "library"
