"""A pupil keeps an eco-diary in the window: two weeks of readings, a correction, a comparison, a
table, another language, and a stick to the teacher."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ecolearn.app import Core
from ecolearn.store.carrying import collect, export
from ecolearn.store.clock import utc_now
from ecolearn.store.store import Store
from ecolearn.study.diary_series import CHANGES
from ecolearn.study.study import Study
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.diary import DiaryView
from ecolearn.ui.activities.diary_card import SeriesCard
from ecolearn.ui.activities.diary_detail import SeriesView
from ecolearn.ui.activities.diary_form import DayEdit, today
from ecolearn.ui.context import Route
from ecolearn.ui.models import diary_entries as rows
from ecolearn.ui.pages import diary as page_module
from ecolearn.ui.pages.diary import DiaryPage
from tests.journeys.conftest import Journey

METER = "diary-electricity"


def view_of(pupil: Journey) -> SeriesView:
    page = pupil.window.page
    assert isinstance(page, DiaryPage)
    assert page.view is not None
    return page.view


def write(pupil: Journey, text: str, days_ago: int) -> None:
    """Type a value and a day with the keyboard, and save it with Enter."""
    form = view_of(pupil).form
    form.value.setFocus()
    pupil.type(text)
    pupil.key(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), DayEdit)
    digits = (today() - timedelta(days=days_ago)).strftime("%d%m%Y")
    form.day.setSelectedSection(form.day.Section.DaySection)
    QTest.keyClicks(form.day, digits)
    form.value.setFocus()
    pupil.key(Qt.Key.Key_Return)


def core_of(pupil: Journey) -> Core:
    core = pupil.window.context.core
    assert isinstance(core, Core)
    return core


def test_two_weeks_of_a_meter(
    learner: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pupil = learner
    who = pupil.window.context.learner_id

    # the rail leads to the diary, a card to the series, all by keyboard
    pupil.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert pupil.page == "diary"
    pupil.tab_to(lambda w: isinstance(w, SeriesCard) and w.content.icon == "zap")
    pupil.key(Qt.Key.Key_Return)
    assert view_of(pupil).series.id == METER
    assert QApplication.focusWidget() is view_of(pupil).form.value

    # readings of two weeks, one of them in another unit, one mistyped
    for text, days_ago in (("4200", 14), ("4 242 000 Wh", 7), ("4237", 0)):
        write(pupil, text, days_ago)
    view = view_of(pupil)
    assert not view.form.question.isHidden()  # lower than a week ago
    pupil.tab_to(lambda w: w is view.form.no, 4)
    pupil.key(Qt.Key.Key_Return)
    write(pupil, "4273", 0)
    assert [one.value for one in core_of(pupil).study.diary(who)] == [4200, 4242, 4273]

    # one is corrected from the list, removed by mistake, and brought back
    view.table.setFocus()
    pupil.key(Qt.Key.Key_F2)
    assert view.form.value.selectedText() == "4,273"
    pupil.type("4270")
    pupil.key(Qt.Key.Key_Return)
    view.table.setFocus()
    pupil.key(Qt.Key.Key_Delete)
    assert len(core_of(pupil).study.diary(who)) == 2
    pupil.tab_to(lambda w: w is view.undo.button, 6)
    pupil.key(Qt.Key.Key_Return)
    assert [one.value for one in core_of(pupil).study.diary(who)] == [4200, 4242, 4270]

    # other lamps a week ago
    view.change.what.setFocus()
    pupil.type("LED")
    view.change.day.set_day(today() - timedelta(days=7))
    view.change.what.setFocus()
    pupil.key(Qt.Key.Key_Return)
    said = view.change.result.accessibleName().replace("\u00a0", " ")
    assert said.startswith("33% less than before")
    assert "6 kWh a day" in said

    # another language in the middle of a value; then a table for its spreadsheet
    view.form.value.setFocus()
    pupil.type("43")
    pupil.window.set_language("ru")
    pupil.settle()
    view = view_of(pupil)
    assert view.form.value.text() == "43"
    values = [view.table.entries.index(row, rows.VALUE).data() for row in range(3)]
    assert values[0].replace("\u00a0", " ") == "4270 кВт·ч"
    target = tmp_path / "таблица.csv"
    monkeypatch.setattr(page_module, "ask_table", lambda *_: target)
    view.save_table.click()
    pupil.settle()
    text = target.read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
    assert [line[2:4] for line in lines] == [["4200", "kWh"], ["4242", "kWh"], ["4270", "kWh"]]
    assert lines[-1][1] == today().isoformat()

    # everything travels on a stick, and merges
    stick = tmp_path / "stick"
    stick.mkdir()
    mine = core_of(pupil)
    export(mine.store, stick)
    (tmp_path / "teacher").mkdir()
    school = Store(tmp_path / "teacher")
    try:
        assert all(collect(school, [stick]).good for _ in range(2))
        there = Study(school, mine.library, utc_now, Random(1))
        assert there.diary(who) == mine.study.diary(who)
        assert [one.series_id for one in there.diary(who)][-1] == METER + CHANGES
    finally:
        school.close()


def test_a_lesson_and_the_diary_follow_each_other(learner: Journey) -> None:
    pupil = learner
    course = core_of(pupil).library.open("activities").course
    module, lesson = next(
        (module, lesson)
        for module in course.modules
        for lesson in module.lessons
        if METER in lesson.texts["en"].activities()
    )
    route = Route("lesson", course.id, module.id, lesson.id)
    pupil.window.go(route)
    pupil.settle()

    def card_view() -> DiaryView:
        cards = pupil.window.page.findChildren(ActivityCard)
        view = next(one for one in cards if one.activity.id == METER).view
        assert isinstance(view, DiaryView)
        return view

    card_view().form.value.setFocus()
    pupil.type("812,5")
    pupil.key(Qt.Key.Key_Return)
    assert card_view().last.text().replace("\u00a0", " ") == "812.5 kWh"
    card_view().open_diary.click()
    pupil.settle()
    assert pupil.page == "diary"
    assert [one.value for one in view_of(pupil).series.entries] == [812.5]
    write(pupil, "820", 0)
    pupil.window.go(route)
    pupil.settle()
    assert card_view().last.text().replace("\u00a0", " ") == "820 kWh"


def test_what_was_written_is_there_after_a_power_cut(
    start: Callable[..., Journey], learner: Journey
) -> None:
    learner.window.go(Route("diary", anchor=METER))
    learner.settle()
    write(learner, "100", 7)
    learner.pull_the_plug()
    again = start()
    again.window.go(Route("diary", anchor=METER))
    again.settle()
    assert [one.value for one in view_of(again).series.entries] == [100]
