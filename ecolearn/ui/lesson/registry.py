"""Which widget shows which kind of block: one file per family, one line per kind here."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.lesson.flow import is_flow
from ecolearn.ui.lesson.prose import MediaFinder, ProseView

_log = logging.getLogger(__name__)

#: makes the widget of a question or comparison; None leaves it to a plain note
QuestionFactory = Callable[[b.Question | b.Compare], QWidget | None]
#: makes the widget of an activity; None leaves it to a plain note
ActivityFactory = Callable[[b.ActivityCard], QWidget | None]
#: how many blocks of running text share one widget, at most
_LONGEST_RUN = 8


@dataclass(slots=True)
class Unit:
    """What one widget shows: the top-level blocks from `first` on."""

    first: int
    blocks: tuple[b.Block, ...]


def units(blocks: Sequence[b.Block]) -> list[Unit]:
    """Return `blocks` in portions of one widget each: neighbouring running text goes together."""
    out: list[Unit] = []
    run: list[b.Block] = []
    start = 0
    for index, block in enumerate(blocks):
        if is_flow(block) and len(run) < _LONGEST_RUN:
            start = start if run else index
            run.append(block)
            continue
        if run:
            out.append(Unit(start, tuple(run)))
            run = []
        if is_flow(block):
            start, run = index, [block]
        else:
            out.append(Unit(index, (block,)))
    if run:
        out.append(Unit(start, tuple(run)))
    return out


@dataclass
class _Wiring:
    """Callables that widgets need and that do not change while a lesson is shown."""

    media: MediaFinder
    question: QuestionFactory
    activity: ActivityFactory
    headings: dict[str, QWidget] = field(default_factory=dict)


class OpenFolds:
    """Which folds of a lesson are open, by their place: the same ones in every language."""

    def __init__(self, blocks: Sequence[b.Block] = ()) -> None:
        self._places = {id(fold): place for place, fold in enumerate(_folds(blocks))}
        self._open: set[int] = set()

    def again(self, blocks: Sequence[b.Block]) -> OpenFolds:
        """Return the same for the same lesson in another language."""
        new = OpenFolds(blocks)
        if len(new._places) == len(self._places):
            new._open = self._open
        return new

    def note(self, fold: b.Fold, is_open: bool) -> None:
        """Remember that a fold was opened or closed."""
        place = self._places.get(id(fold))
        if place is not None:
            (self._open.add if is_open else self._open.discard)(place)

    def is_open(self, fold: b.Fold) -> bool:
        """Tell whether it was open when it was last seen."""
        return self._places.get(id(fold)) in self._open


def _folds(blocks: Sequence[b.Block]) -> Iterator[b.Fold]:
    for block in blocks:
        if isinstance(block, b.Fold):
            yield block
        if isinstance(block, b.ListBlock):
            for item in block.items:
                yield from _folds(item.blocks)
        elif isinstance(block, (b.Fold, b.Callout, b.Quote)):
            yield from _folds(block.blocks)


class Maker(QObject):
    """Makes the widgets of blocks, whatever they stand in.

    Signals:
        link_activated(str): A link in any of the widgets was opened.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        *,
        media: MediaFinder | None = None,
        question: QuestionFactory | None = None,
        activity: ActivityFactory | None = None,
        language: str = "",
        role: str = "body",
    ) -> None:
        super().__init__(parent)
        self._wiring = _Wiring(
            media or _no_media, question or _no_question, activity or _no_activity
        )
        self.language = language
        self.role = role
        #: the parent of the next widget, where it is known: changing it later costs time
        self.host: QWidget | None = None
        self.opened = OpenFolds()

    # ── what the widgets ask ──────────────────────────────────────────────────────────────────

    def media(self, source: str) -> Path | None:
        """Return the file that serves `source`, or None."""
        return self._wiring.media(source)

    def question(self, block: b.Question | b.Compare) -> QWidget | None:
        """Return the widget of a question, if somebody makes one."""
        return self._wiring.question(block)

    def activity(self, block: b.ActivityCard) -> QWidget | None:
        """Return the widget of an activity, if somebody makes one."""
        return self._wiring.activity(block)

    # ── making ────────────────────────────────────────────────────────────────────────────────

    def widgets(self, blocks: Sequence[b.Block]) -> Iterator[QWidget]:
        """Yield the widgets of `blocks`, from top to bottom."""
        for unit in units(blocks):
            yield self.make(unit)

    def make(self, unit: Unit) -> QWidget:
        """Return the widget of a unit; one that fails is replaced by its text."""
        if is_flow(unit.blocks[0]):
            return self.prose(unit.blocks)
        block = unit.blocks[0]
        try:
            widget = _makers()[type(block)](block, self)
        except Exception:  # one bad block must not take the lesson with it
            _log.exception("a block of kind %s could not be shown", type(block).__name__)
            from ecolearn.content.markdown import plain_blocks

            return self.prose((b.Paragraph((b.Run(plain_blocks((block,), self.language)),)),))
        return widget

    def prose(self, content: Sequence[b.Block] | b.Inline, role: str = "") -> ProseView:
        """Return running text whose links are passed on."""
        view = ProseView(content, self.host, role=role or self.role, language=self.language)
        view.link_activated.connect(self.link_activated)
        return view


def gap_before(unit: Unit, previous: Unit | None) -> int:
    """Return the distance to what stands above, in design pixels."""
    block = unit.blocks[0]
    if previous is None:
        return 0
    above = previous.blocks[-1]
    if isinstance(block, b.Heading):
        return {2: 38, 3: 28}.get(block.level, 24)
    if isinstance(above, b.Heading):
        return 8 if above.level > 2 else 10
    if is_flow(block) and is_flow(above):
        return 17
    if isinstance(block, b.Rule) or isinstance(above, b.Rule):
        return 26
    return 20


def _no_media(source: str) -> Path | None:
    return None


def _no_question(block: b.Question | b.Compare) -> QWidget | None:
    return None


def _no_activity(block: b.ActivityCard) -> QWidget | None:
    return None


_table: dict[type, Callable[[b.Block, Maker], QWidget]] = {}


def _makers() -> dict[type, Callable[[b.Block, Maker], QWidget]]:
    """Return the table of makers; their modules are imported at first use."""
    if not _table:
        from ecolearn.ui.lesson import (
            blocks_activity,
            blocks_box,
            blocks_code,
            blocks_media,
            blocks_picture,
            blocks_question,
            blocks_table,
            blocks_text,
        )

        for module in (
            blocks_text,
            blocks_table,
            blocks_picture,
            blocks_media,
            blocks_code,
            blocks_box,
            blocks_question,
            blocks_activity,
        ):
            _table.update(module.MAKERS)
    return _table
