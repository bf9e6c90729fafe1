"""Rules about single questions: keys that are always or never right, feedback nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from ecolearn.authoring.survey import SeenItem, Survey
from ecolearn.quiz.items import (
    Hotspot,
    Item,
    Match,
    Number,
    Several,
    Short,
    Single,
    Sort,
    TrueFalse,
)

#: faults that mean that nobody can answer rightly, or everybody does
_ERRORS = frozenset({"Q104", "Q105", "Q106", "Q107", "Q110"})
#: what a prediction may lack: it is not marked
_ALLOWED_IN_PREDICTIONS = frozenset({"Q104", "Q105", "Q110", "Q114"})


def check(survey: Survey) -> None:
    """Add problems."""
    for text in survey.texts():
        compared = {item_id for item_id, _, _ in text.seen.compared}
        for seen in text.items:
            for code, facts in seen.item.faults():
                if _allowed(seen, code, seen.item.id in compared):
                    continue
                facts = {"id": seen.item.id, **facts}
                if code in _ERRORS:
                    survey.problems.error(code, seen.place, **facts)
                else:
                    survey.problems.warning(code, seen.place, **facts)
            missing = list(_silent(seen.item)) if seen.use != "predict" else []
            if missing and not seen.item.feedback:
                first = " ".join(missing[0].split())
                if len(first) > 60:
                    first = first[:59] + "…"
                survey.problems.note(
                    "Q118", seen.place, id=seen.item.id, count=len(missing), first=first
                )


def _allowed(seen: SeenItem, code: str, compared: bool) -> bool:
    return seen.use == "predict" and not compared and code in _ALLOWED_IN_PREDICTIONS


def _silent(item: Item) -> Iterator[str]:
    """Yield what is answered wrongly without a word of explanation."""
    if isinstance(item, Single | Several):
        yield from (option.text for option in item.options if not option.feedback)
    elif isinstance(item, TrueFalse):
        if not item.reasons and not item.verdict_feedback:
            yield "true" if not item.verdict else "false"
        yield from (reason.text for reason in item.reasons if not reason.feedback)
    elif isinstance(item, Number | Short):
        if not item.otherwise:
            yield "!= *"
    elif isinstance(item, Hotspot):
        yield from (region.text for region in item.regions if not region.feedback)
    elif isinstance(item, Match | Sort):
        pairs = item.pairs if isinstance(item, Match) else item.things
        if not any(pair.feedback for pair in pairs):
            yield from (pair.left for pair in pairs)
