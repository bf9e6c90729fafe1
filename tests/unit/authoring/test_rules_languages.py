"""Rules across languages: an error in one language is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.authoring.check import check_course
from tests.unit.authoring.example_course import FILES, QUESTION, write

TWO = {"course.toml": FILES["course.toml"].replace('["en"]', '["en", "ru"]')}
BROKEN = ":::item M1-Q-1\nHow much?\n\n= 6 zz\n:::\n"


def found(folder: Path, **files: str) -> list[tuple[str, str]]:
    """Return (file, code) of what is wrong with the quiz, in two languages."""
    quizzes = {
        f"m1/quiz.{language}.md": '+++\nid = "M1-Q"\n+++\n\n' + text
        for language, text in files.items()
    }
    lesson = {"m1/1-first.ru.md": FILES["m1/1-first.en.md"]}
    checked = check_course(write(folder, {**TWO, **lesson, **quizzes}))
    return [(p.place.path, p.code) for p in checked.problems if "quiz" in p.place.path]


@pytest.mark.parametrize("broken", ["en", "ru"])
def test_a_question_with_an_error_is_not_missing(tmp_path: Path, broken: str) -> None:
    good = QUESTION.format(id="M1-Q-1") + "\n" + QUESTION.format(id="M1-Q-2")
    bad = BROKEN + "\n" + QUESTION.format(id="M1-Q-2")
    texts = {"en": good, "ru": good, broken: bad}
    assert found(tmp_path, **texts) == [(f"m1/quiz.{broken}.md", "Q012")]


def test_one_broken_in_each_language(tmp_path: Path) -> None:
    """Each language then has a question the other has not read."""
    one = BROKEN + "\n" + QUESTION.format(id="M1-Q-2")
    two = QUESTION.format(id="M1-Q-1") + "\n" + BROKEN.replace("Q-1", "Q-2")
    assert {code for _, code in found(tmp_path, en=one, ru=two)} == {"Q012"}


def test_a_missing_question_is_still_told_beside_an_error(tmp_path: Path) -> None:
    good = "\n".join(QUESTION.format(id=f"M1-Q-{n}") for n in (1, 2))
    codes = found(tmp_path, en=good, ru=BROKEN)
    assert sorted(codes) == [("m1/quiz.ru.md", "Q012"), ("m1/quiz.ru.md", "X004")]


def test_the_label_of_a_constant_is_wanted_in_all_languages(tmp_path: Path) -> None:
    constant = '[[constants]]\nid = "x"\nvalue = 1\nunit = "L"\nsource = "A book"\n'
    for label, expected in (("", False), ('label = { en = "Size" }\n', True)):
        lesson = {"m1/1-first.ru.md": FILES["m1/1-first.en.md"]}
        folder = write(
            tmp_path / str(expected), {**TWO, **lesson, "constants.toml": constant + label}
        )
        codes = [p.code for p in check_course(folder).problems if p.place.path == "constants.toml"]
        assert ("X003" in codes) == expected
