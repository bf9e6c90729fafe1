"""What a page may ask for: every act of a learner, and every view of their progress.

`Study` (in `study.study`) is the only implementation in the program; pages depend on this
protocol so that their tests can bring a small fake. Rules:

* An **act** writes. It returns `Done(value, changes)` only after the commit; the caller shows
  nothing as saved before that.
* A **view** reads and returns plain frozen data.
* Both may touch the disk: call them through `ui/jobs.py`, never on the GUI thread.
* Ids are strings (UUIDs as 32 hex digits). Instants are aware UTC. Durations end in `_s`, seconds.
* Texts never come from here: items and lessons are taken from the content library in the
  language the learner has chosen at that moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from ecolearn.changes import Done
from ecolearn.quiz.items.base import Grade, Presentation, Response
from ecolearn.store.people import Learner as Learner

# ── reading ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a lesson: top-level block index and the fraction of that block scrolled past."""

    block: int = 0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A response as it stands: what was given, how it was judged (None = not judged yet, for
    instance a prediction, or feedback at the end), hints taken so far."""

    item_id: str
    response: Response
    grade: Grade | None = None
    hints: int = 0
    #: score after hints were paid for, 0–1; None = not judged
    score: float | None = None


@dataclass(frozen=True, slots=True)
class LessonVisit:
    """What the lesson page needs when it opens."""

    course_id: str
    lesson_id: str
    spot: Spot
    furthest: float  #: largest share of the lesson seen so far, 0–1
    finished: bool
    answers: dict[str, Marked] = field(default_factory=dict)


# ── quizzes ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class SittingItem:
    """An item of a sitting: where it comes from and the order its parts are shown in."""

    item_id: str
    course_id: str
    module_id: str
    points: float
    presentation: Presentation
    #: the id this one stands in for on a targeted retry ("" = itself)
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt in progress, exactly as the learner left it."""

    attempt_id: str
    learner_id: str
    course_id: str
    module_id: str
    quiz_id: str
    number: int  #: 1 = first attempt
    items: tuple[SittingItem, ...]
    position: int
    marks: dict[str, Marked]
    flagged: frozenset[str]
    elapsed_s: float
    limit_s: float | None
    show: str  #: "one" or "all"
    feedback: str  #: "at-once" or "at-end"
    retry_of: str = ""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeScore:
    """Points in one outcome ("" = items without one)."""

    outcome_id: str
    points: float
    points_max: float
    missed: tuple[str, ...] = ()  #: item ids


