"""What all tests of widgets begin with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ecolearn.ui import i18n


@pytest.fixture(autouse=True)
def source_texts(qapp: QApplication) -> None:
    """Take away the language that an earlier test, or a journey, has left behind."""
    if i18n._installed:
        for translator, _words in i18n._installed:
            qapp.removeTranslator(translator)
        i18n._installed.clear()
        QLocale.setDefault(QLocale.system())
