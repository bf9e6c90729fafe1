"""What went wrong in SQLite, in the few words the store decides by."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Literal

from ecolearn.errors import DamagedDatabase, DiskFull, EcoLearnError, NoPlaceForData, path_fact

Trouble = Literal[
    "full", "locked", "cannot-open", "damaged", "read-only", "io", "conflict", "other"
]

#: primary SQLite result code → our word (sqlite.org/rescode.html)
_BY_CODE: dict[int, Trouble] = {
    5: "locked",  # SQLITE_BUSY
    6: "locked",  # SQLITE_LOCKED
    8: "read-only",
    10: "io",
    11: "damaged",  # SQLITE_CORRUPT
    13: "full",
    14: "cannot-open",
    15: "locked",  # SQLITE_PROTOCOL: the lock of a WAL file could not be had
    19: "conflict",  # SQLITE_CONSTRAINT
    26: "damaged",  # SQLITE_NOTADB
}
#: result codes that say something else than their primary one
_BY_EXTENDED: dict[int, Trouble] = {
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",  # no room for the index of the write-ahead log
}
#: what a commit needs at most beside what is there, told to the user when the disk is full
NEEDED = 1024 * 1024
_FULL_ERRNO = {errno.ENOSPC, errno.EDQUOT}


class DatabaseBusy(EcoLearnError):
    """Another program holds the database. Facts: `path`, `reason`."""

    code = "database-busy"


def trouble_of(error: BaseException) -> Trouble:
    """Return the kind of trouble of an error of sqlite3, SQLAlchemy (its `orig`) or the system."""
    if isinstance(error, DatabaseBusy):
        return "locked"
    original = getattr(error, "orig", None)
    if isinstance(original, BaseException):
        error = original
    if isinstance(error, OSError):
        return "full" if error.errno in _FULL_ERRNO else "io"
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if isinstance(code, int):
            return _BY_EXTENDED.get(code) or _BY_CODE.get(code & 0xFF, "other")
        if str(error).startswith("Could not decode to UTF-8"):
            return "damaged"  # all text was written as UTF-8
    if isinstance(error, UnicodeDecodeError):
        return "damaged"  # the driver could not read SQLite's own message about the tables
    return "other"


def known(error: Exception, database: Path) -> Exception:
    """Return the trouble we know for an error of SQLite or of the disk, else the error itself."""
    match trouble_of(error):
        case "full":
            return DiskFull(path=path_fact(database.parent), needed=NEEDED)
        case "damaged" | "conflict":  # our tables take what is written to them, others do not
            return DamagedDatabase(path=path_fact(database), reason=str(error))
        case "locked":
            return DatabaseBusy(path=path_fact(database), reason="locked")
        case "read-only":
            return NoPlaceForData(path=path_fact(database.parent), reason="read-only")
        case "io" | "cannot-open":
            return NoPlaceForData(path=path_fact(database.parent), reason="io")
        case _:
            return error
