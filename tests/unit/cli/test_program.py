"""`ecolearn` itself: help, version, commands that do not exist."""

from __future__ import annotations

import re

import pytest

from ecolearn import __version__
from ecolearn.cli import COMMANDS, main
from tests.unit.cli.conftest import Run


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "-V"):
        assert main([option]) == 0
        assert capsys.readouterr().out == f"ecolearn {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    for name, (_module, about) in COMMANDS.items():
        assert re.search(rf"^ +{name}( |$)", out, re.M)
        assert about.split()[0] in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: ecolearn {name} ")


@pytest.mark.parametrize(
    ("word", "meant"), [("chek", "check"), ("LIST", "list"), ("unpack", "pack")]
)
def test_an_unknown_command(word: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([word, "x"])
    assert ended.value.code == 2
    assert f"there is no command '{word}'. Did you mean '{meant}'?" in capsys.readouterr().err


def test_a_word_like_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["xyzzy"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "there is no command 'xyzzy'." in said
    assert "Did you mean" not in said


def test_an_unknown_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--bogus"])
    assert ended.value.code == 2


def test_as_a_process(run: Run) -> None:
    done = run("chek")
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr
    assert "Traceback" not in done.stderr
