"""The score of an attempt as a ring with words, and bars per learning outcome."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.progress_bar import ThinProgressBar


class ScoreRing(QWidget):
    """A ring filled to the score, with the pass mark on it and the number inside."""

    def __init__(
        self, score: float, pass_mark: float, passed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._score = score
        self._pass_mark = pass_mark
        self._passed = passed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("Score: {score}; to pass: {needed}").format(
                score=percent_text(score), needed=percent_text(pass_mark)
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(style.px(136), style.px(136))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = px(12)
        box = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        flat = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(theme.colour("track"), thick))
        painter.drawEllipse(box)
        if theme.contrast:
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            half = thick / 2
            painter.drawEllipse(box.adjusted(-half, -half, half, half))
            painter.drawEllipse(box.adjusted(half, half, -half, -half))
        role = "ok" if self._passed else "warn"
        if self._score > 0:
            pen = QPen(theme.colour(role), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * min(1.0, self._score)))
        painter.setPen(QPen(theme.colour("text"), thick + px(4), c=flat))
        if 0 < self._pass_mark < 1:
            painter.drawArc(box, round((90 - 360 * self._pass_mark) * 16) - 12, 24)
        painter.setPen(theme.colour("text"))
        painter.setFont(style.font(28, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, percent_text(self._score))
        side = px(20)
        spot = QRectF(box.center().x() - side / 2, box.center().y() + px(18), side, side)
        icon = "award" if self._passed else "sprout"
        icons.paint_icon(painter, icon, spot, theme.colour(role))


class OutcomeBar(QWidget):
    """What one should be able to do, how far it went as a bar, and the same in words."""

    def __init__(self, text: str, share: float, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = style.px
        down = QVBoxLayout(self)
        down.setContentsMargins(0, px(4), 0, px(4))
        down.setSpacing(px(6))
        first = QHBoxLayout()
        first.setSpacing(px(10))
        icon, role = ("circle-check", "ok") if share >= 1 - 1e-9 else ("circle-dot", "warn")
        if share <= 0:
            icon, role = "circle", "muted"
        first.addWidget(IconLabel(icon, 20, role), 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(WrapLabel(text), 1)
        first.addWidget(WrapLabel(words, role="verdict", colour="muted"), 0)
        down.addLayout(first)
        bar = ThinProgressBar(f"{text}: {words}")
        bar.set_fraction(share)
        across = QHBoxLayout()
        across.addSpacing(px(30))
        across.addWidget(bar, 1)
        down.addLayout(across)


__all__ = ["OutcomeBar", "ScoreRing"]
