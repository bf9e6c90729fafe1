"""Sentences that several pages share: states, counts, fallback notices."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from ecolearn.content.texts import Text, in_language
from ecolearn.ui.i18n import LANGUAGES


def pick(texts: Text, language: str) -> str:
    """Return the text in `language`, or in the nearest language there is."""
    return in_language(texts, language)[0]


class _Counted(QObject):
    """Texts with a number in them: lupdate finds plural forms only in `tr` of an object."""

    def lessons(self, count: int) -> str:
        return self.tr("%n lesson(s)", "", count)

    def questions(self, count: int) -> str:
        return self.tr("%n question(s)", "", count)

    def minutes(self, count: int) -> str:
        return self.tr("about %n minute(s)", "", count)


_counted = _Counted()


def lessons(count: int) -> str:
    """Return "12 lessons"."""
    return _counted.lessons(count)


def questions(count: int) -> str:
    """Return "48 questions"."""
    return _counted.questions(count)


def minutes(count: int) -> str:
    """Return "about 12 minutes"."""
    return _counted.minutes(count)


def hours(count: float) -> str:
    """Return "12 h" with the number as the language writes it."""
    number = QLocale().toString(count, "f", 0 if float(count).is_integer() else 1)
    return QCoreApplication.translate("texts", "{number} h").format(number=number)


def day(when: datetime) -> str:
    """Return the date of `when` in local time, as the language writes it, without weekday."""
    return date_words(when.astimezone().date())


def date_words(when: date) -> str:
    """Return a date as the language writes it, without weekday."""
    locale = QLocale()
    kazakh = locale.language() == QLocale.Language.Kazakh
    form = "yyyy 'ж.' d MMMM" if kazakh else "d MMMM yyyy"
    return locale.toString(QDate(when), form)  # type: ignore[call-overload]


def digits_form() -> str:
    """Return how the language writes a day in digits, for `QDate` and `QDateEdit`."""
    english = QLocale().language() == QLocale.Language.English
    return "dd/MM/yyyy" if english else "dd.MM.yyyy"


def date_digits(when: date) -> str:
    """Return a date in digits, as the language writes it."""
    return QLocale().toString(QDate(when), digits_form())  # type: ignore[call-overload]


def course_state(state: str) -> str:
    """Return the state of a course in words."""
    return {
        "going": QCoreApplication.translate("texts", "Under way"),
        "done": QCoreApplication.translate("texts", "Finished"),
    }.get(state, QCoreApplication.translate("texts", "Not started"))


def lesson_state(state: str) -> str:
    """Return the state of a lesson in words."""
    return {
        "reading": QCoreApplication.translate("texts", "Being read"),
        "done": QCoreApplication.translate("texts", "Read"),
    }.get(state, QCoreApplication.translate("texts", "Not read yet"))


def quiz_state(state: str) -> str:
    """Return the state of a quiz in words."""
    return {
        "open": QCoreApplication.translate("texts", "Waiting for you to go on"),
        "tried": QCoreApplication.translate("texts", "Not passed yet"),
        "passed": QCoreApplication.translate("texts", "Passed"),
    }.get(state, QCoreApplication.translate("texts", "Not taken yet"))


def track(name: str) -> str:
    """Return whom a course is for."""
    return {
        "primary": QCoreApplication.translate("texts", "Grades 1–4"),
        "secondary": QCoreApplication.translate("texts", "Grades 5–9"),
        "senior-tech": QCoreApplication.translate("texts", "Grades 10–11, colleges"),
        "chemistry": QCoreApplication.translate("texts", "Chemistry"),
        "public": QCoreApplication.translate("texts", "Families"),
        "professional": QCoreApplication.translate("texts", "Professionals"),
    }.get(name, name)


def other_language(language: str) -> str:
    """Return the notice above a text that is not in the learner's language."""
    return QCoreApplication.translate(
        "texts", "This part is not translated yet, so it is shown in another language: {name}."
    ).format(name=LANGUAGES.get(language, language))


def course_trouble(code: str) -> str:
    """Return why a course cannot be opened, for its card."""
    if code == "M005":
        return QCoreApplication.translate("texts", "Needs a newer EcoLearn")
    return QCoreApplication.translate("texts", "Cannot be read: ask your teacher")
