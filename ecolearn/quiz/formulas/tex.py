"""Writes a formula as TeX, with symbols for its names or with numbers put in.

Only what `content.spoken`, `content.tex_words` and the typesetter know is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ecolearn.quiz.formulas import nodes as n
from ecolearn.quiz.numbers import format_number
from ecolearn.quiz.unit_words import unit_words

#: how tightly a part holds together; what is looser than its place asks for gets brackets
_LOOSE, _AND, _NOT, _COMPARED, _TERMS, _SIGN, _FACTORS, _FRACTION, _POWER, _ATOM = range(10)

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "if": " if ",
        "then": "",
        "else": " otherwise",
        "and": " and ",
        "or": " or ",
        "not": "not ",
        "not after": "",
        "round": "round",
        "rows": "number of rows",
        "tenge": "tenge",
    },
    "ru": {
        "if": " если ",
        "then": "",
        "else": " иначе",
        "and": " и ",
        "or": " или ",
        "not": "не ",
        "not after": "",
        "round": "округление",
        "rows": "число строк",
        "tenge": "тенге",
    },
    "kk": {
        "if": " егер ",
        "then": " болса",
        "else": " әйтпесе",
        "and": " және ",
        "or": " немесе ",
        "not": "",
        "not after": " емес",
        "round": "дөңгелектеу",
        "rows": "жолдар саны",
        "tenge": "теңге",
    },
}
#: a bare minus after a bracket is typeset as the one between two terms
_MINUS: Final = "{-}"
_SIGNS: Final = {
    "<": "<",
    ">": ">",
    "<=": r"\le",
    ">=": r"\ge",
    "==": "=",
    "!=": r"\ne",
}
_NUMBER = re.compile(r"\s*([-−–]?)([0-9]+(?:[., '\u00a0\u2009\u202f][0-9]+)*)(.*)", re.S)
_TENTH = re.compile(r"·10([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_BIG = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_UNSAFE = re.compile(r"[\\{}$&#^~]")
_GREEK_NAMES: Final = "alpha beta gamma Delta eta lambda mu pi rho sigma varphi"
_GREEK: Final = {
    letter: f"\\{name}" for letter, name in zip("αβγΔηλμπρσφ", _GREEK_NAMES.split(), strict=True)
}

#: function → its brackets
_AROUND: Final = {
    "floor": ("lfloor", "rfloor"),
    "ceil": ("lceil", "rceil"),
    "abs": ("lvert", "rvert"),
}

Part = tuple[str, int]


class Writer:
    """Writes one formula in one language.

    Args:
        symbols: TeX for names; a name without one is written by itself, `v_drip` as v with an
            index, longer words upright.
        values: Plain text for names, `0,25 мл`; it wins over `symbols`.
        language: kk, ru or en, for the decimal sign, units and words.
    """

    def __init__(
        self, symbols: Mapping[str, str], values: Mapping[str, str], language: str
    ) -> None:
        self._symbols = symbols
        self._values = values
        self._language = language
        self._words = _WORDS.get(language, _WORDS["en"])

    def whole(self, tree: n.Node) -> str:
        """Return the TeX of a formula."""
        return self._part(tree)[0]

    def _at_least(self, node: n.Node, level: int) -> str:
        tex, has = self._part(node)
        return tex if has >= level else _bracketed(tex)

    def _part(self, node: n.Node) -> Part:
        if isinstance(node, n.Number):
            return self._number(node)
        if isinstance(node, n.Name):
            return self._name(node.name)
        if isinstance(node, n.Negative):
            return _MINUS + self._at_least(node.inner, _FACTORS), _SIGN
        if isinstance(node, n.Terms):
            rest = "".join(f" {sign} {self._at_least(p, _FACTORS)}" for sign, p in node.rest)
            return self._at_least(node.first, _TERMS) + rest, _TERMS
        if isinstance(node, n.Factors):
            return self._product(node)
        if isinstance(node, n.Power):
            base = self._at_least(node.base, _ATOM)
            return f"{base}^{{{self._part(node.exponent)[0]}}}", _POWER
        if isinstance(node, n.Call):
            return self._call(node)
        return self._condition(node)

    # ── numbers and names ─────────────────────────────────────────────────────────────────────

    def _number(self, node: n.Number) -> Part:
        tex, level = self._digits(format_number(node.shown, self._language))
        if not node.unit:
            return tex, level
        return tex + self._unit(unit_words(node.unit, self._language)), min(level, _FRACTION)

    def _digits(self, text: str) -> Part:
        """Return a formatted number as TeX: decimal commas and gaps of thousands keep close."""
        tex, raised = _TENTH.subn(lambda m: rf" \cdot 10^{{{m[1].translate(_BIG)}}}", text)
        tex = re.sub(r"(?<=\d),(?=\d)", "{,}", tex)
        tex = re.sub(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d)", r"\\,", tex)
        return tex, _FACTORS if raised else _ATOM

    def _unit(self, text: str) -> str:
        """Return a unit to follow a number, "" for none."""
        parts = [self._upright(part) for part in text.strip().split("%")]
        inside = r"\%".join(parts)
        return rf"\,{inside}" if inside else ""

    def _upright(self, text: str) -> str:
        safe = _UNSAFE.sub(" ", text.replace("_", " ").replace("₸", self._words["tenge"]))
        return rf"\text{{{safe}}}" if safe.strip() else ""

    def _value(self, text: str) -> Part:
        match = _NUMBER.match(text)
        if match is None:
            return self._unit(text).removeprefix(r"\,") or "?", _ATOM
        minus, number, rest = match.groups()
        raised = _TENTH.match(rest)
        if raised is not None:
            number, rest = number + raised[0], rest[raised.end() :]
        tex, level = self._digits(number)
        unit = self._unit(rest)
        if unit:
            level = min(level, _FRACTION)
        return (_MINUS + tex + unit, _SIGN) if minus else (tex + unit, level)

    def _name(self, name: str) -> Part:
        if name in self._values:
            return self._value(self._values[name])
        if name in self._symbols:
            return self._symbols[name], _ATOM
        if name == "rows":
            return self._upright(self._words["rows"]), _ATOM
        if name in ("pi", "π"):
            return r"\pi", _ATOM
        first, _, index = name.partition("_")
        if len(first) == 1 and first.isalpha():
            letter = _GREEK.get(first, first if first.isascii() else self._upright(first))
            return (f"{letter}_{{{self._upright(index)}}}" if index else letter), _ATOM
        return self._upright(name), _ATOM

    # ── products ──────────────────────────────────────────────────────────────────────────────

    def _product(self, node: n.Factors) -> Part:
        """Return fractions and factors side by side: a · b / c · d is ab over c, times d."""
        blocks: list[tuple[list[n.Node], list[n.Node]]] = [([node.first], [])]
        for sign, part in node.rest:
            above, below = blocks[-1]
            if sign == "/":
                below.append(part)
            elif below:
                blocks.append(([part], []))
            else:
                above.append(part)
        if len(blocks) == 1 and blocks[0][1]:
            return self._fraction(*blocks[0]), _FRACTION
        written = [
            self._fraction(above, below) if below else self._line(above, first=index == 0)
            for index, (above, below) in enumerate(blocks)
        ]
        return r" \cdot ".join(written), _FACTORS

    def _fraction(self, above: list[n.Node], below: list[n.Node]) -> str:
        over, under = (
            self._part(parts[0])[0] if len(parts) == 1 else self._line(parts, first=True)
            for parts in (above, below)
        )
        return rf"\frac{{{over}}}{{{under}}}"

    def _line(self, parts: list[n.Node], *, first: bool) -> str:
        written = [
            self._at_least(part, _SIGN if first and index == 0 else _FACTORS)
            for index, part in enumerate(parts)
        ]
        return r" \cdot ".join(written)

    # ── functions ─────────────────────────────────────────────────────────────────────────────

    def _call(self, node: n.Call) -> Part:
        name = node.name
        if name == "if":
            return self._cases(node), _LOOSE
        if name == "sum":
            return rf"\sum {self._at_least(node.arguments[0], _FACTORS)}", _SIGN
        # once each: doing a part twice at every level takes for ever in deep formulas
        parts = [self._part(argument)[0] for argument in node.arguments]
        inner = parts[0]
        if name == "sqrt":
            return rf"\sqrt{{{inner}}}", _ATOM
        if name == "exp":
            return f"e^{{{inner}}}", _POWER
        if name in _AROUND:
            left, right = _AROUND[name]
            return rf"\left\{left} {inner}\right\{right}", _ATOM
        if name == "round":
            places = ""
            if len(node.arguments) == 2:
                places = f"_{{{parts[1]}}}"
            return self._upright(self._words["round"]) + places + _bracketed(inner), _FRACTION
        if name == "log10":
            short = r"\log_{10}" if self._language == "en" else r"\lg"
            return short + _bracketed(inner), _FRACTION
        comma = r",\; " if self._language == "en" else r";\; "
        listed = comma.join(parts)
        return rf"\{name}" + _bracketed(listed), _FRACTION  # min, max, ln

    def _cases(self, node: n.Call) -> str:
        """Return `if` as cases; an `if` for the other case is one more line."""
        lines: list[str] = []
        other: n.Node = node
        while isinstance(other, n.Call) and other.name == "if":
            condition, value, other = other.arguments
            told = self._part(condition)[0]
            then = self._words["then"]
            after = rf" \text{{{then}}}" if then else ""
            lines.append(rf"{self._part(value)[0]} & \text{{{self._words['if']}}} {told}{after}")
        lines.append(rf"{self._part(other)[0]} & \text{{{self._words['else']}}}")
        return r"\begin{cases} " + r"\\ ".join(lines) + r" \end{cases}"

    # ── conditions ────────────────────────────────────────────────────────────────────────────

    def _condition(self, node: n.Node) -> Part:
        if isinstance(node, n.Comparison):
            left = self._at_least(node.left, _TERMS)
            right = self._at_least(node.right, _TERMS)
            return f"{left} {_SIGNS[node.sign]} {right}", _COMPARED
        if isinstance(node, n.Logic):
            level = _AND if node.word == "and" else _LOOSE
            word = rf" \text{{{self._words[node.word]}}} "
            return word.join(self._at_least(part, level + 1) for part in node.parts), level
        inner = n.children(node)[0]
        before, after = (self._upright(self._words[word]) for word in ("not", "not after"))
        return f"{before} {_bracketed(self._part(inner)[0])} {after}".strip(), _NOT


def _bracketed(tex: str) -> str:
    return rf"\left({tex}\right)"
