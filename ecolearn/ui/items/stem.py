"""What is asked: Markdown blocks above the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content import markdown
from ecolearn.content.blocks import Block, ListBlock, Paragraph, Picture
from ecolearn.ui.items.pictures import PictureView
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
        if is_plain(text) and text.strip():
            self._add(text_widget(text.strip(), role="h3"))
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
        """Add runs of prose as one widget each, everything else by its own."""
        from ecolearn.ui.lesson.prose import ProseView

        prose: list[Block] = []
        asks = next((b for b in reversed(blocks) if isinstance(b, Paragraph)), None)
        for block in [*blocks, None]:
            if isinstance(block, (Paragraph, ListBlock)) and block is not asks:
                prose.append(block)
                continue
            if prose:
                self._add(ProseView(tuple(prose), self))
                prose = []
            if block is asks and isinstance(block, Paragraph):
                self._add(ProseView((block,), self, role="stem"))
            elif isinstance(block, Picture):
                view = PictureView(self._media(block.source), block.alt, widest=560, parent=self)
                self._down.addWidget(view)
            elif block is not None:
                self._add(_lesson_block(block, self._media, self))


def _lesson_block(block: Block, media: MediaFinder, parent: QWidget) -> QWidget:
    """Return the widget of a table, formula, code … as in a lesson."""
    return text_widget(markdown.plain_blocks([block]))


__all__ = ["StemView"]
