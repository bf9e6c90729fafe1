"""The column beside a lesson: the module's lessons with their states, the headings of the one
that is open, and the quiz."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.lesson.column import Column
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Weight
from ecolearn.ui.widgets.heading import Heading

#: kind → (icon, role); what a row's icon says is also in its description
_ICONS = {
    "new": ("circle", "muted"),
    "reading": ("circle-dot", "primary"),
    "done": ("circle-check", "primary"),
    "quiz": ("clipboard-check", "muted"),
    "passed": ("award", "primary"),
    "course": ("arrow-left", "muted"),
    "heading": ("", "muted"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: `kind` is new, reading, done, quiz, passed, course or heading; `key` is what is
    asked for when it is clicked; `words` say the state."""

    kind: str
    key: str
    title: str
    words: str = ""


class OutlineRow(QAbstractButton):
    """One row: an icon and a title that wraps; the current one stands on a soft ground."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._current = False
        self.setText(entry.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(entry.title)
        self._describe()

    @property
    def current(self) -> bool:
        """Tell whether this is where the learner is."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Mark it as the place where the learner is."""
        if current != self._current:
            self._current = current
            self._describe()
            self.updateGeometry()
            self.update()

    def _describe(self) -> None:
        here = self.tr("You are here") if self._current else ""
        parts = [part for part in (self.entry.words, here) if part]
        self.setAccessibleDescription(". ".join(parts))

    # ── size ──────────────────────────────────────────────────────────────────────────────────

    @property
    def _is_heading(self) -> bool:
        return self.entry.kind == "heading"

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _font(self) -> QFont:
        """Return the font of the title: what is measured is what is painted."""
        if self._is_heading:
            weight = Weight.NAVIGATION if self._current else Weight.BODY
        else:
            weight = Weight.STRONG if self._current else Weight.NAVIGATION
        return style.font(FontSize.MUTED, weight)

    def _left(self) -> int:
        return style.px(42 if self._is_heading else 38)

    def _room(self, width: int) -> int:
        return max(20, width - self._left() - style.px(8))

    def hasHeightForWidth(self) -> bool:
        """Say that titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped title."""
        flags = int(Qt.TextFlag.TextWordWrap)
        text = self._metrics().boundingRect(0, 0, self._room(width), 10_000, flags, self.text())
        least = style.px(30 if self._is_heading else 40)
        return max(least, text.height() + 2 * style.px(5 if self._is_heading else 9))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(style.px(160), self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon and title."""
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        focused = focus.is_visible_on(self)
        ground = ""
        if self._current and not self._is_heading:
            ground = "primary_soft"
        elif self.underMouse() or self.isDown():
            ground = "sunken"
        border = Qt.PenStyle.NoPen
        painter.setPen(border)
        if ground:
            painter.setBrush(theme.colour(ground))
            if theme.contrast:
                painter.setPen(QPen(theme.colour("border"), theme.border_px))
            painter.drawRoundedRect(rect, px(8), px(8))
        role = "text"
        if self._is_heading:
            role = "primary_text" if self._current else "muted"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary" if self._current else "border"))
            wide = px(3 if self._current else 1)
            painter.drawRect(QRectF(px(20) - wide / 2, 0, wide, self.height()))
        else:
            role = "primary_text" if self._current else "text"
            name, colour = _ICONS[self.entry.kind]
            side = px(18)
            top = px(11) if self.height() > px(44) else (self.height() - side) / 2
            icons.paint_icon(painter, name, QRectF(px(11), top, side, side), theme.colour(colour))
        painter.setPen(theme.colour(role))
        painter.setFont(self._font())
        painter.drawText(
            QRectF(self._left(), 0, self._room(self.width()), self.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
            self.text(),
        )
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(8), px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class Outline(QFrame):
    """The column. Signals:

    lesson_chosen(str), heading_chosen(str): a lesson's id, a heading's anchor.
    quiz_chosen, course_chosen: the quiz of the module, the page of the course.
    """

    lesson_chosen = Signal(str)
    heading_chosen = Signal(str)
    quiz_chosen = Signal()
    course_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OutlineRow] = []
        self._lesson = ""
        self._shown: tuple[object, ...] = ()
        style.set_surface(self, "rail")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._scroll)
        self._column = Column()

    def show_entries(self, title: str, entries: Sequence[Entry], current: str) -> None:
        """Show the module `title` with its rows; `current` is the id of the open lesson."""
        shown = (title, tuple(entries), current, style.scale())
        if shown == self._shown:
            return
        self._shown = shown
        kept = self._scroll.verticalScrollBar().value()
        self._lesson = current
        column = Column(margins=(8, 14, 8, 14), gap=2)
        column.setAccessibleName(title)
        self._rows = []
        head: Heading | None = None
        for entry in entries:
            row = OutlineRow(entry)
            if entry.kind != "course" and head is None:
                head = Heading(title, 3)
                style.set_role(head, "strong")
                head.setContentsMargins(style.px(8), 0, style.px(8), style.px(4))
                column.add(head, 8)
            heading = entry.kind == "heading"
            self._rows.append(row)
            row.clicked.connect(self._on_clicked)
            row.set_current(entry.key == current and entry.kind in {"new", "reading", "done"})
            column.add(row, 0 if heading else 4)
        self._column = column
        self._scroll.setWidget(column)
        column.show()
        self._scroll.verticalScrollBar().setValue(kept)

    def rows(self) -> list[OutlineRow]:
        """Return the rows, from top to bottom."""
        return self._rows

    def mark_heading(self, anchor: str) -> None:
        """Mark the heading the learner is under."""
        for row in self._rows:
            if row.entry.kind == "heading":
                row.set_current(row.entry.key == anchor)
                if row.current and row.isVisible():
                    self._scroll.ensureWidgetVisible(row, 0, style.px(24))

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if not isinstance(row, OutlineRow):
            return
        kind, key = row.entry.kind, row.entry.key
        if kind == "heading":
            self.heading_chosen.emit(key)
        elif kind == "course":
            self.course_chosen.emit()
        elif kind in {"quiz", "passed"}:
            self.quiz_chosen.emit()
        elif key != self._lesson:
            self.lesson_chosen.emit(key)
        else:
            self.heading_chosen.emit("")
