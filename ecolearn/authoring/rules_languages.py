"""Rules across languages: what is missing in one, or says something else there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ecolearn.authoring.survey import SeenItem, SeenText, Survey
from ecolearn.content.manifest import shown_key
from ecolearn.content.model import LessonText
from ecolearn.content.texts import Said
from ecolearn.problems import Place, Severity
from ecolearn.quiz.items.base import Item
from ecolearn.quiz.numbers import leading_number

#: settings of a question that are the same in all languages
_SETTINGS = ("points", "partial", "shuffle", "parallel", "outcome", "tags", "lesson")
#: whole numbers up to this are often written as words in one language and not in another
LARGEST_WORD = 12
#: what of a question has feedback of its own
_ANSWERS = ["options", "reasons", "regions", "pairs", "things", "extras", "gaps", "rows", "steps"]
#: counts of blocks that are compared; "paragraph" and lists may differ
_COUNTED = ("heading", "picture", "media", "table", "callout", "fold", "factcard", "compare")
#: what stands for a text that is still to be written
_EMPTY = ("…", "...")
#: the ids of the questions of a file, as they are typed
_QUESTIONS = re.compile(rb"^ {0,3}:{3,}[ \t]*(?:item|predict)[ \t]+(\S+)", re.M)
_LINKS = re.compile(
    r"\]\([^)]*\)|\[[A-Za-z][\w.-]*-[\w.-]*(?:#[\w.:-]*)?\]|\{#[^}]*\}|https?://\S+"
)
_FORMULAS = re.compile(r"CO[2₂]|H[2₂]O|N[2₂]O|CH[4₄]|[A-Za-zА-Яа-яЁё]+\d+|\d+(?=[A-Za-z])(?!\s)")
_NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
)


def check(survey: Survey) -> None:
    """Add problems."""
    _manifest(survey)
    _files(survey)
    for group in _groups(survey.lessons):
        _compare(survey, group)
    for group in _groups(survey.banks):
        _compare(survey, group)


def _groups(texts: Sequence[SeenText]) -> list[list[SeenText]]:
    """Put the languages of the same lesson or bank together, the one to compare with first: the
    one with most questions, else the first the course promises."""
    found: dict[tuple[str, str], list[SeenText]] = {}
    for text in texts:
        name = text.lesson.id if text.lesson else ""
        found.setdefault((text.owner.folder, name), []).append(text)
    return [sorted(group, key=lambda text: -len(text.items)) for group in found.values()]


# ── what is missing ───────────────────────────────────────────────────────────────────────────


def _manifest(survey: Survey) -> None:
    course = survey.course
    parts: list[tuple[str, str, Said]] = [
        ("course.toml", "title", course.title),
        ("course.toml", "summary", course.summary),
        *(("course.toml", outcome.id, outcome.text) for outcome in course.outcomes),
        *((f"{m.folder}/module.toml", "title", m.title) for m in course.modules),
        *(("glossary.toml", term.id, term.term) for term in course.glossary),
        *(("glossary.toml", term.id, term.text) for term in course.glossary),
        *(("facts.toml", fact.id, fact.text) for fact in course.facts),
        *(("facts.toml", fact.id, fact.note) for fact in course.facts if fact.note),
        *(("constants.toml", one.id, one.label) for one in course.constants if one.label),
        *(("constants.toml", one.id, one.note) for one in course.constants if one.note),
        *(("facts.toml", fact.id, fact.source) for fact in course.facts),
        *(("facts.toml", fact.id, fact.date) for fact in course.facts),
        *(("constants.toml", one.id, one.source) for one in course.constants),
        *(
            (f"activities/{one.id}.toml", shown_key(*path), texts)
            for one in course.activities
            for path, texts in one.texts()
        ),
    ]
    for path, key, texts in parts:
        if isinstance(texts, str):  # one for all languages
            continue
        missing = [code for code in course.languages if not texts.get(code, "").strip()]
        if missing and (texts or path == "course.toml" or path.startswith("activities/")):
            languages = ", ".join(missing)
            survey.problems.warning("X003", Place(path), key=key, languages=languages)
        empty = [code for code in course.languages if texts.get(code, "").strip() in _EMPTY]
        if empty:
            survey.problems.warning("X013", Place(path), key=key, languages=", ".join(empty))


def _files(survey: Survey) -> None:
    for module in survey.course.modules:
        for lesson in module.lessons:
            for code in survey.course.languages:
                if code not in lesson.texts:
                    _absent(
                        survey, "X001", f"{module.folder}/{lesson.stem}.{code}.md", code, lesson.id
                    )
        if module.quiz is not None and module.bank:
            for code in survey.course.languages:
                if code not in module.bank:
                    _absent(survey, "X002", f"{module.folder}/quiz.{code}.md", code, module.id)


def _absent(survey: Survey, problem: str, name: str, language: str, of: str) -> None:
    """Say that a translation is missing, unless the file is there and was refused."""
    if name not in survey.files:
        survey.problems.warning(problem, Place(name), id=of, language=language)


# ── what differs ──────────────────────────────────────────────────────────────────────────────


def _compare(survey: Survey, group: list[SeenText]) -> None:
    model, *others = group
    for other in others:
        _items(survey, model, other)
        if isinstance(model.text, LessonText) and isinstance(other.text, LessonText):
            _lesson(survey, model, other)


def _items(survey: Survey, model: SeenText, other: SeenText) -> None:
    theirs = {seen.item.id: seen for seen in model.items}
    mine = {seen.item.id: seen for seen in other.items}
    for item_id, seen in theirs.items():
        if item_id not in mine and not _is_written(survey, other, item_id):
            survey.problems.warning(
                "X004", other.at(0), id=item_id, other=model.path, line=seen.place.line
            )
    for item_id, seen in mine.items():
        if item_id not in theirs:
            if not _is_written(survey, model, item_id):
                survey.problems.warning(
                    "X004", model.at(0), id=item_id, other=other.path, line=seen.place.line
                )
        else:
            _item(survey, theirs[item_id], seen, model, other)
    order = [item_id for item_id in theirs if item_id in mine]
    found = [item_id for item_id in mine if item_id in theirs]
    if order != found:
        first = next(b for a, b in zip(order, found, strict=True) if a != b)
        survey.problems.warning("X005", mine[first].place, id=first, other=model.path)


def _is_written(survey: Survey, text: SeenText, item_id: str) -> bool:
    """Tell whether a question stands in a file although nothing can be made of it: it is not
    missing, it has an error, which is told already."""
    if not any(p.place.path == text.path and p.severity is Severity.ERROR for p in survey.problems):
        return False
    try:
        written = (survey.folder / text.path).read_bytes()
    except OSError:
        return False
    return item_id.encode() in _QUESTIONS.findall(written)


def _item(survey: Survey, model: SeenItem, seen: SeenItem, text: SeenText, other: SeenText) -> None:
    one, two = model.item, seen.item
    facts = {"id": two.id, "other": text.path, "line": model.place.line}
    if one.key() != two.key():
        survey.problems.error("X006", seen.place, **facts)
    elif model.use != seen.use:
        survey.problems.warning("X008", seen.place, name=f":::{model.use}", **facts)
    else:
        for name in _SETTINGS:
            if getattr(one, name) != getattr(two, name):
                survey.problems.warning("X008", seen.place, name=name, **facts)
        if [hint.cost for hint in one.hints] != [hint.cost for hint in two.hints]:
            survey.problems.warning("X008", seen.place, name="(?)", **facts)
    theirs = _numbers(_asked(one), text.language)
    mine = _numbers(_asked(two), other.language)
    if difference := _difference(theirs, mine):
        survey.problems.warning("X007", seen.place, numbers=difference, **facts)


def _asked(item: Item) -> str:
    """Return what is asked and offered, without hints and feedback."""
    said = {hint.text for hint in item.hints} | {item.feedback}
    for name in _ANSWERS:
        said |= {getattr(part, "feedback", "") for part in getattr(item, name, ())}
    for name in ("right_feedback", "otherwise", "verdict_feedback"):
        said.add(getattr(item, name, ""))
    for name in ("wrong", "answers"):
        said |= {part.feedback for part in getattr(item, name, ())}
    return "\n".join(text for text in item.texts() if text not in said)


def _lesson(survey: Survey, model: SeenText, other: SeenText) -> None:
    one, two = model.text, other.text
    assert isinstance(one, LessonText)
    assert isinstance(two, LessonText)
    for name in ("minutes", "outcomes", "terms"):
        if getattr(one, name) != getattr(two, name):
            survey.problems.warning("X011", other.at(2), name=name, other=model.path)
    for kind in _COUNTED:
        wanted, found = model.seen.counts.get(kind, 0), other.seen.counts.get(kind, 0)
        if wanted != found:
            survey.problems.warning(
                "X010", other.at(0), what=kind, found=found, expected=wanted, other=model.path
            )
    pictures = [source for source, _, _ in model.seen.pictures]
    mine = [source for source, _, _ in other.seen.pictures]
    if len(pictures) == len(mine) and pictures != mine:
        wanted_name, name = next((a, b) for a, b in zip(pictures, mine, strict=True) if a != b)
        survey.problems.warning(
            "X012", other.at(0), name=name, expected=wanted_name, other=model.path
        )
    theirs = _numbers("\n".join(_prose(model)), model.language)
    here = _numbers("\n".join(_prose(other)), other.language)
    if difference := _difference(theirs, here):
        survey.problems.note("X009", other.at(0), numbers=difference, other=model.path)


def _prose(text: SeenText) -> Iterator[str]:
    assert isinstance(text.text, LessonText)
    stack: list[object] = list(text.text.parts)
    for part in stack:
        said = getattr(part, "text", "")
        if isinstance(said, str):
            yield said
        stack += getattr(part, "parts", ())


def _numbers(text: str, language: str) -> set[float]:
    """Return the numbers of a text as its language writes them, without those in ids, links and
    formulas of chemistry."""
    found: set[float] = set()
    text = text.replace("{,}", ",").replace("\\,", " ")
    for match in _NUMBER.finditer(_FORMULAS.sub(" ", _LINKS.sub(" ", text))):
        read = leading_number(match[0])
        if read is not None:
            values = read[0]
            found.add(values[-1] if language == "en" else values[0])
    return found


def _difference(theirs: set[float], mine: set[float]) -> str:
    """Return the numbers only one of the two has, as text."""
    only = sorted(n for n in theirs ^ mine if n > LARGEST_WORD or n != int(n))
    return ", ".join(f"{number:.12g}" for number in only[:6])
