"""Every example of docs/course-format.md does what the page says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ecolearn.content import manifest
from ecolearn.content.activities import BY_KIND, World
from ecolearn.content.loader import parse_lesson, parse_quiz
from ecolearn.content.manifest import Places, Reader
from ecolearn.content.model import Constant, Fact, LessonText
from ecolearn.problems import Problems
from ecolearn.quiz.items import TYPES
from ecolearn.quiz.items.header import COMMON
from ecolearn.quiz.items.syntax import parse_item, write_item
from ecolearn.quiz.units import parse_unit

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "course-format.md").read_text("utf-8")
BLOCK = re.compile(r"^```(markdown|toml)\n(.*?)^```$", re.S | re.M)
MARKDOWN = [text for kind, text in BLOCK.findall(PAGE) if kind == "markdown"]
TOML = [text for kind, text in BLOCK.findall(PAGE) if kind == "toml"]
ACTIVITIES = [text for text in TOML if text.startswith("kind")]
#: what the activities of the page refer to
WORLD = World(
    constants={
        "v_drop": Constant(id="v_drop", value=0.25, low=0.05, high=0.35, unit="mL", source="")
    },
    facts={"F-007": Fact(id="F-007", grade="B", source="", text={"en": "A fact."})},
    languages=("en",),
)
HEADER = '+++\nid = "HE1-L1"\ntitle = "Lesson"\n+++\n\n'
#: first words of a TOML example → what it is
PARTS = {
    "format": manifest.CourseFile,
    "id": manifest.ModuleFile,
    "terms": manifest.GlossaryFile,
    "facts": manifest.FactsFile,
    "constants": manifest.ConstantsFile,
}


def _lesson(text: str) -> tuple[LessonText, list[str]]:
    problems = Problems()
    text = text if text.startswith("+++") else HEADER + text
    lesson = parse_lesson(text, "1-power.en.md", problems)
    return lesson, [problem.code for problem in problems]


def test_the_page_has_examples_of_everything() -> None:
    words = {item.type for text in MARKDOWN for item in _lesson(text)[0].items()}
    assert len(words) == 12
    assert len(TOML) >= 4


@pytest.mark.parametrize("text", MARKDOWN, ids=lambda text: text.split("\n")[0][:40])
def test_markdown_examples_are_read_without_problems(text: str) -> None:
    if 'id = "HE1-Q"' in text:
        problems = Problems()
        parse_quiz(text.replace("…", "How much?\n\n= 6 kWh"), "quiz.en.md", problems)
        assert list(problems) == []
        return
    lesson, codes = _lesson(text)
    assert codes == []
    for item in lesson.items():
        assert list(item.faults()) == []
        response = item.clean(item.solution())
        assert item.grade(response).verdict in ("right", "open")
        written = write_item(item)
        _, _, args = written[0].partition(" ")
        again = parse_item(args, written[1:-1], path="", line=1, problems=Problems())
        assert again == item


@pytest.mark.parametrize("text", TOML, ids=lambda text: text.split("\n")[0][:40])
def test_toml_examples_are_read_without_problems(text: str) -> None:
    problems = Problems()
    data = tomllib.loads(text)
    known = BY_KIND.get(data.pop("kind", ""))
    kind = known or next(part for key, part in PARTS.items() if key in data)
    assert Reader(Places("x.toml", text), problems).read(data, kind) is not None
    assert list(problems) == []


def test_the_page_shows_every_kind_of_activity() -> None:
    assert {tomllib.loads(text)["kind"] for text in ACTIVITIES} == set(BY_KIND)


@pytest.mark.parametrize("text", ACTIVITIES, ids=lambda text: tomllib.loads(text)["id"])
def test_activities_of_the_page_have_no_faults(text: str) -> None:
    data = tomllib.loads(text)
    kind = BY_KIND[data.pop("kind")]
    activity = Reader(Places("x.toml", text), Problems()).read(data, kind)
    assert activity is not None
    assert list(activity.faults(WORLD)) == []
    assert activity.clean({}) == activity.clean(activity.clean({}))


def _units() -> list[tuple[str, list[str]]]:
    """Return (row, its units in en, ru, kk) of the table of units."""
    table = PAGE.split("| | en | ru | kk |\n|---|---|---|---|\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.split("\n")]
    return [(name, cells) for name, *cells in rows]


@pytest.mark.parametrize(("row", "cells"), _units())
def test_the_units_of_the_page_are_known(row: str, cells: list[str]) -> None:
    assert len(cells) == 3
    kinds = []
    for cell in cells:
        units = [parse_unit(one) for one in cell.split(", ")]
        assert None not in units, (row, cell)
        kinds.append({unit.dimension for unit in units if unit is not None})
    assert kinds[0] == kinds[1] == kinds[2]


@pytest.mark.parametrize("unit", ["kg CO₂/kWh", "Вт/м²", "теңге/айына"])
def test_joined_units_of_the_page_are_known(unit: str) -> None:
    assert f"`{unit}`" in PAGE
    assert parse_unit(unit) is not None


def test_the_settings_of_the_page_are_all_there_are() -> None:
    table = PAGE.split("| setting | means |\n")[1].split("\n\n")[0]
    said = set(re.findall(r"`(\w+)=", table))
    own = {name for kind in TYPES for name in kind.own_settings}
    assert said == set(COMMON) | own


def test_the_decimal_comma() -> None:
    for name, codes in (("q.en.md", ["Q021"]), ("q.ru.md", []), ("q.kk.md", [])):
        problems = Problems()
        parse_item("a", ["?", "", "= 1,493 kWh"], path=name, line=1, problems=problems)
        assert [problem.code for problem in problems] == codes
