"""The side journal: where an answer goes when the database cannot take it (RELIABILITY 3.5).

`outbox/side-<inc>-<writer>.jsonl`, one event a line with its own checksum. Each writer has its own
file and holds a lock on it, so that nobody takes it in and deletes it while it still grows.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import secrets
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ecolearn.store.clock import FROM_SIDE, Moment
from ecolearn.store.events import Event, read_body
from ecolearn.store.places import sync_folder

log = logging.getLogger(__name__)

_encoder = msgspec.json.Encoder(order="sorted")


def _lock(handle: int) -> bool:
    """Take the file for this process; tell whether that went well."""
    if sys.platform == "win32":
        return True  # a file that somebody has open cannot be deleted there
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class SideJournal:
    """The side file of one writer. The file is made with the first event."""

    def __init__(self, folder: Path, inc: bytes) -> None:
        self.folder = folder
        self.path = folder / f"side-{inc.hex()}-{secrets.token_hex(4)}.jsonl"
        self._handle: int | None = None
        self._size = 0

    def append(self, events: Iterable[Event]) -> None:
        """Add the events; return when they, and the file's entry in its folder, are durable.

        Raises `OSError`; then none of them counts as added.
        """
        text = b"".join(_line(event) for event in events)
        new = self._handle is None
        if self._handle is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self.path, flags, 0o600)
            self._size = 0
            _lock(self._handle)
        try:
            left = memoryview(text)
            while left:
                left = left[os.write(self._handle, left) :]
            os.fsync(self._handle)
            if new:
                sync_folder(self.folder)
                sync_folder(self.folder.parent)
        except OSError:
            self._take_back(new)
            raise
        self._size += len(text)

    def _take_back(self, new: bool) -> None:
        """Remove what a failed append left; a torn line would be skipped when read anyway."""
        with contextlib.suppress(OSError):
            assert self._handle is not None
            os.ftruncate(self._handle, self._size)
        if new:
            self.close()
            with contextlib.suppress(OSError):
                self.path.unlink()

    def discard(self) -> None:
        """Delete the file, once its events are committed."""
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()
            sync_folder(self.folder)
        self._size = 0

    def close(self) -> None:
        """Close the file and leave it to the next start."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@dataclass(slots=True)
class Found:
    """A side file of an earlier run: its events, and whether some lines could not be read."""

    path: Path
    events: list[Event]
    spoilt: int
    handle: int

    def done(self, quarantine: Path) -> None:
        """Delete the file; one with spoilt lines is kept in quarantine for a person to look at."""
        try:
            if self.spoilt:
                quarantine.mkdir(parents=True, exist_ok=True)
                self.path.replace(quarantine / self.path.name)
            else:
                self.path.unlink()
            sync_folder(self.path.parent)
        except OSError as error:
            log.warning("side journal stays: %s", error.strerror)  # taking it in twice is harmless
        finally:
            self.leave()

    def leave(self) -> None:
        """Let go of the file."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def left_behind(folder: Path) -> list[Found]:
    """Return the side files that no living program holds, oldest first."""
    found: list[Found] = []
    try:
        files = sorted(folder.glob("side-*.jsonl"), key=lambda path: path.stat().st_mtime_ns)
    except OSError:
        return []
    for path in files:
        try:
            handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        except OSError:
            continue
        if not _lock(handle):
            os.close(handle)
            continue
        events: list[Event] = []
        spoilt = 0
        with os.fdopen(os.dup(handle), "rb") as file:
            lines = file.read().split(b"\n")
        torn = lines.pop()  # after the last newline: never acknowledged
        if torn:
            log.warning("side journal: last line torn")
        for line in lines:
            event = _read(line)
            if event is None:
                spoilt += 1
            else:
                events.append(event)
        if sys.platform == "win32":
            os.close(handle)
            handle = -1
        found.append(Found(path, events, spoilt, handle))
    return found


def _line(event: Event) -> bytes:
    moment = event.moment
    plain: dict[str, Any] = {
        "id": event.id.hex(),
        "kind": event.kind,
        "learner": event.learner.hex() if event.learner is not None else None,
        "attempt": event.attempt.hex() if event.attempt is not None else None,
        "item": event.item,
        "pkg": event.pkg_hash.hex() if event.pkg_hash is not None else None,
        "time": [moment.wall_ms, moment.tz_min, moment.mono_ms, moment.boot.hex(), moment.flags],
        "salt": event.salt.hex(),
        "body": event.body.decode(),
    }
    return _encoder.encode({**plain, "sum": _sum(plain)}) + b"\n"


def _sum(plain: dict[str, Any]) -> str:
    return hashlib.sha256(_encoder.encode(plain)).hexdigest()[:32]


def _read(line: bytes) -> Event | None:
    """Return the event of a line, or None if the line is not what was written."""
    try:
        plain = msgspec.json.decode(line)
        if plain.pop("sum") != _sum(plain):
            return None
        wall, zone, mono, boot, flags = plain["time"]
        body = plain["body"].encode()
        return Event(
            bytes.fromhex(plain["id"]),
            plain["kind"],
            _bytes(plain["learner"]),
            _bytes(plain["attempt"]),
            plain["item"],
            _bytes(plain["pkg"]),
            Moment(wall, zone, mono, bytes.fromhex(boot), flags | FROM_SIDE),
            bytes.fromhex(plain["salt"]),
            body,
            read_body(body),
        )
    except (msgspec.DecodeError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else bytes.fromhex(text)
