"""What is shown while the saved progress cannot be opened: why, what to do, and another try."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.ui.context import Context, Route
from ecolearn.ui.messages import describe
from ecolearn.ui.pages.page import Page
from ecolearn.ui.widgets.empty_state import EmptyState


class ClosedPage(Page):
    """Nothing can be typed here: it could not be kept."""

    name = "closed"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        # widgets
        self.state = EmptyState("hard-drive", "", parent=self)
        # layout
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.state)
        # connections
        self.state.action_requested.connect(self._on_again)

    def open(self, route: Route) -> None:
        """Show why the start did not succeed."""
        self.retranslate()
        self.state.button.setEnabled(True)
        self.state.button.setFocus()

    @Slot()
    def _on_again(self) -> None:
        self.state.button.setEnabled(False)
        self.context.start_wanted.emit()

    def retranslate(self) -> None:
        """Set every visible text again."""
        trouble = self.context.start_trouble
        words = describe(trouble, self.context.language) if trouble is not None else ""
        self.state.set_content("hard-drive", words, self.tr("Try again"))
        self.state.button.setAccessibleDescription(words)
