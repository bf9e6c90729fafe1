"""A question with everything around the answer: stem, hints, the button, saving, feedback.

Used by the lesson view and the quiz page. It saves nothing itself: it says what the learner gave,
and is told when that was kept. Nothing is shown as saved before.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.quiz.items.base import Item, Presentation, Remark, Response
from ecolearn.study.api import Marked
from ecolearn.ui.items import make_view
from ecolearn.ui.items.base import is_answered, say
from ecolearn.ui.items.feedback import FeedbackBox, HintList
from ecolearn.ui.items.labels import points_text, type_name
from ecolearn.ui.items.stem import StemView
from ecolearn.ui.items.text import MediaFinder, Titles
from ecolearn.ui.items.tiles import TileFlow
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.card import percent_text
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.icon_label import IconLabel

#: text being typed is kept after this pause (RELIABILITY 3.4)
DRAFT_PAUSE_MS = 2_000


class Mode(Enum):
    """What the panel is for."""

    PRACTICE = "practice"  #: in a lesson: judged at once, may be tried again
    PREDICT = "predict"  #: in a lesson: kept, not judged
    AT_ONCE = "at-once"  #: in a quiz: judged at once, final
    AT_END = "at-end"  #: in a quiz: only kept
    REVIEW = "review"  #: read only


class QuestionPanel(QWidget):
    """One question.

    Signals:
        answered(object): The learner hands in this response; show what came of it with
            `show_marked` or `show_trouble`.
        drafted(object): The response so far, to be kept; confirm with `show_kept`.
        hint_wanted: The learner takes the next hint.
        link_activated(str): A link was followed, `lesson:ID#anchor` for instance.
        state_changed: `can_check` or `judged` may have changed.
        enter_pressed: Enter was pressed in a field, and the panel itself hands nothing in.
    """

    answered = Signal(object)
    drafted = Signal(object)
    hint_wanted = Signal()
    link_activated = Signal(str)
    state_changed = Signal()
    enter_pressed = Signal()

    def __init__(
        self,
        item: Item,
        presentation: Presentation,
        media: MediaFinder,
        mode: Mode,
        *,
        points: float | None = None,
        titles: Titles | None = None,
        own_button: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show `item`.

        Args:
            item: The item, in the language it is shown in.
            presentation: The order its parts are shown in.
            media: Finds the file of a picture.
            mode: What the panel is for.
            points: What it is worth; the item's own points when left out.
            titles: Lesson id → title, for links to lessons.
            own_button: Whether it has a button to hand in; the quiz page has one of its own.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.item = item
        self.mode = mode
        self.media = media
        self.titles = titles
        self.points = item.points if points is None else points
        self.marked = Marked(item.id, item.empty())
        self._own_button = own_button
        self._busy = False  #: a response was handed in and not yet confirmed
        self._trouble: str = ""  #: "answer" or "draft": what could not be kept
        self._asked = False  #: whether to hand in with empty parts; the next press does
        self._dirty = False  #: the response has changes nobody was told of
        self._shown_remarks: list[Remark] = []

        self._chip = Chip()
        self._worth = QLabel()
        self._worth.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        style.set_role(self._worth, "muted")
        self._stem = self._make_stem()
        self.view = make_view(item, presentation, media, self, titles=titles)
        self._hints = HintList(self)
        self._feedback = FeedbackBox(self)
        self._kept = QLabel(self)
        style.set_role(self._kept, "muted")
        self._foot = QWidget(self)
        self._status_icon = IconLabel("info", 18, "muted", self)
        self._status = QLabel(self)
        self._status.setWordWrap(True)
        style.set_role(self._status, "muted")
        self.retry_button = QPushButton(self)
        self.hint_button = QPushButton(self)
        style.set_kind(self.hint_button, "ghost")
        icons.set_button_icon(self.hint_button, "lightbulb")
        self.reveal_button = QPushButton(self)
        style.set_kind(self.reveal_button, "ghost")
        self.check_button = QPushButton(self)
        style.set_kind(self.check_button, "primary")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_PAUSE_MS)

        self._lay_out()
        self._connect()
        self._show_status("", "")
        self._show_saving("")
        self._retranslate()
        self._refresh()

    def _lay_out(self) -> None:
        px = style.px
        head = QWidget(self)
        across = TileFlow(head, gap=12, trailing=1)
        across.addWidget(self._chip)
        across.addWidget(self._kept)
        across.addWidget(self._worth)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(px(8))
        said = QHBoxLayout()
        said.setSpacing(px(8))
        said.addWidget(self._status_icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._status, 1)
        foot.addLayout(said)
        buttons = QWidget(self._foot)
        row = TileFlow(buttons, trailing=1)
        row.addWidget(self.hint_button)
        row.addWidget(self.retry_button)
        row.addWidget(self.reveal_button)
        row.addWidget(self.check_button)
        foot.addWidget(buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addWidget(head)
        self._column.addWidget(self._stem)
        self._stem.setHidden(self.view.has_stem)
        answer = QVBoxLayout()
        answer.setSpacing(0)
        answer.addWidget(self.view)
        answer.addWidget(self._hints)
        answer.addWidget(self._feedback)
        self._column.addLayout(answer)
        self._column.addWidget(self._foot)

    def _connect(self) -> None:
        self.view.response_changed.connect(self._on_response_changed)
        self.view.submit_requested.connect(self._on_submit_requested)
        self.view.left.connect(self.flush)
        self.view.link_activated.connect(self.link_activated)
        self._stem.link_activated.connect(self.link_activated)
        self._hints.link_activated.connect(self.link_activated)
        self._feedback.link_activated.connect(self.link_activated)
        self.check_button.clicked.connect(self._on_check_clicked)
        self.hint_button.clicked.connect(self._on_hint_clicked)
        self.retry_button.clicked.connect(self._on_retry_clicked)
        self.reveal_button.clicked.connect(self._on_reveal_clicked)
        self._pause.timeout.connect(self.flush)
        self._later.timeout.connect(self._on_later)

    def _make_stem(self) -> StemView:
        """Return the stem; gaps and the like show theirs themselves."""
        stem = "" if self.item.type == "cloze" else self.item.stem
        return StemView(stem, self.media, self.titles, self)

    # ── what others ask and tell ──────────────────────────────────────────────────────────────

    @property
    def judged(self) -> bool:
        """Tell whether the response is final and its verdict shown."""
        return self.marked.grade is not None and self.view.locked

    @property
    def can_check(self) -> bool:
        """Tell whether a response can be handed in now."""
        return not (self._busy or self.view.locked or self.mode is Mode.REVIEW)

    @property
    def waiting(self) -> bool:
        """Tell whether something is not kept yet."""
        return self._busy or self._dirty or bool(self._trouble)

    @property
    def answered_enough(self) -> bool:
        """Tell whether the response can be judged."""
        return is_answered(self.item, self.view.response())

    def response(self) -> Response:
        """Return what the learner has given so far."""
        return self.view.response()

    def check(self) -> bool:
        """Hand the response in, or say what is missing; tell whether it was handed in."""
        if not self.can_check:
            return False
        if self.mode is Mode.PRACTICE and self.marked.grade is not None and not self._dirty:
            self._try_again()
            return False
        if not self.answered_enough:
            self._show_status("info", self.view.missing(), speak=True)
            return False
        question = self.view.unfinished() if self.item.scored else ""
        if question and self.mode is not Mode.PREDICT and not self._asked:
            self._asked = True
            self._show_status("circle-question-mark", question, tone="warning", speak=True)
            return False
        self._pause.stop()
        self._dirty = False
        self._busy = True
        self._trouble = ""
        self.view.set_locked(True)
        self._refresh()
        self.answered.emit(self.view.response())
        return True

    def flush(self) -> None:
        """Have a draft that is still waiting kept now."""
        self._pause.stop()
        if self._dirty and self.mode in (Mode.AT_ONCE, Mode.AT_END) and not self._busy:
            self._dirty = False
            self._trouble = ""
            self._show_saving(self.tr("Saving…"))
            self.drafted.emit(self.view.response())

    def show_kept(self) -> None:
        """Say that the draft was kept; called only after the act returned."""
        if not (self._busy or self._dirty or self._trouble):
            self._show_saving(self.tr("Saved"), done=True)

    def show_trouble(self, text: str) -> None:
        """Say that something was not saved; the response stays, and can be sent again."""
        self._trouble = "answer" if self._busy else "draft"
        self._busy = False
        self.view.set_locked(False)
        self._show_status("triangle-alert", text, tone="danger", speak=True)
        self._refresh()

    def show_marked(self, marked: Marked, remarks: Iterable[Remark] | None = None) -> None:
        """Show a response as it stands, after the act returned or when the page opens.

        Args:
            marked: The response with its grade and hints.
            remarks: Feedback; that of the item for this response when left out.
        """
        self.marked = marked
        self._busy = self._dirty = self._asked = False
        self._trouble = ""
        if marked.response and self.view.response() != marked.response:
            self.view.set_response(marked.response)
        self._hints.show_hints(self.item.hints, marked.hints, self.titles)
        if marked.grade is not None:
            found = self.item.remarks(marked.response) if remarks is None else remarks
            self._shown_remarks = list(found)
            self._show_grade()
        else:
            self._clear_grade()
            answered = is_answered(self.item, marked.response)
            predicted = self.mode is Mode.PREDICT and answered
            self.view.set_locked(self.mode is Mode.REVIEW or predicted)
            if predicted:
                self._show_status("check", self.tr("Kept. You will come back to it later."))
            else:
                self._show_status("", "")
                saved = answered and self.mode is not Mode.REVIEW
                self._show_saving(self.tr("Saved") if saved else "", done=saved)
        self._refresh()

    def show_hints(self, marked: Marked) -> None:
        """Show the hints taken; the response on the screen stays as it is."""
        self.marked = Marked(
            marked.item_id, self.marked.response, self.marked.grade, marked.hints, self.marked.score
        )
        self._hints.show_hints(self.item.hints, marked.hints, self.titles, speak=True)
        self._refresh()

    def set_item(self, item: Item, titles: Titles | None = None) -> None:
        """Show the same item in another language; the response stays."""
        self.item = item
        self.titles = titles if titles is not None else self.titles
        self.view.titles = self.titles
        if not self.view.has_stem:
            fresh = self._make_stem()
            fresh.link_activated.connect(self.link_activated)
            self._column.replaceWidget(self._stem, fresh)
            self._stem.hide()
            self._stem.deleteLater()
            self._stem = fresh
        if self.marked.grade is not None:
            self._shown_remarks = list(item.remarks(self.marked.response))
            self.view.remarks = self._shown_remarks
        self.view.set_item(item)
        self._hints.show_hints(item.hints, self.marked.hints, self.titles)
        if self.view.grade is not None:
            self._show_feedback()
        self._retranslate()

    def focus_first(self) -> None:
        """Put the keyboard where answering begins."""
        self.view.focus_first()

    # ── grades ────────────────────────────────────────────────────────────────────────────────

    def _show_grade(self) -> None:
        grade = self.marked.grade
        assert grade is not None
        again = self.mode is Mode.PRACTICE and not (grade.right or grade.score is None)
        self.view.show_grade(grade, self._shown_remarks, reveal=not again)
        self.view.set_locked(not again)
        self._show_status("", "")
        kept = self.mode in (Mode.PRACTICE, Mode.AT_ONCE)
        self._show_saving(self.tr("Saved") if kept else "", done=kept)
        self._later.start()

    def _on_later(self) -> None:
        """Show the feedback once the marks are painted."""
        if self.view.grade is not None:
            self._show_feedback()
            say(self, self._feedback.spoken())

    def _show_feedback(self) -> None:
        general = [r for r in self._shown_remarks if not self.view.shows(r)]
        self._feedback.show_feedback(
            self.item, self.marked, general, self.points, self.titles, mode=self.mode.value
        )

    def _clear_grade(self) -> None:
        if self.view.grade is not None:
            self.view.show_grade(None)
        self._feedback.clear()

    def _try_again(self) -> None:
        self._clear_grade()
        self.marked = Marked(self.item.id, self.view.response(), None, self.marked.hints)
        self._refresh()
        self.view.focus_first()

    # ── what the learner does ─────────────────────────────────────────────────────────────────

    def _on_response_changed(self) -> None:
        if self.view.grade is not None:
            self._clear_grade()
            self.marked = Marked(self.item.id, self.view.response(), None, self.marked.hints)
        self._dirty = True
        self._asked = False
        self._trouble = ""
        if self.mode in (Mode.AT_ONCE, Mode.AT_END):
            self._show_status("", "")
            self._show_saving("")
            if self.view.typed:
                self._pause.start()
            else:
                self.flush()
        else:
            self._show_status("", "")
            self._show_saving("")
        self._refresh()

    def _on_submit_requested(self) -> None:
        if self._own_button and self.can_check:
            self.submit()
        else:
            self.enter_pressed.emit()

    def submit(self) -> None:
        """Do what Enter means here: hand in, or only keep."""
        if self.mode is Mode.AT_END:
            self.flush()
        else:
            self.check()

    def _on_check_clicked(self) -> None:
        self.check()

    def _on_hint_clicked(self) -> None:
        self.flush()
        self.hint_wanted.emit()

    def _on_retry_clicked(self) -> None:
        kind, self._trouble = self._trouble, ""
        if kind == "answer":
            self.check()
        else:
            self._dirty = True
            self.flush()
        self._refresh()

    def _on_reveal_clicked(self) -> None:
        if self.marked.grade is not None:
            self.view.show_grade(self.marked.grade, self._shown_remarks, reveal=True)
            self.view.set_locked(True)
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands in, or presses the button that has the focus."""
        allowed = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~allowed
        ):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
                event.accept()
                return
            if self._own_button and self.can_check:
                self.submit()
                event.accept()
                return
        event.ignore()

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def _show_saving(self, text: str, *, done: bool = False) -> None:
        """Show at the top that something is being saved, or is saved."""
        self._kept.setText(f"✓ {text}" if done else text)
        if text:
            self._show_status("", "")

    def _show_status(
        self, icon: str, text: str, *, tone: str | None = None, speak: bool = False
    ) -> None:
        """Show below what the learner should know now."""
        self._status_icon.setVisible(bool(icon))
        if icon:
            self._status_icon.set_icon(icon, tone or "muted")
        self._status.setText(text)
        style.set_tone(self._status, tone)
        self._status.setVisible(bool(text))
        if text:
            self._kept.clear()
        if speak:
            say(self, text)
        self._show_foot()

    def _show_foot(self) -> None:
        """Show the last line only if something stands in it."""
        parts = (self.hint_button, self.retry_button, self.reveal_button, self.check_button)
        shown = any(not part.isHidden() for part in parts)
        self._foot.setVisible(shown or bool(self._status.text()))

    def _refresh(self) -> None:
        """Show the buttons that mean something now."""
        taken, all_hints = self.marked.hints, len(self.item.hints)
        offers = self.mode in (Mode.PRACTICE, Mode.AT_ONCE, Mode.AT_END)
        self.hint_button.setVisible(offers and taken < all_hints and not self.view.locked)
        if taken < all_hints:
            self.hint_button.setText(self._hint_words(taken))
        self.retry_button.setVisible(bool(self._trouble))
        graded = self.view.grade is not None
        again = self.mode is Mode.PRACTICE and graded and not self.view.locked
        self.reveal_button.setVisible(again)
        shows = self._own_button and not self.view.locked and self.mode is not Mode.REVIEW
        self.check_button.setVisible(
            (shows and self.mode is not Mode.AT_END and not self._trouble) or self._busy
            if self._own_button
            else False
        )
        self.check_button.setEnabled(not self._busy)
        self.check_button.setText(self._check_words(again))
        self._show_foot()
        self.state_changed.emit()

    def _hint_words(self, taken: int) -> str:
        cost = self.item.hints[taken].cost
        if cost <= 0 or self.mode is Mode.PRACTICE:
            return self.tr("Show a hint")
        return self.tr("Show a hint (costs {percent} of the points)").format(
            percent=percent_text(cost)
        )

    def _check_words(self, again: bool) -> str:
        if again:
            return self.tr("Try again")
        if self.mode is Mode.PREDICT:
            return self.tr("Keep my answer")
        return self.tr("Check") if self.item.scored else self.tr("Hand in")

    def _retranslate(self) -> None:
        self._chip.setText(type_name(self.item.type))
        self._worth.setText(points_text(self.points))
        self._worth.setVisible(self.mode not in (Mode.PRACTICE, Mode.PREDICT))
        self.retry_button.setText(self.tr("Save again"))
        self.reveal_button.setText(self.tr("Show the answer"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self.view.grade is not None:
                self._show_feedback()
            self._refresh()
        super().changeEvent(event)


__all__ = ["DRAFT_PAUSE_MS", "Mode", "QuestionPanel"]
