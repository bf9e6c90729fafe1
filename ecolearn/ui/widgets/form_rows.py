"""Rows of a form: label, field, button, in columns; one above the other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import Space

_FIELD_PX = 260


class FormRows(QWidget):
    """Add rows with `add_row`, then set the texts of the labels it returns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, QWidget, QAbstractButton | None]] = []
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def stacked(self) -> bool:
        """Tell whether labels stand above their fields."""
        return bool(self._stacked)

    def add_row(self, field: QWidget, button: QAbstractButton | None = None) -> QLabel:
        """Add a row and return its label. Of a tick box, the label can be pressed as well."""
        label = _PressLabel(field) if isinstance(field, QAbstractButton) else QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(field)
        self._rows.append((label, field, button))
        self._arrange(stacked=False)
        return label

    def fits(self) -> bool:
        """Tell whether label, field and button stand beside each other at the width there is."""
        gap = style.px(Space.M)
        labels = max(
            label.fontMetrics().horizontalAdvance(label.text()) for label, _, _ in self._rows
        )
        buttons = [button.sizeHint().width() for _, _, button in self._rows if button is not None]
        needed = labels + gap + style.px(_FIELD_PX) + (gap + max(buttons) if buttons else 0)
        return needed <= self.width()

    def _arrange(self, *, stacked: bool) -> None:
        self._stacked = stacked
        while self._grid.takeAt(0) is not None:
            pass
        grid, left = self._grid, Qt.AlignmentFlag.AlignLeft
        grid.setHorizontalSpacing(style.px(Space.M))
        grid.setVerticalSpacing(style.px(Space.S if stacked else Space.M))
        grid.setColumnStretch(0, 0 if stacked else 1)
        grid.setColumnStretch(1, 2)
        line = 0
        for label, field, button in self._rows:
            tick = isinstance(field, QAbstractButton)
            if stacked and tick:
                grid.addWidget(field, line, 0)
                grid.addWidget(label, line, 1)
                line += 1
            elif stacked:
                parts = [label, field] if button is None else [label, field, button]
                for part in parts:
                    grid.addWidget(
                        part, line, 0, 1, 3, left if part is button else Qt.AlignmentFlag(0)
                    )
                    line += 1
            else:
                grid.addWidget(label, line, 0)
                grid.addWidget(field, line, 1, 1, 1 if button is not None else 2)
                if button is not None:
                    grid.addWidget(button, line, 2)
                line += 1

    def _follow(self) -> None:
        if self._rows:
            stacked = not self.fits()
            if stacked != self._stacked:
                self._arrange(stacked=stacked)

    def minimumSizeHint(self) -> QSize:
        """A form may be as narrow as its widest part alone."""
        hint = super().minimumSizeHint()
        parts = [part for row in self._rows for part in row[1:] if part is not None]
        widest = max((part.minimumSizeHint().width() for part in parts), default=0)
        return QSize(min(hint.width(), widest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts when it becomes narrow."""
        self._follow()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Look again when texts, fonts or buttons changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return super().event(event)


class _PressLabel(QLabel):
    """The words of a tick box, which can wrap."""

    def __init__(self, box: QAbstractButton) -> None:
        super().__init__()
        self._box = box

    def setText(self, text: str) -> None:
        super().setText(text)
        self._box.setAccessibleName(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
