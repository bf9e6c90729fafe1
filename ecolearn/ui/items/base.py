"""What the widget of every item type is: it shows the parts to answer, holds the response,
and shows how it was judged. The stem, hints and buttons around it belong to the panel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Grade, Item, Presentation, Remark, Response
from ecolearn.ui.items.text import MediaFinder, Titles
from ecolearn.ui.theme import style

_DIGITS = {getattr(Qt.Key, f"Key_{n}"): n for n in range(1, 10)}

#: group of a response that has an entry a part → the parts of the item
_PARTS = {"rows": "rows", "pairs": "pairs", "bins": "things", "gaps": "gaps"}


def say(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `text`, politely unless `urgent`."""
    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def is_answered(item: Item, response: Response) -> bool:
    """Tell whether `response` is enough to judge; {} is what nobody has touched yet."""
    return bool(response) and item.is_answered(response)


def is_begun(item: Item, response: Response) -> bool:
    """Tell whether only some of the parts of `item` have an answer."""
    for group, parts in _PARTS.items():
        given = response.get(group)
        if isinstance(given, dict):
            return 0 < len(given) < len(getattr(item, parts, ()))
    return False


class ItemView(QWidget):
    """The widget of one item.

    Signals:
        response_changed: The learner changed the response.
        submit_requested: The learner pressed Enter in a field.
        left: The learner left a field: what was typed should be kept now.
        link_activated(str): A link in a text was followed.
    """

    response_changed = Signal()
    left = Signal()
    submit_requested = Signal()
    link_activated = Signal(str)

    #: whether a change is text being typed, which is kept after a pause and not at once
    typed: ClassVar[bool] = False
    #: whether the view shows the stem itself, with the gaps in it
    has_stem: ClassVar[bool] = False

    def __init__(
        self,
        item: Item,
        presentation: Presentation,
        media: MediaFinder,
        parent: QWidget | None = None,
        *,
        titles: Titles | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.presentation = presentation
        self.media = media
        self.titles = titles
        self.locked = False
        #: how the response was judged, while that is shown
        self.grade: Grade | None = None
        self.remarks: list[Remark] = []
        #: whether the right answer is shown with the grade
        self.revealed = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.px(6))
        self.build()

    # ── what each type does ───────────────────────────────────────────────────────────────────

    def build(self) -> None:
        """Make the widgets; called once."""
        raise NotImplementedError

    def response(self) -> Response:
        """Return what the learner has given so far."""
        raise NotImplementedError

    def set_response(self, response: Response) -> None:
        """Show `response` without telling anybody."""
        raise NotImplementedError

    def show_texts(self) -> None:
        """Set every text again, after the language changed."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Show `grade` and `remarks`, or nothing if `grade` is None."""
        raise NotImplementedError

    def show_locked(self) -> None:
        """Follow `locked`."""

    def missing(self) -> str:
        """Return what to ask for when there is not enough to judge."""
        return self.tr("Give an answer first.")

    def unfinished(self) -> str:
        """Return a question whether to judge a response of which parts are empty; "" if none is."""
        return ""

    def key_digit(self, digit: int) -> bool:
        """Do what the number key `digit` (1–9) stands for; tell whether it stands for anything."""
        return False

    def focus_first(self) -> None:
        """Put the keyboard where answering begins."""

    # ── what all have in common ───────────────────────────────────────────────────────────────

    def set_item(self, item: Item) -> None:
        """Show the same item in another language; response and marks stay."""
        self.item = item
        self.show_texts()
        if self.grade is not None:
            self.show_marks()

    def show_grade(
        self, grade: Grade | None, remarks: Iterable[Remark] = (), *, reveal: bool = True
    ) -> None:
        """Show how the response was judged; with `reveal` also what is right and why."""
        self.grade = grade
        self.remarks = list(remarks)
        self.revealed = reveal
        self.show_marks()

    def set_locked(self, locked: bool) -> None:
        """Keep the response from being changed; it can still be read."""
        self.locked = locked
        self.show_locked()

    def order(self, group: str, known: list[str]) -> list[str]:
        """Return the ids of `group` as the learner sees them; as in `known` if not drawn."""
        drawn = [name for name in self.presentation.get(group, ()) if name in known]
        return drawn + [name for name in known if name not in drawn]

    def mark_of(self, part: str) -> bool | None:
        """Tell whether `part` was judged right; None if it was not judged."""
        return None if self.grade is None else self.grade.parts.get(part)

    def remark_on(self, part: str) -> str:
        """Return the feedback about `part`, "" if there is none."""
        return "\n\n".join(remark.text for remark in self.remarks if remark.part == part)

    def shows(self, remark: Remark) -> bool:
        """Tell whether the view itself shows `remark`, beside what it is about; the panel shows
        the others."""
        return bool(remark.part)

    def changed(self) -> None:
        """Tell that the learner changed the response."""
        self.response_changed.emit()

    def word_right(self) -> str:
        """Return the word beside something right."""
        return self.tr("Right")

    def word_wrong(self) -> str:
        """Return the word beside something wrong."""
        return self.tr("Not right")

    def word_missed(self) -> str:
        """Return the word beside what would have been right."""
        return self.tr("Right answer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let number keys choose; everything else goes to the panel."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = _DIGITS.get(Qt.Key(event.key())) if not plain else None
        if digit is not None and not self.locked and self.key_digit(digit):
            event.accept()
            return
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts()
            if self.grade is not None:
                self.show_marks()
        super().changeEvent(event)


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit 1–9 of a key pressed without modifiers, else None."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return _DIGITS.get(Qt.Key(event.key()))


__all__ = ["ItemView", "digit_of", "is_answered", "is_begun", "say"]
