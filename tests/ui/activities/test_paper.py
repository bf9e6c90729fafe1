"""Activities on paper: every kind gives something to do, cards stand two and four on a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ecolearn.content import blocks as b
from ecolearn.content.activities import KINDS, Activity, Sorting, World
from ecolearn.content.activities.debate import Debate, Role, Round
from ecolearn.content.activities.number_check import Judgement, NumberCheck, Step
from ecolearn.content.loader import load_course
from ecolearn.content.markdown import plain_blocks
from ecolearn.content.model import Course, Fact
from ecolearn.problems import Problems
from ecolearn.ui.activities.base import Around
from ecolearn.ui.activities.paper import activity_paper, debate_cards
from ecolearn.ui.lesson import printing
from ecolearn.ui.lesson.print_dialog import PrintDialog

FACTS = {
    "F-1": Fact(
        id="F-1",
        grade="C",
        source="A report",
        date="2025",
        text={"en": "Bags last."},
        note={"en": "Not counted."},
    ),
    "F-D": Fact(id="F-D", grade="D", source="A rumour", text={"en": "A million trees."}),
}
AROUND = Around(language="en", facts=FACTS)
CHECK = NumberCheck(
    id="check",
    title={"en": "Trees"},
    claim={"en": "“A million trees.”"},
    facts=("F-1", "F-D"),
    steps=(
        Step(
            id="a",
            question={"en": "How many?"},
            answer="1493 pcs/ha",
            working={"en": "The secret working"},
        ),
    ),
    verdicts=(Judgement(id="no", text={"en": "Wrong"}, feedback={"en": "The secret"}, right=True),),
    explanation={"en": "The secret"},
)
DEBATE = Debate(
    id="bags",
    title={"en": "Bags"},
    question={"en": "Should shops stop giving bags?"},
    roles=tuple(
        Role(
            id=f"r{n}",
            name={"en": f"Role {n}"},
            brief={"en": "You."},
            arguments=({"en": "Because. " * length},),
            facts=("F-1", "F-D"),
        )
        for n, length in ((1, 1), (2, 400), (3, 20))
    ),
    rounds=(Round(title={"en": "Opening"}, minutes=5, text={"en": "One minute each."}),),
    reflection={"en": "What surprised you?"},
)

#: the printed part of a sheet, pixels of 1/96 inch
WIDE, HIGH = 664, 1020


def printed(activity: Activity) -> str:
    block = b.ActivityCard(activity.id, activity, 0, World(facts=FACTS))
    document = printing.build_document("Lesson", (block,), "en", lambda _: None, width=600)
    return document.toPlainText().replace("\u00a0", " ")


@pytest.fixture(scope="session")
def gallery(courses: Path) -> Course:
    course = load_course(courses / "activities", Problems())
    assert course is not None
    return course


def test_a_number_check_asks_and_does_not_tell(qtbot: QtBot) -> None:
    text = printed(CHECK)
    assert "Trees" in text
    assert "“A million trees.”" in text
    assert "1. How many?" in text
    assert "pcs/ha" in text
    assert "○  Wrong" in text
    assert "secret" not in text
    assert "1493" not in text
    assert "Not counted." not in text
    assert "Doubtful: this is what you check." in text
    assert "Source: A report · 2025" in text


def test_a_debate_in_a_lesson_has_its_rounds_and_roles(qtbot: QtBot) -> None:
    text = printed(DEBATE)
    assert "Should shops stop giving bags?" in text
    assert "Opening" in text
    assert "Role 3" in text
    assert "Not counted." in text
    assert "A million trees." not in text


def test_facts_on_paper_have_grade_note_source_and_date(qtbot: QtBot) -> None:
    card = b.FactCard("F-1", FACTS["F-1"])
    document = printing.build_document("Lesson", (card,), "en", lambda _: None, width=600)
    text = document.toPlainText()
    for part in ("To be read with care", "Bags last.", "Not counted.", "A report", "2025"):
        assert part in text


def test_every_kind_of_the_gallery_gives_something_to_do(qtbot: QtBot, gallery: Course) -> None:
    world = World(
        constants={one.id: one for one in gallery.constants},
        facts={one.id: one for one in gallery.facts},
        languages=gallery.languages,
    )
    for activity in gallery.activities:
        for language in ("kk", "ru", "en"):
            around = Around(
                language=language,
                languages=world.languages,
                constants=world.constants,
                facts=world.facts,
            )
            blocks = activity_paper(activity, around)
            assert len(plain_blocks(blocks, language)) > 40, activity.id
            card = b.ActivityCard(activity.id, activity, 0, world)
            document = printing.build_document("L", (card,), language, lambda _: None, width=600)
            assert len(document.toPlainText()) > 80


def test_the_answers_stand_on_the_page_for_the_teacher(qtbot: QtBot) -> None:
    block = b.ActivityCard("check", CHECK, 0, World(facts=FACTS))

    def text(answers: bool) -> str:
        document = printing.build_document(
            "Lesson", (block,), "en", lambda _: None, width=600, answers=answers
        )
        return document.toPlainText().replace("\u00a0", " ")

    asked, _, key = text(True).partition("Answers\n")
    assert "secret" not in asked
    assert "1. 1,493 pcs/ha   The secret working" in key
    assert "2. Wrong" in key
    assert "Not counted." in key
    assert "Answers\n" not in text(False)


def test_a_game_is_told_to_the_teacher_alone(qtbot: QtBot, gallery: Course) -> None:
    game = gallery.activity("game-sort")
    assert isinstance(game, Sorting)
    block = b.ActivityCard(game.id, game, 0, World(languages=gallery.languages))
    document = printing.build_document("L", (block,), "en", lambda _: None, width=600, answers=True)
    asked, _, key = document.toPlainText().partition("Answers\n")
    thing = game.things[0]
    assert thing.label["en"] in asked
    assert thing.why["en"] not in asked.replace("\u00a0", " ")
    assert thing.label["en"] in key
    assert thing.why["en"][:20] in key.replace("\u00a0", " ")


def test_the_dialog_offers_answers_where_there_are_some(qtbot: QtBot) -> None:
    for activity, there in ((CHECK, True), (DEBATE, False)):
        block = b.ActivityCard(activity.id, activity, 0, World(facts=FACTS))
        dialog = PrintDialog("Lesson", (block,), "en", lambda _: None)
        qtbot.addWidget(dialog)
        assert dialog.with_answers.isHidden() is not there
        assert dialog.with_questions.isHidden()


def test_each_kind_has_a_way(qtbot: QtBot) -> None:
    from ecolearn.ui.activities import paper

    assert set(paper._WAYS) == set(KINDS)


def pages_of(blocks: tuple[b.Block, ...]) -> list[QImage]:
    """Return the pages of cards that follow the document."""
    document = printing.build_document("Bags", blocks, "en", lambda _: None, width=WIDE)
    pages = []
    for sheet in document.sheets:
        for page in range(sheet.pages):
            image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
            image.fill(QColor("white"))
            painter = QPainter(image)
            printing._paint_cards(painter, QRectF(0, 0, WIDE, HIGH), sheet, page)
            painter.end()
            pages.append(image)
    return pages


def ink(image: QImage, part: QRect) -> int:
    """Return how many pixels of a part of a page are dark."""
    part = part.intersected(image.rect())
    xs, ys = range(part.left(), part.right() + 1), range(part.top(), part.bottom() + 1)
    return sum(image.pixelColor(x, y).lightness() < 150 for y in ys for x in xs)


UPPER = QRect(0, 0, WIDE, HIGH // 2 - 8)
LOWER = QRect(0, HIGH // 2 + 8, WIDE, HIGH // 2 - 8)
CUT = QRect(0, HIGH // 2 - 1, WIDE, 3)
LEFT = QRect(0, 0, WIDE // 2 - 8, HIGH // 2 - 8)
RIGHT = QRect(WIDE // 2 + 8, 0, WIDE // 2 - 8, HIGH // 2 - 8)


def test_role_cards_stand_two_on_a_page_and_evidence_four(qtbot: QtBot) -> None:
    first, second, evidence = pages_of(debate_cards(DEBATE, AROUND))
    assert ink(first, UPPER) > 300
    assert ink(first, LOWER) > 300
    assert ink(first, CUT) > 100
    assert ink(second, UPPER) > 300
    assert ink(second, LOWER) == 0
    assert ink(evidence, LEFT) > 200
    assert ink(evidence, RIGHT) == 0


def test_a_card_with_much_text_stays_in_its_half(qtbot: QtBot) -> None:
    words = (b.Paragraph((b.Run("Because. " * 400),)),)
    (page,) = pages_of((b.Cards((b.Card("Long", "", words),)),))
    assert ink(page, UPPER) > 3_000
    assert ink(page, LOWER) == 0


def test_cards_are_counted_as_pages(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    assert printing.write_pdf(path, "Bags", debate_cards(DEBATE, AROUND), "en", lambda _: None) == 4


def test_a_fact_is_not_torn_by_the_end_of_a_page(qtbot: QtBot) -> None:
    cards = tuple(b.FactCard("F-1", FACTS["F-1"]) for _ in range(30))
    document = printing.build_document("Bags", cards, "en", lambda _: None, width=WIDE)
    document.setPageSize(QSizeF(WIDE, HIGH))
    printing.keep_together(document, HIGH)
    boxes = [
        document.documentLayout().frameBoundingRect(frame)
        for frame in document.rootFrame().childFrames()
    ]
    assert len(boxes) == 30
    assert document.pageCount() > 2
    assert all(int(box.top() // HIGH) == int((box.bottom() - 1) // HIGH) for box in boxes)
