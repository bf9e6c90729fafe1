"""What becomes of events in a bundle: honest, changed, forged, erased (I11, C2–C5, P3)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ecolearn.store import incarnation
from ecolearn.store.bulk import Fold
from ecolearn.store.bundles import Line
from ecolearn.store.carrying import Collected, Exported, collect, export
from ecolearn.store.chain import verify
from ecolearn.store.chains import Chain, survey
from ecolearn.store.checks import look_closely
from ecolearn.store.events import Fact
from ecolearn.store.receipts import read_receipt
from ecolearn.store.store import Store
from tests.unit.store.bundles_made import (
    digest_of,
    facts_of,
    rebuilt_digest_of,
    relink,
    rewrite,
    with_body,
)
from tests.unit.store.facts_made import an_id, answer, count, profile, raw, rows

OpenPc = Callable[[str], Store]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def open_pc(tmp_path: Path) -> Iterator[OpenPc]:
    """Return a way to open the PC of a name."""
    opened: list[Store] = []

    def open_it(name: str) -> Store:
        (tmp_path / name).mkdir(exist_ok=True)
        opened.append(Store(tmp_path / name))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def pupil(open_pc: OpenPc) -> Store:
    """Return a PC on which Aru has answered five questions."""
    store = open_pc("pupil")
    store.log.append([profile()])
    store.log.append([answer(f"Q-{number}", "b", 0.0) for number in range(5)])
    return store


@pytest.fixture
def teacher(open_pc: OpenPc) -> Store:
    """Return the PC that collects."""
    return open_pc("teacher")


def chain_of(done: Collected, store: Store) -> Chain:
    """Return what is known of a PC's chain."""
    (found,) = [one for one in done.chains if one.inc == store.log.inc]
    return found


def export_one(store: Store, stick: Path) -> Path:
    """Return the file that holds all of a PC's events."""
    return export(store, stick).files[0]


# ── honest ────────────────────────────────────────────────────────────────────────────────────


def test_everything_arrives_and_the_codes_agree(pupil: Store, teacher: Store, stick: Path) -> None:
    done: Exported = export(pupil, stick)
    got = collect(teacher, [stick])
    assert (got.new, got.good) == (6, True)
    chain = chain_of(got, pupil)
    assert (chain.state, chain.receipt) == ("complete", done.receipt)
    assert facts_of(teacher) == facts_of(pupil)
    assert digest_of(teacher) == digest_of(pupil) == rebuilt_digest_of(teacher)
    again = collect(teacher, [stick])
    assert (again.new, [one.state for one in again.outcomes]) == (0, ["known"])


def test_learners_of_the_same_name_stay_two(open_pc: OpenPc, teacher: Store, stick: Path) -> None:
    for name in ("one", "two"):
        pc = open_pc(name)
        pc.log.append([profile("Dana", name)])
        export(pc, stick)
    collect(teacher, [stick])
    assert rows(teacher, "SELECT name FROM learner") == [("Dana",), ("Dana",)]


def test_a_learner_of_two_pcs_is_one(open_pc: OpenPc, teacher: Store, stick: Path) -> None:
    for name in ("one", "two"):
        pc = open_pc(name)
        pc.log.append([profile(), answer(f"Q-{name}", attempt=name)])
        export(pc, stick)
    collect(teacher, [stick])
    assert count(teacher, "learner") == 1
    assert count(teacher, "item_best") == 2


