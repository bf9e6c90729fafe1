"""Every page, in every language: whatever can have the focus says what it is; nothing is cut at
1024×680; larger text scrolls down, never sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ecolearn.ui.context import Route
from tests.journeys.conftest import Journey

ROUTES = [
    Route("library"),
    Route("course", "home-energy"),
    Route("lesson", "home-energy", "HE1", "HE1-L1"),
    Route("lesson", "home-energy", "HE2", "HE2-L3"),
    Route("quiz", "home-energy", "HE1"),
    Route("progress"),
    Route("diary"),
    Route("diary", anchor="diary-electricity"),
    Route("settings"),
    Route("profiles"),
]
NAMELESS = {QAccessible.Role.Border, QAccessible.Role.Client, QAccessible.Role.NoRole}


def focusable(page: QWidget) -> Iterator[QWidget]:
    for widget in page.window().findChildren(QWidget):
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ):
            yield widget


def says_what_it_is(widget: QWidget) -> bool:
    """Tell whether a screen reader hears a role and a name.

    The interface must not be kept: Qt deletes it with its widget, and PySide 6.11 takes the next
    widget that is made at its address for the interface.
    """
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None or interface.state().invisible:
        return True
    named = bool(interface.text(QAccessible.Text.Name).strip())
    return named and interface.role() not in NAMELESS


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_whatever_has_the_focus_says_what_it_is(
    start: Callable[..., Journey], language: str
) -> None:
    pupil = start(language)
    pupil.type("Asel")
    pupil.key(Qt.Key.Key_Return)
    for route in ROUTES:
        pupil.window.go(route)
        pupil.settle()
        for widget in focusable(pupil.window.page):
            where = f"{route.page} {language}: {type(widget).__name__} {widget.objectName()}"
            assert says_what_it_is(widget), where


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
def test_larger_text_scrolls_down_never_sideways(learner: Journey, size: float) -> None:
    learner.window.resize(1024, 680)
    learner.window.set_text_size(size)
    learner.window.set_language("kk")
    for route in ROUTES:
        learner.window.go(route)
        learner.settle()
        assert learner.window.width() == 1024, f"{route.page} makes the window wider"
        for area in learner.window.page.findChildren(QScrollArea):
            if area.isVisible() and area.verticalScrollBar().isVisible():
                assert area.horizontalScrollBar().maximum() == 0, f"{route.page} at {size}"
    learner.window.set_text_size(1.0)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light", "contrast-dark"])
def test_colours_change_on_every_page_and_the_place_is_kept(learner: Journey, theme: str) -> None:
    for route in ROUTES[:-1]:
        learner.window.go(route)
        learner.settle()
        learner.window.set_theme(theme)
        learner.settle()
        assert learner.window.route == route
    learner.window.set_theme("light")


def test_keys_lead_around(learner: Journey) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    learner.window.go(Route("lesson", "home-energy", "HE1", "HE1-L1"))
    learner.settle()
    learner.key(Qt.Key.Key_3, alt)
    assert learner.page == "progress"
    learner.key(Qt.Key.Key_1, alt)
    assert learner.page == "library"
    learner.key(Qt.Key.Key_2, alt)
    assert learner.window.route.lesson_id == "HE1-L1"


def test_zoom_keys_are_remembered(learner: Journey, start: Callable[..., Journey]) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    learner.key(Qt.Key.Key_Equal, control)
    assert learner.preferences.text_size > 1.0
    larger = learner.preferences.text_size
    learner.close()
    again = start()
    assert again.preferences.text_size == larger
    again.key(Qt.Key.Key_0, control)
    assert again.preferences.text_size == 1.0
    assert QApplication.instance() is not None
