"""A lesson with three PCs and no network: work, export to a stick, collect, look at the table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from ecolearn.app import build_core
from ecolearn.cli import main
from ecolearn.content.library import course_roots
from ecolearn.quiz.items.single_choice import Single

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ecolearn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Return a way to type a command at the PC of a name; gives back exit code and texts."""

    def run(pc: str, *arguments: object, language: str = "en") -> tuple[int, str, str]:
        monkeypatch.setenv("ECOLEARN_DATA", str(tmp_path / pc))
        monkeypatch.setenv("ECOLEARN_LANGUAGE", language)
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def a_lesson(folder: Path, name: str, right: bool) -> str:
    """Let a pupil work on a PC: a lesson read, a quiz with its single choices right or wrong."""
    core = build_core(folder, course_roots(folder), rng=Random(5))
    try:
        study = core.study
        learner = study.create_learner(name, "leaf", 10).value.learner_id
        study.open_lesson(learner, "home-energy", "HE1-L1")
        study.finish_lesson(learner, "home-energy", "HE1-L1")
        sitting = study.start_quiz(learner, "home-energy", "HE1").value
        for one in sitting.items:
            found = core.library.open("home-energy").item(one.item_id, "en")
            if found and isinstance(found[0], Single):
                key = [option.right for option in found[0].options].index(True)
                choice = "abcdefgh"[key if right else key - 1]
                study.answer(sitting.attempt_id, one.item_id, {"choice": choice}, 1.0)
        study.finish(sitting.attempt_id, 60.0)
        return learner
    finally:
        core.close()


def test_from_three_pcs_to_one_table(ecolearn: Run, tmp_path: Path, stick: Path) -> None:
    names = {"one": "Айгерім", "two": "Данияр", "three": "Айгерім"}
    codes = {}
    for pc, name in names.items():
        a_lesson(tmp_path / pc, name, right=pc != "two")
        code, said, _ = ecolearn(pc, "progress", "export", "-o", stick)
        assert code == 0
        assert "You may remove the stick now." in said
        codes[pc] = said.strip()[-8:]

    code, said, trouble = ecolearn("teacher", "progress", "collect", stick)
    assert (code, trouble) == (0, "")
    for receipt in codes.values():
        assert f"{receipt}  complete" in said
    assert "receipt-" in said

    code, said, _ = ecolearn("teacher", "progress", "report", "--json")
    table = json.loads(said)
    assert [row["name"] for row in table] == ["Айгерім", "Айгерім", "Данияр"]
    assert len({row["learner_id"] for row in table}) == 3
    assert all(row["checked"] and not row["differs"] for row in table)
    assert table[0]["best"] == table[1]["best"] > table[2]["best"]
    assert all(row["lessons"] == 1 for row in table)

    # again, with one file twice: nothing changes
    first = next(stick.glob("*.ecoprogress"))
    (stick / "copy.ecoprogress").write_bytes(first.read_bytes())
    code, said, _ = ecolearn("teacher", "progress", "collect", stick, first)
    assert code == 0
    assert "New events: 0." in said
    assert (
        ecolearn("teacher", "progress", "report", "--json")[1]
        == json.dumps(table, ensure_ascii=False, indent=2) + "\n"
    )

    # the receipt is on the stick: the next export may be short
    code, said, _ = ecolearn("one", "progress", "export", "--new", "-o", stick)
    assert (code, "nothing new" in said) == (0, True)


def test_a_spoilt_file_does_not_stop_the_others(ecolearn: Run, tmp_path: Path, stick: Path) -> None:
    a_lesson(tmp_path / "one", "Aru", right=True)
    ecolearn("one", "progress", "export", "-o", stick / "a.ecoprogress")
    data = bytearray((stick / "a.ecoprogress").read_bytes())
    data[-40] ^= 1
    (stick / "b.ecoprogress").write_bytes(data)
    (stick / "c.ecoprogress").write_text("not one of ours")
    code, said, trouble = ecolearn("teacher", "progress", "collect", stick, language="ru")
    assert code == 1
    assert "a.ecoprogress" in said
    assert "полностью" in said
    assert "b.ecoprogress повреждён" in trouble
    assert "не является файлом прогресса" in trouble
    code, said, _ = ecolearn("teacher", "progress", "collect", "--json", stick)
    states = [one["state"] for one in json.loads(said)["files"]]
    assert (code, states) == (1, ["known", "refused", "refused"])
    assert len(list((tmp_path / "teacher" / "quarantine").iterdir())) == 2


def test_trouble_is_told_in_a_sentence(ecolearn: Run, tmp_path: Path, stick: Path) -> None:
    code, _, trouble = ecolearn("one", "progress", "export", "-o", tmp_path / "gone")
    assert (code, "Put the stick in" in trouble) == (3, True)
    code, _, trouble = ecolearn("one", "progress", "collect", tmp_path / "gone", language="kk")
    assert (code, "Флешканы салыңыз" in trouble) == (3, True)
    assert ecolearn("one", "progress", "export", "-o", stick)[1].startswith("There is nothing")
    assert ecolearn("one", "progress", "collect", stick)[:2] == (
        0,
        "No progress bundles were found there.\n",
    )
    assert ecolearn("one", "progress", "report")[:2] == (0, "There are no learners yet.\n")


def test_a_name_can_do_no_harm(ecolearn: Run, tmp_path: Path) -> None:
    """RELIABILITY I12: kept as typed, neutral in a spreadsheet and in a terminal."""
    a_lesson(tmp_path / "one", "=cmd|' /C calc'!A0", right=True)
    a_lesson(tmp_path / "one", "a\u202eb\x1b[31m", right=True)
    code, said, _ = ecolearn("one", "progress", "report", "--csv")
    rows = list(csv.reader(io.StringIO(said)))
    assert code == 0
    assert [row[0] for row in rows[1:]] == ["'=cmd|' /C calc'!A0", "a\u202eb\x1b[31m"]
    said = ecolearn("one", "progress", "report")[1]
    assert "\x1b" not in said
    assert "\u202e" not in said
