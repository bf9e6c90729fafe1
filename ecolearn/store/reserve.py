"""The reserve: 16 MB that are given back when the disk is full, so that answers still fit
(RELIABILITY 3.1, F6, F7)."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from ecolearn.store.places import sync_folder

SIZE = 16 * 1024 * 1024
#: with less than this free, the reserve is released before the database is opened: a WAL
#: database on a full disk cannot even be read (RELIABILITY 3.2)
LOW = 1024 * 1024
#: the reserve is only made where at least this stays free beside it
ROOM = 2 * SIZE

log = logging.getLogger(__name__)


class Reserve:
    """The file `reserve.bin` in the data folder."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self.path = folder / "reserve.bin"
        self.size = size

    def ensure(self) -> bool:
        """Make the reserve if there is room; tell whether it is there. Slow: call it in the
        background."""
        try:
            if self.path.stat().st_size >= self.size:
                return True
        except OSError:
            pass
        partial = self.path.with_suffix(".part")
        try:
            if _free(self.path.parent) < self.size + ROOM:
                return False
            with partial.open("wb") as file:
                # real bytes: a sparse or compressed file would hold no space back
                block = os.urandom(1024 * 1024)
                for start in range(0, self.size, len(block)):
                    file.write(block[: self.size - start])
                file.flush()
                os.fsync(file.fileno())
            partial.replace(self.path)
        except OSError as error:
            log.warning("reserve not made: %s", error.strerror)
            partial.unlink(missing_ok=True)
            return False
        return True

    def release(self) -> bool:
        """Give the space back; tell whether there was any."""
        try:
            self.path.unlink()
        except OSError:
            return False
        try:
            sync_folder(self.path.parent)
        except OSError:
            log.warning("folder not flushed after the reserve was released")
        log.warning("disk full: reserve released")
        return True

    def release_if_low(self) -> bool:
        """Give the space back if the disk is nearly full."""
        try:
            return _free(self.path.parent) < LOW and self.release()
        except OSError:
            return False


def _free(folder: Path) -> int:
    import shutil

    return shutil.disk_usage(folder).free
