"""Judging the pictures of a course folder from their bytes, without drawing them (RELIABILITY
3.15): drawings by the whitelist, photographs by their headers. Used by the checker and by the
installation of foreign packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ecolearn.problems import Place, Problem, Severity

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_HEAD = 1 << 16  # bytes; every header we read is in front of this


def media_problems(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the drawings and pictures anywhere below `folder`."""
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if (suffix == ".svg" or suffix in PICTURES) and path.is_file():
            place = Place(path.relative_to(folder).as_posix())
            try:
                yield from _judge(path, suffix, place)
            except OSError as error:
                facts: dict[str, object] = {"name": path.name, "reason": error.strerror or ""}
                yield Problem("F002", Severity.ERROR, place, facts)
