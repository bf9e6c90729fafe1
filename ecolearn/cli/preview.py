"""`ecolearn preview PATH`: a course folder, or one lesson, as learners see it, following edits."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ecolearn.cli import say
from ecolearn.messages import LANGUAGES

NAME = "preview"
HELP = "show a course folder as learners see it, following edits"

FINE, WRONG_USAGE, TROUBLE = 0, 2, 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("path", type=Path, help="a course folder, a module folder or a lesson file")
    parser.add_argument(
        "--language", choices=LANGUAGES, help="language to begin with (default: yours)"
    )


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    path: Path = args.path
    language = say.chosen(args)
    if not path.exists():
        say.err(language, "preview:nothing", path=path)
        return WRONG_USAGE
    from ecolearn.messages import catalogue
    from ecolearn.ui.main import NO_DISPLAY, has_display

    if not has_display():
        print(catalogue("errors", language).get("no-display", NO_DISPLAY), file=sys.stderr)
        return TROUBLE
    from ecolearn.ui.preview import show

    return show(path.resolve(), args.language or "")
