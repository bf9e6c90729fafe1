"""A virtual screen whose pixels can be read while a program paints: what a user would see, when.

Xvfb keeps its framebuffer in a file (XWD format); reading it needs nothing of the program.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from types import TracebackType

SIZE = "1024x768x24"


class Screen:
    """An Xvfb of our own; use as a context manager."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise RuntimeError("Xvfb is needed for this figure: apt-get install xvfb")
        self._folder = tempfile.TemporaryDirectory(prefix="ecolearn-screen-")
        ready, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-fbdir", self._folder.name],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(ready) as told:  # the whole line: the server ends if we stop listening
            self.display = ":" + told.readline().strip()
        self._file = (Path(self._folder.name) / "Xvfb_screen0").open("rb")
        self._pixels = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._pixels.close()
        self._file.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def digest(self) -> int:
        """Return a number that stands for the picture that is shown now."""
        return zlib.crc32(self._pixels)

    def watch(
        self, command: list[str], environment: dict[str, str], quiet_s: float = 1.2
    ) -> tuple[float, float, subprocess.Popen[bytes]]:
        """Start `command` and look until no new picture has come for `quiet_s` (a cursor that
        blinks brings back old ones).

        Returns (seconds to the first change, seconds to the picture that stays, the process).
        """
        blank = self.digest()
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=bare_environment({**environment, "DISPLAY": self.display}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        first = last = 0.0
        seen = {blank}
        while True:
            now = time.perf_counter() - began
            picture = self.digest()
            if picture not in seen:
                seen.add(picture)
                first = first or now
                last = now
            if first and now - last > quiet_s:
                return first, last, process
            if now > 30 or process.poll() is not None:
                process.kill()
                raise RuntimeError(
                    f"{command} painted nothing that stayed: {len(seen)} pictures in {now:.1f} s, "
                    f"exit code {process.returncode}"
                )
            time.sleep(0.002)


def bare_environment(changes: dict[str, str]) -> dict[str, str]:
    """Return this environment with `changes`, without what would slow a start: compiled modules
    are kept as on a user's PC."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"}
    return {k: v for k, v in os.environ.items() if k not in left_out} | changes


def python(*arguments: str) -> list[str]:
    """Return the command line of this Python with `arguments`."""
    return [sys.executable, *arguments]
