"""What the checker says of the mistakes teachers make most, in the words they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.authoring.check import check_course
from ecolearn.authoring.messages import sentence
from tests.unit.authoring import example_course


def said(tmp_path: Path, changes: dict[str, str | bytes], language: str = "ru") -> dict[str, str]:
    """Return code → sentence for the example course with some files changed."""
    folder = example_course.write(tmp_path / "c", changes)
    return {one.code: sentence(one, language) for one in check_course(folder).problems}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_kind_of_a_box_is_shown_as_written(language: str, tmp_path: Path) -> None:
    lesson = example_course.in_lesson(":::fold More\nText.")
    found = said(tmp_path, {"m1/1-first.en.md": lesson}, language)
    assert ("“fold”" if language == "en" else "«fold»") in found["T001"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("glossary.toml", '[[terms]]\nid = «energy»\nterm.en = "energy"\n'),
        ("facts.toml", "[[facts]]\nid = F-1\n"),
        ("m1/module.toml", 'id = "M1"\nlessons = ["1-first]\n'),
        ("m1/1-first.en.md", '+++\nid = "M1-L1\n+++\n\nText.\n'),
    ],
)
def test_a_file_that_cannot_be_read_is_said_once(name: str, text: str, tmp_path: Path) -> None:
    lesson = example_course.FILES["m1/1-first.en.md"].replace(
        "Energy.\n", "[Energy](term:energy), [M1-L1].\n\n:::fact F-1\n:::\n"
    )
    assert said(tmp_path / "whole", {"m1/1-first.en.md": lesson}) == {}
    changes: dict[str, str | bytes] = {"m1/1-first.en.md": lesson, name: text}
    assert list(said(tmp_path / "spoilt", changes)) == ["M001"]
