"""Themes apply to the whole application, quickly, and leave no placeholder behind."""

from __future__ import annotations

import re
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ecolearn.paths import resources_root
from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.tokens import THEME_NAMES, load_theme

SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("scale", SCALES)
def test_every_placeholder_is_filled(name: str, scale: float) -> None:
    sheet = style.stylesheet(load_theme(name), scale)
    assert "@" not in sheet
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert path.startswith(str(resources_root().as_posix()))
        assert path.endswith(".svg")


def test_the_indicators_have_the_colours_of_their_theme() -> None:
    """`tools/make_icons.py --indicators` was run after the last change of a colour."""
    wanted = {"check": "on_primary", "arrow-down": "muted", "arrow-down-disabled": "border_strong"}
    for name in THEME_NAMES:
        for picture, role in wanted.items():
            svg = (resources_root() / "themes" / name / f"{picture}.svg").read_text("utf-8")
            assert load_theme(name).hex(role) in svg


@pytest.mark.parametrize("name", THEME_NAMES)
def test_qt_understands_the_sheet(look: QApplication, qtbot: QtBot, name: str) -> None:
    """A sheet Qt cannot parse is dropped as a whole, with only a warning."""
    style.apply(look, load_theme(name))
    button = QPushButton("x")
    qtbot.addWidget(button)
    style.set_kind(button, "primary")
    button.resize(120, 40)
    button.show()
    image = button.grab().toImage()
    assert image.pixelColor(12, 20) == load_theme(name).colour("primary")
    assert style.current().name == name


def test_documents_and_views_get_their_colours_from_the_palette(look: QApplication) -> None:
    theme = load_theme("dark")
    style.apply(look, theme)
    palette = look.palette()
    assert palette.color(QPalette.ColorRole.Link) == theme.colour("info")
    assert palette.color(QPalette.ColorRole.Highlight) == theme.colour("selection")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.colour("muted")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colour("border_strong")


def test_zoom_multiplies_type_and_targets(look: QApplication, qtbot: QtBot) -> None:
    sizes = []
    for scale in (1.0, 1.5):
        style.apply(look, load_theme("light"), scale)
        field, button, box = QLineEdit(), QPushButton("Жалғастыру"), QComboBox()
        for widget in (field, button, box):
            qtbot.addWidget(widget)
            widget.ensurePolished()
            assert widget.sizeHint().height() >= round(40 * scale)
        assert look.font().pixelSize() == round(15 * scale)
        assert style.px(10) == round(10 * scale)
        sizes.append(button.sizeHint().width())
    assert sizes[1] > 1.4 * sizes[0]


def test_the_notifier_tells_of_a_change(look: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(style.notifier.changed):
        style.apply(look, load_theme("dark"), 1.25)
    assert style.scale() == 1.25
    assert style.current().dark


def test_a_changed_role_shows_at_once(look: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Тақырып")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().height()
    style.set_role(label, "h1")
    assert label.sizeHint().height() > before
    style.set_role(label, None)
    assert label.sizeHint().height() == before


def test_the_focus_of_a_field_does_not_change_its_size(look: QApplication, qtbot: QtBot) -> None:
    for name in THEME_NAMES:
        style.apply(look, load_theme(name))
        box = QWidget()
        qtbot.addWidget(box)
        layout = QVBoxLayout(box)
        fields = [QLineEdit("a"), QComboBox()]
        for field in fields:
            layout.addWidget(field)
        box.show()
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        box.setFocus()
        for field in fields:
            before = field.sizeHint()
            field.setFocus()
            assert field.hasFocus()
            field.ensurePolished()
            assert field.sizeHint() == before


def test_the_ring_follows_the_keyboard_not_the_mouse(look: QApplication, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QHBoxLayout(box)
    first, second = QPushButton("Алдыңғы"), QPushButton("Келесі")
    layout.addWidget(first)
    layout.addWidget(second)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    first.setFocus()
    focus.note_reason(Qt.FocusReason.MouseFocusReason)
    assert not focus.is_visible_on(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert focus.is_visible_on(second)
    rings = [w for w in box.findChildren(QWidget) if type(w).__name__ == "_Ring"]
    assert [ring.isVisible() for ring in rings] == [True]
    assert rings[0].geometry().contains(second.geometry().adjusted(-2, -2, 2, 2))
    second.move(second.x() - 5, second.y())
    assert rings[0].geometry().center().x() == pytest.approx(second.geometry().center().x(), abs=1)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert focus.is_visible_on(first)
    focus.note_reason(Qt.FocusReason.MouseFocusReason)
    assert not focus.is_visible_on(first)


def test_deleting_a_page_with_the_focused_button_is_safe(look: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outer = QVBoxLayout(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(20):
        page = QWidget()
        inner = QVBoxLayout(page)
        button, other = QPushButton("a"), QPushButton("b")
        inner.addWidget(button)
        inner.addWidget(other)
        outer.addWidget(page)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Tab)
        page.deleteLater()
        look.processEvents()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast-light", "contrast-dark"])
def test_the_learners_own_choice_wins(look: QApplication, choice: str) -> None:
    assert style.resolve(choice) == choice


def test_the_system_is_asked_only_for_system(look: QApplication) -> None:
    assert style.resolve("system") in THEME_NAMES
    with pytest.raises(ValueError, match="mauve"):
        style.resolve("mauve")


def test_applying_a_theme_is_quick(look: QApplication, qtbot: QtBot) -> None:
    """Ten times the measured time is allowed: this only finds a sheet gone wrong."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for _ in range(10):
        layout.addWidget(QPushButton("x"))
        layout.addWidget(QLineEdit())
    window.show()
    started = time.perf_counter()
    style.apply(look, load_theme("dark"), 1.0)
    assert time.perf_counter() - started < 0.4
