"""Numbers as people in kk, ru and en write them: reading without ever raising, and formatting.

Reading knows no language unless told, because a learner may answer in any. The careful rule
(`readings`) is: every sensible reading counts, and a grader accepts if one of them is right.

* Spaces (plain, no-break, thin) and apostrophes group digits in threes: `1 493,5`.
* Where both comma and point occur, the last one is the decimal sign: `1,493.5`, `1.493,5`.
* A sign that occurs more than once groups: `1,493,000`.
* One point is a decimal point. One comma is a decimal comma, **and also** a grouping comma if
  one to three digits stand before it (not a lone 0) and exactly three after: `1,493` is 1.493
  and 1493, while `0,125` and `12,5` have one reading.
* Powers of ten: `2e5`, `2·10^5`, `2*10^5`, `2×10⁵`, `10^5`. Fractions: `½`, `1½`, `3/4`.
* `−`, `–` and `-` are a minus, also with a space after them.
"""

from __future__ import annotations

import math
import re
from typing import Final

NBSP: Final = "\u00a0"
#: a text longer than this is not a number
MAX_LENGTH: Final = 60

_GAPS = " \u00a0\u2009\u202f\u2007'’_"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_VULGAR = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_SIGN = r"[-−–‒+]?[ \u00a0]*"
_DIGITS = rf"\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+"
_POWER = r"10(?:\^\(?(?P<{0}>[-−–+]?\d+)\)?|\*\*(?P<{0}2>[-−–+]?\d+)|(?P<{0}s>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
_TIMES = r"[ \u00a0]*[·⋅∙*×xхXХ•][ \u00a0]*"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN})(?:"
    rf"(?P<bare>{_POWER.format('b')})"
    rf"|(?P<top>\d+)[ ]?[/⁄][ ]?(?P<bottom>\d+)(?![\d.,])"
    rf"|(?P<whole>\d*)[ ]?(?P<vulgar>[{''.join(_VULGAR)}])"
    rf"|(?P<digits>{_DIGITS})(?:[eEеЕ](?P<exp>[-−–+]?\d+)|{_TIMES}{_POWER.format('p')})?"
    r")"
)
_MINUS = re.compile("[−–‒]")


def readings(text: str) -> tuple[float, ...]:
    """Return every number `text` may mean, the likeliest first; none if it is not a number."""
    found = leading_number(text)
    if found is None or found[1].strip():
        return ()
    return found[0]


def leading_number(text: str) -> tuple[tuple[float, ...], str] | None:
    """Split `text` into the number it begins with (all readings) and the rest; None if it does
    not begin with one. Never raises."""
    text = text.strip()
    match = _NUMBER.match(text[:MAX_LENGTH])
    if match is None:
        return None
    values = tuple(v for v in _values(match) if math.isfinite(v))
    if not values:
        return None
    return values, text[match.end() :]


def read_number(text: str, language: str = "") -> float | None:
    """Return the number `text` means to a reader of `language` ("" = an author: a single comma
    is always a decimal comma), or None."""
    found = readings(text)
    if not found:
        return None
    return found[-1] if language == "en" else found[0]


def is_ambiguous(text: str) -> bool:
    """Tell whether `text` has two readings, as `1,493` has."""
    found = leading_number(text)
    return found is not None and len(found[0]) > 1


def _values(match: re.Match[str]) -> list[float]:
    negative = bool(match["sign"]) and match["sign"][0] in "-−–‒"
    if match["bare"]:
        power = match["b"] or match["b2"] or match["bs"]
        found = [float(f"1e{_exponent(power)}")]
    elif match["bottom"]:
        found = [int(match["top"]) / int(match["bottom"])] if int(match["bottom"]) else []
    elif match["vulgar"]:
        found = [float(match["whole"] or 0) + _VULGAR[match["vulgar"]]]
    else:
        power = match["exp"] or match["p"] or match["p2"] or match["ps"]
        found = _plain(match["digits"], _exponent(power) if power else 0)
    return [-value for value in found] if negative else found


def _exponent(text: str) -> int:
    exponent = int(_MINUS.sub("-", text).translate(_SUPERSCRIPTS))
    return max(-400, min(400, exponent))


