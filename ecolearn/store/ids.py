"""Identifiers: UUIDv7 for events (RFC 9562, 5.7) and random UUIDs for people and attempts."""

from __future__ import annotations

import os
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def uuid7() -> bytes:
    """Return a new UUIDv7 as 16 bytes, larger than every earlier one of this process.

    48 bits of Unix milliseconds and 12 bits of a counter grow together, so that ids made in the
    same millisecond, or after the clock went back, still rise (RFC 9562, 6.2, method 3). They
    are only identities: the order of events is their sequence (RELIABILITY 3.4).
    """
    global _last
    with _lock:
        _last = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        value = _last
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    number = ((value >> 12) << 80) | (7 << 76) | ((value & 0xFFF) << 64) | (2 << 62) | tail
    return number.to_bytes(16, "big")


def new_id() -> str:
    """Return a random id as 32 hex digits."""
    return uuid.uuid4().hex


def to_bytes(text: str) -> bytes:
    """Return the 16 bytes of an id. Raises `ValueError` if it is not one."""
    raw = bytes.fromhex(text)
    if len(raw) != 16:
        raise ValueError("not an id")
    return raw
