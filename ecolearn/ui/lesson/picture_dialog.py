"""A picture by itself, as large as the window allows; it can be made larger and moved."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecolearn.ui.lesson import picture_store
from ecolearn.ui.lesson.raster import NotDrawn
from ecolearn.ui.theme import icons, style

_STEPS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)


class _Canvas(QWidget):
    """The picture at a size."""

    def __init__(self, pixmap: QPixmap) -> None:
        super().__init__()
        self._pixmap = pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), style.current().colour("plate"))
        if style.current().dark:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawPixmap(QRectF(self.rect()), self._pixmap, QRectF(self._pixmap.rect()))


class PictureDialog(QDialog):
    """Shows one picture. `+`, `-` and `0` zoom, arrows move, Esc closes."""

    def __init__(self, path: Path, alt: str, caption: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(caption or self.tr("Picture"))
        self._step = 0
        self._held: QPoint | None = None
        pixmap = QPixmap()
        with contextlib.suppress(OSError, NotDrawn):
            pixmap.load(str(picture_store.raster_file(path)))
        self._natural = pixmap.size() if not pixmap.isNull() else QSize(4, 3)
        self.canvas = _Canvas(pixmap)
        self.area = QScrollArea()
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setAccessibleName(alt)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = QLabel(caption or alt)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.larger = self._tool("zoom-in", self.tr("Larger"))
        self.smaller = self._tool("zoom-out", self.tr("Smaller"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)

        bar = QHBoxLayout()
        bar.addWidget(self.words, 1)
        bar.addWidget(self.smaller)
        bar.addWidget(self.larger)
        bar.addWidget(self.close_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(style.px(12), style.px(12), style.px(12), style.px(12))
        down.addWidget(self.area, 1)
        down.addLayout(bar)

        self.larger.clicked.connect(self._on_larger)
        self.smaller.clicked.connect(self._on_smaller)
        self.close_button.clicked.connect(self.accept)
        room = parent.size() if parent is not None else QSize(1024, 680)
        self.resize(round(room.width() * 0.94), round(room.height() * 0.94))
        self.close_button.setFocus()

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    @property
    def zoom(self) -> float:
        """Return how much larger than the window's own size the picture is."""
        return _STEPS[self._step]

    def _apply(self) -> None:
        room = self.area.viewport().size() - QSize(2, 2)
        size = self._natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.canvas.resize(size * self.zoom)
        self.smaller.setEnabled(self._step > 0)
        self.larger.setEnabled(self._step < len(_STEPS) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._apply()

    def showEvent(self, event: object) -> None:
        """Fit once the size is known."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._apply()

    @Slot()
    def _on_larger(self) -> None:
        self._step = min(len(_STEPS) - 1, self._step + 1)
        self._apply()

    @Slot()
    def _on_smaller(self) -> None:
        self._step = max(0, self._step - 1)
        self._apply()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by key; the rest is the dialog's."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._on_larger()
        elif event.key() == Qt.Key.Key_Minus:
            self._on_smaller()
        elif event.key() == Qt.Key.Key_0:
            self._step = 0
            self._apply()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self._on_larger if event.angleDelta().y() > 0 else self._on_smaller)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held."""
        if self._held is not None:
            moved = event.position().toPoint() - self._held
            self._held = event.position().toPoint()
            across, down = self.area.horizontalScrollBar(), self.area.verticalScrollBar()
            across.setValue(across.value() - moved.x())
            down.setValue(down.value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
