"""Rules about activities: what each kind finds in itself, what lessons name, what nobody names."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from pathlib import PurePosixPath

from ecolearn import paths
from ecolearn.authoring.survey import Survey
from ecolearn.content.activities import Activity, World
from ecolearn.content.codes import CODES as READING
from ecolearn.content.loader import ACTIVITIES
from ecolearn.content.manifest import Places
from ecolearn.problems import Place, Problem, Severity

#: problems of activities that are not warnings: a part cannot be used, or only advice
ERRORS = frozenset({"A011", "A101", "A102", "A103", "A109", "A110", "A201", "A301", "A302", "A401"})
NOTES = frozenset({"A003", "A107"})


def check(survey: Survey) -> None:
    """Add problems."""
    course = survey.course
    world = World(
        constants={one.id: one for one in course.constants},
        facts={one.id: one for one in course.facts},
        languages=course.languages,
        icons=frozenset(one.stem for one in (paths.resources_root() / "icons").glob("*.svg")),
        has_media=partial(_has_media, survey),
    )
    for activity in course.activities:
        _one(survey, activity, world)
    _embedded(survey)


def _one(survey: Survey, activity: Activity, world: World) -> None:
    shown = f"{ACTIVITIES}/{activity.id}.toml"
    found = list(activity.faults(world))
    if not found:
        return
    places = Places(shown, "\n".join(survey.rows(shown)))
    for code, path, facts in found:
        severity = (
            Severity.ERROR
            if code in ERRORS
            else Severity.NOTE
            if code in NOTES
            else READING[code].severity
            if code in READING
            else Severity.WARNING
        )
        survey.problems.add(Problem(code, severity, places.of(*path), facts))


def _has_media(survey: Survey, source: str) -> bool:
    if source in survey.files:
        return True
    path = PurePosixPath(source)
    return any(
        f"{path.parent}/{path.stem}.{code}{path.suffix}" in survey.files
        for code in survey.course.languages
    )


def _embedded(survey: Survey) -> None:
    """Say what lessons name that is not there, and what is there and no lesson names."""
    known = {one.id for one in survey.course.activities}
    named: set[str] = set()
    for text in survey.lessons:
        seen: set[str] = set()
        for activity_id, line in text.seen.activities:
            named.add(activity_id)
            if activity_id in seen:
                survey.problems.warning("A005", text.at(line), id=activity_id)
            seen.add(activity_id)
            if activity_id not in known:
                near = next(iter(get_close_matches(activity_id, sorted(known), 1)), "")
                survey.problems.warning("A004", text.at(line), id=activity_id, suggestion=near)
    for activity_id in sorted(known - named):
        survey.problems.note("A003", Place(f"{ACTIVITIES}/{activity_id}.toml"), id=activity_id)
