"""Activities: calculators, sorting games, scenarios and the like, as a learner left them.

What is saved is a *state*, free of language and as the activity itself cleans it
(`content.activities`). The latest is shown, the best score stays, and done stays done.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ecolearn.changes import Changes, Done
from ecolearn.content.activities.base import LONGEST_STATE, Activity
from ecolearn.errors import BadResponse, CourseGone
from ecolearn.store.events import Event, Fact, canonical, read_body
from ecolearn.store.trouble import DatabaseBusy
from ecolearn.study.api import ActivityState
from ecolearn.study.desk import Desk, instant, key, pkg


class HandsOn(Desk):
    """The acts about activities."""

    def activities(self, learner_id: str, course_id: str) -> dict[str, ActivityState]:
        """Return what the learner has saved in the activities of a course, by activity id.

        Those that the course has no more are left out. A state that its activity cannot take any
        more, since its author has changed it, is empty. Raises `CourseGone`.
        """
        course = self.course(course_id).course
        found: dict[str, ActivityState] = {}
        for activity_id, kept in self._activities(learner_id, course_id).items():
            activity = course.activity(activity_id)
            if activity is not None:
                found[activity_id] = replace(kept, state=_fitting(activity, kept.state))
        return found

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
        written again. Done is what the caller says is, or what the activity itself finds done.

        Raises `CourseGone` if the activity is gone, `BadResponse` for a state that is none.
        """
        opened = self.course(course_id)
        activity = opened.course.activity(activity_id)
        if activity is None:
            raise CourseGone(course_id=course_id, id=activity_id)
        raw = canonical(activity.clean(state))
        if len(raw) > LONGEST_STATE:
            raise activity.bad("too long")
        cleaned = read_body(raw)  # a copy: what waits in memory must not change with the page
        score = activity.score(cleaned)
        done = done or activity.is_done(cleaned)
        old = self._activity(learner_id, course_id, activity_id)
        same = old is not None and (canonical(old.state), old.score) == (raw, score)
        if old is not None and same and (old.done or not done):
            return Done(old)
        body = {
            "course": course_id,
            "lesson": lesson_id,
            "kind": activity.kind,
            "state": cleaned,
            "score": score,
            "done": done,
        }
        fact = Fact("activity_saved", body, key(learner_id), None, activity_id, pkg(opened))
        (event,) = self.store.log.append([fact])
        return Done(_after(old, event), Changes(progress=frozenset({course_id})))

    def _activity(self, learner_id: str, course_id: str, activity_id: str) -> ActivityState | None:
        """Return what is there, as far as it can be read now: saving must not wait for that."""
        try:
            return self._activities(learner_id, course_id, activity_id).get(activity_id)
        except DatabaseBusy:
            return None

    def _activities(
        self, learner_id: str, course_id: str, activity_id: str = ""
    ) -> dict[str, ActivityState]:
        """Return the states by activity id, those that wait in the side journal included; with
        `activity_id` that one is enough."""
        with self.store.reading() as connection:
            rows = connection.execute(
                "SELECT activity, state, score, best, done, saved_ms FROM activity "
                "WHERE learner = ? AND course = ? AND (? = '' OR activity = ?)",
                (key(learner_id), course_id, activity_id, activity_id),
            ).fetchall()
        found = {
            found_id: ActivityState(
                found_id, _object(state), score, best, bool(done), instant(saved_ms)
            )
            for found_id, state, score, best, done, saved_ms in rows
        }
        for event in self.waiting(learner_id, "activity_saved"):
            if event.item and event.data["course"] == course_id:
                found[event.item] = _after(found.get(event.item), event)
        return found


def _after(old: ActivityState | None, event: Event) -> ActivityState:
    """Return how an activity stands after an `activity_saved`."""
    body = event.data
    score = body["score"]
    best = [one for one in (score, old.best if old else None) if one is not None]
    return ActivityState(
        event.item or "",
        body["state"],
        score,
        max(best, default=None),
        bool(body["done"] or (old and old.done)),
        instant(event.moment.wall_ms),
    )


def _fitting(activity: Activity, state: dict[str, Any]) -> dict[str, Any]:
    try:
        return activity.clean(state)
    except BadResponse:
        return {}


def _object(text: str) -> dict[str, Any]:
    """Return a state as it is kept; empty if it is none, which only a foreign program writes."""
    try:
        return read_body(text.encode())
    except ValueError:
        return {}
