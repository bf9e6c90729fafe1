"""Lessons: the place, how far, and the questions on the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ecolearn.changes import Changes
from ecolearn.errors import BadResponse, CourseGone
from ecolearn.study.api import ContinuePoint, Marked, Spot
from ecolearn.study.study import Study
from tests.unit.study.conftest import Hands
from tests.unit.study.courses_made import RIGHT, WRONG, Shelf

PROGRESS = Changes(progress=frozenset({"energy"}))


def test_a_first_visit_begins_at_the_top(study: Study, aru: str) -> None:
    done = study.open_lesson(aru, "energy", "L1")
    assert done.changes == PROGRESS
    visit = done.value
    assert (visit.spot, visit.furthest, visit.finished, visit.answers) == (Spot(), 0.0, False, {})


def test_the_place_is_there_after_a_power_cut(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    study.open_lesson(aru, "energy", "L1")
    study.save_spot(aru, "energy", "L1", Spot(7, 0.25), 0.6)
    study.save_spot(aru, "energy", "L1", Spot(2, 0.5), 0.3)
    visit = begin().open_lesson(aru, "energy", "L1").value
    assert visit.spot == Spot(2, 0.5)
    assert visit.furthest == 0.6


def test_a_place_that_is_kept_already_is_not_written_again(study: Study, aru: str) -> None:
    assert study.save_spot(aru, "energy", "L1", Spot(7, 0.5), 2.0).changes == PROGRESS
    head = study.store.log.head
    assert study.save_spot(aru, "energy", "L1", Spot(7, 0.5), 0.4).changes == Changes()
    assert study.store.log.head == head
    assert study.save_spot(aru, "energy", "L1", Spot(1, 0.5), 0.4).changes == Changes()
    assert study.open_lesson(aru, "energy", "L1").value.furthest == 1.0


def test_finishing_is_kept_and_may_be_repeated(study: Study, aru: str) -> None:
    for _ in range(2):
        assert study.finish_lesson(aru, "energy", "L1").changes == PROGRESS
    assert study.open_lesson(aru, "energy", "L1").value.finished


@pytest.mark.parametrize(("course_id", "lesson_id"), [("energy", "L9"), ("water", "L1")])
def test_a_lesson_that_is_gone_is_told(
    study: Study, aru: str, course_id: str, lesson_id: str
) -> None:
    with pytest.raises(CourseGone):
        study.open_lesson(aru, course_id, lesson_id)
    with pytest.raises(CourseGone):
        study.finish_lesson(aru, course_id, lesson_id)


def test_an_answer_is_judged_and_kept(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    mark = study.answer_in_lesson(aru, "energy", "L1", "L1-1", RIGHT).value
    assert mark.grade is not None
    assert (mark.grade.verdict, mark.score, mark.response) == ("right", 1.0, RIGHT)
    assert begin().open_lesson(aru, "energy", "L1").value.answers == {"L1-1": mark}


def test_the_latest_answer_is_shown_and_the_best_counts(study: Study, aru: str) -> None:
    study.answer_in_lesson(aru, "energy", "L1", "L1-1", RIGHT)
    study.answer_in_lesson(aru, "energy", "L1", "L1-1", WRONG)
    assert study.open_lesson(aru, "energy", "L1").value.answers["L1-1"].score == 0.0
    with study.store.reading() as connection:
        assert connection.execute("SELECT best FROM item_best").fetchall() == [(1.0,)]


def test_a_prediction_is_kept_and_not_judged(study: Study, aru: str) -> None:
    mark = study.answer_in_lesson(aru, "energy", "L1", "L1-P", WRONG).value
    assert mark == Marked("L1-P", WRONG)


def test_too_little_to_judge_is_kept(study: Study, aru: str) -> None:
    mark = study.answer_in_lesson(aru, "energy", "L1", "L1-1", {"choice": ""}).value
    assert mark.grade is None
    assert study.open_lesson(aru, "energy", "L1").value.answers == {"L1-1": mark}


def test_what_is_no_response_is_refused(study: Study, aru: str) -> None:
    with pytest.raises(BadResponse):
        study.answer_in_lesson(aru, "energy", "L1", "L1-1", {"choice": [1, 2]})
    with pytest.raises(CourseGone):
        study.answer_in_lesson(aru, "energy", "L1", "L1-9", RIGHT)


def test_hints_are_taken_one_by_one_and_paid_for(study: Study, aru: str) -> None:
    taken = [study.hint_in_lesson(aru, "energy", "L1", "L1-1").value.hints for _ in range(3)]
    assert taken == [1, 2, 2]
    mark = study.answer_in_lesson(aru, "energy", "L1", "L1-1", RIGHT).value
    assert (mark.hints, mark.score) == (2, 0.25)
    assert mark.grade is not None
    assert mark.grade.score == 1.0


def test_the_learner_goes_on_where_they_were(study: Study, aru: str, hands: Hands) -> None:
    assert study.continue_point(aru) is None
    study.open_lesson(aru, "energy", "L1")
    study.save_spot(aru, "energy", "L1", Spot(3), 0.5)
    assert study.continue_point(aru) == ContinuePoint("energy", "M1", "L1", "", hands.at, 0.5)


def test_after_a_finished_lesson_the_next_thing_comes(study: Study, aru: str, hands: Hands) -> None:
    study.finish_lesson(aru, "energy", "L1")
    assert study.continue_point(aru) == ContinuePoint("energy", "M1", "L2", "", hands.at)
    study.finish_lesson(aru, "energy", "L2")
    assert study.continue_point(aru) == ContinuePoint("energy", "M1", "", "", hands.at)


def test_a_course_that_is_gone_is_passed_over(study: Study, aru: str, shelf: Shelf) -> None:
    study.open_lesson(aru, "energy", "L1")
    shelf.courses.clear()
    assert study.continue_point(aru) is None
    assert study.progress(aru) == {}
