"""Breaking text into the lines that fit a painted widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrap_lines(text: str, font: QFont, width: float, max_lines: int) -> tuple[list[str], bool]:
    """Break `text` at word boundaries, or inside a word that is too long for a line.

    Args:
        text: One paragraph.
        font: Its font.
        width: Width of a line, in logical pixels.
        max_lines: Most lines to return; the last one ends in an ellipsis when more follow.

    Returns:
        The lines, and whether something was left out.
    """
    if not text:
        return [], False
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    cut = False
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == max_lines - 1 and start + line.textLength() < len(text):
            rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            cut = True
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines, cut


def longest_word_width(text: str, font: QFont) -> float:
    """Return the width of the widest word, in logical pixels."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
