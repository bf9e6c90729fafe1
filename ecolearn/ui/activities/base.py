"""What the widget of every kind of activity is. Title, introduction, saving and the buttons
around it belong to the card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecolearn.content.activities.base import Activity, State
from ecolearn.content.blocks import Block
from ecolearn.content.model import Constant, Fact
from ecolearn.content.texts import Said, in_language
from ecolearn.study.api import ActivityState
from ecolearn.ui.activities.diary_book import DiaryBook
from ecolearn.ui.items.text import MediaFinder, Titles
from ecolearn.ui.theme import style

A = TypeVar("A", bound=Activity)


def _no_media(source: str) -> Path | None:
    return None


@dataclass(frozen=True)
class Around:
    """The course and lesson around an activity, as far as its widget needs them."""

    #: the language texts are wanted in, then those of the course, in order
    language: str = "en"
    languages: tuple[str, ...] = ()
    constants: Mapping[str, Constant] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    media: MediaFinder = _no_media
    titles: Titles = field(default_factory=dict)
    course_title: str = ""
    #: fixes what is drawn or shuffled, for one learner and lesson
    seed: str = ""
    #: the way to what is kept of the diary; without one, nothing is kept
    diary: DiaryBook | None = None
    #: whether it is shown to somebody who is writing the course
    preview: bool = False

    def text(self, texts: Said) -> str:
        """Return a text in the language wanted, else in the next best; "" if there is none."""
        return in_language(texts, self.language, self.languages)[0]


class ActivityView(QWidget, Generic[A]):
    """The widget of one activity. It is made anew for another language; the state goes on.

    Signals:
        changed(bool): The learner did something; `state` should be kept, at once if true.
        link_activated(str): A link in a text was followed.
        resized: The height this needs may be another than before.
    """

    changed = Signal(bool)
    link_activated = Signal(str)
    resized = Signal()

    #: what was not to be kept at once is kept after this pause, ms
    pause_ms: ClassVar[int] = 800

    def __init__(self, activity: A, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activity = activity
        self.around = around
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.px(12))
        self.build()

    # ── what each kind does ───────────────────────────────────────────────────────────────────

    def build(self) -> None:
        """Make the widgets; called once. Nothing has been done yet."""
        raise NotImplementedError

    def state(self) -> State:
        """Return what the learner has done so far; {} for nothing."""
        raise NotImplementedError

    def set_state(self, state: State) -> None:
        """Show `state` ({} = nothing done), a cleaned one, without telling anybody."""
        raise NotImplementedError

    def show_kept(self, kept: ActivityState) -> None:
        """Follow what was saved: the score, whether it is done."""

    def paper(self) -> tuple[Block, ...]:
        """Return what is printed, below title and introduction; () if there is nothing to print."""
        return ()

    def as_text(self) -> str:
        """Return what is copied, "" if there is nothing to copy."""
        return ""

    def can_copy(self) -> bool:
        """Tell whether `as_text` gives anything; asked after each change."""
        return bool(self.as_text())

    def can_print(self) -> bool:
        """Tell whether `paper` gives anything; asked after each change."""
        return bool(self.paper())

    def can_restart(self) -> bool:
        """Tell whether there is anything to start again from."""
        return bool(self.state())

    def focus_first(self) -> None:
        """Put the keyboard where using it begins."""

    # ── what all have in common ───────────────────────────────────────────────────────────────

    def text(self, texts: Said) -> str:
        """Return a text of the activity in the language it is shown in."""
        return self.around.text(texts)

    def restart(self) -> None:
        """Begin again from nothing."""
        self.set_state({})
        self.changed.emit(True)


AnyView = ActivityView[Any]
