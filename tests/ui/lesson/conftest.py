"""Fixtures for tests of the lesson view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.content.opened import OpenCourse
from ecolearn.ui.lesson import picture_store
from ecolearn.ui.theme import fonts, style
from ecolearn.ui.theme.tokens import load_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application the light theme and take it away again."""
    fonts.load_all_fonts()
    style.apply(qapp, load_theme("light"), 1.0)
    yield qapp
    style.apply(qapp, load_theme("light"), 1.0)
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def fresh_store() -> Iterator[None]:
    """Give every test its own pictures, and end their thread."""
    yield
    if picture_store._store is not None:
        picture_store._store.close()
        picture_store._store = None


@pytest.fixture(scope="session")
def energy(courses: Path) -> OpenCourse:
    """Return the bundled course on energy."""
    return OpenCourse.load(courses / "home-energy")


@pytest.fixture
def blocks_of() -> Callable[[str], tuple[b.Block, ...]]:
    """Return Markdown as blocks."""
    return markdown.blocks
