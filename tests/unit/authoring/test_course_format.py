"""Every example of docs/course-format.md does what the page says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ecolearn.content import manifest
from ecolearn.content.loader import parse_lesson, parse_quiz
from ecolearn.content.manifest import Places, Reader
from ecolearn.content.model import LessonText
from ecolearn.problems import Problems
from ecolearn.quiz.items.syntax import parse_item, write_item

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "course-format.md").read_text("utf-8")
BLOCK = re.compile(r"^```(markdown|toml)\n(.*?)^```$", re.S | re.M)
MARKDOWN = [text for kind, text in BLOCK.findall(PAGE) if kind == "markdown"]
TOML = [text for kind, text in BLOCK.findall(PAGE) if kind == "toml"]
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
    kind = next(part for key, part in PARTS.items() if key in data)
    assert Reader(Places("x.toml", text), problems).read(data, kind) is not None
    assert list(problems) == []
