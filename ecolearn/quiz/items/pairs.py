"""Lines `- left => right`, as match and sort items have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ecolearn.quiz.items.base import Remark, option_id
from ecolearn.quiz.items.body import Body
from ecolearn.quiz.items.markup import chunk_lines, escape_part, unescape_part
from ecolearn.quiz.words import normal

_ARROW = re.compile(r"(?<!\\)=>")


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A left side, the right side that belongs to it, and what to say to it."""

    left: str
    right: str
    feedback: str = ""


class Extra(msgspec.Struct, frozen=True, kw_only=True):
    """A right side too many, and what to say to those who used it."""

    right: str
    feedback: str = ""


def read_pairs(body: Body) -> tuple[tuple[Pair, ...], tuple[Extra, ...]]:
    """Return the pairs, and the right sides that have no left side."""
    pairs: list[Pair] = []
    extras: list[Extra] = []
    for chunk in body.of("pair"):
        left, _, right = _ARROW.sub("\0", chunk.text, count=1).partition("\0")
        left, right = unescape_part(left, pair=True), unescape_part(right, pair=True)
        if left:
            pairs.append(Pair(left=left, right=right, feedback=chunk.feedback))
        else:
            extras.append(Extra(right=right, feedback=chunk.feedback))
    return tuple(pairs), tuple(extras)


def write_pairs(pairs: Sequence[Pair], extras: Sequence[Extra]) -> list[str]:
    """Return the lines of pairs and extra right sides."""
    lines: list[str] = []
    for pair in pairs:
        left, right = escape_part(pair.left, pair=True), escape_part(pair.right, pair=True)
        middle = f"{left[-1]} => {right[0]}" if right[0] else f"{left[-1]} =>"
        lines += chunk_lines("-", [*left[:-1], middle, *right[1:]], pair.feedback)
    for extra in extras:
        right = escape_part(extra.right, pair=True)
        lines += chunk_lines("- =>", right, extra.feedback)
    return lines


def right_sides(pairs: Sequence[Pair], extras: Sequence[Extra]) -> dict[str, str]:
    """Return id → text of every different right side. The right side of pair i has the id
    `option_id(i)`, extras follow; equal texts share the first id."""
    found: dict[str, str] = {}
    texts: set[str] = set()
    rights = [*(pair.right for pair in pairs), *(extra.right for extra in extras)]
    for index, text in enumerate(rights):
        if text not in texts:
            texts.add(text)
            found[option_id(index)] = text
    return found


def right_ids(pairs: Sequence[Pair]) -> list[str]:
    """Return, for each pair, the id of its right side."""
    first: dict[str, str] = {}
    return [first.setdefault(pair.right, option_id(i)) for i, pair in enumerate(pairs)]


def pair_remarks(
    pairs: Sequence[Pair], extras: Sequence[Extra], given: dict[str, str], parts: dict[str, bool]
) -> list[Remark]:
    """Return the feedback to `given` (left id → right id), wrong rows first; a row that got a
    right side too many hears of that before its own feedback."""
    said = {extra.right: extra.feedback for extra in extras}
    texts = right_sides(pairs, extras)
    found: list[Remark] = []
    for index, pair in enumerate(pairs):
        name = option_id(index)
        if name not in given:
            continue
        surplus = "" if parts[name] else said.get(texts.get(given[name], ""), "")
        for text in filter(None, (surplus, pair.feedback)):
            found.append(Remark(text=text, part=name, right=parts[name]))
    return sorted(found, key=lambda remark: bool(remark.right))


def pair_texts(pairs: Sequence[Pair], extras: Sequence[Extra]) -> Iterator[str]:
    """Yield every text of pairs and extra right sides."""
    for pair in pairs:
        yield from (pair.left, pair.right, pair.feedback)
    for extra in extras:
        yield from (extra.right, extra.feedback)


def pair_faults(
    pairs: Sequence[Pair], extras: Sequence[Extra]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield: fewer than two pairs (Q107), an empty right side (Q108), a left side twice (Q103),
    right sides that look the same but differ in spelling (Q113)."""
    if len(pairs) < 2:
        yield "Q107", {"count": len(pairs)}
    lefts: set[str] = set()
    for number, pair in enumerate(pairs, start=1):
        if not pair.right:
            yield "Q108", {"number": number}
        if (same := normal(pair.left, case=True)) in lefts:
            yield "Q103", {"text": pair.left}
        lefts.add(same)
    forms: dict[str, str] = {}
    for text in right_sides(pairs, extras).values():
        other = forms.setdefault(normal(text), text)
        if other != text:
            yield "Q113", {"text": text, "other": other}
