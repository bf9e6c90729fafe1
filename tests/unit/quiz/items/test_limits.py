"""Bodies of a fifth of the size a file may have, made to be slow, are read in a bearable time."""

from __future__ import annotations

import time

import pytest

from ecolearn.problems import Problems
from ecolearn.quiz.items.syntax import parse_item, write_item

SIZE = 200_000
NASTY = {
    "fences": "``` a\n",
    "tildes": "~~~ a\n",
    "formulas": "$$ a\n",
    "backslashes": "\\",
    "brackets": "[[",
    "gaps": "[[a]]\n",
    "arrows": "- a\n  =\n",
    "pairs": "- a => b\n",
    "bare": "- =>\n",
    "options": "- (x) a\n",
    "regions": "- (x) @rect   ",
    "pictures": '![](a "',
    "tables": "| (x) ",
    "rows": "| a | b |\n|---|---|\n| (x) | (x) |\n",
    "hints": "(?) a\n",
    "quotes": "> a\n",
    "answers": "= a\n",
    "numbers": "= 1 000 000 000 000 000 000\n",
    "steps": "1. a\n",
    "blanks": "\n",
    "spaces": " ",
    "pipes": "= a|\\|",
    "notes": "- [[1]]\n  > a\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(NASTY))
@pytest.mark.parametrize(
    "end", ["", "\n- (x) @rect 1 1 1 1: a\n- ( ) b", "\n= 6\n", "\n1. a\n2. b"]
)
def test_giant_bodies_are_read_in_time(name: str, end: str) -> None:
    text = (NASTY[name] * (SIZE // len(NASTY[name]))) + end
    began = time.process_time()
    problems = Problems()
    item = parse_item("a", text.split("\n"), path="", line=1, problems=problems)
    if item is not None:
        list(item.faults())
        item.key()
        item.grade(item.clean(item.solution()))
        write_item(item)
    assert time.process_time() - began < 8


def test_a_giant_header_is_read_in_time() -> None:
    for args in ("a" * SIZE, "a=" * (SIZE // 2), '"' * SIZE, "a " * (SIZE // 2), '="\\' * 300_000):
        began = time.process_time()
        parse_item(args, ["- (x) a"], path="", line=1, problems=Problems())
        assert time.process_time() - began < 10
