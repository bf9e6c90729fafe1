"""`ecolearn list`: sentences for people, one stable shape for scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ecolearn.cli import main
from ecolearn.messages import LANGUAGES, catalogue
from tests.unit.cli.conftest import write_course, write_package

BROKEN = {"en": "not valid TOML", "ru": "TOML", "kk": "TOML"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert main(["list", "/nowhere", "--language", language]) == 1
    said = capsys.readouterr().err
    word = catalogue("problems", language)["severity:error"]
    assert said.startswith(f"/nowhere  {word}  F001  ")
    assert "name=" not in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_that_does_not_open(
    course: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    (course / "course.toml").write_text('id = "tiny"\n[[', "utf-8")
    assert main(["list", str(course), "--language", language]) == 1
    shown = capsys.readouterr()
    assert catalogue("cli", language)["list:broken"] in shown.out
    assert "M001" not in shown.out
    assert re.search(rf"tiny/course\.toml:\d+.*  M001  .*{BROKEN[language]}", shown.err)
    assert "{" not in shown.err


def test_the_same_course_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = write_course(tmp_path / "one"), write_course(tmp_path / "two")
    assert main(["list", str(one), str(two)]) == 0
    said = capsys.readouterr().err
    assert "  warning  F015  Course tiny is there twice" in said
    assert "id=" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_in_the_users_language(
    course: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert main(["list", str(course), "--language", language]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    words = catalogue("cli", language)
    assert head.split() == [
        words[f"list:{name}"]
        for name in ("id", "version", "origin", "languages", "lessons", "title")
    ]
    (row,) = [row for row in rows if row.startswith("tiny ")]
    assert row.split() == ["tiny", "1.0.0", words["origin:folder"], "en", "1", "Tiny"]


def test_json_has_the_shape_that_is_promised(
    course: Path, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--json", str(course)]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    (one,) = [each for each in json.loads(shown.out) if each["course_id"] == "tiny"]
    assert one == {
        "course_id": "tiny",
        "version": "1.0.0",
        "folder": str(course),
        "origin": "folder",
        "languages": ["en"],
        "title": {"en": "Tiny"},
        "summary": {"en": "Small."},
        "tracks": [],
        "hours": 0,
        "modules": 1,
        "lessons": 1,
        "items": 0,
        "trouble": "",
    }
    page = (repository / "docs" / "school-it.md").read_text("utf-8")
    for key in one:
        assert f"`{key}`" in page, f"docs/school-it.md does not explain {key}"


def test_json_stays_json_when_a_course_is_broken(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / "course.toml").write_text("[[", "utf-8")
    assert main(["list", "--json", str(course), "/nowhere"]) == 1
    shown = capsys.readouterr()
    (one,) = [each for each in json.loads(shown.out) if each["trouble"]]
    assert one["trouble"] == "M001"
    assert "F001" in shown.err


def test_versions_that_are_kept_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for version in ("1.0.0", "1.1.0", "1.2.0"):
        assert main(["install", str(write_package(tmp_path, version))]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    shown = capsys.readouterr()
    assert "tiny: other versions kept: 1.0.0, 1.1.0." in shown.out
    assert shown.err == ""
