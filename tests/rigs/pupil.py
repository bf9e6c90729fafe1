"""A learner who never stops: reads, answers, tries activities, writes the diary, takes hints, hands
in, begins again."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from ecolearn.store.engine import Journal
from ecolearn.store.events import Fact
from ecolearn.store.store import Store
from ecolearn.study.api import Spot
from ecolearn.study.study import Study
from tests.rigs import common
from tests.unit.study.courses_made import RIGHT, WRONG

Act = Callable[[], object]


def acts(study: Study, rng: random.Random, tell: Callable[[bytes], object]) -> Iterator[Act]:
    """Yield one act after another; the caller does it, again if it was refused."""
    learner = common.pupil(study)
    for number in itertools.count():
        module = "M1" if number % 2 == 0 else "M2"
        yield partial(study.open_lesson, learner, "energy", "L1")
        spot = Spot(str(number), number % 7)
        yield partial(study.save_spot, learner, "energy", "L1", spot, rng.random())
        yield partial(study.answer_in_lesson, learner, "energy", "L1", "L1-1", RIGHT)
        for guess in (number % 5, 7):
            yield partial(study.save_activity, learner, "energy", "L1", "guess", {"guess": guess})
        yield from _diary(study, learner, number)
        yield partial(study.start_quiz, learner, "energy", module)
        sitting = study.start_quiz(learner, "energy", module).value
        attempt, spent = sitting.attempt_id, sitting.elapsed_s
        for place, item in enumerate(sitting.items):
            one = item.item_id
            given = {"text": "watt"} if one in ("R3", "R4") else rng.choice((RIGHT, WRONG))
            spent += rng.uniform(1, 20)
            yield partial(study.move_to, attempt, place, spent)
            if rng.random() < 0.4 and one[0] == "Q":
                yield partial(study.draft, attempt, one, WRONG, spent)
            if rng.random() < 0.3:
                yield partial(study.hint, attempt, one, spent)
            if rng.random() < 0.3:
                yield partial(study.flag, attempt, one, True)
            yield partial(study.answer, attempt, one, given, spent)
            yield partial(_tick, study, attempt, spent + 0.5, tell)
        yield partial(study.finish, attempt, spent + 1)


def _diary(study: Study, learner: str, number: int) -> Iterator[Act]:
    """Read the meter, correct a slip, now and then take an entry back or bring it back."""
    day = date(2026, 11, 1) + timedelta(days=number % 28)
    note = f"reading {number}"
    yield partial(study.write_diary, learner, "meter", day, 100.0 + number, "kWh", note)
    written = study.diary(learner)
    if written and number % 2:
        entry = written[-1].entry_id
        yield partial(study.write_diary, learner, "meter", day, 99.5, "kWh", note, entry)
    if written and number % 3 == 0:
        yield partial(study.remove_diary_entry, learner, written[0].entry_id)
        yield partial(study.remove_diary_entry, learner, written[0].entry_id, False)


def aside(seed: int) -> Fact:
    """Return a fact to be written while the database is held."""
    return Fact("learner_seen", {}, hashlib.sha256(str(seed).encode()).digest()[:16])


def _tick(study: Study, attempt: str, spent: float, tell: Callable[[bytes], object]) -> None:
    study.tick(attempt, spent)
    tell(json.dumps({"attempt": attempt, "tick": spent}).encode() + b"\n")


def work(folder: Path, journal: Journal, out: Path, seed: int, *, too_early: bool = False) -> None:
    """Work until killed. Each acknowledged event is a line in `out`, written at once."""
    handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    store = Store(folder, journal=journal)

    def tell(line: bytes) -> None:
        os.write(handle, line)

    common.hook(store, lambda event: tell(common.line_of(event)), too_early=too_early)
    for act in acts(common.open_study(store, seed), random.Random(seed), tell):
        act()
