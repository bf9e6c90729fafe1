"""docs/problems.md: every code is there, and each example gives exactly that code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from ecolearn.authoring.check import check_course
from ecolearn.authoring.codes import CODES
from ecolearn.authoring.messages import render, sentence
from ecolearn.content.codes import CODES as READING
from tests.unit.authoring import example_course

ROOT = Path(__file__).resolve().parents[3]
DOCS = (ROOT / "docs" / "problems.md").read_text("utf-8")
SECTION = re.compile(r"^### (\w+) · (\w+)\n(.*?)(?=^### \w+ ·|\Z)", re.S | re.M)
BLOCK = re.compile(r"^(`{3,})(\w+)[ ]?([^\n]*)\n(.*?)^\1$", re.S | re.M)
EXAMPLES = {code: (severity, text) for code, severity, text in SECTION.findall(DOCS)}
#: files that have no part in the example
_NOT_WANTED = {
    "X001": ("m1/quiz.en.md", "glossary.toml", "facts.toml"),
    "T031": ("media/meter.svg",),
    "M010": ("media/meter.svg",),
    "T012": ("media/meter.svg",),
}
#: what cannot be had without the other
_ALSO = {"T005": {"T001"}}
RUN = [code for code, (_, text) in EXAMPLES.items() if "(No example" not in text]


def _changes(text: str) -> dict[str, str | bytes]:
    changes: dict[str, str | bytes] = {}
    for _, info, name, body in BLOCK.findall(text):
        if info == "bytes":
            changes[name] = example_course.MADE_BYTES[body.strip()]
        elif f"{info} {name}" in example_course.MADE_TEXTS:
            made = example_course.MADE_TEXTS[f"{info} {name}"]
            lesson = example_course.in_lesson(made)
            if name == "boxes":  # what stands after them is not read
                lesson = example_course.FILES["m1/1-first.en.md"] + made
            changes["m1/1-first.en.md"] = lesson
        elif name:
            changes[name] = body
        else:
            changes["m1/1-first.en.md"] = example_course.in_lesson(body)
    return changes


def _prepared(code: str, changes: dict[str, str | bytes]) -> dict[str, str | bytes]:
    """Add what an example in two languages takes for granted."""
    if code.startswith("X") and any(".ru." in name for name in changes):
        two = example_course.FILES["course.toml"].replace('["en"]', '["en", "ru"]')
        changes.setdefault("course.toml", two)
        if code == "X002":
            changes["m1/1-first.ru.md"] = example_course.FILES["m1/1-first.en.md"]
        else:
            changes.setdefault("m1/quiz.ru.md", example_course.FILES["m1/quiz.en.md"])
    return changes


def test_every_code_is_explained() -> None:
    assert list(EXAMPLES) == list(CODES)


def test_the_course_to_be_spoilt_is_fine(tmp_path: Path) -> None:
    assert check_course(example_course.write(tmp_path / "c", {})).problems == []


@pytest.mark.parametrize("code", RUN)
def test_the_example_gives_the_code(code: str, tmp_path: Path) -> None:
    severity, text = EXAMPLES[code]
    folder = tmp_path / "no-such-folder"
    if code != "F001":
        folder = example_course.write(tmp_path / "c", _prepared(code, _changes(text)))
        for name in _NOT_WANTED.get(code, ()):
            (folder / name).unlink()
        shown = "".join(path.read_text("utf-8", "replace") for path in folder.rglob("*.md"))
        if "media/meter.svg" not in shown and code[0] != "V":
            (folder / "media" / "meter.svg").unlink(missing_ok=True)
    problems = check_course(folder).problems
    found = [render(problem) for problem in problems]
    assert {problem.code for problem in problems} - _ALSO.get(code, set()) == {code}, found
    assert {p.severity.word for p in problems if p.code == code} == {severity}, found
    for language in ("en", "ru", "kk"):
        for problem in problems:
            said = sentence(problem, language)
            assert "?" not in said or "suggestion" in problem.facts or code == "F013", said
            assert "{" not in said.replace("{#", "").replace("+++", "") or code in (
                "T034",
                "T107",
                "R002",
            )


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_code_has_a_sentence(language: str) -> None:
    path = ROOT / "resources" / "messages" / f"problems.{language}.toml"
    texts = tomllib.loads(path.read_text("utf-8"))
    english = tomllib.loads((path.parent / "problems.en.toml").read_text("utf-8"))
    for code in CODES:
        gaps = set(re.findall(r"(?<!\{)\{(\w+)\}", texts[code]))
        assert gaps == set(re.findall(r"(?<!\{)\{(\w+)\}", english[code])), code
        if code in READING:
            assert gaps <= set(READING[code].facts), code
