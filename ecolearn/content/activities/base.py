"""What every kind of activity is: data in `activities/ID.toml`, never code.

One file per kind stands beside this one and is registered in `__init__.py`. Unlike a lesson, an
activity is one file for all languages: its numbers, formulas and ways must be the same in each.

What a learner has done is a *state*: a small JSON object whose shape each kind documents, free of
language, so that one may change it in the middle of an activity.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, get_args

import msgspec

from ecolearn.content.texts import Said, Text
from ecolearn.errors import BadResponse
from ecolearn.quiz.items.base import cut_text as cut_text

State = dict[str, Any]
#: path of a key in the file: names and indices from 0
Path = tuple[str | int, ...]
#: (problem code, path of the key it is about, facts)
Fault = tuple[str, Path, dict[str, object]]

#: a state may have this many bytes as JSON
LONGEST_STATE = 64 * 1024
#: parts of an activity (inputs, things, scenes …) that are used, at most
MOST_PARTS = 300


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the parts of an activity."""


@dataclass(frozen=True, slots=True)
class World:
    """What an activity may refer to: parts of its course, by id."""

    constants: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    #: names of the icons there are; empty = nobody knows
    icons: frozenset[str] = frozenset()
    #: tells whether a picture is there, by its path as written
    has_media: Callable[[str], bool] = lambda source: True


class Activity(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What all activities have. Texts are Markdown but titles and labels, which are plain."""

    id: str
    title: Text
    intro: Text = {}

    #: whether `score` ever gives one
    scored: ClassVar[bool] = False

    @property
    def kind(self) -> str:
        """Return the name of the kind, as in `kind =` of the file."""
        return str(type(self).__struct_config__.tag)

    def clean(self, state: State) -> State:
        """Return `state` in canonical form: known ids only, texts cut.

        Raises `BadResponse` if it is not a state of this kind at all.
        """
        raise NotImplementedError

    def score(self, state: State) -> float | None:
        """Return 0–1 for a cleaned state that is finished, None otherwise or where nothing is
        scored."""
        return None

    def is_done(self, state: State) -> bool:
        """Tell whether the activity has been gone through."""
        return False

    def faults(self, world: World) -> Iterator[Fault]:
        """Yield what is wrong with the activity, itself and against its course."""
        yield from ()

    def texts(self) -> Iterator[tuple[Path, Text]]:
        """Yield every text by language with the path of its key."""
        yield from texts_of(self)

    def bad(self, reason: str) -> BadResponse:
        """Return the error for a state that does not fit."""
        return BadResponse(item_id=self.id, reason=reason)

    def checked(self, state: object) -> State:
        """Return `state` if it is an object of bearable size; raise `BadResponse` otherwise."""
        if not isinstance(state, dict):
            raise self.bad("no object")
        try:
            size = len(json.dumps(state, allow_nan=False))
        except (TypeError, ValueError, RecursionError) as error:
            raise self.bad("no JSON") from error
        if size > LONGEST_STATE:
            raise self.bad("too long")
        return state


def texts_of(part: msgspec.Struct, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield the texts by language in a struct and in the structs in it."""
    for one in msgspec.structs.fields(part):
        value = getattr(part, one.name)
        here = (*path, one.encode_name)
        if isinstance(value, msgspec.Struct):
            yield from texts_of(value, here)
        elif one.type in (Text, Said):
            if isinstance(value, dict) and (value or one.required):
                yield here, value
        elif isinstance(value, tuple | dict):
            inside = value.items() if isinstance(value, dict) else enumerate(value)
            for key, inner in inside:
                if isinstance(inner, msgspec.Struct):
                    yield from texts_of(inner, (*here, key))
                elif Text in get_args(one.type):
                    yield (*here, key), inner


def doubled(parts: Iterable[Any], *path: str | int) -> Iterator[Fault]:
    """Yield a fault for each part whose id an earlier one has."""
    seen: set[str] = set()
    for number, part in enumerate(parts):
        if part.id in seen:
            yield "A011", (*path, number, "id"), {"id": part.id}
        seen.add(part.id)


def is_number(value: object) -> bool:
    """Tell whether a value of JSON is a number that can be calculated with."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and -1e300 < value < 1e300
        and value == value
    )
