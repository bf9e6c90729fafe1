"""Quizzes, from drawing to result: nothing answered is lost, nothing is asked twice by chance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ecolearn.changes import Changes
from ecolearn.content.model import Pool
from ecolearn.errors import BadResponse, CourseGone, NoAttemptsLeft
from ecolearn.study.api import QuizResult, Sitting
from ecolearn.study.study import Study
from ecolearn.study.trouble import AttemptClosed, AttemptGone
from tests.unit.study.conftest import Hands
from tests.unit.study.courses_made import RIGHT, WRONG, Shelf, a_course, without


def start(study: Study, aru: str, module_id: str = "M1", retry_of: str = "") -> Sitting:
    return study.start_quiz(aru, "energy", module_id, retry_of).value


def take(study: Study, aru: str, *right: bool, retry_of: str = "") -> QuizResult:
    """Sit the first quiz: answer right or wrong, in order; hand in."""
    sitting = start(study, aru, retry_of=retry_of)
    for item, good in zip(sitting.items, right, strict=False):
        study.answer(sitting.attempt_id, item.item_id, RIGHT if good else WRONG, 10.0)
    return study.finish(sitting.attempt_id, 60.0).value


def ids(sitting: Sitting | QuizResult) -> list[str]:
    return [item.item_id for item in sitting.items]


# ── beginning ─────────────────────────────────────────────────────────────────────────────────


def test_what_is_drawn_is_saved_before_it_is_shown(begin: Callable[[], Study], aru: str) -> None:
    """C12: pulling the plug brings no new questions."""
    shown = start(begin(), aru)
    again = begin()
    assert again.open_attempt(aru, "energy", "M1") == shown
    assert again.sitting(shown.attempt_id) == shown
    assert again.start_quiz(aru, "energy", "M1").value == shown


def test_a_new_sitting_is_empty_and_numbered(study: Study, aru: str) -> None:
    done = study.start_quiz(aru, "energy", "M1")
    sitting = done.value
    assert done.changes == Changes(progress=frozenset({"energy"}), attempt_id=sitting.attempt_id)
    assert ids(sitting) == ["Q1", "Q2", "Q3", "Q4"]
    assert sitting.items[0].presentation == {"options": ["a", "b", "c"]}
    assert (sitting.number, sitting.position, sitting.marks, sitting.flagged) == (
        1,
        0,
        {},
        frozenset(),
    )
    assert (sitting.limit_s, sitting.show, sitting.feedback) == (None, "one", "at-once")


def test_the_settings_of_the_author_hold(study: Study, aru: str, shelf: Shelf) -> None:
    shelf.put(
        a_course(
            draw=3,
            minutes=5,
            show="all",
            feedback="at-end",
            shuffle_options=True,
            pools=(Pool(tag="none", draw=0),),
        )
    )
    sitting = start(study, aru)
    assert len(sitting.items) == 3
    assert (sitting.limit_s, sitting.show, sitting.feedback) == (300.0, "all", "at-end")
    assert sorted(sitting.items[0].presentation["options"]) == ["a", "b", "c"]


def test_another_attempt_asks_other_questions_first(study: Study, aru: str, shelf: Shelf) -> None:
    shelf.put(a_course(draw=2))
    first = take(study, aru, True, True)
    second = start(study, aru)
    assert second.number == 2
    assert set(ids(first)) | set(ids(second)) == {"Q1", "Q2", "Q3", "Q4"}


def test_a_module_without_a_quiz_or_a_course_that_is_gone(study: Study, aru: str) -> None:
    with pytest.raises(CourseGone):
        study.start_quiz(aru, "energy", "M9")
    with pytest.raises(CourseGone):
        study.start_quiz(aru, "water", "M1")
    assert study.open_attempt(aru, "energy", "M1") is None


# ── answering ─────────────────────────────────────────────────────────────────────────────────


def test_with_feedback_at_once_an_answer_is_judged_and_final(
    begin: Callable[[], Study], aru: str
) -> None:
    study = begin()
    sitting = start(study, aru)
    mark = study.answer(sitting.attempt_id, "Q1", WRONG, 12.5).value
    assert mark.grade is not None
    assert mark.grade.verdict == "wrong"
    assert study.answer(sitting.attempt_id, "Q1", RIGHT, 13).value == mark
    assert study.draft(sitting.attempt_id, "Q1", RIGHT, 13).value == mark
    assert study.hint(sitting.attempt_id, "Q1", 13).value == mark
    again = begin().sitting(sitting.attempt_id)
    assert again.marks == {"Q1": mark}
    assert again.elapsed_s == 12.5


def test_with_feedback_at_the_end_nothing_is_told_and_answers_may_change(
    study: Study, aru: str, shelf: Shelf
) -> None:
    shelf.put(a_course(feedback="at-end"))
    sitting = start(study, aru)
    assert study.answer(sitting.attempt_id, "Q1", WRONG, 1).value.grade is None
    assert study.answer(sitting.attempt_id, "Q1", RIGHT, 2).value.response == RIGHT
    with study.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM item_best").fetchone()[0] == 0
    result = study.finish(sitting.attempt_id, 3).value
    assert result.marks["Q1"].score == 1.0
    assert result.score == 0.25


def test_a_draft_is_kept_and_counts_when_handed_in(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    sitting = start(study, aru)
    mark = study.draft(sitting.attempt_id, "Q1", RIGHT, 4).value
    assert (mark.response, mark.grade) == (RIGHT, None)
    study = begin()
    assert study.sitting(sitting.attempt_id).marks == {"Q1": mark}
    result = study.finish(sitting.attempt_id, 5).value
    assert (result.points, result.points_max, result.marks["Q1"].score) == (1.0, 4.0, 1.0)


def test_the_same_draft_is_not_written_twice(study: Study, aru: str) -> None:
    sitting = start(study, aru)
    study.draft(sitting.attempt_id, "Q1", WRONG, 4)
    head = study.store.log.head
    study.draft(sitting.attempt_id, "Q1", WRONG, 5)
    assert study.store.log.head == head


def test_too_little_to_judge_stays_a_draft(study: Study, aru: str) -> None:
    sitting = start(study, aru)
    mark = study.answer(sitting.attempt_id, "Q1", {"choice": ""}, 1).value
    assert mark.grade is None
    assert study.answer(sitting.attempt_id, "Q1", RIGHT, 2).value.score == 1.0


def test_hints_cost_what_the_author_says(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    sitting = start(study, aru)
    assert study.hint(sitting.attempt_id, "Q1", 1).value.hints == 1
    study = begin()
    assert study.hint(sitting.attempt_id, "Q1", 2).value.hints == 2
    assert study.hint(sitting.attempt_id, "Q1", 3).value.hints == 2
    mark = study.answer(sitting.attempt_id, "Q1", RIGHT, 4).value
    assert (mark.score, mark.hints) == (0.25, 2)


def test_a_word_is_right_in_any_of_the_courses_languages(study: Study, aru: str) -> None:
    """The learner may read one language and type another."""
    sitting = start(study, aru, "M2")
    word = next(item.item_id for item in sitting.items if item.item_id == "R3")
    mark = study.answer(sitting.attempt_id, word, {"text": "watt"}, 1).value
    assert mark.score == 1.0


def test_the_place_flags_and_time_are_there_after_a_power_cut(
    begin: Callable[[], Study], aru: str
) -> None:
    """F1: the same question and the time used."""
    study = begin()
    sitting = start(study, aru)
    study.move_to(sitting.attempt_id, 2, 20.0)
    study.flag(sitting.attempt_id, "Q3", True)
    study.flag(sitting.attempt_id, "Q2", True)
    study.flag(sitting.attempt_id, "Q2", False)
    study.tick(sitting.attempt_id, 25.0)
    study.tick(sitting.attempt_id, 22.0)
    again = begin().sitting(sitting.attempt_id)
    assert (again.position, again.flagged, again.elapsed_s) == (2, frozenset({"Q3"}), 25.0)


@pytest.mark.parametrize("elapsed_s", [-1.0, float("nan"), float("inf"), 0.0])
def test_time_used_never_shrinks(study: Study, aru: str, elapsed_s: float) -> None:
    sitting = start(study, aru)
    study.tick(sitting.attempt_id, 30.0)
    study.move_to(sitting.attempt_id, 1, elapsed_s)
    assert study.sitting(sitting.attempt_id).elapsed_s == 30.0


@pytest.mark.parametrize(("wanted", "kept"), [(-5, 0), (3, 3), (99, 3)])
def test_the_place_is_always_one_of_the_items(
    study: Study, aru: str, wanted: int, kept: int
) -> None:
    sitting = start(study, aru)
    study.move_to(sitting.attempt_id, wanted, 1)
    assert study.sitting(sitting.attempt_id).position == kept


def test_what_does_not_belong_is_refused(study: Study, aru: str) -> None:
    sitting = start(study, aru)
    with pytest.raises(BadResponse):
        study.answer(sitting.attempt_id, "R1", RIGHT, 1)
    with pytest.raises(BadResponse):
        study.answer(sitting.attempt_id, "Q1", {"choice": 7}, 1)
    for attempt_id in ("", "zz", "00" * 16):
        with pytest.raises(AttemptGone):
            study.sitting(attempt_id)
        with pytest.raises(AttemptGone):
            study.result(attempt_id)


def test_two_windows_on_one_sitting_lose_nothing(begin: Callable[[], Study], aru: str) -> None:
    """F18."""
    one, two = begin(), begin()
    sitting = start(one, aru)
    one.answer(sitting.attempt_id, "Q1", RIGHT, 1)
    two.answer(sitting.attempt_id, "Q2", RIGHT, 1)
    one.answer(sitting.attempt_id, "Q3", RIGHT, 1)
    result = one.finish(sitting.attempt_id, 2).value
    assert result.points == 3.0
    assert two.finish(sitting.attempt_id, 9).value == result


# ── handing in ────────────────────────────────────────────────────────────────────────────────


def test_a_result_says_what_was_missed_by_outcome(study: Study, aru: str, hands: Hands) -> None:
    result = take(study, aru, True, False, True)
    assert (result.score, result.points, result.points_max) == (0.5, 2.0, 4.0)
    assert (result.passed, result.pass_mark, result.best) == (False, 0.8, 0.5)
    assert [(o.outcome_id, o.points, o.points_max, o.missed) for o in result.outcomes] == [
        ("O1", 2.0, 2.0, ()),
        ("O2", 0.0, 2.0, ("Q2", "Q4")),
    ]
    assert result.marks["Q4"].response == {}
    assert result.marks["Q4"].score == 0.0
    assert (result.elapsed_s, result.finished_at, result.attempts_left) == (60.0, hands.at, None)


def test_finishing_twice_gives_the_same_result(begin: Callable[[], Study], aru: str) -> None:
    study = begin()
    result = take(study, aru, True)
    assert study.finish(result.attempt_id, 999.0).value == result
    assert study.result(result.attempt_id) == result
    assert begin().finish(result.attempt_id, 999.0).value == result


def test_a_finished_sitting_takes_no_answers(study: Study, aru: str) -> None:
    result = take(study, aru, True)
    for act in (study.answer, study.draft):
        with pytest.raises(AttemptClosed):
            act(result.attempt_id, "Q2", RIGHT, 99)
    assert study.move_to(result.attempt_id, 1, 99).changes == Changes()
    study.tick(result.attempt_id, 999)
    assert study.result(result.attempt_id) == result


def test_an_open_sitting_has_no_result(study: Study, aru: str) -> None:
    with pytest.raises(AttemptGone):
        study.result(start(study, aru).attempt_id)


def test_the_best_attempt_counts(study: Study, aru: str) -> None:
    assert take(study, aru, True, True, True, True).passed
    worse = take(study, aru, True)
    assert (worse.score, worse.best, worse.passed) == (0.25, 1.0, False)
    (module, _) = study.course_progress(aru, "energy").modules
    assert module.quiz is not None
    assert (module.quiz.state, module.quiz.best, module.quiz.attempts) == ("passed", 1.0, 2)


def test_the_number_of_attempts_is_limited(study: Study, aru: str, shelf: Shelf) -> None:
    shelf.put(a_course(attempts=2))
    assert take(study, aru).attempts_left == 1
    assert take(study, aru).attempts_left == 0
    with pytest.raises(NoAttemptsLeft) as caught:
        start(study, aru)
    assert caught.value.facts == {"allowed": 2}


def test_the_list_of_attempts(study: Study, aru: str, hands: Hands) -> None:
    began = hands.at
    first = take(study, aru, True)
    hands.pass_s(60)
    waiting = start(study, aru)
    one, two = study.attempts(aru, "energy", "M1")
    assert (one.attempt_id, one.number, one.started_at) == (first.attempt_id, 1, began)
    assert (one.finished_at, one.score, one.passed) == (began, 0.25, False)
    assert (two.attempt_id, two.finished_at, two.score) == (waiting.attempt_id, None, None)


def test_open_answers_wait_for_a_person(study: Study, aru: str) -> None:
    sitting = start(study, aru, "M2")
    study.answer(sitting.attempt_id, "R4", {"text": "It runs for minutes."}, 1)
    result = study.finish(sitting.attempt_id, 2).value
    assert (result.for_teacher, result.points_max) == (1, float(len(result.items) - 1))
    mark = result.marks["R4"]
    assert mark.grade is not None
    assert mark.grade.verdict == "open"


def test_an_open_question_without_an_answer_waits_for_nobody(study: Study, aru: str) -> None:
    result = study.finish(start(study, aru, "M2").attempt_id, 1).value
    assert result.for_teacher == 0


# ── a course that changes ─────────────────────────────────────────────────────────────────────


def test_items_that_are_gone_are_left_out_of_the_score_and_named(
    study: Study, aru: str, shelf: Shelf
) -> None:
    sitting = start(study, aru)
    study.answer(sitting.attempt_id, "Q1", RIGHT, 1)
    shelf.put(without(a_course(), "Q2", "Q3"))
    result = study.finish(sitting.attempt_id, 2).value
    assert result.gone == ("Q2", "Q3")
    assert (result.points, result.points_max, result.score) == (1.0, 2.0, 0.5)
    assert study.result(result.attempt_id) == result


def test_a_course_that_is_gone_leaves_the_sitting_open(
    study: Study, aru: str, shelf: Shelf
) -> None:
    sitting = start(study, aru)
    study.draft(sitting.attempt_id, "Q1", RIGHT, 1)
    course = shelf.courses.pop("energy")
    with pytest.raises(CourseGone):
        study.finish(sitting.attempt_id, 2)
    shelf.put(course.course)
    assert study.finish(sitting.attempt_id, 2).value.points == 1.0


# ── targeted retry ────────────────────────────────────────────────────────────────────────────


def test_a_retry_asks_only_what_was_missed(study: Study, aru: str) -> None:
    first = take(study, aru, True, False, True, False)
    sitting = start(study, aru, retry_of=first.attempt_id)
    assert (ids(sitting), sitting.number, sitting.retry_of) == (
        ["Q2", "Q4"],
        2,
        first.attempt_id,
    )


def test_a_retry_betters_the_whole_quiz(study: Study, aru: str) -> None:
    """What was right stays right: the score is that of the quiz, not of the items asked again."""
    first = take(study, aru, True, False, True, False)
    second = take(study, aru, True, False, retry_of=first.attempt_id)
    assert (second.points, second.points_max, second.score) == (3.0, 4.0, 0.75)
    third = take(study, aru, True, retry_of=second.attempt_id)
    assert ids(third) == ["Q4"]
    assert (third.score, third.passed, third.best) == (1.0, True, 1.0)
    assert third.outcomes[1].missed == ()


def test_a_retry_takes_parallel_items(study: Study, aru: str) -> None:
    sitting = start(study, aru, "M2")
    (twin,) = {"R1", "R2"} & set(ids(sitting))
    (other,) = {"R1", "R2"} - {twin}
    study.answer(sitting.attempt_id, "R3", {"text": "watt"}, 1)
    first = study.finish(sitting.attempt_id, 2).value
    again = start(study, aru, "M2", first.attempt_id)
    (item,) = again.items
    assert (item.item_id, item.stands_for) == (other, twin)
    study.answer(again.attempt_id, other, RIGHT, 1)
    result = study.finish(again.attempt_id, 2).value
    assert (result.points, result.points_max) == (2.0, 2.0)


def test_with_nothing_missed_a_retry_is_the_whole_quiz(study: Study, aru: str) -> None:
    first = take(study, aru, True, True, True, True)
    sitting = start(study, aru, retry_of=first.attempt_id)
    assert (len(sitting.items), sitting.retry_of) == (4, "")


def test_a_retry_of_nothing_is_told(study: Study, aru: str) -> None:
    with pytest.raises(AttemptGone):
        start(study, aru, retry_of="00" * 16)
