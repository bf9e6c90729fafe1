"""The quiz and result pages over the real core: by keyboard, with a full disk, with a clock."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.app import Core, build_core
from ecolearn.changes import Changes
from ecolearn.errors import DiskFull
from ecolearn.ui.context import Context, Route
from ecolearn.ui.items.start_card import StartCard
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.pages.page import Page
from ecolearn.ui.pages.quiz import QuizPage
from ecolearn.ui.pages.result import ResultPage
from ecolearn.ui.theme import fonts, style, tokens

_COURSE = """format = 1
id = "mini"
version = "1"
languages = ["en", "ru"]
modules = ["one"]
title.en = "Mini"
title.ru = "Мини"
[[outcomes]]
id = "O1"
kind = "c"
text.en = "Tell power from energy."
text.ru = "Отличать мощность от энергии."
"""
_MODULE = """id = "M1"
title.en = "Units"
title.ru = "Единицы"
[quiz]
id = "M1-Q"
pass = 0.6
shuffle_items = false
shuffle_options = false
feedback = "{feedback}"
minutes = {minutes}
show = "{show}"
"""
_QUIZ_EN = """+++
id = "M1-Q"
title = "Quiz: units"
+++

Two questions.

:::item Q1 outcome=O1
What is power measured in?

- (x) watts
  > Right.
- ( ) hours
  > That is time.
:::

:::item Q2 outcome=O1
What is the unit of power?

= watt
:::
"""
_QUIZ_RU = """+++
id = "M1-Q"
title = "Тест: единицы"
+++

:::item Q1 outcome=O1
В чём измеряют мощность?

- (x) в ваттах
  > Верно.
- ( ) в часах
  > Это время.
:::
"""


class Shaky:
    """The study of the core; acts fail while `full` names them."""

    def __init__(self, study: Any) -> None:
        self._study = study
        self.full: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        if name in self.full:
            return self._fail
        return getattr(self._study, name)

    def _fail(self, *args: object, **more: object) -> Any:
        raise DiskFull(path="x", needed=1)


class ShakyCore:
    """The core with a shaky study."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.study = Shaky(core.study)
        self.library = core.library


