"""The quick reader of TOML never differs from the complete one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecolearn.content import plain_toml

_LINES = [
    "", "# comment", "  # “comment”", 'a = "x"', 'a = "ә «б»"  # c', "a.b = 1", 'a.c = "y"',
    "b = -12", "b = 007", "b = 1_000", "b = -0", "b = 1.50", "b = 1.", "b = 1e3", "b = 0x1f",
    "c = true", "c = True", "d = 2026-11-21", "d = 2026-02-30", "d = 2026-11-21T10:00:00",
    'e = []', 'e = ["x", "y"]', 'e = ["x",]', 'e = ["x" "y"]', "e = [1, 2]", "e = [1, 2,]",
    "e = [01]", 'e = [1, "x"]', "f = {}", 'f = { en = "x", ru = "y" }', 'f = { en = "x", }',
    'f = { en = "x", en = "y" }', 'f = { en = 1 }', "[t]", "[ t ]", "[t] # c", "[t.u]", "[a]",
    "[[l]]", "[[l]] # c", "[[t]]", "[l]", "[[e]]", "[f]", 'g = "\\n"', "g = 'x'", 'g = """x"""',
    'g = "x', '"g" = "x"', "g", "=", "= 1", 'g = "x" y', "f.x = 1", "e.x = 1", "l = 1", "t = 1",
    "t.x = 1", '\tg\t=\t"tab\tin"\t', "1 = 2", "- = 1", 'g = "#"', "g = [", "]", "[[l.m]]",
]  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(_LINES), max_size=6))
@example(["[a]", "a.b = 1", "[a]"])
@example(["a.b = 1", "[a]"])
@example(["e = []", "[[e]]"])
@example(["f = {}", "f.x = 1"])
@example(["[[l]]", "a.b = 1", "[[l]]", "a.b = 1", "a.b = 1"])
def test_same_as_tomllib(rows: list[str]) -> None:
    text = "\n".join(rows)
    found = plain_toml.loads(text)
    if found is not None:
        assert found == tomllib.loads(text)
        assert repr(found) == repr(tomllib.loads(text))  # 1 is not 1.0, nor True


@given(st.text(st.sampled_from('ab ="[]{}.,#\n1-\\\t\x00\x7f'), max_size=25))
def test_same_as_tomllib_on_junk(text: str) -> None:
    found = plain_toml.loads(text)
    if found is not None:
        assert found == tomllib.loads(text)


@pytest.mark.parametrize("name", ["course.toml", "glossary.toml", "facts.toml", "constants.toml"])
def test_reads_what_people_write(courses: Path, name: str) -> None:
    text = (courses / "home-energy" / name).read_text("utf-8")
    assert plain_toml.loads(text) == tomllib.loads(text)
