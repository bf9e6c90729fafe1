"""A series of the eco-diary in a lesson: the last value, a new one, how it went, the way to the
whole diary."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QPushButton

from ecolearn.content.activities.base import State
from ecolearn.content.activities.diary import Diary
from ecolearn.content.blocks import Block
from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import Series, series_of
from ecolearn.ui.activities import paper
from ecolearn.ui.activities.base import ActivityView
from ecolearn.ui.activities.diary_book import DiaryBook
from ecolearn.ui.activities.diary_charts import chart_of
from ecolearn.ui.activities.diary_form import EntryForm
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.messages import describe
from ecolearn.ui.texts import date_words
from ecolearn.ui.theme import icons, style
from ecolearn.ui.widgets.chart import Chart


class DiaryView(ActivityView[Diary]):
    """See the module text. Entries are written as they are saved; there is no state."""

    def build(self) -> None:
        # state
        self.book = self.around.diary or DiaryBook(self)
        self._series = Series(self.activity, (), self.around.languages)
        self._words = SeriesWords(self._series, self.around.language)
        # widgets
        self.last = QLabel(self)
        style.set_role(self.last, "h2")
        self.last_day = WrapLabel("", role="muted", colour="muted", parent=self)
        self.chart_title = WrapLabel("", role="strong", parent=self)
        self.chart = Chart(None, self)
        self.chart.set_format(self._words.mean_number)
        self.form = EntryForm(self._words, compact=True, parent=self)
        self.open_diary = QPushButton(self.tr("Open the diary"), self)
        style.set_kind(self.open_diary, "ghost")
        icons.set_button_icon(self.open_diary, "notebook-pen")
        self.open_diary.setVisible(self.book.can_open)
        # layout
        self.column.addWidget(self.last)
        self.column.addWidget(self.last_day)
        self.column.addWidget(self.form)
        self.column.addWidget(self.chart_title)
        self.column.addWidget(self.chart)
        self.form.buttons.addWidget(self.open_diary)
        # connections
        self.form.save_wanted.connect(self._on_save)
        self.form.resized.connect(self.resized)
        self.open_diary.clicked.connect(self._on_open)
        self.book.changed.connect(self._on_changed)
        self._on_changed()
        self.book.refresh()

    def state(self) -> State:
        return {}

    def set_state(self, state: State) -> None:
        """There is none: entries are kept one by one."""

    def focus_first(self) -> None:
        self.form.value.setFocus()

    def paper(self) -> tuple[Block, ...]:
        return paper.diary(self.activity, self.around)

    # ── entries ───────────────────────────────────────────────────────────────────────────────

    @Slot()
    def _on_changed(self) -> None:
        described = ((self.activity, self.around.languages),)
        self._series = series_of(described, self.book.entries())[0]
        self.form.follow(self._series)
        self._show()

    @Slot(float, object, str, str)
    def _on_save(self, value: float, day: date, note: str, entry_id: str) -> None:
        self.book.write(
            self.activity.id,
            day,
            value,
            self.activity.unit,
            note,
            entry_id,
            on_written=self._on_written,
            on_trouble=self._on_trouble,
        )

    def _on_written(self, entry: DiaryEntry) -> None:
        self.form.show_saved(entry)

    def _on_trouble(self, error: BaseException) -> None:
        self.form.show_trouble(describe(error, self.around.language))

    @Slot()
    def _on_open(self) -> None:
        self.book.open(self.activity.id)

    def _show(self) -> None:
        last = self._series.last
        if last is None:
            self.last.hide()
            self.last_day.set_text(self.tr("Nothing written yet. Begin today."))
        else:
            self.last.setText(self._words.value(last.value, last.unit))
            self.last.show()
            self.last_day.set_text(self.tr("last on {day}").format(day=date_words(last.day)))
        data = chart_of(self._series, self._words, few=True)
        self.chart.setVisible(data is not None)
        self.chart_title.setVisible(data is not None)
        if data is not None:
            self.chart_title.set_text(data.title)
            self.chart.set_data(data)
        self.resized.emit()
