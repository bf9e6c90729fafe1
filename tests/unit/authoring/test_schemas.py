"""The JSON Schemas in docs/ say what the program reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.authoring.schemas import FILES, schema_text

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.mark.parametrize("name", sorted(FILES))
def test_schemas_are_current(name: str) -> None:
    """If this fails: python -m ecolearn.authoring.schemas"""
    assert (DOCS / name).read_text("utf-8") == schema_text(*FILES[name])
