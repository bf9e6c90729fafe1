"""`ecolearn install FILE`: install a packed course on this PC."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ecolearn.cli import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", type=Path, nargs="+", help="packed courses (.ecocourse)")
    parser.add_argument(
        "--older", action="store_true", help="also install an older version than the one here"
    )
    say.add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Install each; one that is refused does not stop the others. 1 if any was refused.

    Faults of an installed course are told, and do not count: the course can be used.
    """
    from ecolearn import paths
    from ecolearn.authoring.messages import render
    from ecolearn.content.packages import install
    from ecolearn.errors import ImportProblem
    from ecolearn.messages import import_sentence

    language = say.chosen(args)
    refused = 0
    for file in args.files:
        try:
            done = install(file, paths.installed_courses(), allow_older=args.older)
        except ImportProblem as problem:
            refused += 1
            said = import_sentence(problem, language)
            print(said if str(file) in said else f"{file}: {said}", file=sys.stderr)
            continue
        for fault in done.problems:
            print(render(fault, language, file.as_posix()), file=sys.stderr)
        instead = done.replaced and done.replaced != done.version
        say.out(
            language,
            "install:already" if done.already else "install:instead" if instead else "install:done",
            id=done.course_id,
            version=done.version,
            replaced=done.replaced,
        )
    return 1 if refused else 0
