"""The first schema: facts, views and local state."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: as it was then: written out, because `store.tables` will change
STATEMENTS = (
    """
CREATE TABLE attempt (
    attempt BLOB NOT NULL,
    learner BLOB DEFAULT (x'') NOT NULL,
    course TEXT DEFAULT '' NOT NULL,
    module TEXT DEFAULT '' NOT NULL,
    quiz TEXT DEFAULT '' NOT NULL,
    number INTEGER DEFAULT 0 NOT NULL,
    retry_of BLOB DEFAULT (x'') NOT NULL,
    started_ms INTEGER DEFAULT 0 NOT NULL,
    settings TEXT DEFAULT '' NOT NULL,
    started_at BLOB DEFAULT (x'') NOT NULL,
    "plan" TEXT DEFAULT '' NOT NULL,
    plan_at BLOB DEFAULT (x'') NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL,
    position_at BLOB DEFAULT (x'') NOT NULL,
    elapsed_ms INTEGER DEFAULT 0 NOT NULL,
    finished_ms INTEGER,
    score REAL,
    passed INTEGER DEFAULT 0 NOT NULL,
    result TEXT DEFAULT '' NOT NULL,
    finished_at BLOB DEFAULT (x'') NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (attempt)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX ix_attempt_learner_course_module ON attempt (learner, course, module)
""",
    """
CREATE TABLE attempt_item (
    attempt BLOB NOT NULL,
    item TEXT NOT NULL,
    response TEXT DEFAULT '' NOT NULL,
    final INTEGER DEFAULT 0 NOT NULL,
    at BLOB DEFAULT (x'') NOT NULL,
    grade TEXT DEFAULT '' NOT NULL,
    score REAL,
    judged_at BLOB DEFAULT (x'') NOT NULL,
    hints INTEGER DEFAULT 0 NOT NULL,
    flagged INTEGER DEFAULT 0 NOT NULL,
    flagged_at BLOB DEFAULT (x'') NOT NULL,
    elapsed_ms INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_attempt_item PRIMARY KEY (attempt, item)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE damaged (
    event_id BLOB NOT NULL,
    reason TEXT NOT NULL,
    found_ms INTEGER NOT NULL,
    CONSTRAINT pk_damaged PRIMARY KEY (event_id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE erased (
    learner BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    CONSTRAINT pk_erased PRIMARY KEY (learner)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE event (
    id BLOB NOT NULL,
    inc BLOB NOT NULL,
    seq INTEGER NOT NULL,
    fork INTEGER DEFAULT 0 NOT NULL,
    lamport INTEGER NOT NULL,
    learner BLOB,
    attempt BLOB,
    kind TEXT NOT NULL,
    item TEXT,
    pkg_hash BLOB,
    wall_ms INTEGER NOT NULL,
    tz_min INTEGER NOT NULL,
    mono_ms INTEGER NOT NULL,
    boot BLOB NOT NULL,
    flags INTEGER NOT NULL,
    commit_h BLOB NOT NULL,
    prev_h BLOB NOT NULL,
    h BLOB NOT NULL,
    mac BLOB NOT NULL,
    CONSTRAINT pk_event PRIMARY KEY (id),
    CONSTRAINT uq_event_inc_seq_fork UNIQUE (inc, seq, fork)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE incarnation (
    inc BLOB NOT NULL,
    ord INTEGER NOT NULL,
    place_h BLOB NOT NULL,
    device_key BLOB NOT NULL,
    reason TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    CONSTRAINT pk_incarnation PRIMARY KEY (inc)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE item_best (
    learner BLOB NOT NULL,
    course TEXT NOT NULL,
    item TEXT NOT NULL,
    best REAL DEFAULT (0.0) NOT NULL,
    CONSTRAINT pk_item_best PRIMARY KEY (learner, course, item)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE learner (
    learner BLOB NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    picture TEXT DEFAULT '' NOT NULL,
    hue INTEGER DEFAULT 0 NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    profile_at BLOB DEFAULT (x'') NOT NULL,
    pin TEXT DEFAULT '' NOT NULL,
    pin_at BLOB DEFAULT (x'') NOT NULL,
    wrong INTEGER DEFAULT 0 NOT NULL,
    wrong_ms INTEGER DEFAULT 0 NOT NULL,
    wrong_mono_ms INTEGER DEFAULT 0 NOT NULL,
    wrong_boot BLOB DEFAULT (x'') NOT NULL,
    tries_at BLOB DEFAULT (x'') NOT NULL,
    removed INTEGER DEFAULT 0 NOT NULL,
    removed_at BLOB DEFAULT (x'') NOT NULL,
    created_ms INTEGER,
    seen_ms INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_learner PRIMARY KEY (learner)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE lease (
    learner BLOB NOT NULL,
    holder BLOB NOT NULL,
    boot BLOB NOT NULL,
    until_ms INTEGER NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (learner)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE lesson_mark (
    learner BLOB NOT NULL,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    item TEXT NOT NULL,
    response TEXT DEFAULT '' NOT NULL,
    grade TEXT DEFAULT '' NOT NULL,
    score REAL,
    at BLOB DEFAULT (x'') NOT NULL,
    hints INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_lesson_mark PRIMARY KEY (learner, course, lesson, item)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE lesson_progress (
    learner BLOB NOT NULL,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    block INTEGER DEFAULT 0 NOT NULL,
    shift REAL DEFAULT (0.0) NOT NULL,
    spot_at BLOB DEFAULT (x'') NOT NULL,
    furthest REAL DEFAULT (0.0) NOT NULL,
    seen_ms INTEGER DEFAULT 0 NOT NULL,
    opened_ms INTEGER,
    finished_ms INTEGER,
    CONSTRAINT pk_lesson_progress PRIMARY KEY (learner, course, lesson)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE pace (
    attempt BLOB NOT NULL,
    elapsed_ms INTEGER NOT NULL,
    CONSTRAINT pk_pace PRIMARY KEY (attempt)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE payload (
    event_id BLOB NOT NULL,
    salt BLOB NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_payload PRIMARY KEY (event_id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE place (
    learner BLOB NOT NULL,
    course TEXT NOT NULL,
    module TEXT DEFAULT '' NOT NULL,
    lesson TEXT DEFAULT '' NOT NULL,
    attempt BLOB DEFAULT (x'') NOT NULL,
    at_ms INTEGER DEFAULT 0 NOT NULL,
    parts INTEGER DEFAULT 0 NOT NULL,
    at BLOB DEFAULT (x'') NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (learner, course)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,
'append-only'); END
""",
    """
CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,
'append-only'); END
""",
    """
CREATE TRIGGER payload_never_changes BEFORE UPDATE ON payload BEGIN SELECT RAISE(ABORT,
'append-only'); END
""",
    """
CREATE TRIGGER payload_goes_with_erasure BEFORE DELETE ON payload WHEN NOT EXISTS (SELECT 1
FROM event JOIN erased ON erased.learner = event.learner WHERE event.id = OLD.event_id)
BEGIN SELECT RAISE(ABORT, 'append-only'); END
""",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
