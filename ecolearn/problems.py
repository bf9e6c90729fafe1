"""A problem in a course: where, how bad, what. Collected, never raised, so that a teacher sees
all of them at once. The sentences stand in `resources/messages/problems.{en,ru,kk}.toml`,
one per code; `docs/problems.md` shows each with an example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a problem is: an error keeps a part from loading, a warning is a fault a learner
    will meet, a note is advice."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def word(self) -> str:
        """Return the lower-case English word, used in `--json`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: `path` relative to the course folder with `/`, `line` and `column`
    from 1; 0 where unknown."""

    path: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `facts` fill the named gaps of the sentence that belongs to `code`."""

    code: str
    severity: Severity
    place: Place
    facts: dict[str, object] = field(default_factory=dict, hash=False)


class Problems:
    """A growing list of problems; readers and checks add, nobody raises."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def error(self, code: str, place: Place, **facts: object) -> None:
        """Note that something cannot be used."""
        self._found.append(Problem(code, Severity.ERROR, place, facts))

    def warning(self, code: str, place: Place, **facts: object) -> None:
        """Note a fault that a learner will meet."""
        self._found.append(Problem(code, Severity.WARNING, place, facts))

    def note(self, code: str, place: Place, **facts: object) -> None:
        """Note advice."""
        self._found.append(Problem(code, Severity.NOTE, place, facts))

    def add(self, problem: Problem) -> None:
        """Add a problem made elsewhere."""
        self._found.append(problem)

    def extend(self, other: Problems | list[Problem]) -> None:
        """Add all of `other`."""
        self._found.extend(other)

    def sorted(self) -> list[Problem]:
        """Return the problems by file, line and severity, each once."""
        # facts are not part of a problem's hash, and thousands of problems may stand at one
        # place: a set of problems would compare each with each
        kept: dict[tuple[object, ...], Problem] = {}
        for one in self._found:
            kept.setdefault((one.code, one.severity, one.place, repr(one.facts)), one)
        return sorted(kept.values(), key=lambda p: (p.place, p.severity, p.code))

    @property
    def has_errors(self) -> bool:
        """Tell whether any of them is an error."""
        return any(p.severity is Severity.ERROR for p in self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
