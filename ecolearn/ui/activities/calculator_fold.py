"""The fold “How it is calculated”: made when it is opened, and again after the numbers changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ecolearn.content.blocks import Block
from ecolearn.ui.activities.base import Around
from ecolearn.ui.lesson.blocks_box import FoldButton
from ecolearn.ui.lesson.blocks_text import add_blocks
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Radius


class WorkingFold(Column):
    """See the module text. `content` is called for what stands in it."""

    def __init__(
        self, content: Callable[[], tuple[Block, ...]], around: Around, parent: QWidget
    ) -> None:
        super().__init__(parent, margins=(1, 1, 1, 1), gap=0)
        self._content = content
        self._around = around
        self._body: Column | None = None
        self.button = FoldButton(self.tr("How it is calculated"))
        self.button.clicked.connect(self._on_clicked)
        self.add(self.button)

    @property
    def is_open(self) -> bool:
        """Tell whether the formulas show."""
        return self.button.open

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self.button.set_open(is_open)
        if is_open:
            self.renew()
        elif self._body is not None:
            self._body.hide()
        self._settle()

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
        self.clear_but_button(old)
        self.add(body, 0)
        self._settle()

    def clear_but_button(self, old: Column | None) -> None:
        """Take the old formulas out."""
        if old is not None:
            self._entries = [one for one in self._entries if one[0] is not old]
            old.hide()
            old.deleteLater()

    def _settle(self) -> None:
        self._heights.clear()
        self.place()
        self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, as other folds have it."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.border_px
        painter.setPen(QPen(theme.colour("border"), wide))
        painter.setBrush(theme.colour("surface"))
        rect = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(rect, style.px(Radius.CONTROL), style.px(Radius.CONTROL))
        if self.is_open:
            line = self.button.geometry().bottom() + 1
            inset = style.px(16)
            painter.drawLine(QPointF(inset, line), QPointF(self.width() - inset, line))
