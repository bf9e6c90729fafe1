"""A short text: one field."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ecolearn.quiz.items.base import Remark, Response
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.fields import AnswerField, VerdictLine
from ecolearn.ui.items.labels import localised
from ecolearn.ui.theme import style


class ShortView(ItemView):
    """A field; Enter hands in."""

    typed = True

    def build(self) -> None:
        self._field = AnswerField(self)
        self._field.setMaximumWidth(style.px(420))
        self._verdict = VerdictLine(self)
        self.column.addWidget(self._field)
        self.build_below()
        self.column.addWidget(self._verdict)
        self._field.textEdited.connect(self._on_text_edited)
        self._field.submitted.connect(self.submit_requested)
        self._field.left.connect(self.left)
        self._verdict.link_activated.connect(self.link_activated)
        self.show_texts()

    def build_below(self) -> None:
        """Add what belongs directly under the field."""

    def show_texts(self) -> None:
        self._field.setAccessibleName(self.tr("Your answer"))
        self._field.setPlaceholderText(self.tr("Your answer"))

    def response(self) -> Response:
        return {"text": self._field.text()}

    def set_response(self, response: Response) -> None:
        self._field.setText(str(response.get("text", "")))

    def show_marks(self) -> None:
        if self.grade is None:
            style.set_state(self._field, None)
            self._verdict.clear()
            return
        right = self.grade.right
        style.set_state(self._field, "right" if right else "wrong")
        word = self.word_right() if right else self.wrong_words()
        if not right and self.revealed:
            answer = localised(str(self.item.solution().get("text", "")))
            word = self.tr("{verdict}. Right: {answer}").format(verdict=word, answer=answer)
        own = [remark.text for remark in self.remarks if self.shows(remark)]
        self._verdict.show_verdict(right, word, "\n\n".join(own), self.titles)
        self._field.setAccessibleDescription(self._verdict.accessibleName())

    def wrong_words(self) -> str:
        """Return what is said of a wrong answer."""
        return self.word_wrong()

    def shows(self, remark: Remark) -> bool:
        return remark.right is not None

    def show_locked(self) -> None:
        self._field.setReadOnly(self.locked)

    def focus_first(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_edited(self, text: str) -> None:
        self.changed()
