"""The questions of the open lesson: their answers outlive the widgets, so that language, theme
and page may change under them. Saving is the page's business; it is told through the signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.quiz.items.base import Item, Presentation, Response, option_id
from ecolearn.quiz.items.number import Number
from ecolearn.quiz.items.several_answers import Several
from ecolearn.quiz.items.short_text import Short
from ecolearn.quiz.items.single_choice import Single
from ecolearn.study.api import Marked
from ecolearn.ui.items import make_view
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.labels import localised
from ecolearn.ui.items.panel import Mode, QuestionPanel
from ecolearn.ui.items.text import text_widget
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import MediaFinder, make_label
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.heading import Heading

Titles = dict[str, str]


class QuestionCard(Column):
    """A question on a card."""

    def __init__(self, panel: QuestionPanel) -> None:
        super().__init__(margins=(20, 16, 20, 16))
        self.panel = panel
        style.set_surface(self, "card")
        self.add(panel)


class CompareCard(Column):
    """What the learner thought before, beside what is right; an invitation where nothing was
    said yet."""

    def __init__(self, block: b.Compare, desk: QuestionDesk) -> None:
        super().__init__(margins=(20, 16, 20, 16), gap=10)
        self._block = block
        self._desk = desk
        self._shown: Marked | None = None
        style.set_surface(self, "card")
        self._fill()

    def refresh(self) -> None:
        """Follow a prediction that was just made."""
        if self._desk.marked(self._block.item_id) != self._shown:
            self.clear()
            self._fill()
            self.updateGeometry()

    def _fill(self) -> None:
        item = self._block.item
        marked = self._desk.marked(self._block.item_id)
        self._shown = marked
        heading = Heading(self.tr("What you thought, and how it is"), 3)
        style.set_role(heading, "strong")
        self.add(heading)
        if item is None:
            text = self.tr("The question that belongs here is missing from the lesson.")
            self.add(make_label(_plain(text), role="muted"))
            return
        if marked is None or not item.is_answered(marked.response):
            text = self.tr(
                "You have not said yet what you think. Go back to the question, then look here."
            )
            self.add(make_label(_plain(text), role="muted"))
            return
        if item.stem and item.type != "cloze":
            self._say(item.stem)
        right = item.solution()
        same = item.grade(marked.response).right
        self.add(make_label(_plain(self.tr("You thought:")), role="muted"))
        self._show(item, marked.response)
        if not same:
            for remark in item.remarks(marked.response):
                if remark.part or remark.right is not None:
                    self._say(remark.text)
        if item.is_answered(right):
            self.add(make_label(_plain(self.tr("Right is:")), role="muted"))
            self._show(item, right)
        for remark in item.remarks(marked.response if same else right):
            self._say(remark.text)

    def _show(self, item: Item, response: Response) -> None:
        """Show an answer as it is, without a mark."""
        words = _words(item, response)
        if words:
            self._say("\n\n".join(words), role="strong")
            return
        view = self._desk.view(item)
        view.set_response(response)
        view.set_locked(True)
        self.add(view)

    def _say(self, text: str, role: str = "body") -> None:
        widget = text_widget(text, self._desk.media, titles=self._desk.titles, role=role)
        if hasattr(widget, "link_activated"):
            widget.link_activated.connect(self._desk.link_activated)
        self.add(widget)


def _plain(text: str) -> b.Inline:
    return (b.Run(text),)


def _words(item: Item, response: Response) -> list[str]:
    """Return an answer in words, none if it is better shown as it was given."""
    if isinstance(item, Single | Several):
        chosen = response.get("choices") or [response.get("choice", "")]
        return [one.text for n, one in enumerate(item.options) if option_id(n) in chosen]
    if isinstance(item, Number | Short):
        return [localised(str(response.get("text", "")))]
    return []


class QuestionDesk(QObject):
    """Makes the widgets of questions and keeps what was answered.

    Signals:
        answered(str, object): A response to the item with this id was handed in.
        hint_wanted(str): The next hint of this item.
        link_activated(str): A link in a question was opened.
    """

    answered = Signal(str, object)
    hint_wanted = Signal(str)
    link_activated = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[str, Marked] = {}
        self._drafts: dict[str, Response] = {}
        self._panels: dict[str, QuestionPanel] = {}
        self._compares: list[CompareCard] = []
        self._media: MediaFinder = _no_media
        self._titles: Titles = {}
        self._seed = ""

    def begin(self, answers: dict[str, Marked], seed: str) -> None:
        """Start a lesson with the answers given so far; `seed` fixes the order of options."""
        self._answers = dict(answers)
        self._drafts = {}
        self._seed = seed
        self._forget()

    def renew(self, media: MediaFinder, titles: Titles) -> None:
        """Get ready to make the widgets again, in another language for instance; what was begun
        but not handed in is carried over."""
        for item_id, panel in self._panels.items():
            response = panel.response()
            if panel.item.is_answered(response) and panel.marked.response != response:
                self._drafts[item_id] = response
        self._media = media
        self._titles = titles
        self._forget()

    def _forget(self) -> None:
        self._panels = {}
        self._compares = []

    def marked(self, item_id: str) -> Marked | None:
        """Return what was answered, if anything."""
        return self._answers.get(item_id)

    # ── widgets ───────────────────────────────────────────────────────────────────────────────

    def widget(self, block: b.Question | b.Compare) -> QWidget | None:
        """Return the widget of a question or comparison, for the lesson view."""
        if isinstance(block, b.Compare):
            card = CompareCard(block, self)
            self._compares.append(card)
            return card
        mode = Mode.PREDICT if block.use == "predict" else Mode.PRACTICE
        item_id = block.item.id
        panel = self.panel(item_id, block, mode)
        self._panels[item_id] = panel
        panel.answered.connect(partial(self.answered.emit, item_id))
        panel.hint_wanted.connect(partial(self.hint_wanted.emit, item_id))
        marked = self._answers.get(item_id)
        if marked is not None:
            panel.show_marked(marked)
        draft = self._drafts.get(item_id)
        if draft is not None and not panel.view.locked:
            panel.view.set_response(draft)
        return QuestionCard(panel)

    def panel(self, item_id: str, block: b.Question, mode: Mode) -> QuestionPanel:
        """Return a panel for an item, whose links are passed on."""
        panel = QuestionPanel(
            block.item, self._presentation(block), self._media, mode, titles=self._titles
        )
        panel.link_activated.connect(self.link_activated)
        return panel

    def view(self, item: Item) -> ItemView:
        """Return the widget of an item alone, nothing around it."""
        drawn = self._presentation(b.Question(item, "item"))
        view = make_view(item, drawn, self.media, titles=self.titles)
        view.link_activated.connect(self.link_activated)
        return view

    @property
    def media(self) -> MediaFinder:
        """Return what finds the pictures of the lesson."""
        return self._media

    @property
    def titles(self) -> Titles:
        """Return the titles of lessons, for links."""
        return self._titles

    def _presentation(self, block: b.Question) -> Presentation:
        return block.item.present(Random(f"{self._seed}:{block.item.id}"))

    # ── what came of it ───────────────────────────────────────────────────────────────────────

    def show_marked(self, marked: Marked) -> None:
        """Show a response that was kept and judged."""
        self._answers[marked.item_id] = marked
        self._drafts.pop(marked.item_id, None)
        panel = self._panels.get(marked.item_id)
        if panel is not None:
            panel.show_marked(marked)
        for card in self._compares:
            card.refresh()

    def show_hints(self, marked: Marked) -> None:
        """Show hints that were taken."""
        known = self._answers.get(marked.item_id)
        if known is not None:
            self._answers[marked.item_id] = replace(known, hints=marked.hints)
        else:
            self._answers[marked.item_id] = marked
        panel = self._panels.get(marked.item_id)
        if panel is not None:
            panel.show_hints(marked)

    def show_trouble(self, item_id: str, text: str) -> None:
        """Say that a response was not kept."""
        panel = self._panels.get(item_id)
        if panel is not None:
            panel.show_trouble(text)


def _no_media(source: str) -> None:
    return None


#: what the lesson view is given
Factory = Callable[[b.Question | b.Compare], QWidget | None]
