"""`ecolearn tour`: what it is asked for is judged before anything is done."""

from __future__ import annotations

import errno
import sys
import tempfile
from pathlib import Path

import pytest

from ecolearn.cli import main
from ecolearn.cli.tour import THEMES
from ecolearn.paths import resources_root
from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--size", "abc"),
        ("--size", "1024"),
        ("--size", "0x0"),
        ("--size", "99999x99999"),
        ("--languages", "de"),
        ("--languages", ""),
        ("--languages", "en,,ru"),
        ("--themes", "blue"),
        ("--text-size", "9"),
        ("--text-size", "nan"),
        ("--text-size", "large"),
        ("--scale", "0"),
        ("--scale", "x"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["tour", str(tmp_path / "out"), option, value])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert f"ecolearn tour: error: argument {option}: " in said
    assert "_" not in said.splitlines()[-1], "a name of ours instead of a sentence"
    assert not (tmp_path / "out").exists()


def test_a_file_instead_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("")
    for out in (tmp_path / "out", tmp_path / "out" / "inside"):
        assert main(["tour", str(out)]) == 3
        said = capsys.readouterr().err
        assert said.startswith("ecolearn: ")
        assert str(tmp_path / "out") in said
        assert len(said.splitlines()) == 1


def test_a_folder_that_cannot_be_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / "trial"))

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert main(["tour", str(tmp_path)]) == 3
    assert capsys.readouterr().err.startswith(f"ecolearn: {tmp_path}: access is denied. ")


def test_all_themes_can_be_asked_for() -> None:
    assert {path.stem for path in (resources_root() / "themes").glob("*.toml")} == set(THEMES)


def test_a_page_is_walked_to_and_painted(tmp_path: Path, run: Run) -> None:
    done = run("tour", tmp_path, "--languages", "en", "--themes", "light", "--pages", "library")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"{tmp_path}: pictures: 1"
    picture = tmp_path / "library-en-light.png"
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_no_page_of_that_name(tmp_path: Path, run: Run) -> None:
    done = run("tour", tmp_path, "--languages", "en", "--themes", "light", "--pages", "zzz")
    assert done.returncode == 2
    assert done.stderr.strip() == "No page has “zzz” in its name."


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_picture_the_disk_refuses(tmp_path: Path, run: Run) -> None:
    (tmp_path / "library-en-light.png").symlink_to("/dev/full")
    done = run("tour", tmp_path, "--languages", "en", "--themes", "light", "--pages", "library")
    assert done.returncode == 3
    assert "The disk is full" in done.stderr
    assert "Traceback" not in done.stderr
