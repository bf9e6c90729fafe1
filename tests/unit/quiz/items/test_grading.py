"""What holds for every type: right solutions, fractions, canonical responses, no surprises."""

from __future__ import annotations

import json
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ecolearn.errors import BadResponse
from ecolearn.quiz.items import BY_NAME, AnyItem
from tests.unit.quiz import items_made

calm = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)
NAMES = ["choice", "choices", "verdict", "reason", "text", "pairs", "bins", "order", "gaps", "rows"]
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["a", "b", "c", "6 kWh"]),
)
names = st.sampled_from([*NAMES, "points", "aspect", "a", "b"])
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
responses = st.one_of(anything, st.dictionaries(names, anything, max_size=6))
every_type = pytest.mark.parametrize("kind", sorted(BY_NAME))


@every_type
@calm
@given(data=st.data())
def test_the_solution_is_right(kind: str, data: st.DataObject) -> None:
    item = data.draw(items_made.items(kind))
    assume(not {code for code, _ in item.faults()} - {"Q101", "Q102", "Q103", "Q115"})
    response = item.clean(item.solution())
    grade = item.grade(response)
    if not item.scored:
        assert grade.verdict == "open"
        return
    assert grade.right, (response, item)
    assert all(grade.parts.values())


@every_type
@calm
@given(data=st.data())
def test_any_json_is_cleaned_or_refused(kind: str, data: st.DataObject) -> None:
    item = data.draw(items_made.items(kind))
    response = data.draw(responses)
    try:
        cleaned = item.clean(response)
    except BadResponse:
        return
    assert item.clean(cleaned) == cleaned
    json.dumps(cleaned, allow_nan=False)
    grade = item.grade(cleaned)
    assert grade.score is None or 0 <= grade.score <= 1
    assert grade.score is None or item.partial or item.type == "open" or grade.score in (0, 1)
    item.is_answered(cleaned)
    for remark in item.remarks(cleaned):
        assert remark.text


@every_type
@calm
@given(data=st.data())
def test_nothing_done_earns_nothing(kind: str, data: st.DataObject) -> None:
    item = data.draw(items_made.items(kind))
    empty = item.empty()
    assert item.clean(empty) == empty
    assert not item.is_answered(empty)
    assert item.grade(empty).score in (0, None)


@every_type
@calm
@given(data=st.data())
def test_items_survive_json_and_name_their_groups(kind: str, data: st.DataObject) -> None:
    item = data.draw(items_made.items(kind))
    assert msgspec.json.decode(msgspec.json.encode(item), type=AnyItem) == item
    json.dumps(item.key())
    shown = item.present(Random(1))
    assert shown == item.present(Random(1))
    assert set(shown) == set(item.groups())
    for ids in shown.values():
        assert len(ids) == len(set(ids))
