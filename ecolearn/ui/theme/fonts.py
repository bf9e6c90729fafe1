"""Loading the bundled fonts. No system font is ever asked for by name."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from ecolearn.paths import resources_root

UI_FAMILY: Final = "Inter"
CODE_FAMILY: Final = "JetBrains Mono"

_FIRST = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_LATER = ("Inter-Italic.ttf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf")

_loaded: set[str] = set()


def _load(names: tuple[str, ...]) -> None:
    folder = resources_root() / "fonts"
    for name in names:
        if name in _loaded:
            continue
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(folder / name)
        _loaded.add(name)


def load_fonts() -> None:
    """Load the four upright Inter weights, all that the first window needs.

    Raises:
        FileNotFoundError: a font is missing or unreadable.
    """
    _load(_FIRST)


def load_all_fonts() -> None:
    """Load every bundled text font: also Inter Italic and JetBrains Mono, for lessons.

    Calling it again costs nothing.

    Raises:
        FileNotFoundError: a font is missing or unreadable.
    """
    _load(_FIRST + _LATER)


def math_font_path() -> str:
    """Return the file of the formula font, for `ziamath.config.math.mathfont`."""
    return str(resources_root() / "fonts" / "EcoLearnMath-Regular.ttf")


def ui_font(pixels: int, weight: int = 400) -> QFont:
    """Return Inter of this height in pixels (already scaled) and weight (400 to 700)."""
    font = QFont(UI_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def code_font(pixels: int) -> QFont:
    """Return JetBrains Mono of this height in pixels; Inter fills in what it lacks (₸)."""
    load_all_fonts()
    font = QFont([CODE_FAMILY, UI_FAMILY])
    font.setPixelSize(pixels)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
