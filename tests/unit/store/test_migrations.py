"""Migrations end at today's tables, copy first, and happen wholly or not at all (3.8, F4, F25)."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ecolearn.errors import DamagedDatabase, NewerDatabase
from ecolearn.store import schema, tables, views
from ecolearn.store.events import Fact
from ecolearn.store.incarnation import living
from ecolearn.store.log import put
from ecolearn.store.migrations import run
from ecolearn.store.store import Store
from tests.unit.store.facts_made import an_id, answer, event, ids, profile

SCRIPTS = Path(run.__file__).parent


def shape(path: Path) -> dict[str, object]:
    """Return everything a database says of its form."""
    with closing(sqlite3.connect(path)) as connection:
        found: dict[str, object] = {
            name: " ".join(sql.split())
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            )
        }
        for pragma in ("user_version", "application_id"):
            found[pragma] = connection.execute(f"PRAGMA {pragma}").fetchone()
        found["meta rows"] = connection.execute("SELECT * FROM meta ORDER BY key").fetchall()
        found["revision"] = connection.execute("SELECT * FROM alembic_version").fetchall()
    return found


def test_migrations_end_at_todays_tables(open_store: Callable[..., Store], tmp_path: Path) -> None:
    made = open_store()
    run.migrate(tmp_path / "migrated.db", tmp_path / "backups")
    assert shape(tmp_path / "migrated.db") == shape(made.path)


def test_the_newest_migration_is_the_one_that_new_databases_are_stamped_with() -> None:
    files = sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
    assert files[-1] == schema.HEAD
    assert int(files[-1]) == tables.SCHEMA


def test_a_first_start_does_not_load_alembic(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ecolearn.store.store import Store;"
        "Store(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """Return the migrations with another one after them, as the next version would have."""
    copy = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "0003_next.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        "revision = '0003'\ndown_revision = '0002'\n"
        "def upgrade():\n"
        "    op.add_column('place', sa.Column('room', sa.Text(), server_default=''))\n"
        "    op.execute('CREATE TABLE more (a INTEGER)')\n"
        "    if globals().get('FAIL'):\n"
        "        raise RuntimeError('power cut')\n"
    )
    return copy


@pytest.fixture
def used(open_store: Callable[..., Store]) -> tuple[Path, list[bytes]]:
    """Return a database with answers, closed, and their ids."""
    store = open_store()
    store.log.append([profile()])
    store.log.append([answer("Q-1")])
    kept = ids(store)
    store.close()
    return store.path, kept


def _next(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA user_version=3")


def test_a_step_keeps_every_event_and_a_copy_of_before(
    used: tuple[Path, list[bytes]], scripts: Path, tmp_path: Path
) -> None:
    path, kept = used
    run.migrate(path, tmp_path / "backups", scripts, _next)
    with closing(sqlite3.connect(path)) as connection:
        assert [r[0] for r in connection.execute("SELECT id FROM event ORDER BY seq")] == kept
        assert connection.execute("SELECT name FROM learner").fetchall() == [("Aru",)]
        assert connection.execute("SELECT room FROM place").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    before = shape(tmp_path / "backups" / "eco-000001.db")
    assert "more" not in before


def test_a_step_that_fails_changes_nothing_and_can_be_tried_again(
    used: tuple[Path, list[bytes]], scripts: Path, tmp_path: Path
) -> None:
    path, _ = used
    before = shape(path)
    script = scripts / "versions" / "0003_next.py"
    good = script.read_text()
    script.write_text("FAIL = True\n" + good)
    with pytest.raises(RuntimeError, match="power cut"):
        run.migrate(path, tmp_path / "backups", scripts, _next)
    assert shape(path) == before
    script.write_text(good)
    run.migrate(path, tmp_path / "backups", scripts, _next)
    assert "more" in shape(path)


def test_a_step_that_loses_events_is_undone(
    used: tuple[Path, list[bytes]], scripts: Path, tmp_path: Path
) -> None:
    path, _ = used
    script = scripts / "versions" / "0003_next.py"
    script.write_text(
        script.read_text()
        + "    op.execute('DROP TRIGGER payload_goes_with_erasure')\n"
        + "    op.execute('DELETE FROM payload')\n"
    )
    with pytest.raises(DamagedDatabase) as caught:
        run.migrate(path, tmp_path / "backups", scripts, _next)
    assert caught.value.facts["reason"] == "migration-changed-facts"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM payload").fetchone() == (2,)


def test_a_database_behind_is_migrated_when_it_is_opened(
    used: tuple[Path, list[bytes]], open_store: Callable[..., Store]
) -> None:
    """As after an update: the version says it is behind; here the step is an empty one."""
    path, kept = used
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=0")
    store = open_store()
    assert ids(store) == kept
    assert len(list(store.backups.iterdir())) == 1


def test_a_newer_database_is_refused_and_left_as_it_is(
    used: tuple[Path, list[bytes]], open_store: Callable[..., Store]
) -> None:
    path, _ = used
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version=9")
        connection.execute("UPDATE meta SET value = '9' WHERE key = 'min_writer'")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase) as caught:
        open_store()
    assert caught.value.facts == {"path": str(path), "found": 9, "known": tables.SCHEMA}
    assert path.read_bytes() == before


SAMPLES = Path(__file__).parents[2] / "data" / "databases"


def _log(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT e.*, p.salt, p.body FROM event AS e JOIN payload AS p ON p.event_id = e.id "
            "ORDER BY e.inc, e.seq, e.fork"
        ).fetchall()


def test_a_database_of_the_first_schema_comes_through_with_all_it_holds(
    folder: Path, open_store: Callable[..., Store]
) -> None:
    shutil.copyfile(SAMPLES / "schema-1.db", folder / "eco.db")
    before = _log(folder / "eco.db")
    with closing(sqlite3.connect(folder / "eco.db")) as connection:
        marks = connection.execute("SELECT * FROM attempt_item").fetchall()
    store = open_store()
    assert _log(store.path)[: len(before)] == before
    with store.reading() as reading:
        assert reading.execute("SELECT * FROM attempt_item").fetchall() == marks
        assert reading.execute("SELECT count(*) FROM activity, diary").fetchone() == (0,)
    assert len(list(store.backups.iterdir())) == 1


def test_a_database_of_the_second_schema_shows_its_activities_and_its_diary(
    folder: Path, open_store: Callable[..., Store]
) -> None:
    shutil.copyfile(SAMPLES / "schema-2.db", folder / "eco.db")
    store = open_store()
    store.rebuild()
    with store.reading() as reading:
        found = reading.execute("SELECT activity, state, score, best, done FROM activity")
        assert found.fetchall() == [
            ("guess", '{"guess":2}', 0.0, 1.0, 1),
            ("walk", '{"notes":{"a":"көрдім"},"ticked":["a","b"]}', None, None, 0),
        ]
        entries = reading.execute("SELECT day, value, removed FROM diary ORDER BY day").fetchall()
    assert entries == [
        ("2026-11-02", 100.0, 0),
        ("2026-11-09", 101.75, 0),
        ("2026-11-16", 103.0, 1),
        ("2026-11-23", 104.5, 0),
    ]


def test_what_the_first_schema_did_not_know_is_in_the_views_after_the_step(
    folder: Path, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event of a kind it does not know reaches an older program by a side journal: it is kept,
    and seen once the program is newer."""
    shutil.copyfile(SAMPLES / "schema-1.db", folder / "eco.db")
    body = {"entry": "e1", "day": "2026-11-20", "value": 3.5, "unit": "kWh", "note": ""}
    written = event(Fact("diary_written", body, an_id("Aru"), item="meter"))
    with (
        closing(sqlite3.connect(folder / "eco.db", isolation_level=None)) as old,
        monkeypatch.context() as patch,
    ):
        patch.delitem(views.PROJECTIONS, "diary_written")
        put(old, living(old), written)
    store = open_store()
    with store.reading() as reading:
        assert reading.execute("SELECT series, value FROM diary").fetchall() == [("meter", 3.5)]


