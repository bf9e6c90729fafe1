"""A series of the diary in a lesson."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities import diary_form
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.desk import ActivityDesk
from ecolearn.ui.activities.diary import DiaryView
from ecolearn.ui.activities.diary_book import DiaryBook, KeptDiary
from ecolearn.ui.context import Context, Route
from ecolearn.ui.jobs import Jobs
from tests.ui.diary_made import METER, TODAY, FakeCore, context_on

#: the cards of a test: Python lets go of what nobody holds
_shown: list[ActivityCard] = []


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(diary_form, "today", lambda: TODAY)
    yield
    _shown.clear()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def view_in(qtbot: QtBot, book: DiaryBook | None, language: str = "en") -> DiaryView:
    card = ActivityCard(METER, Around(language=language, languages=("en",), diary=book))
    qtbot.addWidget(card)
    card.resize(640, 700)
    card.show()
    _shown.append(card)
    assert isinstance(card.view, DiaryView)
    return card.view


def write(view: DiaryView, text: str, days_ago: int = 0) -> None:
    view.form.value.clear()
    QTest.keyClicks(view.form.value, text)
    view.form.day.set_day(TODAY - timedelta(days=days_ago))
    QTest.keyClick(view.form.value, Qt.Key.Key_Return)


def test_a_preview_shows_it_all_and_keeps_nothing(qtbot: QtBot) -> None:
    book = DiaryBook()
    view = view_in(qtbot, book)
    assert view.last.isHidden()
    assert view.chart.isHidden()
    assert view.open_diary.isHidden()
    for text, days_ago in (("100", 14), ("170", 7), ("205", 0)):
        write(view, text, days_ago)
    assert view.last.text().replace("\u00a0", " ") == "205 kWh"
    assert [point.y for point in view.chart.data().series[0].points] == [10, 5]
    write(view, "12 kg")
    assert not view.form.trouble.isHidden()
    again = view_in(qtbot, book, "ru")
    assert again.last.text().startswith("205")
    assert view_in(qtbot, None).last.isHidden()


def test_a_lesson_writes_into_the_diary_and_follows_it(qtbot: QtBot, jobs: Jobs) -> None:
    core = FakeCore(METER)
    context: Context = context_on(core, jobs)
    core.study.put(METER.id, 7, 100, "kWh")
    book = KeptDiary(context)
    view = view_in(qtbot, book)
    qtbot.waitUntil(lambda: view.last.text().startswith("100"))
    write(view, "1 MWh")
    qtbot.waitUntil(lambda: view.last.text().startswith("1,000"))
    assert [(one.value, one.unit) for one in core.study.kept.values()] == [
        (100, "kWh"),
        (1000, "kWh"),
    ]
    core.study.put(METER.id, 0, 1200, "kWh")
    context.announce(core.study.remove_diary_entry("aru", "0" * 32).changes)
    qtbot.waitUntil(lambda: view.last.text().startswith("1,200"))
    with qtbot.waitSignal(context.route_requested) as asked:
        view.open_diary.click()
    assert asked.args == [Route("diary", anchor=METER.id)]
    context.learner = None
    assert book.entries() == ()


def test_trouble_is_said_beside_the_form(qtbot: QtBot, jobs: Jobs) -> None:
    core = FakeCore(METER)
    core.study.trouble = RuntimeError("no")
    view = view_in(qtbot, KeptDiary(context_on(core, jobs)))
    write(view, "5")
    qtbot.waitUntil(lambda: not view.form.trouble.isHidden())
    assert view.form.value.text() == "5"
    assert view.form.save.isEnabled()


def test_there_is_no_state_to_save_or_start_again(qtbot: QtBot) -> None:
    desk = ActivityDesk()
    told: list[object] = []
    desk.state_changed.connect(lambda *args: told.append(args))
    desk.begin({METER.id: ActivityState(METER.id, {})})
    desk.renew(Around(language="en", diary=DiaryBook()))
    card = desk.widget(b.ActivityCard(METER.id, METER))
    qtbot.addWidget(card)
    assert isinstance(card, ActivityCard)
    assert isinstance(card.view, DiaryView)
    write(card.view, "5")
    assert card.state() == {}
    assert not card.view.can_restart()
    assert told == []
    assert card.view.paper()
