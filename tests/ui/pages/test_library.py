"""The library page: cards, search, a thousand courses, nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecolearn.content.summary import CourseSummary
from ecolearn.ui import first_look
from ecolearn.ui.context import Context, Route
from ecolearn.ui.first_look import MOST_CARDS, GoOn, Shelf
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.pages.library import LibraryPage


def course(number: int, title: str = "", trouble: str = "", items: int = 10) -> CourseSummary:
    return CourseSummary(
        course_id=f"c{number}",
        version="1",
        folder=Path("courses") / f"c{number}",
        languages=("en",),
        title={"en": title or f"Course {number}", "kk": f"Курс {number}"},
        summary={"en": "About something"},
        tracks=("secondary",),
        hours=2,
        icon="leaf",
        hue=100,
        modules=1,
        lessons=3,
        items=items,
        trouble=trouble,
    )


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[LibraryPage]:
    jobs = Jobs()
    made = LibraryPage(Context(jobs))
    qtbot.addWidget(made)
    made.resize(928, 680)
    made.show()
    yield made
    jobs.close()


def shelf(count: int, **more: object) -> Shelf:
    courses = tuple(course(number) for number in range(count))
    return Shelf(courses, {}, None, count, **more)  # type: ignore[arg-type]


def test_a_card_leads_to_its_course(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_shelf(shelf(3))
    card = page._cards["c1"]
    with qtbot.waitSignal(page.context.route_requested) as caught:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert caught.args == [Route("course", course_id="c1")]


def test_a_card_says_how_far_one_is(page: LibraryPage) -> None:
    courses = (course(0), course(1), course(2))
    page.show_shelf(Shelf(courses, {"c0": (0.45, "going"), "c1": (1.0, "done")}, None, 3))
    words = {key: card.accessibleDescription() for key, card in page._cards.items()}
    assert "Under way, 45%" in words["c0"].replace("\u00a0", "")
    assert "Finished" in words["c1"]
    assert "Not started" in words["c2"]


def test_a_course_without_questions_does_not_count_them(page: LibraryPage) -> None:
    metas = [page._content(one, 0.0, "new").meta for one in (course(0), course(1, items=0))]
    assert ["question" in meta for meta in metas] == [True, False]


def test_a_course_that_cannot_be_read_is_shown_but_not_opened(page: LibraryPage) -> None:
    page.show_shelf(Shelf((course(0, trouble="M005"),), {}, None, 1))
    card = page._cards["c0"]
    assert not card.isEnabled()
    assert "newer EcoLearn" in card.accessibleDescription()


def test_search_narrows_by_all_words_in_any_language(page: LibraryPage) -> None:
    courses = (course(0, "Energy at home"), course(1, "Water and steppe"), course(2), course(3))
    page.show_shelf(Shelf(courses, {}, None, 4))
    page._search.setText("home ENERGY")
    assert list(page._cards) == ["c0"]
    page._search.setText("курс 1")
    assert list(page._cards) == ["c1"]
    page._search.setText("nothing like it")
    assert page._empty.isVisible()
    page._empty.button.click()
    assert len(page._cards) == 4


def test_a_thousand_courses_are_made_as_they_are_scrolled_to(page: LibraryPage) -> None:
    page.show_shelf(shelf(1_000))
    assert len(page._cards) == MOST_CARDS
    bar = page._scroll.verticalScrollBar()
    for _ in range(3):
        page._scroll.widget().adjustSize()
        bar.setValue(bar.maximum())
        page._on_scrolled(bar.value())
    assert MOST_CARDS < len(page._cards) <= 4 * MOST_CARDS


def test_no_courses_is_a_sentence(page: LibraryPage) -> None:
    page.show_shelf(Shelf())
    assert page._empty.isVisible()
    assert not page._grid.isVisible()


def test_where_to_go_on(page: LibraryPage, qtbot: QtBot) -> None:
    lesson = GoOn("c0", "M1", "L1", "", 0.4, {"en": "Power"}, {"en": "Energy"})
    page.show_shelf(Shelf((course(0),), {}, lesson, 1))
    with qtbot.waitSignal(page.context.route_requested) as caught:
        page._bar.wanted.click()
    assert caught.args == [Route("lesson", "c0", "M1", "L1")]

    quiz = GoOn("c0", "M1", "", "a1", 0.0, {"en": "Module"}, {"en": "Energy"})
    page.show_shelf(Shelf((course(0),), {}, quiz, 1))
    with qtbot.waitSignal(page.context.route_requested) as caught:
        page._bar.wanted.click()
    assert caught.args == [Route("quiz", "c0", "M1", attempt_id="a1")]
    assert page._bar._title.text() == "Continue the quiz: Module"
    assert page._bar.wanted.text() == "Continue"


def test_a_quiz_that_is_not_begun_is_started(page: LibraryPage) -> None:
    quiz = GoOn("c0", "M1", "", "", 0.0, {"en": "Module"}, {"en": "Energy"})
    page.show_shelf(Shelf((course(0),), {}, quiz, 1))
    assert page._bar._title.text() == "Start the quiz: Module"
    assert page._bar.wanted.text() == "Start"
    page.retranslate()
    assert page._bar.wanted.text() == "Start"


def test_the_first_look_is_what_was_kept(tmp_path: Path) -> None:
    go_on = GoOn("c0", "M1", "L1", "", 0.4, {"en": "Power"}, {"en": "Energy"})
    kept = Shelf((course(0), course(1)), {"c0": (0.5, "going")}, go_on, 2)
    first_look.keep(tmp_path, "somebody", kept)
    assert first_look.remembered(tmp_path, "somebody") == kept
    other = first_look.remembered(tmp_path, "somebody else")
    assert other.courses == kept.courses
    assert other.progress is None
    assert other.go_on is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": 99}', "\0"])
def test_a_damaged_first_look_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "first-look.json").write_text(text, "utf-8")
    assert first_look.remembered(tmp_path, "x") == Shelf()


def test_the_first_look_holds_no_name(tmp_path: Path) -> None:
    first_look.keep(tmp_path, "id", shelf(1))
    assert "Asel" not in (tmp_path / "cache" / "first-look.json").read_text("utf-8")
