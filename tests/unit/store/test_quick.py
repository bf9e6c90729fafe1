"""The first look: right, fast, and without touching the file."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.store import quick
from ecolearn.store.engine import Journal
from ecolearn.store.events import Fact
from ecolearn.store.store import Store
from ecolearn.store.tables import APPLICATION_ID
from tests.unit.store.facts_made import an_id, profile, raw

ARU = an_id("Aru")


def lived(store: Store) -> None:
    """Aru has read one lesson of four parts, and is in the second."""
    part = {"course": "energy", "module": "M1", "parts": 4}
    spot = {"course": "energy", "lesson": "L2", "block": 3, "shift": 0.0, "furthest": 0.4}
    store.log.append(
        [
            profile(),
            Fact("learner_seen", {}, ARU),
            Fact("lesson_finished", {**part, "lesson": "L1"}, ARU),
            Fact("lesson_opened", {**part, "lesson": "L2"}, ARU),
            Fact("lesson_spot", spot, ARU),
        ]
    )


def test_profiles_shares_and_the_last_place(
    open_store: Callable[..., Store], journal: Journal
) -> None:
    store = open_store(journal)
    lived(store)
    (learner,) = quick.learners(store.path) or ()
    assert (learner.name, learner.language, learner.has_pin) == ("Aru", "kk", False)
    assert learner.last_seen_at is not None
    found = quick.progress(store.path, ARU.hex())
    assert found is not None
    assert found.courses == {"energy": (0.25, "going")}
    assert found.place is not None
    assert (found.place.lesson_id, found.place.share, found.place.open) == ("L2", 0.4, True)


def test_who_has_begun_nothing_has_no_place(store: Store) -> None:
    assert quick.progress(store.path, an_id("Dana").hex()) == quick.QuickProgress()


def test_hidden_profiles_are_not_shown(store: Store) -> None:
    store.log.append([profile(), Fact("learner_removed", {"removed": True}, ARU)])
    assert quick.learners(store.path) == ()


def test_no_file_is_made(folder: Path) -> None:
    assert quick.learners(folder / "eco.db") is None
    assert quick.progress(folder / "eco.db", ARU.hex()) is None
    assert list(folder.iterdir()) == []


def test_the_file_is_not_changed(open_store: Callable[..., Store], journal: Journal) -> None:
    store = open_store(journal)
    lived(store)
    store.close()
    before = store.path.read_bytes(), store.path.stat().st_mtime_ns
    assert quick.learners(store.path)
    assert (store.path.read_bytes(), store.path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("content", [b"", b"no database" * 500, b"SQLite format 3\0" + b"\1" * 900])
def test_what_cannot_be_read_gives_nothing(folder: Path, content: bytes) -> None:
    (folder / "eco.db").write_bytes(content)
    assert quick.learners(folder / "eco.db") is None
    assert (folder / "eco.db").read_bytes() == content


def test_a_held_database_does_not_hold_the_window_up(store: Store) -> None:
    lived(store)
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    begin = time.perf_counter()
    assert quick.learners(store.path) is None
    assert time.perf_counter() - begin < 1.0


def test_what_is_no_id_gives_nothing(store: Store) -> None:
    assert quick.progress(store.path, "nobody") is None


def test_the_sign_of_our_files_is_the_same_in_both_modules() -> None:
    assert quick._APPLICATION_ID == APPLICATION_ID


def test_it_loads_neither_sqlalchemy_nor_msgspec() -> None:
    code = (
        "import sys; import ecolearn.store.quick;"
        "print({'sqlalchemy', 'msgspec', 'alembic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
