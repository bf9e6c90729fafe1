"""Run benchmarks and print one table: `python3 dev.py bench [--write] [names]`."""

from __future__ import annotations

import argparse
import datetime
import importlib
import os
import platform
import sqlite3
import sys
import traceback
from pathlib import Path

from tests.benchmarks.figures import Figure, table

NAMES = ("start", "memory", "lesson", "quiz", "activities", "answers", "check", "library", "merge")
REPORT = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
MARK = "<!-- the last run; everything below this line is written by `dev.py bench --write` -->"


def main() -> int:
    """Run; 0 whether or not the goals are met: a figure is a figure."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="default: all")
    parser.add_argument("--write", action="store_true", help="keep the table in the docs")
    args = parser.parse_args()
    figures: list[Figure] = []
    failed = []
    for name in args.names or NAMES:
        print(f"measuring {name} …", file=sys.stderr)
        try:
            figures += importlib.import_module(f"tests.benchmarks.bench_{name}").run()
        except Exception:
            traceback.print_exc()
            failed.append(name)
    text = f"{_machine()}\n\n{table(figures)}\n"
    print(text)
    if args.write:
        head = REPORT.read_text("utf-8").split(MARK)[0]
        REPORT.write_text(f"{head}{MARK}\n\n{text}", "utf-8")
    return 1 if failed else 0


def _machine() -> str:
    import PySide6
    import sqlalchemy

    today = datetime.datetime.now(datetime.UTC).date()
    return (
        f"{today}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, PySide6 {PySide6.__version__}, SQLAlchemy "
        f"{sqlalchemy.__version__}, SQLite {sqlite3.sqlite_version}. "
        "Command: `python3 dev.py bench --write`. Medians."
    )


if __name__ == "__main__":
    sys.exit(main())
