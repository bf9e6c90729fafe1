"""The colours of every theme can be told apart and read."""

from __future__ import annotations

import re

import pytest

from ecolearn.ui.theme.tokens import THEME_NAMES, Theme, load_theme

GROUNDS = ("bg", "surface", "sunken")
SOFT = ("primary_soft", "info_soft", "warn_soft", "danger_soft", "ok_soft")

TEXT_PAIRS = [
    *[(text, ground) for text in ("text", "muted", "primary_text") for ground in GROUNDS],
    *[("text", ground) for ground in (*SOFT, "selection", "code_bg")],
    *[(tone, ground) for tone in ("info", "warn", "danger", "ok") for ground in ("bg", "surface")],
    ("primary_text", "primary_soft"),
    ("info", "info_soft"),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
    ("ok", "ok_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_primary", "primary_press"),
    ("on_danger", "danger"),
    *[(f"code_{part}", "code_bg") for part in ("keyword", "string", "number", "comment")],
    ("surface", "text"),  # tooltips
]
CHART = tuple(f"chart_{number}" for number in range(1, 7))
MARKS = [
    *[(mark, ground) for mark in ("border_strong", "primary", "focus") for ground in GROUNDS],
    *[(part, ground) for part in CHART for ground in ("bg", "surface")],
    *zip(CHART, (*CHART[1:], CHART[0]), strict=True),  # a part and the one beside it
]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(theme: Theme, one: str, two: str) -> float:
    """Return the contrast ratio of two roles, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(theme.hex(one)), luminance(theme.hex(two))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_can_be_read(name: str) -> None:
    theme = load_theme(name)
    least = 7.0 if theme.contrast else 4.5
    faint = {
        pair: round(ratio(theme, *pair), 2) for pair in TEXT_PAIRS if ratio(theme, *pair) < least
    }
    assert not faint


@pytest.mark.parametrize("name", THEME_NAMES)
def test_marks_can_be_seen(name: str) -> None:
    theme = load_theme(name)
    faint = {pair: round(ratio(theme, *pair), 2) for pair in MARKS if ratio(theme, *pair) < 3.0}
    assert not faint


@pytest.mark.parametrize("name", THEME_NAMES)
def test_figures_upon_parts_of_charts_can_be_read(name: str) -> None:
    theme = load_theme(name)
    for number, part in enumerate(CHART):
        assert ratio(theme, ("on_chart_odd", "on_chart_even")[number % 2], part) >= 4.5


def test_all_themes_have_the_same_roles() -> None:
    roles = {name: set(load_theme(name).colours) for name in THEME_NAMES}
    assert all(found == roles["light"] for found in roles.values())
    for name in THEME_NAMES:
        for colour in load_theme(name).colours.values():
            assert re.fullmatch(r"#[0-9A-F]{6}", colour)


def test_the_flags_fit_the_names() -> None:
    for name in THEME_NAMES:
        theme = load_theme(name)
        assert theme.dark == name.endswith("dark")
        assert theme.contrast == name.startswith("contrast")
        assert theme.dark == (luminance(theme.hex("bg")) < 0.5)


def test_an_unknown_theme_or_role_is_refused() -> None:
    with pytest.raises(ValueError, match="mauve"):
        load_theme("mauve")
    with pytest.raises(KeyError):
        load_theme("light").colour("mauve")
