"""The house rules of imports, kept by reading every module."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ecolearn"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "_data" not in p.parts)

#: a module may import from its own layer and from those below it
LAYERS = (
    {"ui", "cli"},
    {"app"},
    {"study", "classroom", "authoring", "interchange"},
    {"store", "review"},
    {"content"},
    {"quiz"},
    {"errors", "problems", "changes", "paths", "settings", "messages", "__init__", "__main__"},
)
#: `ecolearn` the command opens the window when no command is given; nothing else crosses
ALLOWED = {("cli", "ui"), ("__main__", "cli"), ("__main__", "ui")}


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _layer(part: str) -> int:
    return next((i for i, layer in enumerate(LAYERS) if part in layer), -1)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_window_knows_qt(path: Path) -> None:
    if _part(path) != "ui":
        qt = {name for name in _imports(path) if name.split(".")[0] in {"PySide6", "shiboken6"}}
        assert not qt, f"{path} imports {qt}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    part = _part(path)
    mine = _layer(part)
    assert mine >= 0, f"{part} has no layer: say in LAYERS where it stands"
    for name in _imports(path):
        pieces = name.split(".")
        if pieces[0] != "ecolearn" or len(pieces) < 2 or _layer(pieces[1]) < 0:
            continue
        theirs = _layer(pieces[1])
        assert theirs >= mine or (part, pieces[1]) in ALLOWED, f"{path} looks up to {name}"


def test_the_core_comes_without_qt_and_without_the_network() -> None:
    """Importing the core pulls in neither Qt nor anything that opens a connection by itself."""
    import subprocess

    code = (
        "import sys, ecolearn.content.library, ecolearn.study.api, ecolearn.cli;"
        "bad = {'PySide6', 'requests', 'urllib3', 'http.client'} & set(sys.modules);"
        "sys.exit(repr(bad) if bad else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
