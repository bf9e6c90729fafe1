"""Bad days on which nothing may be lost: damage, locks, copies that fail, two windows at once."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.ui.context import Route
from ecolearn.ui.pages import safety as page_module
from tests.journeys.conftest import Journey

Start = Callable[..., Journey]


def is_button(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: isinstance(widget, QAbstractButton) and widget.text() == name


def press(journey: Journey, name: str) -> None:
    journey.tab_to(is_button(name))
    journey.key(Qt.Key.Key_Space)


def shown(journey: Journey) -> str:
    """Return all words on the page that can be seen."""
    labels = journey.window.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def spoil(path: Path, begin: int = 0) -> None:
    size = path.stat().st_size - begin
    with path.open("rb+") as file:
        file.seek(begin)
        file.write(b"\xa5" * size)


def core_of(journey: Journey) -> Any:
    core = journey.window.context.core
    assert core is not None
    return core


def names(journey: Journey) -> set[str]:
    return {one.name for one in core_of(journey).study.learners()}


# ── repair at the start ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("language", "words", "after"),
    [
        ("en", "nothing is missing", "ничего не пропало"),
        ("ru", "ничего не пропало", "ештеңе жоғалған жоқ"),
        ("kk", "ештеңе жоғалған жоқ", "nothing is missing"),
    ],
)
def test_a_damaged_database_is_put_right_and_the_window_says_so(
    learner: Journey, start: Start, own_data_folder: Path, language: str, words: str, after: str
) -> None:
    learner.close()
    spoil(own_data_folder / "eco.db")
    again = start(language)
    assert names(again) == {"Aruzhan"}
    assert any(words in text for text in again.window.messages())
    following = {"en": "ru", "ru": "kk", "kk": "en"}[language]
    again.window.set_language(following)
    again.settle()
    assert any(after in text for text in again.window.messages()), "it lasts, in every language"
    assert [path.name for path in (own_data_folder / "quarantine").rglob("eco.db")] == ["eco.db"]


def test_what_may_be_missing_is_named(
    learner: Journey, start: Start, own_data_folder: Path
) -> None:
    core_of(learner).store.backup()
    core_of(learner).study.create_learner("Timur", "bird", 210, "", "en")
    learner.pull_the_plug()
    spoil(own_data_folder / "eco.db")
    again = start()
    assert names(again) == {"Aruzhan"}
    assert any("between" in text and "may be missing" in text for text in again.window.messages())


def test_without_any_copy_the_program_starts_and_says_so(
    learner: Journey, start: Start, own_data_folder: Path
) -> None:
    learner.pull_the_plug()
    shutil.rmtree(own_data_folder / "backups", ignore_errors=True)
    spoil(own_data_folder / "eco.db")
    again = start()
    assert again.page == "profiles"
    assert any("begins anew" in text for text in again.window.messages())
    again.type("Asel")
    again.key(Qt.Key.Key_Return)
    assert again.page == "library"


def test_a_database_that_is_gone_comes_back(
    learner: Journey, start: Start, own_data_folder: Path
) -> None:
    learner.close()
    (own_data_folder / "eco.db").unlink()
    again = start()
    assert names(again) == {"Aruzhan"}
    assert any("brought it back" in text for text in again.window.messages())


def test_a_database_locked_at_the_start_is_asked_for_again(
    learner: Journey, qtbot: QtBot, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.close()
    monkeypatch.setattr("ecolearn.store.opening.PATIENCE_S", 0.0)
    monkeypatch.setattr("ecolearn.store.engine.BUSY_MS", 50)
    monkeypatch.setattr("ecolearn.ui.safety.TRY_AGAIN_MS", 300)
    other = sqlite3.connect(own_data_folder / "eco.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    journey = Journey(qtbot, own_data_folder)
    try:
        qtbot.waitUntil(lambda: bool(journey.trouble()), timeout=30_000)
        assert {type(error).__name__ for error in journey.trouble()} == {"DatabaseBusy"}
        assert "holds the file" in shown(journey)
        other.execute("ROLLBACK")
        qtbot.waitUntil(lambda: journey.window.context.core is not None, timeout=30_000)
        journey.settle()
        assert journey.page == "profiles"
        assert names(journey) == {"Aruzhan"}
    finally:
        other.close()
        journey.close()


def test_a_copy_is_made_when_somebody_signs_out(
    learner: Journey, qtbot: QtBot, own_data_folder: Path
) -> None:
    assert not list(own_data_folder.glob("backups/*.db"))
    learner.window.context.sign_in(None)
    learner.settle()
    qtbot.waitUntil(lambda: bool(list(own_data_folder.glob("backups/*.db"))), timeout=10_000)


# ── the page ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def on_page(learner: Journey) -> Journey:
    """Return a window on the page, reached by keyboard from the settings."""
    learner.window.go(Route("settings"))
    learner.settle()
    press(learner, "Safety and self-check")
    assert learner.page == "safety"
    return learner


def test_all_is_well_and_a_copy_is_made_by_keyboard(on_page: Journey, qtbot: QtBot) -> None:
    assert "All is well" in shown(on_page)
    assert "No entry is missing or changed." in shown(on_page)
    press(on_page, "Back up now")
    assert "Copies: 1" in shown(on_page)
    assert "A copy is made and checked." in on_page.window.messages()
    press(on_page, "Check again")
    assert "All is well" in shown(on_page)


def test_the_page_speaks_every_language(on_page: Journey) -> None:
    for language, word in (("ru", "База данных: хорошо"), ("kk", "Деректер қоры: жақсы")):
        on_page.window.set_language(language)
        on_page.settle()
        assert word in shown(on_page)
        assert "Database" not in shown(on_page)


def test_everything_that_can_be_used_has_a_name(on_page: Journey) -> None:
    controls = on_page.window.page.findChildren(QAbstractButton)
    controls += on_page.window.page.findChildren(QComboBox)
    for control in controls:
        if control.isVisible():
            assert control.accessibleName() or getattr(control, "text", str)()


def test_a_copy_that_fails_is_told_and_listed(on_page: Journey, own_data_folder: Path) -> None:
    (own_data_folder / "backups").write_text("a file in the way")
    press(on_page, "Back up now")
    assert "Something is wrong" in shown(on_page)
    assert "No copy could be made since" in shown(on_page)
    core_of(on_page).keeper._glance()
    on_page.settle()
    assert any("No copy of the progress" in text for text in on_page.window.messages())
    (own_data_folder / "backups").unlink()
    press(on_page, "Back up now")
    assert "All is well" in shown(on_page)
    core_of(on_page).keeper._glance()
    on_page.settle()
    on_page.window.set_language("ru")
    on_page.settle()
    assert on_page.window.messages() == [], "what is over is not told again"


def test_damage_found_while_the_program_runs_is_told(on_page: Journey) -> None:
    core_of(on_page).store.trouble = "page 3"
    core_of(on_page).keeper._glance()
    on_page.settle()
    assert any("close EcoLearn and start it again" in t for t in on_page.window.messages())


def test_going_back_to_a_copy(
    on_page: Journey, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(on_page, "Back up now")
    core_of(on_page).study.create_learner("Timur", "bird", 210, "", "en")
    before = core_of(on_page)
    answers: list[bool | None] = [None, True, False]
    monkeypatch.setattr(page_module, "ask_restore", lambda *_args: answers.pop(0))
    press(on_page, "Restore …")
    assert core_of(on_page) is before, "the person thought better of it"
    for expected in ({"Aruzhan", "Timur"}, {"Aruzhan"}):
        press(on_page, "Restore …")
        assert on_page.page == "profiles"
        assert on_page.window.context.learner is None
        assert core_of(on_page) is not before
        assert any("is in place" in text for text in on_page.window.messages())
        assert names(on_page) == expected
        assert on_page.trouble() == []
        on_page.window.clear_messages()
        on_page.window.go(Route("safety"))
        on_page.settle()
        choice = on_page.window.page.findChild(QComboBox)
        assert choice is not None
        choice.setCurrentIndex(choice.count() - 1)
    assert len(list((own_data_folder / "quarantine").rglob("eco.db"))) == 2
    learner_id = core_of(on_page).study.learners()[0].learner_id
    core_of(on_page).study.sign_in(learner_id)


def test_a_copy_that_is_no_good_changes_nothing(
    on_page: Journey, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(on_page, "Back up now")
    spoil(own_data_folder / "backups" / "eco-000001.db", 4096)
    monkeypatch.setattr(page_module, "ask_restore", lambda *_args: True)
    press(on_page, "Restore …")
    assert any("damaged" in text for text in on_page.window.messages())
    assert names(on_page) == {"Aruzhan"}
    assert not (own_data_folder / "quarantine").exists()


def test_a_second_place_is_chosen_and_given_up(
    on_page: Journey, own_data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(page_module, "ask_folder", lambda *_args: stick)
    press(on_page, "Choose a folder …")
    assert [path.name for path in stick.rglob("*.db")] == ["eco-000001.db"]
    assert str(stick) in shown(on_page)
    press(on_page, "No second place")
    assert "its copies are lost too" in shown(on_page)
    monkeypatch.setenv("ECOLEARN_BACKUP", str(stick))
    press(on_page, "Check again")
    assert "Your school has decided that." in shown(on_page)


def test_a_diagnostic_file_is_saved_without_names(
    on_page: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "check.zip"
    monkeypatch.setattr(page_module, "ask_target", lambda *_args: target)
    press(on_page, "Save a diagnostic file …")
    with zipfile.ZipFile(target) as file:
        whole = "".join(file.read(name).decode() for name in file.namelist())
    assert "Aruzhan" not in whole
    assert "EcoLearn" in whole
    monkeypatch.setattr(page_module, "ask_target", lambda *_args: tmp_path / "no" / "such.zip")
    press(on_page, "Save a diagnostic file …")
    assert any("could not be written" in text for text in on_page.window.messages())


def test_the_page_works_on_a_newer_database(
    learner: Journey, qtbot: QtBot, own_data_folder: Path
) -> None:
    learner.close()
    with sqlite3.connect(own_data_folder / "eco.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute("UPDATE meta SET value = '9999' WHERE key LIKE 'min%'")
    connection.close()
    before = (own_data_folder / "eco.db").read_bytes()
    again = Journey(qtbot, own_data_folder)
    try:
        again.window.go(Route("settings"))
        again.settle()
        press(again, "Safety and self-check")
        assert again.page == "safety"
        assert "written by a newer EcoLearn" in shown(again)
        buttons = again.window.page.findChildren(QAbstractButton)
        usable = {button.text() for button in buttons if button.isEnabled()}
        assert "Check again" in usable
        assert {"Back up now", "Restore …"}.isdisjoint(usable)
        assert (own_data_folder / "eco.db").read_bytes() == before
    finally:
        again.close()


# ── two at once ───────────────────────────────────────────────────────────────────────────────

_SECOND_WINDOW = """
import sys, time
from pathlib import Path
from ecolearn.app import build_core
from ecolearn.content.library import course_roots

