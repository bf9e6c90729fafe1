"""Buttons and one-line texts have the room their words need, in every language and text size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from ecolearn.study.api import Learner
from ecolearn.ui.context import Route
from ecolearn.ui.items.flow import FlowText
from ecolearn.ui.items.text import WrapLabel
from ecolearn.ui.pages.quiz import QuizPage
from tests.journeys.conftest import Journey

COURSE, MODULE = "home-energy", "HE1"


def cut(page: QWidget) -> Iterator[str]:
    """Yield what has less width than its words need, or sticks out of the page."""
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, (QPushButton, QLabel)) or not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and (not widget.text() or not widget.pixmap().isNull()):
            continue
        needed = widget.sizeHint().width()
        if isinstance(widget, (WrapLabel, FlowText)):
            needed = 0  # they break words as well
        elif isinstance(widget, QLabel) and widget.wordWrap():
            words = widget.text().split()
            needed = max(widget.fontMetrics().horizontalAdvance(word) for word in words)
        where = f"{type(widget).__name__} {widget.text()!r}"
        if needed > widget.width():
            yield f"{where}: {widget.width()} of {needed}"
        place = QRect(widget.mapTo(page, QPoint()), widget.size())
        if place.left() < 0 or place.right() > page.width():
            yield f"{where}: from {place.left()} to {place.right()} of {page.width()}"
    for area in page.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            inside = area.widget()
            size = inside.minimumSizeHint() if inside is not None else QSize()
            yield f"{type(area).__name__} scrolls sideways: {size.width()} in {area.width()}"


def live(pupil: Journey, language: str) -> tuple[Learner, str, str]:
    """Make a learner with one quiz handed in and another begun; return their ids."""
    core = pupil.window.context.core
    assert core is not None
    made: list[tuple[Learner, str, str]] = []

    def work() -> tuple[Learner, str, str]:
        study = core.study
        learner = study.create_learner("Айгерім Сағынтайқызы", "leaf", 150, "", language).value
        done = study.start_quiz(learner.learner_id, COURSE, MODULE).value
        study.finish(done.attempt_id, 240.0)
        begun = study.start_quiz(learner.learner_id, COURSE, MODULE).value
        return learner, done.attempt_id, begun.attempt_id

    pupil.window.jobs.database(work, made.append)
    pupil.settle()
    return made[0]


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_nothing_is_cut(start: Callable[..., Journey], language: str, size: float) -> None:
    pupil = start(language)
    pupil.window.set_text_size(size)
    pupil.settle()
    found = [f"welcome: {line}" for line in cut(pupil.window.page)]
    learner, done, begun = live(pupil, language)
    pupil.window.context.sign_in(None)
    pupil.settle()
    found += [f"profiles: {line}" for line in cut(pupil.window.page)]
    pupil.window.context.sign_in(learner)
    pupil.settle()
    for route in (
        Route("library"),
        Route("course", COURSE),
        Route("lesson", COURSE, MODULE, "HE1-L1"),
        Route("lesson", COURSE, MODULE, "HE1-L3"),
        Route("quiz", COURSE, MODULE),
        Route("quiz", COURSE, MODULE, attempt_id=begun),
        Route("result", COURSE, MODULE, attempt_id=done),
        Route("progress"),
    ):
        pupil.window.go(route)
        pupil.settle()
        QApplication.processEvents()
        page = pupil.window.page
        found += [f"{route.page} {route.attempt_id and 'open'}: {line}" for line in cut(page)]
        if isinstance(page, QuizPage) and route.attempt_id:
            assert page._view is not None
            for place in range(1, 8):  # every kind of question
                page._view.steps.chosen.emit(place)
                pupil.settle()
                found += [f"question {place + 1}: {line}" for line in cut(page)]
    assert not found, "\n".join(found)
