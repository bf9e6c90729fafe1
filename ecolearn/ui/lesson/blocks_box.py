"""Boxes: callouts, folds and fact cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.texts import in_language
from ecolearn.ui.lesson.blocks_text import add_blocks
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.fact_words import doubt, grade_word, origin
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import focus, icons, style
from ecolearn.ui.theme.tokens import FontSize, Radius, Weight
from ecolearn.ui.widgets.chip import Chip
from ecolearn.ui.widgets.heading import Heading
from ecolearn.ui.widgets.icon_label import IconLabel

#: kind → (icon, role of icon, title and bar, role of the ground)
_KINDS = {
    "note": ("info", "info", "info_soft"),
    "tip": ("lightbulb", "ok", "ok_soft"),
    "warning": ("triangle-alert", "warn", "warn_soft"),
    "example": ("notebook-pen", "muted", "sunken"),
    "key": ("star", "primary_text", "primary_soft"),
    "action": ("hand", "primary_text", "surface"),
}


class _Title(Heading):
    """The title of a box in the colour of its kind."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text, 3)
        self._colour_role = role
        style.set_role(self, "strong")
        self._tint()

    def _tint(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, style.current().colour(self._colour_role))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_colour_role"):
            self._tint()


class _Head(QWidget):
    """An icon and a title in a row."""

    def __init__(self, icon: str, title: str, role: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        row.addWidget(IconLabel(icon, 20, role, self), 0, Qt.AlignmentFlag.AlignTop)
        self.title = _Title(title, role)
        row.addWidget(self.title, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class CalloutView(Column):
    """A box of one of the kinds of the course format; colour, icon and words say which."""

    def __init__(self, block: b.Callout, maker: Maker) -> None:
        super().__init__(margins=(18, 14, 16, 14), gap=8)
        self._kind = block.kind if block.kind in _KINDS else "note"
        icon, role, _ = _KINDS[self._kind]
        word = self._word()
        title = block.title or word
        self.setAccessibleName(word if title == word else f"{word}: {title}")
        self.head = _Head(icon, title, role)
        self.head.title.setAccessibleName(self.accessibleName())
        self.add(self.head)
        if block.blocks:
            body = Column(gap=8)
            add_blocks(body, block.blocks, maker)
            self.add(body, 6)

    def _word(self) -> str:
        return {
            "note": self.tr("Note"),
            "tip": self.tr("Tip"),
            "warning": self.tr("Watch out"),
            "example": self.tr("Example"),
            "key": self.tr("Remember"),
            "action": self.tr("Do it"),
        }[self._kind]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and bar; an action is a framed card, because it is something to do."""
        theme = style.current()
        _, role, ground = _KINDS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = style.px(Radius.CONTROL)
        rect = QRectF(self.rect())
        if self._kind == "action" or theme.contrast:
            wide = max(2, theme.border_px)
            rect.adjust(wide / 2, wide / 2, -wide / 2, -wide / 2)
            painter.setPen(QPen(theme.colour(role), wide))
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(rect, radius, radius)
            return
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.setClipPath(path)
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRectF(0, 0, style.px(4), rect.height()), theme.colour(role))


class FoldButton(QAbstractButton):
    """The line that opens and closes a fold: a chevron and the title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.open = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Say and show whether the fold is open."""
        self.open = is_open
        words = (
            self.tr("Open. Press Space to close it.")
            if is_open
            else self.tr("Closed. Press Space to open it.")
        )
        self.setAccessibleDescription(words)
        self.update()

    def _text_width(self, width: int) -> int:
        return max(10, width - style.px(16 + 20 + 10 + 16))

    def hasHeightForWidth(self) -> bool:
        """Say that a long title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped title, at least that of a button."""
        from PySide6.QtGui import QFontMetrics

        metrics = QFontMetrics(style.font(FontSize.BODY, Weight.STRONG))
        flags = Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(0, 0, self._text_width(width), 10_000, flags, self.text())
        return max(style.px(48), box.height() + 2 * style.px(13))

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces a window to be wide."""
        return QSize(40, style.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hover ground, the chevron, the title, and the ring of the focus."""
        theme, px = style.current(), style.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), px(8), px(8))
        side = px(20)
        place = QRectF(px(16), (rect.height() - side) / 2, side, side)
        name = "chevron-down" if self.open else "chevron-right"
        icons.paint_icon(painter, name, place, theme.colour("primary_text"))
        painter.setPen(theme.colour("primary_text"))
        painter.setFont(style.font(FontSize.BODY, Weight.STRONG))
        left = px(16 + 20 + 10)
        painter.drawText(
            QRectF(left, 0, self._text_width(self.width()), rect.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
            self.text(),
        )
        if focus.is_visible_on(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), px(8), px(8))


class FoldView(Column):
    """Text that opens on a click; what is inside is made when it is opened first."""

    def __init__(self, block: b.Fold, maker: Maker) -> None:
        super().__init__(margins=(1, 1, 1, 1), gap=0)
        self._block = block
        self._maker = maker
        self._body: Column | None = None
        self.button = FoldButton(block.title or self.tr("More"))
        self.button.clicked.connect(self._on_clicked)
        self.add(self.button)
        if maker.opened.is_open(block):
            self.set_open(True)

    @property
    def is_open(self) -> bool:
        """Tell whether the text shows."""
        return self.button.open

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        if is_open and self._body is None:
            self._body = Column(margins=(20, 12, 20, 18), gap=10)
            add_blocks(self._body, self._block.blocks, self._maker)
            self.add(self._body, 0)
        if self._body is not None:
            self._body.setVisible(is_open)
        self.button.set_open(is_open)
        self._maker.opened.note(self._block, is_open)
        self._heights.clear()
        self.place()
        self.updateGeometry()

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.border_px
        painter.setPen(QPen(theme.colour("border"), wide))
        painter.setBrush(theme.colour("surface"))
        rect = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(rect, style.px(Radius.CONTROL), style.px(Radius.CONTROL))
        if self.is_open:
            line = self.button.geometry().bottom() + 1
            inset = style.px(16)
            painter.drawLine(QPointF(inset, line), QPointF(self.width() - inset, line))


#: tone of the chip that says how sure a fact is
_GRADE_TONES = {"A": "neutral", "B": "neutral", "C": "warning", "D": "danger"}


class _Noted(QWidget):
    """A remark with a sign before it: what to keep in mind about a fact."""

    def __init__(self, text: str, maker: Maker, role: str = "muted") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        row.addWidget(IconLabel("triangle-alert", 16, "warn", self), 0, Qt.AlignmentFlag.AlignTop)
        words = prose(text, role=role, language=maker.language)
        words.link_activated.connect(maker.link_activated)
        row.addWidget(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class FactView(Column):
    """A fact with how sure it is, what speaks against it, where it comes from, and when."""

    def __init__(self, block: b.FactCard, maker: Maker) -> None:
        super().__init__(margins=(18, 14, 18, 14), gap=6)
        fact = block.fact
        word = self.tr("Fact")
        self.setAccessibleName(word)
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        row.addWidget(IconLabel("landmark", 20, "info", top))
        title = _Title(word, "info")
        row.addWidget(title)
        row.addStretch(1)
        self.add(top)
        if fact is None:
            note = self.tr("This fact is missing from the course: {id}.").format(id=block.fact_id)
            self.add(self._muted(note))
            return
        chip = Chip(grade_word(fact.grade), _GRADE_TONES[fact.grade])
        chip.setParent(top)
        row.addWidget(chip)
        self.setAccessibleName(f"{word}: {grade_word(fact.grade)}")
        title.setAccessibleName(self.accessibleName())
        if fact.grade == "D":
            self.add(_Noted(doubt(), maker, "strong"), 6)
        text, _ = in_language(fact.text, maker.language)
        body = prose(text, language=maker.language)
        body.link_activated.connect(maker.link_activated)
        self.add(body, 6)
        note, _ = in_language(fact.note, maker.language)
        if note:
            self.add(_Noted(note, maker), 8)
        self.add(self._muted(origin(fact, maker.language)), 8)

    @staticmethod
    def _muted(text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        style.set_role(label, "muted")
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = theme.border_px
        painter.setPen(QPen(theme.colour("border"), wide))
        painter.setBrush(theme.colour("surface"))
        rect = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(rect, style.px(Radius.CARD), style.px(Radius.CARD))


def _callout(block: b.Callout, maker: Maker) -> QWidget:
    return CalloutView(block, maker)


def _fold(block: b.Fold, maker: Maker) -> QWidget:
    return FoldView(block, maker)


def _fact(block: b.FactCard, maker: Maker) -> QWidget:
    return FactView(block, maker)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {
    b.Callout: _callout,
    b.Fold: _fold,
    b.FactCard: _fact,
}
