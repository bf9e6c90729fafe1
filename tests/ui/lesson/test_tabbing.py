"""The Tab key goes through a lesson as it is read, and nobody is thrown to its beginning."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.lesson import tabbing
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.reading_area import ReadingArea


@pytest.mark.parametrize("top", range(0, 48, 5))
def test_what_stands_in_one_line_is_passed_from_left_to_right(
    look: QApplication, qtbot: QtBot, top: int
) -> None:
    """Wherever the line is, and though its parts are not all equally high."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    right, left, below = (QPushButton(page) for _ in range(3))
    left.setGeometry(0, top + 1, 100, 38)
    right.setGeometry(110, top, 40, 40)
    below.setGeometry(0, top + 60, 100, 40)
    page.show()
    assert tabbing.stops(page) == [left, right, below]


def test_hiding_what_has_the_focus_does_not_lead_back_to_the_beginning(
    look: QApplication, qtbot: QtBot
) -> None:
    area = ReadingArea()
    qtbot.addWidget(area)
    area.body = Column()
    buttons = [QPushButton(str(number)) for number in range(60)]
    for button in buttons:
        area.body.add(button)
    area.setWidget(area.body)
    area.resize(300, 300)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    buttons[40].setFocus()
    area.ensureWidgetVisible(buttons[40])
    before = area.verticalScrollBar().value()
    assert before > 0
    buttons[40].hide()
    assert QApplication.focusWidget() is buttons[41]
    assert area.verticalScrollBar().value() == before
    area.verticalScrollBar().setValue(before + 2_000)  # the reader looks at something else
    place = area.verticalScrollBar().value()
    buttons[41].hide()
    assert area.verticalScrollBar().value() == place
