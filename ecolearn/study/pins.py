"""PINs: hashed by scrypt, guarded by a rising delay. A PIN guards only the screen (RELIABILITY C8).

The parameters travel in the text, so that Argon2id (3.12) can take over without losing PINs.
"""

from __future__ import annotations

import hashlib
import hmac
import os

from ecolearn.errors import BadPin

#: RFC 7914: 2^14 blocks of 8 × 128 bytes, 16 MB and about 40 ms
_LOG_N, _R, _P = 14, 8, 1
_MEMORY = 64 * 1024 * 1024

#: letters or digits of a PIN, without the spaces around it
LEAST_LENGTH = 4

#: so many wrong tries are free (3.12)
FREE_TRIES = 5
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 900


def hash_pin(pin: str) -> str:
    """Return the text to keep for `pin`; "" for no PIN.

    Raises `BadPin` for one that is too short, or blank.
    """
    if not pin:
        return ""
    if len(pin.strip()) < LEAST_LENGTH:
        raise BadPin(least=LEAST_LENGTH)
    salt = os.urandom(16)
    digest = _scrypt(pin, salt, _LOG_N, _R, _P)
    return f"scrypt${_LOG_N}${_R}${_P}${salt.hex()}${digest.hex()}"


def is_pin(pin: str, kept: str) -> bool:
    """Tell whether `pin` is the one that was kept. A text nobody can read opens for no PIN."""
    if not kept:
        return True
    try:
        name, log_n, r, p, salt, digest = kept.split("$")
        if name != "scrypt":
            return False
        found = _scrypt(pin, bytes.fromhex(salt), int(log_n), int(r), int(p))
        return hmac.compare_digest(found, bytes.fromhex(digest))
    except ValueError:
        return False


def wait_s(wrong: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row: 0 for the first four, then
    30 doubling up to 900."""
    if wrong < FREE_TRIES:
        return 0
    return min(FIRST_WAIT_S << min(wrong - FREE_TRIES, 10), LONGEST_WAIT_S)


def _scrypt(pin: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    raw = pin.encode("utf-8", "replace")
    return hashlib.scrypt(raw, salt=salt, n=2**log_n, r=r, p=p, maxmem=_MEMORY, dklen=32)
