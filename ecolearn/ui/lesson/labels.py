"""Labels for the many short texts: the lightest widget that can show a line."""

from __future__ import annotations

import html
import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ecolearn.content import markdown, spoken
from ecolearn.content.blocks import Inline, MathRun, Run
from ecolearn.ui.lesson.flow import (
    Writer,
    depth_below,
    look_for,
    slack_below,
)
from ecolearn.ui.lesson.prose_view import Content, ProseView, as_blocks, look_key, spoken_blocks
from ecolearn.ui.theme import style

#: roles of QLabel that the style sheet knows
_LABEL_ROLES = {"h1", "h2", "h3", "strong", "muted"}


class FlowLabel(QLabel):
    """A text with formulas and without links: lighter than a `ProseView`, not selectable.

    To assistive technology it is a label that says the text with the formulas in words.
    """

    def __init__(
        self,
        content: Content,
        parent: QWidget | None = None,
        *,
        role: str = "body",
        language: str = "",
    ) -> None:
        super().__init__(parent)
        self._blocks = as_blocks(content)
        self._role = role
        self._language = language
        self._key: tuple[str, float, str] | None = None
        self._below = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(spoken_blocks(self._blocks, language))
        self._fill()

    def _fill(self) -> None:
        self._key = look_key(self._role)
        look = look_for(self._role)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(look.font())
        flow = Writer(self._document, look, self._language).blocks(
            QTextCursor(self._document), self._blocks
        )
        self._below = math.ceil(depth_below(flow.formulas, look)) - slack_below(look)

    def text(self) -> str:
        """Return the text with formulas in words."""
        return self.accessibleName()

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the text needs."""
        self._document.setTextWidth(width)
        return math.ceil(self._document.size().height()) + self._below

    def sizeHint(self) -> QSize:
        """Return the size on one line, or at the present width if that is narrower."""
        self._document.setTextWidth(-1)
        width = math.ceil(self._document.idealWidth()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        kinds = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and self._key not in (None, look_key(self._role)):
            self._fill()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, centred in height."""
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        free = self.height() - self._document.size().height() - self._below
        painter.translate(0, max(0, int(free / 2)))
        context = self._document.documentLayout().PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, style.current().colour("text"))
        self._document.documentLayout().draw(painter, context)


def _is_plain(text: Inline) -> bool:
    return all(
        isinstance(run, Run) and not (run.strong or run.emphasis or run.strike or run.code)
        for run in text
    )


def _rich(text: Inline) -> str:
    """Return runs without formulas and links as rich text for a QLabel."""
    out = []
    code = style.current().hex("sunken")
    for run in text:
        if not isinstance(run, Run):
            continue
        part = html.escape(run.text, quote=False).replace("\n", "<br/>")
        if run.code:
            part = f"<span style=\"font-family:'JetBrains Mono';background:{code}\">{part}</span>"
        for on, tag in ((run.strong, "b"), (run.emphasis, "i"), (run.strike, "s")):
            part = f"<{tag}>{part}</{tag}>" if on else part
        out.append(part)
    return "".join(out)


def make_label(
    text: Inline | str,
    parent: QWidget | None = None,
    *,
    role: str = "body",
    language: str = "",
) -> QLabel | ProseView:
    """Return the lightest widget that shows a line of text.

    A QLabel for plain and emphasised text (its `role` property is set), a `FlowLabel` (also a
    QLabel) if there are formulas, a `ProseView` only if there are links. `text` as a string is
    Markdown.
    """
    inline = markdown.inline(text) if isinstance(text, str) else text
    if any(run.link for run in inline):
        return ProseView(inline, parent, role=role, language=language)
    if any(isinstance(run, MathRun) for run in inline):
        return FlowLabel(inline, parent, role=role, language=language)
    label = QLabel(parent)
    if _is_plain(inline):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText("".join(run.text for run in inline if isinstance(run, Run)))
    else:
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(_rich(inline))
        label.setAccessibleName(spoken.inline(inline, language))
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if role in _LABEL_ROLES:
        style.set_role(label, role)
    elif role in {"stem", "lead"}:
        look = look_for(role)
        label.setFont(look.font())
    return label
