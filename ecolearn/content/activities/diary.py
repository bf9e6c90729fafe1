"""A series of the eco-diary: what is measured again and again, in which unit, and which way is
good. The entries themselves are facts of the learner (`study.diary`), not a state.

The id is the id of the series: the same id in two courses is the same series.
State: `{}`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from ecolearn.content.activities.base import Activity, Fault, State, World
from ecolearn.content.texts import Text
from ecolearn.quiz.numbers import leading_number
from ecolearn.quiz.unit_words import unit_words
from ecolearn.quiz.units import convert, parse_unit

ReadFault = Literal["", "empty", "no_number", "unknown_unit", "other_kind", "too_large"]

#: no value is farther from 0 (as `study.diary` has it)
_FARTHEST = 1e15


@dataclass(frozen=True, slots=True)
class Read:
    """What was made of a value as it was typed: a number in the unit of the series, or a fault.
    `unit` is what stood behind the number."""

    value: float = math.nan
    fault: ReadFault = ""
    unit: str = ""


class Diary(Activity, frozen=True, tag="diary"):
    """See the module text. `cumulative` is a meter: readings only grow, and the differences a day
    are what counts. `better` says which way is good, `min` and `max` what is believed."""

    label: Text
    unit: str = ""
    shown: Text = {}
    min: float = 0
    max: float = 1_000_000
    decimals: Annotated[int, msgspec.Meta(ge=0, le=6)] = 1
    cumulative: bool = False
    better: Literal["more", "less", ""] = "less"
    help: Text = {}
    icon: str = "notebook-pen"

    def clean(self, state: State) -> State:
        """See `Activity.clean`."""
        self.checked(state)
        return {}

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        if parse_unit(self.unit) is None:
            yield "A103", ("unit",), {"unit": self.unit}
        if not self.min < self.max:
            yield "A105", ("min",), {"id": self.id, "min": self.min, "max": self.max}

    def read(self, text: str, language: str = "", near: float | None = None) -> Read:
        """Return what `text` means, a number with or without a unit. Never raises.

        A unit of the same kind is converted, "120 Wh" into kWh; another kind is a fault. Of two
        readings of a number (`1,493`) the one closest to the value `near` is taken, else the one
        that `language` writes so, if it is believed at all.
        """
        if not text.strip():
            return Read(fault="empty")
        found = leading_number(text)
        if found is None:
            return Read(fault="no_number")
        values, rest = found
        typed = " ".join(rest.split())
        converted = [self._in_unit(value, typed) for value in values]
        kept = [value for value in converted if value is not None]
        if not kept:
            unknown = parse_unit(typed) is None or parse_unit(self.unit) is None
            return Read(fault="unknown_unit" if unknown else "other_kind", unit=typed)
        value = self._likeliest(kept, language, near)
        if not math.isfinite(value) or abs(value) > _FARTHEST:
            return Read(fault="too_large", unit=typed)
        return Read(value, unit=typed)

    def value_of(self, value: float, unit: str) -> float | None:
        """Return a value kept in `unit` in the unit of the series, None if that is another
        kind."""
        return self._in_unit(value, unit)

    def _in_unit(self, value: float, unit: str) -> float | None:
        if unit == self.unit or self._is_own(unit):
            return value
        source, target = parse_unit(unit), parse_unit(self.unit)
        if source is None or target is None or not source.same_kind(target):
            return None
        # 120 Wh are 0.12 kWh, not 0.12000000000000001
        return float(f"{convert(value, source, target):.12g}")

    def _is_own(self, unit: str) -> bool:
        own = {self.unit, *self.shown.values()}
        own |= {unit_words(self.unit, language) for language in ("kk", "ru", "en")}
        return unit.strip(" .").casefold() in {"", *(one.strip(" .").casefold() for one in own)}

    def _likeliest(self, values: list[float], language: str, near: float | None) -> float:
        if len(values) == 1:
            return values[0]
        if near and all(value > 0 for value in values) and near > 0:
            return min(values, key=lambda value: abs(math.log(value / near)))
        ordered = values[::-1] if language == "en" else values
        believed = [value for value in ordered if self.min <= value <= self.max]
        return (believed or ordered)[0]
