"""What the safety features remember about a data folder: how runs ended, whether the last copy
could be made, what a check found. `safety.json`: counts, times and codes, no name and no answer.

It is a notice, not a record: if it cannot be read or written, nothing but a notice is lost.
"""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from ecolearn.store.places import sync_folder

log = logging.getLogger(__name__)

_LARGEST = 100_000  # bytes


@dataclass(frozen=True, slots=True)
class State:
    """Times are milliseconds since 1970, 0 = never."""

    #: a run has begun and not said goodbye
    running: bool = False
    starts: int = 0
    #: runs in a row that ended without goodbye, and all of them
    unclean_in_a_row: int = 0
    unclean: int = 0
    #: what a check found wrong with the database ("" = nothing): the next start repairs it
    damage: str = ""
    #: why the last copy could not be made ("" = it could), and since when
    backup_trouble: str = ""
    backup_trouble_ms: int = 0
    #: the same for the copy at the second place
    second_trouble: str = ""
    #: the newest event when the last run said goodbye: incarnation (hex) and number
    last_inc: str = ""
    last_seq: int = 0
    #: when a database was last put in place of another, and how
    replaced_ms: int = 0
    replaced_why: str = ""


def read(folder: Path) -> State:
    """Return what is remembered; whatever makes no sense gets its default."""
    found: Any = None
    path = _path(folder)
    try:
        if path.stat().st_size < _LARGEST:
            found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        pass
    state = State()
    if not isinstance(found, dict):
        return state
    known: dict[str, Any] = {}
    for one in fields(State):
        value = found.get(one.name)
        if type(value) is type(getattr(state, one.name)):
            known[one.name] = value
    return replace(state, **known)


def write(folder: Path, **changes: object) -> State:
    """Remember `changes`; a failure is logged and nothing else. What was found damaged, or was put
    right, is flushed: the next start acts on it."""
    before = read(folder)
    state = replace(before, **changes)  # type: ignore[arg-type]
    path = _path(folder)
    if state == before and path.exists():
        return state
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(state), indent=1))
            if state.damage != before.damage:
                file.flush()
                os.fsync(file.fileno())
        os.replace(part, path)
        if state.damage != before.damage:
            sync_folder(folder)
    except OSError as error:
        log.warning("state not kept: %s", error.__class__.__name__)
    return state


def now_ms() -> int:
    """Return the wall time."""
    return time.time_ns() // 1_000_000


def _path(folder: Path) -> Path:
    return folder / "safety.json"
