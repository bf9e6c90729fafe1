"""The lesson page over the real core: reading, answering, switching language, going on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.app import build_core
from ecolearn.content import blocks as b
from ecolearn.study.api import Learner, Spot
from ecolearn.ui import i18n
from ecolearn.ui.context import Context, Route
from ecolearn.ui.items.panel import QuestionPanel
from ecolearn.ui.items.text import plain
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.lesson.desk import CompareCard
from ecolearn.ui.lesson.header import NextCard
from ecolearn.ui.lesson.links import LinkDialog, ask_and_open
from ecolearn.ui.lesson.popover import GlossaryPopover
from ecolearn.ui.lesson.prose_view import ProseView
from ecolearn.ui.pages.lesson import LessonPage
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme

ROUTE = Route("lesson", "home-energy", "HE1", "HE1-L1")


class World:
    """A window's worth of things."""

    def __init__(self, qtbot: QtBot, data: Path, courses: Path) -> None:
        self.qtbot = qtbot
        self.jobs = Jobs()
        self.context = Context(self.jobs, data=data)
        self.routes: list[Route] = []
        self.failed: list[BaseException] = []
        self.context.route_requested.connect(self.routes.append)
        self.jobs.failed.connect(self.failed.append)
        learners: list[Learner] = []

        def begin() -> Learner:
            self.context.core = build_core(data, [(courses, "bundled")])
            return self.context.study.create_learner("Айгерім", "leaf", 150).value

        self.jobs.database(begin, learners.append)
        self.settle()
        self.context.learner = learners[0]
        self.page = LessonPage(self.context)
        qtbot.addWidget(self.page)
        self.page.resize(928, 680)
        self.page.show()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.idle, timeout=20_000)
        assert not self.failed

    def open(self, route: Route = ROUTE) -> None:
        self.page.open(route)
        self.settle()
        self.qtbot.waitUntil(lambda: self.page.view.complete, timeout=20_000)

    def close(self) -> None:
        self.page.leave()
        core = self.context.core
        if core is not None:
            self.jobs.database(core.close)  # type: ignore[attr-defined]
        self.jobs.close()


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path, courses: Path) -> Iterator[World]:
    i18n.install("en")
    folder = tmp_path / "courses"
    shutil.copytree(courses / "home-energy", folder / "home-energy")
    world = World(qtbot, tmp_path / "data", folder)
    yield world
    world.close()
    i18n.install("en")


def test_it_shows_title_outline_and_what_comes_next(world: World) -> None:
    world.open()
    titles = [row.entry.title for row in world.page.outline.rows()]
    assert "Power and energy" in titles
    assert "Two different questions" in titles
    current = [row.entry.key for row in world.page.outline.rows() if row.current]
    assert "HE1-L1" in current
    assert world.page.bar.next_button.isEnabled()
    assert not world.page.bar.previous_button.isEnabled()
    assert world.page.view.accessibleName() == "Power and energy"


def test_the_place_is_kept_between_visits(world: World) -> None:
    world.open()
    world.page.view.go_to(Spot(12, 0.0))
    world.page.leave()
    world.settle()
    other = Route("lesson", "home-energy", "HE1", "HE1-L2")
    world.open(other)
    assert world.page.view.spot == Spot()
    world.open()
    assert world.page.view.spot.block == 12


def test_answers_are_kept_judged_and_survive_the_language(world: World) -> None:
    world.open()
    item = next(
        one.item
        for one in world.page.view.blocks
        if isinstance(one, b.Question) and one.item.type == "single" and one.use == "item"
    )
    panel = world.page.desk._panels[item.id]
    panel.view.set_response(item.solution())
    panel.check()
    world.settle()
    marked = world.page.desk.marked(item.id)
    assert marked is not None
    assert marked.grade is not None
    assert marked.grade.right
    world.page.view.go_to(Spot(10, 0.0))
    i18n.install("kk")
    world.context.language = "kk"
    world.context.language_changed.emit("kk")
    world.settle()
    assert world.page.view.accessibleName() == "Қуат және энергия"
    assert world.page.view.spot.block == 10
    world.page.view.build_all()
    assert world.page.desk._panels[item.id].marked.grade == marked.grade
    world.open(Route("lesson", "home-energy", "HE1", "HE1-L2"))
    world.open()
    again = world.page.desk.marked(item.id)
    assert again is not None
    assert again.response == marked.response


