"""Advice about lessons: how much to read at once, how many new words, is anything asked.

The numbers are the learning design rules of the curriculum (cognitive load, retrieval practice);
they are advice, so each is a note.
"""

from __future__ import annotations

from ecolearn.authoring.survey import Survey
from ecolearn.content.model import LessonText

WORDS_IN_A_SEGMENT = 120
WORDS_FOR_PRIMARY = 40
TERMS_IN_A_LESSON = 5


def check(survey: Survey) -> None:
    """Add notes."""
    primary = survey.course.tracks == ("primary",)
    limit = WORDS_FOR_PRIMARY if primary else WORDS_IN_A_SEGMENT
    for text in survey.lessons:
        for segment in text.seen.segments:
            if segment.words > limit:
                place = text.at(segment.line)
                survey.problems.note("T101", place, words=segment.words, limit=limit)
        assert isinstance(text.text, LessonText)
        if len(text.text.terms) > TERMS_IN_A_LESSON:
            survey.problems.note(
                "T102", text.at(2), count=len(text.text.terms), limit=TERMS_IN_A_LESSON
            )
        if not any(seen.use == "item" for seen in text.items) and not text.seen.activities:
            survey.problems.note("T103", text.at(2))
        compared = {item_id for item_id, _, _ in text.seen.compared}
        for seen in text.items:
            if seen.use == "predict" and seen.item.id not in compared:
                survey.problems.note("T104", seen.place, id=seen.item.id)
        if not text.text.minutes:
            survey.problems.note("T105", text.at(2))
