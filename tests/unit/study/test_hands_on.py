"""Activities: saved, found again, in another language and after the author's changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from ecolearn.changes import Changes
from ecolearn.content.activities.base import LONGEST_STATE, Activity
from ecolearn.errors import BadResponse, CourseGone
from ecolearn.store import engine, log
from ecolearn.store.events import Fact
from ecolearn.store.ids import to_bytes
from ecolearn.study.api import ActivityState
from ecolearn.study.study import Study
from ecolearn.study.trouble import LearnerGone
from tests.unit.study.conftest import Hands
from tests.unit.study.courses_made import GUESS, Shelf, with_activities

PROGRESS = Changes(progress=frozenset({"energy"}))


def save(study: Study, learner: str, guess: int | None, **more: Any) -> ActivityState:
    """Save a guess."""
    state = {} if guess is None else {"guess": guess}
    return study.save_activity(learner, "energy", "L1", "guess", state, **more).value


def test_an_activity_is_cleaned_judged_and_kept(
    begin: Callable[[], Study], aru: str, hands: Hands
) -> None:
    study = begin()
    assert study.activities(aru, "energy") == {}
    done = study.save_activity(aru, "energy", "L1", "guess", {"guess": 6, "else": "left out"})
    assert done.changes == PROGRESS
    wanted = ActivityState("guess", {"guess": 6}, 0.75, 0.75, False, hands.at)
    assert done.value == wanted
    assert begin().activities(aru, "energy") == {"guess": wanted}


def test_the_latest_is_shown_the_best_stays_and_done_stays_done(
    study: Study, aru: str, hands: Hands
) -> None:
    assert save(study, aru, None).best is None
    assert save(study, aru, 6).done is False
    assert save(study, aru, 7).done is True
    hands.at += timedelta(minutes=1)
    last = save(study, aru, 3)
    assert last == ActivityState("guess", {"guess": 3}, 0.0, 1.0, True, hands.at)
    assert study.activities(aru, "energy")["guess"] == last
    assert save(study, aru, None) == study.activities(aru, "energy")["guess"]
    assert study.activities(aru, "energy")["guess"].best == 1.0


def test_what_is_there_already_is_not_written_again(study: Study, aru: str, hands: Hands) -> None:
    first = save(study, aru, 6)
    head = study.store.log.head
    hands.at += timedelta(minutes=1)
    again = study.save_activity(aru, "energy", "L2", "guess", {"guess": 6, "else": 1})
    assert (again.value, again.changes, study.store.log.head) == (first, Changes(), head)
    assert save(study, aru, 6, done=True).done
    head = study.store.log.head
    assert save(study, aru, 6).done  # done needs not be said again
    assert study.store.log.head == head


def test_what_looks_the_same_to_python_is_not_the_same(study: Study, aru: str) -> None:
    """`1 == True`, but the page makes a difference between them."""
    save(study, aru, 1)
    head = study.store.log.head
    study.save_activity(aru, "energy", "L1", "guess", {"guess": True})
    assert study.store.log.head != head
    assert study.activities(aru, "energy")["guess"].state == {"guess": True}


def test_the_language_may_change_in_between(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    study.save_activity(aru, "energy", "L1", "walk", {"ticked": ["a"]})
    study.change_learner(aru, language="ru")
    again = begin()
    assert again.activities(aru, "energy")["walk"].state == {"ticked": ["a"], "notes": {}}
    done = again.save_activity(aru, "energy", "L1", "walk", {"ticked": ["a", "b", "c"]})
    assert done.value.done
    assert (done.value.score, done.value.best) == (None, None)


def test_learners_and_courses_stay_apart(study: Study, shelf: Shelf, aru: str) -> None:
    shelf.put(msgspec.structs.replace(with_activities(GUESS), id="water"))
    dana = study.create_learner("Dana", "leaf", 10).value.learner_id
    save(study, aru, 1)
    save(study, dana, 2)
    study.save_activity(aru, "water", "L1", "guess", {"guess": 3})
    assert study.activities(aru, "energy")["guess"].state == {"guess": 1}
    assert study.activities(dana, "energy")["guess"].state == {"guess": 2}
    assert study.activities(aru, "water")["guess"].state == {"guess": 3}
    assert study.activities(dana, "water") == {}


def test_what_is_gone_is_told(study: Study, shelf: Shelf, aru: str) -> None:
    save(study, aru, 1)
    with pytest.raises(CourseGone) as caught:
        study.save_activity(aru, "energy", "L1", "other", {})
    assert caught.value.facts == {"course_id": "energy", "id": "other"}
    with pytest.raises(LearnerGone):
        save(study, "nobody", 1)
    shelf.put(with_activities())
    assert study.activities(aru, "energy") == {}
    shelf.courses.clear()
    with pytest.raises(CourseGone):
        save(study, aru, 1)
    with pytest.raises(CourseGone):
        study.activities(aru, "energy")


class Renamed(Activity, frozen=True, tag="renamed"):
    """What the author made of the guess later: it takes none of its states."""

    def clean(self, state: dict[str, Any]) -> dict[str, Any]:
        """Refuse everything with a guess."""
        if "guess" in state:
            raise self.bad("no ticks")
        return state


def test_a_state_that_does_not_fit_any_more_is_empty_and_the_score_stays(
    study: Study, shelf: Shelf, aru: str
) -> None:
    save(study, aru, 7)
    shelf.put(with_activities(Renamed(id="guess", title={"en": "Guess"})))
    found = study.activities(aru, "energy")["guess"]
    assert (found.state, found.best, found.done) == ({}, 1.0, True)


def test_another_rule_for_the_score_counts_at_the_next_saving(
    study: Study, shelf: Shelf, aru: str
) -> None:
    assert save(study, aru, 6).score == 0.75
    shelf.put(with_activities(msgspec.structs.replace(GUESS, right=6)))
    assert (save(study, aru, 6).score, save(study, aru, 6).best) == (1.0, 1.0)


class Echo(Activity, frozen=True, tag="echo"):
    """Keeps whatever it is given."""

    def clean(self, state: dict[str, Any]) -> dict[str, Any]:
        """Return it."""
        return state


@pytest.mark.parametrize("state", [{"guess": "seven"}, [], None])
def test_what_is_no_state_is_refused(study: Study, aru: str, state: Any) -> None:
    with pytest.raises(BadResponse):
        study.save_activity(aru, "energy", "L1", "guess", state)
    assert study.activities(aru, "energy") == {}


def test_a_state_that_is_too_long_is_refused(study: Study, shelf: Shelf, aru: str) -> None:
    shelf.put(with_activities(Echo(id="echo", title={"en": "Echo"})))
    room = LONGEST_STATE - len('{"text":""}')
    study.save_activity(aru, "energy", "L1", "echo", {"text": "a" * room})
    with pytest.raises(BadResponse) as caught:
        study.save_activity(aru, "energy", "L1", "echo", {"text": "a" * (room + 1)})
    assert caught.value.facts == {"item_id": "echo", "reason": "too long"}


def test_a_foreign_state_that_is_none_is_empty(study: Study, aru: str) -> None:
    body = {"course": "energy", "lesson": "L1", "kind": "x", "state": [1], "score": 0.5}
    fact = Fact("activity_saved", {**body, "done": False}, to_bytes(aru), None, "guess")
    study.store.log.append([fact])
    assert study.activities(aru, "energy")["guess"].state == {}
    assert save(study, aru, None).score is None  # {} is written, not taken for what is there


# ── trouble underneath ────────────────────────────────────────────────────────────────────────


@contextmanager
def held(study: Study, how: str) -> Iterator[None]:
    """Hold the database as a program does that hangs in a transaction."""
    other = sqlite3.connect(study.store.path, isolation_level=None)
    other.execute(f"BEGIN {how}")
    yield
    other.close()


@pytest.fixture
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait 5 s for a lock in tests."""
    pragmas = tuple(p.replace("5000", "50") for p in engine._PRAGMAS)
    monkeypatch.setattr(engine, "_PRAGMAS", pragmas)
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    monkeypatch.setattr(log, "BUSY_MS", 50)
    monkeypatch.setattr(log, "IMPATIENT_MS", 20)


@pytest.mark.usefixtures("short_waits")
@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_saving_goes_on_while_the_database_is_held(
    begin: Callable[[], Study], shelf: Shelf, aru: str, how: str
) -> None:
    """F19: states go to the side journal, the last one is shown, and it is there later, also if
    it is one that the database had before."""
    study = begin()
    shelf.put(msgspec.structs.replace(with_activities(GUESS), id="water"))
    save(study, aru, 7)
    with held(study, how):
        state = {"guess": 3}
        study.save_activity(aru, "energy", "L1", "guess", state)
        state["guess"] = 99  # the page goes on with its own
        save(study, aru, 5)
        save(study, aru, 7)
        last = save(study, aru, 3)
        study.save_activity(aru, "water", "L1", "guess", {"guess": 4})
        assert len(study.store.log.waiting) >= 4
    waiting = study.activities(aru, "energy")["guess"]
    assert (waiting.state, waiting.best, waiting.done) == ({"guess": 3}, 1.0, True)
    assert study.activities(aru, "water")["guess"].state == {"guess": 4}
    study.store.close()
    again = begin().activities(aru, "energy")["guess"]
    assert (again.state, again.best, again.done) == (last.state, 1.0, True)
