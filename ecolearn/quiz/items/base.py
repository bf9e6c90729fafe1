"""What every item type is: a definition, a way to judge a response, a way to be written down.

One file per type stands beside this one and is registered in `__init__.py`. An item holds the
texts of one language; everything a response or a key refers to is language-independent, so a
learner may change the language in the middle of an item:

* options, rows, gaps, regions are named by their place in the file: `a`, `b`, … (`option_id`);
* a response is a small JSON object whose shape each type documents in `Response` of its module.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from ecolearn.errors import BadResponse
from ecolearn.quiz.items.markup import escape_stem
from ecolearn.quiz.words import normal

if TYPE_CHECKING:
    from typing import Self

    from ecolearn.quiz.items.body import Body

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
    #: settings of the `:::item` line that only this type knows
    own_settings: ClassVar[frozenset[str]] = frozenset()

    @property
    def type(self) -> str:
        """Return the name of the type, as in `type=` of a course file."""
        return str(type(self).__struct_config__.tag)

    @property
    def usual_points(self) -> float:
        """Return the weight of the item where the author states none."""
        return 1.0

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

    @classmethod
    def looks_like(cls, body: Body) -> bool:
        """Tell whether a scanned body has the shape of this type."""
        raise NotImplementedError

    @classmethod
    def from_body(cls, body: Body, common: dict[str, Any]) -> Self | None:
        """Build the item from a scanned body and the fields of its header line; problems are
        noted in the body. None if it cannot be used."""
        raise NotImplementedError

    def to_lines(self) -> list[str]:
        """Return the answer part of the body: `from_body` undone. Stem, hints and the feedback
        for everybody are written by `syntax.write_item`."""
        raise NotImplementedError

    def stem_lines(self) -> list[str]:
        """Return the lines of the stem as they stand in a file."""
        return escape_stem(self.stem)

    def own_settings_written(self) -> dict[str, str]:
        """Return the settings only this type knows, where they differ from the usual."""
        return {}

    def score_of(self, share: float) -> float:
        """Return `share` within 0–1, or all or nothing where `partial` is off."""
        share = min(1.0, max(0.0, share))
        return share if self.partial or share >= 1 - 1e-9 else 0.0

    def general_remark(self) -> list[Remark]:
        """Return the feedback for everybody, as a list of one or none."""
        return [Remark(text=self.feedback)] if self.feedback else []

    def bad(self, reason: str) -> BadResponse:
        """Return the error for a response that does not fit."""
        return BadResponse(item_id=self.id, reason=reason)

    def take(self, response: Response, name: str, kind: Any) -> Any:
        """Return `response[name]` if it is a `kind`, raise `BadResponse` otherwise."""
        if not isinstance(response, dict) or not isinstance(response.get(name), kind):
            raise self.bad(f"no {name}")
        return response[name]

    def texts(self) -> Iterator[str]:
        """Yield every Markdown text of the item, for checks, search and translation counts."""
        yield self.stem
        yield from (hint.text for hint in self.hints)
        if self.feedback:
            yield self.feedback

    def faults(self) -> Iterator[Fault]:
        """Yield (problem code, facts) for what is wrong with the item by itself."""
        if not self.stem.strip():
            yield "Q101", {}
        if math.fsum(hint.cost for hint in self.hints) > 1 + 1e-9:
            yield "Q102", {}


Fault = tuple[str, dict[str, object]]

#: typed texts are cut to this many characters
LONGEST_TEXT = 500


def cut_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """Return `text` as it may be kept: no control characters but line breaks and tabs, no lone
    surrogates, at most `longest` characters."""
    kept = (c for c in text[: 2 * longest] if c in "\n\t" or (c >= " " and c != "\x7f"))
    return "".join(c for c in kept if not "\ud800" <= c <= "\udfff")[:longest]


def known_ids(count: int) -> list[str]:
    """Return the names of `count` options: a, b, c …"""
    return [option_id(index) for index in range(count)]


def duplicates(texts: list[str]) -> Iterator[Fault]:
    """Yield a fault for each text that says the same as an earlier one."""
    seen: set[str] = set()
    for text in texts:
        same = normal(text, case=True)
        if same in seen:
            yield "Q103", {"text": text}
        seen.add(same)
