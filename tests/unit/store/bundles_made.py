"""PCs that carry bundles to one another, and bundles that nobody should have made."""

from __future__ import annotations

import gzip
import hashlib
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ecolearn.store import chain, views
from ecolearn.store.bundles import MAGIC, Header, Line, read_bundle
from ecolearn.store.clock import Moment
from ecolearn.store.store import Store

_FACTS = (
    "id, inc, seq, lamport, learner, attempt, kind, item, pkg_hash, wall_ms, tz_min, mono_ms, "
    "boot, flags, commit_h, prev_h, h, mac"
)


def facts_of(store: Store) -> tuple[set[Any], set[Any]]:
    """Return the envelopes (without `fork`, which is local) and the payloads."""
    with store.reading() as connection:
        events = set(connection.execute(f"SELECT {_FACTS} FROM event"))
        payloads = set(connection.execute("SELECT event_id, salt, body FROM payload"))
    return events, payloads


def digest_of(store: Store) -> str:
    """Return the digest of the views."""
    with store.reading() as connection:
        return views.digest(connection)


def rebuilt_digest_of(store: Store) -> str:
    """Return the digest of the views made anew from the log."""
    store.rebuild()
    return digest_of(store)


def write_raw(path: Path, header: dict[str, Any], body: bytes) -> Path:
    """Write a bundle whose hashes agree, whatever it says."""
    told = {
        "format": 1,
        "schema": 1,
        "program": "0",
        "school": "",
        "made_ms": 0,
        "made_by": "00" * 16,
        "count": 0,
        "incarnations": [],
        "body_sha256": hashlib.sha256(body).hexdigest(),
        "body_bytes": len(body),
        "text_bytes": 0,
    } | header
    raw = msgspec.json.encode(told)
    start = struct.pack(">4sI32s", MAGIC, len(raw), hashlib.sha256(raw).digest())
    path.write_bytes(start + raw + body)
    return path


def write_lines(path: Path, lines: Sequence[Line], incs: Sequence[bytes], **more: Any) -> Path:
    """Write lines as a bundle, whether or not they make sense."""
    text = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    spans = [{"inc": inc.hex(), "first": 1, "last": 1, "count": 1, "head": ""} for inc in incs]
    header = {"count": len(lines), "incarnations": spans, "text_bytes": len(text), **more}
    return write_raw(path, header, gzip.compress(text, mtime=0))


def rewrite(path: Path, change: Callable[[list[Line]], list[Line]]) -> Path:
    """Change the lines of a bundle and make its outer hashes agree again, as a pupil with our
    format description could."""
    bundle = read_bundle(path)
    header: Header = bundle.header
    write_lines(path, change(list(bundle.lines)), bundle.incs, made_by=header.made_by)
    return path


def relink(line: Line, inc: bytes, **more: Any) -> Line:
    """Return the line with other fields and hashes that agree with them: no key is needed."""
    new = msgspec.structs.replace(line, **more)
    raw = bytes(new.body)
    if new.salt is not None and raw != b"null":
        new = msgspec.structs.replace(new, commit_h=chain.commitment(new.salt, raw))
    moment = Moment(new.wall_ms, new.tz_min, new.mono_ms, new.boot, new.flags)
    fields = (new.learner, new.attempt, new.kind, new.item, new.pkg_hash, moment, new.commit_h)
    h = chain.link(new.prev_h, new.id, inc, new.seq, new.lamport, *fields)
    return msgspec.structs.replace(new, h=h)


def with_body(line: Line, inc: bytes, body: Any) -> Line:
    """Return the line saying something else, hashes and all."""
    return relink(line, inc, body=msgspec.Raw(msgspec.json.encode(body)))
