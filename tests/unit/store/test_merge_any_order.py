"""Collecting in any order, twice, from clones, with damaged files between: the result is the set
union of what was carried, and its views are those made anew from it (RELIABILITY T9)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from ecolearn.store import incarnation, merge
from ecolearn.store.bundles import read_bundle
from ecolearn.store.carrying import collect
from ecolearn.store.chains import Chain, stored_chains
from ecolearn.store.store import Store
from ecolearn.store.views import stamp
from tests.rigs.school import School
from tests.unit.store.bundles_made import digest_of, rebuilt_digest_of
from tests.unit.store.facts_made import answer, ids, profile, raw


@pytest.fixture(autouse=True)
def cloned_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a copied database go on as what it was copied from, as on cloned PCs."""
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"everywhere")


def test_any_order_gives_the_same() -> None:
    quickly = settings(
        max_examples=20,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(School, settings=quickly)


@pytest.fixture
def school() -> Iterator[School]:
    """Return two PCs and a stick, to be used by hand."""
    made = School()
    made.begin(2)
    yield made
    made.teardown()


def test_clones_make_a_fork_that_is_kept_and_told(school: School) -> None:
    first = school.pcs[0]
    first.log.append([profile()])
    school.clone(0)
    first, second = school.pcs[0], school.pcs[2]
    first.log.append([answer("Q-1", "a")])
    second.log.append([answer("Q-1", "b")])
    second.log.append([answer("Q-2", "b")])
    school.carry(0)
    school.carry(2)
    done = collect(school.pcs[1], [school.stick])
    (chain,) = [one for one in done.chains if one.inc == first.log.inc]
    assert (chain.state, chain.where, chain.events, chain.missing) == ("forked", 2, 4, 0)
    assert chain.whole == 1  # the receipt confirms nothing of the fork


def test_a_merge_that_looks_at_the_order_of_arrival_would_be_found(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: with stamps by arrival the last bundle would win."""
    arrived = iter(range(10**6))
    monkeypatch.setattr(merge, "stamp", lambda lamport, event_id: stamp(next(arrived), event_id))
    for pc, choice in ((1, "b"), (0, "a")):
        for _ in range(2 + pc):
            school.pcs[pc].log.append([answer("Q-1", choice)])
        school.carry(pc)
    teacher = school.open("hasty")
    by_time = {read_bundle(file).header.count: file for file in school.files()}
    for count in sorted(by_time, reverse=True):
        collect(teacher, [by_time[count]], receipts=False)
    kept = digest_of(teacher)
    assert rebuilt_digest_of(teacher) != kept
    teacher.close()
    monkeypatch.undo()
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"everywhere")


def both_orders(school: School) -> list[tuple[str, list[Chain]]]:
    """Return what two teachers have who collect the bundles in either order, then all again."""
    files = school.files()
    assert len(files) == 2
    found = []
    for number, order in enumerate((files, files[::-1])):
        teacher = school.open(f"either{number}")
        for file in order:
            assert collect(teacher, [file], receipts=False).good
        assert collect(teacher, order, receipts=False).new == 0
        kept = digest_of(teacher)
        assert rebuilt_digest_of(teacher) == kept
        with teacher.reading() as connection:
            found.append((kept, stored_chains(connection)))
        teacher.close()
    return found


def test_what_a_recovery_chained_anew_is_one_event_in_any_order(school: School) -> None:
    """The first bundle that came decided about the time of the answer; the other was refused."""
    source = school.pcs[0]
    school.write(0, [answer("Q-1", choice) for choice in "abc"], carry=True)
    assert len(ids(source)) == 3
    school.damage_an_event(0, 1)
    assert len(ids(school.pcs[0])) == 2
    school.write(0, [answer("Q-1", "d")], carry=True)
    first, second = both_orders(school)
    assert first == second
    told = sorted((one.state, one.events) for one in first[1])
    assert told == [("complete", 2), ("complete", 3)]


def test_a_side_journal_that_two_clones_took_in_is_one_event_in_any_order(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecolearn.store.log.BUSY_MS", 50)
    source = school.pcs[0]
    source.log.append([answer("Q-1", "a")])
    other = raw(source)
    other.execute("BEGIN EXCLUSIVE")
    source.log.append([answer("Q-1", "b")])
    other.close()
    source.close()
    shutil.copytree(source.folder, school.root / "pc2")
    for number, writes in ((0, 0), (2, 3)):
        pc = Store(school.root / f"pc{number}")
        for _ in range(writes):
            pc.log.append([answer("Q-1", "c")])
        school.pcs[0] = pc
        school.carry(0)
        pc.close()
    school.pcs[0] = Store(source.folder)
    first, second = both_orders(school)
    assert first == second
