"""A message across the top of a page: a sentence, at most one action, and a way to close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TONES, Space
from ecolearn.ui.widgets.callout import TONE_ICONS
from ecolearn.ui.widgets.icon_label import IconLabel


class Banner(QFrame):
    """An inline message; it blocks nothing and waits for nobody.

    Signals:
        action_requested: The action was pressed.
        closed: It was closed by its cross, and is hidden now.
    """

    action_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: str = "info",
        action: str = "",
        *,
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text` in a tone (`info`, `ok`, `warning`, `danger`) with an optional action."""
        super().__init__(parent)
        self._icon = IconLabel(TONE_ICONS[tone], 20, TONES[tone], self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.button = QPushButton(self)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icons.icon("x", "muted"))
        self.close_button.setVisible(closable)

        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.button)
        self._row.addWidget(self.close_button)

        self.button.clicked.connect(self._on_action)
        self.close_button.clicked.connect(self._on_close)
        self.setProperty("box", "banner")
        self._space()
        self._retranslate()
        self.show_message(text, tone, action)

    def show_message(self, text: str, tone: str = "info", action: str = "") -> None:
        """Show another message; a hidden banner appears when its parent is visible."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._icon.set_icon(TONE_ICONS[tone], TONES[tone])
        self.button.setText(action)
        self.button.setVisible(bool(action))
        style.set_tone(self, tone)
        if self.parentWidget() is not None:
            self.setVisible(True)

    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    def _space(self) -> None:
        px = style.px
        self._row.setSpacing(px(Space.M))
        self._row.setContentsMargins(px(Space.L), px(Space.S), px(Space.S), px(Space.S))

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))

    def _on_action(self) -> None:
        self.action_requested.emit()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
