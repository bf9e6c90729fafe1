"""The base of all pages: where they come from, when they are shown, how they change language."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ecolearn.ui.context import Context, Route


class Page(QWidget):
    """A page of the window.

    A constructor takes the context and builds in a fixed order: state, widgets, layout,
    connections, texts. Then `open` is called each time the page is shown.
    """

    #: as in `Route.page`
    name = ""
    #: False for pages that stand alone, before anybody has signed in
    shows_rail = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"page-{self.name}")

    def open(self, route: Route) -> None:
        """Show what `route` asks for; called on every visit."""

    def core_ready(self) -> None:
        """The core was built; what was shown from the quick look may be completed."""

    def leave(self) -> bool:
        """Keep what is not saved yet; called before another page is shown. Return False to
        stay (a question is open)."""
        return True

    @property
    def busy(self) -> bool:
        """Tell whether the page is still building what it shows (the tour waits for it)."""
        return False

    def retranslate(self) -> None:
        """Set every visible text again, in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
