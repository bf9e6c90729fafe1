"""The command line: one file per command. Without a command the window opens.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 trouble such as no space.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn, Protocol

#: how Linux and Windows say that Qt misses a library of the system
_NO_LIBRARY = ("cannot open shared object file", "DLL load failed")
FINE, PROBLEMS, WRONG_USAGE, TROUBLE, INTERRUPTED = 0, 1, 2, 3, 130

#: command → (module in this package, what `--help` says of it); modules are imported when used
COMMANDS = {
    "tour": ("tour", "walk through all pages without a screen, one picture each"),
    "check": ("check", "check courses"),
    "preview": ("preview", "show a course folder as learners see it, following edits"),
    "pack": ("pack", "pack a course into one file"),
    "install": ("install", "install a packed course"),
    "remove": ("remove", "remove an installed course"),
    "list": ("list", "list the courses on this PC"),
    "progress": ("progress", "take progress to another PC, collect it, show it as a table"),
    "backup": ("backup", "copy the learners' progress"),
    "restore": ("restore", "go back to a copy of the progress; what is there now is set aside"),
    "doctor": ("doctor", "check folders, disk, clock, program files, progress and copies"),
    "seal-image": ("seal_image", "prepare the data folder of an image that many PCs will get"),
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

        return guarded(lambda: open_window([]))
    if arguments[0] in {"-V", "--version"}:
        return guarded(_version)
    if arguments[0] in COMMANDS:
        return _run(arguments[0], arguments[1:])
    if not arguments[0].startswith("-"):
        _unknown(arguments[0])
    _parser().parse_args(arguments)
    return WRONG_USAGE


def _version() -> int:
    from ecolearn import __version__

    print(f"ecolearn {__version__}")
    return FINE


def _run(name: str, arguments: list[str]) -> int:
    module_name, about = COMMANDS[name]
    module: Command = importlib.import_module(f"ecolearn.cli.{module_name}")
    parser = argparse.ArgumentParser(prog=f"ecolearn {name}", description=about)
    module.add_arguments(parser)
    args = parser.parse_args(arguments)
    return guarded(lambda: module.run(args), getattr(args, "language", None))


def guarded(act: Callable[[], int], language: str | None = None) -> int:
    """Return what `act` returns; a trouble we know, or a disk that refuses, is one sentence in
    `language` (default: the system's) and exit code 3. What is left to rise is a bug."""
    from ecolearn.errors import EcoLearnError
    from ecolearn.messages import disk_sentence, error_sentence, sentence, system_language

    _let_everything_be_printed()
    try:
        with _ending_when_asked():
            code = act()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a program without a console has none
                stream.flush()
    except EcoLearnError as error:
        said = error_sentence(error, language or system_language())
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has enough
        _drop_output()
        return FINE
    except OSError as error:
        said = disk_sentence(error, language or system_language())
    except ImportError as error:
        if not any(words in str(error) for words in _NO_LIBRARY):
            raise
        said = sentence("cli", "library", {"reason": error}, language or system_language())
    else:
        return code
    with contextlib.suppress(OSError):
        print(f"ecolearn: {said}", file=sys.stderr)
    _drop_output()
    return TROUBLE


@contextlib.contextmanager
def _ending_when_asked() -> Iterator[None]:
    """Let a command that the system asks to end leave as after Ctrl+C: what is open is closed, what
    is half done taken back. The window brings a way of its own."""

    def stop(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with contextlib.suppress(ValueError):  # not on the main thread
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _let_everything_be_printed() -> None:
    """Letters the console lacks, and names of files that are no text, are shown as codes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Forget what cannot be written, or Python would complain about it once more at its end."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unknown(word: str) -> NoReturn:
    import difflib

    near = difflib.get_close_matches(word.lower(), COMMANDS, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    _parser().error(f"there is no command {word!r}.{hint}")


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
