"""Locks between programs on one data folder: held on small files, given back by the system when
a program ends, however it ends.

Every open store *shares* the lock `eco.lock`. Whoever puts another database in place *claims* it:
that works only when nobody has the old one open, so no answer can go into a file that has just
been set aside.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_ASK_AGAIN_S = 0.05


class Lock:
    """A lock that is held until `release`."""

    def __init__(self, handle: int = -1) -> None:
        self._handle = handle

    def release(self) -> None:
        """Give it back; twice does no harm."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


def presence(folder: Path) -> Path:
    """Return the file that stands for "this data folder is in use"."""
    return folder / "eco.lock"


def share(path: Path, wait_s: float = 0.0) -> Lock | None:
    """Return a lock that others may share too; None if somebody has claimed it.

    Where the file cannot be made, nobody can claim it either: the lock is then an empty one.
    """
    return _take(path, wait_s, alone=False)


def claim(path: Path, wait_s: float = 0.0) -> Lock | None:
    """Return a lock that nobody shares; None if somebody has it, or the file cannot be made."""
    return _take(path, wait_s, alone=True)


def _take(path: Path, wait_s: float, *, alone: bool) -> Lock | None:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError:
        return None if alone else Lock()
    end = time.monotonic() + wait_s
    while not _lock(handle, alone=alone):
        if time.monotonic() >= end:
            os.close(handle)
            return None
        time.sleep(_ASK_AGAIN_S)
    return Lock(handle)


def _lock(handle: int, *, alone: bool) -> bool:
    if sys.platform == "win32":
        import msvcrt

        if not alone:
            return True  # there, a database that somebody has open cannot be moved
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