def test_a_prediction_meets_the_right_answer_at_the_end(world: World) -> None:
    world.open()
    world.page.view.build_all()
    (card,) = world.page.view.body.findChildren(CompareCard)
    assert card._shown is None
    item = next(
        one.item
        for one in world.page.view.blocks
        if isinstance(one, b.Question) and one.use == "predict"
    )
    panel = world.page.desk._panels[item.id]
    panel.view.set_response({**item.solution()})
    panel.check()
    world.settle()
    assert card._shown is not None
    assert card._shown.grade is None


def test_a_comparison_marks_nothing(world: World) -> None:
    """What one thought before one could know is neither right nor wrong, and has no points."""
    world.open()
    world.page.view.build_all()
    (card,) = world.page.view.body.findChildren(CompareCard)
    item = next(
        one.item
        for one in world.page.view.blocks
        if isinstance(one, b.Question) and one.use == "predict"
    )
    panel = world.page.desk._panels[item.id]
    panel.view.set_response({"choice": "a"})
    panel.check()
    world.settle()
    assert not card.findChildren(QuestionPanel)
    said = " ".join(
        interface.text(QAccessible.Text.Name)
        for interface in map(QAccessible.queryAccessibleInterface, card.findChildren(QWidget))
        if interface is not None
    )
    assert "You thought:" in said
    assert "Right is:" in said
    assert plain(item.options[0].text) in said
    assert plain(next(one for one in item.options if one.right).feedback)[:20] in said
    assert "Not right" not in said
    assert "point" not in said


def test_a_draft_survives_a_language_switch(world: World) -> None:
    world.open()
    world.page.view.build_all()
    item = next(
        one.item
        for one in world.page.view.blocks
        if isinstance(one, b.Question) and one.item.type == "number"
    )
    world.page.desk._panels[item.id].view.set_response({"text": "41,5"})
    world.context.language = "ru"
    world.context.language_changed.emit("ru")
    world.settle()
    world.page.view.build_all()
    assert world.page.desk._panels[item.id].response() == {"text": "41,5"}


def test_next_finishes_the_lesson_and_goes_on(world: World) -> None:
    world.open()
    world.page.bar.next_button.click()
    world.settle()
    assert world.routes[-1].lesson_id == "HE1-L2"
    world.open(world.routes[-1])
    states = {row.entry.key: row.entry.kind for row in world.page.outline.rows()}
    assert states["HE1-L1"] == "done"
    world.open(Route("lesson", "home-energy", "HE1", "HE1-L3"))
    world.page.bar.next_button.click()
    world.settle()
    assert world.routes[-1].page == "quiz"


def test_links_lead_inside_and_outside(world: World, qtbot: QtBot) -> None:
    world.open()
    world.page.view.link_activated.emit("lesson:HE1-L1#units")
    assert world.page.view.current_anchor == "units"
    world.page.view.link_activated.emit("lesson:HE2-L1#x")
    assert world.routes[-1] == Route("lesson", "home-energy", "HE2", "HE2-L1", "x")
    world.page.view.link_activated.emit("term:power")
    (card,) = world.page.view.findChildren(GlossaryPopover)
    assert card.isVisible()
    world.page.view.link_activated.emit("https://example.org/a?b")
    (dialog,) = world.page.findChildren(LinkDialog)
    assert dialog.field.text() == "https://example.org/a?b"
    dialog.reject()
    for address in ("http://example.org", "file:///etc/passwd", "javascript:1", "smb://x"):
        assert ask_and_open(address, world.page) is None


def test_a_lesson_in_another_language_says_so(world: World, tmp_path: Path) -> None:
    (tmp_path / "courses/home-energy/he1-watts/1-power-and-energy.en.md").unlink()
    world.open()
    header = world.page.view.body.widgets()[0]
    assert header.notice.label.text()  # type: ignore[attr-defined]
    assert world.page.view.blocks


