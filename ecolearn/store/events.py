"""What can happen: the kinds of events, their canonical bodies, and the envelope before it is
chained (RELIABILITY 3.4). `FORMS` lists each kind with the fields of its body."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import msgspec

from ecolearn.errors import NotSaved
from ecolearn.store.clock import Moment
from ecolearn.store.ids import uuid7

#: no body is larger, in bytes; responses are capped by their item long before
BODY_MAX = 256 * 1024

Body = dict[str, Any]

#: kind → fields of the body. Times in ms, scores 0–1 after hints. A kind that is not here comes
#: from a newer program: it is kept and left out of the views.
FORMS: dict[str, tuple[str, ...]] = {
    "learner_profile": ("name", "picture", "hue", "language"),
    "learner_pin": ("pin",),
    "learner_seen": (),
    "learner_pin_wrong": ("wrong",),
    "learner_removed": ("removed",),
    "lesson_opened": ("course", "module", "lesson", "parts"),
    "lesson_spot": ("course", "lesson", "block", "shift", "furthest"),
    "lesson_finished": ("course", "module", "lesson", "parts"),
    "lesson_answered": ("course", "lesson", "response", "grade", "score"),
    "lesson_hinted": ("course", "lesson", "hints"),
    "started": ("course", "module", "quiz", "number", "retry_of", "settings", "parts"),
    "shown": ("seed", "items"),
    "answered": ("course", "response", "grade", "score", "elapsed_ms"),
    "drafted": ("response", "elapsed_ms"),
    "hinted": ("hints", "elapsed_ms"),
    "flagged": ("flagged",),
    "moved": ("position", "elapsed_ms"),
    "finished": ("course", "module", "marks", "score", "passed", "result", "elapsed_ms", "parts"),
    "graded": ("course", "grade", "score", "reason", "person"),
    # the item is the activity; `state` is a JSON object as the activity cleans it
    "activity_saved": ("course", "lesson", "kind", "state", "score", "done"),
    # the item is the series; `entry` is an id in hex, the same for every correction; `day` is
    # YYYY-MM-DD
    "diary_written": ("entry", "day", "value", "unit", "note"),
    "diary_removed": ("entry", "removed"),
}

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder()


def canonical(body: Body) -> bytes:
    """Return `body` as the one JSON text it has: sorted keys, no spaces, UTF-8.

    Raises `NotSaved` with the reason `too-long` or `not-json`.
    """
    try:
        raw = _encoder.encode(body)
    except (TypeError, ValueError, OverflowError) as error:
        raise NotSaved(reason="not-json") from error
    if len(raw) > BODY_MAX:
        raise NotSaved(reason="too-long")
    return raw


def read_body(raw: bytes) -> Body:
    """Return the body that `raw` holds. Raises `ValueError` if it is not a JSON object."""
    try:
        body = _decoder.decode(raw)
    except msgspec.DecodeError as error:
        raise ValueError("not JSON") from error
    if not isinstance(body, dict):
        raise ValueError("not an object")
    return body


def to_text(value: object) -> str:
    """Return `value` as canonical JSON text, for a column of a view."""
    return _encoder.encode(value).decode()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, before it has an id and a time. Ids are 16 bytes."""

    kind: str
    body: Body
    learner: bytes | None = None
    attempt: bytes | None = None
    item: str | None = None
    pkg_hash: bytes | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A fact with identity and time; `body` is canonical JSON and `data` the same decoded.

    Made once, before the first try to save it: every later try uses the same id and bytes.
    """

    id: bytes
    kind: str
    learner: bytes | None
    attempt: bytes | None
    item: str | None
    pkg_hash: bytes | None
    moment: Moment
    salt: bytes
    body: bytes
    data: Body = field(compare=False)


def make_event(fact: Fact, moment: Moment) -> Event:
    """Return `fact` as an event of this moment."""
    return Event(
        uuid7(),
        fact.kind,
        fact.learner,
        fact.attempt,
        fact.item,
        fact.pkg_hash,
        moment,
        os.urandom(16),
        canonical(fact.body),
        fact.body,
    )
