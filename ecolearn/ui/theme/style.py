"""Applying a theme to the whole application, and the roles a widget can be given.

The theme and scale in force are process-wide, as `QApplication`'s own palette and font are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ecolearn.paths import resources_root
from ecolearn.ui.theme.fonts import ui_font
from ecolearn.ui.theme.tokens import FontSize, Theme, load_theme

CHOICES = ("system", "light", "dark", "contrast-light", "contrast-dark")
"""What a learner can choose."""


class Notifier(QObject):
    """Tells painted things that the look has changed.

    Signals:
        changed: A theme or scale was applied; `current()` and `scale()` are the new ones.
    """

    changed = Signal()


notifier = Notifier()

_theme: Theme | None = None
_scale: float = 1.0


def current() -> Theme:
    """Return the theme in force; the light one before any was applied."""
    return _theme if _theme is not None else load_theme("light")


def scale() -> float:
    """Return the zoom in force, 1.0 being the normal size."""
    return _scale


def px(pixels: float) -> int:
    """Return a size of the design in pixels at the zoom in force."""
    return round(pixels * _scale)


def font(pixels: float = FontSize.BODY, weight: int = 400) -> QFont:
    """Return Inter at a size of the design, zoomed."""
    return ui_font(px(pixels), weight)


def border_px(theme: Theme, zoom: float) -> int:
    """Return the width of a border, in pixels: contrast themes have thicker ones."""
    return max(1, round(theme.border_px * max(1.0, zoom * 0.75)))


_PLACEHOLDER = re.compile(r"@([a-z][\w-]*)(?::([a-z0-9.-]+))?@")


@lru_cache(maxsize=1)
def _template() -> str:
    text = (resources_root() / "themes" / "app.qss").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", text)  # less for Qt to read


def stylesheet(theme: Theme, zoom: float) -> str:
    """Return the style sheet for a theme and zoom.

    The template's placeholders:

    * `@role@` a colour, `@icon:check@` a picture of this theme;
    * `@px:15@` a zoomed size, `@half:18@` half of one, rounded down: Qt drops a radius that is
      larger than half the height; `@border@` after a property's name the width of a border;
    * `@inner:9@` a padding such that border and padding together are 9;
    * `@content:40@` the height of what is inside two borders when the whole is 40 high;
    * `@ring@` the width of a focus border; `@ringed:12@` and `@ringed-content:40@` the padding
      and height that go with it (the outer size stays the same), `@thin-content:40@` the height
      inside borders of one pixel;
    * what follows `@contrast@` is for contrast themes alone;
    * `@round:18@` the radius that makes an 18 px indicator a circle, `@dot:18@` the size of its
      hole when it is chosen, `@hole:18@` what is left of 18 px inside two focus borders.

    Raises:
        KeyError: The template names an unknown role.
    """
    border = border_px(theme, zoom)
    ring = max(border, 2)
    around = {"content": border, "ringed-content": ring, "thin-content": 1}
    folder = (resources_root() / "themes" / theme.name).as_posix()

    def value(match: re.Match[str]) -> str:
        word, argument = match.group(1), match.group(2)
        if argument is None:
            if word == "ring":
                return f"{ring}px"
            return theme.colours[word]
        if word == "icon":
            return f'url("{folder}/{argument}.svg")'
        size = float(argument) * zoom
        if word == "inner":
            size -= border
        elif word == "ringed":
            size -= ring
        elif word in around:
            size = round(size) - 2 * around[word]
        elif word == "half":
            return f"{round(size) // 2}px"
        elif word == "hole":
            size = round(size) - 2 * ring
        elif word == "round":
            return f"{(round(size) + 4) // 2}px"
        elif word == "dot":
            size = round(size) + 4 - 2 * round(6 * zoom)
        elif word != "px":
            raise KeyError(match.group(0))
        return f"{max(0, round(size))}px"

    general, _mark, contrast = _template().partition("@contrast@")
    text = general + contrast if theme.contrast else general
    text = text.replace("@border@ solid", f"{border}px solid")
    return _PLACEHOLDER.sub(value, text)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; documents and item views read it, not the style sheet."""
    result = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "bg"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "on_primary"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "surface"),
        (role.PlaceholderText, "muted"),
        (role.Link, "info"),
        (role.LinkVisited, "info"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Accent, "primary"),
        (role.Light, "surface"),
        (role.Midlight, "border"),
        (role.Mid, "border"),
        (role.Dark, "border_strong"),
        (role.Shadow, "border_strong"),
    ):
        result.setColor(where, theme.colour(name))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, where, theme.colour("border_strong"))
    return result


def apply(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole application this theme and zoom, then emit `notifier.changed`.

    Args:
        app: The application.
        theme: The colours.
        scale: Zoom, 1.0 being the normal size.
    """
    global _theme, _scale
    _theme, _scale = theme, scale
    if app.style().name().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(ui_font(px(FontSize.BODY)))
    app.setStyleSheet(stylesheet(theme, scale))
    from ecolearn.ui.theme import focus  # it needs this module in turn

    focus.install(app)
    notifier.changed.emit()


def resolve(choice: str) -> str:
    """Return the name of the theme for a learner's choice, asking the system for `system`.

    The system's wish for contrast selects a contrast set; an unknown colour scheme means light.

    Raises:
        ValueError: `choice` is none of CHOICES.
    """
    if choice not in CHOICES:
        raise ValueError(f"no theme choice called {choice!r}")
    if choice != "system":
        return choice
    hints = QApplication.styleHints()
    name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return f"contrast-{name}"
    return name


def repolish(widget: QWidget) -> None:
    """Make the style sheet look at a widget's properties again."""
    own = widget.style()
    own.unpolish(widget)
    own.polish(widget)
    widget.update()


def _set(widget: QWidget, name: str, value: str | None) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if _theme is not None:
            repolish(widget)


def set_role(widget: QWidget, role: str | None) -> None:
    """Set the text role: `h1`, `h2`, `h3`, `muted`, `chip`, `nav`, `strong` or `mono`."""
    _set(widget, "role", role)


def set_kind(widget: QWidget, kind: str | None) -> None:
    """Set the kind of a button: `primary`, `ghost`, `danger`, or None for the default one."""
    _set(widget, "kind", kind)


def set_state(widget: QWidget, state: str | None) -> None:
    """Set the state: `chosen`, `right`, `wrong`, `error`, or None."""
    _set(widget, "state", state)


def set_tone(widget: QWidget, tone: str | None) -> None:
    """Set the tone: `note`, `info`, `tip`, `ok`, `warning`, `danger`, or None."""
    _set(widget, "tone", tone)


def set_surface(widget: QWidget, surface: str | None) -> None:
    """Set the ground of a frame: `page`, `surface`, `sunken`, `card`, `rail` or `bar`."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, surface is not None)
    _set(widget, "surface", surface)
