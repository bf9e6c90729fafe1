"""The preview follows what is typed, and survives it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ecolearn.cli import preview as command
from ecolearn.content import blocks as b
from ecolearn.problems import Place, Problem, Severity
from ecolearn.ui.lesson import preview_source
from ecolearn.ui.lesson.preview_source import Snapshot
from ecolearn.ui.preview import PreviewWindow

LESSON = "he1-watts/1-power-and-energy.en.md"


@pytest.fixture
def folder(tmp_path: Path, courses: Path) -> Path:
    return Path(shutil.copytree(courses / "home-energy", tmp_path / "home-energy"))


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> Iterator[PreviewWindow]:
    window = PreviewWindow(folder / LESSON, "en")
    window.show()
    qtbot.waitUntil(lambda: bool(window.view.blocks) and window.view.complete, timeout=20_000)
    yield window
    window.close()
    window.deleteLater()


def _text(window: PreviewWindow) -> str:
    return window.view.section_text(0)


def test_it_shows_the_lesson_that_was_named(window: PreviewWindow) -> None:
    assert window.lessons.currentData() == "HE1-L1"
    assert window.languages.currentData() == "en"
    assert window.lessons.count() == 8  # six lessons, two quizzes


def test_it_follows_a_save_and_keeps_the_place(
    qtbot: QtBot, window: PreviewWindow, folder: Path
) -> None:
    window.view.go_to_line(60)
    spot = window.view.spot
    assert spot.block > 0
    path = folder / LESSON
    text = path.read_text("utf-8").replace("Two devices stand", "Three devices stand")
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    os.replace(part, path)  # as editors do
    qtbot.waitUntil(lambda: "Three devices" in _text(window), timeout=5_000)
    assert window.view.spot == spot
    path.write_text(text.replace("Three devices stand", "Four devices stand"), "utf-8")
    qtbot.waitUntil(lambda: "Four devices" in _text(window), timeout=5_000)


@pytest.mark.parametrize("typed", ['+++\nid = "HE1', "", "+++", ":::item\n" * 50, "\x00\xff"])
def test_half_typed_files_leave_the_last_good_text(
    qtbot: QtBot, window: PreviewWindow, folder: Path, typed: str
) -> None:
    (folder / LESSON).write_text(typed, "utf-8")
    qtbot.waitUntil(lambda: window.note.isVisible(), timeout=5_000)
    assert "Two devices" in _text(window)
    assert window.problems.count() > 0


def test_every_prefix_can_be_read(folder: Path) -> None:
    path = folder / LESSON
    text = path.read_text("utf-8")
    for cut in range(0, len(text), 997):
        path.write_text(text[:cut], "utf-8")
        preview_source.read(path, "he1-watts/1-power-and-energy", "en")


def test_a_click_on_a_problem_goes_there(qtbot: QtBot, window: PreviewWindow, folder: Path) -> None:
    path = folder / LESSON
    path.write_text(path.read_text("utf-8").replace(":::note Say", ":::notte Say"), "utf-8")
    qtbot.waitUntil(lambda: window.problems.count() == 1, timeout=5_000)
    row = window.problems.item(0)
    line = row.data(Qt.ItemDataRole.UserRole)
    assert "81" in row.text() or line > 0
    window.problems.itemActivated.emit(row)
    block = window.view.blocks[window.view.spot.block]
    assert 0 < block.line <= line


def test_language_and_lesson_can_be_chosen(qtbot: QtBot, window: PreviewWindow) -> None:
    window.languages.setCurrentIndex(window.languages.findData("kk"))
    window.languages.activated.emit(window.languages.currentIndex())
    qtbot.waitUntil(lambda: "Айгерім" in _text(window), timeout=5_000)
    window.lessons.setCurrentIndex(2)
    window.lessons.activated.emit(2)
    qtbot.waitUntil(lambda: window.lessons.currentData() == "HE1-L3", timeout=5_000)


def test_questions_are_judged_and_nothing_is_kept(qtbot: QtBot, window: PreviewWindow) -> None:
    question = next(
        one
        for one in window.view.blocks
        if isinstance(one, b.Question) and one.use == "item" and one.item.scored
    )
    window.view.build_all()
    window.desk.answered.emit(question.item.id, question.item.solution())
    marked = window._answers[question.item.id]
    assert marked.grade is not None
    assert marked.grade.right


def test_one_lesson_without_a_course(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "alone.ru.md"
    path.write_text('+++\nid = "A-L1"\ntitle = "Один"\n+++\n\n## Часть\n\nТекст.', "utf-8")
    window = PreviewWindow(path, "en")
    window.show()
    qtbot.waitUntil(lambda: len(window.view.blocks) == 2, timeout=5_000)
    assert window.lessons.currentText() == "Один"
    window.close()
    window.deleteLater()


def test_a_flood_of_problems_does_not_stop_the_window(window: PreviewWindow) -> None:
    lost = [
        Problem("M003", Severity.ERROR, Place("constants.toml", 4), {"key": str(number)})
        for number in range(30_000)
    ]
    window._fill_problems(Snapshot(problems=tuple(lost), path="a.en.md"))
    assert window.problems.count() == 1_000
    assert "30000" in window.count.text()
    window._fill_problems(Snapshot(problems=tuple(lost), path="constants.toml"))
    assert window.problems.count() == 1_000


@pytest.mark.parametrize("alone", [False, True])
def test_a_quiz_shows_its_questions(
    qtbot: QtBot, folder: Path, tmp_path: Path, alone: bool
) -> None:
    path = folder / "he1-watts" / "quiz.en.md"
    if alone:
        path = Path(shutil.copy(path, tmp_path / "quiz.en.md"))
    window = PreviewWindow(path, "en")
    window.show()
    qtbot.waitUntil(lambda: bool(window.view.blocks) and window.view.complete, timeout=20_000)
    questions = [one for one in window.view.blocks if isinstance(one, b.Question)]
    assert len(questions) > 5
    assert all(one.line for one in questions)
    assert window.languages.currentData() == "en"
    first = next(one for one in questions if one.item.scored)
    window.desk.answered.emit(first.item.id, first.item.solution())
    grade = window._answers[first.item.id].grade
    assert grade is not None
    assert grade.right
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(
    ("name", "words"),
    [("plain", "no course"), ("packed.ecocourse", "unpack"), ("picture.png", "end in .md")],
)
def test_what_cannot_be_shown_is_told(qtbot: QtBot, tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / name
    if path.suffix:
        path.write_bytes(b"PK\x03\x04")
    else:
        path.mkdir()
    window = PreviewWindow(path, "en")
    window.show()
    qtbot.waitUntil(lambda: window.note.isVisible(), timeout=5_000)
    assert words in window.note.text()
    window.close()
    window.deleteLater()


def test_names_of_languages_are_not_cut(window: PreviewWindow) -> None:
    box = window.languages
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    assert box.width() >= box.sizeHint().width() > longest


def test_a_path_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    import argparse

    args = argparse.Namespace(path=Path("no-such-folder"), language=None)
    assert command.run(args) == 2
    assert "no-such-folder" in capsys.readouterr().err
