"""Drawings to pixels, in a process of their own: `run` is the process, `Worker` talks to it.

A drawing that takes too long cannot be stopped inside our process (a running paint ends when it
ends), so it is drawn elsewhere, under a limit of time and memory, and the result is kept
(RELIABILITY 3.15). What is drawn was checked before by `content.svg`; the lesson shows only the
resulting PNG.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

#: pixels; enough for a column of 720 at twice the size
WIDTH = 1440
MAX_SIDE = 4_096
LIMIT_S = 5.0
#: starting Python and Qt on a slow PC
_START_S = 20.0
_MEMORY = 1_500_000_000


class NotDrawn(Exception):
    """The drawing was refused, failed, or took too long."""


class Worker:
    """The process that draws; started when it is needed first, and again after a failure."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listener: threading.Thread | None = None
        #: the program is closing: a drawing that fails now is not to blame
        self.closing = False

    def draw(self, source: Path, target: Path, width: int = WIDTH) -> None:
        """Write the PNG of the drawing `source` to `target`. Raises `NotDrawn`."""
        fresh = self._process is None or self._process.poll() is not None
        if fresh:
            self.stop()
            self._start()
        process = self._process
        if process is None or process.stdin is None:
            raise NotDrawn(source.name)
        order = json.dumps([str(source), str(target), width])
        try:
            process.stdin.write(order + "\n")
            process.stdin.flush()
            answer = self._answers.get(timeout=LIMIT_S + (_START_S if fresh else 0))
        except (OSError, ValueError, queue.Empty) as error:
            self.stop()
            raise NotDrawn(source.name) from error
        if answer.strip() != "ok":
            if not answer:
                self.stop()
            raise NotDrawn(source.name)

    def kill(self) -> None:
        """Break off the drawing under way; from any thread."""
        process = self._process
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()

    def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if self._listener is not None:
            self._listener.join(1.0)
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()

    def _start(self) -> None:
        if getattr(sys, "frozen", False):
            command = [sys.executable, "_raster"]
        else:
            command = [sys.executable, "-m", "ecolearn.ui.lesson.raster"]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
        root = str(Path(__file__).resolve().parents[3])
        known = environment.get("PYTHONPATH", "")
        environment["PYTHONPATH"] = os.pathsep.join(part for part in (root, known) if part)
        self._answers = queue.SimpleQueue()
        flags: dict[str, Any] = {}
        if sys.platform == "win32":
            flags["creationflags"] = subprocess.CREATE_NO_WINDOW
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                text=True,
                encoding="utf-8",
                **flags,
            )
        except OSError as error:
            self._process = None
            raise NotDrawn("no process") from error
        self._listener = threading.Thread(
            target=_listen, args=(self._process.stdout, self._answers), daemon=True
        )
        self._listener.start()


def _listen(pipe: IO[str] | None, answers: queue.SimpleQueue[str]) -> None:
    """Pass on what the process says; an empty line when it ends."""
    if pipe is not None:
        with contextlib.suppress(OSError, ValueError):
            for line in pipe:
                answers.put(line)
    answers.put("")


# ── inside the process ────────────────────────────────────────────────────────────────────────


def run() -> int:
    """Draw what is asked for on standard input, line by line, until it ends."""
    from PySide6.QtGui import QGuiApplication

    from ecolearn.ui.theme.fonts import load_all_fonts

    app = QGuiApplication.instance() or QGuiApplication([])
    load_all_fonts()
    _limit_memory()
    for line in sys.stdin:
        try:
            source, target, width = json.loads(line)
            _draw(Path(source), Path(target), int(width))
            answer = "ok"
        except Exception:  # whatever it was, the picture counts as broken
            answer = "no"
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()
    del app
    return 0


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _draw(source: Path, target: Path, width: int) -> None:
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise NotDrawn(source.name)
    high = round(width * size.height() / size.width())
    if high > MAX_SIDE:
        width, high = max(1, round(width * MAX_SIDE / high)), MAX_SIDE
    image = QImage(width, max(1, high), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, width, high))
    painter.end()
    part = target.with_suffix(f".{os.getpid()}.part")  # the same may be drawn elsewhere
    if not QImageWriter(str(part), QByteArray(b"png")).write(image):
        raise NotDrawn(source.name)
    os.replace(part, target)


if __name__ == "__main__":
    sys.exit(run())
