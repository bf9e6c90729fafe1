"""The facts an activity rests on: cards of the lesson, in a fold that opens on a click."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from ecolearn.content import blocks as b
from ecolearn.ui.activities.base import Around
from ecolearn.ui.lesson.blocks_box import FoldView
from ecolearn.ui.lesson.registry import Maker


def fact_cards(
    ids: Sequence[str], around: Around, *, notes: bool = True, doubtful: bool = False
) -> tuple[b.FactCard, ...]:
    """Return the cards of facts by id, those of grade D only if `doubtful` ones are wanted.

    Without `notes` they do not say what is known against them.
    """
    cards = []
    for fact_id in ids:
        fact = around.facts.get(fact_id)
        if fact is not None and fact.grade == "D" and not doubtful:
            continue
        if fact is not None and not notes:
            fact = msgspec.structs.replace(fact, note={})
        cards.append(b.FactCard(fact_id, fact))
    return tuple(cards)


def maker_for(around: Around, parent: QWidget) -> Maker:
    """Return what makes the widgets of blocks in an activity."""
    return Maker(parent, media=around.media, language=around.language)


def evidence(title: str, cards: tuple[b.FactCard, ...], maker: Maker) -> FoldView:
    """Return a fold with the cards of facts."""
    return FoldView(b.Fold(title, cards), maker)
