"""Several right answers: rows like check boxes, and how many are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.choices import Choices
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from ecolearn.quiz.items.several_answers import Several


class SeveralView(ItemView):
    """Rows of which some are chosen; number keys choose and take back."""

    item: Several

    def build(self) -> None:
        self._count = QLabel(self)
        style.set_role(self._count, "muted")
        order = self.order("options", known_ids(len(self.item.options)))
        self._choices = Choices(order, several=True, parent=self)
        self.column.addWidget(self._count)
        self.column.addSpacing(style.px(2))
        self.column.addWidget(self._choices)
        self._choices.chosen_changed.connect(self._on_chosen_changed)
        self._choices.link_activated.connect(self.link_activated)
        self.show_texts()

    def show_texts(self) -> None:
        self._choices.set_texts(self.item.options, self.media, self.titles)
        self._show_count()

    def _show_count(self) -> None:
        wanted = sum(option.right for option in self.item.options)
        text = self.tr("%n answer(s) are right. You have chosen {chosen}.", "", wanted)
        self._count.setText(text.format(chosen=len(self._choices.chosen())))

    def response(self) -> Response:
        return {"choices": self._choices.chosen()}

    def set_response(self, response: Response) -> None:
        self._choices.set_chosen(response.get("choices", []))
        self._show_count()

    def show_marks(self) -> None:
        self._choices.set_marks(self._marks() if self.grade is not None else {})

    def _marks(self) -> dict[str, tuple[str, str, str]]:
        marks = {}
        chosen = self._choices.chosen()
        for index, option in enumerate(self.item.options):
            name = option_id(index)
            if name in chosen:
                mark = "right" if option.right else "wrong"
                word = self.word_right() if option.right else self.word_wrong()
                marks[name] = (mark, word, option.feedback)
            elif self.revealed and option.right:
                marks[name] = ("missed", self.tr("Right too"), option.feedback)
            elif self.revealed:
                marks[name] = ("other", "", option.feedback)
        return marks

    def show_locked(self) -> None:
        self._choices.set_locked(self.locked)

    def key_digit(self, digit: int) -> bool:
        return self._choices.press(digit)

    def focus_first(self) -> None:
        self._choices.focus_first()

    def _on_chosen_changed(self) -> None:
        self._show_count()
        self.changed()
