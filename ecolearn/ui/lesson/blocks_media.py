"""Sound and video: played here with the media extra, else opened with the system's player."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.blocks_picture import caption
from ecolearn.ui.lesson.column import Column
from ecolearn.ui.lesson.registry import Maker
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.ground import paint_ground
from ecolearn.ui.theme.tokens import Radius
from ecolearn.ui.widgets.icon_label import IconLabel


class MediaView(Column):
    """A box that says what there is to hear or see, and a button."""

    def __init__(self, block: b.Media, maker: Maker) -> None:
        super().__init__(margins=(16, 14, 16, 14), gap=10)
        self._block = block
        self.path = maker.media(block.source)
        sound = block.kind == "audio"
        row_box = QWidget()
        row = QHBoxLayout(row_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(12))
        row.addWidget(IconLabel("volume-2" if sound else "video", 24, "primary_text", row_box))
        self.words = QLabel(block.alt)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row_box.setSizePolicy(policy)
        self.button = QPushButton()
        row.addWidget(self.button)
        self.add(row_box)
        self.player: QWidget | None = None
        if self.path is None:
            self.words.setText(self.tr("The recording is missing: {words}").format(words=block.alt))
            self.button.hide()
        else:
            from ecolearn.ui.lesson.player import can_play

            self._inside = can_play()
            if self._inside:
                self.button.setText(self.tr("Listen") if sound else self.tr("Watch"))
            else:
                self.button.setText(self.tr("Open in a player"))
            self.button.setIcon(icons.icon("play"))
            self.button.setAccessibleDescription(block.alt)
            self.button.clicked.connect(self._on_clicked)
        if block.caption:
            self.add(caption(block.caption, maker))

    @Slot()
    def _on_clicked(self) -> None:
        if self.path is None:
            return
        if self._inside:
            from ecolearn.ui.lesson.player import Player

            self.player = Player(self.path, self._block.kind == "video")
            self.button.hide()
            self.add(self.player)
            self.player.play()
            self.updateGeometry()
            return
        question = QMessageBox(self.window())
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Open in a player"))
        question.setText(
            self.tr("Open “{name}” with the player of this computer?").format(name=self.path.name)
        )
        question.setStandardButtons(
            QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(self._on_confirmed)
        question.open()

    @Slot()
    def _on_confirmed(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        paint_ground(self, Radius.CONTROL)


def _media(block: b.Media, maker: Maker) -> QWidget:
    return MediaView(block, maker)


MAKERS: dict[type, Callable[[Any, Maker], QWidget]] = {b.Media: _media}
