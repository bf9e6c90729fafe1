"""The collection of activities, lesson by lesson: by keyboard alone, by ear, larger, and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ecolearn.content.model import Course
from ecolearn.ui.activities.calculator import CalculatorView
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.context import Route
from ecolearn.ui.lesson.blocks_box import FoldView
from tests.journeys.conftest import Journey
from tests.journeys.test_every_page import focusable, says_what_it_is


def the_course(pupil: Journey) -> Course:
    core = pupil.window.context.core
    assert core is not None
    return core.library.open("activities").course


def lessons(pupil: Journey) -> Iterator[Route]:
    course = the_course(pupil)
    for module in course.modules:
        for lesson in module.lessons:
            yield Route("lesson", course.id, module.id, lesson.id)


def cards(pupil: Journey) -> list[ActivityCard]:
    """Return the activities of the lesson, those in folds too: these are opened."""
    for fold in pupil.window.page.findChildren(FoldView):
        if not fold.is_open:
            fold.button.click()
    pupil.settle()
    return pupil.window.page.findChildren(ActivityCard)


def open_activity(pupil: Journey, activity_id: str) -> ActivityCard:
    for route in lessons(pupil):
        lesson = the_course(pupil).lesson(route.lesson_id)
        assert lesson is not None
        if activity_id in lesson.texts["en"].activities():
            pupil.window.go(route)
            pupil.settle()
            return next(card for card in cards(pupil) if card.activity.id == activity_id)
    raise AssertionError(f"no lesson shows {activity_id}")


def test_every_kind_and_every_file_is_in_a_lesson(learner: Journey) -> None:
    course = the_course(learner)
    shown = {
        activity_id
        for module in course.modules
        for lesson in module.lessons
        for activity_id in lesson.texts["en"].activities()
    }
    assert shown == {one.id for one in course.activities}
    assert {one.kind for one in course.activities} == {
        "calculator",
        "sorting",
        "scenario",
        "number-check",
        "checklist",
        "debate",
        "diary",
    }


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_control_of_every_activity_says_what_it_is(
    start: Callable[..., Journey], language: str
) -> None:
    pupil = start(language)
    pupil.type("Asel")
    pupil.key(Qt.Key.Key_Return)
    seen = 0
    for route in lessons(pupil):
        pupil.window.go(route)
        pupil.settle()
        assert pupil.trouble() == []
        for card in cards(pupil):
            seen += 1
            assert card.view is not None, card.activity.id
            for widget in focusable(pupil.window.page):
                if not card.isAncestorOf(widget):
                    continue
                where = f"{card.activity.id} {language}: {type(widget).__name__}"
                assert says_what_it_is(widget), where
    assert seen >= len(the_course(pupil).activities)


def _reached(pupil: Journey) -> set[QWidget]:
    """Press Tab until nothing new comes; return what had the focus."""
    found: set[QWidget] = set()
    since = 0
    while since < 40:
        QTest.keyClick(QApplication.focusWidget() or pupil.window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        since += 1
        if focused is not None and focused not in found:
            found.add(focused)
            since = 0
    return found


def test_tab_reaches_every_control_of_every_activity(learner: Journey) -> None:
    for route in lessons(learner):
        learner.window.go(route)
        learner.settle()
        if not cards(learner):
            continue
        reached = _reached(learner)
        for card in cards(learner):
            mine = [one for one in focusable(learner.window.page) if card.isAncestorOf(one)]
            missed = [
                f"{type(one).__name__} {one.accessibleName()}"
                for one in mine
                # of a group of which one is chosen, the arrows reach the others
                if one not in reached and not getattr(one, "autoExclusive", lambda: False)()
            ]
            assert not missed, f"{card.activity.id}: {missed}"


@pytest.mark.parametrize("size", [1.5, 2.0])
def test_larger_text_never_scrolls_sideways(learner: Journey, size: float) -> None:
    learner.window.resize(1024, 680)
    learner.window.set_text_size(size)
    learner.window.set_language("kk")
    for route in lessons(learner):
        learner.window.go(route)
        learner.settle()
        assert learner.window.width() == 1024, f"{route.lesson_id} makes the window wider"
        for area in learner.window.page.findChildren(QScrollArea):
            if area.isVisible() and area.verticalScrollBar().isVisible():
                assert area.horizontalScrollBar().maximum() == 0, f"{route.lesson_id} at {size}"
    learner.window.set_text_size(1.0)


def test_a_guess_is_still_there_another_day_and_in_another_language(
    learner: Journey, start: Callable[..., Journey]
) -> None:
    card = open_activity(learner, "calc-drip")
    assert card.view is not None
    assert isinstance(card.view, CalculatorView)
    assert card.view.guess is not None
    card.view.guess.field.setFocus()
    learner.type("40")
    learner.key(Qt.Key.Key_Return)
    assert card.state()["prediction"] == 40
    learner.close()

    again = start()
    card = open_activity(again, "calc-drip")
    assert card.state()["prediction"] == 40
    again.window.set_language("kk")
    again.settle()
    card = next(one for one in cards(again) if one.activity.id == "calc-drip")
    assert card.state()["prediction"] == 40
    assert card.around.language == "kk"
