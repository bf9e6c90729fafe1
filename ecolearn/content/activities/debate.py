"""A debate kit: a question, roles with arguments, evidence from the facts of the course, rounds.
Its role cards are made to be printed and cut.

State: `{"role": id, "before": number, "after": number}`: the role taken, and how far one agrees
(0–10) before and after.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from ecolearn.content.activities.base import Activity, Part
from ecolearn.content.texts import Text


class Role(Part, frozen=True):
    """Somebody to speak for: who they are, what they want, what they can say."""

    id: str
    name: Text
    brief: Text
    arguments: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()


class Round(Part, frozen=True):
    """A part of the debate."""

    title: Text
    minutes: Annotated[int, msgspec.Meta(ge=1, le=120)]
    text: Text = {}


class Debate(Activity, frozen=True, tag="debate"):
    """See the module text. `facts` are evidence cards for everybody."""

    question: Text
    roles: tuple[Role, ...]
    rounds: tuple[Round, ...] = ()
    facts: tuple[str, ...] = ()
    reflection: Text = {}
