"""Bringing a part of an activity into view after its page was made anew."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from ecolearn.ui.theme import style


class Reveal(QObject):
    """Scrolls as little as needed, once everything is laid out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_laid_out)

    def show(self, widget: QWidget) -> None:
        """Bring `widget` into view if it is in something that scrolls."""
        self._wanted = widget
        self._timer.start()

    @Slot()
    def _on_laid_out(self) -> None:
        widget, self._wanted = self._wanted, None
        if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
            return
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(widget, 0, style.px(24))


__all__ = ["Reveal"]
