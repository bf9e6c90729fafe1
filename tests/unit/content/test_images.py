"""Pictures by their first bytes: what they are, how large, and what they only pretend to be."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.content.images import ENDINGS, MAX_SIDE, ImageInfo, image_info, sniff


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9 + before + frame


def webp(kind: bytes, width: int, height: int) -> bytes:
    body = {
        b"VP8X": b"\0\0\0\0"
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little"),
        b"VP8L": b"\x2f" + (width - 1 | (height - 1) << 14).to_bytes(4, "little"),
        b"VP8 ": b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height),
    }[kind]
    return b"RIFF" + b"\0\0\0\0" + b"WEBP" + kind + struct.pack("<I", len(body)) + body + b"\0" * 8


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(640, 480), "png"),
        (gif(640, 480), "gif"),
        (jpeg(640, 480), "jpeg"),
        (jpeg(640, 480, b"\xff\xe1" + struct.pack(">H", 60_002) + b"\xff" * 60_000), "jpeg"),
        (jpeg(640, 480, b"\xff\xff\xfe\0\2"), "jpeg"),
        (webp(b"VP8X", 640, 480), "webp"),
        (webp(b"VP8L", 640, 480), "webp"),
        (webp(b"VP8 ", 640, 480), "webp"),
    ],
)
def test_sizes(data: bytes, kind: str) -> None:
    assert sniff(data, f".{ENDINGS[kind][0].upper()}") == ImageInfo(kind, 640, 480)


def test_another_ending() -> None:
    assert sniff(png(1, 1), ".jpg") == ImageInfo("png", 1, 1, "V010")
    assert sniff(b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".png").fault == "V010"


@pytest.mark.parametrize(
    ("width", "height"), [(MAX_SIDE + 1, 1), (1, MAX_SIDE + 1), (8_000, 8_000), (2**31, 2**31)]
)
def test_too_large(width: int, height: int) -> None:
    assert sniff(png(width, height), ".png").fault == "V012"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\0",
        b"<html><body></body></html>",
        png(0, 5),
        png(5, 5)[:20],
        gif(5, 5)[:9],
        jpeg(5, 5)[:25],
        b"\xff\xd8\xff\xda\0\2",
        b"\xff\xd8\xff\xe0\0\0" * 9,
        webp(b"VP8X", 5, 5)[:20],
        b"RIFF\0\0\0\0WEBPXXXX" + b"\0" * 30,
        b"\x1f\x8b\x08\0",
    ],
)
def test_not_pictures(data: bytes) -> None:
    assert sniff(data).fault == "V011"


def test_pictures_that_come_with_the_program(courses: Path) -> None:
    for path in courses.glob("*/media/*"):
        assert not image_info(path).fault, path


@given(st.sampled_from([png, gif, jpeg]), st.binary(max_size=40), st.integers(0, 60))
def test_damaged_files_do_not_raise(make: object, junk: bytes, at: int) -> None:
    data = make(300, 200)  # type: ignore[operator]
    sniff(data[:at] + junk + data[at:], ".png")
