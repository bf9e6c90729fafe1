"""The tables of `eco.db`: facts that are only added, views that can be made again, local state.

Facts are `event` and `payload` (RELIABILITY 3.4). A view says beside each column how two values
of it become one (`latest`, `most`, `least`): that makes views independent of the order in which
events arrive, and `store.views` writes its SQL from it.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

APPLICATION_ID = 0x45434F4C  # "ECOL"
#: number of the newest migration; `PRAGMA user_version`
SCHEMA = 2
#: raise when a projection changes: the views are then rebuilt at the next start
VIEWS = 2
#: the oldest program (by its SCHEMA) that may read or write what this one writes. Tables were only
#: added in 2, so a program of schema 1 reads its own rightly; writing it would leave the new views
#: behind the log (side journals, bundles, erasures), so it must not (docs/decisions/0002)
MIN_READER = 1
MIN_WRITER = 2

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
#: a stamp: logical time (8 bytes) and event id (16): the larger one is the later one
NEVER = sa.text("x''")


class Base(DeclarativeBase):
    """Base of all tables. STRICT: SQLite checks every value's type."""

    metadata = sa.MetaData(naming_convention=NAMES)
    type_annotation_map = {
        str: sa.Text(),
        bytes: sa.LargeBinary(),
        int: sa.Integer(),
        float: sa.REAL(),
    }


_ROWS: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _text(default: str = "") -> Any:
    return mapped_column(sa.Text(), server_default=sa.text(f"'{default}'"))


def _whole(default: int = 0) -> Any:
    return mapped_column(sa.Integer(), server_default=sa.text(str(default)))


def _real(default: float = 0.0) -> Any:
    return mapped_column(sa.REAL(), server_default=sa.text(str(default)))


def _stamp() -> Any:
    return mapped_column(sa.LargeBinary(), server_default=NEVER)


def _part() -> Any:
    return mapped_column(primary_key=True)


# ── facts ─────────────────────────────────────────────────────────────────────────────────────


class Event(Base):
    """The envelope of a fact; stays when its payload is erased.

    `lamport` is logical time: one more than the highest this database has seen. `fork` is 0 but
    for events of another event's (inc, seq), which a cloned or restored database makes (3.6).
    """

    __tablename__ = "event"
    __table_args__ = (sa.UniqueConstraint("inc", "seq", "fork"), _KEYED)

    id: Mapped[bytes] = _part()
    inc: Mapped[bytes]
    seq: Mapped[int]
    fork: Mapped[int] = _whole()
    lamport: Mapped[int]
    learner: Mapped[bytes | None]
    attempt: Mapped[bytes | None]
    kind: Mapped[str]
    item: Mapped[str | None]
    pkg_hash: Mapped[bytes | None]
    wall_ms: Mapped[int]
    tz_min: Mapped[int]
    mono_ms: Mapped[int]
    boot: Mapped[bytes]
    flags: Mapped[int]
    commit_h: Mapped[bytes]
    prev_h: Mapped[bytes]
    h: Mapped[bytes]
    mac: Mapped[bytes]


class Payload(Base):
    """What the event says: canonical JSON. Only an erasure deletes it."""

    __tablename__ = "payload"
    __table_args__ = (_KEYED,)

    event_id: Mapped[bytes] = _part()
    salt: Mapped[bytes]
    body: Mapped[bytes]


# ── local state ───────────────────────────────────────────────────────────────────────────────


class Meta(Base):
    """Single values: min_reader, min_writer, views, program."""

    __tablename__ = "meta"
    __table_args__ = (_KEYED,)

    key: Mapped[str] = _part()
    value: Mapped[str]


class Incarnation(Base):
    """A life of this database at one place (3.6). The newest `ord` is the one being lived."""

    __tablename__ = "incarnation"
    __table_args__ = (_KEYED,)

    inc: Mapped[bytes] = _part()
    ord: Mapped[int]
    place_h: Mapped[bytes]
    device_key: Mapped[bytes]
    reason: Mapped[str]  # created, moved, restored
    created_ms: Mapped[int]


class Erased(Base):
    """A learner whose payloads may be, and are, deleted (3.12)."""

    __tablename__ = "erased"
    __table_args__ = (_KEYED,)

    learner: Mapped[bytes] = _part()
    at_ms: Mapped[int]


class Damaged(Base):
    """An event that no longer is what was written (F13); views leave it out."""

    __tablename__ = "damaged"
    __table_args__ = (_KEYED,)

    event_id: Mapped[bytes] = _part()
    reason: Mapped[str]
    found_ms: Mapped[int]


class Pace(Base):
    """Time used in a sitting, saved every 5 s between the answers (3.3)."""

    __tablename__ = "pace"
    __table_args__ = (_KEYED,)

    attempt: Mapped[bytes] = _part()
    elapsed_ms: Mapped[int]


