"""Rules about pictures, sound and video: missing files, missing words, unsafe or unused files."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath

from ecolearn.authoring.survey import SeenText, Survey
from ecolearn.content.media_check import media_problems
from ecolearn.content.texts import LANGUAGES
from ecolearn.problems import Place

_TEXTS = (".md", ".toml", ".txt")


def check(survey: Survey) -> None:
    """Add problems."""
    survey.problems.extend(list(media_problems(survey.folder)))
    files = set(survey.files)
    used: set[str] = set()
    for text in survey.texts():
        for source, alt, line in text.seen.pictures:
            if not alt.strip():
                survey.problems.warning("S002", text.at(line), name=source)
            if not _is_inside(source):
                survey.problems.warning("S004", text.at(line), name=source)
                continue
            variants = _variants(source)
            there = {language: name for language, name in variants.items() if name in files}
            used.update(there.values())
            if "" not in there and text.language not in there:
                _missing(survey, text, source, line, set(there))
    for name in survey.files:
        if name.startswith("media/") and name not in used and not name.endswith(_TEXTS):
            survey.problems.note("S003", Place(name), name=name)


def _is_inside(source: str) -> bool:
    path = PurePosixPath(source)
    return bool(
        path.parts
        and not path.is_absolute()
        and not any(sign in source for sign in "\\:\0")
        and not any(part.startswith(".") for part in source.split("/"))
    )


def _variants(source: str) -> dict[str, str]:
    """Return language → file that may serve `source`; "" is the file for all languages."""
    stem, dot, ending = source.rpartition(".")
    return {"": source} | {code: f"{stem}.{code}{dot}{ending}" for code in LANGUAGES}


def _missing(survey: Survey, text: SeenText, source: str, line: int, there: set[str]) -> None:
    if there:
        survey.problems.warning(
            "S005",
            text.at(line),
            name=source,
            language=text.language,
            wanted=_variants(source)[text.language],
        )
        return
    folded = {name.casefold(): name for name in survey.files}
    near = folded.get(source.casefold()) or next(
        iter(get_close_matches(source, survey.files, 1, 0.8)), ""
    )
    survey.problems.warning("S001", text.at(line), name=source, suggestion=near)
