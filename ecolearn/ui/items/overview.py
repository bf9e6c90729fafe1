"""Before handing in: which questions are still open or flagged, one click from each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.items.steps import StepList, StepState
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import COLUMN_PX
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.step_row import StepRow

_ICONS = {
    "open": ("circle", "muted"),
    "begun": ("circle-dot", "primary"),
    "answered": ("square-check", "primary"),
    "right": ("circle-check", "ok"),
    "partly": ("circle-dot", "warn"),
    "wrong": ("circle-x", "danger"),
    "gone": ("circle-minus", "muted"),
}


class CentredColumn(QScrollArea):
    """A scrolling page with one column of at most 720 px in its middle."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (24, 24, 24, 24),
    ) -> None:
        """Make an empty page; `margins` left, top, right, bottom in pixels at scale 1."""
        super().__init__(parent)
        px = style.px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(*(px(side) for side in margins))
        self.middle = QWidget()
        self.middle.setMaximumWidth(px(COLUMN_PX))
        across.addStretch(1)
        across.addWidget(self.middle, 1000)
        across.addStretch(1)
        self.column = QVBoxLayout(self.middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(16))
        self.setWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with plain keys only: Ctrl with arrows means something to the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Overview(CentredColumn):
    """The list of questions and the last step.

    Signals:
        question_wanted(int): Go to this question, from 0.
        hand_in_wanted: Hand in.
        back_wanted: Go back to the questions.
    """

    question_wanted = Signal(int)
    hand_in_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        states: Sequence[StepState],
        titles: Sequence[str],
        steps: StepList,
        parent: QWidget | None = None,
    ) -> None:
        """Show `states`, the beginnings of the questions (`titles`), worded by `steps`."""
        super().__init__(parent)
        px = style.px
        open_ones = [i for i, s in enumerate(states) if s.kind == "open"]
        begun = [i for i, s in enumerate(states) if s.kind == "begun"]
        flagged = [i for i, s in enumerate(states) if s.flagged]
        self.column.addWidget(Heading(self.tr("Before you hand in"), 1))
        card = QFrame()
        style.set_surface(card, "card")
        down = QVBoxLayout(card)
        down.setContentsMargins(px(20), px(16), px(20), px(16))
        down.setSpacing(px(8))
        if open_ones or begun or flagged:
            words = []
            if open_ones:
                words.append(self.tr("%n question(s) have no answer yet.", "", len(open_ones)))
            if begun:
                words.append(self.tr("%n question(s) are answered only in part.", "", len(begun)))
            if flagged:
                words.append(self.tr("You flagged %n question(s).", "", len(flagged)))
            down.addWidget(Callout("warning", " ".join(words)))
        else:
            down.addWidget(Callout("ok", self.tr("Every question has an answer.")))
        first = [i for i, s in enumerate(states) if s.kind in {"open", "begun"} or s.flagged]
        rest = [i for i in range(len(states)) if i not in first]
        self._waiting = bool(first)
        self.rows: list[StepRow] = []
        for index in first + rest:
            state = states[index]
            row = StepRow(card)
            icon, role = ("flag", "warn") if state.flagged else _ICONS[state.kind]
            number = self.tr("Question {number}").format(number=index + 1)
            row.set_content(icon, titles[index], number, steps.words(state), role)
            row.setProperty("question", index)
            row.clicked.connect(self._on_row_clicked)
            down.addWidget(row)
            self.rows.append(row)
        self.column.addWidget(card)
        note = QLabel(self.tr("After handing in, answers cannot be changed."))
        note.setWordWrap(True)
        style.set_role(note, "muted")
        self.column.addWidget(note)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        self.back_button = QPushButton(self.tr("Back to the questions"))
        icons.set_button_icon(self.back_button, "arrow-left")
        self.hand_in_button = QPushButton(self.tr("Hand in"))
        style.set_kind(self.hand_in_button, "primary")
        icons.set_button_icon(self.hand_in_button, "check")
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.hand_in_button)
        self.column.addLayout(foot)
        self.column.addStretch(1)
        self.back_button.clicked.connect(self.back_wanted)
        self.hand_in_button.clicked.connect(self.hand_in_wanted)

    def focus_first(self) -> None:
        """Put the keyboard on the first question to come back to, else on handing in."""
        target: QWidget = self.rows[0] if self._waiting else self.hand_in_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, StepRow)
        self.question_wanted.emit(int(row.property("question")))


__all__ = ["CentredColumn", "Overview"]
