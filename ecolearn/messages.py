"""Sentences for what the core reports, in three languages, without Qt: the command line and the
window read the same catalogue, `resources/messages/errors.{en,ru,kk}.toml`."""

from __future__ import annotations

import contextlib
import locale
import os
from functools import lru_cache

from ecolearn import paths
from ecolearn.errors import EcoLearnError

LANGUAGES = ("kk", "ru", "en")


def system_language() -> str:
    """Return the language of the user's system if it is one of ours, else English.

    `ECOLEARN_LANGUAGE` wins, then the usual variables of POSIX, then the C library.
    """
    candidates = [os.environ.get(n, "") for n in ("ECOLEARN_LANGUAGE", "LC_ALL", "LANG")]
    with contextlib.suppress(ValueError):
        candidates.append(locale.getlocale()[0] or "")
    for candidate in candidates:
        if candidate[:2].lower() in LANGUAGES:
            return candidate[:2].lower()
        if candidate.startswith(("Kazakh", "Russian")):  # Windows spells names
            return {"K": "kk", "R": "ru"}[candidate[0]]
    return "en"


@lru_cache(maxsize=16)
def catalogue(name: str, language: str) -> dict[str, str]:
    """Return the texts of `resources/messages/<name>.<language>.toml`, dotted keys flattened.

    Missing files give an empty catalogue: a message must never fail for want of its words.
    """
    import tomllib

    path = paths.resources_root() / "messages" / f"{name}.{language}.toml"
    try:
        return {key: str(text) for key, text in tomllib.loads(path.read_text("utf-8")).items()}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}


class _Gaps(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(name: str, code: str, facts: dict[str, object], language: str) -> str:
    """Return the sentence for `code`, its gaps filled from `facts`; English where the language
    lacks it, the code itself where nobody has it."""
    for candidate in (language, "en"):
        text = catalogue(name, candidate).get(code)
        if text:
            return text.format_map(_Gaps(facts))
    return f"{code} {facts}" if facts else code


def error_sentence(error: EcoLearnError, language: str | None = None) -> str:
    """Return what happened and what to do next, in `language` (default: the system's)."""
    return sentence("errors", error.code, error.facts, language or system_language())


def import_sentence(problem: EcoLearnError, language: str) -> str:
    """Return why a package was refused, with the first bad name, in `language`."""
    facts = dict(problem.facts)
    reason = str(facts.get("reason", ""))
    facts["reason"] = sentence("imports", reason, facts, language) if reason else reason
    return sentence("errors", problem.code, facts, language)
