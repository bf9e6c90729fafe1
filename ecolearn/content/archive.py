"""Reading a zip file that nobody vouches for (RELIABILITY I1, I2, 3.14).

Everything is judged from the directory first; then entries are streamed with counters, because
sizes in a zip are claims. The limits are starting values of RELIABILITY 3.14.
"""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ecolearn.errors import ImportProblem


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes; `ratio` is unpacked ÷ packed and counts above `ratio_from` bytes."""

    archive: int = 500_000_000
    unpacked: int = 2_000_000_000
    entry: int = 200_000_000
    entries: int = 20_000
    ratio: int = 200
    ratio_from: int = 1_000_000
    path: int = 180
    depth: int = 8


LIMITS = Limits()
_CHUNK = 1 << 16
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
_ENCRYPTED = 0x1 | 0x40 | 0x2000


class Archive:
    """An opened zip whose directory has passed the rules. Use as a context manager."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        """Raise `ImportProblem` with a reason code and the first bad name."""
        self.path = path
        self._limits = limits
        try:
            size = path.stat().st_size
            if size > limits.archive:
                raise _refused(path, "archive-too-large")
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise _refused(path, "cannot-read", error.strerror or "") from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise _refused(path, "not-a-zip") from error
        try:
            self.entries = self._judge(size)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_details: object) -> None:
        self._zip.close()

    def chunks(self, name: str, counter: list[int]) -> Iterator[bytes]:
        """Yield the bytes of `name`, adding to `counter[0]`, the bytes unpacked so far."""
        entry = self.entries[name]
        seen = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := _read(stream):
                    seen += len(chunk)
                    counter[0] += len(chunk)
                    self._watch(entry, seen, counter[0])
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise _refused(self.path, "damaged-entry", name) from error
        except (RuntimeError, NotImplementedError) as error:
            raise _refused(self.path, "odd-entry", name) from error
        if seen != entry.file_size:
            raise _refused(self.path, "lying-size", name)

    def _watch(self, entry: zipfile.ZipInfo, seen: int, total: int) -> None:
        limits = self._limits
        if seen > limits.entry or seen > entry.file_size:
            raise _refused(self.path, "entry-too-large", entry.filename)
        if total > limits.unpacked:
            raise _refused(self.path, "unpacked-too-large", entry.filename)
        if seen > limits.ratio_from and seen > limits.ratio * max(entry.compress_size, 1):
            raise _refused(self.path, "bomb", entry.filename)

    # ── the directory ────────────────────────────────────────────────────────────────────────

    def _judge(self, size: int) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > self._limits.entries:
            raise _refused(self.path, "too-many-entries")
        if self._zip.comment:
            raise _refused(self.path, "extra-data")
        entries: dict[str, zipfile.ZipInfo] = {}
        folded: set[str] = set()
        claimed = 0
        for info in infos:
            name = info.filename
            reason = name_fault(name.rstrip("/"), self._limits) or _kind_fault(info)
            key = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
            if not reason and key in folded:
                reason = "name-twice"
            if reason:
                raise _refused(self.path, reason, name)
            folded.add(key)
            claimed += info.file_size
            if info.file_size > self._limits.entry:
                raise _refused(self.path, "entry-too-large", name)
            if not info.is_dir():
                entries[name] = info
        if claimed > self._limits.unpacked:
            raise _refused(self.path, "unpacked-too-large")
        self._judge_layout(infos, size)
        self._judge_parents(entries)
        return entries

    def _judge_parents(self, entries: dict[str, zipfile.ZipInfo]) -> None:
        """A file must not be where another entry needs a folder."""
        files = {name.casefold() for name in entries}
        for name in entries:
            for parent in PurePosixPath(name).parents:
                if str(parent).casefold() in files:
                    raise _refused(self.path, "name-twice", name)

    def _judge_layout(self, infos: list[zipfile.ZipInfo], size: int) -> None:
        """Entries follow one another without overlap, nothing before, between or behind.

        Python 3.11.7 itself accepts a 57 kB file that claims 10 GB by overlapping entries.
        """
        with self.path.open("rb") as raw:
            position = 0
            for info in sorted(infos, key=lambda entry: entry.header_offset):
                if info.header_offset != position:
                    raise _refused(self.path, "overlap", info.filename)
                raw.seek(position)
                head = raw.read(_LOCAL_HEADER.size)
                if len(head) < _LOCAL_HEADER.size or head[:4] != b"PK\3\4":
                    raise _refused(self.path, "damaged-entry", info.filename)
                fields = _LOCAL_HEADER.unpack(head)
                position += _LOCAL_HEADER.size + fields[9] + fields[10] + info.compress_size
                if info.flag_bits & 0x8:
                    position += self._descriptor(raw, position, info)
            start = getattr(self._zip, "start_dir", position)
            if start != position or self._end_of(raw, size) != size:
                raise _refused(self.path, "extra-data")

    def _descriptor(self, raw: IO[bytes], position: int, info: zipfile.ZipInfo) -> int:
        """Return the length of the data descriptor that streaming writers put behind an entry."""
        raw.seek(position)
        long = info.file_size >= 0xFFFFFFFF or info.compress_size >= 0xFFFFFFFF
        plain = 20 if long else 12
        return plain + 4 if raw.read(4) == b"PK\7\x08" else plain

    def _end_of(self, raw: IO[bytes], size: int) -> int:
        raw.seek(max(size - _END.size, 0))
        tail = raw.read(_END.size)
        if len(tail) < _END.size or tail[:4] != b"PK\5\6":
            raise _refused(self.path, "extra-data")
        return size


def name_fault(name: str, limits: Limits = LIMITS) -> str:
    """Return what is wrong with a path inside a package, "" if nothing is.

    The rules hold on every system, so a package that installs on one installs on all (I1).
    """
    parts = name.split("/")
    if not name or len(name) > limits.path or len(parts) > limits.depth:
        return "name-too-long" if name else "bad-name"
    if any(ord(sign) < 32 or sign in '\\:*?"<>|\x7f' for sign in name):
        return "bad-name"
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in name):
        return "bad-name"
    for part in parts:
        if part in {"", ".", ".."}:
            return "path-escapes"
        if part != part.strip(" ") or part.endswith(".") or len(part.encode()) > 250:
            return "bad-name"
        if part.split(".")[0].rstrip(" ").casefold() in _DEVICES:
            return "device-name"
    return ""


def _kind_fault(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and stat.S_IFMT(mode):
        return "link-or-device"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    if info.compress_type not in _METHODS:
        return "odd-method"
    if info.is_dir() and info.file_size:
        return "odd-entry"
    return ""


def _read(stream: IO[bytes]) -> bytes:
    return stream.read(_CHUNK)


def _refused(path: Path, reason: str, name: str = "") -> ImportProblem:
    return ImportProblem(path=str(path), reason=reason, name=name[:200])
