"""The layer between a program and its files (`disk.c`): a recorder, and calls that fail."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.rigs import common

_HEAD = struct.Struct("=8sQqII")
_MARK = "ECOLEARN_RIG_DISK"


def preload(module: str) -> None:
    """Compile the layer and begin the rig again with it loaded, unless it is loaded already."""
    if os.environ.get(_MARK):
        return
    common.need("gcc", "gcc")
    made = Path(tempfile.mkdtemp(prefix="disk-"), "disk.so")
    source = Path(__file__).with_name("disk.c")
    build = ["gcc", "-shared", "-fPIC", "-O2", "-w", "-o", str(made), str(source), "-lpthread"]
    subprocess.run(build, check=True)
    environment = {**os.environ, "LD_PRELOAD": str(made), _MARK: str(made)}
    os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:]], environment)


def library() -> ctypes.CDLL:
    """Return the loaded layer. Programs that are started from here on go without it."""
    os.environ.pop("LD_PRELOAD", None)
    found = ctypes.CDLL(None)
    found.disk_calls.restype = found.disk_failed.restype = ctypes.c_long
    return found


@dataclass(frozen=True, slots=True)
class Op:
    """One operation: `O`pen (number: 1 = made, 2 = emptied), `W`rite, `T`runcate, `S`ync (number:
    1 = a folder), `U`nlink or rmdir, `R`ename, `M`kdir, `A`cknowledged."""

    op: str
    inode: int
    number: int
    first: bytes
    second: bytes


def read_log(raw: bytes) -> list[Op]:
    """Return the operations of a log."""
    ops, at = [], 0
    while at < len(raw):
        op, inode, number, a, b = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        ops.append(Op(chr(op[0]), inode, number, raw[at : at + a], raw[at + a : at + a + b]))
        at += a + b
    return ops
