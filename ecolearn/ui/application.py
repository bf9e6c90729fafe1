"""The QApplication: name, fonts, theme, language. Shared by the window, preview and tour."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ecolearn import __version__
from ecolearn.ui import i18n
from ecolearn.ui.preferences import Preferences
from ecolearn.ui.theme import fonts, style, tokens


def make_application(preferences: Preferences) -> QApplication:
    """Return the application, dressed as `preferences` say; the running one if there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    app.setApplicationName("EcoLearn")
    app.setApplicationDisplayName("EcoLearn")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ecolearn")
    fonts.load_fonts()
    i18n.install(preferences.language)
    dress(app, preferences)
    return app


def dress(app: QApplication, preferences: Preferences) -> None:
    """Apply the theme and text size of `preferences`."""
    theme = tokens.load_theme(style.resolve(preferences.theme))
    style.apply(app, theme, preferences.text_size)
