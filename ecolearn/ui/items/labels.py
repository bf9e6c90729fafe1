"""Words that several question widgets share: names of types, points, scores, verdicts."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, QObject


class _Words(QObject):
    """Gives the texts their translation context."""

    def type_name(self, kind: str) -> str:
        names = {
            "single": self.tr("One answer"),
            "several": self.tr("Several answers"),
            "true-false": self.tr("True or false"),
            "number": self.tr("Number"),
            "short": self.tr("Short answer"),
            "match": self.tr("Match"),
            "sort": self.tr("Sort"),
            "order": self.tr("Put in order"),
            "cloze": self.tr("Fill the gaps"),
            "hotspot": self.tr("Find in the picture"),
            "matrix": self.tr("Table of choices"),
            "open": self.tr("Open answer"),
        }
        return names.get(kind, self.tr("Question"))

    def points_text(self, points: float) -> str:
        if points == int(points):
            return self.tr("%n point(s)", "", int(points))
        return self.tr("{points} points").format(points=number(points))

    def verdict(self, verdict: str) -> str:
        return {
            "right": self.tr("Right!"),
            "partly": self.tr("Partly right"),
            "wrong": self.tr("Not right this time"),
            "open": self.tr("Kept for your teacher"),
        }[verdict]


_words = _Words()


def number(value: float, digits: int = 2) -> str:
    """Return a number as the language writes it, without trailing zeros."""
    text = QLocale().toString(round(value, digits), "f", digits)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def localised(text: str) -> str:
    """Return `text` with the decimal points of its numbers as the language writes them."""
    return re.sub(r"(?<=\d)\.(?=\d)", QLocale().decimalPoint(), text)


def type_name(kind: str) -> str:
    """Return the name of an item type for a learner."""
    return _words.type_name(kind)


def points_text(points: float) -> str:
    """Return what an item is worth."""
    return _words.points_text(points)


def verdict_text(verdict: str) -> str:
    """Return the words for a verdict of `Grade.verdict`."""
    return _words.verdict(verdict)


__all__ = ["localised", "number", "points_text", "type_name", "verdict_text"]
