"""The item types. A new one is a file here, a line in `TYPES`, and tests."""

from __future__ import annotations

from ecolearn.quiz.items.base import Item

#: every item type, in the order in which shapes are tried (see `ecolearn.quiz.items.syntax`)
TYPES: tuple[type[Item], ...] = ()

AnyItem = Item
