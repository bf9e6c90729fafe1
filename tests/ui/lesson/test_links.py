"""Addresses on the internet."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecolearn.ui import i18n
from ecolearn.ui.lesson.links import LinkDialog
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_dialog_is_as_wide_as_its_buttons_need(
    qtbot: QtBot, qapp: QApplication, language: str, size: float
) -> None:
    i18n.install(language)
    style.apply(qapp, load_theme("light"), size)
    dialog = LinkDialog("https://example.org/")
    qtbot.addWidget(dialog)
    dialog.show()
    i18n.install("en")
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
