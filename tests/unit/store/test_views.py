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


@pytest.mark.parametrize("view", VIEW_CLASSES, ids=lambda view: str(view.__tablename__))
def test_every_column_of_a_view_says_how_two_values_become_one(
    view: type[views.View],
) -> None:
    table = view.__table__
    ruled = {column.name for column in table.primary_key}
    ruled |= {*view.most, *view.least, *view.latest}
    ruled |= {name for names in view.latest.values() for name in names}
    assert ruled == {column.name for column in table.columns}
