"""The widget of calculators: sliders, live results, a guess first, working, paper, keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content.activities import Calculator
from ecolearn.content.activities.calculator import (
    Bar,
    Chart,
    Choice,
    Column,
    Input,
    Linked,
    Output,
    Refusal,
    Remark,
    Row,
    Table,
)
from ecolearn.content.blocks import Math
from ecolearn.content.blocks import Table as PaperTable
from ecolearn.content.loader import load_course
from ecolearn.content.model import Constant
from ecolearn.problems import Problems
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.calculator import CalculatorView
from ecolearn.ui.activities.calculator_layout import Beside
from ecolearn.ui.activities.card import ActivityCard
from ecolearn.ui.lesson import typeset
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme

DROP = Constant(id="v_drop", value=0.25, low=0.05, high=0.35, unit="mL", source="A usual value")
DROPS = Input(
    id="drops",
    label={"en": "Drops", "ru": "Капли"},
    unit="1/min",
    default=60,
    min=1,
    max=300,
    step=1,
)
TARIFF = Input(id="tariff", label={"en": "Tariff"}, unit="KZT/m³", min=10, max=1000)
PLACE = Input(
    id="place",
    label={"en": "Place"},
    default="kitchen",
    choices=(
        Choice(id="kitchen", label={"en": "Kitchen"}, value=1),
        Choice(id="bath", label={"en": "Bath"}, value=2),
    ),
)


def output(id_: str, formula: str, unit: str, **keys: Any) -> Output:
    """Return a result called after its id."""
    return Output(id=id_, formula=formula, label={"en": id_.title()}, unit=unit, **keys)


def tap(**keys: Any) -> Calculator:
    """Return a calculator of a dripping tap with other parts."""
    parts: dict[str, Any] = {
        "id": "calc-drip",
        "title": {"en": "Tap"},
        "source": "A book",
        "inputs": (DROPS,),
        "outputs": (
            output("day", "drops * v_drop", "L/day", role="main"),
            output("year", "day * 365 [days]", "L", decimals=0),
        ),
    }
    return Calculator(**(parts | keys))


Show = Callable[..., CalculatorView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return what shows a calculator in a window."""

    def shown(calculator: Calculator, language: str = "en", width: int = 700) -> CalculatorView:
        around = Around(language=language, languages=("en",), constants={"v_drop": DROP})
        view = CalculatorView(calculator, around)
        qtbot.addWidget(view)
        view.resize(width, 600)
        view.show()
        return view

    return shown


def test_dragging_a_slider_shows_the_results_at_once(show: Show) -> None:
    view = show(tap())
    figure = view.results.figures["day"]
    assert figure.texts() == ("21.6", "L/day", "4.32 … 30.24")
    slider = view.inputs.sliders["drops"].slider
    slider.setSliderDown(True)
    slider.setSliderPosition(slider.maximum())
    assert figure.texts()[0] == "108"
    assert figure.accessibleName() == "Day: 108 L/day, between 21.6 and 151.2"


def test_dragging_lays_nothing_out(show: Show, qtbot: QtBot) -> None:
    view = show(tap())
    before = view.results.figures["day"].geometry()
    with qtbot.assertNotEmitted(view.resized):
        for position in (0, 100, 250):
            view.inputs.sliders["drops"].slider.setSliderPosition(position)
            QTest.qWait(1)
    assert view.results.figures["day"].geometry() == before


