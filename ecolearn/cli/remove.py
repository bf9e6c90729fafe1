"""`ecolearn remove ID`: take an installed course away; progress is kept."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("course_id", help="id of the course, as `ecolearn list` shows it")


def run(args: argparse.Namespace) -> int:
    """Remove; 1 if there is no such course."""
    import sys

    from ecolearn import paths
    from ecolearn.content.packages import remove
    from ecolearn.errors import CourseGone

    try:
        count = remove(args.course_id, paths.installed_courses())
    except CourseGone:
        print(f"{args.course_id} is not an installed course; see: ecolearn list", file=sys.stderr)
        return 1
    print(
        f"{args.course_id} removed ({count} version{'s' if count > 1 else ''}). Progress is kept."
    )
    return 0
