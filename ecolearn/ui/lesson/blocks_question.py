"""Questions and comparisons: made by whoever knows the answers, else a plain note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import style


class QuestionNote(Column):
    """A question that cannot be answered here: its stem on a card."""

    def __init__(self, block: b.Question | b.Compare, maker: Maker) -> None:
        super().__init__(margins=(18, 14, 18, 14))
        style.set_surface(self, "card")
        if block.item is None:
            text = self.tr("The prediction {id} is missing from this lesson.").format(
                id=block.item_id if isinstance(block, b.Compare) else ""
            )
            self.add(prose((b.Paragraph((b.Run(text),)),), role="muted"))
        else:
            self.add(prose(block.item.stem, media=maker.media, language=maker.language))


def _question(block: b.Question | b.Compare, maker: Maker) -> QWidget:
    widget = maker.question(block)
    return widget if widget is not None else QuestionNote(block, maker)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {
    b.Question: _question,
    b.Compare: _question,
}
