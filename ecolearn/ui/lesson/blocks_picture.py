"""Pictures: as wide as the column, on a light plate in dark themes, larger on a click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.content import blocks as b
from ecolearn.content import spoken
from ecolearn.ui.lesson import picture_store
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import as_blocks, prose
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius

#: design pixels; a picture in portrait format is made narrower to be seen as a whole
_HIGHEST = 520


class PictureButton(QAbstractButton):
    """A picture that opens larger on a click, Space or Enter. Missing ones are a box with the
    words that describe them."""

    def __init__(self, path: Path | None, alt: str, source: str = "") -> None:
        super().__init__()
        self.path = path
        self.alt = alt
        self._source = source
        self._natural = picture_store.natural_size(path)
        self._store = picture_store.store()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._store.changed.connect(self._on_store_changed)
        self._say()

    def _say(self) -> None:
        """Name the picture; only one that is there can be opened."""
        if self.missing:
            self.setAccessibleName(self.tr("Missing picture: {words}").format(words=self.alt))
            self.setAccessibleDescription("")
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        else:
            self.setAccessibleName(self.alt or self.tr("Picture"))
            self.setAccessibleDescription(self.tr("Picture. Press Space to see it larger."))
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def missing(self) -> bool:
        """Tell whether there is nothing to show."""
        return self._store.state(self.path) is picture_store.State.BROKEN

    @property
    def natural(self) -> QSize:
        """Return the size the picture says it has."""
        return self._natural

    # ── size ──────────────────────────────────────────────────────────────────────────────────

    def _plate(self) -> int:
        """Return the width of the rim around the picture: there is one in dark themes."""
        return style.px(10) if style.current().dark else 0

    def _shown(self, width: int) -> QSize:
        """Return the size of the picture itself in a column of `width`."""
        rim = 2 * self._plate()
        room = max(20, width - rim)
        ratio = self._natural.height() / max(1, self._natural.width())
        drawn = self.path is not None and self.path.suffix.lower() == ".svg"
        wide = room if drawn else min(room, round(self._natural.width() * style.scale()))
        high = wide * ratio
        highest = style.px(_HIGHEST)
        if high > highest:
            wide, high = round(highest / ratio), highest
        return QSize(max(1, wide), max(1, round(high)))

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of picture and rim."""
        if self.missing:
            return self._missing_height(width)
        return self._shown(width).height() + 2 * self._plate()

    def _missing_height(self, width: int) -> int:
        from PySide6.QtGui import QFontMetrics

        metrics = QFontMetrics(style.font(FontSize.BODY))
        flags = Qt.TextFlag.TextWordWrap
        room = max(20, width - style.px(48))
        text = metrics.boundingRect(0, 0, room, 10_000, flags, self._missing_text())
        return style.px(24 + 32 + 12 + 24) + text.height()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 480
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 1)

    # ── painting ──────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw plate and picture, or what stands for it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.missing:
            self._paint_missing(painter)
            return
        theme = style.current()
        rim = self._plate()
        size = self._shown(self.width())
        x = (self.width() - size.width()) / 2
        place = QRectF(x, rim, size.width(), size.height())
        plate = place.adjusted(-rim, -rim, rim, rim)
        corner = style.px(Radius.CARD)
        path = QPainterPath()
        path.addRoundedRect(plate, corner, corner)
        ratio = self.devicePixelRatioF()
        ready = self.path and self._store.pixmap(
            self.path, round(size.width() * ratio), round(size.height() * ratio)
        )
        painter.setClipPath(path)
        if rim or not ready:
            painter.fillPath(path, theme.colour("plate" if rim else "sunken"))
        shown = ready or (self.path and self._store.nearest(self.path))
        if shown:
            if rim:  # white paper takes the colour of the plate and does not glare
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            if ready:
                shown.setDevicePixelRatio(ratio)
                painter.drawPixmap(place.topLeft(), shown)
            else:
                painter.drawPixmap(place, shown, QRectF(shown.rect()))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focus.is_visible_on(self):
            painter.setPen(QPen(theme.colour("focus"), 3))
        elif self.underMouse():
            painter.setPen(QPen(theme.colour("primary"), 2))
        elif theme.contrast:
            painter.setPen(QPen(theme.colour("border"), theme.border_px))
        else:
            return
        painter.drawRoundedRect(plate.adjusted(1.5, 1.5, -1.5, -1.5), corner, corner)

    def _missing_text(self) -> str:
        return self.alt or self.tr("The picture {name} is missing.").format(name=self._source)

    def _paint_missing(self, painter: QPainter) -> None:
        theme, px = style.current(), style.px
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(theme.colour("border_strong"), max(1, theme.border_px), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(rect, px(Radius.CARD), px(Radius.CARD))
        side = px(32)
        spot = QRectF((self.width() - side) / 2, px(24), side, side)
        icons.paint_icon(painter, "image-off", spot, theme.colour("muted"))
        painter.setPen(theme.colour("muted"))
        painter.setFont(style.font(FontSize.BODY))
        below = QRectF(px(24), px(24 + 32 + 12), self.width() - px(48), self.height())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), self._missing_text())

    @Slot(object)
    def _on_store_changed(self, path: Path) -> None:
        if path == self.path:
            if self.missing:
                self._say()
                self.updateGeometry()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class PictureView(Column):
    """A picture with its caption."""

    def __init__(self, block: b.Picture, maker: Maker) -> None:
        super().__init__(gap=8)
        self._block = block
        self._language = maker.language
        self.picture = PictureButton(maker.media(block.source), block.alt, block.source)
        self.picture.clicked.connect(self._on_clicked)
        self.add(self.picture)
        if block.caption:
            self.add(caption(block.caption, maker))

    @Slot()
    def _on_clicked(self) -> None:
        if self.picture.path is None or self.picture.missing:
            return
        from ecolearn.ui.lesson.picture_dialog import PictureDialog

        words = spoken.inline(self._block.caption, self._language)
        dialog = PictureDialog(self.picture.path, self._block.alt, words, self.window())
        dialog.open()


def caption(text: b.Inline, maker: Maker) -> QWidget:
    """Return a caption: small, below what it belongs to, centred under a picture."""
    view = prose(as_blocks(text), role="caption", language=maker.language)
    view.link_activated.connect(maker.link_activated)
    return view


def _picture(block: b.Picture, maker: Maker) -> QWidget:
    return PictureView(block, maker)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {b.Picture: _picture}
