"""What a benchmark gives back, and the table all of them end in."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside its floor and its goal.

    `goal` compares the ratio value ÷ floor (with a floor) or the value itself (without one):
    `most` is the largest, `least` the smallest that meets it.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    floor_name: str = ""
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return value ÷ floor, None without a floor."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None where there is none."""
        judged = self.value if self.ratio is None else self.ratio
        if self.most is not None:
            return judged <= self.most
        if self.least is not None:
            return judged >= self.least
        return None

    @property
    def goal(self) -> str:
        """Return the goal in words."""
        times = "×" if self.floor else f" {self.unit}"
        if self.most is not None:
            return f"≤ {self.most:g}{times}"
        return f"≥ {self.least:g}{times}" if self.least is not None else "–"


def table(figures: list[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| what | figure | floor | ratio | goal | met |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for figure in figures:
        floor = f"{figure.floor:.4g} {figure.unit}" if figure.floor else "–"
        if figure.floor_name:
            floor += f" ({figure.floor_name})"
        ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else "–"
        met = {True: "yes", False: "**no**", None: "–"}[figure.met]
        lines.append(
            f"| {figure.name} | {figure.value:.4g} {figure.unit} | {floor} | {ratio} "
            f"| {figure.goal} | {met} |"
        )
    lines += [f"\n{f.name}: {f.note}" for f in figures if f.note]
    return "\n".join(lines)


def median_of(work: Callable[[], float], runs: int = 5) -> float:
    """Return the median of `runs` calls, after one that does not count."""
    work()
    return statistics.median(work() for _ in range(runs))


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` (0–1) of `values` lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
