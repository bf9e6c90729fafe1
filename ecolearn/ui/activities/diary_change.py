"""Before and after: what was changed, on which day, and what can be said of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ecolearn.study.diary import NOTE_MAX
from ecolearn.study.diary_series import Series, before_after
from ecolearn.ui.activities.diary_form import DayEdit, Labelled, today
from ecolearn.ui.activities.diary_words import SeriesWords, missing, verdict
from ecolearn.ui.items.base import say
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.texts import date_words
from ecolearn.ui.theme import style
from ecolearn.ui.widgets.callout import Callout
from ecolearn.ui.widgets.flow_layout import FlowLayout
from ecolearn.ui.widgets.heading import Heading

_FIELD_PX = 190


class ChangeCard(QWidget):
    """See the module text.

    Signals:
        keep_wanted(object, str): Something was changed on this day (`date`): the words.
        drop_wanted: The change is to be forgotten.
    """

    keep_wanted = Signal(object, str)
    drop_wanted = Signal()

    def __init__(self, words: SeriesWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[date, str] | None = None
        # widgets
        self.what = QLineEdit(self)
        self.what.setMaxLength(NOTE_MAX)
        self.what.setPlaceholderText(self.tr("for instance: other lamps"))
        self.day = DayEdit(self)
        self.compare = QPushButton(self.tr("Compare"), self)
        self.drop = QPushButton(self.tr("Remove"), self)
        self.drop.setToolTip(self.tr("Compare no longer"))
        self.drop.setAccessibleName(self.drop.toolTip())
        style.set_kind(self.drop, "ghost")
        self.trouble = WrapLabel("", colour="danger", parent=self)
        self.result = Callout("info", "", parent=self)
        self.change_words = self.result.add_text("")
        self.means = self.result.add_text("")
        # layout
        style.set_surface(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.px(side) for side in (20, 16, 20, 18)))
        column.setSpacing(style.px(10))
        column.addWidget(Heading(self.tr("Before and after"), 3, self))
        column.addWidget(
            WrapLabel(
                self.tr(
                    "What did you change, and when? The mean before that day is compared with "
                    "the mean from that day on."
                ),
                role="muted",
                colour="muted",
                parent=self,
            )
        )
        across = QWidget(self)
        fields = FlowLayout(across, min_item=_FIELD_PX, spacing=12, max_columns=2)
        fields.addWidget(Labelled(self.tr("What was changed"), self.what, self))
        fields.addWidget(Labelled(self.tr("Day of the change"), self.day, self))
        column.addWidget(across)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.px(8))
        buttons.addWidget(self.compare)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.result)
        self.trouble.hide()
        # connections
        self.compare.clicked.connect(self._on_compare)
        self.what.returnPressed.connect(self._on_compare)
        self.drop.clicked.connect(self.drop_wanted)
        self.day.dateChanged.connect(self._on_day)

    def follow(self, series: Series) -> None:
        """Show what can be said by these entries."""
        change = series.change
        kept = (change.day, change.note) if change is not None else None
        if kept != self._shown:
            self._shown = kept
            self.day.set_day(kept[0] if kept else today())
            self.what.setText(kept[1] if kept else "")
        self.drop.setVisible(change is not None)
        self.result.setVisible(change is not None)
        if change is None:
            return
        found = before_after(series, change.day)
        since = self.tr("since {day}").format(day=date_words(change.day))
        self.change_words.setText(f"{change.note}, {since}" if change.note else since)
        if not found.enough:
            self.result.set_tone("info")
            title = self.tr("Too few values to compare")
            self.means.setText(missing(found))
        else:
            title, tone = verdict(found, series.diary.better)
            comparison = found.comparison
            assert comparison.before is not None
            assert comparison.after is not None
            self.result.set_tone(tone)
            self.means.setText(
                self.tr("Before: {before}. After: {after}.").format(
                    before=self._words.mean(comparison.before),
                    after=self._words.mean(comparison.after),
                )
            )
        self.result.set_title(title)
        self.result.setAccessibleName(f"{title}. {self.means.text()}")

    def show_trouble(self, words: str) -> None:
        """Say what is wrong."""
        self.trouble.set_text(words)
        self.trouble.show()
        say(self, words, urgent=True)

    @Slot()
    def _on_compare(self) -> None:
        self.trouble.hide()
        day = self.day.day()
        if day > today():
            self.show_trouble(
                self.tr("This day is still to come. Please choose today or a day before.")
            )
            style.set_state(self.day, "error")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keep_wanted.emit(day, self.what.text())

    @Slot()
    def _on_day(self) -> None:
        self.trouble.hide()
        style.set_state(self.day, None)
