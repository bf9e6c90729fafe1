"""The bar under a lesson, always in view: back, how far, tools, and on to what comes next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from ecolearn.ui.preferences import TEXT_SIZES
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.progress_bar import ThinProgressBar


class LessonBar(QFrame):
    """Signals:

    previous_wanted, next_wanted, print_wanted, outline_wanted: a button was pressed.
    text_size_wanted(float): another size of text, 1.0 being normal.
    """

    previous_wanted = Signal()
    next_wanted = Signal()
    print_wanted = Signal()
    outline_wanted = Signal()
    text_size_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_kind = "lesson"
        style.set_surface(self, "bar")
        self.outline_button = QToolButton()
        self.outline_button.setIcon(icons.icon("panel-left"))
        self.previous_button = QPushButton()
        self.previous_button.setIcon(icons.icon("arrow-left", "primary_text"))
        style.set_kind(self.previous_button, "ghost")
        self.progress = ThinProgressBar()
        self.words = QLabel()
        style.set_role(self.words, "muted")
        self.size_button = QToolButton()
        self.size_button.setIcon(icons.icon("a-large-small"))
        self.size_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.size_menu = QMenu(self.size_button)
        self.size_button.setMenu(self.size_menu)
        self.print_button = QToolButton()
        self.print_button.setIcon(icons.icon("printer"))
        self.next_button = QPushButton()
        self.next_button.setIcon(icons.icon("arrow-right", "on_primary"))
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # icon after the words
        style.set_kind(self.next_button, "primary")

        self._row = QHBoxLayout(self)
        self._row.addWidget(self.outline_button)
        self._row.addWidget(self.previous_button)
        self._row.addStretch(1)
        self._row.addWidget(self.progress, 2)
        self._row.addWidget(self.words)
        self._row.addStretch(1)
        self._row.addWidget(self.size_button)
        self._row.addWidget(self.print_button)
        self._row.addWidget(self.next_button)
        self._space()

        self.outline_button.clicked.connect(self.outline_wanted)
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.size_menu.aboutToShow.connect(self._on_size_menu)
        self.retranslate()

    def _space(self) -> None:
        px = style.px
        self._row.setContentsMargins(px(16), px(9), px(16), px(10))
        self._row.setSpacing(px(8))
        side = px(20)
        for button in (self.outline_button, self.size_button, self.print_button):
            button.setIconSize(QSize(side, side))
        for push in (self.previous_button, self.next_button):
            push.setIconSize(QSize(px(18), px(18)))
        self.progress.setMaximumWidth(px(150))

    # ── what the page tells ───────────────────────────────────────────────────────────────────

    def set_share(self, share: float) -> None:
        """Show how much of the lesson lies behind the learner, 0–1."""
        self.progress.set_fraction(share)
        self.words.setText(percent_text(share))

    def set_next(self, kind: str, title: str) -> None:
        """Say what comes next: `lesson`, `quiz` or `course`, and its title."""
        self._next_kind = kind
        self.next_button.setToolTip(title)
        self.next_button.setAccessibleDescription(title)
        self.retranslate()

    def set_previous(self, title: str) -> None:
        """Say what lies before; nothing does if `title` is empty."""
        self.previous_button.setEnabled(bool(title))
        self.previous_button.setToolTip(title)
        self.previous_button.setAccessibleDescription(title)

    def set_outline_offered(self, offered: bool) -> None:
        """Offer the outline as a button, where it has no room beside the text."""
        self.outline_button.setVisible(offered)
        self._fit()

    # ── texts and look ────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Set every visible text."""
        words = {
            "lesson": self.tr("Next lesson"),
            "quiz": self.tr("To the quiz"),
            "course": self.tr("Finish"),
        }[self._next_kind]
        # Qt leaves 4 pixels between icon and words, which looks glued together
        self.next_button.setText(words + "\u2009")
        self.previous_button.setAccessibleName(self.tr("Previous"))
        self.next_button.setAccessibleName(words)
        for button, name in (
            (self.outline_button, self.tr("Contents of this module")),
            (self.size_button, self.tr("Text size")),
            (self.print_button, self.tr("Print or save as PDF")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.progress.setAccessibleName(self.tr("How much of the lesson you have passed"))
        self.words.setText(percent_text(self.progress.fraction()))
        self._fit()

    @Slot()
    def _on_size_menu(self) -> None:
        self.size_menu.clear()
        for size in TEXT_SIZES:
            action = self.size_menu.addAction(percent_text(size))
            action.setCheckable(True)
            action.setChecked(abs(size - style.scale()) < 0.01)
            action.setData(size)
            action.triggered.connect(self._on_size)

    @Slot()
    def _on_size(self) -> None:
        action = self.sender()
        self.text_size_wanted.emit(float(action.data()))  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out, one after the other, what can be done without, until the rest has room."""
        self.previous_button.setText("\u2009" + self.tr("Previous"))
        spare = (self.progress, self.words, None, self.print_button, self.size_button)
        for widget in spare:
            if widget is not None:
                widget.show()
        for widget in spare:
            if self._needed() <= self.width():
                break
            if widget is None:
                self.previous_button.setText("")  # its name and tooltip say what it does
            else:
                widget.hide()

    def _needed(self) -> int:
        shown = [
            one
            for one in (
                self.outline_button,
                self.previous_button,
                self.words,
                self.size_button,
                self.print_button,
                self.next_button,
            )
            if not one.isHidden()
        ]
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right() + sum(one.sizeHint().width() for one in shown)
        if not self.progress.isHidden():
            width += style.px(80)
        return width + self._row.spacing() * (len(shown) + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._space()
            self._fit()
