"""The fold “How it is calculated”: made when it is opened, and again after the numbers changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ecolearn.content.blocks import Block
from ecolearn.ui.activities.base import Around
from ecolearn.ui.lesson.blocks_text import add_blocks
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.fold import FoldCard
from ecolearn.ui.lesson.registry import Maker


class WorkingFold(FoldCard):
    """See the module text. `content` is called for what stands in it."""

    def __init__(
        self, content: Callable[[], tuple[Block, ...]], around: Around, parent: QWidget
    ) -> None:
        # `tr` is not there before the constructor has run
        super().__init__(QCoreApplication.translate("WorkingFold", "How it is calculated"), parent)
        self._content = content
        self._around = around
        self._body: Column | None = None

    def show_body(self, is_open: bool) -> None:
        if is_open:
            self.renew()
        elif self._body is not None:
            self._body.hide()

    @Slot()
    def renew(self) -> None:
        """Write everything anew if it can be seen."""
        if not self.is_open:
            return
        old = self._body
        body = Column(margins=(20, 12, 20, 18), gap=6)
        maker = Maker(body, media=self._around.media, language=self._around.language)
        add_blocks(body, self._content(), maker)
        self._body = body
        if old is not None:
            self._entries = [one for one in self._entries if one[0] is not old]
            old.hide()
            old.deleteLater()
        self.add(body, 0)
        self.settle()
