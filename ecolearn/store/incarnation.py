"""Which life of this database we are in (RELIABILITY 3.6).

A new incarnation begins when a database is created, restored, found at another place (another PC,
disk or path), or when its image was sealed before it was copied. Old events stay as they are; new
ones get a chain and a key of their own.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from ecolearn.store.chain import first_link
from ecolearn.store.machine import hardware

#: the place of an image that was sealed: nowhere
SEALED = b"\0" * 32


@dataclass(frozen=True, slots=True)
class Life:
    """The incarnation being lived, and the head of its chain."""

    inc: bytes
    device_key: bytes
    seq: int
    h: bytes
    #: highest logical time in the database
    lamport: int


def place_of(path: Path) -> bytes:
    """Return a hash of this PC, the disk and the path of the database."""
    parts = (_machine(), hardware(), _volume(path.parent), os.path.normcase(str(path.absolute())))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).digest()


def _machine() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE,
                r"SOFTWARE\Microsoft\Cryptography",
                0,
                winreg.KEY_READ | winreg.KEY_WOW64_64KEY,
            ) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return os.environ.get("COMPUTERNAME", "")
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(name).read_text("ascii").strip()
        except (OSError, ValueError):
            continue
    return ""


def _volume(folder: Path) -> str:
    """Return what names the file system: its serial on Windows, `f_fsid` elsewhere."""
    try:
        if sys.platform == "win32":
            return str(folder.stat().st_dev)  # the volume's serial number
        return str(os.statvfs(folder).f_fsid)
    except OSError:
        return ""


def begin(connection: sqlite3.Connection, place: bytes, reason: str) -> bytes:
    """Begin a new incarnation inside the caller's transaction; return its id."""
    inc = os.urandom(16)
    connection.execute(
        "INSERT INTO incarnation (inc, ord, place_h, device_key, reason, created_ms) "
        "SELECT ?, 1 + coalesce(max(ord), 0), ?, ?, ?, ? FROM incarnation",
        (inc, place, os.urandom(32), reason, time.time_ns() // 1_000_000),
    )
    return inc


def needs_new(connection: sqlite3.Connection, place: bytes) -> str:
    """Return why a new incarnation must begin ("" = the newest one goes on)."""
    row = connection.execute("SELECT place_h FROM incarnation ORDER BY ord DESC LIMIT 1").fetchone()
    if row is None:
        return "created"
    if row[0] == SEALED:
        return "sealed"
    return "" if row[0] == place else "moved"


def forget_place(connection: sqlite3.Connection) -> None:
    """Take place and keys out, inside the caller's transaction: whoever opens the database next
    begins anew, and copies of it do not share a key. Seals of old events cannot be checked then;
    their links can."""
    connection.execute("UPDATE incarnation SET place_h = ?, device_key = x''", (SEALED,))


def living(connection: sqlite3.Connection) -> Life:
    """Return the incarnation being lived, with the head of its chain."""
    inc, key = connection.execute(
        "SELECT inc, device_key FROM incarnation ORDER BY ord DESC LIMIT 1"
    ).fetchone()
    row = connection.execute(
        "SELECT seq, h FROM event WHERE inc = ? AND fork = 0 ORDER BY seq DESC LIMIT 1", (inc,)
    ).fetchone()
    seq, h = row or (0, first_link(inc))
    return Life(inc, key, seq, h, highest_lamport(connection))


def highest_lamport(connection: sqlite3.Connection) -> int:
    """Return the highest logical time. Within an incarnation it rises with `seq`; a merge notes
    what it brought in under `lamport` in `meta`."""
    row = connection.execute(
        # a join would be begun at the events, and read all of them after each answer elsewhere
        "SELECT max((SELECT lamport FROM event WHERE inc = i.inc ORDER BY seq DESC LIMIT 1)), "
        "(SELECT value FROM meta WHERE key = 'lamport') FROM incarnation AS i"
    ).fetchone()
    return max(int(row[0] or 0), int(row[1] or 0))
