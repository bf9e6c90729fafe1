"""Scenarios on the screen: choosing, what changes, going back, the end, paper and copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.activities.scenario import (
    LONGEST_WAY,
    Choice,
    Meter,
    Scenario,
    Scene,
)
from ecolearn.content.markdown import plain_blocks
from ecolearn.content.model import Fact
from ecolearn.ui.activities import scenario as view_module
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.desk import ActivityDesk
from ecolearn.ui.activities.paper import activity_paper
from ecolearn.ui.activities.scenario import ScenarioView
from ecolearn.ui.activities.scenario_parts import MeterBar, WayButton
from ecolearn.ui.lesson.blocks_box import FactView
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme
from ecolearn.ui.widgets.callout import Callout

FACTS = {
    "F-1": Fact(id="F-1", grade="B", source="A report", text={"en": "Windows leak."}),
    "F-D": Fact(id="F-D", grade="D", source="A rumour", text={"en": "Coal is clean."}),
}
AROUND = Around(language="en", languages=("en", "ru"), facts=FACTS)
CASE = Scenario(
    id="case",
    title={"en": "The boiler"},
    meters=(
        Meter(id="money", label={"en": "Money"}, start=100, unit="KZT", better="more"),
        Meter(id="smoke", label={"en": "Smoke"}, start=80, better="less"),
        Meter(id="mood", label={"en": "Mood"}, start=5, max=10, unit="h", shown={"en": "smiles"}),
    ),
    scenes=(
        Scene(
            id="start",
            text={"en": "It is *cold*.\n\nWhat now?", "ru": "Холодно.\n\nЧто делать?"},
            choices=(
                Choice(
                    text={"en": "Measure", "ru": "Измерить"},
                    next="measured",
                    feedback={"en": "Cheap and **useful**.", "ru": "Дёшево."},
                    changes={"money": -5, "mood": 1},
                    points=2,
                ),
                Choice(
                    text={"en": "Buy a boiler"},
                    next="bought",
                    feedback={"en": "Dear."},
                    changes={"money": -90.5, "smoke": -20},
                    points=1,
                ),
                Choice(text={"en": "Wait"}, next="start2"),
            ),
        ),
        Scene(
            id="measured",
            text={"en": "Heat leaves through the windows.", "ru": "Тепло уходит в окна."},
            choices=(Choice(text={"en": "Seal them"}, next="warm", points=1),),
        ),
        Scene(
            id="start2",
            text={"en": "It is colder."},
            choices=(Choice(text={"en": "Think again"}, next="start"),),
        ),
        Scene(id="bought", text={"en": "New and cold."}, end="mixed"),
        Scene(id="warm", text={"en": "It is warm.", "ru": "Тепло."}, end="good"),
    ),
    facts=("F-1", "F-D"),
)
Make = Callable[..., ScenarioView]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    """Return a maker of views in a window of their own."""

    def maker(activity: Scenario = CASE) -> ScenarioView:
        view = ScenarioView(activity, AROUND)
        qtbot.addWidget(view)
        view.resize(700, 640)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.focus_first()
        return view

    return maker


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a screen reader is told."""
    found: list[str] = []
    monkeypatch.setattr(view_module, "say", lambda widget, text, **more: found.append(text))
    return found


def ways(view: ScenarioView) -> list[WayButton]:
    """Return the choices on the screen."""
    QApplication.processEvents()
    return [one for one in view.findChildren(WayButton) if one.isVisible()]


def button(view: ScenarioView, words: str) -> QPushButton:
    """Return the first button with these words."""
    QApplication.processEvents()
    return next(
        one for one in view.findChildren(QPushButton) if one.isVisible() and one.text() == words
    )


def meters(view: ScenarioView) -> dict[str, str]:
    """Return what the meters on the screen say."""
    QApplication.processEvents()
    found = {}
    for one in view.findChildren(MeterBar):
        if one.isVisible():
            name, _, value = one.accessibleName().partition(": ")
            said = one.accessibleDescription()
            found[name] = value.replace("\u00a0", " ") + (f" | {said}" if said else "")
    return found