data, count = Path(sys.argv[1]), int(sys.argv[2])
core = build_core(data, course_roots(data))
who = core.study.learners()[0].learner_id
core.study.sign_in(who)
sitting = core.study.start_quiz(who, "home-energy", "HE1").value
print("ready", flush=True)
for number in range(count):
    core.study.move_to(sitting.attempt_id, (number + 1) % 2, float(number))
    core.study.tick(sitting.attempt_id, float(number))
print("answered", sitting.attempt_id, flush=True)
sys.stdin.readline()
core.close()
"""


def test_two_programs_work_for_one_learner_and_the_second_is_told(
    learner: Journey, start: Start, own_data_folder: Path, repository: Path
) -> None:
    learner.close()
    count = 60
    other = subprocess.Popen(
        [sys.executable, "-c", _SECOND_WINDOW, str(own_data_folder), str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=repository,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    try:
        assert other.stdout.readline() == "ready\n"
        second = start()
        if second.page == "profiles":  # the file was held just when the first look was taken
            second.tab_to(lambda widget: widget.accessibleName() == "Aruzhan")
            second.key(Qt.Key.Key_Space)
        second.qtbot.waitUntil(
            lambda: any("another window on this PC" in one for one in second.window.messages()),
            timeout=10_000,
        )
        core = core_of(second)
        who = second.window.context.learner_id
        for number in range(count):  # while the other one answers
            core.study.open_lesson(who, "home-energy", "HE1-L1")
            core.study.save_spot(who, "home-energy", "HE1-L1", spot(number + 1), number / count)
        assert other.stdout.readline().startswith("answered")
        with core.store.reading() as connection:
            kinds = dict(
                connection.execute("SELECT kind, count(*) FROM event GROUP BY kind").fetchall()
            )
        # on a busy PC an answer may have gone to the side journal, which is as safe
        aside = sum(
            len(file.read_bytes().splitlines())
            for file in (own_data_folder / "outbox").glob("side-*.jsonl")
        )
        assert kinds["moved"] + kinds["lesson_spot"] + aside == 2 * count
        second.window.go(Route("safety"))
        second.settle()
        assert "No entry is missing or changed." in shown(second)
        from ecolearn.store import recovery
        from ecolearn.store.trouble import DatabaseBusy

        with pytest.raises(DatabaseBusy):
            recovery.recover(own_data_folder)
    finally:
        other.stdin.write("\n")
        other.stdin.close()
        assert other.wait(30) == 0
        other.stdout.close()


def spot(number: int) -> Any:
    from ecolearn.study.api import Spot

    return Spot(number % 5, 0.0)
