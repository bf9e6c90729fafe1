"""Whether the program's own files are all there: a virus scanner that takes one away is named
before something odd happens (F17)."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

_FONTS = (
    "EcoLearnMath-Regular",
    "Inter-Bold",
    "Inter-Italic",
    "Inter-Medium",
    "Inter-Regular",
    "Inter-SemiBold",
    "JetBrainsMono-Bold",
    "JetBrainsMono-Regular",
)
_THEMES = ("light", "dark", "contrast-light", "contrast-dark")
_LANGUAGES = ("en", "ru", "kk")
_MESSAGES = ("errors", "imports", "problems", "doctor")

#: what the window and the messages cannot do without, below `resources/`
NEEDED = (
    *(f"fonts/{name}.ttf" for name in _FONTS),
    *(f"themes/{name}.toml" for name in _THEMES),
    "themes/app.qss",
    "icons/app.svg",
    *(f"messages/{name}.{language}.toml" for name in _MESSAGES for language in _LANGUAGES),
    *(f"translations/ecolearn_{language}.qm" for language in _LANGUAGES),
)


def missing_files(resources: Path) -> list[str]:
    """Return the files that are not there or empty, by their path in the program."""
    missing = [f"resources/{name}" for name in NEEDED if not _is_there(resources / name)]
    return missing + _missing_from_wheel()


def _is_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _missing_from_wheel() -> list[str]:
    """Return what an installation lists and does not have; a checkout lists nothing."""
    try:
        listed = importlib.metadata.files("ecolearn") or []
    except importlib.metadata.PackageNotFoundError:
        return []
    return [
        str(one)
        for one in listed
        if one.size and not str(one).startswith("..") and not Path(str(one.locate())).exists()
    ]
