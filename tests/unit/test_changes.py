"""What acts have changed, put together."""

from __future__ import annotations

import pytest

from ecolearn.changes import Changes

PARTS = (
    Changes(learners=True),
    Changes(library=True),
    Changes(progress=frozenset({"energy"})),
    Changes(attempt_id="aa"),
    Changes(diary=True),
)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_a_change_and_stays_one_beside_others(part: Changes) -> None:
    assert part
    assert Changes() | part == part | Changes() == part


def test_together_they_are_all_of_it() -> None:
    total = Changes()
    assert not total
    for part in PARTS:
        total |= part
    assert total == Changes(True, True, frozenset({"energy"}), "aa", True)
