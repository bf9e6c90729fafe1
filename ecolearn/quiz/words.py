"""Short texts as people type them, brought to one form so that they can be compared."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile("[‐‑‒–—―−-]+")
_DOUBLE = re.compile("[«»“”„‟″]")
_SINGLE = re.compile("[‘’‚‛`´ʼ′]")
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: Cyrillic letters that look like Latin ones; Kazakh і and һ included
_LOOKS = str.maketrans(
    "АВЕКМНОРСТУХІҺаеорсухіһкмнтвҮү",
    "ABEKMHOPCTYXIHaeopcyxihkmhtbYy",
)


def normal(text: str, *, case: bool = False, lookalikes: bool = False) -> str:
    """Return `text` in the form in which two answers are compared.

    Canonical composition (NFC), one kind of dash, quote and apostrophe, single spaces, ё as е,
    sub- and superscript digits as digits, no full stop at the end. Letter case is dropped unless
    `case`. With `lookalikes` Cyrillic letters become the Latin ones they look like.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = text.translate(_DIGITS)
    text = _SINGLE.sub("'", _DOUBLE.sub('"', _DASHES.sub("-", text)))
    text = _SPACES.sub(" ", text.replace("ё", "е").replace("Ё", "Е")).strip()
    if not case:
        text = text.casefold()
    if lookalikes:
        text = text.translate(_LOOKS)
        if not case:
            text = text.casefold()
    return text.rstrip(".!;, ") or text


_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789")


def same(one: str, other: str, *, case: bool = False, lookalikes: bool = False) -> bool:
    """Tell whether two typed texts count as the same."""
    return normal(one, case=case, lookalikes=lookalikes) == normal(
        other, case=case, lookalikes=lookalikes
    )
