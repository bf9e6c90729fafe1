"""What stands above and below the blocks of a lesson: title, time, language notice; what comes
next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ecolearn.ui import texts
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Radius
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.step_row import StepRow


class NextCard(Column):
    """What comes next, at the end of the lesson. Signals: `chosen`: the learner goes on."""

    chosen = Signal()

    def __init__(self, kind: str, title: str) -> None:
        """`kind` is `lesson`, `quiz` or `course`; `title` says which."""
        super().__init__(margins=(4, 4, 4, 4))
        style.set_surface(self, "card")
        icon, words = {
            "lesson": ("book-open", self.tr("Next lesson")),
            "quiz": ("clipboard-check", self.tr("Next: the quiz on this module")),
            "course": ("check", self.tr("Back to the course")),
        }[kind]
        self.row = StepRow()
        self.row.set_content(icon, title, words, "", "primary")
        self.row.clicked.connect(self.chosen)
        self.add(self.row)


class LanguageNotice(QWidget):
    """Says that the lesson is shown in another language than the learner's."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.label = QLabel(texts.other_language(language))
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[style.px(one) for one in (14, 10, 14, 10)])
        row.setSpacing(style.px(10))
        row.addWidget(IconLabel("languages", 20, "info", self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the soft ground."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("info"), theme.border_px))
        painter.setBrush(theme.colour("info_soft"))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, style.px(Radius.CONTROL), style.px(Radius.CONTROL))


class LessonHeader(Column):
    """Title, a muted line, and the notice if the language is another one."""

    def __init__(self, title: str, minutes: int, other_language: str = "", place: str = "") -> None:
        """Make it.

        Args:
            title: Title of the lesson.
            minutes: How long it takes; 0 if the author did not say.
            other_language: The language it is shown in, if that is not the learner's.
            place: Where it stands in its module, in words.
        """
        super().__init__(gap=6)
        self.heading = Heading(title, 1)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(self.heading)
        parts = [place, texts.minutes(minutes) if minutes else ""]
        line = " · ".join(part for part in parts if part)
        if line:
            label = QLabel(line)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            style.set_role(label, "muted")
            self.add(label, 6)
        if other_language:
            self.notice = LanguageNotice(other_language)
            self.add(self.notice, 14)
