"""Ending as the window does when the system asks for it: signing out, shutting down, `kill`.

Python looks at a signal only between two of its own instructions, and Qt's loop may run none for
minutes: a socket that the signal writes to wakes it.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_log = logging.getLogger(__name__)

#: asked for by a terminal (Ctrl+C, closing it), by the system, by a person
_ASKED = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Ending(QObject):
    """Tells that the system asks the program to end; a second time it ends at once.

    Signals:
        asked(): Close the window, keep what is unsaved, end.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in _ASKED:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    @Slot()
    def _on_woken(self) -> None:
        with contextlib.suppress(OSError):
            if not set(self._reader.recv(64)) & set(_ASKED):
                return
        _log.info("asked to end by the system")
        self.give_up()
        self.asked.emit()

    def give_up(self) -> None:
        """Let signals do what they do without this object."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in _ASKED:
            signal.signal(number, signal.SIG_DFL)
        self._reader.close()
        self._writer.close()


def _noted(_number: int, _frame: object) -> None:
    """Do nothing: the socket has been written to."""
