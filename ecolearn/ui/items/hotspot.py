"""Find places on a picture: click, touch, or a crosshair moved by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QWidget

from ecolearn.quiz.items.base import Response, option_id
from ecolearn.ui.items.base import ItemView, say
from ecolearn.ui.items.fields import VerdictLine
from ecolearn.ui.items.pictures import PictureSpace
from ecolearn.ui.items.text import MediaFinder, plain
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import Radius

if TYPE_CHECKING:
    from ecolearn.quiz.items.hotspot import Hotspot, Region

_STEP, _BIG_STEP = 0.01, 0.08  #: of the picture's width or height, for the arrow keys
_MARK_PX = 15  #: radius of a mark
_LIKE_A_BUTTON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Canvas(PictureSpace, QAbstractButton):
    """The picture with marks on it. A button, so that assistive technology can press it.

    Signals:
        marked(float, float): A place was marked, in fractions of width and height.
        removed(int): The mark of this index was taken away.
    """

    marked = Signal(float, float)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: list[list[float]] = []
        self.wrong: set[int] = set()  #: indexes of marks that hit nothing right
        self.outlined: list[tuple[Region, str]] = []  #: regions to draw, with right, wrong, missed
        self.cross = QPointF(0.5, 0.5)
        self.locked = False
        self.begin(None, "", 720)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def use(self, media: MediaFinder, source: str, words: str) -> None:
        """Show the picture `source` of the course."""
        self.set_picture(media(source), words)

    # ── where ─────────────────────────────────────────────────────────────────────────────────

    def _spot(self, x: float, y: float) -> QPointF:
        room = self.picture_rect()
        return QPointF(room.left() + x * room.width(), room.top() + y * room.height())

    def _mark_at(self, place: QPointF) -> int | None:
        reach = style.px(_MARK_PX)
        for index in range(len(self.points) - 1, -1, -1):
            if (self._spot(*self.points[index]) - place).manhattanLength() <= reach:
                return index
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.locked:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        room = self.picture_rect()
        place = event.position()
        if self.locked or self.missing or not room.contains(place):
            return
        index = self._mark_at(place)
        if index is not None:
            self.removed.emit(index)
            return
        x, y = (place.x() - room.left()) / room.width(), (place.y() - room.top()) / room.height()
        self.cross = QPointF(x, y)
        self.marked.emit(x, y)

    def nextCheckState(self) -> None:
        """Assistive technology pressed the button: mark where the crosshair is."""
        self.mark_here()

    def mark_here(self) -> None:
        """Mark the place of the crosshair, or take away the mark there."""
        if self.locked:
            return
        index = self._mark_at(self._spot(self.cross.x(), self.cross.y()))
        if index is not None:
            self.removed.emit(index)
        else:
            self.marked.emit(self.cross.x(), self.cross.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        step = _BIG_STEP if big else _STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        if key in moves and not self.locked:
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            dx, dy = moves[key]
            x = min(1.0, max(0.0, self.cross.x() + dx))
            y = min(1.0, max(0.0, self.cross.y() + dy))
            self.cross = QPointF(x, y)
            self.update()
            say(
                self,
                self.tr("{x} % from the left, {y} % from the top").format(
                    x=round(x * 100), y=round(y * 100)
                ),
            )
        elif key in _LIKE_A_BUTTON and not self.locked:
            self.mark_here()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.points and not self.locked:
            spot = self._spot(self.cross.x(), self.cross.y())
            index = self._mark_at(spot)
            self.removed.emit(index if index is not None else len(self.points) - 1)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    # ── painting ──────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_picture(painter)
        for region, kind in self.outlined:
            self._paint_region(painter, region, kind)
        for index, point in enumerate(self.points):
            self._paint_mark(painter, index, self._spot(*point))
        if focus.is_visible_on(self):
            self._paint_focus(painter)

    def _paint_region(self, painter: QPainter, region: Region, kind: str) -> None:
        """Outline a region: a light line under a dark one is seen on any picture."""
        room = self.picture_rect()
        numbers = [number / 100 for number in region.numbers]
        path = QPainterPath()
        if region.shape == "rect":
            left, top, width, height = numbers
            corner = self._spot(left, top)
            box = QRectF(corner.x(), corner.y(), width * room.width(), height * room.height())
            path.addRoundedRect(box, style.px(4), style.px(4))
        elif region.shape == "circle":
            radius = numbers[2] * room.width()
            path.addEllipse(self._spot(numbers[0], numbers[1]), radius, radius)
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            path.addPolygon(QPolygonF([self._spot(x, y) for x, y in pairs]))
            path.closeSubpath()
        # the picture lies on a light plate in every theme: the light theme's colours are seen
        ink = QColor("#B3261E" if kind == "wrong" else "#12613A")
        fill = QColor(ink)
        fill.setAlpha(38)
        painter.fillPath(path, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#FFFFFF"), style.px(5)))
        painter.drawPath(path)
        pen = QPen(ink, max(2.0, style.px(2.5)))
        if kind == "missed":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(path)

    def _paint_mark(self, painter: QPainter, index: int, place: QPointF) -> None:
        radius = style.px(_MARK_PX)
        judged = bool(self.outlined) or self.locked
        ink = QColor("#0B57D0")
        if judged and self.outlined:
            ink = QColor("#B3261E" if index in self.wrong else "#12613A")
        painter.setPen(QPen(QColor("#FFFFFF"), 3))
        painter.setBrush(ink)
        painter.drawEllipse(place, radius, radius)
        box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
        if judged and self.outlined:
            inset = radius * 0.4
            name = "x" if index in self.wrong else "check"
            tick = box.adjusted(inset, inset, -inset, -inset)
            icons.paint_icon(painter, name, tick, QColor("#FFFFFF"))
            return
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(style.font(13, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _paint_focus(self, painter: QPainter) -> None:
        room = self.picture_rect()
        corner = style.px(Radius.CONTROL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.current().colour("focus"), 3))
        painter.drawRoundedRect(room.adjusted(1.5, 1.5, -1.5, -1.5), corner, corner)
        if self.locked:
            return
        spot = self._spot(self.cross.x(), self.cross.y())
        arm = style.px(18)
        lines = (
            (QPointF(spot.x() - arm, spot.y()), QPointF(spot.x() + arm, spot.y())),
            (QPointF(spot.x(), spot.y() - arm), QPointF(spot.x(), spot.y() + arm)),
        )
        for colour, width in (("#FFFFFF", 5), ("#0B57D0", 2)):
            painter.setPen(QPen(QColor(colour), width))
            for start, end in lines:
                painter.drawLine(start, end)
            painter.drawEllipse(spot, style.px(8), style.px(8))


class HotspotView(ItemView):
    """The picture, how many places are marked, and afterwards what they are."""

    item: Hotspot

    def build(self) -> None:
        self._canvas = Canvas(self)
        self._canvas.marked.connect(self._on_marked)
        self._canvas.removed.connect(self._on_removed)
        foot = QWidget(self)
        across = QHBoxLayout(foot)
        across.setContentsMargins(0, 0, 0, 0)
        self._help = QLabel(foot)
        self._help.setWordWrap(True)
        style.set_role(self._help, "muted")
        self._clear = QPushButton(foot)
        style.set_kind(self._clear, "ghost")
        icons.set_button_icon(self._clear, "undo-2")
        self._clear.clicked.connect(self._on_clear_clicked)
        across.addWidget(self._help, 1)
        across.addWidget(self._clear)
        self._foot = foot
        self._lines: list[VerdictLine] = []
        self.column.addWidget(self._canvas)
        self.column.addWidget(foot)
        self.show_texts()

    def show_texts(self) -> None:
        self._canvas.use(self.media, self.item.picture, plain(self.item.alt))
        self._clear.setText(self.tr("Remove the last mark"))
        self._show_help()

    def _show_help(self) -> None:
        count = len(self._canvas.points)
        if self.item.multiple:
            words = self.tr("Find %n place(s). Marked: {count}.", "", self.item.right_count)
            words = words.format(count=count)
        else:
            words = self.tr("Mark one place.") if not count else self.tr("One place is marked.")
        keys = self.tr("Click, or: arrows move the cross, Shift moves it further, Enter marks.")
        self._help.setText(f"{words} {keys}")
        self._canvas.setAccessibleName(
            self.tr("Picture: {words}").format(words=plain(self.item.alt))
        )
        self._canvas.setAccessibleDescription(self._help.text())
        self._clear.setEnabled(bool(count) and not self.locked)

    def _aspect(self) -> float:
        room = self._canvas.picture_rect()
        natural = self._canvas.natural
        if natural.isEmpty():
            return room.height() / room.width() if room.width() else 1.0
        return natural.height() / natural.width()

    def response(self) -> Response:
        points = [[round(x, 4), round(y, 4)] for x, y in self._canvas.points]
        found: Response = {"points": points}
        aspect = round(self._aspect(), 4)
        if points and aspect != 1:
            found["aspect"] = aspect
        return found

    def set_response(self, response: Response) -> None:
        self._canvas.points = [[float(x), float(y)] for x, y in response.get("points", [])]
        self._canvas.update()
        self._show_help()

    # ── marks ─────────────────────────────────────────────────────────────────────────────────

    def show_marks(self) -> None:
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        canvas = self._canvas
        canvas.outlined, canvas.wrong = [], set()
        if self.grade is not None:
            aspect = self._aspect()
            hits = [self.item.hit(point, aspect) for point in canvas.points]
            canvas.wrong = {
                number
                for number, index in enumerate(hits)
                if index is None or not self.item.regions[index].right
            }
            for index, region in enumerate(self.item.regions):
                self._show_region(index, region, index in hits)
            nothing = sum(index is None for index in hits)
            if nothing:
                self._add_line(False, self.tr("%n mark(s) beside every place", "", nothing), "")
        canvas.update()
        self._show_help()

    def _show_region(self, index: int, region: Region, hit: bool) -> None:
        name = plain(region.text)
        if hit:
            kind = "right" if region.right else "wrong"
            self._canvas.outlined.append((region, kind))
            word = self.word_right() if region.right else self.word_wrong()
            words = self.tr("{verdict}: {place}").format(verdict=word, place=name)
            self._add_line(region.right, words, self.remark_on(option_id(index)))
        elif region.right and self.revealed:
            found = any(r.right and k == "right" for r, k in self._canvas.outlined)
            if self.item.multiple or not found:
                self._canvas.outlined.append((region, "missed"))
                words = self.tr("Here it was: {place}").format(place=name)
                self._add_line(None, words, region.feedback)

    def _add_line(self, right: bool | None, words: str, feedback: str) -> None:
        line = VerdictLine(self)
        line.link_activated.connect(self.link_activated)
        line.show_verdict(right, words, feedback, self.titles)
        self.column.addWidget(line)
        self._lines.append(line)

    def show_locked(self) -> None:
        self._canvas.locked = self.locked
        self._foot.setVisible(not self.locked)
        self._canvas.setCursor(
            Qt.CursorShape.ArrowCursor if self.locked else Qt.CursorShape.CrossCursor
        )
        self._canvas.update()
        self._show_help()

    def focus_first(self) -> None:
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── slots ─────────────────────────────────────────────────────────────────────────────────

    def _on_marked(self, x: float, y: float) -> None:
        if not self.item.multiple:
            self._canvas.points = []
        if len(self._canvas.points) >= 50:
            return
        self._canvas.points.append([x, y])
        self._tell(self.tr("Marked"))

    def _on_removed(self, index: int) -> None:
        del self._canvas.points[index]
        self._tell(self.tr("Mark removed"))

    def _on_clear_clicked(self) -> None:
        if self._canvas.points:
            self._on_removed(len(self._canvas.points) - 1)

    def _tell(self, words: str) -> None:
        self._canvas.update()
        self._show_help()
        say(self, words)
        self.changed()
