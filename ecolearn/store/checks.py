"""The long look at a database: pages, chain, bodies, views (RELIABILITY 3.4, "daily when idle").

It changes nothing but the list of damaged events, which the views leave out. It says complete,
gap, changed; never who did it (3.6).
"""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass

from ecolearn.errors import DamagedDatabase
from ecolearn.store import chain, views
from ecolearn.store.store import Store
from ecolearn.store.trouble import trouble_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """What was found. `pages` is SQLite's first complaint ("" = none); `views_agree` tells
    whether the views were what the log says before they were made anew."""

    events: int
    pages: str
    breaks: tuple[chain.Break, ...]
    views_agree: bool

    @property
    def good(self) -> bool:
        """Tell whether there is nothing to tell."""
        return not self.pages and not self.breaks and self.views_agree


def look_closely(store: Store) -> Health:
    """Check everything, note damaged events, make the views anew if they do not agree.

    A file whose pages are damaged is only read: writing would spoil it further, and what comes
    next is recovery. On the thread that writes; about a second for 100,000 events.
    """
    with store.reading() as connection:
        pages = _pages(connection)
    if not pages:
        try:
            return _look(store)
        except (sqlite3.OperationalError, sqlite3.IntegrityError, DamagedDatabase) as error:
            if trouble_of(error) not in ("damaged", "other", "conflict"):
                raise
            pages = str(error)  # the tables are not those we made
    log.error("check: the file is damaged")
    return Health(0, pages, (), False)


def _look(store: Store) -> Health:
    with store.reading() as connection:
        breaks = tuple(chain.verify(connection))
        before = views.digest(connection)
    damaged = [(one.event_id, one.reason) for one in breaks if one.reason in ("changed", "body")]
    now = store.clock.moment().wall_ms
    with store.database.transaction() as connection:
        for event_id, reason in damaged:
            connection.execute(
                "INSERT INTO damaged (event_id, reason, found_ms) VALUES (?, ?, ?) "
                "ON CONFLICT (event_id) DO NOTHING",
                (event_id, reason, now),
            )
        events = views.rebuild(connection)
        agree = views.digest(connection) == before
    health = Health(events, "", breaks, agree)
    if not health.good:
        log.error("check: %d breaks, views agree: %s", len(breaks), agree)
    return health


def _pages(connection: sqlite3.Connection) -> str:
    """Return SQLite's first complaint ("" = none), also if it is one it cannot go on after."""
    try:
        answer = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if trouble_of(error) != "damaged":
            raise
        return str(error)
    return "" if answer == "ok" else answer
