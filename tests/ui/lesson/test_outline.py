"""The column beside a lesson."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ecolearn.ui.lesson.outline import Entry, OutlineRow


@pytest.mark.parametrize("current", [False, True])
@pytest.mark.parametrize("kind", ["new", "heading"])
def test_a_long_title_is_not_cut(qtbot: QtBot, kind: str, current: bool) -> None:
    row = OutlineRow(Entry(kind, "L", "Күту режимі: ұйықтап тұр, бірақ әлі өшпеген"))
    qtbot.addWidget(row)
    row.set_current(current)
    for width in range(150, 240, 3):
        metrics = QFontMetrics(row._font())
        needed = metrics.boundingRect(0, 0, row._room(width), 9_999, 0x1000, row.text())
        assert row.heightForWidth(width) >= needed.height() + 6
        assert needed.width() <= row._room(width)
