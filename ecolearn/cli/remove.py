"""`ecolearn remove ID`: take an installed course away; progress is kept."""

from __future__ import annotations

import argparse

from ecolearn.cli import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("course_id", help="id of the course, as `ecolearn list` shows it")
    parser.add_argument(
        "--superseded", action="store_true", help="only the versions that are not shown any more"
    )
    say.add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Remove; 1 if there is no such course."""
    from ecolearn import paths
    from ecolearn.content.packages import remove, remove_superseded
    from ecolearn.errors import CourseGone

    language = say.chosen(args)
    packages = paths.installed_courses()
    try:
        if args.superseded:
            count, version = remove_superseded(args.course_id, packages)
        else:
            count, version = remove(args.course_id, packages), ""
    except CourseGone:
        say.err(language, "remove:none", id=args.course_id)
        return 1
    code = "remove:superseded" if args.superseded else "remove:done"
    say.out(language, code, id=args.course_id, count=count, version=version)
    return 0
