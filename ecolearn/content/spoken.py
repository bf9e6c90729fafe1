"""What a screen reader says: formulas in words, inline text and blocks as plain sentences.

A simple verbaliser: it names signs, fractions, roots, indices and powers in the language of the
lesson. What it does not know it leaves as letters. Never raises.
"""

from __future__ import annotations

import re

from ecolearn.content.blocks import Inline, MathRun

#: sign → words, by language
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "=": "equals",
        "+": "plus",
        "-": "minus",
        "cdot": "times",
        "times": "times",
        "div": "divided by",
        ":": "divided by",
        "/": "divided by",
        "pm": "plus or minus",
        "approx": "is about",
        "le": "is at most",
        "ge": "is at least",
        "<": "is less than",
        ">": "is greater than",
        "ne": "does not equal",
        "to": "gives",
        "rightleftharpoons": "is in balance with",
        "infty": "infinity",
        "circ": "degrees",
        "%": "per cent",
        "sum": "the sum of",
        "Delta": "change of",
        "frac": "{0} over {1}",
        "sqrt": "the square root of {0}",
        "lfloor": "rounded down:",
        "rfloor": "",
        "lceil": "rounded up:",
        "rceil": "",
        "lvert": "the absolute value of",
        "rvert": "",
        "min": "the smallest of",
        "max": "the largest of",
        "ln": "the natural logarithm of",
        "lg": "the common logarithm of",
        "log": "the logarithm",
        "squared": "squared",
        "cubed": "cubed",
        "power": "to the power of {0}",
        "index": "with index {0}",
        "formula": "formula that cannot be shown: {0}",
    },
    "ru": {
        "=": "равно",
        "+": "плюс",
        "-": "минус",
        "cdot": "умножить на",
        "times": "умножить на",
        "div": "разделить на",
        ":": "разделить на",
        "/": "разделить на",
        "pm": "плюс-минус",
        "approx": "примерно равно",
        "le": "не больше",
        "ge": "не меньше",
        "<": "меньше",
        ">": "больше",
        "ne": "не равно",
        "to": "даёт",
        "rightleftharpoons": "в равновесии с",
        "infty": "бесконечность",
        "circ": "градусов",
        "%": "процентов",
        "sum": "сумма",
        "Delta": "изменение",
        "frac": "{0} делить на {1}",
        "sqrt": "квадратный корень из {0}",
        "lfloor": "округлённое вниз:",
        "rfloor": "",
        "lceil": "округлённое вверх:",
        "rceil": "",
        "lvert": "модуль",
        "rvert": "",
        "min": "наименьшее из",
        "max": "наибольшее из",
        "ln": "натуральный логарифм",
        "lg": "десятичный логарифм",
        "log": "логарифм",
        "squared": "в квадрате",
        "cubed": "в кубе",
        "power": "в степени {0}",
        "index": "с индексом {0}",
        "formula": "формула, которую не удалось показать: {0}",
    },
    "kk": {
        "=": "тең",
        "+": "қосу",
        "-": "минус",
        "cdot": "көбейту",
        "times": "көбейту",
        "div": "бөлу",
        ":": "бөлу",
        "/": "бөлу",
        "pm": "плюс-минус",
        "approx": "шамамен тең",
        "le": "кіші немесе тең",
        "ge": "үлкен немесе тең",
        "<": "кіші",
        ">": "үлкен",
        "ne": "тең емес",
        "to": "береді",
        "rightleftharpoons": "тепе-теңдікте",
        "infty": "шексіздік",
        "circ": "градус",
        "%": "пайыз",
        "sum": "қосынды",
        "Delta": "өзгеріс",
        "frac": "алымы {0}, бөлімі {1}",
        "sqrt": "{0} санының квадрат түбірі",
        "lfloor": "төмен дөңгелектелген:",
        "rfloor": "",
        "lceil": "жоғары дөңгелектелген:",
        "rceil": "",
        "lvert": "модулі:",
        "rvert": "",
        "min": "ең кішісі:",
        "max": "ең үлкені:",
        "ln": "натурал логарифм",
        "lg": "ондық логарифм",
        "log": "логарифм",
        "squared": "квадраты",
        "cubed": "кубы",
        "power": "{0} дәрежесі",
        "index": "индексі {0}",
        "formula": "көрсету мүмкін болмаған формула: {0}",
    },
}
_SAME = {
    "leq": "le",
    "geq": "ge",
    "neq": "ne",
    "rightarrow": "to",
    "longrightarrow": "to",
    "Rightarrow": "to",
    "degree": "circ",
    "leftrightarrow": "rightleftharpoons",
}
_SILENT = {
    *("left", "right", "quad", "qquad", "displaystyle", "limits", "begin", "end", "big", "Big"),
    *("bigl", "bigr", "underbrace", "overline", "vec", "mathstrut", "nonumber", "hspace"),
}
_GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "eta": "η",
    "theta": "θ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "varphi": "φ",
    "phi": "φ",
    "omega": "ω",
    "Omega": "Ω",
    "varepsilon": "ε",
    "epsilon": "ε",
}
_TEXT = {"text", "mathrm", "textrm", "textit", "textbf", "mathbf", "mathit", "operatorname"}
_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|(\d+(?:(?:\{,\}|[.,])\d+)?)|(\S)", re.S)
_MAX = 1_500


