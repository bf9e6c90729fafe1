"""Interval arithmetic beside the value: numbers as (value, low, high), conditions likewise.

Every rule gives a range that holds each result possible with values from the ranges it was given
(Moore, Kearfott, Cloud: Introduction to Interval Analysis, 2009, chapters 2 and 5), up to the
rounding of floating point. The same name used twice is taken for two numbers that know nothing of
each other: `x - x` of 1…2 is -1…1.

A condition is 1 (true) or 0; where its range is 0…1 it depends on values within the ranges.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ecolearn.quiz.formulas.limits import CLOSE

Triple = tuple[float, float, float]
_MOST = 1.7976931348623157e308


class Trouble(Exception):
    """Cannot be calculated; `args[0]` is a code of `FormulaError`. It gets its place outside."""


def _finite(value: float, low: float, high: float) -> Triple:
    if low < -_MOST or high > _MOST:
        raise Trouble("not_finite")
    return value, low, high


def add(a: Triple, b: Triple) -> Triple:
    """Return a + b."""
    return _finite(a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Triple, b: Triple) -> Triple:
    """Return a - b."""
    return _finite(a[0] - b[0], a[1] - b[2], a[2] - b[1])


def negative(a: Triple) -> Triple:
    """Return -a."""
    return -a[0], -a[2], -a[1]


def multiply(a: Triple, b: Triple) -> Triple:
    """Return a · b."""
    value, low, high = a
    other, least, most = b
    if low >= 0 and least >= 0:
        return _finite(value * other, low * least, high * most)
    corners = (low * least, low * most, high * least, high * most)
    return _finite(value * other, min(corners), max(corners))


def divide(a: Triple, b: Triple) -> Triple:
    """Return a / b. Trouble: `divided_by_zero`; `range_has_zero` if only the range of b does: its
    result would have no bounds, and a range without bounds tells a pupil nothing."""
    if b[0] == 0:
        raise Trouble("divided_by_zero")
    if b[1] <= 0 <= b[2]:
        raise Trouble("range_has_zero")
    corners = (a[1] / b[1], a[1] / b[2], a[2] / b[1], a[2] / b[2])
    return _finite(a[0] / b[0], min(corners), max(corners))


def power(a: Triple, b: Triple) -> Triple:
    """Return a ^ b: of any a for a whole exponent without a range, else of a >= 0."""
    try:
        if b[1] == b[2] and b[0] == math.floor(b[0]):
            return _whole_power(a, b[0])
        return _real_power(a, b)
    except OverflowError:
        raise Trouble("not_finite") from None


def _whole_power(a: Triple, exponent: float) -> Triple:
    if exponent < 0:
        return divide((1.0, 1.0, 1.0), _whole_power(a, -exponent))
    value, low, high = (math.pow(end, exponent) for end in a)
    if exponent % 2 == 0 and exponent:
        low, high = (0.0 if a[1] <= 0 <= a[2] else min(low, high)), max(low, high)
    return _around(value, low, high)


def _real_power(a: Triple, b: Triple) -> Triple:
    if a[0] < 0:
        raise Trouble("power_of_negative")
    if a[0] == 0 and b[0] < 0:
        raise Trouble("divided_by_zero")
    if a[1] < 0:
        raise Trouble("range_has_negative")
    if a[1] == 0 and b[1] < 0:
        raise Trouble("range_has_zero")
    # for a >= 0 it grows or falls with each of the two all the way, so the ends lie at corners
    corners = [math.pow(base, exponent) for base in a[1:] for exponent in b[1:]]
    return _around(math.pow(a[0], b[0]), min(corners), max(corners))


def _around(value: float, low: float, high: float) -> Triple:
    """Return the range with the value in it: functions of the C library may be off by a bit."""
    return _finite(value, min(low, value), max(high, value))


def root(a: Triple) -> Triple:
    """Return the square root."""
    if a[0] < 0:
        raise Trouble("root_of_negative")
    if a[1] < 0:
        raise Trouble("range_has_negative")
    return math.sqrt(a[0]), math.sqrt(a[1]), math.sqrt(a[2])


def absolute(a: Triple) -> Triple:
    """Return |a|."""
    least = 0.0 if a[1] <= 0 <= a[2] else min(abs(a[1]), abs(a[2]))
    return abs(a[0]), least, max(abs(a[1]), abs(a[2]))


def logarithm(a: Triple, function: Callable[[float], float]) -> Triple:
    """Return a logarithm, growing with a."""
    if a[0] <= 0:
        raise Trouble("log_of_not_positive")
    if a[1] <= 0:
        raise Trouble("range_has_negative")
    return _around(function(a[0]), function(a[1]), function(a[2]))


def exponential(a: Triple) -> Triple:
    """Return e^a."""
    try:
        return _around(math.exp(a[0]), math.exp(a[1]), math.exp(a[2]))
    except OverflowError:
        raise Trouble("not_finite") from None


def smallest(all_of: Sequence[Triple]) -> Triple:
    """Return the smallest; its range ends with the smallest ends."""
    return min(a[0] for a in all_of), min(a[1] for a in all_of), min(a[2] for a in all_of)


def largest(all_of: Sequence[Triple]) -> Triple:
    """Return the largest; its range ends with the largest ends."""
    return max(a[0] for a in all_of), max(a[1] for a in all_of), max(a[2] for a in all_of)


def each(a: Triple, function: Callable[[float], float]) -> Triple:
    """Return a function that never falls, of value and ends."""
    return function(a[0]), function(a[1]), function(a[2])


def hull(a: Triple, b: Triple) -> Triple:
    """Return the value of `a` with the range of both."""
    return a[0], min(a[1], b[1]), max(a[2], b[2])


# ── whole numbers ─────────────────────────────────────────────────────────────────────────────


def floor(x: float) -> float:
    """Return the whole number below, or the one that `x` is but for rounding (`CLOSE`, and never
    more than a millionth). It never falls."""
    return float(math.floor(x + min(1e-6, CLOSE * max(1.0, abs(x)))))


def ceil(x: float) -> float:
    """Return the whole number above; see `floor`."""
    return -floor(-x)


def rounded(x: float, digits: int) -> float:
    """Return `x` rounded to decimal places as at school: halves go away from zero."""
    scale = 10.0 ** abs(digits)
    scaled = abs(x) * scale if digits >= 0 else abs(x) / scale
    if scaled >= 1e15:
        return x
    whole = floor(scaled + 0.5)
    return math.copysign(whole / scale if digits >= 0 else whole * scale, x)


# ── conditions ────────────────────────────────────────────────────────────────────────────────

TRUE: Triple = (1.0, 1.0, 1.0)
FALSE: Triple = (0.0, 0.0, 0.0)


def _at_most(x: float, y: float) -> bool:
    return x <= y + CLOSE * max(abs(x), abs(y))


def at_most(a: Triple, b: Triple) -> Triple:
    """Return a <= b."""
    return (
        float(_at_most(a[0], b[0])),
        float(_at_most(a[2], b[1])),
        float(_at_most(a[1], b[2])),
    )


def opposite(a: Triple) -> Triple:
    """Return the opposite of a condition."""
    return 1.0 - a[0], 1.0 - a[2], 1.0 - a[1]


def compare(sign: str, a: Triple, b: Triple) -> Triple:
    """Return a comparison. Numbers that differ by less than a share of `CLOSE` are the same."""
    if sign == "<=":
        return at_most(a, b)
    if sign == ">=":
        return at_most(b, a)
    if sign == "<":
        return opposite(at_most(b, a))
    if sign == ">":
        return opposite(at_most(a, b))
    same = smallest((at_most(a, b), at_most(b, a)))
    return same if sign == "==" else opposite(same)
