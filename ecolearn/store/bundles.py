"""Progress bundles (`*.ecoprogress`): events in a file that a stick or a shared folder carries.

    "EL1\\n" | length of the header (4 bytes, big-endian) | SHA-256 of the header | header | body

The header is JSON, the body gzip over JSON lines, one event a line in the order (incarnation,
number, id). The file is named by the hash of its body, so the same events make the same name
(RELIABILITY 3.9). A bundle holds facts only: no score and no view is ever taken from one (C2).
This module knows the format; `store.merge` what becomes of the events, `store.carrying` the files.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ecolearn import __version__
from ecolearn.errors import EcoLearnError, path_fact
from ecolearn.store.events import BODY_MAX, read_body
from ecolearn.store.tables import SCHEMA

SUFFIX = ".ecoprogress"
MAGIC = b"EL1\n"
FORMAT = 1

#: a part is closed when it has so many events, or so many bytes of text
PART_EVENTS = 50_000
PART_BYTES = 32 * 1024 * 1024
#: what is read at most: bytes of the file, of the header, of the text; lines; bytes of a line
FILE_MAX = 64 * 1024 * 1024
HEADER_MAX = 4 * 1024 * 1024
TEXT_MAX = 96 * 1024 * 1024
LINES_MAX = 100_000
LINE_MAX = 2 * BODY_MAX + 4096
#: text ÷ file from 1 MB of text on; real bundles stay below 10
RATIO_MAX = 100
_RATIO_FROM = 1024 * 1024
#: no logical time is larger: a hostile one would leave no room for the next
LAMPORT_MAX = 1 << 53
_START = struct.Struct(">4sI32s")
_CHUNK = 256 * 1024


#: `Raw | None` cannot be declared; no body is `null`, since bodies are objects
_ABSENT = msgspec.Raw(b"null")


class BundleProblem(EcoLearnError):
    """A bundle cannot be written or read. Facts: `path`, `reason`; the sentences are in
    `resources/messages/bundles.*.toml`, one for each reason."""

    code = "bundle-problem"

    def __init__(self, path: Path | str, reason: str, **more: object) -> None:
        super().__init__(path=path_fact(path), reason=reason, **more)
        self.reason = reason


class Line(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An event as a line of the body. `inc` is a place in the header's list. Bytes are base64;
    `body` is the JSON itself, or null: erased, or no JSON (then `odd` has its bytes)."""

    inc: int
    id: bytes
    seq: int
    lamport: int
    learner: bytes | None
    attempt: bytes | None
    kind: str
    item: str | None
    pkg_hash: bytes | None
    wall_ms: int
    tz_min: int
    mono_ms: int
    boot: bytes
    flags: int
    commit_h: bytes
    prev_h: bytes
    h: bytes
    mac: bytes
    salt: bytes | None = None
    body: msgspec.Raw = _ABSENT
    odd: bytes | None = None


class Span(msgspec.Struct, frozen=True):
    """What a bundle has of an incarnation: numbers `first` to `last`, and the chain's head there
    (hex). `inc` is hex."""

    inc: str
    first: int
    last: int
    count: int
    head: str


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of itself. No names: those travel as profile events only.

    `made_by` is the incarnation (hex) that made it. `sealed` and `signature` are room for the
    teacher's key and the device's signature; both are empty in format 1 as written today.
    """

    format: int
    schema: int
    program: str
    school: str
    made_ms: int
    made_by: str
    count: int
    incarnations: tuple[Span, ...]
    body_sha256: str
    body_bytes: int
    text_bytes: int
    sealed: str = ""
    signature: str = ""


class _Version(msgspec.Struct, frozen=True):
    format: int
    schema: int
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that has been read whole and is what was written."""

    path: Path
    header: Header
    #: the incarnations in the order `Line.inc` counts them
    incs: tuple[bytes, ...]
    lines: list[Line]


_encoder = msgspec.json.Encoder()
_header_decoder = msgspec.json.Decoder(Header)
_version_decoder = msgspec.json.Decoder(_Version)
_line_decoder = msgspec.json.Decoder(Line)

# ── writing ───────────────────────────────────────────────────────────────────────────────────

