"""`ecolearn restore`: go back to a copy. What is there now is set aside, never overwritten."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "file", nargs="?", help="the copy: a file, or a name from --list (default: the newest good)"
    )
    parser.add_argument("--list", action="store_true", help="show the copies and change nothing")
    parser.add_argument(
        "--exactly",
        action="store_true",
        help="do not add what was answered after the copy; it stays in the file that is set aside",
    )


def run(args: argparse.Namespace) -> int:
    """Restore; 1 if there is no good copy, 3 if EcoLearn is open or it could not be done."""
    import sys

    from ecolearn.cli.doctor import existing_folder
    from ecolearn.messages import sentence, system_language
    from ecolearn.store import recovery
    from ecolearn.store.backup import good_backups

    language = system_language()
    folder = existing_folder()
    if args.list:
        return _list(folder, language)
    copy = _named(args.file, folder) if args.file else next(good_backups(folder / "backups"), None)
    if copy is None:
        facts: dict[str, object] = {"path": folder / "backups"}
        print(sentence("doctor", "restore.none", facts, language), file=sys.stderr)
        return 1
    done = recovery.restore(folder, copy, keep_newer=not args.exactly)
    facts = {"backup": done.backup, "quarantine": done.quarantine or "-"}
    print(sentence("doctor", "start.chosen", facts, language))
    return 0


def _named(name: str, folder: Path) -> Path:
    path = Path(name)
    return path if path.exists() or path.name != name else folder / "backups" / name


def _list(folder: Path, language: str) -> int:
    """Print the copies here and at the second place, newest first; 1 if none of them is good."""
    from ecolearn.messages import sentence
    from ecolearn.store.backup import contents, copies
    from ecolearn.store.doctor import in_words
    from ecolearn.store.second import second_folder

    good = 0
    for place in (folder / "backups", second_folder(folder)):
        for copy in copies(place) if place is not None else ():
            inside = contents(copy.path)
            name = copy.path.name if place == folder / "backups" else copy.path
            facts: dict[str, object] = {
                "name": name,
                "made_ms": int(copy.made_at.timestamp() * 1000),
                "size_bytes": copy.size,
                "events": inside.events,
                "learners": inside.learners,
                "reason": inside.trouble,
            }
            key = "restore.bad" if inside.trouble else "restore.line"
            print(sentence("doctor", key, in_words(facts, language), language))
            good += not inside.trouble
    if not good:
        print(sentence("doctor", "restore.none", {"path": folder / "backups"}, language))
    return 0 if good else 1
