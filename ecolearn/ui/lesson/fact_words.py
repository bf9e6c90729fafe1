"""Words about a fact that its card and its box on paper share: how sure it is, and when."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ecolearn.content.model import Fact
from ecolearn.content.texts import in_language

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
#: how a day is written; en: 21 January 2025
_FORMS = {"kk": "yyyy 'ж.' d MMMM", "ru": "d MMMM yyyy 'г.'"}


def grade_word(grade: str) -> str:
    """Return in words how sure a fact is."""
    return {
        "A": QCoreApplication.translate("FactView", "Confirmed twice"),
        "B": QCoreApplication.translate("FactView", "One source"),
        "C": QCoreApplication.translate("FactView", "To be read with care"),
        "D": QCoreApplication.translate("FactView", "Doubtful"),
    }.get(grade, grade)


def doubt() -> str:
    """Return what is said above a doubtful fact."""
    return QCoreApplication.translate("FactView", "Doubtful: this is what you check.")


def origin(fact: Fact, language: str) -> str:
    """Return source and date of a fact: "Source: A report · 21 January 2025"."""
    source = QCoreApplication.translate("FactView", "Source: {source}").format(
        source=in_language(fact.source, language)[0]
    )
    return f"{source} · {_date(in_language(fact.date, language)[0], language)}"


def _date(date: str, language: str) -> str:
    """Return a day such as 2025-01-21 as `language` writes it, other words as they are."""
    if not date:
        return QCoreApplication.translate("FactView", "undated")
    day = QDate.fromString(date, "yyyy-MM-dd") if _DAY.match(date) else QDate()
    if not day.isValid():
        return date
    form = _FORMS.get(language, "d MMMM yyyy")
    return QLocale(language or "en").toString(day, form)
