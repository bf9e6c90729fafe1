"""Rules about pictures, sound and video: missing files, missing words, unsafe or unused files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from ecolearn.authoring.survey import SeenText, Survey
from ecolearn.content.media_check import media_problems
from ecolearn.content.texts import LANGUAGES
from ecolearn.problems import Place

_TEXTS = (".md", ".toml", ".txt")
#: pictures of telephones and drawing programs that are not shown
_FOREIGN = frozenset({".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff", ".eps", ".wmf", ".emf"})
#: a picture whose name has a space, so that Markdown sees none
_SPACED = re.compile(r"!\[[^\]]*\]\(\s*([^\s<>()\"']+(?: +[^\s<>()\"']+)+\.\w{2,5})\s*[)\"]")


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
                hint = {"hint": "backslash"} if "\\" in source else {}
                survey.problems.warning("S004", text.at(line), name=source, **hint)
                continue
            if PurePosixPath(source).suffix.lower() in _FOREIGN:
                survey.problems.error("V011", text.at(line), name=source)
                used.add(source)
                continue
            variants = _variants(source)
            there = {language: name for language, name in variants.items() if name in files}
            used.update(there.values())
            if "" not in there and text.language not in there:
                _missing(survey, text, source, line, set(there))
        used.update(_spaced(survey, text))
    for name in survey.files:
        if name.startswith("media/") and name not in used and not name.endswith(_TEXTS):
            survey.problems.note("S003", Place(name), name=name)


def _spaced(survey: Survey, text: SeenText) -> Iterator[str]:
    """Look for pictures with spaces in their names in the file itself; yield the names."""
    for number, row in enumerate(survey.rows(text.path), start=1):
        if "![" in row:
            for match in _SPACED.finditer(row):
                wanted = re.sub(" +", "-", match[1])
                survey.problems.warning("S006", text.at(number), name=match[1], wanted=wanted)
                yield match[1]


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
