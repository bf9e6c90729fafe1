"""An open answer: room to write, a count of words; afterwards what the teacher looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Response
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.labels import points_text
from ecolearn.ui.items.text import WrapLabel, text_widget
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from ecolearn.quiz.items.open_answer import Open

_LEAST_PX, _MOST_PX = 120, 360


class _Editor(QPlainTextEdit):
    """A field of several lines that grows with its text.

    Signals:
        submitted: Ctrl+Enter was pressed.
        left: The field lost the focus.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.setFixedHeight(style.px(_LEAST_PX))

    def _on_size_changed(self, size: object) -> None:
        lines = self.document().size().height()
        wanted = int(lines * self.fontMetrics().lineSpacing()) + style.px(30)
        self.setFixedHeight(max(style.px(_LEAST_PX), min(style.px(_MOST_PX), wanted)))

    def sizeHint(self) -> QSize:
        return QSize(style.px(480), style.px(_LEAST_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a new line; with Ctrl it hands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()


class OpenView(ItemView):
    """The editor; Enter is a new line here, Ctrl+Enter hands in."""

    item: Open
    typed = True

    def build(self) -> None:
        self._editor = _Editor(self)
        self._count = QLabel(self)
        style.set_role(self._count, "muted")
        self._rubric: QWidget | None = None
        self.column.addWidget(self._editor)
        self.column.addWidget(self._count)
        self._quiet = False
        self._editor.textChanged.connect(self._on_text_changed)
        self._editor.submitted.connect(self.submit_requested)
        self._editor.left.connect(self.left)
        self.show_texts()

    def show_texts(self) -> None:
        self._editor.setAccessibleName(self.tr("Your answer"))
        self._editor.setPlaceholderText(self.tr("Write in your own words"))
        self._show_count()

    def _show_count(self) -> None:
        words = len(self._editor.toPlainText().split())
        self._count.setText(self.tr("%n word(s). Your teacher reads this.", "", words))

    def response(self) -> Response:
        return {"text": self._editor.toPlainText()}

    def set_response(self, response: Response) -> None:
        self._quiet = True
        self._editor.setPlainText(str(response.get("text", "")))
        self._quiet = False
        self._show_count()

    def show_marks(self) -> None:
        if self._rubric is not None:
            self.column.removeWidget(self._rubric)
            self._rubric.hide()
            self._rubric.deleteLater()
            self._rubric = None
        if self.grade is None or not self.item.rubric:
            return
        box = QWidget(self)
        down = QVBoxLayout(box)
        down.setContentsMargins(0, style.px(6), 0, 0)
        down.setSpacing(style.px(4))
        down.addWidget(WrapLabel(self.tr("Your teacher looks for this:"), role="strong"))
        for line in self.item.rubric:
            words = self.tr("• {criterion} ({points})").format(
                criterion=line.text, points=points_text(line.points)
            )
            down.addWidget(text_widget(words, self.media, titles=self.titles))
        self._rubric = box
        self.column.addWidget(box)

    def show_locked(self) -> None:
        self._editor.setReadOnly(self.locked)

    def focus_first(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self) -> None:
        self._show_count()
        if not self._quiet:
            self.changed()
