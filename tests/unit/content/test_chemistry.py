"""Chemistry in formulas, and formulas in words."""

from __future__ import annotations

import pytest

from ecolearn.content import chemistry, spoken


@pytest.mark.parametrize(
    ("source", "tex"),
    [
        ("H2O", r"\mathrm{H}_{2}\mathrm{O}"),
        ("SO4^2-", r"\mathrm{SO}_{4}^{2−}"),
        ("O2^{2-}", r"\mathrm{O}_{2}^{2−}"),
        ("Na+", r"\mathrm{Na}^{+}"),
        ("NH4+", r"\mathrm{NH}_{4}^{+}"),
        ("2H+", r"2\,\mathrm{H}^{+}"),
        ("Fe(OH)3", r"\mathrm{Fe}(\mathrm{OH})_{3}"),
        ("[Cu(NH3)4]^2+", r"[\mathrm{Cu}(\mathrm{NH}_{3})_{4}]^{2+}"),
        ("PM2.5", r"\mathrm{PM}_{2.5}"),
        ("CH2=CH2", r"\mathrm{CH}_{2}=\mathrm{CH}_{2}"),
        ("C#C", r"\mathrm{C}\equiv \mathrm{C}"),
        ("CuSO4 * 5 H2O", r"\mathrm{CuSO}_{4}\cdot 5\,\mathrm{H}_{2}\mathrm{O}"),
        ("CuSO4.5H2O", r"\mathrm{CuSO}_{4}\cdot 5\,\mathrm{H}_{2}\mathrm{O}"),
        ("^{14}_{6}C", r"{}^{14}_{6}\mathrm{C}"),
        ("NaCl(aq)", r"\mathrm{NaCl}(\mathrm{aq})"),
        (
            "N2 + 3 H2 <=> 2 NH3",
            r"\mathrm{N}_{2} + 3\,\mathrm{H}_{2}\;\rightleftharpoons\;2\,\mathrm{NH}_{3}",
        ),
        (
            "CO2 ->[жарық] O2",
            r"\mathrm{CO}_{2}\;\xrightarrow{\;\text{жарық}\;}\;\mathrm{O}_{2}",
        ),
        ("CaCO3 v", r"\mathrm{CaCO}_{3}\downarrow"),
        ("CO2 ^", r"\mathrm{CO}_{2}\uparrow"),
    ],
)
def test_what_teachers_write_becomes_tex(source: str, tex: str) -> None:
    assert chemistry.formula(source) == tex


def test_only_chemistry_is_rewritten() -> None:
    tex = r"E = \frac{m}{M}\cdot\ce{CO2} + x_2"
    assert chemistry.rewrite(tex) == r"E = \frac{m}{M}\cdot{\mathrm{CO}_{2}} + x_2"
    assert chemistry.rewrite(r"a^2 + b^2") == r"a^2 + b^2"


@pytest.mark.parametrize(
    "source", ["", "^", "_", "{", "}", "->", "<=>[", "$", "\\", "^{", "()", "+-+-", "H" * 500, "₂→"]
)
def test_nonsense_never_raises(source: str) -> None:
    chemistry.formula(source)
    chemistry.rewrite("\\ce{" + source)
    chemistry.rewrite("\\ce{" + source + "}")


@pytest.mark.parametrize(
    ("tex", "language", "words"),
    [
        (r"E = P \cdot t", "en", "E equals P times t"),
        (r"E = P \cdot t", "ru", "E равно P умножить на t"),
        (r"E = P \cdot t", "kk", "E тең P көбейту t"),
        (r"\frac{a}{b}", "en", "a over b"),
        (r"x^2", "ru", "x в квадрате"),
        (r"\sqrt{2}", "en", "the square root of 2"),
        (r"2\,\text{kW}", "en", "2 kW"),
        (r"0{,}5", "ru", "0,5"),
        (r"20\,^{\circ}\text{C}", "en", "20 degrees C"),
        (r"\ce{CO2}", "en", "C O 2"),
    ],
)
def test_formulas_are_spoken(tex: str, language: str, words: str) -> None:
    assert spoken.formula(tex, language) == words


@pytest.mark.parametrize("tex", ["", "\\", "{", "\\frac{1", "^^^", "{" * 900, "\\sqrt", "x_"])
def test_speaking_nonsense_never_raises(tex: str) -> None:
    assert isinstance(spoken.formula(tex, "xx"), str)
