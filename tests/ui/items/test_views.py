"""Every item type: responses by keyboard and mouse, marks, language, names for screen readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ecolearn.quiz.items.base import Item
from ecolearn.ui.items import VIEWS
from ecolearn.ui.items.panel import Mode, QuestionPanel

from .conftest import SLIPS

Make = Callable[..., QuestionPanel]
TYPES = sorted(VIEWS)


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def walk(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return `interface` and everything in it that is not hidden."""
    if interface.state().invisible:
        return []
    found = [interface]
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            found += walk(child)
    return found


def test_every_type_of_the_format_has_an_example_and_a_view(examples: dict[str, Item]) -> None:
    assert set(examples) == set(VIEWS) == set(SLIPS)


@pytest.mark.parametrize("kind", TYPES)
def test_a_response_comes_back_as_it_was_set(
    kind: str, examples: dict[str, Item], make: Make
) -> None:
    item = examples[kind]
    panel = make(item)
    assert item.clean(panel.response()) == item.clean(item.empty())
    for response in (SLIPS[kind], item.solution()):
        panel.view.set_response(item.clean(response))
        found = item.clean(panel.response())
        found.pop("aspect", None)
        wanted = item.clean(response)
        wanted.pop("aspect", None)
        if kind != "hotspot":  # points are rounded to a ten-thousandth
            assert found == wanted


@pytest.mark.parametrize("kind", TYPES)
def test_setting_a_response_tells_nobody(kind: str, examples: dict[str, Item], make: Make) -> None:
    item = examples[kind]
    panel = make(item)
    told: list[object] = []
    panel.drafted.connect(told.append)
    panel.view.set_response(item.clean(SLIPS[kind]))
    QApplication.processEvents()
    assert not told


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("judged", [False, True])
def test_whatever_takes_the_keyboard_has_a_name_and_a_role(
    kind: str, judged: bool, examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples[kind], response=SLIPS[kind], judged=judged)
    top = QAccessible.queryAccessibleInterface(panel)
    bare = {QAccessible.Role.Border, QAccessible.Role.Client, QAccessible.Role.NoRole}
    nameless = []
    for one in walk(top):
        if one.state().focusable and one.object() is not panel:
            name = one.text(QAccessible.Text.Name)
            if one.role() in bare or not name.strip():
                nameless.append((one.object(), one.role(), name))
    assert not nameless


@pytest.mark.parametrize("kind", TYPES)
def test_the_verdict_is_said_in_words(kind: str, examples: dict[str, Item], make: Make) -> None:
    panel = make(examples[kind], response=SLIPS[kind], judged=True)
    spoken = panel._feedback.spoken()
    words = {"open": "teacher"}.get(kind, "ight")
    assert words in spoken
    assert panel.judged
    assert panel.view.locked


@pytest.mark.parametrize("kind", TYPES)
def test_the_language_changes_in_the_middle_and_keeps_the_answer(
    kind: str, examples: dict[str, Item], make: Make
) -> None:
    item = examples[kind]
    panel = make(item, response=SLIPS[kind])
    before = panel.response()
    panel.set_item(item)
    QApplication.processEvents()
    assert panel.response() == before


@pytest.mark.parametrize("kind", TYPES)
def test_tab_reaches_the_button_and_never_gets_stuck(
    kind: str, examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples[kind], response=SLIPS[kind])
    panel.focus_first()
    for _ in range(40):
        if QApplication.focusWidget() is panel.check_button:
            break
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.check_button


def test_digits_choose_and_enter_hands_in(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["single"])
    given: list[object] = []
    panel.answered.connect(given.append)
    panel.focus_first()
    press(Qt.Key.Key_2)
    shown = panel.view.presentation["options"]
    press(Qt.Key.Key_Return)
    assert given == [{"choice": shown[1]}]


def test_a_row_can_be_clicked_anywhere(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["several"])
    row = panel.view._choices.rows["c"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 20, 20))
    assert panel.response() == {"choices": ["c"]}
    assert row.height() >= 48


def test_two_digits_answer_true_or_false(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["true-false"])
    panel.focus_first()
    press(Qt.Key.Key_2, Qt.Key.Key_3)
    order = panel.view.presentation["reasons"]
    assert panel.response() == {"verdict": False, "reason": order[0]}


