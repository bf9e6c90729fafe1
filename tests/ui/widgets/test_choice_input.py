"""Choices with long words."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecolearn.ui.widgets.choice_input import ChoiceInput

WORDS = {
    "a": "Low-emission plants that burn nothing at all and stand beside the river",
    "b": "Gas",
    "c": "Coal",
    "d": "Wind",
    "e": "Sun",
}


def test_long_words_stand_in_lines_and_the_open_list_has_room(
    look: QApplication, qtbot: QtBot
) -> None:
    choice = ChoiceInput()
    qtbot.addWidget(choice)
    choice.set_texts("Plant")
    choice.set_choices(WORDS)
    choice.set_value("b")
    choice.resize(280, 200)
    choice.show()
    one = choice.list.heightForWidth(280)
    assert choice.list.heightForWidth(280) == choice.list.sizeHint().height()
    choice.set_value("a")
    assert choice.list.heightForWidth(280) > one
    assert choice.list.heightForWidth(2000) == one
    qtbot.waitUntil(lambda: choice.list.height() > one)
    choice.resize(600, 200)
    choice.list.showPopup()
    assert choice.list.view().minimumWidth() >= min(600, choice.list.view().sizeHintForColumn(0))
    choice.list.hidePopup()
