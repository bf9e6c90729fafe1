"""The tour looks at what stands over a page, too."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ecolearn.ui.tour import Tour


def test_every_dialog_is_a_station(qtbot: QtBot, tmp_path: Path) -> None:
    tour = Tour(tmp_path, (1024, 680), only="dialog-")
    assert tour.walk(["kk"], ["light"]) == []
    names = {path.name.removesuffix("-kk-light.png") for path in tmp_path.glob("*.png")}
    assert names == {
        f"dialog-{one}" for one in ("term", "picture", "link", "print", "pin", "hand-in")
    }
