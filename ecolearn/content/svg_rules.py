"""What a drawing may consist of (RELIABILITY 3.15). Everything else is refused or left out."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

#: bytes; elements after `use` is expanded; levels; path segments or points in one and in all
MAX_BYTES = 256 * 1024
MAX_ELEMENTS = 2_000
MAX_DEPTH = 16
MAX_SEGMENTS = 2_000
MAX_SEGMENTS_ALL = 20_000
#: functions in one `transform`, numbers in one list such as `stroke-dasharray`
MAX_LIST = 100

ELEMENTS = _words(
    """
    svg g defs title desc path rect circle ellipse line polyline polygon text tspan
    linearGradient radialGradient stop marker symbol use
    """
)
#: dropped with all that is in them: drawing programs add them, nothing is drawn by them
DROPPED_ELEMENTS = _words(
    """
    metadata
    """
)
SHAPES = frozenset(["path", "line", "polyline", "polygon"])
REFERRING = frozenset(["use", "linearGradient", "radialGradient"])

GEOMETRY = _words(
    """
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height points d viewBox
    preserveAspectRatio transform gradientTransform gradientUnits spreadMethod offset pathLength
    rotate textLength lengthAdjust refX refY markerWidth markerHeight markerUnits orient
    """
)
PROPERTIES = _words(
    """
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display
    visibility overflow stop-color stop-opacity font font-family font-size font-weight
    font-style font-variant text-anchor text-decoration letter-spacing word-spacing
    dominant-baseline alignment-baseline baseline-shift marker marker-start marker-mid
    marker-end vector-effect paint-order direction writing-mode shape-rendering text-rendering
    """
)
MARKERS = frozenset(["marker", "marker-start", "marker-mid", "marker-end"])
PAINT = frozenset(["fill", "stroke", *MARKERS])
#: these would change the picture if they were left out, and Qt or we cannot honour them
REFUSED_PROPERTIES = _words(
    """
    filter mask clip-path cursor behavior -moz-binding
    """
)

ID = re.compile(r"[^\s\"'()#<>&]{1,200}\Z")
OWN = re.compile(r"#([^\s\"'()#<>&]{1,200})\Z")
PAINT_REFERENCE = re.compile(
    r"url\(\s*['\"]?#([^\s\"'()#<>&]{1,200})['\"]?\s*\)"
    r"(?:\s+(?:#[0-9a-fA-F]{3,8}|[A-Za-z]{1,30}|rgba?\([\d.,%\s]{1,60}\)))?\Z"
)
#: geometry: numbers, units and keywords
GEOMETRY_VALUE = re.compile(r"[-+.,%\w\s]*\Z", re.A)
TRANSFORM = re.compile(
    r"(?:\s*,?\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+.,\seE\d]*\))*\s*\Z"
)
PATH_VALUE = re.compile(r"[-+.,\s\dMmZzLlHhVvCcSsQqTtAaEe]*\Z")
#: numbers that one segment of each kind takes
ARITY = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
