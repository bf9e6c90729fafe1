"""From facts to views: what each kind of event changes in the derived tables.

A projection is a pure function from an event to rows; the SQL that merges a row into what is
there follows from the rules in `store.tables` (later stamp, largest, smallest). Each rule gives
the same result in any order, so views updated one by one, rebuilt, or merged from several PCs are
equal (RELIABILITY 3.4, 3.9). Projections hold no clock, no chance and read no table.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from ecolearn.store.chain import commitment
from ecolearn.store.events import Body, read_body, to_text
from ecolearn.store.tables import (
    VIEW_CLASSES,
    VIEWS,
    ActivityView,
    AttemptMarkView,
    AttemptView,
    DiaryView,
    ItemBestView,
    LearnerView,
    LessonMarkView,
    LessonView,
    PlaceView,
    View,
)

Row = tuple[type[View], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Happened:
    """What a projection may look at."""

    kind: str
    learner: bytes
    attempt: bytes
    item: str
    wall_ms: int
    mono_ms: int
    boot: bytes
    body: Body
    #: logical time and id; the larger one is the later one
    stamp: bytes


def stamp(lamport: int, event_id: bytes) -> bytes:
    """Return the stamp of an event: 24 bytes that compare as (logical time, id)."""
    return lamport.to_bytes(8, "big") + event_id


# ── projections ───────────────────────────────────────────────────────────────────────────────


def _learner_profile(e: Happened) -> Iterator[Row]:
    b = e.body
    yield (
        LearnerView,
        {
            "learner": e.learner,
            "name": b["name"],
            "picture": b["picture"],
            "hue": b["hue"],
            "language": b["language"],
            "profile_at": e.stamp,
            "created_ms": e.wall_ms,
        },
    )


def _learner_pin(e: Happened) -> Iterator[Row]:
    yield LearnerView, {"learner": e.learner, "pin": e.body["pin"], "pin_at": e.stamp}


def _tries(e: Happened, wrong: int) -> dict[str, Any]:
    return {
        "learner": e.learner,
        "wrong": wrong,
        "wrong_ms": e.wall_ms,
        "wrong_mono_ms": e.mono_ms,
        "wrong_boot": e.boot,
        "tries_at": e.stamp,
    }


def _learner_seen(e: Happened) -> Iterator[Row]:
    yield LearnerView, {**_tries(e, 0), "seen_ms": e.wall_ms}


def _learner_pin_wrong(e: Happened) -> Iterator[Row]:
    yield LearnerView, _tries(e, e.body["wrong"])


def _learner_removed(e: Happened) -> Iterator[Row]:
    removed = int(e.body["removed"])
    yield LearnerView, {"learner": e.learner, "removed": removed, "removed_at": e.stamp}


def _place(e: Happened, lesson: str = "", attempt: bytes = b"") -> Row:
    return PlaceView, {
        "learner": e.learner,
        "course": e.body["course"],
        "module": e.body["module"],
        "lesson": lesson,
        "attempt": attempt,
        "at_ms": e.wall_ms,
        "parts": e.body["parts"],
        "at": e.stamp,
    }


def _lesson(e: Happened, **more: Any) -> Row:
    b = e.body
    key = {"learner": e.learner, "course": b["course"], "lesson": b["lesson"]}
    return LessonView, {**key, "seen_ms": e.wall_ms, **more}


def _lesson_opened(e: Happened) -> Iterator[Row]:
    yield _lesson(e, opened_ms=e.wall_ms)
    yield _place(e, lesson=e.body["lesson"])


def _lesson_spot(e: Happened) -> Iterator[Row]:
    b = e.body
    yield _lesson(
        e, block=b["block"], shift=float(b["shift"]), spot_at=e.stamp, furthest=float(b["furthest"])
    )


def _lesson_finished(e: Happened) -> Iterator[Row]:
    yield _lesson(e, furthest=1.0, finished_ms=e.wall_ms)
    yield _place(e, lesson=e.body["lesson"])


def _evidence(e: Happened, item: str, score: float | None) -> Iterator[Row]:
    if score is not None:
        row = {"learner": e.learner, "course": e.body["course"], "item": item, "best": float(score)}
        yield ItemBestView, row


def _lesson_mark(e: Happened, **more: Any) -> Row:
    b = e.body
    key = {"learner": e.learner, "course": b["course"], "lesson": b["lesson"], "item": e.item}
    return LessonMarkView, {**key, **more}


def _lesson_answered(e: Happened) -> Iterator[Row]:
    b = e.body
    yield _lesson_mark(
        e,
        response=to_text(b["response"]),
        grade=_grade(b["grade"]),
        score=_number(b["score"]),
        at=e.stamp,
    )
    yield from _evidence(e, e.item, b["score"])


def _lesson_hinted(e: Happened) -> Iterator[Row]:
    yield _lesson_mark(e, hints=e.body["hints"])


def _started(e: Happened) -> Iterator[Row]:
    b = e.body
    yield (
        AttemptView,
        {
            "attempt": e.attempt,
            "learner": e.learner,
            "course": b["course"],
            "module": b["module"],
            "quiz": b["quiz"],
            "number": b["number"],
            "retry_of": bytes.fromhex(b["retry_of"]),
            "started_ms": e.wall_ms,
            "settings": to_text(b["settings"]),
            "started_at": e.stamp,
        },
    )
    yield _place(e, attempt=e.attempt)


def _shown(e: Happened) -> Iterator[Row]:
    yield AttemptView, {"attempt": e.attempt, "plan": to_text(e.body), "plan_at": e.stamp}


def _mark(e: Happened, **more: Any) -> Row:
    return AttemptMarkView, {"attempt": e.attempt, "item": e.item, **more}


def _answered(e: Happened) -> Iterator[Row]:
    b = e.body
    given = {"response": to_text(b["response"]), "final": 1, "at": e.stamp}
    given["elapsed_ms"] = b["elapsed_ms"]
    if b["grade"] is not None:
        given |= {"grade": _grade(b["grade"]), "score": _number(b["score"]), "judged_at": e.stamp}
    yield _mark(e, **given)
    yield from _evidence(e, e.item, b["score"])


def _drafted(e: Happened) -> Iterator[Row]:
    b = e.body
    response = to_text(b["response"])
    yield _mark(e, response=response, final=0, at=e.stamp, elapsed_ms=b["elapsed_ms"])


def _hinted(e: Happened) -> Iterator[Row]:
    yield _mark(e, hints=e.body["hints"], elapsed_ms=e.body["elapsed_ms"])


def _flagged(e: Happened) -> Iterator[Row]:
    yield _mark(e, flagged=int(e.body["flagged"]), flagged_at=e.stamp)


def _moved(e: Happened) -> Iterator[Row]:
    yield (
        AttemptView,
        {
            "attempt": e.attempt,
            "position": e.body["position"],
            "position_at": e.stamp,
            "elapsed_ms": e.body["elapsed_ms"],
        },
    )


def _finished(e: Happened) -> Iterator[Row]:
    b = e.body
    yield (
        AttemptView,
        {
            "attempt": e.attempt,
            "finished_ms": e.wall_ms,
            "score": _number(b["score"]),
            "passed": int(b["passed"]),
            "result": to_text(b["result"]),
            "finished_at": e.stamp,
            "elapsed_ms": b["elapsed_ms"],
        },
    )
    for item, mark in sorted(b["marks"].items()):
        yield (
            AttemptMarkView,
            {
                "attempt": e.attempt,
                "item": item,
                "grade": _grade(mark["grade"]),
                "score": _number(mark["score"]),
                "judged_at": e.stamp,
            },
        )
        yield from _evidence(e, item, mark["score"])
    yield _place(e)


def _graded(e: Happened) -> Iterator[Row]:
    b = e.body
    yield _mark(e, grade=_grade(b["grade"]), score=_number(b["score"]), judged_at=e.stamp)
    yield from _evidence(e, e.item, b["score"])


def _activity_saved(e: Happened) -> Iterator[Row]:
    b = e.body
    row: dict[str, Any] = {
        "learner": e.learner,
        "course": b["course"],
        "activity": e.item,
        "lesson": b["lesson"],
        "state": to_text(b["state"]),
        "score": _number(b["score"]),
        "saved_ms": e.wall_ms,
        "at": e.stamp,
        "done": int(bool(b["done"])),
    }
    if b["score"] is not None:
        row["best"] = float(b["score"])
    yield ActivityView, row


def _diary_written(e: Happened) -> Iterator[Row]:
    b = e.body
    yield (
        DiaryView,
        {
            "learner": e.learner,
            "entry": b["entry"],
            "series": e.item,
            "day": b["day"],
            "value": float(b["value"]),
            "unit": b["unit"],
            "note": b["note"],
            "written_ms": e.wall_ms,
            "at": e.stamp,
        },
    )


def _diary_removed(e: Happened) -> Iterator[Row]:
    b = e.body
    key = {"learner": e.learner, "entry": b["entry"]}
    yield DiaryView, {**key, "removed": int(bool(b["removed"])), "removed_at": e.stamp}


def _grade(grade: object) -> str:
    return "" if grade is None else to_text(grade)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


PROJECTIONS: dict[str, Callable[[Happened], Iterator[Row]]] = {
    "learner_profile": _learner_profile,
    "learner_pin": _learner_pin,
    "learner_seen": _learner_seen,
    "learner_pin_wrong": _learner_pin_wrong,
    "learner_removed": _learner_removed,
    "lesson_opened": _lesson_opened,
    "lesson_spot": _lesson_spot,
    "lesson_finished": _lesson_finished,
    "lesson_answered": _lesson_answered,
    "lesson_hinted": _lesson_hinted,
    "started": _started,
    "shown": _shown,
    "answered": _answered,
    "drafted": _drafted,
    "hinted": _hinted,
    "flagged": _flagged,
    "moved": _moved,
    "finished": _finished,
    "graded": _graded,
    "activity_saved": _activity_saved,
    "diary_written": _diary_written,
    "diary_removed": _diary_removed,
}


# ── from rows to SQL ──────────────────────────────────────────────────────────────────────────

_sql: dict[tuple[type[View], tuple[str, ...]], tuple[str, tuple[str, ...]]] = {}


def merge_sql(view: type[View], columns: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the statement that merges a row with these columns into what is there, written by
    SQLAlchemy once, and the order of its parameters."""
    table = view.__table__
    assert isinstance(table, sa.Table)
    statement = sqlite.insert(table).values({name: sa.bindparam(name) for name in columns})
    new = statement.excluded
    keys = {column.name for column in table.primary_key}
    dated = {name: at for at, names in view.latest.items() for name in (*names, at)}
    change: dict[str, Any] = {}
    for name in columns:
        old = table.c[name]
        if name in keys:
            continue
        if name in view.most:
            largest = sa.func.max(old, new[name])  # NULL if one of them is
            change[name] = (
                sa.func.coalesce(largest, old, new[name]) if table.c[name].nullable else largest
            )
        elif name in view.least:
            change[name] = sa.func.coalesce(sa.func.min(old, new[name]), old, new[name])
        else:
            at = dated[name]
            change[name] = sa.case((new[at] > table.c[at], new[name]), else_=old)
    if change:
        full = statement.on_conflict_do_update(index_elements=sorted(keys), set_=change)
    else:
        full = statement.on_conflict_do_nothing(index_elements=sorted(keys))
    compiled = full.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    order = compiled.positiontup
    assert order is not None
    return str(compiled), tuple(order)


