"""`ecolearn check --json`: the shape that docs/school-it.md promises to scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ecolearn.cli import main
from ecolearn.messages import catalogue
from tests.unit.cli.conftest import LESSON, write_course


def test_json_has_the_shape_that_is_promised(
    tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = write_course(tmp_path / "tiny", lesson=LESSON + "\n:::\n")
    assert main(["check", "--json", "--language", "en", str(course)]) == 1
    shown = capsys.readouterr()
    (one,) = json.loads(shown.out)
    assert list(one) == ["folder", "course", "fine", "problems"]
    assert (one["folder"], one["course"], one["fine"]) == (course.as_posix(), "tiny", False)
    (problem,) = [each for each in one["problems"] if each["code"] == "T002"]
    assert problem == {
        "path": "one/1-first.en.md",
        "line": 9,
        "column": 0,
        "severity": "warning",
        "code": "T002",
        "sentence": catalogue("problems", "en")["T002"],
        "facts": {},
    }
    page = (repository / "docs" / "school-it.md").read_text("utf-8")
    for key in (*one, *problem):
        assert f"`{key}`" in page, f"docs/school-it.md does not explain {key}"


def test_json_of_what_is_no_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(tmp_path / "nowhere")]) == 1
    (one,) = json.loads(capsys.readouterr().out)
    assert one["course"] is None
    assert [problem["code"] for problem in one["problems"]] == ["F001"]
