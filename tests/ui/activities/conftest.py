"""Fixtures for tests of the widgets of activities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ecolearn.ui.theme import fonts, style
from ecolearn.ui.theme.tokens import load_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application the light theme and take it away again."""
    fonts.load_all_fonts()
    style.apply(qapp, load_theme("light"), 1.0)
    yield qapp
    style.apply(qapp, load_theme("light"), 1.0)
    qapp.setStyleSheet("")
