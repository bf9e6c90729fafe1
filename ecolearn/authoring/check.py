"""Checking courses: what the loader cannot read, and what a learner or teacher would stumble on.

`check_course` looks at one folder; `check_paths` at many, on all cores where that pays. The rules
stand in `rules_*.py`, one subject each; `codes` lists every problem, docs/problems.md explains it.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ecolearn.authoring import (
    rules_activities,
    rules_course,
    rules_items,
    rules_languages,
    rules_lessons,
    rules_links,
    rules_media,
    rules_signs,
)
from ecolearn.authoring.survey import Survey
from ecolearn.content.lines import Lines
from ecolearn.content.loader import ACTIVITIES, MANIFEST, load_course
from ecolearn.content.model import Course
from ecolearn.problems import Place, Problem, Problems, Severity

#: problems by which (a part of) a TOML file or the header of a text is lost
_UNREADABLE = frozenset(
    {
        *("F002", "F004", "F005", "F006", "F008", "F011"),
        *("M001", "M002", "M003", "M006", "T006", "T007", "A001"),
    }
)
#: name of a file that is lost → what the rules then say of others, without reason
_FOLLOWS = {
    "glossary.toml": {"R003"},
    "facts.toml": {"R004"},
    "constants.toml": {"A101", "A107", "A108"},
    "course.toml": {"R005"},
    "module.toml": {"R001", "S003", "Q204"},
    ".md": {"R001", "S003", "Q204", "Q205", "X002"},
}
#: codes that say of an activity that something in it is missing or never used
_MISSES = frozenset({"A107", "A110"})
#: bytes of text from which several processes pay for their start
WORTH_PROCESSES = 1_500_000


@dataclass(frozen=True, slots=True)
class CheckedCourse:
    """A checked folder; `course` is None if there is nothing to show of it. Problems are sorted
    by file and line; their paths are relative to `folder`."""

    folder: Path
    course: Course | None
    problems: list[Problem]

    @property
    def fine(self) -> bool:
        """Tell whether there is nothing worse than a note."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def check_course(folder: Path) -> CheckedCourse:
    """Check one course folder. Never raises for what is in it."""
    problems, lines = Problems(), Lines()
    course = load_course(folder, problems, lines=lines)
    if course is not None:
        survey = Survey.of(course, folder, lines, problems)
        for rules in (
            rules_activities,
            rules_course,
            rules_items,
            rules_languages,
            rules_lessons,
            rules_links,
            rules_media,
            rules_signs,
        ):
            rules.check(survey)
    return CheckedCourse(folder, course, _without_consequences(problems.sorted()))


def _without_consequences(problems: list[Problem]) -> list[Problem]:
    """Leave out what follows only from a file that could not be read: a flood that hides it."""
    follows: set[str] = set()
    incomplete: set[str] = set()
    for problem in problems:
        if problem.code in _UNREADABLE and problem.severity is Severity.ERROR:
            for name, codes in _FOLLOWS.items():
                if problem.place.path.endswith(name):
                    follows |= codes
            if problem.place.path.startswith(f"{ACTIVITIES}/"):
                follows.add("A004")
                incomplete.add(problem.place.path)
    return [
        problem
        for problem in problems
        if problem.code not in follows
        and not (problem.place.path in incomplete and _of_lost_part(problem))
    ]


def _of_lost_part(problem: Problem) -> bool:
    """Tell whether a problem of an activity says that something is not there which may stand in a
    part that could not be read."""
    hint = problem.facts.get("hint")
    return problem.code in _MISSES or hint in ("formula:unknown_name", "chart:parts")


def check_paths(paths: Iterable[Path | str], jobs: int | None = None) -> list[CheckedCourse]:
    """Check every course that `paths` name: a course folder, a folder of courses, or a file in a
    course (then only what is wrong with that file is kept).

    `jobs` is the number of processes; None = as many as there are cores, if there is enough to
    do. A path without a course gives a `CheckedCourse` with problem F001.
    """
    wanted = [(folder, only) for path in paths for folder, only in _courses(Path(path))]
    folders = list(dict.fromkeys(folder for folder, _ in wanted))
    checked = dict(zip(folders, _check_all(folders, jobs), strict=True))
    return [
        one
        if not only
        else CheckedCourse(
            one.folder, one.course, [p for p in one.problems if p.place.path == only]
        )
        for folder, only in wanted
        for one in (checked[folder],)
    ]


def _courses(path: Path) -> list[tuple[Path, str]]:
    """Return (course folder, file in it or "") for a path."""
    if path.is_file():
        for folder in path.absolute().parents:
            if (folder / MANIFEST).is_file():
                only = path.absolute().relative_to(folder).as_posix()
                return [(folder, "" if only == MANIFEST else only)]
    if path.is_dir() and not (path / MANIFEST).is_file():
        found = sorted(manifest.parent for manifest in path.glob(f"*/{MANIFEST}"))
        if found:
            return [(folder, "") for folder in found]
    return [(path, "")]


def _check_all(folders: Sequence[Path], jobs: int | None) -> list[CheckedCourse]:
    cores = os.cpu_count() or 1
    jobs = min(jobs or cores, len(folders))
    if jobs < 2 or sum(map(_text_bytes, folders)) < WORTH_PROCESSES:
        return [check_course(folder) for folder in folders]
    # large courses first, so that none is left alone at the end
    order = sorted(folders, key=_text_bytes, reverse=True)
    with ProcessPoolExecutor(jobs, mp_context=_context()) as pool:
        done = dict(zip(order, pool.map(_check_packed, order), strict=True))
    return [_unpacked(folder, done[folder]) for folder in folders]


def _context() -> multiprocessing.context.BaseContext:
    """Return the cheapest safe way to start a process: a fork copies only the thread at hand."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork and alone else "spawn")


def _text_bytes(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".md"):
                try:
                    total += os.stat(os.path.join(parent, name)).st_size
                except OSError:
                    continue
    return total


_PackedProblem = tuple[str, int, tuple[str, int, int], dict[str, object]]


class _Packed(msgspec.Struct, array_like=True):
    """A `CheckedCourse` on its way between processes; much faster than pickle."""

    course: Course | None
    problems: list[_PackedProblem]


def _check_packed(folder: Path) -> bytes:
    one = check_course(folder)
    problems: list[_PackedProblem] = [
        (p.code, int(p.severity), (p.place.path, p.place.line, p.place.column), p.facts)
        for p in one.problems
    ]
    return msgspec.msgpack.encode(_Packed(one.course, problems))


def _unpacked(folder: Path, data: bytes) -> CheckedCourse:
    packed = msgspec.msgpack.decode(data, type=_Packed)
    problems = [
        Problem(code, Severity(severity), Place(*place), facts)
        for code, severity, place, facts in packed.problems
    ]
    return CheckedCourse(folder, packed.course, problems)
