"""The activities of the open lesson: what was done outlives the widgets, so that language, theme
and page may change under them. Saving is the page's business; it is told through the signals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.content.activities.base import State
from ecolearn.content.model import Course
from ecolearn.content.texts import in_language
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.card import ActivityCard, missing
from ecolearn.ui.activities.diary_book import DiaryBook
from ecolearn.ui.items.text import MediaFinder, Titles


def around_of(
    course: Course,
    language: str,
    media: MediaFinder,
    titles: Titles,
    seed: str = "",
    diary: DiaryBook | None = None,
    *,
    preview: bool = False,
) -> Around:
    """Return what activities of a course need to know of it."""
    return Around(
        language=language,
        languages=course.languages,
        constants={one.id: one for one in course.constants},
        facts={one.id: one for one in course.facts},
        media=media,
        titles=titles,
        course_title=in_language(course.title, language, course.languages)[0],
        seed=seed,
        diary=diary,
        preview=preview,
    )


class ActivityDesk(QObject):
    """Makes the widgets of activities and keeps what was done in them.

    Signals:
        state_changed(str, object): The state of the activity with this id is to be kept.
        link_activated(str): A link in an activity was opened.
    """

    state_changed = Signal(str, object)
    link_activated = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, ActivityState] = {}
        self._states: dict[str, State] = {}
        self._cards: dict[str, ActivityCard] = {}
        self._around = Around()

    def begin(self, kept: Mapping[str, ActivityState]) -> None:
        """Start a lesson with what was saved before."""
        self._kept = dict(kept)
        self._states = {activity_id: one.state for activity_id, one in kept.items()}
        self._cards = {}

    def renew(self, around: Around) -> None:
        """Get ready to make the widgets again, in another language for instance."""
        self.settle()
        for activity_id, card in self._cards.items():
            self._states[activity_id] = card.state()
        self._around = around
        self._cards = {}

    def widget(self, block: b.ActivityCard) -> QWidget:
        """Return the widget of an activity, for the lesson view."""
        if block.activity is None:
            words = self.tr("The activity {id} is missing from this course.")
            return missing(block.activity_id, words)
        activity_id = block.activity_id
        card = ActivityCard(block.activity, self._around)
        self._cards[activity_id] = card
        state = self._states.get(activity_id)
        if state:
            card.show_state(state)
        kept = self._kept.get(activity_id)
        if kept is not None and card.view is not None:
            card.view.show_kept(kept)
        card.state_changed.connect(partial(self._on_state_changed, activity_id))
        card.link_activated.connect(self.link_activated)
        return card

    def _on_state_changed(self, activity_id: str, state: State) -> None:
        self._states[activity_id] = state
        self.state_changed.emit(activity_id, state)

    def settle(self) -> None:
        """Have everything kept that waits for its pause."""
        for card in self._cards.values():
            card.settle()

    def show_kept(self, kept: ActivityState) -> None:
        """Follow a state that was saved."""
        self._kept[kept.activity_id] = kept
        card = self._cards.get(kept.activity_id)
        if card is not None:
            card.show_kept(kept)

    def show_trouble(self, activity_id: str, text: str) -> None:
        """Say that a state was not saved."""
        card = self._cards.get(activity_id)
        if card is not None:
            card.show_trouble(text)
