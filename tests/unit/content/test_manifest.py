"""The TOML parts: where keys stand, which values are good, the schema for editors."""

from __future__ import annotations

import json
import tomllib

import pytest

from ecolearn.content import manifest as m
from ecolearn.problems import Problems

TEXT = """\
id = "a"
[title]
en = "x"   # comment
"ru" = "y"
[[outcomes]]
id = "1"
text.en = "z"
[[outcomes]]
id = "2"
[quiz]
[[quiz.pools]]
tag = "t"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 11),
        (("title", "en"), 13),
        (("title", "ru"), 14),
        (("outcomes", 0, "text", "en"), 17),
        (("outcomes", 1, "id"), 19),
        (("outcomes", 1, "kind"), 18),
        (("quiz", "pools", 0, "tag"), 22),
        (("hue",), 11),
    ],
)
def test_where_a_key_stands_or_would_stand(path: tuple[str | int, ...], line: int) -> None:
    assert m.Places("x.toml", TEXT, first_line=11).of(*path).line == line


def read(**data: object) -> tuple[m.CourseFile | None, list[tuple[str, object, object]]]:
    problems = Problems()
    base = {"id": "a", "version": "1", "languages": [], "modules": []}
    found = m.Reader(m.Places("x.toml", ""), problems).read({**base, **data}, m.CourseFile)
    return found, [(p.code, p.facts.get("key"), p.facts.get("expected")) for p in problems]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("hours", "5", "a number"),
        ("hue", 1.5, "a whole number"),
        ("hue", 360, "a whole number <= 359"),
        ("icon", 5, "text in quotes"),
        ("languages", "en", "a list"),
        ("title", "x", "a table"),
        ("date", "soon", "a date such as 2026-11-21"),
        ("outcomes", {}, "a list of tables"),
        ("outcomes", [5], "a table"),
        ("tracks", ["x"], 'a list of "primary", "secondary", "senior-tech", "chemistry", '
         '"public", "professional"'),
    ],
)  # fmt: skip
def test_what_was_expected_is_said_in_words(key: str, value: object, expected: str) -> None:
    _, problems = read(**{key: value})
    assert problems[0][0] == "M003"
    assert str(problems[0][1]).startswith(key)
    assert problems[0][2] == expected


def test_whole_hours_are_fine() -> None:
    found, problems = read(hours=5)
    assert found is not None
    assert (found.hours, problems) == (5, [])


FACT = 'facts = [{ id = "F", grade = "A", source = %s, date = %s, text = { en = "x" } }]'


@pytest.mark.parametrize(
    ("source", "date", "wanted", "codes"),
    [
        ('"A book"', '"2020"', ("A book", "2020"), []),
        ('{ en = "A book" }', '""', ({"en": "A book"}, ""), []),
        ('"A book"', "2020-08-13", ("A book", "2020-08-13"), []),
        ('{ kz = "Кітап" }', '""', ({"kz": "Кітап"}, ""), ["M011"]),
        ('"A book"', "2020", ("A book", "2020"), []),
        ("true", '""', None, ["M003"]),
    ],
)
def test_a_source_is_one_text_or_one_for_each_language(
    source: str, date: str, wanted: object, codes: list[str]
) -> None:
    problems = Problems()
    text = FACT % (source, date)
    found = m.Reader(m.Places("facts.toml", text), problems).read(tomllib.loads(text), m.FactsFile)
    assert found is not None
    assert [problem.code for problem in problems] == codes
    assert [(fact.source, fact.date) for fact in found.facts] == ([wanted] if wanted else [])
    if codes == ["M003"]:
        assert next(iter(problems)).facts["expected"] == "text in quotes or a table"


def test_schema_is_json() -> None:
    schemas = json.loads(json.dumps(m.schema()))
    assert set(schemas) == {*m.FILES, "activity"}
    assert "hue" in json.dumps(schemas["course.toml"])
