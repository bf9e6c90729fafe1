"""The time in the four ways an event needs, and whether the clock jumped (RELIABILITY 3.11).

Wrong clocks never block anybody: they are noted in `flags`, and order comes from sequence.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

#: wall and monotonic time drifted apart by more than `JUMP_S` since the last event
JUMPED = 1
#: the wall clock is behind an earlier event of this database
BACKWARDS = 2
#: taken in from the side journal
FROM_SIDE = 4
#: recovered from a damaged file or a backup
RECOVERED = 8

JUMP_S = 120.0


def utc_now() -> datetime:
    """Return the present as an aware UTC instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """Milliseconds since 1970, minutes east of UTC, milliseconds of the monotonic clock, boot id,
    flags."""

    wall_ms: int
    tz_min: int
    mono_ms: int
    boot: bytes
    flags: int = 0


class Clock:
    """Takes moments. `now` is the wall clock (replaced in tests), `mono` counts seconds and never
    goes back, `suspended` returns the seconds this PC has slept since it was started."""

    def __init__(
        self,
        now: Callable[[], datetime] = utc_now,
        mono: Callable[[], float] = time.monotonic,
        suspended: Callable[[], float] | None = None,
        boot: bytes | None = None,
    ) -> None:
        self._now = now
        self._mono = mono
        self._suspended = suspended or _suspended
        self.boot = boot if boot is not None else boot_id()
        self._last: tuple[float, float, float] | None = None
        self._latest_ms = 0
        self._tz: tuple[int, int] = (-1, 0)

    def saw(self, wall_ms: int) -> None:
        """Learn the wall time of an earlier event."""
        self._latest_ms = max(self._latest_ms, wall_ms)

    def moment(self) -> Moment:
        """Return the present and judge the clock by the moment before."""
        wall, mono = self._now().timestamp(), self._mono()
        slept = self._suspended()
        flags = 0
        if self._last is not None:
            last_wall, last_mono, last_slept = self._last
            drift = (wall - last_wall) - (mono - last_mono) - (slept - last_slept)
            if abs(drift) > JUMP_S:
                flags |= JUMPED
        self._last = (wall, mono, slept)
        wall_ms = int(wall * 1000)
        if wall_ms < self._latest_ms - int(JUMP_S * 1000):
            flags |= BACKWARDS
        self._latest_ms = max(self._latest_ms, wall_ms)
        return Moment(wall_ms, self._zone(int(wall)), int(mono * 1000), self.boot, flags)

    def _zone(self, wall_s: int) -> int:
        minute = wall_s // 60
        if self._tz[0] != minute:
            try:
                offset = time.localtime(wall_s).tm_gmtoff
            except (OverflowError, OSError, ValueError):
                offset = 0
            self._tz = (minute, offset // 60)
        return self._tz[1]


def _suspended() -> float:
    """Return the seconds slept since boot; 0 where the system does not say (Windows: open)."""
    if sys.platform != "linux":
        return 0.0
    return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)


def boot_id() -> bytes:
    """Return 16 bytes that stay the same until the PC is started again.

    Linux tells it; elsewhere it is made from the minute the PC was started, which a corrected
    clock can change: then time counts as it does after a restart.
    """
    try:
        text = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return bytes.fromhex(text.replace("-", ""))
    except (OSError, ValueError):
        started = round((time.time() - time.monotonic()) / 60)
        seed = f"{started}:{os.environ.get('COMPUTERNAME', '')}".encode()
        return hashlib.sha256(seed).digest()[:16]
