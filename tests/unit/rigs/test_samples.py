"""Databases of released schemas still open, whole and with their answers (T11)."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ecolearn.store.store import Store
from ecolearn.store.tables import SCHEMA
from tests.rigs import common

SAMPLES = Path(__file__).parents[2] / "data" / "databases"


def test_there_is_a_sample_of_every_schema() -> None:
    assert [path.name for path in sorted(SAMPLES.glob("*.db"))] == [
        f"schema-{number}.db" for number in range(1, SCHEMA + 1)
    ]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.db")), ids=lambda path: path.stem)
@pytest.mark.parametrize("journal", common.JOURNALS)
def test_a_sample_opens_with_all_its_events(sample: Path, journal: str, tmp_path: Path) -> None:
    shutil.copyfile(sample, tmp_path / "eco.db")
    with closing(sqlite3.connect(sample)) as connection:
        wanted = set(connection.execute("SELECT id, h FROM event"))
    assert wanted
    store = Store(tmp_path, journal="wal" if journal == "wal" else "truncate")
    try:
        with store.reading() as reading:
            assert wanted <= set(reading.execute("SELECT id, h FROM event"))
        common.look(store)
        study = common.open_study(store)
        learner = study.learners()[0].learner_id
        assert study.attempts(learner, "energy", "M1")
        study.create_learner("Next", "leaf", 1)
    finally:
        store.close()
