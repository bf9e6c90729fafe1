"""Writing a file to a stick or a share so that it is there whole, or not at all (RELIABILITY F5,
F22): temporary name, flush, rename, flush of the folder, read back."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

from ecolearn.store.bundles import BundleProblem
from ecolearn.store.places import sync_folder

#: how long a file that a virus scanner holds is waited for, in seconds (F16)
_PATIENCE_S = (0.05, 0.2, 0.75)
_HELD = {5, 32, 33}  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
#: what says that a file system knows no flushing of folders
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}


def put_file(path: Path, data: bytes) -> None:
    """Write `data` to `path`; return when it was read back from the disk and is the same.

    What was there under that name stays until the new file is whole. Raises `BundleProblem` with
    one of the reasons `full`, `read-only`, `gone`, `cannot-write`, `read-back`.
    """
    partial = path.with_name(f"~{path.name}.part")
    try:
        try:
            with partial.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if not same(partial, data):
                raise BundleProblem(path, "read-back")
            _rename(partial, path)
            _sync(path.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)
            raise
        if not same(path, data):
            raise BundleProblem(path, "read-back")
    except OSError as error:
        raise BundleProblem(path, _reason(error), detail=error.strerror or "") from error


def same(path: Path, data: bytes) -> bool:
    """Tell whether the disk gives `data` back; as far as the system allows, the disk itself and
    not what the system remembers. Raises `OSError`."""
    with path.open("rb") as file:
        if sys.platform == "linux":
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        view = memoryview(data)
        while view:
            piece = file.read(min(len(view), 1 << 20))
            if not piece or piece != view[: len(piece)]:
                return False
            view = view[len(piece) :]
        return not file.read(1)


def _rename(source: Path, target: Path) -> None:
    for pause_s in (*_PATIENCE_S, 0.0):
        try:
            source.replace(target)
            return
        except OSError as error:
            if not pause_s or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause_s)


def _sync(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "full"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "read-only"
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTDIR):
        return "gone"
    return "cannot-write"
