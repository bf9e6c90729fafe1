"""Every known trouble has a sentence in every language, with the gaps its facts fill."""

from __future__ import annotations

import string

import pytest

from ecolearn import errors
from ecolearn.errors import EcoLearnError
from ecolearn.messages import LANGUAGES, catalogue, error_sentence, import_sentence


def kinds(base: type[EcoLearnError] = EcoLearnError) -> list[type[EcoLearnError]]:
    found = [base]
    for kind in base.__subclasses__():
        found += kinds(kind)
    return [kind for kind in found if kind.__module__ == errors.__name__]


def gaps(text: str) -> set[str]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_trouble_has_its_words(kind: type[EcoLearnError], language: str) -> None:
    assert kind.code in catalogue("errors", language)


@pytest.mark.parametrize("name", ["cli", "errors", "imports"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_agree(name: str, language: str) -> None:
    english, other = catalogue(name, "en"), catalogue(name, language)
    assert english.keys() == other.keys()
    for code, text in english.items():
        assert gaps(text) == gaps(other[code]), code


def test_missing_facts_do_not_break_a_message() -> None:
    sentence = error_sentence(errors.DiskFull(), "en")
    assert "?" in sentence


def test_a_refused_package_says_why_and_which_name() -> None:
    problem = errors.ImportProblem(path="x", reason="path-escapes", name="../x")
    assert "../x" in import_sentence(problem, "en")
    assert "leads out" in import_sentence(problem, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_space_on_the_disk_is_told_in_megabytes(language: str) -> None:
    sentence = error_sentence(errors.DiskFull(path="x", needed=16_500_000), language)
    assert "17 " in sentence
    assert "500" not in sentence
    at_start = error_sentence(errors.DiskFullAtStart(path="x", needed=1), language)
    assert "1 " in at_start
    assert "экран" not in at_start
    assert "screen" not in at_start


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [errors.DiskFull, errors.NotSaved])
def test_what_is_not_saved_names_the_button_that_is_there(
    kind: type[EcoLearnError], language: str
) -> None:
    button = {"en": "Save again", "ru": "Сохранить ещё раз", "kk": "Қайта сақтау"}[language]
    assert button in error_sentence(kind(reason="x", needed=1), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["network", "read-only", "full", "io", "none"])
def test_a_folder_that_cannot_be_used_says_why_in_words(reason: str, language: str) -> None:
    said = error_sentence(errors.NoPlaceForData(path="/a/folder", reason=reason), language)
    assert f"({catalogue('cli', language)[f'place:{reason}']}: /a/folder)" in said