class Lease(Base):
    """Which program has a learner's work open, so that a second one can say so (3.3)."""

    __tablename__ = "lease"
    __table_args__ = (_KEYED,)

    learner: Mapped[bytes] = _part()
    holder: Mapped[bytes]
    boot: Mapped[bytes]
    until_ms: Mapped[int]  # monotonic


class AlembicVersion(Base):
    """The migration the schema is at. Alembic's own table."""

    __tablename__ = "alembic_version"
    __table_args__ = (sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),)

    version_num: Mapped[str] = mapped_column(sa.String(32))


# ── views ─────────────────────────────────────────────────────────────────────────────────────


class View(Base):
    """Base of the views. `latest` names, for each stamp column, the columns it dates; `most` and
    `least` name columns of which the largest or smallest value stays."""

    __abstract__ = True
    latest: dict[str, tuple[str, ...]] = {}
    most: tuple[str, ...] = ()
    least: tuple[str, ...] = ()


class LearnerView(View):
    """A profile. `wrong` counts wrong PINs since the last right one."""

    __tablename__ = "learner"
    __table_args__ = (_KEYED,)
    latest = {
        "profile_at": ("name", "picture", "hue", "language"),
        "pin_at": ("pin",),
        "tries_at": ("wrong", "wrong_ms", "wrong_mono_ms", "wrong_boot"),
        "removed_at": ("removed",),
    }
    most = ("seen_ms",)
    least = ("created_ms",)

    learner: Mapped[bytes] = _part()
    name: Mapped[str] = _text()
    picture: Mapped[str] = _text()
    hue: Mapped[int] = _whole()
    language: Mapped[str] = _text()
    profile_at: Mapped[bytes] = _stamp()
    pin: Mapped[str] = _text()
    pin_at: Mapped[bytes] = _stamp()
    wrong: Mapped[int] = _whole()
    wrong_ms: Mapped[int] = _whole()
    wrong_mono_ms: Mapped[int] = _whole()
    wrong_boot: Mapped[bytes] = _stamp()
    tries_at: Mapped[bytes] = _stamp()
    removed: Mapped[int] = _whole()
    removed_at: Mapped[bytes] = _stamp()
    created_ms: Mapped[int | None]
    seen_ms: Mapped[int] = _whole()


class LessonView(View):
    """A learner's way through a lesson."""

    __tablename__ = "lesson_progress"
    __table_args__ = (_KEYED,)
    latest = {"spot_at": ("block", "shift")}
    most = ("furthest", "seen_ms")
    least = ("opened_ms", "finished_ms")

    learner: Mapped[bytes] = _part()
    course: Mapped[str] = _part()
    lesson: Mapped[str] = _part()
    block: Mapped[int] = _whole()
    shift: Mapped[float] = _real()
    spot_at: Mapped[bytes] = _stamp()
    furthest: Mapped[float] = _real()
    seen_ms: Mapped[int] = _whole()
    opened_ms: Mapped[int | None]
    finished_ms: Mapped[int | None]


class LessonMarkView(View):
    """The response to an item inside a lesson."""

    __tablename__ = "lesson_mark"
    __table_args__ = (_KEYED,)
    latest = {"at": ("response", "grade", "score")}
    most = ("hints",)

    learner: Mapped[bytes] = _part()
    course: Mapped[str] = _part()
    lesson: Mapped[str] = _part()
    item: Mapped[str] = _part()
    response: Mapped[str] = _text()
    grade: Mapped[str] = _text()
    score: Mapped[float | None]
    at: Mapped[bytes] = _stamp()
    hints: Mapped[int] = _whole()


class AttemptView(View):
    """One learner's sitting of one quiz. `plan` and `result` are JSON."""

    __tablename__ = "attempt"
    __table_args__ = (
        sa.Index(None, "learner", "course", "module"),
        _KEYED,
    )
    latest = {
        "started_at": (
            "learner",
            "course",
            "module",
            "quiz",
            "number",
            "retry_of",
            "started_ms",
            "settings",
        ),
        "plan_at": ("plan",),
        "position_at": ("position",),
        "finished_at": ("finished_ms", "score", "passed", "result"),
    }
    most = ("elapsed_ms",)

    attempt: Mapped[bytes] = _part()
    learner: Mapped[bytes] = _stamp()
    course: Mapped[str] = _text()
    module: Mapped[str] = _text()
    quiz: Mapped[str] = _text()
    number: Mapped[int] = _whole()
    retry_of: Mapped[bytes] = _stamp()
    started_ms: Mapped[int] = _whole()
    settings: Mapped[str] = _text()
    started_at: Mapped[bytes] = _stamp()
    plan: Mapped[str] = _text()
    plan_at: Mapped[bytes] = _stamp()
    position: Mapped[int] = _whole()
    position_at: Mapped[bytes] = _stamp()
    elapsed_ms: Mapped[int] = _whole()
    finished_ms: Mapped[int | None]
    score: Mapped[float | None]
    passed: Mapped[int] = _whole()
    result: Mapped[str] = _text()
    finished_at: Mapped[bytes] = _stamp()


