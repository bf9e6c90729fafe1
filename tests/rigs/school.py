"""Many PCs that carry bundles to one another: as a state machine for Hypothesis, and in bulk."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from ecolearn.store import backup, incarnation, recovery
from ecolearn.store.bundles import Line
from ecolearn.store.carrying import collect, export
from ecolearn.store.chains import stored_chains
from ecolearn.store.events import Fact
from ecolearn.store.store import Store
from tests.unit.store.bundles_made import (
    digest_of,
    facts_of,
    rebuilt_digest_of,
    rewrite,
    write_raw,
)
from tests.unit.store.facts_made import an_id, ids
from tests.unit.store.test_views import facts

_MEMORY = Path("/dev/shm")


def anywhere() -> Callable[[Path], bytes]:
    """Let a copied database go on as what it was copied from, as on cloned PCs that nobody can
    tell apart; return what was in place."""
    real = incarnation.place_of
    incarnation.place_of = lambda path: b"everywhere"
    return real


def seat(row: Any) -> Any:
    """Return what decides which seat an event keeps; for rows of `facts_of`."""
    return row[3], row[1], row[2], row[16]


# ── a few PCs, moved by Hypothesis ────────────────────────────────────────────────────────────


class School(RuleBasedStateMachine):
    """PCs that write, export and collect, are cloned, reset, restored and damaged, and two
    teachers' PCs that get every bundle in another order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
        self.stick = self.root / "stick"
        self.stick.mkdir()
        self.pcs: list[Store] = []
        self.events: dict[bytes, Any] = {}
        self.payloads: set[Any] = set()
        self.damaged = 0

    def open(self, name: str) -> Store:
        """Open the store of a PC."""
        folder = self.root / name
        folder.mkdir(exist_ok=True)
        return Store(folder)

    @initialize(count=st.integers(2, 3))
    def begin(self, count: int) -> None:
        self.pcs = [self.open(f"pc{number}") for number in range(count)]

    @rule(
        pc=st.integers(0, 4),
        happened=st.lists(facts(), min_size=1, max_size=6),
        carry=st.booleans(),
    )
    def write(self, pc: int, happened: list[Any], carry: bool = False) -> None:
        self.pc(pc).log.append(happened)
        if carry:
            self.carry(pc)

    @rule(pc=st.integers(0, 4))
    def carry(self, pc: int) -> None:
        source = self.pc(pc)
        export(source, self.stick)
        events, payloads = facts_of(source)
        for one in events:
            self.events[one[0]] = max(self.events.get(one[0], one), one, key=seat)
        self.payloads |= payloads

    @rule(pc=st.integers(0, 4))
    def collect_on_a_pupils_pc(self, pc: int) -> None:
        collect(self.pc(pc), [self.stick])

    @rule(pc=st.integers(0, 4))
    def clone(self, pc: int) -> None:
        if len(self.pcs) < 5:
            source = self.pc(pc)
            name = f"pc{len(self.pcs)}"
            source.close()
            shutil.copytree(source.folder, self.root / name)
            self.pcs[self.pcs.index(source)] = Store(source.folder)
            self.pcs.append(self.open(name))

    @rule(pc=st.integers(0, 4))
    def make_an_image(self, pc: int) -> None:
        source = self.pc(pc)
        image = self.root / f"image-{source.folder.name}"
        source.close()
        shutil.rmtree(image, ignore_errors=True)
        shutil.copytree(source.folder, image)
        self.pcs[self.pcs.index(source)] = Store(source.folder)

    @rule(pc=st.integers(0, 4))
    def reset_to_the_image(self, pc: int) -> None:
        source = self.pc(pc)
        image = self.root / f"image-{source.folder.name}"
        if image.exists():
            source.close()
            shutil.rmtree(source.folder)
            shutil.copytree(image, source.folder)
            self.pcs[self.pcs.index(source)] = Store(source.folder)

    @rule(pc=st.integers(0, 4))
    def back_up(self, pc: int) -> None:
        self.pc(pc).backup()

    @rule(pc=st.integers(0, 4), keep_newer=st.booleans())
    def restore(self, pc: int, keep_newer: bool) -> None:
        source = self.pc(pc)
        copies = backup.backups(source.backups)
        if copies:
            source.close()
            recovery.restore(source.folder, copies[0], keep_newer=keep_newer)
            self.pcs[self.pcs.index(source)] = Store(source.folder)

    @rule(pc=st.integers(0, 4), number=st.integers(0, 99), carry=st.booleans())
    def damage_an_event(self, pc: int, number: int, carry: bool = False) -> None:
        source = self.pc(pc)
        there = ids(source)
        if there:
            source.close()
            path = source.folder / "eco.db"
            wanted = there[number % len(there)]
            path.write_bytes(path.read_bytes().replace(wanted, bytes(16)))
            recovery.recover(source.folder)
            self.pcs[self.pcs.index(source)] = Store(source.folder)
            if carry:
                self.carry(pc)

    @rule(number=st.integers(0, 99))
    def copy_a_bundle(self, number: int) -> None:
        if files := self.files():
            shutil.copyfile(files[number % len(files)], self.stick / f"copy-{number}.ecoprogress")

    @rule(number=st.integers(0, 99), place=st.integers(0, 10**6), bit=st.integers(0, 7))
    def damage_a_copy(self, number: int, place: int, bit: int) -> None:
        if files := self.files():
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
            teacher = self.open(f"teacher{number}")
            done = [collect(teacher, [file], receipts=False).outcomes[0] for file in order]
            again = collect(teacher, [self.stick], receipts=False)
            assert again.new == 0
            for one in done:
                bad = one.path.name.startswith("damaged-")
                assert (one.state == "refused") == bad, one
                assert one.state != "odd", one
            events, payloads = facts_of(teacher)
            assert events == set(self.events.values())
            assert payloads == self.payloads
            kept = digest_of(teacher)
            assert rebuilt_digest_of(teacher) == kept
            with teacher.reading() as connection:
                seen.append((kept, stored_chains(connection)))
            teacher.close()
        assert seen[0] == seen[1]

    def pc(self, number: int) -> Store:
        """Return one of the PCs."""
        return self.pcs[number % len(self.pcs)]

    def files(self) -> list[Path]:
        """Return the bundles that PCs wrote."""
        return sorted(self.stick.glob("progress-*.ecoprogress"))


