"""What is asked: Markdown blocks above the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content import markdown
from ecolearn.content.blocks import Block, Paragraph
from ecolearn.ui.items.text import MediaFinder, Titles, is_plain, text_widget
from ecolearn.ui.theme import style


class StemView(QWidget):
    """The stem of an item; one paragraph stands out like a heading.

    Signals:
        link_activated(str): A link was followed.
    """

    link_activated = Signal(str)

    def __init__(
        self, text: str, media: MediaFinder, titles: Titles | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._media = media
        self._titles = titles
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(style.px(10))
        text = text.strip()
        if is_plain(text):
            if text:
                self._add(text_widget(text, role="h3"))
            return
        blocks = markdown.blocks(text, lesson_titles=titles)
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            self._add(text_widget(text.strip(), media, titles=titles, role="h3"))
            return
        self._add_blocks(blocks)

    def _add(self, widget: QWidget) -> None:
        if hasattr(widget, "link_activated"):
            widget.link_activated.connect(self.link_activated)
        self._down.addWidget(widget)

    def _add_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show blocks as in a lesson; the last paragraph, which asks, stands out."""
        from ecolearn.ui.lesson.prose import prose

        asks = max((i for i, b in enumerate(blocks) if isinstance(b, Paragraph)), default=-1)
        if asks < 0:
            self._add(prose(blocks, self, media=self._media))
            return
        if asks:
            self._add(prose(blocks[:asks], self, media=self._media))
        self._add(prose(blocks[asks : asks + 1], self, role="stem"))
        if blocks[asks + 1 :]:
            self._add(prose(blocks[asks + 1 :], self, media=self._media))


__all__ = ["StemView"]