@dataclass(frozen=True, slots=True)
class QuizResult:
    """A finished attempt. `score` is a fraction 0–1 over the items a machine can judge."""

    attempt_id: str
    course_id: str
    module_id: str
    number: int
    score: float
    passed: bool
    pass_mark: float
    points: float
    points_max: float
    outcomes: tuple[OutcomeScore, ...]
    marks: dict[str, Marked]
    items: tuple[SittingItem, ...]
    for_teacher: int  #: how many answers wait for a person
    best: float  #: best score of all attempts, this one included
    attempts_left: int | None  #: None = unlimited
    elapsed_s: float
    finished_at: datetime
    retry_of: str = ""
    #: ids of items that the course has no more: they are left out of the score
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One line of the list of attempts."""

    attempt_id: str
    number: int
    started_at: datetime
    finished_at: datetime | None
    score: float | None
    passed: bool


# ── progress ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """`state` is "new", "reading" or "done"; `share` 0–1."""

    lesson_id: str
    state: str
    share: float = 0.0
    spot: Spot = Spot()


@dataclass(frozen=True, slots=True)
class QuizProgress:
    """`state` is "new", "open" (an attempt waits), "tried" or "passed"."""

    quiz_id: str
    state: str
    best: float | None = None
    attempts: int = 0
    open_attempt_id: str = ""


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """A module is done when its lessons are done and its quiz, if any, is passed."""

    module_id: str
    share: float
    done: bool
    lessons: tuple[LessonProgress, ...]
    quiz: QuizProgress | None


@dataclass(frozen=True, slots=True)
class CourseProgress:
    """`share` 0–1 counts lessons and quizzes alike."""

    course_id: str
    share: float
    state: str  #: "new", "going" or "done"
    modules: tuple[ModuleProgress, ...]
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutcomeProgress:
    """Latest evidence for an outcome: points of the best response to each item seen."""

    outcome_id: str
    points: float
    points_max: float
    items_seen: int


@dataclass(frozen=True, slots=True)
class ContinuePoint:
    """Where the learner was last: an open lesson, or an open attempt."""

    course_id: str
    module_id: str
    lesson_id: str = ""
    attempt_id: str = ""
    at: datetime | None = None
    share: float = 0.0


# ── activities and the diary ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ActivityState:
    """What a learner has made in an activity, as it was saved last."""

    activity_id: str
    state: dict[str, Any]  #: cleaned by the activity; JSON
    score: float | None = None  #: of this state, 0–1; None = not judged
    best: float | None = None  #: the best score of all that was saved
    done: bool = False  #: once done, an activity stays done
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """A value that a learner has measured or counted and written into a series of their diary."""

    entry_id: str
    series_id: str
    day: date  #: the day it was measured, as the learner says
    value: float
    unit: str
    note: str
    written_at: datetime  #: when it was first written; a correction leaves it as it was


class StudyApi(Protocol):
    """See the module text. Errors named are subclasses of `EcoLearnError`."""

    # learners
    def learners(self) -> tuple[Learner, ...]:
        """Return the profiles, most recently seen first."""
        ...

    def create_learner(
        self, name: str, picture: str, hue: int, pin: str = "", language: str = ""
    ) -> Done[Learner]:
        """Add a profile. An empty or blank name is a `ValueError`."""
        ...

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
        """Change what is given; `pin=""` removes the PIN."""
        ...

    def sign_in(self, learner_id: str, pin: str = "") -> Done[Learner]:
        """Check the PIN, note the visit. Raises `WrongPin` and its kinds."""
        ...

    def in_use_elsewhere(self, learner_id: str) -> bool:
        """Tell whether another program on this PC has this learner's work open, to warn about it
        before signing in. Nothing is lost if both go on."""
        ...

    def remove_learner(self, learner_id: str) -> Done[None]:
        """Hide the profile; its events stay until they are erased by the teacher."""
        ...

    # reading
    def open_lesson(self, learner_id: str, course_id: str, lesson_id: str) -> Done[LessonVisit]:
        """Note the visit; return the place and the answers given so far."""
        ...

    def save_spot(
        self, learner_id: str, course_id: str, lesson_id: str, spot: Spot, furthest: float
    ) -> Done[None]:
        """Remember the place; `furthest` only grows."""
        ...

    def finish_lesson(self, learner_id: str, course_id: str, lesson_id: str) -> Done[None]:
        """Mark the lesson as done (also when done already)."""
        ...

    def answer_in_lesson(
        self, learner_id: str, course_id: str, lesson_id: str, item_id: str, response: Response
    ) -> Done[Marked]:
        """Keep and judge a response inside a lesson; predictions are kept, not judged."""
        ...

    def hint_in_lesson(
        self, learner_id: str, course_id: str, lesson_id: str, item_id: str
    ) -> Done[Marked]:
        """Take the next hint."""
        ...

    # quizzes
    def open_attempt(self, learner_id: str, course_id: str, module_id: str) -> Sitting | None:
        """Return the attempt that waits to be finished, or None."""
        ...

    def start_quiz(
        self, learner_id: str, course_id: str, module_id: str, retry_of: str = ""
    ) -> Done[Sitting]:
        """Draw the items and begin. With `retry_of` (a finished attempt) only what was missed is
        asked, by parallel items where there are some. Raises `NoAttemptsLeft`, `CourseGone`.
        If an attempt is open, that one is returned."""
        ...

    def sitting(self, attempt_id: str) -> Sitting:
        """Return the attempt as it stands."""
        ...

    def answer(
        self, attempt_id: str, item_id: str, response: Response, elapsed_s: float
    ) -> Done[Marked]:
        """Keep a response; with feedback at once it is judged and then final."""
        ...

    def draft(
        self, attempt_id: str, item_id: str, response: Response, elapsed_s: float
    ) -> Done[Marked]:
        """Keep a response that is not handed in yet. Drafts count when the attempt is finished."""
        ...

    def hint(self, attempt_id: str, item_id: str, elapsed_s: float) -> Done[Marked]:
        """Take the next hint of an item."""
        ...

    def flag(self, attempt_id: str, item_id: str, flagged: bool) -> Done[None]:
        """Mark an item to come back to, or no longer."""
        ...

    def move_to(self, attempt_id: str, position: int, elapsed_s: float) -> Done[None]:
        """Remember the item the learner is at, and the time used."""
        ...

    def tick(self, attempt_id: str, elapsed_s: float) -> None:
        """Remember the time used; called every 5 s."""
        ...

    def finish(self, attempt_id: str, elapsed_s: float) -> Done[QuizResult]:
        """Hand in. Finishing twice gives the same result."""
        ...

    def result(self, attempt_id: str) -> QuizResult:
        """Return the result of a finished attempt."""
        ...

    def attempts(self, learner_id: str, course_id: str, module_id: str) -> tuple[AttemptLine, ...]:
        """Return the attempts, oldest first."""
        ...

    # progress
    def progress(self, learner_id: str) -> dict[str, CourseProgress]:
        """Return the progress in every course of the library, by course id."""
        ...

    def course_progress(self, learner_id: str, course_id: str) -> CourseProgress:
        """Return the progress in one course."""
        ...

    def outcomes(self, learner_id: str, course_id: str) -> tuple[OutcomeProgress, ...]:
        """Return the evidence per outcome of the course, in the course's order."""
        ...

    def continue_point(self, learner_id: str) -> ContinuePoint | None:
        """Return where the learner was last, if the course is still there."""
        ...

    # activities
    def activities(self, learner_id: str, course_id: str) -> dict[str, ActivityState]:
        """Return what the learner has saved in the activities of a course, by activity id.
        Raises `CourseGone`."""
        ...

    def save_activity(
        self,
        learner_id: str,
        course_id: str,
        lesson_id: str,
        activity_id: str,
        state: dict[str, Any],
        done: bool = False,
    ) -> Done[ActivityState]:
        """Clean, judge and keep the state of an activity; a state equal to what is there is not
        written again. Raises `CourseGone` if the activity is gone, `BadResponse` for a state that
        is none."""
        ...

    # diary
    def diary(self, learner_id: str) -> tuple[DiaryEntry, ...]:
        """Return the entries of the diary, by series, day and when they were first
        written."""
        ...

    def write_diary(
        self,
        learner_id: str,
        series_id: str,
        day: date,
        value: float,
        unit: str,
        note: str = "",
        entry_id: str = "",
    ) -> Done[DiaryEntry]:
        """Write an entry, or with `entry_id` correct one, which also brings back a removed one.
        Notes are one line of up to 200 letters. Raises `ValueError` for a value that is no finite
        number (or beyond 10^15) and for an id that is none."""
        ...

    def remove_diary_entry(
        self, learner_id: str, entry_id: str, removed: bool = True
    ) -> Done[None]:
        """Remove an entry, or with `removed=False` bring it back."""
        ...
