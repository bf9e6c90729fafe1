"""Where resources, courses and user data live. Nothing here creates a folder unless it says so."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def data_root() -> Path:
    """Return the folder that holds `courses/` and `resources/`.

    An installed wheel carries both inside the package (`_data`); a checkout has them
    beside it; a frozen program beside the executable.
    """
    inside = _PACKAGE / "_data"
    if (inside / "resources").is_dir():
        return inside
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen and (Path(frozen) / "resources").is_dir():
        return Path(frozen)
    return _PACKAGE.parent


def resources_root() -> Path:
    """Return the folder of icons, fonts, themes and translations."""
    return data_root() / "resources"


def bundled_courses() -> Path:
    """Return the folder of the courses that come with the program (read-only)."""
    return data_root() / "courses"


def user_data() -> Path:
    """Return the folder of this user's data; it may not exist yet.

    `ECOLEARN_DATA` wins. Otherwise the *local* data folder, never the roaming one: a roaming
    profile copies an open database between PCs (RELIABILITY F9).
    """
    chosen = os.environ.get("ECOLEARN_DATA")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("EcoLearn", appauthor=False, roaming=False)


def cache_dir(data: Path | None = None) -> Path:
    """Return the folder for what can be made again (index, rasterised pictures, formulas)."""
    return (data or user_data()) / "cache"


def installed_courses(data: Path | None = None) -> Path:
    """Return the folder that `ecolearn install` unpacks courses into."""
    return (data or user_data()) / "packages"


def database(data: Path | None = None) -> Path:
    """Return the path of the learners' database."""
    return (data or user_data()) / "eco.db"
