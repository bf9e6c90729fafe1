"""`ecolearn list`: the courses on this PC."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecolearn.content.library import Library
    from ecolearn.content.summary import CourseSummary

NAME = "list"
HELP = "list the courses on this PC"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folders", type=Path, nargs="*", help="look in these folders too")
    parser.add_argument("--json", action="store_true", help="for scripts: one JSON list")


def run(args: argparse.Namespace) -> int:
    """Print the courses; 1 if one of them does not open."""
    from ecolearn import paths
    from ecolearn.content.library import Library, course_roots
    from ecolearn.messages import system_language

    roots = course_roots() + [(folder, "folder") for folder in args.folders]
    library = Library(roots, paths.cache_dir())
    # the index belongs to the window's shelf; with other folders on top it is not written
    library.scan(keep=not args.folders)
    summaries = library.summaries()
    if args.json:
        _print_json(summaries)
    else:
        _print_table(summaries, system_language())
        _print_hidden(library)
    troubled = any(one.trouble for one in summaries) or library.problems.has_errors
    return 1 if troubled else 0


def _print_json(summaries: tuple[CourseSummary, ...]) -> None:
    import msgspec

    def plain(value: object) -> object:
        return str(value) if isinstance(value, Path) else value

    data = [msgspec.to_builtins(one, enc_hook=plain) for one in summaries]
    print(msgspec.json.format(msgspec.json.encode(data), indent=2).decode())


def _print_table(summaries: tuple[CourseSummary, ...], language: str) -> None:
    from ecolearn.content.texts import in_language

    rows = [("id", "version", "from", "languages", "lessons", "title")]
    for one in summaries:
        title = in_language(one.title, language, one.languages)[0]
        rows.append(
            (
                one.course_id,
                one.version,
                one.origin,
                " ".join(one.languages),
                str(one.lessons),
                f"! {one.trouble} {one.folder}" if one.trouble else title,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*cells, row[5]]).rstrip())


def _print_hidden(library: Library) -> None:
    import sys

    for problem in library.problems.sorted():
        facts = ", ".join(f"{name}={value}" for name, value in problem.facts.items())
        print(f"{problem.place.path}: {problem.code} {facts}", file=sys.stderr)
