"""`ecolearn seal-image`: make the data folder of a golden image ready to be copied to other PCs."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--keep-progress", action="store_true", help="let progress be copied along")
    choice.add_argument(
        "--move-progress", type=Path, metavar="FOLDER", help="move progress to this folder first"
    )


def run(args: argparse.Namespace) -> int:
    """Seal; 1 if there is progress and nobody said what to do with it, 3 if EcoLearn is open."""
    import sqlite3
    import sys

    from ecolearn.cli.doctor import existing_folder
    from ecolearn.messages import sentence, system_language
    from ecolearn.store.sealing import contents_of, move_progress, seal

    language = system_language()
    folder = existing_folder()
    inside = contents_of(folder)
    try:
        if inside.events and args.move_progress is not None:
            move_progress(folder, args.move_progress)
        elif inside.events and not args.keep_progress:
            facts: dict[str, object] = {"learners": inside.learners, "events": inside.events}
            print(sentence("doctor", "seal.used", facts, language), file=sys.stderr)
            return 1
        seal(folder)
    except sqlite3.Error as error:
        print(f"ecolearn: {folder}: {error}", file=sys.stderr)
        return 3
    print(sentence("doctor", "seal.done", {}, language))
    return 0
