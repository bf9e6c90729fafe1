"""A box with a tone: note, tip, warning, or the verdict on an answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import TONES, Space
from ecolearn.ui.widgets.icon_label import IconLabel

TONE_ICONS = {
    "note": "info",
    "info": "info",
    "tip": "lightbulb",
    "ok": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-x",
}
"""Icon of each tone."""


class Callout(QFrame):
    """An icon and title over any content, on the soft ground of its tone.

    Add what it says with `add_text` or `add_widget`. Rich text should end without a bottom
    margin, or the box looks lopsided.
    """

    def __init__(
        self,
        tone: str = "note",
        title: str = "",
        text: str = "",
        *,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a box.

        Args:
            tone: `note`, `tip`, `ok`, `warning` or `danger`.
            title: Words of the title; a tone needs some, colour alone says nothing.
            text: One paragraph of content; more can be added.
            icon: Name of another icon than the tone's own.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._tone = tone
        self._icon = IconLabel(icon or TONE_ICONS[tone], 20, TONES[tone], self)
        self._title = QLabel(title, self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        style.set_role(self._title, "strong")

        self._head = QHBoxLayout()
        self._head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._title, 1)
        self.content = QVBoxLayout()
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._head)
        self._outer.addLayout(self.content)

        self.setProperty("box", "callout")
        self._space()
        self.set_tone(tone, icon)
        if text:
            self.add_text(text)

    def _space(self) -> None:
        px = style.px
        self._head.setSpacing(px(Space.S))
        self.content.setSpacing(px(Space.S))
        self._outer.setSpacing(px(6))
        self._outer.setContentsMargins(px(Space.L), px(Space.M), px(Space.L), px(Space.M))

    @property
    def tone(self) -> str:
        """The tone it has."""
        return self._tone

    def set_tone(self, tone: str, icon: str | None = None) -> None:
        """Give it another tone, with that tone's icon unless `icon` names another."""
        self._tone = tone
        self._icon.set_icon(icon or TONE_ICONS[tone], TONES[tone])
        style.set_tone(self._title, tone)
        style.set_tone(self, tone)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def add_text(self, text: str, *, rich: bool = False) -> QLabel:
        """Add a paragraph that wraps, and return its label."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.content.addWidget(label)
        return label

    def add_widget(self, widget: QWidget) -> None:
        """Add any widget below what is there."""
        self.content.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
