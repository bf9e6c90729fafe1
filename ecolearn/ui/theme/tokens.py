"""Colours by role, and the sizes of the visual language; values of colours live in TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor

from ecolearn.paths import resources_root

THEME_NAMES: Final = ("light", "dark", "contrast-light", "contrast-dark")


class Space:
    """Distances, in pixels at scale 1."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius:
    """Corner radii, in pixels at scale 1."""

    SMALL = 6
    CHIP = 9
    CONTROL = 10
    CARD = 14


class FontSize:
    """Heights of type, in pixels at scale 1."""

    NAVIGATION = 12
    MUTED = 13
    BODY = 15
    H3 = 18
    H2 = 22
    H1 = 28


class Weight:
    """Weights of type, as in `QFont.Weight`."""

    BODY = 400
    NAVIGATION = 500
    STRONG = 600
    H1 = 700


LINE_HEIGHT_PERCENT: Final = 145
"""Height of a line of prose, in percent of the font's own."""

TARGET_PX: Final = 40
"""Least height and width of anything to click, in pixels at scale 1."""

OPTION_ROW_PX: Final = 48
"""Least height of an answer row, in pixels at scale 1."""

RAIL_PX: Final = 96
"""Width of the navigation rail, in pixels at scale 1."""

COLUMN_PX: Final = 720
"""Greatest width of a column of text, in pixels at scale 1."""

TONES: Final = {
    "note": "info",
    "info": "info",
    "tip": "ok",
    "ok": "ok",
    "warning": "warn",
    "danger": "danger",
}
"""Role of the colour of each tone; its ground is that role plus `_soft`."""


@dataclass(frozen=True)
class Theme:
    """One set of colours."""

    name: str
    """One of THEME_NAMES."""
    dark: bool
    contrast: bool
    """Whether this is a high contrast set."""
    border_px: int
    """Width of borders, in pixels at scale 1."""
    colours: Mapping[str, str]
    """`#RRGGBB` by role."""

    def hex(self, role: str) -> str:
        """Return the colour of `role` as `#RRGGBB`; raise `KeyError` for an unknown role."""
        return self.colours[role]

    def colour(self, role: str) -> QColor:
        """Return the colour of `role`; raise `KeyError` for an unknown role."""
        return QColor(self.colours[role])


@lru_cache(maxsize=8)
def load_theme(name: str) -> Theme:
    """Read a theme of THEME_NAMES from `resources/themes/`; raise `ValueError` for others."""
    if name not in THEME_NAMES:
        raise ValueError(f"no theme called {name!r}")
    path = resources_root() / "themes" / f"{name}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Theme(
        name=name,
        dark=data["dark"],
        contrast=data["contrast"],
        border_px=data["border_px"],
        colours=data["colours"],
    )
