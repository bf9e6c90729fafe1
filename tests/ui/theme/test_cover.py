"""Covers differ by hue, keep to their rounded shape, and go plain in contrast themes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ecolearn.ui.theme import style
from ecolearn.ui.theme.cover import paint_cover
from ecolearn.ui.theme.tokens import load_theme


def painted(hue: int, *, dark: bool = False, radius: float = 0) -> QImage:
    """Return a cover painted on nothing."""
    image = QImage(280, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_cover(painter, QRectF(0, 0, 280, 96), hue, "leaf", dark, radius=radius)
    painter.end()
    return image


def test_the_hue_shows(look: QApplication) -> None:
    green, blue = painted(120).pixelColor(2, 90), painted(220).pixelColor(2, 90)
    assert green.green() > green.blue()
    assert blue.blue() > blue.green()
    assert painted(120, dark=True).pixelColor(2, 90).lightness() < green.lightness()


def test_only_the_upper_corners_are_round(look: QApplication) -> None:
    image = painted(120, radius=14)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(279, 0).alpha() == 0
    assert image.pixelColor(0, 95).alpha() == 255


def test_contrast_themes_get_a_plain_ground(look: QApplication) -> None:
    theme = load_theme("contrast-dark")
    style.apply(look, theme)
    assert painted(120, dark=True).pixelColor(2, 90) == theme.colour("surface")
