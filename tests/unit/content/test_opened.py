"""An open course: every text in the language asked for or, said openly, in another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ecolearn.content.blocks import Compare, FactCard, Heading, Paragraph, Question, Run
from ecolearn.content.opened import OpenCourse
from ecolearn.errors import CourseGone
from tests.unit.content.conftest import COURSE, ITEM, LESSON, QUIZ, Make

RUSSIAN_QUIZ = QUIZ + ITEM.format(id="M1-Q-1").replace("Which?", "Что?")


class TestLessons:
    def test_in_the_language_asked_for(self, make_course: Make) -> None:
        opened = OpenCourse.load(make_course())
        blocks, used = opened.blocks("M1-L1", "ru")
        assert used == "ru"
        assert blocks[0] == Heading(2, (Run("Part"),), "part", 6)
        assert opened.blocks("M1-L1", "ru")[0] is blocks

    def test_in_another_language_said_openly(self, make_course: Make) -> None:
        opened = OpenCourse.load(make_course())
        assert opened.blocks("M1-L2", "ru")[1] == "en"
        assert opened.blocks("M1-L2", "kk")[1] == "en"

    def test_titles_in_references_are_in_the_language_of_the_text(self, make_course: Make) -> None:
        opened = OpenCourse.load(make_course())
        last = opened.blocks("M1-L2", "en")[0][-1]
        assert isinstance(last, Paragraph)
        assert Run("First", link="lesson:M1-L1") in last.text

    def test_facts_and_comparisons(self, make_course: Make) -> None:
        facts = (
            '[[facts]]\nid = "F-1"\ngrade = "A"\nsource = "s"\ntext.en = "t"\n'
            '[[facts]]\nid = "F-2"\ngrade = "D"\nsource = "s"\ntext.en = "t"\n'
        )
        lesson = LESSON.format(id="M1-L2", title="x") + (
            ITEM.format(id="P").replace(":::item", ":::predict")
            + ":::compare P\n:::\n:::compare X\n:::\n:::fact F-1\n:::\n:::fact F-2\n:::\n"
        )
        opened = OpenCourse.load(make_course({"facts.toml": facts, "m1/2-second.en.md": lesson}))
        blocks = opened.blocks("M1-L2", "en")[0]
        question = next(block for block in blocks if isinstance(block, Question))
        assert question.use == "predict"
        compared = [block for block in blocks if isinstance(block, Compare)]
        assert [one.item for one in compared] == [question.item, None]
        cards = [block for block in blocks if isinstance(block, FactCard)]
        # grade D is never shown as a fact
        assert [card.fact is None for card in cards] == [False, True]

    def test_no_such_lesson(self, make_course: Make) -> None:
        with pytest.raises(CourseGone):
            OpenCourse.load(make_course()).blocks("M1-L9", "en")

    def test_course_folder_gone(self, make_course: Make) -> None:
        folder = make_course()
        opened = OpenCourse.load(folder)
        folder.rename(folder.with_name("gone"))
        assert opened.changed_on_disk()
        with pytest.raises(CourseGone):
            opened.blocks("M1-L1", "en")
        assert opened.media("media/a.svg", "en") is None


class TestQuestions:
    def test_item_in_its_language_or_another(self, make_course: Make) -> None:
        opened = OpenCourse.load(make_course({"m1/quiz.ru.md": RUSSIAN_QUIZ}))
        found = opened.item("M1-Q-1", "ru")
        assert found is not None
        assert (found[0].stem, found[1]) == ("Что?", "ru")
        found = opened.item("M1-Q-2", "ru")
        assert found is not None
        assert found[1] == "en"
        assert opened.item("X", "ru") is None

    def test_bank_is_the_fullest(self, make_course: Make) -> None:
        manifest = COURSE.replace('["en", "ru"]', '["ru", "en"]')
        opened = OpenCourse.load(
            make_course({"course.toml": manifest, "m1/quiz.ru.md": RUSSIAN_QUIZ})
        )
        assert [item.id for item in opened.bank("M1")] == ["M1-Q-1", "M1-Q-2", "M1-Q-3"]
        assert [item.id for item in opened.bank("M1", "ru")] == ["M1-Q-1"]
        with pytest.raises(CourseGone):
            opened.bank("M9")


class TestMedia:
    @pytest.fixture
    def opened(self, make_course: Make) -> OpenCourse:
        return OpenCourse.load(
            make_course(
                {
                    "media/a.svg": "plain",
                    "media/a.kk.svg": "kk",
                    "media/b.en.svg": "en",
                    "media/deep/c.png": "c",
                }
            )
        )

    @pytest.mark.parametrize(
        ("source", "language", "served"),
        [
            ("media/a.svg", "kk", "media/a.kk.svg"),
            ("media/a.svg", "ru", "media/a.svg"),
            ("media/b.svg", "ru", "media/b.en.svg"),
            ("media/deep/c.png", "en", "media/deep/c.png"),
        ],
    )
    def test_served(self, opened: OpenCourse, source: str, language: str, served: str) -> None:
        assert opened.media(source, language) == opened.folder / served

    @pytest.mark.parametrize(
        "source",
        [
            "",
            "media/x.svg",
            "media",
            "/etc/hostname",
            "../tiny/media/a.svg",
            "media/../media/a.svg",
            "media/./a.svg",
            "media\\a.svg",
            "C:/x.svg",
            "https://example.org/a.svg",
            "media/a.svg\0",
            ".hidden/a.svg",
            "media/" + "a" * 5_000 + ".svg",
        ],
    )
    def test_not_served(self, opened: OpenCourse, source: str) -> None:
        assert opened.media(source, "en") is None

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_links_out_are_not_followed(self, opened: OpenCourse, tmp_path: Path) -> None:
        (tmp_path / "secret.png").write_text("x")
        (opened.folder / "media/s.png").symlink_to(tmp_path / "secret.png")
        (opened.folder / "media/t.png").symlink_to(opened.folder / "media/a.svg")
        assert opened.media("media/s.png", "en") is None
        assert opened.media("media/t.png", "en") is not None


class TestRevision:
    def test_hash_is_of_the_texts(self, make_course: Make) -> None:
        one = OpenCourse.load(make_course(name="a"))
        same = OpenCourse.load(make_course({"media/x.png": "x"}, name="b"))
        moved = OpenCourse.load(
            make_course({"course.toml": COURSE + "\n", "glossary.toml": "\n#"}, name="c")
        )
        assert len(one.content_hash) == 64
        assert one.content_hash == same.content_hash != moved.content_hash

    def test_changed_on_disk(self, make_course: Make) -> None:
        folder = make_course()
        opened = OpenCourse.load(folder)
        assert not opened.changed_on_disk()
        (folder / "m1/new.md").write_text("x")
        assert opened.changed_on_disk()


def test_search_text(make_course: Make) -> None:
    glossary = '[[terms]]\nid = "watt"\nterm.en = "watt"\ntext.en = "A **unit**."\n'
    opened = OpenCourse.load(make_course({"glossary.toml": glossary}))
    found = list(opened.search_text())
    assert [(one.lesson_id or one.term_id, one.language) for one in found] == [
        ("M1-L1", "ru"),
        ("M1-L1", "en"),
        ("M1-L2", "en"),
        ("watt", "en"),
    ]
    assert found[2].text == "Part\nText of M1-L2.\nSee First."
    assert (found[3].title, found[3].text) == ("watt", "A unit.")
