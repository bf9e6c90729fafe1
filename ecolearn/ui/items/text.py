"""Short texts of items: a quick label that wraps anywhere, and the choice between it and prose.

Most answers are plain words. For these a `WrapLabel` is enough: it is painted by one
`QTextLayout`, costs a tenth of a document, and breaks words that are wider than the row (Kazakh
has some). Text with formulas, links or pictures goes to the lesson's own widgets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ecolearn.content.blocks import Inline, Run
from ecolearn.quiz.items.base import Item
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import FontSize

#: finds the picture of a course: path as written → file, or None
MediaFinder = Callable[[str], Path | None]
#: lesson id → title in the language shown
Titles = Mapping[str, str]

_MARKUP = re.compile(r"[\\`*_\[\]$!<>&~#|\n]")
_SIZES = {
    "body": FontSize.BODY,
    "h3": FontSize.H3,
    "strong": FontSize.BODY,
    "muted": FontSize.MUTED,
    "verdict": FontSize.MUTED,
}
_WEIGHTS = {"h3": 600, "strong": 600, "verdict": 600}
_LEADING = 1.18


_GAP = re.compile(r"\[\[\w+\]\]")
_MOST_PARSED = 2_000
_parsed: dict[str, tuple[Titles | None, Inline]] = {}


def is_plain(text: str) -> bool:
    """Tell whether Markdown `text` is certainly nothing but words."""
    return _MARKUP.search(text) is None


def runs(text: str, titles: Titles | None = None) -> Inline:
    """Return Markdown `text` as one line of runs.

    `titles` (lesson id → title) gives references to lessons their words.
    """
    if is_plain(text):
        return (Run(text),)
    found = _parsed.get(text)
    if found is not None and found[0] is titles:
        return found[1]
    from ecolearn.content import markdown  # only when there is markup: start time

    line = markdown.inline(text, lesson_titles=titles)
    if len(_parsed) >= _MOST_PARSED:
        _parsed.clear()
    _parsed[text] = (titles, line)
    return line


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Return Markdown `text` as it is spoken: words only, formulas as their source."""
    if is_plain(text):
        return text
    from ecolearn.content import markdown

    return markdown.plain(text)


def short_stem(item: Item, most: int = 130) -> str:
    """Return the beginning of what `item` asks, for lists: one line of words, gaps as dots."""
    words = plain(_GAP.sub("…", item.stem)).split("\n")[0]
    return words if len(words) <= most else words[: most - 2].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class _Line:
    layout: QTextLayout
    height: float
    width: float


class WrapLabel(QLabel):
    """A label of plain text (bold and italic stretches included) that wraps even inside words.

    It is a QLabel so that screen readers meet static text; only measuring and painting differ.
    """

    def __init__(
        self,
        text: Inline | str = "",
        *,
        role: str = "body",
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs: Inline = ()
        self._role = role
        self._colour = colour
        self._cache: dict[int, _Line] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: Inline | str) -> None:
        """Show `text`."""
        self._runs = (Run(text),) if isinstance(text, str) else text
        self.setText("".join(run.text for run in self._runs if isinstance(run, Run)))
        self._measure_again()

    def set_colour(self, colour: str) -> None:
        """Paint in the colour of this role."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    # ── measuring ─────────────────────────────────────────────────────────────────────────────

    def _font(self) -> QFont:
        return style.font(_SIZES[self._role], _WEIGHTS.get(self._role, 400))

    def _lay_out(self, width: int) -> _Line:
        found = self._cache.get(width)
        if found is not None:
            return found
        layout = QTextLayout(self.text(), self._font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = widest = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            extra = line.height() * (_LEADING - 1)
            line.setPosition(QPointF(0, y + extra / 2))
            y += line.height() + extra
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        if len(self._cache) > 6:
            self._cache.clear()
        made = _Line(layout, y, widest)
        self._cache[width] = made
        return made

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for run in self._runs:
            if not isinstance(run, Run):
                continue
            if run.strong or run.emphasis or run.code or run.strike:
                shape = QTextCharFormat()
                if run.strong:
                    shape.setFontWeight(600)
                shape.setFontItalic(run.emphasis)
                shape.setFontStrikeOut(run.strike)
                if run.code:
                    shape.setFontFamilies(["JetBrains Mono", "Inter"])
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = start, len(run.text), shape
                formats.append(found)
            start += len(run.text)
        return formats

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return -(-int(self._lay_out(width).height * 64) // 64) + 1

    def sizeHint(self) -> QSize:
        line = self._lay_out(16_000)
        return QSize(int(line.width) + 2, int(line.height) + 1)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), style.px(64)), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(style.current().colour(self._colour if self.isEnabled() else "muted"))
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, (self.height() - line.height) / 2)
        line.layout.draw(painter, QPointF(0, top))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_again()
        super().changeEvent(event)

    def _measure_again(self) -> None:
        self._cache.clear()
        self.updateGeometry()
        self.update()


def text_widget(
    text: str,
    media: MediaFinder | None = None,
    *,
    titles: Titles | None = None,
    role: str = "body",
    colour: str = "text",
) -> QWidget:
    """Return a widget that shows Markdown `text`: as quick as its markup allows.

    A widget with links has the signal `link_activated(str)`.
    """
    if is_plain(text):
        return WrapLabel(text, role=role, colour=colour)
    if "![" in text:
        from ecolearn.ui.items.pictures import column  # pictures between the words

        return column(text, media, titles=titles, role=role, colour=colour)
    line = runs(text, titles)
    if all(isinstance(run, Run) and not run.link for run in line):
        return WrapLabel(line, role=role, colour=colour)
    from ecolearn.ui.items.flow import FlowText  # formulas and links

    return FlowText(line, pixels=_SIZES[role], weight=_WEIGHTS.get(role, 400), colour=colour)


__all__ = [
    "MediaFinder",
    "Titles",
    "WrapLabel",
    "is_plain",
    "plain",
    "runs",
    "short_stem",
    "text_widget",
]
