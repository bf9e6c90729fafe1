"""Texts by language, without anything heavy: the first page of the window needs only this."""

from __future__ import annotations

LANGUAGES = ("kk", "ru", "en")

#: language code → text
Text = dict[str, str]
#: a text that need not be translated, such as a source: one for all languages, or by language
Said = str | Text


def in_language(texts: Said, language: str, order: tuple[str, ...] = ()) -> tuple[str, str]:
    """Return (text, language it is in): the wanted one, else the first of `order`, else en, ru,
    kk, else any; ("", "") if there is none, (text, "") for one text for all languages. A page
    that shows a text in another language than the learner's says so."""
    if isinstance(texts, str):
        return texts, ""
    for candidate in (language, *order, "en", "ru", "kk", *texts):
        if texts.get(candidate):
            return texts[candidate], candidate
    return "", ""


def is_text(name: str) -> bool:
    """Tell whether a file name is text: on Linux it may be any bytes, which Python keeps as lone
    surrogates that no file, database or screen takes."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)
