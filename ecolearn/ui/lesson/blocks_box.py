"""Boxes: callouts, folds and fact cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ecolearn.content import blocks as b
from ecolearn.content.texts import in_language
from ecolearn.ui.lesson.blocks_text import add_blocks
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.fact_words import doubt, grade_word, origin
from ecolearn.ui.lesson.fold import FoldCard
from ecolearn.ui.lesson.prose import prose
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import style
from ecolearn.ui.theme.ground import paint_ground
from ecolearn.ui.theme.tokens import Radius
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


class FoldView(FoldCard):
    """Text that opens on a click; what is inside is made when it is opened first."""

    def __init__(self, block: b.Fold, maker: Maker) -> None:
        super().__init__(block.title or QCoreApplication.translate("FoldView", "More"))
        self._block = block
        self._maker = maker
        self._body: Column | None = None
        if maker.opened.is_open(block):
            self.set_open(True)

    def show_body(self, is_open: bool) -> None:
        if is_open and self._body is None:
            self._body = Column(margins=(20, 12, 20, 18), gap=10)
            add_blocks(self._body, self._block.blocks, self._maker)
            self.add(self._body, 0)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._maker.opened.note(self._block, is_open)


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
        paint_ground(self, Radius.CARD)


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
