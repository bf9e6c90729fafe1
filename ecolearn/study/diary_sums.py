"""What follows from the entries of a diary: use per day, before and after, a spreadsheet file.

Pure: entries come in, in any order, and numbers or text go out. All entries of one call are of one
series, except for `csv_text`.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter

from ecolearn.quiz.numbers import plain_number
from ecolearn.study.api import DiaryEntry

#: spreadsheets take what begins so for a formula (OWASP, CSV Injection; full-width letters too)
_FORMULA = "=+\\-@\t\r\n＝＋－＠"
#: the beginning of a cell, also in a program that parts cells at the other separator
_CELL_BEGINS = re.compile(f'(^|[;,][ "]*)(?=[{_FORMULA}])')


@dataclass(frozen=True, slots=True)
class Use:
    """What a meter counted from a reading to the next, in the unit of the series."""

    start: date  #: day of the earlier reading
    end: date  #: day of the later one
    amount: float

    @property
    def days(self) -> int:
        """Return how many days lie between the readings; at least 1."""
        return (self.end - self.start).days

    @property
    def per_day(self) -> float:
        """Return the use per day."""
        return self.amount / self.days


@dataclass(frozen=True, slots=True)
class Comparison:
    """Means before and after a date, in the unit of the series (a day, for meters); None = there
    is nothing to take the mean of. `weight_before` and `weight_after` say what the means rest on:
    days for meters, entries otherwise."""

    before: float | None
    after: float | None
    weight_before: int
    weight_after: int

    @property
    def change(self) -> float | None:
        """Return the change in per cent of the mean before: −20 = a fifth less. None if one of the
        means is missing, or the one before is not above 0 (no per cent can be said of that)."""
        if self.before is None or self.after is None or self.before <= 0:
            return None
        change = 100 * (self.after - self.before) / self.before
        return change if math.isfinite(change) else None


def in_order(entries: Iterable[DiaryEntry]) -> list[DiaryEntry]:
    """Return the entries by day; those of one day as they were written."""
    return sorted(entries, key=lambda one: (one.day, one.written_at, one.entry_id))


def uses(entries: Iterable[DiaryEntry]) -> tuple[Use, ...]:
    """Return what a meter counted from day to day of reading. The rules:

    * Use is the later reading minus the earlier one. It is spread evenly over the days between.
    * A reading lower than the one before means that the meter was exchanged (or set to 0): it is
      a new start, and what was used since the reading before is not known, so it is left out.
    * Several readings of one day belong to that day: what was counted between them is added to
      the use that ends with the day. So who writes down both the last reading of the old meter
      and the first of the new one on the day of the exchange loses nothing.
    """
    found: list[Use] = []
    before: DiaryEntry | None = None
    for day, group in groupby(in_order(entries), key=attrgetter("day")):
        readings = list(group)
        if before is not None and readings[0].value >= before.value:
            steps = [readings[0].value - before.value]
            steps += [max(0.0, two.value - one.value) for one, two in pairwise(readings)]
            found.append(Use(before.day, day, math.fsum(steps)))
        before = readings[-1]
    return tuple(found)


def compare(entries: Iterable[DiaryEntry], since: date, *, cumulative: bool) -> Comparison:
    """Return the means before and after something was changed on the day `since`. The rules:

    * Entries: those of earlier days are before; those of `since` and later are after. Each entry
      counts alike, also when there are several on a day.
    * Meters (`cumulative`): the mean is all use divided by all days it was counted over. A use
      whose later reading is of `since` or earlier is before, one whose earlier reading is of
      `since` or later is after. One that began before and ended after tells of both and is left
      out: whoever wants to compare reads the meter on the day of the change.
    """
    if not cumulative:
        kept = list(entries)
        early = [one.value for one in kept if one.day < since]
        late = [one.value for one in kept if one.day >= since]
        return Comparison(_share(early, len(early)), _share(late, len(late)), len(early), len(late))
    steps = uses(entries)
    early_steps = [one for one in steps if one.end <= since]
    late_steps = [one for one in steps if one.start >= since]
    days_before = sum(one.days for one in early_steps)
    days_after = sum(one.days for one in late_steps)
    return Comparison(
        _share([one.amount for one in early_steps], days_before),
        _share([one.amount for one in late_steps], days_after),
        days_before,
        days_after,
    )


def _share(amounts: Sequence[float], weight: int) -> float | None:
    return math.fsum(amounts) / weight if weight else None


# ── a file for a spreadsheet ──────────────────────────────────────────────────────────────────


def csv_text(
    entries: Iterable[DiaryEntry],
    titles: Mapping[str, str],
    headings: Sequence[str],
    language: str,
) -> str:
    """Return the entries as CSV (RFC 4180), to be written as UTF-8; it begins with the mark by
    which spreadsheets know that (BOM).

    `titles` names the series by id; `headings` are the words above the five columns: series, day
    (ISO 8601), value, unit, note. Spreadsheets in Kazakh and Russian part cells at `;` and write a
    decimal comma (a point would make 1.5 the first of May); in English they do it with `,` and a
    point. A text that could be taken for a formula gets an apostrophe before it (RELIABILITY I12).
    """
    comma = language in ("kk", "ru")
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow([_harmless(one) for one in headings])
    for entry in entries:
        number = plain_number(entry.value)
        writer.writerow(
            [
                _harmless(titles.get(entry.series_id, entry.series_id)),
                entry.day.isoformat(),
                number.replace(".", ",") if comma else number,
                _harmless(entry.unit),
                _harmless(entry.note),
            ]
        )
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    """Return a text on one line that no spreadsheet takes for a formula, not even one that parts
    cells at the other separator."""
    return _CELL_BEGINS.sub(r"\1'", " ".join(cell.split()))
