"""The real window on the real core, driven as a person would drive it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.application import make_application
from ecolearn.ui.main_window import MainWindow
from ecolearn.ui.preferences import Preferences


class Journey:
    """A window, and what a person does with it."""

    def __init__(self, qtbot: QtBot, data: Path, language: str = "en") -> None:
        self.qtbot = qtbot
        self.data = data
        self.preferences = Preferences.load(data)
        self.preferences.language = language
        make_application(self.preferences)
        self.window = MainWindow(data, self.preferences)
        self.window.show_first()
        self.window.resize(1024, 680)
        self._open = True
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.start_core()
        self.settle()

    def settle(self) -> None:
        """Wait until jobs and pages have come to rest."""
        self.qtbot.waitUntil(self._is_quiet, timeout=15_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(self._is_quiet, timeout=15_000)
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        strays = [one for one in shown if not isinstance(one, MainWindow)]
        assert not strays, f"a part was shown as a window of its own: {strays}"
        lost = "a part was shown for a moment before it had a parent: the keyboard went to it"
        assert QApplication.activeWindow() is not None, lost

    def _is_quiet(self) -> bool:
        QApplication.processEvents()
        return self.window.jobs.idle and not self.window.page.busy

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self.window.route.page

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type `text` where the focus is."""
        for letter in text:  # QTest.keyClicks knows Latin letters only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        self.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 120) -> QWidget:
        """Press Tab until the focus is on something that `wanted` accepts."""
        passed: list[str] = []
        for _ in range(most):
            focused = QApplication.focusWidget()
            if focused is not None and wanted(focused):
                return focused
            if focused is not None:
                passed.append(f"{type(focused).__name__} {focused.accessibleName()}")
            QTest.keyClick(focused or self.window, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never reached it on {self.page}: {list(dict.fromkeys(passed))}")

    def trouble(self) -> list[BaseException]:
        """Return the errors that reached the window."""
        return self.window.troubles

    def close(self) -> None:
        """Close the window as the cross does."""
        if self._open:
            self._open = False
            self.window.close()
            self.window.shut_down()
            self._forget()

    def pull_the_plug(self) -> None:
        """End without any goodbye: nothing is saved on the way out."""
        self._open = False
        self.window.jobs.close()
        self.window._hook.remove()
        core = self.window.context.core
        assert core is not None
        core.store.close()  # the next start is in the same process: free the file
        self.window.hide()
        self._forget()

    def _forget(self) -> None:
        """Let Qt delete the window now, not in the middle of the next journey."""
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def start(qtbot: QtBot, own_data_folder: Path) -> Iterator[Callable[..., Journey]]:
    """Return a function that starts the program; all windows are closed at the end."""
    begun: list[Journey] = []

    def begin(language: str = "en") -> Journey:
        journey = Journey(qtbot, own_data_folder, language)
        begun.append(journey)
        return journey

    yield begin
    for journey in begun:
        journey.close()
        assert journey.trouble() == []


@pytest.fixture
def learner(start: Callable[..., Journey]) -> Journey:
    """Return a window in which somebody has just signed in."""
    journey = start()
    journey.type("Aruzhan")
    journey.key(Qt.Key.Key_Return)
    assert journey.page == "library"
    return journey
