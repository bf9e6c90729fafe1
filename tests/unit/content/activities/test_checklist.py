"""Checklists: what is kept, when one is done, what is wrong with one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.activities import Checklist, World
from ecolearn.content.activities.checklist import LONGEST_NOTE, Entry, Group
from ecolearn.errors import BadResponse


def entry(name: str) -> Entry:
    return Entry(id=name, text={"en": name})


WALK = Checklist(
    id="walk",
    title={"en": "Walk"},
    groups=(
        Group(title={"en": "Windows"}, entries=(entry("draught"), entry("closed"))),
        Group(entries=(entry("lamps"),)),
    ),
    enough=2,
)

anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["ticked", "notes", "draught", "lamps", "x"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)


@given(anything)
def test_any_state_is_cleaned_or_refused(state: Any) -> None:
    try:
        cleaned = WALK.clean(state)
    except BadResponse:
        return
    assert WALK.clean(cleaned) == cleaned
    assert set(cleaned["ticked"]) <= {"draught", "closed", "lamps"}


def test_ticks_stand_in_the_order_of_the_list_and_unknown_ones_go() -> None:
    state = {"ticked": ["lamps", "gone", "draught"], "notes": {"lamps": " nine ", "gone": "x"}}
    assert WALK.clean(state) == {"ticked": ["draught", "lamps"], "notes": {"lamps": "nine"}}


def test_a_long_note_is_cut() -> None:
    cleaned = WALK.clean({"ticked": [], "notes": {"lamps": "a" * 5_000}})
    assert len(cleaned["notes"]["lamps"]) == LONGEST_NOTE


@pytest.mark.parametrize(("ticked", "done"), [([], False), (["lamps"], False), (["a", "b"], True)])
def test_it_is_done_with_enough_ticks(ticked: list[str], done: bool) -> None:
    assert WALK.is_done({"ticked": ticked}) is done


def test_without_a_number_all_of_it_is_needed() -> None:
    every = msgspec.structs.replace(WALK, enough=0)
    assert every.needed == 3
    assert not every.is_done({"ticked": ["draught", "closed"]})


def test_what_is_wrong_with_a_list() -> None:
    empty = msgspec.structs.replace(WALK, groups=())
    assert [code for code, _, _ in empty.faults(World())] == ["A501", "A502"]
    twice = msgspec.structs.replace(WALK, groups=(*WALK.groups, Group(entries=(entry("lamps"),))))
    ((code, path, facts),) = twice.faults(World())
    assert (code, path, facts) == ("A011", ("groups", 2, "entries", 0, "id"), {"id": "lamps"})
    assert list(WALK.faults(World())) == []
