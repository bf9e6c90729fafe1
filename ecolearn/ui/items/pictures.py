"""Pictures inside questions: drawn and decoded by the picture store, away from the GUI thread and
under its limits, at the size they are shown; on a light plate in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ecolearn.content.blocks import Paragraph, Picture
from ecolearn.ui.items.text import MediaFinder, Titles, plain, text_widget
from ecolearn.ui.lesson import picture_store
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Radius


class PictureSpace(QWidget if TYPE_CHECKING else object):
    """What a widget needs that shows a picture as wide as it is or as there is room.

    A plain class to be mixed in: the picture may be in a button, too.
    """

    _words: str
    _widest: int
    _path: Path | None
    _natural: QSize

    def begin(self, path: Path | None, words: str, widest: int) -> None:
        """Prepare; called once by the constructor. `widest` is in pixels at scale 1."""
        self._widest = widest
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_picture(path, words)
        picture_store.store().changed.connect(self._on_picture_changed)

    def set_picture(self, path: Path | None, words: str) -> None:
        """Show another picture."""
        self._path = path
        self._natural = picture_store.natural_size(path)
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def natural(self) -> QSize:
        """Return the size of the picture itself; empty if there is none."""
        return self._natural

    @property
    def missing(self) -> bool:
        """Tell whether there is no picture to show."""
        broken = picture_store.store().state(self._path) is picture_store.State.BROKEN
        return self._natural.isEmpty() or broken

    def _on_picture_changed(self, path: Path) -> None:
        if path == self._path:
            if self.missing:
                self.updateGeometry()
            self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture is, in the widget."""
        width = self._width_in(self.width())
        height = self._height_of(width)
        return QRectF(0, 0, width, height)

    def _width_in(self, room: int) -> int:
        wanted = style.px(self._widest) if not self.missing else style.px(320)
        natural = self._natural.width() * max(1.0, style.scale())
        if not self.missing and self._path is not None and self._path.suffix != ".svg":
            wanted = min(wanted, round(natural))
        return max(1, min(room, wanted))

    def _height_of(self, width: int) -> int:
        if self.missing:
            return style.px(120)
        return max(1, round(width * self._natural.height() / self._natural.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self._width_in(width))

    def sizeHint(self) -> QSize:
        width = self._width_in(style.px(self._widest))
        return QSize(width, self._height_of(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(80), style.px(40))

    def paint_picture(self, painter: QPainter) -> None:
        """Paint the picture, or a box with its words if it is missing."""
        theme = style.current()
        room = self.picture_rect()
        shape = QPainterPath()
        corner = style.px(Radius.CONTROL)
        shape.addRoundedRect(room, corner, corner)
        if self.missing:
            painter.fillPath(shape, theme.colour("sunken"))
            side = style.px(28)
            place = QRectF(room.center().x() - side / 2, style.px(16), side, side)
            icons.paint_icon(painter, "image-off", place, theme.colour("muted"))
            painter.setPen(theme.colour("muted"))
            painter.setFont(style.font(13))
            below = room.adjusted(style.px(12), style.px(50), -style.px(12), -style.px(8))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(below, int(flags), self._words)
            return
        painter.fillPath(shape, theme.colour("plate"))
        ratio = self.devicePixelRatioF()
        size = QSize(round(room.width() * ratio), round(room.height() * ratio))
        store = picture_store.store()
        assert self._path is not None
        pixmap = store.pixmap(self._path, size.width(), size.height()) or store.nearest(self._path)
        if pixmap is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipPath(shape)
            painter.drawPixmap(room, pixmap, QRectF(pixmap.rect()))
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("border"))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class PictureView(PictureSpace, QWidget):
    """A picture by itself."""

    def __init__(
        self, path: Path | None, words: str, *, widest: int = 640, parent: QWidget | None = None
    ) -> None:
        """Show the file `path` (None = missing); `words` are read to those who cannot see it."""
        super().__init__(parent)
        self.begin(path, words, widest)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_picture(painter)


def column(
    text: str,
    media: MediaFinder | None,
    *,
    titles: Titles | None = None,
    role: str = "body",
    colour: str = "text",
) -> QWidget:
    """Return Markdown with pictures between its words, one below the other."""
    from ecolearn.content import markdown

    box = QWidget()
    down = QVBoxLayout(box)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(style.px(8))
    for block in markdown.blocks(text, lesson_titles=titles):
        if isinstance(block, Picture):
            path = media(block.source) if media is not None else None
            down.addWidget(PictureView(path, block.alt, widest=320, parent=box))
        elif isinstance(block, Paragraph):
            words = markdown.plain_blocks([block])
            down.addWidget(text_widget(_escaped(words), titles=titles, role=role, colour=colour))
    box.setAccessibleName(plain(text))
    return box


def _escaped(words: str) -> str:
    """Return plain `words` as Markdown that means just them."""
    return "".join("\\" + c if c in "\\`*_[]$!<>&~#|" else c for c in words.replace("\n", " "))


__all__ = ["PictureSpace", "PictureView", "column"]
