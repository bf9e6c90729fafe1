"""Formulas as a line of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.tex_words import readable


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"E = P \cdot t", "E = P · t"),
        (r"E = 2\,\text{kW} \cdot 3\,\text{h} = 6\,\text{kWh}", "E = 2 kW · 3 h = 6 kWh"),
        (r"\frac{a}{b + c}", "a / (b + c)"),
        (r"\frac{n \cdot (P_1 - P_2)}{1000}", "(n · (P₁ - P₂)) / 1000"),
        (r"x^2 + y^{10}", "x² + y¹⁰"),
        (r"T_{max}, a_i", "T_(max), a_i"),
        (r"20\,^\circ\text{C}", "20 °C"),
        (r"\sqrt{2}", "√2"),
        (r"\ce{CO2}", "CO₂"),
        (r"\ce{CaCO3 + 2HCl -> CaCl2 + H2O + CO2}", "CaCO₃ + 2HCl → CaCl₂ + H₂O + CO₂"),
        (r"\ce{SO4^2-}", "SO₄²⁻"),
        (r"\Delta E \approx 5\,\%", "ΔE ≈ 5 %"),
        (r"\text{қуат} \le 9", "қуат ≤ 9"),
        (r"\unknown{x}", "unknown x"),
        ("", ""),
    ],
)
def test_readable(tex: str, said: str) -> None:
    assert readable(tex) == said


@given(st.text(st.sampled_from("\\{}_^&$ abc12+-frcetxt.,"), max_size=40))
def test_never_raises_and_has_one_line(tex: str) -> None:
    assert "\n" not in readable(tex)
