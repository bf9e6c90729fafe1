"""Running text as widgets: with links, formulas on the baseline, and a height for each width.

`prose` shows any short Markdown (stems, feedback, hints); `make_label` is for the many small
texts such as answers, and gives a plain QLabel wherever that is enough.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content import markdown
from ecolearn.ui.lesson.flow import is_flow
from ecolearn.ui.lesson.labels import FlowLabel, make_label
from ecolearn.ui.lesson.prose_view import Content, MediaFinder, ProseView, as_blocks
from ecolearn.ui.theme import style


class ProseColumn(QWidget):
    """Running text and other blocks below each other; see `prose`.

    Signals:
        link_activated(str): as `ProseView`.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.px(10))

    def add(self, widget: QWidget) -> None:
        """Add a part, and pass its links on."""
        self._column.addWidget(widget)
        activated = getattr(widget, "link_activated", None)
        if activated is not None:
            activated.connect(self.link_activated)


def prose(
    text: str | Content,
    parent: QWidget | None = None,
    *,
    role: str = "body",
    media: MediaFinder | None = None,
    language: str = "",
) -> ProseView | ProseColumn:
    """Return a widget for any short text: a stem, feedback, a hint.

    Args:
        text: Markdown, inline text, or blocks.
        parent: Parent widget.
        role: `body`, `lead`, `stem`, `option`, `strong`, `muted`, `h3` …
        media: Finds the files of pictures; without it a picture is shown as its description.
        language: Language of the text, for the words of formulas.

    Both kinds of widget have `link_activated(str)`.
    """
    blocks = markdown.blocks(text) if isinstance(text, str) else as_blocks(text)
    if all(is_flow(block) for block in blocks):
        return ProseView(blocks, parent, role=role, language=language)
    from ecolearn.ui.lesson.registry import Maker  # needs this module

    column = ProseColumn(parent)
    maker = Maker(column, media=media, language=language, role=role)
    for widget in maker.widgets(blocks):
        column.add(widget)
    return column


__all__ = [
    "Content",
    "FlowLabel",
    "MediaFinder",
    "ProseColumn",
    "ProseView",
    "as_blocks",
    "make_label",
    "prose",
]
