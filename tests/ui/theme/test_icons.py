"""Icons parse, follow the theme, and are sharp."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ecolearn.paths import data_root, resources_root
from ecolearn.ui.theme import icons, style
from ecolearn.ui.theme.tokens import load_theme

NAMES = sorted(path.stem for path in (resources_root() / "icons").glob("*.svg"))


def colours(image: QImage) -> set[str]:
    """Return the opaque colours of a picture."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name().upper())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_parses(qapp: QApplication, name: str) -> None:
    source = (resources_root() / "icons" / f"{name}.svg").read_text("utf-8")
    assert QSvgRenderer(source.encode()).isValid()
    if name != "app":
        assert "currentColor" in source
        assert "<script" not in source


def test_every_icon_named_in_the_code_is_bundled() -> None:
    """Looks at literal first arguments of the functions that take the name of an icon."""
    takers = {"icon", "pixmap", "set_icon", "set_button_icon", "IconLabel", "RailButton"}
    takers |= {"EmptyState", "Avatar"}
    missing = []
    for path in (data_root() / "ecolearn" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name not in takers or not node.args:
                continue
            argument = node.args[1 if name == "set_button_icon" and len(node.args) > 1 else 0]
            value = getattr(argument, "value", None)
            if isinstance(value, str) and value not in NAMES:
                missing.append(f"{path.name}:{node.lineno} {value}")
    assert missing == []


def test_an_icon_follows_the_theme_and_the_state(look: QApplication) -> None:
    icon = icons.icon("square", "muted", on_role="primary_text")
    for name in ("light", "dark"):
        theme = load_theme(name)
        style.apply(look, theme)
        size = QSize(48, 48)
        plain = icon.pixmap(size).toImage()
        on = icon.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()
        off = icon.pixmap(size, QIcon.Mode.Disabled, QIcon.State.Off).toImage()
        assert colours(plain) == {theme.hex("muted")}
        assert colours(on) == {theme.hex("primary_text")}
        assert colours(off) == {theme.hex("border_strong")}


def test_an_icon_is_drawn_in_device_pixels(look: QApplication) -> None:
    pixmap = icons.icon("leaf").pixmap(QSize(20, 20), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0
    own = icons.pixmap("leaf", 20, "primary", 1.5)
    assert own.size() == QSize(30, 30)


def test_an_unknown_icon_is_refused(look: QApplication) -> None:
    assert icons.exists("leaf")
    assert not icons.exists("no-such-icon")
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_icons_outlive_copies_and_collection(look: QApplication, qtbot: QtBot) -> None:
    import gc

    for _ in range(50):
        button = QPushButton("x")
        qtbot.addWidget(button)
        style.set_kind(button, "primary")
        icons.set_button_icon(button, "arrow-right", trailing=True)
        copy = QIcon(button.icon())
        copy.addPixmap(icons.pixmap("leaf", 16))
        gc.collect(0)
        button.grab()
        copy.pixmap(16)


def test_the_application_icon_is_bundled(look: QApplication) -> None:
    assert not icons.app_icon().isNull()
    assert QImage(str(resources_root() / "icons" / "app.png")).size() == QSize(256, 256)


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (resources_root() / "icons" / "LICENSE-Lucide.txt").read_text("utf-8")
