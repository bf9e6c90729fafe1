"""A disk that refuses is one sentence in the user's language and exit code 3, never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from ecolearn import cli
from ecolearn.cli import main
from ecolearn.messages import LANGUAGES, disk_sentence
from tests.unit.cli.conftest import ROOT, Run

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and /dev/full")


def full(*_args: object, **_more: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def one_sentence(error: str) -> str:
    assert "Traceback" not in error
    assert len(error.splitlines()) == 1, error
    return error


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("out", ["nofolder/x", "folder", "file/x", "x" * 300])
def test_pack_to_an_impossible_place(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str, language: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    before = sorted(tmp_path.rglob("*"))
    target = tmp_path / out
    assert main(["pack", str(course), "-o", str(target), "--language", language]) == 3
    said = one_sentence(capsys.readouterr().err)
    assert str(target) in said
    assert ".part" not in said
    assert sorted(tmp_path.rglob("*")) == before


def test_pack_on_a_full_disk(
    course: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    target = tmp_path / "x.ecocourse"
    assert main(["pack", str(course), "-o", str(target)]) == 3
    said = one_sentence(capsys.readouterr().err)
    assert said.startswith(f"ecolearn: The disk is full: {target} ")
    assert not list(tmp_path.glob("x.ecocourse*"))


def test_install_on_a_full_disk(
    package: Path,
    own_data_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ecolearn.content.packages._sync_file", full)
    assert main(["install", str(package)]) == 3
    said = one_sentence(capsys.readouterr().err)
    assert said.startswith(f"ecolearn: The disk is full: {own_data_folder / 'packages'} ")
    assert list((own_data_folder / "packages").iterdir()) == []


@linux
@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is no"), ("ru", "не существует"), ("kk", "жоқ")]
)
def test_install_where_no_folder_can_be_made(
    run: Run, package: Path, language: str, words: str
) -> None:
    done = run("install", package, ECOLEARN_DATA="/proc/x", ECOLEARN_LANGUAGE=language)
    assert done.returncode == 3
    assert words in one_sentence(done.stderr)
    assert "/proc/x" in done.stderr


@linux
def test_pack_beyond_the_size_a_file_may_have(course: Path, tmp_path: Path) -> None:
    """A real refusal of the system in the middle of writing."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64));"
        "from ecolearn.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    target = tmp_path / "x.ecocourse"
    done = subprocess.run(
        [sys.executable, "-c", code, "pack", str(course), "-o", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert str(target) in one_sentence(done.stderr)


@linux
@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["--version"]])
def test_output_that_cannot_be_written(command: list[str]) -> None:
    with open("/dev/full", "w") as nowhere:
        done = subprocess.run(
            [sys.executable, "-m", "ecolearn", *command],
            cwd=ROOT,
            stdout=nowhere,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert "The disk is full" in one_sentence(done.stderr)


@linux
def test_a_reader_that_has_enough_is_no_trouble() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "ecolearn", "list"],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_letters_the_console_lacks_are_shown_as_codes(run: Run, course: Path) -> None:
    done = run("check", course, "--language", "kk", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u04" in done.stdout


@linux
def test_a_name_that_is_no_text(run: Run, tmp_path: Path) -> None:
    done = run("check", os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_control_c() -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    assert cli.guarded(stop) == 130


@pytest.mark.parametrize("bug", [ValueError("a bug"), ImportError("a bug")])
def test_a_bug_is_left_to_rise(bug: Exception) -> None:
    def act() -> int:
        raise bug

    with pytest.raises(type(bug), match="a bug"):
        cli.guarded(act)


def test_a_library_of_the_system_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    def act() -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    assert cli.guarded(act, "kk") == 3
    assert "libEGL.so.1" in one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "number", ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "ENOENT", "EEXIST", "ENOTDIR", "EFBIG", "EIO"]
)
def test_each_refusal_names_the_file(number: str, language: str) -> None:
    error = OSError(getattr(errno, number), "said the system", "a/file")
    said = disk_sentence(error, language)
    assert "a/file" in said
    assert "?" not in said
    assert ("said the system" in said) == (number == "EIO")


def test_an_error_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    def act() -> int:
        raise OSError(errno.EIO, "said the system")

    assert cli.guarded(act, "ru") == 3
    said = one_sentence(capsys.readouterr().err)
    assert "Диск" in said
    assert "None" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_asked_to_end_closes_what_is_open(name: str) -> None:
    number = getattr(signal, name)
    closed: list[bool] = []

    def act() -> int:
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        finally:
            closed.append(True)
        return 0

    with pytest.raises(SystemExit) as ended:
        cli.guarded(act)
    assert ended.value.code == 128 + number
    assert closed
    assert signal.getsignal(number) is signal.SIG_DFL
