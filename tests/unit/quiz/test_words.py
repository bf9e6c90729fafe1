"""Short texts that count as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.quiz.words import normal, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Watt", "watt"),
        ("  solar   panel ", "solar panel"),
        ("Ёлка", "елка"),
        ("киловатт‑час", "киловатт–час"),
        ("«Жасыл»", '"жасыл"'),
        ("CO₂", "co2"),
        ("и\u0306од", "йод"),
        ("watt.", "watt"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert same(one, other)


def test_case_and_look_alikes_are_a_choice() -> None:
    assert not same("W", "w", case=True)
    assert not same("СО2", "CO2")
    assert same("СО2", "CO2", lookalikes=True)
    assert not same("қар", "kap", lookalikes=True)


@given(st.text(max_size=30), st.booleans(), st.booleans())
def test_normal_forms_stay(text: str, case: bool, lookalikes: bool) -> None:
    once = normal(text, case=case, lookalikes=lookalikes)
    assert normal(once, case=case, lookalikes=lookalikes) == once
