"""A small rounded label, such as a grade or a count."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ecolearn.ui.theme import style


class Chip(QLabel):
    """A few words in a pill; never wraps."""

    def __init__(self, text: str = "", tone: str | None = None, parent: QWidget | None = None):
        """Show `text`; `tone` is None (main colour), neutral, note, warning or danger."""
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style.set_role(self, "chip")
        style.set_tone(self, tone)
