"""Reading and writing whole items: `parse_item(write_item(item)) == item`.

docs/course-format.md describes the syntax for teachers. Which type an item has follows from its
shape: types are asked in the order of `TYPES`; `type=` overrides.
"""

from __future__ import annotations

import msgspec

from ecolearn.problems import Problems
from ecolearn.quiz.items import BY_NAME, TYPES, AnyItem
from ecolearn.quiz.items.base import Hint, Item
from ecolearn.quiz.items.body import Body, scan
from ecolearn.quiz.items.header import common_fields, read_header, write_header
from ecolearn.quiz.items.markup import (
    chunk_lines,
    escape_plain,
    quote_lines,
    tidy,
    unescape_plain,
)
from ecolearn.quiz.numbers import plain_number

#: kinds of chunks each type understands, besides hints
_KINDS = {
    "single": {"option"},
    "several": {"option"},
    "true-false": {"answer", "option"},
    "number": {"answer", "wrong"},
    "short": {"answer", "wrong"},
    "match": {"pair"},
    "sort": {"pair"},
    "order": {"step"},
    "cloze": {"note"},
    "hotspot": {"option"},
    "matrix": {"table", "note"},
    "open": {"points"},
}


def parse_item(
    args: str, body: list[str], *, path: str, line: int, problems: Problems
) -> AnyItem | None:
    """Read an item.

    Args:
        args: what follows `:::item` on its line.
        body: the lines between that line and the closing `:::`.
        path: the file, for problems.
        line: the number of the `:::item` line; the body begins on the next.
        problems: where problems are noted. An item with an error is not returned.

    Returns:
        The item, or None if it cannot be used.
    """
    own = Problems()
    item = _parse(args, body, path, line, own)
    problems.extend(own)
    return None if own.has_errors else item


def _parse(args: str, lines: list[str], path: str, line: int, problems: Problems) -> AnyItem | None:
    body = scan(lines, path, line, problems)
    item_id = read_header(args, body)
    stated = body.settings.get("type", "")
    if stated and stated not in BY_NAME:
        body.error("Q005", line, type=stated, known=", ".join(BY_NAME))
        return None
    kind = BY_NAME[stated] if stated else _shape(body)
    _warn_of_suspects(body, kind)
    if kind is None:
        body.error("Q006", line)
        return None
    name = str(kind.__struct_config__.tag)
    if stated and not kind.looks_like(body) and not _may_be(name, body):
        body.error("Q007", line, type=name)
        return None
    for chunk in body.chunks:
        if chunk.kind not in _KINDS[name] | {"hint"}:
            body.error("Q024", chunk.line, type=name, text=chunk.text[:60])
    for setting in set(body.settings) & {"unit", "case", "lookalikes"} - kind.own_settings:
        body.warning("Q020", line, name=setting, type=name)
    common = common_fields(item_id or "x", body)
    common["hints"] = tuple(
        Hint(text=unescape_plain(c.text), cost=_share(c.mark)) for c in body.of("hint")
    )
    item = kind.from_body(body, common)
    if item is not None and (feedback := body.feedback()):
        item = msgspec.structs.replace(item, feedback=feedback)
    return item  # type: ignore[return-value]  # every type in TYPES is in AnyItem


def _warn_of_suspects(body: Body, kind: type[Item] | None) -> None:
    """Point at lines that look like answers and are not; some look so only where they fit."""
    refused = {p.place.line for p in body.problems if p.code == "Q008"}
    name = str(kind.__struct_config__.tag) if kind else ""
    for line, text, hint in body.suspects:
        fits = {"arrow": ("", "match", "sort"), "points": ("open",)}.get(hint, (name,))
        if name in fits and line not in refused:
            body.warning("Q025", line, text=text[:60], hint=hint)


def _share(percent: str) -> float:
    return round(float(percent.replace(",", ".") or 0) / 100, 12)


def _shape(body: Body) -> type[Item] | None:
    return next((kind for kind in TYPES if kind.looks_like(body)), None)


def _may_be(name: str, body: Body) -> bool:
    """Tell whether a stated type fits although the shape alone does not say so."""
    kinds = {chunk.kind for chunk in body.chunks}
    if name == "open":
        return not kinds - {"hint", "points"}
    if name in ("match", "sort"):
        return "pair" in kinds
    return name in ("number", "short", "true-false") and "answer" in kinds


def write_item(item: Item, word: str = "item") -> list[str]:
    """Return the lines of an item in a course file, from `:::item` to `:::`.

    `word` is the word after the colons, `item` or `predict`. The type is stated only where the
    shape would say another one.
    """
    lines = item.stem_lines() if item.stem.strip() else []
    for hint in item.hints:
        cost = f" {plain_number(round(hint.cost * 100, 10))} %" if hint.cost else ""
        lines += ["", *chunk_lines(f"(?{cost})", escape_plain(hint.text))]
    if answer := item.to_lines():
        lines += ["", *answer]
    lines += quote_lines(tidy(item.feedback))
    while lines and not lines[0]:
        lines.pop(0)
    shape = _shape(scan(lines, "", 0, Problems()))
    stated = "" if shape is type(item) else item.type
    return [f":::{word} {write_header(item, stated)}", *lines, ":::"]
