"""From a fresh PC to a finished quiz, by keyboard alone, and back again after a power cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ecolearn.ui.context import Route
from ecolearn.ui.dialogs.pin import PinDialog
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


def test_a_wrong_pin_is_a_sentence(start: Callable[..., Journey], qtbot: QtBot) -> None:
    pc = start()
    core = pc.window.context.core
    assert core is not None
    core.study.create_learner("Timur", "bird", 210, "2468", "en")
    core.study.create_learner("Asel", "cat", 30, "", "en")
    pc.window.page.open(Route("profiles"))
    pc.settle()
    pc.tab_to(is_button("Timur"))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    (dialog,) = pc.window.findChildren(PinDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    for pin in ("1111", "2222", "3333", "4444", "5555", "2468"):
        QTest.keyClicks(field, pin)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.text() == "")
        assert pc.window.messages() == []  # nothing lies over the field
        assert pc.page == "profiles"
        assert "0 s." not in field.accessibleDescription().replace("30 s", "")
    assert "Please wait" in field.accessibleDescription()
    dialog.reject()
    with qtbot.waitActive(pc.window):
        pc.window.activateWindow()
    pc.tab_to(is_button("Asel"))
    pc.key(Qt.Key.Key_Return)
    assert pc.page == "library"


def test_warnings_about_a_page_go_with_it(learner: Journey) -> None:
    learner.window.context.tell("warning", "About the courses.")
    learner.window.context.tell("danger", "Not saved.")
    learner.window.go(Route("settings"))
    learner.settle()
    assert learner.window.messages() == ["Not saved."]


def test_the_button_of_the_pin_says_what_it_does(learner: Journey) -> None:
    learner.window.go(Route("settings"))
    learner.settle()
    page = learner.window.page
    button = next(one for one in page.findChildren(QPushButton) if "PIN" in one.text())
    assert not button.isEnabled()  # there is none to remove
    field = next(
        one for one in page.findChildren(QLineEdit) if one.echoMode() == QLineEdit.EchoMode.Password
    )
    field.setFocus()
    learner.type("12")
    learner.key(Qt.Key.Key_Return)
    notes = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("at least 4" in note for note in notes)
    assert learner.window.messages() == []
    field.clear()
    learner.type("2468")
    learner.key(Qt.Key.Key_Return)
    who = learner.window.context.learner
    assert who is not None
    assert who.has_pin
    assert button.isEnabled()
    assert button.text() == "Remove the PIN"
    button.click()
    learner.settle()
    assert learner.window.context.learner is not None
    assert not learner.window.context.learner.has_pin
    assert not button.isEnabled()


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_settings_fit_whatever_the_size_of_text(
    learner: Journey, size: float, language: str
) -> None:
    learner.window.resize(800, 560)
    learner.window.set_language(language)
    learner.window.set_text_size(size)
    learner.window.go(Route("settings"))
    learner.settle()
    page = learner.window.page
    (area,) = page.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()
    for part in inside.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QPushButton):
            assert part.width() >= part.sizeHint().width(), part.text()
        elif isinstance(part, QLabel) and part.text():
            assert part.height() >= part.heightForWidth(part.width()), part.text()
        right = part.mapTo(inside, part.rect().topRight()).x()
        assert right <= inside.width(), part
    fields = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
    assert len({one.mapTo(page, QPoint(0, 0)).x() for one in fields}) == 1
    assert len({one.width() for one in fields}) == 1
    learner.window.set_text_size(1.0)


def test_a_lesson_seen_to_its_end_is_done(learner: Journey) -> None:
    """Whichever way it is left: not "begun, 100 %" for ever."""
    learner.window.go(Route("lesson", "home-energy", "HE1", "HE1-L1"))
    learner.settle()
    learner.key(Qt.Key.Key_End)
    learner.qtbot.wait(50)
    learner.settle()
    learner.key(Qt.Key.Key_End)
    learner.settle()
    core = learner.window.context.core
    assert core is not None
    who = learner.window.context.learner_id

    def state() -> str:
        return core.study.course_progress(who, "home-energy").modules[0].lessons[0].state

    learner.qtbot.waitUntil(lambda: state() == "done", timeout=5_000)
    learner.window.go(Route("library"))
    learner.settle()
    assert state() == "done"
