"""What a sitting asks: drawn once, kept in the `shown` event, never drawn again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from random import Random
from typing import Any

from ecolearn.content.model import Module, QuizSettings
from ecolearn.quiz.drawing import Bank, draw, draw_retry
from ecolearn.quiz.items.base import Item
from ecolearn.study.api import SittingItem
from ecolearn.study.desk import OpenCourseLike


def plan(
    opened: OpenCourseLike,
    module: Module,
    quiz: QuizSettings,
    seed: int,
    avoid: Collection[str],
) -> tuple[SittingItem, ...]:
    """Draw a sitting, and the order of each item's parts, from `seed`; items of the last attempt
    (`avoid`) only where there are no others."""
    rng = Random(seed)
    *earlier, own = _banks(opened, module)
    drawn = draw(quiz, own, earlier, rng, avoid=avoid)
    return tuple(_shown(opened, quiz, rng, where, item) for where, item in drawn)


def plan_retry(
    opened: OpenCourseLike,
    module: Module,
    quiz: QuizSettings,
    seed: int,
    missed: Iterable[str],
    avoid: Collection[str],
) -> tuple[SittingItem, ...]:
    """Draw a targeted retry: for each missed item a parallel one, or the same again. Items that
    the course has no more are left out."""
    rng = Random(seed)
    banks = _banks(opened, module)
    module_of = {item.id: bank.module_id for bank in banks for item in bank.items}
    known = {item.id: item for bank in banks for item in bank.items}
    again = [known[item_id] for item_id in missed if item_id in known]
    retry = draw_retry(again, known.values(), rng, avoid=avoid)
    return tuple(
        _shown(opened, quiz, rng, module_of[item.id], item, "" if first == item.id else first)
        for first, item in retry
    )


def _banks(opened: OpenCourseLike, module: Module) -> list[Bank]:
    """Return the banks of the earlier modules, in order, and that of `module` last."""
    banks: list[Bank] = []
    for one in opened.course.modules:
        banks.append(Bank(one.id, tuple(opened.bank(one.id))))
        if one.id == module.id:
            break
    return banks


def _shown(
    opened: OpenCourseLike,
    quiz: QuizSettings,
    rng: Random,
    module_id: str,
    item: Item,
    stands_for: str = "",
) -> SittingItem:
    order = item.present(rng, quiz.shuffle_options)
    return SittingItem(item.id, opened.course.id, module_id, item.points, order, stands_for)


def to_body(item: SittingItem) -> dict[str, Any]:
    """Return an item as it is kept in the `shown` event."""
    return {
        "item": item.item_id,
        "course": item.course_id,
        "module": item.module_id,
        "points": item.points,
        "order": item.presentation,
        "stands_for": item.stands_for,
    }


def from_body(body: dict[str, Any]) -> SittingItem:
    """Return the item that `to_body` made."""
    return SittingItem(
        body["item"],
        body["course"],
        body["module"],
        float(body["points"]),
        {name: list(ids) for name, ids in body["order"].items()},
        body["stands_for"],
    )
