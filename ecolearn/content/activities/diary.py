"""A series of the eco-diary: what is measured again and again, in which unit, and which way is
good. The entries themselves are facts of the learner (`study.diary`), not a state.

The id is the id of the series: the same id in two courses is the same series.
State: `{}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from ecolearn.content.activities.base import Activity, Fault, State, World
from ecolearn.content.texts import Text
from ecolearn.quiz.units import parse_unit


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
