"""The item types. A new one is a file here, a line in `TYPES` and one in `AnyItem`, and tests."""

from __future__ import annotations

from typing import Union

from ecolearn.quiz.items.base import Item
from ecolearn.quiz.items.cloze import Cloze
from ecolearn.quiz.items.hotspot import Hotspot
from ecolearn.quiz.items.match import Match
from ecolearn.quiz.items.matrix import Matrix
from ecolearn.quiz.items.number import Number
from ecolearn.quiz.items.open_answer import Open
from ecolearn.quiz.items.order import Order
from ecolearn.quiz.items.several_answers import Several
from ecolearn.quiz.items.short_text import Short
from ecolearn.quiz.items.single_choice import Single
from ecolearn.quiz.items.sort import Sort
from ecolearn.quiz.items.true_false import TrueFalse

#: every item type, in the order in which shapes are tried (see `ecolearn.quiz.items.syntax`)
TYPES: tuple[type[Item], ...] = (
    Hotspot,
    Matrix,
    TrueFalse,
    Number,
    Short,
    Single,
    Several,
    Sort,
    Match,
    Open,
    Cloze,
    Order,
)

#: word of `type=` → the type
BY_NAME: dict[str, type[Item]] = {str(kind.__struct_config__.tag): kind for kind in TYPES}

AnyItem = Union[  # noqa: UP007 - msgspec reads it at run time
    Single,
    Several,
    TrueFalse,
    Number,
    Short,
    Match,
    Sort,
    Order,
    Cloze,
    Hotspot,
    Matrix,
    Open,
]

__all__ = [
    "BY_NAME",
    "TYPES",
    "AnyItem",
    "Cloze",
    "Hotspot",
    "Item",
    "Match",
    "Matrix",
    "Number",
    "Open",
    "Order",
    "Several",
    "Short",
    "Single",
    "Sort",
    "TrueFalse",
]
