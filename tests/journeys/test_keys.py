"""Enter opens what has the focus; arrows in the rail open nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ecolearn.ui.context import Route
from ecolearn.ui.widgets.card import CourseCard
from ecolearn.ui.widgets.person_button import PersonButton
from ecolearn.ui.widgets.rail_button import RailButton
from ecolearn.ui.widgets.step_row import StepRow
from tests.journeys.conftest import Journey


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_cards_rows_and_pictures(learner: Journey, key: Qt.Key) -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier
    modifiers = keypad if key == Qt.Key.Key_Enter else Qt.KeyboardModifier.NoModifier
    learner.tab_to(lambda widget: isinstance(widget, CourseCard))
    learner.key(key, modifiers)
    assert learner.page == "course"
    learner.tab_to(lambda widget: isinstance(widget, StepRow))
    learner.key(key, modifiers)
    assert learner.page == "lesson"
    learner.window.go(Route("profiles"))
    learner.settle()
    learner.tab_to(lambda widget: isinstance(widget, PersonButton))
    learner.key(key, modifiers)
    assert learner.page == "library"


def test_arrows_in_the_rail_only_move_the_focus(learner: Journey) -> None:
    learner.tab_to(lambda widget: isinstance(widget, RailButton) and widget.text() == "Courses")
    learner.key(Qt.Key.Key_Down)  # the lesson is not open yet: its button is passed over
    assert learner.page == "library"
    focused = QApplication.focusWidget()
    assert isinstance(focused, RailButton)
    assert focused.text() == "Progress"
    assert not focused.isChecked()
    learner.key(Qt.Key.Key_Return)
    assert learner.page == "progress"
    assert focused.isChecked()
    learner.tab_to(lambda widget: isinstance(widget, RailButton) and widget.text() == "Progress")
    learner.key(Qt.Key.Key_Up)
    assert learner.page == "progress"
    learner.key(Qt.Key.Key_Space)
    assert learner.page == "library"
    assert not focused.isChecked()
