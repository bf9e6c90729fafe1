"""A series of the diary in words: its name, values with units, days, faults and doubts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from ecolearn.content.activities.diary import Read
from ecolearn.content.texts import Text, in_language
from ecolearn.quiz.numbers import format_number, shown_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.study.diary_series import BeforeAfter, Doubt, Series
from ecolearn.ui.items.text import plain
from ecolearn.ui.texts import date_words
from ecolearn.ui.widgets.card import percent_text

#: digits of a mean: more would pretend to know more
_MEAN_DIGITS = 3
#: a change of less per cent is none
_NO_CHANGE = 0.5


class SeriesWords:
    """The words of one series, in the language of the reader."""

    def __init__(self, series: Series, language: str) -> None:
        self.series = series
        self.language = language
        diary = series.diary
        self.title = self._text(diary.title) or diary.id
        self.intro = plain(self._text(diary.intro))
        self.help = plain(self._text(diary.help))
        self.unit = self._text(diary.shown) or unit_words(diary.unit, language)
        label = self._text(diary.label) or QCoreApplication.translate("diary", "Value")
        self.label = f"{label}, {self.unit}" if self.unit else label
        if series.gone:
            self.intro = QCoreApplication.translate(
                "diary", "The course of this series is not here any more. Your entries are."
            )

    def _text(self, said: Text) -> str:
        return in_language(said, self.language, self.series.languages)[0]

    @property
    def rate_unit(self) -> str:
        """Return the unit of what the chart and the means show: of a meter, use per day."""
        if not self.series.diary.cumulative:
            return self.unit
        return QCoreApplication.translate("diary", "{unit} a day").format(unit=self.unit)

    def value(self, value: float, unit: str | None = None) -> str:
        """Return a value with its unit; `unit` is the one it was kept in, if another."""
        diary = self.series.diary
        own = unit is None or diary.value_of(value, unit) == value
        # more decimals than are usual are shown, not rounded away: 120 Wh are 0.12 kWh
        usual = own and round(value, diary.decimals) == value
        number = shown_number(value, self.language, diary.decimals if usual else None)
        shown = self.unit if own else unit_words(unit or "", self.language)
        return f"{number}\u00a0{shown}".strip()

    def mean(self, value: float) -> str:
        """Return a mean with its unit."""
        return f"{self.mean_number(value)}\u00a0{self.rate_unit}".strip()

    def mean_number(self, value: float) -> str:
        """Return a mean without its unit, as it stands in a chart: readings in full."""
        if self.series.diary.cumulative:
            return format_number(value, self.language, _MEAN_DIGITS)
        return format_number(value, self.language, decimals=self.series.diary.decimals + 1)

    def number(self, value: float) -> str:
        """Return a value as it is typed, with all its digits."""
        return format_number(value, self.language)

    def fault(self, read: Read) -> str:
        """Return what is wrong with a value that was typed."""
        translate = QCoreApplication.translate
        if read.fault == "empty":
            return translate("diary", "Please enter a number.")
        if read.fault == "no_number":
            return translate(
                "diary",
                "This is not a number. Digits, a comma or a point are understood, "
                "and a unit behind them.",
            )
        if read.fault == "too_large":
            return translate("diary", "This number is too large.")
        if read.fault == "unknown_unit":
            return translate("diary", "“{typed}” is no unit that can be used here.").format(
                typed=read.unit
            )
        return translate(
            "diary", "“{typed}” measures something else than {unit}. Please enter the value again."
        ).format(typed=read.unit, unit=self.unit or translate("diary", "a number"))

    def doubt(self, doubt: Doubt, value: float) -> str:
        """Return the question about a doubtful value."""
        translate = QCoreApplication.translate
        shown = self.value(value)
        if doubt.code == "unlikely" or doubt.other is None:
            diary = self.series.diary
            return translate(
                "diary", "Really {value}? Usual values lie between {low} and {high}."
            ).format(
                value=shown,
                low=format_number(diary.min, self.language),
                high=self.value(diary.max),
            )
        other, day = self.value(doubt.other.value), date_words(doubt.other.day)
        if doubt.code == "lower":
            return translate(
                "diary",
                "{value} is less than the reading before, {other} ({day}). "
                "Was the meter exchanged?",
            ).format(value=shown, other=other, day=day)
        return translate(
            "diary",
            "{value} is more than the reading after it, {other} ({day}). "
            "Was the meter exchanged between them?",
        ).format(value=shown, other=other, day=day)


class _Counted(QObject):
    """Texts with a number in them: lupdate finds plural forms only in `tr` of an object."""

    def entries(self, count: int) -> str:
        return self.tr("%n entry(ies)", "", count)

    def before(self, count: int) -> str:
        return self.tr("%n more value(s) from before that day are needed.", "", count)

    def after(self, count: int) -> str:
        return self.tr("%n more value(s) from that day or later are needed.", "", count)


_counted = _Counted()


def entries(count: int) -> str:
    """Return "12 entries"."""
    return _counted.entries(count)


def missing(found: BeforeAfter) -> str:
    """Return what is missing before a change can be judged."""
    sentences = []
    if found.missing_before:
        sentences.append(_counted.before(found.missing_before))
    if found.missing_after:
        sentences.append(_counted.after(found.missing_after))
    if found.between:
        sentences.append(
            QCoreApplication.translate("diary", "A reading of the day itself would serve for both.")
        )
    return " ".join(sentences)


def verdict(found: BeforeAfter, better: str) -> tuple[str, str]:
    """Return the change in words, and its tone: `ok` if it is for the better."""
    translate = QCoreApplication.translate
    change = found.comparison.change
    if change is None:
        before, after = found.comparison.before, found.comparison.after
        if before == after:
            return translate("diary", "The same as before"), "info"
        return translate(
            "diary", "This cannot be said in per cent: before, it was 0 or less"
        ), "info"
    if abs(change) < _NO_CHANGE:
        return translate("diary", "About the same as before"), "info"
    percent = percent_text(round(abs(change)) / 100)
    good = {"less": change < 0, "more": change > 0}.get(better)
    tone = "info" if good is None else "ok" if good else "warning"
    if change < 0:
        return translate("diary", "{percent} less than before").format(percent=percent), tone
    return translate("diary", "{percent} more than before").format(percent=percent), tone
