"""The widget of a number check, used as a learner would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.activities.number_check import (
    Datum,
    Judgement,
    NumberCheck,
    Step,
    Wrong,
)
from ecolearn.content.model import Fact
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.activities.desk import ActivityDesk
from ecolearn.ui.activities.number_check import NumberCheckView
from ecolearn.ui.lesson.blocks_box import FactView
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme

FACTS = {
    "F-1": Fact(
        id="F-1",
        grade="C",
        source="A report",
        date="2025",
        text={"en": "Planted."},
        note={"en": "A slip."},
    ),
    "F-D": Fact(id="F-D", grade="D", source="A rumour", text={"en": "A million."}),
}
CHECK = NumberCheck(
    id="check",
    title={"en": "Trees", "ru": "Деревья"},
    claim={"en": "“A million trees.”"},
    said_by="A news item",
    facts=("F-1",),
    data=(Datum(label={"en": "Area"}, value={"en": "736.8 thousand ha"}, fact="F-D"),),
    steps=(
        Step(
            id="a",
            question={"en": "How many on a hectare?"},
            answer="1493 pcs/ha ± 1 %",
            hint={"en": "Divide."},
            working={"en": "1.1 billion ÷ 736.8 thousand"},
            wrong=(Wrong(answer="1.5 ± 2 %", feedback={"en": "Mind the zeros."}),),
        ),
        Step(
            id="b",
            question={"en": "And energy?"},
            answer="6 kWh ± 1 %",
            optional_unit=False,
            working={"en": "2 kW × 3 h"},
        ),
    ),
    question={"en": "What do you say?"},
    verdicts=(
        Judgement(id="no", text={"en": "Wrong"}, feedback={"en": "Indeed."}, right=True),
        Judgement(id="yes", text={"en": "True"}, feedback={"en": "Look again."}),
    ),
    explanation={"en": "A slip of a word."},
)


@pytest.fixture
def view(qtbot: QtBot) -> NumberCheckView:
    return made(qtbot)


def made(qtbot: QtBot, language: str = "en") -> NumberCheckView:
    view = NumberCheckView(CHECK, Around(language=language, languages=("en",), facts=FACTS))
    qtbot.addWidget(view)
    view.resize(660, 900)
    view.show()
    return view


def texts(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    shown += [
        one.accessibleName() for one in widget.findChildren(QWidget) if one.isVisibleTo(widget)
    ]
    return "\n".join(shown)


def answer(qtbot: QtBot, view: NumberCheckView, step: str, text: str) -> None:
    field = view.steps[step].field
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_steps_come_one_after_the_other(qtbot: QtBot, view: NumberCheckView) -> None:
    assert view.steps["a"].isVisible()
    assert not view.steps["b"].isVisible()
    assert view.verdicts is not None
    assert not view.verdicts.isVisible()
    answer(qtbot, view, "a", "1 493")
    assert "How it is calculated" in texts(view.steps["a"])
    assert view.steps["b"].isVisible()
    assert view.steps["b"].field.hasFocus()
    answer(qtbot, view, "b", "6 kWh")
    assert view.verdicts.isVisible()


def test_a_wrong_answer_is_spoken_to_and_may_be_tried_again(
    qtbot: QtBot, view: NumberCheckView
) -> None:
    answer(qtbot, view, "a", "1.5")
    assert "Mind the zeros." in view.steps["a"].spoken()
    assert view.steps["a"].field.hasFocus()
    assert view.state()["tries"] == {"a": ["1.5"]}
    qtbot.keyClicks(view.steps["a"].field, "1493")
    assert view.steps["a"].spoken() == ""


def test_a_missing_unit_is_said(qtbot: QtBot, view: NumberCheckView) -> None:
    answer(qtbot, view, "a", "1493")
    answer(qtbot, view, "b", "6")
    assert view.steps["b"].spoken() == "The number is right, the unit is not"


def test_an_empty_answer_is_no_try(qtbot: QtBot, view: NumberCheckView) -> None:
    answer(qtbot, view, "a", " ")
    assert view.steps["a"].spoken() == "Give an answer first."
    assert view.state() == {}


def test_the_hint_and_the_working(qtbot: QtBot, view: NumberCheckView) -> None:
    step = view.steps["a"]
    assert "Divide." not in texts(step)
    step.hint_button.click()
    assert "Divide." in texts(step)
    assert not step.hint_button.isVisible()
    step.look_button.click()
    assert "1.1\u00a0billion" in texts(step)
    assert "1,493" in texts(step)
    assert view.state()["shown"] == ["a"]
    assert view.steps["b"].field.hasFocus()


def test_what_an_answer_brings_is_scrolled_into_view(qtbot: QtBot) -> None:
    """In a low window, hint, verdict and the next question would stand below its edge."""
    view = NumberCheckView(CHECK, Around(language="en", facts=FACTS))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(660, 260)
    area.show()

    def sees(part: QWidget) -> bool:
        place = part.mapTo(area.viewport(), QPoint(0, 0)).y()
        return place >= 0 and place + min(part.height(), 100) <= area.viewport().height()

    first, second = view.steps["a"], view.steps["b"]
    first.hint_button.click()
    qtbot.waitUntil(lambda: sees(first._hint))
    area.verticalScrollBar().setValue(0)
    answer(qtbot, view, "a", "1.5")
    qtbot.waitUntil(lambda: sees(first._verdict))
    area.verticalScrollBar().setValue(0)
    answer(qtbot, view, "a", "1493")
    qtbot.waitUntil(lambda: sees(second.field))
    area.verticalScrollBar().setValue(0)
    second.look_button.click()
    verdicts = view.verdicts
    assert verdicts is not None
    qtbot.waitUntil(lambda: sees(verdicts.rows["no"]))
    verdicts.rows["no"].setChecked(True)
    verdicts.button.click()
    qtbot.waitUntil(lambda: sees(view._score))


def test_to_the_end_by_keyboard(qtbot: QtBot, view: NumberCheckView) -> None:
    with qtbot.waitSignal(view.changed):
        answer(qtbot, view, "a", "1493")
    answer(qtbot, view, "b", "6 kWh")
    verdicts = view.verdicts
    assert verdicts is not None
    assert next(iter(verdicts.rows.values())).hasFocus()
    places = {name: place for place, name in enumerate(verdicts.rows)}
    key = [Qt.Key.Key_1, Qt.Key.Key_2][places["yes"]]
    qtbot.keyClick(verdicts.rows["no"], key)
    assert verdicts.rows["yes"].isChecked()
    qtbot.keyClick(verdicts.rows["yes"], Qt.Key.Key_Return)
    assert "Look again." in verdicts.spoken("yes")
    assert "A slip of a word." not in texts(view)
    qtbot.keyClick(verdicts.rows["no"], Qt.Key.Key_Space)
    verdicts.button.click()
    assert view.state()["verdict"] == ["yes", "no"]
    assert "Right without help: 2 of 3" in texts(view)
    assert "A slip of a word." in texts(view)
    assert not verdicts.button.isVisible()


def test_verdicts_are_mixed_in_the_same_way_for_one_learner(qtbot: QtBot) -> None:
    def order(seed: str, language: str = "en") -> list[str]:
        view = NumberCheckView(CHECK, Around(language=language, seed=seed))
        qtbot.addWidget(view)
        assert view.verdicts is not None
        return list(view.verdicts.rows)

    assert order("a") == order("a", "ru")
    assert {tuple(order(str(n))) for n in range(12)} == {("no", "yes"), ("yes", "no")}


def test_what_is_known_against_a_fact_comes_at_the_end(qtbot: QtBot, view: NumberCheckView) -> None:
    def shown() -> str:
        fold = view._facts.inside
        assert fold is not None
        fold.set_open(True)  # type: ignore[attr-defined]
        assert len(fold.findChildren(FactView)) == 2
        return texts(fold)

    assert "A slip." not in shown()
    assert "Doubtful: this is what you check." in shown()
    assert "Source: A report · 2025" in shown()
    view.set_state({"shown": ["a", "b"], "verdict": ["no"]})
    assert "A slip." in shown()


def test_another_language_goes_on_where_it_was(qtbot: QtBot, view: NumberCheckView) -> None:
    answer(qtbot, view, "a", "1493")
    qtbot.keyClicks(view.steps["b"].field, "5,9")
    other = made(qtbot, "ru")
    other.set_state(view.state())
    assert other.state() == view.state()
    assert other.steps["b"].field.text() == "5,9"
    assert "шт./га" in texts(other.steps["a"])


def test_it_lives_on_in_a_lesson_that_changes_its_language(qtbot: QtBot) -> None:
    desk = ActivityDesk()
    desk.begin({})
    block = b.ActivityCard("check", CHECK)
    desk.renew(Around(language="en", facts=FACTS))
    card = desk.widget(block)
    assert isinstance(card, ActivityCard)
    qtbot.addWidget(card)
    view = card.view
    assert isinstance(view, NumberCheckView)
    answer(qtbot, view, "a", "1493")
    qtbot.keyClicks(view.steps["b"].field, "5,9")
    desk.renew(Around(language="ru", languages=("en",), facts=FACTS))
    again = desk.widget(block)
    assert isinstance(again, ActivityCard)
    qtbot.addWidget(again)
    assert again.state() == {
        "answers": {"a": "1493", "b": "5,9"},
        "tries": {"a": ["1493"]},
    }
    assert "Деревья" in texts(again)


def test_starting_again_empties_everything(qtbot: QtBot, view: NumberCheckView) -> None:
    view.set_state({"tries": {"a": ["1493"], "b": ["6 kWh"]}, "verdict": ["no"]})
    assert view.can_restart()
    view.restart()
    assert view.state() == {}
    assert not view.can_restart()
    assert not view.steps["b"].isVisible()


def test_it_is_copied_with_what_was_answered(qtbot: QtBot, view: NumberCheckView) -> None:
    assert view.as_text() == ""
    answer(qtbot, view, "a", "1493")
    assert "How many on a hectare? 1493 ✓" in view.as_text()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light", "contrast-dark"])
@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_it_fits_a_narrow_column(qtbot: QtBot, theme: str, zoom: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme(theme), zoom)
    card = ActivityCard(CHECK, Around(language="en", facts=FACTS))
    qtbot.addWidget(card)
    card.show_state({"tries": {"a": ["1493"], "b": ["5"]}, "shown": ["b"], "verdict": ["yes"]})
    card.resize(round(320 * max(1.0, zoom * 0.75)), 400)
    card.show()
    card.resize(card.width(), card.heightForWidth(card.width()))
    assert not card.grab().isNull()
    view = card.view
    assert isinstance(view, NumberCheckView)
    for step in view.steps.values():
        assert step.width() <= view.width()
        assert step.field.x() + step.field.width() <= step.width()


def test_every_control_has_a_name(qtbot: QtBot, view: NumberCheckView) -> None:
    view.set_state({"shown": ["a"]})
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(view):
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name, widget
