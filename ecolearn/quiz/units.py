"""Units of measure: reading them as people in kk, ru and en write them, and their arithmetic.

A small table of our own; docs/decisions/0003-units.md says why not a library. Factors are exact
by the SI brochure (9th edition, 2019) unless a comment says otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ecolearn.quiz.words import normal

#: names of the base dimensions, in the order of the exponents in `Dimension`; "light" is luminous
#: flux (lumen), "money" is the tenge
BASES: Final = ("m", "kg", "s", "K", "A", "mol", "lm", "KZT")
Dimension = tuple[int, ...]
NOTHING: Final[Dimension] = (0,) * len(BASES)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` turns a value in it into base units, after which `offset` is added
    (only °C alone has one, 273.15 K)."""

    dimension: Dimension = NOTHING
    factor: float = 1.0
    offset: float = 0.0

    def __mul__(self, other: Unit) -> Unit:
        """Return the product; in products °C means a difference, so offsets vanish."""
        dimension = tuple(a + b for a, b in zip(self.dimension, other.dimension, strict=True))
        return Unit(dimension, self.factor * other.factor)

    def __truediv__(self, other: Unit) -> Unit:
        """Return the quotient."""
        dimension = tuple(a - b for a, b in zip(self.dimension, other.dimension, strict=True))
        return Unit(dimension, self.factor / other.factor)

    def __pow__(self, exponent: int) -> Unit:
        """Return the unit raised to a whole number."""
        if exponent == 1:
            return self
        return Unit(tuple(a * exponent for a in self.dimension), self.factor**exponent)

    def base(self, value: float) -> float:
        """Return `value` of this unit in base units."""
        return value * self.factor + self.offset

    def same_kind(self, other: Unit) -> bool:
        """Tell whether values can be converted between the two."""
        return self.dimension == other.dimension


ONE: Final = Unit()


def convert(value: float, source: Unit, target: Unit) -> float:
    """Return `value` of `source` in `target`. Raises `ValueError` if they differ in kind."""
    if not source.same_kind(target):
        raise ValueError(f"{describe(source.dimension)} is not {describe(target.dimension)}")
    return (source.base(value) - target.offset) / target.factor


def describe(dimension: Dimension) -> str:
    """Return a dimension in base units, for messages and logs: `kg·m²·s⁻²`, "1" for none."""
    signs = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
    parts = (
        name + (str(power).translate(signs) if power != 1 else "")
        for name, power in zip(BASES, dimension, strict=True)
        if power
    )
    return "·".join(parts) or "1"


def _unit(factor: float, **powers: int) -> Unit:
    return Unit(tuple(powers.get(name, 0) for name in BASES), factor)


_JOULE = _unit(1, kg=1, m=2, s=-2)
_WATT = _unit(1, kg=1, m=2, s=-3)
_METRE = _unit(1, m=1)
_GRAM = _unit(1e-3, kg=1)
_LITRE = _unit(1e-3, m=3)
_SECOND = _unit(1, s=1)
_VOLT = _unit(1, kg=1, m=2, s=-3, A=-1)
_HOUR = 3600.0
_DAY = 86400.0
#: a year of 365 days and a twelfth of it: what school calculations and bills use
_YEAR = 365 * _DAY

#: prefix in Latin and Cyrillic letters → factor
_PREFIXES: Final = {
    "n": 1e-9,
    "µ": 1e-6,
    "m": 1e-3,
    "c": 1e-2,
    "d": 1e-1,
    "h": 1e2,
    "k": 1e3,
    "M": 1e6,
    "G": 1e9,
    "T": 1e12,
    "P": 1e15,
}
_CYRILLIC_PREFIXES: Final = {
    "нано": 1e-9,
    "н": 1e-9,
    "мк": 1e-6,
    "м": 1e-3,
    "с": 1e-2,
    "д": 1e-1,
    "г": 1e2,
    "к": 1e3,
    "М": 1e6,
    "Г": 1e9,
    "Т": 1e12,
    "П": 1e15,
}