def project(connection: sqlite3.Connection, happened: Happened) -> None:
    """Bring the views up to date with an event; inside the caller's transaction."""
    projection = PROJECTIONS.get(happened.kind)
    if projection is None:
        return
    for view, row in projection(happened):
        columns = tuple(row)
        found = _sql.get((view, columns))
        if found is None:
            found = _sql[view, columns] = merge_sql(view, columns)
        sql, order = found
        connection.execute(sql, [row[name] for name in order])


def rehearse(happened: Happened) -> None:
    """Raise what `project` would raise for an event that its projection cannot read."""
    projection = PROJECTIONS.get(happened.kind)
    if projection is not None:
        for _ in projection(happened):
            pass


# ── rebuilding ────────────────────────────────────────────────────────────────────────────────

_EVENTS = """
SELECT e.id, e.lamport, e.learner, e.attempt, e.kind, e.item, e.wall_ms, e.mono_ms, e.boot,
       e.commit_h, p.salt, p.body
FROM event AS e JOIN payload AS p ON p.event_id = e.id
WHERE e.id NOT IN (SELECT event_id FROM damaged)
"""


def stored_events(connection: sqlite3.Connection) -> Iterator[Happened]:
    """Yield the events whose body is there and still what was committed to."""
    for row in connection.execute(_EVENTS + " ORDER BY e.lamport, e.id"):
        event_id, lamport, learner, attempt, kind, item, wall, mono, boot, commit_h, salt, raw = row
        if commitment(salt, raw) != commit_h:
            continue  # the daily check lists it; a changed answer is not scored (F13)
        yield Happened(
            kind,
            learner or b"",
            attempt or b"",
            item or "",
            wall,
            mono,
            boot,
            read_body(raw),
            stamp(lamport, event_id),
        )


def rebuild(connection: sqlite3.Connection, events: Iterable[Happened] | None = None) -> int:
    """Make the views anew from the log; return how many events were read. Inside the caller's
    transaction, so that nobody sees a half-built view."""
    for view in VIEW_CLASSES:
        connection.execute(f"DELETE FROM {view.__tablename__}")
    count = 0
    for happened in events if events is not None else list(stored_events(connection)):
        project(connection, happened)
        count += 1
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('views', ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (str(VIEWS),),
    )
    return count


def digest(connection: sqlite3.Connection) -> str:
    """Return a hash of everything the views say, equal when they are."""
    total = hashlib.sha256()
    for view in VIEW_CLASSES:
        names = [column.name for column in view.__table__.columns]
        keys = ", ".join(column.name for column in view.__table__.primary_key)
        total.update(view.__tablename__.encode())
        quoted = ", ".join(f'"{name}"' for name in names)
        rows = connection.execute(f"SELECT {quoted} FROM {view.__tablename__} ORDER BY {keys}")
        for row in rows:
            total.update(repr(row).encode())
    return total.hexdigest()
