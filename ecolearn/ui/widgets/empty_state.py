"""What a page shows when it has nothing to show: an icon, a sentence, one action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import Space

_DISC_PX = 88
_ICON_PX = 40


class _Disc(QWidget):
    """The icon on a soft round ground."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(style.px(_DISC_PX), style.px(_DISC_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = style.current()
        painter.setPen(theme.colour("border") if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = style.px(_ICON_PX)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint_icon(painter, self.name, place, theme.colour("primary_text"))


class EmptyState(QWidget):
    """An icon, one sentence and at most one action, in the middle of the page.

    Signals:
        action_requested: The button was pressed.
    """

    action_requested = Signal()

    def __init__(
        self, icon: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        """Show `sentence` under `icon`; without `action` there is no button."""
        super().__init__(parent)
        self._disc = _Disc(icon, self)
        self._sentence = QLabel(sentence, self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = QPushButton(action, self)
        style.set_kind(self.button, "primary")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[style.px(Space.XL)] * 4)
        layout.setSpacing(style.px(Space.L))
        layout.addStretch(2)
        layout.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

        self.button.clicked.connect(self._on_clicked)
        self.set_content(icon, sentence, action)

    def set_content(self, icon: str, sentence: str, action: str = "") -> None:
        """Show something else."""
        self._disc.name = icon
        self._disc.update()
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _on_clicked(self) -> None:
        self.action_requested.emit()
