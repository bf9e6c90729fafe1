"""What the chain of an incarnation looks like from outside, without its key: complete, with gaps,
changed, or forked (RELIABILITY 3.6). It never says who did it, or why.

The answer depends on the set of events alone, not on the order in which they came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from ecolearn.store.chain import first_link

#: a note in `meta`: the smallest number at which an event of this incarnation was not what was
#: chained; such events are not taken in, so the table of events cannot say it
CHANGED_NOTE = "chain-changed:"
#: a note in `meta`: a link of an event that has its seat elsewhere, `seat:<inc>:<number>:<id>`
SEAT_NOTE = "seat:"

Link = tuple[int, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Chain:
    """An incarnation as it is known here. Numbers are those of events; 0 = there is none.

    `whole` is the last number up to which nothing is missing, forked or changed, and `head` the
    chain's hash there: what a receipt confirms. `last` is the highest number seen.
    """

    inc: bytes
    events: int = 0
    last: int = 0
    missing: int = 0
    gap: int = 0
    forked: int = 0
    changed: int = 0
    whole: int = 0
    head: bytes = b""

    @property
    def state(self) -> str:
        """Return the gravest word: `changed`, `forked`, `gap` or `complete`."""
        if self.changed:
            return "changed"
        if self.forked:
            return "forked"
        return "gap" if self.gap else "complete"

    @property
    def where(self) -> int:
        """Return the number the word is about; 0 for `complete`."""
        return self.changed or self.forked or self.gap

    @property
    def receipt(self) -> str:
        """Return the last 8 hex digits of the head, to be compared by eye."""
        return self.head.hex()[-8:]


def survey(inc: bytes, links: Iterable[Link], changed: int = 0) -> Chain:
    """Return the state of a chain from its links (number, hash before, hash), sorted by number.
    `changed` is what is known already to have been changed (0 = nothing)."""
    events = last = missing = gap = forked = whole = 0
    before = {first_link(inc)}
    here: set[bytes] = set()
    head = head_before = b""
    sound = True
    for seq, prev_h, h in links:
        events += 1
        if seq == last:
            forked = forked or seq
            sound = False
            if whole == seq:  # the receipt stops before the fork
                whole, head = seq - 1, head_before
        else:
            if seq != last + 1:
                gap = gap or last + 1
                missing += seq - last - 1
                sound = False
            before, here = (here if last else before) if seq == last + 1 else set(), set()
        if before and prev_h not in before:
            changed = min(changed, seq) if changed else seq
            sound = False
        here.add(h)
        last = seq
        if sound and not (changed and changed <= seq):
            whole, head_before, head = seq, head, h
    return Chain(inc, events, last, missing, gap, forked, changed, whole, head)


def stored_chain(connection: sqlite3.Connection, inc: bytes) -> Chain:
    """Return the state of an incarnation's chain in the database."""
    row = connection.execute(
        "SELECT value FROM meta WHERE key = ?", (CHANGED_NOTE + inc.hex(),)
    ).fetchone()
    sql = "SELECT seq, prev_h, h FROM event WHERE inc = ? ORDER BY seq, id"
    links: Iterable[Link] = connection.execute(sql, (inc,))
    if seats := _seats(connection, inc):
        links = sorted({*links, *seats})
    return survey(inc, links, int(row[0]) if row else 0)


def _seats(connection: sqlite3.Connection, inc: bytes) -> list[Link]:
    begin = f"{SEAT_NOTE}{inc.hex()}:"
    rows = connection.execute(
        "SELECT key, value FROM meta WHERE key >= ? AND key < ?", (begin, begin + ";")
    )
    seats: list[Link] = []
    for key, value in rows:
        prev_h, h = map(bytes.fromhex, value.split(":"))
        seats.append((int(key.split(":")[2]), prev_h, h))
    return seats


def stored_chains(connection: sqlite3.Connection) -> list[Chain]:
    """Return the state of every chain in the database, by id of the incarnation."""
    incs = [row[0] for row in connection.execute("SELECT DISTINCT inc FROM event ORDER BY inc")]
    return [stored_chain(connection, inc) for inc in incs]


def note_changed(connection: sqlite3.Connection, inc: bytes, seq: int) -> None:
    """Remember that the event `seq` of an incarnation was changed; the smallest number stays."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
        "value = min(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))",
        (CHANGED_NOTE + inc.hex(), str(seq)),
    )


def note_seat(
    connection: sqlite3.Connection, inc: bytes, seq: int, event_id: bytes, prev_h: bytes, h: bytes
) -> None:
    """Remember the link of an event that is kept with another seat."""
    connection.execute(
        "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
        (f"{SEAT_NOTE}{inc.hex()}:{seq}:{event_id.hex()}", f"{prev_h.hex()}:{h.hex()}"),
    )
