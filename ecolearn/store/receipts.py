"""Receipts (`*.ecoreceipt`): what a collecting PC has, told to the PCs it has it from.

A receipt lists incarnation → last number up to which nothing is missing, and the chain's head
there. The learner's PC finds it beside its earlier bundle at the next export, keeps it in `meta`,
and can then write only what is newer. It is believed only where the head is that of its own chain;
a wrong or foreign receipt costs a longer bundle, never an event: events are never pruned.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec

from ecolearn.store.chains import Chain
from ecolearn.store.files import put_file
from ecolearn.store.store import Store

log = logging.getLogger(__name__)

SUFFIX = ".ecoreceipt"
#: bytes of a receipt that are read at most, and incarnations in it
SIZE_MAX = 4 * 1024 * 1024
HEADS_MAX = 20_000
_NOTE = "receipt:"


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """`collector` is the incarnation (hex) that collected; `heads` maps an incarnation (hex) to
    its last whole number and the head there (hex); `sum` is SHA-256 over the rest."""

    format: int = 1
    collector: str
    made_ms: int
    heads: dict[str, tuple[int, str]]
    sum: str = ""


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Receipt)


def _sum(receipt: Receipt) -> str:
    return hashlib.sha256(_encoder.encode(msgspec.structs.replace(receipt, sum=""))).hexdigest()


def read_receipt(path: Path) -> Receipt | None:
    """Return a receipt, or None if it is none, damaged or larger than any of ours."""
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_MAX + 1)
        if len(raw) > SIZE_MAX:
            return None
        receipt = _decoder.decode(raw)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    good = receipt.format == 1 and receipt.sum == _sum(receipt) and len(receipt.heads) <= HEADS_MAX
    return receipt if good else None


def write_receipt(folder: Path, collector: bytes, made_ms: int, chains: Iterable[Chain]) -> Path:
    """Write what is collected beside the bundles, together with what an earlier receipt of this
    PC says; return its path. Raises `BundleProblem`, for instance on a read-only stick."""
    path = folder / f"receipt-{collector.hex()[:16]}{SUFFIX}"
    old = read_receipt(path)
    heads = dict(old.heads) if old and old.collector == collector.hex() else {}
    for chain in chains:
        if chain.whole:
            heads[chain.inc.hex()] = (chain.whole, chain.head.hex())
    newest = dict(list(heads.items())[-HEADS_MAX:])
    receipt = Receipt(collector=collector.hex(), made_ms=made_ms, heads=newest)
    sealed = msgspec.structs.replace(receipt, sum=_sum(receipt))
    put_file(path, _encoder.encode(sealed))
    return path


def pick_up(store: Store, folder: Path) -> int:
    """Keep what the receipts in `folder` say of incarnations this PC has; return of how many."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return 0
    found = 0
    for path in files[:100]:
        receipt = read_receipt(path)
        if receipt is not None:
            found += sum(_keep(store, inc, *head) for inc, head in receipt.heads.items())
    return found


def _keep(store: Store, inc: str, seq: int, head: str) -> bool:
    """Note a head if this PC's chain has it, and it is further than what is noted."""
    try:
        raw_inc, raw_head = bytes.fromhex(inc), bytes.fromhex(head)
    except ValueError:
        return False
    with store.reading() as connection:
        if not _has(connection, raw_inc, seq, raw_head):
            return False
        noted = confirmed(connection).get(raw_inc, 0)
    if seq > noted:
        store.note(
            "INSERT INTO meta (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_NOTE + inc, f"{seq}:{head}"),
        )
    return True


def _has(connection: sqlite3.Connection, inc: bytes, seq: int, h: bytes) -> bool:
    if not 0 < seq < 1 << 53:
        return False
    row = connection.execute(
        "SELECT 1 FROM event WHERE inc = ? AND seq = ? AND fork = 0 AND h = ?", (inc, seq, h)
    ).fetchone()
    return row is not None


def confirmed(connection: sqlite3.Connection) -> dict[bytes, int]:
    """Return the last number that somebody has confirmed, by incarnation. A note about a chain
    that this database no longer has, after a restore, counts for nothing."""
    heads: dict[bytes, int] = {}
    rows = connection.execute(
        "SELECT key, value FROM meta WHERE key >= ? AND key < ?", (_NOTE, _NOTE[:-1] + ";")
    )
    for key, value in rows.fetchall():
        try:
            inc = bytes.fromhex(key.removeprefix(_NOTE))
            seq, _, head = value.partition(":")
            if _has(connection, inc, int(seq), bytes.fromhex(head)):
                heads[inc] = int(seq)
        except ValueError:
            continue
    return heads
