"""Formulas to paint: measured, and drawn in any size and colour.

A formula that cannot be typeset is shown as its source, never as an error.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEngine, QPainter, QPixmap

from ecolearn.ui.lesson import typeset
from ecolearn.ui.theme.fonts import code_font

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

#: the formula font is this much bigger than the text around it, so that both look the same size
_BIGGER = 1.12
_VECTOR = {
    QPaintEngine.Type.Pdf,
    QPaintEngine.Type.Picture,
    QPaintEngine.Type.SVG,
    QPaintEngine.Type.MacPrinter,
}
_pixmaps: dict[tuple[str, bool, float, str, float], QPixmap] = {}
_MAX_PIXMAPS = 300


class Formula:
    """A formula of one size and colour; `width`, `ascent`, `descent` in pixels.

    `bad` tells that the TeX could not be typeset and its source is shown.
    """

    __slots__ = (
        "_colour",
        "_drawing",
        "_size",
        "ascent",
        "bad",
        "descent",
        "display",
        "tex",
        "width",
    )

    def __init__(self, tex: str, size_px: float, colour: str, display: bool = False) -> None:
        self.tex = tex
        self.display = display
        self._size = size_px
        self._colour = colour
        self._drawing: typeset.Drawing | None
        try:
            drawing = typeset.drawing(tex, display)
        except typeset.BadFormula:
            metrics = QFontMetricsF(code_font(max(1, round(size_px * 0.93))))
            self._drawing = None
            self.bad = True
            self.width = metrics.horizontalAdvance(self._source())
            self.ascent = metrics.ascent()
            self.descent = metrics.descent()
        else:
            scale = self._scale()
            self._drawing = drawing
            self.bad = False
            self.width = drawing.width * scale
            self.ascent = -drawing.top * scale
            self.descent = (drawing.height + drawing.top) * scale

    @property
    def height(self) -> float:
        """Return ascent and descent together, in pixels."""
        return self.ascent + self.descent

    def coloured(self, colour: str) -> Formula:
        """Return the same formula in another colour."""
        return Formula(self.tex, self._size, colour, self.display)

    def paint(self, painter: QPainter, x: float, baseline: float, fit: float = 1.0) -> None:
        """Draw with the left end of the baseline at (`x`, `baseline`), scaled by `fit`."""
        if self._drawing is None:
            painter.save()
            font = code_font(max(1, round(self._size * 0.93 * fit)))
            painter.setFont(font)
            painter.setPen(QColor(self._colour))
            painter.drawText(QPointF(x, baseline), self._source())
            painter.restore()
            return
        place = QRectF(x, baseline - self.ascent * fit, self.width * fit, self.height * fit)
        device = painter.device()
        engine = painter.paintEngine()
        if device is None or engine is None or engine.type() in _VECTOR:
            _renderer(self.tex, self.display, self._colour).render(painter, place)
            return
        # whole pixels, or the pixmap is blurred
        place.moveTo(round(place.x()), round(place.y()))
        painter.drawPixmap(place.topLeft(), self._pixmap(device.devicePixelRatio(), fit))

    def _scale(self) -> float:
        return self._size * _BIGGER / typeset.REFERENCE_PX

    def _source(self) -> str:
        return " ".join(self.tex.split())[:200]

    def _pixmap(self, ratio: float, fit: float) -> QPixmap:
        key = (self.tex, self.display, round(self._size * fit, 2), self._colour, ratio)
        found = _pixmaps.get(key)
        if found is not None:
            return found
        width = max(1, round(self.width * fit * ratio + 0.5))
        height = max(1, round(self.height * fit * ratio + 0.5))
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self.tex, self.display, self._colour).render(
            painter, QRectF(0, 0, self.width * fit * ratio, self.height * fit * ratio)
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        if len(_pixmaps) >= _MAX_PIXMAPS:
            _pixmaps.clear()
        _pixmaps[key] = pixmap
        return pixmap


def formula(tex: str, size_px: float, colour: str, display: bool = False) -> Formula:
    """Return a formula to paint; see `Formula`. `size_px` is the size of the text around it."""
    return Formula(tex, size_px, colour, display)


@lru_cache(maxsize=128)
def _renderer(tex: str, display: bool, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    svg = typeset.drawing(tex, display).svg.replace(typeset.INK, colour)
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer
