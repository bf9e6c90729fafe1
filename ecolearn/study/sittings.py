"""Quizzes: begin, answer, come back to, hand in.

What is asked is drawn once and saved before anything is shown (RELIABILITY 3.4, C12). An open
sitting is kept in memory so that an answer needs no reading; the database stays the truth, and
whoever finds that another program has written reads it again.
"""

from __future__ import annotations

from collections import OrderedDict
from random import Random
from typing import Any

import msgspec

from ecolearn.changes import Changes, Done
from ecolearn.content.model import QuizSettings
from ecolearn.errors import BadResponse, CourseGone, NoAttemptsLeft
from ecolearn.quiz.items.base import Response
from ecolearn.quiz.scoring import after_hints
from ecolearn.store.events import Fact
from ecolearn.store.ids import new_id, to_bytes
from ecolearn.store.trouble import DatabaseBusy
from ecolearn.study import marking
from ecolearn.study.api import AttemptLine, Marked, OutcomeScore, QuizResult, Sitting
from ecolearn.study.desk import (
    Desk,
    LibraryLike,
    find_module,
    grade_body,
    instant,
    judge,
    key,
    parts_of,
    pkg,
)
from ecolearn.study.planning import plan, plan_retry, to_body
from ecolearn.study.state import Mark, State, load
from ecolearn.study.trouble import AttemptClosed, AttemptGone

#: so many sittings are kept in memory
_KEPT = 8


