"""What stands below an answer: the hints taken, and afterwards the verdict with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Hint, Item, Remark
from ecolearn.study.api import Marked
from ecolearn.ui.items.base import say
from ecolearn.ui.items.labels import verdict_text, verdict_with_score
from ecolearn.ui.items.slot import Slot
from ecolearn.ui.items.text import Titles, plain, text_widget
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.callout import Callout

#: what is wrong is marked in red where it was answered; the explanation stays calm
_TONES = {"right": "ok", "partly": "warning", "wrong": "note", "open": "note"}
_ICONS = {"right": "circle-check", "partly": "circle-dot", "wrong": "lightbulb", "open": "user"}


class HintList(QWidget):
    """The hints taken so far.

    Signals:
        link_activated(str): A link in a hint was followed.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Hint, ...] = ()
        self._titles: Titles | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, style.px(12), 0, 0)
        self._column.setSpacing(style.px(8))
        self.hide()

    def show_hints(
        self,
        hints: Sequence[Hint],
        taken: int,
        titles: Titles | None = None,
        *,
        speak: bool = False,
    ) -> None:
        """Show the first `taken` of `hints`."""
        wanted = tuple(hints[:taken])
        if wanted == self._shown:
            return
        while self._column.count():
            entry = self._column.takeAt(0)
            old = entry.widget() if entry is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._shown, self._titles = wanted, titles
        for place, hint in enumerate(wanted, 1):
            title = self.tr("Hint {number}").format(number=place) if len(hints) > 1 else ""
            box = Callout("tip", title or self.tr("Hint"), parent=self)
            text = text_widget(hint.text, titles=titles)
            if hasattr(text, "link_activated"):
                text.link_activated.connect(self.link_activated)
            box.add_widget(text)
            box.setAccessibleName(plain(hint.text))
            self._column.addWidget(box)
        self.setVisible(bool(wanted))
        if speak and wanted:
            say(self, plain(wanted[-1].text))


class FeedbackBox(Slot):
    """The verdict in words with icon and colour, the general feedback, the way back to the lesson.

    Signals:
        link_activated(str): A link was followed.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=12)
        self._target = ""
        self._spoken = ""

    def clear(self) -> None:
        """Show nothing."""
        if self.inside is not None:
            self.put(None)

    def show_feedback(
        self,
        item: Item,
        marked: Marked,
        remarks: Sequence[Remark],
        points: float,
        titles: Titles | None,
        *,
        mode: str,
    ) -> None:
        """Show the verdict of `marked`, and `remarks` that belong to no part."""
        grade = marked.grade
        if grade is None:
            self.clear()
            return
        title = verdict_text(grade.verdict)
        score = marked.score if marked.score is not None else grade.score
        partial = score is not None and 0 < score < 1 - 1e-9
        if partial and score is not None and mode != "practice":
            title = verdict_with_score(grade.verdict, score * points, points)
        box = Callout(_TONES[grade.verdict], title, icon=_ICONS[grade.verdict])
        said = [title]
        for remark in remarks:
            text = text_widget(remark.text, titles=titles)
            if hasattr(text, "link_activated"):
                text.link_activated.connect(self.link_activated)
            box.add_widget(text)
            said.append(plain(remark.text))
        if partial and grade.right and marked.hints:
            box.add_text(self.tr("Everything is right; the hints cost a part of the points."))
        if item.lesson and not (grade.right and mode != "review"):
            box.add_widget(self._link(item.lesson, titles))
        self._spoken = ". ".join(said)
        box.setAccessibleName(self._spoken)
        self.put(box)

    def spoken(self) -> str:
        """Return the feedback as it is read aloud."""
        return self._spoken

    def _link(self, target: str, titles: Titles | None) -> QWidget:
        """Return the button back to the part of the lesson."""
        self._target = f"lesson:{target}"
        title = _title_of(target, titles or {})
        words = self.tr("Look again: {lesson}").format(lesson=title)
        button = QPushButton(words if title else self.tr("Look again in the lesson"))
        style.set_kind(button, "ghost")
        icons.set_button_icon(button, "book-open")
        button.clicked.connect(self._on_look_again)
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        across.addStretch(1)
        return holder

    def _on_look_again(self) -> None:
        self.link_activated.emit(self._target)


def _title_of(target: str, titles: Titles) -> str:
    """Return the heading of the part that `target` names, else the title of its lesson."""
    try:
        return titles[target]
    except KeyError:
        return titles.get(target.partition("#")[0], "")


__all__ = ["FeedbackBox", "HintList"]
