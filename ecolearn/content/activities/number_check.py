"""A number check: a claim, the data, questions answered by calculating, a verdict, the working.

Facts of grade D may stand here and nowhere else: the task is to find what is wrong with them.

State: `{"answers": {step id: text as typed}, "tries": {step id: int}, "verdict": choice id,
"shown": [step ids whose working was looked at before it was right]}`.
"""

from __future__ import annotations

from ecolearn.content.activities.base import Activity, Part
from ecolearn.content.texts import Said, Text


class Datum(Part, frozen=True):
    """A number to work with, as the source gives it."""

    label: Text
    value: Text
    fact: str = ""


class Wrong(Part, frozen=True):
    """An answer one might give by mistake, and what to say then. Written as a number question's
    `!=` line: `1.5 pcs/ha ± 1 %`."""

    answer: str
    feedback: Text


class Step(Part, frozen=True):
    """A question with a number as its answer, written as in a number question: `1493 ± 1 %`.
    `optional_unit` accepts the bare number."""

    id: str
    question: Text
    answer: str
    optional_unit: bool = True
    hint: Text = {}
    working: Text = {}
    wrong: tuple[Wrong, ...] = ()


class Judgement(Part, frozen=True):
    """A verdict on the claim."""

    id: str
    text: Text
    feedback: Text
    right: bool = False


class NumberCheck(Activity, frozen=True, tag="number-check"):
    """See the module text. `claim` is what somebody said, `said_by` where."""

    claim: Text
    said_by: Said = ""
    facts: tuple[str, ...] = ()
    data: tuple[Datum, ...] = ()
    steps: tuple[Step, ...] = ()
    question: Text = {}
    verdicts: tuple[Judgement, ...] = ()
    explanation: Text = {}

    scored = True
