"""Facts are used as their grade allows: doubtful ones only where they are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.authoring.check import check_course
from tests.unit.authoring import example_course

FACTS = """[[facts]]
id = "F-1"
grade = "D"
source = "A rumour"
text.en = "Standby uses half of all electricity."
"""
USES = {
    "number-check": 'facts = ["{fact}"]\nclaim.en = "Half."\n'
    "[[data]]\nlabel.en = 'Share'\nvalue.en = 'half'\nfact = '{fact}'\n"
    '[[steps]]\nid = "a"\nquestion.en = "How much?"\nanswer = "5 %"\nworking.en = "1 of 20"\n',
    "debate": 'facts = ["{fact}"]\nquestion.en = "Shall we?"\n'
    '[[roles]]\nid = "a"\nname.en = "A"\nbrief.en = "You."\narguments = [{{ en = "So." }}]\n'
    'facts = ["{fact}"]\n',
    "scenario": 'facts = ["{fact}"]\n[[scenes]]\nid = "a"\ntext.en = "It is dark."\n'
    '[[scenes.choices]]\ntext.en = "Wait"\nnext = "b"\n'
    '[[scenes]]\nid = "b"\ntext.en = "It is light."\nend = "good"\n',
}


def found(folder: Path, kind: str, fact: str) -> list[str]:
    """Return the codes that concern facts."""
    activity = f'kind = "{kind}"\nid = "one"\ntitle.en = "One"\n' + USES[kind].format(fact=fact)
    changes: dict[str, str | bytes] = {
        "facts.toml": FACTS,
        "activities/one.toml": activity,
        "m1/1-first.en.md": example_course.in_lesson(":::activity one\n:::"),
    }
    return [one.code for one in check_course(example_course.write(folder / "c", changes)).problems]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("number-check", []), ("debate", ["A602", "A602"]), ("scenario", ["A602"])],
)
def test_doubtful_facts_belong_into_number_checks(
    kind: str, codes: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, kind, "F-1") == codes


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("number-check", ["A403", "A405"]), ("debate", ["A601", "A601"]), ("scenario", ["A601"])],
)
def test_facts_that_are_not_there_are_named(kind: str, codes: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, kind, "F-99") == codes


def test_a_lesson_shows_no_doubtful_fact(tmp_path: Path) -> None:
    lesson = example_course.in_lesson(":::fact F-1\n:::")
    changes: dict[str, str | bytes] = {"facts.toml": FACTS, "m1/1-first.en.md": lesson}
    problems = check_course(example_course.write(tmp_path / "c", changes)).problems
    assert [one.code for one in problems] == ["R007"]
