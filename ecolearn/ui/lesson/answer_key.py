"""The right answers to the questions of a worksheet, on a page of their own for teachers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.quiz.items.base import Item, option_id
from ecolearn.ui.items.labels import localised
from ecolearn.ui.lesson.worksheet import letters

if TYPE_CHECKING:
    from ecolearn.content.activities.base import Activity
    from ecolearn.ui.activities.base import Around
    from ecolearn.ui.lesson.printing import Paper


def write(
    paper: Paper, items: list[Item], activities: Sequence[tuple[Activity, Around]] = ()
) -> None:
    """Write the answers to `items`, numbered as on the worksheet, on a new page, and below them
    those of activities; no page if there are none."""
    from ecolearn.ui.activities.paper import activity_key

    keys = [(one, around, activity_key(one, around)) for one, around in activities]
    keys = [key for key in keys if key[2]]
    if not items and not keys:
        return
    title = QCoreApplication.translate("worksheet", "Answers")
    paper.line(title, 19.0, 600, below=4)
    paper.begin_page()
    note = QCoreApplication.translate("worksheet", "For the teacher: take this page out.")
    paper.line(note, 11.0, colour="#4A4A4A", below=10)
    for number, item in enumerate(items, 1):
        start = paper.mark()
        for index, text in enumerate(_WAYS.get(item.type, _by_hand)(item)):
            label = (b.Run(f"{number}. ", strong=True),) if index == 0 else ()
            paper.line((*label, *text), below=4, indent=0 if index == 0 else 16)
        paper.keep(start)
    for activity, around, told in keys:
        paper.blocks((b.Heading(3, (b.Run(around.text(activity.title)),), ""), *told))


def _choices(item: Any) -> list[b.Inline]:
    return [markdown.inline(option.text) for option in item.options if option.right]


def _true_false(item: Any) -> list[b.Inline]:
    true = QCoreApplication.translate("worksheet", "True")
    false = QCoreApplication.translate("worksheet", "False")
    reasons = [markdown.inline(reason.text) for reason in item.reasons if reason.right]
    return [(b.Run(true if item.verdict else false),), *reasons]


def _text(item: Any) -> list[b.Inline]:
    return [(b.Run(localised(str(item.solution()["text"]))),)]


def _match(item: Any) -> list[b.Inline]:
    found, given = letters(item), item.solution()["pairs"]
    return [
        (*markdown.inline(pair.left), b.Run(f"  →  {found.get(given[option_id(index)], '')}"))
        for index, pair in enumerate(item.pairs)
    ]


def _sort(item: Any) -> list[b.Inline]:
    bins, given = item.bins(), item.solution()["bins"]
    return [
        (*markdown.inline(thing.left), b.Run("  →  "), *markdown.inline(bins[given[name]]))
        for name, thing in ((option_id(i), thing) for i, thing in enumerate(item.things))
        if given.get(name) in bins
    ]


def _order(item: Any) -> list[b.Inline]:
    return [
        (b.Run(f"{place})  "), *markdown.inline(step.text))
        for place, step in enumerate(item.steps, 1)
    ]


def _cloze(item: Any) -> list[b.Inline]:
    words = []
    for name, gap in zip(item.solution()["gaps"], item.gaps, strict=True):
        choices = getattr(gap, "choices", None)
        if choices:
            words.append(next((choice.text for choice in choices if choice.right), ""))
        else:
            words.append(localised(str(item.solution()["gaps"][name])))
    return [(b.Run("; ".join(words)),)]


def _hotspot(item: Any) -> list[b.Inline]:
    named = [region.text for region in item.regions if region.right and region.text]
    return [markdown.inline("; ".join(named))] if named else _by_hand(item)


def _matrix(item: Any) -> list[b.Inline]:
    columns = {option_id(index): text for index, text in enumerate(item.columns)}
    return [
        (*markdown.inline(row.text), b.Run("  →  " + "; ".join(columns[n] for n in row.right)))
        for row in item.rows
    ]


def _by_hand(item: Any) -> list[b.Inline]:
    own = QCoreApplication.translate("worksheet", "An answer of one's own.")
    return [(b.Run(own),), *(markdown.inline(one.text) for one in getattr(item, "rubric", ()))]


_WAYS: dict[str, Callable[[Any], list[b.Inline]]] = {
    "single": _choices,
    "several": _choices,
    "true-false": _true_false,
    "number": _text,
    "short": _text,
    "match": _match,
    "sort": _sort,
    "order": _order,
    "cloze": _cloze,
    "hotspot": _hotspot,
    "matrix": _matrix,
}
