"""Units in the words of the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.quiz.unit_words import unit_words
from ecolearn.quiz.units import parse_unit


@pytest.mark.parametrize(
    ("written", "english", "russian", "kazakh"),
    [
        ("kWh", "kWh", "кВт·ч", "кВт·сағ"),
        ("kWh/yr", "kWh/yr", "кВт·ч/год", "кВт·сағ/жыл"),
        ("kW*h", "kW·h", "кВт·ч", "кВт·сағ"),
        ("L/day", "L/day", "л/сут", "л/тәул"),
        ("л/сут", "L/day", "л/сут", "л/тәул"),
        ("kg CO2", "kg CO₂", "кг CO₂", "кг CO₂"),
        ("kg CO₂e/kWh", "kg CO₂e/kWh", "кг CO₂-экв./кВт·ч", "кг CO₂-экв./кВт·сағ"),
        ("mg/Nm³", "mg/Nm³", "мг/нм³", "мг/нм³"),
        ("мг/нм3", "mg/Nm³", "мг/нм³", "мг/нм³"),
        ("mg CaCO3/L", "mg CaCO₃/L", "мг CaCO₃/л", "мг CaCO₃/л"),
        ("KZT/kWh", "tenge/kWh", "тенге/кВт·ч", "теңге/кВт·сағ"),
        ("₸", "₸", "₸", "₸"),
        ("pcs", "pcs", "шт.", "дана"),
        ("million t", "million t", "млн т", "млн т"),
        ("thousand ha", "thousand ha", "тыс. га", "мың га"),
        ("billion KZT/yr", "billion tenge/yr", "млрд тенге/год", "млрд теңге/жыл"),
        ("kWh/(kWp·yr)", "kWh/(kWp·yr)", "кВт·ч/(кВтп·год)", "кВт·сағ/(кВтп·жыл)"),
        ("W/(m2*K)", "W/(m²·K)", "Вт/(м²·К)", "Вт/(м²·К)"),
        ("K·d", "K·d", "К·сут", "К·тәул"),
        ("1/min", "1/min", "1/мин", "1/мин"),
        ("s^-1", "s⁻¹", "с⁻¹", "с⁻¹"),
        ("seedlings/ha", "seedlings/ha", "саженцев/га", "көшет/га"),
        ("people", "people", "чел.", "адам"),
        ("°C", "°C", "°C", "°C"),
        ("%", "%", "%", "%"),
        ("", "", "", ""),
        ("blinks/h", "blinks/h", "blinks/ч", "blinks/сағ"),
    ],
)
def test_words(written: str, english: str, russian: str, kazakh: str) -> None:
    assert [unit_words(written, one) for one in ("en", "ru", "kk")] == [english, russian, kazakh]


#: the units of docs/course-format.md and those of the curriculum's calculators and constants
_LINES = (
    "J|MJ|Wh|kWh|TWh|kcal|W|kW|MW|s|min|h|day|d|week|month|year|yr|m|cm|km|m²|ha|L|mL|m³|g|kg|t|°C",
    "K|V|A|Ω|Ah|lm|lx|N|Pa|bar|Hz|mol|tenge|₸|KZT|%|‰|ppm|pcs|people|thousand|million|billion",
    "1/min|1/day|1/week|mL|L/day|L/yr|kWh/yr|W|h/day|KZT/kWh|KZT/yr|kg CO₂/kWh|kg CO2e/kWh",
    "W/(m²·K)|K·d|J/(kg·K)|g/kWh|g CO₂e/kWh|L/min|L/kg|kg/week|cups/week|L/cup|L/load|loads/week",
    "thousand ha|thousand ha/yr|t CO₂e|Gt|Gt CO₂/yr|%/yr|billion people|kWp|kWh/(kWp·yr)|kg CO₂/yr",
    "kWh/kWp|kWh/(m²·yr)|kg/m³|m/s|g/mol|mol/L|mg/L|mg CaCO₃/L|m³/d|kg/d|t/d|kg/t|t CO₂|mg/Nm³",
    "Nm³/h|Nm³/GJ|h/yr|t/yr|million KZT/yr|KZT/t|seedlings/ha|pcs/ha|trees/ha|kg/yr|Mt/yr",
)
KNOWN = sorted({unit for line in _LINES for unit in line.split("|")})


@pytest.mark.parametrize("unit", KNOWN)
def test_what_is_shown_means_the_same(unit: str) -> None:
    meant = parse_unit(unit)
    assert meant is not None
    for language in ("en", "ru", "kk"):
        shown = unit_words(unit, language)
        assert parse_unit(shown) == meant, shown
        assert unit_words(shown, language) == shown
        if language != "en" and unit not in ("ppm",) and "CO" not in unit:
            assert not any("a" <= letter.lower() <= "z" for letter in shown.replace("°C", "")), (
                shown
            )


@given(st.text(max_size=40), st.sampled_from(["kk", "ru", "en", "de"]))
def test_any_text_gives_some_words(text: str, language: str) -> None:
    unit_words(text, language)