#: (unit, symbols that take Latin prefixes, symbols that take Cyrillic prefixes, prefixes allowed)
_PREFIXED: Final[tuple[tuple[Unit, str, str, str], ...]] = (
    (_JOULE, "J", "Дж", "m k M G T P"),
    (_WATT, "W", "Вт", "m k M G T µ"),
    (Unit(_JOULE.dimension, _HOUR), "Wh", "Втч Втсағ", "m k M G T P"),
    # thermochemical calorie, 4.184 J
    (Unit(_JOULE.dimension, 4.184), "cal", "кал", "k M G"),
    (_METRE, "m", "м", "n µ m c d k"),
    (_GRAM, "g", "г", "n µ m k M G"),
    (_unit(1e3, kg=1), "t", "т", "k M G"),
    (_LITRE, "L l", "л", "µ m c d h k M"),
    (_SECOND, "s", "с", "n µ m"),
    (_unit(1, A=1), "A", "А", "µ m k"),
    (Unit((0, 0, 1, 0, 1, 0, 0, 0), _HOUR), "Ah", "Ач Асағ", "m k"),
    (_VOLT, "V", "В", "µ m k M"),
    (_unit(1, kg=1, m=2, s=-3, A=-2), "Ω", "Ом", "m k M"),
    (_unit(1, mol=1), "mol", "моль", "µ m k"),
    (_unit(1, lm=1), "lm", "лм", "k"),
    (_unit(1, lm=1, m=-2), "lx lux", "лк", "k"),
    (_unit(1, kg=1, m=-1, s=-2), "Pa", "Па", "h k M"),
    (_unit(1e5, kg=1, m=-1, s=-2), "bar", "бар", "m"),
    (_unit(1, kg=1, m=1, s=-2), "N", "Н", "m k M"),
    (_unit(1, s=-1), "Hz", "Гц", "k M G"),
)

