"""A quantity is set by dragging, by keyboard and by typing, and never becomes nonsense."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import THEME_NAMES, load_theme
from ecolearn.ui.widgets.choice_input import ChoiceInput
from ecolearn.ui.widgets.number_field import NumberField
from ecolearn.ui.widgets.number_slider import NumberSlider, Scale

#: pages in use, which a test sees only the parts of
pages: list[QWidget] = []
LANGUAGES = ("kk_KZ", "ru_KZ", "en_GB")


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("ru_KZ"))
    yield
    QLocale.setDefault(before)
    pages.clear()


def page_with(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """Return a shown page of these parts and a field to go to."""
    page = QWidget()
    qtbot.addWidget(page)
    pages.append(page)
    layout = QVBoxLayout(page)
    for part in parts:
        layout.addWidget(part)
    layout.addWidget(QLineEdit())
    page.resize(480, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def hours(qtbot: QtBot) -> NumberSlider:
    """Return a shown quantity from 0 to 24 in steps of 0.5."""
    slider = NumberSlider(6, 0, 24, 0.5)
    slider.set_texts("Свет", "ч в день", "Посчитайте вечер и утро.")
    page_with(qtbot, slider)
    return slider


def type_in(field: QLineEdit, text: str) -> None:
    """Type letter by letter, as `QTest.keyClicks`, which knows Latin letters only."""
    for letter in text:
        field.insert(letter)


def retype(field: QLineEdit, text: str) -> None:
    """Type `text` in place of what stands in the field."""
    field.setFocus()
    field.selectAll()
    type_in(field, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["0,5", "0.5", "1/2", "½", " 0,5 ч в день"])
def test_comma_and_point_in_every_language(
    look: QApplication, qtbot: QtBot, language: str, text: str
) -> None:
    QLocale.setDefault(QLocale(language))
    slider = hours(qtbot)
    retype(slider.field, text)
    assert slider.value() == 0.5
    QTest.keyClick(slider.field, Qt.Key.Key_Return)
    assert slider.field.text() == ("0.5" if language == "en_GB" else "0,5")
    assert slider.trouble() == ""


def test_of_two_readings_the_one_within_the_range_counts(look: QApplication, qtbot: QtBot) -> None:
    small, large = NumberField(1, 0, 10, 0.1), NumberField(1, 0, 1e6)
    page_with(qtbot, small, large)
    for language, wanted in (("ru_KZ", 1.493), ("en_GB", 1493.0)):
        QLocale.setDefault(QLocale(language))
        retype(small, "1,493")
        retype(large, "1,493")
        assert small.value() == 1.493
        assert large.value() == wanted


def test_what_is_typed_counts_at_once_and_settles_later(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    changed: list[float] = []
    settled: list[float] = []
    slider.value_changed.connect(changed.append)
    slider.value_settled.connect(settled.append)
    retype(slider.field, "12")
    assert changed == [1, 12]
    assert settled == []
    QTest.keyClick(slider.field, Qt.Key.Key_Tab)
    assert settled == [12]
    assert slider.slider.value() == 24


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("много", "This is not a number. Digits, a comma or a point are understood."),
        ("", "Please enter a number."),
        ("25", "Please enter a number from 0 to 24 ч в день."),
        ("-1", "Please enter a number from 0 to 24 ч в день."),
    ],
)
def test_what_is_wrong_is_said_below_and_the_value_stays(
    look: QApplication, qtbot: QtBot, text: str, words: str
) -> None:
    slider = hours(qtbot)
    settled: list[float] = []
    slider.value_settled.connect(settled.append)
    slider.field.setFocus()
    slider.field.selectAll()
    QTest.keyClick(slider.field, Qt.Key.Key_Delete)
    type_in(slider.field, text)
    assert slider.trouble() == ""  # not while somebody is typing
    QTest.keyClick(slider.field, Qt.Key.Key_Tab)
    assert slider.trouble() == words
    assert slider._trouble.isVisible()
    assert slider._trouble_icon.isVisible()
    assert slider._trouble.text() == words
    assert slider.field.accessibleDescription().startswith(words)
    assert slider.field.property("state") == "error"
    assert slider.field.text() == text
    assert slider.value() != 25
    retype(slider.field, "7")
    assert slider.trouble() == ""
    assert not slider._trouble.isVisible()
    assert slider.value() == 7


def test_whole_numbers(look: QApplication, qtbot: QtBot) -> None:
    field = NumberField(3, 1, 40, whole=True)
    page_with(qtbot, field)
    retype(field, "2,5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.trouble() == "Please enter a whole number."
    assert field.value() == 2  # what stood there before the comma


def test_keys_of_the_field(look: QApplication, qtbot: QtBot) -> None:
    field = hours(qtbot).field
    field.setFocus()
    for key, wanted in (
        (Qt.Key.Key_Up, 6.5),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_PageUp, 11),
        (Qt.Key.Key_PageUp, 16),
        (Qt.Key.Key_PageUp, 21),
        (Qt.Key.Key_PageUp, 24),
        (Qt.Key.Key_Up, 24),
    ):
        QTest.keyClick(field, key)
        assert field.value() == wanted
    retype(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.value() == 24
    assert field.text() == "24"


def test_keys_of_the_slider(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    settled: list[float] = []
    slider.value_settled.connect(settled.append)
    slider.slider.setFocus()
    for key, wanted in (
        (Qt.Key.Key_Right, 6.5),
        (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_PageUp, 8),
        (Qt.Key.Key_End, 24),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(slider.slider, key)
        assert slider.value() == wanted
    assert settled == [6.5, 6, 8, 24, 0]
    assert slider.field.text() == "0"


def test_dragging_tells_at_every_place_and_settles_once(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    changed: list[float] = []
    settled: list[float] = []
    slider.value_changed.connect(changed.append)
    slider.value_settled.connect(settled.append)
    track = slider.slider
    middle = track.height() // 2
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, middle))
    assert changed == [12]  # a press on the track takes the handle there
    for x in (track.width() // 4, 3, -40):
        QTest.mouseMove(track, QPoint(x, middle))
    assert len(changed) >= 3
    assert settled == []
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(-40, middle))
    assert settled == [0]


def test_the_program_sets_values_silently(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    told: list[float] = []
    slider.value_changed.connect(told.append)
    slider.value_settled.connect(told.append)
    slider.set_value(99)
    assert slider.value() == 24
    slider.set_range(0, 10, 1)
    assert slider.value() == 10
    assert slider.slider.value() == slider.slider.maximum()
    assert told == []
    with pytest.raises(ValueError, match="above"):
        slider.set_range(2, 1)


def test_a_page_may_hand_every_change_back(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    settled: list[float] = []
    slider.value_changed.connect(slider.set_value)
    slider.value_settled.connect(settled.append)
    slider.field.setFocus()
    slider.field.selectAll()
    for text, value in (("1", 1), (",", 1), ("5", 1.5)):
        type_in(slider.field, text)
        assert slider.value() == value
    assert slider.field.text() == "1,5"
    QTest.keyClick(slider.field, Qt.Key.Key_Return)
    track = slider.slider
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, 12))
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, 12))
    assert settled == [1.5, 12]


def test_a_screen_reader_hears_label_unit_and_value(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    for part in (slider.slider, slider.field):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name) == "Свет, ч в день"
        assert "Посчитайте" in interface.text(QAccessible.Text.Description)
    interface = QAccessible.queryAccessibleInterface(slider.slider)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Value) == "6 ч в день"
    slider.set_value(7.5)
    assert interface.text(QAccessible.Text.Value) == "7,5 ч в день"
    assert "From 0 to 24 ч в день" in slider.field.accessibleDescription()


def test_another_language_writes_the_number_anew(look: QApplication, qtbot: QtBot) -> None:
    slider = hours(qtbot)
    slider.set_value(0.5)
    assert slider.field.text() == "0,5"
    QLocale.setDefault(QLocale("en_GB"))
    slider.set_texts("Light", "h a day")
    QApplication.sendEvent(slider.field, QEvent(QEvent.Type.LanguageChange))
    assert slider.field.text() == "0.5"


@pytest.mark.parametrize(
    "scale",
    [
        Scale(0, 24, 0.5),
        Scale(-30, 30, 1),
        Scale(5, 5, 1),
        Scale(1, 100_000, 1, logarithmic=True),
        Scale(0, 10_000, 0.1, logarithmic=True),
    ],
)
def test_positions_and_values_of_a_scale(scale: Scale) -> None:
    values = [scale.value(position) for position in range(scale.positions + 1)]
    assert values == sorted(values)
    assert values[0] == scale.low
    assert values[-1] == scale.high
    assert all(scale.low <= value <= scale.high for value in values)
    assert abs(scale.position(values[len(values) // 2]) - len(values) // 2) <= 1
    assert all(len(f"{value:g}") <= 6 for value in values)


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_the_track_is_filled_and_the_focus_is_seen(
    look: QApplication, qtbot: QtBot, theme: str, zoom: float
) -> None:
    style.apply(look, load_theme(theme), zoom)
    slider = hours(qtbot)
    slider.set_value(12)
    look.processEvents()
    image = slider.slider.grab().toImage()
    middle = image.height() // 2
    colours = load_theme(theme)
    assert image.pixelColor(image.width() // 4, middle) == colours.colour("primary")
    assert image.pixelColor(image.width() * 3 // 4, middle) == colours.colour("track")
    slider.field.setFocus()
    QTest.keyClick(slider.field, Qt.Key.Key_Tab)
    assert slider.slider.hasFocus()
    focused = slider.slider.grab().toImage()
    found = {focused.pixelColor(x, middle).name() for x in range(focused.width())}
    assert colours.colour("focus").name() in found


def test_number_and_unit_do_not_overlap(look: QApplication, qtbot: QtBot) -> None:
    field = NumberField(123456.78, 0, 1e6)
    field.set_unit("кВт·ч за год")
    page_with(qtbot, field)
    need = field.fontMetrics().horizontalAdvance("123 456,78" + "кВт·ч за год")
    assert field.width() > need
    assert field.textMargins().right() > field.fontMetrics().horizontalAdvance("кВт·ч за год")


# one of several choices


def heating(qtbot: QtBot, width: int, *words: str) -> ChoiceInput:
    """Return a shown choice of these words; ids are their numbers."""
    choice = ChoiceInput()
    choice.set_texts("Чем отапливается дом", "Выберите главное")
    choice.set_choices({str(i): word for i, word in enumerate(words)})
    page = page_with(qtbot, choice)
    page.resize(width, 300)
    QApplication.processEvents()
    return choice


def test_nothing_takes_the_keyboard_while_one_scrolls_by(look: QApplication, qtbot: QtBot) -> None:
    choice = heating(qtbot, 480, *"abcdef")
    slider = NumberSlider()
    for part in (choice.list, slider.slider, slider.field):
        assert not part.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_a_few_short_choices_stand_side_by_side(look: QApplication, qtbot: QtBot) -> None:
    choice = heating(qtbot, 480, "Газ", "Уголь", "Ток")
    assert choice.side_by_side()
    told: list[str] = []
    choice.value_changed.connect(told.append)
    choice.value_settled.connect(told.append)
    QTest.mouseClick(choice.segments[1], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (choice.value(), told) == ("1", ["1", "1"])
    choice.segments[1].setFocus()
    QTest.keyClick(choice.segments[1], Qt.Key.Key_Right)
    assert choice.value() == "2"
    interface = QAccessible.queryAccessibleInterface(choice.segments[2])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Ток"
    assert interface.state().checked
    told.clear()
    choice.set_value("0")
    assert choice.segments[0].isChecked()
    assert told == []
    with pytest.raises(KeyError):
        choice.set_value("9")


def test_many_or_long_choices_are_a_list(look: QApplication, qtbot: QtBot) -> None:
    assert not heating(qtbot, 900, *"абвгд").side_by_side()
    choice = heating(qtbot, 300, "Центральное отопление", "Угольная печь")
    assert not choice.side_by_side()
    told: list[str] = []
    choice.value_changed.connect(told.append)
    choice.list.setFocus()
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    assert (choice.value(), told) == ("1", ["1"])
    assert choice.list.accessibleName() == "Чем отапливается дом"
    choice.window().resize(900, 300)
    QApplication.processEvents()
    assert choice.side_by_side()
    assert choice.segments[1].isChecked()
    assert choice.segments[1].hasFocus()


def test_choices_in_another_language_keep_what_is_chosen(look: QApplication, qtbot: QtBot) -> None:
    choice = heating(qtbot, 480, "Газ", "Уголь")
    choice.set_value("1")
    choice.set_choices({"0": "Gas", "1": "Coal"})
    assert choice.value() == "1"
    assert choice.segments[1].text() == "Coal"
    choice.set_choices({"x": "Other"})
    assert choice.value() == "x"
