"""A checklist: things to do or to look for, ticked one by one.

State: `{"ticked": [entry ids], "notes": {entry id: text}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ecolearn.content.activities.base import (
    Activity,
    Fault,
    Part,
    State,
    World,
    cut_text,
    doubled,
)
from ecolearn.content.texts import Text

#: a note of the learner beside an entry is cut to this many characters
LONGEST_NOTE = 300


class Entry(Part, frozen=True):
    """A thing to tick. `note` asks for a few words, such as what was found."""

    id: str
    text: Text
    help: Text = {}
    note: Text = {}


class Group(Part, frozen=True):
    """Entries under a title."""

    entries: tuple[Entry, ...]
    title: Text = {}


class Checklist(Activity, frozen=True, tag="checklist"):
    """See the module text. `enough` entries finish it (0 = all); `closing` is then said."""

    groups: tuple[Group, ...]
    enough: int = 0
    closing: Text = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of all groups."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def needed(self) -> int:
        """Return how many ticks finish the list."""
        return min(self.enough or len(self.entries), len(self.entries))

    def clean(self, state: State) -> State:
        """See `Activity.clean`."""
        state = self.checked(state)
        ticked, notes = state.get("ticked", []), state.get("notes", {})
        if not isinstance(ticked, list) or not isinstance(notes, dict):
            raise self.bad("no ticks")
        kept: State = {"ticked": [one.id for one in self.entries if one.id in ticked]}
        written = {
            one.id: cut_text(notes[one.id], LONGEST_NOTE).strip()
            for one in self.entries
            if isinstance(notes.get(one.id), str)
        }
        kept["notes"] = {entry_id: text for entry_id, text in written.items() if text}
        return kept

    def is_done(self, state: State) -> bool:
        """See `Activity.is_done`."""
        return bool(self.entries) and len(state.get("ticked", [])) >= self.needed

    def faults(self, world: World) -> Iterator[Fault]:
        """See `Activity.faults`."""
        if not self.entries:
            yield "A501", ("groups",), {}
        if self.enough > len(self.entries):
            yield "A502", ("enough",), {"enough": self.enough, "count": len(self.entries)}
        seen: set[str] = set()
        for at, group in enumerate(self.groups):
            yield from doubled(group.entries, "groups", at, "entries")
            for number, entry in enumerate(group.entries):
                if entry.id in seen:
                    yield "A011", ("groups", at, "entries", number, "id"), {"id": entry.id}
            seen |= {entry.id for entry in group.entries}
