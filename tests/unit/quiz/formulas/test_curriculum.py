"""The calculators of the courses as an author writes them, with the results they must give.

Values and formulas: the curriculum, section 9; constants with their ranges: its section 10. Results
agree within 0.5 %. No formula holds a 1000 or 1440: units are converted by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from ecolearn.quiz.formulas import FormulaError, Quantity, parse

Given = str | Quantity
Scope = Mapping[str, Given]
TOLERANCE = 0.005


def quantity(text: Given) -> Quantity:
    """Return "0.25 (0.05–0.35) mL", "60 1/min" or "3"."""
    if isinstance(text, Quantity):
        return text
    number, _, unit = text.partition(" ")
    if not unit.startswith("("):
        return Quantity.of(float(number), unit)
    ends, _, unit = unit.partition(" ")
    low, _, high = ends.strip("()").partition("–")
    return Quantity.of(float(number), unit, float(low), float(high))


def result(
    formula: str, unit: str, scope: Scope, rows: Sequence[Scope] = ()
) -> tuple[float, float, float]:
    """Return value, low and high in `unit`; what `unit` finds beforehand must agree."""
    names = {name: quantity(one) for name, one in scope.items()}
    table = [{name: quantity(one) for name, one in row.items()} for row in rows]
    found = parse(formula).evaluate(names, table)
    assert found.low <= found.value <= found.high
    return found.in_unit(unit)


def value(formula: str, unit: str, scope: Scope, rows: Sequence[Scope] = ()) -> float:
    return result(formula, unit, scope, rows)[0]


def about(*numbers: float) -> object:
    return pytest.approx(numbers if len(numbers) > 1 else numbers[0], rel=TOLERANCE)


EF_GRID = "0.80 (0.53–0.82) kg CO₂/kWh"


def test_drip() -> None:
    scope = {"drips": "60 1/min", "v_drip": "0.25 (0.05–0.35) mL"}
    assert result("drips * v_drip", "L/day", scope) == about(21.6, 4.32, 30.24)
    assert value("drips * v_drip", "L/yr", scope) == about(7884)


def test_home_energy() -> None:
    rows = [{"p": "5 W", "n": "1", "h": "24 h/d", "days": "365 d"}]
    assert value("sum(p * n * h * days)", "kWh", {}, rows) == about(43.8)
    rows.append({"p": "2000 W", "n": "1", "h": "0.25 h/d", "days": "365 d"})
    assert value("sum(p * n * h * days)", "kWh", {}, rows) == about(43.8 + 182.5)


LAMPS = {
    "n": "10 pcs",
    "p_old": "60 W",
    "p_new": "9 W",
    "h": "3 h/day",
    "ef_grid": EF_GRID,
    "tariff": "25 KZT/kWh",
    "price": "900 KZT",
}


def test_lamps() -> None:
    saved = "n * (p_old - p_new) * h"
    assert value(saved, "kWh/yr", LAMPS) == about(558.45)
    assert result(f"{saved} * ef_grid", "kg CO2/yr", LAMPS) == about(446.8, 296.0, 457.9)
    assert value(f"{saved} * tariff", "KZT/yr", LAMPS) == about(13961)
    assert value(f"n * price / ({saved} * tariff)", "yr", LAMPS) == about(0.645)


def test_kettle() -> None:
    scope = {"m": "1.5 kg", "c": "4186 J/(kg·K)", "dT": "85 K", "η": "85 %"}
    assert value("m * c * dT / η", "kWh", scope) == about(0.1744)


def test_heat_loss() -> None:
    scope = {
        "u_old": "2.8 W/(m²·K)",
        "u_new": "1.4 W/(m²·K)",
        "a": "6 m²",
        "hdd": "5800 (5500–6200) K·d",
        "η": "0.9",
        "ef": "0.202 kg/kWh",
    }
    saved = "(u_old - u_new) * a * hdd"
    assert result(saved, "kWh", scope) == about(1169.3, 1108.8, 1249.9)
    assert value(f"{saved} / η", "kWh", scope) == about(1299.2)
    assert value(f"{saved} / η * ef", "kg", scope) == about(262.4)
    days = {"t_in": "20 °C", "t_out": "-6.5 °C", "z": "219 d"}
    assert value("(t_in - t_out) * z", "K·d", days) == about(5803.5)


def test_mix() -> None:
    shares = {"coal": 66.7, "gas": 20.5, "hydro": 7.7, "wind": 3.5, "solar": 1.6}
    factors = {"coal": 820, "gas": 490, "hydro": 24, "wind": 11, "solar": 45}
    rows = [{"share": f"{shares[one]} %", "ef": f"{factors[one]} g/kWh"} for one in shares]
    assert value("sum(share * ef)", "g CO2/kWh", {}, rows) == pytest.approx(650, abs=2)
    assert value("sum(share) == 100 %", "", {}, rows) == 1


def test_water_footprint() -> None:
    scope = {
        "shower": "8 min/day",
        "flow": "9 L/min",
        "flushes": "5 1/day",
        "l_flush": "6 L",
        "tap": "6 min/day",
        "flow_tap": "6 L/min",
        "loads": "3 1/week",
        "l_load": "50 L",
    }
    direct = "shower * flow + flushes * l_flush + tap * flow_tap + loads * l_load"
    assert value(direct, "L/day", scope) == about(159.4)
    food = {
        "beef": (0.5, 15415),
        "chicken": (0.5, 4330),
        "bread": (2, 1608),
        "potatoes": (1.5, 387),
        "vegetables": (2, 322),
        "apples": (1, 822),
    }
    rows = [{"amount": f"{kg} kg/week", "wf": f"{wf} L/kg"} for kg, wf in food.values()]
    scope |= {"cups": "21 cups/week", "wf_tea": "27 L/cup"}
    virtual = "sum(amount * wf) + cups * wf_tea"
    assert value(virtual, "L/day", scope, rows) == about(2243.1)
    share = f"({direct}) / ({direct} + {virtual})"
    assert value(share, "%", scope, rows) == pytest.approx(6.6, abs=0.05)


def test_saxaul() -> None:
    scope = {
        "target": "1100 thousand ha",
        "done": "475 thousand ha",
        "plan": "428 тыс. га",
        "years": "4 yr",
    }
    assert value("done / target", "%", scope) == about(43.2)
    assert value("(done + plan) / target", "%", scope) == about(82.1)
    assert value("target - done - plan", "thousand ha", scope) == about(197)
    assert value("done / years", "thousand ha/yr", scope) == about(118.75)
    assert value("plan / (done / years)", "yr", scope) == about(3.60)


def test_landfill_gas() -> None:
    scope = {"W": "1 t", "DOC": "0.15", "DOCf": "0.5", "MCF": "1", "F": "0.5", "R": "0", "OX": "0"}
    methane = "W * DOC * DOCf * MCF * F * (16/12) * (1 - R) * (1 - OX)"
    assert value(methane, "t", scope) == about(0.05)
    assert value(f"{methane} * gwp", "t", {**scope, "gwp": "28"}) == about(1.40)
    assert value(f"{methane} * gwp", "t", {**scope, "gwp": "27"}) == about(1.35)
    assert result(methane, "t", {**scope, "OX": "0 (0–0.1)"}) == about(0.05, 0.045, 0.05)


def test_sorting_game() -> None:
    scope = {"wrong": "1 pcs", "dry": "10 pcs", "items": "20"}
    assert value("wrong / dry", "%", scope) == about(10)
    assert value("items >= 20 and wrong / dry <= 5 %", "", scope) == 0


@pytest.mark.parametrize(
    ("budget", "years", "line", "rate"),
    [("130 Gt", 3.07, 6.13, 32.6), ("870 Gt", 20.5, 41.0, 4.87)],
)
def test_carbon_budget(budget: str, years: float, line: float, rate: float) -> None:
    scope = {"B": budget, "E": "42.4 Gt CO2/yr"}
    assert value("B / E", "yr", scope) == about(years)
    assert value("2 * B / E", "yr", scope) == about(line)
    assert value("E / B", "%/yr", scope) == about(rate)


def test_share_of_the_carbon_budget() -> None:
    scope = {"B": "870 Gt CO2", "E": "42.4 Gt CO2/yr", "world": "8.2 billion people"}
    scope |= {"pop": "20.29 million people", "late": "2 yr"}
    assert value("pop / world", "%", scope) == about(0.2474)
    assert value("B * pop / world", "Gt", scope) == about(2.153)
    assert value("max(0, B - E * late)", "Gt", scope) == about(785.2)


ROOF = {
    "length": "10 m",
    "width": "8 m",
    "usable": "60 %",
    "a_panel": "2.0 m²",
    "p_panel": "0.40 kWp",
    "yield": "1300 (1100–1450) kWh/(kWp·yr)",
    "f": "1",
    "shading": "0 %",
    "ef_grid": EF_GRID,
    "demand": "3000 kWh/yr",
}


def test_solar_roof() -> None:
    area = "length * width * usable"
    panels = f"floor({area} / a_panel)"
    energy = f"{panels} * p_panel * yield * f * (1 - shading)"
    assert value(area, "m²", ROOF) == about(48)
    assert value(panels, "pcs", ROOF) == 24
    assert value(f"{panels} * p_panel", "kWp", ROOF) == about(9.6)
    assert result(energy, "kWh/yr", ROOF) == about(12480, 10560, 13920)
    assert value(f"{energy} * ef_grid", "kg CO2/yr", ROOF) == about(9984)
    assert value("demand / yield", "kWp", ROOF) == about(2.31)
    assert value("ceil(demand / yield / p_panel)", "", ROOF) == 6
    money = {**ROOF, "cost": "3120000 KZT", "self_use": "50 %", "tariff": "25 KZT/kWh"}
    assert value(f"cost / ({energy} * self_use * tariff)", "yr", money) == about(20)


def test_wind() -> None:
    scope = {"ρ": "1.225 kg/m³", "d": "20 m", "v": "7 m/s", "Cp": "0.40", "η": "0.90"}
    power = "1/2 * ρ * pi * (d/2)² * v³ * Cp * η"
    assert value(power, "kW", scope) == about(23.76)
    assert value(power, "kW", {**scope, "v": "3.5 m/s"}) == about(2.97)
    assert value("Cp <= 16/27", "", scope) == 1
    assert value("Cp <= 0.593", "", {**scope, "Cp": "0.6"}) == 0


def test_e_factor_and_atom_economy() -> None:
    scope = {"inputs": "120 kg", "product": "40 kg", "recovered": "50 kg"}
    # 30 kg of 40: the product itself is no waste
    assert value("(inputs - product - recovered) / product", "", scope) == about(0.75)
    aspirin = {"m": "180.16 g/mol", "a": "138.12 g/mol", "b": "102.09 g/mol"}
    assert value("m / (a + b)", "%", aspirin) == about(75.0)


MINE = {
    "Q": "1000 m³/d",
    "pH": "3.0",
    "fe2": "50 mg/L",
    "fe3": "10 mg/L",
    "al": "20 mg/L",
    "mn": "5 mg/L",
    "zn": "10 mg/L",
    "cu": "2 mg/L",
    "p": "90 %",
    "u": "80 %",
    "s": "3 %",
}


def test_mine_water() -> None:
    acidity = (
        "50 [g/mol] * (2*fe2/55.85 [g/mol] + 3*fe3/55.85 [g/mol] + 3*al/26.98 [g/mol]"
        " + 2*mn/54.94 [g/mol] + 2*zn/65.38 [g/mol] + 2*cu/63.55 [g/mol] + 10^(-pH) * 1 [mol/L])"
    )
    assert value(acidity, "mg CaCO3/L", MINE) == about(305.1)
    assert value(f"Q * {acidity}", "kg/d", MINE) == about(305.1)
    lime = f"Q * {acidity} * 0.7402"
    assert value(lime, "kg/d", MINE) == about(225.9)
    assert value(f"{lime} / (p * u)", "kg/d", MINE) == about(313.7)


def test_sludge_of_mine_water() -> None:
    metals = {
        "Fe": (60, 1, 1.9135),
        "Al": (20, 0.5, 2.8910),
        "Mn": (5, 1, 1.6190),
        "Zn": (10, 0.5, 1.5203),
        "Cu": (2, 0.1, 1.5352),
    }
    rows = [
        {"c_in": f"{c_in} mg/L", "c_out": f"{c_out} mg/L", "f": str(f)}
        for c_in, c_out, f in metals.values()
    ]
    removed = "Q * sum(c_in - c_out)"
    dry = "Q * sum((c_in - c_out) * f)"
    assert value(removed, "kg/d", MINE, rows) == about(93.9)
    assert value(dry, "kg/d", MINE, rows) == about(193.1)
    assert value(f"{dry} / s", "t/d", MINE, rows) == about(6.44)
    balance = f"Q * sum(c_in) == Q * sum(c_out) + {removed}"
    assert value(balance, "", MINE, rows) == 1


def test_slag() -> None:
    scope = {"m": "1000 t", "share": "0.50", "ef_cement": "850 kg/t", "ef_slag": "67 kg/t"}
    assert value("m * share * (ef_cement - ef_slag)", "t CO2", scope) == about(391.5)


def test_oxygen_correction() -> None:
    scope = {"c": "250 mg/Nm³", "ref": "6 %", "meas": "8 %"}
    corrected = "c * (21 % - ref) / (21 % - meas)"
    assert value(corrected, "mg/Nm³", scope) == about(288.5)
    with pytest.raises(FormulaError, match="divided_by_zero"):
        value(corrected, "mg/Nm³", {**scope, "meas": "21 %"})


BAT = {
    "V": "1000000 Nm³/h",
    "h": "7000 h/yr",
    "c1": "200 mg/Nm³",
    "c2": "10 mg/Nm³",
    "capex": "5000000000 KZT",
    "opex": "300000000 KZT/yr",
    "r": "10 %",
    "n": "15",
}


def test_bat() -> None:
    assert value("c1 * V * h", "t/yr", BAT) == about(1400)
    assert value("c2 * V * h", "t/yr", BAT) == about(70)
    avoided = "(c1 - c2) * V * h"
    assert value(avoided, "t/yr", BAT) == about(1330)
    annuity = "r * (1 + r)^n / ((1 + r)^n - 1)"
    assert value(annuity, "", BAT) == about(0.13147)
    yearly = f"capex * {annuity} / 1 [yr] + opex"
    assert value(yearly, "million KZT/yr", BAT) == about(957.4)
    assert value(f"({yearly}) / ({avoided})", "KZT/t", BAT) == about(719_826)


def test_planting() -> None:
    scope = {
        "planted": "500 pcs",
        "survival": "0.27",
        "target": "350 pcs",
        "density": "1493 pcs/ha",
    }
    assert value("planted * survival", "pcs", scope) == about(135)
    range_sown = {**scope, "survival": "26 (25–27) %"}
    assert result("planted * survival", "pcs", range_sown) == about(130, 125, 135)
    well_tended = {**scope, "survival": "0.70"}
    assert value("ceil(target / survival)", "pcs", well_tended) == 500
    assert value("planted / density", "ha", scope) == about(0.335)
    water = {**scope, "l": "3 L", "times": "4"}
    assert value("planted * survival * l * times", "m³", water) == about(1.62)


def test_a_power_is_not_added_to_an_energy() -> None:
    with pytest.raises(FormulaError) as caught:
        value("kettle + lamp", "kWh", {"kettle": "2 kW", "lamp": "1 kWh"})
    assert caught.value.code == "units_differ"
    assert caught.value.facts == {"left": "W", "right": "J"}
