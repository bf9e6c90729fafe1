"""Units as people write them in kk, ru and en."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.quiz.units import ONE, Unit, convert, describe, parse_unit


def unit(text: str) -> Unit:
    found = parse_unit(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    "spellings",
    [
        "kWh|kW·h|kW h|kW*h|KWH|кВт·ч|кВтч|кВт ч|кВт-ч|кВт⋅ч|кВт·сағ|кВтсағ|квт·ч|kВт·ч",
        "W|Вт|watt|ватт",
        "lm|лм|lumen|люмен",
        "min|мин|minutes|минут",
        "h|ч|час|сағ|сағат|ч.|сағ.",
        "yr|year|год|лет|жыл",
        "₸|тг|тенге|теңге|KZT",
        "L|l|л|литров",
        "m²|m2|m^2|м²|м2",
        "m³|м³|м3",
        "t|т|тонн|tonnes",
        "°C|ºC|°С|C",
        "%|per cent|пайыз|процент",
        "kg|кг|kg CO2|kg CO₂e|кг CO2-экв|кг СО₂",
        "W/(m²·K)|W/m²K|W/m²·K|W/m² K|Вт/(м²·К)|Вт/м²К",
        "g/kWh|г/кВт·ч|г/(кВт·ч)|г CO2/кВт·ч|g CO₂e/kWh",
        "kWh/yr|кВт·ч/год|кВт·ч в год|kWh per year|кВт·сағ/жыл",
        "mg/L|мг/л",
        "L/min|л/мин|л в минуту",
        "1/min|1 / мин|drips/min|капель/мин|min⁻¹",
        "kW|kWp|кВтп|кВт·п|кВт-пик",
        "kWh/(kW·yr)|kWh/(kWp·yr)|кВт·ч/кВтп·год|кВт·ч/(кВт·п·год)",
        "m³|Nm³|Nm3|нм³|нм^3",
        "mg/m³|mg/Nm³|мг/нм³|мг/нм3",
        "m³/h|Nm³/h|нм³/ч",
        "pcs/ha|seedlings/ha|саженцев/га|көшет/га",
    ],
)
def test_spellings_mean_the_same(spellings: str) -> None:
    assert len({unit(spelling) for spelling in spellings.split("|")}) == 1


@pytest.mark.parametrize(
    ("one", "other", "factor"),
    [
        ("kWh", "MJ", 3.6),
        ("МВт·ч", "кВт·ч", 1000),
        ("TWh", "GWh", 1000),
        ("kcal", "J", 4184),
        ("d", "h", 24),
        ("week", "d", 7),
        ("yr", "d", 365),
        ("yr", "month", 12),
        ("t", "kg", 1000),
        ("m³", "L", 1000),
        ("ha", "m²", 10_000),
        ("%", "ppm", 10_000),
        ("kg/m³", "mg/L", 1000),
        ("млн тг", "тг", 1_000_000),
        ("kW", "W", 1000),
        ("km", "m", 1000),
    ],
)
def test_conversion(one: str, other: str, factor: float) -> None:
    assert convert(1, unit(one), unit(other)) == pytest.approx(factor, rel=1e-12)


def test_temperatures_have_an_offset_alone_but_not_in_products() -> None:
    assert convert(20, unit("°C"), unit("K")) == pytest.approx(293.15)
    assert unit("J/(kg·°C)") == unit("J/(kg·K)")


def test_arithmetic_of_dimensions() -> None:
    assert unit("kW") * unit("h") == unit("kWh")
    assert unit("kWh") / unit("h") == unit("kW")
    assert unit("m") ** 2 == unit("m²")
    assert describe(unit("W/(m²·K)").dimension) == "kg·s⁻³·K⁻¹"
    assert describe(ONE.dimension) == "1"
    with pytest.raises(ValueError, match="is not"):
        convert(1, unit("kW"), unit("kWh"))


@pytest.mark.parametrize(
    "text", ["lampz", "mj", "mw", "6", "kWh 5", "(", "kWh/", "·h", "m^", "**", "1/", "1/2"]
)
def test_what_is_no_unit(text: str) -> None:
    assert parse_unit(text) is None


def test_a_nanometre_is_no_normal_metre() -> None:
    assert unit("nm³").factor == pytest.approx(1e-27)
    assert unit("нм").factor == pytest.approx(1e-9)


def test_nothing_is_the_unit_one() -> None:
    assert parse_unit("") == parse_unit("  ") == ONE


@given(st.text(max_size=70))
def test_reading_never_raises(text: str) -> None:
    parse_unit(text)


@given(st.text(st.sampled_from("kWhВтчмгл·*/()^²23 -.%°C₸"), max_size=16))
def test_reading_unit_like_texts_never_raises(text: str) -> None:
    parse_unit(text)
