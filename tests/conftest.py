"""Set the stage before Qt is imported: no screen, one pixel a pixel, our own data folder."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["ECOLEARN_LANGUAGE"] = "en"
os.environ.pop("ECOLEARN_DATA", None)

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_data_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Keep every test away from the data of whoever runs it."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("ECOLEARN_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def courses(repository: Path) -> Path:
    """Return the folder of the bundled courses."""
    return repository / "courses"
