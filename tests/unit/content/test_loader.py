"""A folder becomes a course; everything that is wrong with it is named, with file and line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecolearn.content.codes import CODES
from ecolearn.content.lines import Lines
from ecolearn.content.loader import load_course, parse_lesson, parse_quiz
from ecolearn.content.model import Box, Compare, Course, FactRef, Prose, Question
from ecolearn.problems import Problems
from tests.unit.content.conftest import COURSE, ITEM, LESSON, MODULE, QUIZ, Make, tiny_files

Found = list[tuple[str, str, int]]


def load(folder: Path) -> tuple[Course | None, Found]:
    """Return (course, problems as (code, path, line))."""
    problems = Problems()
    course = load_course(folder, problems)
    for problem in problems:
        if problem.code[0] != "Q":  # those belong to `quiz.items`
            assert problem.severity is CODES[problem.code].severity
            assert set(problem.facts) - {"hint"} == set(CODES[problem.code].facts)
    return course, [(p.code, p.place.path, p.place.line) for p in problems.sorted()]


class TestWhole:
    def test_tiny_course(self, make_course: Make) -> None:
        course, problems = load(make_course())
        assert problems == []
        assert course is not None
        assert (course.id, course.version, course.languages) == ("tiny", "1.0", ("en", "ru"))
        (module,) = course.modules
        assert (module.id, module.folder, module.title) == (
            "M1",
            "m1",
            {"en": "One", "ru": "Один"},
        )
        assert [lesson.id for lesson in module.lessons] == ["M1-L1", "M1-L2"]
        assert set(module.lessons[0].texts) == {"en", "ru"}
        assert [item.id for item in module.bank["en"].items] == ["M1-Q-1", "M1-Q-2", "M1-Q-3"]
        assert module.bank["en"].intro == "Take your time."
        assert course.outcomes[0].text == {"en": "Know."}

    def test_courses_that_come_with_the_program(self, courses: Path) -> None:
        folders = [path.parent for path in courses.glob("*/course.toml")]
        assert folders
        for folder in folders:
            problems = Problems()
            assert load_course(folder, problems) is not None
            assert not problems.has_errors, problems.sorted()[0]

    def test_lesson_parts(self) -> None:
        source = (
            '+++\nid = "L1"\ntitle = "T"\nminutes = 5\n+++\na\n\n::::note N\nb\n\n'
            ":::fact F-1\n:::\n::::\n\n:::predict P1\nWhich?\n\n- (x) a\n- ( ) b\n:::\n"
            ":::compare P1\n:::\n"
        )
        problems, lines = Problems(), Lines()
        lesson = parse_lesson(source, "x.md", problems, lines=lines)
        assert not len(problems)
        prose, box, question, compare = lesson.parts
        assert (lesson.id, lesson.title, lesson.minutes) == ("L1", "T", 5)
        assert prose == Prose("a")
        assert box == Box("note", "N", (Prose("b"), FactRef("F-1")))
        assert isinstance(question, Question)
        assert (question.use, question.item.id) == ("predict", "P1")
        assert compare == Compare("P1")
        assert [lines.of(part) for part in lesson.parts] == [6, 8, 15, 21]


class TestManifest:
    def broken(self, make: Make, old: str, new: str) -> tuple[Course | None, Found]:
        assert old in COURSE
        return load(make({"course.toml": COURSE.replace(old, new)}))

    def test_no_folder(self, tmp_path: Path) -> None:
        assert load(tmp_path / "x") == (None, [("F001", "", 0)])

    def test_no_manifest(self, tmp_path: Path) -> None:
        assert load(tmp_path) == (None, [("F001", "course.toml", 0)])

    def test_newer_format_is_refused(self, make_course: Make) -> None:
        found = self.broken(make_course, "format = 1", "format = 2")
        assert found == (None, [("M005", "course.toml", 1)])

    def test_format_may_be_left_out(self, make_course: Make) -> None:
        course, problems = self.broken(make_course, "format = 1\n", "")
        assert course is not None
        assert problems == []

    def test_not_toml(self, make_course: Make) -> None:
        found = self.broken(make_course, '"1.0"', '"1.0')
        assert found == (None, [("M001", "course.toml", 3)])

    def test_needed_key_missing(self, make_course: Make) -> None:
        found = self.broken(make_course, 'version = "1.0"\n', "")
        assert found == (None, [("M002", "course.toml", 1)])

    def test_unknown_key_with_suggestion(self, make_course: Make) -> None:
        folder = make_course(
            {"course.toml": COURSE.replace("[title]", '[tittle]\nkk = "x"\n[title]')}
        )
        problems = Problems()
        assert load_course(folder, problems) is not None
        (problem,) = problems
        assert (problem.code, problem.place.line) == ("M004", 7)
        assert problem.facts == {"key": "tittle", "suggestion": "title"}

    def test_wrong_value_keeps_the_rest(self, make_course: Make) -> None:
        course, problems = self.broken(make_course, "[title]", 'hue = 400\nhours = "x"\n[title]')
        assert problems == [("M003", "course.toml", 7), ("M003", "course.toml", 8)]
        assert course is not None
        assert (course.hue, course.hours) == (150, 0)

    def test_wrong_value_in_a_table(self, make_course: Make) -> None:
        folder = make_course({"course.toml": COURSE.replace('"c"', '"x"')})
        problems = Problems()
        course = load_course(folder, problems)
        assert course is not None
        assert course.outcomes == ()
        (problem,) = problems
        assert problem.place.line == 13
        assert problem.facts == {
            "key": "outcomes[1].kind",
            "expected": '"c", "s", "b"',
            "found": '"x"',
        }

    @pytest.mark.parametrize("bad", ["1x", "a b", "x/y", "ә", "", "a" * 65, "../x"])
    def test_id(self, make_course: Make, bad: str) -> None:
        found = self.broken(make_course, 'id = "tiny"', f'id = "{bad}"')
        assert found == (None, [("M006", "course.toml", 2)])

    def test_unknown_language(self, make_course: Make) -> None:
        course, problems = self.broken(make_course, '"ru"]', '"kz"]')
        assert problems == [("M011", "course.toml", 4)]
        assert course is not None
        assert course.languages == ("en",)

    @pytest.mark.parametrize("name", ["../m1", "/etc", "m1/..", "C:x", ".", ".git", "a\\\\b"])
    def test_module_outside_the_folder(self, make_course: Make, name: str) -> None:
        _, problems = self.broken(make_course, '["m1"]', f'["m1", "{name}"]')
        assert problems == [("F013", "course.toml", 5)]

    def test_module_listed_twice(self, make_course: Make) -> None:
        _, problems = self.broken(make_course, '["m1"]', '["m1", "m1"]')
        assert problems == [("M013", "course.toml", 5)]

    def test_module_without_folder(self, make_course: Make) -> None:
        course, problems = self.broken(make_course, '["m1"]', '["m1", "m2"]')
        assert problems == [("M009", "course.toml", 5)]
        assert course is not None
        assert len(course.modules) == 1

    def test_module_that_nobody_lists(self, make_course: Make) -> None:
        _, problems = load(make_course({"m9/module.toml": MODULE, "media/x.txt": "x"}))
        assert problems == [("F014", "m9", 0)]


class TestModule:
    def test_lesson_without_file(self, make_course: Make) -> None:
        course, problems = load(make_course({"m1/2-second.en.md": None}))
        assert problems == [("M008", "m1/module.toml", 2)]
        assert course is not None
        assert len(course.modules[0].lessons) == 1

    def test_file_that_nobody_lists(self, make_course: Make) -> None:
        _, problems = load(make_course({"m1/3-third.en.md": "x"}))
        assert problems == [("F014", "m1/3-third.en.md", 0)]

    def test_same_id_twice(self, make_course: Make) -> None:
        folder = make_course({"m1/2-second.en.md": LESSON.format(id="M1-L1", title="x")})
        problems = Problems()
        load_course(folder, problems)
        (problem,) = problems
        assert (problem.code, problem.place.path) == ("M007", "m1/2-second.en.md")
        assert problem.facts == {"id": "M1-L1", "kind": "lesson", "first": "m1/1-first.ru.md:2"}

    def test_ids_that_differ_in_case_only(self, make_course: Make) -> None:
        _, problems = load(make_course({"m1/2-second.en.md": LESSON.format(id="m1-l1", title="x")}))
        assert [code for code, *_ in problems] == ["M007"]

    def test_another_id_in_another_language(self, make_course: Make) -> None:
        course, problems = load(
            make_course({"m1/1-first.ru.md": LESSON.format(id="M1-L9", title="x")})
        )
        assert [code for code, *_ in problems] == ["M010"]
        assert course is not None
        assert len(course.modules[0].lessons[0].texts) == 1

    def test_question_twice_in_a_course(self, make_course: Make) -> None:
        lesson = LESSON.format(id="M1-L2", title="x") + ITEM.format(id="M1-Q-2")
        course, problems = load(make_course({"m1/2-second.en.md": lesson}))
        assert problems == [("M007", "m1/quiz.en.md", 14)]
        assert course is not None
        assert [item.id for item in course.modules[0].bank["en"].items] == ["M1-Q-1", "M1-Q-3"]

    def test_question_twice_in_a_lesson(self, make_course: Make) -> None:
        twins = f"::::note\n{ITEM.format(id='A')}\n{ITEM.format(id='A')}::::\n"
        lesson = LESSON.format(id="M1-L2", title="x") + twins
        course, problems = load(make_course({"m1/2-second.en.md": lesson}))
        assert [code for code, *_ in problems] == ["M007"]
        assert course is not None
        assert len(list(course.modules[0].lessons[1].texts["en"].items())) == 1

    def test_quiz_of_another_id(self, make_course: Make) -> None:
        _, problems = load(make_course({"m1/quiz.en.md": QUIZ.replace("M1-Q", "M2-Q")}))
        assert problems == [("M012", "m1/quiz.en.md", 2)]

    def test_quiz_without_settings(self, make_course: Make) -> None:
        _, problems = load(make_course({"m1/module.toml": MODULE.split("[quiz]")[0]}))
        assert problems == [("M014", "m1/quiz.en.md", 0)]

    def test_one_bad_file_does_not_hide_the_others(self, make_course: Make) -> None:
        course, problems = load(make_course({"m1/1-first.en.md": b"\0\xff\0", "facts.toml": "x"}))
        assert [code for code, *_ in problems] == ["M001", "F004"]
        assert course is not None
        assert set(course.modules[0].lessons[0].texts) == {"ru"}

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_links_out_of_the_course_are_not_followed(
        self, make_course: Make, tmp_path: Path
    ) -> None:
        secret = tmp_path / "secret.md"
        secret.write_text(LESSON.format(id="M1-L2", title="Secret"))
        folder = make_course({"m1/2-second.en.md": None})
        (folder / "m1/2-second.en.md").symlink_to(secret)
        course, problems = load(folder)
        assert [code for code, *_ in problems] == ["F012", "M008"]
        assert "Secret" not in str(course)

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems take text only")
    def test_file_names_that_are_not_text(self, make_course: Make) -> None:
        folder = make_course()
        (folder / "m1" / os.fsdecode(b"\xff.md")).write_text("x")
        assert load(folder)[1] == []


class TestLessonFile:
    def codes(self, source: str) -> list[tuple[str, int]]:
        problems = Problems()
        parse_lesson(source, "x.md", problems)
        return [(p.code, p.place.line) for p in problems]

    def test_without_header_the_text_is_still_there(self) -> None:
        lesson = parse_lesson("# Title\n\ntext", "x.md")
        assert (lesson.id, lesson.parts) == ("", (Prose("# Title\n\ntext"),))

    def test_header_faults_have_the_line_of_the_file(self) -> None:
        assert self.codes('+++\nid = "A"\ntitle = 5\n+++\n') == [("M003", 3)]
        assert self.codes('+++\nid = "A"\ntitle = "\n+++\n') == [("M001", 3)]
        assert self.codes('+++\nid = "A"\n+++\n') == [("M002", 2)]

    def test_card_without_id(self) -> None:
        assert self.codes('+++\nid = "A"\ntitle = "x"\n+++\n:::fact\n:::') == [("T004", 5)]

    def test_text_in_a_card_is_shown_after_it(self) -> None:
        lesson = parse_lesson(":::fact F\nx\n:::", "x.md")
        assert lesson.parts == (FactRef("F"), Prose("x"))

    def test_text_between_questions_of_a_quiz(self) -> None:
        problems = Problems()
        source = f"{QUIZ}{ITEM.format(id='A')}\nlate\n"
        quiz = parse_quiz(source, "x.md", problems)
        assert quiz.intro == "Take your time.\n\nlate"
        assert [(p.code, p.place.line) for p in problems] == [("T011", 14)]

    def test_boxes_have_no_place_in_a_quiz(self) -> None:
        problems = Problems()
        parse_quiz(f"{QUIZ}:::note\nx\n:::\n", "x.md", problems)
        assert [p.code for p in problems] == ["T013"]


# ── whatever is in the files, nothing raises ──────────────────────────────────────────────────

_FILES = sorted(tiny_files())


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(_FILES), st.floats(0, 1), st.binary(max_size=6), st.integers(0, 10**9))
def test_half_written_and_damaged_files(
    make_course: Make, name: str, keep: float, junk: bytes, number: int
) -> None:
    data = tiny_files()[name].encode()
    cut = data[: int(len(data) * keep)] + junk
    folder = make_course({name: cut}, name=f"c{number}")
    problems = Problems()
    load_course(folder, problems)
    for problem in problems:
        assert problem.code in CODES or problem.code[0] == "Q"


def test_every_code_is_spelled_right() -> None:
    for code, meant in CODES.items():
        assert code[0] in "AFMTV"
        assert code[1:].isdigit()
        assert meant.meaning.strip()
