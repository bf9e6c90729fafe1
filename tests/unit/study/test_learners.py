"""Profiles on a PC that a class shares (RELIABILITY 3.12, C7, C8)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ecolearn.changes import Changes
from ecolearn.errors import BadPin, WrongPin
from ecolearn.messages import LANGUAGES, error_sentence
from ecolearn.store import quick
from ecolearn.study import pins
from ecolearn.study.study import Study
from ecolearn.study.trouble import LearnerGone
from tests.unit.study.conftest import Hands


def test_a_new_profile_is_there_also_after_a_restart(begin: Callable[[], Study]) -> None:
    done = begin().create_learner("Әсел", "bird", 400, "1234", "kk")
    assert done.changes == Changes(learners=True)
    (found,) = begin().learners()
    assert found == done.value
    assert (found.name, found.picture, found.hue, found.has_pin) == ("Әсел", "bird", 40, True)
    assert found.last_seen_at is None


def test_two_may_have_the_same_name(study: Study) -> None:
    one = study.create_learner("Aru", "leaf", 1).value
    two = study.create_learner("Aru", "leaf", 1).value
    assert one.learner_id != two.learner_id
    assert len(study.learners()) == 2


@pytest.mark.parametrize("name", ["", "  ", "\t\n", "\0"])
def test_a_profile_needs_a_name(study: Study, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        study.create_learner(name, "leaf", 1)


@pytest.mark.parametrize(
    "name", ["=1+1", "A\u202eB", "x" * 10_000, "half a pair \ud83d", "'; DROP TABLE learner; --"]
)
def test_odd_names_are_kept_as_typed_within_limits(study: Study, name: str) -> None:
    """I12: neutralised where they are written into tables, not here."""
    learner = study.create_learner(name, "leaf", 1).value
    assert study.learners() == (learner,)
    assert learner.name == name.replace("\ud83d", "?")[:80]


def test_only_what_is_given_changes(study: Study, aru: str) -> None:
    study.change_learner(aru, name="Aruzhan", language="ru")
    (learner,) = study.learners()
    assert (learner.name, learner.language, learner.picture) == ("Aruzhan", "ru", "leaf")
    assert study.change_learner(aru, name="Aruzhan").changes == Changes()
    with pytest.raises(ValueError, match="name"):
        study.change_learner(aru, name=" ")


def test_the_last_seen_comes_first(study: Study, aru: str, hands: Hands) -> None:
    hands.pass_s(60)
    dana = study.create_learner("Dana", "leaf", 1).value.learner_id
    assert [one.learner_id for one in study.learners()] == [dana, aru]
    hands.pass_s(60)
    seen = study.sign_in(aru).value
    assert seen.last_seen_at == hands.at
    assert [one.learner_id for one in study.learners()] == [aru, dana]


def test_the_quick_look_agrees(study: Study, aru: str) -> None:
    study.sign_in(aru)
    study.create_learner("Dana", "bird", 10, "4242")
    assert quick.learners(study.store.path) == study.learners()


def test_a_hidden_profile_is_gone_and_its_events_are_not(study: Study, aru: str) -> None:
    study.remove_learner(aru)
    assert study.learners() == ()
    for act in (study.sign_in, study.remove_learner):
        with pytest.raises(LearnerGone):
            act(aru)
    with study.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM payload").fetchone()[0] == 2


@pytest.mark.parametrize("learner_id", ["", "nobody", "00" * 16])
def test_nobody_cannot_sign_in(study: Study, learner_id: str) -> None:
    with pytest.raises(LearnerGone):
        study.sign_in(learner_id)


# ── PINs ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def guarded(study: Study) -> str:
    """Return the id of a learner with the PIN 1234."""
    return study.create_learner("Dana", "leaf", 1, "1234").value.learner_id


def wait_of(study: Study, learner_id: str, pin: str) -> int:
    """Try a wrong PIN; return the seconds to wait."""
    with pytest.raises(WrongPin) as caught:
        study.sign_in(learner_id, pin)
    wait = caught.value.facts.get("wait_s", 0)
    assert isinstance(wait, int)
    return wait


def test_the_right_pin_opens(study: Study, guarded: str) -> None:
    assert study.sign_in(guarded, "1234").value.last_seen_at is not None


def test_five_wrong_tries_make_a_wait_that_grows(study: Study, guarded: str, hands: Hands) -> None:
    assert [wait_of(study, guarded, "0000") for _ in range(5)] == [0, 0, 0, 0, 30]
    hands.pass_s(10)
    assert wait_of(study, guarded, "1234") == 20  # not even looked at
    hands.pass_s(20)
    assert wait_of(study, guarded, "0000") == 60
    hands.pass_s(60)
    study.sign_in(guarded, "1234")
    assert wait_of(study, guarded, "0000") == 0


def test_a_wrong_pin_and_a_wait_are_told_apart(study: Study, guarded: str, hands: Hands) -> None:
    codes = []
    for pin in [*["0000"] * 5, "1234"]:
        with pytest.raises(WrongPin) as caught:
            study.sign_in(guarded, pin)
        codes.append(caught.value.code)
        for language in LANGUAGES:
            assert not re.search(r"\b0 ", error_sentence(caught.value, language))
    assert codes == [*["wrong-pin"] * 4, "wrong-pin-wait", "pin-wait"]
    assert "not right" not in error_sentence(caught.value, "en")


@pytest.mark.parametrize("pin", ["    ", "123", " 12  "])
def test_a_pin_has_at_least_four_signs(study: Study, guarded: str, pin: str) -> None:
    with pytest.raises(BadPin):
        study.create_learner("Asel", "cat", 30, pin)
    with pytest.raises(BadPin):
        study.change_learner(guarded, pin=pin)
    assert len(study.learners()) == 1
    study.sign_in(guarded, "1234")


def test_the_wait_outlives_a_restart_and_a_turned_clock(
    begin: Callable[[], Study], study: Study, guarded: str, hands: Hands
) -> None:
    for _ in range(5):
        wait_of(study, guarded, "0000")
    hands.at = hands.at.replace(year=2030)  # C6: the clock is turned, the PC stays on
    assert wait_of(begin(), guarded, "0000") == 30


def test_a_clock_that_went_back_over_a_restart_locks_nobody_out(
    begin: Callable[[], Study], study: Study, guarded: str, hands: Hands
) -> None:
    for _ in range(5):
        wait_of(study, guarded, "0000")
    hands.boot, hands.at = b"second boot.....", hands.at.replace(year=2001)
    begin().sign_in(guarded, "1234")  # F20


def test_a_pin_can_be_changed_and_removed(study: Study, guarded: str) -> None:
    study.change_learner(guarded, pin="9876")
    wait_of(study, guarded, "1234")
    study.sign_in(guarded, "9876")
    assert not study.change_learner(guarded, pin="").value.has_pin
    study.sign_in(guarded)


def test_no_pin_is_kept_as_typed(study: Study, guarded: str) -> None:
    with study.store.reading() as connection:
        kept = connection.execute("SELECT pin FROM learner WHERE pin <> ''").fetchone()[0]
    assert kept.startswith("scrypt$14$8$1$")
    assert pins.hash_pin("1234") != kept


@pytest.mark.parametrize("kept", ["argon2$1$2$3$00$00", "scrypt$x", "nonsense"])
def test_a_text_nobody_can_read_opens_for_no_pin(kept: str) -> None:
    assert not pins.is_pin("1234", kept)


def test_the_wait_is_never_longer_than_a_quarter_of_an_hour() -> None:
    assert [pins.wait_s(n) for n in (0, 4, 5, 6, 9, 10, 1000)] == [0, 0, 30, 60, 480, 900, 900]


def test_a_second_program_knows_that_the_learner_is_in(
    begin: Callable[[], Study], study: Study, aru: str, hands: Hands
) -> None:
    other = begin()
    assert not other.in_use_elsewhere(aru)
    study.sign_in(aru)
    assert other.in_use_elsewhere(aru)
    assert not study.in_use_elsewhere(aru)
    hands.pass_s(26)
    assert not other.in_use_elsewhere(aru)
