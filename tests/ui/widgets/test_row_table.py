"""Rows are filled in by keyboard alone, removed and brought back, and fit narrow windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme
from ecolearn.ui.widgets.row_table import Row, RowColumn, RowTable

COLUMNS = [
    RowColumn("name", "Электроприбор", stretch=3),
    RowColumn("power", "Мощность", "number", "Вт", 1, 5000, stretch=2),
    RowColumn("hours", "Часов в день", "number", "ч", 0, 24, 0.5, default=2.0, stretch=2),
    RowColumn("when", "Когда работает", "choice", choices={"day": "Днём", "night": "Ночью"}),
]
FRIDGE: Row = {"name": "Холодильник", "power": 150.0, "hours": 24.0, "when": "night"}
KETTLE: Row = {"name": "Чайник", "power": 2000.0, "hours": 0.5, "when": "day"}
NEW: Row = {"name": "", "power": 1.0, "hours": 2.0, "when": "day"}


class Page(QWidget):
    """A page with a table that notes what it is told."""

    def __init__(self, most: int, width: int) -> None:
        super().__init__()
        self.table = RowTable(COLUMNS, most)
        self.table.set_texts("Электроприборы", "Добавить прибор")
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addStretch()
        self.told: list[list[Row]] = []
        self.table.rows_changed.connect(self.told.append)
        self.resize(width, 600)


def page_with(qtbot: QtBot, *rows: Row, most: int = 5, width: int = 760) -> Page:
    """Return a shown page of a table with these rows."""
    page = Page(most, width)
    qtbot.addWidget(page)
    page.table.set_rows(list(rows))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    return page


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    there = QApplication.focusWidget()
    assert there is not None
    QTest.keyClick(there, key)


def test_rows_are_set_silently_and_read_back(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE)
    assert page.table.rows() == [FRIDGE, KETTLE]
    page.table.set_rows([{"name": "Лампа", "when": "never"}])
    assert page.table.rows() == [{**NEW, "name": "Лампа"}]
    page.table.set_rows([FRIDGE] * 9)
    assert len(page.table.rows()) == 5
    assert page.told == []


def test_a_row_is_filled_in_by_keyboard_alone(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot)
    page.table.add_button.setFocus()
    press(Qt.Key.Key_Space)
    for text, key in (
        ("TV", Qt.Key.Key_Return),
        ("90", Qt.Key.Key_Tab),
        ("3.5", Qt.Key.Key_Return),
    ):
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClicks(there, text)
        press(key)
    press(Qt.Key.Key_Down)
    wanted = {"name": "TV", "power": 90.0, "hours": 3.5, "when": "night"}
    assert page.table.rows() == [wanted]
    assert page.told[-1] == [wanted]
    press(Qt.Key.Key_Return)  # in the last cell
    assert page.table.rows() == [wanted, NEW]
    there = QApplication.focusWidget()
    assert there is not None
    assert there.accessibleName() == "Электроприбор, row 2"


def test_enter_goes_to_the_next_row_where_there_is_one(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE)
    page.table._rows[0].cells[3].setFocus()
    press(Qt.Key.Key_Return)
    assert page.table._rows[1].cells[0].hasFocus()
    assert len(page.table.rows()) == 2


def test_removed_rows_come_back_where_they_were(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE)
    remove = page.table._rows[0].remove
    assert remove.accessibleName() == "Remove: Холодильник"
    remove.setFocus()
    press(Qt.Key.Key_Space)
    assert page.told[-1] == [KETTLE]
    assert page.table.undo.isVisible()
    assert page.table.undo.text() == "Removed: Холодильник"
    there = QApplication.focusWidget()
    assert there is page.table._rows[0].remove  # the next row's
    page.table.undo.button.click()
    assert page.told[-1] == [FRIDGE, KETTLE]
    assert not page.table.undo.isVisible()
    assert page.table._rows[0].cells[0].hasFocus()


def test_the_order_of_the_keyboard_is_the_order_seen(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE)
    page.table._rows[1].remove.click()
    page.table.undo.button.click()
    page.table._rows[0].cells[0].setFocus()
    names = []
    for _step in range(10):
        there = QApplication.focusWidget()
        assert there is not None
        names.append(there.accessibleName())
        press(Qt.Key.Key_Tab)
    assert names[3:7] == [
        "Когда работает, row 1",
        "Remove: Холодильник",
        "Электроприбор, row 2",
        "Мощность, Вт, row 2",
    ]
    assert page.table.add_button.hasFocus()


def test_there_is_a_limit(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, most=2)
    page.table.add_row()
    assert not page.table.add_button.isEnabled()
    assert page.table._limit.isVisible()
    page.table.add_row()
    page.table._rows[1].cells[3].setFocus()
    press(Qt.Key.Key_Return)
    assert len(page.table.rows()) == 2
    page.table.remove_row(0)
    assert page.table.add_button.isEnabled()
    page.table.add_row()
    page.table.undo.button.click()  # there is no room for it any more
    assert page.table.rows() == [NEW, NEW]


def test_a_wrong_number_is_explained_below_its_row(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE)
    row = page.table._rows[1]
    cell = row.cells[1]
    cell.setFocus()
    cell.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(cell, "9000")
    press(Qt.Key.Key_Return)
    assert cell.hasFocus()  # it is not left behind
    assert row._trouble.isVisible()
    assert row._trouble.text() == "Мощность: Please enter a number from 1 to 5,000 Вт."
    assert page.table.rows()[1]["power"] == 900.0  # the last number within the range
    assert not page.table._rows[0]._trouble.isVisible()


@pytest.mark.parametrize("width", [260, 560, 1000])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_no_cell_is_squeezed(look: QApplication, qtbot: QtBot, width: int, scale: float) -> None:
    style.apply(look, load_theme("light"), scale)
    page = page_with(qtbot, FRIDGE, KETTLE, width=round(width * scale))
    assert page.table.is_narrow() == (width < 600)
    for number, row in enumerate(page.table._rows):
        inside = row.rect()
        for cell in (*row.cells, row.remove):
            assert inside.contains(cell.geometry())
        assert all(cell.width() >= round(80 * scale) for cell in row.cells)
        if width == 560:  # two lines to a row: words above the numbers of the first
            assert [label.isVisible() for label in row.labels] == [
                number == 0 and at > 0 for at in range(len(row.labels))
            ]
        else:
            assert all(label.isVisible() == page.table.is_narrow() for label in row.labels)
    page.resize(round(1000 * scale), 600)
    look.processEvents()
    assert not page.table.is_narrow()
    heads = page.table._head._labels
    for head, cell in zip(heads, page.table._rows[0].cells, strict=True):
        assert (
            abs(
                head.mapTo(page, head.rect().topLeft()).x()
                - cell.mapTo(page, cell.rect().topLeft()).x()
            )
            <= 1
        )


def test_words_in_another_language(look: QApplication, qtbot: QtBot) -> None:
    page = page_with(qtbot, FRIDGE)
    english = [
        RowColumn("name", "Appliance"),
        RowColumn("power", "Power", "number", "W", 1, 5000),
        RowColumn("hours", "Hours a day", "number", "h", 0, 24, 0.5),
        RowColumn("when", "When", "choice", choices={"day": "By day", "night": "At night"}),
    ]
    page.table.set_columns(english)
    assert page.table.rows() == [FRIDGE]
    assert page.table._rows[0].cells[1].accessibleName() == "Power, W, row 1"
    assert page.table._rows[0].cells[3].currentText() == "At night"  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="differ"):
        page.table.set_columns(english[:2])


@pytest.mark.parametrize("width", [260, 560, 1000])
def test_what_is_worked_out_stands_in_the_rows(
    look: QApplication, qtbot: QtBot, width: int
) -> None:
    page = page_with(qtbot, FRIDGE, KETTLE, width=width)
    page.table.set_results("Energy", ["1 kWh", "2 kWh"])
    look.processEvents()
    first, second = page.table._rows
    assert (first.result.text(), second.result.text()) == ("1 kWh", "2 kWh")
    assert second.result.isVisible()
    assert second.rect().contains(second.result.geometry())
    assert second.result.accessibleName() == "Energy: 2 kWh"
    assert not any(second.result.geometry().intersects(cell.geometry()) for cell in second.cells)
    page.table.set_results("", [])
    assert not first.result.isVisible()
    assert not page.table._head._result.isVisible()
