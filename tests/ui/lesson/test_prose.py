"""Running text: what it shows, how high it is, what the keyboard and screen readers find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.lesson.math import formula
from ecolearn.ui.lesson.prose import FlowLabel, ProseColumn, ProseView, make_label, prose
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme


def test_the_lightest_widget_is_taken(qtbot: QtBot) -> None:
    for text, kind in (
        ("Just words", QLabel),
        ("Some **strong** words", QLabel),
        ("With $x^2$", FlowLabel),
        ("With [a link](lesson:HE1-L1)", ProseView),
    ):
        label = make_label(text)
        qtbot.addWidget(label)
        assert type(label) is kind, text


def test_labels_say_their_text(qtbot: QtBot) -> None:
    for text, said in (
        ("Just words", "Just words"),
        ("**5** $\\cdot$ 2", "5 times 2"),
        ("Energy $E = P \\cdot t$", "Energy E equals P times t"),
    ):
        label = make_label(text, language="en")
        qtbot.addWidget(label)
        found = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        assert found == said


def test_height_follows_from_width(qtbot: QtBot) -> None:
    view = prose("word " * 120)
    qtbot.addWidget(view)
    assert view.heightForWidth(300) > 2 * view.heightForWidth(700)


def test_two_paragraphs_and_a_list_are_one_widget(qtbot: QtBot) -> None:
    view = prose("One.\n\n- a\n- b\n  - c\n\nTwo.")
    qtbot.addWidget(view)
    assert isinstance(view, ProseView)
    assert len(view.block_tops()) == 3
    assert view.block_tops() == sorted(view.block_tops())
    assert "•\ta" in view.toPlainText()
    assert "◦\tc" in view.toPlainText()


def test_a_table_in_feedback_is_a_column(qtbot: QtBot) -> None:
    column = prose("Before\n\n| a | b |\n|---|---|\n| 1 | [x](term:y) |\n")
    qtbot.addWidget(column)
    assert isinstance(column, ProseColumn)
    heard: list[str] = []
    column.link_activated.connect(heard.append)
    column.findChildren(ProseView)[-1].link_activated.emit("term:y")
    assert heard == ["term:y"]


def test_formulas_stand_on_the_baseline(qtbot: QtBot) -> None:
    plain, with_formula = prose("Energy"), prose("Energy $E_n$")
    for view in (plain, with_formula):
        qtbot.addWidget(view)
        view.resize(400, 60)
        view.show()

    def baseline(view: QWidget) -> float:
        assert isinstance(view, ProseView)
        document = view.document()
        block = document.firstBlock()
        layout = block.layout()
        return layout.lineAt(0).ascent() if layout.lineCount() else 0.0

    assert baseline(with_formula) == pytest.approx(baseline(plain), abs=1.5)


def test_bad_tex_is_shown_as_its_source(qtbot: QtBot) -> None:
    shown = formula(r"\frac{1", 15, "#000000")
    assert shown.bad
    assert shown.width > 10
    view = prose(r"Broken $\frac{1$ here")
    qtbot.addWidget(view)
    view.resize(300, 80)
    view.grab()


def test_formulas_are_kept_on_disk(own_data_folder: object) -> None:
    from pathlib import Path

    from ecolearn.ui.lesson import typeset

    typeset.drawing.cache_clear()
    formula(r"a + b_{19}", 15, "#000000")
    folder = Path(str(own_data_folder)) / "cache" / "math"
    assert len(list(folder.glob("*.svg"))) == 1
    typeset.drawing.cache_clear()
    (next(folder.glob("*.svg"))).write_text("not a drawing", "utf-8")
    assert not formula(r"a + b_{19}", 15, "#000000").bad


def test_a_formula_scales_and_changes_colour_without_being_typeset_again() -> None:
    small, large = formula("x", 10, "#111111"), formula("x", 20, "#EEEEEE")
    assert large.width == pytest.approx(2 * small.width)
    assert large.ascent == pytest.approx(2 * small.ascent)


def test_tab_goes_from_link_to_link_and_enter_opens(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    before = QPushButton("Before")
    without, first = prose("No link"), prose("[a](term:a) and [b](lesson:B-L1#x)")
    column.addWidget(before)
    column.addWidget(without)
    column.addWidget(first)
    page.resize(500, 200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    heard: list[str] = []
    first.link_activated.connect(heard.append)
    before.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    assert heard == ["term:a", "lesson:B-L1#x"]
    assert without.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_theme_and_zoom_are_followed_in_place(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view = prose("Some words that take a line or two of a narrow column. " * 3)
    qtbot.addWidget(view)
    view.resize(300, 100)
    view.show()
    before = view.heightForWidth(300)
    style.apply(app, load_theme("dark"), 1.5)
    assert view.heightForWidth(300) > before
    assert isinstance(view, ProseView)
    found = view.document().firstBlock().begin().fragment().charFormat().foreground().color()
    assert found.name() == load_theme("dark").hex("text").lower()


def test_copying_gives_tex(qtbot: QtBot) -> None:
    view = prose("Energy $E = P$ is")
    qtbot.addWidget(view)
    assert isinstance(view, ProseView)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "Energy $E = P$ is"
