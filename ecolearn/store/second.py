"""The second place for copies, if somebody chose one: a stick, another disk, a share.

`ECOLEARN_BACKUP` wins (what the school decides), then `backup_folder` in `preferences.json`. Each
PC and data folder has a folder of its own there, so that forty PCs can share one place.
"""

from __future__ import annotations

import json
import os
import platform
import re
from pathlib import Path

from ecolearn import paths
from ecolearn.store.incarnation import place_of

_LARGEST = 1_000_000  # bytes


def chosen_folder(folder: Path) -> Path | None:
    """Return the place that was chosen for the data folder `folder`; None if none was."""
    text = os.environ.get("ECOLEARN_BACKUP", "") or _preferred(folder)
    if not text:
        return None
    place = Path(text).expanduser()
    return place if place.is_absolute() else None


def is_decided_by_school() -> bool:
    """Tell whether the place cannot be changed in the window."""
    return bool(os.environ.get("ECOLEARN_BACKUP", ""))


def second_folder(folder: Path) -> Path | None:
    """Return this PC's own folder at the second place."""
    place = chosen_folder(folder)
    if place is None:
        return None
    pc = re.sub(r"[^\w.-]", "_", platform.node())[:40] or "pc"
    return place / f"EcoLearn-{pc}-{place_of(paths.database(folder)).hex()[:8]}"


def _preferred(folder: Path) -> str:
    path = folder / "preferences.json"
    try:
        if path.stat().st_size >= _LARGEST:
            return ""
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    value = found.get("backup_folder", "") if isinstance(found, dict) else ""
    return value if isinstance(value, str) else ""
