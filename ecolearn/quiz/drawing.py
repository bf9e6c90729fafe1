"""Drawing the items of a sitting from banks. Chance is an argument: same seed, same sitting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from ecolearn.quiz.items.base import Item


class PoolLike(Protocol):
    """Draw `draw` items that carry `tag`."""

    @property
    def tag(self) -> str:
        """Return the tag."""
        ...

    @property
    def draw(self) -> int:
        """Return how many."""
        ...


class SettingsLike(Protocol):
    """What drawing needs to know of `content.model.QuizSettings`."""

    @property
    def draw(self) -> int:
        """Return how many items a sitting has; 0 = all."""
        ...

    @property
    def earlier(self) -> int:
        """Return how many of them come from earlier modules."""
        ...

    @property
    def pools(self) -> Sequence[PoolLike]:
        """Return what must be drawn by tag."""
        ...

    @property
    def shuffle_items(self) -> bool:
        """Tell whether the order is shuffled."""
        ...


@dataclass(frozen=True, slots=True)
class Bank:
    """The items of one module."""

    module_id: str
    items: tuple[Item, ...]


Drawn = tuple[str, Item]
"""(module id, item)"""


def draw(
    settings: SettingsLike,
    bank: Bank,
    earlier_banks: Sequence[Bank],
    rng: Random,
    exclude: Collection[str] = (),
    avoid: Collection[str] = (),
) -> list[Drawn]:
    """Draw a sitting: items of earlier modules first, then those of `bank`.

    At most one item of a parallel group is drawn. Items in `avoid` (those of the last attempt)
    are taken only where there are no others; items in `exclude` never. If a bank cannot give
    what the settings promise, the sitting is filled from `bank`, or is shorter; `shortage` tells
    beforehand.
    """
    own = [item for item in bank.items if item.id not in exclude]
    past = [
        (earlier.module_id, item)
        for earlier in earlier_banks
        if earlier.module_id != bank.module_id
        for item in earlier.items
        if item.id not in exclude
    ]
    groups = _fresh_first(_groups(own), rng, avoid)
    wanted = settings.draw or len(groups) + settings.earlier
    taken_groups: set[str] = set()
    first: list[Drawn] = []
    past_groups = _fresh_first(_groups([item for _, item in past]), rng, avoid)
    module_of = {item.id: module_id for module_id, item in past}
    for group in past_groups[: min(settings.earlier, wanted)]:
        item = _pick(group, rng, avoid)
        first.append((module_of[item.id], item))
        taken_groups.add(_group(item))
    groups = [group for group in groups if _group(group[0]) not in taken_groups]
    slots = [pool.tag for pool in settings.pools for _ in range(pool.draw)]
    chosen = _match_slots(slots[: wanted - len(first)], groups)
    drawn = [
        _pick([item for item in groups[index] if tag in item.tags], rng, avoid)
        for index, tag in chosen.items()
    ]
    rest = [group for index, group in enumerate(groups) if index not in chosen]
    drawn += [_pick(group, rng, avoid) for group in rest[: wanted - len(first) - len(drawn)]]
    if settings.shuffle_items:
        rng.shuffle(drawn)
    else:
        place = {item.id: index for index, item in enumerate(bank.items)}
        drawn.sort(key=lambda item: place[item.id])
    return [*first, *((bank.module_id, item) for item in drawn)]


@dataclass(frozen=True, slots=True)
class Shortage:
    """What a quiz promises and cannot keep. `what` is "draw", "pools" (more than `draw`),
    "pool" (`tag` says which) or "earlier"."""

    what: str
    wanted: int
    there: int
    tag: str = ""


def shortage(settings: SettingsLike, bank: Bank, earlier_banks: Sequence[Bank]) -> list[Shortage]:
    """Return where the banks hold too few items for what the settings promise."""
    found: list[Shortage] = []
    groups = _groups(bank.items)
    own = max(0, settings.draw - settings.earlier) if settings.draw else 0
    if len(groups) < own:
        found.append(Shortage("draw", own, len(groups)))
    promised = sum(pool.draw for pool in settings.pools)
    if settings.draw and promised > own:
        found.append(Shortage("pools", promised, own))
    short = False
    for pool in settings.pools:
        there = sum(any(pool.tag in item.tags for item in group) for group in groups)
        if there < pool.draw:
            short = True
            found.append(Shortage("pool", pool.draw, there, pool.tag))
    slots = [pool.tag for pool in settings.pools for _ in range(pool.draw)]
    if not short and len(_match_slots(slots, groups)) < len(slots):
        found.append(Shortage("pools", len(slots), len(_match_slots(slots, groups))))
    past = _groups([i for b in earlier_banks if b.module_id != bank.module_id for i in b.items])
    if len(past) < settings.earlier:
        found.append(Shortage("earlier", settings.earlier, len(past)))
    return found


def draw_retry(
    missed_items: Iterable[Item],
    bank: Iterable[Item],
    rng: Random,
    avoid: Collection[str] = (),
) -> list[tuple[str, Item]]:
    """Return, for each missed item, (its id, the item to ask instead): a parallel item if there
    is one, else the same. Parallel items in `avoid` are taken only where there are no others."""
    known = list(bank)
    used: set[str] = set()
    retry: list[tuple[str, Item]] = []
    for missed in missed_items:
        others = [
            item
            for item in known
            if missed.parallel
            and item.parallel == missed.parallel
            and item.id != missed.id
            and item.id not in used
        ]
        item = _pick(others, rng, avoid) if others else missed
        used.add(item.id)
        retry.append((missed.id, item))
    return retry


def _group(item: Item) -> str:
    return f"group {item.parallel}" if item.parallel else f"item {item.id}"


def _groups(items: Iterable[Item]) -> list[list[Item]]:
    """Put parallel items together; each group gives at most one item."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(_group(item), []).append(item)
    return list(found.values())


def _fresh_first(groups: list[list[Item]], rng: Random, avoid: Collection[str]) -> list[list[Item]]:
    """Return the groups in random order; those nothing of which was used last come first, then
    those with something left."""
    rng.shuffle(groups)
    return sorted(groups, key=lambda group: sum(i.id in avoid for i in group) / len(group))


def _pick(items: Sequence[Item], rng: Random, avoid: Collection[str]) -> Item:
    fresh = [item for item in items if item.id not in avoid]
    return rng.choice(fresh or list(items))


def _match_slots(slots: Sequence[str], groups: Sequence[Sequence[Item]]) -> dict[int, str]:
    """Return group index → tag, filling as many slots as possible (Kuhn's algorithm), groups that
    come first preferred."""
    owner: dict[int, int] = {}

    def place(slot: int, tried: set[int]) -> bool:
        for index, group in enumerate(groups):
            if index in tried or not any(slots[slot] in item.tags for item in group):
                continue
            tried.add(index)
            if index not in owner or place(owner[index], tried):
                owner[index] = slot
                return True
        return False

    for slot in range(len(slots)):
        place(slot, set())
    return {index: slots[slot] for index, slot in owner.items()}
