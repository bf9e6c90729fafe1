"""Checking folders, libraries and single files; the command."""

from __future__ import annotations

import json
import time
from pathlib import Path

import msgspec
import pytest

from ecolearn import cli
from ecolearn.authoring import check
from ecolearn.authoring.check import check_paths
from ecolearn.authoring.messages import render
from ecolearn.problems import Place, Problem, Problems, Severity
from tests.unit.authoring import example_course

ROOT = Path(__file__).resolve().parents[3]
SPOILT: dict[str, str | bytes] = {
    "m1/1-first.en.md": example_course.in_lesson("[Power](term:power) is how fast.")
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with a good course and a spoilt one."""
    example_course.write(tmp_path / "a-good", {})
    example_course.write(tmp_path / "b-spoilt", SPOILT)
    return tmp_path


def test_a_folder_of_courses(library: Path) -> None:
    good, spoilt = check_paths([library])
    assert good.fine
    assert good.course is not None
    assert not spoilt.fine
    assert [problem.code for problem in spoilt.problems] == ["R003"]
    assert spoilt.problems[0].place == Place("m1/1-first.en.md", 11, 1)


def test_one_file_of_a_course(library: Path) -> None:
    (other,) = check_paths([library / "b-spoilt" / "m1" / "quiz.en.md"])
    assert other.problems == []
    (spoilt,) = check_paths([library / "b-spoilt" / "m1" / "1-first.en.md"])
    assert [problem.code for problem in spoilt.problems] == ["R003"]


@pytest.mark.parametrize(
    ("source", "date", "wanted"),
    [
        ('"A book"', '"2020"', []),
        ('{ en = "A book", ru = "Книга" }', "2020-08-13", []),
        ('{ en = "A book" }', '""', [("X003", "F-1")]),
        ('"A book"', '{ en = "May" }', [("X003", "F-1")]),
        ("{}", '""', [("R009", None)]),
        ('{ en = " " }', '""', [("R009", None), ("X003", "F-1")]),
    ],
)
def test_the_source_of_a_fact_in_several_languages(
    tmp_path: Path, source: str, date: str, wanted: list[tuple[str, str | None]]
) -> None:
    two = example_course.FILES["course.toml"].replace('["en"]', '["en", "ru"]')
    fact = example_course.FILES["facts.toml"].replace('"A book"', source) + f"date = {date}\n"
    example_course.write(tmp_path / "c", {"course.toml": two, "facts.toml": fact})
    (checked,) = check_paths([tmp_path / "c" / "facts.toml"])
    assert sorted((p.code, p.facts.get("key")) for p in checked.problems) == wanted


def test_nothing_there(tmp_path: Path) -> None:
    (nothing,) = check_paths([tmp_path / "nothing"])
    assert nothing.course is None
    assert [problem.code for problem in nothing.problems] == ["F001"]


def test_processes_say_the_same(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = check_paths([library], jobs=1)
    monkeypatch.setattr(check, "WORTH_PROCESSES", 0)
    assert check_paths([library], jobs=2) == alone
    assert msgspec.to_builtins(alone[0].course) is not None


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_courses_we_ship_are_fine(language: str) -> None:
    for checked in check_paths([ROOT / "courses"]):
        said = [render(problem, language, checked.folder.name) for problem in checked.problems]
        assert checked.fine, "\n".join(said)


def test_a_problem_is_said_as_a_compiler_would() -> None:
    facts: dict[str, object] = {"id": "powr", "suggestion": "power"}
    problem = Problem("R003", Severity.WARNING, Place("m1/a.en.md", 7, 1), facts)
    assert render(problem, "en", "course") == (
        "course/m1/a.en.md:7:1  warning  R003  There is no term “powr” in glossary.toml. "
        "Add it, or correct the id. Did you mean “power”?"
    )
    assert render(problem, "ru").startswith("m1/a.en.md:7:1  предупреждение  R003  Термина «powr»")
    assert "Мүмкін, «power» болар?" in render(problem, "kk")


def test_the_command(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(library / "a-good"), "--language", "en"]) == 0
    assert capsys.readouterr().out == "1 course(s): 0 error(s), 0 warning(s), 0 note(s)\n"
    assert cli.main(["check", str(library), "--language", "kk"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "b-spoilt/m1/1-first.en.md:11:1  ескерту  R003  " in lines[0]
    assert lines[-1] == "курс: 2, қате: 0, ескерту: 1, кеңес: 0"


def test_the_command_for_scripts(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(library), "--json", "--language", "ru"]) == 1
    good, spoilt = json.loads(capsys.readouterr().out)
    assert (good["course"], good["fine"], good["problems"]) == ("example", True, [])
    (problem,) = spoilt["problems"]
    assert problem["severity"] == "warning"
    assert problem["facts"] == {"id": "power", "suggestion": ""}
    assert problem["sentence"].startswith("Термина «power»")


def test_wrong_usage() -> None:
    with pytest.raises(SystemExit) as trouble:
        cli.main(["check"])
    assert trouble.value.code == 2
    assert cli.main(["check", "x", "--jobs", "0"]) == 2


def test_advice_alone_is_fine(tmp_path: Path) -> None:
    changes: dict[str, str | bytes] = {"m1/1-first.en.md": example_course.in_lesson("word " * 130)}
    (checked,) = check_paths([example_course.write(tmp_path / "c", changes)])
    assert [problem.code for problem in checked.problems] == ["T101"]
    assert checked.fine


@pytest.mark.parametrize(
    ("english", "russian", "codes"),
    [
        ("1,500 W for 2.5 h", "1500 Вт за 2,5 ч", []),
        ("$2{,}5$ h", "2,5 ч", []),
        ("two lamps", "2 лампы", []),
        ("CO₂: 40 kg", "СО2: 40 кг", []),
        ("See [M1-L1#first].", "См. [M1-L1#first].", []),
        ("24 lamps", "25 ламп", ["X007"]),
    ],
)
def test_numbers_in_two_languages(
    english: str, russian: str, codes: list[str], tmp_path: Path
) -> None:
    question = ":::item M1-Q-1\n{}\n\n= 6\n!= *\n  > No.\n:::\n"
    head = '+++\nid = "M1-Q"\n+++\n\n'
    changes: dict[str, str | bytes] = {
        "course.toml": example_course.FILES["course.toml"].replace('["en"]', '["en", "ru"]'),
        "m1/1-first.ru.md": example_course.FILES["m1/1-first.en.md"],
        "m1/quiz.en.md": head + question.format(english),
        "m1/quiz.ru.md": head + question.format(russian),
    }
    (checked,) = check_paths([example_course.write(tmp_path / "c", changes)])
    assert [problem.code for problem in checked.problems] == codes


def test_many_problems_at_one_place_are_sorted_out_quickly() -> None:
    """Each has other facts; a set of problems would compare each with each, for hours."""
    place = Place("activities/rows.toml", 4)
    many = [Problem("M003", Severity.ERROR, place, {"key": str(n)}) for n in range(20_000)]
    problems = Problems()
    problems.extend([*many, *many])
    before = time.perf_counter()
    assert problems.sorted() == many
    assert time.perf_counter() - before < 5
