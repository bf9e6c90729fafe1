"""Problems as sentences: `resources/messages/problems.{en,ru,kk}.toml`, one sentence a code."""

from __future__ import annotations

from ecolearn import messages
from ecolearn.problems import Place, Problem

CATALOGUE = "problems"
#: facts whose values are words of ours, to be translated too
_WORDS = frozenset({"expected", "what", "found", "wanted", "left", "right"})


def sentence(problem: Problem, language: str = "en") -> str:
    """Return what is wrong and what to do, in `language`; English where it lacks the sentence."""
    facts = {
        name: _word(value, language) if name in _WORDS and isinstance(value, str) else value
        for name, value in problem.facts.items()
    }
    text = messages.sentence(CATALOGUE, problem.code, facts, language)
    if problem.facts.get("hint"):
        hint = messages.sentence(CATALOGUE, f"hint:{problem.facts['hint']}", facts, language)
        text = f"{text} {hint}"
    if problem.facts.get("suggestion"):
        text = f"{text} {messages.sentence(CATALOGUE, 'suggest', facts, language)}"
    return text


def severity_word(problem: Problem, language: str = "en") -> str:
    """Return `error`, `warning` or `note` in `language`."""
    words = messages.catalogue(CATALOGUE, language)
    return words.get(f"severity:{problem.severity.word}", problem.severity.word)


def shown_place(place: Place, folder: str = "") -> str:
    """Return `file:line:column`, without what is unknown; `folder` stands before the file."""
    path = "/".join(part for part in (folder.rstrip("/"), place.path) if part)
    numbers = [place.line, place.column] if place.line and place.column else [place.line]
    return ":".join([path or ".", *(str(number) for number in numbers if number)])


def render(problem: Problem, language: str = "en", folder: str = "") -> str:
    """Return a problem as a good compiler says it: `file:line:column  severity  code  sentence`."""
    return "  ".join(
        (
            shown_place(problem.place, folder),
            severity_word(problem, language),
            problem.code,
            sentence(problem, language),
        )
    )


def _word(value: str, language: str) -> str:
    words = messages.catalogue(CATALOGUE, language)
    if value.startswith('a list of "'):
        return words.get("word:a list of", "a list of") + value.removeprefix("a list of")
    return words.get(f"word:{value}", value)
