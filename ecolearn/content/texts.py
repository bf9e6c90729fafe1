"""Texts by language, without anything heavy: the first page of the window needs only this."""

from __future__ import annotations

LANGUAGES = ("kk", "ru", "en")

#: language code → text
Text = dict[str, str]


def in_language(texts: Text, language: str, order: tuple[str, ...] = ()) -> tuple[str, str]:
    """Return (text, language it is in): the wanted one, else the first of `order`, else en, ru,
    kk, else any; ("", "") if there is none. A page that shows a text in another language than
    the learner's says so."""
    for candidate in (language, *order, "en", "ru", "kk", *texts):
        if texts.get(candidate):
            return texts[candidate], candidate
    return "", ""


def is_text(name: str) -> bool:
    """Tell whether a file name is text: on Linux it may be any bytes, which Python keeps as lone
    surrogates that no file, database or screen takes."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)
