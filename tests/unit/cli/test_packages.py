"""`pack`, `install`, `remove`: what they say, in three languages, and what is shown afterwards."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ecolearn.cli import main
from ecolearn.messages import LANGUAGES, catalogue
from tests.unit.cli.conftest import LESSON, write_course, write_package

Capture = pytest.CaptureFixture[str]
BAD_ITEM = LESSON + "\n:::item T1-Q-1\nHow many?\n\n= 5 zz\n:::\n"


def version_shown(capsys: Capture) -> str:
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    cards = {card["course_id"]: card for card in json.loads(capsys.readouterr().out)}
    return str(cards["tiny"]["version"]) if "tiny" in cards else ""


# ── pack ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_course_with_errors_is_not_packed(tmp_path: Path, capsys: Capture, language: str) -> None:
    course = write_course(tmp_path / "tiny", lesson=BAD_ITEM)
    out = tmp_path / "x.ecocourse"
    words = catalogue("cli", language)["pack:errors"]
    assert main(["pack", str(course), "-o", str(out), "--language", language]) == 1
    fault, said = capsys.readouterr().err.splitlines()
    assert fault.startswith(f"{course.as_posix()}/one/1-first.en.md:")
    assert said == words.format(path=course, errors=1)
    assert not out.exists()
    assert main(["pack", str(course), "-o", str(out), "--force"]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_packed(course: Path, tmp_path: Path, capsys: Capture, language: str) -> None:
    out = tmp_path / "x.ecocourse"
    assert main(["pack", str(course), "-o", str(out), "--language", language]) == 0
    shown = capsys.readouterr()
    size = "0.0" if language == "en" else "0,0"
    assert shown.out.strip() == catalogue("cli", language)["pack:done"].format(
        path=out, id="tiny", version="1.0.0", files=3, size=size
    )
    assert shown.err == ""


@pytest.mark.parametrize("folder", ["nothing", "."])
def test_no_course_to_pack(tmp_path: Path, course: Path, capsys: Capture, folder: str) -> None:
    """A folder of courses is not a course either."""
    assert main(["pack", str(tmp_path / folder), "--force", "-o", str(tmp_path / "x")]) == 1
    assert "no course can be read here" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_name_that_cannot_be_installed_elsewhere(course: Path, capsys: Capture) -> None:
    (course / "aux.txt").write_text("x")
    assert main(["pack", str(course), "-o", str(course.parent / "x")]) == 1
    assert "a name in it belongs to the system (aux.txt)" in capsys.readouterr().err


# ── install ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_installed_updated_and_there_already(
    tmp_path: Path, capsys: Capture, language: str
) -> None:
    words = catalogue("cli", language)
    said = []
    for version in ("1.0.0", "1.0.0", "1.1.0"):
        package = tmp_path / f"tiny-{version}.ecocourse"
        if not package.exists():
            write_package(tmp_path, version)
        assert main(["install", str(package), "--language", language]) == 0
        said.append(capsys.readouterr().out.strip())
    assert said == [
        words["install:done"].format(id="tiny", version="1.0.0"),
        words["install:already"].format(id="tiny", version="1.0.0"),
        words["install:instead"].format(id="tiny", version="1.1.0", replaced="1.0.0"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_without_a_name_has_no_empty_brackets(
    tmp_path: Path, capsys: Capture, language: str
) -> None:
    junk = tmp_path / "x.ecocourse"
    junk.write_bytes(b"junk")
    assert main(["install", str(junk), "--language", language]) == 1
    said = capsys.readouterr().err
    assert catalogue("imports", language)["not-a-zip"] in said
    assert "()" not in said
    assert "?" not in said


def test_one_that_is_refused_does_not_stop_the_others(
    tmp_path: Path, package: Path, capsys: Capture
) -> None:
    assert main(["install", str(tmp_path / "missing.ecocourse"), str(package)]) == 1
    shown = capsys.readouterr()
    assert f"There is no {tmp_path / 'missing.ecocourse'}." in shown.err
    assert shown.out.strip() == "tiny 1.0.0 is installed."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_is_no_package(tmp_path: Path, capsys: Capture, language: str) -> None:
    assert main(["install", str(tmp_path), "--language", language]) == 1
    words = catalogue("cli", language)["disk:is-folder"].format(path=tmp_path)
    assert capsys.readouterr().err.strip() == words


def test_faults_of_what_was_installed_are_told(tmp_path: Path, capsys: Capture) -> None:
    package = write_package(tmp_path, lesson=BAD_ITEM)
    assert main(["install", str(package), "--language", "ru"]) == 0
    shown = capsys.readouterr()
    assert f"{package.as_posix()}/one/1-first.en.md:" in shown.err
    assert "  ошибка  " in shown.err
    assert "tiny 1.0.0" in shown.out


# ── which version is shown ────────────────────────────────────────────────────────────────────


def test_the_older_version_that_was_asked_for_is_shown(tmp_path: Path, capsys: Capture) -> None:
    new, old = write_package(tmp_path, "1.10.0"), write_package(tmp_path, "1.9.0")
    assert main(["install", str(new)]) == 0
    assert main(["install", str(old)]) == 1
    assert version_shown(capsys) == "1.10.0"
    assert main(["install", "--older", str(old)]) == 0
    assert version_shown(capsys) == "1.9.0"
    # back to the newer, which is still there; and to the older again, which needs the word again
    assert main(["install", str(new)]) == 0
    assert version_shown(capsys) == "1.10.0"
    assert main(["install", str(old)]) == 1
    assert main(["install", "--older", str(old)]) == 0
    assert version_shown(capsys) == "1.9.0"


def test_courses_installed_before_there_were_markers(
    tmp_path: Path, own_data_folder: Path, capsys: Capture
) -> None:
    for version in ("1.9.0", "1.10.0"):
        assert main(["install", str(write_package(tmp_path, version))]) == 0
    for marker in (own_data_folder / "packages").glob("*/installed.json"):
        marker.unlink()
    assert version_shown(capsys) == "1.10.0"
    for folder in (own_data_folder / "packages").iterdir():
        (folder / "installed.json").write_text("damaged")
    assert version_shown(capsys) == "1.10.0"
    assert main(["install", "--older", str(tmp_path / "tiny-1.9.0.ecocourse")]) == 0
    assert version_shown(capsys) == "1.9.0"


def test_a_power_cut_while_going_back_leaves_the_version_before(
    tmp_path: Path, own_data_folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = write_package(tmp_path, "2.0.0"), write_package(tmp_path, "1.0.0")
    assert main(["install", str(old)]) == 0
    assert main(["install", str(new)]) == 0

    def power_cut(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", power_cut)
        assert main(["install", "--older", str(old)]) == 130
    assert version_shown(capsys) == "2.0.0"
    assert main(["install", "--older", str(old)]) == 0
    assert version_shown(capsys) == "1.0.0"


def test_a_course_whose_list_is_damaged_can_be_installed_again(
    package: Path, own_data_folder: Path, capsys: Capture
) -> None:
    assert main(["install", str(package)]) == 0
    (manifest,) = (own_data_folder / "packages").glob("*/manifest.json")
    manifest.write_bytes(b"")
    assert main(["install", str(package)]) == 0
    assert "tiny 1.0.0 is installed." in capsys.readouterr().out
    assert manifest.read_bytes()


# ── remove ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_removed(tmp_path: Path, capsys: Capture, language: str) -> None:
    words = catalogue("cli", language)
    for version in ("1.0.0", "1.1.0"):
        assert main(["install", str(write_package(tmp_path, version))]) == 0
    capsys.readouterr()
    assert main(["remove", "tiny", "--language", language]) == 0
    assert capsys.readouterr().out.strip() == words["remove:done"].format(id="tiny", count=2)
    for more in ([], ["--superseded"]):
        assert main(["remove", "tiny", "--language", language, *more]) == 1
        assert capsys.readouterr().err.strip() == words["remove:none"].format(id="tiny")


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_is_not_shown_is_cleared_away(
    tmp_path: Path, own_data_folder: Path, capsys: Capture, language: str
) -> None:
    for version in ("3.0.0", "2.0.0", "1.0.0"):
        assert main(["install", "--older", str(write_package(tmp_path, version))]) == 0
    assert version_shown(capsys) == "1.0.0"
    for count in (2, 0):
        assert main(["remove", "tiny", "--superseded", "--language", language]) == 0
        words = catalogue("cli", language)["remove:superseded"]
        assert capsys.readouterr().out.strip() == words.format(
            id="tiny", count=count, version="1.0.0"
        )
    assert version_shown(capsys) == "1.0.0"
    assert len(list((own_data_folder / "packages").iterdir())) == 1
