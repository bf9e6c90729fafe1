"""The table of a class: scores counted again from the answers (RELIABILITY C2)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ecolearn.store.events import Fact
from ecolearn.store.ids import to_bytes
from ecolearn.study.recount import Row, table
from ecolearn.study.study import Study
from tests.unit.study.courses_made import RIGHT, WRONG, Shelf, a_course


def sit(study: Study, learner: str, right: int, module: str = "M1", **more: Any) -> str:
    """Sit a quiz with so many right answers, and hand in."""
    sitting = study.start_quiz(learner, "energy", module, **more).value
    for number, item in enumerate(sitting.items):
        answer = RIGHT if number < right else WRONG
        if item.item_id in {"R3", "R4"}:
            answer = {"text": "watt"}
        study.answer(sitting.attempt_id, item.item_id, answer, 1.0)
    study.finish(sitting.attempt_id, 9.0)
    return sitting.attempt_id


def rows(study: Study, shelf: Shelf) -> list[Row]:
    """Return the table."""
    with study.store.reading() as connection:
        return table(connection, shelf.open)


def row(study: Study, shelf: Shelf) -> Row:
    """Return the only row."""
    (only,) = rows(study, shelf)
    return only


def test_the_count_is_what_the_quiz_said(study: Study, shelf: Shelf, aru: str) -> None:
    sit(study, aru, 3)
    study.finish_lesson(aru, "energy", "L1")
    found = row(study, shelf)
    assert (found.best, found.passed, found.checked, found.differs) == (0.75, False, True, False)
    assert (found.lessons, found.lessons_all, found.attempts) == (1, 2, 1)


def test_activities_are_told_with_the_module_of_their_lesson(
    study: Study, shelf: Shelf, aru: str
) -> None:
    study.save_activity(aru, "energy", "L1", "guess", {"guess": 7})
    study.save_activity(aru, "energy", "L1", "guess", {"guess": 1})
    study.save_activity(aru, "energy", "L3", "walk", {"ticked": ["a"]})
    found = row(study, shelf)  # the walk is not done yet
    assert (found.module_id, found.activities, found.lessons, found.attempts) == ("M1", 1, 0, 0)
    study.save_activity(aru, "energy", "L3", "walk", {"ticked": ["a"]}, done=True)
    assert [(one.module_id, one.activities) for one in rows(study, shelf)] == [("M1", 1), ("M2", 1)]
    shelf.courses.clear()
    assert [(one.module_id, one.activities) for one in rows(study, shelf)] == [("", 2)]


def test_hints_words_and_answers_for_a_person_count_as_they_did(
    study: Study, shelf: Shelf, aru: str
) -> None:
    sitting = study.start_quiz(aru, "energy", "M2").value
    ids = [item.item_id for item in sitting.items]
    study.hint(sitting.attempt_id, ids[0], 1.0)
    study.answer(sitting.attempt_id, ids[0], RIGHT, 1.0)
    study.draft(sitting.attempt_id, "R3", {"text": "watt"}, 1.0)
    study.answer(sitting.attempt_id, "R4", {"text": "because"}, 1.0)
    said = study.finish(sitting.attempt_id, 9.0).value
    found = row(study, shelf)
    assert found.best == pytest.approx(said.score)
    assert (found.checked, found.differs, found.passed) == (True, False, said.passed)


def test_a_retry_is_counted_over_the_whole_quiz(study: Study, shelf: Shelf, aru: str) -> None:
    first = sit(study, aru, 2)
    second = sit(study, aru, 9, retry_of=first)
    assert study.result(second).score == 1.0
    found = row(study, shelf)
    assert (found.best, found.passed, found.differs, found.attempts) == (1.0, True, False, 2)


def test_a_score_that_was_made_up_has_no_effect(study: Study, shelf: Shelf, aru: str) -> None:
    attempt_id = sit(study, aru, 1)
    with study.store.reading() as connection:
        (raw,) = connection.execute(
            "SELECT p.body FROM payload p JOIN event e ON e.id = p.event_id "
            "WHERE e.kind = 'finished'"
        ).fetchone()
    body = msgspec.json.decode(raw) | {"score": 1.0, "passed": True}
    made_up = Fact("finished", body, to_bytes(aru), to_bytes(attempt_id))
    study.store.log.append([made_up])  # hashes and seal are those of this PC
    assert study.attempts(aru, "energy", "M1")[0].score == 1.0
    found = row(study, shelf)
    assert (found.best, found.passed, found.checked, found.differs) == (0.25, False, True, True)


def test_a_grade_that_was_made_up_has_no_effect(study: Study, shelf: Shelf, aru: str) -> None:
    attempt_id = sit(study, aru, 0)
    body = {
        "course": "energy",
        "response": WRONG,
        "grade": {"score": 1.0, "parts": {"b": True}},
        "score": 1.0,
        "elapsed_ms": 9,
    }
    study.store.log.append([Fact("answered", body, to_bytes(aru), to_bytes(attempt_id), "Q1")])
    assert row(study, shelf).best == 0.0


def test_without_the_version_of_the_course_it_is_told(study: Study, shelf: Shelf, aru: str) -> None:
    sit(study, aru, 3)
    shelf.put(a_course(pass_mark=0.5))
    found = row(study, shelf)
    assert (found.best, found.checked) == (0.75, False)
    shelf.courses.clear()
    found = row(study, shelf)
    assert (found.best, found.checked, found.lessons_all) == (0.75, False, 0)


def test_an_attempt_that_no_program_made_stops_nothing(
    study: Study, shelf: Shelf, aru: str
) -> None:
    attempt = b"a" * 16
    place = {"course": "energy", "module": "M1", "quiz": "M1-Q", "parts": 4}
    started = {**place, "number": 1, "retry_of": attempt.hex(), "settings": [1]}
    content = bytes.fromhex(shelf.open("energy").content_hash)
    finished = {**place, "marks": {}, "score": 1.0, "passed": 1, "result": 0, "elapsed_ms": 1}
    study.store.log.append(
        [
            Fact("started", started, to_bytes(aru), attempt, None, content),
            Fact("shown", {"items": [{"x": 1}]}, to_bytes(aru), attempt),
            Fact("finished", finished, to_bytes(aru), attempt),
        ]
    )
    assert row(study, shelf).checked is False


def test_two_of_one_name_and_hidden_ones(study: Study, shelf: Shelf, aru: str) -> None:
    other = study.create_learner("Aru", "leaf", 150).value.learner_id
    hidden = study.create_learner("Gone", "leaf", 150).value.learner_id
    for learner in (aru, other, hidden):
        sit(study, learner, 4)
    study.remove_learner(hidden)
    found = rows(study, shelf)
    assert [one.name for one in found] == ["Aru", "Aru"]
    assert {one.learner_id for one in found} == {aru, other}
