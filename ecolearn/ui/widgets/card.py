"""The card of a course in the library."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ecolearn.ui.theme import focus, style
from ecolearn.ui.theme.cover import paint_cover
from ecolearn.ui.theme.tokens import FontSize, Radius, Space, Weight
from ecolearn.ui.widgets.progress_bar import paint_progress
from ecolearn.ui.widgets.text_fit import wrap_lines

HEIGHT_PX = 236
LEAST_WIDTH_PX = 240
_COVER_PX = 96


@dataclass(frozen=True)
class CardContent:
    """What a card says."""

    title: str
    meta: str = ""
    """One muted line, such as the number of lessons."""
    chip: str = ""
    """A few words on the cover, such as the grade."""
    hue: int = 150
    """Hue of the cover, in degrees."""
    icon: str = "leaf"
    """Icon on the cover."""
    progress: float | None = None
    """Part that is done, 0 to 1; None shows no bar."""
    words: str = ""
    """The progress in words, such as "Not started"."""


def percent_text(fraction: float, locale: QLocale | None = None) -> str:
    """Return `fraction` (0 to 1) as whole percent, spaced as the language wants it."""
    locale = locale or QLocale()
    space = "" if locale.language() == QLocale.Language.English else "\u00a0"
    return f"{locale.toString(int(100 * fraction + 1e-9))}{space}%"


class CourseCard(QAbstractButton):
    """A cover, a title of at most two lines, a muted line, and the progress in words."""

    def __init__(self, content: CardContent, parent: QWidget | None = None) -> None:
        """Show `content`."""
        super().__init__(parent)
        self._content = content
        self._title_lines: list[str] = []
        self._fit_key: tuple[str, int, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_content(content)

    @property
    def content(self) -> CardContent:
        """What it says."""
        return self._content

    def set_content(self, content: CardContent) -> None:
        """Show something else."""
        self._content = content
        self._fit_key = None
        self.setAccessibleName(content.title)
        parts = [content.chip, content.meta, self._progress_text()]
        self.setAccessibleDescription(". ".join(part for part in parts if part))
        self._fit()
        self.update()

    def _progress_text(self) -> str:
        content = self._content
        parts = [content.words]
        if content.progress is not None:
            parts.append(percent_text(content.progress))
        return ", ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        return QSize(style.px(280), style.px(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(LEAST_WIDTH_PX), style.px(HEIGHT_PX))

    def focusInEvent(self, event: QFocusEvent) -> None:
        focus.note_reason(event.reason())
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self.set_content(self._content)  # percent is spaced as the new language wants

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Break the title; what does not fit is told by the tooltip."""
        key = (self._content.title, self.width(), style.scale())
        if key == self._fit_key:
            return
        self._fit_key = key
        width = self.width() - 2 * style.px(Space.L)
        font = style.font(FontSize.H3, Weight.STRONG)
        self._title_lines, cut = wrap_lines(self._content.title, font, width, 2)
        meta = QFontMetricsF(style.font(FontSize.MUTED))
        cut = cut or meta.horizontalAdvance(self._content.meta) > width
        hint = f"{self._content.title}\n{self._content.meta}".strip()
        self.setToolTip(hint if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, content = style.current(), style.px, self._content
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = focus.is_visible_on(self)
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        if focused:
            width, border = 3, "focus"
        elif hovered:
            width, border = (3 if theme.contrast else 2), "primary"
        else:
            width, border = theme.border_px, "border"
        rect = QRectF(self.rect())
        half = width / 2
        radius = px(Radius.CARD)
        painter.setPen(QPen(theme.colour(border), width))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

        inset = width + (2 if focused else 0)
        cover = QRectF(inset, inset, rect.width() - 2 * inset, px(_COVER_PX) - inset)
        paint_cover(
            painter, cover, content.hue, content.icon, theme.dark, radius=max(0, radius - inset)
        )
        if theme.contrast:
            painter.fillRect(
                QRectF(0, cover.bottom(), rect.width(), theme.border_px), theme.colour("border")
            )
        left = float(px(Space.L))
        room = rect.width() - 2 * left
        if content.chip:
            self._paint_chip(painter, left - px(4), px(Space.M), room)

        y = float(px(_COVER_PX) + px(Space.M))
        font = style.font(FontSize.H3, Weight.STRONG)
        line = QFontMetricsF(font).lineSpacing()
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        for text in self._title_lines:
            painter.drawText(QRectF(left, y, room + 2, line), Qt.AlignmentFlag.AlignLeft, text)
            y += line
        font = style.font(FontSize.MUTED)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        meta = metrics.elidedText(content.meta, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(left, y + px(4), room + 2, metrics.lineSpacing()),
            Qt.AlignmentFlag.AlignLeft,
            meta,
        )
        self._paint_progress(painter, left, room)

    def _paint_chip(self, painter: QPainter, left: float, top: float, room: float) -> None:
        theme, px = style.current(), style.px
        font = style.font(FontSize.NAVIGATION, Weight.STRONG)
        metrics = QFontMetricsF(font)
        pad = px(10)
        text = metrics.elidedText(
            self._content.chip, Qt.TextElideMode.ElideRight, room * 0.62 - 2 * pad
        )
        box = QRectF(left, top, metrics.horizontalAdvance(text) + 2 * pad, px(22))
        painter.setPen(QPen(theme.colour("border"), 1) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("primary_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_progress(self, painter: QPainter, left: float, room: float) -> None:
        theme, px, content = style.current(), style.px, self._content
        font = style.font(FontSize.MUTED)
        metrics = QFontMetricsF(font)
        bar_height = px(6)
        bottom = self.height() - px(Space.L)
        percent_width = 0.0
        words_bottom = float(bottom)
        painter.setFont(font)
        if content.progress is not None:
            bar = QRectF(left, bottom - bar_height, room, bar_height)
            paint_progress(painter, bar, content.progress)
            words_bottom = bar.top() - px(7)
            percent = percent_text(content.progress)
            percent_width = metrics.horizontalAdvance(percent) + px(Space.S)
            painter.setPen(theme.colour("muted"))
            place = QRectF(left, words_bottom - metrics.height(), room, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, percent)
        done = content.progress is not None and content.progress >= 1
        painter.setFont(style.font(FontSize.MUTED, Weight.NAVIGATION))
        painter.setPen(theme.colour("ok" if done else "text"))
        words = QFontMetricsF(painter.font()).elidedText(
            content.words, Qt.TextElideMode.ElideRight, room - percent_width
        )
        place = QRectF(left, words_bottom - metrics.height(), room, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)
