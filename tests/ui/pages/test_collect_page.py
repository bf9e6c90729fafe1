"""Progress on a stick from the window: out, in, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ecolearn.app import Core, build_core
from ecolearn.store.carrying import export
from ecolearn.ui.context import Context, Route
from ecolearn.ui.jobs import Jobs
from ecolearn.ui.pages import collect
from ecolearn.ui.pages.collect import CollectPage


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the person chooses."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(collect, "ask_folder", lambda parent, title: folder)
    return folder


@pytest.fixture
def page(qtbot: QtBot, own_data_folder: Path) -> Iterator[CollectPage]:
    """Return the page on a PC with one learner."""
    jobs = Jobs()
    context = Context(jobs)
    core = build_core(own_data_folder, [])
    core.study.create_learner("Aru", "leaf", 150)
    context.core = core
    made = CollectPage(context)
    qtbot.addWidget(made)
    made.resize(928, 680)
    made.show()
    yield made
    jobs.close()
    core.store.close()


def press(page: CollectPage, qtbot: QtBot, button: QPushButton) -> None:
    """Press a button by keyboard and wait for the end of it."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.busy and page.context.jobs.idle)


def said(page: CollectPage) -> str:
    """Return everything that can be read."""
    QApplication.processEvents()  # lines that were just added are shown in the next round
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def another_pc(folder: Path, stick: Path) -> None:
    """Put the bundle of another PC on the stick."""
    folder.mkdir()
    core: Core = build_core(folder, [])
    core.study.create_learner("Dana", "leaf", 150)
    export(core.store, stick)
    core.close()


def test_out_and_then_the_stick_may_be_removed(
    page: CollectPage, qtbot: QtBot, stick: Path
) -> None:
    page.open(Route("collect"))
    press(page, qtbot, page._out)
    assert "You may remove the stick now." in said(page)
    assert len(list(stick.glob("*.ecoprogress"))) == 1


def test_nobody_is_told_to_remove_a_stick_that_failed(
    page: CollectPage, qtbot: QtBot, stick: Path
) -> None:
    stick.rmdir()
    press(page, qtbot, page._out)
    assert "remove the stick now" not in said(page)
    assert "is not there" in said(page)
    press(page, qtbot, page._in)
    assert page._out.isEnabled()


def test_in_tells_of_each_file(
    page: CollectPage, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    another_pc(tmp_path / "other", stick)
    (stick / "bad.ecoprogress").write_bytes(b"EL1\n and nothing more")
    with qtbot.waitSignal(page.context.changed) as caught:
        press(page, qtbot, page._in)
    assert caught.args[0].learners
    text = said(page)
    assert "bad.ecoprogress: not collected" in text
    assert "collected (new events: 1)" in text
    assert ": complete" in text
    core = page.context.core
    assert core is not None
    assert {one.name for one in core.study.learners()} == {"Aru", "Dana"}


def test_an_empty_folder(page: CollectPage, qtbot: QtBot, stick: Path) -> None:
    press(page, qtbot, page._in)
    assert "No progress bundles" in said(page)


@pytest.mark.parametrize(("language", "word"), [("ru", "Теперь флешку"), ("kk", "Енді флешканы")])
def test_the_language_changes_at_any_moment(
    page: CollectPage, qtbot: QtBot, stick: Path, language: str, word: str
) -> None:
    press(page, qtbot, page._out)
    page.context.language = language
    page.retranslate()
    assert word in said(page)
