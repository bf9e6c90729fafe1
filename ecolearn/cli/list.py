"""`ecolearn list`: the courses on this PC."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ecolearn.cli import say

if TYPE_CHECKING:
    from ecolearn.content.library import Library
    from ecolearn.content.summary import CourseSummary

NAME = "list"
HELP = "list the courses on this PC"

_COLUMNS = ("id", "version", "origin", "languages", "lessons", "title")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folders", type=Path, nargs="*", help="look in these folders too")
    parser.add_argument("--json", action="store_true", help="for scripts: one JSON list")
    say.add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Print the courses; 1 if one of them does not open, or a folder is not there."""
    from ecolearn import paths
    from ecolearn.content.library import Library, course_roots

    language = say.chosen(args)
    roots = course_roots() + [(folder, "folder") for folder in args.folders]
    library = Library(roots, paths.cache_dir())
    # the index belongs to the window's shelf; with other folders on top it is not written
    library.scan(keep=not args.folders)
    summaries = library.summaries()
    if args.json:
        say.print_json([_as_data(one) for one in summaries])
    else:
        _print_table(summaries, language)
        _print_superseded(language)
    _print_problems(library, summaries, language)
    troubled = any(one.trouble for one in summaries) or library.problems.has_errors
    return 1 if troubled else 0


def _as_data(one: CourseSummary) -> dict[str, object]:
    """Return what docs/school-it.md promises to scripts."""
    return {
        "course_id": one.course_id,
        "version": one.version,
        "folder": str(one.folder),
        "origin": one.origin,
        "languages": one.languages,
        "title": one.title,
        "summary": one.summary,
        "tracks": one.tracks,
        "hours": one.hours,
        "modules": one.modules,
        "lessons": one.lessons,
        "items": one.items,
        "trouble": one.trouble,
    }


def _print_table(summaries: tuple[CourseSummary, ...], language: str) -> None:
    from ecolearn.content.texts import in_language

    rows = [tuple(say.text(language, f"list:{column}") for column in _COLUMNS)]
    for one in summaries:
        title = in_language(one.title, language, one.languages)[0]
        rows.append(
            (
                one.course_id,
                one.version,
                say.text(language, f"origin:{one.origin}"),
                " ".join(one.languages),
                str(one.lessons),
                say.text(language, "list:broken") if one.trouble else title,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[5]]).rstrip())


def _print_superseded(language: str) -> None:
    from ecolearn import paths
    from ecolearn.content.packages import superseded

    for course_id, versions in superseded(paths.installed_courses()).items():
        say.out(language, "list:superseded", id=course_id, versions=", ".join(versions))


def _print_problems(library: Library, summaries: tuple[CourseSummary, ...], language: str) -> None:
    """Say what is wrong with the shelf, and what keeps a course from opening, as `check` does."""
    from ecolearn.authoring.messages import render
    from ecolearn.content.loader import load_course
    from ecolearn.problems import Problems, Severity

    for problem in library.problems.sorted():
        print(render(problem, language), file=sys.stderr)
    for one in summaries:
        if one.trouble:
            found = Problems()
            load_course(one.folder, found)
            for problem in found.sorted():
                if problem.severity is Severity.ERROR:
                    print(render(problem, language, one.folder.as_posix()), file=sys.stderr)
