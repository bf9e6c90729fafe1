"""Which program is still running on this PC: a process id alone is given away again.

The start of the process tells one from the next that gets its number; it is counted from the start
of the PC, so it means nothing after that (leases carry the boot id as well).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def started_at(pid: int) -> int | None:
    """Return when a process was started, in units of the system (Linux: ticks since the PC was
    started; Windows: 100 ns since 1601); 0 if there is none, None if the system does not say."""
    if sys.platform == "win32":
        return _started_on_windows(pid)
    if not sys.platform.startswith("linux"):
        return None
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
        # the name of the program, in brackets, may hold anything
        return int(text.rpartition(")")[2].split()[19])
    except FileNotFoundError:
        return 0 if Path("/proc/self/stat").exists() else None
    except ProcessLookupError:
        return 0
    except (OSError, ValueError, IndexError):
        return None


def _started_on_windows(pid: int) -> int | None:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        query, no_such_process = 0x1000, 87
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(query, False, pid)
        if not handle:
            return 0 if ctypes.get_last_error() == no_such_process else None
        try:
            begin, end, one, two = (wintypes.FILETIME() for _ in range(4))
            parts = (ctypes.byref(part) for part in (begin, end, one, two))
            if not kernel.GetProcessTimes(wintypes.HANDLE(handle), *parts):
                return None
            if end.dwLowDateTime or end.dwHighDateTime:
                return 0  # it has ended, and somebody still holds on to it
            return int(begin.dwHighDateTime) << 32 | int(begin.dwLowDateTime)
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
    return None


def is_alive(pid: int, started: int) -> bool:
    """Tell whether the process that was started then is still there; in doubt, yes."""
    now = started_at(pid)
    if now is not None and started:
        return now == started
    if sys.platform != "win32":  # there, 0 would end it
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            pass  # somebody else's
    return True