def _plain(text: str, exponent: int) -> list[float]:
    """Return the readings of digits with separators, times a power of ten; where that is given
    there is only one."""
    tail = f"e{exponent}" if exponent else ""
    grouped = any(gap in text for gap in _GAPS)
    text = "".join(sign for sign in text if sign not in _GAPS)
    commas, points = text.count(","), text.count(".")
    if commas and points:
        decimal = max(text.rfind(","), text.rfind("."))
        other = "," if text[decimal] == "." else "."
        if text.count(text[decimal]) > 1 or not _in_threes(text[:decimal], other):
            return []
        return [float(text[:decimal].replace(other, "") + "." + text[decimal + 1 :] + tail)]
    if commas + points > 1:
        sign = "," if commas else "."
        return [float(text.replace(sign, "") + tail)] if _in_threes(text, sign) else []
    found = [float(text.replace(",", ".") + tail)]
    before, _, after = text.partition(",")
    if commas and not grouped and not exponent and len(after) == 3 and 1 <= len(before) <= 3:
        whole = float(before + after)
        if before.strip("0"):
            found.append(whole)
    return found


def _in_threes(text: str, sign: str) -> bool:
    first, *rest = text.split(sign)
    return 1 <= len(first) <= 3 and all(len(group) == 3 for group in rest)


def plain_number(value: float) -> str:
    """Return `value` in the shortest form that reads back as the same number, with a point."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def format_number(
    value: float, language: str, digits: int | None = None, *, decimals: int | None = None
) -> str:
    """Write `value` for a reader of `language`.

    kk and ru: decimal comma, groups parted by no-break spaces from five digits on (2000,
    15 415: four digits stay together, as in books and lessons); en: point and comma. `digits` is
    the number of significant digits, `decimals` the most digits after the decimal sign (both
    None: all there are); zeros at the end are dropped. Very large and very small numbers become
    `1,5·10²¹`.
    """
    if not math.isfinite(value):
        return "–"
    if digits is not None and value:
        value = float(f"{value:.{max(1, digits)}g}")
    if decimals is not None:
        value = round(value, decimals)
    comma, gap = (".", ",") if language == "en" else (",", NBSP)
    size = abs(value)
    if size and not 1e-6 <= size < 1e15:
        mantissa, exponent = repr_parts(value)
        raised = str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
        return f"{mantissa.replace('.', comma)}·10{raised}".replace("-", "−")
    text = format(value, "f") if size >= 1e15 else _fixed(value)
    minus, text = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, _, fraction = text.partition(".")
    if len(whole) > (3 if language == "en" else 4):
        whole = f"{int(whole):,}".replace(",", gap)
    fraction = fraction.rstrip("0")
    number = whole + (comma + fraction if fraction else "")
    return number if number == "0" else minus + number


#: significant digits of a calculated number: more would pretend to know more
SHOWN_DIGITS: Final = 4


def shown_number(value: float, language: str, decimals: int | None = None) -> str:
    """Write a calculated number as a result is shown.

    Four significant digits, whole numbers below ten million in full; `decimals`, if given, is the
    most digits after the decimal sign instead. Rounding is for display only. Powers of ten appear
    below a millionth and from 10^15 on.
    """
    if decimals is not None:
        return format_number(value, language, decimals=decimals)
    if abs(value) < 1e7 and math.isclose(value, round(value), rel_tol=1e-9):
        return format_number(round(value), language)
    return format_number(value, language, SHOWN_DIGITS)


def repr_parts(value: float) -> tuple[str, int]:
    """Return (mantissa text, power of ten) of `value`, all digits kept: 1.5e21 → ("1.5", 21)."""
    text = f"{value:.16e}"
    for places in range(17):
        short = f"{value:.{places}e}"
        if float(short) == value:
            text = short
            break
    mantissa, _, exponent = text.partition("e")
    return mantissa, int(exponent)


def _fixed(value: float) -> str:
    mantissa, exponent = repr_parts(value)
    places = max(0, len(mantissa.lstrip("-")) - 2 - exponent) if "." in mantissa else -exponent
    return f"{value:.{max(0, places)}f}"
