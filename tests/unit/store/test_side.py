"""The side journal: whole lines or none, nothing guessed (RELIABILITY 3.5)."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ecolearn.store.clock import FROM_SIDE
from ecolearn.store.side import SideJournal, left_behind
from tests.unit.store.facts_made import an_id, answer, event


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


@pytest.fixture
def side(outbox: Path) -> SideJournal:
    return SideJournal(outbox, an_id("this PC"))


def test_events_come_back_as_they_were_and_say_where_they_come_from(
    side: SideJournal, outbox: Path
) -> None:
    written = [event(answer("Q-1")), event(answer("Q-2"))]
    side.append(written[:1])
    side.append(written[1:])
    side.close()
    (found,) = left_behind(outbox)
    assert [one.id for one in found.events] == [one.id for one in written]
    for one, other in zip(found.events, written, strict=True):
        assert (one.body, one.salt, one.learner, one.attempt, one.item, one.pkg_hash) == (
            other.body,
            other.salt,
            other.learner,
            other.attempt,
            other.item,
            other.pkg_hash,
        )
        assert one.moment.flags == FROM_SIDE
    found.done(outbox)
    assert left_behind(outbox) == []


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_line_torn_by_a_power_cut_is_skipped(side: SideJournal, outbox: Path, cut: int) -> None:
    side.append([event(answer("Q-1"))])
    side.append([event(answer("Q-2"))])
    side.close()
    side.path.write_bytes(side.path.read_bytes()[:-cut])
    (found,) = left_behind(outbox)
    assert [one.item for one in found.events] == ["Q-1"]
    assert found.spoilt == 0
    found.leave()


@pytest.mark.parametrize("spoil", [b'"Q-1"', b'"score":1.0', b"{", b"sum"])
def test_a_changed_line_is_not_taken_in_and_kept_for_a_person(
    side: SideJournal, outbox: Path, tmp_path: Path, spoil: bytes
) -> None:
    side.append([event(answer("Q-1")), event(answer("Q-2"))])
    side.close()
    first, second = side.path.read_bytes().splitlines(keepends=True)
    side.path.write_bytes(first.replace(spoil, b"7", 1) + second)
    (found,) = left_behind(outbox)
    assert [one.item for one in found.events][-1] == "Q-2"
    if spoil != b'"score":1.0':  # inside the body, which is quoted once more
        assert (len(found.events), found.spoilt) == (1, 1)
        found.done(tmp_path / "quarantine")
        assert (tmp_path / "quarantine" / side.path.name).exists()
    found.leave()


def test_a_failed_append_leaves_no_half_line(
    side: SideJournal, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    side.append([event(answer("Q-1"))])
    with monkeypatch.context() as patch:

        def fail(handle: int) -> None:
            raise OSError(errno.ENOSPC, "full")

        patch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="full"):
            side.append([event(answer("Q-2"))])
    side.append([event(answer("Q-3"))])
    side.close()
    (found,) = left_behind(outbox)
    assert [one.item for one in found.events] == ["Q-1", "Q-3"]
    found.leave()


def test_the_folder_entry_is_flushed_when_the_file_is_new(
    side: SideJournal, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr("ecolearn.store.side.sync_folder", flushed.append)
    side.append([event(answer("Q-1"))])
    assert flushed == [outbox, outbox.parent]
    side.append([event(answer("Q-2"))])
    assert len(flushed) == 2


def test_no_folder_is_no_trouble(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "none") == []