def test_a_course_that_is_gone_leaves_a_way_back(world: World, tmp_path: Path) -> None:
    world.open()
    shutil.rmtree(tmp_path / "courses/home-energy")
    world.page.open(Route("lesson", "home-energy", "HE1", "HE1-L2"))
    world.settle()
    assert world.page._gone.isVisible()
    world.page._gone.action_requested.emit()
    assert world.routes[-1].page == "library"


def test_the_outline_hides_where_there_is_no_room(world: World) -> None:
    world.open()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert world.page.outline.isVisible()
    style.apply(app, load_theme("light"), 1.5)
    assert not world.page.outline.isVisible()
    assert world.page.bar.outline_button.isVisible()
    world.page.bar.outline_button.click()
    assert world.page.outline.isVisible()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_bar_fits(world: World, zoom: float) -> None:
    world.open()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme("light"), zoom)
    world.page.resize(800, 600)
    QApplication.processEvents()
    for button in (world.page.bar.next_button, world.page.bar.previous_button):
        assert button.width() >= button.sizeHint().width()
        right = button.mapTo(world.page.bar, QPoint(button.width(), 0)).x()
        assert right <= world.page.bar.width()


def test_tab_goes_down_the_lesson_then_to_the_bar(world: World) -> None:
    world.open()
    world.page.activateWindow()
    world.qtbot.waitUntil(world.page.isActiveWindow)
    world.page.view.build_all()
    world.page.view.setFocus()
    seen: list[QWidget] = []
    last = -1
    for _ in range(400):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if not world.page.view.body.isAncestorOf(focused):
            break
        y = focused.mapTo(world.page.view.body, QPoint(0, 0)).y()
        assert y >= last - 60
        last = y
        top = focused.mapTo(world.page.view, QPoint(0, 0)).y()
        assert top < world.page.view.height()
        assert top + min(focused.height(), 200) > 0
        seen.append(focused)
    assert len(seen) > 20
    assert world.page.bar.isAncestorOf(QApplication.focusWidget() or world.page)
    QTest.keyClick(
        QApplication.focusWidget() or world.page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
    )
    assert QApplication.focusWidget() is world.page.view or world.page.view.body.isAncestorOf(
        QApplication.focusWidget() or world.page
    )


def test_everything_that_takes_the_focus_has_a_name(world: World) -> None:
    world.open()
    world.page.view.build_all()
    for widget in world.page.findChildren(QWidget):
        if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface.state().invisible:
            continue
        assert interface.text(QAccessible.Text.Name), widget
        assert interface.role() != QAccessible.Role.Border, widget


def test_the_end_of_the_lesson_leads_on(world: World) -> None:
    world.open()
    world.page.view.build_all()
    (card,) = world.page.view.body.findChildren(NextCard)
    assert card is world.page.view.body.widgets()[-1]
    assert card.row.text() == "Reading a meter and a bill"
    card.row.click()
    world.settle()
    assert world.routes[-1].lesson_id == "HE1-L2"


def test_words_are_found(world: World) -> None:
    world.open()
    world.page.activateWindow()
    bar = world.page.find_bar
    assert not bar.isVisible()
    bar.begin()
    QTest.keyClicks(bar.field, "KILOWATT")
    found = len(world.page.view.find_blocks("kilowatt"))
    assert found > 3
    assert bar.count.text() == f"1 of {found}"
    first = world.page.view.spot
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {found}"
    assert world.page.view.spot.block > first.block
    bar.field.setText("no such words")
    assert bar.count.text() == "Not found"
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_nothing_stays_marked_after_the_search(world: World) -> None:
    world.open()
    world.page.view.build_all()

    def marked() -> list[str]:
        found = (prose.textCursor() for prose in world.page.view.findChildren(ProseView))
        return [cursor.selectedText() for cursor in found if cursor.hasSelection()]

    bar = world.page.find_bar
    bar.begin()
    QTest.keyClicks(bar.field, "watt")
    assert marked()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not marked()


def test_it_is_busy_until_everything_is_there(world: World) -> None:
    world.page.open(ROUTE)
    world.settle()
    world.page.grab()
    world.qtbot.waitUntil(lambda: not world.page.busy, timeout=20_000)
    assert world.page.view.complete
