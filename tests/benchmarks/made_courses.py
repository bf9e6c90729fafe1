"""Courses by the dozen, for benchmarks: plain text in the real format."""

from __future__ import annotations

import random
from pathlib import Path

_WORDS = [
    "energy",
    "power",
    "lamp",
    "meter",
    "heat",
    "water",
    "river",
    "steppe",
    "saxaul",
    "waste",
    "paper",
    "glass",
    "metal",
    "plastic",
    "sun",
    "wind",
    "coal",
    "gas",
    "budget",
    "carbon",
    "school",
    "class",
    "house",
    "window",
    "insulation",
    "kettle",
    "standby",
    "label",
    "payback",
    "tariff",
]


def make_course(
    folder: Path, number: int, lessons: int, *, items: int = 2, words: int = 250
) -> Path:
    """Write a course with `lessons` lessons, each of `words` words and `items` questions."""
    rng = random.Random(number)
    course = folder / f"course-{number:04}"
    module = course / "m1"
    module.mkdir(parents=True)
    stems = [f"{index:03}-lesson" for index in range(1, lessons + 1)]
    (course / "course.toml").write_text(
        f'format = 1\nid = "made-{number:04}"\nversion = "1.0.0"\nlanguages = ["en"]\n'
        f'licence = "CC-BY-4.0"\ntracks = ["secondary"]\nhours = 2\nmodules = ["m1"]\n'
        f'title.en = "Made course {number}"\nsummary.en = "{_text(rng, 12)}"\n',
        "utf-8",
    )
    listed = ", ".join(f'"{stem}"' for stem in stems)
    (module / "module.toml").write_text(
        f'id = "M{number:04}"\nlessons = [{listed}]\ntitle.en = "Module"\n', "utf-8"
    )
    for index, stem in enumerate(stems, 1):
        lesson_id = f"M{number:04}-L{index}"
        (module / f"{stem}.en.md").write_text(lesson_source(rng, lesson_id, words, items), "utf-8")
    return course


def lesson_source(rng: random.Random, lesson_id: str, words: int, items: int) -> str:
    """Return a lesson with headings, prose, a list, a table, a formula and questions."""
    parts = [f'+++\nid = "{lesson_id}"\ntitle = "{_text(rng, 4)}"\nminutes = 10\n+++\n']
    for section in range(max(1, words // 120)):
        parts.append(f"## {_text(rng, 3).capitalize()} {{#s{section}}}\n")
        parts.append(f"{_text(rng, 60)} **{_text(rng, 2)}** $E = P \\cdot t$ {_text(rng, 20)}.\n")
        parts.append("\n".join(f"- {_text(rng, 5)}" for _ in range(3)) + "\n")
    parts.append(f"| {_text(rng, 1)} | {_text(rng, 1)} |\n|---|--:|\n| {_text(rng, 2)} | 9 |\n")
    parts += [item_source(rng, f"{lesson_id}-Q{index}") for index in range(items)]
    return "\n".join(parts)


def item_source(rng: random.Random, item_id: str) -> str:
    """Return a question with four answers, each with its feedback."""
    answers = "\n".join(
        f"- ({'x' if index == 1 else ' '}) {_text(rng, 3)} {index}\n  > {_text(rng, 8)}."
        for index in range(4)
    )
    return f":::item {item_id}\n{_text(rng, 10).capitalize()}?\n\n{answers}\n:::\n"


def _text(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(words))
