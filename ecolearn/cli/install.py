"""`ecolearn install FILE`: install a packed course on this PC."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", type=Path, nargs="+", help="packed courses (.ecocourse)")
    parser.add_argument(
        "--older", action="store_true", help="also install an older version than the one here"
    )


def run(args: argparse.Namespace) -> int:
    """Install each; one that is refused does not stop the others. 1 if any was refused."""
    import sys

    from ecolearn import paths
    from ecolearn.content.packages import install
    from ecolearn.errors import ImportProblem
    from ecolearn.messages import import_sentence, system_language

    language = system_language()
    refused = 0
    for file in args.files:
        try:
            done = install(file, paths.installed_courses(), allow_older=args.older)
        except ImportProblem as problem:
            refused += 1
            print(f"{file}: {import_sentence(problem, language)}", file=sys.stderr)
            continue
        what = "was here already" if done.already else "installed"
        print(f"{done.course_id} {done.version} {what}")
    return 1 if refused else 0
