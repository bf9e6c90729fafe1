"""Judging the pictures of a course folder from their bytes, without drawing them (RELIABILITY
3.15): drawings by the whitelist, photographs by their headers. Used by the checker and by the
installation of foreign packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ecolearn.content import svg_rules
from ecolearn.content.images import MAX_SIDE, image_info
from ecolearn.content.svg import check_svg
from ecolearn.problems import Place, Problem, Severity

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"}


def media_problems(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the drawings and pictures anywhere below `folder`."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in PICTURES or not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        try:
            yield from _judge(path, name)
        except OSError as error:
            yield _problem("F002", name, name=path.name, reason=error.strerror or "")


def _judge(path: Path, name: str) -> Iterator[Problem]:
    info = image_info(path)
    if info.fault == "V012":
        yield _problem("V012", name, width=info.width, height=info.height, limit=MAX_SIDE)
    elif info.fault:
        yield _problem(info.fault, name, name=path.name, found=info.kind)
    elif info.kind == "svg":
        with path.open("rb") as file:
            data = file.read(svg_rules.MAX_BYTES + 1)
        for fault in check_svg(data):
            yield Problem(fault.code, Severity.ERROR, Place(name, fault.line), dict(fault.facts))


def _problem(code: str, path: str, /, **facts: object) -> Problem:
    return Problem(code, Severity.ERROR, Place(path), facts)
