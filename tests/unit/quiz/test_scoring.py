"""Points, hints, outcomes, passing."""

from __future__ import annotations

import pytest

from ecolearn.quiz.items import Open, Single
from ecolearn.quiz.items.base import Hint, Option
from ecolearn.quiz.scoring import Judged, Total, after_hints, outcome_totals, total

ITEM = Single(
    id="a",
    options=(Option(text="x", right=True), Option(text="y")),
    hints=(Hint(text="1"), Hint(text="2", cost=0.25), Hint(text="3", cost=0.5)),
)


@pytest.mark.parametrize(
    ("score", "taken", "wanted"),
    [(1, 0, 1), (1, 1, 1), (1, 2, 0.75), (1, 3, 0.25), (0.5, 2, 0.25), (0.5, 3, 0), (1, 9, 0.25)],
)
def test_hints_cost_their_share_of_the_points(score: float, taken: int, wanted: float) -> None:
    assert after_hints(score, ITEM, taken) == wanted


def test_hints_of_open_items_cost_nothing_here() -> None:
    assert after_hints(None, Open(id="o"), 1) is None


def test_totals_leave_out_what_waits_for_a_person() -> None:
    judged = [
        Judged("a", 2, 0.5, "O1"),
        Judged("b", 1, 1, "O1"),
        Judged("c", 1, 0, ""),
        Judged("d", 5, None, "O1"),
        Judged("e", 5, None, "O1", answered=False),
    ]
    assert total(judged) == Total(2, 4, 1)
    assert total(judged).share == 0.5
    by_outcome = outcome_totals(judged)
    assert [(o.outcome, o.points, o.points_max, o.missed) for o in by_outcome] == [
        ("O1", 2, 3, ("a",)),
        ("", 0, 1, ("c",)),
    ]


def test_passing_does_not_hang_on_rounding() -> None:
    tenths = [Judged(str(i), 0.1, 1 if i < 8 else 0) for i in range(10)]
    assert total(tenths).passes(0.8)
    assert not total(tenths[1:]).passes(0.8)
    assert Total().passes(0.8)
