"""A number to be answered: value, unit and tolerance. Used by number items and number gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from ecolearn.quiz.numbers import leading_number, plain_number
from ecolearn.quiz.units import ONE, Unit, parse_unit

#: without a tolerance numbers must agree to 9 digits
EXACT = 1e-9
#: a difference of temperatures may be answered in °C, if it is below this many kelvin
LARGEST_DIFFERENCE = 100.0

_TOLERANCE = re.compile(r"(?:±|\+\s*/?\s*[-−–])")
_TRIM = re.compile(r"^[≈~≅=\s]+")


@dataclass(frozen=True, slots=True)
class Fit:
    """How a typed text compares with a target: is the number right, and is the unit?"""

    number: bool = False
    unit: bool = False

    @property
    def right(self) -> bool:
        """Tell whether both are."""
        return self.number and self.unit


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A number with a unit as the author wrote it.

    `tolerance` is in per cent of the value where `relative`, else in the unit of the value.
    """

    value: float
    unit: str = ""
    tolerance: float = 0.0
    relative: bool = False

    @property
    def measure(self) -> Unit:
        """Return the unit (1 if the author's is not known, which the reader reports)."""
        return parse_unit(self.unit) or ONE

    def fit(self, text: str, *, bare: Unit | None = None) -> Fit:
        """Compare `text`, as typed by a learner. Never raises.

        Every reading of the number is tried (see `quiz.numbers`); the best fit counts. A bare
        number counts as given in the unit `bare`; without one it lacks its unit. The number is
        called right without its unit if it is right in the unit that was typed, or in the
        author's.
        """
        best = Fit()
        for values, unit in typed(text):
            for value in values:
                fit = self._fit(value, unit, bare)
                if (fit.right, fit.number, fit.unit) > (best.right, best.number, best.unit):
                    best = fit
        return best

    def _fit(self, value: float, unit: Unit | str | None, bare: Unit | None) -> Fit:
        same = self._near(value, self.value)
        if unit is None:  # a bare number
            if bare is not None:
                if not bare.same_kind(self.measure):
                    return Fit(number=same)
                share = self.measure.same_kind(ONE) and self._close(value, ONE)  # 0.8 for 80 %
                return Fit(number=share or self._close(value, bare), unit=True)
            if self.measure == ONE:
                return Fit(number=same, unit=True)
            if self.measure.same_kind(ONE):
                return Fit(number=same or self._close(value, ONE), unit=self._close(value, ONE))
            return Fit(number=same)
        if isinstance(unit, str):  # words that are no unit, such as "lamps"
            return Fit(number=same, unit=self.measure == ONE)
        if not unit.same_kind(self.measure):
            return Fit(number=same)
        return Fit(number=self._close(value, unit) or same, unit=self._close(value, unit))

    def _close(self, value: float, unit: Unit) -> bool:
        mine = self.measure
        inside = (unit.base(value) - mine.offset) / mine.factor
        if self._near(inside, self.value):
            return True
        difference = mine.offset == 0 and unit.offset != 0 and abs(self.value) < LARGEST_DIFFERENCE
        return difference and self._near(value * unit.factor / mine.factor, self.value)

    def _near(self, value: float, wanted: float) -> bool:
        size = abs(wanted)
        allowed = size * self.tolerance / 100 if self.relative else self.tolerance
        return abs(value - wanted) <= allowed + EXACT * max(size, abs(value))

    def key(self) -> list[object]:
        """Return what must agree across languages: value and tolerance in base units, kind."""
        unit = self.measure
        tolerance = self.tolerance if self.relative else self.tolerance * unit.factor
        return [
            float(f"{unit.base(self.value):.9g}"),
            list(unit.dimension),
            float(f"{tolerance:.9g}"),
            self.relative,
        ]

    def written(self) -> str:
        """Return the target as it stands in a course file: `6 kWh ± 1 %`."""
        text = f"{plain_number(self.value)} {self.unit}".rstrip()
        if self.tolerance:
            text += f" ± {plain_number(self.tolerance)}" + (" %" if self.relative else "")
        return text


def typed(text: str) -> list[tuple[tuple[float, ...], Unit | str | None]]:
    """Split what a learner typed into readings of the number and the unit (a `Unit`; other words
    as a string; None if there is nothing). Signs like ≈, and `E =` before it, are skipped; the
    tenge sign may stand in front."""
    text = _TRIM.sub("", text.rpartition("=")[2]).strip().rstrip(".;")
    if text[:1] in ("₸", "$"):
        text = f"{text[1:]} {text[0]}"
    found = leading_number(text)
    if found is None:
        return []
    values, rest = found
    rest = rest.strip()
    if not rest:
        return [(values, None)]
    unit = parse_unit(rest)
    if unit is None and rest[0].isdigit():
        return []
    return [(values, rest if unit is None else unit)]


def read_target(text: str) -> Target | tuple[str, dict[str, object]]:
    """Read `6 kWh ± 1 %`, or return the code and facts of the problem: Q011 no number, Q012
    unknown unit, Q013 tolerance that cannot be read."""
    parts = _TOLERANCE.split(text.strip(), maxsplit=1)
    found = leading_number(parts[0])
    if found is None:
        return "Q011", {"text": text.strip()}
    value, unit = found[0][0], found[1].strip()
    if unit and (unit[0] in ".,;" or parse_unit(unit) is None):
        return "Q012", {"unit": unit, "text": text.strip()}
    if len(parts) == 1:
        return Target(value=value, unit=unit)
    allowed = leading_number(parts[1])
    if allowed is None or allowed[0][0] < 0:
        return "Q013", {"text": parts[1].strip()}
    tolerance, of = allowed[0][0], allowed[1].strip()
    if of == "%":
        return Target(value=value, unit=unit, tolerance=tolerance, relative=True)
    if of:
        mine, other = parse_unit(unit) or ONE, parse_unit(of)
        if other is None or not other.same_kind(mine):
            return "Q013", {"text": parts[1].strip()}
        tolerance *= other.factor / mine.factor
    return Target(value=value, unit=unit, tolerance=tolerance)


def begins_like_number(text: str) -> bool:
    """Tell whether an answer line `= text` is meant as a number: a number alone, followed by a
    known unit, or by a space and more words, or with a tolerance; but not `2-propanol`."""
    if "|" in text:
        return False
    found = leading_number(_TOLERANCE.split(text.strip(), maxsplit=1)[0])
    if found is None:
        return False
    rest = found[1]
    return bool(
        not rest.strip() or rest[0].isspace() or _TOLERANCE.search(text) or parse_unit(rest)
    )
