"""Items of every type as the course format shows them, and panels around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecolearn.problems import Problems
from ecolearn.quiz.items.base import Item, Response
from ecolearn.quiz.items.syntax import parse_item
from ecolearn.study.api import Marked
from ecolearn.ui.items.panel import Mode, QuestionPanel
from ecolearn.ui.theme import fonts, style, tokens

Make = Callable[..., QuestionPanel]

#: a wrong or partly right response to the example of each type
SLIPS: dict[str, Response] = {
    "single": {"choice": "b"},
    "several": {"choices": ["a", "c"]},
    "true-false": {"verdict": False, "reason": "b"},
    "number": {"text": "6 kW"},
    "short": {"text": "kWh"},
    "match": {"pairs": {"a": "b", "b": "a", "c": "c"}},
    "sort": {"bins": {"a": "a", "b": "c", "c": "c"}},
    "order": {"order": ["b", "a", "c"]},
    "cloze": {"gaps": {"a": "power", "b": "length", "c": "6 kWh", "d": "a"}},
    "hotspot": {"points": [[0.9, 0.9]], "aspect": 0.6},
    "matrix": {"rows": {"a": ["a"], "b": ["a"]}},
    "open": {"text": "The kettle runs for minutes, the lamp for days."},
}


def read_items(text: str) -> dict[str, Item]:
    """Return the first item of each type in a text of `:::item` boxes."""
    found: dict[str, Item] = {}
    for match in re.finditer(r":::item ([^\n]*)\n(.*?)\n:::", text, re.DOTALL):
        item = parse_item(match[1], match[2].split("\n"), path="", line=1, problems=Problems())
        if item is not None:
            found.setdefault(item.type, item)
    return found


@pytest.fixture(scope="session")
def examples(repository: Path) -> dict[str, Item]:
    """Return the example of each type in docs/course-format.md."""
    text = (repository / "docs" / "course-format.md").read_text("utf-8")
    return read_items(text.split("## Questions")[1])


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Dress the application as the program does."""
    fonts.load_all_fonts()
    style.apply(qapp, tokens.load_theme("light"), 1.0)


@pytest.fixture
def room(repository: Path) -> Callable[[str], Path | None]:
    """Return a finder that serves every picture with that of a room."""
    picture = repository / "courses" / "home-energy" / "media" / "he2-room.svg"

    def find(source: str) -> Path | None:
        return picture

    return find


@pytest.fixture
def make(qtbot: QtBot, room: Callable[[str], Path | None]) -> Make:
    """Return a maker of panels in a window of their own."""

    def maker(
        item: Item,
        mode: Mode = Mode.AT_ONCE,
        response: Response | None = None,
        *,
        judged: bool = False,
        hints: int = 0,
    ) -> QuestionPanel:
        presentation = item.present(Random(3))
        panel = QuestionPanel(item, presentation, room, mode, titles={"HE1-L1": "Power"})
        qtbot.addWidget(panel)
        panel.resize(660, 520)
        panel.show()
        panel.activateWindow()
        qtbot.waitActive(panel)
        if response is not None:
            cleaned = item.clean(response)
            grade = item.grade(cleaned) if judged else None
            score = grade.score if grade is not None else None
            panel.show_marked(Marked(item.id, cleaned, grade, hints, score))
        QApplication.processEvents()
        return panel

    return maker
