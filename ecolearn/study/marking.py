"""From the marks of a sitting to its result.

The ledger of a result has one line for each item first asked. A targeted retry begins with the
ledger of the attempt it retries and betters its lines, so its score is that of the whole quiz, not
of the few items asked again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ecolearn.quiz.items.base import Grade
from ecolearn.quiz.scoring import CLOSE, Judged, Total, after_hints, outcome_totals, total
from ecolearn.study.api import OutcomeScore, SittingItem
from ecolearn.study.desk import judge
from ecolearn.study.state import Mark, State


@dataclass(slots=True)
class Line:
    """An item first asked as `root`, last asked as `item`. `score` after hints, 0–1; None = a
    person judges."""

    root: str
    item: str
    module: str
    points: float
    score: float | None
    outcome: str = ""

    def to_body(self) -> dict[str, Any]:
        """Return it as it is kept in the `finished` event."""
        return {
            "root": self.root,
            "item": self.item,
            "module": self.module,
            "points": self.points,
            "score": self.score,
            "outcome": self.outcome,
        }

    @staticmethod
    def from_body(body: dict[str, Any]) -> Line:
        """Return the line that `to_body` made."""
        return Line(
            body["root"],
            body["item"],
            body["module"],
            float(body["points"]),
            body["score"],
            body["outcome"],
        )

    @property
    def missed(self) -> bool:
        """Tell whether a retry asks it again."""
        return self.score is not None and self.score < 1 - CLOSE


@dataclass(slots=True)
class Outturn:
    """What finishing found: marks judged now, ledger, what a person must judge, what is gone."""

    judged: dict[str, Mark] = field(default_factory=dict)
    ledger: list[Line] = field(default_factory=list)
    for_teacher: int = 0
    gone: list[str] = field(default_factory=list)

    @property
    def total(self) -> Total:
        """The points of the ledger."""
        return total(_judged(self.ledger))


def close(state: State, parent: list[Line]) -> Outturn:
    """Judge what is not judged yet, drafts included, and count.

    Nothing given is 0 points; nothing given to an open item waits for nobody.
    """
    out = Outturn(ledger=[Line.from_body(line.to_body()) for line in parent])
    lines = {line.item: line for line in out.ledger}
    for item in state.items:
        versions = state.versions(item.item_id)
        if not versions:
            out.gone.append(item.item_id)
            continue
        mark = state.marks.get(item.item_id) or Mark()
        if mark.grade is None:
            own = versions[0]
            grade: Grade | None = None
            if mark.response:
                cleaned, grade = judge(versions, mark.response)
                if not own.is_answered(cleaned):
                    grade = None
            if grade is None and own.scored:
                grade = Grade(score=0.0)
            score = after_hints(grade.score if grade else None, own, mark.hints)
            mark = Mark(mark.response, True, grade, score, mark.hints)
            out.judged[item.item_id] = mark
        if mark.grade is not None and mark.grade.score is None:
            out.for_teacher += 1
        _enter(out.ledger, lines, item, mark, versions[0].outcome)
    return out


def _enter(
    ledger: list[Line], lines: dict[str, Line], item: SittingItem, mark: Mark, outcome: str
) -> None:
    asked_before = lines.get(item.stands_for or item.item_id)
    if asked_before is None:
        root = item.stands_for or item.item_id
        ledger.append(Line(root, item.item_id, item.module_id, item.points, mark.score, outcome))
        return
    asked_before.item = item.item_id
    if mark.score is not None:
        asked_before.score = max(asked_before.score or 0.0, mark.score)


def by_outcome(ledger: list[Line], order: tuple[str, ...]) -> tuple[OutcomeScore, ...]:
    """Return points by outcome, in the course's order, items without one last."""
    place = {outcome: index for index, outcome in enumerate(order)}
    totals = sorted(
        outcome_totals(_judged(ledger)),
        key=lambda one: (one.outcome == "", place.get(one.outcome, len(place)), one.outcome),
    )
    return tuple(OutcomeScore(t.outcome, t.points, t.points_max, t.missed) for t in totals)


def _judged(ledger: list[Line]) -> list[Judged]:
    return [Judged(line.item, line.points, line.score, line.outcome) for line in ledger]
