"""Bodies are canonical, ids rise, moments tell what the clock did (RELIABILITY 3.4, 3.11)."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecolearn.errors import NotSaved
from ecolearn.store.clock import BACKWARDS, JUMPED, Clock
from ecolearn.store.events import FORMS, canonical, read_body
from ecolearn.store.ids import to_bytes, uuid7
from ecolearn.store.views import PROJECTIONS

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), plain))
def test_a_body_comes_back_as_it_was(body: dict[str, object]) -> None:
    assert read_body(canonical(body)) == body


@given(st.dictionaries(st.text(), plain))
def test_the_order_of_fields_makes_no_difference(body: dict[str, object]) -> None:
    assert canonical(dict(reversed(body.items()))) == canonical(body)


def test_letters_of_all_languages_stay_letters() -> None:
    assert canonical({"text": "су ә ғ қ 📗"}) == '{"text":"су ә ғ қ 📗"}'.encode()


@pytest.mark.parametrize(
    ("body", "reason"), [({"text": "x" * 300_000}, "too-long"), ({"x": object()}, "not-json")]
)
def test_what_cannot_be_kept_is_refused(body: dict[str, object], reason: str) -> None:
    with pytest.raises(NotSaved) as caught:
        canonical(body)
    assert caught.value.facts == {"reason": reason}


def test_ids_are_uuids_of_version_7_and_rise() -> None:
    made = [uuid7() for _ in range(5000)]
    assert made == sorted(set(made))
    first = uuid.UUID(bytes=made[0])
    assert first.version == 7
    assert first.variant == uuid.RFC_4122


@pytest.mark.parametrize("text", ["", "00", "zz" * 16, "00" * 17])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_bytes(text)


def test_every_kind_has_a_form_and_a_projection() -> None:
    assert set(PROJECTIONS) == set(FORMS)


class Hands:
    """Clocks that a test turns."""

    def __init__(self) -> None:
        self.wall, self.mono, self.slept = 1_800_000_000.0, 100.0, 0.0

    def clock(self) -> Clock:
        return Clock(
            lambda: datetime.fromtimestamp(self.wall, UTC),
            lambda: self.mono,
            lambda: self.slept,
            b"boot" * 4,
        )


def test_a_steady_clock_raises_no_flag() -> None:
    hands = Hands()
    clock = hands.clock()
    clock.moment()
    hands.wall, hands.mono = hands.wall + 3600, hands.mono + 3600
    assert clock.moment().flags == 0


@pytest.mark.parametrize("turn_s", [3600, -3600])
def test_a_turned_clock_is_flagged_and_blocks_nothing(turn_s: int) -> None:
    hands = Hands()
    clock = hands.clock()
    clock.moment()
    hands.wall += turn_s
    moment = clock.moment()
    assert moment.flags & JUMPED
    assert bool(moment.flags & BACKWARDS) is (turn_s < 0)


def test_sleep_is_no_jump() -> None:
    hands = Hands()
    clock = hands.clock()
    clock.moment()
    hands.wall, hands.slept = hands.wall + 7200, hands.slept + 7200
    assert clock.moment().flags == 0


def test_a_clock_behind_an_earlier_run_is_flagged() -> None:
    hands = Hands()
    clock = hands.clock()
    clock.saw(int(hands.wall * 1000) + 86_400_000)
    assert clock.moment().flags == BACKWARDS