class AttemptMarkView(View):
    """The response to an item of a sitting. `final` is 0 for a draft. `points` is the author's
    weight; `grade` is JSON ("" = not judged)."""

    __tablename__ = "attempt_item"
    __table_args__ = (_KEYED,)
    latest = {
        "at": ("response", "final"),
        "judged_at": ("grade", "score"),
        "flagged_at": ("flagged",),
    }
    most = ("hints", "elapsed_ms")

    attempt: Mapped[bytes] = _part()
    item: Mapped[str] = _part()
    response: Mapped[str] = _text()
    final: Mapped[int] = _whole()
    at: Mapped[bytes] = _stamp()
    grade: Mapped[str] = _text()
    score: Mapped[float | None]
    judged_at: Mapped[bytes] = _stamp()
    hints: Mapped[int] = _whole()
    flagged: Mapped[int] = _whole()
    flagged_at: Mapped[bytes] = _stamp()
    elapsed_ms: Mapped[int] = _whole()


class ItemBestView(View):
    """Evidence: the best judged response of a learner to an item, wherever it was given."""

    __tablename__ = "item_best"
    __table_args__ = (_KEYED,)
    most = ("best",)

    learner: Mapped[bytes] = _part()
    course: Mapped[str] = _part()
    item: Mapped[str] = _part()
    best: Mapped[float] = _real()


class ActivityView(View):
    """What a learner has made in an activity. `state` is JSON; `best` NULL = never judged."""

    __tablename__ = "activity"
    __table_args__ = (_KEYED,)
    latest = {"at": ("lesson", "state", "score", "saved_ms")}
    most = ("best", "done")

    learner: Mapped[bytes] = _part()
    course: Mapped[str] = _part()
    activity: Mapped[str] = _part()
    lesson: Mapped[str] = _text()
    state: Mapped[str] = _text()
    score: Mapped[float | None]
    saved_ms: Mapped[int] = _whole()
    at: Mapped[bytes] = _stamp()
    best: Mapped[float | None]
    done: Mapped[int] = _whole()


class DiaryView(View):
    """An entry of a learner's diary. `day` is YYYY-MM-DD; `written_ms` is when it was first
    written, which a correction does not change, so that the order of a day stays."""

    __tablename__ = "diary"
    __table_args__ = (_KEYED,)
    latest = {
        "at": ("series", "day", "value", "unit", "note"),
        "removed_at": ("removed",),
    }
    least = ("written_ms",)

    learner: Mapped[bytes] = _part()
    entry: Mapped[str] = _part()
    series: Mapped[str] = _text()
    day: Mapped[str] = _text()
    value: Mapped[float] = _real()
    unit: Mapped[str] = _text()
    note: Mapped[str] = _text()
    written_ms: Mapped[int | None]
    at: Mapped[bytes] = _stamp()
    removed: Mapped[int] = _whole()
    removed_at: Mapped[bytes] = _stamp()


class PlaceView(View):
    """Where the learner was last in a course: a lesson, or a sitting. `parts` is how many lessons
    and quizzes the course had then, for the shares on the first page (`store.quick`)."""

    __tablename__ = "place"
    __table_args__ = (_KEYED,)
    latest = {"at": ("module", "lesson", "attempt", "at_ms", "parts")}

    learner: Mapped[bytes] = _part()
    course: Mapped[str] = _part()
    module: Mapped[str] = _text()
    lesson: Mapped[str] = _text()
    attempt: Mapped[bytes] = _stamp()
    at_ms: Mapped[int] = _whole()
    parts: Mapped[int] = _whole()
    at: Mapped[bytes] = _stamp()


VIEW_CLASSES: tuple[type[View], ...] = (
    LearnerView,
    LessonView,
    LessonMarkView,
    AttemptView,
    AttemptMarkView,
    ItemBestView,
    ActivityView,
    DiaryView,
    PlaceView,
)

#: facts are only added; a payload goes only with an erasure (RELIABILITY 3.4)
TRIGGERS: dict[str, str] = {
    "event_never_changes": (
        "CREATE TRIGGER event_never_changes BEFORE UPDATE ON event "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    "event_never_goes": (
        "CREATE TRIGGER event_never_goes BEFORE DELETE ON event "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    "payload_never_changes": (
        "CREATE TRIGGER payload_never_changes BEFORE UPDATE ON payload "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    "payload_goes_with_erasure": (
        "CREATE TRIGGER payload_goes_with_erasure BEFORE DELETE ON payload "
        "WHEN NOT EXISTS (SELECT 1 FROM event JOIN erased ON erased.learner = event.learner "
        "WHERE event.id = OLD.event_id) "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
}


def create_statements() -> list[str]:
    """Return the SQL that makes the whole schema, in order."""
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable

    dialect = sqlite.dialect()
    statements: list[str] = []
    for table in Base.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(i).compile(dialect=dialect)).strip() for i in indexes]
    return statements + list(TRIGGERS.values())
