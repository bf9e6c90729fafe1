"""Put in order: rows that move up and down, by mouse, by buttons or with Alt and the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from ecolearn.quiz.items.base import Response, known_ids, option_id
from ecolearn.ui.items.base import ItemView, say
from ecolearn.ui.items.rows import paint_frame
from ecolearn.ui.items.tiles import Ghost, Tile
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import OPTION_ROW_PX

if TYPE_CHECKING:
    from ecolearn.quiz.items.order import Order

_LOOKS = {"right": ("ok_soft", "ok"), "wrong": ("danger_soft", "danger")}


class _Step(Tile):
    """A step: grip, its present number, text, and two buttons.

    Signals:
        shifted(int): It should go up (-1) or down (1).
    """

    shifted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.number = 0
        super().__init__(name, parent=parent)
        self.up = self._button("arrow-up")
        self.down = self._button("arrow-down")
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self._across.addWidget(self.up)
        self._across.addWidget(self.down)
        self._across.setStretch(0, 1)

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon(icon, "muted"))
        button.setFixedSize(style.px(40), style.px(40))
        # Alt and the arrows do the same: two more stops a row would make Tab slow
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _set_margins(self) -> None:
        px = style.px
        right = px(44) if self.mark else px(6)
        self._across.setContentsMargins(px(72), px(6), right, px(6))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return max(style.px(OPTION_ROW_PX + 4), self._across.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(style.px(320), style.px(OPTION_ROW_PX + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = style.current(), style.px
        if self.mark in _LOOKS:
            ground, border = _LOOKS[self.mark]
            paint_frame(painter, self, ground, border, strong=True)
        else:
            hover = self.underMouse() and not self._locked
            ground = "sunken" if hover else "surface"
            paint_frame(painter, self, ground, "border" if self._locked else "border_strong")
        first = min(self.height(), px(OPTION_ROW_PX + 4))
        side = px(18)
        if not self._locked:
            grip = QRectF(px(10), (first - side) / 2, side, side)
            icons.paint_icon(painter, "grip-vertical", grip, theme.colour("border_strong"))
        ball = px(28)
        disc = QRectF(px(34), (first - ball) / 2, ball, ball)
        if self.mark in _LOOKS:
            icon = "circle-check" if self.mark == "right" else "circle-x"
            end = QRectF(self.width() - px(14 + 20), (first - px(20)) / 2, px(20), px(20))
            icons.paint_icon(painter, icon, end, theme.colour(_LOOKS[self.mark][1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface" if self.mark else "primary_soft"))
        if theme.contrast:
            painter.setPen(theme.colour("border_strong"))
        painter.drawEllipse(disc)
        painter.setPen(theme.colour("text" if self.mark else "primary_text"))
        painter.setFont(style.font(13, 600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _on_up_clicked(self) -> None:
        self.shifted.emit(-1)

    def _on_down_clicked(self) -> None:
        self.shifted.emit(1)


class OrderView(ItemView):
    """Rows from first to last. A digit moves the row with the focus to that place."""

    item: Order

    def build(self) -> None:
        self._shown = self.order("steps", known_ids(len(self.item.steps)))
        self._touched = False
        self._ghost: Ghost | None = None
        self._rows: dict[str, _Step] = {}
        self._list = QWidget(self)
        self._rows_layout = QVBoxLayout(self._list)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(style.px(8))
        for name in self._shown:
            row = _Step(name, self._list)
            row.shifted.connect(self._on_shifted)
            row.moved.connect(self._on_moved)
            row.carried.connect(self._on_carried)
            row.put_down.connect(self._on_put_down)
            self._rows[name] = row
            self._rows_layout.addWidget(row)
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        style.set_role(self._help, "muted")
        self.column.addWidget(self._list)
        self.column.addWidget(self._help)
        self.show_texts()

    def show_texts(self) -> None:
        for index, step in enumerate(self.item.steps):
            self._rows[option_id(index)].set_text(step.text, self.media, self.titles)
        for row in self._rows.values():
            row.up.setToolTip(self.tr("Up (Alt+↑)"))
            row.down.setToolTip(self.tr("Down (Alt+↓)"))
        self._help.setText(
            self.tr("Drag the rows, or move the one you are on with Alt+↑ and Alt+↓.")
        )
        self._show_order()

    def _show_order(self) -> None:
        count = len(self._shown)
        for place, name in enumerate(self._shown, 1):
            row = self._rows[name]
            if self._rows_layout.indexOf(row) != place - 1:
                self._rows_layout.removeWidget(row)
                self._rows_layout.insertWidget(place - 1, row)
            row.number = place
            words = self.tr("place {place} of {count}").format(place=place, count=count)
            if self.grade is None:
                row.setAccessibleDescription(words)
            text = row.accessibleName()
            row.up.setAccessibleName(self.tr("Move up: {text}").format(text=text))
            row.down.setAccessibleName(self.tr("Move down: {text}").format(text=text))
            row.up.setEnabled(place > 1 and not self.locked)
            row.down.setEnabled(place < count and not self.locked)
            row.update()
        previous: QWidget | None = None
        for name in self._shown:
            if previous is not None:
                QWidget.setTabOrder(previous, self._rows[name])
            previous = self._rows[name]

    def _move(self, name: str, place: int) -> None:
        place = max(0, min(len(self._shown) - 1, place))
        if self.locked or self._shown.index(name) == place:
            return
        self._shown.remove(name)
        self._shown.insert(place, name)
        self._touched = True
        self._show_order()
        self._rows[name].setFocus(Qt.FocusReason.OtherFocusReason)
        say(
            self,
            self.tr("place {place} of {count}").format(place=place + 1, count=len(self._shown)),
        )
        self.changed()

    def response(self) -> Response:
        return {"order": list(self._shown)} if self._touched else self.item.empty()

    def set_response(self, response: Response) -> None:
        order = [name for name in response.get("order", []) if name in self._rows]
        self._touched = bool(order)
        fallback = self.order("steps", known_ids(len(self.item.steps)))
        self._shown = order + [name for name in fallback if name not in order]
        self._show_order()

    def show_marks(self) -> None:
        wanted = [str(n) for n in self.item.solution().get("order", [])]
        for name, row in self._rows.items():
            mark = self.mark_of(name) if self.grade is not None else None
            if self.grade is None or not wanted:
                row.set_mark("")
                continue
            place = wanted.index(name) + 1
            right = bool(mark)
            word = self.word_right() if right else self.word_wrong()
            if not right and self.revealed:
                word = self.tr("Right place: {place}").format(place=place)
                if self._shown.index(name) == place - 1:
                    word = self.tr("The place is right, but the step before it is not")
            row.set_mark("right" if right else "wrong", word, self.remark_on(name), self.titles)
        self._show_order()

    def show_locked(self) -> None:
        for row in self._rows.values():
            row.set_locked(self.locked)
            row.up.setVisible(not self.locked)
            row.down.setVisible(not self.locked)
        self._help.setVisible(not self.locked)
        self._show_order()

    def key_digit(self, digit: int) -> bool:
        focused = self.focusWidget()
        if digit > len(self._shown) or not isinstance(focused, _Step) or not focused.hasFocus():
            return False
        self._move(focused.name, digit - 1)
        return True

    def focus_first(self) -> None:
        self._rows[self._shown[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    # ── slots ─────────────────────────────────────────────────────────────────────────────────

    def _step(self) -> _Step:
        row = self.sender()
        assert isinstance(row, _Step)
        return row

    def _on_shifted(self, step: int) -> None:
        name = self._step().name
        self._move(name, self._shown.index(name) + step)

    def _on_moved(self, step: int) -> None:
        place = self._shown.index(self._step().name) + step
        if 0 <= place < len(self._shown):
            self._rows[self._shown[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_carried(self, screen: QPoint) -> None:
        row = self._step()
        if self._ghost is None:
            self._ghost = Ghost(row.grab(), row.grip, self)
        self._ghost.follow(screen)

    def _on_put_down(self, screen: QPoint) -> None:
        name = self._step().name
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        y = self._list.mapFromGlobal(screen).y()
        place = 0
        for other in self._shown:
            if other != name and y > self._rows[other].geometry().center().y():
                place += 1
        self._move(name, place)
