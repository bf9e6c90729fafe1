"""A small course, its packages, and the program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ecolearn.content.loader import load_course
from ecolearn.content.packages import pack

ROOT = Path(__file__).resolve().parents[3]
COURSE = """format = 1
id = "tiny"
version = "{version}"
languages = ["en"]
licence = "CC-BY-4.0"
modules = ["one"]
title.en = "Tiny"
summary.en = "Small."
"""
MODULE = 'id = "T1"\nlessons = ["1-first"]\ntitle.en = "One"\n'
LESSON = '+++\nid = "T1-L1"\ntitle = "First"\nminutes = 5\n+++\n\nText.\n'

Run = Callable[..., subprocess.CompletedProcess[str]]


def write_course(folder: Path, version: str = "1.0.0", lesson: str = LESSON) -> Path:
    (folder / "one").mkdir(parents=True)
    (folder / "course.toml").write_text(COURSE.format(version=version), "utf-8")
    (folder / "one" / "module.toml").write_text(MODULE, "utf-8")
    (folder / "one" / "1-first.en.md").write_text(lesson, "utf-8")
    return folder


def write_package(folder: Path, version: str = "1.0.0", lesson: str = LESSON) -> Path:
    source = write_course(folder / f"source-{version}", version, lesson)
    course = load_course(source)
    assert course is not None
    target = folder / f"tiny-{version}.ecocourse"
    pack(source, course, target)
    return target


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return write_course(tmp_path / "tiny")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path)


@pytest.fixture
def run() -> Run:
    """Return a function that runs `ecolearn` as a process; extra words are its environment."""

    def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ecolearn", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
            timeout=100,
        )

    return call
