"""All questions on one page: the keyboard is always in the current one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ecolearn.quiz.items.base import Item
from ecolearn.study.api import Marked, Sitting, SittingItem
from ecolearn.ui.items.overview import Overview
from ecolearn.ui.items.sitting import SittingView
from ecolearn.ui.items.tiles import Ghost, Tile

from .conftest import SLIPS

#: the questions of the page, in this order
KINDS = ("single", "match", "matrix", "sort", "cloze", "true-false", "order", "number")


class Fixed:
    """Questions that are at hand."""

    titles: dict[str, str] | None = None

    def __init__(self, items: dict[str, Item], media: Callable[[str], Path | None]) -> None:
        self._items = items
        self.media = media

    def item(self, item_id: str) -> tuple[Item, str] | None:
        """Return an item and no notice."""
        found = self._items.get(item_id)
        return (found, "") if found is not None else None


MakeSitting = Callable[..., SittingView]


@pytest.fixture
def sit(qtbot: QtBot, examples: dict[str, Item], room: Callable[[str], Path | None]) -> MakeSitting:
    """Return a maker of sittings with every question on one page."""

    def maker(
        *, complete: bool = False, judged: bool = False, position: int = 0, show: str = "all"
    ) -> SittingView:
        items = {examples[kind].id: examples[kind] for kind in KINDS}
        marks: dict[str, Marked] = {}
        for item in items.values() if complete or judged else ():
            response = item.clean(SLIPS[item.type] if judged else item.solution())
            marks[item.id] = Marked(item.id, response, item.grade(response) if judged else None)
        sitting = Sitting(
            attempt_id="a",
            learner_id="l",
            quiz_id="q",
            number=1,
            course_id="c",
            module_id="m",
            items=tuple(
                SittingItem(i.id, "c", "m", 1.0, i.present(Random(1))) for i in items.values()
            ),
            marks=marks,
            flagged=frozenset(),
            position=position,
            elapsed_s=0.0,
            limit_s=None,
            feedback="at-once" if judged else "at-end",
            show=show,
        )
        view = SittingView(sitting, Fixed(items, room), "Quiz")  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(760, 480)
        view.show()
        view.activateWindow()
        qtbot.waitActive(view)
        QApplication.processEvents()
        return view

    return maker


def holder(view: SittingView) -> int | None:
    """Return the question that has the keyboard."""
    now = QApplication.focusWidget()
    found = [i for i, card in view._cards.items() if now is not None and card.isAncestorOf(now)]
    return found[0] if found else None


@pytest.mark.parametrize(("complete", "judged"), [(False, False), (True, False), (False, True)])
def test_going_to_a_question_takes_the_keyboard_there(
    sit: MakeSitting, complete: bool, judged: bool
) -> None:
    view = sit(complete=complete, judged=judged)
    for index in [*range(len(KINDS)), 1, 0, 3]:
        view.steps._steps[index].click()
        QApplication.processEvents()
        assert view.position == index
        assert holder(view) == index


def test_a_digit_changes_only_the_question_that_was_chosen(sit: MakeSitting) -> None:
    view = sit(complete=True)
    view.focus_question()
    before = [card.panel.response() for card in view._cards.values() if card.panel is not None]
    view.steps._steps[1].click()
    for digit in (Qt.Key.Key_2, Qt.Key.Key_3):
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, digit)
    after = [card.panel.response() for card in view._cards.values() if card.panel is not None]
    assert [i for i in range(len(KINDS)) if after[i] != before[i]] == [1]


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("matrix", {"rows": {"a": ["a"]}}),
        ("match", {"pairs": {"a": "b"}}),
        ("sort", {"bins": {"a": "a"}}),
        ("cloze", {"gaps": {"a": "power"}}),
    ],
)
def test_a_part_is_not_the_whole_answer(
    sit: MakeSitting, examples: dict[str, Item], kind: str, response: dict[str, object]
) -> None:
    view = sit()
    item, index = examples[kind], KINDS.index(kind)
    view.show_kept(item.id, Marked(item.id, response))
    assert view.states()[index].kind == "begun"
    overview = Overview(view.states(), ["?"] * len(KINDS), view.steps)
    said = [label.text() for label in overview.findChildren(QLabel)]
    assert any("only in part" in text for text in said)
    assert "partly answered" in view.steps.words(view.states()[index])
    view.show_kept(item.id, Marked(item.id, item.solution()))
    assert view.states()[index].kind == "answered"


def tab_stops(view: SittingView) -> list[int]:
    """Return the question of every stop of Tab, in the order Tab comes to them."""
    found, widget = [], view.nextInFocusChain()
    while widget is not view:
        inside = [i for i, card in view._cards.items() if card.isAncestorOf(widget)]
        stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if inside and stops and widget.isVisibleTo(view):
            found.append(inside[0])
        widget = widget.nextInFocusChain()
    return found


def test_tab_keeps_the_order_of_questions_after_a_change_of_language(
    sit: MakeSitting, qtbot: QtBot
) -> None:
    view = sit()
    before = tab_stops(view)
    assert before == sorted(before)
    view.change_language()
    QApplication.processEvents()
    assert tab_stops(view) == before
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: not view._tabs.isActive())
    assert tab_stops(view) == before


def test_the_page_opens_at_the_question_where_one_stopped(sit: MakeSitting, qtbot: QtBot) -> None:
    view = sit(position=4)
    view.focus_question()
    qtbot.waitUntil(lambda: not view._settling.isActive())
    card, port = view._cards[4], view._scroll.viewport()
    assert 0 <= card.mapTo(port, QPoint(0, 0)).y() < port.height() // 2
    assert view.position == 4
    assert holder(view) == 4
    view.steps._steps[0].click()
    qtbot.waitUntil(lambda: not view._reveal.isActive())
    assert view._cards[0].mapTo(port, QPoint(0, 0)).y() >= 0


def test_a_row_stays_under_the_pointer_that_took_it(sit: MakeSitting, qtbot: QtBot) -> None:
    view = sit(position=KINDS.index("order"))
    qtbot.waitUntil(lambda: not view._settling.isActive())
    assert view.panel is not None
    row = view.panel.findChildren(Tile)[0]
    grip = QPoint(20, 15)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(row, grip + QPoint(4, 60))
    QApplication.processEvents()
    (ghost,) = view.findChildren(Ghost)
    assert ghost.parentWidget() is view._scroll.viewport()
    moved = ghost.mapToGlobal(QPoint(0, 0)) - row.mapToGlobal(QPoint(0, 0))
    assert (moved - QPoint(4, 60)).manhattanLength() <= 2
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=grip + QPoint(4, 60))
    assert ghost.isHidden()
