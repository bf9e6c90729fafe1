"""The widgets of the item types: one file per type, named as in `quiz/items`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ecolearn.quiz.items.base import Item, Presentation
    from ecolearn.ui.items.base import ItemView
    from ecolearn.ui.items.text import MediaFinder, Titles

#: type of the item → (module here, class); imported when the first item of the type is shown
VIEWS = {
    "single": ("single_choice", "SingleView"),
    "several": ("several_answers", "SeveralView"),
    "true-false": ("true_false", "TrueFalseView"),
    "number": ("number", "NumberView"),
    "short": ("short_text", "ShortView"),
    "match": ("match", "MatchView"),
    "sort": ("sort", "SortView"),
    "order": ("order", "OrderView"),
    "cloze": ("cloze", "ClozeView"),
    "hotspot": ("hotspot", "HotspotView"),
    "matrix": ("matrix", "MatrixView"),
    "open": ("open_answer", "OpenView"),
}


def make_view(
    item: Item,
    presentation: Presentation,
    media: MediaFinder,
    parent: QWidget | None = None,
    *,
    titles: Titles | None = None,
) -> ItemView:
    """Return the widget for `item`.

    Args:
        item: The item, in the language it is shown in.
        presentation: The order its parts are shown in.
        media: Finds the file of a picture.
        parent: Parent widget.
        titles: Lesson id → title, for links to lessons.
    """
    module, name = VIEWS[item.type]
    view: ItemView = getattr(import_module(f"ecolearn.ui.items.{module}"), name)(
        item, presentation, media, parent, titles=titles
    )
    return view


__all__ = ["VIEWS", "make_view"]
