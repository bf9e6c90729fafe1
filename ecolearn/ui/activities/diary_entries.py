"""The list of the entries of a series: arrows move in it, Enter in the last cells corrects or
removes, so do F2 and Delete anywhere in the row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import Series
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.models import diary_entries as rows
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import TARGET_PX

#: rows that are seen at once; more are scrolled to
_MOST_ROWS = 9
#: rows that decide how wide a column is: all of 1,000 would take long
_MEASURED = 40
#: narrower than this, the use per day is left to the chart
_NARROW_PX = 620
#: narrower than this, notes are left to the form
_NARROWER_PX = 340


class EntriesTable(QTableView):
    """See the module text.

    Signals:
        correct_wanted(object): This entry (`DiaryEntry`) is to be corrected.
        remove_wanted(object): This one is to be removed.
    """

    correct_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, words: SeriesWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = rows.EntriesModel(words, self)
        self._meter = words.series.diary.cumulative
        self.setModel(self.entries)
        self.setAccessibleName(self.tr("Entries of {title}").format(title=words.title))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setIconSize(QSize(style.px(18), style.px(18)))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setMinimumSectionSize(style.px(TARGET_PX))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(rows.NOTE, QHeaderView.ResizeMode.Stretch)
        for column in (rows.CORRECT, rows.REMOVE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, style.px(TARGET_PX + 4))
        self.verticalHeader().setDefaultSectionSize(style.px(TARGET_PX))
        self.clicked.connect(self._on_clicked)
        self.setColumnHidden(rows.USE, not self._meter)

    def follow(self, series: Series) -> None:
        """Show the entries of `series`; the cell in use stays where it was."""
        here = self.currentIndex()
        place = self.verticalScrollBar().value()
        row, column = here.row(), here.column()
        self.entries.show_series(series)
        if row >= 0 and self.entries.rowCount():
            row = min(row, self.entries.rowCount() - 1)
            self.setCurrentIndex(self.entries.index(row, column))
        self.verticalScrollBar().setValue(place)
        self._fit()

    def sizeHint(self) -> QSize:
        count = min(max(1, self.entries.rowCount()), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + count * style.px(TARGET_PX)
        return QSize(style.px(480), height + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(200), self.sizeHint().height())

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room for them."""
        super().resizeEvent(event)
        narrow = self.width() < style.px(_NARROW_PX)
        self.setColumnHidden(rows.USE, narrow or not self._meter)
        self.setColumnHidden(rows.NOTE, self.width() < style.px(_NARROWER_PX))
        self.entries.set_short(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what is said in the module text."""
        index = self.currentIndex()
        entry = self.entries.entry(index.row())
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if entry is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(entry)
        elif key == Qt.Key.Key_F2:
            self.correct_wanted.emit(entry)
        elif enter:
            self._on_clicked(index)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        entry: DiaryEntry | None = self.entries.entry(index.row())
        if entry is not None and index.column() == rows.CORRECT:
            self.correct_wanted.emit(entry)
        elif entry is not None and index.column() == rows.REMOVE:
            self.remove_wanted.emit(entry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest entry."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(0, rows.DAY))