class Sittings(Desk):
    """The acts about quizzes."""

    def __init__(self, store: Any, library: LibraryLike, now: Any, rng: Random) -> None:
        super().__init__(store, library, now, rng)
        self._states: OrderedDict[str, State] = OrderedDict()
        self._epoch = store.log.epoch

    # ── beginning ─────────────────────────────────────────────────────────────────────────────

    def open_attempt(self, learner_id: str, course_id: str, module_id: str) -> Sitting | None:
        """Return the attempt that waits to be finished, or None."""
        attempt_id = self._open_id(learner_id, course_id, module_id)
        return self.sitting(attempt_id) if attempt_id else None

    def _open_id(self, learner_id: str, course_id: str, module_id: str) -> str:
        learner = key(learner_id)
        for state in self._states.values() if self.store.log.waiting else ():
            mine = (state.learner, state.course_id, state.module_id)
            if mine == (learner, course_id, module_id) and state.finished_ms is None:
                return state.attempt_id
        with self.store.reading() as connection:
            row = connection.execute(
                "SELECT attempt FROM attempt WHERE learner = ? AND course = ? AND module = ? "
                "AND finished_ms IS NULL AND plan_at <> x'' ORDER BY started_at DESC LIMIT 1",
                (learner, course_id, module_id),
            ).fetchone()
        return row[0].hex() if row else ""

    def start_quiz(
        self, learner_id: str, course_id: str, module_id: str, retry_of: str = ""
    ) -> Done[Sitting]:
        """Draw the items and begin; what is drawn is saved before it is returned.

        With `retry_of` only what was missed is asked; if nothing was, the whole quiz is. Every
        sitting counts as an attempt, a retry too. If an attempt is open, that one is returned.
        """
        if waiting := self._open_id(learner_id, course_id, module_id):
            return Done(self.sitting(waiting))
        opened = self.course(course_id)
        module = find_module(opened.course, module_id)
        quiz = module.quiz
        if quiz is None:
            raise CourseGone(course_id=course_id, id=module_id)
        before = self.attempts(learner_id, course_id, module_id)
        if quiz.attempts and len(before) >= quiz.attempts:
            raise NoAttemptsLeft(allowed=quiz.attempts)
        missed = self._missed(retry_of) if retry_of else []
        seed = self.rng.getrandbits(62)
        avoid = self._asked_last(before)
        items = plan_retry(opened, module, quiz, seed, missed, avoid) if missed else ()
        if not items:
            retry_of = ""
            items = plan(opened, module, quiz, seed, avoid)
        if not items:
            raise CourseGone(course_id=course_id, id=quiz.id)
        state = State(
            to_bytes(new_id()),
            key(learner_id),
            course_id,
            module_id,
            quiz.id,
            1 + max((line.number for line in before), default=0),
            to_bytes(retry_of) if retry_of else b"",
            _settings(quiz),
            items,
            opened=opened,
            language=self.language_of(learner_id),
            parts=parts_of(opened.course),
        )
        started = {
            "course": course_id,
            "module": module_id,
            "quiz": quiz.id,
            "number": state.number,
            "retry_of": state.retry_of.hex(),
            "settings": state.settings,
            "parts": state.parts,
        }
        shown = {"seed": seed, "items": [to_body(item) for item in items]}
        events = self.store.log.append(
            [self._fact(state, "started", started), self._fact(state, "shown", shown)]
        )
        state.started_ms = events[0].moment.wall_ms
        self._keep(state)
        return Done(state.sitting(), self._changes(state))

    def _missed(self, retry_of: str) -> list[str]:
        return [line.item for line in self._ledger(retry_of) if line.missed]

    def _asked_last(self, before: tuple[AttemptLine, ...]) -> frozenset[str]:
        if not before:
            return frozenset()
        return frozenset(item.item_id for item in self._state(before[-1].attempt_id).items)

    def _ledger(self, attempt_id: str) -> list[marking.Line]:
        _, _, _, body = self._result_of(attempt_id)
        return [marking.Line.from_body(line) for line in body["ledger"]]

    # ── the sitting ───────────────────────────────────────────────────────────────────────────

    def sitting(self, attempt_id: str) -> Sitting:
        """Return the attempt as it stands. Raises `AttemptGone`."""
        return self._fresh(attempt_id).sitting()

    def answer(
        self, attempt_id: str, item_id: str, response: Response, elapsed_s: float
    ) -> Done[Marked]:
        """Keep a response; with feedback at once it is judged and then final: a second answer
        leaves the first as it is. With too little to judge it is kept as a draft."""
        state, mark = self._at(attempt_id, item_id)
        if mark.final and state.at_once:
            return Done(mark.marked(item_id))
        versions = self._versions(state, item_id)
        cleaned, grade = judge(versions, response)
        if not versions[0].is_answered(cleaned):
            return self.draft(attempt_id, item_id, response, elapsed_s)
        judged = grade if state.at_once else None
        score = after_hints(judged.score if judged else None, versions[0], mark.hints)
        body = {
            "course": state.course_id,
            "response": cleaned,
            "grade": grade_body(judged),
            "score": score,
            "elapsed_ms": state.spend(elapsed_s),
        }
        self.store.log.append([self._fact(state, "answered", body, item_id)])
        new = state.marks[item_id] = Mark(cleaned, True, judged, score, mark.hints)
        return Done(new.marked(item_id), self._changes(state))

    def draft(
        self, attempt_id: str, item_id: str, response: Response, elapsed_s: float
    ) -> Done[Marked]:
        """Keep a response that is not handed in yet. Drafts count when the attempt is finished.
        Where a final answer stands, nothing happens."""
        state, mark = self._at(attempt_id, item_id)
        if mark.final and state.at_once:
            return Done(mark.marked(item_id))
        cleaned = self._versions(state, item_id)[0].clean(response)
        if cleaned == mark.response and not mark.final:
            return Done(mark.marked(item_id))
        body = {"response": cleaned, "elapsed_ms": state.spend(elapsed_s)}
        self.store.log.append([self._fact(state, "drafted", body, item_id)])
        new = state.marks[item_id] = Mark(cleaned, False, None, None, mark.hints)
        return Done(new.marked(item_id), Changes(attempt_id=attempt_id))

    def hint(self, attempt_id: str, item_id: str, elapsed_s: float) -> Done[Marked]:
        """Take the next hint; after a final answer, or when none is left, nothing happens."""
        state, mark = self._at(attempt_id, item_id)
        versions = self._versions(state, item_id)
        if (mark.final and state.at_once) or mark.hints >= len(versions[0].hints):
            return Done(mark.marked(item_id))
        body = {"hints": mark.hints + 1, "elapsed_ms": state.spend(elapsed_s)}
        self.store.log.append([self._fact(state, "hinted", body, item_id)])
        new = Mark(mark.response, mark.final, mark.grade, mark.score, mark.hints + 1)
        state.marks[item_id] = new
        return Done(new.marked(item_id), Changes(attempt_id=attempt_id))

    def flag(self, attempt_id: str, item_id: str, flagged: bool) -> Done[None]:
        """Mark an item to come back to, or no longer."""
        state, _ = self._at(attempt_id, item_id)
        if (item_id in state.flagged) == flagged:
            return Done(None)
        self.store.log.append([self._fact(state, "flagged", {"flagged": flagged}, item_id)])
        (state.flagged.add if flagged else state.flagged.discard)(item_id)
        return Done(None, Changes(attempt_id=attempt_id))

    def move_to(self, attempt_id: str, position: int, elapsed_s: float) -> Done[None]:
        """Remember the item the learner is at, and the time used."""
        state = self._state(attempt_id)
        position = min(max(0, position), len(state.items) - 1)
        if state.finished_ms is not None or position == state.position:
            return Done(None)
        body = {"position": position, "elapsed_ms": state.spend(elapsed_s)}
        self.store.log.append([self._fact(state, "moved", body)])
        state.position = position
        return Done(None, Changes(attempt_id=attempt_id))

    def tick(self, attempt_id: str, elapsed_s: float) -> None:
        """Remember the time used. No fact: it comes every 5 s, and is tried again if the database
        is busy."""
        state = self._state(attempt_id)
        if state.finished_ms is None:
            self.store.note(
                "INSERT INTO pace (attempt, elapsed_ms) VALUES (?, ?) ON CONFLICT (attempt) "
                "DO UPDATE SET elapsed_ms = max(elapsed_ms, excluded.elapsed_ms)",
                (state.attempt, state.spend(elapsed_s)),
            )
            self.leases.take(state.learner)

    # ── handing in ────────────────────────────────────────────────────────────────────────────

    def finish(self, attempt_id: str, elapsed_s: float) -> Done[QuizResult]:
        """Hand in. Finishing twice gives the same result. Items that the course has no more are
        left out of the score and named in `gone`."""
        state = self._fresh(attempt_id)  # hand in what is kept, whoever wrote it
        if state.finished_ms is not None:
            return Done(self.result(attempt_id))
        if state.opened is None:
            raise CourseGone(course_id=state.course_id, id=state.module_id)
        parent = self._ledger(state.retry_of.hex()) if state.retry_of else []
        out = marking.close(state, parent)
        total = out.total
        passed = total.passes(float(state.settings["pass"]))
        order = tuple(outcome.id for outcome in state.opened.course.outcomes)
        outcomes = marking.by_outcome(out.ledger, order)
        body: dict[str, Any] = {
            "course": state.course_id,
            "module": state.module_id,
            "parts": state.parts,
            "marks": {
                item_id: {"grade": grade_body(mark.grade), "score": mark.score}
                for item_id, mark in out.judged.items()
            },
            "score": total.share,
            "passed": passed,
            "elapsed_ms": state.spend(elapsed_s),
            "result": {
                "points": total.points,
                "points_max": total.points_max,
                "for_teacher": out.for_teacher,
                "gone": out.gone,
                "ledger": [line.to_body() for line in out.ledger],
                "outcomes": [
                    [one.outcome_id, one.points, one.points_max, list(one.missed)]
                    for one in outcomes
                ],
            },
        }
        (event,) = self.store.log.append([self._fact(state, "finished", body)])
        state.marks.update(out.judged)
        state.finished_ms = event.moment.wall_ms
        state.result = (total.share, passed, body["result"])
        return Done(self.result(attempt_id), self._changes(state))

    def result(self, attempt_id: str) -> QuizResult:
        """Return the result of a finished attempt. Raises `AttemptGone`, also if it is open."""
        score, passed, finished_ms, body = self._result_of(attempt_id)
        return self._result(self._state(attempt_id), score, passed, finished_ms, body)

    def _result(
        self, state: State, score: float, passed: bool, finished_ms: int, body: dict[str, Any]
    ) -> QuizResult:
        try:
            lines = self.attempts(state.learner.hex(), state.course_id, state.module_id)
        except DatabaseBusy:  # the result itself is safe in the side journal
            lines = ()
        allowed = int(state.settings.get("attempts", 0))
        return QuizResult(
            state.attempt_id,
            state.course_id,
            state.module_id,
            state.number,
            score,
            bool(passed),
            float(state.settings["pass"]),
            body["points"],
            body["points_max"],
            tuple(OutcomeScore(one[0], one[1], one[2], tuple(one[3])) for one in body["outcomes"]),
            {item_id: mark.marked(item_id) for item_id, mark in state.marks.items()},
            state.items,
            body["for_teacher"],
            max([score, *(line.score for line in lines if line.score is not None)]),
            max(0, allowed - len(lines)) if allowed else None,
            state.elapsed_ms / 1000,
            instant(finished_ms) or self.now(),
            state.retry_of.hex(),
            tuple(body["gone"]),
        )

    def attempts(self, learner_id: str, course_id: str, module_id: str) -> tuple[AttemptLine, ...]:
        """Return the attempts, oldest first."""
        with self.store.reading() as connection:
            rows = connection.execute(
                "SELECT attempt, number, started_ms, finished_ms, score, passed FROM attempt "
                "WHERE learner = ? AND course = ? AND module = ? ORDER BY started_at",
                (key(learner_id), course_id, module_id),
            ).fetchall()
        return tuple(
            AttemptLine(
                row[0].hex(),
                row[1],
                instant(row[2]) or self.now(),
                instant(row[3]),
                row[4],
                bool(row[5]),
            )
            for row in rows
        )

    # ── within ────────────────────────────────────────────────────────────────────────────────

    def _result_of(self, attempt_id: str) -> tuple[float, bool, int, dict[str, Any]]:
        """Return score, passed, when (ms) and body of a result. Raises `AttemptGone`."""
        kept = self._states.get(attempt_id)
        if kept is not None and kept.result is not None and kept.finished_ms is not None:
            score, passed, body = kept.result
            return score, passed, kept.finished_ms, body
        with self.store.reading() as connection:
            row = connection.execute(
                "SELECT score, passed, finished_ms, result FROM attempt "
                "WHERE attempt = ? AND finished_ms IS NOT NULL",
                (_attempt(attempt_id),),
            ).fetchone()
        if row is None:
            raise AttemptGone(attempt_id=attempt_id)
        return float(row[0]), bool(row[1]), int(row[2]), msgspec.json.decode(row[3])

    def _fresh(self, attempt_id: str) -> State:
        """Return the sitting as the database has it, or as memory has it while answers wait in the
        side journal or the database is held."""
        if self.store.log.waiting:
            return self._state(attempt_id)
        kept = self._states.pop(attempt_id, None)
        try:
            return self._state(attempt_id)
        except DatabaseBusy:
            if kept is None:
                raise
            self._keep(kept)
            return kept

    def _state(self, attempt_id: str) -> State:
        """Return the sitting from memory, or read it. Raises `AttemptGone`."""
        if self._epoch != self.store.log.epoch and not self.store.log.waiting:
            self._states.clear()
            self._epoch = self.store.log.epoch
        state = self._states.get(attempt_id)
        if state is None:
            with self.store.reading() as connection:
                state = load(connection, _attempt(attempt_id))
            if state is None:
                raise AttemptGone(attempt_id=attempt_id)
            try:
                state.opened = self.course(state.course_id)
                state.parts = parts_of(state.opened.course)
            except CourseGone:
                state.opened = None
            state.language = self.language_of(state.learner.hex())
            self._keep(state)
        return state

    def _keep(self, state: State) -> None:
        self._states[state.attempt_id] = state
        while len(self._states) > _KEPT and not self.store.log.waiting:
            self._states.popitem(last=False)

    def _at(self, attempt_id: str, item_id: str) -> tuple[State, Mark]:
        """Return an open sitting and how one of its items stands.

        Raises `AttemptClosed` if it is finished, `BadResponse` if the item is not in it.
        """
        state = self._state(attempt_id)
        if state.finished_ms is not None:
            raise AttemptClosed(attempt_id=attempt_id, item_id=item_id)
        if not state.has(item_id):
            raise BadResponse(item_id=item_id, reason="not-in-attempt")
        return state, state.marks.get(item_id) or Mark()

    def _versions(self, state: State, item_id: str) -> list[Any]:
        versions = state.versions(item_id)
        if not versions:
            raise CourseGone(course_id=state.course_id, id=item_id)
        return versions

    def _fact(
        self, state: State, kind: str, body: dict[str, Any], item_id: str | None = None
    ) -> Fact:
        content = pkg(state.opened) if state.opened is not None else None
        return Fact(kind, body, state.learner, state.attempt, item_id, content)

    def _changes(self, state: State) -> Changes:
        return Changes(progress=frozenset({state.course_id}), attempt_id=state.attempt_id)


def _attempt(attempt_id: str) -> bytes:
    try:
        return to_bytes(attempt_id)
    except ValueError as error:
        raise AttemptGone(attempt_id=attempt_id) from error


def _settings(quiz: QuizSettings) -> dict[str, Any]:
    """Return what the attempt is judged by, as it was when it began."""
    return {
        "pass": quiz.pass_mark,
        "limit_s": quiz.minutes * 60 if quiz.minutes else None,
        "show": quiz.show,
        "feedback": quiz.feedback,
        "attempts": quiz.attempts,
    }
