"""Questions on paper: circles and boxes to tick, lines to write on. One function per type."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.quiz.items.base import Item

if TYPE_CHECKING:
    from ecolearn.ui.lesson.printing import Paper

_GAP = re.compile(r"\[\[([a-z]+)\]\]")
_LINE = "_" * 24
_SHORT = "_" * 14


def write(paper: Paper, block: b.Question, number: int) -> None:
    """Write a question with room for the answer."""
    item = block.item
    start = paper.mark()
    stem = markdown.blocks(item.stem) or (b.Paragraph(()),)
    if item.type == "cloze":
        stem = markdown.blocks(_with_gaps(item))
    first, *rest = stem
    label = b.Run(f"{number}. ", strong=True)
    if isinstance(first, b.Paragraph):
        text: b.Inline = (label, *first.text)
        paper.line(text, weight=400, above=8, below=6)
    else:
        paper.line((label,), above=8, below=2)
        paper.blocks((first,))
    paper.blocks(rest)
    _WAYS.get(item.type, _open)(paper, item)
    paper.keep(start)


def _with_gaps(item: Any) -> str:
    """Return the text with lines, or the words to choose from, in place of its gaps."""
    shown: dict[str, str] = {}
    for index, gap in enumerate(item.gaps):
        name = chr(97 + index)
        choices = getattr(gap, "choices", None)
        if choices:
            words = " / ".join(choice.text for choice in choices)
            shown[name] = f"( {words} )"
        else:
            shown[name] = "\\_" * 14
    return _GAP.sub(lambda found: shown.get(found[1], "\\_" * 14), item.stem)


def _order(item: Item, group: str, count: int) -> list[int]:
    """Return the order on paper: the same on every sheet."""
    ids = item.present(Random(item.id)).get(group, [])
    by_name = {_name(index): index for index in range(count)}
    return [by_name[one] for one in ids if one in by_name] or list(range(count))


def _name(index: int) -> str:
    from ecolearn.quiz.items.base import option_id

    return option_id(index)


def _ticks(paper: Paper, texts: list[str], sign: str) -> None:
    for text in texts:
        inline = (b.Run(f"{sign}  "), *markdown.inline(text))
        paper.line(inline, below=4, indent=16)
    _space(paper)


def _space(paper: Paper) -> None:
    form = paper.cursor.blockFormat()
    form.setBottomMargin(12)
    paper.cursor.setBlockFormat(form)


def _single(paper: Paper, item: Any) -> None:
    order = _order(item, "options", len(item.options))
    _ticks(paper, [item.options[index].text for index in order], "○")


def _several(paper: Paper, item: Any) -> None:
    order = _order(item, "options", len(item.options))
    _ticks(paper, [item.options[index].text for index in order], "□")


def _true_false(paper: Paper, item: Any) -> None:
    true = QCoreApplication.translate("worksheet", "True")
    false = QCoreApplication.translate("worksheet", "False")
    words = f"○  {true}        ○  {false}"
    paper.line(words, below=6, indent=16)
    if item.reasons:
        paper.line(QCoreApplication.translate("worksheet", "Because:"), below=4, indent=16)
        order = _order(item, "reasons", len(item.reasons))
        _ticks(paper, [item.reasons[index].text for index in order], "○")
    else:
        _space(paper)


def _answer_line(paper: Paper, item: Any) -> None:
    paper.line(
        QCoreApplication.translate("worksheet", "Answer: {line}").format(line=_LINE),
        below=14,
        indent=16,
    )


def letters(item: Any) -> dict[str, str]:
    """Return id of a right side → its letter on paper, in the order in which they stand."""
    shown = [name for name in item.present(Random(item.id))["right"] if name in item.rights()]
    return {name: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26] for place, name in enumerate(shown)}


def _match(paper: Paper, item: Any) -> None:
    rights, order = item.rights(), list(letters(item).items())
    rows: list[list[b.Inline]] = [[(b.Run(""),), (b.Run(""),), (b.Run(""),)]]
    lefts = [pair.left for pair in item.pairs]
    for place in range(max(len(lefts), len(order))):
        left = markdown.inline(lefts[place]) if place < len(lefts) else ()
        blank = (b.Run("____"),) if place < len(lefts) else ()
        right: b.Inline = ()
        if place < len(order):
            name, letter = order[place]
            right = (b.Run(f"{letter}.  ", strong=True), *markdown.inline(rights[name]))
        rows.append([left, blank, right])
    paper.grid(rows[1:] or rows, ("left", "center", "left"))


def _sort(paper: Paper, item: Any) -> None:
    bins = list(item.bins().values())
    paper.line(
        QCoreApplication.translate("worksheet", "Write where each belongs: {bins}").format(
            bins="; ".join(bins)
        ),
        indent=16,
    )
    for index in _order(item, "things", len(item.things)):
        inline = (*markdown.inline(item.things[index].left), b.Run(f"  →  {_SHORT}"))
        paper.line(inline, below=6, indent=16)
    _space(paper)


def _steps(paper: Paper, item: Any) -> None:
    paper.line(
        QCoreApplication.translate("worksheet", "Number the steps in the right order."), indent=16
    )
    for index in _order(item, "steps", len(item.steps)):
        paper.line((b.Run("____  "), *markdown.inline(item.steps[index].text)), below=6, indent=16)
    _space(paper)


def _cloze(paper: Paper, item: Any) -> None:
    _space(paper)


def _hotspot(paper: Paper, item: Any) -> None:
    paper.picture(item.picture, item.alt, widest=paper.width * 0.7)
    words = (
        QCoreApplication.translate("worksheet", "Mark the places in the picture.")
        if item.multiple
        else QCoreApplication.translate("worksheet", "Mark the place.")
    )
    paper.line(words, below=12, indent=16)


def _matrix(paper: Paper, item: Any) -> None:
    sign = "□" if item.multiple else "○"
    head = [markdown.inline(item.corner), *(markdown.inline(one) for one in item.columns)]
    rows = [head]
    for row in item.rows:
        rows.append([markdown.inline(row.text), *(((b.Run(sign),)) for _ in item.columns)])
    paper.grid(rows, ("left", *("center" for _ in item.columns)))


def _open(paper: Paper, item: Any) -> None:
    for _ in range(5):
        paper.line("_" * 74, colour="#B8B8B8", below=8, indent=16)
    _space(paper)


_WAYS: dict[str, Callable[[Paper, Any], None]] = {
    "single": _single,
    "several": _several,
    "true-false": _true_false,
    "number": _answer_line,
    "short": _answer_line,
    "match": _match,
    "sort": _sort,
    "order": _steps,
    "cloze": _cloze,
    "hotspot": _hotspot,
    "matrix": _matrix,
    "open": _open,
}
