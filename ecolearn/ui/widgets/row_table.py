"""A list of rows to fill in, such as the appliances of a home: add, change, remove, take back.

In wide windows it is a table, in narrow ones every row is a card; where all numbers of a card stand
in one line, only the first card has the words above them. It knows no store: what it holds is plain
dicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX, Space
from ecolearn.ui.widgets.banner import Banner
from ecolearn.ui.widgets.choice_input import ChoiceList
from ecolearn.ui.widgets.icon_label import IconLabel
from ecolearn.ui.widgets.number_field import NumberField

Value = str | float
Row = dict[str, Value]
_LEAST_PX = {"text": 150, "number": 116, "choice": 130}
_CARD_CELL_PX = 116
_RESULT_PX = 132


@dataclass(frozen=True)
class RowColumn:
    """One column: what its cells hold."""

    id: str
    label: str
    kind: Literal["text", "number", "choice"] = "text"
    unit: str = ""
    """Of numbers; stands inside the cell."""
    low: float = 0.0
    high: float = 1_000_000.0
    step: float = 1.0
    whole: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    """Words by id."""
    default: Value | None = None
    """What a new row holds; nothing, the least number, or the first choice unless told."""
    stretch: int = 1
    """Share of the width."""
    longest: int = 80
    """Most letters of a text."""

    def first(self) -> Value:
        """Return what a new row holds."""
        if self.default is not None:
            return self.default
        if self.kind == "number":
            return self.low
        return next(iter(self.choices), "") if self.kind == "choice" else ""


class RowTable(QWidget):
    """An editable list of rows.

    Enter goes to the next cell, and in the last one adds a row. Numbers that are not good keep
    their last good value, with a sentence below the row.

    Signals:
        rows_changed: A person changed, added, removed or brought back something; all rows, as
            `rows` returns them.
    """

    rows_changed = Signal(list)

    def __init__(
        self,
        columns: list[RowColumn],
        most: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            columns: What a row holds; at least one.
            most: Most rows.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._columns = list(columns)
        self._most = most
        self._rows: list[_RowView] = []
        self._removed: tuple[int, Row] | None = None
        self._per_line = 0
        self._add_words = ""
        self._result_label = ""
        self._results: list[str] = []

        self._head = _Head()
        self._body = QVBoxLayout()
        self._empty = QLabel()
        self.add_button = QPushButton()
        self._limit = QLabel()
        self.undo = Banner("", "info", closable=True)

        self._empty.setWordWrap(True)
        self._limit.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._limit, 1)
        self._foot = foot
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._empty)
        self._column.addLayout(self._body)
        self._column.addWidget(self.undo)
        self._column.addLayout(foot)
        self._column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.undo.hide()

        self.add_button.clicked.connect(self._on_add)
        self.undo.action_requested.connect(self._on_undo)
        style.set_role(self._empty, "muted")
        style.set_role(self._limit, "muted")
        self._space()
        self._retranslate()
        self._refresh()

    # rows

    def rows(self) -> list[Row]:
        """Return all rows: by id of the column a text, a number, or the id of a choice."""
        return [view.values() for view in self._rows]

    def set_rows(self, rows: list[Row]) -> None:
        """Show other rows, at most as many as are allowed, and tell nobody.

        Columns a row does not name hold what they hold in a new row.
        """
        self._removed = None
        self.undo.hide()
        rows = rows[: self._most]
        while len(self._rows) > len(rows):
            self._drop(len(self._rows) - 1)
        while len(self._rows) < len(rows):
            self._insert(len(self._rows), {})
        for view, row in zip(self._rows, rows, strict=True):
            view.set_values(row)
        self._refresh()

    def add_row(self) -> None:
        """Add a new row and go to its first cell, unless there are as many as are allowed."""
        if len(self._rows) >= self._most:
            return
        self._insert(len(self._rows), {})
        self._refresh()
        self._rows[-1].cells[0].setFocus(Qt.FocusReason.TabFocusReason)
        self._tell()

    def remove_row(self, index: int) -> None:
        """Remove a row; the banner below offers to bring it back."""
        view = self._rows[index]
        name = view.name()
        self._removed = (index, view.values())
        # before it goes: Qt would give the focus to anything on the page, and the page would scroll
        others = [other for other in self._rows if other is not view]
        after = others[min(index, len(others) - 1)].remove if others else self.add_button
        self.add_button.setEnabled(True)
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(index)
        self._refresh()
        self.undo.show_message(
            self.tr("Removed: {name}").format(name=name), "info", self.tr("Undo")
        )
        self.undo.setVisible(True)
        self._tell()

    def set_columns(self, columns: list[RowColumn]) -> None:
        """Show other words for the same columns, as in another language.

        Raises:
            ValueError: Ids or kinds differ.
        """
        old, new = ([(c.id, c.kind) for c in some] for some in (self._columns, columns))
        if old != new:
            raise ValueError(f"columns differ: {old}, {new}")
        self._columns = list(columns)
        for view in self._rows:
            view.set_columns(self._columns)
        self._refresh()

    def set_texts(self, name: str, add: str = "") -> None:
        """Say what the list is, and what its button adds."""
        self.setAccessibleName(name)
        self._add_words = add
        self._retranslate()

    def set_results(self, label: str, texts: list[str]) -> None:
        """Show what is worked out in each row, in the rows themselves; "" and [] for nothing.

        Args:
            label: What it is.
            texts: A number with its unit for each row.
        """
        if (label, texts) == (self._result_label, self._results):
            return
        fresh = bool(label) != bool(self._result_label) or label != self._result_label
        self._result_label, self._results = label, list(texts)
        for number, view in enumerate(self._rows):
            view.set_result(label, texts[number] if number < len(texts) else "")
        if fresh:
            self._head.set_result(label)
            self._arrange()

    def _insert(self, index: int, row: Row) -> None:
        view = _RowView(self._columns, self)
        view.set_values(row)
        view.changed.connect(self._tell)
        view.removed.connect(self._on_removed)
        view.entered.connect(self._on_entered)
        view.set_result(self._result_label, "")
        view.arrange(self._per_line)
        self._rows.insert(index, view)
        self._body.insertWidget(index, view)
        view.show()  # at once, so that it can have the focus

    def _drop(self, index: int) -> None:
        view = self._rows.pop(index)
        self._body.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _tell(self) -> None:
        for view in self._rows:
            view.name_remove()
        self.rows_changed.emit(self.rows())

    def _on_add(self) -> None:
        self.add_row()

    def _on_removed(self) -> None:
        for index, view in enumerate(self._rows):
            if view is self.sender():
                self.remove_row(index)
                return

    def _on_undo(self) -> None:
        if self._removed is None:
            return
        index, row = self._removed
        self._removed = None
        if len(self._rows) < self._most:
            index = min(index, len(self._rows))
            self._insert(index, row)
            self._refresh()
            self._rows[index].cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell()
        self.undo.hide()

    def _on_entered(self, column: int) -> None:
        """Go to the cell after `column` of the row that says so."""
        index = next((i for i, view in enumerate(self._rows) if view is self.sender()), -1)
        if index < 0:
            return
        if column + 1 < len(self._columns):
            self._rows[index].cells[column + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif index + 1 < len(self._rows):
            self._rows[index + 1].cells[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add_row()

    # look

    def is_narrow(self) -> bool:
        """Tell whether rows are cards."""
        return self._per_line > 0

    def _refresh(self) -> None:
        """Number the rows, and fit head, button and order of the keyboard to them."""
        full = len(self._rows) >= self._most
        self._empty.setVisible(not self._rows)
        self._head.setVisible(bool(self._rows) and not self._per_line)
        self._head.set_columns(self._columns)
        self.add_button.setEnabled(not full)
        self._limit.setVisible(full)
        before: QWidget | None = None
        for number, view in enumerate(self._rows, 1):
            view.set_number(number)
            for part in (*view.cells, view.remove):
                if before is not None:
                    QWidget.setTabOrder(before, part)
                before = part
        if before is not None:
            QWidget.setTabOrder(before, self.undo.button)
            QWidget.setTabOrder(self.undo.button, self.undo.close_button)
            QWidget.setTabOrder(self.undo.close_button, self.add_button)

    def _needed(self) -> int:
        """Return the width of a table."""
        cells = sum(style.px(_LEAST_PX[column.kind]) for column in self._columns)
        if self._result_label:
            cells += style.px(_RESULT_PX) + style.px(Space.S)
        return cells + len(self._columns) * style.px(Space.S) + style.px(TARGET_PX)

    def _arrange(self) -> None:
        room = self.width() - 2 * style.px(Space.M) - style.px(TARGET_PX)
        most = room // (style.px(_CARD_CELL_PX) + style.px(Space.S))
        others = max(1, len(self._columns) - 1)
        if others > most:  # the same number in each line
            most = max(1, -(-others // -(-others // max(1, most))))
        per_line = 0 if self.width() >= self._needed() else min(others, most)
        if per_line != self._per_line:
            self._per_line = per_line
            for view in self._rows:
                view.arrange(per_line)
            self._head.setVisible(bool(self._rows) and not per_line)
            self._space()

    def _space(self) -> None:
        self._column.setSpacing(style.px(Space.S))
        self._body.setSpacing(style.px(Space.S if self._per_line else Space.XS))
        self._foot.setSpacing(style.px(Space.M))

    def minimumSizeHint(self) -> QSize:
        """Cards may be narrow."""
        return QSize(style.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become cards where a table has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _retranslate(self) -> None:
        self.add_button.setText(self._add_words or self.tr("Add a row"))
        icons.set_button_icon(self.add_button, "plus")
        self._empty.setText(self.tr("There are no rows yet."))
        self._limit.setText(self.tr("There is room for {count} rows.").format(count=self._most))
        for view in self._rows:
            view.name_parts()

    def changeEvent(self, event: QEvent) -> None:
        """Follow zoom and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
            self._arrange()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class _Head(QWidget):
    """The words above the columns."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._labels: list[QLabel] = []
        self._result = QLabel(self)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setWordWrap(True)
        self._result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        style.set_role(self._result, "muted")
        self._result.hide()

    def set_result(self, label: str) -> None:
        """Name what is worked out in each row."""
        self._result.setText(label)
        self._result.setVisible(bool(label))

    def set_columns(self, columns: list[RowColumn]) -> None:
        while len(self._labels) < len(columns):
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            style.set_role(label, "muted")
            self._labels.append(label)
            self._row.addWidget(label, columns[len(self._labels) - 1].stretch)
        if self._row.count() == len(columns):
            self._row.addWidget(self._result)
            self._row.addSpacing(style.px(TARGET_PX))
        for label, column in zip(self._labels, columns, strict=True):
            label.setText(column.label)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._space()

    def _space(self) -> None:
        self._row.setSpacing(style.px(Space.S))
        self._result.setFixedWidth(style.px(_RESULT_PX))
        spacer = self._row.itemAt(self._row.count() - 1)
        if spacer is not None and (item := spacer.spacerItem()) is not None:
            item.changeSize(style.px(TARGET_PX) + style.px(Space.S), 0)  # a button and its gap
            self._row.invalidate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._labels:
            self._space()


class _RowView(QWidget):
    """The cells of one row, its button to remove it, and what is wrong with it.

    Signals:
        changed: A cell holds something else.
        removed: It shall go.
        entered: Enter was pressed in the cell of this number.
    """

    changed = Signal()
    removed = Signal()
    entered = Signal(int)

    def __init__(self, columns: list[RowColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._number = 0
        self._per_line = -1
        # parents from the beginning: a part that is shown without one flashes up as a window
        self.labels = [QLabel(self) for _ in columns]
        self.cells: list[QLineEdit | ChoiceList] = [self._cell(column) for column in columns]
        self.result = QLabel(self)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        style.set_role(self.result, "strong")
        self.result.hide()
        self.remove = QToolButton(self)
        self.remove.setIcon(icons.icon("trash-2", "muted"))
        self._icon = IconLabel("circle-alert", 18, "danger", self)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._line = QWidget(self)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._trouble, 1)
        self._line.hide()
        self._grid = QGridLayout(self)
        for label, cell in zip(self.labels, self.cells, strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(cell)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            style.set_role(label, "muted")
        style.set_tone(self._trouble, "danger")
        self.remove.clicked.connect(self._on_remove)
        self.set_columns(columns)

    def _cell(self, column: RowColumn) -> QLineEdit | ChoiceList:
        cell: QLineEdit | ChoiceList
        if column.kind == "number":
            cell = NumberField(column.low, column.low, column.high, column.step, whole=column.whole)
            cell.value_changed.connect(self._on_changed)
            cell.trouble_changed.connect(self._on_trouble)
            cell.returnPressed.connect(self._on_return)
        elif column.kind == "choice":
            cell = ChoiceList()
            for choice in column.choices:
                cell.addItem("", choice)
            cell.activated.connect(self._on_changed)
            cell.installEventFilter(self)
        else:
            cell = QLineEdit()
            cell.setMaxLength(column.longest)
            cell.textEdited.connect(self._on_changed)
            cell.returnPressed.connect(self._on_return)
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return cell

    def set_columns(self, columns: list[RowColumn]) -> None:
        """Show the words of these columns."""
        self._columns = columns
        for column, label, cell in zip(columns, self.labels, self.cells, strict=True):
            label.setText(column.label)
            cell.setToolTip(column.label)
            if isinstance(cell, NumberField):
                cell.set_unit(column.unit)
            elif isinstance(cell, ChoiceList):
                for index, words in enumerate(column.choices.values()):
                    cell.setItemText(index, words)
        self.name_parts()

    def values(self) -> Row:
        """Return what the cells hold."""
        found: Row = {}
        for column, cell in zip(self._columns, self.cells, strict=True):
            if isinstance(cell, NumberField):
                found[column.id] = cell.value()
            elif isinstance(cell, ChoiceList):
                found[column.id] = str(cell.currentData() or "")
            else:
                found[column.id] = cell.text().strip()
        return found

    def set_values(self, row: Row) -> None:
        """Fill the cells; what `row` does not name, or what is no choice, as in a new row."""
        for column, cell in zip(self._columns, self.cells, strict=True):
            value = row.get(column.id, column.first())
            if isinstance(cell, NumberField):
                cell.set_value(float(value))
            elif isinstance(cell, ChoiceList):
                index = cell.findData(value)
                cell.setCurrentIndex(index if index >= 0 else cell.findData(column.first()))
            elif cell.text() != str(value):
                cell.setText(str(value))
                cell.setCursorPosition(0)
        self.name_remove()

    def name(self) -> str:
        """Return what the row is called: its first text, else its number."""
        for cell in self.cells:
            if not isinstance(cell, (NumberField, ChoiceList)) and cell.text().strip():
                return cell.text().strip()
        return self.tr("row {number}").format(number=self._number)

    def set_number(self, number: int) -> None:
        """Say which row it is, counted from 1."""
        self._number = number
        self.name_parts()
        self._show_labels()

    def set_result(self, label: str, text: str) -> None:
        """Show what is worked out in this row, nothing without `label`."""
        self.result.setText(text)
        self.result.setToolTip(label)
        self.result.setAccessibleName(f"{label}: {text}")
        if self.result.isHidden() == bool(label):
            self.result.setVisible(bool(label))
            if self._per_line >= 0:
                per_line, self._per_line = self._per_line, -1
                self.arrange(per_line)

    def _show_labels(self) -> None:
        """Show the words above the cells; in cards of two lines only once, in the first."""
        once = self._per_line >= len(self.cells) - 1
        for number, label in enumerate(self.labels):
            shown = self._per_line > 0 and (not once or (self._number <= 1 and number > 0))
            label.setVisible(shown)

    def name_parts(self) -> None:
        """Name every part for screen readers."""
        for column, cell in zip(self._columns, self.cells, strict=True):
            label = column.label
            if column.unit:
                label = self.tr("{label}, {unit}").format(label=label, unit=column.unit)
            words = self.tr("{label}, row {number}")
            cell.setAccessibleName(words.format(label=label, number=self._number))
        self.name_remove()

    def name_remove(self) -> None:
        """Name the button after the row."""
        words = self.tr("Remove: {name}").format(name=self.name())
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_remove(self) -> None:
        self.removed.emit()

    def _on_return(self) -> None:
        cell = self.sender()
        if isinstance(cell, NumberField) and cell.trouble():
            return
        self.entered.emit(next(i for i, some in enumerate(self.cells) if some is cell))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a closed list goes on to the next cell."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(watched, ChoiceList) and not watched.view().isVisible():
                self.entered.emit(self.cells.index(watched))
                return True
        return False

    def _on_trouble(self) -> None:
        found = [
            f"{column.label}: {cell.trouble()}"
            for column, cell in zip(self._columns, self.cells, strict=True)
            if isinstance(cell, NumberField) and cell.trouble()
        ]
        self._trouble.setText("\n".join(found))
        self._line.setVisible(bool(found))

    def arrange(self, per_line: int) -> None:
        """Put the cells beside each other (0), or on a card with their labels and so many cells
        in a line."""
        if per_line == self._per_line:
            return
        self._per_line = per_line
        grid = self._grid
        while grid.takeAt(0) is not None:
            pass
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, 0)
        self._show_labels()
        (self._arrange_card if per_line else self._arrange_line)()
        style.set_surface(self, "card" if per_line else None)
        self._space()

    def _arrange_line(self) -> None:
        count, top = len(self.cells), Qt.AlignmentFlag.AlignTop
        for number, (column, cell) in enumerate(zip(self._columns, self.cells, strict=True)):
            self._grid.addWidget(cell, 0, number, top)
            self._grid.setColumnStretch(number, column.stretch)
        if not self.result.isHidden():  # even hidden it would leave a gap
            self._grid.addWidget(self.result, 0, count)
            count += 1
        self._grid.addWidget(self.remove, 0, count, top)
        self._grid.addWidget(self._line, 1, 0, 1, count + 1)

    def _arrange_card(self) -> None:
        """The first cell with the result and the button beside it, the others in lines below."""
        grid, bottom, wide = self._grid, Qt.AlignmentFlag.AlignBottom, self._per_line
        for column in range(wide):
            grid.setColumnStretch(column, 1)
        beside = wide > 2 and not self.result.isHidden()
        grid.addWidget(self.labels[0], 0, 0, 1, wide, bottom)
        grid.addWidget(self.cells[0], 1, 0, 1, wide - 1 if beside else wide)
        grid.addWidget(self.remove, 1, wide)
        for number in range(1, len(self.cells)):
            line, place = divmod(number - 1, wide)
            grid.addWidget(self.labels[number], 2 + 2 * line, place, bottom)
            grid.addWidget(self.cells[number], 3 + 2 * line, place)
        if beside:
            grid.addWidget(self.result, 1, wide - 1)
        else:
            right = Qt.AlignmentFlag.AlignRight
            grid.addWidget(self.result, grid.rowCount(), 0, 1, wide + 1, right)
        grid.addWidget(self._line, grid.rowCount(), 0, 1, wide + 1)

    def _space(self) -> None:
        px = style.px
        self._grid.setHorizontalSpacing(px(Space.S))
        self._grid.setVerticalSpacing(px(Space.XS))
        inset = px(Space.M) if self._per_line else 0
        self._grid.setContentsMargins(inset, inset, inset, inset)
        self.remove.setFixedWidth(px(TARGET_PX))
        self.result.setMinimumWidth(px(_RESULT_PX) if not self._per_line else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._per_line >= 0:
            self._space()
