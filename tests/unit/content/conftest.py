"""Small courses in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

COURSE = """\
format = 1
id = "tiny"
version = "1.0"
languages = ["en", "ru"]
modules = ["m1"]

[title]
en = "Tiny"
ru = "Малый"

[[outcomes]]
id = "T-O1"
kind = "c"
text.en = "Know."
"""
MODULE = """\
id = "M1"
lessons = ["1-first", "2-second"]
title = { en = "One", ru = "Один" }

[quiz]
id = "M1-Q"
"""
LESSON = """\
+++
id = "{id}"
title = "{title}"
+++

## Part {{#part}}

Text of {id}.
"""
ITEM = """\
:::item {id}
Which?

- (x) this
- ( ) that
:::
"""
QUIZ = '+++\nid = "M1-Q"\n+++\n\nTake your time.\n\n'

Make = Callable[..., Path]


def tiny_files() -> dict[str, str]:
    """Return path → text of a course with two lessons, a quiz of three, in en and partly ru."""
    items = "\n".join(ITEM.format(id=f"M1-Q-{number}") for number in (1, 2, 3))
    return {
        "course.toml": COURSE,
        "m1/module.toml": MODULE,
        "m1/1-first.en.md": LESSON.format(id="M1-L1", title="First"),
        "m1/1-first.ru.md": LESSON.format(id="M1-L1", title="Первый"),
        "m1/2-second.en.md": LESSON.format(id="M1-L2", title="Second") + "\nSee [M1-L1].\n",
        "m1/quiz.en.md": QUIZ + items,
    }


@pytest.fixture
def make_course(tmp_path: Path) -> Make:
    """Return a function that writes the tiny course, files changed, added or (None) left out."""

    def make(changes: dict[str, str | bytes | None] | None = None, name: str = "tiny") -> Path:
        folder = tmp_path / name
        files: dict[str, str | bytes | None] = {**tiny_files(), **(changes or {})}
        for path, text in files.items():
            if text is None:
                continue
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return make
