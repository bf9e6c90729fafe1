"""The documents say what is true: links lead somewhere, commands exist, the tutorial works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ecolearn.authoring.check import check_paths
from ecolearn.authoring.codes import CODES
from ecolearn.authoring.messages import render
from ecolearn.cli import COMMANDS
from ecolearn.content.loader import load_course
from ecolearn.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted({ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"}) + sorted(
    DOCS.rglob("*.md")
)
#: pages written for people who use the program; the others may speak of what is planned
GUIDES = ("learners.md", "teachers.md", "school-it.md", "developers.md")

_FENCE = re.compile(r"^(`{3,}).*?^\1`*$", re.S | re.M)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.M)
_FILE = re.compile(r"^File `([^`]+)`:\n\n```\w+\n(.*?)^```$", re.S | re.M)
_COMMAND = re.compile(r"(?<![\w./-])ecolearn +([a-z][a-z-]*)\b")


def _prose(path: Path) -> str:
    """Return the text of a page without code."""
    return _CODE.sub("", _FENCE.sub("", path.read_text("utf-8")))


def _anchors(path: Path) -> set[str]:
    """Return the anchors of the headings of a page, as code hosts make them."""
    text = _FENCE.sub("", path.read_text("utf-8"))
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text))
    return {heading.strip().replace(" ", "-") for heading in kept}


def _ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(_prose(page)):
        # sentences of the checker in problems.md show how a picture of a course is written
        if re.match(r"[a-z]+:", link) or link.startswith("media/"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{_ids(page)}: {link}"
        assert target.is_relative_to(ROOT), f"{_ids(page)}: {link} leads out of the project"
        if anchor and target.suffix == ".md":
            assert anchor in _anchors(target), f"{_ids(page)}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_commands_exist(page: Path) -> None:
    """`ecolearn WORD` in code is a command of the program (in sentences it may be anything)."""
    text = page.read_text("utf-8")
    code = [m.group() for m in _FENCE.finditer(text)]
    code += [m.group() for m in _CODE.finditer(_FENCE.sub("", text))]
    for piece in code:
        for command in _COMMAND.findall(piece):
            assert command in COMMANDS, f"{_ids(page)}: ecolearn {command}"


def test_every_command_is_in_the_table() -> None:
    rows = (DOCS / "school-it.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"| `ecolearn {command}" in rows, f"docs/school-it.md does not explain {command}"


def test_pictures_are_small() -> None:
    pictures = sorted((DOCS / "pictures").glob("*"))
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size <= 200_000, picture.name


def test_problem_codes_exist() -> None:
    for name in GUIDES:
        for code in re.findall(r"\b[FMTVQXSR]\d{3}\b", (DOCS / name).read_text("utf-8")):
            assert code in CODES, f"{name}: {code}"


# ── the tutorial ──────────────────────────────────────────────────────────────────────────────


def _stages() -> list[dict[str, str]]:
    """Return the files of the teacher's tutorial: in one language, then in three. A file that is
    shown again begins the second stage."""
    stages: list[dict[str, str]] = [{}]
    for name, text in _FILE.findall((DOCS / "teachers.md").read_text("utf-8")):
        if name in stages[0] and len(stages) == 1:
            stages.append(dict(stages[0]))
        stages[-1][name] = text
    return stages


def _write(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / next(iter(files)).split("/")[0]


@pytest.mark.parametrize(("stage", "languages"), [(0, ("en",)), (1, ("kk", "ru", "en"))])
def test_the_tutorial_works(stage: int, languages: tuple[str, ...], tmp_path: Path) -> None:
    course_folder = _write(_stages()[stage], tmp_path)
    problems = Problems()
    course = load_course(course_folder, problems)
    assert course is not None
    assert tuple(course.languages) == languages
    (module,) = course.modules
    (lesson,) = module.lessons
    for language in languages:
        questions = [item.id for item in lesson.texts[language].items()]
        questions += [item.id for item in module.bank[language].items]
        assert len(questions) == 3, "the page promises one lesson and three questions"
    (checked,) = check_paths([course_folder])
    found = [render(problem, "en") for problem in checked.problems]
    assert not found, "\n".join(found)


def test_the_tutorials_example_of_a_problem_is_what_the_checker_says(tmp_path: Path) -> None:
    course_folder = _write(_stages()[0], tmp_path)
    quiz = course_folder / "drip" / "quiz.en.md"
    quiz.write_text(quiz.read_text("utf-8").replace("= 1570 l ", "= 1570 lt "), "utf-8")
    (checked,) = check_paths([course_folder])
    (said,) = [render(p, "en", "tap-water") for p in checked.problems if p.code == "Q012"]
    assert said in (DOCS / "teachers.md").read_text("utf-8")
