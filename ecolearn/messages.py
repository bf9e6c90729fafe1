"""Sentences for what the core reports, in three languages, without Qt: the command line and the
window read the same catalogue, `resources/messages/errors.{en,ru,kk}.toml`."""

from __future__ import annotations

import contextlib
import errno
import locale
import os
from functools import lru_cache

from ecolearn import paths
from ecolearn.errors import EcoLearnError

LANGUAGES = ("kk", "ru", "en")
#: what the system says of a disk → key of its sentence in `cli.*.toml`
_DISK = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EROFS: "read-only",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "is-folder",
    errno.ENOTDIR: "not-folder",
    errno.ENAMETOOLONG: "long-name",
    errno.EFBIG: "too-large",
}


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
    language = language or system_language()
    if error.code == "import-problem":
        return import_sentence(error, language)
    facts = error.facts
    if error.code == "no-place-for-data":
        reason = str(facts.get("reason", ""))
        words = catalogue("cli", language).get(f"place:{reason}", reason)
        facts = {**facts, "reason": words}
    return sentence("errors", error.code, facts, language)


def import_sentence(problem: EcoLearnError, language: str) -> str:
    """Return why a package was refused, with the first bad name if there is one."""
    facts = dict(problem.facts)
    if isinstance(problem.__cause__, OSError):  # the name is what the system says, in English
        return disk_sentence(problem.__cause__, language)
    facts["reason"] = import_reason(problem, language)
    code = problem.code if facts.get("name") else f"{problem.code}-whole"
    return sentence("errors", code, facts, language)


def import_reason(problem: EcoLearnError, language: str) -> str:
    """Return the words for the reason of a refused package."""
    reason = str(problem.facts.get("reason", ""))
    return sentence("imports", reason, {}, language) if reason else "?"


def disk_sentence(error: OSError, language: str) -> str:
    """Return what the disk refused, which file, and what to do."""
    # of a failed renaming, the second name is the one the user gave
    path = error.filename2 if error.filename2 is not None else error.filename
    kind = _DISK.get(error.errno or 0, "other")
    if path is None:
        kind = f"{'full' if kind == 'full' else 'other'}-somewhere"
    name = os.fsdecode(path) if isinstance(path, str | bytes) else str(path)
    facts: dict[str, object] = {"path": name, "reason": error.strerror or str(error)}
    return sentence("cli", f"disk:{kind}", facts, language)
