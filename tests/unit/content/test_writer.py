"""A course written down and read again is the same course."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ecolearn.content import boxes, writer
from ecolearn.content.loader import load_course, parse_lesson
from ecolearn.content.model import Box, Course, FactRef, LessonText, Module, Prose
from ecolearn.errors import DiskFull
from ecolearn.problems import Problems
from tests.unit.content import strategies as made
from tests.unit.content.conftest import Make


def again(course: Course) -> Course | None:
    """Return the course written to a new folder and read from there."""
    with tempfile.TemporaryDirectory() as folder:
        writer.write_course(course, Path(folder))
        problems = Problems()
        read = load_course(Path(folder), problems)
        errors = [p for p in problems.sorted() if p.severity == 0]
        assert not errors, errors[0]
        return read


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(made.courses())
def test_made_up_courses(course: Course) -> None:
    assert again(course) == course


def test_courses_that_come_with_the_program(courses: Path) -> None:
    for manifest in courses.glob("*/course.toml"):
        course = load_course(manifest.parent)
        assert course is not None
        assert again(course) == course


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(made.made.texts, max_size=4))
@example(["```", ":::note", "```"])
@example([":::\n```\n:::"])
@example(["\r\na\0b"])
def test_any_prose_is_read_back_as_something_that_stays(stretches: list[str]) -> None:
    """Whatever is in a text: after one round it does not change any more, and no box grows."""
    between = tuple(part for text in stretches for part in (Prose(text), FactRef("F")))
    lesson = LessonText(id="L", title="", parts=between)
    once = parse_lesson(writer.lesson_source(lesson), "x.md")
    assert [part for part in once.parts if not isinstance(part, Prose)] == [
        FactRef("F") for _ in stretches
    ]
    assert parse_lesson(writer.lesson_source(once), "x.md") == once


class TestLooks:
    """What is written reads as if a person had written it."""

    def test_lesson(self) -> None:
        inner = Box("tip", "", (Prose("b"),))
        lesson = LessonText(
            id="L1",
            title='A "title"',
            minutes=5,
            terms=("watt",),
            parts=(Prose("a"), Box("fold", "Example", (inner, FactRef("F-1")))),
        )
        assert writer.lesson_source(lesson) == (
            '+++\nid = "L1"\ntitle = "A \\"title\\""\nminutes = 5\nterms = ["watt"]\n+++\n\n'
            "a\n\n::::fold Example\n:::tip\nb\n:::\n\n:::fact F-1\n:::\n::::\n"
        )

    def test_manifest(self) -> None:
        course = Course(
            id="c", version="1", languages=("en",), title={"en": "T"}, modules=(), hours=1.5
        )
        assert writer.manifest_source(course) == (
            'format = 1\nid = "c"\nversion = "1"\nlanguages = ["en"]\nmodules = []\nhours = 1.5\n\n'
            '[title]\nen = "T"\n'
        )

    def test_a_box_typed_in_prose_is_shown_as_typed(self) -> None:
        assert writer.canonical_prose("a\n:::note\n:::") == "a\n\\:::note\n\\:::"

    def test_code_may_show_boxes(self) -> None:
        text = "```\n:::note\n```"
        assert writer.canonical_prose(text) == text


class TestFiles:
    def test_only_what_changed_is_written(self, make_course: Make) -> None:
        folder = make_course()
        course = load_course(folder)
        assert course is not None
        writer.write_course(course, folder)
        assert writer.write_course(course, folder) == []
        (folder / "m1/1-first.en.md").write_text("other")
        assert writer.write_course(course, folder) == [folder / "m1/1-first.en.md"]
        assert load_course(folder) == course

    def test_the_manifest_comes_last(self, make_course: Make) -> None:
        course = load_course(make_course())
        assert course is not None
        assert list(writer.sources(course))[-1] == "course.toml"

    @pytest.mark.parametrize("name", ["../x", "a/b", "", "C:x"])
    def test_no_file_outside_the_folder(self, tmp_path: Path, name: str) -> None:
        module = Module(folder=name, id="M")
        course = Course(id="c", version="1", languages=(), modules=(module,))
        with pytest.raises(ValueError, match="file name"):
            writer.write_course(course, tmp_path / "c")
        assert not (tmp_path / "c").exists()

    def test_full_disk_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "x.md"
        file.write_text("old")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            writer.replace_file(file, b"new")
        assert file.read_text() == "old"
        assert [one.name for one in tmp_path.iterdir()] == ["x.md"]

    def test_rights_are_kept(self, tmp_path: Path) -> None:
        file = tmp_path / "x.md"
        file.write_text("old")
        file.chmod(0o640)
        writer.replace_file(file, b"new")
        assert file.read_bytes() == b"new"
        assert file.stat().st_mode & 0o777 == 0o640 or os.name == "nt"


@given(made.made.texts)
def test_canonical_prose_stays(text: str) -> None:
    once = writer.canonical_prose(text)
    assert writer.canonical_prose(once) == once
    problems = Problems()
    found = boxes.scan(once, "x.md", problems)
    assert ["\n".join(one.rows) for one in found] == ([once] if once else [])
    assert not len(problems)
