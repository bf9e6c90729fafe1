"""Views brought up to date for thousands of events at once: rows of the same key become one in
memory, by the same rules as in SQL (`latest`, `most`, `least`), and are then written in bulk.

`latest`, `most` and `least` may be applied in any grouping, so the result equals that of
`views.project` event by event, and that of `views.rebuild`; property tests hold all three equal.
"""

from __future__ import annotations

import sqlite3
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from ecolearn.store.tables import VIEW_CLASSES, View
from ecolearn.store.views import PROJECTIONS, Happened, merge_sql

_INT_MAX = (1 << 63) - 1
#: what a projection raises for a body that is not of its kind
_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)


class _Rules:
    """A view's rules, ready to be applied."""

    def __init__(self, view: type[View]) -> None:
        table = view.__table__
        assert isinstance(table, sa.Table)
        self.keys = tuple(column.name for column in table.primary_key)
        self.latest = tuple(view.latest.items())
        self.most = frozenset(view.most)
        self.least = frozenset(view.least)
        #: column → (types it takes, whether it may be empty, whether it may not be negative)
        self.takes: dict[str, tuple[type, bool, bool]] = {}
        for column in table.columns:
            kind = _python_type(column.type)
            self.takes[column.name] = (kind, bool(column.nullable), column.name in self.most)
        #: (columns, types of their values) → what `_look` says of such rows
        self._shapes: dict[Any, list[tuple[str, int]] | None] = {}

    def accepts(self, row: dict[str, Any]) -> bool:
        """Tell whether SQLite would take the row, and merge it the same in any order."""
        shape = (tuple(row), tuple(map(type, row.values())))
        if shape not in self._shapes:
            self._shapes[shape] = self._look(row)
        numbers = self._shapes[shape]
        if numbers is None:
            return False
        # also refuses what is no number; a generator would cost as much as the rest
        for name, least in numbers:  # noqa: SIM110
            if not least <= row[name] <= _INT_MAX:
                return False
        return True

    def _look(self, row: dict[str, Any]) -> list[tuple[str, int]] | None:
        """Return the columns whose value must be looked at, with the least they take, for rows
        with the same columns and types; None if SQLite takes no such row."""
        numbers = []
        for name, value in row.items():
            kind, nullable, positive = self.takes[name]
            good = nullable if value is None else isinstance(value, kind)
            if not good:
                return None
            if value is not None and kind in (int, float):
                numbers.append((name, 0 if positive else -_INT_MAX))
        return numbers

    def merge(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Bring `new` into `old`; both have the same key."""
        for at, names in self.latest:
            stamp = new.get(at)
            if stamp is not None and stamp > old.get(at, b""):
                old[at] = stamp
                for name in names:
                    if name in new:
                        old[name] = new[name]
        for name in self.most:
            value = new.get(name)
            if value is not None and (name not in old or value > old[name]):
                old[name] = value
        for name in self.least:
            value = new.get(name)
            if value is not None and (old.get(name) is None or value < old[name]):
                old[name] = value


def _python_type(kind: Any) -> type:
    if isinstance(kind, sa.LargeBinary):
        return bytes
    if isinstance(kind, sa.Text):
        return str
    return int if isinstance(kind, sa.Integer) else float


_RULES = {view: _Rules(view) for view in VIEW_CLASSES}


class Fold:
    """Takes events, keeps what they change, writes it at the end."""

    def __init__(self) -> None:
        self.rows: dict[type[View], dict[tuple[Any, ...], dict[str, Any]]] = {
            view: {} for view in VIEW_CLASSES
        }

    def add(self, happened: Happened) -> bool:
        """Take an event; False if its body is not what its kind must have. Then nothing of it
        counts. A kind from a newer program counts as taken: it changes no view."""
        projection = PROJECTIONS.get(happened.kind)
        if projection is None:
            return True
        try:
            rows = list(projection(happened))
        except _UNREADABLE:
            return False
        for view, row in rows:
            if not _RULES[view].accepts(row):
                return False
        for view, row in rows:
            rules = _RULES[view]
            key = tuple([row[name] for name in rules.keys])
            kept = self.rows[view].setdefault(key, row)
            if kept is not row:
                rules.merge(kept, row)
        return True

    def write(self, connection: sqlite3.Connection) -> None:
        """Merge everything into the tables, inside the caller's transaction."""
        for view, rows in self.rows.items():
            same: dict[tuple[str, ...], list[dict[str, Any]]] = {}
            for key in sorted(rows):
                row = rows[key]
                same.setdefault(tuple(sorted(row)), []).append(row)
            for columns, group in same.items():
                sql, order = merge_sql(view, columns)
                connection.executemany(sql, map(itemgetter(*order), group))
        self.rows = {view: {} for view in VIEW_CLASSES}
