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

    def score_text(self, points: float, most: float) -> str:
        if most == int(most):
            words = self.tr("{points} of %n point(s)", "", int(most))
        else:
            words = self.tr("{points} of {all} points")
        return words.format(points=number(points), all=number(most))

    def verdict_with_score(self, verdict: str, score: str) -> str:
        words = {
            "right": self.tr("Right! {score}"),
            "partly": self.tr("Partly right: {score}"),
        }
        return words.get(verdict, self.tr("Not right this time: {score}")).format(score=score)

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
    text = QLocale().toString(round(float(value), digits), "f", digits)
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


def score_text(points: float, most: float) -> str:
    """Return "0.9 of 1 point"."""
    return _words.score_text(points, most)


def verdict_with_score(verdict: str, points: float, most: float) -> str:
    """Return the words for a verdict, and the points that came of it."""
    return _words.verdict_with_score(verdict, score_text(points, most))


def verdict_text(verdict: str) -> str:
    """Return the words for a verdict of `Grade.verdict`."""
    return _words.verdict(verdict)


__all__ = [
    "localised",
    "number",
    "points_text",
    "score_text",
    "type_name",
    "verdict_text",
    "verdict_with_score",
]
