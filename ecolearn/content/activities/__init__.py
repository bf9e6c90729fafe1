"""The kinds of activities. A new one is a file here, a line in `KINDS` and one in `AnyActivity`,
a view in `ui/activities`, and tests."""

from __future__ import annotations

from typing import Union

from ecolearn.content.activities.base import Activity, World
from ecolearn.content.activities.calculator import Calculator
from ecolearn.content.activities.checklist import Checklist
from ecolearn.content.activities.debate import Debate
from ecolearn.content.activities.diary import Diary
from ecolearn.content.activities.number_check import NumberCheck
from ecolearn.content.activities.scenario import Scenario
from ecolearn.content.activities.sorting import Sorting

KINDS: tuple[type[Activity], ...] = (
    Calculator,
    Sorting,
    Scenario,
    NumberCheck,
    Checklist,
    Debate,
    Diary,
)

#: word of `kind =` → the kind
BY_KIND: dict[str, type[Activity]] = {str(kind.__struct_config__.tag): kind for kind in KINDS}

AnyActivity = Union[  # noqa: UP007 - msgspec reads it at run time
    Calculator, Sorting, Scenario, NumberCheck, Checklist, Debate, Diary
]

__all__ = [
    "BY_KIND",
    "KINDS",
    "Activity",
    "AnyActivity",
    "Calculator",
    "Checklist",
    "Debate",
    "Diary",
    "NumberCheck",
    "Scenario",
    "Sorting",
    "World",
]
