"""What the start puts aside comes back once it is over."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ecolearn.ui import main_window
from tests.journeys.conftest import Journey


def test_garbage_is_collected_again_after_the_start(
    start: Callable[..., Journey], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "_TIDY_AFTER_MS", 10)
    gc.disable()  # as `ecolearn.ui.main` does
    try:
        start()
        qtbot.waitUntil(gc.isenabled, timeout=5_000)
        assert sys.getswitchinterval() == pytest.approx(0.005)
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_start_that_fails_collects_garbage_too(
    qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    blocked = Path(str(tmp_path)) / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setattr(main_window, "_TIDY_AFTER_MS", 10)
    gc.disable()
    journey = Journey(qtbot, blocked / "data")
    try:
        assert journey.trouble()
        qtbot.waitUntil(gc.isenabled, timeout=5_000)
        assert sys.getswitchinterval() == pytest.approx(0.005)
    finally:
        gc.enable()
        gc.unfreeze()
        journey.close()
