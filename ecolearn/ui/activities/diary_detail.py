"""A series of the diary with all there is: a new entry, the chart, before and after, the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import CHANGES, Series, trend
from ecolearn.ui.activities import diary_words
from ecolearn.ui.activities.diary_book import KeptDiary
from ecolearn.ui.activities.diary_change import ChangeCard
from ecolearn.ui.activities.diary_charts import chart_of
from ecolearn.ui.activities.diary_entries import EntriesTable
from ecolearn.ui.activities.diary_form import EntryForm
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.items.base import say
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.messages import describe
from ecolearn.ui.texts import date_words
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.banner import Banner
from ecolearn.ui.widgets.chart_box import ChartBox
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel


class SeriesView(QWidget):
    """See the module text. It is made anew for another language or look; `draft` goes on.

    Signals:
        back_wanted: Back to all series.
        table_wanted: The entries are to be saved as a table.
    """

    back_wanted = Signal()
    table_wanted = Signal()

    def __init__(
        self, series: Series, book: KeptDiary, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # state
        self.series = series
        self._book = book
        self._removed = ""
        words = self.words = SeriesWords(series, language)
        # widgets
        self.back = QPushButton(self.tr("All series"), self)
        style.set_kind(self.back, "ghost")
        icons.set_button_icon(self.back, "chevron-left")
        self.form = EntryForm(words, parent=self)
        self.form_title = Heading("", 3, self)
        self.chart = ChartBox(None, self)
        self.chart.set_format(words.mean_number)
        self.invitation = WrapLabel("", role="muted", colour="muted", parent=self)
        self.change = ChangeCard(words, self)
        self.count = WrapLabel("", role="muted", colour="muted", parent=self)
        self.table = EntriesTable(words, self)
        self.save_table = QPushButton(self.tr("Save as table"), self)
        style.set_kind(self.save_table, "ghost")
        icons.set_button_icon(self.save_table, "file-down")
        self.undo = Banner("", "info", parent=self)
        self.undo.hide()
        # layout
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(16))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(style.px(12))
        head.addWidget(IconLabel(series.diary.icon, 30, "primary", self))
        head.addWidget(Heading(words.title, 1, self), 1)
        column.addLayout(head)
        if words.intro:
            column.addWidget(WrapLabel(words.intro, colour="muted", parent=self))
        form_card, form_column = _card(self)
        form_column.addWidget(self.form_title)
        form_column.addWidget(self.form)
        form_column.addWidget(self.invitation)
        column.addWidget(form_card)
        column.addWidget(self.chart)
        column.addWidget(self.change)
        self._list, list_column = _card(self)
        top = QHBoxLayout()
        top.addWidget(Heading(self.tr("Entries"), 3, self), 1)
        top.addWidget(self.save_table)
        list_column.addLayout(top)
        list_column.addWidget(self.count)
        list_column.addWidget(self.table)
        list_column.addWidget(self.undo)
        column.addWidget(self._list)
        column.addStretch(1)
        # connections
        self.back.clicked.connect(self.back_wanted)
        self.form.save_wanted.connect(self._on_save)
        self.form.cancelled.connect(self._show_mode)
        self.table.correct_wanted.connect(self._on_correct)
        self.table.remove_wanted.connect(self._on_remove)
        self.undo.action_requested.connect(self._on_undo)
        self.save_table.clicked.connect(self.table_wanted)
        self.change.keep_wanted.connect(self._on_changed_things)
        self.change.drop_wanted.connect(self._on_drop)
        self.follow(series)

    def follow(self, series: Series) -> None:
        """Show the entries as they are now."""
        self.series = series
        self.form.follow(series)
        self._show_mode()
        since = series.change.day if series.change is not None else None
        data = chart_of(series, self.words, since=since)
        self.chart.setVisible(data is not None)
        if data is not None:
            self.chart.set_data(data)
        self._invite()
        self.change.follow(series)
        self.change.setVisible(len(series.entries) > 1 or series.change is not None)
        self.count.set_text(diary_words.entries(len(series.entries)))
        self.table.follow(series)
        self.table.setVisible(bool(series.entries))
        self.save_table.setVisible(bool(series.entries))
        self._show_list()

    def _show_list(self) -> None:
        self._list.setVisible(bool(self.series.entries) or not self.undo.isHidden())

    def _invite(self) -> None:
        points = trend(self.series).points
        if not self.series.entries:
            words = self.tr(
                "Write down the first value. Measure again in a few days, always the same way: "
                "then you will see how it goes."
            )
        elif not points:
            words = self.tr("The next reading will show how much is used in a day.")
        elif len(points) == 1:
            words = self.tr("So far: {value}. One more value, and there is a chart.").format(
                value=self.words.mean(points[0][1])
            )
        else:
            words = ""
        self.invitation.set_text(words)
        self.invitation.setVisible(bool(words))

    @Slot()
    def _show_mode(self) -> None:
        edited = next((o for o in self.series.entries if o.entry_id == self.form.edited), None)
        if edited is None:
            self.form_title.setText(self.tr("New entry"))
        else:
            words = self.tr("Correct the entry of {day}")
            self.form_title.setText(words.format(day=date_words(edited.day)))

    # ── entries ───────────────────────────────────────────────────────────────────────────────

    @Slot(float, object, str, str)
    def _on_save(self, value: float, day: date, note: str, entry_id: str) -> None:
        self._book.write(
            self.series.id,
            day,
            value,
            self.series.diary.unit,
            note,
            entry_id,
            on_written=self._on_written,
            on_trouble=self._on_trouble,
        )

    def _on_written(self, entry: DiaryEntry) -> None:
        self.form.show_saved(entry)
        self._show_mode()

    def _on_trouble(self, error: BaseException) -> None:
        self.form.show_trouble(describe(error, self.words.language))

    @Slot(object)
    def _on_correct(self, entry: DiaryEntry) -> None:
        self.form.edit(entry)
        self._show_mode()

    @Slot(object)
    def _on_remove(self, entry: DiaryEntry) -> None:
        def done() -> None:
            self._removed = entry.entry_id
            words = self.tr("Removed: {value}, {day}").format(
                value=self.words.value(entry.value, entry.unit), day=date_words(entry.day)
            )
            self.undo.show_message(words, "info", self.tr("Undo"))
            self.undo.show()
            self._show_list()
            say(self, words)

        if self.form.edited == entry.entry_id:
            self.form.cancel.click()
        self._book.remove(entry.entry_id, on_done=done, on_trouble=self._on_trouble)

    @Slot()
    def _on_undo(self) -> None:
        if self._removed:
            entry_id, self._removed = self._removed, ""
            self.undo.hide()
            self._book.remove(entry_id, removed=False, on_trouble=self._on_trouble)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── before and after ──────────────────────────────────────────────────────────────────────

    @Slot(object, str)
    def _on_changed_things(self, day: date, what: str) -> None:
        change = self.series.change
        self._book.write(
            self.series.id + CHANGES,
            day,
            1.0,
            "",
            what,
            change.entry_id if change is not None else "",
            on_trouble=self._on_change_trouble,
        )

    @Slot()
    def _on_drop(self) -> None:
        if self.series.change is not None:
            self._book.remove(self.series.change.entry_id, on_trouble=self._on_change_trouble)

    def _on_change_trouble(self, error: BaseException) -> None:
        self.change.show_trouble(describe(error, self.words.language))


def _card(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    card = QWidget(parent)
    style.set_surface(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*(style.px(side) for side in (20, 16, 20, 18)))
    column.setSpacing(style.px(10))
    return card, column
