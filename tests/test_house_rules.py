"""Lint, format and types are part of the suite; so are a few rules no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    _run("ruff", "check", "--no-cache", ".")


def test_the_code_is_formatted() -> None:
    _run("ruff", "format", "--no-cache", "--check", ".")


def test_the_types_agree() -> None:
    _run("mypy", "--no-error-summary")


def test_translated_texts_are_never_f_strings() -> None:
    """lupdate reads only literals: an f-string would be extracted and never match."""
    for path in (ROOT / "ecolearn" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"tr", "translate"}
            ):
                bad = [a for a in node.args if isinstance(a, ast.JoinedStr)]
                assert not bad, f"{path}:{node.lineno} translates an f-string"


def test_nothing_names_a_machine() -> None:
    """No path of somebody's machine and no registry host in what is committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    pattern = re.compile(r"/(?:root|work)/\w|pypi\.org|registry\.npmjs|\bC:\\Users\\")
    own = Path(__file__).name
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.name == own or path.suffix in {".ttf", ".png", ".db"} or not path.is_file():
            continue
        found = pattern.search(path.read_text("utf-8", errors="ignore"))
        assert found is None, f"{name}: {found.group() if found else ''}"