def test_numbers_are_written_as_in_the_language_and_typed_either_way(show: Show) -> None:
    view = show(tap(), "ru")
    assert view.results.figures["day"].texts() == ("21,6", "л/сут", "4,32 … 30,24")
    field = view.inputs.sliders["drops"].field
    for text, drops in (("0,5", 0.5), ("2.5", 2.5), ("12,5", 12.5)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        assert view.inputs.values["drops"] == (drops if drops >= 1 else 60)


def test_the_state_holds_what_was_moved_and_brings_it_back(show: Show) -> None:
    view = show(tap(inputs=(DROPS, PLACE)))
    assert view.state() == {}
    view.inputs.sliders["drops"].slider.setSliderPosition(9)
    view.inputs.choices["place"].segments[1].click()
    state = view.activity.clean(view.state())
    assert state == {"inputs": {"drops": 10, "place": "bath"}}
    other = show(tap(inputs=(DROPS, PLACE)), "ru")
    other.set_state(state)
    assert other.results.figures["day"].texts()[0] == "3,6"
    assert other.inputs.choices["place"].value() == "bath"
    assert other.state() == state
    other.restart()
    assert other.state() == {}
    assert other.results.figures["day"].texts()[0] == "21,6"


def test_sliding_is_kept_after_a_pause_and_not_at_each_step(show: Show, qtbot: QtBot) -> None:
    around = Around(language="en", constants={"v_drop": DROP})
    card = ActivityCard(tap(), around)
    qtbot.addWidget(card)
    card.show()
    kept: list[object] = []
    card.state_changed.connect(kept.append)
    assert isinstance(card.view, CalculatorView)
    assert card.view.pause_ms == 2_000
    for position in range(50, 60):
        card.view.inputs.sliders["drops"].slider.setSliderPosition(position)
    assert kept == []
    card.settle()
    assert kept == [{"inputs": {"drops": 60}}]


def test_a_guess_comes_first_and_is_compared(show: Show, qtbot: QtBot) -> None:
    view = show(
        tap(
            predict="day",
            charts=(
                Chart(
                    kind="bars",
                    title={"en": "A day"},
                    unit="L/day",
                    parts=(Bar(formula="day", label={"en": "tap"}),),
                ),
            ),
        )
    )
    assert view.guess is not None
    assert not view.results.isVisible()
    assert not view.charts[0].isVisible()
    assert not view.guess.compare.isEnabled()
    QTest.keyClicks(view.guess.field, "10")
    with qtbot.waitSignal(view.changed, check_params_cb=lambda at_once: at_once):
        QTest.keyClick(view.guess.field, Qt.Key.Key_Return)
    assert view.results.isVisible()
    assert view.state() == {"prediction": 10}
    assert view.guess.spoken() == "Your guess is 54 % below the result."
    target = view.charts[0].chart.data().target
    assert target is not None
    assert (target.label, target.value) == ("Your guess", pytest.approx(10))
    view.restart()
    assert not view.results.isVisible()


def test_results_can_be_seen_without_a_guess(show: Show) -> None:
    view = show(tap(predict="day"))
    assert view.guess is not None
    view.guess.skip.click()
    assert view.results.isVisible()
    assert not view.guess.isVisible()
    assert view.state() == {"shown": True}


def test_what_is_missing_is_asked_for(show: Show) -> None:
    outputs = (*tap().outputs, output("cost", "year * tariff", "KZT"))
    view = show(tap(inputs=(DROPS, TARIFF), outputs=outputs))
    assert "Tariff" in view.results.spoken()
    assert view.results.figures["cost"].texts()[0] == "–"
    field = view.inputs.sliders["tariff"].field
    assert field.text() == ""
    QTest.keyClicks(field, "10")  # the least value, where the slider stands already
    assert view.results.figures["cost"].texts()[0] == "78.84"
    assert "Tariff" not in view.results.spoken()


def test_a_refusal_stands_in_place_of_the_results(show: Show) -> None:
    refusal = Refusal(when="drops > 250 [1/min]", text={"en": "That is a jet."})
    view = show(tap(refusals=(refusal,)))
    view.inputs.sliders["drops"].slider.setSliderPosition(290)
    assert view.results.spoken() == "That is a jet."
    assert not view.results.figures["day"].isVisible()
    assert view.inputs.sliders["drops"].isVisible()
    view.inputs.sliders["drops"].slider.setSliderPosition(10)
    assert view.results.figures["day"].isVisible()


def test_remarks_come_and_go(show: Show) -> None:
    view = show(tap(remarks=(Remark(text={"en": "Much."}, when="day > 50 [L/day]"),)))
    (box,) = view.results._remarks.values()
    assert not box.isVisible()
    view.inputs.sliders["drops"].slider.setSliderPosition(290)
    assert box.isVisible()


def test_linked_inputs_move_together(show: Show) -> None:
    shares = tuple(
        Input(id=name, label={"en": name}, unit="%", default=share, max=100, step=1)
        for name, share in (("coal", 60), ("gas", 30), ("sun", 10))
    )
    calculator = tap(
        inputs=shares,
        outputs=(output("clean", "sun", "%"),),
        linked=(Linked(inputs=("coal", "gas", "sun")),),
    )
    view = show(calculator)
    view.inputs.sliders["coal"].slider.setSliderPosition(20)
    assert view.inputs.values == pytest.approx({"coal": 20, "gas": 60, "sun": 20})
    assert view.inputs.sliders["gas"].value() == pytest.approx(60)
    assert view.results.figures["clean"].texts()[0] == "20"


HOME = tap(
    inputs=(),
    table=Table(
        name={"en": "Appliance"},
        columns=(
            Column(id="power", label={"en": "Power"}, unit="W", default=60, max=5000),
            Column(id="energy", label={"en": "In a day"}, unit="kWh", formula="power * 24 [h]"),
        ),
        rows=(Row(name={"en": "Router"}, values={"power": 10}),),
    ),
    outputs=(output("all", "sum(energy)", "kWh"),),
)


def test_rows_are_added_removed_and_kept(show: Show) -> None:
    view = show(HOME)
    assert view.table is not None
    assert view.results.figures["all"].texts()[0] == "0.24"
    view.table.table.add_button.click()
    assert view.results.figures["all"].texts()[0] == "1.68"
    assert view.state()["rows"][1] == {"name": "", "power": 60}
    state = view.activity.clean(view.state())
    view.table.table.remove_row(0)
    assert view.results.figures["all"].texts()[0] == "1.44"
    view.set_state(state)
    assert view.results.figures["all"].texts()[0] == "1.68"
    assert "Router\t10\t0.24" in view.as_text()


def test_how_it_is_calculated_is_made_when_it_is_opened(show: Show) -> None:
    view = show(tap())
    assert view.fold._body is None
    view.fold.button.setFocus()
    QTest.keyClick(view.fold.button, Qt.Key.Key_Space)
    assert view.fold.is_open
    formulas = [block.tex for block in view.working_blocks() if isinstance(block, Math)]
    assert len(formulas) == 4
    for tex in formulas:
        typeset.drawing(tex, True)


def test_copy_and_print_have_inputs_results_ranges_and_source(show: Show) -> None:
    view = show(tap(predict="day"))
    assert "21.6" not in view.as_text()
    assert view.guess is not None
    view.guess.skip.click()
    assert "Day: 21.6 L/day (4.32 … 30.24)" in view.as_text()
    assert "Source: A book" in view.as_text()
    tables = [block for block in view.paper() if isinstance(block, PaperTable)]
    assert len(tables) == 2


def test_everything_is_reached_by_keyboard_in_reading_order(show: Show, qtbot: QtBot) -> None:
    view = show(tap(inputs=(DROPS, TARIFF)))
    view.activateWindow()
    view.focus_first()
    reached = []
    for _ in range(5):
        focused = view.focusWidget()
        assert focused is not None
        reached.append(focused)
        view.focusNextChild()
    drops, tariff = view.inputs.sliders["drops"], view.inputs.sliders["tariff"]
    wanted: list[QWidget] = [drops.field, drops.slider, tariff.field, tariff.slider]
    assert [one for one in reached if one in wanted] == wanted
    assert view.fold.button in reached


def test_results_stand_beside_inputs_where_there_is_room(show: Show) -> None:
    view = show(tap(), width=720)
    day = view.results.figures["day"]
    assert day.mapTo(view, day.rect().topLeft()).x() > view.inputs.geometry().right()
    view.resize(420, 900)
    assert day.mapTo(view, day.rect().topLeft()).y() > view.inputs.geometry().bottom()


def test_results_stay_in_sight_beside_long_inputs(qtbot: QtBot) -> None:
    inputs = tuple(
        Input(id=f"x{at}", label={"en": f"Input {at}"}, default=1, max=9, help={"en": "Help."})
        for at in range(14)
    )
    calculator = tap(inputs=inputs, outputs=(output("all", "x0 + x1", "", role="main"),))
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    view = CalculatorView(calculator, Around(language="en"))
    column.addWidget(view)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(800, 500)
    area.show()
    QTest.qWait(20)
    figure = view.results.figures["all"]
    bar = area.verticalScrollBar()
    assert bar.maximum() > 400
    for value in (0, bar.maximum() // 2):
        bar.setValue(value)
        y = figure.mapTo(area.viewport(), figure.rect().center()).y()
        assert 0 < y < area.viewport().height()


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e308])
def test_a_faulty_file_is_shown_all_the_same(show: Show, bad: float) -> None:
    odd = Input(id="odd", label={"en": "Odd"}, min=bad, max=-bad, default=bad, step=bad)
    view = show(tap(inputs=(odd,), outputs=(output("day", "odd *", "L/day"),)))
    assert view.results.figures["day"].texts()[0] == "–"
    view.inputs.sliders["odd"].slider.setSliderPosition(3)


