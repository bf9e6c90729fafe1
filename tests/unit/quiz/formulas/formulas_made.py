"""Makes formulas by chance: right ones of a given dimension, and texts that only look like some."""

from __future__ import annotations

import random

from ecolearn.quiz.formulas import FUNCTIONS, Quantity
from ecolearn.quiz.units import Dimension, Unit

#: name → (unit, least and most of its values); names of the last line are columns
SCOPE = {
    "n": ("", 1.0, 9.0),
    "share": ("%", 5.0, 95.0),
    "p": ("kW", 0.1, 5.0),
    "e": ("kWh", 1.0, 900.0),
    "t": ("h", 0.5, 24.0),
    "d": ("m", 0.2, 30.0),
    "gap": ("", -3.0, 3.0),
}
COLUMNS = {"x": ("", 0.5, 4.0), "q": ("kW", -1.0, 2.0)}
_DIGITS = ("0", "1", "2", "0.5", "3.7", "10", "1e-3")


def right(rng: random.Random, depth: int, columns: bool = False) -> str:
    """Return a formula whose units mostly fit: only sums of different names may not."""
    return _number(rng, depth, columns)


def _number(rng: random.Random, depth: int, columns: bool) -> str:
    if depth <= 0:
        names = [*SCOPE, *(COLUMNS if columns else ())]
        return rng.choice(names) if rng.random() < 0.7 else rng.choice(_DIGITS)
    one, other = (_number(rng, depth - 1 - rng.randrange(2), columns) for _ in range(2))
    kind = rng.randrange(17)
    if kind < 4:
        return f"({one} {rng.choice('*/')} {other})"
    if kind < 6:
        return f"({one} {rng.choice('+-')} {one if rng.random() < 0.5 else other})"
    if kind == 6:
        return f"{rng.choice(('min', 'max'))}({one}, {other})"
    if kind == 7:
        return f"abs({one})"
    if kind == 8:
        return f"({one})^{rng.choice(('2', '3', '-1', '0', '1'))}"
    if kind in (9, 15, 16):
        other = rng.choice((one, other, f"-{one}", f"2 * {one}"))
        return f"if({_condition(rng, depth, columns)}, {one}, {other})"
    if kind == 10:
        return f"{rng.choice(('floor', 'ceil', 'round'))}(({one}) / ({one}) * n)"
    if kind == 11:
        return f"sqrt(({one}) * abs({one}))"
    if kind == 12:
        return f"gap^{rng.choice('2346')}"
    if kind == 13 or columns:
        return f"-{one}"
    return f"sum({_number(rng, min(depth, 2) - 1, True)})"


def _condition(rng: random.Random, depth: int, columns: bool) -> str:
    one, other = (_number(rng, depth - 2, columns) for _ in range(2))
    sign = rng.choice(("<", "<=", ">", ">=", "==", "!="))
    if rng.random() < 0.6:
        name = rng.choice(("n", "gap"))
        one, other = name, f"({rng.uniform(*SCOPE[name][1:]):.2f})"
    comparison = f"{one} {sign} {one if rng.random() < 0.2 else other}"
    return comparison if rng.random() < 0.7 else f"not ({comparison}) or n {sign} 4"


def numbers(
    rng: random.Random, of: dict[str, tuple[str, float, float]], *, exact: bool = False
) -> dict[str, Quantity]:
    """Return a value with a range for each name."""
    made = {}
    for name, (unit, least, most) in of.items():
        low, value, high = sorted(rng.uniform(least, most) for _ in range(3))
        if exact or rng.random() < 0.3:
            low = high = value
        made[name] = Quantity.of(value, unit, low, high)
    return made


def inside(rng: random.Random, quantity: Quantity) -> Quantity:
    """Return an exact quantity somewhere in the range of one, often at an end."""
    value = rng.choice(
        (quantity.low, quantity.high, rng.uniform(quantity.low, quantity.high), quantity.value)
    )
    value = min(max(value, quantity.low), quantity.high)
    return Quantity(value, value, value, quantity.dimension)


def rescaled(quantity: Quantity, scales: list[float]) -> Quantity:
    """Return the same amount told in other base units."""
    factor = scale_of(quantity.dimension, scales)
    ends = (factor * end for end in (quantity.value, quantity.low, quantity.high))
    return Quantity(*ends, quantity.dimension)


def scale_of(dimension: Dimension, scales: list[float]) -> float:
    """Return by what numbers of a dimension change when base units are scaled."""
    factor = 1.0
    for scale, exponent in zip(scales, dimension, strict=True):
        factor *= scale**exponent
    return factor


# ── texts that only look like formulas ────────────────────────────────────────────────────────

_PIECES = (
    *("+", "-", "*", "/", "^", "**", "(", ")", ",", "<", "<=", "==", "!=", "=", "≤", "−", "×", "²"),
    *(" and ", " or ", " not ", "[kg]", "[kW·h]", "[", "]", "%", ".", "..", "'", "__", "é", "қ"),
    *("0", "1", "0.5", "1e9", "1e308", "1e999", "9" * 30, "rows", "pi", "\n", "\x00", "\u202e"),
    *(f"{name}(" for name in FUNCTIONS),
    *SCOPE,
    *COLUMNS,
)


def mutated(rng: random.Random, text: str) -> str:
    """Return a text with some of it dropped, doubled, swapped or replaced."""
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + rng.randrange(12))
        new = rng.choice(("", rng.choice(_PIECES), text[at:end] * 2, chr(rng.randrange(1, 0x2FFF))))
        text = text[:at] + new + text[end:]
    return text


def soup(rng: random.Random) -> str:
    """Return pieces of formulas in any order."""
    return "".join(rng.choice(_PIECES) for _ in range(rng.randrange(1, 60)))


def heavy(rng: random.Random) -> str:
    """Return a text that is meant to take long: deep, wide, or big numbers."""
    kind = rng.randrange(7)
    size = rng.randrange(2, 400)
    if kind == 0:
        return "^".join(["9"] * size)
    if kind == 1:
        return "(" * size + "n" + ")" * size
    if kind == 2:
        return "sum(" + rng.choice("+*-/").join(["x"] * size) + ")"
    if kind == 3:
        return "+".join(["sum(x*x*q*n)"] * (size // 13 + 1))
    if kind == 4:
        return "min(" * size + "n" + ",n)" * size
    if kind == 5:
        return "if(n<4,n," * (size // 8) + "n" + ")" * (size // 8)
    return rng.choice("-+") * size + "n" + "[" * rng.randrange(3) + "kg" * size


def units(of: dict[str, tuple[str, float, float]]) -> dict[str, Unit]:
    """Return the units of names."""
    return {name: Unit(Quantity.of(1, unit).dimension) for name, (unit, _, _) in of.items()}
