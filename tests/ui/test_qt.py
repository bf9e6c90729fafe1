"""Guards against known faults of the Qt binding."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def test_none_keeps_its_references(qapp: QApplication) -> None:
    """PySide6 6.12 on Python 3.11 takes a reference off None with every call that returns it
    and aborts after seconds of use; the versions we allow must not."""
    before = sys.getrefcount(None)
    for _ in range(200):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < 50
