"""The file itself: what is written is read back the same, and nothing else is believed (I11)."""

from __future__ import annotations

import errno
import gzip
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecolearn.messages import LANGUAGES, catalogue
from ecolearn.store import bundles, carrying, files, log
from ecolearn.store.bundles import BundleProblem, parse_bundle, read_bundle, read_header
from ecolearn.store.carrying import export
from ecolearn.store.store import Store
from tests.unit.store.bundles_made import write_lines, write_raw
from tests.unit.store.facts_made import answer, profile, raw, rows


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def pc(store: Store) -> Store:
    """Return a PC on which Aru has answered."""
    store.log.append([profile()])
    store.log.append([answer(f"Q-{number}") for number in range(20)])
    return store


@pytest.fixture
def bundle(pc: Store, stick: Path) -> Path:
    """Return the bundle of that PC."""
    return export(pc, stick).files[0]


def refusal(path: Path) -> str:
    """Return why a bundle is refused."""
    with pytest.raises(BundleProblem) as caught:
        read_bundle(path)
    return caught.value.reason


def test_what_is_written_is_read_back(pc: Store, bundle: Path) -> None:
    found = read_bundle(bundle)
    assert found.incs == (pc.log.inc,)
    assert found.header.count == len(found.lines) == 21
    assert found.header.incarnations[0].last == 21
    assert found.header.incarnations[0].head.endswith(pc.log.receipt)
    stored = rows(pc, "SELECT e.id, e.mac, p.body FROM event e JOIN payload p ON p.event_id = e.id")
    assert {(line.id, line.mac, bytes(line.body)) for line in found.lines} == set(stored)


def test_the_same_events_make_the_same_file_and_are_not_written_again(
    pc: Store, bundle: Path, stick: Path
) -> None:
    before = bundle.stat().st_mtime_ns
    assert export(pc, stick).files == (bundle,)
    assert bundle.stat().st_mtime_ns == before
    assert [path.name for path in stick.iterdir()] == [bundle.name]


def test_no_name_outside_the_profile(
    pc: Store, bundle: Path, caplog: pytest.LogCaptureFixture
) -> None:
    header = msgspec.json.encode(read_header(bundle)).decode()
    assert "Aru" not in header + bundle.name + caplog.text


def test_many_events_make_several_files(
    pc: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "PART_EVENTS", 8)
    monkeypatch.setattr(carrying, "_ROWS", 5)
    done = export(pc, stick / "mine.ecoprogress")
    assert [path.name for path in done.files] == [
        "mine.ecoprogress",
        "mine-2.ecoprogress",
        "mine-3.ecoprogress",
    ]
    counts = [read_bundle(path).header.count for path in done.files]
    assert counts == [8, 8, 5]


# ── damage and bad will ───────────────────────────────────────────────────────────────────────


def test_every_cut_is_found(bundle: Path) -> None:
    data = bundle.read_bytes()
    for length in [*range(80), *range(80, len(data), 37)]:
        with pytest.raises(BundleProblem):
            parse_bundle(bundle, data[:length])
    with pytest.raises(BundleProblem):
        parse_bundle(bundle, data + b"\0")


def test_every_flipped_bit_is_found(bundle: Path) -> None:
    data = bytearray(bundle.read_bytes())
    for place in range(len(data)):
        bit = 1 << (place % 8)
        data[place] ^= bit
        with pytest.raises(BundleProblem) as caught:
            parse_bundle(bundle, bytes(data))
        assert caught.value.reason in {"damaged", "not-a-bundle", "newer", "too-large"}
        data[place] ^= bit


def test_a_bomb_costs_little(stick: Path) -> None:
    body = gzip.compress(b"[" * 300_000_000, compresslevel=9)
    path = write_raw(stick / "bomb.ecoprogress", {"count": 1, "text_bytes": 300_000_000}, body)
    del body
    tracemalloc.start()
    assert refusal(path) == "bomb"
    assert tracemalloc.get_traced_memory()[1] < 128 * 1024 * 1024
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"format": 2}, "newer"),
        ({"schema": 999}, "newer"),
        ({"sealed": "x25519"}, "sealed"),
        ({"count": -1}, "malformed"),
        ({"count": "many"}, "malformed"),
        ({"body_bytes": 3}, "damaged"),
        ({"text_bytes": 7}, "malformed"),
        ({"incarnations": [{"inc": "zz", "first": 1}]}, "malformed"),
    ],
)
def test_a_header_that_lies(stick: Path, header: dict[str, Any], reason: str) -> None:
    path = write_raw(stick / "x.ecoprogress", header, gzip.compress(b""))
    assert refusal(path) == reason


