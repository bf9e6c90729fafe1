"""Rules about the manifest, facts, constants, outcomes and the settings of quizzes."""

from __future__ import annotations

from difflib import get_close_matches

from ecolearn import paths
from ecolearn.authoring.survey import Survey
from ecolearn.content.texts import in_language
from ecolearn.problems import Place
from ecolearn.quiz.drawing import Bank, shortage
from ecolearn.quiz.units import parse_unit

_SHORT = {"draw": "Q201", "pools": "Q202", "pool": "Q203", "earlier": "Q204"}


def check(survey: Survey) -> None:
    """Add problems."""
    _icon(survey)
    _facts(survey)
    _constants(survey)
    _outcomes(survey)
    _quizzes(survey)


def _icon(survey: Survey) -> None:
    name = survey.course.icon
    known = [path.stem for path in (paths.resources_root() / "icons").glob("*.svg")]
    if name and known and name not in known:
        near = next(iter(get_close_matches(name.lower(), sorted(known), 1)), "")
        survey.problems.warning("M015", Place("course.toml"), name=name, suggestion=near)


def _facts(survey: Survey) -> None:
    facts = {fact.id: fact for fact in survey.course.facts}
    place = Place("facts.toml")
    for fact in facts.values():
        if fact.grade == "C" and not any(fact.note.values()):
            survey.problems.warning("R008", place, id=fact.id)
        if not in_language(fact.source, "")[0].strip():
            survey.problems.warning("R009", place, id=fact.id)
    for module in survey.course.modules:
        path = Place(f"{module.folder}/module.toml")
        for fact_id in module.facts:
            if fact_id not in facts:
                survey.problems.warning("R004", path, id=fact_id)
    for text in survey.lessons:
        for fact_id, line in text.seen.facts:
            if fact_id not in facts:
                survey.problems.warning("R004", text.at(line), id=fact_id)
            elif facts[fact_id].grade == "D":
                survey.problems.warning("R007", text.at(line), id=fact_id)


def _constants(survey: Survey) -> None:
    place = Place("constants.toml")
    for one in survey.course.constants:
        low = one.value if one.low is None else one.low
        high = one.value if one.high is None else one.high
        if not low <= one.value <= high:
            survey.problems.warning(
                "R010", place, id=one.id, value=one.value, low=one.low, high=one.high
            )
        if parse_unit(one.unit) is None:
            survey.problems.warning("R011", place, id=one.id, unit=one.unit)


def _outcomes(survey: Survey) -> None:
    known = {outcome.id for outcome in survey.course.outcomes}
    for module in survey.course.modules:
        for outcome in module.outcomes:
            if outcome not in known:
                place = Place(f"{module.folder}/module.toml")
                survey.problems.warning("R005", place, id=outcome)
    for text in survey.texts():
        for outcome in getattr(text.text, "outcomes", ()):
            if outcome not in known:
                survey.problems.warning("R005", text.at(2), id=outcome)
        for seen in text.items:
            if seen.item.outcome and seen.item.outcome not in known:
                survey.problems.warning("R005", seen.place, id=seen.item.outcome)


def _quizzes(survey: Survey) -> None:
    earlier: list[Bank] = []
    for module in survey.course.modules:
        place = Place(f"{module.folder}/module.toml")
        banks = [text for text in survey.banks if text.owner is module]
        if module.quiz is None:
            continue
        if not 0 < module.quiz.pass_mark <= 1:
            survey.problems.warning("Q206", place, found=module.quiz.pass_mark)
        if not banks:
            survey.problems.error("Q205", place, folder=module.folder)
            continue
        fullest = max(banks, key=lambda text: len(text.items))
        bank = Bank(module.id, tuple(seen.item for seen in fullest.items))
        for one in shortage(module.quiz, bank, earlier):
            survey.problems.warning(
                _SHORT[one.what], place, wanted=one.wanted, there=one.there, tag=one.tag
            )
        earlier.append(bank)
