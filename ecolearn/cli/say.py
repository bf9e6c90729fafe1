"""What the commands say: sentences of `resources/messages/cli.{en,ru,kk}.toml`, and JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ecolearn.messages import LANGUAGES, sentence, system_language


def add_language(parser: argparse.ArgumentParser) -> None:
    """Declare `--language`."""
    parser.add_argument("--language", choices=LANGUAGES, help="language of the sentences")


def chosen(args: argparse.Namespace) -> str:
    """Return the language of `--language`, else that of the system."""
    return args.language or system_language()


def text(language: str, code: str, **facts: object) -> str:
    """Return the sentence for `code`, its gaps filled."""
    return sentence("cli", code, facts, language)


def out(language: str, code: str, **facts: object) -> None:
    """Print a sentence."""
    print(text(language, code, **facts))


def err(language: str, code: str, **facts: object) -> None:
    """Print a sentence where troubles are printed."""
    print(text(language, code, **facts), file=sys.stderr)


def print_json(data: object) -> None:
    """Print one JSON document; letters that the output cannot hold are escaped as JSON does."""
    wide = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not wide, indent=1, default=_plain))


def decimal(number: float, language: str) -> str:
    """Return a number with one decimal, as the language writes it."""
    written = f"{number:.1f}"
    return written if language == "en" else written.replace(".", ",")


def _plain(value: object) -> str:
    return value.as_posix() if isinstance(value, Path) else str(value)
