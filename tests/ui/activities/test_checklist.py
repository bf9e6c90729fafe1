"""The widget of a checklist, used as a pupil would."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecolearn.content.activities.checklist import Checklist, Entry, Group
from ecolearn.content.blocks import ListBlock
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.checklist import ChecklistView

WALK = Checklist(
    id="walk",
    title={"en": "Walk"},
    groups=(
        Group(
            title={"en": "Windows", "ru": "Окна"},
            entries=(
                Entry(
                    id="draught",
                    text={"en": "Paper held to the frame", "ru": "Бумага у рамы"},
                    help={"en": "It moves where cold air comes in."},
                    note={"en": "Which window?"},
                ),
                Entry(id="closed", text={"en": "Windows closed", "ru": "Окна закрыты"}),
            ),
        ),
    ),
    enough=1,
    closing={"en": "Tell the class."},
)


@pytest.fixture
def view(qtbot: QtBot) -> ChecklistView:
    return made(qtbot)


def made(qtbot: QtBot, language: str = "en") -> ChecklistView:
    view = ChecklistView(WALK, Around(language=language))
    qtbot.addWidget(view)
    view.resize(660, 500)
    view.show()
    return view


def test_a_tick_by_keyboard_is_kept_at_once(view: ChecklistView, qtbot: QtBot) -> None:
    box = view.rows["closed"].box
    box.setFocus()
    with qtbot.waitSignal(view.changed) as kept:
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert kept.args == [True]
    assert view.state() == {"ticked": ["closed"], "notes": {}}


def test_words_are_kept_after_a_pause_and_when_the_field_is_left(
    view: ChecklistView, qtbot: QtBot
) -> None:
    note = view.rows["draught"].note
    assert note is not None
    said: list[bool] = []
    view.changed.connect(said.append)
    QTest.keyClicks(note, "third")
    note.editingFinished.emit()
    assert said == [False] * 5 + [True]
    assert view.state() == {"ticked": [], "notes": {"draught": "third"}}


def test_the_last_words_come_with_enough_ticks(view: ChecklistView) -> None:
    assert view._closing.isHidden()
    view.rows["draught"].box.click()
    assert not view._closing.isHidden()
    view.restart()
    assert view._closing.isHidden()
    assert view.state() == {}


def test_another_language_shows_the_same_state(view: ChecklistView, qtbot: QtBot) -> None:
    state: dict[str, Any] = {"ticked": ["draught"], "notes": {"draught": "3"}}
    view.set_state(state)
    russian = made(qtbot, "ru")
    russian.set_state(view.state())
    assert russian.state() == state
    assert russian.rows["closed"].box.accessibleName() == "Окна закрыты"
    assert russian.rows["draught"].box.accessibleDescription()


def test_on_paper_and_in_the_clipboard_there_are_boxes(view: ChecklistView) -> None:
    view.rows["closed"].box.click()
    assert view.as_text().split("\n") == [
        "Windows",
        "☐ Paper held to the frame",
        "☑ Windows closed",
    ]
    (listed,) = (block for block in view.paper() if isinstance(block, ListBlock))
    assert len(listed.items) == 2
