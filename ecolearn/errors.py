"""Known troubles. Each carries facts, not prose: `ui/messages.py` and `cli` turn them into a
sentence in the user's language and a next step."""

from __future__ import annotations

from pathlib import Path


class EcoLearnError(Exception):
    """A trouble we know, with the facts that a message about it needs.

    `code` is stable and is the key of the texts in `resources/messages/errors.*.toml`.
    """

    code = "trouble"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts = facts

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}({inside})"


class NoPlaceForData(EcoLearnError):
    """No folder of the candidates can be written to. Facts: `path`, `reason`."""

    code = "no-place-for-data"


class NewerDatabase(EcoLearnError):
    """The database was written by a newer program. Facts: `path`, `found`, `known`."""

    code = "newer-database"


class DamagedDatabase(EcoLearnError):
    """SQLite does not accept the database. Facts: `path`, `reason`."""

    code = "damaged-database"


class DiskFull(EcoLearnError):
    """A write found no space. Facts: `path`, `needed` in bytes; `mb`, the same in whole
    megabytes (10^6 bytes), is added for people."""

    code = "disk-full"

    def __init__(self, **facts: object) -> None:
        needed = facts.get("needed")
        if isinstance(needed, int):
            facts = {"mb": max(1, -(-needed // 1_000_000)), **facts}
        super().__init__(**facts)


class DiskFullAtStart(DiskFull):
    """There was no space to open the saved progress. Facts: as of `DiskFull`."""

    code = "disk-full-at-start"


class NotSaved(EcoLearnError):
    """An event went neither into the database nor into the side journal. Facts: `reason`."""

    code = "not-saved"


class CourseGone(EcoLearnError):
    """A course, lesson or item that was there is not there any more. Facts: `course_id`, `id`."""

    code = "course-gone"


class BadResponse(EcoLearnError):
    """A response does not fit its item. Facts: `item_id`, `reason`."""

    code = "bad-response"


class WrongPin(EcoLearnError):
    """The PIN is wrong; the next try is allowed at once."""

    code = "wrong-pin"


class WrongPinWait(WrongPin):
    """The PIN is wrong once too often. Facts: `wait_s`, seconds until the next try is allowed."""

    code = "wrong-pin-wait"


class PinWait(WrongPin):
    """A PIN was tried before the wait was over, and not looked at. Facts: `wait_s`, seconds."""

    code = "pin-wait"


class BadPin(EcoLearnError):
    """This cannot be a PIN: too short. Facts: `least`, letters or digits it needs."""

    code = "bad-pin"


class NoAttemptsLeft(EcoLearnError):
    """The author's number of attempts is used up. Facts: `allowed`."""

    code = "no-attempts-left"


class ImportProblem(EcoLearnError):
    """A package was refused. Facts: `path`, `reason` (a code), `name` (first bad entry)."""

    code = "import-problem"


def path_fact(path: Path | str) -> str:
    """Return `path` as the user would type it."""
    return str(path)
