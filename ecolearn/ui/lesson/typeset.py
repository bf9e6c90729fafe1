"""TeX to SVG through ziamath, with what was typeset before kept on disk. No Qt.

A drawing does not depend on size or colour: it is made once at 100 pixels, in a colour that is
replaced when it is painted, so a change of theme or zoom typesets nothing. ziamath (137 ms,
25 MB) is imported when a formula is met that is not in the cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import threading
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecolearn.content.chemistry import rewrite
from ecolearn.paths import cache_dir, resources_root

if TYPE_CHECKING:
    from collections.abc import Iterable

#: the height of type that drawings are made at, in pixels
REFERENCE_PX = 100
#: longest formula that is typeset, in characters
MAX_TEX = 1_500
#: the colour of a drawing, replaced when it is painted
INK = "#010203"
#: changes when the drawings would: part of the name of a cached file
_EDITION = "1"
_MAX_SVG = 2_000_000
_VIEW = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_lock = threading.RLock()


class BadFormula(Exception):
    """The TeX cannot be typeset."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula at `REFERENCE_PX`, its baseline at 0. Lengths in pixels."""

    svg: str
    left: float
    top: float
    width: float
    height: float


@lru_cache(maxsize=512)
def drawing(tex: str, display: bool) -> Drawing:
    """Return the drawing of a formula, from memory, disk or ziamath.

    Args:
        tex: TeX; chemistry as `\\ce{…}`.
        display: Whether it stands on lines of its own (bigger sums and fractions).

    Raises:
        BadFormula: It cannot be typeset.
    """
    path = _path(tex, display)
    svg = _read(path)
    if svg is None:
        svg = _typeset(tex, display)
        _write(path, svg)
    return _measured(svg)


def is_ready(tex: str, display: bool) -> bool:
    """Tell whether `drawing` would not have to typeset."""
    return _path(tex, display).exists()


def warm(formulas: Iterable[tuple[str, bool]]) -> None:
    """Typeset what is not in the cache yet; for a worker thread."""
    for tex, display in formulas:
        with contextlib.suppress(BadFormula):
            drawing(tex, display)


def _path(tex: str, display: bool) -> Path:
    words = f"{_EDITION}\0{int(display)}\0{tex}"
    name = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]
    return cache_dir() / "math" / f"{name}.svg"


def _read(path: Path) -> str | None:
    try:
        if path.stat().st_size > _MAX_SVG:
            return None
        svg = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return svg if svg.endswith("</svg>") and _VIEW.search(svg) else None


def _write(path: Path, svg: str) -> None:
    """Keep `svg`; a cache that cannot be written is no trouble."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(svg)
        os.replace(name, path)


def _measured(svg: str) -> Drawing:
    view = _VIEW.search(svg)
    if view is None:
        raise BadFormula("no size")
    left, top, width, height = (float(part) for part in view.groups())
    if not (0 < width < 100_000 and 0 < height < 100_000):
        raise BadFormula("no size")
    return Drawing(svg, left, top, width, height)


def _typeset(tex: str, display: bool) -> str:
    if not tex.strip() or len(tex) > MAX_TEX:
        raise BadFormula(tex[:80])
    with _lock:
        latex = _ziamath()
        try:
            svg = latex(rewrite(tex), size=REFERENCE_PX, color=INK, inline=not display).svg()
        except Exception as error:  # ziamath and latex2mathml raise whatever they meet
            raise BadFormula(tex[:80]) from error
    if len(svg) > _MAX_SVG:
        raise BadFormula(tex[:80])
    return str(svg).strip()


@lru_cache(maxsize=1)
def _ziamath() -> Any:
    """Import ziamath, set it up for QtSvg and our letters, and return its `Latex`."""
    with warnings.catch_warnings():
        # ziamath 0.13 opens its font by importlib.resources.path, deprecated since Python 3.11
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath import zmath
        from ziamath.config import config

        config.svg2 = False  # QtSvg draws scraps of SVG 2
        font = resources_root() / "fonts" / "EcoLearnMath-Regular.ttf"
        if font.is_file():
            config.math.mathfont = str(font)
        zmath.Latex("x", size=REFERENCE_PX).svg()
    return zmath.Latex