def words(view: ScenarioView) -> str:
    """Return the words of the labels on the screen."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


# ── choosing ──────────────────────────────────────────────────────────────────────────────────


def test_a_choice_by_its_digit_then_on(make: Make, said: list[str], qtbot: QtBot) -> None:
    view = make()
    assert view.state() == {}
    assert not view.can_copy()
    assert [one.accessibleName() for one in ways(view)] == ["Measure", "Buy a boiler", "Wait"]
    assert ways(view)[0].hasFocus()
    assert meters(view) == {"Money": "100 tenge", "Smoke": "80", "Mood": "5 smiles"}
    bar = next(one for one in view.findChildren(MeterBar) if one.isVisible())
    role = QAccessible.queryAccessibleInterface(bar).role()
    assert role == QAccessible.Role.StaticText
    with qtbot.waitSignal(view.changed) as caught:
        press(Qt.Key.Key_1)
    assert caught.args == [True]
    assert view.state() == {"path": [["start", 0]], "at": "start"}
    assert meters(view) == {
        "Money": "95 tenge | −5 (worse)",
        "Smoke": "80",
        "Mood": "6 smiles | +1",
    }
    assert "Money: −5, now 95" in words(view).replace("\u00a0", " ")
    assert said[-1].replace("\u00a0", " ").startswith("Cheap and useful. Money: −5, now 95 tenge")
    assert [one.accessibleDescription() for one in ways(view)] == ["Your choice", "", ""]
    press(Qt.Key.Key_2)
    assert view.state()["path"] == [["start", 0]], "it was chosen already"
    assert button(view, "Go on").hasFocus()
    press(Qt.Key.Key_Return)
    assert view.state()["at"] == "measured"
    assert said[-1] == "Heat leaves through the windows."
    assert ways(view)[0].hasFocus()


def test_arrows_enter_and_space(make: Make) -> None:
    view = make()
    press(Qt.Key.Key_Down)
    assert ways(view)[1].hasFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert ways(view)[2].hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert view.state() == {"path": [["start", 0]], "at": "start"}
    press(Qt.Key.Key_Space)
    assert view.state()["at"] == "measured"


def test_a_choice_nothing_is_said_about_leads_on_at_once(make: Make) -> None:
    view = make()
    QTest.mouseClick(ways(view)[2], Qt.MouseButton.LeftButton)
    assert view.state() == {"path": [["start", 2]], "at": "start2"}


def test_back_takes_the_last_choice_back(make: Make) -> None:
    view = make()
    assert view.back_button.isHidden()
    view.choose(0)
    view.go_on()
    QTest.mouseClick(button(view, "Back"), Qt.MouseButton.LeftButton)
    assert view.state() == {}
    assert len(ways(view)) == 3
    view.choose(1)
    QTest.mouseClick(button(view, "Back"), Qt.MouseButton.LeftButton)
    assert view.state() == {}, "also before one has gone on"
    assert meters(view)["Money"] == "100 tenge"


def test_a_choice_without_a_scene_cannot_be_taken(make: Make) -> None:
    scenes = (
        Scene(
            id="a",
            text={"en": "A"},
            choices=(
                Choice(text={"en": "No"}, next="nowhere"),
                Choice(text={"en": "Yes"}, next="end"),
            ),
        ),
        Scene(id="end", text={"en": "End"}),
    )
    view = make(Scenario(id="x", title={"en": "X"}, scenes=scenes))
    assert ways(view)[1].hasFocus()
    press(Qt.Key.Key_1)
    assert view.state() == {}
    press(Qt.Key.Key_2)
    assert "The end" in words(view)


def test_a_very_long_way_can_only_go_back(make: Make) -> None:
    again = Choice(text={"en": "Again"}, next="a")
    out = Choice(text={"en": "Out"}, next="end")
    scenes = (
        Scene(id="a", text={"en": "A"}, choices=(again, out)),
        Scene(id="end", text={"en": "End"}),
    )
    view = make(Scenario(id="x", title={"en": "X"}, scenes=scenes))
    view.set_state({"path": [["a", 0]] * LONGEST_WAY, "at": "a"})
    assert ways(view) == []
    assert any("very long" in one._title.text() for one in view.findChildren(Callout))
    QTest.mouseClick(button(view, "Back"), Qt.MouseButton.LeftButton)
    assert len(ways(view)) == 2


def test_nothing_to_show(make: Make) -> None:
    view = make(Scenario(id="x", title={"en": "X"}, scenes=()))
    assert not view.can_print()
    assert view.state() == {}


# ── the end ───────────────────────────────────────────────────────────────────────────────────


def at_the_end(view: ScenarioView) -> None:
    """Take the best way."""
    view.choose(0)
    view.go_on()
    view.choose(0)


def test_the_end_sums_up(make: Make, said: list[str], qtbot: QtBot) -> None:
    view = make()
    view.choose(0)
    view.go_on()
    with qtbot.waitSignal(view.changed) as caught:
        view.choose(0)
    assert caught.args == [True]
    box = next(one for one in view.findChildren(Callout) if one.isVisible())
    assert (box.tone, box._title.text()) == ("ok", "A good end")
    shown = words(view)
    assert "3 of 3 points: no way has more." in shown
    assert "It is cold." in shown
    assert "Measure" in shown
    assert "Seal them" in shown
    assert meters(view) == {
        "Money": "95 tenge | −5 (worse)",
        "Smoke": "80",
        "Mood": "6 smiles | +1",
    }
    assert said[-1] == "It is warm. A good end. 3 of 3 points: no way has more."
    assert button(view, "Try another way").hasFocus()
    (more,) = [
        one
        for one in view.findChildren(QPushButton)
        if one.isVisible() and one.text() == "What happened"
    ]  # nothing was said about the second choice
    assert more.accessibleName() == "What happened: Measure"
    low = view.heightForWidth(700)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.heightForWidth(700) > low)
    cards = [one for one in view.findChildren(FactView) if one.isVisible()]
    assert len(cards) == 1, "a fact of grade D is no evidence"


def test_another_way_has_more(make: Make) -> None:
    view = make()
    view.choose(1)
    view.go_on()
    box = next(one for one in view.findChildren(Callout) if one.isVisible())
    assert (box.tone, box._title.text()) == ("note", "An end with two sides")
    assert "1 of 3 points: another way has more." in words(view)
    assert meters(view)["Money"] == "9.5 tenge | −90.5 (worse)"
    assert meters(view)["Smoke"] == "60 | −20 (better)"


def test_another_way_from_the_start_or_from_a_scene(make: Make) -> None:
    view = make()
    at_the_end(view)
    found = [
        one
        for one in view.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Choose differently here"
    ]
    assert [one.accessibleName() for one in found] == [
        "Choose differently here: It is cold.",
        "Choose differently here: Heat leaves through the windows.",
    ]
    QTest.mouseClick(found[1], Qt.MouseButton.LeftButton)
    assert view.state() == {"path": [["start", 0]], "at": "measured"}
    view.choose(0)
    press(Qt.Key.Key_Return)
    assert view.state() == {}
    assert len(ways(view)) == 3


def test_the_way_can_be_copied(make: Make) -> None:
    view = make()
    at_the_end(view)
    assert view.can_copy()
    assert view.as_text().replace("\u00a0", " ") == (
        "The boiler\n\n1. It is cold.\n   → Measure\n   Cheap and useful.\n"
        "   Money: −5, now 95 tenge\n   Mood: +1, now 6 smiles\n\n"
        "2. Heat leaves through the windows.\n   → Seal them\n\n"
        "A good end: It is warm.\n3 of 3 points: no way has more."
    )


# ── states, looks, paper ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("steps", range(4))
def test_a_way_goes_on_in_another_language_and_theme(
    steps: int, qtbot: QtBot, qapp: QApplication
) -> None:
    desk = ActivityDesk()
    desk.begin({})

    def shown(language: str) -> ScenarioView:
        desk.renew(Around(language=language, languages=("en", "ru"), facts=FACTS))
        widget = desk.widget(b.ActivityCard("case", CASE))
        assert isinstance(widget, ActivityCard)
        qtbot.addWidget(widget)
        widget.resize(700, 700)
        widget.show()
        assert isinstance(widget.view, ScenarioView)
        return widget.view

    view = shown("en")
    for act in (lambda: view.choose(0), view.go_on, lambda: view.choose(0))[:steps]:
        act()
    before = view.state()
    style.apply(qapp, load_theme("contrast-dark"), 1.5)
    after = shown("ru")
    assert after.state() == before
    if steps == 1:
        assert "Your choice" in [one.accessibleDescription() for one in ways(after)]
        assert button(after, "Go on").isVisible()


def test_a_new_scene_is_shown_from_its_top(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    long = CASE.scenes[0].text["en"] + "\n\nAnd it is long." * 40
    scenes = (
        Scene(id="start", text={"en": long}, choices=CASE.scenes[0].choices[:1]),
        Scene(id="measured", text={"en": long}, choices=(Choice(text={"en": "On"}, next="warm"),)),
        *CASE.scenes[4:],
    )
    view = ScenarioView(Scenario(id="x", title={"en": "X"}, scenes=scenes), AROUND)
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(600, 400)
    with qtbot.waitExposed(area):
        area.show()
    view.choose(0)
    going = button(view, "Go on")
    assert area.verticalScrollBar().maximum() > 400

    def top() -> int:
        return going.mapTo(area.viewport(), QPoint(0, 0)).y()

    qtbot.waitUntil(lambda: 0 <= top() <= area.viewport().height() - going.height())
    assert view.back_button.mapTo(area.viewport(), QPoint(0, 0)).y() < 0
    view.go_on()
    qtbot.waitUntil(lambda: view.back_button.mapTo(area.viewport(), QPoint(0, 0)).y() >= 0)


def test_the_whole_case_on_paper(make: Make) -> None:
    view = make()
    text = plain_blocks(view.paper()).replace("\u00a0", " ")
    assert "A  Measure  → go to 2" in text
    assert "B  Buy a boiler  → go to 4" in text
    assert "C  Wait  → go to 3" in text
    assert "A good end" in text
    begin, _, remarks = text.partition("What is said about the choices")
    assert "Cheap and useful." not in begin
    assert "1 A" in remarks
    assert "Cheap and useful." in remarks
    assert "Money −5 tenge; Mood +1 smiles" in remarks
    assert "Money" in begin
    assert "100 tenge" in begin
    same = activity_paper(CASE, AROUND)
    assert plain_blocks(same) == plain_blocks(view.paper())


def test_a_case_is_told_on_sheets(make: Make) -> None:
    assert "Scene 1" in words(make())
    values = {one: getattr(CASE, one) for one in ("id", "title", "scenes", "meters")}
    assert "Sheet 1 of the case" in words(make(Scenario(**values, style="case")))
