"""Icons by name and colour role: sharp at any scale, and following the theme by themselves.

An icon looks its colour up when it is painted, so a change of theme needs no new icons.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton

from ecolearn.paths import resources_root
from ecolearn.ui.theme import style

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_CACHE_LIMIT = 400
_GAP_SHARE = 4 / 22
_pixmaps: dict[tuple[str, int, int, str, float, str], QPixmap] = {}


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """Return the SVG text of an icon; raise `FileNotFoundError` for an unknown name."""
    return (resources_root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is drawn: start time

    svg = _source(name).replace("currentColor", colour)
    return QSvgRenderer(svg.encode())


def exists(name: str) -> bool:
    """Return whether an icon of this name is bundled."""
    return (resources_root() / "icons" / f"{name}.svg").is_file()


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint an icon into `rect` (logical pixels) in one colour, its alpha included."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name()).render(painter, rect)
    painter.restore()


def _draw(name: str, size: QSize, colour: QColor, dpr: float, gap: str = "") -> QPixmap:
    """Return the icon of `size` device pixels, from the cache when it was drawn before.

    With `gap` (`left` or `right`) that side of the square, and a little above and below, stays
    empty: Qt sets icon and text of a button too close together.
    """
    key = (name, size.width(), size.height(), colour.name(), dpr, gap)
    found = _pixmaps.get(key)
    if found is not None:
        return found
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    if not size.isEmpty():
        side = min(size.width(), size.height())
        left, top = (size.width() - side) / 2, (size.height() - side) / 2
        place = QRectF(left, top, side, side)
        if gap:
            empty = side * _GAP_SHARE
            place = QRectF(0, empty / 2, side - empty, side - empty)
            if gap == "left":
                place.moveLeft(empty)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, name, place, colour)
        painter.end()
    pixmap.setDevicePixelRatio(dpr)
    if len(_pixmaps) >= _CACHE_LIMIT:
        _pixmaps.clear()
    _pixmaps[key] = pixmap
    return pixmap


def pixmap(name: str, size: int, role: str = "text", dpr: float = 1.0) -> QPixmap:
    """Return an icon as a square pixmap.

    Args:
        name: Name of the icon, as its file in `resources/icons/`.
        size: Side in logical pixels, already scaled.
        role: Role of its colour in the current theme.
        dpr: Device pixels per logical pixel.
    """
    side = round(size * dpr)
    return _draw(name, QSize(side, side), style.current().colour(role), dpr)


class _ThemedEngine(QIconEngine):
    """Draws one icon in the current theme's colours, one colour per state."""

    def __init__(
        self,
        name: str,
        role: str,
        on_role: str,
        selected_role: str,
        disabled_role: str,
        gap: str = "",
    ) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._on_role = on_role
        self._selected_role = selected_role
        self._disabled_role = disabled_role
        self._gap = gap

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            role = self._disabled_role
        elif mode == QIcon.Mode.Selected:
            role = self._selected_role
        else:
            role = self._on_role if state == QIcon.State.On else self._role
        return style.current().colour(role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        dpr = device.devicePixelRatio() if device is not None else 1.0
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, dpr))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _draw(self._name, size, self._colour(mode, state), 1.0, self._gap)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # Qt 6.11 gives logical pixels here, whatever its documentation says.
        return _draw(self._name, size * scale, self._colour(mode, state), scale, self._gap)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def key(self) -> str:
        return "ecolearn"

    def iconName(self) -> str:
        return self._name

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        copy = _ThemedEngine(
            self._name,
            self._role,
            self._on_role,
            self._selected_role,
            self._disabled_role,
            self._gap,
        )
        _clones.append(copy)
        return copy


# Qt owns a clone, but without a Python reference its methods would be gone. Clones are rare:
# Qt makes one only when an icon is changed after it was copied.
_clones: list[QIconEngine] = []


@lru_cache(maxsize=512)
def icon(
    name: str,
    role: str = "text",
    *,
    on_role: str | None = None,
    selected_role: str | None = None,
    disabled_role: str = "border_strong",
) -> QIcon:
    """Return an icon that follows the theme.

    Args:
        name: Name of the icon, as its file in `resources/icons/`.
        role: Role of its colour.
        on_role: Role while its button is checked; `role` when left out.
        selected_role: Role in a selected row; `role` when left out.
        disabled_role: Role while disabled.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    _source(name)
    return QIcon(_ThemedEngine(name, role, on_role or role, selected_role or role, disabled_role))


_KIND_ROLES = {"primary": "on_primary", "danger": "on_danger", "ghost": "primary_text"}


def set_button_icon(
    button: QPushButton, name: str, *, role: str | None = None, trailing: bool = False
) -> None:
    """Give a push button an icon of 18 px, 8 px from its text. Set its kind first.

    Args:
        button: The button.
        name: Name of the icon.
        role: Role of its colour; by default the colour of the text of the button's kind.
        trailing: Whether the icon follows the text, as an arrow to the next page does.
    """
    if role is None:
        role = _KIND_ROLES.get(str(button.property("kind")), "text")
    _source(name)
    gap = "left" if trailing else "right"
    engine = _ThemedEngine(name, role, role, role, "border_strong", gap)
    button.setIcon(QIcon(engine))
    if trailing:
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setProperty("spaced", True)
    style.repolish(button)


def app_icon() -> QIcon:
    """Return the icon of the program itself, for windows and the task bar."""
    return QIcon(str(resources_root() / "icons" / "app.png"))


__all__ = ["app_icon", "exists", "icon", "paint_icon", "pixmap", "set_button_icon"]
