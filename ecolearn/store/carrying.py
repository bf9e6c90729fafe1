"""Carrying progress between PCs: export here, collect there (RELIABILITY 3.9).

Export writes everything this PC has, its own events and those it has collected. Collect takes in
any number of bundles, each by itself: a bad one is set aside with a reason and the others merge.
Both may be repeated at will.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from ecolearn.store.bundles import (
    COLUMNS,
    FILE_MAX,
    SUFFIX,
    BundleProblem,
    Packed,
    Packer,
    bundles_in,
    is_same,
    read_bundle,
)
from ecolearn.store.chains import Chain
from ecolearn.store.files import put_file, same
from ecolearn.store.merge import Merged, Prepared, in_bulk, merge_all, prepare
from ecolearn.store.receipts import confirmed, pick_up, write_receipt
from ecolearn.store.store import Store
from ecolearn.store.trouble import known

log = logging.getLogger(__name__)

#: rows read in one go: a reader keeps a rollback journal's writer waiting
_ROWS = 2000
#: events of one transaction, about; a bundle that is larger has one of its own
BATCH_EVENTS = 60_000
#: reasons after which a file is left where it is: nothing is wrong with it
_LEFT_ALONE = frozenset({"newer", "sealed", "cannot-read"})


# ── export ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `events` 0 = there was nothing (or nothing new), and no file. `receipt`
    is the last 8 digits of this PC's chain, to be compared with what the teacher sees;
    `confirmed` tells for how many incarnations a receipt was found."""

    files: tuple[Path, ...]
    events: int
    receipt: str
    confirmed: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Bundles in memory, on their way to a stick; see `Exported`."""

    bundles: tuple[Packed, ...]
    receipt: str
    confirmed: int


def export(store: Store, target: Path, only_new: bool = False) -> Exported:
    """Write this PC's progress to a folder or a file (`*.ecoprogress`); when this returns, the
    stick may be removed. More than 50,000 events make several files.

    `only_new` leaves out what a receipt confirms. On the thread that writes. Raises
    `BundleProblem`; bundles that were there before are as they were.
    """
    return deliver(gather(store, target, only_new), target)


def gather(store: Store, target: Path, only_new: bool = False) -> Gathered:
    """Read what is to be exported, and the receipts that lie at `target`; on the thread that
    writes. Raises `BundleProblem` if the folder is not there."""
    if store.log.waiting:
        store.log.acknowledge([])  # what lies in the side journal comes with it
    folder, _ = _where(target)
    found = pick_up(store, folder)
    since: dict[bytes, int] = {}
    if only_new:
        with store.reading() as connection:
            since = confirmed(connection)
    return Gathered(tuple(pack(store, since)), store.log.receipt, found)


def deliver(gathered: Gathered, target: Path) -> Exported:
    """Write what was gathered; on any thread, so that a slow stick keeps no answer waiting.
    Raises `BundleProblem`."""
    folder, name = _where(target)
    files: list[Path] = []
    events = 0
    for packed in gathered.bundles:
        path = folder / (_numbered(name, len(files)) if name else packed.name)
        if not is_same(path, packed):
            put_file(path, packed.data)
        files.append(path)
        events += packed.header.count
    log.info("exported: %d events in %d files", events, len(files))
    return Exported(tuple(files), events, gathered.receipt, gathered.confirmed)


def pack(store: Store, since: dict[bytes, int] | None = None) -> Iterator[Packed]:
    """Yield the bundles of this PC's events, in memory. `since` maps an incarnation to the number
    after which its events are wanted."""
    made_ms = time.time_ns() // 1_000_000
    packer = Packer()
    for row in _rows(store, since or {}):
        packer.add(row)
        if packer.full:
            yield packer.finish(store.log.inc, made_ms)
            packer = Packer()
    if packer.count:
        yield packer.finish(store.log.inc, made_ms)


def _rows(store: Store, since: dict[bytes, int]) -> Iterator[tuple[object, ...]]:
    """Yield all events by (inc, seq, id), in short readings: what is added meanwhile comes with
    it or does not, and no event is missed."""
    with store.reading() as connection:
        incs = [row[0] for row in connection.execute("SELECT DISTINCT inc FROM event ORDER BY inc")]
    sql = (
        f"SELECT {COLUMNS} FROM event AS e LEFT JOIN payload AS p ON p.event_id = e.id "
        "WHERE e.inc = ? AND (e.seq, e.id) > (?, ?) ORDER BY e.seq, e.id LIMIT ?"
    )
    for inc in incs:
        last: tuple[int, bytes] = (since.get(inc, 0), b"\xff" * 16)
        while True:
            with store.reading() as connection:
                rows = connection.execute(sql, (inc, *last, _ROWS)).fetchall()
            yield from rows
            if len(rows) < _ROWS:
                break
            last = (rows[-1][2], rows[-1][1])


def _where(target: Path) -> tuple[Path, str]:
    """Return the folder, and the name of the file if one was chosen."""
    if target.is_dir():
        return target, ""
    if target.suffix.lower() == SUFFIX:
        return target.parent, target.name
    raise BundleProblem(target, "gone")


def _numbered(name: str, number: int) -> str:
    return name if not number else f"{Path(name).stem}-{number + 1}{SUFFIX}"


def _there(path: Path, data: bytes) -> bool:
    """Tell whether the file is there already."""
    try:
        return path.stat().st_size == len(data) and same(path, data)
    except OSError:
        return False


# ── collect ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `reason` "" = merged; else why not, a code of the catalogue
    `bundles`, and `quarantined` is its copy in quarantine, if there is one."""

    path: Path
    merged: Merged | None = None
    reason: str = ""
    facts: tuple[tuple[str, object], ...] = ()
    quarantined: Path | None = None

    @property
    def state(self) -> str:
        """Return `new`, `known` (nothing in it was new), `odd` (merged, but some events do not
        verify) or `refused`."""
        if self.merged is None:
            return "refused"
        if self.merged.refused:
            return "odd"
        return "new" if self.merged.new or self.merged.payloads else "known"


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of all files; the chains they brought; receipts written; folders where none
    could be written."""

    outcomes: tuple[Outcome, ...]
    chains: tuple[Chain, ...]
    receipts: tuple[Path, ...]
    without_receipt: tuple[Path, ...]

    @property
    def new(self) -> int:
        """Events that were not here before."""
        return sum(one.merged.new for one in self.outcomes if one.merged)

    @property
    def good(self) -> bool:
        """Tell whether every file was merged and every event verified."""
        return all(one.state in ("new", "known") for one in self.outcomes)


def collect(
    store: Store,
    paths: Iterable[Path],
    *,
    tell: Callable[[int, int], None] = lambda done, total: None,
    receipts: bool = True,
) -> Collected:
    """Take in the bundles among files and in folders; on the thread that writes.

    `tell(done, total)` is called after each file. Raises `BundleProblem` for a folder that is not
    there, a trouble of `store.trouble.known` if this PC's database cannot take more: what was
    merged until then stays merged, and collecting again goes on.
    """
    files = _files(paths)
    if files:
        store.backup_if_changed()  # before a merge (RELIABILITY 3.7)
    outcomes: list[Outcome] = []
    chains: dict[bytes, Chain] = {}
    with in_bulk(store):
        for batch in _batches(files):
            for outcome in _merge_batch(store, batch):
                outcomes.append(outcome)
                if outcome.merged:
                    chains.update((chain.inc, chain) for chain in outcome.merged.chains)
                tell(len(outcomes), len(files))
    written, without = _receipts(store, outcomes, chains) if receipts else ((), ())
    return Collected(tuple(outcomes), tuple(chains.values()), written, without)


def _files(paths: Iterable[Path]) -> list[Path]:
    wanted = list(paths)
    for path in wanted:
        if not path.exists():
            raise BundleProblem(path, "gone")
    try:
        return bundles_in(wanted)
    except OSError as error:
        raise BundleProblem(wanted[0], "cannot-read", detail=error.strerror or "") from error


_Read = tuple[Path, "Prepared | BundleProblem"]


def _batches(files: list[Path]) -> Iterator[list[_Read]]:
    """Yield what was read, in groups of about as many events as one transaction takes: no
    transaction waits for a slow stick."""
    batch: list[_Read] = []
    events = 0
    for file in files:
        try:
            found = prepare(read_bundle(file))
        except BundleProblem as problem:
            batch.append((file, problem))
            continue
        batch.append((file, found))
        events += found.events
        if events >= BATCH_EVENTS:
            yield batch
            batch, events = [], 0
    if batch:
        yield batch


def _merge_batch(store: Store, batch: list[_Read]) -> list[Outcome]:
    """Merge one group; return what became of each file, in the same order."""
    try:
        merged = iter(merge_all(store, [one for _, one in batch if isinstance(one, Prepared)]))
    except (sqlite3.Error, sa.exc.DBAPIError, OSError) as error:
        raise known(error, store.path) from error
    outcomes = []
    for file, one in batch:
        if isinstance(one, BundleProblem):
            log.warning("bundle refused: %s", one.reason)
            kept = None if one.reason in _LEFT_ALONE else _quarantine(store, file)
            outcomes.append(Outcome(file, None, one.reason, tuple(one.facts.items()), kept))
        else:
            done = next(merged)
            kept = _quarantine(store, file) if done.refused else None
            outcomes.append(Outcome(file, done, quarantined=kept))
    return outcomes


def _quarantine(store: Store, file: Path) -> Path | None:
    """Copy a file for a person to look at, once; the original stays where it is. None if it is
    too large, or cannot be copied."""
    try:
        with file.open("rb") as source:
            data = source.read(FILE_MAX + 1)
        if len(data) > FILE_MAX:
            return None
        store.quarantine.mkdir(parents=True, exist_ok=True)
        target = store.quarantine / f"bundle-{hashlib.sha256(data).hexdigest()[:16]}{SUFFIX}"
        if not _there(target, data):
            put_file(target, data)
    except (OSError, BundleProblem):
        log.warning("bundle could not be copied to quarantine")
        return None
    return target


def _receipts(
    store: Store, outcomes: list[Outcome], chains: dict[bytes, Chain]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write a receipt into each folder that bundles were merged from."""
    by_folder: dict[Path, dict[bytes, Chain]] = {}
    for one in outcomes:
        if one.merged:
            # as they are after the last bundle: a gap may have been filled since
            latest = {chain.inc: chains[chain.inc] for chain in one.merged.chains}
            by_folder.setdefault(one.path.parent, {}).update(latest)
    written, without = [], []
    for folder, mine in by_folder.items():
        try:
            made_ms = time.time_ns() // 1_000_000
            written.append(write_receipt(folder, store.log.inc, made_ms, mine.values()))
        except BundleProblem as problem:
            log.info("no receipt: %s", problem.reason)
            without.append(folder)
    return tuple(written), tuple(without)
