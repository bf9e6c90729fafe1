"""Collecting in any order, twice, from clones, with damaged files between: the result is the set
union of what was carried, and its views are those made anew from it (RELIABILITY T9)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from ecolearn.store import incarnation, merge, recovery
from ecolearn.store.bundles import read_bundle
from ecolearn.store.carrying import collect, export
from ecolearn.store.chains import Chain, stored_chains
from ecolearn.store.store import Store
from ecolearn.store.views import stamp
from tests.unit.store.bundles_made import digest_of, facts_of, rebuilt_digest_of
from tests.unit.store.facts_made import answer, ids, profile, raw
from tests.unit.store.test_views import facts

_MEMORY = Path("/dev/shm")


@pytest.fixture(autouse=True)
def cloned_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a copied database go on as what it was copied from, as on cloned PCs."""
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"everywhere")


class School(RuleBasedStateMachine):
    """PCs that write, export, collect from each other and are cloned, and two teachers' PCs that
    get every bundle in another order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
        self.stick = self.root / "stick"
        self.stick.mkdir()
        self.pcs: list[Store] = []
        self.events: set[Any] = set()
        self.payloads: set[Any] = set()
        self.damaged = 0

    def _open(self, name: str) -> Store:
        folder = self.root / name
        folder.mkdir(exist_ok=True)
        return Store(folder)

    @initialize(count=st.integers(2, 3))
    def begin(self, count: int) -> None:
        self.pcs = [self._open(f"pc{number}") for number in range(count)]

    @rule(pc=st.integers(0, 4), happened=st.lists(facts(), min_size=1, max_size=6))
    def write(self, pc: int, happened: list[Any]) -> None:
        self._pc(pc).log.append(happened)

    @rule(pc=st.integers(0, 4))
    def carry(self, pc: int) -> None:
        source = self._pc(pc)
        export(source, self.stick)
        events, payloads = facts_of(source)
        self.events |= events
        self.payloads |= payloads

    @rule(pc=st.integers(0, 4))
    def collect_on_a_pupils_pc(self, pc: int) -> None:
        collect(self._pc(pc), [self.stick])

    @rule(pc=st.integers(0, 4))
    def clone(self, pc: int) -> None:
        if len(self.pcs) < 5:
            source = self._pc(pc)
            name = f"pc{len(self.pcs)}"
            source.close()
            shutil.copytree(source.folder, self.root / name)
            self.pcs[self.pcs.index(source)] = Store(source.folder)
            self.pcs.append(self._open(name))

    @rule(number=st.integers(0, 99))
    def copy_a_bundle(self, number: int) -> None:
        if files := self._files():
            shutil.copyfile(files[number % len(files)], self.stick / f"copy-{number}.ecoprogress")

    @rule(number=st.integers(0, 99), place=st.integers(0, 10**6), bit=st.integers(0, 7))
    def damage_a_copy(self, number: int, place: int, bit: int) -> None:
        if files := self._files():
            data = bytearray(files[number % len(files)].read_bytes())
            data[place % len(data)] ^= 1 << bit
            self.damaged += 1
            (self.stick / f"damaged-{self.damaged}.ecoprogress").write_bytes(data)

    def teardown(self) -> None:
        try:
            if self.pcs:
                self._teachers_agree()
        finally:
            for pc in self.pcs:
                pc.close()
            shutil.rmtree(self.root)

    def _teachers_agree(self) -> None:
        files = sorted(self.stick.glob("*.ecoprogress"))
        seen = []
        for number in range(2):
            order = files * (1 + number)
            Random(number).shuffle(order)
            teacher = self._open(f"teacher{number}")
            done = [collect(teacher, [file], receipts=False).outcomes[0] for file in order]
            again = collect(teacher, [self.stick], receipts=False)
            assert again.new == 0
            for one in done:
                bad = one.path.name.startswith("damaged-")
                assert (one.state == "refused") == bad, one
            events, payloads = facts_of(teacher)
            assert events == self.events
            assert payloads == self.payloads
            kept = digest_of(teacher)
            assert rebuilt_digest_of(teacher) == kept
            with teacher.reading() as connection:
                seen.append((kept, stored_chains(connection)))
            teacher.close()
        assert seen[0] == seen[1]

    def _pc(self, number: int) -> Store:
        return self.pcs[number % len(self.pcs)]

    def _files(self) -> list[Path]:
        return sorted(self.stick.glob("progress-*.ecoprogress"))


def test_any_order_gives_the_same() -> None:
    quickly = settings(
        max_examples=25,
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
    teacher = school._open("hasty")
    by_time = {read_bundle(file).header.count: file for file in school._files()}
    for count in sorted(by_time, reverse=True):
        collect(teacher, [by_time[count]], receipts=False)
    kept = digest_of(teacher)
    assert rebuilt_digest_of(teacher) != kept
    teacher.close()
    monkeypatch.undo()
    monkeypatch.setattr(incarnation, "place_of", lambda path: b"everywhere")


def both_orders(school: School) -> list[tuple[str, list[Chain]]]:
    """Return what two teachers have who collect the bundles in either order, then all again."""
    files = school._files()
    assert len(files) == 2
    found = []
    for number, order in enumerate((files, files[::-1])):
        teacher = school._open(f"either{number}")
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
    for choice in "abc":
        source.log.append([answer("Q-1", choice)])
    export(source, school.stick)
    lost = ids(source)[1]
    source.close()
    data = (source.folder / "eco.db").read_bytes()
    (source.folder / "eco.db").write_bytes(data.replace(lost, bytes(16)))
    recovery.recover(source.folder)
    school.pcs[0] = source = Store(source.folder)
    assert len(ids(source)) == 2
    source.log.append([answer("Q-1", "d")])
    export(source, school.stick)
    first, second = both_orders(school)
    assert first == second
    told = sorted((one.state, one.events) for one in first[1])
    assert told == [("complete", 2), ("complete", 3)]
    school.events, school.payloads = later_seats(school)


def test_a_side_journal_that_two_clones_took_in_is_one_event_in_any_order(school: School) -> None:
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
        export(pc, school.stick)
        pc.close()
    school.pcs[0] = Store(source.folder)
    first, second = both_orders(school)
    assert first == second
    school.events, school.payloads = later_seats(school)


def later_seats(school: School) -> tuple[set[Any], set[Any]]:
    """Return the facts in all bundles, of each id the one with the later seat."""
    found: dict[bytes, Any] = {}
    payloads = set()
    for file in school._files():
        lone = school._open(f"lone-{file.stem}")
        collect(lone, [file], receipts=False)
        events, more = facts_of(lone)
        payloads |= more
        for one in events:
            found[one[0]] = max(found.get(one[0], one), one, key=lambda row: (row[3], *row[1:3]))
        lone.close()
    return set(found.values()), payloads
