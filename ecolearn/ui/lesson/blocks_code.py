"""Code: fixed-width text on its own ground, with modest highlighting. Long lines wrap."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.flow import Flow
from ecolearn.ui.lesson.prose import ProseView
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import style
from ecolearn.ui.theme.fonts import CODE_FAMILY, UI_FAMILY, load_all_fonts
from ecolearn.ui.theme.tokens import FontSize

_WORDS = {
    "python": "and as assert async await break class continue def del elif else except False "
    "finally for from global if import in is lambda None nonlocal not or pass raise return True "
    "try while with yield",
    "javascript": "async await break case catch class const continue default delete do else "
    "export extends false finally for function if import in instanceof let new null of return "
    "static super switch this throw true try typeof undefined var void while yield",
    "c": "auto bool break case char class const continue default delete do double else enum "
    "extern false float for if int long new nullptr private public return short signed sizeof "
    "static struct switch template this throw true try typedef unsigned using virtual void while",
    "sql": "select from where group by order having insert into values update set delete create "
    "table join left right inner outer on as and or not null is in like limit distinct",
    "toml": "true false",
}
_SAME = {
    "py": "python",
    "js": "javascript",
    "ts": "javascript",
    "json": "javascript",
    "cpp": "c",
    "c++": "c",
    "arduino": "c",
    "java": "c",
    "ino": "c",
}
_HASH_COMMENTS = {"python", "toml", "sh", "bash", "yaml"}


def spans(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of what stands out: comment, string, number, keyword."""
    language = _SAME.get(language.lower(), language.lower())
    if language not in _WORDS and language not in _HASH_COMMENTS:
        return []
    comment = r"\#[^\n]*" if language in _HASH_COMMENTS else r"//[^\n]*|/\*.*?\*/"
    if language == "sql":
        comment = r"--[^\n]*"
    words = "|".join(_WORDS.get(language, "true false").split())
    pattern = re.compile(
        rf"(?P<comment>{comment})"
        r'|(?P<string>"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
        r"|(?P<number>\b\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?\b)"
        rf"|(?P<keyword>\b(?:{words})\b)",
        re.S | (re.I if language == "sql" else 0),
    )
    return [(m.start(), m.end(), m.lastgroup or "") for m in pattern.finditer(text)]


class _CodeText(ProseView):
    """The text itself; selectable."""

    def __init__(self, block: b.Code) -> None:
        self._code = block
        super().__init__((), role="code")
        self.setAccessibleName(block.text)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def _fill(self) -> None:
        self._remember_look()
        load_all_fonts()
        theme = style.current()
        document = self.document()
        self._empty()
        plain = QTextCharFormat()
        font = self._look.font()
        font.setFamilies([CODE_FAMILY, UI_FAMILY])
        font.setPixelSize(style.px(FontSize.MUTED))
        plain.setFont(font)
        plain.setForeground(QColor(theme.hex("text")))
        document.setDefaultFont(font)
        cursor = QTextCursor(document)
        form = QTextBlockFormat()
        form.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        text = self._code.text.rstrip("\n")
        place = 0
        for start, end, kind in spans(text, self._code.language):
            cursor.insertText(text[place:start].replace("\n", "\u2028"), plain)
            marked = QTextCharFormat(plain)
            marked.setForeground(QColor(theme.hex(f"code_{kind}")))
            cursor.insertText(text[start:end].replace("\n", "\u2028"), marked)
            place = end
        cursor.insertText(text[place:].replace("\n", "\u2028"), plain)
        self._flow = Flow()
        self._heights.clear()


class CodeView(Column):
    """A rounded box with the text."""

    def __init__(self, block: b.Code) -> None:
        super().__init__(margins=(16, 12, 16, 12))
        style.set_surface(self, "code")
        self.add(_CodeText(block))


def _code(block: b.Code, maker: Maker) -> QWidget:
    return CodeView(block)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {b.Code: _code}
