"""A wheel is not built without its translations; an editable installation is."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
import types
from pathlib import Path
from typing import Any

import pytest

LANGUAGES = ("en", "kk", "ru")


class BuildHookInterface:
    """Stands for hatchling's, which is there only while something is built."""

    def __init__(self, root: str) -> None:
        self.root = root


@pytest.fixture
def hook(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the build hook of a project whose translations are compiled."""
    parts = ["hatchling", "builders", "hooks", "plugin", "interface"]
    for count in range(1, len(parts) + 1):
        name = ".".join(parts[:count])
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    sys.modules[".".join(parts)].BuildHookInterface = BuildHookInterface  # type: ignore[attr-defined]
    (tmp_path / "tools").mkdir()
    shutil.copy(repository / "tools" / "translations.py", tmp_path / "tools")
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    for code in LANGUAGES:
        for suffix, at in ((".ts", 1_000), (".qm", 2_000)):
            path = folder / f"ecolearn_{code}{suffix}"
            path.touch()
            os.utime(path, (at, at))
    return runpy.run_path(str(repository / "hatch_build.py"))["CustomBuildHook"](str(tmp_path))


def translation(hook: Any, name: str) -> Path:
    return Path(hook.root, "resources", "translations", name)


def test_built_with_all_translations(hook: Any) -> None:
    hook.initialize("standard", {})


def test_built_from_an_archive_where_all_files_have_one_time(hook: Any) -> None:
    for path in translation(hook, "").iterdir():
        os.utime(path, (1_000, 1_000))
    hook.initialize("standard", {})


def test_not_built_without_one(hook: Any) -> None:
    translation(hook, "ecolearn_kk.qm").unlink()
    with pytest.raises(SystemExit, match=r"ecolearn_kk\.qm.*translations\.py release"):
        hook.initialize("standard", {})


def test_not_built_with_an_old_one(hook: Any) -> None:
    os.utime(translation(hook, "ecolearn_ru.ts"), (3_000, 3_000))
    with pytest.raises(SystemExit, match=r"ecolearn_ru\.qm"):
        hook.initialize("standard", {})


def test_not_built_without_the_sources(hook: Any) -> None:
    translation(hook, "ecolearn_ru.ts").unlink()
    with pytest.raises(SystemExit, match=r"ecolearn_ru\.ts"):
        hook.initialize("standard", {})


def test_an_editable_installation_comes_before_them(hook: Any) -> None:
    for path in translation(hook, "").glob("*.qm"):
        path.unlink()
    hook.initialize("editable", {})


def test_the_build_knows_the_hook(repository: Path) -> None:
    import tomllib

    build = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"][
        "build"
    ]
    assert "custom" in build["hooks"]
    assert build["artifacts"] == ["resources/translations/*.qm"]
