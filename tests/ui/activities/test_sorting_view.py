"""Sorting games on the screen: by keys, by mouse and by touch, again and in another language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.activities.sorting import Bin, Set, Sorting, Thing
from ecolearn.content.markdown import plain_blocks
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities import sorting as view_module
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.desk import ActivityDesk
from ecolearn.ui.activities.even_flow import EvenFlow
from ecolearn.ui.activities.sorting import SortingView
from ecolearn.ui.activities.sorting_end import SortingEnd
from ecolearn.ui.activities.sorting_parts import BinButton, SetButton, ThingCard, hues
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import THEME_NAMES, load_theme
from ecolearn.ui.widgets.callout import Callout

NAMES = {"dry": "Сухие", "wet": "Мокрые", "special": "Отдельно", "reuse": "Снова"}
BINS = tuple(
    Bin(id=name, label={"en": name.title(), "ru": words}, help={"en": f"for {name} things"})
    for name, words in NAMES.items()
)


def thing(number: int) -> Thing:
    """Return one of the things, a fourth of them for each bin."""
    return Thing(
        id=f"t{number}",
        label={"en": f"thing {number}", "ru": f"вещь {number}"},
        bin=list(NAMES)[number % 4],
        why={"en": f"Because of *{number}*.", "ru": f"Потому что {number}."},
        sets=("junior",) if number < 4 else (),
    )


def game(*, sets: bool = True, count: int = 8) -> Sorting:
    """Return a game of `count` things, of which 4 are for beginners."""
    junior = Set(id="junior", label={"en": "Junior"}, bins={"special": {"en": "Ask an adult"}})
    return Sorting(
        id="game",
        title={"en": "Sort"},
        bins=BINS,
        things=tuple(thing(number) for number in range(count)),
        sets=(junior,) if sets else (),
        watch="dry",
    )


Make = Callable[..., SortingView]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    """Return a maker of views in a window of their own."""

    def maker(activity: Sorting | None = None, width: int = 700) -> SortingView:
        view = SortingView(activity or game(sets=False), Around(seed="s", languages=("en", "ru")))
        qtbot.addWidget(view)
        view.resize(width, 640)
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


def find(view: SortingView, kind: type, name: str = "") -> object:
    """Return the visible widget of a kind, with an accessible name or text if given."""
    QApplication.processEvents()
    found = [
        one
        for one in view.findChildren(kind)
        if one.isVisible() and name in ("", one.accessibleName(), getattr(one, "text", str)())
    ]
    assert len(found) == 1, [one.accessibleName() for one in found]
    return found[0]


def card(view: SortingView) -> ThingCard:
    """Return the thing in hand."""
    found = find(view, ThingCard)
    assert isinstance(found, ThingCard)
    return found


def bin_button(view: SortingView, bin_id: str) -> BinButton:
    """Return the button of a bin."""
    QApplication.processEvents()
    return next(
        one for one in view.findChildren(BinButton) if one.isVisible() and one.bin_id == bin_id
    )


def right_key(view: SortingView, *, wrong: bool = False) -> Qt.Key:
    """Return the digit that puts the thing in hand where it belongs, or into the next bin."""
    found = view.activity.thing(view.activity.in_hand(view._done))
    assert found is not None
    number = list(NAMES).index(found.bin)
    return Qt.Key(Qt.Key.Key_1.value + (number + wrong) % 4)


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def play(view: SortingView, spoilt: int = 0) -> None:
    """Play to the end by keys, a digit and Enter for each thing; so many things land in the dry
    bin that do not belong there."""
    view.focus_first()
    for _ in range(len(view._done["order"])):
        key = right_key(view)
        if spoilt and key != Qt.Key.Key_1:
            spoilt, key = spoilt - 1, Qt.Key.Key_1
        press(key)
        press(Qt.Key.Key_Return)


# ── playing ───────────────────────────────────────────────────────────────────────────────────


def test_two_keys_a_thing(make: Make, said: list[str]) -> None:
    view = make()
    first = view.activity.in_hand(view._done)
    assert view.state() == {}, "a game that was only looked at is not begun"
    press(right_key(view))
    box = find(view, Callout)
    assert isinstance(box, Callout)
    assert box.tone == "ok"
    assert view.state()["put"] == {first: view.activity.thing(first).bin}  # type: ignore[union-attr]
    assert said[-1].startswith("Right: ")
    press(Qt.Key.Key_Return)
    assert card(view).hasFocus()
    assert "2 of 8" in said[-1]


def test_a_wrong_bin_is_told_with_the_right_one_and_the_reason(make: Make, said: list[str]) -> None:
    view = make()
    found = view.activity.thing(view.activity.in_hand(view._done))
    assert found is not None
    key = right_key(view, wrong=True)
    press(key)
    chosen = list(NAMES)[key.value - Qt.Key.Key_1.value]
    assert bin_button(view, found.bin).accessibleDescription() == "Right place"
    assert bin_button(view, chosen).accessibleDescription() == "Not here"
    assert said[-1] == f"Not right. It belongs in {found.bin.title()}. Because of {found.id[1:]}."
    before = view.state()
    press(Qt.Key.Key_1)
    assert view.state() == before, "the first choice counts"
    assert not bin_button(view, found.bin).hitButton(QPoint(5, 5))


def test_space_and_the_button_go_on_too(make: Make) -> None:
    view = make()
    press(right_key(view))
    press(Qt.Key.Key_Space)
    assert view._done["at"] == 1
    press(right_key(view))
    button = find(view, QPushButton)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view._done["at"] == 2


def test_arrows_and_enter(make: Make) -> None:
    view = make()
    press(Qt.Key.Key_Right)
    assert bin_button(view, "dry").hasFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    assert bin_button(view, "wet").hasFocus()
    press(Qt.Key.Key_Return)
    assert list(view.state()["put"].values()) == ["wet"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    assert bin_button(view, "reuse").hasFocus()
    press(Qt.Key.Key_Space)
    assert list(view.state()["put"].values()) == ["wet", "reuse"]


def test_a_click_on_a_bin(make: Make, qtbot: QtBot) -> None:
    view = make()
    with qtbot.waitSignal(view.changed) as caught:
        QTest.mouseClick(bin_button(view, "special"), Qt.MouseButton.LeftButton)
    assert caught.args == [True]
    assert list(view.state()["put"].values()) == ["special"]


def drag(start: ThingCard, to: QPoint) -> None:
    """Drag by mouse to a place given in the coordinates of the card."""
    begin = start.rect().center()
    QTest.mousePress(start, Qt.MouseButton.LeftButton, pos=begin)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(start, begin + (to - begin) * part)
        QApplication.processEvents()


def test_dragging_onto_a_bin(make: Make) -> None:
    view = make()
    held = card(view)
    target = bin_button(view, "wet")
    to = held.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    drag(held, to)
    assert view._ghost is not None
    assert target._lit
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=to)
    assert view._ghost is None
    assert list(view.state()["put"].values()) == ["wet"]


def test_dragging_elsewhere_or_giving_up_changes_nothing(make: Make) -> None:
    view = make()
    held = card(view)
    drag(held, QPoint(20, 20))
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    target = bin_button(view, "dry")
    to = held.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    drag(held, to)
    QTest.keyClick(held, Qt.Key.Key_Escape)
    assert view._ghost is None
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=to)
    assert view.state() == {}


def test_dragging_with_a_finger(make: Make) -> None:
    view = make()
    held = card(view)
    target = bin_button(view, "reuse")
    window = view.windowHandle()
    device = QTest.createTouchDevice()
    begin = held.mapTo(view, held.rect().center())
    end = target.mapTo(view, target.rect().center())
    QTest.touchEvent(window, device).press(0, begin, window).commit()
    for part in (0.3, 0.7, 1.0):
        QTest.touchEvent(window, device).move(0, begin + (end - begin) * part, window).commit()
    QTest.touchEvent(window, device).release(0, end, window).commit()
    QApplication.processEvents()
    assert list(view.state()["put"].values()) == ["reuse"]


def test_dragging_to_the_edge_scrolls(qtbot: QtBot) -> None:
    view = SortingView(game(sets=False), Around(seed="s"))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(320, 220)
    with qtbot.waitExposed(area):
        area.show()
    held = card(view)
    bar = area.verticalScrollBar()
    low = area.viewport().mapToGlobal(QPoint(150, 210))
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    for _ in range(20):
        QTest.mouseMove(held, held.mapFromGlobal(low))
        held.carried.emit(low)
    assert bar.value() > 100
    high = area.viewport().mapToGlobal(QPoint(150, 5))
    for _ in range(40):
        held.carried.emit(high)
    assert bar.value() == 0
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=held.mapFromGlobal(high))


def test_a_streak_is_praised_and_a_mistake_not_counted_aloud(make: Make) -> None:
    view = make()
    for _ in range(3):
        press(right_key(view))
        press(Qt.Key.Key_Return)
    words = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    assert any("in a row" in one for one in words)
    press(right_key(view, wrong=True))
    words = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    assert not any("in a row" in one for one in words)


# ── sets, the end, again ──────────────────────────────────────────────────────────────────────


def test_a_set_is_chosen_and_gives_bins_other_words(make: Make) -> None:
    view = make(game())
    assert [one.accessibleName() for one in view.findChildren(SetButton)] == [
        "Junior",
        "Everything",
    ]
    assert isinstance(QApplication.focusWidget(), SetButton)
    press(Qt.Key.Key_Return)
    assert view.state()["set"] == "junior"
    assert len(view.state()["order"]) == 4
    assert bin_button(view, "special").accessibleName() == "Ask an adult"
    view.restart()
    QApplication.processEvents()
    assert view.state() == {}
    assert len([one for one in view.findChildren(SetButton) if one.isVisible()]) == 2


def end_of(view: SortingView) -> SortingEnd:
    """Return the page at the end."""
    found = find(view, SortingEnd)
    assert isinstance(found, SortingEnd)
    return found


def test_the_end_sums_up_and_offers_what_was_missed(make: Make, said: list[str]) -> None:
    view = make()
    assert not view.can_copy()
    play(view, 2)
    end = end_of(view)
    assert end.verdict.tone == "note"
    words = " ".join(one.text() for one in end.findChildren(QLabel))
    assert "6 of 8" in words
    assert "What went into another bin" in words
    assert "50" in words, "two of the four things in dry"
    missed = [one.id for one, _bin in view.activity.mistakes(view._done)]
    assert len(missed) == 2
    assert view.can_copy()
    assert "6 of 8 right at the first try" in view.as_text()
    assert view.as_text() == said[-1]
    assert isinstance(end.first, QPushButton)
    assert end.first.hasFocus()
    press(Qt.Key.Key_Return)
    assert sorted(view.state()["order"]) == sorted(missed)
    play(view)
    assert end_of(view).verdict.tone == "ok"
    assert view.activity.score(view.state()) is None


def test_a_clean_game_is_mastery(make: Make) -> None:
    view = make()
    play(view)
    end = end_of(view)
    assert end.verdict.tone == "ok"
    assert view.activity.is_mastered(view.state())
    kept = ActivityState("game", view.state(), 1.0, 1.0, True)
    view.show_kept(kept)
    words = [one.text() for one in end.findChildren(QLabel) if not one.isHidden()]
    assert any("100" in one and "best" in one for one in words)
    order = view.state()["order"]
    again = find(view, QPushButton, "Again")
    assert isinstance(again, QPushButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert sorted(view._done["order"]) == sorted(order)
    assert view._done["order"] != order
    assert view.state()["put"] == {}


def test_chance_follows_from_the_seed(make: Make) -> None:
    one, two = make(), make()
    assert one._done["order"] == two._done["order"]
    one.restart()
    assert one._done["order"] != two._done["order"]
    two.restart()
    assert one._done["order"] == two._done["order"]


# ── states and looks ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 16])
def test_a_game_goes_on_in_another_language_and_theme(
    steps: int, make: Make, qtbot: QtBot, qapp: QApplication
) -> None:
    """Steps are keys: an odd number leaves the reason for a thing on the screen."""
    desk = ActivityDesk()
    block = b.ActivityCard("game", game(sets=False))

    def shown(language: str) -> SortingView:
        desk.renew(Around(language=language, languages=("en", "ru"), seed="s"))
        widget = desk.widget(block)
        assert isinstance(widget, ActivityCard)
        qtbot.addWidget(widget)
        widget.resize(700, 700)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        assert isinstance(widget.view, SortingView)
        widget.view.focus_first()
        return widget.view

    desk.begin({})
    view = shown("en")
    for number in range(steps):
        press(Qt.Key.Key_Return if number % 2 else right_key(view))
    before = dict(view._done)
    style.apply(qapp, load_theme("dark"), 1.5)
    after = shown("ru")
    assert after._done == before
    if steps == 0:
        assert card(after).accessibleName().startswith("Вещь")
    if steps == 1:
        assert find(after, Callout) is not None
    if steps == 16:
        assert end_of(after) is not None


def test_bins_stand_in_even_rows(make: Make, qtbot: QtBot) -> None:
    view = make(width=700)
    grid = bin_button(view, "dry").parentWidget().layout()  # type: ignore[union-attr]
    assert isinstance(grid, EvenFlow)
    assert [grid.columns(width) for width in (700, 540, 420, 290, 200)] == [4, 4, 2, 2, 1]


def test_every_widget_has_a_name(make: Make) -> None:
    view = make()
    for kind in (ThingCard, BinButton):
        assert all(one.accessibleName() for one in view.findChildren(kind))
    assert bin_button(view, "dry").accessibleDescription() == "for dry things"


def test_paper_has_no_answers_before_it_was_played(make: Make) -> None:
    view = make()
    before = plain_blocks(view.paper())
    assert "Thing" in before
    assert "thing 3" in before
    assert "Because" not in before
    play(view)
    assert "Because of 3." in plain_blocks(view.paper())


def brightness(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def ratio(one: QColor, two: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((brightness(one), brightness(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_bins_can_be_read_in_every_hue(name: str, qapp: QApplication) -> None:
    theme = load_theme(name)
    style.apply(qapp, theme, 1.0)
    for hue in range(360):
        colours = hues(hue)
        for words in ("text", "muted"):
            assert ratio(theme.colour(words), colours.ground) >= 4.5, (hue, words)
        assert ratio(colours.strong, colours.on) >= 3, hue
        assert ratio(colours.strong, colours.ground) >= 3, hue


def test_the_whole_reason_is_brought_into_view(qtbot: QtBot) -> None:
    """Its first words too, not only the button at its end."""
    view = SortingView(game(sets=False), Around(seed="s"))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(660, 330)
    with qtbot.waitExposed(area):
        area.show()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.put(view.activity.bins[0].id)

    def is_seen(part: QWidget | None) -> bool:
        assert part is not None
        top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + part.height() <= area.viewport().height()

    qtbot.waitUntil(lambda: is_seen(view._next.parentWidget() if view._next else None))
    bar.setValue(bar.maximum())
    view.go_on()
    qtbot.waitUntil(lambda: is_seen(view._card))
