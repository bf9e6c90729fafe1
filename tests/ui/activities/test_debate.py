"""The widget of a debate, used as a class would."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content.activities.debate import Debate, Role, Round
from ecolearn.content.model import Fact
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.debate import DebateView
from ecolearn.ui.lesson.blocks_box import FactView, FoldView
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme

FACTS = {
    "F-1": Fact(id="F-1", grade="B", source="A report", text={"en": "Bags last."}),
    "F-D": Fact(id="F-D", grade="D", source="A rumour", text={"en": "Bags fly."}),
}


def role(name: str, *facts: str) -> Role:
    return Role(
        id=name,
        name={"en": name.title()},
        brief={"en": f"You are the {name}."},
        arguments=({"en": f"Reason of the {name}"},),
        answers=({"en": f"Reply of the {name}"},),
        facts=facts,
    )


DEBATE = Debate(
    id="bags",
    title={"en": "Bags"},
    question={"en": "Should shops stop giving bags?"},
    roles=(role("seller", "F-1", "F-D"), role("herder"), role("mayor")),
    rounds=(
        Round(title={"en": "Opening"}, minutes=2),
        Round(title={"en": "Answers"}, minutes=8, text={"en": "Reply."}),
    ),
    facts=("F-1",),
    reflection={"en": "What surprised you?"},
)


@pytest.fixture
def view(qtbot: QtBot) -> DebateView:
    return made(qtbot)


def made(qtbot: QtBot, seed: str = "s") -> DebateView:
    view = DebateView(DEBATE, Around(language="en", facts=FACTS, seed=seed))
    qtbot.addWidget(view)
    view.resize(660, 1400)
    view.show()
    return view


def texts(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    shown += [
        one.accessibleName() for one in widget.findChildren(QWidget) if one.isVisibleTo(widget)
    ]
    return "\n".join(shown)


def test_agreement_is_empty_until_it_is_given(qtbot: QtBot, view: DebateView) -> None:
    assert view.state() == {}
    line = view.before.line
    assert "Not answered yet." in line.accessibleDescription()
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert view.state() == {"before": 4}
    assert "Not answered yet." not in line.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_middle_can_be_chosen_by_key(qtbot: QtBot, view: DebateView, key: Qt.Key) -> None:
    qtbot.keyClick(view.before.line, key)
    assert view.state() == {"before": 5}


def test_agreement_by_mouse(qtbot: QtBot, view: DebateView) -> None:
    line = view.after.line
    middle = line.height() // 2
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 2, middle))
    assert view.state() == {"after": 10}
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(3, middle))
    assert view.state() == {"after": 0}


@pytest.mark.parametrize(
    ("after", "words"), [(7, "agree more"), (1, "agree less"), (3, "as far as before")]
)
def test_the_change_is_shown(view: DebateView, after: int, words: str) -> None:
    view.set_state({"before": 3})
    assert "You before and after" not in texts(view)
    view.set_state({"before": 3, "after": after})
    assert words in texts(view)


def test_taking_a_role_shows_its_card(qtbot: QtBot, view: DebateView) -> None:
    assert "Reason of the seller" not in texts(view)
    with qtbot.waitSignal(view.changed):
        qtbot.keyClick(view.rows["seller"], Qt.Key.Key_Space)
    shown = texts(view)
    assert "You are: Seller" in shown
    assert "Reason of the seller" in shown
    assert "Reply of the seller" in shown
    assert view.state() == {"role": "seller"}


def test_the_card_stands_below_the_row_that_was_chosen(qtbot: QtBot, view: DebateView) -> None:
    def below(name: str, after: str) -> bool:
        card = view._card.geometry()
        above, following = view.rows[name].geometry(), view.rows[after].geometry()
        return above.bottom() < card.top() <= card.bottom() < following.top()

    for name, after in (("seller", "herder"), ("herder", "mayor"), ("seller", "herder")):
        view.rows[name].click()
        qtbot.waitUntil(partial(below, name, after))


def test_doubtful_facts_are_no_evidence(view: DebateView) -> None:
    view.set_state({"role": "seller"})
    for fold in view.findChildren(FoldView):
        fold.set_open(True)
    assert len(view.findChildren(FactView)) == 2
    assert "Bags fly." not in texts(view)


def test_roles_are_dealt_to_groups(qtbot: QtBot, view: DebateView) -> None:
    view.groups.setValue(5)
    view.deal_button.click()
    state = view.state()
    assert len(state["dealt"]) == 5
    assert set(state["dealt"]) == {"seller", "herder", "mayor"}
    assert "Group 5" in texts(view)
    same = made(qtbot)
    same.groups.setValue(5)
    same.deal_button.click()
    assert same.state() == state
    same.deal_button.click()
    assert same.state()["deals"] == 2


def test_the_clock_runs_and_stands(qtbot: QtBot, view: DebateView) -> None:
    rounds = view.rounds
    assert rounds is not None
    assert rounds.at() is None
    rounds.start.click()
    assert rounds.runs
    assert rounds.start.text() == "Pause"
    rounds.start.click()
    assert not rounds.runs
    assert view.state()["round"] == 0
    assert 100 <= view.state()["left"] <= 120


def test_an_answer_is_kept_while_the_clock_runs(qtbot: QtBot, view: DebateView) -> None:
    card = ActivityCard(DEBATE, Around(language="en", facts=FACTS))
    qtbot.addWidget(card)
    view = card.view  # type: ignore[assignment]
    assert view.rounds is not None
    view.rounds.start.click()
    with qtbot.waitSignal(card.state_changed, timeout=5_000) as kept:
        qtbot.keyClick(view.before.line, Qt.Key.Key_Right)
    assert kept.args is not None
    assert kept.args[0]["before"] == 6
    assert view.rounds.runs
    with qtbot.assertNotEmitted(card.state_changed, wait=1_500):
        pass
    with qtbot.waitSignal(card.state_changed) as left:
        card.settle()
    assert left.args is not None
    assert left.args[0]["left"] < 120
    view.rounds.start.click()


def test_the_end_of_a_round_is_announced(
    qtbot: QtBot, view: DebateView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []

    def say(widget: QWidget, text: str, *, urgent: bool = False) -> None:
        said.append((text, urgent))

    monkeypatch.setattr("ecolearn.ui.activities.debate_rounds.say", say)
    rounds = view.rounds
    assert rounds is not None
    rounds.show_round(0, 0.2)
    rounds.start.click()
    with qtbot.waitSignal(rounds.clock.expired, timeout=5_000):
        pass
    assert said[-1] == ("Time is up: Opening. Go on to the next round.", True)
    assert "Time is up" in texts(rounds)
    assert rounds.next.hasFocus()
    assert not rounds.runs
    rounds.next.click()
    assert view.state()["round"] == 1
    assert view.state()["left"] == 480
    assert not rounds.next.isVisible()


def test_a_round_that_is_over_is_shown_over_without_noise(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "ecolearn.ui.activities.debate_rounds.say", lambda _, text, **__: said.append(text)
    )
    view = made(qtbot)
    view.set_state({"round": 1, "left": 0})
    assert said == []
    assert "That was the last round." in texts(view)
    assert view.state() == {"round": 1, "left": 0}


def test_the_next_round_goes_on_running(view: DebateView) -> None:
    rounds = view.rounds
    assert rounds is not None
    rounds.start.click()
    rounds.next.click()
    assert rounds.runs
    rounds.start.click()


STATE = {
    "role": "mayor",
    "before": 2,
    "after": 9,
    "dealt": ["mayor", "seller"],
    "deals": 3,
    "round": 1,
    "left": 90,
}


def test_the_state_is_shown_again_and_can_be_emptied(qtbot: QtBot, view: DebateView) -> None:
    view.set_state(STATE)
    assert view.state() == STATE
    other = made(qtbot)
    other.set_state(view.state())
    assert other.state() == STATE
    other.restart()
    assert other.state() == {}


def test_it_is_copied_when_there_is_something(view: DebateView) -> None:
    assert view.as_text() == ""
    view.set_state(STATE)
    assert "Group 1: Mayor" in view.as_text()
    assert "Before 2, after 9" in view.as_text()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light", "contrast-dark"])
@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_it_fits_a_narrow_column(qtbot: QtBot, theme: str, zoom: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme(theme), zoom)
    card = ActivityCard(DEBATE, Around(language="en", facts=FACTS))
    qtbot.addWidget(card)
    card.show_state(STATE)
    width = round(320 * max(1.0, zoom * 0.75))
    card.resize(width, card.heightForWidth(width))
    card.show()
    assert not card.grab().isNull()
    view = card.view
    assert view is not None
    assert view.minimumSizeHint().width() <= width


def test_every_control_has_a_name(view: DebateView) -> None:
    view.set_state(STATE)
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(view):
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name, widget
