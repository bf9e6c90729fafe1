"""A small card beside a word: the term, what it means, and its name in the other languages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget

from ecolearn.content.model import Term
from ecolearn.content.texts import in_language
from ecolearn.ui.i18n import LANGUAGES
from ecolearn.ui.lesson import tabbing
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Radius
from ecolearn.ui.widgets.heading import Heading

_WIDTH = 360
_SHADOW = 10


class GlossaryPopover(Column):
    """Shows one term over the lesson. Esc, a click elsewhere or the button closes it, and the
    keyboard is back where it was."""

    def __init__(self, term: Term, language: str, parent: QWidget) -> None:
        margins = (18 + _SHADOW, 14 + _SHADOW, 12 + _SHADOW, 16 + _SHADOW)
        super().__init__(parent, margins=margins, gap=8)
        name, used = in_language(term.term, language)
        self._came_from = QApplication.focusWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading(name, 3, top), 1)
        self.close_button = QToolButton(top)
        self.close_button.setIcon(icons.icon("x", "muted"))
        close = self.tr("Close")
        self.close_button.setAccessibleName(close)
        self.close_button.setToolTip(close)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(top)
        text, text_language = in_language(term.text, language)
        if text:
            self.add(prose(text, language=text_language), 4)
        others = [
            f"{LANGUAGES[code]}: {term.term[code]}"
            for code in LANGUAGES
            if code != used and term.term.get(code)
        ]
        if others:
            line = QLabel("\n".join(others))
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setWordWrap(True)
            style.set_role(line, "muted")
            self.add(line, 10)
        self.setAccessibleName(name)
        self.setAccessibleDescription("\n".join([text, *others]))
        self.close_button.clicked.connect(self.dismiss)

    def open_at(self, place: QRect) -> None:
        """Appear below (or above) `place`, given in the parent's coordinates."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        width = min(style.px(_WIDTH) + 2 * _SHADOW, room.width())
        self.resize(width, 10)
        self.show()
        height = min(self.heightForWidth(width), room.height())
        x = min(max(0, place.center().x() - width // 2), room.width() - width)
        y = place.bottom() + 2 - _SHADOW // 2
        if y + height > room.height():
            y = place.top() - height + _SHADOW // 2
        y = min(max(0, y), room.height() - height)
        self.setGeometry(x, y, width, height)
        self.place()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @Slot()
    def dismiss(self) -> None:
        """Close and give the keyboard back."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        had_focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click elsewhere."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            if isinstance(watched, QWidget) and not self.rect().contains(place):
                self.dismiss()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Stay inside: the card is closed, not left."""
        found = [self, *tabbing.stops(self)]
        focused = QApplication.focusWidget()
        place = next((n for n, one in enumerate(found) if one is focused), 0)
        tabbing.give(found[(place + (1 if forward else -1)) % len(found)], forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, Enter and Space."""
        closing = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in closing:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft shadow and the card."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        corner = style.px(Radius.CARD)
        if not theme.contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 12 if theme.dark else 4))
            for step in range(_SHADOW):
                grown = card.adjusted(-step, -step + 2, step, step + 2)
                painter.drawRoundedRect(grown, corner + step, corner + step)
        painter.setBrush(theme.colour("surface"))
        role = "focus" if self.hasFocus() and theme.contrast else "border_strong"
        painter.setPen(QPen(theme.colour(role), max(1, theme.border_px)))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def show_term(term: Term, language: str, over: QWidget, place: QPoint | QRect) -> GlossaryPopover:
    """Show `term` over `over`, beside `place` in its coordinates."""
    rect = place if isinstance(place, QRect) else QRect(place, place)
    popover = GlossaryPopover(term, language, over)
    popover.open_at(rect)
    return popover
