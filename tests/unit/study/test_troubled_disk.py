"""The promise, seen from the acts: what was returned is kept, whatever happens underneath."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecolearn.errors import DiskFull
from ecolearn.store import engine, log, views
from ecolearn.store.engine import Database
from ecolearn.study.api import Spot
from ecolearn.study.study import Study
from tests.unit.study.courses_made import RIGHT, WRONG


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait 5 s for a lock in tests."""
    pragmas = tuple(p.replace("5000", "50") for p in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    monkeypatch.setattr(log, "BUSY_MS", 50)
    monkeypatch.setattr(log, "IMPATIENT_MS", 20)


@contextmanager
def held(study: Study, how: str) -> Iterator[None]:
    """Hold the database as a program does that hangs in a transaction."""
    other = sqlite3.connect(study.store.path, isolation_level=None)
    other.execute(f"BEGIN {how}")
    yield
    other.close()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_quiz_goes_on_and_ends_while_the_database_is_held(
    begin: Callable[[], Study], aru: str, how: str
) -> None:
    """F19: answers go to the side journal, the result is told, and all of it is there later."""
    study = begin()
    sitting = study.start_quiz(aru, "energy", "M1").value
    study.answer(sitting.attempt_id, "Q1", RIGHT, 1)
    with held(study, how):
        study.answer(sitting.attempt_id, "Q2", RIGHT, 2)
        study.draft(sitting.attempt_id, "Q3", RIGHT, 3)
        study.tick(sitting.attempt_id, 4)
        assert set(study.sitting(sitting.attempt_id).marks) == {"Q1", "Q2", "Q3"}
        result = study.finish(sitting.attempt_id, 5).value
        assert result.points == 3.0
        assert study.result(sitting.attempt_id).score == result.score
    again = begin()
    assert again.store.log.head[1] < study.store.log.head[1] + 99
    study.store.close()  # the first program ends; what it held back is taken in at the next start
    last = begin()
    assert last.result(sitting.attempt_id).marks == result.marks
    assert last.result(sitting.attempt_id).points == 3.0


def test_a_lesson_goes_on_while_the_database_is_held(begin: Callable[[], Study], aru: str) -> None:
    """F19: what was answered, the hints taken and the place are shown meanwhile, and later."""
    study = begin()
    study.open_lesson(aru, "energy", "L1")
    study.save_spot(aru, "energy", "L1", Spot(1), 0.1)
    study.answer_in_lesson(aru, "energy", "L1", "L1-1", WRONG)
    with held(study, "IMMEDIATE"):
        study.save_spot(aru, "energy", "L1", Spot(2), 0.5)
        study.save_spot(aru, "energy", "L1", Spot(1), 0.1)  # back to what the database has
        hints = [study.hint_in_lesson(aru, "energy", "L1", "L1-1").value.hints for _ in range(2)]
        assert hints == [1, 2]
        mark = study.answer_in_lesson(aru, "energy", "L1", "L1-1", RIGHT).value
        assert (mark.hints, mark.score) == (2, 0.25)
        study.save_spot(aru, "energy", "L3", Spot(9), 0.9)
        study.answer_in_lesson(aru, "energy", "L1", "L1-P", RIGHT)
        study.finish_lesson(aru, "energy", "L2")
        shown = study.open_lesson(aru, "energy", "L1").value
        assert (shown.spot, shown.furthest, shown.finished) == (Spot(1), 0.5, False)
        assert shown.answers["L1-1"] == mark
        other = study.open_lesson(aru, "energy", "L2").value
        assert (other.spot, other.furthest, other.finished, other.answers) == (Spot(), 1, True, {})
    study.store.close()
    again = begin()
    assert again.open_lesson(aru, "energy", "L1").value == shown
    assert again.open_lesson(aru, "energy", "L2").value == other


def test_on_a_full_disk_the_answer_is_not_marked_and_can_be_given_again(
    study: Study, aru: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F7."""
    sitting = study.start_quiz(aru, "energy", "M1").value
    real = Database.transaction

    def full(self: Database, wait_ms: int = 0) -> object:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = 13
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Database, "transaction", full)
        with pytest.raises(DiskFull):
            study.answer(sitting.attempt_id, "Q1", RIGHT, 1)
        with pytest.raises(DiskFull):
            study.finish(sitting.attempt_id, 1)
    assert Database.transaction is real
    assert study.sitting(sitting.attempt_id).marks == {}
    assert study.answer(sitting.attempt_id, "Q1", RIGHT, 1).value.score == 1.0
    assert study.finish(sitting.attempt_id, 2).value.points == 1.0


ITEMS = st.sampled_from(["Q1", "Q2", "Q3", "Q4"])
SECONDS = st.integers(0, 500)
NOTHING = {"choice": ""}
ACTS = st.one_of(
    st.tuples(st.just("answer"), ITEMS, st.sampled_from([RIGHT, WRONG]), SECONDS),
    st.tuples(st.just("draft"), ITEMS, st.sampled_from([RIGHT, WRONG, NOTHING]), SECONDS),
    st.tuples(st.just("hint"), ITEMS, SECONDS),
    st.tuples(st.just("flag"), ITEMS, st.booleans()),
    st.tuples(st.just("move_to"), st.integers(-1, 5), SECONDS),
    st.tuples(st.just("tick"), SECONDS),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(ACTS, max_size=12))
def test_whatever_is_done_a_restart_finds_the_sitting_as_it_was(
    begin: Callable[[], Study], aru: str, acts: list[tuple[str, ...]]
) -> None:
    study = begin()
    sitting = study.start_quiz(aru, "energy", "M1").value
    for name, *arguments in acts:
        getattr(study, name)(sitting.attempt_id, *arguments)
    remembered = study._state(sitting.attempt_id).sitting()
    again = begin()
    assert again.sitting(sitting.attempt_id) == remembered == study.sitting(sitting.attempt_id)
    result = again.finish(sitting.attempt_id, 600).value
    assert begin().result(sitting.attempt_id) == result
    with again.store.reading() as connection:
        kept = views.digest(connection)
    again.store.rebuild()
    with again.store.reading() as connection:
        assert views.digest(connection) == kept
