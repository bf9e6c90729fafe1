"""A sorting game on paper: the bins, and the things with a blank beside each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from random import Random

from PySide6.QtCore import QCoreApplication

from ecolearn.content.activities.sorting import Sorting
from ecolearn.content.blocks import (
    Block,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from ecolearn.content.markdown import inline
from ecolearn.content.texts import Said

_BLANK = "________"


def sorting_paper(
    activity: Sorting, text: Callable[[Said], str], set_id: str = "", *, key: bool = False
) -> tuple[Block, ...]:
    """Return a game as a worksheet: a number of a bin is to be written beside each thing.

    Args:
        activity: The game.
        text: Puts texts into a language.
        set_id: The set whose things are wanted.
        key: Whether a table of where things go, and why, follows.
    """
    translate = QCoreApplication.translate
    chosen = activity.set(set_id)

    def name(bin_id: str) -> str:
        found = activity.bin(bin_id)
        other = text(chosen.bins.get(bin_id, {})) if chosen is not None else ""
        return other or (text(found.label) if found is not None else bin_id)

    bins = []
    for number, one in enumerate(activity.bins, 1):
        line: Inline = (Run(f"{number}  "), Run(name(one.id), strong=True))
        help_text = text(one.help)
        rest: Inline = (Run(" – "), *inline(help_text)) if help_text else ()
        bins.append(ListItem((Paragraph((*line, *rest)),)))
    things = list(activity.things_of(set_id))
    Random(activity.id).shuffle(things)  # authors write them bin by bin
    cells = [((Run(text(one.label)),), _run(_BLANK)) for one in things]
    half = -(-len(cells) // 2)
    nothing = (_run(""), _run(""))
    rows = tuple(
        (*left, *right)
        for left, right in zip_longest(cells[:half], cells[half:], fillvalue=nothing)
    )
    thing, place = translate("sorting", "Thing"), translate("sorting", "Bin")
    head = (_run(thing), _run(place)) * 2
    found: list[Block] = [
        Paragraph(_run(translate("sorting", "Write the number of a bin beside each thing."))),
        ListBlock(tuple(bins)),
        Table(head, rows, ("left",) * 4),
    ]
    if key:
        title = translate("sorting", "Where things go, and why")
        found.append(Heading(3, (Run(title),), "key"))
        reasons = tuple(
            (_run(text(one.label)), _run(name(one.bin)), inline(text(one.why))) for one in things
        )
        why = _run(translate("sorting", "Why"))
        found.append(Table((_run(thing), _run(place), why), reasons, ("left",) * 3))
    return tuple(found)


def _run(words: str) -> Inline:
    return (Run(words),)
