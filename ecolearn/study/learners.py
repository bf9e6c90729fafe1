"""Profiles on this PC: making, changing, signing in, hiding (RELIABILITY 3.12)."""

from __future__ import annotations

import sqlite3
from typing import Any

from ecolearn.changes import Changes, Done
from ecolearn.errors import PinWait, WrongPin, WrongPinWait
from ecolearn.store.events import Fact
from ecolearn.store.ids import new_id
from ecolearn.study import pins
from ecolearn.study.api import Learner
from ecolearn.study.desk import Desk, instant, key
from ecolearn.study.trouble import LearnerGone

#: letters kept of a name, as typed
NAME_MAX = 80

_COLUMNS = (
    "learner, name, picture, hue, pin, language, seen_ms, removed, wrong, wrong_ms, wrong_mono_ms, "
    "wrong_boot"
)


class Learners(Desk):
    """The acts about profiles."""

    def learners(self) -> tuple[Learner, ...]:
        """Return the profiles, most recently seen first."""
        with self.store.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM learner WHERE removed = 0 AND profile_at <> x'' "
                "ORDER BY max(seen_ms, coalesce(created_ms, 0)) DESC, name, learner"
            ).fetchall()
        return tuple(_learner(row) for row in rows)

    def create_learner(
        self, name: str, picture: str, hue: int, pin: str = "", language: str = ""
    ) -> Done[Learner]:
        """Add a profile. Names need not differ: two pupils may have the same.

        Raises `BadPin` for a PIN that is too short.
        """
        learner_id = new_id()
        facts = [_profile(learner_id, _named(name), picture, hue, language)]
        if pin:
            facts.append(Fact("learner_pin", {"pin": pins.hash_pin(pin)}, key(learner_id)))
        self.store.log.append(facts)
        self._languages[learner_id] = language
        learner = Learner(learner_id, _named(name), picture, hue % 360, bool(pin), language)
        return Done(learner, Changes(learners=True))

    def change_learner(
        self,
        learner_id: str,
        *,
        name: str | None = None,
        picture: str | None = None,
        hue: int | None = None,
        pin: str | None = None,
        language: str | None = None,
    ) -> Done[Learner]:
        """Change what is given; `pin=""` removes the PIN. What is the same already is not
        written again. Raises `BadPin` for a PIN that is too short."""
        old = _learner(self._row(learner_id))
        new = Learner(
            learner_id,
            old.name if name is None else _named(name),
            old.picture if picture is None else picture,
            old.hue if hue is None else hue % 360,
            old.has_pin if pin is None else bool(pin),
            old.language if language is None else language,
            old.last_seen_at,
        )
        facts = []
        if (new.name, new.picture, new.hue, new.language) != (
            old.name,
            old.picture,
            old.hue,
            old.language,
        ):
            facts.append(_profile(learner_id, new.name, new.picture, new.hue, new.language))
        if pin is not None and (pin or old.has_pin):
            facts.append(Fact("learner_pin", {"pin": pins.hash_pin(pin)}, key(learner_id)))
        if not facts:
            return Done(new)
        self.store.log.append(facts)
        self._languages[learner_id] = new.language
        return Done(new, Changes(learners=True))

    def sign_in(self, learner_id: str, pin: str = "") -> Done[Learner]:
        """Check the PIN, note the visit.

        Raises `WrongPin`, or `WrongPinWait` with the seconds to wait. A try during the wait is not
        looked at, so a right PIN tells nothing then: `PinWait`.
        """
        row = self._row(learner_id)
        kept, wrong = str(row[4]), int(row[8])
        if kept:
            left = self._wait_left(wrong, row[9], row[10], row[11])
            if left > 0:
                raise PinWait(wait_s=left)
            if not pins.is_pin(pin, kept):
                self.store.log.append(
                    [Fact("learner_pin_wrong", {"wrong": wrong + 1}, key(learner_id))]
                )
                wait = pins.wait_s(wrong + 1)
                raise WrongPinWait(wait_s=wait) if wait else WrongPin()
        (event,) = self.store.log.append([Fact("learner_seen", {}, key(learner_id))])
        learner = _learner((*row[:6], event.moment.wall_ms, *row[7:]))
        self._languages[learner_id] = learner.language
        self.leases.take(key(learner_id))
        return Done(learner, Changes(learners=True))

    def in_use_elsewhere(self, learner_id: str) -> bool:
        """Tell whether another program on this PC has this learner's work open."""
        return self.leases.elsewhere(key(learner_id))

    def remove_learner(self, learner_id: str) -> Done[None]:
        """Hide the profile; its events stay until they are erased by the teacher."""
        self._row(learner_id)
        self.store.log.append([Fact("learner_removed", {"removed": True}, key(learner_id))])
        return Done(None, Changes(learners=True))

    def _wait_left(self, wrong: int, wall_ms: int, mono_ms: int, boot: bytes) -> int:
        """Return the whole seconds still to wait. The monotonic clock counts while the PC stays
        on; after a restart the wall clock does, and one that went back lets the learner in (F20:
        a wrong clock never blocks learning)."""
        wait = pins.wait_s(wrong)
        if not wait:
            return 0
        moment = self.store.clock.moment()
        if moment.boot == boot:
            passed = moment.mono_ms - mono_ms
        else:
            passed = moment.wall_ms - wall_ms
            if passed < 0:
                return 0
        return max(0, -(-(wait * 1000 - passed) // 1000))

    def _row(self, learner_id: str) -> Any:
        with self.store.reading() as connection:
            row = _find(connection, learner_id)
        if row is None or row[7]:
            raise LearnerGone(learner_id=learner_id)
        return row


def _find(connection: sqlite3.Connection, learner_id: str) -> Any:
    return connection.execute(
        f"SELECT {_COLUMNS} FROM learner WHERE learner = ? AND profile_at <> x''",
        (key(learner_id),),
    ).fetchone()


def _learner(row: Any) -> Learner:
    return Learner(row[0].hex(), row[1], row[2], row[3], bool(row[4]), row[5], instant(row[6]))


def _profile(learner_id: str, name: str, picture: str, hue: int, language: str) -> Fact:
    body = {"name": name, "picture": picture, "hue": hue % 360, "language": language}
    return Fact("learner_profile", body, key(learner_id))


def _named(name: str) -> str:
    """Return a name as it is kept: as typed, within limits. Raises `ValueError` if blank."""
    kept = name.encode("utf-8", "replace").decode().replace("\0", "").strip()[:NAME_MAX].strip()
    if not kept:
        raise ValueError("a profile needs a name")
    return kept
