"""Answer rows work by mouse and keyboard, say what they are, and cut nothing off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.tokens import THEME_NAMES, load_theme
from ecolearn.ui.widgets.option_row import OptionRow

LONG = "Өсімдіктердегі энергияның жартысы ғана келесі деңгейге жетеді, қалғаны жылу болып тарайды"


def question(qtbot: QtBot, *texts: str, multiple: bool = False) -> tuple[QWidget, list[OptionRow]]:
    """Return a shown page of rows and the rows."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    rows = [OptionRow(text, multiple=multiple, key=str(i + 1)) for i, text in enumerate(texts)]
    for row in rows:
        layout.addWidget(row)
    page.resize(500, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, rows


def test_the_whole_row_is_clickable(look: QApplication, qtbot: QtBot) -> None:
    _page, rows = question(qtbot, "5 кДж", "10 кДж")
    far = QPoint(rows[1].width() - 5, 20)
    for row, place in ((rows[0], QPoint(4, 4)), (rows[1], far)):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=place)
        assert row.isChecked()
    assert not rows[0].isChecked()
    label = rows[0].findChild(QLabel)
    assert label is not None
    at = label.mapTo(rows[0], label.rect().center())
    assert rows[0].childAt(at) is None  # clicks go through the text


def test_several_can_be_chosen_when_allowed(look: QApplication, qtbot: QtBot) -> None:
    _page, rows = question(qtbot, "а", "б", "в", multiple=True)
    rows[0].click()
    rows[2].click()
    assert [row.isChecked() for row in rows] == [True, False, True]
    rows[0].click()
    assert not rows[0].isChecked()


def test_keyboard(look: QApplication, qtbot: QtBot) -> None:
    _page, rows = question(qtbot, "а", "б", "в")
    rows[2].setFocus(Qt.FocusReason.MouseFocusReason)
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert focus.is_visible_on(rows[0])
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert rows[0].isChecked()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert rows[1].isChecked()


def test_roles_names_and_verdicts_reach_a_screen_reader(look: QApplication, qtbot: QtBot) -> None:
    _page, (one,) = question(qtbot, "10 кДж")
    _page2, (many,) = question(qtbot, "10 кДж", multiple=True)
    for row, role in ((one, QAccessible.Role.RadioButton), (many, QAccessible.Role.CheckBox)):
        interface = QAccessible.queryAccessibleInterface(row)
        assert interface.role() == role
        assert interface.text(QAccessible.Text.Name) == "10 кДж"
        row.set_state("wrong", "Дұрыс емес")
        assert interface.text(QAccessible.Text.Description) == "Дұрыс емес"
    one.set_text("10<sup>2</sup> <b>кДж</b>", rich=True)
    assert one.accessibleName() == "102 кДж"


def test_a_verdict_is_never_colour_alone(look: QApplication, qtbot: QtBot) -> None:
    _page, (row,) = question(qtbot, "а")
    plain = row.grab().toImage()
    row.set_state("right")
    assert row.accessibleDescription() == "Right"
    row.set_state("wrong")
    assert row.accessibleDescription() == "Not right"
    assert row.grab().toImage() != plain
    row.set_state(None)
    assert row.accessibleDescription() == ""
    with pytest.raises(ValueError, match="maybe"):
        row.set_state("maybe")


def test_a_locked_row_keeps_its_choice_and_its_focus(look: QApplication, qtbot: QtBot) -> None:
    _page, rows = question(qtbot, "а", "б")
    rows[0].setChecked(True)
    for row in rows:
        row.set_locked(True)
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    rows[1].setFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Space)
    QTest.keyClick(rows[1], Qt.Key.Key_Up)
    assert [row.isChecked() for row in rows] == [True, False]
    assert rows[0].isEnabled()


def test_a_choice_can_be_taken_back(look: QApplication, qtbot: QtBot) -> None:
    _page, rows = question(qtbot, "а", "б")
    rows[0].setChecked(True)
    rows[0].clear_choice()
    assert not rows[0].isChecked()
    assert rows[0].autoExclusive()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_long_text_makes_the_row_higher(look: QApplication, qtbot: QtBot, scale: float) -> None:
    style.apply(look, load_theme("light"), scale)
    page, rows = question(qtbot, "5", LONG)
    page.resize(round(420 * scale), round(400 * scale))
    look.processEvents()
    rows[1].set_state("right", "Дұрыс жауап")
    look.processEvents()
    assert rows[0].height() >= round(48 * scale)
    label = rows[1].findChild(QLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())
    assert label.geometry().bottom() < rows[1].height()


def test_any_widget_can_be_the_text(look: QApplication, qtbot: QtBot) -> None:
    _page, (row,) = question(qtbot, "а")
    picture = QLabel("формула")
    row.set_label_widget(picture, "икс квадрат")
    assert picture.parent() is row
    assert row.accessibleName() == "икс квадрат"
    look.processEvents()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=picture.geometry().center())
    assert row.isChecked()


def test_every_state_looks_different_in_every_theme(look: QApplication, qtbot: QtBot) -> None:
    for name in THEME_NAMES:
        style.apply(look, load_theme(name))
        _page, rows = question(qtbot, "а", "а", "а", "а")
        for row in rows:
            row.set_key("")
        rows[1].set_state("right")
        rows[2].set_state("wrong")
        rows[3].setChecked(True)
        pictures = [row.grab().toImage() for row in rows]
        for i, picture in enumerate(pictures):
            assert all(picture != other for other in pictures[i + 1 :])
