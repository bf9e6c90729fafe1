"""The smaller widgets: what they tell a screen reader, and that nothing is cut off."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.items.score import ScoreRing
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import THEME_NAMES, load_theme
from ecolearn.ui.widgets.avatar import AVATAR_ICONS, Avatar, avatar_pixmap
from ecolearn.ui.widgets.banner import Banner
from ecolearn.ui.widgets.callout import TONE_ICONS, Callout
from ecolearn.ui.widgets.card import CardContent, CourseCard, percent_text
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.empty_state import EmptyState
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.progress_bar import ThinProgressBar
from ecolearn.ui.widgets.rail_button import RailButton
from ecolearn.ui.widgets.text_fit import wrap_lines

CARD = CardContent(
    title="Экология негіздері",
    meta="12 сабақ",
    chip="7-сынып",
    progress=0.456,
    words="Оқылып жатыр",
)


def stretched(text: str) -> str:
    """Return `text` 40 % longer, as another language might have it."""
    return text + "о" * round(0.4 * len(text))


def test_a_heading_is_a_heading(look: QApplication, qtbot: QtBot) -> None:
    heading = Heading("Курстар", 2)
    qtbot.addWidget(heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "Курстар"
    heading.setText("Сабақ")
    assert interface.text(QAccessible.Text.Name) == "Сабақ"
    plain = QLabel("x")
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.StaticText


def test_headings_come_and_go(look: QApplication) -> None:
    for _ in range(60):
        parent = QWidget()
        heading = Heading("а", 1, parent)
        interface = QAccessible.queryAccessibleInterface(heading)
        assert interface.role() == QAccessible.Role.Heading
        del interface, heading
        parent.deleteLater()
        del parent
        look.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        gc.collect()


def test_a_card_says_everything_it_shows(look: QApplication, qtbot: QtBot) -> None:
    card = CourseCard(CARD)
    qtbot.addWidget(card)
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Экология негіздері"
    said = interface.text(QAccessible.Text.Description)
    for part in ("7-сынып", "12 сабақ", "Оқылып жатыр", "45"):
        assert part in said


def test_a_card_is_a_button_for_keys_too(look: QApplication, qtbot: QtBot) -> None:
    card = CourseCard(CARD)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Space)


def test_a_title_too_long_is_told_by_the_tooltip(look: QApplication, qtbot: QtBot) -> None:
    card = CourseCard(CARD)
    qtbot.addWidget(card)
    card.resize(280, 236)
    card.show()
    assert card.toolTip() == ""
    title = "Климаттың өзгеруі және оның салдары туралы өте ұзақ атау, екі жолға да сыймайды"
    card.set_content(CardContent(title=title))
    assert title in card.toolTip()
    card.resize(900, 236)
    assert card.toolTip() == ""


def test_percent_is_spaced_as_the_language_wants() -> None:
    assert percent_text(0.459, QLocale("kk")) == "45\u00a0%"
    assert percent_text(0.45, QLocale("ru")) == "45\u00a0%"
    assert percent_text(1.0, QLocale("en")) == "100%"
    assert percent_text(0.999, QLocale("en")) == "99%"  # done is done only when it is


def test_quizzes_write_percent_as_the_cards_do(look: QApplication, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("en"))
    ring = ScoreRing(0.57, 0.6, passed=False)
    qtbot.addWidget(ring)
    assert ring.accessibleName() == "Score: 57%; to pass: 60%"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(
    "text", ["Курстар", "Прогресс", "Баптаулар", "Құрастырушы", "Менің оқушыларым", "Параметры"]
)
def test_a_rail_label_is_never_cut(
    look: QApplication, qtbot: QtBot, text: str, scale: float
) -> None:
    style.apply(look, load_theme("light"), scale)
    for label in (text, stretched(text)):
        button = RailButton("leaf", label)
        qtbot.addWidget(button)
        assert "".join(button.lines()).replace(" ", "") == label.replace(" ", "")
        font = button._fit()[0]
        widest = max(QFontMetrics(font).horizontalAdvance(line) for line in button.lines())
        assert widest <= button.sizeHint().width()
        assert button.sizeHint().width() == round(80 * scale)
        assert button.accessibleName() == "" or button.accessibleName() == label
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name) == label


def test_a_press_alone_does_not_mark_a_rail_button(look: QApplication, qtbot: QtBot) -> None:
    """The rail marks where the window is; a page may refuse to be left."""
    button = RailButton("leaf", "а")
    qtbot.addWidget(button)
    button.click()
    assert not button.isChecked()


def test_progress_has_a_name_and_a_value(look: QApplication, qtbot: QtBot) -> None:
    bar = ThinProgressBar("Курстағы ілгерілеу")
    qtbot.addWidget(bar)
    bar.set_fraction(1.7)
    assert bar.fraction() == 1.0
    bar.set_fraction(0.25)
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Курстағы ілгерілеу"
    assert bar.value() == 250


@pytest.mark.parametrize("tone", sorted(TONE_ICONS))
def test_a_callout_wraps_its_words(look: QApplication, qtbot: QtBot, tone: str) -> None:
    box = Callout(tone, "Есте сақта", stretched("Продуценттер энергияны алады. ") * 4)
    qtbot.addWidget(box)
    box.resize(300, box.heightForWidth(300))
    box.show()
    for label in box.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    box.set_tone("danger")
    assert box.tone == "danger"


def test_a_banner_offers_its_action_and_closes(look: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner("Дискіде орын жоқ.", "danger", "Қайталау", parent=page)
    page.show()
    with qtbot.waitSignal(banner.action_requested):
        banner.button.click()
    assert banner.close_button.accessibleName()
    assert banner.close_button.toolTip()
    with qtbot.waitSignal(banner.closed):
        banner.close_button.click()
    assert banner.isHidden()
    banner.show_message("Тағы", "ok")
    assert banner.isVisible()
    assert banner.button.isHidden()
    assert banner.accessibleName() == "Тағы"


def test_an_empty_state_has_one_action(look: QApplication, qtbot: QtBot) -> None:
    state = EmptyState("package", "Әзірге курс жоқ.", "Курс орнату")
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.action_requested):
        state.button.click()
    state.set_content("search", "Ештеңе табылмады.")
    assert state.button.isHidden()


def test_the_grid_has_as_many_columns_as_fit(look: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    grid = FlowLayout(page)
    cards = [CourseCard(CARD) for _ in range(7)]
    for card in cards:
        grid.addWidget(card)
    assert [grid.columns(width) for width in (200, 560, 870, 880, 1200)] == [1, 2, 3, 3, 4]
    page.resize(880, grid.heightForWidth(880))
    page.show()
    tops = sorted({card.y() for card in cards})
    assert len(tops) == 3
    assert cards[0].width() == pytest.approx(282, abs=2)
    assert cards[2].geometry().right() <= 879
    assert cards[1].x() - cards[0].geometry().right() - 1 == 16
    assert grid.heightForWidth(880) == 3 * 236 + 2 * 16
    cards[0].hide()
    assert grid.heightForWidth(880) == 2 * 236 + 16
    grid.clear()
    assert grid.count() == 0
    assert grid.heightForWidth(880) == 0


def test_a_chip_is_as_wide_as_its_words(look: QApplication, qtbot: QtBot) -> None:
    for scale in (1.0, 1.5):
        style.apply(look, load_theme("light"), scale)
        chip = Chip(stretched("Бір дұрыс жауап"), "warning")
        qtbot.addWidget(chip)
        chip.ensurePolished()
        need = QFontMetrics(chip.font()).horizontalAdvance(chip.text())
        assert chip.sizeHint().width() >= need + round(20 * scale)


def test_avatars_are_drawn_in_every_theme(look: QApplication, qtbot: QtBot) -> None:
    for name in THEME_NAMES:
        style.apply(look, load_theme(name))
        for icon in AVATAR_ICONS:
            assert not avatar_pixmap(icon, 120, 32, 2.0).isNull()
    avatar = Avatar("cat", 30, 48, "Айгүл")
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Айгүл"
    assert avatar.sizeHint().width() == 48


def test_wrapping_keeps_words_and_marks_what_it_leaves_out(look: QApplication) -> None:
    font = style.font(18, 600)
    lines, cut = wrap_lines("Су және тіршілік", font, 400, 2)
    assert (lines, cut) == (["Су және тіршілік"], False)
    lines, cut = wrap_lines("Үйде және мектепте энергияны үнемдеу тәсілдері", font, 200, 2)
    assert len(lines) == 2
    assert cut
    assert lines[1].endswith("…")
    assert wrap_lines("", font, 200, 2) == ([], False)