def test_a_program_of_the_first_schema_leaves_this_one_alone(
    used: tuple[Path, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would not keep the new views up to date; what it may do is read."""
    path, _ = used
    monkeypatch.setattr(tables, "SCHEMA", 1)
    with pytest.raises(NewerDatabase) as caught:
        schema.refuse_foreign(path, schema.look(path))
    assert caught.value.facts == {"path": str(path), "found": 2, "known": 1}
    with closing(sqlite3.connect(path)) as connection:
        least = connection.execute("SELECT value FROM meta WHERE key = 'min_reader'").fetchone()
    assert int(least[0]) <= 1


def test_a_newer_database_that_we_may_write_is_opened(
    used: tuple[Path, list[bytes]], open_store: Callable[..., Store]
) -> None:
    path, kept = used
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=9")
    assert ids(open_store()) == kept


def test_views_of_another_version_are_made_anew(
    used: tuple[Path, list[bytes]], open_store: Callable[..., Store]
) -> None:
    path, _ = used
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'views'")
        connection.execute("UPDATE learner SET name = 'Old view'")
        connection.execute("DELETE FROM item_best")
    store = open_store()
    with store.reading() as reading:
        assert reading.execute("SELECT name FROM learner").fetchall() == [("Aru",)]
        assert reading.execute("SELECT item FROM item_best").fetchall() == [("Q-1",)]
        kept = views.digest(reading)
    store.rebuild()
    with store.reading() as reading:
        assert views.digest(reading) == kept


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" * 300])
def test_what_is_no_database_is_damaged_and_left_alone(
    folder: Path, open_store: Callable[..., Store], content: bytes
) -> None:
    (folder / "eco.db").write_bytes(content)
    with pytest.raises(DamagedDatabase):
        open_store()
    assert (folder / "eco.db").read_bytes() == content


def test_somebody_elses_database_is_refused(folder: Path, open_store: Callable[..., Store]) -> None:
    with closing(sqlite3.connect(folder / "eco.db")) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.commit()
    with pytest.raises(DamagedDatabase) as caught:
        open_store()
    assert caught.value.facts["reason"] == "not-ecolearn"


def test_a_migration_that_was_reported_is_flushed_with_its_journal(tmp_path: Path) -> None:
    """With FULL the deleted journal came back after a power cut and undid it
    (`rigs.crash_states`)."""
    with closing(sqlite3.connect(tmp_path / "eco.db")) as connection:
        run._on_connect(connection, None)
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)  # EXTRA
