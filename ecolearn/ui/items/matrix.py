"""A table of choices: a cell is a radio button, or a check box where several may be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ecolearn.quiz.items.base import Response, known_ids
from ecolearn.ui.items.base import ItemView
from ecolearn.ui.items.fields import VerdictLine
from ecolearn.ui.items.rows import paint_frame
from ecolearn.ui.items.text import WrapLabel, plain, text_widget
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import TARGET_PX, Radius

if TYPE_CHECKING:
    from ecolearn.quiz.items.matrix import Matrix


class _Cell(QAbstractButton):
    """A cell to choose.

    Signals:
        stepped(int, int): An arrow key: rows and columns to go.
    """

    stepped = Signal(int, int)

    def __init__(self, row: str, column: str, several: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self.column_id = row, column
        self._several = several
        self.mark = ""
        self.locked = False
        self.setCheckable(True)
        self.setAutoExclusive(not several)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(style.px(72), style.px(TARGET_PX + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(TARGET_PX), style.px(TARGET_PX))

    def nextCheckState(self) -> None:
        if not self.locked:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(*step)
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = style.current(), style.px
        role = {"right": "ok", "wrong": "danger"}.get(self.mark, "primary")
        if self.isChecked():
            ground, border = f"{role}_soft" if self.mark else "primary_soft", role
        else:
            hover = self.underMouse() and not self.locked
            ground, border = ("sunken" if hover else "surface"), "border"
        missed = self.mark == "missed"
        paint_frame(
            painter,
            self,
            ground,
            "ok" if missed else border,
            strong=self.isChecked() or missed,
            dashed=missed,
            radius=Radius.SMALL,
        )
        side = px(22)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self.mark in ("right", "wrong", "missed"):
            icon = "circle-x" if self.mark == "wrong" else "circle-check"
            ink = theme.colour("danger" if self.mark == "wrong" else "ok")
            icons.paint_icon(painter, icon, box, ink)
            return
        corner = px(Radius.SMALL) if self._several else side / 2
        if not self.isChecked():
            painter.setPen(QPen(theme.colour("border_strong"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), corner - 1, corner - 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(box, corner, corner)
        on = theme.colour("on_primary")
        if self._several:
            inset = side * 0.15
            icons.paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), on)
        else:
            painter.setBrush(on)
            painter.drawEllipse(box.center(), side * 0.2, side * 0.2)


class MatrixView(ItemView):
    """Arrow keys walk over the table, Space chooses, a digit chooses the column of the row."""

    item: Matrix

    def build(self) -> None:
        self._quiet = False
        self._row_order = self.order("rows", known_ids(len(self.item.rows)))
        self._column_order = self.order("columns", known_ids(len(self.item.columns)))
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.px(8))
        self._grid.setVerticalSpacing(style.px(6))
        self._heads: dict[str, QWidget] = {}
        self._labels: dict[str, QWidget] = {}
        self._cells: dict[tuple[str, str], _Cell] = {}
        self._verdicts: dict[str, VerdictLine] = {}
        self._grid.setColumnStretch(0, 3)
        for number, row in enumerate(self._row_order):
            holder = self._table
            for place, column in enumerate(self._column_order, 1):
                group = self._group(row)
                cell = _Cell(row, column, self.item.multiple, group)
                cell.toggled.connect(self._on_toggled)
                cell.stepped.connect(self._on_stepped)
                group.layout().addWidget(cell, 0, place - 1)  # type: ignore[union-attr, call-arg]
                self._cells[row, column] = cell
            line = VerdictLine(holder)
            line.link_activated.connect(self.link_activated)
            self._verdicts[row] = line
            self._grid.addWidget(line, 2 * number + 2, 0, 1, 2)
        self._grid.setColumnStretch(1, max(2, 2 * len(self._column_order)))
        self.column.addWidget(self._table)
        self.show_texts()

    def _group(self, row: str) -> QWidget:
        """Return the widget around the cells of a row: radio buttons exclude their siblings."""
        number = self._row_order.index(row)
        found = self._grid.itemAtPosition(2 * number + 1, 1)
        widget = found.widget() if found is not None else None
        if widget is not None:
            return widget
        group = QWidget(self._table)
        across = QGridLayout(group)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(6))
        for place in range(len(self._column_order)):
            across.setColumnStretch(place, 1)
        self._grid.addWidget(group, 2 * number + 1, 1)
        return group

    def show_texts(self) -> None:
        for widget in (*self._heads.values(), *self._labels.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        columns = dict(zip(known_ids(len(self.item.columns)), self.item.columns, strict=True))
        rows = dict(zip(known_ids(len(self.item.rows)), self.item.rows, strict=True))
        header = QWidget(self._table)
        across = QGridLayout(header)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(style.px(6))
        for place, name in enumerate(self._column_order):
            label = text_widget(columns[name], self.media, titles=self.titles, role="verdict")
            if isinstance(label, WrapLabel):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
                label.set_colour("muted")
            across.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
            across.setColumnStretch(place, 1)
        corner = WrapLabel(plain(self.item.corner), role="verdict", colour="muted")
        self._heads = {"columns": header, "corner": corner}
        self._grid.addWidget(corner, 0, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(header, 0, 1)
        self._labels = {}
        for number, name in enumerate(self._row_order):
            label = text_widget(rows[name].text, self.media, titles=self.titles)
            self._labels[name] = label
            self._grid.addWidget(label, 2 * number + 1, 0, Qt.AlignmentFlag.AlignVCenter)
            for column in self._column_order:
                words = self.tr("{row}: {column}").format(
                    row=plain(rows[name].text), column=plain(columns[column])
                )
                self._cells[name, column].setAccessibleName(words)

    def response(self) -> Response:
        found: dict[str, list[str]] = {}
        for name in known_ids(len(self.item.rows)):
            chosen = [
                column
                for column in known_ids(len(self.item.columns))
                if self._cells[name, column].isChecked()
            ]
            if chosen:
                found[name] = chosen
        return {"rows": found}

    def set_response(self, response: Response) -> None:
        given = response.get("rows", {})
        self._quiet = True
        for (row, column), cell in self._cells.items():
            cell.setAutoExclusive(False)
            cell.setChecked(column in given.get(row, []))
            cell.setAutoExclusive(not self.item.multiple)
        self._quiet = False

    def show_marks(self) -> None:
        for name, row in zip(known_ids(len(self.item.rows)), self.item.rows, strict=True):
            mark = self.mark_of(name)
            for column in self._column_order:
                self._mark_cell(self._cells[name, column], mark, column in row.right)
            line = self._verdicts[name]
            remark = self.remark_on(name)
            if mark is None or (mark and not remark):
                line.clear()
            else:
                word = self.word_right() if mark else self.word_wrong()
                line.show_verdict(mark, word, remark, self.titles)

    def _mark_cell(self, cell: _Cell, mark: bool | None, right: bool) -> None:
        cell.mark = ""
        said = ""
        if mark is not None and cell.isChecked():
            cell.mark = "right" if right else "wrong"
            said = self.word_right() if right else self.word_wrong()
        elif mark is not None and right and self.revealed:
            cell.mark = "missed"
            said = self.word_missed()
        cell.setAccessibleDescription(said)
        cell.update()

    def show_locked(self) -> None:
        for cell in self._cells.values():
            cell.locked = self.locked
            cell.setCursor(
                Qt.CursorShape.ArrowCursor if self.locked else Qt.CursorShape.PointingHandCursor
            )

    def unfinished(self) -> str:
        count = len(self.item.rows)
        empty = count - len(self.response()["rows"])
        words = self.tr("{empty} of {all} rows are still empty. Check anyway?")
        return words.format(empty=empty, all=count) if empty > 0 else ""

    def key_digit(self, digit: int) -> bool:
        if digit > len(self._column_order):
            return False
        focused = self.focusWidget()
        row = focused.row if isinstance(focused, _Cell) and focused.hasFocus() else ""
        if not row:
            chosen = self.response()["rows"]
            row = next((n for n in self._row_order if n not in chosen), self._row_order[0])
        cell = self._cells[row, self._column_order[digit - 1]]
        cell.setFocus(Qt.FocusReason.ShortcutFocusReason)
        cell.click()
        if not self.item.multiple:
            self._go_on(row)
        return True

    def _go_on(self, row: str) -> None:
        """Put the keyboard on the next row, if there is one."""
        place = self._row_order.index(row) + 1
        if place < len(self._row_order):
            self._focus_row(self._row_order[place])

    def _focus_row(self, row: str) -> None:
        cells = [self._cells[row, column] for column in self._column_order]
        target = next((cell for cell in cells if cell.isChecked()), cells[0])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        chosen = self.response()["rows"]
        self._focus_row(next((n for n in self._row_order if n not in chosen), self._row_order[0]))

    def _on_toggled(self, checked: bool) -> None:
        if not self._quiet and (checked or self.item.multiple):
            self.changed()

    def _on_stepped(self, down: int, across: int) -> None:
        cell = self.sender()
        assert isinstance(cell, _Cell)
        row = self._row_order.index(cell.row) + down
        column = self._column_order.index(cell.column_id) + across
        if 0 <= row < len(self._row_order) and 0 <= column < len(self._column_order):
            target = self._cells[self._row_order[row], self._column_order[column]]
            target.setFocus(Qt.FocusReason.TabFocusReason)
