"""The checks of the self-check, one function each, in the order in which they are told."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ecolearn.paths import resources_root
from ecolearn.store import chain, locks, places, state
from ecolearn.store.backup import copies, trouble_in
from ecolearn.store.doctor import Finding, Look
from ecolearn.store.engine import choose_journal, wal_allowed
from ecolearn.store.program_files import missing_files
from ecolearn.store.recovery import incomplete
from ecolearn.store.reserve import LOW, ROOM
from ecolearn.store.second import chosen_folder, second_folder
from ecolearn.store.side import left_behind
from ecolearn.store.tables import MIN_READER, SCHEMA

_DAY_MS = 24 * 3600 * 1000
#: work that is not in any copy for so long is told
OLD_MS = 2 * _DAY_MS
#: the clock may be behind the newest event by so much: other PCs have clocks too
BEHIND_MS = 10 * 60 * 1000
#: the program is younger than this
FIRST_YEAR, LAST_YEAR = 2026, 2100
#: runs in a row without goodbye that are told
MANY_UNCLEAN = 3
#: file systems that are gone when the PC is switched off
_FLEETING = frozenset({"tmpfs", "ramfs", "overlay", "aufs", "unionfs"})


def _folder(look: Look) -> Iterator[Finding]:
    folder: dict[str, object] = {"path": str(look.folder)}
    if not look.folder.exists():
        yield Finding("folder", "ok", "new", folder)
    elif not look.folder.is_dir() or not os.access(look.folder, os.R_OK | os.X_OK):
        yield Finding("folder", "problem", "no-folder", folder)
    elif not places.is_local(look.folder):
        yield Finding("folder", "problem", "network", folder)
    elif reason := places.trouble_with(look.folder):
        yield Finding("folder", "problem", reason, folder)
    elif look.path.exists() and not os.access(look.path, os.R_OK | os.W_OK):
        yield Finding("folder", "problem", "rights", {"path": str(look.path)})
    else:
        yield Finding("folder", "ok", "good", folder)


def _space(look: Look) -> Iterator[Finding]:
    place = look.folder
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    facts: dict[str, object] = {"free_bytes": free, "needed_bytes": ROOM}
    if free < LOW:
        yield Finding("space", "problem", "none", facts)
    elif free < 2 * ROOM:
        yield Finding("space", "warning", "little", facts)
    else:
        yield Finding("space", "ok", "good", facts)


def _clock(look: Look) -> Iterator[Finding]:
    facts: dict[str, object] = {"now_ms": look.now_ms}
    last = look.number("SELECT max(wall_ms) FROM event")
    if not FIRST_YEAR <= look.now.year <= LAST_YEAR:
        yield Finding("clock", "problem", "wrong", facts)
    elif look.now_ms < last - BEHIND_MS:
        yield Finding("clock", "warning", "behind", facts | {"last_ms": last})
    else:
        yield Finding("clock", "ok", "good", facts)


def _program(_look: Look) -> Iterator[Finding]:
    missing = missing_files(resources_root())
    if missing:
        names = ", ".join(missing[:3])
        facts: dict[str, object] = {"count": len(missing), "name": names}
        yield Finding("program", "problem", "missing", facts)
    else:
        yield Finding("program", "ok", "good")


def _sqlite(look: Look) -> Iterator[Finding]:
    version = sqlite3.sqlite_version_info[:3]
    facts: dict[str, object] = {"version": sqlite3.sqlite_version, "journal": choose_journal()}
    if not wal_allowed(version):
        why = "old"
    elif choose_journal() == "truncate":
        why = "setting"
    else:
        why = "wal"
    yield Finding("sqlite", "ok", why, facts)


def _database(look: Look) -> Iterator[Finding]:
    if look.unread == "damaged":
        yield Finding("database", "problem", "damaged", {"path": str(look.path)})
        return
    if look.unread:
        yield Finding("database", "problem", "unreadable", {"reason": look.unread})
        return
    if look.copy is None:
        what = "lost" if copies(look.folder / "backups") else "new"
        yield Finding("database", "ok" if what == "new" else "problem", what)
        return
    answer = str(look.copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
    noted = state.read(look.folder).damage
    if answer != "ok" or noted:
        yield Finding("database", "problem", "damaged", {"path": str(look.path)})
        return
    facts: dict[str, object] = {
        "events": look.number("SELECT count(*) FROM event"),
        "size_bytes": look.path.stat().st_size,
        "found": look.found.version,
        "known": SCHEMA,
    }
    if look.found.version > SCHEMA:
        yield Finding("database", "warning", "newer", facts)
    else:
        yield Finding("database", "ok", "good", facts)


def _can_be_read(look: Look) -> bool:
    """Tell whether the tables are ours: a newer program may have changed them."""
    least = look.number("SELECT value FROM meta WHERE key = 'min_reader'")
    return look.copy is not None and least <= max(SCHEMA, MIN_READER)


def _chain(look: Look) -> Iterator[Finding]:
    if look.copy is None or not _can_be_read(look):
        return
    breaks = list(chain.verify(look.copy))
    reasons = sorted({one.reason for one in breaks})
    if not breaks:
        yield Finding("chain", "ok", "good")
        return
    first = look.copy.execute(
        "SELECT wall_ms FROM event WHERE id = ?", (breaks[0].event_id,)
    ).fetchone()
    facts: dict[str, object] = {
        "count": len(breaks),
        "reason": ", ".join(reasons),
        "first_ms": int(first[0]) if first else 0,
    }
    changed = {"changed", "body"} & set(reasons)
    yield Finding("chain", "problem", "changed" if changed else "gap", facts)


def _views(look: Look) -> Iterator[Finding]:
    from ecolearn.store import views

    if look.copy is None or look.found.version != SCHEMA or not _can_be_read(look):
        return
    before = views.digest(look.copy)
    look.copy.execute("BEGIN")
    views.rebuild(look.copy)
    same = views.digest(look.copy) == before
    look.copy.execute("ROLLBACK")
    yield Finding("views", "ok" if same else "warning", "good" if same else "differ")


def _copies(look: Look) -> Iterator[Finding]:
    found = copies(look.folder / "backups")
    last_event = look.number("SELECT max(wall_ms) FROM event")
    noted = state.read(look.folder)
    if noted.backup_trouble:
        facts: dict[str, object] = {
            "since_ms": noted.backup_trouble_ms,
            "reason": noted.backup_trouble,
        }
        yield Finding("copies", "problem", "failing", facts)
    if not found:
        first = look.number("SELECT min(wall_ms) FROM event")
        late = first and look.now_ms - first > OLD_MS
        yield Finding("copies", "problem" if late else "ok", "none" if late else "not-yet")
        return
    newest = found[0]
    made_ms = int(newest.made_at.timestamp() * 1000)
    facts = {"count": len(found), "made_ms": made_ms, "name": newest.path.name}
    if trouble_in(newest.path):
        yield Finding("copies", "problem", "bad", facts)
    elif last_event and last_event - made_ms > OLD_MS:
        yield Finding("copies", "warning", "old", facts | {"last_ms": last_event})
    else:
        yield Finding("copies", "ok", "good", facts)


def _second(look: Look) -> Iterator[Finding]:
    place = chosen_folder(look.folder)
    second = second_folder(look.folder)
    if place is None or second is None:
        yield Finding("second", "ok", "none")
        return
    path: dict[str, object] = {"path": str(place)}
    if not place.is_dir():
        yield Finding("second", "warning", "away", path)
        return
    found = copies(second)
    if state.read(look.folder).second_trouble:
        yield Finding("second", "warning", "failing", path)
    elif not found:
        yield Finding("second", "ok", "not-yet", path)
    elif look.copy is not None and incomplete(look.copy, found[0].path):
        path |= {"made_ms": int(found[0].made_at.timestamp() * 1000)}
        yield Finding("second", "problem", "ahead", path)
    else:
        path |= {"made_ms": int(found[0].made_at.timestamp() * 1000), "count": len(found)}
        yield Finding("second", "ok", "good", path)


def _side(look: Look) -> Iterator[Finding]:
    waiting = left_behind(look.folder / "outbox")
    try:
        events = sum(len(one.events) for one in waiting)
    finally:
        for one in waiting:
            one.leave()
    if events:
        yield Finding("side", "warning", "waiting", {"count": events})
    else:
        yield Finding("side", "ok", "good")


def _quarantine(look: Look) -> Iterator[Finding]:
    place = look.folder / "quarantine"
    files = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else []
    if not files:
        yield Finding("quarantine", "ok", "good")
        return
    facts: dict[str, object] = {
        "count": len(list(place.iterdir())),
        "size_bytes": sum(path.stat().st_size for path in files),
        "newest_ms": int(max(path.stat().st_mtime for path in files) * 1000),
        "path": str(place),
    }
    yield Finding("quarantine", "warning", "kept", facts)


def _lives(look: Look) -> Iterator[Finding]:
    if look.copy is None or not _can_be_read(look):
        return
    facts: dict[str, object] = {
        "count": look.number("SELECT count(*) FROM incarnation"),
        "moved": look.number("SELECT count(*) FROM incarnation WHERE reason IN ('moved','sealed')"),
        "forks": look.number("SELECT count(*) FROM event WHERE fork > 0"),
    }
    if facts["forks"]:
        yield Finding("lives", "warning", "forks", facts)
    elif facts["moved"]:
        yield Finding("lives", "ok", "moved", facts)
    else:
        yield Finding("lives", "ok", "good", facts)


def _endings(look: Look) -> Iterator[Finding]:
    noted = state.read(look.folder)
    facts: dict[str, object] = {"count": noted.unclean_in_a_row, "all": noted.unclean}
    kind = mount_kind(look.folder)
    if kind in _FLEETING:
        yield Finding("endings", "problem", "fleeting", {"kind": kind})
    elif noted.unclean_in_a_row >= MANY_UNCLEAN:
        yield Finding("endings", "warning", "unclean", facts)
    else:
        yield Finding("endings", "ok", "good", facts)


def _window(look: Look) -> Iterator[Finding]:
    if not look.folder.is_dir():
        return
    alone = locks.claim(locks.presence(look.folder))
    if alone is not None:
        alone.release()
    yield Finding("window", "ok", "closed" if alone is not None else "open")


def mount_kind(folder: Path) -> str:
    """Return the kind of file system that `folder` is on ("" = unknown)."""
    if sys.platform == "win32":
        return ""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "surrogateescape").splitlines()
        here = str(folder.resolve())
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) > 2:
            point = parts[1].replace(r"\040", " ")
            inside = here == point or here.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, kind = point, parts[2]
    return kind


CHECKS: dict[str, Callable[[Look], Iterator[Finding]]] = {
    "folder": _folder,
    "space": _space,
    "clock": _clock,
    "program": _program,
    "sqlite": _sqlite,
    "database": _database,
    "chain": _chain,
    "views": _views,
    "copies": _copies,
    "second": _second,
    "side": _side,
    "quarantine": _quarantine,
    "lives": _lives,
    "endings": _endings,
    "window": _window,
}