@pytest.mark.parametrize(
    ("language", "theme", "zoom"),
    [("kk", "light", 1.0), ("ru", "contrast-dark", 2.0), ("en", "dark", 0.8)],
)
def test_the_calculators_of_the_gallery_are_painted(
    qtbot: QtBot, qapp: Any, courses: Path, language: str, theme: str, zoom: float
) -> None:
    style.apply(qapp, load_theme(theme), zoom)
    course = load_course(courses / "activities", Problems())
    assert course is not None
    constants = {one.id: one for one in course.constants}
    around = Around(language=language, languages=course.languages, constants=constants)
    for activity in course.activities:
        if isinstance(activity, Calculator):
            card = ActivityCard(activity, around)
            qtbot.addWidget(card)
            card.resize(680, 400)
            card.show()
            view = card.view
            assert isinstance(view, CalculatorView)
            if view.guess is not None and not view.uncovered:
                view.guess.skip.click()
            assert not view.worked.errors
            for block in view.working_blocks():
                if isinstance(block, Math):
                    typeset.drawing(block.tex, True)
            card.grab()


def test_a_guess_of_a_share_is_compared_in_points(show: Show) -> None:
    share = output("share", "drops / 300 [1/min]", "%", role="main")
    view = show(tap(outputs=(share,), predict="share"))
    assert view.guess is not None
    assert view.guess.verdict(30, 20) == "Your guess is 10 percentage points above the result."
    assert "below" in view.guess.verdict(15, 20)