# ── a whole school ────────────────────────────────────────────────────────────────────────────


@dataclass
class Carried:
    """What lies on the teacher's stick, and the union of all facts that were exported."""

    stick: Path
    union: Path
    events: int = 0
    forked: int = 0
    bad: list[str] = field(default_factory=list)

    def files(self) -> list[Path]:
        """Return all files."""
        return sorted(self.stick.iterdir())


def build(work: Path, pcs: int, learners: int, events: int, seed: int) -> Carried:
    """Let every PC write `learners × events` facts and carry them; of each eight PCs one is a
    clone of the one before, one is reset to an image, one goes back to a copy. Then five bundles
    are copied and five spoilt."""
    rng = random.Random(seed)
    carried = Carried(work / "stick", work / "union.db")
    carried.stick.mkdir()
    with closing(sqlite3.connect(carried.union)) as connection:
        connection.executescript(_UNION)
    share = learners * events
    for number in range(pcs):
        folder = work / f"pc{number}"
        if not folder.exists():  # else it was cloned
            folder.mkdir()
            _use(folder, number, learners, share // 2, rng)
        kind = number % 8
        if kind == 3 and number + 1 < pcs:
            shutil.copytree(folder, work / f"pc{number + 1}")
        elif kind == 6:
            _carry(folder, carried)
            shutil.copytree(folder, work / "image")
            _use(folder, number, learners, share // 4, rng)
            _carry(folder, carried)
            shutil.rmtree(folder)
            (work / "image").rename(folder)
        elif kind == 1:
            store = Store(folder)
            copy = store.backup()
            store.close()
            _use(folder, number, learners, share // 4, rng)
            _carry(folder, carried)
            recovery.restore(folder, copy, keep_newer=False)
        _use(folder, number, learners, share - share // 2, rng)
        _carry(folder, carried)
        shutil.rmtree(folder)
    _spoil(carried, rng)
    with closing(sqlite3.connect(carried.union)) as connection:
        carried.events = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        carried.forked = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM event GROUP BY inc, seq HAVING count(*) > 1)"
        ).fetchone()[0]
    return carried


#: the union is made by SQL over the sources, not by what is tried
COLUMNS = (
    "id, inc, seq, lamport, learner, attempt, kind, item, pkg_hash, wall_ms, tz_min, mono_ms, "
    "boot, flags, commit_h, prev_h, h, mac"
)
_UNION = f"""
CREATE TABLE event ({COLUMNS}, PRIMARY KEY (id)) WITHOUT ROWID;
CREATE TABLE payload (event_id PRIMARY KEY, salt, body) WITHOUT ROWID;
"""
_ADD = f"""
INSERT INTO main.event SELECT {COLUMNS} FROM pc.event WHERE true
ON CONFLICT (id) DO UPDATE SET inc = excluded.inc, seq = excluded.seq, lamport = excluded.lamport,
flags = excluded.flags, prev_h = excluded.prev_h, h = excluded.h, mac = excluded.mac
WHERE (excluded.lamport, excluded.inc, excluded.seq, excluded.h)
    > (main.event.lamport, main.event.inc, main.event.seq, main.event.h)
"""


def _carry(folder: Path, carried: Carried) -> None:
    store = Store(folder)
    export(store, carried.stick)
    store.close()
    with closing(sqlite3.connect(carried.union)) as connection:
        connection.execute("ATTACH ? AS pc", (str(folder / "eco.db"),))
        connection.execute(_ADD)
        connection.execute(
            "INSERT OR IGNORE INTO main.payload SELECT event_id, salt, body FROM pc.payload"
        )
        connection.commit()


def _use(folder: Path, number: int, learners: int, count: int, rng: random.Random) -> None:
    """Write so many facts; one learner in three sits at every PC now and then."""
    store = Store(folder)
    who = [an_id(f"guest {one}" if one % 3 == 0 else f"{number} {one}") for one in range(learners)]
    left = count
    while left:
        some = [_happened(rng, rng.choice(who), number) for _ in range(min(left, 400))]
        store.log.append(some)
        left -= len(some)
    store.close()


_WEIGHTS = {
    "answered": 26,
    "lesson_spot": 16,
    "lesson_answered": 14,
    "lesson_opened": 9,
    "moved": 8,
    "activity_saved": 6,
    "drafted": 5,
    "started": 3,
    "shown": 3,
    "diary_written": 3,
    "finished": 2,
    "learner_seen": 2,
    "learner_profile": 1,
    "diary_removed": 1,
    "learner_removed": 1,
}
_KINDS, _OFTEN = list(_WEIGHTS), list(_WEIGHTS.values())


def _happened(rng: random.Random, learner: bytes, number: int) -> Fact:
    """Return something that happened to a learner on a PC."""
    kind = rng.choices(_KINDS, _OFTEN)[0]
    score = rng.choice((None, 0.0, 0.25, 0.5, 1.0))
    lesson, item = f"L{rng.randrange(12)}", f"Q-{rng.randrange(40)}"
    elapsed = rng.randrange(10**6)
    grade = None if score is None else {"score": score, "parts": {}}
    course: dict[str, Any] = {"course": rng.choice(("energy", "water"))}
    place = {**course, "module": f"M{rng.randrange(4)}", "parts": 24}
    given = {"response": {"choice": rng.choice("abcd")}}
    bodies: dict[str, dict[str, Any]] = {
        "answered": {**course, **given, "grade": grade, "score": score, "elapsed_ms": elapsed},
        "lesson_spot": {
            **course,
            "lesson": lesson,
            "block": rng.randrange(40),
            "shift": rng.random(),
            "furthest": rng.random(),
        },
        "lesson_answered": {**course, **given, "lesson": lesson, "grade": grade, "score": score},
        "lesson_opened": {**place, "lesson": lesson},
        "moved": {"position": rng.randrange(20), "elapsed_ms": elapsed},
        "activity_saved": {
            **course,
            "lesson": lesson,
            "kind": "checklist",
            "state": {"ticked": [item]},
            "score": score,
            "done": rng.random() < 0.3,
        },
        "drafted": {**given, "elapsed_ms": elapsed},
        "started": {
            **place,
            "quiz": "M-Q",
            "number": rng.randrange(1, 9),
            "retry_of": "",
            "settings": {"pass": 0.8},
        },
        "shown": {"seed": elapsed, "items": [item]},
        "diary_written": {
            "entry": f"{rng.randrange(20):032x}",
            "day": f"2026-11-{rng.randrange(1, 29):02}",
            "value": rng.uniform(0, 1000),
            "unit": "kWh",
            "note": "",
        },
        "finished": {
            **place,
            "marks": {item: {"grade": {"score": 1.0}, "score": 1.0}},
            "score": score,
            "passed": score == 1.0,
            "result": {"ledger": []},
            "elapsed_ms": elapsed,
        },
        "learner_seen": {},
        "learner_profile": {
            "name": f"N{elapsed}",
            "picture": "leaf",
            "hue": elapsed % 360,
            "language": "kk",
        },
        "diary_removed": {"entry": f"{rng.randrange(20):032x}", "removed": rng.random() < 0.5},
        "learner_removed": {"removed": rng.random() < 0.5},
    }
    attempt = learner[:8] + number.to_bytes(2, "big") + rng.randrange(6).to_bytes(6, "big")
    return Fact(kind, bodies[kind], learner, attempt, item)


def _spoil(carried: Carried, rng: random.Random) -> None:
    """Copy five bundles, and put five bad ones beside."""
    files = carried.files()
    for number, file in enumerate(rng.choices(files, k=5)):
        shutil.copyfile(file, carried.stick / f"copy-{number}.ecoprogress")
    for number, file in enumerate(rng.choices(files, k=4)):
        bad = carried.stick / f"bad-{number}.ecoprogress"
        data = bytearray(file.read_bytes())
        if number == 0:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        elif number == 1:
            del data[rng.randrange(len(data)) :]
        elif number == 2:
            at = rng.randrange(len(data) // 2)
            data[at : at + 512] = bytes(512)
        bad.write_bytes(data)
        if number == 3:  # a changed answer, with outer hashes that agree
            rewrite(bad, _better_marks)
    write_raw(carried.stick / "bad-4.ecoprogress", {"count": 7}, b"no gzip")


def _better_marks(lines: list[Line]) -> list[Line]:
    body = msgspec.Raw(b'{"course":"energy","score":1.0}')
    middle = len(lines) // 2
    lines[middle] = msgspec.structs.replace(lines[middle], body=body)
    return lines
