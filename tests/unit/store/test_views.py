"""Views follow from the log alone: incremental equals rebuilt, in any order (RELIABILITY 3.4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecolearn.store import schema, views
from ecolearn.store.bulk import Fold
from ecolearn.store.events import Event, Fact
from ecolearn.store.incarnation import begin, living
from ecolearn.store.log import put
from ecolearn.store.tables import VIEW_CLASSES
from tests.unit.store.facts_made import an_id, event

people = st.sampled_from(["Aru", "Dana"]).map(an_id)
attempts = st.sampled_from(["first", "second"]).map(an_id)
items = st.sampled_from(["Q-1", "Q-2", "Q-3"])
lessons = st.sampled_from(["L1", "L2"])
courses = st.sampled_from(["energy", "water"])
scores = st.sampled_from([0.0, 0.25, 1.0])
whole = st.integers(0, 100_000)
responses = st.fixed_dictionaries({"choice": st.sampled_from("abc")})
grades = st.fixed_dictionaries({"score": scores, "parts": st.just({})})
text = st.text(max_size=8)
states = st.fixed_dictionaries({"ticked": st.lists(items, max_size=2)})


def _place(**more: st.SearchStrategy[object]) -> dict[str, st.SearchStrategy[object]]:
    return {"course": courses, "module": st.just("M1"), "parts": st.integers(1, 9), **more}


BODIES: dict[str, dict[str, st.SearchStrategy[object]]] = {
    "learner_profile": {
        "name": text,
        "picture": text,
        "hue": st.integers(0, 359),
        "language": st.sampled_from(["kk", "ru"]),
    },
    "learner_pin": {"pin": text},
    "learner_seen": {},
    "learner_pin_wrong": {"wrong": st.integers(1, 9)},
    "learner_removed": {"removed": st.booleans()},
    "lesson_opened": _place(lesson=lessons),
    "lesson_spot": {
        "course": courses,
        "lesson": lessons,
        "block": st.integers(0, 50),
        "shift": st.floats(0, 1),
        "furthest": st.floats(0, 1),
    },
    "lesson_finished": _place(lesson=lessons),
    "lesson_answered": {
        "course": courses,
        "lesson": lessons,
        "response": responses,
        "grade": grades,
        "score": scores,
    },
    "lesson_hinted": {"course": courses, "lesson": lessons, "hints": st.integers(1, 4)},
    "started": _place(
        quiz=st.just("M1-Q"),
        number=st.integers(1, 5),
        retry_of=st.just(""),
        settings=st.just({"pass": 0.8}),
    ),
    "shown": {"seed": whole, "items": st.just([])},
    "answered": {
        "course": courses,
        "response": responses,
        "grade": st.none() | grades,
        "score": st.none() | scores,
        "elapsed_ms": whole,
    },
    "drafted": {"response": responses, "elapsed_ms": whole},
    "hinted": {"hints": st.integers(1, 4), "elapsed_ms": whole},
    "flagged": {"flagged": st.booleans()},
    "moved": {"position": st.integers(0, 9), "elapsed_ms": whole},
    "finished": _place(
        marks=st.dictionaries(
            items, st.fixed_dictionaries({"grade": grades, "score": scores}), max_size=2
        ),
        score=scores,
        passed=st.booleans(),
        result=st.just({"ledger": []}),
        elapsed_ms=whole,
    ),
    "graded": {
        "course": courses,
        "grade": grades,
        "score": scores,
        "reason": text,
        "person": text,
    },
    "activity_saved": {
        "course": courses,
        "lesson": lessons,
        "kind": st.just("checklist"),
        "state": states,
        "score": st.none() | scores,
        "done": st.booleans(),
    },
    "diary_written": {
        "entry": st.sampled_from(["e1", "e2"]),
        "day": st.dates().map(str),
        "value": st.floats(-1e6, 1e6),
        "unit": st.sampled_from(["kWh", ""]),
        "note": text,
    },
    "diary_removed": {"entry": st.sampled_from(["e1", "e2"]), "removed": st.booleans()},
}


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """Anything that can happen."""
    kind = draw(st.sampled_from(sorted(BODIES)))
    body = draw(st.fixed_dictionaries(BODIES[kind]))
    return Fact(kind, body, draw(people), draw(attempts), draw(items), b"\x5a" * 32)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    """Return an empty database in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        schema.create(memory)
        begin(memory, b"here", "created")
        memory.execute("BEGIN")
        yield memory


def _write(connection: sqlite3.Connection, events: list[Event]) -> None:
    life = living(connection)
    for one in events:
        life = put(connection, life, one)


slowly = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@slowly
@given(happened=st.lists(facts(), max_size=25))
def test_views_kept_along_the_way_equal_views_made_anew(
    connection: sqlite3.Connection, happened: list[Fact]
) -> None:
    connection.execute("SAVEPOINT clean")
    _write(connection, [event(fact) for fact in happened])
    kept = views.digest(connection)
    assert views.rebuild(connection) == len(happened)
    assert views.digest(connection) == kept
    connection.execute("ROLLBACK TO clean")


