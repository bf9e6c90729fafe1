"""A lesson on paper."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.content.opened import OpenCourse
from ecolearn.ui.lesson import printing
from ecolearn.ui.lesson.print_dialog import PrintDialog, file_name


def _plain(document: object) -> str:
    return document.toPlainText()  # type: ignore[attr-defined,no-any-return]


def test_a_lesson_becomes_a_pdf(qtbot: QtBot, tmp_path: Path, energy: OpenCourse) -> None:
    blocks, used = energy.blocks("HE1-L1", "kk")
    path = tmp_path / "a.pdf"
    title = energy.lesson_text("HE1-L1", "kk")[1].title
    pages = printing.write_pdf(path, title, blocks, used, lambda s: energy.media(s, used))
    assert pages >= 2
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_size < 2_000_000
    if shutil.which("pdftotext"):
        done = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
        )
        text = done.stdout.decode()
        assert title in text
        assert "қуат" in text
        assert f"{pages}" in text


@pytest.mark.parametrize("lesson", ["HE1-L2", "HE1-L3", "HE2-L1", "HE2-L2", "HE2-L3"])
def test_every_question_has_room_for_an_answer(
    qtbot: QtBot, energy: OpenCourse, lesson: str
) -> None:
    blocks, used = energy.blocks(lesson, "en")
    document = printing.build_document(
        "T", blocks, used, lambda s: energy.media(s, used), width=660
    )
    text = _plain(document)
    questions = [one for one in blocks if isinstance(one, b.Question)]
    assert f"{len(questions)}. " in text
    assert "[[" not in text


def test_without_questions(qtbot: QtBot, energy: OpenCourse) -> None:
    blocks, used = energy.blocks("HE1-L1", "en")
    text = _plain(
        printing.build_document("T", blocks, used, lambda s: None, width=660, worksheet=False)
    )
    assert "Name:" not in text
    assert "○" not in text


def test_boxes_and_tables_keep_their_order(qtbot: QtBot) -> None:
    blocks = (
        *markdown.blocks("Before.\n\n| a | b |\n|---|---|\n| 1 | $x$ |\n| 2 | $y$ |"),
        b.Callout("tip", "", markdown.blocks("Inside.")),
        *markdown.blocks("After.\n\n```python\nx = 1\n```\n\n> Said.\n\n$$\n\\frac{a}{b}\n$$"),
    )
    text = _plain(printing.build_document("T", blocks, "en", lambda s: None, width=660))
    places = [text.index(word) for word in ("Before", "a", "Tip", "Inside", "After", "x = 1")]
    assert places[0] < places[2] < places[3] < places[4] < places[5]


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, tmp_path: Path, energy: OpenCourse
) -> None:
    blocks, used = energy.blocks("HE1-L1", "en")
    dialog = PrintDialog("A: b/c?", blocks, used, lambda s: None)
    dialog.show()
    assert not dialog.save_pdf(tmp_path / "none" / "a.pdf")
    assert dialog.message.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        assert dialog.save_pdf(tmp_path / "a.pdf")
    assert file_name("A: b/c?") == "A b c"