def formula(tex: str, language: str) -> str:
    """Return TeX in words: `E = P \\cdot t` is "E equals P times t"."""
    words = _WORDS.get(language, _WORDS["en"])
    try:
        spoken = _Reader(tex[:_MAX], words).all()
    except RecursionError:
        spoken = tex
    return re.sub(r"\s+", " ", spoken).strip()


def bad_formula(tex: str, language: str) -> str:
    """Return the note on a formula that cannot be typeset."""
    return _WORDS.get(language, _WORDS["en"])["formula"].format(" ".join(tex.split())[:200])


def inline(text: Inline, language: str) -> str:
    """Return inline text with its formulas in words."""
    out = [formula(run.tex, language) if isinstance(run, MathRun) else run.text for run in text]
    return "".join(out).replace("\n", " ")


class _Reader:
    """Reads TeX from left to right."""

    def __init__(self, tex: str, words: dict[str, str]) -> None:
        self._tex = tex
        self._place = 0
        self._words = words

    def all(self) -> str:
        """Return everything in words."""
        out: list[str] = []
        while self._place < len(self._tex):
            before = self._place
            out.append(self._one())
            if self._place == before:
                self._place += 1
        return " ".join(part for part in out if part)

    def _inner(self, tex: str) -> str:
        return _Reader(tex, self._words).all()

    def _group(self) -> str:
        """Return the argument that comes next, as TeX."""
        tex = self._tex
        while self._place < len(tex) and tex[self._place].isspace():
            self._place += 1
        if self._place >= len(tex):
            return ""
        if tex[self._place] != "{":
            match = _TOKEN.match(tex, self._place)
            end = match.end() if match else self._place + 1
            if match and match[3]:  # a bare number gives one digit, as in TeX
                end = self._place + 1
            got, self._place = tex[self._place : end], end
            return got
        depth, start = 0, self._place + 1
        for index in range(self._place, len(tex)):
            depth += {"{": 1, "}": -1}.get(tex[index], 0)
            if depth == 0:
                self._place = index + 1
                return tex[start:index]
        self._place = len(tex)
        return tex[start:]

    def _one(self) -> str:
        while self._place < len(self._tex) and self._tex[self._place].isspace():
            self._place += 1
        if self._tex[self._place : self._place + 1] == "{":
            return self._inner(self._group())
        match = _TOKEN.match(self._tex, self._place)
        if match is None:
            return ""
        self._place = match.end()
        name, escaped, number, sign = match.groups()
        if name is not None:
            return self._command(name)
        if escaped is not None:
            return self._words["%"] if escaped == "%" else "" if escaped in ",;:! \\" else escaped
        if number is not None:
            return str(number).replace("{,}", ",")
        if sign in "^_":
            return self._script(sign)
        if sign in "}&$~":
            return ""
        return self._words.get("-" if sign in "−–" else str(sign), str(sign))

    def _command(self, name: str) -> str:
        name = _SAME.get(name, name)
        if name in {"frac", "dfrac", "tfrac"}:
            above, below = self._inner(self._group()), self._inner(self._group())
            return self._words["frac"].format(above, below)
        if name == "sqrt":
            return self._words["sqrt"].format(self._inner(self._group()))
        if name in _TEXT:
            return self._group()
        if name in {"ce", "pu"}:
            return self._chemistry(self._group())
        if name in {"begin", "end"}:
            self._group()
            return ""
        if name in _SILENT:
            return ""
        return _GREEK.get(name) or self._words.get(name, name)

    def _script(self, sign: str) -> str:
        body = self._group()
        plain = body.replace("\\circ", "").strip()
        if sign == "^":
            if "\\circ" in body and not plain:
                return self._words["circ"]
            if plain in {"2", "3"}:
                return self._words["squared" if plain == "2" else "cubed"]
            return self._words["power"].format(self._inner(body))
        inner = self._inner(body)
        return inner if len(inner) < 3 else self._words["index"].format(inner)

    def _chemistry(self, source: str) -> str:
        """Return a chemical formula letter by letter: `CO2` is "C O 2"."""
        text = source.replace("<=>", f" {self._words['rightleftharpoons']} ")
        text = re.sub(r"->(\[[^\]]*\])*", f" {self._words['to']} ", text)
        text = text.replace(" + ", f" {self._words['+']} ")
        text = re.sub(r"[\^_{}$]", "", text)
        return re.sub(r"(?<=[A-Za-z0-9)])(?=[A-Z0-9(])", " ", text)
