"""A chart with its title, and the same figures as a table when they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX, Space
from ecolearn.ui.widgets.chart import Chart, ChartData, NumberFormat
from ecolearn.ui.widgets.heading import Heading


class ChartBox(QFrame):
    """A card: title, a button "Show as table", and the chart or its table.

    Signals:
        table_shown: The table (True) or the chart (False) was called up.
    """

    table_shown = Signal(bool)

    def __init__(self, data: ChartData | None = None, parent: QWidget | None = None) -> None:
        """Show `data` as a chart."""
        super().__init__(parent)
        self.chart = Chart(data)
        self.heading = Heading("", 3)
        self.toggle = QPushButton()
        self.toggle.setCheckable(True)
        self.table = FiguresTable()
        self.table.hide()

        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.chart)
        self._column.addWidget(self.table)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self.toggle.toggled.connect(self._on_toggled)
        style.set_surface(self, "card")
        style.set_kind(self.toggle, "ghost")
        self._head = head
        self._space()
        self._retranslate()

    def set_data(self, data: ChartData) -> None:
        """Show other data, as chart and as table."""
        self.chart.set_data(data)
        self._fill()

    def set_format(self, values: NumberFormat, x: NumberFormat | None = None) -> None:
        """Write numbers with these, as `Chart.set_format` does."""
        self.chart.set_format(values, x)
        self._fill()

    def is_table(self) -> bool:
        """Tell whether the table is shown rather than the chart."""
        return self.toggle.isChecked()

    def show_table(self, shown: bool = True) -> None:
        """Show the table, or the chart again."""
        self.toggle.setChecked(shown)

    def _fill(self) -> None:
        title = self.chart.data().title
        if self.heading.text() != title:
            self.heading.setText(title)
        if self.is_table():
            self.table.fill(title, self.chart.headers(), self.chart.as_rows())

    def _on_toggled(self, shown: bool) -> None:
        self._fill()
        self.chart.setVisible(not shown)
        self.table.setVisible(shown)
        self._name_toggle()
        self.table_shown.emit(shown)

    def _name_toggle(self) -> None:
        shown = self.is_table()
        self.toggle.setText(self.tr("Show as chart") if shown else self.tr("Show as table"))
        icons.set_button_icon(self.toggle, "chart-column" if shown else "list")

    def _retranslate(self) -> None:
        self._name_toggle()
        self._fill()

    def _space(self) -> None:
        px = style.px
        self._head.setSpacing(px(Space.M))
        self._column.setSpacing(px(Space.S))
        self._column.setContentsMargins(px(Space.L), px(Space.M), px(Space.L), px(Space.L))

    def changeEvent(self, event: QEvent) -> None:
        """Follow zoom and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class FiguresTable(QTableWidget):
    """Rows to read: as high as they are, numbers right-aligned, arrow keys move from cell to
    cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)

    def fill(self, name: str, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        """Show `rows` under `headers`; the cell in use stays the same."""
        self.setAccessibleName(name)
        if self.columnCount() != len(headers) or self.rowCount() != len(rows):
            self.setColumnCount(len(headers))
            self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(headers)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(len(headers)):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(right if column else left)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = self.item(number, column)
                if cell is None:
                    cell = QTableWidgetItem()
                    if column:
                        cell.setTextAlignment(right)
                    self.setItem(number, column, cell)
                if cell.text() != text:
                    cell.setText(text)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        """Be as high as all rows together."""
        least, line = style.px(TARGET_PX), self.fontMetrics().lineSpacing()
        for row in range(self.rowCount()):
            height = self.sizeHintForRow(row)
            air = style.px(Space.M) if height > 1.5 * line else 0
            self.setRowHeight(row, max(least, height + air))
        inner = sum(self.rowHeight(row) for row in range(self.rowCount()))
        frame = 2 * self.frameWidth() + 2 * style.border_px(style.current(), style.scale())
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + inner + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at another width."""
        super().resizeEvent(event)
        if self.columnCount() and event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.columnCount():
            self._fit()
