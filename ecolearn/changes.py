"""What an act changed: plain data. A page listens and reloads what it shows; nobody pokes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of the world that are no longer as they were."""

    learners: bool = False
    library: bool = False
    #: ids of courses in which somebody's progress changed
    progress: frozenset[str] = frozenset()
    #: the sitting that changed, if one did
    attempt_id: str = ""
    #: entries of a diary
    diary: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            learners=self.learners or other.learners,
            library=self.library or other.library,
            progress=self.progress | other.progress,
            attempt_id=other.attempt_id or self.attempt_id,
            diary=self.diary or other.diary,
        )

    def __bool__(self) -> bool:
        return bool(self.learners or self.library or self.progress or self.attempt_id or self.diary)


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an act gives back after its commit: a value, and what changed."""

    value: T
    changes: Changes = Changes()
