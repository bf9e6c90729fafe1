"""The entries of a series of the diary as rows, newest first, with a cell to correct and one to
remove each."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ecolearn.study.api import DiaryEntry
from ecolearn.study.diary_series import Series
from ecolearn.study.diary_sums import uses
from ecolearn.ui.activities.diary_words import SeriesWords
from ecolearn.ui.texts import date_digits, date_words
from ecolearn.ui.theme import icons

DAY: Final = 0
VALUE: Final = 1
USE: Final = 2
NOTE: Final = 3
CORRECT: Final = 4
REMOVE: Final = 5
COLUMNS: Final = 6

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ICONS = {CORRECT: "pencil", REMOVE: "trash-2"}


class EntriesModel(QAbstractTableModel):
    """See the module text. The column `USE` holds the use per day of a meter."""

    def __init__(self, words: SeriesWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: tuple[DiaryEntry, ...] = ()
        self._uses: dict[str, str] = {}
        self._short = False

    def set_short(self, short: bool) -> None:
        """Write days in digits, where there is little room."""
        if short != self._short:
            self._short = short
            last = max(0, len(self._entries) - 1)
            self.dataChanged.emit(self.index(0, DAY), self.index(last, DAY))

    def show_series(self, series: Series) -> None:
        """Show the entries of a series."""
        self.beginResetModel()
        self._entries = series.entries[::-1]
        self._uses = {}
        if series.diary.cumulative:
            by_day = {one.end: one.per_day for one in uses(series.counted())}
            for entry in self._entries:
                if entry.day in by_day:
                    self._uses[entry.entry_id] = self._words.mean(by_day.pop(entry.day))
        self.endResetModel()

    def entry(self, row: int) -> DiaryEntry | None:
        """Return the entry in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry, -1 if it is not there."""
        ids = [one.entry_id for one in self._entries]
        return ids.index(entry_id) if entry_id in ids else -1

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (VALUE, USE) else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and column in _ICONS:
            return icons.icon(_ICONS[column], "muted")
        if role == Qt.ItemDataRole.ToolTipRole and column >= NOTE:
            return entry.note if column == NOTE else self._action(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column in _ICONS:
            return self._action(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == DAY:
            return date_words(entry.day)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in (VALUE, USE) else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole and section in _ICONS:
            return self.tr("Correct") if section == CORRECT else self.tr("Remove")
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                DAY: self.tr("Day"),
                VALUE: self.tr("Value"),
                USE: self.tr("Use per day"),
                NOTE: self.tr("Note"),
            }.get(section, "")
        return None

    def _text(self, entry: DiaryEntry, column: int) -> str:
        if column == DAY:
            return date_digits(entry.day) if self._short else date_words(entry.day)
        if column == VALUE:
            return self._words.value(entry.value, entry.unit)
        if column == USE:
            return self._uses.get(entry.entry_id, "")
        return entry.note if column == NOTE else ""

    def _action(self, entry: DiaryEntry, column: int) -> str:
        words = (
            self.tr("Correct the entry of {day}")
            if column == CORRECT
            else self.tr("Remove the entry of {day}")
        )
        return words.format(day=date_words(entry.day))
