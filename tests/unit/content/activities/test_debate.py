"""Debates: dealing roles, what is kept, what is wrong with one."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities import Debate, World
from ecolearn.content.activities.debate import MOST_GROUPS, Role, Round
from ecolearn.content.model import Fact
from ecolearn.errors import BadResponse

ROLES = tuple(
    Role(id=name, name={"en": name}, brief={"en": "You."}, arguments=({"en": "Because."},))
    for name in ("seller", "herder", "mayor")
)
DEBATE = Debate(
    id="bags",
    title={"en": "Bags"},
    question={"en": "Shall we?"},
    roles=ROLES,
    rounds=(Round(title={"en": "One"}, minutes=5), Round(title={"en": "Two"}, minutes=10)),
)


@given(st.integers(-1, 40), st.integers())
def test_roles_are_dealt_evenly(groups: int, seed: int) -> None:
    dealt = DEBATE.deal(groups, Random(seed))
    assert len(dealt) == max(0, min(groups, MOST_GROUPS))
    counts = Counter(dealt)
    if len(dealt) >= len(ROLES):
        assert max(counts.values()) - min(counts[role.id] for role in ROLES) <= 1
    else:
        assert max(counts.values(), default=1) == 1


def test_the_same_seed_deals_the_same_roles() -> None:
    assert DEBATE.deal(6, Random("a")) == DEBATE.deal(6, Random("a"))
    assert len({tuple(DEBATE.deal(6, Random(n))) for n in range(20)}) > 3


def test_without_roles_nothing_is_dealt() -> None:
    empty = Debate(id="d", title={}, question={"en": "?"}, roles=())
    assert empty.deal(4, Random(1)) == []


def test_a_state_is_kept_within_bounds() -> None:
    odd = {"role": "herder", "before": -4, "after": 77.2, "round": 9, "left": 1e9, "else": 1}
    kept = DEBATE.clean(odd)
    assert kept == {"role": "herder", "before": 0, "after": 10, "round": 1, "left": 600}
    assert DEBATE.is_done(kept)
    assert DEBATE.score(kept) is None


def test_roles_that_are_gone_are_left_out() -> None:
    assert DEBATE.clean({"role": "x", "dealt": ["x", "mayor", 3], "deals": 2}) == {
        "dealt": ["mayor"],
        "deals": 2,
    }


@pytest.mark.parametrize("odd", [None, 3, {"before": "5"}, {"after": None}, {"dealt": "mayor"}])
def test_what_is_no_state_is_refused(odd: Any) -> None:
    with pytest.raises(BadResponse):
        DEBATE.clean(odd)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["mayor", "x"]),
    lambda inner: st.lists(inner, max_size=4),
)


@given(
    st.dictionaries(
        st.sampled_from(["role", "before", "after", "dealt", "deals", "round", "left"]), values
    )
)
def test_any_state_is_cleaned_or_refused(odd: Any) -> None:
    try:
        cleaned = DEBATE.clean(odd)
    except BadResponse:
        return
    assert DEBATE.clean(cleaned) == cleaned


def test_it_is_done_when_both_answers_are_given() -> None:
    assert not DEBATE.is_done(DEBATE.clean({"before": 3}))
    assert DEBATE.is_done(DEBATE.clean({"before": 3, "after": 3}))


def test_faults_name_their_place() -> None:
    doubtful = Fact(id="F-D", grade="D", source="A rumour", text={"en": "?"})
    silent = Role(id="mayor", name={"en": "Mayor"}, brief={"en": "You."}, facts=("F-D",))
    debate = Debate(id="d", title={}, question={"en": "?"}, roles=(*ROLES, silent), facts=("F-9",))
    found = [(code, path) for code, path, _ in debate.faults(World(facts={"F-D": doubtful}))]
    assert found == [
        ("A011", ("roles", 3, "id")),
        ("A603", ("roles", 3, "id")),
        ("A601", ("facts", 0)),
        ("A602", ("roles", 3, "facts", 0)),
    ]
    assert list(DEBATE.faults(World())) == []
