"""The second schema: views of activities and of the diary. Nothing that was there changes."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: as it was then: written out, because `store.tables` will change
STATEMENTS = (
    """
CREATE TABLE activity (
    learner BLOB NOT NULL,
    course TEXT NOT NULL,
    activity TEXT NOT NULL,
    lesson TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    score REAL,
    saved_ms INTEGER DEFAULT 0 NOT NULL,
    at BLOB DEFAULT (x'') NOT NULL,
    best REAL,
    done INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (learner, course, activity)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE diary (
    learner BLOB NOT NULL,
    entry TEXT NOT NULL,
    series TEXT DEFAULT '' NOT NULL,
    day TEXT DEFAULT '' NOT NULL,
    value REAL DEFAULT (0.0) NOT NULL,
    unit TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    written_ms INTEGER,
    at BLOB DEFAULT (x'') NOT NULL,
    removed INTEGER DEFAULT 0 NOT NULL,
    removed_at BLOB DEFAULT (x'') NOT NULL,
    CONSTRAINT pk_diary PRIMARY KEY (learner, entry)
)
 WITHOUT ROWID,
 STRICT
""",
)


def upgrade() -> None:
    """Make the tables; the views are made anew afterwards (`migrations.run`)."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
