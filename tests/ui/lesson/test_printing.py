"""A lesson on paper."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content import markdown
from ecolearn.content.opened import OpenCourse
from ecolearn.quiz.items.base import Item
from ecolearn.ui import i18n
from ecolearn.ui.lesson import picture_store, printing, raster
from ecolearn.ui.lesson.print_dialog import PrintDialog, file_name
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme
from tests.ui.items.conftest import read_items


@pytest.fixture
def examples(repository: Path) -> dict[str, Item]:
    """Return the example of each type in docs/course-format.md."""
    text = (repository / "docs" / "course-format.md").read_text("utf-8")
    return read_items(text.split("## Questions")[1])


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


def test_pictures_are_drawn_before_the_pdf_is_made(
    qtbot: QtBot, tmp_path: Path, energy: OpenCourse
) -> None:
    blocks, used = energy.blocks("HE1-L1", "kk")
    files = printing.picture_files(blocks, lambda s: energy.media(s, used))
    assert [path.name for path in files] == [
        "he1-tap.kk.svg",
        "he1-label.kk.svg",
        "he1-area.kk.svg",
    ]
    failed_today = picture_store._target(files[1].read_bytes()).with_suffix(".bad")
    failed_today.parent.mkdir(parents=True, exist_ok=True)
    failed_today.touch()
    dialog = PrintDialog("T", blocks, used, lambda s: energy.media(s, used))
    dialog.show()
    done: list[bool] = []
    dialog._when_drawn(lambda: done.append(True))
    assert dialog.progress.isVisible()
    assert not dialog.print_button.isEnabled()
    qtbot.waitUntil(lambda: bool(done), timeout=40_000)
    assert all(picture_store.is_drawn(path) for path in files)
    assert dialog.print_button.isEnabled()
    dialog.close()


def test_a_drawing_that_is_broken_off_is_not_called_bad(
    tmp_path: Path, energy: OpenCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = energy.media("media/he1-tap.svg", "en")
    assert path is not None
    worker = raster.Worker()

    def fail(*_: object) -> None:
        raise raster.NotDrawn("broken off")

    monkeypatch.setattr(worker, "draw", fail)
    worker.closing = True
    with pytest.raises(raster.NotDrawn):
        picture_store.raster_file(path, worker)
    assert not picture_store._target(path.read_bytes()).with_suffix(".bad").exists()


@pytest.mark.parametrize("lesson", ["HE1-L1", "HE1-L3", "HE2-L1", "HE2-L3"])
def test_a_question_and_its_lines_stay_on_one_page(
    qtbot: QtBot, energy: OpenCourse, lesson: str
) -> None:
    blocks, used = energy.blocks(lesson, "kk")
    document = printing.build_document("T", blocks, used, lambda s: None, width=660, answers=True)
    high = 620.0
    document.setPageSize(QSizeF(660, high))
    printing.keep_together(document, high)
    layout = document.documentLayout()
    assert document.together
    for first, last in document.together:
        top = layout.blockBoundingRect(document.findBlock(first)).top()
        bottom = layout.blockBoundingRect(document.findBlock(last)).bottom()
        inside = QTextCursor(document.findBlock(first)).currentTable() is not None
        assert inside or bottom - top > high * 0.9 or top // high == (bottom - 1) // high


def test_answers_come_last_and_only_on_request(qtbot: QtBot, energy: OpenCourse) -> None:
    blocks, used = energy.blocks("HE1-L1", "en")
    plain = printing.build_document("T", blocks, used, lambda s: None, width=660)
    assert "Answers" not in _plain(plain)
    text = _plain(
        printing.build_document("T", blocks, used, lambda s: None, width=660, answers=True)
    )
    key = text[text.index("Answers") :]
    for number, block in enumerate((q for q in blocks if isinstance(q, b.Question)), 1):
        assert f"{number}. " in key
        if block.item.type == "single":
            right = next(o.text for o in block.item.options if o.right)  # type: ignore[union-attr]
            assert right[:12] in key


def test_every_type_has_an_answer(qtbot: QtBot, examples: dict[str, Item]) -> None:
    for item in examples.values():
        block = b.Question(item, "item")
        document = printing.build_document(
            "T", (block,), "en", lambda s: None, width=660, answers=True
        )
        key = _plain(document).split("take this page out.")[1]
        assert "1. " in key, item.type
        assert len(key.strip()) > 3, (item.type, key)


def test_boxes_do_not_touch(qtbot: QtBot) -> None:
    boxes = [b.Callout("tip", "", markdown.blocks(word)) for word in ("One.", "Two.")]
    document = printing.build_document("T", boxes, "en", lambda s: None, width=660)
    first, second = (
        document.documentLayout().frameBoundingRect(frame)
        for frame in document.rootFrame().childFrames()
    )
    assert second.top() - first.bottom() >= 8


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_buttons_of_the_dialog_are_not_cut(
    qtbot: QtBot, qapp: QApplication, language: str, size: float, energy: OpenCourse
) -> None:
    i18n.install(language)
    style.apply(qapp, load_theme("light"), size)
    dialog = PrintDialog("T", energy.blocks("HE1-L1", "en")[0], "en", lambda s: None)
    qtbot.addWidget(dialog)
    dialog.show()
    i18n.install("en")
    for button in (dialog.cancel_button, dialog.pdf_button, dialog.print_button):
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    dialog.close()
