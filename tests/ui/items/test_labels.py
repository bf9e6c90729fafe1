"""Words around points and verdicts, as each language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ecolearn.ui import i18n
from ecolearn.ui.items import labels


@pytest.fixture
def speak(qtbot: QtBot) -> Iterator[Callable[[str], None]]:
    """Return what sets the language; English again at the end."""
    yield i18n.install
    i18n.install("en")


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "0.9 of 1 point", "7.5 of 10 points"),
        ("ru", "0,9 из 1 балла", "7,5 из 10 баллов"),
        ("kk", "1 ұпайдан 0,9", "10 ұпайдан 7,5"),
    ],
)
def test_points_are_counted_as_the_language_does(
    speak: Callable[[str], None], language: str, one: str, many: str
) -> None:
    speak(language)
    assert labels.score_text(0.9, 1) == one
    assert labels.score_text(7.5, 10) == many
    for verdict in ("right", "partly", "wrong"):
        words = labels.verdict_with_score(verdict, 0.9, 1)
        assert words.endswith(one)
        assert "!:" not in words