def test_results_stand_beside_inputs_in_a_small_window(show: Show) -> None:
    view = show(tap(), width=612)
    beside = view.inputs.parentWidget()
    assert isinstance(beside, Beside)
    assert beside.is_wide()


def test_results_stand_below_inputs_whose_long_words_would_be_cut(show: Show) -> None:
    label = {"en": "Эксплуатационные затраты"}
    costs = Input(id="costs", label=label, unit="million KZT/year", default=300, max=5000)
    view = show(tap(inputs=(DROPS, costs)), "ru", width=612)
    beside = view.inputs.parentWidget()
    assert isinstance(beside, Beside)
    assert not beside.is_wide()
    assert beside.is_wide(900)


def test_charts_write_numbers_as_results_do(show: Show) -> None:
    day = output("day", "drops * v_drop", "L/day", decimals=1)
    chart = Chart(
        kind="lines",
        title={"en": "A day"},
        unit="L/day",
        along="drops",
        parts=(Bar(formula="day", label={"en": "day"}),),
    )
    view = show(tap(outputs=(day,), charts=(chart,)), "ru")
    drawn = view.charts[0].chart
    assert drawn.value(21.666) == "21,7"
    assert len(drawn.data().series[0].points) <= 42


def test_help_keeps_numbers_beside_their_units(show: Show) -> None:
    helped = Input(
        id="drops", label={"en": "Drops"}, unit="1/min", max=300, help={"en": "Up to 5 L."}
    )
    view = show(tap(inputs=(helped,)))
    assert view.inputs.sliders["drops"].slider.accessibleDescription() == "Up to 5\u00a0L."


def test_a_long_unit_of_a_guess_stands_in_the_question(show: Show) -> None:
    day = output("day", "drops * v_drop", "L/day", shown={"en": "litres of good water"})
    view = show(tap(outputs=(day,), predict="day"), width=612)
    assert view.guess is not None
    assert view.guess.field.accessibleName() == "Day (litres of good water): what do you think?"
    assert view.guess.field.unit() == ""


def test_only_the_preview_says_where_constants_are_changed(qtbot: QtBot) -> None:
    for preview in (True, False):
        around = Around(language="en", constants={"v_drop": DROP}, preview=preview)
        view = CalculatorView(tap(), around)
        qtbot.addWidget(view)
        assert ("constants.toml" in str(view.working_blocks())) == preview
