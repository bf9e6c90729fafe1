"""The language of the interface: which translators are installed, and switching at any moment.

Sources are the literal English texts in `tr()`. `resources/translations/ecolearn_*.ts` are
committed; the `.qm` beside them are built (`tools/translations.py`, called by the wheel build) and,
in a checkout, on first need.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ecolearn import paths

_log = logging.getLogger(__name__)
LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
_LOCALES = {"kk": "kk_KZ", "ru": "ru_KZ", "en": "en_GB"}

#: translators and their words, which Qt does not copy
_installed: list[tuple[QTranslator, bytes]] = []


def locale(language: str) -> QLocale:
    """Return the locale of `language`, for numbers, dates and sorting."""
    return QLocale(_LOCALES.get(language, "en_GB"))


def install(language: str) -> None:
    """Make `language` the interface language; every widget gets a LanguageChange event."""
    app = QCoreApplication.instance()
    assert app is not None
    for old, _words in _installed:
        app.removeTranslator(old)
    _installed.clear()
    QLocale.setDefault(locale(language))
    own = paths.resources_root() / "translations" / f"ecolearn_{language}.qm"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language}.qm", own):
        if language == "en" and path is not own:
            continue
        translator = QTranslator(app)
        try:
            # from memory: Qt maps a file, and one rewritten by an update on a share would crash
            words = path.read_bytes()
        except OSError:
            words = b""
        if words and translator.load(words):
            app.installTranslator(translator)
            _installed.append((translator, words))
        elif path is own:
            _log.info("no compiled translation for %s", language)
