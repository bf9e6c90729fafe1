"""The lesson as a whole: order, place, keyboard, what screen readers find, every kind of block."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.model import Fact, Term
from ecolearn.content.opened import OpenCourse
from ecolearn.content.texts import Said
from ecolearn.study.api import Spot
from ecolearn.ui.lesson.blocks_box import CalloutView, FactView, FoldView
from ecolearn.ui.lesson.blocks_picture import PictureButton
from ecolearn.ui.lesson.blocks_table import TableView, alignments
from ecolearn.ui.lesson.popover import GlossaryPopover, show_term
from ecolearn.ui.lesson.prose import ProseView
from ecolearn.ui.lesson.view import LessonView
from ecolearn.ui.theme import style
from ecolearn.ui.theme.tokens import load_theme

Blocks = Callable[[str], tuple[b.Block, ...]]
LONG = "\n\n".join(
    f"## Part {n} {{#p{n}}}\n\n" + "Some words of a lesson. " * 40 for n in range(40)
)


@pytest.fixture
def view(qtbot: QtBot) -> LessonView:
    view = LessonView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    return view


def finish(qtbot: QtBot, view: LessonView) -> None:
    qtbot.waitUntil(lambda: view.complete, timeout=20_000)


def test_what_is_in_view_is_built_first(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of(LONG))
    assert not view.complete
    assert view.body.bottom > view.viewport().height()
    finish(qtbot, view)
    assert view.body.height() > 20 * view.viewport().height() / 10


def test_blocks_stand_below_each_other(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of(LONG))
    finish(qtbot, view)
    widgets = view.body.widgets()
    for above, below in pairwise(widgets):
        assert above.geometry().bottom() < below.geometry().top()
    assert {w.width() for w in widgets} == {720}


def test_the_spot_is_restored(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    blocks = blocks_of(LONG)
    spot = Spot(61, 0.5)
    view.set_blocks(blocks, spot=spot)
    assert view.spot.block == 61
    assert view.spot.offset == pytest.approx(0.5, abs=0.02)
    finish(qtbot, view)
    assert view.spot.block == 61
    view.resize(500, 500)
    assert view.spot.block == 61
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme("dark"), 1.5)
    assert view.spot.block == 61
    assert view.spot.offset == pytest.approx(0.5, abs=0.05)


def test_a_spot_past_the_end_begins_at_the_top(view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of("One.\n\nTwo."), spot=Spot(99, 0.3))
    assert view.spot == Spot()


def test_anchors_and_lines(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    blocks = blocks_of(LONG)
    view.set_blocks(blocks)
    assert view.go_to_anchor("p30")
    assert view.blocks[view.spot.block] == next(
        x for x in blocks if isinstance(x, b.Heading) and x.anchor == "p30"
    )
    assert view.current_anchor == "p30"
    assert not view.go_to_anchor("nowhere")
    view.go_to_line(blocks[10].line)
    assert view.spot.block == 10


def test_the_spot_is_told_once_after_a_while(
    qtbot: QtBot, view: LessonView, blocks_of: Blocks
) -> None:
    view.set_blocks(blocks_of(LONG))
    finish(qtbot, view)
    view.settle()
    heard: list[tuple[Spot, float]] = []
    view.spot_changed.connect(lambda spot, share: heard.append((spot, share)))
    for place in (100, 300, 500):
        view.verticalScrollBar().setValue(place)
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=3_000)
    assert heard[0][0] == view.spot


def test_the_end_is_told(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of(LONG))
    finish(qtbot, view)
    with qtbot.waitSignal(view.reached_end):
        QTest.keyClick(view, Qt.Key.Key_End)
    assert view.furthest == 1.0


def test_keys_scroll(qtbot: QtBot, view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of(LONG))
    finish(qtbot, view)
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Space)
    page = bar.value()
    assert 0 < page < view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == page
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_it_never_scrolls_sideways(qtbot: QtBot, view: LessonView, energy: OpenCourse) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme("light"), 2.0)
    view.resize(480, 600)
    blocks, used = energy.blocks("HE1-L1", "ru")
    view.set_blocks(blocks, language=used)
    finish(qtbot, view)
    for widget in view.body.widgets():
        assert widget.geometry().right() <= view.viewport().width()


def _everything(media: Path) -> tuple[b.Block, ...]:
    run = (b.Run("words "), b.MathRun("x^2"))
    paragraph = b.Paragraph(run)
    fact = Fact(id="F-1", grade="C", source="A source", text={"en": "True."}, note={"en": "But."})
    code = b.Code("def f(x):\n    return x  # doubled\n", "python")
    rich = b.ListBlock((b.ListItem((paragraph, code)), b.ListItem((paragraph,))), start=3)
    return (
        b.Heading(2, run, "one"),
        b.Heading(4, (b.Run("Deep"),), "two"),
        paragraph,
        rich,
        b.Table((run, run), ((run, (b.Run("12,5"),)),), ("left", "left")),
        b.Picture("media/none.svg", "A room", (b.Run("Room"),)),
        b.Media("media/a.ogg", "audio", "A sound"),
        code,
        b.Math(r"\frac{a}{b}"),
        b.Math(r"\frac{a"),
        b.Quote((paragraph,)),
        b.Rule(),
        *(b.Callout(kind, "", (paragraph,)) for kind in ("note", "tip", "warning")),
        *(b.Callout(kind, "Title", (paragraph,)) for kind in ("example", "key", "action")),
        b.Callout("unheard-of", "", ()),
        b.Fold("More", (paragraph, b.Callout("tip", "", (paragraph,)))),
        b.FactCard("F-1", fact),
        b.FactCard("F-2", None),
        b.Compare("Q-9", None),
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light", "contrast-dark"])
@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_every_kind_of_block_is_shown(
    qtbot: QtBot, view: LessonView, tmp_path: Path, theme: str, zoom: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, load_theme(theme), zoom)
    view.set_blocks(_everything(tmp_path), language="en")
    view.build_all()
    for fold in view.folds():
        fold.set_open(True)
    assert len(view.body.widgets()) >= 20
    image = view.body.grab()
    assert image.height() == view.body.height()


def _focusable(root: QWidget) -> list[QWidget]:
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(root)
    ]


def test_everything_that_takes_the_focus_has_a_name(view: LessonView, tmp_path: Path) -> None:
    view.set_blocks(_everything(tmp_path), language="en")
    view.build_all()
    found = _focusable(view.body)
    assert found
    for widget in found:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
        assert interface.role() not in (QAccessible.Role.Border, QAccessible.Role.Client), widget


def test_headings_are_headings(view: LessonView, tmp_path: Path) -> None:
    view.set_blocks(_everything(tmp_path), language="en")
    view.build_all()
    interface = QAccessible.queryAccessibleInterface(view.body.widgets()[0])
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "words x squared"


def test_a_fold_opens_by_key_and_pushes_down(
    qtbot: QtBot, view: LessonView, blocks_of: Blocks
) -> None:
    fold = b.Fold("More", blocks_of("Inside.\n\n" * 6))
    view.set_blocks((fold, *blocks_of("After.")))
    view.build_all()
    box, after = view.body.widgets()
    assert isinstance(box, FoldView)
    before = after.y()
    box.button.setFocus()
    QTest.keyClick(box.button, Qt.Key.Key_Space)
    assert box.is_open
    qtbot.waitUntil(lambda: after.y() > before + 40)
    assert after.y() > box.geometry().bottom()
    QTest.keyClick(box.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: after.y() == before)


def test_boxes_say_what_they_are(qtbot: QtBot, view: LessonView, tmp_path: Path) -> None:
    view.set_blocks(_everything(tmp_path), language="en")
    view.build_all()
    names = [box.accessibleName() for box in view.body.findChildren(CalloutView)]
    assert names[:6] == [
        "Note",
        "Tip",
        "Watch out",
        "Example: Title",
        "Remember: Title",
        "Do it: Title",
    ]
    fact = view.body.findChildren(FactView)[0]
    words = [label.text() for label in fact.findChildren(QLabel)]
    assert "To be read with care" in words
    assert "Source: A source · undated" in words


@pytest.mark.parametrize(
    ("source", "date", "language", "said"),
    [
        ("A book", "2020", "kk", "Source: A book · 2020"),
        ({"en": "A book", "ru": "Книга"}, {"en": "May", "ru": "Май"}, "ru", "Source: Книга · Май"),
        ({"en": "A book", "ru": "Книга"}, "", "kk", "Source: A book · undated"),
    ],
)
def test_a_fact_names_its_source_in_the_language_of_the_lesson(
    view: LessonView, source: Said, date: Said, language: str, said: str
) -> None:
    fact = Fact(id="F-1", grade="B", source=source, date=date, text={"en": "True."})
    view.set_blocks((b.FactCard("F-1", fact),), language=language)
    view.build_all()
    words = [label.text() for label in view.body.findChildren(FactView)[0].findChildren(QLabel)]
    assert said in words
    assert "One source" in words


def test_columns_of_numbers_are_right_aligned() -> None:
    def cells(*texts: str) -> tuple[b.Inline, ...]:
        return tuple((b.Run(text),) for text in texts)

    table = b.Table(
        cells("Device", "Power", "Remark", "Year"),
        (cells("Lamp", "9 W", "warm", "−12,5 %"), cells("Iron", "2000 W", "hot", "3 kWh")),
        ("left", "left", "left", "center"),
    )
    assert alignments(table) == ("left", "right", "left", "center")


def test_a_table_is_read_row_by_row(view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of("| Device | Power |\n|---|--:|\n| Lamp | 9 W |"))
    view.build_all()
    table = view.body.widgets()[0]
    assert isinstance(table, TableView)
    assert table.accessibleName() == "Device, Power\nDevice: Lamp; Power: 9\u00a0W"


def test_links_of_all_depths_are_passed_on(view: LessonView, blocks_of: Blocks) -> None:
    inner = blocks_of("[here](term:power)")
    view.set_blocks((b.Callout("note", "", (b.Quote(inner),)),))
    view.build_all()
    heard: list[str] = []
    view.link_activated.connect(heard.append)
    (prose,) = [one for one in view.body.findChildren(ProseView) if one.toPlainText() == "here"]
    prose.link_activated.emit("term:power")
    assert heard == ["term:power"]


def test_a_failing_question_does_not_take_the_lesson_with_it(
    view: LessonView, energy: OpenCourse, caplog: pytest.LogCaptureFixture
) -> None:
    blocks, used = energy.blocks("HE1-L1", "en")

    def fail(block: object) -> QWidget:
        raise RuntimeError("no widget")

    view.set_blocks(blocks, language=used, question=fail)
    view.build_all()
    assert view.complete
    assert "could not be shown" in caplog.text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_lessons_are_drawn_with_their_pictures(
    qtbot: QtBot, view: LessonView, energy: OpenCourse, language: str
) -> None:
    blocks, used = energy.blocks("HE1-L1", language)
    view.set_blocks(blocks, language=used, media=lambda name: energy.media(name, used))
    view.build_all()
    pictures = view.body.findChildren(PictureButton)
    assert len(pictures) >= 3
    assert not any(one.missing for one in pictures)
    assert all(one.accessibleName() for one in pictures)
    assert all(one.height() > 200 for one in pictures)


def test_a_missing_picture_is_described(view: LessonView) -> None:
    view.set_blocks((b.Picture("media/none.png", "A windmill", ()),))
    view.build_all()
    (picture,) = view.body.findChildren(PictureButton)
    assert picture.missing
    assert "A windmill" in picture.accessibleName()
    assert picture.focusPolicy() == Qt.FocusPolicy.NoFocus
    view.grab()


def test_a_section_is_copied_as_text(view: LessonView, blocks_of: Blocks) -> None:
    view.set_blocks(blocks_of("## A\n\nOne $x$.\n\n- two\n\n## B\n\nThree."))
    assert view.section_text(1).splitlines()[0] == "A"
    assert "Three" not in view.section_text(1)
    assert "two" in view.section_text(0)


TERM = Term(
    id="power",
    term={"en": "power", "ru": "мощность", "kk": "қуат"},
    text={"en": "How fast energy is used.", "ru": "…", "kk": "…"},
)


def test_the_glossary_card_opens_and_closes_by_key(
    qtbot: QtBot, view: LessonView, blocks_of: Blocks
) -> None:
    view.set_blocks(blocks_of("A word."))
    view.activateWindow()
    view.setFocus()
    card = show_term(TERM, "en", view, view.link_place())
    assert isinstance(card, GlossaryPopover)
    assert card.hasFocus()
    assert view.rect().contains(card.geometry())
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "қуат" in words
    assert "мощность" in words
    assert all(one.accessibleName() for one in card.findChildren(QAbstractButton))
    with qtbot.waitSignal(card.destroyed):
        QTest.keyClick(card, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_open_folds_stay_open_in_another_language(
    qtbot: QtBot, view: LessonView, blocks_of: Blocks, look: QApplication
) -> None:
    def lesson(word: str) -> tuple[b.Block, ...]:
        inner = b.Fold(f"{word} inside", blocks_of("Text."))
        outer = b.Fold(f"{word} outside", (inner, *blocks_of("Text.")))
        return (*blocks_of(word), outer, b.Fold(f"{word} closed", blocks_of("Text.")))

    view.set_blocks(lesson("One"))
    view.build_all()
    view.folds()[0].set_open(True)
    view.folds()[1].set_open(True)
    view.folds()[1].set_open(True)
    style.apply(look, load_theme("dark"), 1.0)
    view.set_blocks(lesson("Бір"), same=True)
    view.build_all()
    opened = {fold.button.text(): fold.is_open for fold in view.folds()}
    assert opened == {"Бір outside": True, "Бір inside": True, "Бір closed": False}
    view.set_blocks(lesson("One"))
    view.build_all()
    assert not any(fold.is_open for fold in view.folds())


@pytest.mark.parametrize("y", [-500, 10, 300, 590, 5_000])
def test_the_card_of_a_term_stays_in_view(qtbot: QtBot, view: LessonView, y: int) -> None:
    term = Term("t", {"en": "energy"}, {"en": "What is needed to heat a thing. " * 4})
    card = show_term(term, "en", view, QPoint(700, y))
    assert view.rect().contains(card.geometry())
