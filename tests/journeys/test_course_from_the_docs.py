"""A course written from `docs/course-format.md` alone loads, checks clean, and can be played."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ecolearn.authoring.check import check_paths
from ecolearn.authoring.messages import render
from ecolearn.ui.context import Route
from tests.journeys.conftest import Journey

SHELF = Path(__file__).resolve().parents[1] / "data" / "courses"
COURSE = "school-water"
KINDS = {
    "single",
    "several",
    "true-false",
    "number",
    "short",
    "match",
    "sort",
    "order",
    "cloze",
    "hotspot",
    "matrix",
    "open",
}


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program find the course as a school would: on a shelf of its own."""
    monkeypatch.setenv("ECOLEARN_COURSES", str(SHELF))
    return SHELF


def test_it_checks_clean() -> None:
    (checked,) = check_paths([SHELF / COURSE])
    assert [render(problem, "en") for problem in checked.problems] == []
    assert checked.course is not None
    assert checked.course.id == COURSE
    assert [len(module.lessons) for module in checked.course.modules] == [2, 1]


def test_its_bank_has_every_type_of_question() -> None:
    (checked,) = check_paths([SHELF / COURSE])
    assert checked.course is not None
    for language in ("ru", "kk"):
        bank = checked.course.modules[1].bank[language].items
        assert len(bank) == 16
        assert {item.type for item in bank} == KINDS


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_its_lessons_can_be_read(shelf: Path, start: Callable[..., Journey], language: str) -> None:
    pupil = start(language)
    pupil.type("Айгүл")
    pupil.key(Qt.Key.Key_Return)
    core = pupil.window.context.core
    assert core is not None
    for module in core.library.open(COURSE).course.modules:
        for lesson in module.lessons:
            pupil.window.go(Route("lesson", COURSE, module.id, lesson.id))
            pupil.settle()
            assert pupil.page == "lesson"
            assert pupil.window.route.lesson_id == lesson.id
            assert pupil.trouble() == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_its_quiz_is_passed_with_all_points(
    shelf: Path, start: Callable[..., Journey], language: str
) -> None:
    pupil = start(language)
    pupil.type("Айгүл")
    pupil.key(Qt.Key.Key_Return)
    core = pupil.window.context.core
    assert core is not None
    who = pupil.window.context.learner_id
    course = core.library.open(COURSE)

    sitting = core.study.start_quiz(who, COURSE, "SW2").value
    assert len(sitting.items) == 14  # of twins only one is asked
    assert sitting.show == "all"
    assert sitting.feedback == "at-end"
    assert sitting.limit_s == 600
    pupil.window.go(Route("quiz", COURSE, "SW2"))
    pupil.settle()
    assert pupil.page == "quiz"

    for number, shown in enumerate(sitting.items):
        found = course.item(shown.item_id, language)
        assert found is not None
        response = found[0].solution()
        if found[0].type == "open":  # no right answer: what one writes waits for the teacher
            response = {"text": "Май құбырда қатып қалады."}
        core.study.answer(sitting.attempt_id, shown.item_id, response, 10.0 + number)
    core.study.finish(sitting.attempt_id, 60.0)
    pupil.window.go(Route("result", COURSE, "SW2", attempt_id=sitting.attempt_id))
    pupil.settle()

    assert pupil.page == "result"
    result = core.study.result(sitting.attempt_id)
    assert result.score == 1.0
    assert result.passed
    assert result.points == result.points_max
    assert result.for_teacher == 1  # the open answer
    assert pupil.trouble() == []
