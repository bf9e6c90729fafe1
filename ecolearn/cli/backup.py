"""`ecolearn backup`: make a checked copy of the database; an open window does not mind."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="copy to this file or folder instead"
    )


def run(args: argparse.Namespace) -> int:
    """Copy; 3 if it could not be done."""
    import errno
    import sqlite3
    import sys

    from ecolearn import paths
    from ecolearn.cli.doctor import existing_folder
    from ecolearn.messages import sentence, system_language
    from ecolearn.store import state
    from ecolearn.store.backup import copy_elsewhere, copy_to, make_backup
    from ecolearn.store.second import second_folder
    from ecolearn.store.trouble import trouble_of

    language = system_language()
    folder = existing_folder()
    database = paths.database(folder)
    if not database.exists():
        print(sentence("doctor", "backup.nothing", {"path": folder}, language), file=sys.stderr)
        return 3
    try:
        if args.output is not None:
            target: Path = args.output / "eco.db" if args.output.is_dir() else args.output
            if target.exists() and target.samefile(database):
                raise FileExistsError(errno.EEXIST, "the database itself", str(target))
            copy_to(database, target)
        else:
            target = make_backup(database, folder / "backups")
            state.write(folder, backup_trouble="", backup_trouble_ms=0)
    except sqlite3.Error as error:
        print(f"ecolearn: {args.output or folder}: {trouble_of(error)}: {error}", file=sys.stderr)
        return 3
    print(sentence("doctor", "backup.done", {"path": target}, language))
    if args.output is None and (second := second_folder(folder)) is not None:
        try:
            copy_elsewhere(target, second)
        except OSError:
            print(sentence("doctor", "backup.second", {"path": second}, language), file=sys.stderr)
            return 3
    return 0
