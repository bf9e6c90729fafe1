"""What goes wrong on school PCs: each gets a sentence, and the program stays usable."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ecolearn.errors import DiskFull
from ecolearn.ui.context import Route
from ecolearn.ui.pages.closed import ClosedPage
from ecolearn.ui.pages.library import LibraryPage
from tests.journeys.conftest import Journey

#: the courses that come with the program, in the order of the shelf
BUNDLED = ("home-energy", "activities")
TINY = Path(__file__).resolve().parents[2] / "courses" / "home-energy"


@pytest.fixture
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a copy of the bundled course, under another id, into a folder of its own."""
    shelf = tmp_path / "shelf"
    course = shelf / "my-course"
    shutil.copytree(TINY, course)
    manifest = course / "course.toml"
    text = manifest.read_text("utf-8").replace('id = "home-energy"', 'id = "my-course"')
    manifest.write_text(text, "utf-8")
    monkeypatch.setenv("ECOLEARN_COURSES", str(shelf))
    return shelf


def test_a_course_is_removed_while_it_is_open(own_shelf: Path, learner: Journey) -> None:
    learner.window.go(Route("lesson", "my-course", "HE1", "HE1-L1"))
    learner.settle()
    shutil.rmtree(own_shelf / "my-course")
    for route in (
        Route("lesson", "my-course", "HE1", "HE1-L2"),
        Route("course", "my-course"),
        Route("quiz", "my-course", "HE1"),
        Route("progress"),
        Route("library"),
    ):
        learner.window.go(route)
        learner.settle()
        assert learner.trouble() == [], route.page
    core = learner.window.context.core
    assert core is not None
    assert [one.course_id for one in core.library.summaries()] == list(BUNDLED)


def test_a_course_that_comes_while_the_window_is_open(own_shelf: Path, learner: Journey) -> None:
    away = own_shelf.parent / "my-course"
    shutil.move(own_shelf / "my-course", away)
    learner.window.go(Route("library"))
    learner.settle()
    page = learner.window.page
    assert isinstance(page, LibraryPage)
    now = [time.monotonic() + 10]
    page.now = lambda: now[0]
    for action, there in (("comes", True), ("goes", False)):
        if action == "comes":
            shutil.copytree(away, own_shelf / "my-course")
        else:
            shutil.rmtree(own_shelf / "my-course")
        learner.window.go(Route("progress"))
        learner.settle()
        now[0] += 10
        learner.window.go(Route("library"))
        learner.settle()
        assert ("my-course" in page._cards) == there, action


def test_the_same_profile_in_two_windows(learner: Journey, qtbot: QtBot) -> None:
    assert learner.window.messages() == []
    second = Journey(qtbot, learner.data)
    try:
        assert second.page == "library"
        assert any("another window" in text for text in second.window.messages())
        learner_id = learner.window.context.learner_id
        assert second.window.context.learner_id == learner_id
    finally:
        second.close()
    learner.close()
    third = Journey(qtbot, learner.data)
    try:
        assert third.page == "library"
        assert third.window.messages() == []  # nobody else is there any more
    finally:
        third.close()


