"""What every item type is: a definition, a way to judge a response, a way to be written down.

One file per type stands beside this one and is registered in `__init__.py`. An item holds the
texts of one language; everything a response or a key refers to is language-independent, so a
learner may change the language in the middle of an item:

* options, rows, gaps, regions are named by their place in the file: `a`, `b`, … (`option_id`);
* a response is a small JSON object whose shape each type documents in `Response` of its module.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, ClassVar

import msgspec

Response = dict[str, Any]
#: group name ("options", "left", "right", …) → ids in the order the learner sees them
Presentation = dict[str, list[str]]


def option_id(index: int) -> str:
    """Return the name of the option at `index` from 0: a, b, … z, aa, ab, …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(97 + rest) + name
    return name


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to choose: its Markdown text, whether it is right, what to say when chosen."""

    text: str
    right: bool = False
    feedback: str = ""


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """A hint, and the share of the item's points (0–1) that it costs."""

    text: str
    cost: float = 0.0


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """How a response was judged.

    `score` is a fraction 0–1 before hints are paid for, or None where a person must judge.
    `parts` says of each named part of the item (option, row, gap …) that the learner touched
    or missed whether it is right.
    """

    score: float | None
    parts: dict[str, bool] = {}

    @property
    def right(self) -> bool:
        """Tell whether nothing is missing."""
        return self.score is not None and self.score >= 1 - 1e-9

    @property
    def verdict(self) -> str:
        """Return `right`, `partly`, `wrong` or `open`."""
        if self.score is None:
            return "open"
        if self.right:
            return "right"
        return "partly" if self.score > 1e-9 else "wrong"


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of feedback: Markdown `text`, about `part` ("" = the whole item), and whether it
    belongs to something right, wrong, or neither (None)."""

    text: str
    part: str = ""
    right: bool | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What all items have. Texts are Markdown."""

    id: str
    stem: str = ""
    points: float = 1.0
    partial: bool = True
    shuffle: bool = True
    parallel: str = ""
    outcome: str = ""
    tags: tuple[str, ...] = ()
    lesson: str = ""
    hints: tuple[Hint, ...] = ()
    feedback: str = ""

    #: False where a person must judge
    scored: ClassVar[bool] = True

    @property
    def type(self) -> str:
        """Return the name of the type, as in `type=` of a course file."""
        return str(type(self).__struct_config__.tag)

    def empty(self) -> Response:
        """Return the response of somebody who has done nothing yet."""
        raise NotImplementedError

    def clean(self, response: Response) -> Response:
        """Return `response` in canonical form (known ids only, capped texts).

        Raises `BadResponse` if it is not a response to this type of item at all.
        """
        raise NotImplementedError

    def is_answered(self, response: Response) -> bool:
        """Tell whether there is enough to judge."""
        raise NotImplementedError

    def grade(self, response: Response) -> Grade:
        """Judge `response`. Never raises for a cleaned response."""
        raise NotImplementedError

    def remarks(self, response: Response) -> list[Remark]:
        """Return the feedback for `response`, most specific first, general feedback last."""
        raise NotImplementedError

    def solution(self) -> Response:
        """Return a response that is entirely right (empty for open items)."""
        raise NotImplementedError

    def key(self) -> object:
        """Return what must be the same in all languages: the shape and the right answer.

        JSON-compatible. Numbers stay; words to be typed do not count.
        """
        raise NotImplementedError

    def groups(self) -> dict[str, tuple[int, bool]]:
        """Return, for each group of things the learner sees, how many there are and whether
        they are shuffled even if `shuffle` is off (put in order: always)."""
        return {}

    def present(self, rng: Random, shuffle: bool = True) -> Presentation:
        """Return the order in which the learner sees each group, drawn from `rng`."""
        order: Presentation = {}
        for name, (count, always) in self.groups().items():
            ids = [option_id(i) for i in range(count)]
            if always or (self.shuffle and shuffle):
                rng.shuffle(ids)
            order[name] = ids
        return order

    def texts(self) -> Iterator[str]:
        """Yield every Markdown text of the item, for checks, search and translation counts."""
        yield self.stem
        yield from (hint.text for hint in self.hints)
        if self.feedback:
            yield self.feedback

    def faults(self) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield (problem code, facts) for what is wrong with the item by itself."""
        return iter(())
