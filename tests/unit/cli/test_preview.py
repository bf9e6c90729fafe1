"""`ecolearn preview`: what keeps it from starting."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.cli import main
from ecolearn.messages import LANGUAGES, catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_there(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    path = tmp_path / "nowhere"
    assert main(["preview", str(path), "--language", language]) == 2
    assert capsys.readouterr().err.strip() == catalogue("cli", language)["preview:nothing"].format(
        path=path
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_display(
    course: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    monkeypatch.setattr("ecolearn.ui.main.has_display", lambda: False)
    assert main(["preview", str(course), "--language", language]) == 3
    assert capsys.readouterr().err.strip() == catalogue("errors", language)["no-display"]
