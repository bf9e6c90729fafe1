"""The self-check: what is as it should be on this PC, what is not, and what to do about it.

Read-only: the database is copied first, and everything slow is done on the copy, so it works beside
an open window, on a database of a newer program, and on one that cannot be mended. Codes and facts
only; the sentences stand in `resources/messages/doctor.*.toml`.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from ecolearn import paths
from ecolearn.messages import sentence
from ecolearn.store.clock import utc_now
from ecolearn.store.schema import Found, read_versions
from ecolearn.store.trouble import trouble_of

log = logging.getLogger(__name__)

Verdict = Literal["ok", "warning", "problem"]

#: a larger copy is made on the disk, not in memory
IN_MEMORY_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `code` is what was looked at, `what` was found; together they are the key of the
    sentence. Facts that end in `_ms` are times, those in `_bytes` sizes."""

    code: str
    verdict: Verdict
    what: str
    facts: dict[str, object] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class Look:
    """What the checks look at. `copy` is None if there is no database or it cannot be read; then
    `unread` says why."""

    folder: Path
    now: datetime
    copy: sqlite3.Connection | None = None
    found: Found = field(default_factory=Found)
    unread: str = ""

    @property
    def path(self) -> Path:
        """Return the path of the database."""
        return paths.database(self.folder)

    @property
    def now_ms(self) -> int:
        """Return the wall time."""
        return int(self.now.timestamp() * 1000)

    def number(self, sql: str) -> int:
        """Return a number from the copy; 0 if it has none."""
        if self.copy is None:
            return 0
        try:
            row = self.copy.execute(sql).fetchone()
        except sqlite3.Error:
            return 0
        return int(row[0] or 0) if row else 0


def examine(
    folder: Path,
    now: Callable[[], datetime] = utc_now,
    *,
    report: Callable[[str], None] | None = None,
) -> tuple[Finding, ...]:
    """Return one line for each thing that was looked at. `report` is told the code of each check
    before it begins. Changes nothing; a second or so for each 50,000 events."""
    from ecolearn.store.doctor_checks import CHECKS

    found: list[Finding] = []
    with _copied(folder, now()) as look:
        for code, check in CHECKS.items():
            if report is not None:
                report(code)
            try:
                found.extend(check(look))
            except Exception as error:  # one check that fails must not hide the others
                log.exception("self-check %s", code)
                found.append(
                    Finding(code, "warning", "unchecked", {"reason": error.__class__.__name__})
                )
    return tuple(found)


def exit_code(findings: tuple[Finding, ...]) -> int:
    """Return 0 if all is well, 1 if something is not, 3 if the folder or the database could not
    be looked at."""
    if any(one.what in {"unreadable", "no-folder"} for one in findings):
        return 3
    return 1 if any(one.verdict != "ok" for one in findings) else 0


def worst(findings: tuple[Finding, ...]) -> Verdict:
    """Return the worst verdict."""
    verdicts = {one.verdict for one in findings}
    return "problem" if "problem" in verdicts else "warning" if "warning" in verdicts else "ok"


@contextmanager
def _copied(folder: Path, now: datetime) -> Iterator[Look]:
    """Yield the look with a copy of the database, as SQLite makes it beside other programs."""
    look = Look(folder, now)
    try:
        size = look.path.stat().st_size
    except OSError:
        size = 0
    if not size:
        yield look
        return
    with TemporaryDirectory(prefix="ecolearn-", ignore_cleanup_errors=True) as beside:
        place = ":memory:" if size <= IN_MEMORY_BYTES else str(Path(beside) / "copy.db")
        with closing(sqlite3.connect(place, isolation_level=None)) as copy:
            try:
                uri = f"{look.path.absolute().as_uri()}?mode=ro"
                with closing(sqlite3.connect(uri, uri=True, timeout=5)) as source:
                    look.found = read_versions(source)
                    source.backup(copy, pages=-1)
                look.copy = copy
            except (sqlite3.Error, OSError) as error:
                look.unread = trouble_of(error)
            yield look


# ── in words ──────────────────────────────────────────────────────────────────────────────────


def title(finding: Finding, language: str) -> str:
    """Return what was looked at."""
    return sentence("doctor", finding.code, {}, language)


def meaning(finding: Finding, language: str) -> str:
    """Return what was found."""
    facts = in_words(finding.facts, language)
    key = "unchecked" if finding.what == "unchecked" else f"{finding.code}.{finding.what}"
    return sentence("doctor", key, facts, language)


def advice(finding: Finding, language: str) -> str:
    """Return what to do ("" = nothing)."""
    key = f"{finding.code}.{finding.what}.do"
    text = sentence("doctor", key, in_words(finding.facts, language), language)
    return "" if text.startswith(key) else text


def in_words(facts: dict[str, object], language: str) -> dict[str, object]:
    """Return the facts with times and sizes as a person reads them."""
    words: dict[str, object] = {}
    for name, value in facts.items():
        if name.endswith("_ms") and isinstance(value, int):
            words[name] = time_words(value, language)
        elif name.endswith("_bytes") and isinstance(value, int):
            words[name] = size_words(value, language)
        else:
            words[name] = value
    return words


def time_words(wall_ms: int, language: str) -> str:
    """Return a time of the wall clock in local time, as the language writes it."""
    try:
        when = datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return "?"
    return when.strftime("%Y-%m-%d %H:%M" if language == "en" else "%d.%m.%Y %H:%M")


def size_words(size: int, language: str) -> str:
    """Return a size in MB or GB, with the decimal sign of the language."""
    number, unit = (size / 1e9, 1) if size >= 1e9 else (size / 1e6, 0)
    text = f"{number:.1f}" if number < 10 else f"{number:.0f}"
    if language == "en":
        return f"{text} {('MB', 'GB')[unit]}"
    return f"{text.replace('.', ',')} {('МБ', 'ГБ')[unit]}"
