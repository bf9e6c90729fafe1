"""From grades to points: hints, totals, outcomes, passing. Plain arithmetic on plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ecolearn.quiz.items.base import Hint, Item

#: shares that differ by less count as the same
CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Judged:
    """An item of a sitting as it was judged. `score` is 0–1 after hints; None where a person
    must judge. `answered` tells whether there is anything for that person."""

    item_id: str
    points: float
    score: float | None
    outcome: str = ""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Total:
    """Points of a sitting over what a machine can judge; `for_teacher` counts the answers that
    wait for a person."""

    points: float = 0.0
    points_max: float = 0.0
    for_teacher: int = 0

    @property
    def share(self) -> float:
        """Return the fraction 0–1 of the points; 0 where there were none to be had."""
        return min(1.0, self.points / self.points_max) if self.points_max else 0.0

    def passes(self, pass_mark: float) -> bool:
        """Tell whether the share reaches `pass_mark` (0–1). A sitting without anything a machine
        can judge passes."""
        if not self.points_max:
            return True
        return self.share >= pass_mark - CLOSE


@dataclass(frozen=True, slots=True)
class OutcomeTotal:
    """Points in one learning outcome ("" = items without one), and the ids of items that were
    not entirely right."""

    outcome: str
    points: float
    points_max: float
    missed: tuple[str, ...] = ()


def hint_cost(hints: tuple[Hint, ...], taken: int) -> float:
    """Return the share of an item's points that the first `taken` hints cost, 0–1."""
    return min(1.0, sum(hint.cost for hint in hints[: max(0, taken)]))


def after_hints(score: float | None, item: Item, taken: int) -> float | None:
    """Return `score` (0–1) less what hints cost, never below 0. The cost is a share of the item's
    points, not of the score: half right with a hint of 25 % gives 25 %."""
    if score is None:
        return None
    return max(0.0, score - hint_cost(item.hints, taken))


def total(judged: Iterable[Judged]) -> Total:
    """Add up a sitting."""
    points = points_max = 0.0
    waiting = 0
    for one in judged:
        if one.score is None:
            waiting += one.answered
        else:
            points += one.score * one.points
            points_max += one.points
    return Total(points, points_max, waiting)


def outcome_totals(judged: Iterable[Judged]) -> list[OutcomeTotal]:
    """Add up a sitting by outcome, in the order in which outcomes first occur."""
    found: dict[str, list[Judged]] = {}
    for one in judged:
        if one.score is not None:
            found.setdefault(one.outcome, []).append(one)
    totals = []
    for outcome, ones in found.items():
        sums = total(ones)
        missed = tuple(o.item_id for o in ones if o.score is not None and o.score < 1 - CLOSE)
        totals.append(OutcomeTotal(outcome, sums.points, sums.points_max, missed))
    return totals