@pytest.mark.parametrize(
    "text",
    [
        b"{}\n",
        b"[" * 100_000 + b"\n",
        b'[0,"AAAA"]\n',
        b"\xff\xfe\n",
        b"[]",
        b"\n\n",
        b'"' + b"x" * (bundles.LINE_MAX + 1) + b'"\n',
    ],
    ids=["object", "deep", "short", "not-utf8", "no-newline", "empty", "long"],
)
def test_lines_that_are_no_events(stick: Path, text: bytes) -> None:
    header = {"count": text.count(b"\n"), "text_bytes": len(text)}
    path = write_raw(stick / "x.ecoprogress", header, gzip.compress(text))
    assert refusal(path) in {"malformed", "too-large"}


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 0},
        {"seq": 1 << 62},
        {"lamport": bundles.LAMPORT_MAX},
        {"lamport": -1},
        {"id": b"short"},
        {"inc": 1},
        {"inc": -1},
        {"odd": b"x" * (bundles.BODY_MAX + 1)},
    ],
    ids=str,
)
def test_numbers_that_would_break_the_database(bundle: Path, change: dict[str, Any]) -> None:
    found = read_bundle(bundle)
    lines = [msgspec.structs.replace(found.lines[0], **change)]
    assert refusal(write_lines(bundle, lines, found.incs)) == "malformed"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_reason(data: bytes) -> None:
    for start in (b"", bundles.MAGIC):
        with pytest.raises(BundleProblem) as caught:
            parse_bundle(Path("x"), start + data)
        assert caught.value.reason in catalogue("bundles", "en")


def test_a_file_that_is_not_there_or_a_folder(stick: Path) -> None:
    assert refusal(stick / "none.ecoprogress") == "cannot-read"
    assert refusal(stick) == "cannot-read"


def test_too_large_a_file_is_not_read(stick: Path) -> None:
    path = stick / "x.ecoprogress"
    with path.open("wb") as file:
        file.truncate(bundles.FILE_MAX + 1)
    assert refusal(path) == "too-large"


# ── the stick ─────────────────────────────────────────────────────────────────────────────────


def _fail(code: int) -> Callable[..., None]:
    def fail(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENODEV, "gone"),
        (errno.EIO, "cannot-write"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_stick_that_fails_keeps_what_it_had(
    pc: Store, bundle: Path, stick: Path, call: str, code: int, reason: str
) -> None:
    before = {path.name: path.read_bytes() for path in stick.iterdir()}
    pc.log.append([answer("Q-99")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os if call == "fsync" else Path, call, _fail(code))
        with pytest.raises(BundleProblem) as caught:
            export(pc, stick)
    assert caught.value.reason == reason
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == before


def test_a_fake_stick_is_told(pc: Store, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says it has written, and gives something else back."""
    monkeypatch.setattr(files, "same", lambda path, data: False)
    with pytest.raises(BundleProblem) as caught:
        export(pc, stick)
    assert caught.value.reason == "read-back"
    assert list(stick.iterdir()) == []


def test_a_folder_that_is_not_there(pc: Store, stick: Path) -> None:
    for target in (stick / "gone", stick / "gone" / "x.ecoprogress", stick / "x.txt"):
        with pytest.raises(BundleProblem) as caught:
            export(pc, target)
        assert caught.value.reason == "gone"


def test_a_flush_of_the_folder_that_the_stick_does_not_know_is_no_trouble(
    pc: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "sync_folder", _fail(errno.EINVAL))
    assert export(pc, stick).files[0].exists()


def test_what_waits_in_the_side_journal_comes_along(
    pc: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "BUSY_MS", 10)
    other = raw(pc)
    other.execute("BEGIN IMMEDIATE")
    events = pc.log.append([answer("Q-98")])
    other.execute("ROLLBACK")
    other.close()
    assert pc.log.waiting
    ids = {line.id for line in read_bundle(export(pc, stick).files[0]).lines}
    assert {event.id for event in events} <= ids


# ── words ─────────────────────────────────────────────────────────────────────────────────────


def test_every_reason_has_words_in_every_language() -> None:
    english = catalogue("bundles", "en")
    for language in LANGUAGES:
        other = catalogue("bundles", language)
        assert other.keys() == english.keys()
        for code in english:
            assert _gaps(other[code]) <= _gaps(english[code]) | {"detail"}, code


def _gaps(text: str) -> set[str]:
    import string

    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_random_order_of_a_folder_does_not_matter(stick: Path) -> None:
    names = [f"{number}.ecoprogress" for number in range(9)]
    for name in Random(1).sample(names, len(names)):
        (stick / name).touch()
    (stick / "~progress-x.ecoprogress.part").touch()
    (stick / "~half.ecoprogress").touch()
    (stick / "other.txt").touch()
    (stick / "folder.ecoprogress").mkdir()
    assert [path.name for path in bundles.bundles_in([stick])] == names
