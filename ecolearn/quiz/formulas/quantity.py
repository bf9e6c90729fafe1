"""A number with its range and its dimension, as formulas take and give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isfinite

from ecolearn.quiz.formulas.errors import FormulaError
from ecolearn.quiz.units import NOTHING, ONE, Dimension, Unit, describe, parse_unit

#: units that dimensions are called by in messages, the likeliest first
_WELL_KNOWN = (
    *("kg", "m", "m²", "m³", "s", "K", "J", "W", "V", "A", "Ω", "mol", "lm", "lx", "Pa", "N"),
    *("KZT", "A·s", "K·s", "1/s", "1/m²", "m/s", "m³/s", "kg/s", "mol/m³", "kg/m³"),
)
_OVER = ("s", "m²", "m³", "kg", "J", "K", "mol", "m", "W", "m²·K", "kg·K", "m²·s")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and the range it lies in, in base units: `low <= value <= high`.

    Raises:
        FormulaError: `not_finite` or `bad_range`.
    """

    value: float
    low: float
    high: float
    dimension: Dimension = NOTHING

    def __post_init__(self) -> None:
        if not (isfinite(self.value) and isfinite(self.low) and isfinite(self.high)):
            raise FormulaError("not_finite")
        if not self.low <= self.value <= self.high:
            raise FormulaError("bad_range", value=self.value, low=self.low, high=self.high)

    @classmethod
    def of(
        cls,
        value: float,
        unit: str | Unit = ONE,
        low: float | None = None,
        high: float | None = None,
    ) -> Quantity:
        """Return a quantity given in a unit. Without `low` or `high` the value is that end.

        Raises:
            FormulaError: `unit_unknown`, `not_finite` or `bad_range`.
        """
        unit = read_unit(unit)
        try:
            point = unit.base(float(value))
            least = point if low is None else unit.base(float(low))
            most = point if high is None else unit.base(float(high))
        except OverflowError:
            raise FormulaError("not_finite") from None
        return cls(point, least, most, unit.dimension)

    @property
    def exact(self) -> bool:
        """Tell whether the range is the value alone."""
        return self.low == self.high

    def in_unit(self, unit: str | Unit) -> tuple[float, float, float]:
        """Return value, low and high in a unit, °C with its offset.

        Raises:
            FormulaError: `unit_unknown`, `units_differ` or `not_finite`.
        """
        unit = read_unit(unit)
        if unit.dimension != self.dimension:
            raise FormulaError(
                "units_differ", left=unit_of(self.dimension), right=unit_of(unit.dimension)
            )
        value, low, high = (
            (number - unit.offset) / unit.factor for number in (self.value, self.low, self.high)
        )
        if not (isfinite(low) and isfinite(high)):
            raise FormulaError("not_finite")
        return value, low, high


def read_unit(unit: str | Unit) -> Unit:
    """Return the unit of a text, or the unit itself. Raises `FormulaError` (`unit_unknown`)."""
    if isinstance(unit, Unit):
        return unit
    found = parse_unit(unit)
    if found is None:
        raise FormulaError("unit_unknown", unit=unit)
    return found


@cache
def _called() -> dict[Dimension, str]:
    called: dict[Dimension, str] = {}
    pairs = (
        f"{top}/{'(' + low + ')' if '·' in low else low}" for top in _WELL_KNOWN for low in _OVER
    )
    for text in (*_WELL_KNOWN, *pairs):
        unit = parse_unit(text)
        if unit is not None and unit.dimension != NOTHING:
            called.setdefault(unit.dimension, text)
    return called


def unit_of(dimension: Dimension) -> str:
    """Return a unit of a dimension as an author would write it: "W", "kg/s", "1" for none."""
    if dimension == NOTHING:
        return "1"
    return _called().get(dimension) or describe(dimension)
