"""The command line: one file per command. Without a command the window opens.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 trouble such as no space.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Protocol

#: command → (module in this package, what `--help` says of it); modules are imported when used
COMMANDS = {
    "tour": ("tour", "walk through all pages without a screen, one picture each"),
    "check": ("check", "check courses"),
    "preview": ("preview", "show a course folder as learners see it, following edits"),
    "pack": ("pack", "pack a course into one file"),
    "install": ("install", "install a packed course"),
    "remove": ("remove", "remove an installed course"),
    "list": ("list", "list the courses on this PC"),
}


class Command(Protocol):
    """What each module here offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; return the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; return the exit code."""
    # not `list(…)`: once the command of that name is imported, `list` is that module here
    arguments = [*(sys.argv[1:] if argv is None else argv)]
    if not arguments:
        from ecolearn.ui.main import main as open_window

        return open_window([])
    if arguments[0] in {"-V", "--version"}:
        from ecolearn import __version__

        print(f"ecolearn {__version__}")
        return 0
    if arguments[0] in COMMANDS:
        return _run(arguments[0], arguments[1:])
    _parser().parse_args(arguments)
    return 2


def _run(name: str, arguments: list[str]) -> int:
    module_name, about = COMMANDS[name]
    module: Command = importlib.import_module(f"ecolearn.cli.{module_name}")
    parser = argparse.ArgumentParser(prog=f"ecolearn {name}", description=about)
    module.add_arguments(parser)
    args = parser.parse_args(arguments)

    from ecolearn.errors import EcoLearnError

    try:
        return module.run(args)
    except EcoLearnError as error:
        from ecolearn.messages import error_sentence

        print(f"ecolearn: {error_sentence(error)}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ecolearn",
        description="Offline lessons and quizzes. Without a command the window opens.",
        epilog="Each command explains itself with --help.",
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (_module, about) in COMMANDS.items():
        commands.add_parser(name, help=about, add_help=False)
    return parser
