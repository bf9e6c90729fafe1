"""One right answer: rows like radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.choices import Choices

if TYPE_CHECKING:
    from ecolearn.quiz.items.single_choice import Single


class SingleView(ItemView):
    """Rows of which one is chosen; number keys choose too."""

    item: Single

    def build(self) -> None:
        self._choices = Choices(
            self.order("options", known_ids(len(self.item.options))), parent=self
        )
        self.column.addWidget(self._choices)
        self._choices.chosen_changed.connect(self._on_chosen_changed)
        self._choices.link_activated.connect(self.link_activated)
        self.show_texts()

    def show_texts(self) -> None:
        self._choices.set_texts(self.item.options, self.media, self.titles)

    def response(self) -> Response:
        chosen = self._choices.chosen()
        return {"choice": chosen[0]} if chosen else self.item.empty()

    def set_response(self, response: Response) -> None:
        choice = response.get("choice")
        self._choices.set_chosen([choice] if choice else [])

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
                marks[name] = ("missed", self.word_missed(), option.feedback)
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
        self.changed()
