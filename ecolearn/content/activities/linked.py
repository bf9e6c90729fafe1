"""Inputs that make a total together, such as the shares of a mix: moving one moves the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ecolearn.content.activities.calculator import Calculator, Input

#: what counts as the total, in parts of it
_CLOSE = 1e-9


def relink(
    calculator: Calculator, values: Mapping[str, float | str | None], moved: str
) -> dict[str, float | str | None]:
    """Return `values` with the inputs that are linked to `moved` moved as well.

    The others keep their proportions (all at 0 share equally); none leaves its range, and where
    they cannot make up the total together, `moved` gives way.
    """
    found = dict(values)
    for linked in calculator.linked:
        if moved not in linked.inputs:
            continue
        inputs = {one.id: one for one in calculator.inputs if one.id in linked.inputs}
        others = [inputs[name] for name in linked.inputs if name in inputs and name != moved]
        if moved not in inputs or not others:
            continue
        total = linked.total
        least = sum(one.min for one in others)
        most = sum(one.max for one in others)
        mine = _number(values.get(moved))
        mine = min(max(mine, total - most), total - least)
        mine = min(max(mine, inputs[moved].min), inputs[moved].max)
        shares = _shared(others, [_number(values.get(one.id)) for one in others], total - mine)
        found[moved] = mine
        found.update({one.id: share for one, share in zip(others, shares, strict=True)})
    return found


def _number(value: float | str | None) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _shared(inputs: Sequence[Input], weights: Sequence[float], total: float) -> list[float]:
    """Return `total` split by weights; who would leave its range stays at its end, and the rest
    is split among the others."""
    fixed: dict[int, float] = {}
    while True:
        free = [at for at in range(len(inputs)) if at not in fixed]
        left = total - sum(fixed.values())
        heavy = sum(max(0.0, weights[at]) for at in free)
        split = {
            at: left * (max(0.0, weights[at]) / heavy) if heavy > 0 else left / len(free)
            for at in free
        }
        over = {at: inputs[at].max for at in free if split[at] > inputs[at].max + _CLOSE}
        under = {at: inputs[at].min for at in free if split[at] < inputs[at].min - _CLOSE}
        # the side that leaves more is settled first, or both would be pushed too far
        spill = sum(split[at] - end for at, end in over.items())
        lack = sum(end - split[at] for at, end in under.items())
        outside = over if spill >= lack else under
        if not outside:
            fixed.update(split)
            return [fixed[at] for at in range(len(inputs))]
        fixed.update(outside)
        if len(fixed) == len(inputs):
            return [fixed[at] for at in range(len(inputs))]
