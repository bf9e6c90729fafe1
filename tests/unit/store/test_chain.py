"""What the chain shows, and what it does not (RELIABILITY 3.4, F13, C3, C4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ecolearn.store import chain, checks, views
from ecolearn.store.store import Store
from ecolearn.store.tables import TRIGGERS
from tests.unit.store.facts_made import answer, profile, raw, rows


@contextmanager
def tampering(store: Store) -> Iterator[sqlite3.Connection]:
    """Open the file as somebody would who wants to change it."""
    other = raw(store)
    for name in TRIGGERS:
        other.execute(f"DROP TRIGGER {name}")
    yield other
    other.close()


def breaks(store: Store) -> list[tuple[int, str]]:
    with store.reading() as connection:
        return [(one.seq, one.reason) for one in chain.verify(connection)]


@pytest.fixture
def three(store: Store) -> Store:
    """Return a store with a profile and three answers."""
    store.log.append([profile()])
    for number in (1, 2, 3):
        store.log.append([answer(f"Q-{number}", score=0.25 * number)])
    return store


def test_an_untouched_log_has_no_break(three: Store) -> None:
    assert breaks(three) == []


@pytest.mark.parametrize(
    "column",
    ["item = 'Q-9'", "kind = 'drafted'", "wall_ms = wall_ms + 1", "learner = x'00'", "flags = 9"],
)
def test_a_changed_envelope_shows(three: Store, column: str) -> None:
    with tampering(three) as other:
        other.execute(f"UPDATE event SET {column} WHERE seq = 3")
    assert breaks(three) == [(3, "changed")]


def test_a_deleted_event_shows_as_a_gap(three: Store) -> None:
    with tampering(three) as other:
        other.execute("DELETE FROM event WHERE seq = 2")
    assert breaks(three)[0] == (2, "gap")


def test_a_changed_answer_shows_and_is_not_scored(three: Store) -> None:
    with tampering(three) as other:
        other.execute(
            "UPDATE payload SET body = CAST(replace(CAST(body AS TEXT), '0.5', '1.0') AS BLOB) "
            "WHERE event_id = (SELECT id FROM event WHERE seq = 3)"
        )
    assert breaks(three) == [(3, "body")]
    three.rebuild()
    assert [row[0] for row in rows(three, "SELECT item FROM item_best")] == ["Q-1", "Q-3"]


def test_an_event_after_a_changed_link_is_not_called_changed(three: Store) -> None:
    with tampering(three) as other:
        other.execute("UPDATE event SET h = zeroblob(32) WHERE seq = 2")
    assert breaks(three) == [(2, "changed"), (3, "unlinked")]


def test_a_chain_made_anew_without_the_key_shows(three: Store) -> None:
    with tampering(three) as other:
        other.execute("UPDATE event SET mac = zeroblob(32) WHERE seq = 4")
    assert breaks(three) == [(4, "unsealed")]


@pytest.mark.parametrize("column", ["lamport", "kind", "boot", "commit_h", "h", "mac", "salt"])
def test_a_value_that_a_damaged_disk_took_away_is_a_break_not_a_bug(
    three: Store, column: str
) -> None:
    """The tables allow no NULL, but a damaged page asks nobody (found by `rigs.crash_states`)."""
    table = "payload" if column == "salt" else "event"
    with tampering(three) as other:
        other.execute("PRAGMA writable_schema=ON")
        other.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')")
        other.execute("PRAGMA writable_schema=RESET")
        other.execute(f"UPDATE {table} SET {column} = NULL")
    three.database.close()
    assert breaks(three)


def test_an_erased_payload_breaks_nothing(three: Store) -> None:
    with tampering(three) as other:
        other.execute("DELETE FROM payload")
    assert breaks(three) == []


def test_the_receipt_changes_with_every_answer(store: Store) -> None:
    seen = {store.log.receipt}
    for number in range(4):
        store.log.append([answer(f"Q-{number}")])
        seen.add(store.log.receipt)
    assert len(seen) == 5
    assert all(len(receipt) == 8 for receipt in seen)


def test_absent_and_empty_are_not_the_same() -> None:
    from ecolearn.store.clock import Moment

    moment = Moment(1, 2, 3, b"b" * 16)
    arguments = (b"p" * 32, b"i" * 16, b"n" * 16, 1, 1)
    one = chain.link(*arguments, None, None, "k", None, None, moment, b"c" * 32)
    two = chain.link(*arguments, None, None, "k", "", None, moment, b"c" * 32)
    assert one != two


def test_stamps_compare_by_time_then_id() -> None:
    ordered = [views.stamp(1, b"z" * 16), views.stamp(2, b"a" * 16), views.stamp(300, b"a" * 16)]
    assert sorted({*ordered}) == ordered


def test_every_flipped_bit_of_an_event_shows(open_store: Callable[..., Store]) -> None:
    """The chain covers every column, bit for bit (T7 in small)."""
    store = open_store()
    store.log.append([answer("Q-1")])
    names = ["id", "seq", "lamport", "learner", "attempt", "kind", "item", "pkg_hash", "wall_ms"]
    names += ["tz_min", "mono_ms", "boot", "flags", "commit_h", "prev_h", "h", "mac"]
    with tampering(store) as other:
        for name in names:
            (old,) = other.execute(f"SELECT {name} FROM event").fetchone()
            if isinstance(old, bytes):
                new: object = bytes([old[0] ^ 1]) + old[1:]
            else:
                new = old + 1 if isinstance(old, int) else old + "x"
            other.execute(f"UPDATE event SET {name} = ?", (new,))
            assert breaks(store), name
            other.execute(f"UPDATE event SET {name} = ?", (old,))
    assert breaks(store) == []


def test_the_long_look_notes_damaged_events_and_puts_views_right(three: Store) -> None:
    assert checks.look_closely(three).good
    with tampering(three) as other:
        other.execute("UPDATE event SET item = 'Q-9' WHERE seq = 3")
        other.execute("UPDATE item_best SET best = 1.0")  # C2: a score is edited
    health = checks.look_closely(three)
    assert not health.good
    assert not health.views_agree
    assert [(one.seq, one.reason) for one in health.breaks] == [(3, "changed")]
    assert rows(three, "SELECT item, best FROM item_best") == [("Q-1", 0.25), ("Q-3", 0.75)]
    assert rows(three, "SELECT reason FROM damaged") == [("changed",)]


def test_the_long_look_only_reads_a_file_whose_pages_are_damaged(three: Store) -> None:
    """It ended in an error of SQLite while making the views anew (`rigs.crash_states`)."""
    root = rows(three, "SELECT rootpage FROM sqlite_master WHERE name = 'attempt_item'")[0][0]
    three.database.close()
    with three.path.open("rb+") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    before = three.path.read_bytes()
    health = checks.look_closely(three)
    assert not health.good
    assert health.pages
    assert three.path.read_bytes() == before


def test_a_payload_that_lost_its_event_does_not_pass_for_an_erasure(three: Store) -> None:
    """A bit flipped in its key made an answer vanish without a break (`rigs.damage`)."""
    with tampering(three) as other:
        other.execute(
            "UPDATE payload SET event_id = x'00' "
            "WHERE event_id = (SELECT id FROM event WHERE seq = 2)"
        )
    assert breaks(three) == [(2, "body")]


def test_text_that_is_no_text_is_damage(three: Store) -> None:
    """A bit flipped in a text ended the check in an error of the driver (`rigs.damage`)."""
    with tampering(three) as other:
        other.execute("UPDATE attempt_item SET response = CAST(x'ff' AS TEXT)")
    assert not checks.look_closely(three).good


def test_the_side_journal_stays_while_the_database_is_damaged(
    open_store: Callable[..., Store],
) -> None:
    """It was taken into a damaged file, deleted, and lost with that file (`rigs.damage`)."""
    store = open_store()
    store.log.append([answer("Q-1")])
    other = raw(store)
    other.execute("BEGIN EXCLUSIVE")
    store.log.append([answer("Q-2")])
    other.close()
    store.close()
    with tampering(store) as other:
        other.execute("UPDATE payload SET body = x'7b7d'")
    again = open_store()
    assert rows(again, "SELECT count(*) FROM event") == [(1,)]
    assert list(again.outbox.glob("side-*.jsonl"))
