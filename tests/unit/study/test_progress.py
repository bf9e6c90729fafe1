"""How far somebody is: lessons read and quizzes passed, and what they know."""

from __future__ import annotations

from ecolearn.store import quick
from ecolearn.study.api import ContinuePoint, CourseProgress, OutcomeProgress, Spot
from ecolearn.study.study import Study
from tests.unit.study.conftest import Hands
from tests.unit.study.courses_made import RIGHT, WRONG, Shelf, a_course, without


def pass_quiz(study: Study, aru: str, module_id: str) -> None:
    """Answer everything right."""
    sitting = study.start_quiz(aru, "energy", module_id).value
    for item in sitting.items:
        response = {"R3": {"text": "watt"}, "R4": {"text": "Because."}}.get(item.item_id, RIGHT)
        study.answer(sitting.attempt_id, item.item_id, response, 1)
    study.finish(sitting.attempt_id, 2)


def test_a_course_not_begun_is_new_and_not_opened(study: Study, aru: str) -> None:
    assert study.progress(aru) == {"energy": CourseProgress("energy", 0.0, "new", ())}
    assert study.course_progress(aru, "energy").state == "new"


def test_shares_count_lessons_and_quizzes_alike(study: Study, aru: str, hands: Hands) -> None:
    study.finish_lesson(aru, "energy", "L1")
    study.save_spot(aru, "energy", "L2", Spot(4, 0.5), 0.75)
    progress = study.course_progress(aru, "energy")
    assert (progress.share, progress.state, progress.last_at) == (1 / 5, "going", hands.at)
    first, second = progress.modules
    assert (first.share, first.done, second.share) == (1 / 3, False, 0.0)
    one, two = first.lessons
    assert (one.state, one.share, two.state, two.share) == ("done", 1.0, "reading", 0.75)
    assert two.spot == Spot(4, 0.5)
    assert study.progress(aru)["energy"] == progress


def test_a_course_is_done_when_everything_is(study: Study, aru: str) -> None:
    for lesson in ("L1", "L2", "L3"):
        study.finish_lesson(aru, "energy", lesson)
    pass_quiz(study, aru, "M1")
    assert study.course_progress(aru, "energy").modules[0].done
    assert study.continue_point(aru) is not None
    pass_quiz(study, aru, "M2")
    progress = study.course_progress(aru, "energy")
    assert (progress.share, progress.state) == (1.0, "done")
    assert study.continue_point(aru) is None


def test_a_quiz_is_open_tried_or_passed(study: Study, aru: str) -> None:
    def state() -> tuple[str, str]:
        quiz = study.course_progress(aru, "energy").modules[0].quiz
        assert quiz is not None
        return quiz.state, quiz.open_attempt_id

    assert state() == ("new", "")
    sitting = study.start_quiz(aru, "energy", "M1").value
    assert state() == ("open", sitting.attempt_id)
    study.finish(sitting.attempt_id, 1)
    assert state() == ("tried", "")
    pass_quiz(study, aru, "M1")
    assert state() == ("passed", "")


def test_an_open_sitting_is_where_to_go_on(study: Study, aru: str, hands: Hands) -> None:
    study.finish_lesson(aru, "energy", "L1")
    sitting = study.start_quiz(aru, "energy", "M1").value
    point = study.continue_point(aru)
    assert point == ContinuePoint("energy", "M1", "", sitting.attempt_id, hands.at)
    study.finish(sitting.attempt_id, 1)
    point = study.continue_point(aru)
    assert point is not None
    assert (point.module_id, point.lesson_id) == ("M2", "L3")


def test_outcomes_count_the_best_answer_to_each_item(study: Study, aru: str) -> None:
    sitting = study.start_quiz(aru, "energy", "M1").value
    study.answer(sitting.attempt_id, "Q1", WRONG, 1)
    study.answer(sitting.attempt_id, "Q2", RIGHT, 1)
    assert study.outcomes(aru, "energy") == (
        OutcomeProgress("O1", 0.0, 1.0, 1),
        OutcomeProgress("O2", 1.0, 1.0, 1),
    )
    study.finish(sitting.attempt_id, 2)
    pass_quiz(study, aru, "M1")
    assert study.outcomes(aru, "energy") == (
        OutcomeProgress("O1", 2.0, 2.0, 2),
        OutcomeProgress("O2", 2.0, 2.0, 2),
    )


def test_items_that_are_gone_are_no_evidence(study: Study, aru: str, shelf: Shelf) -> None:
    pass_quiz(study, aru, "M1")
    shelf.put(without(a_course(), "Q1", "Q2", "Q4"))
    assert study.outcomes(aru, "energy") == (
        OutcomeProgress("O1", 1.0, 1.0, 1),
        OutcomeProgress("O2", 0.0, 0.0, 0),
    )


def test_the_quick_look_agrees_with_the_shares(study: Study, aru: str) -> None:
    study.finish_lesson(aru, "energy", "L1")
    pass_quiz(study, aru, "M1")
    study.open_lesson(aru, "energy", "L3")
    found = quick.progress(study.store.path, aru)
    assert found is not None
    progress = study.progress(aru)["energy"]
    assert found.courses == {"energy": (progress.share, progress.state)}
    assert found.place is not None
    assert (found.place.lesson_id, found.place.open) == ("L3", True)


def test_learners_do_not_see_each_others_progress(study: Study, aru: str) -> None:
    dana = study.create_learner("Dana", "leaf", 1).value.learner_id
    pass_quiz(study, aru, "M1")
    assert study.progress(dana)["energy"].state == "new"
    assert study.continue_point(dana) is None
    assert study.attempts(dana, "energy", "M1") == ()