class Window(QStackedWidget):
    """Two pages, and what they ask for."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.quiz, self.result = QuizPage(context), ResultPage(context)
        self.routes: list[Route] = []
        for page in (self.quiz, self.result):
            self.addWidget(page)
        context.route_requested.connect(self.go)

    def go(self, route: Route) -> None:
        """Show a page."""
        self.routes.append(route)
        pages: dict[str, Page] = {"quiz": self.quiz, "result": self.result}
        page = pages.get(route.page)
        if page is not None:
            self.setCurrentWidget(page)
            page.open(route)

    def settle(self, qtbot: QtBot) -> None:
        """Wait until every act has returned."""
        qtbot.waitUntil(lambda: self.context.jobs.idle, timeout=5000)
        QApplication.processEvents()


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Open]:
    fonts.load_all_fonts()
    style.apply(qapp, tokens.load_theme("light"), 1.0)
    alive: list[tuple[Jobs, Core]] = []

    def make(feedback: str = "at-once", minutes: int = 0, show: str = "one") -> Window:
        folder = tmp_path / "courses" / "mini" / "one"
        folder.mkdir(parents=True)
        (folder.parent / "course.toml").write_text(_COURSE, "utf-8")
        module = _MODULE.format(feedback=feedback, minutes=minutes, show=show)
        (folder / "module.toml").write_text(module, "utf-8")
        (folder / "quiz.en.md").write_text(_QUIZ_EN, "utf-8")
        (folder / "quiz.ru.md").write_text(_QUIZ_RU, "utf-8")
        jobs = Jobs()
        context = Context(jobs)
        context.language = "en"
        made: list[Core] = []

        def build() -> Any:
            core = build_core(tmp_path / "data", [(tmp_path / "courses", "folder")], rng=Random(1))
            made.append(core)
            return core.study.create_learner("A", "leaf", 1).value

        learners: list[Any] = []
        jobs.database(build, learners.append)
        qtbot.waitUntil(lambda: jobs.idle and bool(learners), timeout=10000)
        context.core = ShakyCore(made[0])  # type: ignore[assignment]
        context.learner = learners[0]
        alive.append((jobs, made[0]))
        window = Window(context)
        qtbot.addWidget(window)
        window.resize(928, 680)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        window.go(Route("quiz", course_id="mini", module_id="M1"))
        window.settle(qtbot)
        return window

    yield make
    for jobs, core in alive:
        jobs.database(core.close)
        jobs.close()


def press(
    window: Window,
    qtbot: QtBot,
    *keys: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press keys where the keyboard is, and wait for what they cause."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)
        window.settle(qtbot)


def test_a_quiz_is_sat_with_the_keyboard_alone(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    assert isinstance(window.quiz._stack.currentWidget(), StartCard)
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    view = window.quiz._view
    assert view is not None
    assert view.states()[0].kind == "right"
    press(window, qtbot, Qt.Key.Key_Return)
    assert view.position == 1
    QTest.keyClicks(QApplication.focusWidget(), "volt")
    press(window, qtbot, Qt.Key.Key_Return)
    assert view.states()[1].kind == "wrong"
    press(window, qtbot, Qt.Key.Key_Return)
    assert window.currentWidget() is window.result
    shown = window.result._shown
    assert shown is not None
    assert shown.result.score == 0.5
    assert not shown.result.passed
    press(window, qtbot, Qt.Key.Key_Return)  # practise what was missed
    assert window.currentWidget() is window.quiz
    assert window.quiz._sitting is not None
    assert [entry.item_id for entry in window.quiz._sitting.items] == ["Q2"]


def test_flags_and_open_questions_are_shown_before_handing_in(opened: Open, qtbot: QtBot) -> None:
    window = opened("at-end")
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_F)
    view = window.quiz._view
    assert view is not None
    assert view.states()[0].flagged
    press(window, qtbot, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.position == 1
    press(window, qtbot, Qt.Key.Key_Return)
    overview = window.quiz._stack.currentWidget()
    assert len(overview.rows) == 2  # type: ignore[union-attr]
    press(window, qtbot, Qt.Key.Key_Return)  # the first of them
    assert view.position == 0
    press(window, qtbot, Qt.Key.Key_1)
    assert view.states()[0].kind == "answered"
    window.quiz._on_overview_wanted()
    window.quiz._stack.currentWidget().hand_in_button.click()  # type: ignore[union-attr]
    window.settle(qtbot)
    assert window.currentWidget() is window.result


def test_a_full_disk_keeps_the_answer_on_the_screen(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return)
    study = window.context.core.study  # type: ignore[union-attr]
    study.full = {"answer", "draft"}  # type: ignore[attr-defined]
    press(window, qtbot, Qt.Key.Key_1, Qt.Key.Key_Return)
    panel = window.quiz._view.panel  # type: ignore[union-attr]
    assert panel is not None
    assert not panel.judged
    assert panel.response() == {"choice": "a"}
    assert panel.retry_button.isVisible()
    study.full = set()  # type: ignore[attr-defined]
    panel.retry_button.click()
    window.settle(qtbot)
    assert panel.judged


def test_one_goes_on_where_one_stopped(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "wa")
    told: list[str] = []
    window.context.told.connect(lambda kind, text: told.append(text))
    assert window.quiz.leave()
    window.settle(qtbot)
    assert "continue later" in told[-1]
    window.go(Route("quiz", course_id="mini", module_id="M1"))
    window.settle(qtbot)
    card = window.quiz._stack.currentWidget()
    assert isinstance(card, StartCard)
    assert "Continue" in card.start_button.text()
    press(window, qtbot, Qt.Key.Key_Return)
    view = window.quiz._view
    assert view is not None
    assert view.position == 1
    assert view.panel is not None
    assert view.panel.response() == {"text": "wa"}


def test_when_the_time_is_over_the_drafts_are_handed_in(opened: Open, qtbot: QtBot) -> None:
    window = opened("at-end", minutes=10)
    clock = [100.0]
    window.quiz.now = lambda: clock[0]
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    view = window.quiz._view
    assert view is not None
    warned: list[int] = []
    view.timer.warned.connect(warned.append)
    clock[0] += 301
    window.quiz._on_second()
    clock[0] += 250
    window.quiz._on_second()
    assert warned == [5, 1]
    assert not window.quiz._banner.isHidden()
    clock[0] += 60
    window.quiz._on_second()
    window.settle(qtbot)
    assert window.currentWidget() is window.result
    assert window.result._shown is not None
    assert window.result._shown.result.score == 0.5


def test_the_clock_goes_on_during_the_last_look(opened: Open, qtbot: QtBot) -> None:
    window = opened("at-end", minutes=10)
    clock = [100.0]
    window.quiz.now = lambda: clock[0]
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    window.quiz._on_overview_wanted()
    shown = window.quiz._clock
    assert shown is not None
    assert shown.isVisible()
    clock[0] += 60
    window.quiz._on_second()
    assert shown._text.text() == "9:00"
    shown.hide_time(True)
    assert window.quiz._view is not None
    assert window.quiz._view.timer.hidden_time
    window.quiz._on_back_wanted()
    assert window.quiz._clock is None
    window.quiz._on_overview_wanted()
    clock[0] += 600
    window.quiz._on_second()
    window.settle(qtbot)
    assert window.currentWidget() is window.result
    said = [label.text() for label in window.result.findChildren(QLabel)]
    assert any("time was up" in text for text in said)


def test_nothing_is_said_of_time_where_there_was_enough(opened: Open, qtbot: QtBot) -> None:
    window = opened("at-end", minutes=10)
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    window.quiz._finish()
    window.settle(qtbot)
    said = [label.text() for label in window.result.findChildren(QLabel)]
    assert said
    assert not any("time was up" in text for text in said)


def test_the_clock_can_be_hidden_and_still_warns(opened: Open, qtbot: QtBot) -> None:
    window = opened(minutes=10)
    window.context.preferences.show_timer = False
    now = [0.0]
    window.quiz.now = lambda: now[0]
    press(window, qtbot, Qt.Key.Key_Return)
    view = window.quiz._view
    assert view is not None
    assert not view.timer.isVisible()
    for seconds, words in ((301, "5 minute"), (541, "1 minute")):
        now[0] = float(seconds)
        window.quiz._on_second()
        assert words in window.quiz._banner.text()
    window.context.preferences.show_timer = True
    window.go(Route("quiz", course_id="mini", module_id="M1"))  # back from the settings
    assert view.timer.isVisible()


@pytest.mark.parametrize("minutes", [0, 10])
def test_what_is_said_on_leaving_is_true(opened: Open, qtbot: QtBot, minutes: int) -> None:
    window = opened(minutes=minutes)
    told: list[str] = []
    window.context.told.connect(lambda _kind, text: told.append(text))
    press(window, qtbot, Qt.Key.Key_Return)
    window.quiz.leave()
    assert not any("answers" in text or "later" in text for text in told)
    assert any("goes on" in text for text in told) == bool(minutes)
    told.clear()
    press(window, qtbot, Qt.Key.Key_1)
    window.quiz.leave()
    assert "answers are saved" in told[-1]
    assert ("goes on" in told[-1]) == bool(minutes)
    assert ("continue later" in told[-1]) == (not minutes)


def test_the_language_changes_and_what_is_missing_is_said(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_2)
    view = window.quiz._view
    assert view is not None
    window.context.language = "ru"
    window.context.language_changed.emit("ru")
    assert view.panel is not None
    assert view.panel.item.stem == "В чём измеряют мощность?"
    assert view.panel.response() == {"choice": "b"}
    view.go_to(1)
    window.settle(qtbot)
    assert view._cards[1].notice is not None


def test_a_course_that_goes_away_leaves_a_way_out(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    root = Path(window.context.core.library.open("mini").folder)  # type: ignore[union-attr]
    shutil.rmtree(root)
    window.context.core.library.scan()  # type: ignore[union-attr]
    window.context.announce(Changes(library=True))
    window.settle(qtbot)
    assert window.quiz._stack.currentWidget() is window.quiz._message
    window.quiz._message.button.click()
    assert window.routes[-1].page == "library"


def test_a_change_of_look_keeps_the_place_and_what_was_typed(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return)
    view = window.quiz._view
    assert view is not None
    view.go_to(1)
    QTest.keyClicks(QApplication.focusWidget(), "wat")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, tokens.load_theme("dark"), 1.5)
    window.settle(qtbot)
    fresh = window.quiz._view
    assert fresh is not None
    assert fresh is not view
    assert fresh.position == 1
    assert fresh.panel is not None
    assert fresh.panel.response() == {"text": "wat"}
    style.apply(app, tokens.load_theme("light"), 1.0)


def test_esc_goes_back_to_the_course(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert window.routes[-1].page == "course"


@pytest.mark.parametrize("feedback", ["at-once", "at-end"])
def test_all_questions_on_a_page(opened: Open, qtbot: QtBot, feedback: str) -> None:
    window = opened(feedback, show="all")
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)
    view = window.quiz._view
    assert view is not None
    if feedback == "at-once":
        assert view.states()[0].kind == "right"
        press(window, qtbot, Qt.Key.Key_Return)
    assert view.position == 1
    QTest.keyClicks(QApplication.focusWidget(), "watt")
    press(window, qtbot, Qt.Key.Key_Return)
    if window.currentWidget() is window.quiz:
        if window.quiz._stack.currentWidget() is view:
            press(window, qtbot, Qt.Key.Key_Return)
        if window.currentWidget() is window.quiz:
            window.quiz._stack.currentWidget().hand_in_button.click()  # type: ignore[union-attr]
            window.settle(qtbot)
    assert window.currentWidget() is window.result
    assert window.result._shown is not None
    assert window.result._shown.result.score == 1.0


def _nameless(widget: QWidget) -> list[object]:
    """Return what takes the keyboard in `widget` without a name or a role of its own."""
    bare = {QAccessible.Role.Border, QAccessible.Role.Client, QAccessible.Role.NoRole}
    found: list[object] = []
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        one = waiting.pop()
        if one is None or one.state().invisible:
            continue
        state = one.state()
        if state.focusable and one.object() is not widget:
            name = one.text(QAccessible.Text.Name)
            if one.role() in bare or not name.strip():
                found.append((one.object(), one.role(), name))
        waiting += [one.child(index) for index in range(one.childCount())]
    return found


def test_every_page_can_be_read_aloud(opened: Open, qtbot: QtBot) -> None:
    window = opened(minutes=10)
    assert not _nameless(window.quiz)
    press(window, qtbot, Qt.Key.Key_Return)
    assert not _nameless(window.quiz)
    press(window, qtbot, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert not _nameless(window.quiz)
    window.quiz._on_overview_wanted()
    assert not _nameless(window.quiz)
    window.quiz._finish()
    window.settle(qtbot)
    for question in window.result._questions:
        question.set_open(True)
    assert not _nameless(window.result)


def test_another_learner_does_not_see_the_sitting(opened: Open, qtbot: QtBot) -> None:
    window = opened(minutes=10)
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    window.context.learner_changed.emit(None)
    window.settle(qtbot)
    assert window.quiz._view is None
    assert window.quiz._sitting is None
    assert not window.quiz._second.isActive()
