"""`ecolearn tour OUT`: walk through every page without a screen, one picture each."""

from __future__ import annotations

import argparse
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from ecolearn.cli import say
from ecolearn.messages import LANGUAGES

THEMES = ("light", "dark", "contrast-light", "contrast-dark")
#: pixels; larger ones find no memory, smaller ones show nothing
_SMALLEST, _LARGEST = 100, 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument(
        "--languages",
        type=_some_of(LANGUAGES),
        default=["kk", "ru", "en"],
        help="languages, separated by commas (default: all)",
    )
    parser.add_argument(
        "--themes",
        type=_some_of(THEMES),
        default=["light", "dark"],
        help="some of light, dark, contrast-light, contrast-dark (default: light,dark)",
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=(1024, 680),
        help="size of the window in pixels (default: 1024x680)",
    )
    parser.add_argument(
        "--text-size", type=_between(0.8, 2.0), default=1.0, help="zoom, 0.8 to 2.0"
    )
    parser.add_argument(
        "--scale", type=_between(0.5, 4.0), default=1.0, help="device pixels per pixel, such as 2"
    )
    parser.add_argument("--pages", default="", help="only pages whose name contains this")


def run(args: argparse.Namespace) -> int:
    """Walk; 1 if a page failed, 2 if no page has that name."""
    from ecolearn.messages import system_language

    language = system_language()
    args.out.mkdir(parents=True, exist_ok=True)
    _try_to_write(args.out)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = f"{args.scale:g}"
    os.environ["QT_FONT_DPI"] = "96"
    from ecolearn.ui.tour import Tour

    tour = Tour(args.out, args.size, args.text_size, args.pages)
    failures = tour.walk(args.languages, args.themes)
    for failure in failures:
        say.out(language, "tour:failed", what=failure)
    if not failures and not tour.count:
        say.err(language, "tour:no-page", pages=args.pages)
        return 2
    say.out(language, "tour:done", path=args.out, count=tour.count)
    return 1 if failures else 0


def _try_to_write(folder: Path) -> None:
    """Raise `OSError` if nothing can be written to the folder: told before the long walk."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error


def _some_of(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    def parse(value: str) -> list[str]:
        words = [word.strip() for word in value.split(",")]
        for word in words:
            if word not in known:
                raise argparse.ArgumentTypeError(f"{word!r} is none of {', '.join(known)}")
        return [*dict.fromkeys(words)]

    return parse


def _size(value: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", value.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(f"{value!r} is not a size such as 1024x680")
    width, height = int(match[1]), int(match[2])
    if not all(_SMALLEST <= side <= _LARGEST for side in (width, height)):
        raise argparse.ArgumentTypeError(f"sides must be {_SMALLEST} to {_LARGEST}, not {value}")
    return width, height


def _between(least: float, most: float) -> Callable[[str], float]:
    def parse(value: str) -> float:
        try:
            number = float(value)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{value!r} is not a number") from None
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"must be {least:g} to {most:g}, not {value}")
        return number

    return parse
