"""`ecolearn pack COURSE -o FILE`: check a course and put it into one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("course", type=Path, help="folder of the course")
    parser.add_argument("-o", "--out", type=Path, help="the file to write (default: ID.ecocourse)")
    parser.add_argument("--force", action="store_true", help="pack although there are errors")
    parser.add_argument("--language", choices=("kk", "ru", "en"), help="language of the problems")


def run(args: argparse.Namespace) -> int:
    """Pack; 1 if errors keep it from being packed."""
    from ecolearn.authoring.check import check_paths
    from ecolearn.authoring.messages import render
    from ecolearn.content.packages import SUFFIX, pack
    from ecolearn.messages import system_language
    from ecolearn.problems import Severity

    checked = check_paths([args.course])
    language = args.language or system_language()
    errors = [p for one in checked for p in one.problems if p.severity is Severity.ERROR]
    for problem in errors:
        print(render(problem, language), file=sys.stderr)
    course = checked[0].course if checked else None
    if course is None or (errors and not args.force):
        print(
            f"{args.course}: {len(errors)} errors, not packed. Mend them, or pack with --force.",
            file=sys.stderr,
        )
        return 1
    target = args.out or Path(f"{course.id}-{course.version}{SUFFIX}")
    manifest = pack(args.course, course, target)
    size = target.stat().st_size / 1e6
    print(f"{target}: {course.id} {course.version}, {len(manifest.files)} files, {size:.1f} MB")
    return 0
