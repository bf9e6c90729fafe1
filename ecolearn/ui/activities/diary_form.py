"""The form for an entry of the diary: value, day, note; what is doubtful is asked before saving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary import NOTE_MAX
from ecolearn.study.diary_series import Series, doubt
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.items.base import say
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.texts import date_words, digits_form
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.flow_layout import FlowLayout

_FIELD_PX = 190
_ANSWER_PX = 220


def today() -> date:
    """Return the day it is here; tests answer it."""
    return datetime.now(UTC).astimezone().date()


class DayEdit(QDateEdit):
    """A day, typed or chosen from a calendar that opens at the arrow, with Alt+Down or F4."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat(digits_form())
        calendar = self.calendarWidget()
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._dress()
        self.set_day(today())

    def day(self) -> date:
        """Return the day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def _dress(self) -> None:
        """Give the calendar the colours of the theme, and room for its days."""
        calendar, plain = self.calendarWidget(), QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            plain.setForeground(style.current().colour("muted"))
            calendar.setWeekdayTextFormat(day, plain)
        self.setFixedHeight(style.px(TARGET_PX))  # a spin box would be a little higher
        calendar.setMinimumSize(style.px(340), style.px(280))
        for name, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon(icon, "text"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.calendarPopup():
            self._dress()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class Labelled(QWidget):
    """A field below its label."""

    def __init__(self, words: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(words, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setBuddy(field)
        style.set_role(self.label, "muted")
        field.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(field)


@dataclass(frozen=True)
class Draft:
    """What stands in the form and is not saved yet."""

    text: str = ""
    day: date | None = None
    note: str = ""
    entry_id: str = ""


class EntryForm(QWidget):
    """See the module text.

    Signals:
        save_wanted(float, object, str, str): Keep value (in the unit of the series), day, note,
            and the id of the entry that is corrected, "" for a new one.
        cancelled: The correction was given up.
        resized: The height it needs may be another than before.
    """

    save_wanted = Signal(float, object, str, str)
    cancelled = Signal()
    resized = Signal()

    def __init__(
        self, words: SeriesWords, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        """Ask for a value and its day, and unless `compact` for a note."""
        super().__init__(parent)
        # state
        self._words = words
        self._series = words.series
        self._entry: DiaryEntry | None = None
        self._pending: tuple[float, date, str, str] | None = None
        # widgets
        self.value = QLineEdit(self)
        self.day = DayEdit(self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(NOTE_MAX)
        self.note.setPlaceholderText(self.tr("optional"))
        self.save = QPushButton(self.tr("Save"), self)
        style.set_kind(self.save, "primary")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.status = WrapLabel("", role="muted", colour="muted", parent=self)
        self.trouble = WrapLabel("", colour="danger", parent=self)
        self.question = Callout("warning", self.tr("Please look again"), parent=self)
        self._asked = self.question.add_text("")
        self.yes = QPushButton(self)
        self.no = QPushButton(self.tr("Correct it"), self)
        # layout
        across = QWidget(self)
        fields = FlowLayout(across, min_item=_FIELD_PX, spacing=12, max_columns=2 if compact else 3)
        fields.addWidget(Labelled(words.label, self.value, self))
        fields.addWidget(Labelled(self.tr("Day"), self.day, self))
        note = Labelled(self.tr("Note"), self.note, self)
        note.setVisible(not compact)
        if not compact:
            fields.addWidget(note)
        answers = QWidget(self)
        row = FlowLayout(answers, min_item=_ANSWER_PX, spacing=8, max_columns=2)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.question.add_widget(answers)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(style.px(8))
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(10))
        column.addWidget(across)
        if words.help:
            self.value.setAccessibleDescription(words.help)
            column.addWidget(WrapLabel(words.help, role="muted", colour="muted", parent=self))
        column.addWidget(self.trouble)
        column.addWidget(self.question)
        column.addLayout(self.buttons)
        self.trouble.hide()
        self.question.hide()
        # connections
        self.value.textEdited.connect(self._on_typed)
        self.value.returnPressed.connect(self._on_save)
        self.note.returnPressed.connect(self._on_save)
        self.day.dateChanged.connect(self._on_day)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self._show_mode()

    # ── what the owner does ───────────────────────────────────────────────────────────────────

    def follow(self, series: Series) -> None:
        """Judge by these entries from now on."""
        self._series = series

    def edit(self, entry: DiaryEntry) -> None:
        """Correct an entry."""
        self._entry = entry
        value = self._series.diary.value_of(entry.value, entry.unit)
        text = self._words.number(entry.value)
        self.value.setText(text if value == entry.value else f"{text} {entry.unit}")
        self.day.set_day(entry.day)
        self.note.setText(entry.note)
        self._show_mode()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def show_saved(self, entry: DiaryEntry) -> None:
        """Say that an entry is kept, and be ready for another."""
        self._clear()
        words = self.tr("Saved: {value}, {day}").format(
            value=self._words.value(entry.value), day=date_words(entry.day)
        )
        self.status.set_text(words)
        say(self, words)
        self.resized.emit()

    def show_trouble(self, words: str) -> None:
        """Say that the entry could not be kept; what was typed stays."""
        self.save.setEnabled(True)
        self._complain(words)

    def draft(self) -> Draft:
        """Return what stands in the form."""
        day = self.day.day()
        entry_id = self._entry.entry_id if self._entry is not None else ""
        return Draft(self.value.text(), day if day != today() else None, self.note.text(), entry_id)

    def set_draft(self, draft: Draft) -> None:
        """Put back what stood in the form."""
        entry = next((one for one in self._series.entries if one.entry_id == draft.entry_id), None)
        self._entry = entry
        self.value.setText(draft.text)
        self.day.set_day(draft.day or today())
        self.note.setText(draft.note)
        self._show_mode()

    @property
    def edited(self) -> str:
        """Return the id of the entry that is being corrected, "" for none."""
        return self._entry.entry_id if self._entry is not None else ""

    # ── saving ────────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        self._withdraw()
        diary = self._series.diary
        read = diary.read(self.value.text(), self._words.language, self._near())
        if read.fault:
            self._complain(self._words.fault(read), self.value)
            return
        day = self.day.day()
        if day > today():
            self._complain(
                self.tr("This day is still to come. Please choose today or a day before."), self.day
            )
            return
        self._pending = (read.value, day, self.note.text(), self.edited)
        found = doubt(self._series, read.value, day, self.edited)
        if found is None:
            self._keep()
            return
        question = self._words.doubt(found, read.value)
        unlikely = found.code == "unlikely"
        self._asked.setText(question)
        self.yes.setText(self.tr("Yes, save it") if unlikely else self.tr("Yes, it was exchanged"))
        self.question.setAccessibleName(question)
        self.yes.setAccessibleDescription(question)
        self.no.setAccessibleDescription(question)
        self.question.show()
        # not now: the Enter that saves would go on and press the button at once
        QTimer.singleShot(0, self.no, self._on_asked)
        say(self, question, urgent=True)
        self.resized.emit()

    def _near(self) -> float | None:
        """Return the last reading of a meter: the next will be close to it."""
        counted = self._series.counted() if self._series.diary.cumulative else []
        return counted[-1].value if counted else None

    @Slot()
    def _on_asked(self) -> None:
        if not self.question.isHidden():
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        assert self._pending is not None
        pending, self._pending = self._pending, None
        self.save.setEnabled(False)
        self.save_wanted.emit(*pending)

    @Slot()
    def _on_yes(self) -> None:
        if self._pending is not None:
            self.question.hide()
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keep()
            self.resized.emit()

    @Slot()
    def _on_no(self) -> None:
        self._withdraw()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    @Slot()
    def _on_cancel(self) -> None:
        self._clear()
        self.cancelled.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Say what a value in another unit will be."""
        self._withdraw()
        diary, language, near = self._series.diary, self._words.language, self._near()
        read = diary.read(text, language, near)
        plain = diary.read(text.removesuffix(read.unit), language, near)
        converted = not read.fault and read.unit and read.value != plain.value
        self.status.set_text(f"= {self._words.value(read.value)}" if converted else "")

    @Slot()
    def _on_day(self) -> None:
        self._withdraw()

    # ── showing ───────────────────────────────────────────────────────────────────────────────

    def _clear(self) -> None:
        self._entry = None
        self._withdraw()
        self.value.clear()
        self.note.clear()
        self.day.set_day(today())
        self._show_mode()

    def _show_mode(self) -> None:
        correcting = self._entry is not None
        self.save.setEnabled(True)
        self.cancel.setVisible(correcting)

    def _complain(self, words: str, field: QWidget | None = None) -> None:
        self.trouble.set_text(words)
        self.trouble.show()
        if field is not None:
            style.set_state(field, "error")
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, words, urgent=True)
        self.resized.emit()

    def _withdraw(self) -> None:
        """Take complaint and question back."""
        self._pending = None
        self.status.set_text("")
        style.set_state(self.value, None)
        style.set_state(self.day, None)
        if not (self.trouble.isHidden() and self.question.isHidden()):
            self.trouble.hide()
            self.question.hide()
            self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Fonts of another size need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.resized.emit()
