"""`ecolearn doctor`: check folders, disk, clock, program files, database and copies."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from ecolearn.messages import LANGUAGES

    parser.add_argument("--json", action="store_true", help="for scripts: one JSON list")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the sentences")
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="also save a diagnostic file (zip) without names"
    )


def run(args: argparse.Namespace) -> int:
    """Check, changing nothing; 0 all is well, 1 something is not, 3 it could not be checked."""
    import json
    import sys

    from ecolearn.messages import sentence, system_language
    from ecolearn.store import diagnostics, doctor

    language = args.language or system_language()
    folder = existing_folder()
    findings = doctor.examine(folder)
    if args.json:
        plain = diagnostics.as_plain(findings, language)
        print(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        print(diagnostics.as_text(findings, language), end="")
    if args.save is not None:
        saved = diagnostics.save(args.save, folder, findings, language)
        print(sentence("doctor", "saved", {"path": saved}, language), file=sys.stderr)
    return doctor.exit_code(findings)


def existing_folder() -> Path:
    """Return the data folder that is in use, or the first that would be; creates nothing."""
    from ecolearn import paths
    from ecolearn.store.places import usual_places

    candidates = usual_places()
    used = [folder for folder in candidates if paths.database(folder).exists()]
    return (used or list(candidates))[0]
