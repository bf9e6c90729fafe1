"""The eco-diary: what a learner measures again and again, one entry at a time.

An entry is corrected under its id and can be removed and brought back; all of it stays in the log.
What follows from the entries is counted in `study.diary_sums`.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ecolearn.changes import Changes, Done
from ecolearn.store.events import Fact
from ecolearn.store.ids import new_id, to_bytes
from ecolearn.store.trouble import DatabaseBusy
from ecolearn.study.api import DiaryEntry
from ecolearn.study.desk import Desk, key

#: letters kept of a note and of a unit
NOTE_MAX = 200
UNIT_MAX = 40
#: letters an id of a series may have
SERIES_MAX = 200
#: no entry is farther from 0: what is larger no other PC would take (`store.bulk`)
VALUE_MAX = 1e15
#: letters that turn the direction of what follows them (UAX #9)
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: no instant is later: the end of the year 9998, in ms since 1970
_LAST_MS = 253_370_764_800_000


@dataclass(slots=True)
class _Line:
    """An entry as it stands, removed or not; without `entry` only its removal is known."""

    entry: DiaryEntry | None = None
    removed: bool = False


class EcoDiary(Desk):
    """The acts about the diary."""

    def diary(self, learner_id: str) -> tuple[DiaryEntry, ...]:
        """Return the entries, by series, day and when they were first written."""
        lines = self._diary_lines(learner_id).values()
        entries = [line.entry for line in lines if line.entry is not None and not line.removed]
        return tuple(sorted(entries, key=_order))

    def write_diary(
        self,
        learner_id: str,
        series_id: str,
        day: date,
        value: float,
        unit: str,
        note: str = "",
        entry_id: str = "",
    ) -> Done[DiaryEntry]:
        """Write an entry, or with `entry_id` correct one; a removed one comes back by that.

        Notes are cut to `NOTE_MAX` letters, on one line. What is the same already is not written
        again. Raises `ValueError` for a value that is no finite number or absurdly large, and for
        an id that is none.
        """
        value = _number(value)
        if not series_id.strip() or len(series_id) > SERIES_MAX:
            raise ValueError("a series needs an id")
        entry_id = to_bytes(entry_id).hex() if entry_id else ""
        old = self._diary_line(learner_id, entry_id) if entry_id else _Line()
        entry_id = entry_id or new_id()
        body = {
            "entry": entry_id,
            "day": date(day.year, day.month, day.day).isoformat(),
            "value": value,
            "unit": _one_line(unit, UNIT_MAX),
            "note": _one_line(note, NOTE_MAX),
        }
        if (
            old.entry is not None
            and not old.removed
            and old.entry == _entry(series_id, body, old.entry.written_at)
        ):
            return Done(old.entry)
        facts = [Fact("diary_written", body, key(learner_id), None, series_id)]
        if old.removed:
            facts.append(_removal(learner_id, entry_id, False))
        event = self.store.log.append(facts)[0]
        first = old.entry.written_at if old.entry else _instant(event.moment.wall_ms)
        entry = _entry(series_id, body, first)
        assert entry is not None, "the day was made above"
        return Done(entry, Changes(diary=True))

    def remove_diary_entry(
        self, learner_id: str, entry_id: str, removed: bool = True
    ) -> Done[None]:
        """Remove an entry, or with `removed=False` bring it back. Raises `ValueError` for an id
        that is none."""
        self.store.log.append([_removal(learner_id, to_bytes(entry_id).hex(), removed)])
        return Done(None, Changes(diary=True))

    def _diary_line(self, learner_id: str, entry_id: str) -> _Line:
        """Return the entry, as far as it can be read now: writing must not wait for that."""
        try:
            return self._diary_lines(learner_id, entry_id).get(entry_id) or _Line()
        except DatabaseBusy:
            return _Line()

    def _diary_lines(self, learner_id: str, entry_id: str = "") -> dict[str, _Line]:
        """Return the entries by id, those that wait in the side journal included; with `entry_id`
        that one is enough."""
        with self.store.reading() as connection:
            rows = connection.execute(
                "SELECT entry, series, day, value, unit, note, written_ms, removed, at <> x'' "
                "FROM diary WHERE learner = ? AND (? = '' OR entry = ?)",
                (key(learner_id), entry_id, entry_id),
            ).fetchall()
        found: dict[str, _Line] = {}
        for found_id, series, day, value, unit, note, written_ms, removed, there in rows:
            body = {"entry": found_id, "day": day, "value": value, "unit": unit, "note": note}
            entry = _entry(series, body, _instant(written_ms or 0)) if there else None
            found[found_id] = _Line(entry, bool(removed))
        for event in self.waiting(learner_id, "diary_written", "diary_removed"):
            line = found.setdefault(event.data["entry"], _Line())
            if event.kind == "diary_removed":
                line.removed = event.data["removed"]
            else:
                first = line.entry.written_at if line.entry else _instant(event.moment.wall_ms)
                line.entry = _entry(event.item or "", event.data, first)
        return found


def _order(entry: DiaryEntry) -> tuple[str, date, datetime, str]:
    return entry.series_id, entry.day, entry.written_at, entry.entry_id


def _entry(series_id: str, body: dict[str, Any], written_at: datetime) -> DiaryEntry | None:
    """Return the entry that an event tells of; None if a foreign program wrote what is no day."""
    try:
        day = date.fromisoformat(body["day"])
    except ValueError:
        return None
    return DiaryEntry(
        body["entry"], series_id, day, body["value"], body["unit"], body["note"], written_at
    )


def _removal(learner_id: str, entry_id: str, removed: bool) -> Fact:
    return Fact("diary_removed", {"entry": entry_id, "removed": removed}, key(learner_id))


def _number(value: float) -> float:
    try:
        number = float(value)
    except OverflowError as error:
        raise ValueError("not a number to be kept") from error
    if not math.isfinite(number) or abs(number) > VALUE_MAX:
        raise ValueError("not a number to be kept")
    return number


def _one_line(text: str, most: int) -> str:
    """Return a text as it is kept: on one line, without controls and turns of direction, cut."""
    kept = (
        letter
        for letter in " ".join(text.split())
        if unicodedata.category(letter) not in ("Cc", "Cs") and letter not in _TURNS
    )
    return "".join(kept)[:most].strip()


def _instant(milliseconds: int) -> datetime:
    """Return an instant, also of a clock that was absurdly wrong."""
    return datetime.fromtimestamp(min(max(0, milliseconds), _LAST_MS) / 1000, UTC)
