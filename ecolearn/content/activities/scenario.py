"""A scenario or case: scenes with text and choices that lead on, and an end that sums up.

State: `{"path": [[scene id, choice index], …], "at": scene id}`.
"""

from __future__ import annotations

from typing import Literal

from ecolearn.content.activities.base import Activity, Part
from ecolearn.content.texts import Text


class Meter(Part, frozen=True):
    """A number that choices change, such as money or trust, shown beside the scenes. `better` says
    which way is good."""

    id: str
    label: Text
    start: float = 0
    min: float = 0
    max: float = 100
    unit: str = ""
    better: Literal["more", "less", ""] = ""


class Choice(Part, frozen=True):
    """A way on: the words, the scene it leads to, what to say about it, and what it changes.
    `points` count for the score: a choice that is right has the most of its scene."""

    text: Text
    next: str
    feedback: Text = {}
    changes: dict[str, float] = {}
    points: float = 0


class Scene(Part, frozen=True):
    """A scene; one without choices is an end, and `end` says of which kind."""

    id: str
    text: Text
    picture: str = ""
    alt: Text = {}
    end: Literal["", "good", "mixed", "bad"] = ""
    choices: tuple[Choice, ...] = ()


class Scenario(Activity, frozen=True, tag="scenario"):
    """See the module text. Begins with the first scene. `style` "case" tells it as documents about
    a real place, "story" as a story. `facts` are shown at the end as evidence."""

    scenes: tuple[Scene, ...]
    meters: tuple[Meter, ...] = ()
    facts: tuple[str, ...] = ()
    style: Literal["story", "case"] = "story"

    scored = True
