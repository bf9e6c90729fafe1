"""What a picture file is and how large, from its first bytes, without decoding it.

A picture of 182 kB can take 244 MB when decoded, so sizes are looked at first (RELIABILITY 3.15).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

#: pixels a side, and in all
MAX_SIDE = 8_192
MAX_PIXELS = 40_000_000
#: bytes that are looked at; a JPEG's size may stand behind a long preview
_HEAD = 512 * 1024

#: kind → endings that say the same
ENDINGS = {
    "png": ("png",),
    "jpeg": ("jpg", "jpeg"),
    "webp": ("webp",),
    "gif": ("gif",),
    "svg": ("svg",),
}


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """`kind` is a key of `ENDINGS` or "" if it is none of these; sizes in pixels, 0 = unknown
    (always for SVG). `fault` is "" or a code of `content.codes` (V010–V012)."""

    kind: str
    width: int = 0
    height: int = 0
    fault: str = ""

    @property
    def pixels(self) -> int:
        """Return how many pixels a decoded picture has."""
        return self.width * self.height


def image_info(path: Path) -> ImageInfo:
    """Return what the file at `path` is. Raises `OSError` if it cannot be read."""
    with path.open("rb") as file:
        return sniff(file.read(_HEAD), path.suffix)


def sniff(head: bytes, ending: str = "") -> ImageInfo:
    """Return what a file is that begins with `head`; `ending` (`.png`) is compared with it."""
    kind = _kind(head)
    if not kind:
        return ImageInfo("", fault="V011")
    if kind == "svg":
        width = height = 0
    else:
        size = _SIZES[kind](head)
        if size is None or min(size) <= 0:
            return ImageInfo(kind, fault="V011")
        width, height = size
        if max(size) > MAX_SIDE or width * height > MAX_PIXELS:
            return ImageInfo(kind, width, height, "V012")
    given = ending.lower().lstrip(".")
    fault = "V010" if given and given not in ENDINGS[kind] else ""
    return ImageInfo(kind, width, height, fault)


def _kind(head: bytes) -> str:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    start = head[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") and (b"<svg" in head[:65_536] or b":svg" in head[:65_536]):
        return "svg"
    return ""


def _png(head: bytes) -> tuple[int, int] | None:
    """PNG specification (3rd edition) 11.2.2: IHDR comes first."""
    if len(head) < 24 or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _gif(head: bytes) -> tuple[int, int] | None:
    """GIF89a, section 18: the logical screen, at least as large as every frame shown."""
    if len(head) < 10:
        return None
    width, height = struct.unpack("<HH", head[6:10])
    return width, height


def _webp(head: bytes) -> tuple[int, int] | None:
    """RFC 9649: the three kinds of a first chunk."""
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L" and len(head) >= 25 and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and len(head) >= 30 and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    """ITU-T T.81, B.2.2: walk over the segments to the frame header."""
    at = 2
    while at + 9 <= len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:  # stand alone
            at += 2
            continue
        if marker in (0xD9, 0xDA):  # the picture begins, or ends, before its size was said
            return None
        length = int.from_bytes(head[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        if length < 2:
            return None
        at += 2 + length
    return None


_SIZES = {"png": _png, "gif": _gif, "webp": _webp, "jpeg": _jpeg}
