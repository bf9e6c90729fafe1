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
