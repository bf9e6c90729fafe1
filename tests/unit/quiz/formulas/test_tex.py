"""Formulas as TeX: what a reader sees in each language, and that the typesetter can show it."""

from __future__ import annotations

import random
import re

import pytest

from ecolearn.content import spoken
from ecolearn.content.tex_words import readable
from ecolearn.quiz.formulas import parse
from tests.unit.quiz.formulas.formulas_made import right


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("a + b - c", "a + b - c"),
        ("a - (b - c)", r"a - \left(b - c\right)"),
        ("(a + b) * c", r"\left(a + b\right) \cdot c"),
        ("a * b / c", r"\frac{a \cdot b}{c}"),
        ("a / b / c", r"\frac{a}{b \cdot c}"),
        ("a / b * c / d", r"\frac{a}{b} \cdot \frac{c}{d}"),
        ("(a + b) / (c - d)", r"\frac{a + b}{c - d}"),
        ("a * (16 / 12) * b", r"a \cdot \frac{16}{12} \cdot b"),
        ("-a * -b", r"{-}a \cdot \left({-}b\right)"),
        ("-a ^ 2", "{-}a^{2}"),
        ("(-a) ^ 2", r"\left({-}a\right)^{2}"),
        ("(a / b) ^ (c + 1)", r"\left(\frac{a}{b}\right)^{c + 1}"),
        ("(1 + r) ^ n - 1", r"\left(1 + r\right)^{n} - 1"),
        ("floor(a / b)", r"\left\lfloor \frac{a}{b}\right\rfloor"),
        ("ceil(a)", r"\left\lceil a\right\rceil"),
        ("abs(a - b)", r"\left\lvert a - b\right\rvert"),
        ("sqrt(a) + exp(-b)", r"\sqrt{a} + e^{{-}b}"),
        ("min(a, b)", r"\min\left(a,\; b\right)"),
        ("sum(p * h) * t", r"\sum p \cdot h \cdot t"),
        ("2 * sum(a + b)", r"2 \cdot \left(\sum \left(a + b\right)\right)"),
        ("pi * d ^ 2", r"\pi \cdot d^{2}"),
        ("v_drip * rows", r"v_{\text{drip}} \cdot \text{number of rows}"),
        ("drips_per_min + η", r"\text{drips per min} + \eta"),
        ("10 [min] * 12345.6", r"10\,\text{min} \cdot 12{,}345.6"),
        ("1e-9 * a", r"1 \cdot 10^{-9} \cdot a"),
        ("10 % * a", r"10\,\% \cdot a"),
        ("(5 [m]) ^ 2", r"\left(5\,\text{m}\right)^{2}"),
    ],
)
def test_tex(text: str, tex: str) -> None:
    assert parse(text).tex({}) == tex


def test_cases_follow_each_other() -> None:
    formula = parse("if(a > 1 and not b <= 2, 5, if(a == 0, b, 0))")
    assert formula.tex({}) == (
        r"\begin{cases} 5 & \text{ if } a > 1 \text{ and } \text{not } \left(b \le 2\right)"
        r"\\ b & \text{ if } a = 0\\ 0 & \text{ otherwise} \end{cases}"
    )
    assert readable(formula.tex({}, "ru")) == "5 если a > 1 и не (b ≤ 2); b если a = 0; 0 иначе"
    assert readable(formula.tex({}, "kk")) == (
        "5 егер a > 1 және (b ≤ 2) емес болса; b егер a = 0 болса; 0 әйтпесе"
    )


@pytest.mark.parametrize("inside", ["min({},n)", "({})/n", "({})^n", "if(n>1,n,{})", "-({}+n)"])
def test_a_deep_formula_is_written_as_fast_as_a_flat_one(inside: str) -> None:
    text = "n"
    for _ in range(18):
        text = inside.format(text)
    assert parse(text).tex({}).count("n") >= 19


def test_symbols_numbers_and_units_are_in_the_language() -> None:
    formula = parse("drips * 0.25 [mL] * 1440 [min/day]")
    symbols = {"drips": "n"}
    assert formula.tex(symbols, "en") == r"n \cdot 0.25\,\text{mL} \cdot 1{,}440\,\text{min/day}"
    assert formula.tex(symbols, "ru") == (r"n \cdot 0{,}25\,\text{мл} \cdot 1440\,\text{мин/сут}")
    assert formula.tex(symbols, "kk").endswith(r"\text{мин/тәул}")


def test_numbers_are_put_in() -> None:
    formula = parse("n * v_drip")
    assert formula.tex_with({"n": "60", "v_drip": "0,25\u00a0мл"}, language="ru") == (
        r"60 \cdot 0{,}25\,\text{мл}"
    )
    assert formula.tex_with({"n": "1\u00a0440"}, {"v_drip": "v"}, "kk") == r"1\,440 \cdot v"
    values = {"a": "−5 °C", "b": "10 %", "c": "25 ₸/кВт·ч", "d": "?"}
    assert parse("a * b - a + c ^ 2 + d").tex_with(values, language="ru") == (
        r"{-}5\,\text{°C} \cdot 10\,\% - \left({-}5\,\text{°C}\right)"
        r" + \left(25\,\text{тенге/кВт·ч}\right)^{2} + \text{?}"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("floor(a / b)", "rounded down: a over b"),
        ("max(a, 2)", "the largest of ( a , 2 )"),
        ("abs(a)", "the absolute value of a"),
        ("sum(p * h)", "the sum of p times h"),
        ("ln(a)", "the natural logarithm of ( a )"),
    ],
)
def test_formulas_can_be_said(text: str, words: str) -> None:
    assert spoken.formula(parse(text).tex({}), "en") == words


ALL = (
    "if(a > 1 and not b <= 2 or a != 3, floor(a / 2), ceil(sqrt(b)) ^ 2) + min(a, b) * max(a, 1)"
    " - round(a, 2) * abs(b) / log10(a) + ln(a) * exp(-b) + sum(x * a) * pi + rows * 5 [kW·h]"
    " - 1e-9 + 3 % + v_drip"
)
#: words of TeX that nobody should have to hear
_UNSAID = re.compile(r"\\|[{}]|lfloor|lceil|lvert|rvert|cases|begin|cdot|lg\b|\bln\b", re.I)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_everything_has_words(language: str) -> None:
    tex = parse(ALL).tex({}, language)
    assert not _UNSAID.search(spoken.formula(tex, language))
    assert "\\" not in readable(tex)
    assert readable(parse("if(a > 1, floor(a), 0)").tex({})) == "⌊a⌋ if a > 1; 0 otherwise"
    assert readable(parse("-a ^ -2 / (b - -0.5)").tex({})) == "(-a⁻²) / (b - (-0.5))"
    assert not re.search(r"[{}]|lfloor|cases|frac", readable(parse("a / 0.5").tex({}, language)))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_everything_can_be_typeset(language: str) -> None:
    from ecolearn.ui.lesson import typeset

    texts = [ALL, "if(a > 1, a, b)", *(right(random.Random(seed), 3) for seed in range(12))]
    for text in texts:
        formula = parse(text)
        values = {"a": "−5 °C", "n": "10 %", "p": "1\u00a0000 кВт·сағ/тәул", "x": "25 ₸"}
        for tex in (formula.tex({}, language), formula.tex_with(values, {}, language)):
            assert typeset.drawing(tex, True).width > 0