COLUMNS = (
    "e.inc, e.id, e.seq, e.lamport, e.learner, e.attempt, e.kind, e.item, e.pkg_hash, e.wall_ms, "
    "e.tz_min, e.mono_ms, e.boot, e.flags, e.commit_h, e.prev_h, e.h, e.mac, p.salt, p.body"
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle in memory, ready to be written under `name`."""

    name: str
    data: bytes
    header: Header


class Packer:
    """Takes rows of `COLUMNS`, ordered by (inc, seq, id), until a part is full."""

    def __init__(self) -> None:
        self._gzip = zlib.compressobj(6, zlib.DEFLATED, 31)  # with gzip's header, without a time
        self._pieces: list[bytes] = []
        self._buffer = bytearray()
        self._text_bytes = 0
        self._spans: list[list[Any]] = []
        self.count = 0

    @property
    def full(self) -> bool:
        """Tell whether the part should be closed."""
        return self.count >= PART_EVENTS or self._text_bytes >= PART_BYTES

    def add(self, row: Sequence[Any]) -> None:
        """Add an event."""
        inc, seq = row[0], row[2]
        if not self._spans or self._spans[-1][0] != inc:
            self._spans.append([inc, seq, seq, 0, b""])
        span = self._spans[-1]
        span[2], span[3], span[4] = seq, span[3] + 1, row[16]
        salt, raw = row[18], row[19]
        body, odd = _embedded(raw)
        fields: list[Any] = [len(self._spans) - 1, *row[1:18], salt, body, odd]
        line = Line(*fields)
        before = len(self._buffer)
        self._buffer += _encoder.encode(line)
        self._buffer += b"\n"
        self._text_bytes += len(self._buffer) - before
        self.count += 1
        if len(self._buffer) > _CHUNK:
            self._flush()

    def _flush(self) -> None:
        self._pieces.append(self._gzip.compress(bytes(self._buffer)))
        self._buffer.clear()

    def finish(self, made_by: bytes, made_ms: int) -> Packed:
        """Return the bundle."""
        self._flush()
        self._pieces.append(self._gzip.flush())
        body = b"".join(self._pieces)
        body_hash = hashlib.sha256(body).hexdigest()
        header = Header(
            format=FORMAT,
            schema=SCHEMA,
            program=__version__,
            school="",
            made_ms=made_ms,
            made_by=made_by.hex(),
            count=self.count,
            incarnations=tuple(
                Span(inc.hex(), first, last, count, head.hex())
                for inc, first, last, count, head in self._spans
            ),
            body_sha256=body_hash,
            body_bytes=len(body),
            text_bytes=self._text_bytes,
        )
        raw = _encoder.encode(header)
        start = _START.pack(MAGIC, len(raw), hashlib.sha256(raw).digest())
        return Packed(f"progress-{body_hash[:16]}{SUFFIX}", start + raw + body, header)


def _embedded(raw: bytes | None) -> tuple[msgspec.Raw, bytes | None]:
    """Return the body as JSON to stand in the line, or its bytes where it is no JSON (F13)."""
    if raw is None:
        return _ABSENT, None
    try:
        read_body(raw)
    except (ValueError, RecursionError):
        return _ABSENT, raw
    return (_ABSENT, raw) if b"\n" in raw or raw != raw.strip() else (msgspec.Raw(raw), None)


# ── reading ───────────────────────────────────────────────────────────────────────────────────


def read_bundle(path: Path) -> Bundle:
    """Read a bundle whole and check that it is what was written.

    Everything is counted while it is read, so that a hostile file costs little (RELIABILITY I11).
    Raises `BundleProblem` with one of the reasons `cannot-read`, `too-large`, `not-a-bundle`,
    `damaged`, `newer`, `sealed`, `bomb`, `malformed`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(FILE_MAX + 1)
    except OSError as error:
        raise BundleProblem(path, "cannot-read", detail=error.strerror or "") from error
    return parse_bundle(path, data)


def parse_bundle(path: Path, data: bytes) -> Bundle:
    """Return the bundle that `data` holds; see `read_bundle`."""
    header, start = _read_header(path, data)
    body = memoryview(data)[start:]
    if len(body) != header.body_bytes or hashlib.sha256(body).hexdigest() != header.body_sha256:
        raise BundleProblem(path, "damaged")
    text = _unpack(path, body)
    if len(text) != header.text_bytes:
        raise BundleProblem(path, "malformed", detail="size")
    lines = _read_lines(path, text)
    if len(lines) != header.count:
        raise BundleProblem(path, "malformed", detail="count")
    try:
        incs = tuple(bytes.fromhex(span.inc) for span in header.incarnations)
    except ValueError as error:
        raise BundleProblem(path, "malformed", detail="incarnation") from error
    if any(len(inc) != 16 for inc in incs):
        raise BundleProblem(path, "malformed", detail="incarnation")
    for line in lines:
        if reason := _impossible(line, len(incs)):
            raise BundleProblem(path, "malformed", detail=reason)
    return Bundle(path, header, incs, lines)


def read_header(path: Path) -> Header:
    """Return what a bundle says of itself, without its body. Raises `BundleProblem`."""
    try:
        with path.open("rb") as file:
            start = file.read(_START.size)
            size = _START.unpack(start)[1] if len(start) == _START.size else 0
            data = start + file.read(min(size, HEADER_MAX))
    except OSError as error:
        raise BundleProblem(path, "cannot-read", detail=error.strerror or "") from error
    return _read_header(path, data)[0]


def is_same(path: Path, packed: Packed) -> bool:
    """Tell whether `path` is a whole bundle of the same events as `packed`."""
    try:
        data = path.read_bytes()
        header, start = _read_header(path, data)
    except (OSError, BundleProblem):
        return False
    body_hash = hashlib.sha256(memoryview(data)[start:]).hexdigest()
    return body_hash == header.body_sha256 == packed.header.body_sha256


def _read_header(path: Path, data: bytes) -> tuple[Header, int]:
    """Return the header and where the body begins."""
    if len(data) > FILE_MAX:
        raise BundleProblem(path, "too-large")
    if len(data) < _START.size:
        raise BundleProblem(path, "damaged" if data[:4] == MAGIC[: len(data)] else "not-a-bundle")
    magic, size, header_hash = _START.unpack_from(data)
    if magic != MAGIC:
        newer = magic[:2] == MAGIC[:2] and magic[3:] == MAGIC[3:]
        raise BundleProblem(path, "newer" if newer else "not-a-bundle")
    if size > HEADER_MAX:
        raise BundleProblem(path, "too-large")
    raw = data[_START.size : _START.size + size]
    if len(raw) != size or hashlib.sha256(raw).digest() != header_hash:
        raise BundleProblem(path, "damaged")
    try:
        version = _version_decoder.decode(raw)
        if version.format > FORMAT or version.schema > SCHEMA:
            raise BundleProblem(path, "newer", found=version.schema, known=SCHEMA)
        if version.sealed:
            raise BundleProblem(path, "sealed")
        return _header_decoder.decode(raw), _START.size + size
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BundleProblem(path, "malformed", detail="header") from error


def _unpack(path: Path, body: memoryview) -> bytes:
    """Return the text, counted while it grows."""
    gzip = zlib.decompressobj(31)
    pieces: list[bytes] = []
    size = 0
    most = min(TEXT_MAX, max(_RATIO_FROM, RATIO_MAX * len(body)))
    left: bytes | memoryview = body
    try:
        while left and not gzip.eof:
            piece = gzip.decompress(left, _CHUNK * 4)
            left = gzip.unconsumed_tail
            size += len(piece)
            if size > most:
                raise BundleProblem(path, "bomb")
            pieces.append(piece)
    except zlib.error as error:
        raise BundleProblem(path, "malformed", detail="gzip") from error
    if not gzip.eof or gzip.unused_data:
        raise BundleProblem(path, "malformed", detail="gzip")
    return b"".join(pieces)


def _read_lines(path: Path, text: bytes) -> list[Line]:
    if text.count(b"\n") > LINES_MAX:
        raise BundleProblem(path, "too-large")
    if text and not text.endswith(b"\n"):
        raise BundleProblem(path, "malformed", detail="line")
    if len(text) > LINE_MAX and any(len(line) > LINE_MAX for line in text.split(b"\n")):
        raise BundleProblem(path, "too-large")
    try:
        return _line_decoder.decode_lines(text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BundleProblem(path, "malformed", detail="line") from error


def _impossible(line: Line, incs: int) -> str:
    """Return what no program of ours writes ("" = nothing): these would break the database, not
    only be wrong."""
    if not 0 <= line.inc < incs:
        return "incarnation"
    if len(line.id) != 16 or not 1 <= line.seq < LAMPORT_MAX:
        return "id"
    if not 0 <= line.lamport < LAMPORT_MAX:
        return "logical-time"
    if line.odd is not None and len(line.odd) > BODY_MAX:
        return "body"
    return ""


def body_of(line: Line) -> bytes | None:
    """Return the bytes of the payload, None where there is none (erased, or no salt)."""
    if line.salt is None:
        return None
    raw = bytes(line.body)
    return line.odd if raw == b"null" else raw


def looks_like_bundle(path: Path) -> bool:
    """Tell by the name whether this is one of ours, and not one that is still being written."""
    return path.suffix.lower() == SUFFIX and not path.name.startswith((".", "~"))


def bundles_in(paths: Iterable[Path]) -> list[Path]:
    """Return the bundles among files and in folders, sorted by name, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [one for one in path.iterdir() if looks_like_bundle(one) and one.is_file()]
            found.update(dict.fromkeys(sorted(inside)))
        else:
            found[path] = None
    return list(found)
