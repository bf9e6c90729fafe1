"""Fact cards: date, source, how sure it is, and what speaks against it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.model import Fact
from ecolearn.ui.lesson.blocks_box import FactView
from ecolearn.ui.lesson.registry import Maker


def card(qtbot: QtBot, fact: Fact | None, language: str = "en") -> tuple[str, str]:
    """Return the name of a fact card and everything that is said on it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    view = FactView(b.FactCard("F-1", fact), Maker(holder, language=language))
    view.setParent(holder)
    said = [one.text() for one in view.findChildren(QLabel)]
    said += [one.accessibleName() for one in view.findChildren(QWidget)]
    return view.accessibleName(), "\n".join(said)


def fact(grade: str, **more: object) -> Fact:
    values = {"id": "F-1", "source": "A report", "text": {"en": "Trees.", "kk": "Ағаштар."}}
    return Fact(grade=grade, **{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grade", "word"),
    [
        ("A", "Confirmed twice"),
        ("B", "One source"),
        ("C", "To be read with care"),
        ("D", "Doubtful"),
    ],
)
def test_the_grade_is_said_in_words(qtbot: QtBot, grade: str, word: str) -> None:
    name, said = card(qtbot, fact(grade))
    assert word in said.split("\n")
    assert name == f"Fact: {word}"
    assert ("this is what you check" in said) == (grade == "D")


def test_source_date_and_note_are_there(qtbot: QtBot) -> None:
    _, said = card(qtbot, fact("C", date="21.01.2025", note={"en": "**Two** reports differ."}))
    assert "Source: A report · 21.01.2025" in said
    assert "Two reports differ." in said
    assert "**" not in said


def test_a_fact_without_a_date_says_so(qtbot: QtBot) -> None:
    assert "Source: A report · undated" in card(qtbot, fact("B"))[1]


@pytest.mark.parametrize(
    ("date", "language", "shown"),
    [
        ("2025-01-21", "en", "21 January 2025"),
        ("2025-01-21", "ru", "21 января 2025 г."),
        ("2025-01-21", "kk", "2025 ж. 21 қаңтар"),
        ("January 2025", "en", "January 2025"),
        ("2025", "ru", "2025"),
        ("2025-13-99", "en", "2025-13-99"),
    ],
)
def test_days_are_written_as_the_language_does(
    qtbot: QtBot, date: str, language: str, shown: str
) -> None:
    said = card(qtbot, fact("B", date=date), language)[1].split("\n")
    assert any(line.endswith(f" · {shown}") for line in said)


def test_the_text_is_in_the_language_of_the_lesson(qtbot: QtBot) -> None:
    assert "Ағаштар." in card(qtbot, fact("B"), "kk")[1]


def test_a_missing_fact_is_named(qtbot: QtBot) -> None:
    assert "This fact is missing from the course: F-1." in card(qtbot, None)[1]
