"""A sorting game: things appear one by one and go into bins; after each the reason is told.

State: `{"set": id, "order": [thing ids], "put": {thing id: bin id}}`: `order` is what was drawn,
`put` the first choices. Score: right first choices ÷ things.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from ecolearn.content.activities.base import Activity, Part
from ecolearn.content.texts import Text


class Bin(Part, frozen=True):
    """A place things go to. `icon` is a line icon, `hue` 0–359 its colour."""

    id: str
    label: Text
    help: Text = {}
    icon: str = "trash-2"
    hue: Annotated[int, msgspec.Meta(ge=0, le=359)] = 150


class Thing(Part, frozen=True):
    """A thing to be put away: where it goes, and why. `picture` is optional."""

    id: str
    label: Text
    bin: str
    why: Text
    picture: str = ""
    sets: tuple[str, ...] = ()


class Set(Part, frozen=True):
    """A smaller game: the things that name it. `bins` gives bins other words, by id."""

    id: str
    label: Text
    draw: Annotated[int, msgspec.Meta(ge=0)] = 0
    bins: dict[str, Text] = {}


class Sorting(Activity, frozen=True, tag="sorting"):
    """See the module text. `draw` things a game (0 = all). `watch` is the bin whose purity counts:
    contamination = wrong things in it ÷ all things in it; `pass` is the largest share that is
    mastery."""

    bins: tuple[Bin, ...]
    things: tuple[Thing, ...]
    sets: tuple[Set, ...] = ()
    draw: Annotated[int, msgspec.Meta(ge=0)] = 20
    watch: str = ""
    pass_mark: float = msgspec.field(default=0.05, name="pass")

    scored = True
