"""What makes a change of the log visible: commitments, the hash chain, the device's seal.

`h = SHA-256(prev_h ‖ id ‖ fixed fields ‖ commit_h)`, `mac = HMAC-SHA-256(device_key, h)`,
`commit_h = HMAC-SHA-256(salt, body)`; one chain per incarnation (RELIABILITY 3.4). The payload may
be erased without breaking the chain. Nothing here stops somebody who has the device key (C4).
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ecolearn.store.clock import Moment

_NUMBERS = struct.Struct(">QQqhqI")


def commitment(salt: bytes, body: bytes) -> bytes:
    """Return the 32 bytes that stand for `body` in the chain."""
    return hmac.digest(salt, body, "sha256")


def first_link(inc: bytes) -> bytes:
    """Return what the first event of an incarnation names as its predecessor."""
    return hashlib.sha256(b"ecolearn incarnation " + inc).digest()


def link(
    prev_h: bytes,
    event_id: bytes,
    inc: bytes,
    seq: int,
    lamport: int,
    learner: bytes | None,
    attempt: bytes | None,
    kind: str,
    item: str | None,
    pkg_hash: bytes | None,
    moment: Moment,
    commit_h: bytes,
) -> bytes:
    """Return `h`. Fields of changing length carry their length; absent ones differ from empty."""
    numbers = _NUMBERS.pack(
        seq, lamport, moment.wall_ms, moment.tz_min, moment.mono_ms, moment.flags
    )
    parts = [prev_h, event_id, inc, numbers, moment.boot]
    for value in (
        learner,
        attempt,
        kind.encode(),
        None if item is None else item.encode(),
        pkg_hash,
    ):
        parts.append(b"\xff\xff" if value is None else struct.pack(">H", len(value)) + value)
    parts.append(commit_h)
    return hashlib.sha256(b"".join(parts)).digest()


def seal(device_key: bytes, h: bytes) -> bytes:
    """Return the device's seal under a link."""
    return hmac.digest(device_key, h, "sha256")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: `gap` (numbers are missing), `unlinked` (the event
    before is not the one it followed), `changed` (its envelope), `body`, or `unsealed` (not by
    this device's key). Only `changed` and `body` say that this event itself is another."""

    inc: bytes
    seq: int
    event_id: bytes
    reason: str


_ALL = """
SELECT e.id, e.inc, e.seq, e.lamport, e.learner, e.attempt, e.kind, e.item, e.pkg_hash,
       e.wall_ms, e.tz_min, e.mono_ms, e.boot, e.flags, e.commit_h, e.prev_h, e.h, e.mac,
       p.salt, p.body
FROM event AS e LEFT JOIN payload AS p ON p.event_id = e.id
WHERE e.inc = ? AND e.fork = 0 ORDER BY e.seq
"""


_ORPHANS = "SELECT 1 FROM payload WHERE event_id NOT IN (SELECT id FROM event) LIMIT 1"


def verify(connection: sqlite3.Connection) -> Iterator[Break]:
    """Yield every break of the chains of the incarnations whose key is in this database."""
    keys = connection.execute("SELECT inc, device_key FROM incarnation ORDER BY ord").fetchall()
    bare: list[Break] = []
    for inc, key in keys:
        if not (isinstance(inc, bytes) and isinstance(key, bytes)):
            yield Break(b"", 0, b"", "unsealed")  # a damaged page knows no STRICT
            continue
        expected_seq, prev_h = 1, first_link(inc)
        for row in connection.execute(_ALL, (inc,)):
            event_id, _, seq, lamport, learner, attempt, kind, item, pkg_hash = row[:9]
            moment = Moment(row[9], row[10], row[11], row[12], row[13])
            commit_h, stored_prev, h, mac, salt, body = row[14:]
            if not (isinstance(seq, int) and isinstance(event_id, bytes)):
                yield Break(inc, expected_seq, b"", "changed")
                continue
            if seq != expected_seq:
                yield Break(inc, expected_seq, event_id, "gap")
            elif stored_prev != prev_h:
                yield Break(inc, seq, event_id, "unlinked")
            try:
                real = link(
                    stored_prev,
                    event_id,
                    inc,
                    seq,
                    lamport,
                    learner,
                    attempt,
                    kind,
                    item,
                    pkg_hash,
                    moment,
                    commit_h,
                )
            except (struct.error, TypeError, ValueError, AttributeError):
                real = b""  # a damaged file: a value that is not there, or of another type
            if real != h:
                yield Break(inc, seq, event_id, "changed")
            elif key and seal(key, real) != mac:  # no key: taken out, see `store.sealing`
                yield Break(inc, seq, event_id, "unsealed")
            if body is None:
                bare.append(Break(inc, seq, event_id, "body"))
            elif not _fits(salt, body, commit_h):
                yield Break(inc, seq, event_id, "body")
            expected_seq, prev_h = seq + 1, h
    # a payload that has lost its event: then one that seems erased perhaps is not
    if bare and connection.execute(_ORPHANS).fetchone():
        yield from bare


def _fits(salt: object, body: object, commit_h: object) -> bool:
    if not (isinstance(salt, bytes) and isinstance(body, bytes)):
        return False
    return commitment(salt, body) == commit_h
