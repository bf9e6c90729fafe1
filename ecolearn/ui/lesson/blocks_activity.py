"""Activities in a lesson: made by whoever keeps what is done in them, else a plain note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.registry import Maker


def _activity(block: b.ActivityCard, maker: Maker) -> QWidget:
    widget = maker.activity(block)
    if widget is not None:
        return widget
    from ecolearn.content.markdown import plain_blocks

    return maker.prose((b.Paragraph((b.Run(plain_blocks((block,), maker.language)),)),))


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {b.ActivityCard: _activity}
