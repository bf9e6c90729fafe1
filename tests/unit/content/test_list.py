"""`ecolearn list`."""

from __future__ import annotations

import json

import pytest

from ecolearn.cli import main
from tests.unit.content.conftest import COURSE, Make


def test_table(make_course: Make, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", str(make_course())]) == 0
    out = capsys.readouterr().out
    assert "tiny" in out
    assert "home-energy" in out


def test_json(make_course: Make, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_course()
    assert main(["list", "--json", str(folder)]) == 0
    cards = {card["course_id"]: card for card in json.loads(capsys.readouterr().out)}
    assert cards["tiny"]["folder"] == str(folder)
    assert cards["tiny"]["origin"] == "folder"


def test_a_course_that_does_not_open(make_course: Make, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_course({"course.toml": COURSE + "[["})
    assert main(["list", str(folder)]) == 1
    assert "  error  M001  " in capsys.readouterr().err
