"""A field to type an answer into, and the line under it that says whether it was right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ecolearn.ui.items.slot import Slot
from ecolearn.ui.items.text import Titles, WrapLabel, plain, text_widget
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.icon_label import IconLabel

MAX_LETTERS = 1_000

_VERDICTS = {True: ("circle-check", "ok"), False: ("circle-x", "danger"), None: ("info", "muted")}


class AnswerField(QLineEdit):
    """A line to type into. Number keys type; Enter hands in.

    Signals:
        submitted: Enter was pressed.
        left: The field lost the focus.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MAX_LETTERS)
        self.setMinimumHeight(style.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter once, here, and not to the widgets around."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class VerdictLine(Slot):
    """Icon, word and feedback below the part they belong to; takes no room while there is none.

    Signals:
        link_activated(str): A link in the feedback was followed.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4)

    def show_verdict(
        self, right: bool | None, word: str, feedback: str = "", titles: Titles | None = None
    ) -> None:
        """Show that something is right, wrong or neither."""
        icon, colour = _VERDICTS[right]
        box = QWidget()
        across = QHBoxLayout(box)
        across.setContentsMargins(style.px(2), 0, 0, 0)
        across.setSpacing(style.px(8))
        across.addWidget(IconLabel(icon, 20, colour, box), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(style.px(2))
        across.addLayout(down, 1)
        down.addWidget(WrapLabel(word, role="strong", colour=colour))
        if feedback:
            text = text_widget(feedback, titles=titles)
            if hasattr(text, "link_activated"):
                text.link_activated.connect(self.link_activated)
            down.addWidget(text)
        self.setAccessibleName(". ".join(part for part in (word, plain(feedback)) if part))
        self.put(box)

    def clear(self) -> None:
        """Show nothing."""
        self.setAccessibleName("")
        if self.inside is not None:
            self.put(None)


__all__ = ["MAX_LETTERS", "AnswerField", "VerdictLine"]
