"""Finding words in the open lesson: Ctrl+F, Enter to go on, Esc to close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ecolearn.ui.lesson.view import LessonView
from ecolearn.ui.theme import icons, style


class FindBar(QFrame):
    """A field, the number of places, and buttons for the next and the one before."""

    def __init__(self, view: LessonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._found: list[int] = []
        self._place = -1
        style.set_surface(self, "bar")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        style.set_role(self.count, "muted")
        self.before_button = QToolButton()
        self.before_button.setIcon(icons.icon("chevron-up"))
        self.next_button = QToolButton()
        self.next_button.setIcon(icons.icon("chevron-down"))
        self.close_button = QToolButton()
        self.close_button.setIcon(icons.icon("x"))
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(8))
        row.setSpacing(style.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.before_button)
        row.addWidget(self.next_button)
        row.addWidget(self.close_button)
        self.field.textChanged.connect(self._on_text)
        self.before_button.clicked.connect(self._on_before)
        self.next_button.clicked.connect(self._on_next)
        self.close_button.clicked.connect(self.end)
        self._retranslate()
        self.hide()

    @Slot()
    def begin(self) -> None:
        """Appear, ready to type."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_text(self.field.text())

    @Slot()
    def end(self) -> None:
        """Disappear; the keyboard is the lesson's again."""
        self.hide()
        self._view.end_search()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_text(self, words: str) -> None:
        self._found = self._view.find_blocks(words)
        here = self._view.spot.block
        later = [n for n, block in enumerate(self._found) if block >= here]
        self._place = (later[0] if later else 0) if self._found else -1
        self._go()

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_before(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self._found = self._view.find_blocks(self.field.text())
        if self._found:
            self._place = (self._place + by) % len(self._found)
        self._go()

    def _go(self) -> None:
        if self._found:
            self._view.show_found(self._found[self._place], self.field.text())
            text = self.tr("{number} of {count}").format(
                number=self._place + 1, count=len(self._found)
            )
        else:
            text = self.tr("Not found") if self.field.text().strip() else ""
        self.count.setText(text)
        self.before_button.setEnabled(len(self._found) > 1)
        self.next_button.setEnabled(len(self._found) > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this lesson"))
        self.field.setAccessibleName(self.tr("Find in this lesson"))
        for button, name in (
            (self.before_button, self.tr("Previous place")),
            (self.next_button, self.tr("Next place")),
            (self.close_button, self.tr("Close")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