def test_what_is_written_after_a_merge_is_later_than_what_came(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    for number in range(30):
        pupil.log.append([profile(f"Aru {number}")])
    export(pupil, stick)
    epoch = teacher.log.epoch
    collect(teacher, [stick])
    assert teacher.log.epoch > epoch  # who keeps sittings in memory reads them again
    teacher.log.append([profile("Aruzhan")])
    assert rows(teacher, "SELECT name FROM learner") == [("Aruzhan",)]
    assert rebuilt_digest_of(teacher) == digest_of(teacher)


def test_a_collecting_pc_hands_on_what_it_collected(
    pupil: Store, teacher: Store, open_pc: OpenPc, stick: Path, tmp_path: Path
) -> None:
    export(pupil, stick)
    collect(teacher, [stick])
    teacher.log.append([profile("Teacher", "Teacher")])
    onward = tmp_path / "onward"
    onward.mkdir()
    export(teacher, onward)
    district = open_pc("district")
    collect(district, [onward])
    assert facts_of(district) == facts_of(teacher)
    assert digest_of(district) == digest_of(teacher)


def test_a_failure_in_the_middle_leaves_nothing(
    pupil: Store, teacher: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise sqlite3.OperationalError("stop")

    export(pupil, stick)
    with monkeypatch.context() as patch:
        patch.setattr(Fold, "write", fail)
        with pytest.raises(sqlite3.OperationalError):
            collect(teacher, [stick])
    assert count(teacher, "event") == count(teacher, "payload") == count(teacher, "learner") == 0
    assert collect(teacher, [stick]).new == 6


def test_a_newer_bundle_is_left_alone_and_the_others_merge(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    from tests.unit.store.bundles_made import write_raw

    export(pupil, stick)
    newer = write_raw(stick / "a-newer.ecoprogress", {"schema": 99}, b"")
    done = collect(teacher, [stick])
    assert [one.reason for one in done.outcomes] == ["newer", ""]
    assert done.outcomes[0].quarantined is None
    assert newer.exists()
    assert done.new == 6


def test_a_damaged_bundle_is_set_aside_once(pupil: Store, teacher: Store, stick: Path) -> None:
    path = export_one(pupil, stick)
    good = path.read_bytes()
    (stick / "bad.ecoprogress").write_bytes(good[:-9] + b"x" + good[-8:])
    for _ in range(2):
        done = collect(teacher, [stick])
        assert [one.reason for one in done.outcomes] == ["damaged", ""]
    (kept,) = teacher.quarantine.iterdir()
    assert kept == done.outcomes[0].quarantined
    assert kept.read_bytes() == (stick / "bad.ecoprogress").read_bytes()


# ── changed ───────────────────────────────────────────────────────────────────────────────────


def _better(line: Line) -> Line:
    body = msgspec.json.decode(line.body)
    changed = {**body, "score": 1.0} if "score" in body else body
    return msgspec.structs.replace(line, body=msgspec.Raw(msgspec.json.encode(changed)))


def test_an_edited_score_has_no_effect_and_is_told(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    path = export_one(pupil, stick)
    rewrite(path, lambda lines: [*lines[:3], _better(lines[3]), *lines[4:]])
    done = collect(teacher, [stick])
    (one,) = done.outcomes
    assert one.state == "odd"
    assert one.quarantined is not None
    chain = chain_of(done, pupil)
    assert (chain.state, chain.where, chain.missing) == ("changed", 4, 0)
    assert rows(teacher, "SELECT max(best) FROM item_best") == [(0.0,)]
    assert (count(teacher, "event"), count(teacher, "payload")) == (6, 5)
    # the honest copy, when it comes, is taken in
    export(pupil, stick / "again.ecoprogress")
    collect(teacher, [stick / "again.ecoprogress"])
    assert facts_of(teacher) == facts_of(pupil)
    assert digest_of(teacher) == digest_of(pupil) == rebuilt_digest_of(teacher)


def test_an_edited_envelope_stays_out(pupil: Store, teacher: Store, stick: Path) -> None:
    path = export_one(pupil, stick)
    other = an_id("Dana")
    rewrite(
        path,
        lambda lines: (
            [msgspec.structs.replace(line, learner=other) for line in lines[:2]] + lines[2:]
        ),
    )
    done = collect(teacher, [stick])
    chain = chain_of(done, pupil)
    assert (chain.state, chain.where, chain.gap, chain.missing) == ("changed", 1, 1, 2)
    assert count(teacher, "event") == 4
    assert chain.whole == 0


def test_missing_events_are_a_gap_that_a_later_bundle_fills(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    path = export_one(pupil, stick)
    whole = path.read_bytes()
    rewrite(path, lambda lines: lines[:2] + lines[4:])
    chain = chain_of(collect(teacher, [stick]), pupil)
    assert (chain.state, chain.where, chain.missing, chain.whole) == ("gap", 3, 2, 2)
    path.write_bytes(whole)
    chain = chain_of(collect(teacher, [stick]), pupil)
    assert (chain.state, chain.whole) == ("complete", 6)


def test_another_story_under_a_known_id_is_told(pupil: Store, teacher: Store, stick: Path) -> None:
    path = export_one(pupil, stick)
    collect(teacher, [stick])
    inc = pupil.log.inc
    before = facts_of(teacher)

    def change(lines: list[Line]) -> list[Line]:
        body = msgspec.json.decode(lines[5].body)
        return [*lines[:5], with_body(lines[5], inc, {**body, "score": 1.0})]

    rewrite(path, change)
    done = collect(teacher, [stick])
    assert done.outcomes[0].state == "odd"
    assert chain_of(done, pupil).state == "changed"
    assert facts_of(teacher) == before


def test_a_rewritten_past_is_a_fork_against_what_was_collected(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    """C4, C5: new ids, all hashes right. What was collected before is the witness."""
    path = export_one(pupil, stick)
    collect(teacher, [stick])
    inc = pupil.log.inc
    rewrite(path, lambda lines: [*lines[:5], relink(lines[5], inc, id=an_id("new")[:16])])
    done = collect(teacher, [stick])
    chain = chain_of(done, pupil)
    assert (chain.state, chain.where, chain.events) == ("forked", 6, 7)
    assert rebuilt_digest_of(teacher) == digest_of(teacher)


def test_an_id_of_another_pc_is_not_taken_over(
    pupil: Store, teacher: Store, open_pc: OpenPc, stick: Path
) -> None:
    export(pupil, stick)
    collect(teacher, [stick])
    forger = open_pc("forger")
    forger.log.append([profile("Forger", "Forger"), answer("Q-1")])
    path = stick / "forged.ecoprogress"
    export(forger, path)
    inc = forger.log.inc
    taken = rows(pupil, "SELECT id FROM event WHERE seq = 2")[0][0]
    rewrite(path, lambda lines: [lines[0], relink(lines[1], inc, id=taken)])
    done = collect(teacher, [path])
    assert (done.outcomes[0].state, done.new) == ("odd", 1)
    assert rebuilt_digest_of(teacher) == digest_of(teacher)


# ── bodies that no view can read ──────────────────────────────────────────────────────────────

BODIES: list[tuple[str, Any]] = [
    ("answered", {}),
    ("answered", []),
    ("answered", {"course": 5, "response": {}, "grade": None, "score": 1.0, "elapsed_ms": 1}),
    ("answered", {"course": "c", "response": {}, "grade": None, "score": "x", "elapsed_ms": 1}),
    ("answered", {"course": "c", "response": {}, "grade": None, "score": 1.0, "elapsed_ms": -1}),
    ("answered", {"course": "c", "response": {}, "grade": None, "score": 1, "elapsed_ms": 1 << 70}),
    ("answered", {"course": "c", "response": {}, "grade": 1, "score": -1.0, "elapsed_ms": 1.5}),
    ("hinted", {"hints": -3, "elapsed_ms": 0}),
    ("learner_profile", {"name": None, "picture": "", "hue": 1, "language": ""}),
    ("learner_profile", {"name": "x", "picture": [], "hue": {}, "language": ""}),
    ("finished", {"marks": [], "score": 1, "passed": 1, "result": {}, "elapsed_ms": 1}),
    ("started", {"retry_of": "not hex", "course": "c"}),
    ("lesson_spot", {"course": "c", "lesson": "l", "block": 0, "shift": 1e999, "furthest": 0}),
]


@pytest.mark.parametrize(("kind", "body"), BODIES, ids=lambda value: str(value)[:30])
def test_a_body_that_is_not_of_its_kind_is_kept_and_changes_no_view(
    pupil: Store, teacher: Store, open_pc: OpenPc, stick: Path, kind: str, body: Any
) -> None:
    inc = pupil.log.inc
    path = export_one(pupil, stick)

    def change(lines: list[Line]) -> list[Line]:
        text = msgspec.json.encode(body).replace(b"null}", b"null}")
        if kind == "lesson_spot":
            text = text.replace(b'"shift":null', b'"shift":1e999')
        bad = relink(lines[1], inc, kind=kind, body=msgspec.Raw(text))
        return [lines[0], bad]

    rewrite(path, change)
    done = collect(teacher, [stick])
    if done.outcomes[0].reason:  # no JSON of ours at all
        assert done.outcomes[0].reason == "malformed"
        return
    kept = digest_of(teacher)
    assert rows(teacher, "SELECT reason FROM damaged") == [("unreadable",)]
    assert rebuilt_digest_of(teacher) == kept
    assert count(teacher, "learner") == 1
    teacher.close()
    again = open_pc("teacher")  # and it keeps nobody from starting
    again.log.append([profile("Dana", "Dana")])
    assert count(again, "learner") == 2


def test_a_kind_from_a_newer_program_is_kept(pupil: Store, teacher: Store, stick: Path) -> None:
    pupil.log.append([Fact("dreamt", {"of": "trees"}, an_id("Aru"))])
    export(pupil, stick)
    collect(teacher, [stick])
    assert count(teacher, "payload") == 7
    assert rebuilt_digest_of(teacher) == digest_of(teacher) == digest_of(pupil)


# ── erased ────────────────────────────────────────────────────────────────────────────────────


def test_an_erased_learner_does_not_come_back(pupil: Store, teacher: Store, stick: Path) -> None:
    export(pupil, stick)
    collect(teacher, [stick])
    with teacher.database.transaction() as connection:
        connection.execute("INSERT INTO erased VALUES (?, 1)", (an_id("Aru"),))
        connection.execute("DELETE FROM payload")
    teacher.rebuild()
    done = collect(teacher, [stick])
    assert done.good
    assert (count(teacher, "event"), count(teacher, "payload")) == (6, 0)
    assert count(teacher, "learner") == count(teacher, "item_best") == 0
    assert rebuilt_digest_of(teacher) == digest_of(teacher)
    assert chain_of(done, pupil).state == "complete"


def test_an_erased_learner_does_not_come_for_the_first_time_either(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    with teacher.database.transaction() as connection:
        connection.execute("INSERT INTO erased VALUES (?, 1)", (an_id("Aru"),))
    export(pupil, stick)
    collect(teacher, [stick])
    assert (count(teacher, "event"), count(teacher, "payload")) == (6, 0)


def test_a_payload_erased_at_one_place_comes_from_another(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    full = export_one(pupil, stick)
    bare = stick / "bare.ecoprogress"
    shutil.copyfile(full, bare)
    empty = msgspec.Raw(b"null")
    rewrite(bare, lambda ls: [msgspec.structs.replace(x, salt=None, body=empty) for x in ls])
    done = collect(teacher, [bare])
    assert (done.good, count(teacher, "payload"), count(teacher, "learner")) == (True, 0, 0)
    collect(teacher, [full])
    assert facts_of(teacher) == facts_of(pupil)
    assert digest_of(teacher) == digest_of(pupil) == rebuilt_digest_of(teacher)


# ── our own chain ─────────────────────────────────────────────────────────────────────────────


def test_nobody_lengthens_our_own_chain(pupil: Store, teacher: Store, stick: Path) -> None:
    teacher.log.append([profile("Teacher", "Teacher")])
    path = export_one(teacher, stick)
    inc = teacher.log.inc

    def forge(lines: list[Line]) -> list[Line]:
        far = relink(lines[0], inc, id=an_id("far"), seq=1_000_000)
        return [*lines, far]

    rewrite(path, forge)
    done = collect(teacher, [stick])
    assert (done.outcomes[0].state, done.new) == ("odd", 0)
    teacher.log.append([profile("T", "Teacher")])
    assert look_closely(teacher).good


def test_yesterdays_database_gets_its_own_events_back(
    pupil: Store, open_pc: OpenPc, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C5: an older copy put in place of the newer one; the stick still has the rest."""
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"here")
    first = open_pc("lab")
    first.log.append([profile()])
    first.close()
    shutil.copytree(first.folder, tmp_path / "yesterday")
    first = open_pc("lab")
    first.log.append([answer("Q-1"), answer("Q-2")])
    export(first, stick)
    restored = open_pc("yesterday")
    collect(restored, [stick])
    assert facts_of(restored) == facts_of(first)
    restored.log.append([answer("Q-3")])
    with restored.reading() as connection:
        assert list(verify(connection)) == []
    assert look_closely(restored).good


def test_a_fork_of_our_own_chain_leaves_it_whole(
    open_pc: OpenPc, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"here")
    first = open_pc("lab")
    first.log.append([profile()])
    first.close()
    shutil.copytree(first.folder, tmp_path / "yesterday")
    first = open_pc("lab")
    first.log.append([answer("Q-1"), answer("Q-2")])
    export(first, stick)
    restored = open_pc("yesterday")
    restored.log.append([answer("Q-9")])
    done = collect(restored, [stick])
    assert chain_of(done, restored).state == "forked"
    assert count(restored, "event") == 4
    restored.log.append([answer("Q-10")])
    assert look_closely(restored).good
    restored.backup()


# ── receipts ──────────────────────────────────────────────────────────────────────────────────


def test_a_receipt_lets_the_next_bundle_be_short(pupil: Store, teacher: Store, stick: Path) -> None:
    export(pupil, stick)
    (receipt,) = collect(teacher, [stick]).receipts
    found = read_receipt(receipt)
    assert found is not None
    assert found.heads[pupil.log.inc.hex()][0] == 6
    assert export(pupil, stick, only_new=True).events == 0
    pupil.log.append([answer("Q-7")])
    done = export(pupil, stick, only_new=True)
    assert (done.events, done.confirmed) == (1, 1)
    assert chain_of(collect(teacher, [stick]), pupil).state == "complete"
    assert facts_of(teacher) == facts_of(pupil)
    assert export(pupil, stick).events == 7  # without --new everything, always


@pytest.mark.parametrize("spoil", ["head", "sum", "cut", "far", "no-hex"])
def test_a_receipt_that_is_not_true_costs_nothing(
    pupil: Store, teacher: Store, stick: Path, spoil: str
) -> None:
    from ecolearn.store import receipts

    export(pupil, stick)
    (path,) = collect(teacher, [stick]).receipts
    receipt = read_receipt(path)
    assert receipt is not None
    inc = pupil.log.inc.hex()
    seq, head = receipt.heads[inc]
    heads = {
        "head": {inc: (seq, "00" * 32)},
        "sum": {inc: (seq - 1, head)},
        "cut": receipt.heads,
        "far": {inc: (1 << 70, head)},
        "no-hex": {"zz": (1, "zz")},
    }[spoil]
    new = msgspec.structs.replace(receipt, heads=heads)
    if spoil != "sum":
        new = msgspec.structs.replace(new, sum=receipts._sum(new))
    raw_text = msgspec.json.encode(new)
    path.write_bytes(raw_text[:-5] if spoil == "cut" else raw_text)
    assert export(pupil, stick, only_new=True).events == 6


def test_a_stick_that_takes_no_receipt_is_no_trouble(
    pupil: Store, teacher: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    export(pupil, stick)

    def fail(_handle: int) -> None:
        raise OSError(30, "read-only")

    with monkeypatch.context() as patch:
        patch.setattr("ecolearn.store.files.os.fsync", fail)
        done = collect(teacher, [stick])
    assert (done.new, done.receipts, done.without_receipt) == (6, (), (stick,))
    assert os.listdir(stick) == [path.name for path in stick.glob("*.ecoprogress")]


def test_a_receipt_of_a_restored_pc_counts_for_nothing(
    pupil: Store, teacher: Store, stick: Path
) -> None:
    """After a restore the chain is shorter than what was confirmed: everything is exported."""
    export(pupil, stick)
    collect(teacher, [stick])
    assert export(pupil, stick, only_new=True).events == 0
    connection = raw(pupil)
    connection.execute("DROP TRIGGER event_never_goes")
    connection.execute("DELETE FROM event WHERE seq > 3")
    connection.close()
    assert export(pupil, stick, only_new=True).events == 3


# ── the state of a chain ──────────────────────────────────────────────────────────────────────


def test_the_words_for_a_chain() -> None:
    from ecolearn.store.chain import first_link

    inc = b"i" * 16
    h = [first_link(inc), *(bytes([n]) * 32 for n in range(1, 9))]
    link = [(n, h[n - 1], h[n]) for n in range(1, 9)]

    def said(*links: tuple[int, bytes, bytes], changed: int = 0) -> tuple[str, int, int]:
        chain = survey(inc, links, changed)
        return chain.state, chain.where, chain.whole

    assert said() == ("complete", 0, 0)
    assert said(*link) == ("complete", 0, 8)
    assert said(*link[1:]) == ("gap", 1, 0)
    assert said(*link[:2], *link[3:]) == ("gap", 3, 2)
    assert said(link[0], (2, b"?" * 32, h[2]), link[2]) == ("changed", 2, 1)
    assert said((1, b"?" * 32, h[1]), link[1]) == ("changed", 1, 0)
    assert said(link[0], link[1], (2, h[1], b"x" * 32), (3, b"x" * 32, h[3])) == ("forked", 2, 1)
    assert said(link[0], (1, h[0], b"x" * 32), link[1]) == ("forked", 1, 0)
    assert said(*link[:4], changed=3) == ("changed", 3, 2)
    assert survey(inc, link[:3]).head == h[3]
    forked = survey(inc, [*link[:3], (3, h[2], b"x" * 32)])
    assert (forked.whole, forked.head) == (2, h[2])
