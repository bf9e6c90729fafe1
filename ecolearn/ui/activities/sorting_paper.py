"""A sorting game on paper: the bins, the things with a blank to write a bin into, and the key."""

from __future__ import annotations

from collections.abc import Callable

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

_BLANK = "________________________"


def sorting_paper(
    activity: Sorting, text: Callable[[Said], str], set_id: str = ""
) -> tuple[Block, ...]:
    """Return a game as a worksheet with the key after it; `text` puts texts into a language."""
    translate = QCoreApplication.translate
    chosen = activity.set(set_id)

    def name(bin_id: str) -> str:
        found = activity.bin(bin_id)
        other = text(chosen.bins.get(bin_id, {})) if chosen is not None else ""
        return other or (text(found.label) if found is not None else bin_id)

    bins = []
    for number, one in enumerate(activity.bins, 1):
        line: list[Run] = [Run(f"{number}  "), Run(name(one.id), strong=True)]
        help_text = text(one.help)
        rest: Inline = (Run(" – "), *inline(help_text)) if help_text else ()
        bins.append(ListItem((Paragraph((*line, *rest)),)))
    things = activity.things_of(set_id)
    rows = tuple(
        ((Run(str(number)),), (Run(text(one.label)),), (Run(_BLANK),))
        for number, one in enumerate(things, 1)
    )
    key = tuple(
        ((Run(str(number)),), (Run(text(one.label)),), (Run(name(one.bin)),), inline(text(one.why)))
        for number, one in enumerate(things, 1)
    )
    thing = translate("sorting", "Thing")
    place = translate("sorting", "Where does it go?")
    return (
        Heading(3, (Run(translate("sorting", "Bins")),), "bins"),
        ListBlock(tuple(bins)),
        Table((_run("№"), _run(thing), _run(place)), rows, ("right", "left", "left")),
        Heading(3, (Run(translate("sorting", "For the teacher: where things go and why")),), "key"),
        Table(
            (
                _run("№"),
                _run(thing),
                _run(translate("sorting", "Bin")),
                _run(translate("sorting", "Why")),
            ),
            key,
            ("right", "left", "left", "left"),
        ),
    )


def _run(words: str) -> Inline:
    return (Run(words),)
