"""Which folder holds the learners' data: local, writable, and honest about fsync (RELIABILITY 3.1).

Network drives, UNC paths and shared folders of virtual machines are refused (F9): SQLite's locks
and flushes cannot be trusted there.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from ecolearn import paths
from ecolearn.errors import NoPlaceForData, path_fact

#: file systems that live on another machine, by their name in /proc/mounts
_NETWORK_TYPES = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "coda",
        "ncpfs",
        "ceph",
        "glusterfs",
        "lustre",
        "beegfs",
        "ocfs2",
        "gfs2",
        "vboxsf",
        "vmhgfs",
        "davfs",
        "fuse.vmhgfs-fuse",
        "fuse.sshfs",
        "fuse.davfs2",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "fuse.glusterfs",
        "fuse.s3fs",
        "fuse.curlftpfs",
        "fuse.smbnetfs",
    }
)
_DRIVE_REMOTE = 4  # GetDriveTypeW


def data_folder(
    candidates: Iterable[Path] | None = None, probe: Callable[[Path], str] | None = None
) -> Path:
    """Return the first candidate that can hold data, created if need be.

    Raises `NoPlaceForData` with the path and reason of the first candidate.
    """
    check = probe or trouble_with
    first: tuple[Path, str] | None = None
    for folder in candidates if candidates is not None else usual_places():
        reason = check(folder)
        if not reason:
            return folder
        first = first or (folder, reason)
    path, reason = first or (Path(), "none")
    raise NoPlaceForData(path=path_fact(path), reason=reason)


def usual_places() -> tuple[Path, ...]:
    """Return the candidates, best first. A folder set by hand is the only one."""
    if os.environ.get("ECOLEARN_DATA"):
        return (paths.user_data(),)
    shared = os.environ.get("PROGRAMDATA") if sys.platform == "win32" else None
    own = paths.user_data()
    # only a folder the technician made: the first learner must not own what the next one needs
    if shared and (lab := Path(shared) / "EcoLearn").is_dir():
        return (lab, own)
    return (own,)


def trouble_with(folder: Path) -> str:
    """Return "" if `folder` can hold the database, else `network`, `read-only`, `full` or `io`.

    Creates the folder, then tries what a commit needs: write, fsync, rename, fsync of the folder.
    """
    if not is_local(folder):
        return "network"
    trial = folder / f".try-{secrets.token_hex(8)}"
    renamed = trial.with_suffix(".ok")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with trial.open("wb") as file:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
        trial.replace(renamed)
        sync_folder(folder)
    except OSError as error:
        return _reason(error)
    finally:
        for left in (trial, renamed):
            try:
                left.unlink(missing_ok=True)
            except OSError:
                continue
    return ""


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "read-only"
    return "io"


def sync_folder(folder: Path) -> None:
    """Make new and renamed entries of `folder` durable. Windows has no such call: there it does
    nothing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_local(path: Path) -> bool:
    """Tell whether `path` is on a disk of this PC."""
    if sys.platform == "win32":
        return is_local_windows(str(path.absolute()), _windows_drive_type)
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return True
    return is_local_linux(_real(path), mounts)


def _real(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError):
        return str(path.absolute())


def is_local_linux(path: str, mounts: str) -> bool:
    """Tell whether `path` lies on a local file system, given the text of /proc/mounts."""
    best, kind, options = "", "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 4:
            continue
        point = _unescape(parts[1])
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind, options = point, parts[2], parts[3]
    if kind == "9p":
        return "trans=tcp" not in options  # 9p is also how WSL and containers see local disks
    return kind not in _NETWORK_TYPES


def _unescape(point: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(code, letter)
    return point


def is_local_windows(path: str, drive_type: Callable[[str], int]) -> bool:
    """Tell whether a Windows `path` is on a local drive; `drive_type` is GetDriveTypeW."""
    path = path.replace("/", "\\")
    if path.startswith(("\\\\?\\UNC\\", "\\\\.\\UNC\\")):
        return False
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        path = path[4:]
    if path.startswith("\\\\"):
        return False
    return not (path[1:2] == ":" and drive_type(path[:2] + "\\") == _DRIVE_REMOTE)


def _windows_drive_type(root: str) -> int:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    return int(windll.kernel32.GetDriveTypeW(root)) if windll is not None else 0