#: (unit, every other way to write it, parted by "|"); names in any of the languages
_NAMED: Final[tuple[tuple[Unit, str], ...]] = (
    (_unit(60, s=1), "min|minute|minutes|мин|минута|минуты|минут|минуту|минутта"),
    (
        _unit(_HOUR, s=1),
        "h|hr|hrs|hour|hours|ч|час|часа|часов|сағ|сағат|сағатта|сағатына",
    ),
    (
        _unit(_DAY, s=1),
        "d|day|days|сут|сутки|суток|день|дня|дней|дн|тәу|тәул|тәулік|тәулігіне|күн|күніне|күнде",
    ),
    (_unit(7 * _DAY, s=1), "wk|week|weeks|нед|неделя|недели|недель|неделю|апта|аптасына"),
    (_unit(_YEAR / 12, s=1), "mo|month|months|мес|месяц|месяца|месяцев|ай|айына"),
    (_unit(_YEAR, s=1), "yr|y|a|year|years|год|года|лет|жыл|жылына|жылда"),
    (_SECOND, "sec|second|seconds|сек|секунда|секунды|секунд|секундына"),
    (_METRE, "metre|metres|meter|meters|метр|метра|метров"),
    (_unit(1e3, m=1), "kilometre|kilometres|kilometer|kilometers|километр|километра|километров"),
    (_GRAM, "gram|grams|gramme|гр|грамм|грамма|граммов"),
    (_unit(1, kg=1), "kilogram|kilograms|kilo|килограмм|килограмма|килограммов"),
    (_unit(1e3, kg=1), "tonne|tonnes|ton|tons|тонна|тонны|тонн"),
    (_unit(100, kg=1), "ц|центнер"),
    (_LITRE, "litre|litres|liter|liters|литр|литра|литров"),
    (_unit(1e4, m=2), "ha|hectare|hectares|га|гектар|гектара|гектаров"),
    (_WATT, "watt|watts|ватт|ватта|ваттов"),
    (Unit(_WATT.dimension, 1e3), "kilowatt|kilowatts|киловатт|киловатта"),
    (_JOULE, "joule|joules|джоуль|джоуля|джоулей"),
    (Unit(_JOULE.dimension, 1e6), "megajoule|megajoules|мегаджоуль|мегаджоуля|мегаджоулей"),
    (
        Unit(_JOULE.dimension, 3.6e6),
        "kilowatt-hour|kilowatt-hours|kilowatthour|киловатт-час|киловатт-часа|киловатт-часов"
        "|киловатт-сағат|киловатт-сағ",
    ),
    (_unit(1, lm=1), "lumen|lumens|люмен|люмена|люменов"),
    (_VOLT, "volt|volts|вольт"),
    (_unit(1, A=1), "ampere|amperes|amp|amps|ампер"),
    (_unit(1, K=1), "K|kelvin|К|кельвин"),
    (_unit(1, KZT=1), "KZT|₸|тг|тнг|теңге|тенге|tenge"),
    (_unit(1e-2), "%|percent|per cent|проц|процент|процента|процентов|пайыз"),
    (_unit(1e-3), "‰|промилле"),
    (_unit(1e-6), "ppm|млн⁻¹|млн^-1"),
    (_unit(1e-9), "ppb"),
    (_unit(1e3), "thousand|тыс|тысяча|тысячи|тысяч|мың"),
    (_unit(1e6), "million|млн|миллион|миллиона|миллионов"),
    (_unit(1e9), "billion|bn|млрд|миллиард|миллиарда|миллиардов"),
    (ONE, "pcs|piece|pieces|шт|штук|штука|штуки|дана"),
    (
        ONE,
        "person|persons|people|capita|чел|человек|человека|адам|адамға|pupil|pupils|ученик|учеников|оқушы",
    ),
)
#: counted things that stand in units, `L/cup`; units only there, not in running text
_COUNTED_THINGS: Final = (
    "drip|drips|drop|drops|капля|капли|капель|тамшы|cup|cups|чашка|чашки|чашек|кесе",
    "tree|trees|seedling|seedlings|саженец|саженца|саженцев|дерево|дерева|деревьев|көшет|ағаш",
    "load|loads|flush|flushes|стирка|стирки|стирок|смыв|смыва|смывов|жуу|шаю",
    "bag|bags|lamp|lamps|пакет|пакета|пакетов|лампа|лампы|ламп|шам",
)
_THINGS: Final = frozenset(word for line in _COUNTED_THINGS for word in line.split("|"))
_CELSIUS: Final = Unit(_unit(1, K=1).dimension, 1.0, 273.15)
_CELSIUS_NAMES: Final = (
    "°C",
    "ºC",
    "°С",
    "ºС",
    "°c",
    "°с",
    "C",
    "С",
    "degC",
    "град",
    "градус",
    "градусов",
)
#: words and signs that mean division
_PER: Final = frozenset({"/", "per", "в", "за", "на"})
#: what follows the full stop of an abbreviation, `шт./га`, and not that of a product, `N.m`
_AFTER: Final = frozenset({"", "/", "÷", ":", ")", "·", "*"})
_COUNTED = re.compile(
    r"^(?:co2|со2|n2o|ch4|h2o|caco3|naoh)(?:[-\s]?(?:e|eq|экв|эквивалент\w*|э|балама\w*))?\.?$"
)
_SIGNS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉", "0123456789-0123456789")
_RAISED = re.compile("[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
#: `1/min`
_ONE_OVER = re.compile(r"^1 ?/")
#: the letter of a normal cubic metre (gas at 0 °C and 101.3 kPa), Nm³ or нм³; `nm³` is a nanometre
_NORMAL_CUBIC = re.compile(r"(?<![^\W\d_])(?:N(?=m\^?3)|[нН](?=м\^?3))(?!\w\^?3\d)")
#: a peak watt (of a solar panel) is a watt: kWp, кВт·п
_PEAK = re.compile(r"(Вт)[-·⋅ ]?п(?:ик)?\.?(?![^\W\d_])|(?<=W)p(?![^\W\d_])")
_TOKEN = re.compile(
    r"(?P<open>\()|(?P<close>\))|(?P<div>/|÷|:)|(?P<mul>[·⋅∙•*×.]|-(?=\w))"
    r"|(?P<pow>\^\(?(?P<n>[-−–+]?\d)\)?)"
    r"|(?P<word>(?:CO2|СО2|co2|со2|N2O|CH4|H2O)(?:-?(?:eq|экв|e)\b\.?)?|[°º]?[^\W\d_]+(?:'\w+)?|[%‰₸])"
    r"|(?P<digit>\d)|(?P<space>\s+)"
)


@cache
def _table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for unit, latin, cyrillic, allowed in _PREFIXED:
        powers = [_PREFIXES[name] for name in allowed.split()]
        for symbols, prefixes in ((latin, _PREFIXES), (cyrillic, _CYRILLIC_PREFIXES)):
            for symbol in symbols.split():
                table[symbol] = unit
                for prefix, power in prefixes.items():
                    if power in powers:
                        table[prefix + symbol] = Unit(unit.dimension, unit.factor * power)
    for unit, names in _NAMED:
        table.update(dict.fromkeys(names.split("|"), unit))
    table.update(dict.fromkeys(_THINGS, ONE))
    table.update(dict.fromkeys(_CELSIUS_NAMES, _CELSIUS))
    return table


def is_unit_word(word: str) -> bool:
    """Tell whether `word` is a unit by itself, spelled as units are (`W`, `теңге`, not `w`)."""
    return word in _table() and word not in _THINGS


@cache
def _careless() -> dict[str, Unit]:
    """Return spellings with letter case dropped, where that leaves one meaning (not mW, MW)."""
    return _unambiguous((name.casefold(), unit) for name, unit in _table().items())


@cache
def _mixed() -> dict[str, Unit]:
    """Return spellings with Latin and Cyrillic look-alikes taken as the same (`kВт`)."""
    return _unambiguous(
        (normal(name, case=True, lookalikes=True), unit)
        for name, unit in _table().items()
        if len(name) > 1
    )


def _unambiguous(pairs: Iterable[tuple[str, Unit]]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    clash: set[str] = set()
    for name, unit in pairs:
        if found.setdefault(name, unit) != unit:
            clash.add(name)
    return {name: unit for name, unit in found.items() if name not in clash}


def _look_up(word: str) -> Unit | None:
    return (
        _table().get(word)
        or _careless().get(word.casefold())
        or _mixed().get(normal(word, case=True, lookalikes=True))
    )


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """Return the unit `text` names, or None if it names none. "" is the unit 1.

    Products with · * - or a space, quotients with / or a word ("per", "в", "за"), powers with ²,
    ^2 or a digit, brackets. Everything after a stroke divides, up to the next stroke: `г/кВт·ч`
    is g/(kW·h) and `W/m²·K` is W/(m²·K), which is what people mean who write so. Words that are
    no units may follow a unit and are ignored: `kg CO2`, `л воды`. Nothing but 1 may stand over a
    stroke: `1/min`. Peak watts are watts and normal cubic metres cubic metres. Never raises.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if not text or len(text) > 60:
        return None if text else ONE
    whole = _look_up(text) or _look_up(text.rstrip("."))
    if whole is not None:
        return whole
    text = _RAISED.sub(lambda m: "^" + m[0].translate(_SIGNS), text).translate(_SIGNS)
    text = _NORMAL_CUBIC.sub("", _PEAK.sub(r"\1", _ONE_OVER.sub("pcs/", text)))
    tokens = _tokens(text)
    if tokens is None:
        return None
    unit, rest = _product(tokens, 0)
    return unit if rest == len(tokens) else None


def _tokens(text: str) -> list[tuple[str, str]] | None:
    tokens: list[tuple[str, str]] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            return None
        kind = "pow" if match["pow"] else match.lastgroup
        value = match["n"] if kind == "pow" else match[0]
        if kind == "digit":
            if not tokens or tokens[-1][0] != "word" or text[position - 1].isspace():
                return None
            kind = "pow"
        elif kind == "word" and value.casefold() in _PER and tokens and len(tokens[-1]) == 2:
            if text[position - 1].isspace() and position + len(value) < len(text):
                kind = "div"
        elif (
            kind == "mul" and value == "." and text[match.end() : match.end() + 1].strip() in _AFTER
        ):
            position = match.end()  # a full stop after an abbreviation
            continue
        tokens.append((kind, value))
        position = match.end()
    trimmed: list[tuple[str, str]] = []
    for index, token in enumerate(tokens):
        if token[0] == "space":
            around = (tokens[index - 1 : index], tokens[index + 1 : index + 2])
            if any(not side or side[0][0] in ("mul", "div", "open") for side in around):
                continue
            if around[1][0][0] in ("close", "pow"):
                continue
        trimmed.append(token)
    return trimmed


def _product(tokens: list[tuple[str, str]], at: int) -> tuple[Unit | None, int]:
    """Read a product, and everything it is divided by, from `at`; return it and where it ends."""
    left, at = _chain(tokens, at)
    while left is not None and at < len(tokens) and tokens[at][0] == "div":
        right, at = _chain(tokens, at + 1)
        if right is None:
            return None, at
        left = left / right
    return left, at


def _chain(tokens: list[tuple[str, str]], at: int) -> tuple[Unit | None, int]:
    """Read factors joined by multiplication signs."""
    left, at = _close(tokens, at)
    while left is not None and at < len(tokens) and tokens[at][0] == "mul":
        right, at = _close(tokens, at + 1)
        if right is None:
            return None, at
        left = left * right
    return left, at


def _close(tokens: list[tuple[str, str]], at: int) -> tuple[Unit | None, int]:
    """Read factors joined by spaces (or nothing), and words to be ignored."""
    left, at = _power_of(tokens, at)
    while left is not None and at < len(tokens) and tokens[at][0] in ("space", "word", "open"):
        after = at + 1 if tokens[at][0] == "space" else at
        if after < len(tokens) and tokens[after][0] == "word":
            word = tokens[after][1]
            if _COUNTED.match(word.casefold()) or _look_up(word) is None:
                at = after + 1
                if at < len(tokens) and tokens[at][0] == "pow":
                    at += 1
                continue
        right, at = _power_of(tokens, after)
        if right is None:
            return None, at
        left = left * right
    return left, at


def _power_of(tokens: list[tuple[str, str]], at: int) -> tuple[Unit | None, int]:
    """Read one unit or a bracket, with an exponent."""
    if at >= len(tokens):
        return None, at
    kind, value = tokens[at]
    unit: Unit | None = None
    if kind == "word":
        unit, at = _look_up(value), at + 1
    elif kind == "open":
        unit, at = _product(tokens, at + 1)
        if at >= len(tokens) or tokens[at][0] != "close":
            return None, at
        at += 1
    if unit is not None and at < len(tokens) and tokens[at][0] == "pow":
        unit, at = unit ** int(re.sub("[−–]", "-", tokens[at][1])), at + 1
    return unit, at