@slowly
@given(happened=st.lists(facts(), max_size=25), seed=st.integers(0, 2**32))
def test_the_order_of_arrival_makes_no_difference(
    connection: sqlite3.Connection, happened: list[Fact], seed: int
) -> None:
    """Merging bundles in any order gives the same views (3.9)."""
    connection.execute("SAVEPOINT clean")
    _write(connection, [event(fact) for fact in happened])
    kept = views.digest(connection)
    arrived = list(views.stored_events(connection))
    Random(seed).shuffle(arrived)
    views.rebuild(connection, arrived)
    assert views.digest(connection) == kept
    connection.execute("ROLLBACK TO clean")


def test_a_rule_that_asks_for_the_order_of_arrival_would_be_found(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: without the stamp the last to arrive would win."""
    early = event(Fact("learner_pin", {"pin": "early"}, an_id("Aru")))
    late = event(Fact("learner_pin", {"pin": "late"}, an_id("Aru")))
    connection.execute("SAVEPOINT clean")
    _write(connection, [early, late])
    kept = views.digest(connection)
    arrived = list(views.stored_events(connection))[::-1]
    for index, one in enumerate(arrived):
        arrived[index] = views.Happened(
            one.kind,
            one.learner,
            one.attempt,
            one.item,
            one.wall_ms,
            one.mono_ms,
            one.boot,
            one.body,
            views.stamp(100 + index, b""),
        )
    views.rebuild(connection, arrived)
    assert views.digest(connection) != kept
    connection.execute("ROLLBACK TO clean")


def _activity(score: float | None, done: bool, at: str) -> Fact:
    body = {"course": "energy", "lesson": "L1", "kind": "sorting", "state": {"at": at}}
    return Fact("activity_saved", {**body, "score": score, "done": done}, an_id("Aru"), item="A1")


@pytest.mark.parametrize(
    ("scores", "best"),
    [((None, None), None), ((None, 0.0), 0.0), ((0.5, None), 0.5), ((1.0, 0.25), 1.0)],
)
def test_an_activity_shows_the_latest_state_and_keeps_the_best(
    connection: sqlite3.Connection,
    scores: tuple[float | None, float | None],
    best: float | None,
) -> None:
    first, second = scores
    connection.execute("SAVEPOINT clean")
    facts = [_activity(first, True, "first"), _activity(second, False, "second")]
    _write(connection, [event(fact) for fact in facts])
    found = connection.execute("SELECT state, score, best, done FROM activity").fetchall()
    assert found == [('{"at":"second"}', second, best, 1)]
    connection.execute("ROLLBACK TO clean")


def test_a_corrected_entry_keeps_its_place_in_the_day_and_a_removed_one_can_come_back(
    connection: sqlite3.Connection,
) -> None:
    def say(kind: str, **body: object) -> Event:
        return event(Fact(kind, {"entry": "e1", **body}, an_id("Aru"), item="cold-water"))

    written = {"day": "2026-11-20", "unit": "m3", "note": ""}
    connection.execute("SAVEPOINT clean")
    first = say("diary_written", **written, value=12.5)
    _write(connection, [first, say("diary_removed", removed=True)])
    _write(connection, [say("diary_written", **written, value=12.6)])
    rows = "SELECT series, value, written_ms, removed FROM diary"
    was_first = first.moment.wall_ms
    assert connection.execute(rows).fetchall() == [("cold-water", 12.6, was_first, 1)]
    _write(connection, [say("diary_removed", removed=False)])
    assert connection.execute(rows).fetchall() == [("cold-water", 12.6, was_first, 0)]
    connection.execute("ROLLBACK TO clean")


_SAVED = {"course": "energy", "lesson": "L1", "kind": "x", "state": {}, "score": 1.0, "done": True}
_WRITTEN = {"entry": "e1", "day": "2026-11-20", "value": 1.0, "unit": "", "note": ""}
_REMOVED = {"entry": "e1", "removed": True}
_GOOD = {"activity_saved": _SAVED, "diary_written": _WRITTEN, "diary_removed": _REMOVED}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("activity_saved", {**_SAVED, "score": -1.0}),
        ("activity_saved", {**_SAVED, "score": "nan"}),
        ("activity_saved", {**_SAVED, "score": [1]}),
        ("activity_saved", {**_SAVED, "lesson": None}),
        ("activity_saved", {**_SAVED, "course": 7}),
        ("activity_saved", {}),
        ("diary_written", {**_WRITTEN, "value": "inf"}),
        ("diary_written", {**_WRITTEN, "value": None}),
        ("diary_written", {**_WRITTEN, "day": 20261120}),
        ("diary_written", {**_WRITTEN, "entry": None}),
        ("diary_removed", {**_REMOVED, "entry": ["e1"]}),
        ("diary_removed", {}),
    ],
)
def test_a_body_that_no_program_of_ours_writes_is_left_out(
    kind: str, body: dict[str, object]
) -> None:
    """I11: as it may come in a bundle."""

    def taken(told: dict[str, object]) -> bool:
        stamp = views.stamp(1, b"")
        return Fold().add(views.Happened(kind, b"A" * 16, b"", "x", 1, 1, b"", told, stamp))

    assert taken(_GOOD[kind])
    assert not taken(body)


@pytest.mark.parametrize("view", VIEW_CLASSES, ids=lambda view: str(view.__tablename__))
def test_every_column_of_a_view_says_how_two_values_become_one(
    view: type[views.View],
) -> None:
    table = view.__table__
    ruled = {column.name for column in table.primary_key}
    ruled |= {*view.most, *view.least, *view.latest}
    ruled |= {name for names in view.latest.values() for name in names}
    assert ruled == {column.name for column in table.columns}
