"""The page of the diary: cards, writing, correcting, doubts, before and after, tables."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecolearn.changes import Changes
from ecolearn.study.diary_series import CHANGES
from ecolearn.ui.activities import diary_change, diary_form
from ecolearn.ui.activities.diary_detail import SeriesView
from ecolearn.ui.context import Context, Route
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.models import diary_entries as rows
from ecolearn.ui.pages import diary as page_module
from ecolearn.ui.pages.diary import DiaryPage
from ecolearn.ui.theme import fonts, style
from ecolearn.ui.theme.tokens import load_theme
from ecolearn.ui.widgets.empty_state import EmptyState
from tests.ui.diary_made import DRIPS, METER, TODAY, FakeCore, context_on


class Desk:
    """The page on a fake core, and what a person does with it."""

    def __init__(self, qtbot: QtBot, core: FakeCore, jobs: Jobs) -> None:
        self.qtbot, self.core, self.jobs = qtbot, core, jobs
        self.context: Context = context_on(core, jobs)
        self.told: list[tuple[str, str]] = []
        self.page = DiaryPage(self.context)
        qtbot.addWidget(self.page)
        self.context.told.connect(lambda kind, text: self.told.append((kind, text)))
        self.context.route_requested.connect(self.page.open)
        self.page.resize(900, 700)
        self.page.show()

    def open(self, series_id: str = "") -> None:
        self.page.open(Route("diary", anchor=series_id))
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.idle and not self.page.busy)
        QApplication.processEvents()

    @property
    def view(self) -> SeriesView:
        view = self.page.view
        assert view is not None
        return view

    def write(self, text: str, days_ago: int = 0, note: str = "") -> None:
        form = self.view.form
        form.value.clear()
        QTest.keyClicks(form.value, text)
        form.day.set_day(TODAY - timedelta(days=days_ago))
        form.note.setText(note)
        QTest.keyClick(form.value, Qt.Key.Key_Return)
        self.settle()

    def texts(self, column: int) -> list[str]:
        model = self.view.table.entries
        found = [model.index(row, column).data() for row in range(model.rowCount())]
        return [text.replace("\u00a0", " ") for text in found]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    fonts.load_all_fonts()
    style.apply(qapp, load_theme("light"), 1.0)
    for module in (diary_form, diary_change):
        monkeypatch.setattr(module, "today", lambda: TODAY)
    jobs = Jobs()
    failed: list[BaseException] = []
    jobs.failed.connect(failed.append)
    yield Desk(qtbot, FakeCore(METER, DRIPS), jobs)
    jobs.close()
    qapp.setStyleSheet("")
    assert failed == []


def test_a_card_per_series_with_its_last_value(desk: Desk) -> None:
    desk.core.study.put("diary-electricity", 7, 100, "kWh")
    desk.core.study.put("diary-electricity", 0, 142, "kWh")
    desk.core.study.put("from-elsewhere", 0, 3, "L")
    desk.open()
    cards = desk.page.cards
    assert [card.content.title for card in cards] == [
        "Electricity meter",
        "Drips of a tap",
        "from-elsewhere",
    ]
    assert cards[0].content.value.replace("\u00a0", " ") == "142 kWh"
    assert "22 November 2026" in cards[0].content.words
    assert cards[1].content.value == ""
    assert cards[2].content.value.replace("\u00a0", " ") == "3 L"
    for card in cards:
        interface = QAccessible.queryAccessibleInterface(card)
        assert interface.text(QAccessible.Text.Name) == card.content.title
    cards[0].click()
    desk.settle()
    assert desk.view.series.id == "diary-electricity"
    assert QApplication.focusWidget() in (desk.view.form.value, None)
    desk.view.back.click()
    desk.settle()
    assert desk.page.view is None


def test_without_anything_to_measure_the_page_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.core.courses.clear()
    desk.open()
    empty = desk.page.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    with qtbot.waitSignal(desk.context.route_requested) as asked:
        empty.button.click()
    assert asked.args == [Route("library")]


def test_values_are_written_converted_and_shown_newest_first(desk: Desk) -> None:
    desk.open("diary-electricity")
    assert desk.view.invitation.text()
    assert desk.view.table.isHidden()
    desk.write("100", 14)
    desk.write("135 000 Wh", 7, "evening")
    desk.write("163")
    kept = list(desk.core.study.kept.values())
    assert [(one.value, one.unit) for one in kept] == [(100, "kWh"), (135, "kWh"), (163, "kWh")]
    assert desk.texts(rows.VALUE) == ["163 kWh", "135 kWh", "100 kWh"]
    assert desk.texts(rows.USE) == ["4 kWh a day", "5 kWh a day", ""]
    assert desk.texts(rows.NOTE) == ["", "evening", ""]
    assert desk.view.form.status.text().replace("\u00a0", " ").startswith("Saved: 163 kWh")
    assert desk.view.form.value.text() == ""
    data = desk.view.chart.chart.data()
    assert [point.y for point in data.series[0].points] == [5, 4]
    assert not desk.view.chart.isHidden()


@pytest.mark.parametrize("text", ["", "many", "5 kg", "5 xyz"])
def test_what_cannot_be_read_is_refused_with_a_sentence(desk: Desk, text: str) -> None:
    desk.open("diary-electricity")
    desk.write(text)
    form = desk.view.form
    assert not form.trouble.isHidden()
    assert form.trouble.text().endswith(".")
    assert form.value.text() == text
    assert desk.core.study.kept == {}
    QTest.keyClicks(form.value, "1")
    assert form.trouble.isHidden()


def test_a_day_to_come_is_refused(desk: Desk) -> None:
    desk.open("diary-electricity")
    desk.write("5", -1)
    assert "still to come" in desk.view.form.trouble.text()
    assert desk.core.study.kept == {}


def test_doubtful_values_are_asked_about(desk: Desk) -> None:
    desk.open("diary-electricity")
    desk.write("123456")
    form = desk.view.form
    assert not form.question.isHidden()
    assert "Really 123,456" in form.question.accessibleName()
    assert desk.core.study.kept == {}
    form.no.click()
    assert form.question.isHidden()
    assert form.value.text() == "123456"
    desk.write("123456")
    form.yes.click()
    desk.settle()
    assert [one.value for one in desk.core.study.kept.values()] == [123456]
    desk.write("12")
    assert "Was the meter exchanged?" in form.question.accessibleName()
    form.yes.click()
    desk.settle()
    assert len(desk.core.study.kept) == 2


def test_an_entry_is_corrected_under_its_id(desk: Desk) -> None:
    entry_id = desk.core.study.put("diary-drips", 3, 40, "1/min", "kitchen")
    desk.open("diary-drips")
    table, form = desk.view.table, desk.view.form
    table.setFocus()
    table.setCurrentIndex(table.entries.index(0, rows.CORRECT))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (form.value.text(), form.note.text(), form.edited) == ("40", "kitchen", entry_id)
    assert "19 November 2026" in desk.view.form_title.text()
    desk.write("4", 2, "kitchen")
    assert list(desk.core.study.kept) == [entry_id]
    assert desk.core.study.kept[entry_id].value == 4
    assert form.edited == ""
    QTest.keyClick(table, Qt.Key.Key_F2)
    form.cancel.click()
    assert (form.value.text(), form.edited) == ("", "")


def test_an_entry_is_removed_and_brought_back(desk: Desk) -> None:
    desk.core.study.put("diary-drips", 3, 40, "1/min")
    desk.open("diary-drips")
    table = desk.view.table
    table.setCurrentIndex(table.entries.index(0, rows.DAY))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    desk.settle()
    assert table.entries.rowCount() == 0
    assert desk.view.undo.isVisible()
    assert "40" in desk.view.undo.text()
    desk.view.undo.button.click()
    desk.settle()
    assert desk.texts(rows.VALUE) == ["40 per minute"]
    assert desk.view.undo.isHidden()
    rect = table.visualRect(table.entries.index(0, rows.REMOVE))
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rect.center(),
    )
    desk.settle()
    assert table.entries.rowCount() == 0


def test_before_and_after_is_honest_and_then_says_it_in_per_cent(desk: Desk) -> None:
    desk.core.study.put("diary-electricity", 28, 100, "kWh")
    desk.core.study.put("diary-electricity", 21, 170, "kWh")
    desk.open("diary-electricity")
    change = desk.view.change
    assert change.result.isHidden()
    change.what.setText("other lamps")
    change.day.set_day(TODAY - timedelta(days=14))
    change.compare.click()
    desk.settle()
    assert "Too few" in change.result.accessibleName()
    assert "2 more" in change.means.text()
    desk.write("240", 14)
    desk.write("275", 7)
    desk.write("310")
    said = change.result.accessibleName().replace("\u00a0", "")
    assert "50% less than before" in said
    assert change.result.tone == "ok"
    assert change.change_words.text() == "other lamps, since 8 November 2026"
    names = [line.label for line in desk.view.chart.chart.data().series]
    assert names == ["Before", "After"]
    change.day.set_day(TODAY - timedelta(days=10))
    change.compare.click()
    desk.settle()
    lines = desk.view.chart.chart.data().series
    assert [(line.label, len(line.points)) for line in lines] == [
        ("Before", 2),
        ("Before / After", 1),  # from 14 to 7 days ago: no comparison counts it
        ("After", 1),
    ]
    kept = [one for one in desk.core.study.kept.values() if one.series_id.endswith(CHANGES)]
    assert [one.note for one in kept] == ["other lamps"]
    change.day.set_day(TODAY + timedelta(days=1))
    change.compare.click()
    assert not change.trouble.isHidden()
    change.drop.click()
    desk.settle()
    assert change.result.isHidden()


def test_what_is_typed_survives_language_look_and_leaving(qapp: QApplication, desk: Desk) -> None:
    entry_id = desk.core.study.put("diary-drips", 3, 40, "1/min")
    desk.open("diary-drips")
    form = desk.view.form
    QTest.keyClicks(form.value, "17")
    form.note.setText("bath")
    desk.context.language = "ru"
    QApplication.sendEvent(desk.page, QEvent(QEvent.Type.LanguageChange))
    assert desk.view.form is not form
    style.apply(qapp, load_theme("dark"), 1.5)
    desk.page.leave()
    desk.open()
    desk.open("diary-drips")
    assert (desk.view.form.value.text(), desk.view.form.note.text()) == ("17", "bath")
    desk.view.table.correct_wanted.emit(desk.core.study.kept[entry_id])
    QApplication.sendEvent(desk.page, QEvent(QEvent.Type.LanguageChange))
    assert desk.view.form.edited == entry_id


def test_trouble_is_told_and_nothing_typed_is_lost(desk: Desk) -> None:
    desk.open("diary-drips")
    desk.core.study.trouble = RuntimeError("no")
    desk.write("17")
    form = desk.view.form
    assert not form.trouble.isHidden()
    assert form.value.text() == "17"
    desk.core.study.trouble = None
    form.save.click()
    desk.settle()
    assert [one.value for one in desk.core.study.kept.values()] == [17]


def test_the_page_follows_what_is_written_elsewhere(desk: Desk) -> None:
    desk.open("diary-drips")
    desk.core.study.put("diary-drips", 0, 9, "1/min")
    desk.context.announce(Changes(diary=True))
    desk.settle()
    assert desk.texts(rows.VALUE) == ["9 per minute"]


@pytest.mark.parametrize(("language", "cell"), [("en", "1.5"), ("ru", "1,5")])
def test_a_table_is_saved_for_the_spreadsheets_of_the_language(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, cell: str
) -> None:
    desk.context.language = language
    desk.core.study.put("diary-electricity", 1, 1.5, "kWh", "=1+1")
    desk.core.study.put("diary-electricity" + CHANGES, 1, 1, "", "lamps")
    desk.core.study.put("diary-drips", 0, 7, "1/min")
    target = tmp_path / "table.csv"
    monkeypatch.setattr(page_module, "ask_table", lambda *_: target)
    for series_id, count in (("diary-electricity", 1), ("", 2)):
        desk.open(series_id)
        buttons = desk.page.findChildren(QPushButton)
        next(one for one in buttons if "table" in one.text() and "Save" in one.text()).click()
        desk.settle()
        text = target.read_bytes().decode("utf-8-sig")
        separator = "," if language == "en" else ";"
        head, *lines = csv.reader(io.StringIO(text), delimiter=separator)
        assert len(head) == 5
        assert len(lines) == count
        assert lines[0][2:] == [cell, "kWh", "'=1+1"]
    assert [kind for kind, _ in desk.told] == ["ok", "ok"]


def test_a_table_that_cannot_be_saved_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.core.study.put("diary-drips", 0, 7, "1/min")
    monkeypatch.setattr(page_module, "ask_table", lambda *_: tmp_path / "none" / "table.csv")
    desk.open("diary-drips")
    desk.view.save_table.click()
    desk.settle()
    assert [kind for kind, _ in desk.told] == ["danger"]


def test_a_thousand_entries_stay_quick(desk: Desk) -> None:
    for number in range(1000):
        desk.core.study.put("diary-electricity", 1000 - number, 100.0 + number, "kWh")
    desk.open("diary-electricity")
    assert desk.view.table.entries.rowCount() == 1000
    series = desk.view.series
    began = time.perf_counter()
    desk.view.follow(series)
    desk.page.grab()
    assert time.perf_counter() - began < 1.0
    assert len(desk.view.chart.chart.data().series[0].points) <= 60


def test_everything_can_be_reached_and_says_what_it_is(desk: Desk) -> None:
    desk.core.study.put("diary-drips", 1, 9, "1/min")
    desk.core.study.put("diary-drips", 0, 7, "1/min")
    desk.open("diary-drips")
    view = desk.view
    parts = [
        *(view.back, view.form.value, view.form.day, view.form.note, view.form.save),
        *(view.change.what, view.change.day, view.change.compare, view.save_table, view.table),
    ]
    for part in parts:
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name).strip(), part
    model = view.table.entries
    said = model.index(0, rows.REMOVE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Remove the entry of 22 November 2026"


def test_the_way_back_leads_to_the_card_one_came_from(qtbot: QtBot, desk: Desk) -> None:
    desk.open()
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    desk.page.cards[1].click()
    desk.settle()
    assert desk.view.form.value.hasFocus()
    desk.view.back.click()
    desk.settle()
    assert desk.page.cards[1].hasFocus()
    desk.core.study.put("diary-drips", 0, 7, "1/min")
    desk.context.announce(Changes(diary=True))
    desk.settle()
    assert desk.page.cards[1].content.value != ""
    assert desk.page.cards[1].hasFocus()
