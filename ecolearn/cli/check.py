"""`ecolearn check PATH…`: check courses and say what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ecolearn.cli import say

if TYPE_CHECKING:
    from ecolearn.authoring.check import CheckedCourse

NAME = "check"
HELP = "check courses"

_TOTALS = {
    "en": "{courses} course(s): {errors} error(s), {warnings} warning(s), {notes} note(s)",
    "ru": "курсов: {courses}, ошибок: {errors}, предупреждений: {warnings}, советов: {notes}",
    "kk": "курс: {courses}, қате: {errors}, ескерту: {warnings}, кеңес: {notes}",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a course folder, a folder of courses, or one file of a course",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document, for scripts")
    say.add_language(parser)
    parser.add_argument("--jobs", type=int, metavar="N", help="processes (default: all cores)")


def run(args: argparse.Namespace) -> int:
    """Check; 1 if there is an error or a warning, 0 if there is nothing or advice only."""
    from ecolearn.authoring.check import check_paths

    language = say.chosen(args)
    if args.jobs is not None and args.jobs < 1:
        print("ecolearn check: --jobs must be 1 or more", file=sys.stderr)
        return 2
    checked = check_paths(args.paths, args.jobs)
    if args.json:
        say.print_json([_as_data(one, language) for one in checked])
    else:
        _print(checked, language)
    return 0 if all(one.fine for one in checked) else 1


def _print(checked: list[CheckedCourse], language: str) -> None:
    from ecolearn.authoring.messages import render

    counts: Counter[str] = Counter()
    for one in checked:
        for problem in one.problems:
            counts[problem.severity.word] += 1
            print(render(problem, language, one.folder.as_posix()))
    print(
        _TOTALS[language].format(
            courses=len(checked),
            errors=counts["error"],
            warnings=counts["warning"],
            notes=counts["note"],
        )
    )


def _as_data(one: CheckedCourse, language: str) -> dict[str, object]:
    from ecolearn.authoring.messages import sentence

    return {
        "folder": one.folder.as_posix(),
        "course": one.course.id if one.course else None,
        "fine": one.fine,
        "problems": [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": problem.severity.word,
                "code": problem.code,
                "sentence": sentence(problem, language),
                "facts": {k: v if _is_plain(v) else str(v) for k, v in problem.facts.items()},
            }
            for problem in one.problems
        ],
    }


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)
