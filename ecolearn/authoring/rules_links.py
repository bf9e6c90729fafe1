"""Rules about references: lessons, anchors, terms, predictions that are not there."""

from __future__ import annotations

import re
from difflib import get_close_matches

from ecolearn.authoring.survey import SeenText, Survey
from ecolearn.problems import Place

#: a link with a scheme that is not followed (RELIABILITY I8: only https, and our own two)
_REFUSED = re.compile(r"\]\(<?((?!https:|term:|lesson:)[A-Za-z][A-Za-z0-9+.-]*:[^)\s]*)", re.I)


def check(survey: Survey) -> None:
    """Add problems."""
    links = _Links(survey)
    for text in survey.texts():
        _schemes(survey, text)
        for target, line in text.seen.links:
            links.follow(target, text.language, text.at(line))
        for seen in text.items:
            if seen.item.lesson:
                links.lesson(seen.item.lesson, text.language, seen.place)
        for item_id, found, line in text.seen.compared:
            if not found:
                ids = [seen.item.id for seen in text.items if seen.use == "predict"]
                survey.problems.warning(
                    "R006", text.at(line), id=item_id, suggestion=_near(item_id, ids)
                )
        for term in getattr(text.text, "terms", ()):
            links.term(term, text.at(2))
    for path, language, seen_text in survey.note_texts():
        for target, _ in seen_text.links:
            links.follow(target, language, Place(path))


def _schemes(survey: Survey, text: SeenText) -> None:
    """Look for links that are not followed, in the file itself: they leave no trace in blocks."""
    for number, row in enumerate(survey.rows(text.path), start=1):
        if ":" in row and "](" in row:
            for match in _REFUSED.finditer(row):
                place = Place(text.path, number, match.start(1) + 1)
                survey.problems.warning("R012", place, target=match[1][:60])


class _Links:
    def __init__(self, survey: Survey) -> None:
        self.problems = survey.problems
        self.terms = {term.id for term in survey.course.glossary}
        self.anchors: dict[str, dict[str, set[str]]] = {}
        for text in survey.lessons:
            if text.lesson is not None:
                by_language = self.anchors.setdefault(text.lesson.id, {})
                by_language[text.language] = text.seen.anchors

    def follow(self, target: str, language: str, place: Place) -> None:
        """Check one link."""
        scheme, _, rest = target.partition(":")
        if scheme == "lesson":
            self.lesson(rest, language, place)
        elif scheme == "term":
            self.term(rest, place)

    def lesson(self, target: str, language: str, place: Place) -> None:
        """Check `LESSON` or `LESSON#anchor`."""
        lesson_id, _, anchor = target.partition("#")
        if lesson_id not in self.anchors:
            near = _near(lesson_id, list(self.anchors))
            self.problems.warning("R001", place, id=lesson_id, suggestion=near)
            return
        texts = self.anchors[lesson_id]
        anchors = texts.get(language) or next(iter(texts.values()))
        if anchor and anchor not in anchors:
            near = _near(anchor, sorted(anchors))
            self.problems.warning("R002", place, id=lesson_id, anchor=anchor, suggestion=near)

    def term(self, term_id: str, place: Place) -> None:
        """Check a glossary id."""
        if term_id not in self.terms:
            near = _near(term_id, sorted(self.terms))
            self.problems.warning("R003", place, id=term_id, suggestion=near)


def _near(word: str, known: list[str]) -> str:
    return next(iter(get_close_matches(word, known, 1)), "")