def test_matching_takes_one_key_a_line(examples: dict[str, Item], make: Make) -> None:
    item = examples["match"]
    panel = make(item)
    panel.focus_first()
    wanted = item.solution()["pairs"]
    rights = panel.view.presentation["right"]
    for left in panel.view.presentation["left"]:
        press(Qt.Key(Qt.Key.Key_1 + rights.index(wanted[left])))
    assert item.grade(panel.response()).right
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(panel.response()["pairs"]) == 2


def test_a_tile_is_dragged_into_a_bin(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["sort"])
    view = panel.view
    tile, target = view._tiles["b"], view._bins["a"]
    start = tile.rect().center()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=start)
    end = tile.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mouseMove(tile, (start + end) / 2)
    QTest.mouseMove(tile, end)
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=end)
    assert panel.response() == {"bins": {"b": "a"}}
    tile.setFocus()
    press(Qt.Key.Key_Delete)
    assert panel.response() == {"bins": {}}


def test_sorting_takes_one_key_a_thing(examples: dict[str, Item], make: Make) -> None:
    item = examples["sort"]
    panel = make(item)
    panel.focus_first()
    wanted = item.solution()["bins"]
    bins = panel.view.presentation["bins"]
    for thing in panel.view.presentation["things"]:
        press(Qt.Key(Qt.Key.Key_1 + bins.index(wanted[thing])))
    assert item.grade(panel.response()).right


def test_steps_move_with_alt_and_arrows(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["order"])
    shown = list(panel.view.presentation["steps"])
    assert panel.response() == {"order": []}
    panel.focus_first()
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert panel.response() == {"order": [shown[1], shown[0], shown[2]]}
    press(Qt.Key.Key_3)
    assert panel.response() == {"order": [shown[1], shown[2], shown[0]]}


def test_gaps_are_typed_and_chosen(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["cloze"])
    panel.focus_first()
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, "power")
    drop = panel.findChild(QComboBox)
    assert isinstance(drop, QComboBox)
    drop.setFocus()
    press(Qt.Key.Key_Down)
    gaps = panel.response()["gaps"]
    assert gaps["a"] == "power"
    assert gaps["d"] in ("a", "b")


def test_a_place_is_marked_by_keys_and_by_mouse(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["hotspot"])
    canvas = panel.view._canvas
    panel.focus_first()
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert panel.response()["points"] == [[0.42, 0.49]]
    press(Qt.Key.Key_Delete)
    assert panel.response()["points"] == []
    box = canvas.picture_rect()
    place = QPoint(int(box.width() * 0.25), int(box.height() * 0.25))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    ((x, y),) = panel.response()["points"]
    assert x == pytest.approx(0.25, abs=0.01)
    assert y == pytest.approx(0.25, abs=0.01)


def test_a_table_is_walked_with_arrows(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["matrix"])
    panel.focus_first()
    rows = panel.view.presentation["rows"]
    columns = panel.view.presentation["columns"]
    press(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert panel.response() == {
        "rows": dict(sorted({rows[0]: [columns[1]], rows[1]: [columns[0]]}.items()))
    }


@pytest.mark.parametrize("kind", TYPES)
def test_a_locked_question_cannot_be_changed(
    kind: str, examples: dict[str, Item], make: Make
) -> None:
    panel = make(examples[kind], Mode.REVIEW, SLIPS[kind], judged=True)
    before = panel.response()
    panel.focus_first()
    for widget in panel.view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_A):
                QTest.keyClick(widget, key)
    assert panel.response() == before


def test_digits_go_to_the_marked_row_after_the_mouse(examples: dict[str, Item], make: Make) -> None:
    panel = make(examples["match"])
    view = panel.view
    first, second, third = view._left_order
    QTest.mouseClick(view._rights[view._right_order[1]], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert view.placed == {first: view._right_order[1]}
    assert view.active == second
    assert view._lefts[second].hasFocus()
    assert [name for name, slot in view._slots.items() if slot.active] == [second]
    press(Qt.Key.Key_1)
    assert view.placed == {first: view._right_order[1], second: view._right_order[0]}
    view.undo()
    assert view._lefts[view.active].hasFocus()
    view._lefts[third].setFocus()
    press(Qt.Key.Key_3)
    assert view.placed[third] == view._right_order[2]
    assert view._lefts[view.active].hasFocus()
