"""The only place that imports Qt's multimedia, which is an extra and may fail to load."""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from ecolearn.ui.theme import icons, style


@lru_cache(maxsize=1)
def _multimedia() -> tuple[ModuleType, ModuleType] | None:
    try:
        return (
            importlib.import_module("PySide6.QtMultimedia"),
            importlib.import_module("PySide6.QtMultimediaWidgets"),
        )
    except ImportError:  # not installed, or PulseAudio's library is missing
        return None


def can_play() -> bool:
    """Tell whether sound and video can be played inside the lesson."""
    return _multimedia() is not None


class Player(QWidget):
    """Play and pause, a place in time, and the picture of a video."""

    def __init__(self, path: Path, video: bool) -> None:
        super().__init__()
        modules = _multimedia()
        assert modules is not None, "ask can_play first"
        sound, widgets = modules
        self._player: Any = sound.QMediaPlayer(self)
        self._output: Any = sound.QAudioOutput(self)
        self._player.setAudioOutput(self._output)
        self.button = QPushButton(icons.icon("pause"), "")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the recording"))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        if video:
            self._screen: Any = widgets.QVideoWidget(self)
            self._screen.setMinimumHeight(style.px(320))
            self._player.setVideoOutput(self._screen)
            down.addWidget(self._screen)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.slider, 1)
        down.addLayout(row)
        self.button.clicked.connect(self._on_clicked)
        self.slider.sliderMoved.connect(self._player.setPosition)
        self._player.positionChanged.connect(self.slider.setValue)
        self._player.durationChanged.connect(self.slider.setMaximum)
        self._player.playbackStateChanged.connect(self._on_state_changed)
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._on_state_changed()

    def play(self) -> None:
        """Begin."""
        self._player.play()

    def _playing(self) -> bool:
        return bool(self._player.isPlaying())

    @Slot()
    def _on_clicked(self) -> None:
        if self._playing():
            self._player.pause()
        else:
            self._player.play()

    def _on_state_changed(self, *_: object) -> None:
        name = self.tr("Pause") if self._playing() else self.tr("Play")
        self.button.setIcon(icons.icon("pause" if self._playing() else "play"))
        self.button.setToolTip(name)
        self.button.setAccessibleName(name)