def test_a_course_changes_while_it_is_read(own_shelf: Path, learner: Journey) -> None:
    learner.window.go(Route("lesson", "my-course", "HE1", "HE1-L1"))
    learner.settle()
    lesson = own_shelf / "my-course" / "he1-watts" / "1-power-and-energy.en.md"
    lesson.write_text(lesson.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    learner.window.go(Route("course", "my-course"))
    learner.settle()
    learner.window.go(Route("lesson", "my-course", "HE1", "HE1-L1"))
    learner.settle()
    assert learner.page == "lesson"


@pytest.mark.parametrize(
    "damage",
    ["empty", "half", "utf-16", "cp1251", "binary", "newer", "missing", "huge"],
)
def test_a_broken_course_does_not_keep_the_others_away(
    own_shelf: Path, start: Callable[..., Journey], damage: str
) -> None:
    manifest = own_shelf / "my-course" / "course.toml"
    text = manifest.read_text("utf-8")
    if damage == "missing":
        manifest.unlink()
    else:
        manifest.write_bytes(
            {
                "empty": b"",
                "half": text.encode()[: len(text) // 2],
                "utf-16": text.encode("utf-16"),
                "cp1251": text.encode("cp1251", errors="replace"),
                "binary": os.urandom(3_000),
                "newer": text.replace("format = 1", "format = 99").encode(),
                "huge": text.encode() + b"# " + b"x" * 2_000_000,
            }[damage]
        )
    pupil = start()
    core = pupil.window.context.core
    assert core is not None
    known = {one.course_id: one for one in core.library.summaries()}
    assert "home-energy" in known
    assert known["home-energy"].trouble == ""
    if damage in {"empty", "half", "binary", "newer"}:
        others = [one for key, one in known.items() if key not in BUNDLED]
        assert others, "a broken course is shown on the shelf, as broken"
        assert all(one.trouble for one in others)


def test_a_read_only_course_folder_is_fine(own_shelf: Path, learner: Journey) -> None:
    for path in sorted((own_shelf / "my-course").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    learner.window.go(Route("lesson", "my-course", "HE1", "HE1-L1"))
    learner.settle()
    assert learner.page == "lesson"
    for path in (own_shelf / "my-course").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_database_from_a_newer_version_is_left_alone(
    qtbot: QtBot, own_data_folder: Path, start: Callable[..., Journey]
) -> None:
    first = start()
    first.type("Asel")
    first.close()
    database = own_data_folder / "eco.db"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 9999")
    connection.execute("UPDATE meta SET value = '9999' WHERE key = 'min_writer'")
    connection.commit()
    connection.close()
    before = database.read_bytes()

    again = Journey(qtbot, own_data_folder)
    try:
        assert [type(error).__name__ for error in again.trouble()] == ["NewerDatabase"]
        assert "newer" in said(again)
        again.window.go(Route("settings"))
        again.settle()
        assert again.page == "settings"
    finally:
        again.close()
    assert database.read_bytes() == before


def said(journey: Journey) -> str:
    """Return what the page says that stands there instead of what could not be opened."""
    page = journey.window.page
    assert isinstance(page, ClosedPage)
    return page.state.button.accessibleDescription()


def test_no_folder_to_write_to(qtbot: QtBot, tmp_path: Path) -> None:
    """A file stands where the data folder should be (root may write anywhere, so permissions
    alone would prove nothing here)."""
    blocked = tmp_path / "blocked"
    blocked.write_text("not a folder", "utf-8")
    journey = Journey(qtbot, blocked / "data")
    try:
        assert [type(error).__name__ for error in journey.trouble()] == ["NoPlaceForData"]
        assert journey.page == "closed"
        assert "found no folder" in said(journey)
        assert not [one for one in journey.window.findChildren(QLineEdit) if one.isVisible()]
        for page in ("profiles", "library", "settings"):
            journey.window.go(Route(page))
            journey.settle()
        journey.window.go(Route("library"))
        assert journey.page == "closed"
        journey.key(Qt.Key.Key_Return)  # "Try again": nothing has changed yet
        assert journey.page == "closed"
        assert len(journey.trouble()) == 2
        blocked.unlink()
        journey.key(Qt.Key.Key_Return)
        assert journey.page == "profiles"
        assert len(journey.trouble()) == 2
        journey.type("Asel")
        journey.key(Qt.Key.Key_Return)
        assert journey.page == "library"
    finally:
        journey.close()


def test_a_full_disk_at_the_start_speaks_of_no_answer(
    qtbot: QtBot, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiskFull(path="x", needed=16_000_000)

    monkeypatch.setattr("ecolearn.store.opening.open_store", full)
    journey = Journey(qtbot, own_data_folder)
    try:
        assert "16 MB" in said(journey)
        assert "answer" not in said(journey)
    finally:
        journey.close()
