"""`ecolearn pack COURSE -o FILE`: check a course and put it into one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ecolearn.cli import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("course", type=Path, help="folder of the course")
    parser.add_argument(
        "-o", "--out", type=Path, help="the file to write (default: ID-VERSION.ecocourse)"
    )
    parser.add_argument("--force", action="store_true", help="pack although there are errors")
    say.add_language(parser)


def run(args: argparse.Namespace) -> int:
    """Pack; 1 if errors keep it from being packed."""
    from ecolearn.authoring.check import check_course
    from ecolearn.authoring.messages import render
    from ecolearn.content.packages import SUFFIX, pack
    from ecolearn.errors import ImportProblem
    from ecolearn.messages import import_reason
    from ecolearn.problems import Severity

    language = say.chosen(args)
    checked = check_course(args.course)
    errors = [p for p in checked.problems if p.severity is Severity.ERROR]
    for problem in errors:
        print(render(problem, language, args.course.as_posix()), file=sys.stderr)
    course = checked.course
    if course is None:
        say.err(language, "pack:nothing", path=args.course)
        return 1
    if errors and not args.force:
        say.err(language, "pack:errors", path=args.course, errors=len(errors))
        return 1
    target = args.out or Path(f"{course.id}-{course.version}{SUFFIX}")
    try:
        manifest = pack(args.course, course, target)
    except ImportProblem as refusal:
        reason = import_reason(refusal, language)
        say.err(language, "pack:name", path=args.course, reason=reason, name=refusal.facts["name"])
        return 1
    say.out(
        language,
        "pack:done",
        path=target,
        id=course.id,
        version=course.version,
        files=len(manifest.files),
        size=say.decimal(target.stat().st_size / 1e6, language),
    )
    return 0
