"""A file to send to whoever helps: what the self-check found, versions, the log. No names, no
answers, nothing about who uses the PC.

What goes in is chosen, not filtered out: findings, counts of rows, lines of our own log. Then every
name that the database knows, and the account's, is blotted out in case one got in.
"""

from __future__ import annotations

import getpass
import json
import platform
import re
import sqlite3
import sys
import zipfile
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from ecolearn import __version__, paths
from ecolearn.store.doctor import Finding, advice, meaning, title

BLOT = "█"
_LOG_BYTES = 300_000
#: a line that our own log wrote, and a place in the code below it
_LOG_LINE = re.compile(
    r"\d{4}-\d\d-\d\d [\d:,]+ (?:DEBUG|INFO|WARNING|ERROR|CRITICAL) ecolearn\S* "
)
_TABLE = re.compile(r"[a-z_]{1,40}")


def save(target: Path, folder: Path, findings: tuple[Finding, ...], language: str) -> Path:
    """Write the file (zip) whole or not at all; return its path. Raises `OSError`."""
    names = known_names(folder)
    places = {str(folder): "<data>", str(Path.home()): "<home>"}
    parts = {
        "self-check.txt": as_text(findings, language),
        "self-check.json": json.dumps(as_plain(findings, language), ensure_ascii=False, indent=1),
        "system.txt": _system(folder),
        "log.txt": _log(folder),
    }
    partial = target.with_name(f"{target.name}.part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, scrub(text, names, places))
    partial.replace(target)
    return target


def as_text(findings: Iterable[Finding], language: str) -> str:
    """Return the findings for a person to read."""
    from ecolearn.messages import sentence

    lines = []
    for one in findings:
        word = sentence("doctor", f"say.{one.verdict}-word", {}, language)
        lines.append(f"{word:9} {title(one, language)}: {meaning(one, language)}")
        if todo := advice(one, language):
            lines.append(f"{'':9}   → {todo}")
    return "\n".join(lines) + "\n"


def as_plain(findings: Iterable[Finding], language: str) -> list[dict[str, object]]:
    """Return the findings for a script."""
    return [
        {
            "check": one.code,
            "verdict": one.verdict,
            "found": one.what,
            "facts": one.facts,
            "text": meaning(one, language),
            "advice": advice(one, language),
        }
        for one in findings
    ]


def known_names(folder: Path) -> list[str]:
    """Return the names that must not get out: of learners, of the account, of the PC."""
    names = {platform.node(), Path.home().name}
    with suppress(OSError, KeyError, ImportError):
        names.add(getpass.getuser())
    try:
        uri = f"{paths.database(folder).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=2)) as connection:
            for (name,) in connection.execute("SELECT name FROM learner"):
                names |= {str(name), *str(name).split()}
    except sqlite3.Error:
        pass
    usual = {"root", "user", "admin", "student", "pupil", "localhost", ""}
    return sorted(
        (n for n in names if len(n) > 1 and n.lower() not in usual), key=len, reverse=True
    )


def scrub(text: str, names: Iterable[str], places: dict[str, str]) -> str:
    """Return `text` with paths of people shortened and names blotted out."""
    for place in sorted(places, key=len, reverse=True):
        if len(place) > 1:
            text = text.replace(json.dumps(place)[1:-1], places[place])
            text = text.replace(place, places[place])
    text = re.sub(r"(?<=/home/)[^/\s\"]+|(?<=\\Users\\)[^\\\s\"]+", BLOT, text)
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", BLOT, text, flags=re.IGNORECASE)
    return text


def _system(folder: Path) -> str:
    lines = [
        f"EcoLearn {__version__}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"frozen: {bool(getattr(sys, 'frozen', False))}",
        "",
    ]
    lines += [f"{table}: {count} rows" for table, count in _rows(folder).items()]
    try:
        kinds: dict[str, list[int]] = {}
        for path in sorted(folder.iterdir()):
            known = re.fullmatch(
                r"eco\.db(-wal|-shm|-journal)?|reserve\.bin|[a-z]+\.json", path.name
            )
            name = (
                path.name if known and path.is_file() else "folders" if path.is_dir() else "other"
            )
            kinds.setdefault(name, []).append(path.stat().st_size if path.is_file() else 0)
        lines += [f"{name}: {len(sizes)}, {sum(sizes)} bytes" for name, sizes in kinds.items()]
    except OSError:
        pass
    return "\n".join(lines) + "\n"


def _rows(folder: Path) -> dict[str, int]:
    """Return how many rows each table has."""
    counts: dict[str, int] = {}
    try:
        uri = f"{paths.database(folder).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=2)) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (name,) in names.fetchall():
                if _TABLE.fullmatch(name):
                    row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
                    counts[name] = int(row[0])
    except sqlite3.Error:
        pass
    return counts


def _log(folder: Path) -> str:
    """Return the end of our log; of lines that are not ours (texts of errors) only that they are
    there."""
    try:
        with (folder / "logs" / "ecolearn.log").open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _LOG_BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    lines = [line if _LOG_LINE.match(line) else "  …" for line in text.splitlines()]
    return "\n".join(lines) + "\n"
